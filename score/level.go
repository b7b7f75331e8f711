package score

import (
	"slices"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
)

// ruleAll is the rule of a verdict: unmet if one child is unmet, else open if one is open, else met.
const ruleAll = "all"

func (e *evaluation) level(index int, l catalog.Level) Level {
	out := Level{ID: l.ID, Criteria: OutcomeMet, Blocking: []catalog.ItemID{}, Deciding: []catalog.ItemID{}, Remaining: []catalog.Need{}}
	root := Node{ID: "level/" + l.ID, Kind: NodeVerdict, Rule: ruleAll, Clause: clauseOf(l.Clause)}
	byItem := make([]Outcome, len(e.outcomes))
	for _, rule := range l.Rules {
		node := Node{ID: root.ID + "/" + rule.String(), Kind: NodeRule, Rule: rule.String(), Children: make([]Node, 0, len(e.outcomes))}
		verdict := OutcomeMet
		for i := range e.outcomes {
			o := &e.outcomes[i]
			if o.level > index || !rule.AppliesTo(o.item.Kind) {
				continue
			}
			under := o.under(rule)
			leaf := o.leaf(NodeItem, node.ID+"/")
			leaf.Value, leaf.Rule = under.String(), rule.String()
			node.Children = append(node.Children, leaf)
			verdict = max(verdict, under) // unmet is the greatest, then open
			byItem[i] = max(byItem[i], under)
		}
		node.Value = verdict.String()
		root.Children = append(root.Children, node)
		out.Criteria = max(out.Criteria, verdict)
	}
	root.Value = out.Criteria.String()
	out.Explanation = root
	open := []catalog.ItemID{}
	for i, under := range byItem {
		id := e.outcomes[i].item.ID
		switch under {
		case OutcomeMet:
			out.Met++
		case OutcomeOpen:
			out.Open++
			open = append(open, id)
		case OutcomeUnmet:
			out.Unmet++
			out.Blocking = append(out.Blocking, id)
		}
	}
	out.Total = out.Met + out.Open + out.Unmet
	if out.Criteria == OutcomeOpen {
		out.Deciding = open
	}
	confirmed := e.confirmed(index)
	out.Assurance = Self
	if confirmed {
		out.Assurance = ExpertConfirmed
	}
	for _, need := range l.Needs {
		if !e.satisfied(need, l, confirmed) {
			out.Remaining = append(out.Remaining, need)
		}
	}
	return out
}

// confirmed reports whether the file holds an expert's confirmation, named and dated, without a reservation about any
// item of the level.
func (e *evaluation) confirmed(index int) bool {
	confirmation, ok := e.a.Confirmation()
	if !ok || confirmation.Expert.Name == "" || confirmation.Date == "" {
		return false
	}
	for i := range e.outcomes {
		o := &e.outcomes[i]
		if o.level <= index && (o.finding == assess.Rejected || o.finding == assess.Unclear) {
			return false
		}
	}
	return true
}

// satisfied reports whether the file shows that a need is fulfilled. Declaring with the body that runs a scheme, and a
// third party's evaluation, happen outside of any file and always remain.
func (e *evaluation) satisfied(need catalog.Need, l catalog.Level, confirmed bool) bool {
	switch need {
	case catalog.NeedExpertConfirmation:
		return confirmed
	case catalog.NeedDeclaration:
		d, ok := e.a.Declaration()
		if !ok || d.Name == "" || d.Date == "" {
			return false
		}
		if !slices.Contains(l.Needs, catalog.NeedExpertConfirmation) {
			return true
		}
		// Management declares what the expert has confirmed, so not before.
		confirmation, _ := e.a.Confirmation()
		return confirmed && d.Date >= confirmation.Date
	}
	return false
}
