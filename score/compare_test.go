package score_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/score"
)

// comparisonLines writes what a comparison says beyond "same" as the lines a person would compare.
func comparisonLines(m score.Comparison) []string {
	lines := []string{}
	say := func(format string, args ...any) {
		lines = append(lines, strings.TrimRight(fmt.Sprintf(format, args...), " "))
	}
	for _, r := range m.Caveats {
		say("caveat %s", reasonLine(r))
	}
	if p := m.Points; p != nil && p.Before != p.After {
		say("points %d (%d to %d) > %d (%d to %d)", p.Before.Score, p.Before.Low, p.Before.High, p.After.Score, p.After.Low, p.After.High)
	}
	for _, l := range m.Levels {
		if l.Trend != score.Same || l.Before != l.After || l.Assurance[0] != l.Assurance[1] {
			say("level %s %s: %s %s > %s %s", l.ID, l.Trend, l.Before, l.Assurance[0], l.After, l.Assurance[1])
		}
	}
	for _, i := range m.Items {
		if i.Trend != score.Same || len(i.Reasons) > 0 {
			var reasons []string
			for _, r := range i.Reasons {
				reasons = append(reasons, reasonLine(r))
			}
			say("%s %s: %s > %s (%s)", i.Item, i.Trend, state(i.Before), state(i.After), strings.Join(reasons, "; "))
		}
	}
	for _, l := range m.Lapses {
		say("%s lapses on %s: %s", l.Item, l.On, l.Reason)
	}
	if m.GotWorse {
		say("got worse")
	}
	return lines
}

func state(s catalog.State) string {
	if s == catalog.Unanswered {
		return "none"
	}
	return s.String()
}

func reasonLine(r score.Reason) string {
	line := string(r.Code)
	for _, a := range r.Args {
		line += " " + a.Name + "=" + a.Value
	}
	return line
}

// recurring is a catalogue with an item that has to be looked at every year, one every month, and one once.
func recurring(t testing.TB) *catalog.Checked {
	t.Helper()
	text := strings.NewReplacer(`"id":"a","kind":"question"`, `"id":"a","recurs":"P1Y","kind":"question"`, `"id":"b","kind":"question"`, `"id":"b","recurs":"P1M","kind":"question"`).Replace(steps)
	c, problems := catalog.Load([]byte(text), nil)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return c
}

