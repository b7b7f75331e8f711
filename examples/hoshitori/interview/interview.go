package interview

import (
	"errors"
	"io"
	"strconv"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/render"
)

// Settings are what an interview needs from its host.
type Settings struct {
	In        io.Reader
	Out       io.Writer
	Interrupt <-chan struct{} // receives when the user wants to stop at once
	Echo      bool            // write what was read: the input is no terminal that does so itself
	Lang      lang.Lang
	Today     catalog.Date
	Width     int  // columns
	Color     bool // whether colours may be used

	Catalog    *catalog.Checked
	Document   *assess.Document // the answers so far; it is changed
	Respondent string           // who answers, "" if nobody is named
	File       string           // where each answer is saved; "" until the user has agreed to a place
	Suggested  string           // the place to suggest
	Earlier    *assess.Document // answers that are in that place already and can be continued; nil if there are none

	Exists func(name string) bool
	Save   func(name string, data []byte) problem.List // writes a file whole or not at all
}

// Run interviews until all is answered, the user quits, or the input ends.
func Run(s Settings) {
	i := &interview{dialogue: newDialogue(s), saved: true}
	i.choose()
	i.introduce()
	err := i.offerEarlier()
	i.choose()
	if err == nil {
		i.begin()
		err = i.converse()
	}
	switch {
	case errors.Is(err, errInterrupted):
		i.interrupted()
	case errors.Is(err, errEnded):
		i.keep()
	case errors.Is(err, errQuit):
		i.leave()
	}
	i.flush()
}

type interview struct {
	*dialogue
	items []catalog.Item // what is asked about, in the order of the catalogue
	saved bool           // nothing has changed since the answers were saved or given
}

// choose finds the items to ask about: those of the level that the answers aim at and below, or all.
func (i *interview) choose() {
	i.items = nil
	target, limited := i.Catalog.LevelIndex(i.Document.Target)
	for _, item := range i.Catalog.Items() {
		if !limited || i.Catalog.AtLevel(item, target) {
			i.items = append(i.items, item)
		}
	}
}

// introduce says what is asked about.
func (i *interview) introduce() {
	i.page.Strong("", i.Catalog.Title().In(i.Lang))
	for _, n := range render.Notices(i.Catalog, render.Options{Lang: i.Lang, Today: i.Today}) {
		i.page.Warn("! ", n)
	}
	i.page.Blank()
}

// offerEarlier asks whether to continue with the answers that are already in the suggested place.
func (i *interview) offerEarlier() error {
	if i.Earlier == nil {
		return nil
	}
	begun := i.Document
	i.Document = i.Earlier
	typed, err := i.ask(i.say(wordEarlier, "file", i.Suggested, "answered", strconv.Itoa(i.answered()), "count", strconv.Itoa(len(i.items))))
	if err != nil {
		return err
	}
	if isNo(typed) {
		i.Document, i.Respondent = begun, ""
		return nil
	}
	i.File = i.Suggested
	return nil
}

// begin says how to answer, or where the answers stand.
func (i *interview) begin() {
	count := strconv.Itoa(len(i.items))
	if n := i.answered(); n > 0 {
		i.page.Text(i.say(wordResumed, "answered", strconv.Itoa(n), "count", count))
	} else {
		i.page.Text(i.say(wordHowMany, "count", count))
		i.page.Text(wordPrivate.In(i.Lang))
	}
	if i.File != "" {
		i.page.Text(i.say(wordAutosave, "file", i.File))
	}
}

// converse asks from the first unanswered question to the end.
func (i *interview) converse() error {
	at := i.nextUnanswered(0)
	for {
		var err error
		if at < len(i.items) {
			at, err = i.question(at)
		} else {
			at, err = i.finish()
			if err == nil && at == len(i.items) {
				return nil
			}
		}
		if err != nil {
			return err
		}
	}
}

func (i *interview) answer(item catalog.Item) (assess.Answer, bool) {
	return i.Document.Answer(item.ID, i.Respondent)
}

func (i *interview) answered() (n int) {
	for _, item := range i.items {
		if _, ok := i.answer(item); ok {
			n++
		}
	}
	return n
}

// nextUnanswered returns the place of the first unanswered item from a place on, or the number of items.
func (i *interview) nextUnanswered(from int) int {
	for at := from; at < len(i.items); at++ {
		if _, ok := i.answer(i.items[at]); !ok {
			return at
		}
	}
	return len(i.items)
}
