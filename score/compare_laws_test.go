package score_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/changes"
	"github.com/hoshitori/hoshitori/score"
)

func compare(t *testing.T, before, after *assess.Document, c *catalog.Checked, options score.CompareOptions) score.Comparison {
	t.Helper()
	m, problems := score.Compare(checked(t, before, c), checked(t, after, c), options)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return m
}

// together checks what holds for every comparison: each item stands once, and what is said to be worse is.
func together(t *testing.T, m score.Comparison, c *catalog.Checked) {
	t.Helper()
	target := len(c.Levels()) - 1
	if m.Target != "" {
		target, _ = c.LevelIndex(m.Target)
	}
	var want, got []catalog.ItemID
	for _, item := range c.Items() {
		if c.AtLevel(item, target) {
			want = append(want, item.ID)
		}
	}
	worse := len(m.Lapses) > 0 || m.Points != nil && m.Points.After.Low < m.Points.Before.Low
	gone := map[catalog.ItemID]bool{}
	for _, i := range m.Items {
		worse = worse || i.Trend == score.Worse
		switch {
		case i.Trend == score.TrendUnstated || (i.Trend == score.New || i.Trend == score.Gone) && len(m.Migrated) == 0:
			t.Errorf("%s is %s", i.Item, i.Trend)
		case i.Trend == score.Gone && gone[i.Item]:
			t.Errorf("%s is gone twice", i.Item)
		case i.Trend == score.Gone:
			gone[i.Item] = true
		case len(gone) > 0:
			t.Errorf("%s stands behind what is gone", i.Item)
		default:
			got = append(got, i.Item)
		}
		if changed := i.Before != i.After || i.Trend != score.Same; changed && len(i.Reasons) == 0 {
			t.Errorf("%s is %s, and nothing says why", i.Item, i.Trend)
		}
	}
	if !slices.Equal(want, got) {
		t.Errorf("the items are %v, not %v", got, want)
	}
	if len(m.Levels) != target+1 {
		t.Errorf("%d levels up to level %d", len(m.Levels), target+1)
	}
	for _, l := range m.Levels {
		worse = worse || l.Trend == score.Worse
	}
	if worse != m.GotWorse {
		t.Errorf("got worse: %t, but what is listed says %t", m.GotWorse, worse)
	}
}

func TestCompareWithItself(t *testing.T) {
	forRandom(t, 1000, func(t *testing.T, _ random, d *assess.Document, c *catalog.Checked) {
		m := compare(t, d, copyOf(d), c, score.CompareOptions{})
		together(t, m, c)
		for _, i := range m.Items {
			if i.Trend != score.Same || i.Before != i.After || len(i.Reasons) > 0 {
				t.Errorf("%s is %+v", i.Item, i)
			}
		}
		for _, l := range m.Levels {
			if l.Trend != score.Same || l.Before != l.After || l.Assurance[0] != l.Assurance[1] {
				t.Errorf("level %+v", l)
			}
		}
		if m.GotWorse || m.Points != nil && m.Points.Before != m.Points.After || len(m.Caveats) != 1 || m.Caveats[0].Code != score.ReasonNoName {
			t.Errorf("got worse: %t, points %v, caveats %v", m.GotWorse, m.Points, m.Caveats)
		}
	})
}

// Whatever gets better one way gets worse the other way.
func TestCompareTheOtherWayRound(t *testing.T) {
	seen := map[score.Trend]int{}
	forRandom(t, 1000, func(t *testing.T, r random, d *assess.Document, c *catalog.Checked) {
		other := r.assessment(c)
		other.Target = d.Target
		on, back := compare(t, d, other, c, score.CompareOptions{}), compare(t, other, d, c, score.CompareOptions{})
		together(t, on, c)
		for i, one := range on.Items {
			two := back.Items[i]
			seen[one.Trend]++
			fits := false
			switch one.Trend {
			case score.Same:
				fits = two.Trend == score.Same
			case score.Better, score.Clearer:
				fits = two.Trend == score.Worse
			case score.Worse:
				fits = two.Trend == score.Better || two.Trend == score.Clearer
			}
			if !fits || one.Before != two.After || one.After != two.Before {
				t.Errorf("%+v the other way round is %+v", one, two)
			}
		}
		for i, one := range on.Levels {
			two := back.Levels[i]
			if one.Assurance[0] != one.Assurance[1] {
				continue // less assurance is worse, more is told beside the trend
			}
			if one.Before != two.After || one.After != two.Before || one.Trend == score.Same != (two.Trend == score.Same) || one.Trend == score.Better && two.Trend == score.Better {
				t.Errorf("%+v the other way round is %+v", one, two)
			}
		}
		if p, q := on.Points, back.Points; (p == nil) != (q == nil) || p != nil && (p.Before != q.After || p.After != q.Before) {
			t.Errorf("points %+v the other way round are %+v", p, q)
		}
	})
	for _, trend := range []score.Trend{score.Same, score.Better, score.Worse, score.Clearer} {
		if seen[trend] < 100 {
			t.Errorf("%s occurs %d times only: the generator has changed", trend, seen[trend])
		}
	}
}