func TestCompare(t *testing.T) {
	steps, again := stepsCatalog(t), recurring(t)
	type edit = func(before, after *assess.Document)
	tests := []struct {
		name, reason  string
		before, after string // lines of [answers], with commas
		catalog       *catalog.Checked
		edit          edit
		options       score.CompareOptions
		want          string
	}{{
		name: "unmet to met", reason: "a measure that is now in place is better, and so is the level that hung on it",
		before: "a: unmet", after: "a: met",
		want: "points 0 (0 to 4) > 4 (4 to 8)\nlevel 1 better: unmet self > met self\nlevel 2 better: unmet self > open self\na better: unmet > met (changed after=met before=unmet)",
	}, {
		name: "unmet to partial", reason: "a beginning is better, though the level does not see it",
		before: "a: unmet", after: "a: partial",
		want: "points 0 (0 to 4) > 2 (2 to 6)\na better: unmet > partial (changed after=partial before=unmet)",
	}, {
		name: "partial to met", reason: "the rest is done",
		before: "a: partial, b: met", after: "a: met, b: met",
		want: "points 6 (6 to 6) > 8 (8 to 8)\nlevel 1 better: unmet self > met self\nlevel 2 better: unmet self > open self\na better: partial > met (changed after=met before=partial)",
	}, {
		name: "met to partial", reason: "what was in place is there in part only",
		before: "a: met", after: "a: partial",
		want: "points 4 (4 to 8) > 2 (2 to 6)\nlevel 1 worse: met self > unmet self\nlevel 2 worse: open self > unmet self\na worse: met > partial (changed after=partial before=met)\ngot worse",
	}, {
		name: "partial to unmet", reason: "even if the level was and stays unmet",
		before: "a: partial", after: "a: unmet",
		want: "points 2 (2 to 6) > 0 (0 to 4)\na worse: partial > unmet (changed after=unmet before=partial)\ngot worse",
	}, {
		name: "met to unmet", reason: "the plainest way to get worse",
		before: "c: met", after: "c: unmet",
		want: "level 2 worse: open self > unmet self\nc worse: met > unmet (changed after=unmet before=met)\ngot worse",
	}, {
		name: "unanswered to met", reason: "what was open and is in place is better",
		before: "", after: "a: met",
		want: "points 0 (0 to 8) > 4 (4 to 8)\nlevel 1 better: open self > met self\na better: none > met (changed after=met before=unanswered)",
	}, {
		name: "unknown to unmet", reason: "knowing of a gap is no setback: it was there before",
		before: "a: unknown", after: "a: unmet",
		want: "points -1 (0 to 8) > 0 (0 to 4)\nlevel 1 clearer: open self > unmet self\nlevel 2 clearer: open self > unmet self\na clearer: unknown > unmet (changed after=unmet before=unknown)",
	}, {
		name: "unanswered to partial", reason: "known to be there in part is known not to be met",
		before: "", after: "b: partial",
		want: "points 0 (0 to 8) > 2 (2 to 6)\nlevel 2 clearer: open self > unmet self\nb clearer: none > partial (changed after=partial before=unanswered)",
	}, {
		name: "unanswered to unknown", reason: "open is open; the scheme takes a point off, but nothing got worse",
		before: "", after: "a: unknown",
		want: "points 0 (0 to 8) > -1 (0 to 8)\na same: none > unknown (changed after=unknown before=unanswered)",
	}, {
		name: "met to unknown", reason: "what was known to be in place is not known any more",
		before: "a: met", after: "a: unknown",
		want: "points 4 (4 to 8) > -1 (0 to 8)\nlevel 1 worse: met self > open self\na worse: met > unknown (changed after=unknown before=met)\ngot worse",
	}, {
		name: "partial taken back", reason: "an answer that is gone is worse than the answer",
		before: "a: partial", after: "",
		want: "points 2 (2 to 6) > 0 (0 to 8)\nlevel 1 worse: unmet self > open self\nlevel 2 worse: unmet self > open self\na worse: partial > none (withdrawn before=partial)\ngot worse",
	}, {
		name: "unmet taken back", reason: "taking back what is known to be missing makes nothing better",
		before: "c: unmet", after: "",
		want: "level 2 worse: unmet self > open self\nc worse: unmet > none (withdrawn before=unmet)\ngot worse",
	}, {
		name: "one taken back, one better", reason: "the level is open again, for a good and a bad reason; the item says which got worse",
		before: "b: unmet, c: unmet", after: "c: met",
		want: "points 0 (0 to 4) > 0 (0 to 8)\nlevel 2 better: unmet self > open self\nb worse: unmet > none (withdrawn before=unmet)\nc better: unmet > met (changed after=met before=unmet)\ngot worse",
	}, {
		name: "met to not applicable", reason: "until an expert has accepted it, the item is open",
		before: "b: met", after: "b: not_applicable",
		want: "points 4 (4 to 8) > 0 (0 to 8)\nb worse: met > not_applicable (changed after=not_applicable before=met)\ngot worse",
	}, {
		name: "not applicable, accepted", reason: "the expert's word settles the item as met, and raises the assurance",
		before: "b: not_applicable", after: "b: not_applicable, b finding: accepted",
		want: "points 0 (0 to 8) > 3 (3 to 7)\nlevel 1 same: open self > open expert_confirmed\nlevel 2 same: open self > open expert_confirmed\n" +
			"b better: not_applicable > not_applicable (finding after=accepted before=)",
	}, {
		name: "accepted and met are alike", reason: "both count as met, whatever the points of the scheme say",
		before: "b: not_applicable, b finding: accepted, a finding: accepted, a: met", after: "b: met, a: met, a finding: accepted",
		want: "points 7 (7 to 7) > 8 (8 to 8)\nb same: not_applicable > met (changed after=met before=not_applicable; finding after= before=accepted)",
	}, {
		name: "rejected by an expert", reason: "the answer is the same, and does not stand any more",
		before: "b: met, b finding: accepted", after: "b: met, b finding: rejected",
		want: "points 4 (4 to 8) > 0 (0 to 4)\nlevel 2 worse: open expert_confirmed > unmet self\nb worse: met > met (finding after=rejected before=accepted)\ngot worse",
	}, {
		name: "no confirmation any more", reason: "less assurance is worse, though no answer changed",
		before: "a: met, a finding: accepted", after: "a: met",
		want: "level 1 worse: met expert_confirmed > met self\nlevel 2 worse: open expert_confirmed > open self\na same: met > met (finding after= before=accepted)\ngot worse",
	}, {
		name: "another respondent knows worse", reason: "the worst true answer counts",
		before: "b: met by x", after: "b: met by x, b: partial by y",
		want: "caveat other-respondents\npoints 4 (4 to 8) > 2 (2 to 6)\nlevel 2 worse: open self > unmet self\nb worse: met > partial (changed after=partial before=met)\ngot worse",
	}, {
		name: "limited to a level", reason: "what is above the level is neither listed nor worse",
		before: "a: met, c: met", after: "a: met, c: unmet", options: score.CompareOptions{Target: "1"},
		want: "",
	}, {
		name: "both aim at a level", reason: "the level that both aim at limits the comparison by itself",
		before: "a: unmet, c: met", after: "a: met, c: unmet", edit: func(b, a *assess.Document) { b.Target, a.Target = "1", "1" },
		want: "points 0 (0 to 4) > 4 (4 to 8)\nlevel 1 better: unmet self > met self\na better: unmet > met (changed after=met before=unmet)",
	}, {
		name: "they aim at different levels", reason: "everything is compared, and the reader is told",
		before: "c: met", after: "c: unmet", edit: func(b, a *assess.Document) { b.Target, a.Target = "1", "2" },
		want: "caveat other-target after=2 before=1\nlevel 2 worse: open self > unmet self\nc worse: met > unmet (changed after=unmet before=met)\ngot worse",
	}, {
		name: "another scope", reason: "answers for another part of the firm may differ without a change",
		edit: func(b, a *assess.Document) { a.Scope.Sites = []string{"second"} }, want: "caveat other-scope",
	}, {
		name: "another text of the scope", reason: "the same in words",
		edit: func(b, a *assess.Document) { b.Scope.Text = "all" }, want: "caveat other-scope",
	}, {
		name: "other respondents", reason: "somebody else may answer otherwise",
		edit: func(b, a *assess.Document) {
			b.Respondents, a.Respondents = []assess.Respondent{{ID: "1", Role: assess.IT}}, []assess.Respondent{{ID: "1", Role: assess.Management}}
		}, want: "caveat other-respondents",
	}, {
		name: "the same respondents under other ids", reason: "an id is a name inside of a file",
		edit: func(b, a *assess.Document) {
			b.Respondents, a.Respondents = []assess.Respondent{{ID: "1", Role: assess.IT}}, []assess.Respondent{{ID: "2", Role: assess.IT}}
		}, want: "",
	}, {
		name: "no name", reason: "it cannot be told whose the files are",
		edit: func(b, a *assess.Document) { a.Subject.Name = "" }, want: "caveat no-name",
	}, {
		name: "a name here, a number there", reason: "that may be two firms",
		edit: func(b, a *assess.Document) {
			b.Subject.CorporateNumber, b.Subject.Name, a.Subject.CorporateNumber = "1234567890123", "", ""
		}, want: "caveat no-name",
	}, {
		name: "the same number, another name", reason: "a firm may change its name, not its number",
		edit: func(b, a *assess.Document) {
			b.Subject.CorporateNumber, a.Subject.CorporateNumber, a.Subject.Name = "1234567890123", "1234567890123", "new name"
		}, want: "",
	}, {
		name: "the second is the earlier one", reason: "the files may have been given the wrong way round",
		edit: func(b, a *assess.Document) { b.AssessedOn, a.AssessedOn = "2026-04-01", "2026-03-31" }, want: "caveat earlier",
	}, {
		name: "on the same day", reason: "nothing is the wrong way round",
		edit: func(b, a *assess.Document) { b.AssessedOn, a.AssessedOn = "2026-04-01", "2026-04-01" }, want: "",
	}, {
		name: "evidence on its last day", reason: "on the day that it expires it still holds",
		before: "a: met", after: "a: met", edit: withEvidence("2026-03-31"), options: score.CompareOptions{At: "2026-03-31"}, want: "",
	}, {
		name: "evidence on the day after", reason: "the first day on which it no longer holds is named",
		before: "a: met", after: "a: met", edit: withEvidence("2026-03-31"), options: score.CompareOptions{At: "2026-04-01"},
		want: "a lapses on 2026-04-01: evidence-expired\ngot worse",
	}, {
		name: "evidence, and no day to look at", reason: "a comparison depends on nothing but its arguments, not on today",
		before: "a: met", after: "a: met", edit: withEvidence("2020-03-31"), want: "",
	}, {
		name: "evidence of the earlier file", reason: "what was in the drawer then does not matter any more",
		before: "a: met", after: "a: met", options: score.CompareOptions{At: "2026-04-01"},
		edit: func(b, a *assess.Document) { withEvidence("2026-03-31")(a, b) }, want: "",
	}, {
		name: "evidence of what is not in place", reason: "nothing rests on it",
		before: "a: unmet", after: "a: unmet", edit: withEvidence("2026-03-31"), options: score.CompareOptions{At: "2026-04-01"}, want: "",
	}, {
		name: "evidence of what compensates", reason: "the other way of protecting may be over",
		before: "b: compensated", after: "b: compensated", edit: withEvidence("2026-03-31"), options: score.CompareOptions{At: "2026-04-01"},
		want: "b lapses on 2026-04-01: evidence-expired\ngot worse",
	}, {
		name: "evidence above the level", reason: "the level limits the lapses as well",
		before: "b: met", after: "b: met", edit: withEvidence("2026-03-31"), options: score.CompareOptions{At: "2026-04-01", Target: "1"}, want: "",
	}, {
		name: "a year, on the last day", reason: "the answer of last year holds until the day before",
		before: "a: met", after: "a: met", catalog: again, edit: answeredOn("2025-04-01"), options: score.CompareOptions{At: "2026-03-31"}, want: "",
	}, {
		name: "a year, over", reason: "a year later it is time to look again",
		before: "a: met", after: "a: met", catalog: again, edit: answeredOn("2025-04-01"), options: score.CompareOptions{At: "2026-04-01"},
		want: "a lapses on 2026-04-01: due-again\ngot worse",
	}, {
		name: "a year after the 29th of February", reason: "the next year has no such day, so it is the last one of the month",
		before: "a: met", after: "a: met", catalog: again, edit: answeredOn("2024-02-29"), options: score.CompareOptions{At: "2025-02-28"},
		want: "a lapses on 2025-02-28: due-again\ngot worse",
	}, {
		name: "a month, from the day of the assessment", reason: "an answer without a day of its own is as old as the file",
		before: "b: met", after: "b: met", catalog: again, edit: func(b, a *assess.Document) { b.AssessedOn, a.AssessedOn = "2026-01-31", "2026-01-31" },
		options: score.CompareOptions{At: "2026-02-28"}, want: "b lapses on 2026-02-28: due-again\ngot worse",
	}, {
		name: "a month, answered later than assessed", reason: "the answer's own day counts",
		before: "b: met", after: "b: met", catalog: again, edit: func(b, a *assess.Document) {
			a.AssessedOn, a.Answers[0].AnsweredOn = "2026-01-31", "2026-02-15"
		},
		options: score.CompareOptions{At: "2026-02-28"}, want: "",
	}, {
		name: "no day at all", reason: "how old the answer is cannot be told",
		before: "b: met", after: "b: met", catalog: again, options: score.CompareOptions{At: "2030-01-01"}, want: "",
	}, {
		name: "due, and not in place", reason: "what is missing is not due again",
		before: "a: unmet, b: unknown", after: "a: unmet, b: unknown", catalog: again, edit: func(b, a *assess.Document) { a.AssessedOn = "2020-01-01" },
		options: score.CompareOptions{At: "2030-01-01"}, want: "",
	}}
	names := map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || names[test.name] {
			t.Fatalf("%q needs a reason and a name of its own", test.name)
		}
		names[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			c := test.catalog
			if c == nil {
				c = steps
			}
			before, after := lines(t, c, test.before), lines(t, c, test.after)
			before.Subject.Name, after.Subject.Name = "firm", "firm"
			if test.edit != nil {
				test.edit(before, after)
			}
			m, problems := score.Compare(checked(t, before, c), checked(t, after, c), test.options)
			if !problems.OK() {
				t.Fatal(problems)
			}
			want := []string{}
			if test.want != "" {
				want = strings.Split(test.want, "\n")
			}
			if diff := cmp.Diff(want, comparisonLines(m)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
		})
	}
}

