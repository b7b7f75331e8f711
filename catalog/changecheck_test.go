package catalog_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// edition is a small catalogue with these items.
func edition(version, items string) string {
	return `{"format": "hoshitori/catalog/1", "id": "small", "version": "` + version + `", "status": "final",
"title": {"ja": "小さな目録", "en": "Small catalogue"}, "publisher": "試験協会", "sources": [{"id": "doc", "title": "手引き"}],
"choices": [
 {"state": "met", "label": {"ja": "はい", "en": "Yes"}, "advice": {"ja": "続ける。", "en": "Go on."}},
 {"state": "unmet", "label": {"ja": "いいえ", "en": "No"}, "advice": {"ja": "始める。", "en": "Begin."}},
 {"state": "unknown", "label": {"ja": "不明", "en": "Unknown"}, "advice": {"ja": "調べる。", "en": "Find out."}}],
"levels": [{"id": "1", "title": {"ja": "段", "en": "Level"}, "rule": "all-met"}],
"sections": [{"id": "A", "title": {"ja": "甲", "en": "A"}}, {"id": "B", "title": {"ja": "乙", "en": "B"}}],
"items": [` + items + `]}`
}

// question is an item that is done when all of the sentences are true.
func question(id, section, text string, done ...string) string {
	both := func(s string) string { return `{"ja": "` + s + `", "en": "` + s + `"}` }
	for i := range done {
		done[i] = both(done[i])
	}
	return `{"id": "` + id + `", "kind": "question", "level": "1", "section": "` + section + `", "text": ` + both(text) +
		`, "doneWhen": [` + strings.Join(done, ", ") + `], "source": {"id": "doc", "clause": "` + id + `"}}`
}

// Two editions between which every kind of change occurs, and the record of it.
var (
	firstEdition = edition("1", strings.Join([]string{question("kept", "A", "Kept?", "Done."), question("moved", "A", "Moved?", "Done."),
		question("reworded", "A", "Reworded?", "Done."), question("tightened", "A", "Tightened?", "Done."), question("relaxed", "A", "Relaxed?", "Done.", "Written down."),
		question("split", "A", "Split?", "Both done."), question("m1", "A", "Merged 1?", "Done."), question("m2", "A", "Merged 2?", "Done."),
		question("retired", "A", "Retired?", "Done.")}, ",\n"))
	secondEdition = edition("2", strings.Join([]string{question("kept", "A", "Kept?", "Done."), question("moved", "B", "Moved?", "Done."),
		question("reworded", "A", "In other words?", "Done."), question("tightened", "A", "Tightened?", "Done.", "Written down."), question("relaxed", "A", "Relaxed?", "Done."),
		question("s1", "A", "Split 1?", "Done."), question("s2", "A", "Split 2?", "Done."), question("merged", "A", "Merged?", "Both done."),
		question("added", "A", "Added?", "Done.")}, ",\n"))
)

const record = `{"format": "hoshitori/changes/1",
"from": {"id": "small", "version": "1"}, "to": {"id": "small", "version": "2"},
"author": {"ja": "試験協会", "en": "Test association"}, "reviewed": "2026-11-22",
"sources": [{"id": "table", "title": "新旧対照表", "url": "https://example.jp/table"}],
"changes": [
 {"kind": "kept", "from": ["kept"], "to": ["kept"], "rationale": {"ja": "同じ。", "en": "Same."}, "source": {"id": "table", "clause": "1", "confidence": "official"}},
 {"kind": "moved", "from": ["moved"], "to": ["moved"], "rationale": {"ja": "移動。", "en": "Moved."}, "source": {"id": "table", "clause": "2", "confidence": "official"}},
 {"kind": "reworded", "from": ["reworded"], "to": ["reworded"], "rationale": {"ja": "言換。", "en": "Words."}, "source": {"id": "table", "clause": "3", "confidence": "draft"}},
 {"kind": "tightened", "from": ["tightened"], "to": ["tightened"], "rationale": {"ja": "厳格。", "en": "More."}, "source": {"id": "table", "clause": "4", "confidence": "official"}},
 {"kind": "relaxed", "from": ["relaxed"], "to": ["relaxed"], "rationale": {"ja": "緩和。", "en": "Less."}, "source": {"id": "table", "clause": "5", "confidence": "official"}},
 {"kind": "split", "from": ["split"], "to": ["s1", "s2"], "rationale": {"ja": "分割。", "en": "Split."}, "source": {"id": "table", "clause": "6", "confidence": "official"}},
 {"kind": "merged", "from": ["m1", "m2"], "to": ["merged"], "rationale": {"ja": "統合。", "en": "Merged."}, "source": {"id": "table", "clause": "7", "confidence": "official"}},
 {"kind": "added", "to": ["added"], "rationale": {"ja": "追加。", "en": "New."}, "source": {"id": "table", "clause": "8", "confidence": "official"}, "origin": {"catalog": {"id": "other", "version": "3"}, "item": "7"}},
 {"kind": "retired", "from": ["retired"], "rationale": {"ja": "廃止。", "en": "Gone."}, "source": {"id": "table", "clause": "9", "confidence": "official"}}
]}`

