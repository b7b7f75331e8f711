package assess_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/changes"
	"github.com/hoshitori/hoshitori/catalog/sa1v31"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
)

// editionsFile reads a file of the fictional self-check, of which there are three editions.
func editionsFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "editions", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func mine(t testing.TB, version string) *catalog.Checked {
	t.Helper()
	c, problems := catalog.Load(editionsFile(t, "mine-"+version+".json"), nil)
	if problems != nil {
		t.Fatal(problems)
	}
	return c
}

func mineChanges(t testing.TB, from, to string) *catalog.Changes {
	t.Helper()
	c, problems := catalog.LoadChanges(editionsFile(t, "mine-"+from+"-"+to+".json"), mine(t, from), mine(t, to))
	if problems != nil {
		t.Fatal(problems)
	}
	return c
}

// checked checks a document that has to be right.
func checked(t testing.TB, d *assess.Document, c *catalog.Checked) *assess.Checked {
	t.Helper()
	a, problems := assess.Check(d, c)
	if !problems.OK() {
		t.Fatalf("the assessment is wrong: %v\n%s", problems, d.JSON())
	}
	return a
}

func answers1(t testing.TB) *assess.Checked {
	t.Helper()
	a, problems := assess.Load(editionsFile(t, "answers-1.json"), mine(t, "1"))
	if problems != nil {
		t.Fatal(problems)
	}
	return a
}

// brief writes answers as "item state respondent", with a mark for each thing that was said beside.
func brief(answers []assess.Answer) []string {
	var out []string
	for _, a := range answers {
		line := strings.TrimRight(string(a.Item)+" "+a.State.String()+" "+a.Respondent, " ")
		for _, m := range []struct {
			is   bool
			mark string
		}{{a.Note != "", " note"}, {a.Reason != assess.Reason{}, " reason"}, {len(a.Evidence) > 0, " evidence"}, {a.AnsweredOn != "", " day"}} {
			if m.is {
				line += m.mark
			}
		}
		out = append(out, line)
	}
	return out
}

// The answers of the fictional shop on their way from the first edition to the second.
func TestMigrateMine(t *testing.T) {
	d, report := assess.Migrate(answers1(t), mineChanges(t, "1", "2"))
	want := []string{
		"1 unmet r1 note day", // tightened: what was not there is not there
		"2 met r2 evidence day", "2 met r3",
		"3 partial r1",
		"5 not_applicable r2 reason", // moved from 4
		"6 met r1",
		"12 compensated r1 reason",
		"13 unknown r3",
		"14 unmet r1", // tightened
		"15 unmet r1", // merged of 15 and 17, of which r1 has neither; r3 was not asked about 17
		"16 met r1",
		"18 not_applicable r1 reason",
		"19 met r1",
		"20 met r1 note evidence", "20 unmet r3 note", // moved from 5
		"21 partial day", // moved from 20
		"22 met r1 evidence",
		"policy-set met r1 evidence",
		"policy-published unknown r1",
	}
	if diff := cmp.Diff(want, brief(d.Answers)); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
	if len(d.Carried) != 1 || d.Carried[0].From.Ref().String() != "mine@1" || d.Carried[0].Target != "" || d.Target != "1" {
		t.Fatalf("carried %+v, target %q", d.Carried, d.Target)
	}
	want = []string{
		"1 partial r2 note",      // tightened
		"7 met r1", "8 unmet r1", // merged: not all are unmet
		"9 met r2",           // moved, as a draft has it
		"10 met r1",          // relaxed: it may be asked otherwise
		"11 met r2 evidence", // split: a yes to the whole is no yes to its parts
		"15 unmet r1", "15 unmet r3", "17 unmet r1 note",
		"21 met r1 note evidence", // retired
		"23 met r1",               // reworded, which nobody has confirmed
		"24 partial r2",           // relaxed
	}
	if diff := cmp.Diff(want, brief(d.Carried[0].Answers)); diff != "" {
		t.Errorf("kept aside (-want +got):\n%s", diff)
	}
	if c := d.Carried[0]; d.Confirmation != nil || d.Declaration != nil || c.Confirmation == nil || len(c.Confirmation.Findings) != 4 || c.Declaration == nil ||
		!report.ConfirmationAside || !report.DeclarationAside {
		t.Error("what the expert confirmed and management declared is not kept beside")
	}
	if got, want := strings.Join(ids(report.ToAsk()), " "), "4 7 8 9 10 11 17 23 24 25"; got != want {
		t.Errorf("to ask: %s, want %s", got, want)
	}
	counts := map[catalog.ChangeKind]int{catalog.Kept: 11, catalog.Moved: 4, catalog.Reworded: 2, catalog.Tightened: 2, catalog.Relaxed: 2,
		catalog.Split: 2, catalog.Merged: 2, catalog.Added: 2, catalog.Retired: 0}
	for kind, want := range counts {
		if got := report.Count(kind); got != want {
			t.Errorf("%d %s, want %d", got, kind, want)
		}
	}
}