// lines reads the lines of [answers], separated by commas.
func lines(t *testing.T, c *catalog.Checked, text string) *assess.Document {
	t.Helper()
	if text == "" {
		return answers(t, c)
	}
	return answers(t, c, strings.Split(text, ", ")...)
}

func withEvidence(expires catalog.Date) func(before, after *assess.Document) {
	return func(_, after *assess.Document) {
		after.Answers[0].Evidence = []assess.Evidence{{Title: "photo", Expires: expires}}
	}
}

func answeredOn(day catalog.Date) func(before, after *assess.Document) {
	return func(_, after *assess.Document) { after.Answers[0].AnsweredOn = day }
}

func TestCompareRefuses(t *testing.T) {
	steps := stepsCatalog(t)
	one, two, three, first, second := editions(t)
	tests := []struct {
		name, reason  string
		before, after *catalog.Checked
		edit          func(before, after *assess.Document)
		options       score.CompareOptions
		want          string
	}{
		{"another scheme", "answers to different questions say nothing about a change", steps, sa1v40.Catalog(), nil, score.CompareOptions{},
			"compare/other-catalog Answers to steps@1 and sa1@4.0 cannot be compared: no change record leads from one to the other, or they are of different schemes."},
		{"another edition without a record", "nobody says which item continues which", one, two, nil, score.CompareOptions{},
			"compare/other-catalog Answers to mine@1 and mine@2 cannot be compared: no change record leads from one to the other, or they are of different schemes."},
		{"a route that ends too early", "the record has to lead to the later edition", one, three, nil, score.CompareOptions{Route: []*catalog.Changes{first}},
			"compare/other-catalog Answers to mine@1 and mine@3 cannot be compared: no change record leads from one to the other, or they are of different schemes."},
		{"a route that begins elsewhere", "a record is applied to the edition that it is about only", one, one, nil, score.CompareOptions{Route: []*catalog.Changes{second}},
			"compare/other-catalog Answers to mine@1 and mine@1 cannot be compared: no change record leads from one to the other, or they are of different schemes."},
		{"another number", "the number tells firms apart even if they are called alike", steps, steps, func(b, a *assess.Document) {
			b.Subject = assess.Subject{Name: "one", CorporateNumber: "1234567890123"}
			a.Subject = assess.Subject{Name: "one", CorporateNumber: "1234567890124"}
		}, score.CompareOptions{}, `compare/other-subject "one" and "one" are different organisations.`},
		{"another name", "without numbers the name tells them apart", steps, steps, func(b, a *assess.Document) { b.Subject.Name, a.Subject.Name = "one", "two" }, score.CompareOptions{},
			`compare/other-subject "one" and "two" are different organisations.`},
		{"another name, one number", "a number that only one of them has tells nothing", steps, steps, func(b, a *assess.Document) {
			b.Subject = assess.Subject{Name: "one", CorporateNumber: "1234567890123"}
			a.Subject.Name = "two"
		}, score.CompareOptions{}, `compare/other-subject "one" and "two" are different organisations.`},
		{"another number, no names", "the numbers are shown where there is no name", steps, steps, func(b, a *assess.Document) {
			b.Subject.CorporateNumber, a.Subject.CorporateNumber = "1234567890123", "1234567890124"
		}, score.CompareOptions{}, `compare/other-subject "1234567890123" and "1234567890124" are different organisations.`},
		{"an unknown level", "the levels that there are are listed", steps, steps, nil, score.CompareOptions{Target: "3"},
			`compare/unknown-level steps@1 has no level "3".`},
	}
	seen := map[string]bool{}
	for _, test := range tests {
		if test.reason == "" {
			t.Fatalf("%q needs a reason", test.name)
		}
		t.Run(test.name, func(t *testing.T) {
			before, after := assess.New(test.before.Ref()), assess.New(test.after.Ref())
			if test.edit != nil {
				test.edit(before, after)
			}
			m, problems := score.Compare(checked(t, before, test.before), checked(t, after, test.after), test.options)
			if len(problems) != 1 || problems[0].Kind.Code+" "+problems[0].Message().EN != test.want {
				t.Fatalf("%s: got %v, want %s", test.reason, problems, test.want)
			}
			seen[problems[0].Kind.Code] = true
			for _, l := range []lang.Lang{lang.JA, lang.EN} {
				if strings.ContainsAny(problems[0].Text(l), "{}") {
					t.Errorf("a placeholder is not filled: %s", problems[0].Text(l))
				}
			}
			if len(m.Items) > 0 || m.GotWorse {
				t.Error("what is refused is compared all the same")
			}
		})
	}
	for _, k := range score.Kinds() {
		if !seen[k.Code] {
			t.Errorf("no case is refused with %s", k.Code)
		}
	}
}

