package catalog_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
)

// must loads a catalogue that has to be right.
func must(t testing.TB, text string) *catalog.Checked {
	t.Helper()
	c, problems := catalog.Load([]byte(text), digest.SHA256)
	if problems != nil {
		t.Fatal(problems)
	}
	return c
}

// roundTrip reads, writes and reads again; nothing may change.
func roundTrip(t *testing.T, data []byte) (first, second *catalog.Source) {
	t.Helper()
	first, problems := catalog.Parse(data)
	if !problems.OK() {
		return first, first
	}
	text := first.JSON()
	second, problems = catalog.Parse(text)
	if problems != nil {
		t.Fatalf("what was written is refused: %v\n%s", problems, text)
	}
	if again := second.JSON(); !bytes.Equal(text, again) {
		t.Fatalf("the text changed:\n%s\n%s", text, again)
	}
	return first, second
}

func builtinFiles(t testing.TB) [][]byte {
	t.Helper()
	names, err := filepath.Glob("*/catalog.json")
	if err != nil || len(names) < 3 {
		t.Fatalf("built-in catalogues: %v %v", names, err)
	}
	var all [][]byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data)
	}
	return all
}

func TestRoundTrip(t *testing.T) {
	for _, data := range append(builtinFiles(t), []byte(whole)) {
		first, second := roundTrip(t, data)
		if diff := cmp.Diff(first, second, cmpopts.IgnoreUnexported(catalog.Source{})); diff != "" {
			t.Errorf("the source changed (-first +second):\n%s", diff)
		}
	}
}

// Data of others survive in every object of the format, except in texts, which say so.
func TestExtIsKept(t *testing.T) {
	text := whole
	for _, at := range []string{`{"id": "doc", "title"`, `{"key": "scheme.one"`, `{"state": "met", "label"`, `{"id": "good"`, `{"id": "low"`,
		`{"id": "A", "parent"`, `{"id": "R"`, `{"id": "q1"`, `{"id": "a", "text"`, `{"state": "met"}, `, `{"id": "doc", "clause": "p. 1"}`} {
		if strings.Count(text, at) != 1 {
			t.Fatalf("%s is not in the catalogue exactly once", at)
		}
		text = strings.Replace(text, at, strings.Replace(at, "{", `{"ext": {"other": [1.50, null]}, `, 1), 1)
	}
	c := must(t, text)
	if got := strings.Count(string(c.JSON()), `"ext":{"other":[1.5,null]}`); got != 11 {
		t.Errorf("%d of 11 were kept", got)
	}
}

// The author may go on editing a source after the check; the checked catalogue does not change.
func TestCheckCopies(t *testing.T) {
	s, problems := catalog.Parse([]byte(whole))
	if problems != nil {
		t.Fatal(problems)
	}
	c, problems := catalog.Check(s, digest.SHA256)
	if problems != nil {
		t.Fatal(problems)
	}
	before := string(c.JSON())
	s.ID, s.Title.JA = "changed", "別"
	s.Documents[0].Title = "changed"
	s.Facts[0].Key = "changed"
	s.Choices[0].State = catalog.Unknown
	s.Bands[0].Min = 77
	s.Levels[0].ID = "changed"
	s.Sections[0].ID = "changed"
	s.Requirements[0].ID = "changed"
	s.Items[0].ID = "changed"
	s.Items = append(s.Items[:1], s.Items[2:]...)
	if after := string(c.JSON()); after != before {
		t.Errorf("editing the source changed the checked catalogue:\n%s\n%s", before, after)
	}
	// Nor do the lists that it hands out lead into it.
	c.Items()[0].ID = "changed"
	c.Choices()[0].State = catalog.Unknown
	c.Bands()[0].Min = 77
	c.Levels()[0].ID = "changed"
	c.Sections()[0].ID = "changed"
	c.Requirements()[0].ID = "changed"
	c.Documents()[0].ID = "changed"
	c.Facts()[0].Key = "changed"
	if after := string(c.JSON()); after != before {
		t.Errorf("editing a returned list changed the checked catalogue:\n%s\n%s", before, after)
	}
}

