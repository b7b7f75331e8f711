package score_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa1v31"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/score"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// answers builds an assessment from lines "item: state", "item: state by respondent" and "item finding: verdict".
func answers(t testing.TB, c *catalog.Checked, lines ...string) *assess.Document {
	t.Helper()
	d := assess.New(c.Ref())
	for _, line := range lines {
		left, right, ok := strings.Cut(line, ": ")
		if !ok {
			t.Fatalf("line %q", line)
		}
		if item, ok := strings.CutSuffix(left, " finding"); ok {
			if d.Confirmation == nil {
				d.Confirmation = &assess.Confirmation{Expert: assess.Expert{Name: "expert"}, Date: "2026-11-22"}
			}
			d.Confirmation.Findings = append(d.Confirmation.Findings, assess.Finding{Item: catalog.ItemID(item), Verdict: map[string]assess.Verdict{
				"accepted": assess.Accepted, "rejected": assess.Rejected, "unclear": assess.Unclear}[right]})
			continue
		}
		code, respondent, _ := strings.Cut(right, " by ")
		state, ok := catalog.ParseState(code)
		if !ok {
			t.Fatalf("line %q", line)
		}
		d.Set(answer(catalog.ItemID(left), respondent, state))
		if respondent != "" && !strings.Contains(fmt.Sprint(d.Respondents), "{"+respondent+" ") {
			d.Respondents = append(d.Respondents, assess.Respondent{ID: respondent})
		}
	}
	return d
}

// each answers every item of the catalogue in the same way.
func each(c *catalog.Checked, state string) (lines []string) {
	for _, item := range c.Items() {
		lines = append(lines, string(item.ID)+": "+state)
	}
	return lines
}

// sample is a firm in the middle of its work: 18 met, 2 partial, 3 unmet, 2 unknown; the policy is set, and whether it is
// published was not answered.
func sample(t testing.TB) *assess.Document {
	other := map[catalog.ItemID]string{"5": "partial", "10": "partial", "11": "unmet", "12": "unmet", "20": "unmet", "16": "unknown", "23": "unknown"}
	var lines []string
	for _, item := range sa2v31.Catalog().Items() {
		if item.Kind == catalog.Condition {
			continue
		}
		state := "met"
		if s, ok := other[item.ID]; ok {
			state = s
		}
		lines = append(lines, string(item.ID)+": "+state)
	}
	return answers(t, sa2v31.Catalog(), append(lines, "policy-set: met")...)
}

// steps is a scheme of two levels with points for every state. An expert confirms and management declares before the
// upper one may be claimed.
const steps = `{"format":"hoshitori/catalog/1","id":"steps","version":"1","status":"final","title":{"ja":"段階","en":"Steps"},
"publisher":"test","sources":[{"id":"doc","title":"Document"}],
"choices":[{"state":"met","points":4,"label":{"ja":"は","en":"m"},"advice":{"ja":"あ","en":"a"}},
 {"state":"partial","points":2,"label":{"ja":"部","en":"p"},"advice":{"ja":"あ","en":"a"}},
 {"state":"unmet","points":0,"label":{"ja":"否","en":"u"},"advice":{"ja":"あ","en":"a"}},
 {"state":"unknown","points":-1,"label":{"ja":"不明","en":"k"},"advice":{"ja":"あ","en":"a"}},
 {"state":"not_applicable","points":3,"label":{"ja":"外","en":"n"},"advice":{"ja":"あ","en":"a"}},
 {"state":"compensated","points":3,"label":{"ja":"代","en":"c"},"advice":{"ja":"あ","en":"a"}}],
"bands":[{"id":"high","min":8,"title":{"ja":"上","en":"high"},"advice":{"ja":"あ","en":"a"}},
 {"id":"low","min":-100,"title":{"ja":"下","en":"low"},"advice":{"ja":"あ","en":"a"}}],
"levels":[{"id":"1","title":{"ja":"一","en":"one"},"rule":"all-met","needs":["declare"]},
 {"id":"2","title":{"ja":"二","en":"two"},"rule":["all-met","all-answered"],"needs":["expert-confirmation","declaration"]}],
"sections":[{"id":"top","title":{"ja":"章","en":"top"}},{"id":"inner","parent":"top","title":{"ja":"節","en":"inner"}}],
"items":[
 {"id":"a","kind":"question","level":"1","section":"top","text":{"ja":"問","en":"a"},"source":{"id":"doc","clause":"1"}},
 {"id":"b","kind":"question","level":"2","section":"inner","text":{"ja":"問","en":"b"},"source":{"id":"doc","clause":"2"}},
 {"id":"c","kind":"condition","level":"2","text":{"ja":"問","en":"c"},"source":{"id":"doc","clause":"3"},
  "choices":[{"state":"met"},{"state":"unmet"},{"state":"unknown"}]}]}`

