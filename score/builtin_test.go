package score_test

import (
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/score"
	"github.com/hoshitori/hoshitori/score/verify"
)

// all answers every item of a catalogue, by a function of its place.
func all(t *testing.T, c *catalog.Checked, state func(i int) catalog.State) *assess.Document {
	t.Helper()
	d := assess.New(c.Ref())
	for i, item := range c.Items() {
		if s := state(i); s != catalog.Unanswered {
			if !c.Allows(item, s) {
				s = catalog.Unmet
			}
			d.Set(answer(item.ID, "", s))
		}
	}
	return d
}

// A better answer lowers nothing, in any built-in catalogue, at any item: neither the score nor its bounds, no verdict, no
// count of what is in place; and it adds no gap.
func TestBetterAnswersLowerNothing(t *testing.T) {
	rising := []catalog.State{catalog.Unmet, catalog.Partial, catalog.Met}
	rank := map[score.Outcome]int{score.OutcomeUnmet: 0, score.OutcomeOpen: 1, score.OutcomeMet: 2}
	for _, c := range builtin.All() {
		for i, item := range c.Items() {
			// The others are mixed, so that the one answer matters in different company.
			document := func(own catalog.State) *assess.Document {
				return all(t, c, func(j int) catalog.State {
					if i == j {
						return own
					}
					return rising[(i+j)%len(rising)]
				})
			}
			before := evaluate(t, document(rising[0]), c)
			for _, better := range rising[1:] {
				if !c.Allows(item, better) {
					continue
				}
				after := evaluate(t, document(better), c)
				if p, q := before.Points, after.Points; p != nil && (q.Score < p.Score || q.Low < p.Low || q.High < p.High) {
					t.Errorf("%s %s %s: points fall from %+v to %+v", c.Ref(), item.ID, better, p, q)
				}
				for k := range after.Levels {
					if rank[after.Levels[k].Criteria] < rank[before.Levels[k].Criteria] || after.Levels[k].Met < before.Levels[k].Met {
						t.Errorf("%s %s %s: level %s falls", c.Ref(), item.ID, better, after.Levels[k].ID)
					}
				}
				if len(after.Gaps) > len(before.Gaps) {
					t.Errorf("%s %s %s: %d gaps instead of %d", c.Ref(), item.ID, better, len(after.Gaps), len(before.Gaps))
				}
				before = after
			}
		}
	}
}

// Every verdict on every level, and every band, is reached by some answers: none is only there on paper. The verifier,
// which knows nothing of the scorer, agrees each time.
func TestEveryVerdictIsReachable(t *testing.T) {
	for _, c := range builtin.All() {
		reached := map[string]bool{}
		wanted := []string{}
		for _, l := range c.Levels() {
			for _, o := range []score.Outcome{score.OutcomeMet, score.OutcomeUnmet, score.OutcomeOpen} {
				wanted = append(wanted, l.ID+" "+o.String())
			}
		}
		for _, b := range c.Bands() {
			wanted = append(wanted, "band "+b.ID)
		}
		items := c.Items()
		documents := []*assess.Document{assess.New(c.Ref())}
		for _, state := range []catalog.State{catalog.Met, catalog.Partial, catalog.Unmet, catalog.Unknown} {
			documents = append(documents, all(t, c, func(int) catalog.State { return state }))
		}
		for done := range items {
			documents = append(documents, all(t, c, func(i int) catalog.State {
				if i < done {
					return catalog.Met
				}
				return catalog.Unmet
			}))
		}
		for index := range c.Levels() {
			documents = append(documents, all(t, c, func(i int) catalog.State {
				if c.AtLevel(items[i], index) {
					return catalog.Met
				}
				return catalog.Unanswered
			}))
		}
		for _, d := range documents {
			a := checked(t, d, c)
			r := score.Evaluate(a, score.Options{})
			for _, l := range r.Levels {
				reached[l.ID+" "+l.Criteria.String()] = true
			}
			if r.Points != nil {
				reached["band "+r.Points.Band] = true
			}
			if problems := verify.Result(a, r); problems != nil {
				t.Fatalf("%s: %v", c.Ref(), problems)
			}
		}
		for _, w := range wanted {
			if !reached[w] {
				t.Errorf("%s: nothing leads to %q", c.Ref(), w)
			}
		}
	}
}

// Where a scheme asks for an expert, an answer that does not apply is open until one accepts it, at every item.
func TestNotApplicableStaysOpen(t *testing.T) {
	for _, c := range builtin.All() {
		for i, item := range c.Items() {
			if !c.Allows(item, catalog.NotApplicable) {
				continue
			}
			d := all(t, c, func(j int) catalog.State {
				if i == j {
					return catalog.Unanswered
				}
				return catalog.Met
			})
			d.Set(assess.Answer{Item: item.ID, State: catalog.NotApplicable, Reason: assess.Reason{Text: "there is none"}})
			r := evaluate(t, d, c)
			for k, l := range r.Levels {
				want := score.OutcomeMet
				if c.AtLevel(item, k) {
					want = score.OutcomeOpen
				}
				if l.Criteria != want {
					t.Errorf("%s %s: level %s is %s, want %s", c.Ref(), item.ID, l.ID, l.Criteria, want)
				}
			}
			d.Confirmation = &assess.Confirmation{Expert: assess.Expert{Name: "expert"}, Date: "2026-11-22",
				Findings: []assess.Finding{{Item: item.ID, Verdict: assess.Accepted}}}
			for _, l := range evaluate(t, d, c).Levels {
				if l.Criteria != score.OutcomeMet {
					t.Errorf("%s %s: level %s is %s although an expert accepted", c.Ref(), item.ID, l.ID, l.Criteria)
				}
			}
		}
	}
}
