package score_test

import (
	"bytes"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/score"
	"github.com/hoshitori/hoshitori/score/verify"
)

// forRandom calls law with assessments of random catalogues and of the built-in ones. Whatever a law draws beyond them, it
// draws from r.
func forRandom(t *testing.T, n int, law func(t *testing.T, r random, d *assess.Document, c *catalog.Checked)) {
	t.Helper()
	for seed := range int64(n) {
		r := newRandom(t, seed)
		c := r.catalog()
		if seed%40 == 0 {
			all := builtin.All()
			c = all[r.Intn(len(all))]
		}
		d := r.assessment(c)
		law(t, r, d, c)
		if t.Failed() {
			t.Fatalf("seed %d\ncatalogue %s\nassessment %s", seed, c.JSON(), d.JSON())
		}
	}
}

func evaluate(t *testing.T, d *assess.Document, c *catalog.Checked) score.Result {
	t.Helper()
	return score.Evaluate(checked(t, d, c), score.Options{})
}

func names(l catalog.Level, rule catalog.Rule) bool { return slices.Contains(l.Rules, rule) }

// bandIndex counts from the lowest band.
func bandIndex(c *catalog.Checked, id string) int {
	bands := c.Bands()
	return len(bands) - slices.IndexFunc(bands, func(b catalog.Band) bool { return b.ID == id })
}

func TestBoundsAreReachedByCompletions(t *testing.T) {
	tried, open := 0, 0
	forRandom(t, 1000, func(t *testing.T, _ random, d *assess.Document, c *catalog.Checked) {
		all := completions(d, c, 800)
		if all == nil {
			return
		}
		tried++
		r := evaluate(t, d, c)
		met, unmet := make([]bool, len(r.Levels)), make([]bool, len(r.Levels))
		var least, greatest *score.Points
		for _, full := range all {
			f := evaluate(t, full, c)
			for i, l := range f.Levels {
				if l.Criteria == score.OutcomeOpen {
					t.Errorf("level %s is open in the completion %s", l.ID, full.JSON())
				}
				met[i] = met[i] || l.Criteria == score.OutcomeMet
				unmet[i] = unmet[i] || l.Criteria == score.OutcomeUnmet
			}
			if p := f.Points; p != nil {
				if p.Low != p.Score || p.High != p.Score {
					t.Errorf("score %d with bounds %d to %d in the completion %s", p.Score, p.Low, p.High, full.JSON())
				}
				if least == nil || p.Score < least.Score {
					least = p
				}
				if greatest == nil || p.Score > greatest.Score {
					greatest = p
				}
			}
		}
		if r.Points != nil {
			if r.Points.Low != least.Score || r.Points.High != greatest.Score {
				t.Errorf("bounds are %d to %d, completions give %d to %d", r.Points.Low, r.Points.High, least.Score, greatest.Score)
			}
			if r.Points.BandLow != least.Band || r.Points.BandHigh != greatest.Band {
				t.Errorf("bands are %s to %s, completions give %s to %s", r.Points.BandLow, r.Points.BandHigh, least.Band, greatest.Band)
			}
		}
		for i, l := range r.Levels {
			want := score.OutcomeMet
			switch {
			case met[i] && unmet[i]:
				want = score.OutcomeOpen
				open++
			case unmet[i]:
				want = score.OutcomeUnmet
			case names(c.Levels()[i], catalog.AllAnswered) && lacksAnswer(d, c, i):
				// Every completion answers it, and that is what has not been done.
				want = score.OutcomeOpen
			}
			if l.Criteria != want {
				t.Errorf("level %s is %s, completions say %s", l.ID, l.Criteria, want)
			}
		}
	})
	if tried < 700 || open < 150 {
		t.Errorf("only %d cases were small enough, %d verdicts open: the generator has changed", tried, open)
	}
}

// lacksAnswer reports whether a question of the level or below has no answer, or one that is unknown.
func lacksAnswer(d *assess.Document, c *catalog.Checked, level int) bool {
	for _, item := range c.Items() {
		if item.Kind != catalog.Question || !c.AtLevel(item, level) {
			continue
		}
		answered := false
		for _, a := range d.Answers {
			if a.Item == item.ID && a.State == catalog.Unknown {
				return true
			}
			answered = answered || a.Item == item.ID
		}
		if !answered {
			return true
		}
	}
	return false
}