// editions returns three editions of a fictional catalogue and the records between them.
func editions(t testing.TB) (one, two, three *catalog.Checked, first, second *catalog.Changes) {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile("../testdata/editions/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	load := func(name string) *catalog.Checked {
		c, problems := catalog.Load(read(name), nil)
		if !problems.OK() {
			t.Fatal(problems)
		}
		return c
	}
	one, two, three = load("mine-1"), load("mine-2"), load("mine-3")
	between := func(name string, from, to *catalog.Checked) *catalog.Changes {
		c, problems := catalog.LoadChanges(read(name), from, to)
		if !problems.OK() {
			t.Fatal(problems)
		}
		return c
	}
	return one, two, three, between("mine-1-2", one, two), between("mine-2-3", two, three)
}

func route(t *testing.T, records []*catalog.Changes, from, to *catalog.Checked) []*catalog.Changes {
	t.Helper()
	steps, ok := catalog.Route(records, from.Ref(), to.Ref())
	if !ok {
		t.Fatalf("no records lead from %s to %s", from.Ref(), to.Ref())
	}
	return steps
}

// From edition to edition: what is asked otherwise than before is new, neither better nor worse, over several steps too.
func TestCompareEditions(t *testing.T) {
	one, two, three, first, second := editions(t)
	records := []*catalog.Changes{first, second}
	tests := []struct {
		name, reason  string
		from, to      *catalog.Checked
		before, after []string
		want          string // of the items: what is not the same
		worse         bool
	}{{
		name: "everything met, one step", reason: "what the new edition added, tightened, merged or split has to be answered anew; nothing became better",
		from: one, to: two, before: each(one, "met"), after: each(two, "met"),
		want: "1 new: asked-again change=tightened\n4 new: added-item\n7 new: asked-again change=merged\n8 new: asked-again change=moved\n9 new: asked-again change=relaxed\n" +
			"10 new: asked-again change=split\n11 new: asked-again change=split\n14 new: asked-again change=tightened\n15 new: asked-again change=merged\n17 new: added-item\n" +
			"23 new: asked-again change=reworded\n24 new: asked-again change=relaxed\n21 gone: retired-item",
	}, {
		name: "everything met, nothing answered in the new edition", reason: "answers that the record carries over were taken back; the others were never there",
		from: one, to: two, before: []string{"1: met", "2: met", "8: met", "9: met", "21: met"}, after: nil,
		want:  "1 new: asked-again change=tightened\n2 worse: withdrawn before=met\n4 new: added-item\n7 new: asked-again change=merged\n8 new: asked-again change=moved\n9 new: asked-again change=relaxed\n10 new: asked-again change=split\n11 new: asked-again change=split\n14 new: asked-again change=tightened\n15 new: asked-again change=merged\n17 new: added-item\n23 new: asked-again change=reworded\n24 new: asked-again change=relaxed\n21 gone: retired-item",
		worse: true,
	}, {
		name: "unmet, tightened and merged", reason: "who has met none of it is not worse off, and an unmet that is met now is better",
		from: one, to: two, before: each(one, "unmet"), after: append(each(two, "unmet"), "1: met"),
		want: "1 better: changed after=met before=unmet\n4 new: added-item\n8 new: asked-again change=moved\n9 new: asked-again change=relaxed\n" +
			"10 new: asked-again change=split\n11 new: asked-again change=split\n17 new: added-item\n23 new: asked-again change=reworded\n24 new: asked-again change=relaxed\n21 gone: retired-item",
	}, {
		name: "moved to another number, and worse", reason: "an item is followed to its new place",
		from: one, to: two, before: each(one, "met"), after: append(each(two, "met"), "20: partial", "4: unmet"),
		want: "1 new: asked-again change=tightened\n4 new: added-item\n7 new: asked-again change=merged\n8 new: asked-again change=moved\n9 new: asked-again change=relaxed\n" +
			"10 new: asked-again change=split\n11 new: asked-again change=split\n14 new: asked-again change=tightened\n15 new: asked-again change=merged\n17 new: added-item\n" +
			"20 worse: changed after=partial before=met\n23 new: asked-again change=reworded\n24 new: asked-again change=relaxed\n21 gone: retired-item",
		worse: true,
	}, {
		name: "everything met, two steps", reason: "what the first step asks otherwise is still new after the second, and what either step retired is gone once, by its first id",
		from: one, to: three, before: each(one, "met"), after: each(three, "met"),
		want: "1 new: asked-again change=tightened\n2 new: asked-again change=split\n3 new: asked-again change=split\n5 new: added-item\n8 new: asked-again change=merged\n" +
			"9 new: asked-again change=moved\n10 new: asked-again change=split\n11 new: asked-again change=split\n12 new: asked-again change=merged\n13 new: asked-again change=relaxed\n" +
			"14 new: asked-again change=merged\n15 new: added-item\n17 new: added-item\n22 new: asked-again change=tightened\n23 new: asked-again change=split\n24 new: asked-again change=split\n" +
			"25 new: asked-again change=split\nyearly-check new: added-item\n10 gone: retired-item\n21 gone: retired-item\n25 gone: retired-item",
	}, {
		name: "read backwards", reason: "a record may be read from the later edition to the earlier one",
		from: two, to: one, before: each(two, "met"), after: each(one, "met"),
		want: "1 new: asked-again change=relaxed\n7 new: asked-again change=split\n8 new: asked-again change=split\n9 new: asked-again change=moved\n10 new: asked-again change=tightened\n" +
			"11 new: asked-again change=merged\n14 new: asked-again change=relaxed\n15 new: asked-again change=split\n17 new: asked-again change=split\n21 new: added-item\n" +
			"23 new: asked-again change=reworded\n24 new: asked-again change=tightened\n4 gone: retired-item\n17 gone: retired-item",
	}}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before, after := checked(t, answers(t, test.from, test.before...), test.from), checked(t, answers(t, test.to, test.after...), test.to)
			m, problems := score.Compare(before, after, score.CompareOptions{Route: route(t, records, test.from, test.to)})
			if !problems.OK() {
				t.Fatal(problems)
			}
			var got []string
			for _, i := range m.Items {
				for _, r := range i.Reasons {
					got = append(got, string(i.Item)+" "+i.Trend.String()+": "+reasonLine(r))
				}
				if len(i.Reasons) == 0 && i.Trend != score.Same {
					t.Errorf("%s is %s without a reason", i.Item, i.Trend)
				}
			}
			if diff := cmp.Diff(strings.Split(test.want, "\n"), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
			if m.GotWorse != test.worse || m.Points != nil {
				t.Errorf("got worse: %t; points of different editions: %v", m.GotWorse, m.Points)
			}
			caveat := score.Reason{Code: score.ReasonOtherEdition, Args: []score.Arg{{Name: "from", Value: test.from.Ref().String()}, {Name: "to", Value: test.to.Ref().String()}}}
			if !slices.ContainsFunc(m.Caveats, func(r score.Reason) bool { return cmp.Equal(r, caveat) }) {
				t.Errorf("the caveats %v do not say that another edition lies in between", m.Caveats)
			}
		})
	}
}

