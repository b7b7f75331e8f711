package score_test

import (
	"math/rand"
	"slices"
	"strconv"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
)

// random draws catalogues and assessments. Equal seeds draw equal ones, so a failing case can be looked at again.
type random struct {
	*rand.Rand
	t *testing.T
}

func newRandom(t *testing.T, seed int64) random { return random{rand.New(rand.NewSource(seed)), t} }

// one reports true once in n times.
func (r random) one(n int) bool { return r.Intn(n) == 0 }

func both(s string) catalog.Text { return catalog.Text{JA: s, EN: s} }

// catalog draws a small catalogue: with and without points, with and without the states that wait for an expert, with
// choices that items narrow, several levels, nested sections and conditions.
func (r random) catalog() *catalog.Checked {
	for {
		s := &catalog.Source{ID: "random", Version: "1", Status: catalog.Final, Title: both("random"), Publisher: "test",
			Documents: []catalog.Document{{ID: "doc", Title: "document"}}}
		r.choices(s)
		for i := range 1 + r.Intn(3) {
			l := catalog.Level{ID: "level" + strconv.Itoa(i+1), Title: both("level"), Clause: catalog.Clause{Document: "doc", Clause: "levels"}}
			for _, rule := range []catalog.Rule{catalog.AllMet, catalog.AllAnswered, catalog.Conditions} {
				if r.one(2) {
					l.Rules = append(l.Rules, rule)
				}
			}
			for _, need := range []catalog.Need{catalog.NeedDeclare, catalog.NeedExpertConfirmation, catalog.NeedDeclaration, catalog.NeedThirdParty} {
				if r.one(3) {
					l.Needs = append(l.Needs, need)
				}
			}
			s.Levels = append(s.Levels, l)
		}
		for i := range r.Intn(4) {
			section := catalog.Section{ID: "s" + strconv.Itoa(i+1), Title: both("section")}
			if i > 0 && r.one(2) {
				section.Parent = s.Sections[r.Intn(i)].ID
			}
			s.Sections = append(s.Sections, section)
		}
		for i := range 1 + r.Intn(4) {
			s.Items = append(s.Items, r.item(s, i))
		}
		c, problems := catalog.Check(s, digest.SHA256)
		if problems.OK() {
			return c
		}
		// A level drew a rule that has nothing to apply to, or none: draw again.
	}
}

func (r random) choices(s *catalog.Source) {
	rising := []int64{int64(r.Intn(7) - 3), int64(r.Intn(7) - 3), int64(r.Intn(7) - 3)}
	slices.Sort(rising)
	points := map[catalog.State]int64{catalog.Unmet: rising[0], catalog.Partial: rising[1], catalog.Met: rising[2],
		catalog.Unknown: int64(r.Intn(9) - 5), catalog.NotApplicable: int64(r.Intn(11) - 5), catalog.Compensated: int64(r.Intn(11) - 5)}
	with := !r.one(3)
	for _, state := range []catalog.State{catalog.Met, catalog.Partial, catalog.Unmet, catalog.Unknown, catalog.NotApplicable, catalog.Compensated} {
		if state != catalog.Met && state != catalog.Unmet && r.one(4) {
			continue
		}
		choice := catalog.Choice{State: state, Label: both("label"), Advice: both("advice")}
		if p := points[state]; with {
			choice.Points = &p
		}
		s.Choices = append(s.Choices, choice)
	}
	if with {
		for i, minimum := range []int64{6, 2, -1, -100} {
			s.Bands = append(s.Bands, catalog.Band{ID: "band" + strconv.Itoa(i), Min: minimum, Title: both("band"), Advice: both("advice")})
		}
	}
}

func (r random) item(s *catalog.Source, i int) catalog.Item {
	item := catalog.Item{ID: catalog.ItemID("i" + strconv.Itoa(i+1)), Text: both("question"), Level: s.Levels[r.Intn(len(s.Levels))].ID,
		Kind:   []catalog.ItemKind{catalog.Question, catalog.Question, catalog.Criterion, catalog.Condition}[r.Intn(4)],
		Clause: catalog.Clause{Document: "doc", Clause: "No. " + strconv.Itoa(i+1)}}
	if len(s.Sections) > 0 && !r.one(4) {
		item.Section = s.Sections[r.Intn(len(s.Sections))].ID
	}
	if r.one(3) {
		for _, c := range s.Choices {
			if c.State == catalog.Met || c.State == catalog.Unmet || r.one(2) {
				item.Choices = append(item.Choices, catalog.Choice{State: c.State})
			}
		}
	}
	return item
}