func TestChecked(t *testing.T) {
	c := must(t, whole)
	if c.Ref() != (catalog.Ref{ID: "small", Version: "1.0"}) || c.Ref().String() != "small@1.0" || c.Status() != catalog.Final ||
		c.SupersededBy() != "" || c.Title().EN != "Small catalogue" || c.Publisher() != "試験協会" || c.Published() != "2026-04-01" || c.StaleAfter() != "2027-03-31" {
		t.Error("the head of the catalogue is not what the file says")
	}
	if d, ok := c.Document("web"); !ok || d.Title != "ページ" {
		t.Error("document web is not found")
	}
	if _, ok := c.Document("no"); ok {
		t.Error("a document that is not there is found")
	}
	if f, ok := c.Fact("scheme.one"); !ok || f.Confidence != catalog.Official || f.Document != "doc" {
		t.Error("the fact is not found")
	}
	if _, ok := c.Fact("no"); ok {
		t.Error("a fact that is not there is found")
	}
	if i, ok := c.ItemIndex("p"); !ok || i != 2 {
		t.Error("item p is the third")
	}
	if _, ok := c.Item("no"); ok {
		t.Error("an item that is not there is found")
	}
	if _, ok := c.ItemIndex("no"); ok {
		t.Error("an item that is not there has a place")
	}
	if i, ok := c.LevelIndex("high"); !ok || i != 1 {
		t.Error("level high is the second")
	}
	if _, ok := c.LevelIndex("no"); ok {
		t.Error("a level that is not there has a place")
	}
	q1, _ := c.Item("q1")
	crit, _ := c.Item("c")
	for _, test := range []struct {
		reason string
		item   catalog.Item
		level  int
		want   bool
	}{
		{"an item of the low level belongs to it", q1, 0, true},
		{"and to the level above", q1, 1, true},
		{"an item of the high level does not belong to the low one", crit, 0, false},
		{"but to its own", crit, 1, true},
	} {
		if got := c.AtLevel(test.item, test.level); got != test.want {
			t.Errorf("%s: got %v", test.reason, got)
		}
	}
}

func TestPointsAndBands(t *testing.T) {
	c := must(t, whole)
	if !c.HasPoints() {
		t.Fatal("the catalogue has points")
	}
	for state, want := range map[catalog.State]int64{catalog.Met: 4, catalog.Partial: 2, catalog.Unmet: 0, catalog.Unknown: -1} {
		if got, ok := c.Points(state); !ok || got != want {
			t.Errorf("%v counts %d (%v), want %d", state, got, ok, want)
		}
	}
	for _, state := range []catalog.State{catalog.Unanswered, catalog.NotApplicable, catalog.Compensated, 200} {
		if _, ok := c.Points(state); ok {
			t.Errorf("%v, which the catalogue does not have, counts for something", state)
		}
	}
	for score, want := range map[int64]string{1000: "good", 4: "good", 3: "poor", 0: "poor", -2: "poor"} {
		if got, ok := c.BandOf(score); !ok || got.ID != want {
			t.Errorf("%d is in band %q, want %q", score, got.ID, want)
		}
	}
	if _, ok := c.BandOf(-3); ok {
		t.Error("a score that no answers give has a band")
	}
}