func TestRaisingAnAnswerLowersNothing(t *testing.T) {
	forRandom(t, 1500, func(t *testing.T, _ random, d *assess.Document, c *catalog.Checked) {
		before := evaluate(t, d, c)
		for _, a := range d.Answers {
			item, _ := c.Item(a.Item)
			rising := trueAnswers(c, item)
			at := slices.Index(rising, a.State)
			if at < 0 {
				continue
			}
			for _, better := range rising[at+1:] {
				raised := copyOf(d)
				raised.Set(answer(a.Item, a.Respondent, better))
				what := string(a.Item) + " of " + strconv.Quote(a.Respondent) + " from " + a.State.String() + " to " + better.String()
				notLower(t, c, what, before, evaluate(t, raised, c))
			}
		}
	})
}

func notLower(t *testing.T, c *catalog.Checked, what string, before, after score.Result) {
	t.Helper()
	if p, q := before.Points, after.Points; p != nil {
		for _, x := range [][3]any{{"score", p.Score, q.Score}, {"low", p.Low, q.Low}, {"high", p.High, q.High}} {
			if x[2].(int64) < x[1].(int64) {
				t.Errorf("raising %s lowers %s from %d to %d", what, x[0], x[1], x[2])
			}
		}
		for _, x := range [][2]string{{p.Band, q.Band}, {p.BandLow, q.BandLow}, {p.BandHigh, q.BandHigh}} {
			if bandIndex(c, x[1]) < bandIndex(c, x[0]) {
				t.Errorf("raising %s lowers a band from %s to %s", what, x[0], x[1])
			}
		}
	}
	for i, l := range before.Levels {
		m := after.Levels[i]
		if m.Criteria > l.Criteria { // unmet is the greatest, then open
			t.Errorf("raising %s lowers level %s from %s to %s", what, l.ID, l.Criteria, m.Criteria)
		}
		if m.Met < l.Met || m.Unmet > l.Unmet {
			t.Errorf("raising %s changes level %s from %d met, %d unmet to %d met, %d unmet", what, l.ID, l.Met, l.Unmet, m.Met, m.Unmet)
		}
	}
	for i, s := range before.Sections {
		if after.Sections[i].Met < s.Met {
			t.Errorf("raising %s lowers what is met in section %s from %d to %d", what, s.ID, s.Met, after.Sections[i].Met)
		}
	}
	if len(after.Gaps) > len(before.Gaps) {
		t.Errorf("raising %s opens a gap", what)
	}
}

func TestSettlingOnlyNarrows(t *testing.T) {
	forRandom(t, 1500, func(t *testing.T, _ random, d *assess.Document, c *catalog.Checked) {
		before := evaluate(t, d, c)
		var open []assess.Answer
		for _, a := range d.Answers {
			if a.State == catalog.Unknown {
				open = append(open, a)
			}
		}
		for _, item := range c.Items() {
			if !slices.ContainsFunc(d.Answers, func(a assess.Answer) bool { return a.Item == item.ID }) {
				open = append(open, assess.Answer{Item: item.ID})
			}
		}
		for _, a := range open {
			item, _ := c.Item(a.Item)
			for _, state := range trueAnswers(c, item) {
				settled := copyOf(d)
				settled.Set(answer(a.Item, a.Respondent, state))
				what := string(a.Item) + " of " + strconv.Quote(a.Respondent) + " as " + state.String()
				narrower(t, what, before, evaluate(t, settled, c))
			}
		}
	})
}

