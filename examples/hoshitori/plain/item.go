package plain

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/render"
)

// Item writes what helps to answer an item honestly: why it matters, what counts as done, and how to begin.
func Item(p *terminal.Page, c *catalog.Checked, item catalog.Item, l lang.Lang, indent string) {
	if !item.Why.IsZero() {
		p.Strong(indent, wordWhy.In(l))
		p.Item(indent+"  ", item.Why.In(l))
	}
	list(p, indent, say(l, wordDone, "label", Label(c, item, catalog.Met, l)), item.DoneWhen, l)
	var options []lang.Text
	for _, o := range item.Options {
		options = append(options, o.Text)
	}
	list(p, indent, wordOptions.In(l), options, l)
	list(p, indent, say(l, wordPartly, "label", Label(c, item, catalog.Partial, l)), item.PartialWhen, l)
	list(p, indent, wordDrillDown.In(l), item.DrillDown, l)
	list(p, indent, wordEvidence.In(l), item.Evidence, l)
	if !item.FirstStep.IsZero() {
		p.Strong(indent, wordFirstStep.In(l))
		p.Item(indent+"  ", item.FirstStep.In(l))
	}
	list(p, indent, wordNotes.In(l), item.Notes, l)
	if refers := render.Refers(c, item, l); refers != "" {
		p.Faint(indent, refers)
	}
	p.Faint(indent, say(l, wordClause, "clause", render.ClauseText(c, item.Clause, l)))
}

func list(p *terminal.Page, indent, title string, texts []lang.Text, l lang.Lang) {
	if len(texts) == 0 {
		return
	}
	p.Strong(indent, title)
	for _, t := range texts {
		p.Item(indent+lang.Text{JA: "・", EN: "- "}.In(l), t.In(l))
	}
}

// Label returns how the scheme names a state as the answer to an item.
func Label(c *catalog.Checked, item catalog.Item, state catalog.State, l lang.Lang) string {
	for _, choice := range c.ChoicesOf(item) {
		if choice.State == state {
			return choice.Label.In(l)
		}
	}
	return wordUnanswered.In(l)
}

// Terms explains the words that a reader may not know.
func Terms(p *terminal.Page, terms []catalog.Term, l lang.Lang, indent string) {
	if len(terms) == 0 {
		return
	}
	p.Strong(indent, wordTerms.In(l))
	for _, t := range terms {
		p.Item(indent+lang.Text{JA: "・", EN: "- "}.In(l), t.Term.In(l)+lang.Text{JA: "：", EN: ": "}.In(l)+t.Meaning.In(l))
	}
}

// name is how an item is called: its official number, else its id.
func name(item catalog.Item) string {
	if item.Number != "" {
		return item.Number
	}
	return string(item.ID)
}