func TestChoicesOf(t *testing.T) {
	c := must(t, whole)
	q1, _ := c.Item("q1")
	if diff := cmp.Diff(c.Choices(), c.ChoicesOf(q1)); diff != "" {
		t.Errorf("an item that does not narrow offers the catalogue's choices:\n%s", diff)
	}
	q2, _ := c.Item("q2")
	choices := c.ChoicesOf(q2)
	if len(choices) != 3 {
		t.Fatalf("%d choices, want 3", len(choices))
	}
	met, unmet := choices[0], choices[1]
	if met.Label.EN != "Yes" || met.Advice.EN != "Go on." || *met.Points != 4 {
		t.Errorf("what the item does not say comes from the catalogue: %+v", met)
	}
	if unmet.Label.EN != "Not yet" || unmet.Advice.EN != "Hurry." || *unmet.Points != 0 {
		t.Errorf("label and advice are the item's, points the catalogue's: %+v", unmet)
	}
	for _, test := range []struct {
		reason string
		item   catalog.Item
		state  catalog.State
		want   bool
	}{
		{"the item keeps it", q2, catalog.Unknown, true},
		{"the item takes it away", q2, catalog.Partial, false},
		{"the catalogue allows it", q1, catalog.Partial, true},
		{"the catalogue does not know it", q1, catalog.NotApplicable, false},
		{"the absence of an answer is no answer", q1, catalog.Unanswered, false},
		{"outside the set", q1, 200, false},
	} {
		if got := c.Allows(test.item, test.state); got != test.want {
			t.Errorf("%s: got %v", test.reason, got)
		}
	}
	p, _ := c.Item("p")
	p.Choices = q2.Choices
	for _, choice := range c.ChoicesOf(p) {
		if choice.Points != nil {
			t.Error("the choices of a condition have points")
		}
	}
}

// The digest is that of the canonical form, so white space and order of keys do not change it.
func TestDigest(t *testing.T) {
	c := must(t, whole)
	if want := digest.SHA256(c.JSON()); c.Digest() != want {
		t.Errorf("digest %s, want %s", c.Digest(), want)
	}
	if again := must(t, string(c.JSON())); again.Digest() != c.Digest() {
		t.Error("the canonical form has another digest")
	}
	other := must(t, strings.Replace(whole, "写真", "画面", 1))
	if other.Digest() == c.Digest() {
		t.Error("another text has the same digest")
	}
	without, problems := catalog.Load([]byte(whole), nil)
	if problems != nil || without.Digest() != "" {
		t.Errorf("without a hash there is no digest: %q %v", without.Digest(), problems)
	}
}

func TestParseRef(t *testing.T) {
	for _, test := range []struct {
		reason, text string
		want         catalog.Ref
		ok           bool
	}{
		{"id and version", "sa2@3.1", catalog.Ref{ID: "sa2", Version: "3.1"}, true},
		{"a date as version", "scs@2026-03-27", catalog.Ref{ID: "scs", Version: "2026-03-27"}, true},
		{"no version", "sa2", catalog.Ref{}, false},
		{"empty version", "sa2@", catalog.Ref{}, false},
		{"empty id", "@3.1", catalog.Ref{}, false},
		{"nothing", "", catalog.Ref{}, false},
		{"two of them", "a@b@c", catalog.Ref{}, false},
		{"a path", "../x@1", catalog.Ref{}, false},
		{"a slash", "a/b@1", catalog.Ref{}, false},
		{"a blank", "sa2@3 1", catalog.Ref{}, false},
		{"full-width", "ｓａ２@3.1", catalog.Ref{}, false},
		{"a hidden file", ".sa2@1", catalog.Ref{}, false},
	} {
		got, ok := catalog.ParseRef(test.text)
		if ok != test.ok || ok && got != test.want {
			t.Errorf("%s: ParseRef(%q) = %v, %v", test.reason, test.text, got, ok)
		}
		if ok && got.String() != test.text {
			t.Errorf("%s: written as %q", test.text, got)
		}
	}
}