func stepsCatalog(t testing.TB) *catalog.Checked {
	t.Helper()
	c, problems := catalog.Load([]byte(steps), nil)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return c
}

// summary writes a result as the lines a person would compare.
func summary(r score.Result) (lines []string) {
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	n := r.Completeness
	say("%d items = %d answered + %d unknown + %d unanswered + %d not applicable", n.Total, n.Answered, n.Unknown, n.Unanswered, n.NotApplicable)
	if p := r.Points; p != nil {
		say("%d of %d points, %d to %d; band %s, %s to %s", p.Score, p.Max, p.Low, p.High, p.Band, p.BandLow, p.BandHigh)
	}
	for _, l := range r.Levels {
		say("level %s %s: %d = %d met + %d unmet + %d open, blocking %v, deciding %v, %s, remaining %v", l.ID, l.Criteria, l.Total, l.Met, l.Unmet,
			l.Open, l.Blocking, l.Deciding, l.Assurance, l.Remaining)
	}
	return lines
}

func TestEvaluate(t *testing.T) {
	sa2, steps := sa2v31.Catalog(), stepsCatalog(t)
	tests := []struct {
		name    string
		reason  string
		doc     *assess.Document
		catalog *catalog.Checked
		edit    func(*assess.Document)
		options score.Options
		want    []string
		gaps    string // "item state reason…; …" in order; not compared if empty
	}{{
		name:   "the sample",
		reason: "the numbers that the interface promises: 18·4 + 2·2 + 3·0 − 2·1, and わからない may still be 0 to 4 each",
		doc:    sample(t), catalog: sa2,
		want: []string{
			"27 items = 24 answered + 2 unknown + 1 unanswered + 0 not applicable",
			"74 of 100 points, 76 to 84; band 70-99, 70-99 to 70-99",
			"level 2 open: 27 = 24 met + 0 unmet + 3 open, blocking [], deciding [16 23 policy-published], self, remaining [declare]"},
	}, {
		name:   "nothing answered",
		reason: "what is not answered counts nothing, can still become anything, and decides nothing yet",
		doc:    answers(t, sa2), catalog: sa2,
		want: []string{
			"27 items = 0 answered + 0 unknown + 27 unanswered + 0 not applicable",
			"0 of 100 points, 0 to 100; band under-50, under-50 to 100",
			"level 2 open: 27 = 0 met + 0 unmet + 27 open, blocking [], deciding [1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 policy-set policy-published], self, remaining [declare]"},
	}, {
		name:   "everything met",
		reason: "100 points and all criteria met are not a star: the firm still has to declare",
		doc:    answers(t, sa2, each(sa2, "met")...), catalog: sa2,
		want: []string{
			"27 items = 27 answered + 0 unknown + 0 unanswered + 0 not applicable",
			"100 of 100 points, 100 to 100; band 100, 100 to 100",
			"level 2 met: 27 = 27 met + 0 unmet + 0 open, blocking [], deciding [], self, remaining [declare]"},
	}, {
		name:   "everything unknown",
		reason: "わからない counts −1, so the score lies below the least that true answers can give",
		doc:    answers(t, sa2, each(sa2, "unknown")...), catalog: sa2,
		want: []string{
			"27 items = 0 answered + 27 unknown + 0 unanswered + 0 not applicable",
			"-25 of 100 points, 0 to 100; band under-50, under-50 to 100",
			"level 2 open: 27 = 0 met + 0 unmet + 27 open, blocking [], deciding [1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 policy-set policy-published], self, remaining [declare]"},
	}, {
		name:   "everything unmet",
		reason: "the second star asks that the questions are answered, not that the answers are good; only the conditions block",
		doc:    answers(t, sa2, each(sa2, "unmet")...), catalog: sa2,
		want: []string{
			"27 items = 27 answered + 0 unknown + 0 unanswered + 0 not applicable",
			"0 of 100 points, 0 to 0; band under-50, under-50 to under-50",
			"level 2 unmet: 27 = 25 met + 2 unmet + 0 open, blocking [policy-set policy-published], deciding [], self, remaining [declare]"},
	}, {
		name:   "a condition fails while questions are open",
		reason: "no completion can meet the level any more, so it is unmet and nothing decides it",
		doc:    answers(t, sa2, "policy-set: unmet"), catalog: sa2,
		want: []string{
			"27 items = 1 answered + 0 unknown + 26 unanswered + 0 not applicable",
			"0 of 100 points, 0 to 100; band under-50, under-50 to 100",
			"level 2 unmet: 27 = 0 met + 1 unmet + 26 open, blocking [policy-set], deciding [], self, remaining [declare]"},
	}, {
		name:   "first star 3.1, promised, nothing done",
		reason: "the first star is a promise to work on the articles; no article has to be in place",
		doc:    answers(t, sa1v31.Catalog(), "1: unmet", "2: unmet", "commit: met"), catalog: sa1v31.Catalog(),
		want: []string{
			"6 items = 3 answered + 0 unknown + 3 unanswered + 0 not applicable",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], self, remaining [declare]"},
	}, {
		name:   "first star 4.0, all in place, not promised",
		reason: "six articles in place do not replace the promise, which nobody asked about yet",
		doc:    answers(t, sa1v40.Catalog(), "1: met", "2: met", "3: met", "4: met", "5: met", "6: met"), catalog: sa1v40.Catalog(),
		want: []string{
			"7 items = 6 answered + 0 unknown + 1 unanswered + 0 not applicable",
			"level 1 open: 1 = 0 met + 0 unmet + 1 open, blocking [], deciding [commit], self, remaining [declare]"},
		gaps: "commit unanswered unanswered decides-level",
	}, {
		name:   "waiting for an expert",
		reason: "what does not apply is open, and counts nothing, until an expert has accepted it",
		doc:    answers(t, steps, "a: met", "b: not_applicable", "c: met"), catalog: steps,
		want: []string{
			"3 items = 2 answered + 0 unknown + 0 unanswered + 1 not applicable",
			"4 of 8 points, 4 to 8; band low, low to high",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], self, remaining [declare]",
			"level 2 open: 3 = 2 met + 0 unmet + 1 open, blocking [], deciding [b], self, remaining [expert-confirmation declaration]"},
		gaps: "b not_applicable needs-acceptance gain decides-level",
	}, {
		name:   "accepted by an expert",
		reason: "an accepted item is settled at the catalogue's points, and the confirmation has no reservation",
		doc:    answers(t, steps, "a: met", "b: not_applicable", "c: met", "b finding: accepted"), catalog: steps,
		want: []string{
			"3 items = 2 answered + 0 unknown + 0 unanswered + 1 not applicable",
			"7 of 8 points, 7 to 7; band low, low to low",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], expert_confirmed, remaining [declare]",
			"level 2 met: 3 = 3 met + 0 unmet + 0 open, blocking [], deciding [], expert_confirmed, remaining [declaration]"},
	}, {
		name:   "rejected by an expert",
		reason: "a rejected item counts as unmet whatever was answered, and spoils the confirmation of its level but not of the one below",
		doc:    answers(t, steps, "a: met", "b: met", "c: met", "b finding: rejected"), catalog: steps,
		want: []string{
			"3 items = 3 answered + 0 unknown + 0 unanswered + 0 not applicable",
			"4 of 8 points, 4 to 4; band low, low to low",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], expert_confirmed, remaining [declare]",
			"level 2 unmet: 3 = 2 met + 1 unmet + 0 open, blocking [b], deciding [], self, remaining [expert-confirmation declaration]"},
		gaps: "b met rejected gain blocks-level",
	}, {
		name:   "unclear to an expert",
		reason: "unclear changes no answer; the confirmation is not complete",
		doc:    answers(t, steps, "a: met", "b: compensated", "c: met", "b finding: unclear", "a finding: accepted"), catalog: steps,
		want: []string{
			"3 items = 3 answered + 0 unknown + 0 unanswered + 0 not applicable",
			"4 of 8 points, 4 to 8; band low, low to high",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], expert_confirmed, remaining [declare]",
			"level 2 open: 3 = 2 met + 0 unmet + 1 open, blocking [], deciding [b], self, remaining [expert-confirmation declaration]"},
	}, {
		name:   "declared after the confirmation",
		reason: "then nothing remains that a file can show; the lower level's declaration happens elsewhere and remains",
		doc:    answers(t, steps, "a: met", "b: met", "c: met", "b finding: accepted"), catalog: steps,
		edit: func(d *assess.Document) { d.Declaration = &assess.Declaration{Name: "owner", Date: "2026-11-22"} },
		want: []string{
			"3 items = 3 answered + 0 unknown + 0 unanswered + 0 not applicable",
			"8 of 8 points, 8 to 8; band high, high to high",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], expert_confirmed, remaining [declare]",
			"level 2 met: 3 = 3 met + 0 unmet + 0 open, blocking [], deciding [], expert_confirmed, remaining []"},
	}, {
		name:   "declared before the confirmation",
		reason: "management declares what the expert has confirmed, so an earlier declaration does not count",
		doc:    answers(t, steps, "a: met", "b: met", "c: met", "b finding: accepted"), catalog: steps,
		edit: func(d *assess.Document) { d.Declaration = &assess.Declaration{Name: "owner", Date: "2026-11-21"} },
		want: []string{
			"3 items = 3 answered + 0 unknown + 0 unanswered + 0 not applicable",
			"8 of 8 points, 8 to 8; band high, high to high",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], expert_confirmed, remaining [declare]",
			"level 2 met: 3 = 3 met + 0 unmet + 0 open, blocking [], deciding [], expert_confirmed, remaining [declaration]"},
	}, {
		name:   "a confirmation without a name or date",
		reason: "an unsigned confirmation is none",
		doc:    answers(t, steps, "a: met", "b: met", "c: met", "b finding: accepted"), catalog: steps,
		edit: func(d *assess.Document) { d.Confirmation.Expert.Name = "" },
		want: []string{
			"3 items = 3 answered + 0 unknown + 0 unanswered + 0 not applicable",
			"8 of 8 points, 8 to 8; band high, high to high",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], self, remaining [declare]",
			"level 2 met: 3 = 3 met + 0 unmet + 0 open, blocking [], deciding [], self, remaining [expert-confirmation declaration]"},
	}, {
		name:   "the worst respondent counts",
		reason: "one partial among several answers makes the item partial, whoever else says met",
		doc:    answers(t, steps, "a: met by r1", "a: partial by r2", "a: met", "b: met", "c: met"), catalog: steps,
		want: []string{
			"3 items = 3 answered + 0 unknown + 0 unanswered + 0 not applicable",
			"6 of 8 points, 6 to 6; band low, low to low",
			"level 1 unmet: 1 = 0 met + 1 unmet + 0 open, blocking [a], deciding [], self, remaining [declare]",
			"level 2 unmet: 3 = 2 met + 1 unmet + 0 open, blocking [a], deciding [], self, remaining [expert-confirmation declaration]"},
		gaps: "a partial partial gain blocks-level",
	}, {
		name:   "one respondent does not know",
		reason: "unknown counts −1, but no completion can be better than the partial that another respondent gave",
		doc:    answers(t, steps, "a: unknown by r1", "a: partial by r2", "b: met", "c: met"), catalog: steps,
		want: []string{
			"3 items = 2 answered + 1 unknown + 0 unanswered + 0 not applicable",
			"3 of 8 points, 4 to 6; band low, low to low",
			"level 1 unmet: 1 = 0 met + 1 unmet + 0 open, blocking [a], deciding [], self, remaining [declare]",
			"level 2 unmet: 3 = 2 met + 1 unmet + 0 open, blocking [a], deciding [], self, remaining [expert-confirmation declaration]"},
	}, {
		name:   "accepted for one site, unmet at another",
		reason: "an expert's acceptance of what does not apply at one site says nothing for a site where the measure is missing",
		doc:    answers(t, steps, "a: met", "b: not_applicable by plant", "b: unmet by office", "c: met", "b finding: accepted"), catalog: steps,
		want: []string{
			"3 items = 3 answered + 0 unknown + 0 unanswered + 0 not applicable",
			"4 of 8 points, 4 to 4; band low, low to low",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], expert_confirmed, remaining [declare]",
			"level 2 unmet: 3 = 2 met + 1 unmet + 0 open, blocking [b], deciding [], expert_confirmed, remaining [declaration]"},
		gaps: "b unmet unmet gain blocks-level",
	}, {
		name:   "waiting at one site, unmet at another",
		reason: "whatever the expert will say, the level cannot be met; the answer counts nothing yet and can count 0 only",
		doc:    answers(t, steps, "a: met", "b: not_applicable by plant", "b: unmet by office", "c: met"), catalog: steps,
		want: []string{
			"3 items = 2 answered + 0 unknown + 0 unanswered + 1 not applicable",
			"4 of 8 points, 4 to 4; band low, low to low",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], self, remaining [declare]",
			"level 2 unmet: 3 = 2 met + 1 unmet + 0 open, blocking [b], deciding [], self, remaining [expert-confirmation declaration]"},
	}, {
		name:   "a target narrows what is counted",
		reason: "totals and gaps speak of the level aimed at and below; points and the verdicts on all levels stay",
		doc:    answers(t, steps, "a: partial"), catalog: steps, options: score.Options{Target: "1"},
		want: []string{
			"1 items = 1 answered + 0 unknown + 0 unanswered + 0 not applicable",
			"2 of 8 points, 2 to 6; band low, low to low",
			"level 1 unmet: 1 = 0 met + 1 unmet + 0 open, blocking [a], deciding [], self, remaining [declare]",
			"level 2 unmet: 3 = 0 met + 1 unmet + 2 open, blocking [a], deciding [], self, remaining [expert-confirmation declaration]"},
		gaps: "a partial partial gain blocks-level",
	}, {
		name:   "the options win over the assessment's target",
		reason: "whoever evaluates may ask about another level than the one that the firm aims at",
		doc:    answers(t, steps, "a: met", "b: met"), catalog: steps, options: score.Options{Target: "2"},
		edit: func(d *assess.Document) { d.Target = "1" },
		want: []string{
			"3 items = 2 answered + 0 unknown + 1 unanswered + 0 not applicable",
			"8 of 8 points, 8 to 8; band high, high to high",
			"level 1 met: 1 = 1 met + 0 unmet + 0 open, blocking [], deciding [], self, remaining [declare]",
			"level 2 open: 3 = 2 met + 0 unmet + 1 open, blocking [], deciding [c], self, remaining [expert-confirmation declaration]"},
		gaps: "c unanswered unanswered decides-level",
	}}
	names := map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || names[test.name] {
			t.Fatalf("%q needs a reason and a name of its own", test.name)
		}
		names[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			if test.edit != nil {
				test.edit(test.doc)
			}
			r := score.Evaluate(checked(t, test.doc, test.catalog), test.options)
			if diff := cmp.Diff(test.want, summary(r)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
			if got := gaps(r); test.gaps != "" && got != test.gaps {
				t.Errorf("%s: gaps %q, want %q", test.reason, got, test.gaps)
			}
		})
	}
}