// changeFaults are each one thing done wrong in the record; the problems are "line:column code pointer", one a line.
var changeFaults = []fault{
	{"not JSON", "nothing is read of it", `"kind": "kept"`, `"kind" "kept"`, "6:10 json/syntax"},
	{"another format", "nothing else is worth reading", `hoshitori/changes/1`, `hoshitori/crosswalk/1`, "1:12 format/format /format"},
	{"unknown key", "a misspelled key would be lost", `"reviewed"`, `"revewed"`, "3:53 format/unknown-key /revewed"},
	{"unknown kind", "the kinds are a closed set", `"kind": "kept"`, `"kind": "same"`, "6:11 format/value /changes/0/kind"},
	{"a day that does not exist", "dates are compared", `2026-11-22`, `2026-11-31`, "3:65 format/date /reviewed"},
	{"another older edition", "the record is not about this catalogue", `"version": "1"}`, `"version": "0"}`, "2:9 changes/other-edition /from"},
	{"another newer edition", "the record is not about this catalogue", `"version": "2"}`, `"version": "3"}`, "2:48 changes/other-edition /to"},
	{"another catalogue", "the record is not about this catalogue", `"to": {"id": "small"`, `"to": {"id": "large"`, "2:48 changes/other-edition /to\n2:48 changes/no-editions /to"},
	{"no Japanese author", "who judges is said in both languages", `"ja": "試験協会", "en": "Test association"`, `"en": "Test association"`, "3:11 catalog/empty-text /author"},
	{"no English author", "who judges is said in both languages", `"ja": "試験協会", "en": "Test association"`, `"ja": "試験協会"`, "3:11 catalog/empty-text /author"},
	{"no documents", "a judgement rests on something", `[{"id": "table", "title": "新旧対照表", "url": "https://example.jp/table"}]`, `[]`, "4:12 catalog/empty-list /sources\n6:113 catalog/no-such-id /changes/0/source/id\n7:117 catalog/no-such-id /changes/1/source/id\n8:126 catalog/no-such-id /changes/2/source/id\n9:128 catalog/no-such-id /changes/3/source/id\n10:122 catalog/no-such-id /changes/4/source/id\n11:120 catalog/no-such-id /changes/5/source/id\n12:123 catalog/no-such-id /changes/6/source/id\n13:96 catalog/no-such-id /changes/7/source/id\n14:103 catalog/no-such-id /changes/8/source/id"},
	{"name of a document", "an id is a name", `"sources": [{"id": "table"`, `"sources": [{"id": "the table"`, "4:20 catalog/name /sources/0/id\n6:113 catalog/no-such-id /changes/0/source/id\n7:117 catalog/no-such-id /changes/1/source/id\n8:126 catalog/no-such-id /changes/2/source/id\n9:128 catalog/no-such-id /changes/3/source/id\n10:122 catalog/no-such-id /changes/4/source/id\n11:120 catalog/no-such-id /changes/5/source/id\n12:123 catalog/no-such-id /changes/6/source/id\n13:96 catalog/no-such-id /changes/7/source/id\n14:103 catalog/no-such-id /changes/8/source/id"},
	{"document twice", "a source could be either", `"https://example.jp/table"}]`, `"https://example.jp/table"}, {"id": "table", "title": "表"}]`, "4:90 catalog/duplicate-id /sources/1/id"},
	{"script as address", "an address must not run anything when clicked", `https://example.jp/table`, `javascript:alert(1)`, "4:54 catalog/url /sources/0/url"},
	{"no Japanese rationale", "the reason is said in both languages", `{"ja": "同じ。", "en": "Same."}`, `{"ja": "", "en": "Same."}`, "6:66 catalog/empty-text /changes/0/rationale"},
	{"no English rationale", "the reason is said in both languages", `{"ja": "同じ。", "en": "Same."}`, `{"ja": "同じ。"}`, "6:66 catalog/empty-text /changes/0/rationale"},
	{"no rationale", "each change has a reason", `"rationale": {"ja": "同じ。", "en": "Same."}, `, ``, "6:2 format/missing /changes/0"},
	{"no source", "each change rests on something", `, "source": {"id": "table", "clause": "1", "confidence": "official"}`, ``, "6:2 format/missing /changes/0"},
	{"unknown source", "a document that is not listed", `"source": {"id": "table", "clause": "1"`, `"source": {"id": "tabel", "clause": "1"`, "6:113 catalog/no-such-id /changes/0/source/id"},
	{"no confidence", "it decides whether an answer may be carried", `"clause": "1", "confidence": "official"`, `"clause": "1"`, "6:106 catalog/not-stated /changes/0/source"},
	{"unknown confidence", "a closed set", `"clause": "1", "confidence": "official"`, `"clause": "1", "confidence": "sure"`, "6:151 format/value /changes/0/source/confidence"},
	{"no kind", "what became of the items is not said", `"kind": "kept", `, ``, "6:2 format/missing /changes/0"},
	{"forgotten older item", "what became of it is not said", ` {"kind": "retired", "from": ["retired"], "rationale": {"ja": "廃止。", "en": "Gone."}, "source": {"id": "table", "clause": "9", "confidence": "official"}}`,
		` {"kind": "added", "to": ["added"], "rationale": {"ja": "追加。", "en": "New."}, "source": {"id": "table", "clause": "8", "confidence": "official"}}`, "5:12 changes/forgotten /changes\n14:27 changes/twice /changes/8/to/0"},
	{"forgotten newer item", "where it comes from is not said", `"to": ["s1", "s2"]`, `"to": ["s1", "s1"]`, "5:12 changes/forgotten /changes\n11:52 changes/twice /changes/5/to/1"},
	{"older item twice", "two fates of one item", `"from": ["retired"]`, `"from": ["retired", "kept"]`, "14:42 changes/twice /changes/8/from/1"},
	{"newer item twice", "two origins of one item", `"to": ["added"]`, `"to": ["added", "kept"]`, "13:36 changes/twice /changes/7/to/1"},
	{"unknown older item", "an item that is not there", `"from": ["retired"]`, `"from": ["retired", "gone"]`, "14:42 catalog/no-such-id /changes/8/from/1"},
	{"unknown newer item", "an item that is not there", `"to": ["added"]`, `"to": ["added", "new"]`, "13:36 catalog/no-such-id /changes/7/to/1"},
	{"kept as an unknown item", "what is not there is not compared", `"to": ["kept"]`, `"to": ["keep"]`, "5:12 changes/forgotten /changes\n6:44 catalog/no-such-id /changes/0/to/0"},
	{"kept from an unknown item", "what is not there is not compared", `"from": ["kept"]`, `"from": ["keep"]`, "5:12 changes/forgotten /changes\n6:28 catalog/no-such-id /changes/0/from/0"},
	{"newer item as an older one", "each edition has its own items", `"from": ["retired"]`, `"from": ["retired", "s1"]`, "14:42 catalog/no-such-id /changes/8/from/1"},
	{"origin of what is not added", "only what is added was not asked before", `"clause": "9", "confidence": "official"}}`, `"clause": "9", "confidence": "official"}, "origin": {"catalog": {"id": "other", "version": "3"}, "item": "7"}}`, "14:164 changes/origin /changes/8/origin"},
	{"origin without an item", "an origin is an item", `, "item": "7"`, ``, "13:157 format/missing /changes/7/origin"},
	{"kept and more", "kept is one to one", `"kind": "retired", "from": ["retired"]`, `"kind": "kept", "from": ["retired"]`, "14:2 changes/arity /changes/8"},
	{"moved to nothing", "moved is one to one", `"kind": "retired", "from": ["retired"]`, `"kind": "moved", "from": ["retired"]`, "14:2 changes/arity /changes/8"},
	{"reworded from nothing", "reworded is one to one", `"kind": "added", "to": ["added"]`, `"kind": "reworded", "to": ["added"]`, "13:2 changes/arity /changes/7\n13:160 changes/origin /changes/7/origin"},
	{"tightened into two", "tightened is one to one", `"kind": "split"`, `"kind": "tightened"`, "11:2 changes/arity /changes/5"},
	{"relaxed of two", "relaxed is one to one", `"kind": "merged"`, `"kind": "relaxed"`, "12:2 changes/arity /changes/6"},
	{"split of two", "split is one to several", `"kind": "merged"`, `"kind": "split"`, "12:2 changes/arity /changes/6"},
	{"split into one", "split is one to several", `"kind": "kept"`, `"kind": "split"`, "6:2 changes/arity /changes/0"},
	{"merged into two", "merged is several to one", `"kind": "split"`, `"kind": "merged"`, "11:2 changes/arity /changes/5"},
	{"merged of one", "merged is several to one", `"kind": "kept"`, `"kind": "merged"`, "6:2 changes/arity /changes/0"},
	{"added and retired", "added has no older items", `"kind": "kept"`, `"kind": "added"`, "6:2 changes/arity /changes/0"},
	{"added nothing", "added has newer items", `"kind": "retired", "from": ["retired"]`, `"kind": "added"`, "5:12 changes/forgotten /changes\n14:2 changes/arity /changes/8"},
	{"retired and added", "retired has no newer items", `"kind": "kept"`, `"kind": "retired"`, "6:2 changes/arity /changes/0"},
	{"retired nothing", "retired has older items", `"kind": "added", "to": ["added"]`, `"kind": "retired"`, "5:12 changes/forgotten /changes\n13:2 changes/arity /changes/7\n13:142 changes/origin /changes/7/origin"},
	{"kept that moved", "it stands in another section", `"kind": "moved"`, `"kind": "kept"`, "7:11 changes/not-kept /changes/1/kind"},
	{"kept that was reworded", "the words differ", `"kind": "reworded"`, `"kind": "kept"`, "8:11 changes/not-kept /changes/2/kind"},
	{"kept that was tightened", "an answer would be carried over", `"kind": "tightened"`, `"kind": "kept"`, "9:11 changes/not-kept /changes/3/kind"},
	{"moved that stayed", "nothing differs", `"kind": "kept"`, `"kind": "moved"`, "6:11 changes/no-difference /changes/0/kind"},
	{"reworded that did not change", "no word differs", `"kind": "kept"`, `"kind": "reworded"`, "6:11 changes/no-difference /changes/0/kind"},
	{"tightened that did not change", "no word differs", `"kind": "kept"`, `"kind": "tightened"`, "6:11 changes/no-difference /changes/0/kind"},
	{"relaxed that did not change", "only the place differs", `"kind": "moved"`, `"kind": "relaxed"`, "7:11 changes/no-difference /changes/1/kind"},
	{"tightened and relaxed mixed up", "a sentence was added", `"kind": "tightened"`, `"kind": "relaxed"`, "9:11 changes/wrong-way /changes/3/kind"},
	{"relaxed and tightened mixed up", "a sentence was dropped", `"kind": "relaxed"`, `"kind": "tightened"`, "10:11 changes/wrong-way /changes/4/kind"},
}