// Every closed set reads what it writes, refuses everything else, and has a zero value that no file writes.
func TestClosedSets(t *testing.T) {
	for _, set := range []struct {
		name  string
		codes []string
		parse func(string) (string, bool)
		zero  string
		wild  string
	}{
		{"State", catalog.StateCodes(), func(s string) (string, bool) { v, ok := catalog.ParseState(s); return v.String(), ok }, catalog.Unanswered.String(), catalog.State(99).String()},
		{"Status", catalog.StatusCodes(), func(s string) (string, bool) { v, ok := catalog.ParseStatus(s); return v.String(), ok }, catalog.StatusUnstated.String(), catalog.Status(99).String()},
		{"Confidence", catalog.ConfidenceCodes(), func(s string) (string, bool) { v, ok := catalog.ParseConfidence(s); return v.String(), ok }, catalog.ConfidenceUnstated.String(), catalog.Confidence(99).String()},
		{"ItemKind", catalog.ItemKindCodes(), func(s string) (string, bool) { v, ok := catalog.ParseItemKind(s); return v.String(), ok }, catalog.ItemKindUnstated.String(), catalog.ItemKind(99).String()},
		{"Field", catalog.FieldCodes(), func(s string) (string, bool) { v, ok := catalog.ParseField(s); return v.String(), ok }, catalog.FieldUnstated.String(), catalog.Field(99).String()},
		{"Rule", catalog.RuleCodes(), func(s string) (string, bool) { v, ok := catalog.ParseRule(s); return v.String(), ok }, catalog.RuleUnstated.String(), catalog.Rule(99).String()},
		{"Need", catalog.NeedCodes(), func(s string) (string, bool) { v, ok := catalog.ParseNeed(s); return v.String(), ok }, catalog.NeedUnstated.String(), catalog.Need(99).String()},
	} {
		if set.zero != "" || set.wild != "" {
			t.Errorf("%s: the zero value is written %q and an impossible one %q, want neither", set.name, set.zero, set.wild)
		}
		for _, code := range set.codes {
			if got, ok := set.parse(code); !ok || got != code {
				t.Errorf("%s: %q is read as %q", set.name, code, got)
			}
		}
		for _, code := range []string{"", "MET", " met", "none", set.codes[0] + " "} {
			if _, ok := set.parse(code); ok {
				t.Errorf("%s: %q is accepted", set.name, code)
			}
		}
		set.codes[0] = "changed" // a copy
		if got, _ := set.parse("changed"); got != "" {
			t.Errorf("%s: the list of codes leads into the package", set.name)
		}
	}
}

func TestAppliesTo(t *testing.T) {
	kinds := []catalog.ItemKind{catalog.Question, catalog.Criterion, catalog.Condition}
	for _, test := range []struct {
		reason string
		rule   catalog.Rule
		want   []bool
	}{
		{"every item", catalog.AllMet, []bool{true, true, true}},
		{"questions have answers", catalog.AllAnswered, []bool{true, false, false}},
		{"conditions only", catalog.Conditions, []bool{false, false, true}},
		{"a rule that is not stated looks at nothing", catalog.RuleUnstated, []bool{false, false, false}},
	} {
		for i, kind := range kinds {
			if got := test.rule.AppliesTo(kind); got != test.want[i] {
				t.Errorf("%s: %v applies to %v: %v", test.reason, test.rule, kind, got)
			}
		}
	}
}

// Any text gives a catalogue or problems with places, and what is read is written back the same.
func FuzzLoad(f *testing.F) {
	for _, data := range builtinFiles(f) {
		f.Add(data)
	}
	f.Add([]byte(whole))
	for _, fault := range faults {
		f.Add([]byte(strings.Replace(whole, fault.old, fault.new, 1)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, problems := catalog.Load(data, nil)
		if (c != nil) != problems.OK() {
			t.Fatalf("catalogue %v with problems %v", c, problems)
		}
		roundTrip(t, data)
		if c == nil {
			return
		}
		again, problems := catalog.Load(c.JSON(), nil)
		if problems != nil || !bytes.Equal(again.JSON(), c.JSON()) {
			t.Fatalf("a checked catalogue does not survive: %v", problems)
		}
	})
}

// A host may compute the digest itself; nothing else of the catalogue changes.
func TestWithDigest(t *testing.T) {
	c, problems := catalog.Load([]byte(whole), nil)
	if c == nil {
		t.Fatal(problems)
	}
	d := c.WithDigest("sha256:00")
	if c.Digest() != "" || d.Digest() != "sha256:00" || string(d.JSON()) != string(c.JSON()) || len(d.Items()) != len(c.Items()) {
		t.Errorf("digest %q, then %q", c.Digest(), d.Digest())
	}
}
