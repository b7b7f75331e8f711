package score

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/order"
)

// outcome is what the answers to one item amount to.
type outcome struct {
	item    *catalog.Item // nil where only the answers are looked at
	level   int           // index of the lowest level that the item belongs to
	state   catalog.State // what the answers combine to
	given   []Given       // sorted by respondent, so that the order of the file does not matter
	finding assess.Verdict
	// best and worst are the ends of the true answers (unmet, partial, met) that are still possible.
	best, worst catalog.State
	// alone: nobody gave a true answer or does not know; all say that it does not apply or is compensated.
	alone bool
	// waits: someone says that it does not apply or is compensated, and no expert has accepted or rejected that yet.
	waits bool
}

// StateOf returns what the answers to the item at that place of the catalogue combine to, Unanswered if there are none.
func StateOf(a *assess.Checked, index int) catalog.State {
	return outcomeOf(a, index).state
}

// severity orders the states for [Worst]. Unknown comes first, because it is worth least where a scheme punishes it, and
// so that raising another respondent's answer can never lower the sum. What waits for an expert comes second for the
// same reason: it counts nothing until it is accepted.
var severity = [catalog.Compensated + 1]int{catalog.Unknown: 1, catalog.NotApplicable: 2, catalog.Compensated: 3, catalog.Unmet: 4, catalog.Partial: 5, catalog.Met: 6}

// rank orders the true answers.
var rank = [catalog.Compensated + 1]int{catalog.Unmet: 1, catalog.Partial: 2, catalog.Met: 3}

func outcomeOf(a *assess.Checked, index int) outcome {
	o := outcome{finding: a.Finding(index), best: catalog.Met, worst: catalog.Unmet}
	known := catalog.Unanswered // the worst true answer
	unknown := false
	answers := a.AnswersTo(index)
	for i := range answers {
		answer := &answers[i]
		o.given = append(o.given, Given{answer.Respondent, answer.State})
		if o.state == catalog.Unanswered || severity[answer.State] < severity[o.state] {
			o.state = answer.State
		}
		switch {
		case rank[answer.State] > 0:
			if known == catalog.Unanswered || rank[answer.State] < rank[known] {
				known = answer.State
			}
		case answer.State == catalog.Unknown:
			unknown = true
		default:
			o.waits = true
		}
	}
	order.Stable(o.given, func(a, b *Given) bool { return a.Respondent < b.Respondent })
	if o.rejected() {
		o.best, o.worst, o.waits = catalog.Unmet, catalog.Unmet, false
		return o
	}
	o.alone = o.waits && known == catalog.Unanswered && !unknown
	if o.waits && o.finding == assess.Accepted {
		// What an expert accepted for one site says nothing for a site where the measure is missing.
		o.waits = false
		if known != catalog.Unanswered && !unknown {
			o.state = known
		}
	}
	if known != catalog.Unanswered {
		o.best = known // the worst answer counts, so no completion can be better than the worst that is known
		if !unknown && !o.waits {
			o.worst = known
		}
	}
	return o
}

// accepted reports whether the item counts as not applicable or compensated, because an expert has accepted that.
func (o *outcome) accepted() bool { return o.alone && !o.waits && !o.rejected() }

// settled is the state that the item counts as, or Unanswered while that is open.
func (o *outcome) settled() catalog.State {
	switch {
	case o.rejected():
		return catalog.Unmet
	case o.waits || o.state == catalog.Unknown:
		return catalog.Unanswered
	}
	return o.state
}

// under returns the outcome of the item under a rule that applies to it.
func (o *outcome) under(rule catalog.Rule) Outcome {
	if rule == catalog.AllAnswered {
		if o.state == catalog.Unanswered || o.state == catalog.Unknown {
			return OutcomeOpen
		}
		return OutcomeMet
	}
	switch {
	case o.accepted() || o.settled() == catalog.Met:
		return OutcomeMet
	case o.best != catalog.Met:
		return OutcomeUnmet
	}
	return OutcomeOpen
}

// isGap reports whether something remains to be done for the item.
func (o *outcome) isGap() bool { return !o.accepted() && o.settled() != catalog.Met }

// points returns what the item counts for now, and the least and greatest it can still count for.
func (o *outcome) points(c *catalog.Checked) (now, low, high int64) {
	value := func(s catalog.State) int64 {
		p, _ := c.Points(s)
		return p
	}
	switch settled := o.settled(); {
	case settled != catalog.Unanswered:
		now = value(settled)
		return now, now, now
	case o.state == catalog.Unknown:
		now = value(catalog.Unknown)
	}
	low, high = value(o.worst), value(o.best)
	if o.alone { // an expert may still accept what is said
		low, high = min(low, value(o.state)), max(high, value(o.state))
	}
	return now, low, high
}
