package score

import (
	"slices"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/order"
)

func (o *outcome) rejected() bool { return o.finding == assess.Rejected }

// gaps lists what remains to be done, the most useful first. The order is part of the contract of [Evaluate].
func (e *evaluation) gaps(r Result) []Gap {
	type ranked struct {
		Gap
		key [6]int64
	}
	var list []ranked
	most, _ := e.c.Points(catalog.Met)
	hangs := r.Levels // the levels that may hang on a gap: the target, or without one the lowest that does
	if r.Target != "" {
		hangs = r.Levels[e.target : e.target+1]
	}
	for i := range e.outcomes {
		o := &e.outcomes[i]
		if !e.inScope(o) || !o.isGap() {
			continue
		}
		g := ranked{Gap: Gap{Item: o.item.ID, State: o.state, Reasons: []Reason{{Code: o.gapCode()}}}}
		missing := int64(0) // points between the worst that can still be true and met
		if o.item.Kind == catalog.Question && e.c.HasPoints() {
			now, low, _ := o.points(e.c)
			missing = most - low
			if gain := most - now; gain > 0 {
				g.Reasons = append(g.Reasons, Reason{ReasonGain, []Arg{{"points", number(gain)}}})
			}
		}
		decides := false
		for _, l := range hangs {
			switch {
			case slices.Contains(l.Blocking, o.item.ID):
				g.Reasons = append(g.Reasons, Reason{ReasonBlocks, []Arg{{"level", l.ID}}})
			case slices.Contains(l.Deciding, o.item.ID):
				g.Reasons = append(g.Reasons, Reason{ReasonDecides, []Arg{{"level", l.ID}}})
			default:
				continue
			}
			decides = true
			break
		}
		g.key = [6]int64{0, -missing, int64(stateOrder[o.gapCode()]), int64(o.level), 0, int64(i)}
		if r.Target != "" && !decides {
			g.key[0] = 1
		}
		if o.item.Kind == catalog.Condition {
			g.key[4] = 1
		}
		list = append(list, g)
	}
	order.Stable(list, func(a, b *ranked) bool {
		for k := range a.key {
			if a.key[k] != b.key[k] {
				return a.key[k] < b.key[k]
			}
		}
		return false
	})
	out := make([]Gap, len(list))
	for i, g := range list {
		out[i] = g.Gap
		out[i].Priority = i + 1
	}
	return out
}

// stateOrder is the order of gaps that bring the same number of points.
var stateOrder = map[ReasonCode]int{ReasonRejected: 0, ReasonUnmet: 0, ReasonUnknown: 1, ReasonUnanswered: 2, ReasonPartial: 3, ReasonNeedsAcceptance: 4}

func (o *outcome) gapCode() ReasonCode {
	switch {
	case o.rejected():
		return ReasonRejected
	case o.waits && o.state != catalog.Unknown:
		return ReasonNeedsAcceptance
	}
	switch o.state {
	case catalog.Unmet:
		return ReasonUnmet
	case catalog.Partial:
		return ReasonPartial
	case catalog.Unknown:
		return ReasonUnknown
	}
	return ReasonUnanswered
}
