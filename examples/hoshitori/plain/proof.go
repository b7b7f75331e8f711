package plain

import (
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

// Proof writes how a result comes about, from the band or verdict down to the answers and their sources. With an item, it
// keeps to what leads to that item.
func Proof(p *terminal.Page, v render.View, c *catalog.Checked, r score.Result, only catalog.ItemID) {
	p.Strong("", v.Title)
	notices(p, v.Notices)
	w := proof{p: p, c: c, l: v.Lang, only: only, cited: map[string]bool{}}
	if r.Points != nil && leadsTo(r.Explanation, only) {
		p.Heading(wordProofOfScore.In(w.l))
		w.node(r.Explanation, "")
	}
	target, aimed := c.LevelIndex(r.Target)
	for i, l := range r.Levels {
		if aimed && i > target {
			break // its other items were not asked about
		}
		if leadsTo(l.Explanation, only) {
			p.Heading(say(w.l, wordProofOfLevel, "level", c.Levels()[i].Title.In(w.l)))
			w.node(l.Explanation, "")
		}
	}
	w.sources()
}

// leadsTo reports whether the item is below the node; every item is, where none is asked for.
func leadsTo(n score.Node, only catalog.ItemID) bool {
	if only == "" || n.Item == only {
		return true
	}
	for _, child := range n.Children {
		if leadsTo(child, only) {
			return true
		}
	}
	return false
}

type proof struct {
	p     *terminal.Page
	c     *catalog.Checked
	l     lang.Lang
	only  catalog.ItemID
	cited map[string]bool
}

func (w *proof) node(n score.Node, indent string) {
	if !leadsTo(n, w.only) {
		return
	}
	if n.Item != "" {
		w.leaf(n, indent)
		return
	}
	w.p.Strong(indent, w.claim(n))
	if n.Kind == score.NodeBand && n.Low != n.High {
		w.p.Item(indent+"  ", say(w.l, wordProofBands, "low", w.band(n.Low), "high", w.band(n.High)))
	}
	if n.Kind != score.NodeSection && n.Kind != score.NodeRule {
		w.p.Faint(indent+"  ", say(w.l, wordProofRule, "rule", w.rule(n.Rule))+w.cite(n.Clause))
	}
	for _, child := range n.Children {
		w.node(child, indent+"  ")
	}
}

func (w *proof) claim(n score.Node) string {
	switch n.Kind {
	case score.NodeBand:
		return say(w.l, wordProofBand, "band", w.band(n.Value))
	case score.NodeScore:
		return say(w.l, wordProofScore, "value", w.points(n))
	case score.NodeSection:
		return w.section(n) + w.colon() + w.points(n)
	case score.NodeRule:
		return w.rule(n.Rule) + w.colon() + outcomeWords[n.Value].In(w.l)
	}
	return say(w.l, wordProofVerdict, "verdict", outcomeWords[n.Value].In(w.l))
}

func (w *proof) leaf(n score.Node, indent string) {
	item, _ := w.c.Item(n.Item)
	value := outcomeWords[n.Value].In(w.l)
	if n.Kind == score.NodeContribution {
		value = w.points(n)
	}
	answer := Label(w.c, item, n.State, w.l)
	mark := indent + terminal.Pad(name(item), 3) + " "
	rest := strings.Repeat(" ", terminal.Width(mark))
	w.p.Item(mark, say(w.l, wordProofLeaf, "answer", answer, "value", value)+w.cite(n.Clause))
	if n.Kind == score.NodeContribution || w.only != "" {
		w.p.Faint(rest, item.Text.In(w.l))
	}
	if n.Kind == score.NodeContribution && (w.only != "" || n.Rule != "choice-points") {
		w.p.Faint(rest, say(w.l, wordProofRule, "rule", w.rule(n.Rule)))
	}
	if len(n.Given) > 1 {
		w.p.Faint(rest, say(w.l, wordProofGiven, "given", w.given(item, n.Given)))
	}
	if t, ok := findingWords[n.Finding]; ok {
		w.p.Faint(rest, t.In(w.l))
	}
}

func (w *proof) given(item catalog.Item, given []score.Given) string {
	list := ""
	for _, g := range given {
		who := g.Respondent
		if who == "" {
			who = wordNobody.In(w.l)
		}
		list = join(list, who+" "+Label(w.c, item, g.State, w.l), w.l)
	}
	return list
}

func (w *proof) points(n score.Node) string {
	if n.Low == n.High && n.Low == n.Value {
		return say(w.l, wordPoints, "points", n.Value)
	}
	return say(w.l, wordProofRange, "points", n.Value, "low", n.Low, "high", n.High)
}

func (w *proof) band(id string) string {
	for _, b := range w.c.Bands() {
		if b.ID == id {
			return b.Title.In(w.l)
		}
	}
	return id
}

func (w *proof) section(n score.Node) string {
	id := strings.TrimPrefix(n.ID, "section/")
	if s, ok := w.c.Section(id); ok {
		return s.Title.In(w.l)
	}
	return id
}

func (w *proof) rule(code string) string {
	if t, ok := ruleWords[code]; ok {
		return t.In(w.l)
	}
	return code
}

func (w *proof) colon() string { return lang.Text{JA: "：", EN: ": "}.In(w.l) }

// cite names a place in a source by the id of the document, which the list at the end spells out.
func (w *proof) cite(at score.Clause) string {
	if at.Source == "" {
		return ""
	}
	w.cited[at.Source] = true
	return " [" + strings.TrimSpace(at.Source+" "+at.Clause) + "]"
}

func (w *proof) sources() {
	w.p.Heading(wordSources.In(w.l))
	for _, d := range w.c.Documents() {
		if w.cited[d.ID] {
			w.p.Item("["+d.ID+"] ", d.Title)
			if d.URL != "" {
				w.p.Item("  ", d.URL)
			}
		}
	}
}
