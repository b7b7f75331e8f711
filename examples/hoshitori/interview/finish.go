package interview

import (
	"path/filepath"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

// finish shows the result and offers to keep it. It returns the place of a question to go back to, or the number of
// items once all is done.
func (i *interview) finish() (next int, err error) {
	last := len(i.items)
	if i.nextUnanswered(0) < last {
		to, err := i.askAboutOpen()
		if err != nil || to < last {
			return to, err
		}
	} else {
		i.page.Blank()
		i.page.Text(wordAllDone.In(i.Lang))
	}
	v, problems := i.view()
	if !problems.OK() {
		i.complain(problems)
		return last, nil
	}
	i.page.Blank()
	plain.Summary(i.page, v)
	i.page.Blank()
	if i.unsaved() {
		if err := i.chooseFile(wordSavedOnce); err != nil {
			return last, err
		}
	}
	if to, err := i.chooseReport(v); err != nil || to < last {
		return to, err
	}
	i.sayHowToContinue()
	i.page.Text(wordGoodbye.In(i.Lang))
	return last, nil
}

// askAboutOpen names what is not answered yet and asks whether to go there or on to the result.
func (i *interview) askAboutOpen() (next int, err error) {
	var open []string
	for at := i.nextUnanswered(0); at < len(i.items); at = i.nextUnanswered(at + 1) {
		open = append(open, i.say(wordShort, "at", strconv.Itoa(at+1)))
	}
	i.page.Blank()
	i.page.Text(i.say(wordOpen, "list", strings.Join(open, wordListComma.In(i.Lang))))
	for {
		typed, err := i.ask(wordOpenHow.In(i.Lang))
		if err != nil {
			return 0, err
		}
		switch plainKeys(typed) {
		case "":
			return len(i.items), nil
		case "n":
			return i.nextUnanswered(0), nil
		case "b":
			return len(i.items) - 1, nil
		case "q":
			return 0, errQuit
		}
	}
}

func (i *interview) view() (render.View, problem.List) {
	a, problems := assess.Check(i.Document, i.Catalog)
	if !problems.OK() {
		return render.View{}, problems
	}
	o := render.Options{Lang: i.Lang, Today: i.Today}
	return render.NewView(a, score.Evaluate(a, score.Options{}), o), nil
}

// reportName suggests a report beside the answers.
func (i *interview) reportName() string {
	name := i.Suggested
	if i.File != "" {
		name = i.File
	}
	return strings.TrimSuffix(name, filepath.Ext(name)) + ".html"
}

func isHTML(name string) bool {
	return strings.EqualFold(filepath.Ext(name), ".html")
}

// chooseReport asks where to write the report, until that has worked or the user does not want it. It returns the place
// of a question to go back to, or the number of items.
func (i *interview) chooseReport(v render.View) (next int, err error) {
	last, suggested := len(i.items), i.reportName()
	for {
		typed, err := i.ask(i.say(wordAskReport, "file", suggested))
		if err != nil || isNo(typed) {
			return last, err
		}
		if key, argument, _ := strings.Cut(plainKeys(typed), " "); key == "b" {
			if to, ok := i.back(last, argument); ok {
				return to, nil
			}
			continue
		}
		name := typed
		if name == "" {
			name = suggested
		}
		if !isHTML(name) {
			i.page.Warn("", wordReportTail.In(i.Lang))
			continue
		}
		if may, err := i.mayReplace(name); err != nil {
			return last, err
		} else if !may {
			continue
		}
		if problems := i.Save(name, render.ReportHTML(v)); !problems.OK() {
			i.complain(problems)
			continue
		}
		i.page.Text(i.say(wordReported, "file", name))
		return last, nil
	}
}