// within returns the text with the fault, which has to be in one place.
func (f fault) within(t testing.TB, text string) string {
	t.Helper()
	if strings.Count(text, f.old) != 1 {
		t.Fatalf("%s: %q is not in the text exactly once", f.name, f.old)
	}
	return strings.Replace(text, f.old, f.new, 1)
}

func TestChangeFaults(t *testing.T) {
	from, to := must(t, firstEdition), must(t, secondEdition)
	if c, problems := catalog.LoadChanges([]byte(record), from, to); c == nil || problems != nil {
		t.Fatalf("the record without a fault: %v", problems)
	}
	seen, names := map[string]bool{}, map[string]bool{}
	for _, f := range changeFaults {
		if f.reason == "" || names[f.name] {
			t.Errorf("%s: no reason, or a name used twice", f.name)
		}
		names[f.name] = true
		t.Run(f.name, func(t *testing.T) {
			c, problems := catalog.LoadChanges([]byte(f.within(t, record)), from, to)
			if c != nil {
				t.Errorf("accepted: %s", f.reason)
			}
			if diff := cmp.Diff(f.problems, found(problems)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", f.reason, diff)
			}
			for _, p := range problems {
				seen[p.Kind.Code] = true
				if p.Text(lang.JA) == "" || strings.Contains(p.Text(lang.JA)+p.Text(lang.EN), "{") {
					t.Errorf("an unfilled message: %s", p.Text(lang.EN))
				}
			}
		})
	}
	for _, kind := range []*problem.Kind{catalog.OtherEditionKind, catalog.ForgottenKind, catalog.TwiceChangedKind, catalog.ArityKind,
		catalog.NotKeptKind, catalog.NoDifferenceKind, catalog.WrongWayKind, catalog.OriginKind, catalog.StatedKind, catalog.NoSuchKind,
		catalog.EmptyTextKind, catalog.EmptyListKind, catalog.NameKind, catalog.DuplicateIDKind, catalog.URLKind} {
		if !seen[kind.Code] {
			t.Errorf("no fault shows %s", kind.Code)
		}
	}
}

