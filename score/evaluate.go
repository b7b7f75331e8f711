package score

import (
	"strconv"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
)

// Evaluate computes the result of an assessment. It depends on nothing but its arguments. It panics if options name a
// target that the catalogue does not have; a target in the assessment has been checked.
//
// The rules, in order:
//
//  1. Several answers to one item combine by [Options.Combine]. An expert's finding settles what does not apply or is
//     compensated (accepted), or makes the item unmet (rejected). What was accepted stands behind the true answers of
//     other respondents: that a measure does not apply at one site says nothing for a site where it is missing.
//  2. An item is open while it is unanswered or unknown, or while it is not applicable or compensated without an
//     expert's acceptance.
//  3. Score is the sum of the points of the states of all questions; an open item that is not unknown adds nothing. Low
//     and High are the least and greatest sum over all true answers that open questions can still take.
//  4. A band belongs to each of the three, by the catalogue's table.
//  5. A level's criteria are unmet if an item that one of its rules looks at is certainly not met, open if one of them
//     is open, and met otherwise. Every level is listed, whatever the target.
//  6. With a target, completeness, sections and gaps speak of the items of that level and below.
//  7. Gaps are ordered: first those on which the target hangs, then by the points that may be missing (a question
//     whose answer is unknown may miss as many as an unmet one), then by state (unmet, unknown, unanswered, partial, waiting
//     for an expert), by level, conditions last, in the order of the source.
func Evaluate(a *assess.Checked, options Options) Result {
	c := a.Catalog()
	e, target := newEvaluation(a, options)
	r := Result{Catalog: catalogOf(c), Target: target, Combine: options.Combine, Completeness: e.completeness(), Points: e.sum()}
	if r.Points != nil {
		r.Explanation = e.explain(r.Points)
	}
	for i, l := range c.Levels() {
		r.Levels = append(r.Levels, e.level(i, l))
	}
	if !c.HasPoints() {
		r.Explanation = r.Levels[e.target].Explanation
	}
	r.Sections = e.sections()
	r.Gaps = e.gaps(r)
	return r
}

// Progress returns the completeness and the points of [Evaluate] without explanation, levels and gaps: what a form shows
// after every answer, in a fraction of the time. The points are nil in a catalogue without points. It panics as Evaluate does.
func Progress(a *assess.Checked, options Options) (Completeness, *Points) {
	e, _ := newEvaluation(a, options)
	return e.completeness(), e.sum()
}

func catalogOf(c *catalog.Checked) Catalog {
	return Catalog{ID: c.Ref().ID, Version: c.Ref().Version, Status: c.Status(), SupersededBy: c.SupersededBy(), Digest: c.Digest()}
}

type evaluation struct {
	a        *assess.Checked
	c        *catalog.Checked
	target   int // index of the target level, of the highest level if none is chosen
	outcomes []outcome
}

// newEvaluation says what the answers to each item amount to, and which target counts.
func newEvaluation(a *assess.Checked, options Options) (e evaluation, target string) {
	c := a.Catalog()
	e = evaluation{a: a, c: c, target: len(c.Levels()) - 1}
	target = options.Target
	if target == "" {
		target = a.Target()
	}
	if target != "" {
		i, ok := c.LevelIndex(target)
		if !ok {
			panic("score: " + c.Ref().String() + " has no level " + target)
		}
		e.target = i
	}
	items := c.Items()
	e.outcomes = make([]outcome, len(items))
	for i := range items {
		o := outcomeOf(a, i)
		o.item = &items[i]
		o.level, _ = c.LevelIndex(o.item.Level)
		e.outcomes[i] = o
	}
	return e, target
}

// inScope reports whether totals, sections and gaps speak of the item.
func (e *evaluation) inScope(o *outcome) bool { return o.level <= e.target }

func (e *evaluation) completeness() (n Completeness) {
	for i := range e.outcomes {
		o := &e.outcomes[i]
		if !e.inScope(o) {
			continue
		}
		n.Total++
		switch o.state {
		case catalog.Unanswered:
			n.Unanswered++
		case catalog.Unknown:
			n.Unknown++
		case catalog.NotApplicable:
			n.NotApplicable++
		default:
			n.Answered++
		}
	}
	return n
}

func (e *evaluation) sections() []Section {
	all := []Section{}
	place := map[string]int{}
	sections := e.c.Sections()
	for i, s := range sections {
		all = append(all, Section{ID: s.ID})
		place[s.ID] = i
	}
	for i := range e.outcomes {
		o := &e.outcomes[i]
		if !e.inScope(o) {
			continue
		}
		// A section counts what is below it; a parent stands before its sections, so this ends.
		for id := o.item.Section; id != ""; id = sections[place[id]].Parent {
			all[place[id]].count(o.state)
		}
	}
	// With a target, a section that has nothing to say is left out.
	out := []Section{}
	for _, s := range all {
		if s.Total > 0 {
			out = append(out, s)
		}
	}
	return out
}

func (s *Section) count(state catalog.State) {
	s.Total++
	switch state {
	case catalog.Met:
		s.Met++
	case catalog.Partial:
		s.Partial++
	case catalog.Unmet:
		s.Unmet++
	case catalog.Unknown:
		s.Unknown++
	case catalog.Unanswered:
		s.Unanswered++
	case catalog.NotApplicable:
		s.NotApplicable++
	case catalog.Compensated:
		s.Compensated++
	}
}

func clauseOf(c catalog.Clause) Clause { return Clause{Source: c.Document, Clause: c.Clause} }

func number(n int64) string { return strconv.FormatInt(n, 10) }
