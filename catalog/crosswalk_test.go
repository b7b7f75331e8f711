package catalog_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/crosswalks"
	"github.com/hoshitori/hoshitori/catalog/guides"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// linked is a crosswalk from [whole] to [other] in which every member of the format occurs and nothing is wrong.
const linked = `{
"format": "hoshitori/crosswalk/1", "id": "small-other", "title": {"ja": "小と他", "en": "Small to other"},
"from": {"id": "small", "version": "1.0"}, "to": {"id": "other", "version": "1.0"},
"author": {"ja": "試験協会", "en": "Test association"}, "reviewed": "2026-11-22",
"sources": [{"id": "doc", "title": "対応の表", "url": "https://example.jp/table", "read": "2026-11-21"}],
"entries": [
 {"from": ["q1"], "relation": "equal", "to": ["q1"], "rationale": {"ja": "同じ。", "en": "The same."}},
 {"from": ["q1", "q2"], "relation": "covers", "direction": "forward", "to": ["q2"], "rationale": {"ja": "広い。", "en": "Wider."}},
 {"from": ["q2"], "relation": "part_of", "direction": "backward", "to": ["q1", "p"], "rationale": {"ja": "狭い。", "en": "Narrower."}},
 {"from": ["c"], "relation": "related", "to": ["c"], "rationale": {"ja": "近い。", "en": "Close."}, "ext": {"x": 1}}],
"ext": {"author": "試験"}}`

// other is the right side of [linked].
var other = strings.Replace(whole, `"id": "small"`, `"id": "other"`, 1)

// crosswalkFaults are changes to [linked] and the problems that they make.
var crosswalkFaults = []struct {
	name, reason string
	old, new     string
	problems     string
}{
	{"nothing changed", "the crosswalk that the others spoil has no problem itself", "", "", ""},
	{"both ways, said", "the direction that is meant without one may be written, too", `"relation": "equal", "to"`, `"relation": "equal", "direction": "both", "to"`, ""},
	{"no entries", "a crosswalk may be begun before its first entry is written", linked[strings.Index(linked, `"entries"`):strings.Index(linked, `"ext": {"author"`)], `"entries": [],` + "\n", ""},
	{"no reviewed", "nobody has to have gone through it", ` "reviewed": "2026-11-22",`, ``, ""},
	{"no sources", "it holds sources only through the items", `"sources": [{"id": "doc", "title": "対応の表", "url": "https://example.jp/table", "read": "2026-11-21"}],`, ``, ""},
	{"no author", "whose judgement it is has to be said", `"author": {"ja": "試験協会", "en": "Test association"}, `, ``, "1:1 format/missing"},
	{"an empty author", "a reader has to see whose judgement it is", `{"ja": "試験協会", "en": "Test association"}`, `{"ja": "試験協会", "en": ""}`, "4:11 catalog/empty-text /author"},
	{"no title", "it is listed by its title", `"title": {"ja": "小と他", "en": "Small to other"}`, `"title": {"ja": "", "en": ""}`, "2:66 catalog/empty-text /title\n2:66 catalog/empty-text /title"},
	{"a bad id", "the id is a name, because answers point to it", `"id": "small-other"`, `"id": "Small other"`, "2:42 catalog/name /id"},
	{"another left side", "it must not be used with answers to another edition", `"from": {"id": "small", "version": "1.0"}`, `"from": {"id": "small", "version": "2.0"}`, "3:9 changes/other-edition /from"},
	{"another right side", "the same on the other side", `"to": {"id": "other", "version": "1.0"}`, `"to": {"id": "another", "version": "1.0"}`, "3:50 changes/other-edition /to"},
	{"an unknown relation", "a typing error must not become a relation", `"relation": "equal"`, `"relation": "same"`, "7:31 format/value /entries/0/relation"},
	{"an empty relation", "nobody may leave open what an entry decides", `"relation": "equal"`, `"relation": ""`, "7:31 format/value /entries/0/relation"},
	{"an unknown direction", "a typing error must not become both ways", `"direction": "forward"`, `"direction": "forwards"`, "8:60 format/value /entries/1/direction"},
	{"a direction of related", "what decides nothing decides nothing one way", `"relation": "related"`, `"relation": "related", "direction": "forward"`, "10:54 crosswalk/related-direction /entries/3/direction"},
	{"a rationale in one language", "both languages have to say why", `"en": "The same."`, `"en": ""`, "7:67 catalog/empty-text /entries/0/rationale"},
	{"nothing on the left", "nothing covers everything", `"from": ["c"]`, `"from": []`, "10:11 catalog/empty-list /entries/3/from"},
	{"nothing on the right", "everything covers nothing", `"to": ["c"]`, `"to": []`, "10:47 catalog/empty-list /entries/3/to"},
	{"an item that does not exist", "a typing error must not silently decide nothing", `"from": ["c"]`, `"from": ["d"]`, "10:12 catalog/no-such-id /entries/3/from/0"},
	{"an item of the other side only", "each side names its own items", `"to": ["q1", "p"]`, `"to": ["q1", "x"]`, "9:80 catalog/no-such-id /entries/2/to/1"},
	{"an item twice", "all of a side count together, so one counts once", `"from": ["q1", "q2"]`, `"from": ["q1", "q1"]`, "8:18 catalog/duplicate-id /entries/1/from/1"},
	{"the same sides twice", "two entries on the same items could contradict each other", `"from": ["c"], "relation": "related", "to": ["c"]`, `"from": ["q1"], "relation": "covers", "to": ["q1"]`, "10:2 crosswalk/duplicate-entry /entries/3"},
	{"the same sides in another order", "a side is a set", `"from": ["c"], "relation": "related", "to": ["c"]`, `"from": ["q2", "q1"], "relation": "covers", "to": ["q2"]`, "10:2 crosswalk/duplicate-entry /entries/3"},
	{"a foreign key", "a typing error in a key must not be passed over", `"relation": "equal"`, `"relations": [], "relation": "equal"`, "7:19 format/unknown-key /entries/0/relations"},
	{"another format", "a change record is not read as a crosswalk", `hoshitori/crosswalk/1`, `hoshitori/changes/1`, "2:11 format/format /format"},
	{"a web address that is none", "only addresses that a browser may open", `https://example.jp/table`, `javascript:x`, "5:51 catalog/url /sources/0/url"},
}