func ids(list []catalog.ItemID) (out []string) {
	for _, id := range list {
		out = append(out, string(id))
	}
	return out
}

// The report says of each item on either side what became of it.
func TestMigrationReport(t *testing.T) {
	_, report := assess.Migrate(answers1(t), mineChanges(t, "1", "2"))
	for _, test := range []struct{ item, reason, want string }{
		{"1", "one answer is carried, one is not", "tightened [1] aside"},
		{"2", "both are carried", "kept [2] carried"},
		{"4", "it has another number", "moved [5] carried"},
		{"7", "it was merged", "merged [7] aside"},
		{"11", "it was split", "split [10 11] aside"},
		{"15", "what was said about a part stays with it, though the whole is unmet", "merged [15] aside"},
		{"21", "it is asked no more", "retired [] aside"},
		{"25", "nobody answered it", "kept [25] no_answer"},
	} {
		for _, o := range report.Old {
			if got := o.Change.String() + " [" + strings.Join(ids(o.To), " ") + "] " + o.Fate.String(); string(o.Item) == test.item && got != test.want {
				t.Errorf("older %s: %s, want %s: %s", test.item, got, test.want, test.reason)
			}
		}
	}
	for _, test := range []struct{ item, reason, want string }{
		{"1", "unmet was carried", "tightened [1] answered"},
		{"4", "it is new", "added [] ask"},
		{"7", "not all were unmet", "merged [7 8] ask"},
		{"8", "a draft says that it is the same", "moved [9] ask"},
		{"10", "the whole was met", "split [11] ask"},
		{"15", "both were unmet", "merged [15 17] answered"},
		{"25", "it was not answered before", "kept [25] ask"},
	} {
		for _, n := range report.New {
			ask := map[bool]string{true: "ask", false: "answered"}[n.Ask]
			if got := n.Change.String() + " [" + strings.Join(ids(n.From), " ") + "] " + ask; string(n.Item) == test.item && got != test.want {
				t.Errorf("newer %s: %s, want %s: %s", test.item, got, test.want, test.reason)
			}
		}
	}
}