// Raising an answer, and settling one that was unknown, makes nothing worse.
func TestRaisingAnAnswerIsNeverWorse(t *testing.T) {
	tried := 0
	forRandom(t, 600, func(t *testing.T, r random, d *assess.Document, c *catalog.Checked) {
		some := slices.Clone(d.Answers)
		r.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
		for _, a := range some[:min(len(some), 6)] {
			item, _ := c.Item(a.Item)
			rising := trueAnswers(c, item)
			if at := slices.Index(rising, a.State); at >= 0 {
				rising = rising[at+1:]
			} else if a.State != catalog.Unknown {
				continue
			}
			for _, better := range rising {
				tried++
				raised := copyOf(d)
				raised.Set(answer(a.Item, a.Respondent, better))
				m := compare(t, d, raised, c, score.CompareOptions{})
				together(t, m, c)
				if m.GotWorse {
					t.Errorf("%s of %q from %s to %s is worse: %s", a.Item, a.Respondent, a.State, better, m.JSON())
				}
			}
		}
	})
	if tried < 700 {
		t.Errorf("only %d answers were raised: the generator has changed", tried)
	}
}

// The order of a file says nothing.
func TestCompareInAnotherOrder(t *testing.T) {
	forRandom(t, 500, func(t *testing.T, r random, d *assess.Document, c *catalog.Checked) {
		other := r.assessment(c)
		shuffled := copyOf(other)
		r.Shuffle(len(shuffled.Answers), func(i, j int) {
			shuffled.Answers[i], shuffled.Answers[j] = shuffled.Answers[j], shuffled.Answers[i]
		})
		one, two := compare(t, d, other, c, score.CompareOptions{}), compare(t, d, shuffled, c, score.CompareOptions{})
		if !bytes.Equal(one.JSON(), two.JSON()) {
			t.Errorf("another order gives another comparison:\n%s\n%s", one.JSON(), two.JSON())
		}
	})
}

// Who only carries the answers over to another edition has not got worse and not better, over any number of records and
// in either direction: each item is the same, new or gone.
func TestCompareWithWhatWasCarriedOver(t *testing.T) {
	one, two, three, first, second := editions(t)
	all := append(builtin.All(), one, two, three)
	records := append(changes.All(), first, second)
	pairs := 0
	for _, from := range all {
		for _, to := range all {
			steps, ok := catalog.Route(records, from.Ref(), to.Ref())
			if !ok || from.Ref() == to.Ref() {
				continue
			}
			pairs++
			for seed := range int64(20) {
				r := newRandom(t, seed)
				before := checked(t, r.assessment(from), from)
				after := before
				for _, step := range steps {
					d, _ := assess.Migrate(after, step)
					after = checked(t, d, step.To())
				}
				for _, target := range []string{"", to.Levels()[0].ID} {
					m, problems := score.Compare(before, after, score.CompareOptions{Route: steps, Target: target})
					if !problems.OK() {
						t.Fatal(problems)
					}
					together(t, m, to)
					carriedOver(t, m, before, after, steps)
				}
				if t.Failed() {
					t.Fatalf("seed %d, %s to %s\n%s", seed, from.Ref(), to.Ref(), before.Document().JSON())
				}
			}
		}
	}
	if pairs < 8 {
		t.Errorf("only %d pairs of editions", pairs)
	}
}

func carriedOver(t *testing.T, m score.Comparison, before, after *assess.Checked, steps []*catalog.Changes) {
	t.Helper()
	if m.GotWorse || len(m.Migrated) != len(steps) {
		t.Errorf("got worse: %t, by %d steps", m.GotWorse, len(m.Migrated))
	}
	gone := map[catalog.ItemID]bool{}
	for _, i := range m.Items {
		switch i.Trend {
		case score.New:
			if i.Before != catalog.Unanswered || i.After != catalog.Unanswered {
				t.Errorf("%s is new, and was carried over: %+v", i.Item, i)
			}
		case score.Gone:
			gone[i.Item] = true
			at, _ := before.Catalog().ItemIndex(i.Item)
			if i.Before != score.StateOf(before, at) || i.After != catalog.Unanswered {
				t.Errorf("%s is gone with %s, and was %s", i.Item, i.Before, score.StateOf(before, at))
			}
		case score.Same:
			at, _ := after.Catalog().ItemIndex(i.Item)
			if i.After != score.StateOf(after, at) || i.Before != i.After {
				t.Errorf("%s is the same: %+v", i.Item, i)
			}
		default:
			t.Errorf("%s is %s", i.Item, i.Trend)
		}
	}
	// Gone is what the records lead nowhere from, and nothing else.
	first, limited := before.Catalog().LevelIndex(m.Target)
	for _, item := range before.Catalog().Items() {
		heirs := []catalog.ItemID{item.ID}
		for _, step := range steps {
			var next []catalog.ItemID
			for _, id := range heirs {
				at, _ := step.From().ItemIndex(id)
				next = append(next, step.OfOld(at).To...)
			}
			heirs = next
		}
		inScope := !limited || before.Catalog().AtLevel(item, first)
		if want := len(heirs) == 0 && inScope; want != gone[item.ID] {
			t.Errorf("%s is gone: %t", item.ID, gone[item.ID])
		}
	}
	for _, l := range m.Levels {
		if l.Trend != score.Same {
			t.Errorf("level %s is %s", l.ID, l.Trend)
		}
	}
}