// A retired item keeps the answer that it had, combined as everywhere: the worst of several respondents.
func TestCompareRetiredAnswer(t *testing.T) {
	one, _, three, first, second := editions(t)
	before := checked(t, answers(t, one, "10: met by x", "10: partial by y", "21: unknown", "25: unmet"), one)
	m, problems := score.Compare(before, checked(t, answers(t, three), three), score.CompareOptions{Route: []*catalog.Changes{first, second}})
	if !problems.OK() {
		t.Fatal(problems)
	}
	var got []string
	for _, i := range m.Items {
		if i.Trend == score.Gone {
			got = append(got, string(i.Item)+" "+state(i.Before)+" "+state(i.After))
		}
	}
	if want := []string{"10 partial none", "21 unknown none", "25 unmet none"}; !slices.Equal(got, want) {
		t.Errorf("retired: %v, not %v", got, want)
	}
}

// A level that only what was added keeps from being met did not get worse: the scheme asks more, the firm does not less.
func TestCompareLevelOfAnotherEdition(t *testing.T) {
	old, new := plain(t, "e@1", "x", "y"), plain(t, "e@2", "x", "y", "z", "up @2")
	records := []*catalog.Changes{record(t, old, new, "kept official: x > x", "kept official: y > y", "added official: > z up")}
	tests := []struct {
		name, reason  string
		before, after string
		want          string
	}{
		{"all met", "the level is open only as long as what was added is not answered", "x: met, y: met", "x: met, y: met, z: met, up: met",
			"level 1 new: open self > met self\nlevel 2 new: open self > met self\nz new: none > met (added-item)\nup new: none > met (added-item)"},
		{"what was added is missing", "that decides the level, and nothing got worse", "x: met, y: met", "x: met, y: met, z: unmet",
			"level 1 new: open self > unmet self\nlevel 2 new: open self > unmet self\nz new: none > unmet (added-item)\nup new: none > none (added-item)"},
		{"an old item is missing", "that is the firm's own", "x: met, y: met", "x: unmet, y: met, z: met, up: met",
			"level 1 worse: open self > unmet self\nlevel 2 worse: open self > unmet self\nx worse: met > unmet (changed after=unmet before=met)\n" +
				"z new: none > met (added-item)\nup new: none > met (added-item)\ngot worse"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before, after := lines(t, old, test.before), lines(t, new, test.after)
			before.Subject.Name, after.Subject.Name = "firm", "firm"
			m, problems := score.Compare(checked(t, before, old), checked(t, after, new), score.CompareOptions{Route: records})
			if !problems.OK() {
				t.Fatal(problems)
			}
			want := append([]string{"caveat other-edition from=e@1 to=e@2"}, strings.Split(test.want, "\n")...)
			if diff := cmp.Diff(want, comparisonLines(m)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
		})
	}
}

