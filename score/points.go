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

// sum adds up what the questions count for; nil in a catalogue without points.
func (e *evaluation) sum() *Points {
	if !e.c.HasPoints() {
		return nil
	}
	p := &Points{}
	most, _ := e.c.Points(catalog.Met)
	for i := range e.outcomes {
		if o := &e.outcomes[i]; o.item.Kind == catalog.Question {
			now, low, high := o.points(e.c)
			p.Score, p.Low, p.High, p.Max = p.Score+now, p.Low+low, p.High+high, p.Max+most
		}
	}
	band, _ := e.c.BandOf(p.Score)
	low, _ := e.c.BandOf(p.Low)
	high, _ := e.c.BandOf(p.High)
	p.Band, p.BandLow, p.BandHigh = band.ID, low.ID, high.ID
	return p
}

// explain says what the band and the sum rest on, section by section and question by question.
func (e *evaluation) explain(p *Points) Node {
	sum := Node{ID: "score", Kind: NodeScore, Rule: ruleSum, Value: number(p.Score), Low: number(p.Low), High: number(p.High)}
	sections := map[string]int{} // places among the children
	subtotals := map[string]*Points{}
	for i := range e.outcomes {
		o := &e.outcomes[i]
		if o.item.Kind != catalog.Question {
			continue
		}
		now, low, high := o.points(e.c)
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
			sections[id], subtotals[id] = at, &Points{}
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
	band, _ := e.c.BandOf(p.Score)
	return Node{ID: "band", Kind: NodeBand, Value: p.Band, Low: p.BandLow, High: p.BandHigh, Rule: ruleBand,
		Clause: clauseOf(band.Clause), Children: []Node{sum}}
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