func narrower(t *testing.T, what string, before, after score.Result) {
	t.Helper()
	if p, q := before.Points, after.Points; p != nil && (q.Low < p.Low || q.High > p.High) {
		t.Errorf("settling %s widens %d to %d into %d to %d", what, p.Low, p.High, q.Low, q.High)
	}
	for i, l := range before.Levels {
		if m := after.Levels[i]; l.Criteria != score.OutcomeOpen && m.Criteria != l.Criteria {
			t.Errorf("settling %s turns level %s from %s to %s", what, l.ID, l.Criteria, m.Criteria)
		}
		if m := after.Levels[i]; m.Open > l.Open {
			t.Errorf("settling %s opens items of level %s: %d instead of %d", what, l.ID, m.Open, l.Open)
		}
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	forRandom(t, 1000, func(t *testing.T, r random, d *assess.Document, c *catalog.Checked) {
		before := evaluate(t, d, c)
		shuffled := copyOf(d)
		r.Shuffle(len(d.Answers), func(i, j int) {
			shuffled.Answers[i], shuffled.Answers[j] = shuffled.Answers[j], shuffled.Answers[i]
		})
		slices.Reverse(shuffled.Respondents)
		if shuffled.Confirmation != nil {
			slices.Reverse(shuffled.Confirmation.Findings)
		}
		after := evaluate(t, shuffled, c)
		if !bytes.Equal(before.JSON(), after.JSON()) {
			t.Errorf("another order gives another result:\n%s\n%s", before.JSON(), after.JSON())
		}
	})
}

// TestResultsHoldTogether checks the laws that speak of one result: its sums, its counts, what it leaves out, its file,
// and that the independent verifier finds nothing.
func TestResultsHoldTogether(t *testing.T) {
	forRandom(t, 1500, func(t *testing.T, r random, d *assess.Document, c *catalog.Checked) {
		a := checked(t, d, c)
		options := score.Options{}
		if levels := c.Levels(); r.one(3) {
			options.Target = levels[r.Intn(len(levels))].ID
		}
		result := score.Evaluate(a, options)
		n := result.Completeness
		if done, points := score.Progress(a, options); done != n || !reflect.DeepEqual(points, result.Points) {
			t.Errorf("progress is %+v with %+v, the result has %+v with %+v", done, points, n, result.Points)
		}
		if n.Answered+n.Unknown+n.Unanswered+n.NotApplicable != n.Total {
			t.Errorf("completeness does not add up: %+v", n)
		}
		for _, s := range result.Sections {
			if s.Met+s.Partial+s.Unmet+s.Unknown+s.Unanswered+s.NotApplicable+s.Compensated != s.Total {
				t.Errorf("section does not add up: %+v", s)
			}
		}
		if (result.Points != nil) != c.HasPoints() || bytes.Contains(result.JSON(), []byte(`"points":{"band"`)) != c.HasPoints() {
			t.Errorf("the catalogue has points: %t, the result: %s", c.HasPoints(), result.JSON())
		}
		if result.Points != nil {
			value, low, high, leaves := sumOfLeaves(t, result.Explanation)
			if p := result.Points; value != p.Score || low != p.Low || high != p.High {
				t.Errorf("leaves sum to %d (%d to %d), the score is %d (%d to %d)", value, low, high, p.Score, p.Low, p.High)
			}
			if leaves != questions(c) {
				t.Errorf("%d leaves, %d questions", leaves, questions(c))
			}
		}
		remains(t, result, c)
		again, problems := score.Parse(result.JSON())
		if len(problems) > 0 {
			t.Errorf("the result file cannot be read: %v", problems)
		}
		if !bytes.Equal(again.JSON(), result.JSON()) {
			t.Errorf("writing, reading and writing changes the file:\n%s\n%s", result.JSON(), again.JSON())
		}
		for _, p := range append(verify.Result(a, result), verify.Result(a, again)...) {
			t.Errorf("the verifier disagrees at %s: %v", p.Pointer, p)
		}
	})
}

func questions(c *catalog.Checked) (n int) {
	for _, item := range c.Items() {
		if item.Kind == catalog.Question {
			n++
		}
	}
	return n
}

func sumOfLeaves(t *testing.T, n score.Node) (value, low, high int64, leaves int) {
	t.Helper()
	if n.Kind == score.NodeContribution {
		return number(t, n.Value), number(t, n.Low), number(t, n.High), 1
	}
	for _, child := range n.Children {
		v, l, h, k := sumOfLeaves(t, child)
		value, low, high, leaves = value+v, low+l, high+h, leaves+k
	}
	return value, low, high, leaves
}

func number(t *testing.T, s string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		t.Errorf("%q is no number", s)
	}
	return n
}

// remains checks that no file makes a level look claimable by itself: what happens outside of any file always remains.
func remains(t *testing.T, r score.Result, c *catalog.Checked) {
	t.Helper()
	for i, l := range c.Levels() {
		for _, need := range []catalog.Need{catalog.NeedDeclare, catalog.NeedThirdParty} {
			if slices.Contains(l.Needs, need) && !slices.Contains(r.Levels[i].Remaining, need) {
				t.Errorf("%s no longer remains for level %s", need, l.ID)
			}
		}
		if r.Levels[i].Assurance == score.ThirdParty {
			t.Errorf("level %s claims a third party's evaluation, which no file shows", l.ID)
		}
	}
}
