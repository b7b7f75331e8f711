package verify

import (
	"slices"
	"strconv"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/score"
)

// gap is a gap with what its place in the order depends on.
type gap struct {
	score.Gap
	item    *item
	decides bool
	missing int64
}

// urgency is the order of gaps that may miss the same points: by what is known about them.
var urgency = []score.ReasonCode{score.ReasonUnmet, score.ReasonUnknown, score.ReasonUnanswered, score.ReasonPartial, score.ReasonNeedsAcceptance}

// gapsOf works out what the gaps must be: the items in scope that some completion leaves unmet or partial.
func (k *checker) gapsOf(target string) (out []score.Gap) {
	hang := []score.Level{k.levelOf(k.scope)}
	if target == "" {
		hang = nil
		for n := range k.c.Levels() {
			hang = append(hang, k.levelOf(n))
		}
	}
	most, _ := k.c.Points(catalog.Met)
	var list []gap
	for _, i := range k.items {
		if i.level > k.scope || i.under(catalog.AllMet) == score.OutcomeMet {
			continue
		}
		g := gap{Gap: score.Gap{Item: i.ID, State: i.state, Reasons: []score.Reason{{Code: i.reason()}}}, item: i}
		if i.Kind == catalog.Question && k.c.HasPoints() {
			now, low, _, _ := i.points(k.c)
			g.missing = most - low
			if gain := most - now; gain > 0 {
				g.because(score.ReasonGain, "points", number(gain))
			}
		}
		for _, level := range hang {
			if slices.Contains(level.Blocking, i.ID) {
				g.decides = true
				g.because(score.ReasonBlocks, "level", level.ID)
			} else if slices.Contains(level.Deciding, i.ID) {
				g.decides = true
				g.because(score.ReasonDecides, "level", level.ID)
			}
			if g.decides { // the lowest level is named
				break
			}
		}
		list = append(list, g)
	}
	slices.SortStableFunc(list, func(a, b gap) int { return a.compare(b, target != "") })
	for at := range list {
		list[at].Priority = at + 1
		out = append(out, list[at].Gap)
	}
	return out
}

func (g *gap) because(code score.ReasonCode, name, value string) {
	g.Reasons = append(g.Reasons, score.Reason{Code: code, Args: []score.Arg{{Name: name, Value: value}}})
}

// compare puts first, in this order: what the target hangs on, where more points may be missing, what is more urgent, what is of a
// lower level, what is no condition. The rest stays in the order of the source.
func (a gap) compare(b gap, targeted bool) int {
	before := func(first, second bool) int {
		switch {
		case first == second:
			return 0
		case first:
			return -1
		}
		return 1
	}
	for _, c := range []int{
		before(a.decides && targeted, b.decides && targeted),
		before(a.missing > b.missing, b.missing > a.missing),
		a.urgency() - b.urgency(),
		a.item.level - b.item.level,
		before(a.item.Kind != catalog.Condition, b.item.Kind != catalog.Condition),
	} {
		if c != 0 {
			return c
		}
	}
	return 0
}

// urgency is that of the first reason; what an expert rejected is as urgent as what is unmet.
func (g gap) urgency() int { return max(0, slices.Index(urgency, g.Reasons[0].Code)) }

func (i *item) reason() score.ReasonCode {
	switch {
	case i.finding == assess.Rejected:
		return score.ReasonRejected
	case i.waits():
		return score.ReasonNeedsAcceptance
	case i.state == catalog.Unanswered:
		return score.ReasonUnanswered
	}
	return score.ReasonCode(i.state.String()) // unmet, partial or unknown
}

func (k *checker) gap(pointer string, got, want score.Gap) {
	k.same(AnswerKind, pointer+"/state", stateName(got.State), stateName(want.State))
	k.equal(pointer+"/priority", got.Priority, want.Priority)
	k.same(ReasonKind, pointer+"/reasons", reasonsText(got.Reasons), reasonsText(want.Reasons))
}

func reasonsText(reasons []score.Reason) string {
	out := ""
	for _, r := range reasons {
		out += strconv.Quote(string(r.Code))
		for _, a := range r.Args {
			out += " " + strconv.Quote(a.Name) + "=" + strconv.Quote(a.Value)
		}
		out += "; "
	}
	return out
}
