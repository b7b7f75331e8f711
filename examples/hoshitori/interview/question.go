package interview

import (
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
)

// question asks one question until it is answered or left, and returns the place of the next.
func (i *interview) question(at int) (next int, err error) {
	item := i.items[at]
	choices := i.Catalog.ChoicesOf(item)
	i.show(at, item)
	for {
		i.choices(item, choices)
		typed, err := i.ask(wordPrompt.In(i.Lang))
		if err != nil {
			return at, err
		}
		key, argument, _ := strings.Cut(plainKeys(typed), " ")
		switch key {
		case "?", "why":
			i.page.Blank()
			plain.Item(i.page, i.Catalog, item, i.Lang, "  ")
			plain.Terms(i.page, i.Catalog.TermsIn(i.Lang, item.Texts(i.Lang)...), i.Lang, "  ")
		case "b":
			if to, ok := i.back(at, argument); ok {
				return to, nil
			}
		case "n":
			i.page.Item("  ", wordSkipped.In(i.Lang))
			return i.nextUnanswered(at + 1), nil
		case "s":
			if err := i.chooseFile(wordSaved); err != nil {
				return at, err
			}
		case "q":
			return at, errQuit
		case "":
			if _, ok := i.answer(item); ok {
				return at + 1, nil
			}
			i.page.Warn("", i.say(wordNotChoice, "count", strconv.Itoa(len(choices))))
		default:
			n, wrong := strconv.Atoi(key)
			if wrong != nil || n < 1 || n > len(choices) || argument != "" {
				i.page.Warn("", i.say(wordNotChoice, "count", strconv.Itoa(len(choices))))
				continue
			}
			if done, err := i.record(item, choices[n-1]); done || err != nil {
				return at + 1, err
			}
		}
	}
}

// show writes the question, with the section where a new one begins.
func (i *interview) show(at int, item catalog.Item) {
	of, _ := i.Catalog.Section(item.Section)
	section := of.Title.In(i.Lang)
	if item.Kind == catalog.Condition && section == "" {
		section = wordConditions.In(i.Lang)
	}
	if r, ok := i.Catalog.Requirement(item.Requirement); ok {
		section = r.ID + " " + r.Title.In(i.Lang)
	}
	title := i.say(wordQuestion, "at", strconv.Itoa(at+1), "count", strconv.Itoa(len(i.items)))
	if section != "" {
		title += "  " + section
	}
	i.page.Blank()
	i.page.Title(title)
	i.page.Strong("  ", item.Text.In(i.Lang))
}

func (i *interview) choices(item catalog.Item, choices []catalog.Choice) {
	i.page.Blank()
	for n, c := range choices {
		i.page.Item("    "+strconv.Itoa(n+1)+"  ", c.Label.In(i.Lang))
	}
	i.page.Blank()
	if a, ok := i.answer(item); ok {
		i.page.Text(i.say(wordCurrent, "answer", plain.Label(i.Catalog, item, a.State, i.Lang)))
	}
}

// back returns where to go back to: the question before, or the one whose number was given.
func (i *interview) back(at int, argument string) (to int, ok bool) {
	if argument != "" {
		n, err := strconv.Atoi(argument)
		if err != nil || n < 1 || n > len(i.items) {
			i.page.Warn("", i.say(wordNoQuestion, "count", strconv.Itoa(len(i.items))))
			return at, false
		}
		return n - 1, true
	}
	if at == 0 {
		i.page.Warn("", wordFirst.In(i.Lang))
		return at, false
	}
	return at - 1, true
}

// record sets the answer and saves it, if the user has agreed to a place. What else the answer held before stays.
func (i *interview) record(item catalog.Item, choice catalog.Choice) (done bool, err error) {
	a, _ := i.answer(item)
	a.Item, a.State, a.Respondent, a.AnsweredOn = item.ID, choice.State, i.Respondent, i.Today
	a.Inferred = nil // somebody has answered it now
	if !assess.NeedsReason(a.State) {
		a.Reason = assess.Reason{}
	} else if a.Reason.Text, err = i.ask(wordReason.In(i.Lang)); err != nil || a.Reason.Text == "" {
		return false, err
	}
	i.Document.Set(a)
	i.Document.AssessedOn = i.Today
	i.saved = false
	if choice.State == catalog.Unknown {
		i.page.Item("  ", i.say(wordUnknown, "answer", choice.Label.In(i.Lang)))
	} else {
		i.page.Item("  ", i.say(wordRecorded, "answer", choice.Label.In(i.Lang)))
	}
	i.autosave()
	return true, nil
}