// A target limits what was retired as well.
func TestCompareTargetOfRetired(t *testing.T) {
	old, new := plain(t, "e@1", "x", "low", "high @2"), plain(t, "e@2", "x", "up @2")
	records := []*catalog.Changes{record(t, old, new, "kept official: x > x", "added official: > up", "retired official: low high >")}
	for target, want := range map[string]string{"1": "x low", "2": "x up low high", "": "x up low high"} {
		m, problems := score.Compare(checked(t, answers(t, old), old), checked(t, answers(t, new), new), score.CompareOptions{Target: target, Route: records})
		if !problems.OK() {
			t.Fatal(problems)
		}
		var got []string
		for _, i := range m.Items {
			got = append(got, string(i.Item))
		}
		if strings.Join(got, " ") != want || len(m.Levels) != max(1, len(strings.Fields(want))/2) {
			t.Errorf("with target %q the items are %v, the levels %v", target, got, m.Levels)
		}
	}
}

// Two files of one edition may list the items in another order. Items are compared by their ids, and the reader is told.
func TestCompareAnotherFileOfTheEdition(t *testing.T) {
	one, other := plain(t, "e", "x", "y", "z"), plain(t, "e", "z", "y", "x")
	digested := func(c *catalog.Checked) *catalog.Checked {
		c, problems := catalog.Load(c.JSON(), func(data []byte) string { return "test:" + strconv.Itoa(strings.Index(string(data), "text of x")) })
		if !problems.OK() {
			t.Fatal(problems)
		}
		return c
	}
	one, other = digested(one), digested(other)
	before := checked(t, answers(t, one, "x: met", "z: unmet"), one)
	m, problems := score.Compare(before, checked(t, answers(t, other, "x: met", "z: unmet"), other), score.CompareOptions{})
	if diff := cmp.Diff([]string{"caveat other-digest", "caveat no-name"}, comparisonLines(m)); diff != "" || !problems.OK() {
		t.Errorf("%v (-want +got):\n%s", problems, diff)
	}
	short := plain(t, "e", "x", "y")
	if _, problems := score.Compare(before, checked(t, answers(t, short, "x: met"), short), score.CompareOptions{}); problems.OK() {
		t.Error("an answer to an item that the later file lacks is passed over")
	}
}