// What the computed difference says stands beside a forgotten item.
func TestForgottenSaysWhatItLooksLike(t *testing.T) {
	from, to := must(t, firstEdition), must(t, secondEdition)
	_, problems := catalog.LoadChanges([]byte(`{"format": "hoshitori/changes/1", "from": {"id": "small", "version": "1"}, "to": {"id": "small", "version": "2"},
"author": {"ja": "試験", "en": "Test"}, "sources": [{"id": "table", "title": "表"}], "changes": []}`), from, to)
	var got []string
	for _, p := range problems {
		got = append(got, p.Message().EN+" "+p.Hint().EN)
	}
	want := []string{
		`No change speaks of item "kept" of small@1. Add a change. Compared with the other edition it looks like "kept".`,
		`No change speaks of item "kept" of small@2. Add a change. Compared with the other edition it looks like "kept".`,
		`No change speaks of item "moved" of small@1. Add a change. Compared with the other edition it looks like "moved".`,
		`No change speaks of item "moved" of small@2. Add a change. Compared with the other edition it looks like "moved".`,
		`No change speaks of item "reworded" of small@1. Add a change. Compared with the other edition it looks like "reworded".`,
		`No change speaks of item "reworded" of small@2. Add a change. Compared with the other edition it looks like "reworded".`,
		`No change speaks of item "tightened" of small@1. Add a change. Compared with the other edition it looks like "tightened".`,
		`No change speaks of item "tightened" of small@2. Add a change. Compared with the other edition it looks like "tightened".`,
		`No change speaks of item "relaxed" of small@1. Add a change. Compared with the other edition it looks like "relaxed".`,
		`No change speaks of item "relaxed" of small@2. Add a change. Compared with the other edition it looks like "relaxed".`,
		`No change speaks of item "s1" of small@2. Add a change. Compared with the other edition it looks like "added".`,
		`No change speaks of item "s2" of small@2. Add a change. Compared with the other edition it looks like "added".`,
		`No change speaks of item "merged" of small@2. Add a change. Compared with the other edition it looks like "added".`,
		`No change speaks of item "added" of small@2. Add a change. Compared with the other edition it looks like "added".`,
		`No change speaks of item "split" of small@1. Add a change. Compared with the other edition it looks like "retired".`,
		`No change speaks of item "m1" of small@1. Add a change. Compared with the other edition it looks like "retired".`,
		`No change speaks of item "m2" of small@1. Add a change. Compared with the other edition it looks like "retired".`,
		`No change speaks of item "retired" of small@1. Add a change. Compared with the other edition it looks like "retired".`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNoEditions(t *testing.T) {
	first := must(t, firstEdition)
	other := must(t, strings.Replace(firstEdition, `"id": "small"`, `"id": "other"`, 1))
	for _, test := range []struct {
		name, reason string
		to           *catalog.Checked
	}{
		{"two catalogues", "what connects different catalogues is a crosswalk", other},
		{"one edition", "nothing changes from an edition to itself", first},
	} {
		s := catalog.Diff(first, test.to).Draft()
		c, problems := catalog.CheckChanges(s, first, test.to)
		if got := found(problems); c != nil || got != "0:0 changes/no-editions /to" {
			t.Errorf("%s: %s: %s", test.name, got, test.reason)
		}
	}
}

// wholeItem is an edition of one item that has every member by which items are compared.
func wholeItem(version catalog.Version) *catalog.Source {
	both := func(s string) catalog.Text { return catalog.Text{JA: s, EN: s} }
	s := &catalog.Source{ID: "own", Version: version, Status: catalog.Draft, Title: both("own"), Publisher: "test",
		Documents: []catalog.Document{{ID: "doc", Title: "document"}},
		Levels: []catalog.Level{{ID: "1", Title: both("low"), Rules: []catalog.Rule{catalog.AllMet}},
			{ID: "2", Title: both("high"), Rules: []catalog.Rule{catalog.AllMet}}},
		Sections:     []catalog.Section{{ID: "A", Title: both("A")}, {ID: "B", Title: both("B")}},
		Requirements: []catalog.Requirement{{ID: "R", Section: "A", Title: both("R"), Items: []catalog.ItemID{"i"}}},
		Items: []catalog.Item{{ID: "i", Number: "1", Kind: catalog.Criterion, Section: "A", Requirement: "R", Level: "1", Text: both("Do you?"),
			Why: both("Harm."), DoneWhen: []catalog.Text{both("On."), both("Written.")}, PartialWhen: []catalog.Text{both("Half.")},
			DrillDown: []catalog.Text{both("Really?")}, Evidence: []catalog.Text{both("Photo")}, Notes: []catalog.Text{both("Note.")}, FirstStep: both("Look."),
			Options: []catalog.Option{{ID: "a", Text: both("A")}, {ID: "b", Text: both("B")}},
			Choices: []catalog.Choice{{State: catalog.Met}, {State: catalog.Unmet}, {State: catalog.NotApplicable}}, Recurs: "P1Y",
			Thresholds: []catalog.Threshold{{ID: "days", Value: "14", Unit: "days", Better: catalog.LowerIsStricter}},
			Clause:     catalog.Clause{Document: "doc", Clause: "1"}}}}
	for _, state := range []catalog.State{catalog.Met, catalog.Partial, catalog.Unmet, catalog.Unknown, catalog.NotApplicable, catalog.Compensated} {
		s.Choices = append(s.Choices, catalog.Choice{State: state, Label: both("label"), Advice: both("advice")})
	}
	return s
}

// TestKindsOfOneToOne holds every kind of change from one item to one against every member that can differ: "-" is
// accepted, otherwise the code of the problem and the members that it names.
func TestKindsOfOneToOne(t *testing.T) {
	both := func(s string) catalog.Text { return catalog.Text{JA: s, EN: s} }
	kinds := []catalog.ChangeKind{catalog.Kept, catalog.Moved, catalog.Reworded, catalog.Tightened, catalog.Relaxed}
	const nothing = "no-difference"
	for _, test := range []struct {
		name, reason string
		change       func(*catalog.Source, *catalog.Item)
		want         [5]string // by kind
	}{
		{"nothing", "equal items are kept", func(*catalog.Source, *catalog.Item) {}, [5]string{"-", nothing, nothing, nothing, nothing}},
		{"why", "help may change", func(_ *catalog.Source, i *catalog.Item) { i.Why = both("Loss.") }, [5]string{"-", nothing, nothing, nothing, nothing}},
		{"drillDown", "help may change", func(_ *catalog.Source, i *catalog.Item) { i.DrillDown = nil }, [5]string{"-", nothing, nothing, nothing, nothing}},
		{"evidence", "help may change", func(_ *catalog.Source, i *catalog.Item) { i.Evidence = nil }, [5]string{"-", nothing, nothing, nothing, nothing}},
		{"notes", "help may change", func(_ *catalog.Source, i *catalog.Item) { i.Notes = nil }, [5]string{"-", nothing, nothing, nothing, nothing}},
		{"firstStep", "help may change", func(_ *catalog.Source, i *catalog.Item) { i.FirstStep = both("See.") }, [5]string{"-", nothing, nothing, nothing, nothing}},
		{"clause", "another edition has other pages", func(_ *catalog.Source, i *catalog.Item) { i.Clause.Clause = "2" }, [5]string{"-", nothing, nothing, nothing, nothing}},
		{"id", "an answer has to be found", func(s *catalog.Source, i *catalog.Item) { i.ID = "j"; s.Requirements[0].Items[0] = "j" },
			[5]string{"not-kept id", "-", nothing, nothing, nothing}},
		{"number", "it stands elsewhere", func(_ *catalog.Source, i *catalog.Item) { i.Number = "2" }, [5]string{"not-kept number", "-", nothing, nothing, nothing}},
		{"section", "it stands elsewhere", func(_ *catalog.Source, i *catalog.Item) { i.Section = "B" }, [5]string{"not-kept section", "-", nothing, nothing, nothing}},
		{"requirement", "it stands elsewhere", func(s *catalog.Source, i *catalog.Item) { i.Requirement = ""; s.Requirements = nil },
			[5]string{"not-kept requirement", "-", nothing, nothing, nothing}},
		{"level", "it belongs to another star", func(s *catalog.Source, i *catalog.Item) { i.Level = "2"; s.Levels = s.Levels[1:] },
			[5]string{"not-kept level", "-", nothing, nothing, nothing}},
		{"text", "words say what is asked; whether more or less, a program cannot tell", func(_ *catalog.Source, i *catalog.Item) { i.Text = both("Would you?") },
			[5]string{"not-kept text", "not-kept text", "-", "-", "-"}},
		{"text in English", "both languages count", func(_ *catalog.Source, i *catalog.Item) { i.Text.EN = "Would you?" },
			[5]string{"not-kept text", "not-kept text", "-", "-", "-"}},
		{"partialWhen", "it says what counts", func(_ *catalog.Source, i *catalog.Item) { i.PartialWhen[0] = both("Some.") },
			[5]string{"not-kept partialWhen", "not-kept partialWhen", "-", "-", "-"}},
		{"one sentence more", "it asks more", func(_ *catalog.Source, i *catalog.Item) { i.DoneWhen = append(i.DoneWhen, both("Read.")) },
			[5]string{"not-kept doneWhen", "not-kept doneWhen", "not-kept doneWhen", "-", "wrong-way doneWhen"}},
		{"one sentence less", "it asks less", func(_ *catalog.Source, i *catalog.Item) { i.DoneWhen = i.DoneWhen[:1] },
			[5]string{"not-kept doneWhen", "not-kept doneWhen", "not-kept doneWhen", "wrong-way doneWhen", "-"}},
		{"another sentence", "either", func(_ *catalog.Source, i *catalog.Item) { i.DoneWhen[0] = both("Runs.") },
			[5]string{"not-kept doneWhen", "not-kept doneWhen", "-", "-", "-"}},
		{"words of an option", "the same alternatives in other words", func(_ *catalog.Source, i *catalog.Item) { i.Options[0].Text = both("One") },
			[5]string{"not-kept options", "not-kept options", "-", "-", "-"}},
		{"one option less", "it asks more", func(_ *catalog.Source, i *catalog.Item) { i.Options = i.Options[:1] },
			[5]string{"not-kept options", "not-kept options", "not-kept options", "-", "wrong-way options"}},
		{"one option more", "it asks less", func(_ *catalog.Source, i *catalog.Item) {
			i.Options = append(i.Options, catalog.Option{ID: "c", Text: both("C")})
		}, [5]string{"not-kept options", "not-kept options", "not-kept options", "wrong-way options", "-"}},
		{"one choice less", "nobody gets around it", func(_ *catalog.Source, i *catalog.Item) { i.Choices = i.Choices[:2] },
			[5]string{"not-kept choices", "not-kept choices", "not-kept choices", "-", "wrong-way choices"}},
		{"one choice more", "a way around it", func(_ *catalog.Source, i *catalog.Item) {
			i.Choices = append(i.Choices, catalog.Choice{State: catalog.Compensated})
		}, [5]string{"not-kept choices", "not-kept choices", "not-kept choices", "wrong-way choices", "-"}},
		{"more often", "it asks more", func(_ *catalog.Source, i *catalog.Item) { i.Recurs = "P6M" },
			[5]string{"not-kept recurs", "not-kept recurs", "not-kept recurs", "-", "wrong-way recurs"}},
		{"less often", "it asks less", func(_ *catalog.Source, i *catalog.Item) { i.Recurs = "" },
			[5]string{"not-kept recurs", "not-kept recurs", "not-kept recurs", "wrong-way recurs", "-"}},
		{"fewer days", "it asks more", func(_ *catalog.Source, i *catalog.Item) { i.Thresholds[0].Value = "7" },
			[5]string{"not-kept thresholds", "not-kept thresholds", "not-kept thresholds", "-", "wrong-way thresholds"}},
		{"more days", "it asks less", func(_ *catalog.Source, i *catalog.Item) { i.Thresholds[0].Value = "30" },
			[5]string{"not-kept thresholds", "not-kept thresholds", "not-kept thresholds", "wrong-way thresholds", "-"}},
		{"another unit", "cannot be compared", func(_ *catalog.Source, i *catalog.Item) { i.Thresholds[0].Unit = "weeks" },
			[5]string{"not-kept thresholds", "not-kept thresholds", "not-kept thresholds", "-", "-"}},
		{"kind", "another thing", func(_ *catalog.Source, i *catalog.Item) { i.Kind = catalog.Question },
			[5]string{"not-kept kind", "not-kept kind", "not-kept kind", "-", "-"}},
		{"fewer days and a sentence less", "sentences may say the same in other ways, figures cannot", func(_ *catalog.Source, i *catalog.Item) {
			i.Thresholds[0].Value, i.DoneWhen = "7", i.DoneWhen[:1]
		}, [5]string{"not-kept doneWhen, thresholds", "not-kept doneWhen, thresholds", "not-kept thresholds, doneWhen", "-", "wrong-way thresholds"}},
		{"fewer days in other words", "words do not undo a figure", func(_ *catalog.Source, i *catalog.Item) {
			i.Thresholds[0].Value, i.Text = "7", both("Would you?")
		}, [5]string{"not-kept text, thresholds", "not-kept text, thresholds", "not-kept thresholds", "-", "wrong-way thresholds"}},
		{"fewer days and an option more", "more in one and less in another: the author says which counts", func(_ *catalog.Source, i *catalog.Item) {
			i.Thresholds[0].Value, i.Options = "7", append(i.Options, catalog.Option{ID: "c", Text: both("C")})
		}, [5]string{"not-kept options, thresholds", "not-kept options, thresholds", "not-kept options, thresholds", "-", "-"}},
		{"text and number", "moved asks the same", func(_ *catalog.Source, i *catalog.Item) { i.Text, i.Number = both("Would you?"), "2" },
			[5]string{"not-kept text, number", "not-kept text", "-", "-", "-"}},
	} {
		from, problems := catalog.Check(wholeItem("1"), nil)
		if from == nil {
			t.Fatal(problems)
		}
		s := wholeItem("2")
		test.change(s, &s.Items[0])
		if s.Items[0].Level == "1" {
			s.Levels = s.Levels[:1]
		}
		to, problems := catalog.Check(s, nil)
		if to == nil {
			t.Fatalf("%s: %v", test.name, problems)
		}
		for i, kind := range kinds {
			changes := catalog.Diff(from, to).Draft()
			changes.Author, changes.Documents = both("test"), []catalog.Document{{ID: "doc", Title: "document"}}
			changes.Changes = []catalog.Change{{Kind: kind, From: []catalog.ItemID{"i"}, To: []catalog.ItemID{s.Items[0].ID}, Rationale: both("reason"),
				Clause: catalog.Clause{Document: "doc", Confidence: catalog.Official}}}
			c, problems := catalog.CheckChanges(changes, from, to)
			got := "-"
			if len(problems) > 0 {
				got = strings.TrimPrefix(problems[0].Kind.Code, "changes/")
				for _, a := range problems[0].Args {
					if a.Name == "members" && a.Text.EN != "" {
						got += " " + a.Text.EN
					}
				}
			}
			if got != test.want[i] || (c == nil) != (got != "-") || len(problems) > 1 {
				t.Errorf("%s as %s: %s, want %s: %s", test.name, kind, got, test.want[i], test.reason)
			}
		}
	}
}
