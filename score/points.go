package score

import "github.com/hoshitori/hoshitori/catalog"

// The rules that explanations of points name.
const (
	ruleBand       = "band-of-score" // the first band, from the highest down, whose minimum the score reaches
	ruleSum        = "sum"           // the children's values added up
	ruleChoice     = "choice-points" // the points that the catalogue gives to the state
	ruleUnanswered = "unanswered"    // nothing is counted yet
	ruleWaits      = "waits"         // nothing is counted until an expert has accepted it
	ruleRejected   = "rejected"      // an expert rejected the answer: counted as unmet
)

// points sums up the questions and explains the sum.
func (e *evaluation) points() (p Points, root Node) {
	sum := Node{ID: "score", Kind: NodeScore, Rule: ruleSum}
	sections := map[string]int{}
	subtotals := map[string]*Points{}
	for _, s := range e.c.Sections() {
		subtotals[s.ID] = &Points{}
	}
	most, _ := e.c.Points(catalog.Met)
	for i := range e.outcomes {
		o := &e.outcomes[i]
		if o.item.Kind != catalog.Question {
			continue
		}
		now, low, high := o.points(e.c)
		p.Score, p.Low, p.High, p.Max = p.Score+now, p.Low+low, p.High+high, p.Max+most
		leaf := o.leaf(NodeContribution, "score/")
		leaf.Value, leaf.Low, leaf.High, leaf.Rule = number(now), number(low), number(high), o.pointsRule()
		id := o.item.Section
		if id == "" {
			sum.Children = append(sum.Children, leaf)
			continue
		}
		at, ok := sections[id]
		if !ok {
			at = len(sum.Children)
			sections[id] = at
			sum.Children = append(sum.Children, Node{ID: "section/" + id, Kind: NodeSection, Rule: ruleSum})
		}
		t := subtotals[id]
		t.Score, t.Low, t.High = t.Score+now, t.Low+low, t.High+high
		sum.Children[at].Children = append(sum.Children[at].Children, leaf)
	}
	for id, at := range sections {
		t := subtotals[id]
		sum.Children[at].Value, sum.Children[at].Low, sum.Children[at].High = number(t.Score), number(t.Low), number(t.High)
	}
	sum.Value, sum.Low, sum.High = number(p.Score), number(p.Low), number(p.High)

	band, _ := e.c.BandOf(p.Score)
	low, _ := e.c.BandOf(p.Low)
	high, _ := e.c.BandOf(p.High)
	p.Band, p.BandLow, p.BandHigh = band.ID, low.ID, high.ID
	root = Node{ID: "band", Kind: NodeBand, Value: band.ID, Low: low.ID, High: high.ID, Rule: ruleBand,
		Clause: clauseOf(band.Clause), Children: []Node{sum}}
	return p, root
}

func (o *outcome) pointsRule() string {
	switch {
	case o.rejected():
		return ruleRejected
	case o.waits && o.state != catalog.Unknown:
		return ruleWaits
	case o.state == catalog.Unanswered:
		return ruleUnanswered
	}
	return ruleChoice
}

// leaf returns the node of an item without its claim.
func (o *outcome) leaf(kind NodeKind, path string) Node {
	n := Node{ID: path + string(o.item.ID), Kind: kind, Clause: clauseOf(o.item.Clause), Item: o.item.ID, State: o.state, Given: o.given}
	if o.finding != 0 {
		n.Finding = o.finding.String()
	}
	return n
}
