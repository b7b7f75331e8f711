package plain

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/render"
)

// Guides writes a table of guides.
func Guides(p *terminal.Page, list []*catalog.Guide, l lang.Lang) {
	rows := [][]string{{wordColumnName.In(l), wordColumnItems.In(l), wordColumnTitle.In(l)}}
	for _, g := range list {
		rows = append(rows, []string{g.Ref().String(), strconv.Itoa(len(g.Entries())), g.Title.In(l)})
	}
	p.Table(rows)
}

// Guide writes one guide whole: what it is and how sure that is, its lines, and what they rest on.
func Guide(p *terminal.Page, g *catalog.Guide, l lang.Lang) {
	p.Strong("", g.Title.In(l))
	p.Text(g.Ref().String())
	p.Text(g.About.In(l))
	numbers := map[string]int{}
	for i, d := range g.Documents {
		numbers[d.ID] = i + 1
	}
	for _, group := range g.Groups {
		title := group.Title.In(l)
		if group.CSF != "" {
			title += "（" + group.CSF + "）"
		}
		p.Heading(title)
		for _, e := range group.Entries {
			p.Item(lang.Text{JA: "・", EN: "- "}.In(l), e.Text.In(l))
			contact(p, e.Contact, l)
			if !e.Note.IsZero() {
				p.Item("    ", e.Note.In(l))
			}
			p.Faint("    ", say(l, wordEntrySource, "number", strconv.Itoa(numbers[e.Clause.Document]), "clause", e.Clause.Clause, "confidence", render.ConfidenceText(e.Clause.Confidence, l)))
		}
	}
	p.Heading(wordSources.In(l))
	for i, d := range g.Documents {
		p.Item(strconv.Itoa(i+1)+". ", d.Title)
		if d.URL != "" {
			p.Item("   ", d.URL)
		}
	}
	if g.StaleAfter != "" {
		p.Blank()
		p.Text(say(l, wordLookAgain, "date", string(g.StaleAfter)))
	}
}

// contact writes whom to ask and how.
func contact(p *terminal.Page, c catalog.Contact, l lang.Lang) {
	if c.Name == "" {
		return
	}
	p.Strong("    ", c.Name)
	for _, way := range []string{c.Phone, c.Email, c.URL} {
		if way != "" {
			p.Item("    ", way)
		}
	}
	p.Faint("    ", say(l, wordAsOf, "date", c.AsOf, "region", c.Region))
}