// assessment draws answers of up to four respondents (the nameless one among them), an expert's findings, a declaration
// and a target.
func (r random) assessment(c *catalog.Checked) *assess.Document {
	d := assess.New(c.Ref())
	who := []string{""}
	for i := range r.Intn(4) {
		d.Respondents = append(d.Respondents, assess.Respondent{ID: "r" + strconv.Itoa(i+1)})
		who = append(who, d.Respondents[i].ID)
	}
	for _, item := range c.Items() {
		choices := c.ChoicesOf(item)
		for _, respondent := range who {
			if r.one(2) {
				d.Set(answer(item.ID, respondent, choices[r.Intn(len(choices))].State))
			}
		}
	}
	if r.one(2) {
		d.Confirmation = &assess.Confirmation{Date: "2026-11-22"}
		if !r.one(4) {
			d.Confirmation.Expert.Name = "expert"
		}
		for _, item := range c.Items() {
			if slices.ContainsFunc(d.Answers, func(a assess.Answer) bool { return a.Item == item.ID }) && r.one(2) {
				d.Confirmation.Findings = append(d.Confirmation.Findings, assess.Finding{Item: item.ID,
					Verdict: []assess.Verdict{assess.Accepted, assess.Accepted, assess.Rejected, assess.Unclear}[r.Intn(4)]})
			}
		}
	}
	if r.one(2) {
		d.Declaration = &assess.Declaration{Name: "owner", Date: catalog.Date([]string{"2026-11-21", "2026-11-22", "2026-11-23", ""}[r.Intn(4)])}
	}
	if levels := c.Levels(); r.one(2) {
		d.Target = levels[r.Intn(len(levels))].ID
	}
	return d
}

func answer(item catalog.ItemID, respondent string, state catalog.State) assess.Answer {
	a := assess.Answer{Item: item, Respondent: respondent, State: state}
	if assess.NeedsReason(state) {
		a.Reason.Code = "out_of_scope"
	}
	return a
}

func checked(t *testing.T, d *assess.Document, c *catalog.Checked) *assess.Checked {
	t.Helper()
	a, problems := assess.Check(d, c)
	if !problems.OK() {
		t.Fatalf("the assessment is wrong: %v\n%s", problems, d.JSON())
	}
	return a
}

// copyOf returns a document that shares no list with d.
func copyOf(d *assess.Document) *assess.Document {
	out := *d
	out.Answers = slices.Clone(d.Answers)
	out.Respondents = slices.Clone(d.Respondents)
	if d.Confirmation != nil {
		confirmation := *d.Confirmation
		confirmation.Findings = slices.Clone(confirmation.Findings)
		out.Confirmation = &confirmation
	}
	return &out
}

func findingOf(d *assess.Document, item catalog.ItemID) assess.Verdict {
	if d.Confirmation != nil {
		for _, f := range d.Confirmation.Findings {
			if f.Item == item {
				return f.Verdict
			}
		}
	}
	return assess.VerdictUnstated
}

// accept makes the expert accept what is answered to the item.
func accept(d *assess.Document, item catalog.ItemID) {
	if d.Confirmation == nil {
		d.Confirmation = &assess.Confirmation{}
	}
	for i := range d.Confirmation.Findings {
		if d.Confirmation.Findings[i].Item == item {
			d.Confirmation.Findings[i].Verdict = assess.Accepted
			return
		}
	}
	d.Confirmation.Findings = append(d.Confirmation.Findings, assess.Finding{Item: item, Verdict: assess.Accepted})
}

func trueAnswers(c *catalog.Checked, item catalog.Item) (out []catalog.State) {
	for _, s := range []catalog.State{catalog.Unmet, catalog.Partial, catalog.Met} {
		if c.Allows(item, s) {
			out = append(out, s)
		}
	}
	return out
}

// completions lists every assessment without an open item that d can become: each unknown or missing answer becomes any
// true answer; what is not applicable or compensated, and not accepted, becomes any true answer or is accepted. The list
// is nil if there are more than limit.
func completions(d *assess.Document, c *catalog.Checked, limit int) []*assess.Document {
	out := []*assess.Document{d}
	// branch replaces each document by those that step makes of it, one per possibility.
	branch := func(n int, step func(d *assess.Document, i int)) {
		var next []*assess.Document
		for _, from := range out {
			for i := range n {
				to := copyOf(from)
				step(to, i)
				next = append(next, to)
			}
		}
		out = next
	}
	for _, item := range c.Items() {
		can := trueAnswers(c, item)
		given := slices.DeleteFunc(slices.Clone(d.Answers), func(a assess.Answer) bool { return a.Item != item.ID })
		if len(given) == 0 {
			given = []assess.Answer{{Item: item.ID, State: catalog.Unknown}}
		}
		for _, a := range given {
			finding := findingOf(d, item.ID)
			waits := assess.NeedsReason(a.State) && finding != assess.Accepted && finding != assess.Rejected
			if a.State != catalog.Unknown && !waits {
				continue
			}
			n := len(can)
			if waits {
				n++
			}
			if len(out)*n > limit {
				return nil
			}
			branch(n, func(d *assess.Document, i int) {
				if i < len(can) {
					d.Set(answer(a.Item, a.Respondent, can[i]))
				} else {
					accept(d, a.Item)
				}
			})
		}
	}
	return out
}
