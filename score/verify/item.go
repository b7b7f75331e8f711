package verify

import (
	"slices"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/score"
)

// states is a set of states.
type states [catalog.Compensated + 1]bool

// The orders in which [score.Worst] looks for a state. What an expert has accepted no longer weighs against the answers
// of others, so it goes to the end.
var (
	worstFirst   = []catalog.State{catalog.Unknown, catalog.NotApplicable, catalog.Compensated, catalog.Unmet, catalog.Partial, catalog.Met}
	acceptedLast = []catalog.State{catalog.Unknown, catalog.Unmet, catalog.Partial, catalog.Met, catalog.NotApplicable, catalog.Compensated}
	trueAnswers  = []catalog.State{catalog.Unmet, catalog.Partial, catalog.Met}
)

func (s states) first(order []catalog.State) catalog.State {
	for _, state := range order {
		if s[state] {
			return state
		}
	}
	return catalog.Unanswered
}

// item is an item with what the assessment says about it.
type item struct {
	catalog.Item
	level   int
	finding assess.Verdict
	given   []score.Given // by respondent
	state   catalog.State // what the answers combine to
	can     states        // what the item is under some completion of the answers; one state if it is settled
}

func itemOf(a *assess.Checked, index int, i catalog.Item) *item {
	level, _ := a.Catalog().LevelIndex(i.Level)
	out := &item{Item: i, level: level, finding: a.Finding(index)}
	order := worstFirst
	if out.finding == assess.Accepted {
		order = acceptedLast
	}
	var all states
	for _, answer := range a.AnswersTo(index) {
		all[answer.State] = true
		at := 0
		for at < len(out.given) && out.given[at].Respondent < answer.Respondent {
			at++
		}
		out.given = slices.Insert(out.given, at, score.Given{Respondent: answer.Respondent, State: answer.State})
	}
	out.state = all.first(order)
	out.can = completions(a, index, i)
	return out
}

// completions goes through the answers one by one. Each can become what its respondent may yet say: unknown any true
// answer, what waits for an expert any true answer or accepted as it is. Of each combination the worst counts.
func completions(a *assess.Checked, index int, i catalog.Item) (can states) {
	if a.Finding(index) == assess.Rejected {
		can[catalog.Unmet] = true
		return can
	}
	var anyTrue states
	for _, s := range trueAnswers {
		anyTrue[s] = a.Catalog().Allows(i, s)
	}
	answers := a.AnswersTo(index)
	if len(answers) == 0 {
		return anyTrue
	}
	can[catalog.Unanswered] = true
	for _, answer := range answers {
		var next states
		if answer.State == catalog.Unknown || assess.NeedsReason(answer.State) && a.Finding(index) != assess.Accepted {
			next = anyTrue
		}
		if answer.State != catalog.Unknown {
			next[answer.State] = true
		}
		can = can.combined(next)
	}
	return can
}

// combined returns the worst of every pair.
func (s states) combined(other states) (out states) {
	for x := range s {
		for y := range other {
			if s[x] && other[y] {
				var pair states
				pair[x], pair[y] = true, true
				out[pair.first(acceptedLast)] = true
			}
		}
	}
	return out
}

func (i *item) waits() bool {
	return assess.NeedsReason(i.state) && i.finding != assess.Accepted && i.finding != assess.Rejected
}

// under returns the outcome of the item under a rule: open where completions disagree.
func (i *item) under(rule catalog.Rule) score.Outcome {
	if rule == catalog.AllAnswered {
		if i.state == catalog.Unanswered || i.state == catalog.Unknown {
			return score.OutcomeOpen
		}
		return score.OutcomeMet
	}
	holds := i.can[catalog.Met] || i.can[catalog.NotApplicable] || i.can[catalog.Compensated]
	fails := i.can[catalog.Unmet] || i.can[catalog.Partial]
	switch {
	case !fails:
		return score.OutcomeMet
	case !holds:
		return score.OutcomeUnmet
	}
	return score.OutcomeOpen
}

// points returns what the item counts for now, by which rule, and the least and greatest that it can count for.
func (i *item) points(c *catalog.Checked) (now, low, high int64, rule string) {
	for s, possible := range i.can {
		if !possible {
			continue
		}
		p, _ := c.Points(catalog.State(s))
		if rule == "" {
			low, high, rule = p, p, "choice-points"
		}
		low, high = min(low, p), max(high, p)
	}
	switch {
	case i.finding == assess.Rejected:
		now, _ = c.Points(catalog.Unmet)
		rule = "rejected"
	case i.waits():
		rule = "waits"
	case i.state == catalog.Unanswered:
		rule = "unanswered"
	default:
		now, _ = c.Points(i.state)
	}
	return now, low, high, rule
}