func TestMigrationJSON(t *testing.T) {
	d := assess.New(sa1v31.Catalog().Ref())
	d.Set(assess.Answer{Item: "1", State: catalog.Met})
	d.Set(assess.Answer{Item: "commit", State: catalog.Met})
	d.Declaration = &assess.Declaration{Name: "架空 太郎"}
	steps, _ := catalog.Route(changes.All(), sa1v31.Catalog().Ref(), sa1v40.Catalog().Ref())
	_, report := assess.Migrate(checked(t, d, sa1v31.Catalog()), steps[0])
	got := strings.ReplaceAll(string(report.JSON()), "},", "},\n")
	want := `{"confirmationAside":false,"declarationAside":true,"format":"hoshitori/migration/1","from":{"id":"sa1","version":"3.1"},
"new":[{"ask":false,"from":["1"],"item":"1","verdict":"kept"},
{"ask":true,"from":["2"],"item":"2","verdict":"kept"},
{"ask":true,"from":["3"],"item":"3","verdict":"kept"},
{"ask":true,"from":["4"],"item":"4","verdict":"kept"},
{"ask":true,"from":["5"],"item":"5","verdict":"kept"},
{"ask":true,"from":[],"item":"6","origin":{"catalog":{"id":"sa2","version":"3.1"},
"item":"11"},
"verdict":"added"},
{"ask":true,"from":["commit"],"item":"commit","verdict":"tightened"}],"old":[{"answers":"carried","item":"1","to":["1"],"verdict":"kept"},
{"answers":"no_answer","item":"2","to":["2"],"verdict":"kept"},
{"answers":"no_answer","item":"3","to":["3"],"verdict":"kept"},
{"answers":"no_answer","item":"4","to":["4"],"verdict":"kept"},
{"answers":"no_answer","item":"5","to":["5"],"verdict":"kept"},
{"answers":"aside","item":"commit","to":["commit"],"verdict":"tightened"}],"to":{"id":"sa1","version":"4.0"}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Two editions that differ in the answers, options and levels that they know.
func choosing(t testing.TB, version catalog.Version, change func(*catalog.Source)) *catalog.Checked {
	t.Helper()
	both := func(s string) catalog.Text { return catalog.Text{JA: s, EN: s} }
	s := &catalog.Source{ID: "own", Version: version, Status: catalog.Draft, Title: both("own"), Publisher: "test",
		Documents: []catalog.Document{{ID: "doc", Title: "document"}},
		Levels: []catalog.Level{{ID: "low", Title: both("low"), Rules: []catalog.Rule{catalog.AllMet}},
			{ID: "high", Title: both("high"), Rules: []catalog.Rule{catalog.AllMet}}},
		Items: []catalog.Item{{ID: "i", Kind: catalog.Criterion, Level: "low", Text: both("?"), Clause: catalog.Clause{Document: "doc"},
			Options: []catalog.Option{{ID: "a", Text: both("A")}, {ID: "b", Text: both("B")}}}}}
	for _, state := range []catalog.State{catalog.Met, catalog.Partial, catalog.Unmet, catalog.Unknown, catalog.NotApplicable, catalog.Compensated} {
		s.Choices = append(s.Choices, catalog.Choice{State: state, Label: both("label"), Advice: both("advice")})
	}
	if change != nil {
		change(s)
	}
	c, problems := catalog.Check(s, nil)
	if problems != nil {
		t.Fatal(problems)
	}
	return c
}

func oneChange(t testing.TB, kind catalog.ChangeKind, from, to *catalog.Checked) *catalog.Changes {
	t.Helper()
	both := func(s string) catalog.Text { return catalog.Text{JA: s, EN: s} }
	s := catalog.Diff(from, to).Draft()
	s.Author, s.Documents = both("test"), []catalog.Document{{ID: "doc", Title: "document"}}
	s.Changes = []catalog.Change{{Kind: kind, From: []catalog.ItemID{"i"}, To: []catalog.ItemID{"i"}, Rationale: both("reason"),
		Clause: catalog.Clause{Document: "doc", Confidence: catalog.Official}}}
	c, problems := catalog.CheckChanges(s, from, to)
	if problems != nil {
		t.Fatal(problems)
	}
	return c
}

// What the newer edition cannot hold is kept aside: states, options and levels that it does not know.
func TestMigrateWhatDoesNotFit(t *testing.T) {
	without := func(state catalog.State) func(*catalog.Source) {
		return func(s *catalog.Source) {
			for i, c := range s.Choices {
				if c.State == state {
					s.Choices = append(s.Choices[:i:i], s.Choices[i+1:]...)
				}
			}
		}
	}
	reason := assess.Reason{Code: "out_of_scope"}
	for _, test := range []struct {
		name, reason string
		kind         catalog.ChangeKind
		change       func(*catalog.Source)
		answer       assess.Answer
		target       string
		want         string // the answer, what is kept aside, and the targets
	}{
		{"all fits", "the answer stays", catalog.Kept, nil, assess.Answer{State: catalog.Met, Options: []string{"a"}}, "high", "met a | | high"},
		{"no partial", "the edition does not know it", catalog.Kept, without(catalog.Partial), assess.Answer{State: catalog.Partial}, "", " | partial | "},
		{"no not applicable", "the edition does not know it", catalog.Kept, without(catalog.NotApplicable), assess.Answer{State: catalog.NotApplicable, Reason: reason}, "", " | not_applicable | "},
		{"no unknown, met", "the edition knows the answer", catalog.Kept, without(catalog.Unknown), assess.Answer{State: catalog.Met}, "", "met | | "},
		{"words of options", "they have their names", catalog.Reworded, func(s *catalog.Source) {
			s.Items[0].Options = []catalog.Option{{ID: "a", Text: s.Title}, {ID: "b", Text: s.Title}}
		},
			assess.Answer{State: catalog.Met, Options: []string{"b"}}, "", "met b | | "},
		{"no level", "the level is gone, the answers are not", catalog.Kept, func(s *catalog.Source) { s.Levels = s.Levels[:1] }, assess.Answer{State: catalog.Met}, "high", "met | | dropped high"},
		{"tightened options", "unmet stays; which alternatives were in place is kept aside", catalog.Tightened,
			func(s *catalog.Source) { s.Items[0].Options = s.Items[0].Options[:1] }, assess.Answer{State: catalog.Unmet, Options: []string{"b"}}, "", "unmet | unmet b | "},
		{"tightened met", "more is asked", catalog.Tightened, func(s *catalog.Source) { s.Items[0].Options = s.Items[0].Options[:1] }, assess.Answer{State: catalog.Met}, "", " | met | "},
		{"tightened partial", "more is asked", catalog.Tightened, func(s *catalog.Source) { s.Items[0].Options = s.Items[0].Options[:1] }, assess.Answer{State: catalog.Partial}, "", " | partial | "},
		{"tightened unknown", "who did not know may know now", catalog.Tightened, func(s *catalog.Source) { s.Items[0].Options = s.Items[0].Options[:1] }, assess.Answer{State: catalog.Unknown}, "", " | unknown | "},
		{"relaxed unmet", "less is asked", catalog.Relaxed, func(s *catalog.Source) {
			s.Items[0].Options = append(s.Items[0].Options, catalog.Option{ID: "c", Text: s.Title})
		}, assess.Answer{State: catalog.Unmet}, "", " | unmet | "},
		{"relaxed met", "who met more meets less, but nothing becomes met by migrating", catalog.Relaxed,
			func(s *catalog.Source) {
				s.Items[0].Options = append(s.Items[0].Options, catalog.Option{ID: "c", Text: s.Title})
			}, assess.Answer{State: catalog.Met}, "", " | met | "},
	} {
		from, to := choosing(t, "1", nil), choosing(t, "2", test.change)
		d := assess.New(from.Ref())
		test.answer.Item, d.Target = "i", test.target
		d.Set(test.answer)
		migrated, report := assess.Migrate(checked(t, d, from), oneChange(t, test.kind, from, to))
		checked(t, migrated, to)
		show := func(answers []assess.Answer) string {
			out := ""
			for _, a := range answers {
				out += a.State.String() + " " + strings.Join(append(a.Options, ""), " ")
			}
			return out
		}
		var aside []assess.Answer
		for _, c := range migrated.Carried {
			aside = append(aside, c.Answers...)
		}
		got := show(migrated.Answers)
		if got == "" {
			got = " "
		}
		got += "| " + show(aside) + "| " + migrated.Target
		if report.TargetDropped != "" {
			got += "dropped " + report.TargetDropped
			if migrated.Carried[0].Target != report.TargetDropped {
				t.Errorf("%s: the target %q is not kept", test.name, report.TargetDropped)
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q: %s", test.name, got, test.want, test.reason)
		}
	}
}

// What nobody said about the parts is not said about the whole.
func TestMigrateMergedInferred(t *testing.T) {
	step := mineChanges(t, "1", "2")
	d := assess.New(step.From().Ref())
	d.Set(assess.Answer{Item: "15", State: catalog.Unmet})
	d.Set(assess.Answer{Item: "17", State: catalog.Unmet, Inferred: &assess.Inferred{From: []assess.InferredFrom{{Catalog: d.Catalog, Item: "1", State: catalog.Unmet}}}})
	migrated, _ := assess.Migrate(checked(t, d, step.From()), step)
	if len(migrated.Answers) != 0 || len(migrated.Carried[0].Answers) != 2 {
		t.Errorf("an answer that nobody gave: %s", migrated.JSON())
	}
}

func TestMigratePanicsOnOtherAnswers(t *testing.T) {
	defer func() {
		if got := recover(); got != "assess: answers to mine@1 and a change record from mine@2" {
			t.Errorf("got %v", got)
		}
	}()
	assess.Migrate(answers1(t), mineChanges(t, "2", "3"))
}

// The answers that are migrated are not changed, and editing what became of them does not change them either.
func TestMigrateCopies(t *testing.T) {
	a := answers1(t)
	before := string(a.Document().JSON())
	d, _ := assess.Migrate(a, mineChanges(t, "1", "2"))
	d.Answers[0].State = catalog.Met
	d.Respondents[0].ID = "changed"
	d.Carried[0].Answers[0].State = catalog.Met
	d.Carried[0].Confirmation.Findings[0].Verdict = assess.Rejected
	d.Carried[0].Declaration.Name = "changed"
	if after := string(a.Document().JSON()); after != before {
		t.Errorf("the answers changed:\n%s\n%s", before, after)
	}
}

// From the draft of SCS to the final text nothing is carried: whatever is known of the draft is second hand.
func TestMigrateSCS(t *testing.T) {
	for _, step := range changes.All() {
		if step.From().Ref().ID != "scs" {
			continue
		}
		d := assess.New(step.From().Ref())
		for i, item := range step.From().Items() {
			state := []catalog.State{catalog.Met, catalog.Unmet, catalog.Partial, catalog.Unknown}[i%4]
			d.Set(assess.Answer{Item: item.ID, State: state})
		}
		migrated, report := assess.Migrate(checked(t, d, step.From()), step)
		if len(migrated.Answers) != 0 || len(migrated.Carried) != 1 || len(migrated.Carried[0].Answers) != 26 {
			t.Errorf("something was carried: %s", migrated.JSON())
		}
		if len(report.Old) != 26 || len(report.New) != 153 || len(report.ToAsk()) != 153 {
			t.Errorf("%d older verdicts, %d newer ones, %d to ask", len(report.Old), len(report.New), len(report.ToAsk()))
		}
		for _, o := range report.Old {
			if o.Fate != assess.KeptAside {
				t.Errorf("%s: %s", o.Item, o.Fate)
			}
		}
		return
	}
	t.Error("there is no record of SCS")
}

func TestFates(t *testing.T) {
	for fate, want := range map[assess.Fate]string{assess.FateUnstated: "", assess.NoAnswer: "no_answer", assess.CarriedOver: "carried", assess.KeptAside: "aside", assess.KeptAside + 1: ""} {
		if fate.String() != want {
			t.Errorf("%q, want %q", fate.String(), want)
		}
	}
}

// Whatever can be read and checked can be migrated, and what comes out can be read and checked.
func FuzzMigrate(f *testing.F) {
	f.Add(editionsFile(f, "answers-1.json"))
	f.Add(answers1(f).Document().JSON())
	first, second := mineChanges(f, "1", "2"), mineChanges(f, "2", "3")
	once, _ := assess.Migrate(answers1(f), first)
	back, _ := assess.Migrate(checked(f, once, first.To()), first.Reverse())
	f.Add(back.JSON())
	f.Add([]byte(`{"format":"hoshitori/assessment/1","catalog":{"id":"mine","version":"1"},"answers":[{"item":"1","state":"unmet","inferred":{"from":[]}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, problems := assess.Load(data, first.From())
		if !problems.OK() {
			return
		}
		for _, step := range []*catalog.Changes{first, second} {
			d, report := assess.Migrate(a, step)
			migrationLaws(t, a, step, d, report)
			again, problems := assess.Load(d.JSON(), step.To())
			if !problems.OK() || !bytes.Equal(again.Document().JSON(), d.JSON()) {
				t.Fatalf("what was migrated does not survive: %v\n%s", problems, d.JSON())
			}
			a = again
		}
	})
}