// The file of a comparison holds what the comparison holds.
func TestComparisonJSON(t *testing.T) {
	c := stepsCatalog(t)
	before, after := answers(t, c, "a: met"), answers(t, c, "a: unmet")
	before.AssessedOn, after.AssessedOn, after.Target = "2025-04-01", "2026-04-01", "1"
	m, problems := score.Compare(checked(t, before, c), checked(t, after, c), score.CompareOptions{Target: "1"})
	if !problems.OK() {
		t.Fatal(problems)
	}
	const want = `{"format":"hoshitori/comparison/1","target":"1","gotWorse":true,"migrated":[],"lapses":[],
"before":{"assessedOn":"2025-04-01","target":"","catalog":{"id":"steps","version":"1","status":"final","supersededBy":"","digest":""}},
"after":{"assessedOn":"2026-04-01","target":"1","catalog":{"id":"steps","version":"1","status":"final","supersededBy":"","digest":""}},
"caveats":[{"code":"no-name","args":{}},{"code":"other-target","args":{"after":"1","before":""}}],
"points":{"before":{"score":"4","low":"4","high":"8","max":"8","band":"low","bandLow":"low","bandHigh":"high"},"after":{"score":"0","low":"0","high":"4","max":"8","band":"low","bandLow":"low","bandHigh":"low"}},
"levels":[{"id":"1","before":"met","after":"unmet","assuranceBefore":"self","assuranceAfter":"self","trend":"worse"}],
"items":[{"item":"a","before":"met","after":"unmet","trend":"worse","reasons":[{"code":"changed","args":{"after":"unmet","before":"met"}}]}]}`
	if diff := cmp.Diff(indented(t, want), indented(t, string(m.JSON()))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// The report of a migration stands in a comparison as it stands alone.
	one, two, _, first, _ := editions(t)
	m, problems = score.Compare(checked(t, answers(t, one), one), checked(t, answers(t, two), two), score.CompareOptions{Route: []*catalog.Changes{first}, At: "2026-04-01"})
	if !problems.OK() || len(m.Migrated) != 1 {
		t.Fatal(problems, len(m.Migrated))
	}
	var file struct{ Migrated []json.RawMessage }
	if err := json.Unmarshal(m.JSON(), &file); err != nil || len(file.Migrated) != 1 || string(file.Migrated[0]) != string(m.Migrated[0].JSON()) {
		t.Errorf("the migration is written as %s", file.Migrated)
	}
}

func TestTrendCodes(t *testing.T) {
	var got []string
	for v := score.TrendUnstated; v <= score.Gone+1; v++ {
		got = append(got, v.String())
	}
	if want := []string{"", "same", "better", "worse", "clearer", "new", "gone", ""}; !slices.Equal(got, want) {
		t.Errorf("trends %q", got)
	}
}

// An answer that the later edition does not offer is kept aside. The item is asked again, even though the record says
// that it is unchanged: it was answered, so a yes does not make it better.
func TestCompareAnswerThatDoesNotFit(t *testing.T) {
	old := plain(t, "e@1", "x", "y")
	s, problems := catalog.Parse(plain(t, "e@2", "x", "y").JSON())
	if !problems.OK() {
		t.Fatal(problems)
	}
	s.Choices = slices.DeleteFunc(s.Choices, func(c catalog.Choice) bool { return c.State == catalog.NotApplicable })
	new, problems := catalog.Check(s, nil)
	if !problems.OK() {
		t.Fatal(problems)
	}
	records := []*catalog.Changes{record(t, old, new, "kept official: x > x", "kept official: y > y")}
	before := checked(t, answers(t, old, "x: not_applicable", "x finding: accepted"), old)
	m, problems := score.Compare(before, checked(t, answers(t, new, "x: met", "y: met"), new), score.CompareOptions{Route: records})
	want := []string{"caveat other-edition from=e@1 to=e@2", "caveat no-name", "level 1 better: open self > met self", "level 2 better: open self > met self",
		"x new: none > met (asked-again change=kept)", "y better: none > met (changed after=met before=unanswered)"}
	if diff := cmp.Diff(want, comparisonLines(m)); diff != "" || !problems.OK() {
		t.Errorf("%v (-want +got):\n%s", problems, diff)
	}
}