func TestCheckCrosswalk(t *testing.T) {
	from, to := must(t, whole), must(t, other)
	seen := map[string]bool{}
	for _, f := range crosswalkFaults {
		if f.reason == "" || seen[f.name] || strings.Count(linked, f.old) != 1 && f.old != "" {
			t.Fatalf("%q needs a reason, a name of its own and a place in the crosswalk", f.name)
		}
		seen[f.name] = true
		t.Run(f.name, func(t *testing.T) {
			c, problems := catalog.LoadCrosswalk([]byte(strings.Replace(linked, f.old, f.new, 1)), from, to)
			if diff := cmp.Diff(f.problems, found(problems)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", f.reason, diff)
			}
			if (c == nil) != (f.problems != "") {
				t.Errorf("there is a crosswalk: %t", c != nil)
			}
			for _, p := range problems {
				for _, l := range []lang.Lang{lang.JA, lang.EN} {
					if strings.ContainsAny(p.Text(l), "{}") {
						t.Errorf("a placeholder is not filled: %s", p.Text(l))
					}
				}
			}
		})
	}
}

// A crosswalk from a catalogue to itself would let an answer decide another answer to the same file.
func TestCrosswalkToItself(t *testing.T) {
	c := must(t, whole)
	s := &catalog.CrosswalkSource{ID: "x", From: catalog.EditionOf(c.Ref()), To: catalog.EditionOf(c.Ref())}
	if _, problems := catalog.CheckCrosswalk(s, c, c); found(problems) != "0:0 crosswalk/same-catalog /to" {
		t.Errorf("found %s", found(problems))
	}
}

