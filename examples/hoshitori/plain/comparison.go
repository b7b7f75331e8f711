package plain

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

var wordCaveats = lang.Text{JA: "比べるときに気をつけること", EN: "Mind when comparing"}

// Comparison writes what became of answers, what got worse first.
func Comparison(p *terminal.Page, m score.Comparison, before, after *catalog.Checked, l lang.Lang) {
	v := render.NewComparisonView(m, before, after, l)
	p.Strong("", v.Title)
	p.Text(after.Title().In(l) + "  " + after.Ref().String())
	p.Text(v.Basis)
	if len(v.Caveats) > 0 {
		p.Heading(wordCaveats.In(l))
		for _, c := range v.Caveats {
			p.Warn("  ! ", c)
		}
	}
	p.Heading(wordLevels.In(l))
	for _, verdict := range v.Verdicts {
		p.Item("  ", verdict)
	}
	for _, g := range v.Groups {
		p.Heading(g.Title)
		changed(p, g.Items)
	}
	if len(v.Lapses) > 0 {
		p.Heading(v.LapsesHead)
		changed(p, v.Lapses)
	}
	p.Blank()
	if v.Same != "" {
		p.Text(v.Same)
	}
	if m.GotWorse {
		p.Warn("", v.Conclusion)
	} else {
		p.Text(v.Conclusion)
	}
}

func changed(p *terminal.Page, items []render.ChangedItem) {
	for _, i := range items {
		p.Item("  ・", string(i.Item)+"  "+i.Question)
		if i.Change != "" {
			p.Item("    ", i.Change)
		}
	}
}