func gaps(r score.Result) string {
	var out []string
	for _, g := range r.Gaps {
		state := g.State.String()
		if g.State == catalog.Unanswered {
			state = "unanswered"
		}
		line := string(g.Item) + " " + state
		for _, reason := range g.Reasons {
			line += " " + string(reason.Code)
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

// TestGolden compares one whole result with testdata, so that a reviewer sees every change of the format.
func TestGolden(t *testing.T) {
	const name = "testdata/sample.result.json"
	r := evaluate(t, sample(t), sa2v31.Catalog())
	var got bytes.Buffer
	if err := json.Indent(&got, r.JSON(), "", " "); err != nil {
		t.Fatal(err)
	}
	got.WriteByte('\n')
	if *update {
		if err := os.WriteFile(name, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("the result of the sample has changed; if that is meant, run with -update (-want +got):\n%s", diff)
	}
}

// TestParseRefuses checks that a result file that says something else than the format allows is not read as something.
func TestParseRefuses(t *testing.T) {
	r := evaluate(t, sample(t), sa2v31.Catalog())
	good := string(r.JSON())
	tests := []struct{ name, reason, old, new, code, pointer string }{
		{"points as a number", "points are strings, because JSON numbers cannot carry every fraction", `"score":"74"`, `"score":74`, "format/type", "/points/score"},
		{"points that are no number", "nothing may be taken for 0 points", `"score":"74"`, `"score":"many"`, "format/value", "/points/score"},
		{"points written in two ways", "one number has one form", `"score":"74"`, `"score":"+74"`, "format/value", "/points/score"},
		{"points beyond any", "a number that does not fit must not wrap around", `"score":"74"`, `"score":"99999999999999999999"`, "format/value", "/points/score"},
		{"a count with a fraction", "items are whole", `"answered":24`, `"answered":24.5`, "format/value", "/completeness/answered"},
		{"another combination", "a rule that this version does not know changes every number", `"combine":"worst"`, `"combine":"best"`, "format/value", "/combine"},
		{"a verdict of nobody's", "verdicts are a closed set", `"criteria":"open"`, `"criteria":"held"`, "format/value", "/levels/0/criteria"},
		{"an unknown need", "what remains is a closed set", `"remaining":["declare"]`, `"remaining":["pay"]`, "format/value", "/levels/0/remaining"},
		{"an answer that is none", "what a respondent gave is never the absence of an answer", `"given":[{"state":"met"}]`, `"given":[{"state":"unanswered"}]`, "format/value", "/explanation/children/0/children/0/children/0/given/0/state"},
		{"an unknown key", "what is not known is refused by name", `"combine":"worst"`, `"combine":"worst","star":2`, "format/unknown-key", "/star"},
		{"another format", "an assessment is no result", `"format":"hoshitori/result/1"`, `"format":"hoshitori/result/2"`, "format/format", "/format"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			bad := strings.Replace(good, test.old, test.new, 1)
			if bad == good {
				t.Fatalf("%s is not in the file", test.old)
			}
			_, problems := score.Parse([]byte(bad))
			if len(problems) == 0 || problems[0].Kind.Code != test.code || problems[0].Pointer != test.pointer {
				t.Errorf("%s: got %v, want %s at %s", test.reason, problems, test.code, test.pointer)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, d := range []struct {
		doc *assess.Document
		c   *catalog.Checked
	}{{sample(f), sa2v31.Catalog()}, {answers(f, sa1v40.Catalog(), "commit: met"), sa1v40.Catalog()},
		{answers(f, stepsCatalog(f), "a: compensated", "a finding: accepted", "b: unknown by r1"), stepsCatalog(f)}} {
		a, problems := assess.Check(d.doc, d.c)
		if !problems.OK() {
			f.Fatal(problems)
		}
		r := score.Evaluate(a, score.Options{})
		f.Add(r.JSON())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		first, problems := score.Parse(data)
		if !problems.OK() {
			return
		}
		written := first.JSON()
		second, problems := score.Parse(written)
		if !problems.OK() {
			t.Fatalf("what was read and written cannot be read: %v\n%s", problems, written)
		}
		if again := second.JSON(); !bytes.Equal(written, again) {
			t.Fatalf("not stable:\n%s\n%s", written, again)
		}
	})
}

// A value outside a closed set has no code, and nothing is indexed by it.
func TestCodesOutsideTheSet(t *testing.T) {
	if got := (score.OutcomeUnmet + 1).String() + (score.ThirdParty + 1).String(); got != "" {
		t.Errorf("got %q, want no code", got)
	}
}

// The greatest count that a file may hold is the greatest that every platform's int can.
func TestGreatestCount(t *testing.T) {
	for _, test := range []struct {
		reason, count string
		ok            bool
	}{
		{"the greatest 32-bit number is a count", "2147483647", true},
		{"one more is not", "2147483648", false},
		{"less than nothing is not", "-1", false},
	} {
		r := evaluate(t, answered(), sa2v31.Catalog())
		data := strings.Replace(string(r.JSON()), `"total":27`, `"total":`+test.count, 1)
		if _, problems := score.Parse([]byte(data)); problems.OK() != test.ok {
			t.Errorf("%s: %v", test.reason, problems)
		}
	}
}