// What Go built may hold values that no file can; they are refused and do not panic.
func TestCrosswalkBuiltInGo(t *testing.T) {
	from, to := must(t, whole), must(t, other)
	s, _ := catalog.ParseCrosswalk([]byte(linked))
	s.Entries[0].Relation, s.Entries[1].Direction = 77, 77
	_, problems := catalog.CheckCrosswalk(s, from, to)
	var got []string
	for _, p := range problems {
		got = append(got, p.Kind.Code+" "+p.Pointer)
	}
	want := []string{"catalog/not-stated /entries/0/relation", "catalog/not-stated /entries/1/direction"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCheckCrosswalkToGuide(t *testing.T) {
	guide := guides.All()[0]
	group, entry := guide.Groups[0].ID, guide.Groups[0].Entries[0].ID
	from := must(t, whole)
	tests := []struct {
		name, reason string
		edit         func(*catalog.CrosswalkSource)
		want         string
	}{
		{"related", "an entry and a group of a guide stand for items", func(*catalog.CrosswalkSource) {}, ""},
		{"covers", "nobody answers a guide, so nothing can be decided", func(s *catalog.CrosswalkSource) { s.Entries[0].Relation = catalog.Covers },
			"0:0 crosswalk/guide-relation /entries/0/relation"},
		{"no relation", "one problem, not two, where nothing is stated", func(s *catalog.CrosswalkSource) { s.Entries[0].Relation = catalog.RelationUnstated },
			"0:0 catalog/not-stated /entries/0/relation"},
		{"not in the guide", "a typing error must not point to nothing", func(s *catalog.CrosswalkSource) { s.Entries[0].To = []catalog.ItemID{"no-such"} },
			"0:0 catalog/no-such-id /entries/0/to/0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := catalog.Text{JA: "試", EN: "test"}
			s := &catalog.CrosswalkSource{ID: "x", Title: text, Author: text, From: catalog.EditionOf(from.Ref()), To: catalog.EditionOf(guide.Ref()),
				Entries: []catalog.CrosswalkEntry{
					{From: []catalog.ItemID{"q1"}, Relation: catalog.Related, To: []catalog.ItemID{catalog.ItemID(entry)}, Rationale: text},
					{From: []catalog.ItemID{"q2"}, Relation: catalog.Related, To: []catalog.ItemID{catalog.ItemID(group)}, Rationale: text}}}
			test.edit(s)
			c, problems := catalog.CheckCrosswalkToGuide(s, from, guide)
			if found(problems) != test.want {
				t.Fatalf("%s: found %q, not %q", test.reason, found(problems), test.want)
			}
			if test.want == "" && (c.To() != nil || c.ToRef() != guide.Ref() || c.From() != from) {
				t.Error("the sides are not the catalogue and the guide")
			}
		})
	}
}

func TestCrosswalk(t *testing.T) {
	from, to := must(t, whole), must(t, other)
	s, problems := catalog.ParseCrosswalk([]byte(linked))
	if !problems.OK() {
		t.Fatal(problems)
	}
	c, problems := catalog.CheckCrosswalk(s, from, to)
	if !problems.OK() {
		t.Fatal(problems)
	}
	if c.ID() != "small-other" || c.Title().EN != "Small to other" || c.Author().EN != "Test association" || c.Reviewed() != "2026-11-22" ||
		c.From() != from || c.To() != to || c.ToRef() != to.Ref() {
		t.Error("the head of the crosswalk is not what the file says")
	}
	want := []string{"[q1] equal both [q1]", "[q1 q2] covers forward [q2]", "[q2] part_of backward [q1 p]", "[c] related both [c]"}
	var got []string
	for _, e := range c.Entries() {
		got = append(got, join(e.From)+" "+e.Relation.String()+" "+e.Direction.String()+" "+join(e.To))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	// The author may go on editing the source, and a reader the list that was handed out.
	before := string(c.JSON())
	s.ID, s.Entries[0].Relation, s.Documents[0].Title = "changed", catalog.Covers, "changed"
	c.Entries()[1].Relation = catalog.Related
	if after := string(c.JSON()); after != before {
		t.Errorf("editing changed the checked crosswalk:\n%s\n%s", before, after)
	}
}

func join(ids []catalog.ItemID) string {
	var all []string
	for _, id := range ids {
		all = append(all, string(id))
	}
	return "[" + strings.Join(all, " ") + "]"
}

func TestRelationCodes(t *testing.T) {
	if got := catalog.RelationCodes(); !slices.Equal(got, []string{"equal", "covers", "part_of", "related"}) {
		t.Errorf("relations %v", got)
	}
	if got := catalog.DirectionCodes(); !slices.Equal(got, []string{"both", "forward", "backward"}) {
		t.Errorf("directions %v", got)
	}
	if catalog.RelationUnstated.String() != "" || catalog.Relation(77).String() != "" || catalog.Direction(77).String() != "" {
		t.Error("what is no relation has a code")
	}
}

// The built-in crosswalks are read when they are first asked for; what is wrong with one would be a panic.
func TestBuiltinCrosswalks(t *testing.T) {
	seen := map[catalog.ID]bool{}
	for _, c := range crosswalks.All() {
		if seen[c.ID()] {
			t.Errorf("%s is there twice", c.ID())
		}
		seen[c.ID()] = true
		if again, ok := crosswalks.Find(c.ID()); !ok || again != c {
			t.Errorf("%s is not found", c.ID())
		}
		if len(c.Entries()) == 0 || c.Reviewed() == "" {
			t.Errorf("%s is empty or was never reviewed", c.ID())
		}
		if !strings.Contains(c.Author().EN, "not official") || !strings.Contains(c.Author().JA, "公式の対応表ではありません") {
			t.Errorf("%s does not say that it is not official", c.ID())
		}
	}
	if len(seen) == 0 {
		t.Error("there are no built-in crosswalks")
	}
	if _, ok := crosswalks.Find("no-such"); ok {
		t.Error("a crosswalk is found that does not exist")
	}
}

func crosswalkFiles(t testing.TB) (all [][]byte) {
	t.Helper()
	names, err := filepath.Glob("crosswalks/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("built-in crosswalks: %v %v", names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data)
	}
	return append(all, []byte(linked))
}

// crosswalkRoundTrip reads, writes and reads again; nothing may change.
func crosswalkRoundTrip(t *testing.T, data []byte) (*catalog.CrosswalkSource, bool) {
	t.Helper()
	first, problems := catalog.ParseCrosswalk(data)
	if !problems.OK() {
		return first, false
	}
	text := first.JSON()
	second, problems := catalog.ParseCrosswalk(text)
	if !problems.OK() {
		t.Fatalf("what was written is refused: %v\n%s", problems, text)
	}
	if again := second.JSON(); !bytes.Equal(text, again) {
		t.Fatalf("the text changed:\n%s\n%s", text, again)
	}
	if diff := cmp.Diff(first, second, cmpopts.IgnoreUnexported(catalog.CrosswalkSource{}), cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("the source changed (-first +second):\n%s", diff)
	}
	return first, true
}

func TestCrosswalkRoundTrip(t *testing.T) {
	for _, data := range crosswalkFiles(t) {
		if _, ok := crosswalkRoundTrip(t, data); !ok {
			t.Errorf("cannot be read: %.80s", data)
		}
	}
}

// FuzzParseCrosswalk holds reading to its promise for any bytes: no panic, neither in reading nor in checking, and what
// could be read is the same after writing and reading it again.
func FuzzParseCrosswalk(f *testing.F) {
	for _, data := range crosswalkFiles(f) {
		f.Add(data)
	}
	for _, fault := range crosswalkFaults {
		f.Add([]byte(strings.Replace(linked, fault.old, fault.new, 1)))
	}
	from, to := must(f, whole), must(f, other)
	guide := guides.All()[0]
	f.Fuzz(func(t *testing.T, data []byte) {
		s, _ := crosswalkRoundTrip(t, data)
		c, problems := catalog.CheckCrosswalk(s, from, to)
		if (c == nil) != !problems.OK() {
			t.Errorf("there is a crosswalk: %t, with %v", c != nil, problems)
		}
		if c != nil && !bytes.Equal(c.JSON(), s.JSON()) {
			t.Error("checking changed the crosswalk")
		}
		catalog.CheckCrosswalkToGuide(s, from, guide)
	})
}
