package verify

import (
	"slices"
	"strconv"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/score"
)

// pointsTree returns the points and the proof that the catalogue and the answers give.
func (k *checker) pointsTree() (score.Points, score.Node) {
	var p score.Points
	sum := score.Node{ID: "score", Kind: score.NodeScore, Rule: "sum"}
	totals := map[string][3]int64{}
	most, _ := k.c.Points(catalog.Met)
	for _, i := range k.items {
		if i.Kind != catalog.Question {
			continue
		}
		now, low, high, rule := i.points(k.c)
		p.Score, p.Low, p.High, p.Max = p.Score+now, p.Low+low, p.High+high, p.Max+most
		leaf := i.leaf(score.NodeContribution, "score/", number(now), rule)
		leaf.Low, leaf.High = number(low), number(high)
		into := &sum.Children
		if i.Section != "" {
			id := "section/" + i.Section
			t := totals[id]
			totals[id] = [3]int64{t[0] + now, t[1] + low, t[2] + high}
			at := slices.IndexFunc(sum.Children, func(n score.Node) bool { return n.ID == id })
			if at < 0 {
				at = len(sum.Children)
				sum.Children = append(sum.Children, score.Node{ID: id, Kind: score.NodeSection, Rule: "sum"})
			}
			into = &sum.Children[at].Children
		}
		*into = append(*into, leaf)
	}
	for at := range sum.Children {
		if n := &sum.Children[at]; n.Kind == score.NodeSection {
			t := totals[n.ID]
			n.Value, n.Low, n.High = number(t[0]), number(t[1]), number(t[2])
		}
	}
	sum.Value, sum.Low, sum.High = number(p.Score), number(p.Low), number(p.High)
	band := k.bandOf(p.Score)
	p.Band, p.BandLow, p.BandHigh = band.ID, k.bandOf(p.Low).ID, k.bandOf(p.High).ID
	return p, score.Node{ID: "band", Kind: score.NodeBand, Value: p.Band, Low: p.BandLow, High: p.BandHigh, Rule: "band-of-score",
		Clause: clauseOf(band.Clause), Children: []score.Node{sum}}
}

// bandOf reads the table of bands: of those whose minimum the points reach, the one with the greatest minimum.
func (k *checker) bandOf(points int64) (best catalog.Band) {
	for _, b := range k.c.Bands() {
		if points >= b.Min && (best.ID == "" || b.Min > best.Min) {
			best = b
		}
	}
	return best
}

func (i *item) leaf(kind score.NodeKind, path, value, rule string) score.Node {
	return score.Node{ID: path + string(i.ID), Kind: kind, Value: value, Rule: rule, Clause: clauseOf(i.Clause), Item: i.ID,
		State: i.state, Given: i.given, Finding: i.finding.String()}
}

func clauseOf(c catalog.Clause) score.Clause {
	return score.Clause{Source: c.Document, Clause: c.Clause}
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

// valueKinds says what a wrong value of a node is a matter of.
var valueKinds = map[score.NodeKind]*problem.Kind{score.NodeBand: BandKind, score.NodeScore: PointsKind, score.NodeSection: PointsKind,
	score.NodeContribution: PointsKind, score.NodeVerdict: VerdictKind, score.NodeRule: VerdictKind, score.NodeItem: VerdictKind}

// tree compares a claimed tree with the one that must be there.
func (k *checker) tree(pointer string, got, want score.Node) {
	k.same(NodeKind, pointer+"/id", got.ID, want.ID)
	k.same(NodeKind, pointer+"/kind", string(got.Kind), string(want.Kind))
	k.same(valueKinds[want.Kind], pointer+"/value", got.Value, want.Value)
	k.same(valueKinds[want.Kind], pointer+"/low", got.Low, want.Low)
	k.same(valueKinds[want.Kind], pointer+"/high", got.High, want.High)
	k.same(RuleKind, pointer+"/rule", got.Rule, want.Rule)
	k.same(ClauseKind, pointer+"/clause/source", got.Clause.Source, want.Clause.Source)
	k.same(ClauseKind, pointer+"/clause/clause", got.Clause.Clause, want.Clause.Clause)
	k.same(AnswerKind, pointer+"/item", string(got.Item), string(want.Item))
	k.same(AnswerKind, pointer+"/state", stateName(got.State), stateName(want.State))
	k.same(AnswerKind, pointer+"/given", givenText(got.Given), givenText(want.Given))
	k.same(AnswerKind, pointer+"/finding", got.Finding, want.Finding)
	matched(k, pointer+"/children", got.Children, want.Children, func(n score.Node) string { return n.ID }, k.tree)
}

func stateName(s catalog.State) string {
	if s == catalog.Unanswered {
		return "unanswered"
	}
	return s.String()
}

// givenText quotes what the respondents are called, so that no name can be taken for two answers.
func givenText(given []score.Given) string {
	out := ""
	for _, g := range given {
		out += strconv.Quote(g.Respondent) + ": " + stateName(g.State) + "; "
	}
	return out
}

// matched compares two lists whose elements have ids: nothing is missing, nothing is there twice, nothing else is there,
// and the order is the same.
func matched[E any](k *checker, pointer string, got, want []E, id func(E) string, compare func(pointer string, got, want E)) {
	found := make([]bool, len(want))
	complete := len(got) == len(want)
	for i, g := range got {
		at := slices.IndexFunc(want, func(w E) bool { return id(w) == id(g) })
		p := pointer + "/" + strconv.Itoa(i)
		switch {
		case at < 0:
			complete = false
			k.report(ForeignKind, p, id(g), "")
		case found[at]:
			complete = false
			k.report(TwiceKind, p, id(g), "")
		default:
			found[at] = true
			compare(p, g, want[at])
		}
	}
	for at, ok := range found {
		if !ok {
			k.report(MissingKind, pointer, "", id(want[at]))
		}
	}
	for i := range got {
		if complete {
			k.same(OrderKind, pointer+"/"+strconv.Itoa(i), id(got[i]), id(want[i]))
		}
	}
}
