package catalog_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/lint"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
)

// base is a catalogue of two levels, in which everything occurs that an extension can leave out or change.
const base = `{"format": "hoshitori/catalog/1", "id": "base", "version": "1", "status": "final", "publisher": "試験協会", "published": "2026-04-01",
"title": {"ja": "土台", "en": "Base"}, "sources": [{"id": "doc", "title": "手引き", "read": "2026-11-22"}],
"facts": [{"key": "scheme.name", "value": {"ja": "制度の名前。", "en": "Name of the scheme."}, "confidence": "official", "source": "doc"},
 {"key": "edition.this", "value": {"ja": "第1版です。", "en": "This is the first edition."}, "confidence": "official", "source": "doc"}],
"terms": [{"id": "firewall", "term": {"ja": "関所", "en": "firewall"}, "meaning": {"ja": "パケットを止めるもの。", "en": "It stops a packet."}},
 {"id": "packet", "term": {"ja": "パケット", "en": "packet"}, "meaning": {"ja": "通信の一片。", "en": "A piece of what is sent."}},
 {"id": "backup", "term": {"ja": "控え", "en": "backup"}, "meaning": {"ja": "写し。", "en": "A second copy."}}],
"choices": [
 {"state": "met", "label": {"ja": "はい", "en": "Yes"}, "advice": {"ja": "続ける。", "en": "Go on."}},
 {"state": "partial", "label": {"ja": "一部", "en": "Partly"}, "advice": {"ja": "広げる。", "en": "Extend it."}},
 {"state": "unmet", "label": {"ja": "いいえ", "en": "No"}, "advice": {"ja": "始める。", "en": "Begin."}},
 {"state": "not_applicable", "label": {"ja": "対象外", "en": "Not applicable"}, "advice": {"ja": "理由。", "en": "Say why."}},
 {"state": "compensated", "label": {"ja": "代わり", "en": "Compensated"}, "advice": {"ja": "理由。", "en": "Say how."}}],
"levels": [{"id": "3", "title": {"ja": "三つ星", "en": "Three stars"}, "rule": "all-met"}, {"id": "4", "title": {"ja": "四つ星", "en": "Four stars"}, "rule": "all-met"}],
"sections": [{"id": "A", "title": {"ja": "甲", "en": "A"}}, {"id": "A1", "parent": "A", "title": {"ja": "甲一", "en": "A1"}},
 {"id": "B", "title": {"ja": "乙", "en": "B"}}, {"id": "B1", "parent": "B", "title": {"ja": "乙一", "en": "B1"}}],
"requirements": [{"id": "R1", "section": "A1", "title": {"ja": "要求一", "en": "R1"}, "items": ["c1", "c2", "c4"]},
 {"id": "R2", "section": "B1", "title": {"ja": "要求二", "en": "R2"}, "items": ["d1"]}],
"items": [
 {"id": "c1", "number": "1", "kind": "criterion", "level": "3", "section": "A1", "requirement": "R1", "text": {"ja": "14日以内に更新しますか。", "en": "Do you update within 14 days?"},
  "why": {"ja": "害。", "en": "Harm."}, "doneWhen": [{"ja": "14日で入る。", "en": "It is in after 14 days."}, {"ja": "記録がある。", "en": "It is written down."}],
  "partialWhen": [{"ja": "半分。", "en": "Half of them."}], "notes": [{"ja": "注。", "en": "A note."}],
  "options": [{"id": "a", "text": {"ja": "7日ごとに", "en": "Every 7 days"}}, {"id": "b", "text": {"ja": "毎月", "en": "Every month"}}],
  "choices": [{"state": "met"}, {"state": "unmet"}, {"state": "not_applicable"}], "recurs": "P1Y",
  "thresholds": [{"id": "days", "value": "14", "unit": "days", "better": "lower"}], "refers": ["d1", "c2"], "source": {"id": "doc", "clause": "1"}},
 {"id": "c2", "kind": "criterion", "level": "3", "section": "A1", "requirement": "R1", "text": {"ja": "関所がありますか。", "en": "Is there a firewall?"},
  "doneWhen": [{"ja": "動いている。", "en": "It runs."}], "refers": ["c1"], "source": {"id": "doc", "clause": "2"}},
 {"id": "c3", "kind": "criterion", "level": "3", "section": "A", "text": {"ja": "鍵をかけますか。", "en": "Do you lock up?"}, "source": {"id": "doc", "clause": "3"}},
 {"id": "d1", "kind": "criterion", "level": "4", "section": "B1", "requirement": "R2", "text": {"ja": "控えがありますか。", "en": "Is there a backup?"}, "source": {"id": "doc", "clause": "4"}},
 {"id": "c4", "kind": "criterion", "level": "4", "section": "A1", "requirement": "R1", "text": {"ja": "二人で見ますか。", "en": "Do two look?"}, "source": {"id": "doc", "clause": "5"}}
]}`

// extension adds to [base] up to three stars; everything that an extension can have occurs in it, and nothing is wrong.
const extension = `{"format": "hoshitori/extension/1", "id": "trade", "version": "1", "status": "draft", "publisher": "試験組合",
"title": {"ja": "上乗せ", "en": "Additions"}, "published": "2026-11-01", "inForce": "", "retired": "", "staleAfter": "2027-11-01",
"extends": {"id": "base", "version": "1", "upTo": "3"},
"sources": [{"id": "trade-guide", "title": "組合の手引き", "url": "https://example.jp/guide", "read": "2026-11-22"}],
"facts": [{"key": "trade.name", "value": {"ja": "組合。", "en": "The association."}, "confidence": "official", "source": "trade-guide"}],
"terms": [{"id": "scale", "term": {"ja": "はかり", "en": "scale"}, "meaning": {"ja": "重さを見る機械。", "en": "It weighs."}}],
"levels": [{"id": "plus", "title": {"ja": "三つ星と", "en": "Three stars and more"}, "rule": "all-met"}],
"sections": [{"id": "T", "parent": "A", "title": {"ja": "組合", "en": "Trade"}}],
"requirements": [{"id": "RT", "section": "T", "title": {"ja": "組合の要求", "en": "RT"}, "items": ["t2"]}],
"items": [
 {"id": "t1", "kind": "criterion", "level": "3", "section": "A1", "requirement": "R1", "text": {"ja": "はかりも更新しますか。", "en": "Do you update the scale?"}, "source": {"id": "trade-guide"}},
 {"id": "t2", "kind": "question", "level": "plus", "section": "T", "requirement": "RT", "text": {"ja": "見せますか。", "en": "Do you show it?"}, "refers": ["c1"], "source": {"id": "doc"}},
 {"id": "t3", "kind": "condition", "level": "3", "text": {"ja": "決めましたか。", "en": "Is it decided?"}, "source": {"id": "trade-guide"}},
 {"id": "t4", "kind": "criterion", "level": "3", "section": "A1", "requirement": "R1", "text": {"ja": "窓も見ますか。", "en": "The window?"}, "source": {"id": "trade-guide"}}],
"changes": [
 {"item": "c1", "kind": "sharpened", "set": {"doneWhen": [{"ja": "14日で入る。", "en": "It is in after 14 days."}, {"ja": "記録がある。", "en": "It is written down."}, {"ja": "毎週見る。", "en": "It is read weekly."}]}, "rationale": {"ja": "加えた。", "en": "One more."}, "source": {"id": "trade-guide", "clause": "1"}},
 {"item": "c2", "kind": "reworded", "set": {"text": {"ja": "店に関所がありますか。", "en": "Has the shop a firewall?"}}, "rationale": {"ja": "言換。", "en": "Words."}, "source": {"id": "trade-guide", "clause": "2"}}
], "ext": {"author": "試験"}}`

func parseExtension(t testing.TB, text string) *catalog.Extension {
	t.Helper()
	e, problems := catalog.ParseExtension([]byte(text))
	if problems != nil {
		t.Fatal(problems)
	}
	return e
}

// compile compiles an extension that has no error.
func compile(t testing.TB, text string, on *catalog.Checked) (*catalog.Checked, *catalog.CrosswalkSource, problem.List) {
	t.Helper()
	c, crosswalk, problems := catalog.Compile(parseExtension(t, text), on, digest.SHA256)
	if c == nil || crosswalk == nil {
		t.Fatal(problems)
	}
	again, more := catalog.Load(c.JSON(), digest.SHA256)
	if more != nil || again.Digest() != c.Digest() {
		t.Errorf("the catalogue, written and read again, is another: %v", more)
	}
	if _, more := catalog.LoadCrosswalk(crosswalk.JSON(), c, on); more != nil {
		t.Errorf("the crosswalk is refused: %v", more)
	}
	return c, crosswalk, problems
}

// outline writes the parts of a catalogue and where its items refer to.
func outline(c *catalog.Checked) string {
	var b strings.Builder
	line := func(name string, ids []string) { fmt.Fprintf(&b, "%s: %s\n", name, strings.Join(ids, " ")) }
	var ids []string
	for _, d := range c.Documents() {
		ids = append(ids, d.ID)
	}
	line("sources", ids)
	ids = nil
	for _, f := range c.Facts() {
		ids = append(ids, f.Key)
	}
	line("facts", ids)
	ids = nil
	for _, t := range c.Terms() {
		ids = append(ids, t.ID)
	}
	line("terms", ids)
	ids = nil
	for _, l := range c.Levels() {
		ids = append(ids, l.ID)
	}
	line("levels", ids)
	ids = nil
	for _, s := range c.Sections() {
		ids = append(ids, s.ID)
	}
	line("sections", ids)
	for _, r := range c.Requirements() {
		line("requirement "+r.ID, names(r.Items))
	}
	for _, i := range c.Items() {
		fmt.Fprintf(&b, "%s %s", i.ID, i.Level)
		if len(i.Refers) > 0 {
			fmt.Fprintf(&b, " refers to %s", strings.Join(names(i.Refers), " "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func names(ids []catalog.ItemID) (out []string) {
	for _, id := range ids {
		out = append(out, string(id))
	}
	return out
}

// relations writes the entries of a crosswalk between items of the same ids.
func relations(t testing.TB, s *catalog.CrosswalkSource) string {
	t.Helper()
	var out []string
	for _, e := range s.Entries {
		if len(e.From) != 1 || !slices.Equal(e.From, e.To) {
			t.Errorf("entry from %v to %v", e.From, e.To)
		}
		out = append(out, string(e.From[0])+" "+e.Relation.String())
	}
	return strings.Join(out, ", ")
}

func TestCompile(t *testing.T) {
	c, crosswalk, problems := compile(t, extension, must(t, base))
	if problems != nil {
		t.Errorf("problems: %v", problems)
	}
	if c.Ref().String() != "trade@1" || c.Status() != catalog.Draft || c.Title().EN != "Additions" || c.Publisher() != "試験組合" ||
		c.Published() != "2026-11-01" || c.StaleAfter() != "2027-11-01" || len(c.Choices()) != 5 || c.HasPoints() {
		t.Error("the head of the catalogue is not that of the extension")
	}
	want := `sources: doc trade-guide
facts: scheme.name trade.name extension.base
terms: firewall packet scale
levels: 3 plus
sections: A A1 T
requirement R1: c1 c2 t1 t4
requirement RT: t2
c1 3 refers to c2
c2 3 refers to c1
t1 3
t4 3
c3 3
t2 plus refers to c1
t3 3
`
	if diff := cmp.Diff(want, outline(c)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	f, _ := c.Fact("extension.base")
	if want := `Made on the base of base@1 up to "Three stars": 4 items added, 2 sharpened or reworded, 0 weakened or removed.`; f.Value.EN != want {
		t.Errorf("extension.base says %q", f.Value.EN)
	}
	item, _ := c.Item("c1")
	if len(item.DoneWhen) != 3 || item.Text.EN != "Do you update within 14 days?" || item.Clause.Document != "trade-guide" || item.Number != "1" {
		t.Errorf("the changed item: %+v", item)
	}
	if got, want := relations(t, crosswalk), "c1 covers, c2 equal, c3 equal"; got != want {
		t.Errorf("the crosswalk says %q, want %q", got, want)
	}
	if crosswalk.ID != "trade-base" || !strings.HasSuffix(crosswalk.Entries[0].Rationale.EN, "and more. Reason: One more.") {
		t.Errorf("the crosswalk %s gives as reason %q", crosswalk.ID, crosswalk.Entries[0].Rationale.EN)
	}
}

// Without "upTo" everything of the base is taken.
func TestCompileOnTheWholeBase(t *testing.T) {
	c, crosswalk, problems := compile(t, strings.Replace(extension, `, "upTo": "3"`, ``, 1), must(t, base))
	if problems != nil {
		t.Errorf("problems: %v", problems)
	}
	want := `sources: doc trade-guide
facts: scheme.name trade.name extension.base
terms: firewall packet backup scale
levels: 3 4 plus
sections: A A1 B B1 T
requirement R1: c1 c2 c4 t1 t4
requirement R2: d1
requirement RT: t2
c1 3 refers to d1 c2
c2 3 refers to c1
c3 3
d1 4
c4 4
t1 3
t4 3
t2 plus refers to c1
t3 3
`
	if diff := cmp.Diff(want, outline(c)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, want := relations(t, crosswalk), "c1 covers, c2 equal, c3 equal, d1 equal, c4 equal"; got != want {
		t.Errorf("the crosswalk says %q, want %q", got, want)
	}
}

// What is added may stand in a section of the base that is empty otherwise; its parents come along.
func TestCompileIntoAnEmptySection(t *testing.T) {
	for _, test := range []struct{ name, reason, old, new string }{
		{"item", "an item stands in a section", `"level": "3", "text": {"ja": "決めましたか。"`, `"level": "3", "section": "B1", "text": {"ja": "決めましたか。"`},
		{"requirement", "a requirement stands in one", `"id": "RT", "section": "T"`, `"id": "RT", "section": "B1"`},
		{"section", "a section stands in one", `"id": "T", "parent": "A"`, `"id": "T", "parent": "B1"`},
	} {
		c, _, _ := compile(t, fault{name: test.name, old: test.old, new: test.new}.within(t, extension), must(t, base))
		if got := outline(c); !strings.Contains(got, "sections: A A1 B B1 T\n") {
			t.Errorf("%s: %s\n%s", test.name, test.reason, got)
		}
	}
}

// Neither the base nor the extension is changed by compiling, and editing the extension afterwards changes nothing.
func TestCompileCopies(t *testing.T) {
	on := must(t, base)
	before := string(on.JSON())
	for _, text := range []string{extension, strings.Replace(extension, `"kind": "sharpened"`, `"kind": "weakened"`, 1)} {
		e, untouched := parseExtension(t, text), parseExtension(t, text)
		first, crosswalk, _ := catalog.Compile(e, on, digest.SHA256, lint.Source)
		if first == nil {
			t.Fatal("not compiled")
		}
		if diff := cmp.Diff(untouched, e, cmpopts.IgnoreUnexported(catalog.Extension{}, catalog.Source{})); diff != "" {
			t.Errorf("compiling changed the extension:\n%s", diff)
		}
		if after := string(on.JSON()); after != before {
			t.Errorf("compiling changed the base:\n%s\n%s", before, after)
		}
		second, again, _ := catalog.Compile(e, on, digest.SHA256)
		if !bytes.Equal(first.JSON(), second.JSON()) || !bytes.Equal(crosswalk.JSON(), again.JSON()) {
			t.Error("compiled twice it is another catalogue")
		}
		written := string(first.JSON())
		e.Head.Documents[0].ID, e.Head.Facts[0].Key, e.Head.Terms[0].ID, e.Head.Levels[0].ID = "x", "x", "x", "x"
		e.Head.Sections[0].ID, e.Head.Requirements[0].ID, e.Head.Items[0].ID, e.Changes[0].Item = "x", "x", "x", "x"
		if after := string(first.JSON()); after != written || string(on.JSON()) != before {
			t.Error("editing the extension changed the catalogue or the base")
		}
	}
}

// extensionFaults are each one thing done wrong in the extension; the problems are "line:column code pointer".
var extensionFaults = []fault{
	{"not JSON", "nothing is read of it", `"id": "trade"`, `"id" "trade"`, "1:42 json/syntax"},
	{"another format", "nothing else is worth reading", `hoshitori/extension/1`, `hoshitori/catalog/1`, "1:12 format/format /format"},
	{"unknown key", "a misspelled key would be lost", `"changes": [`, `"change": [`, "15:1 format/unknown-key /change"},
	{"unknown key in a change", "a misspelled key would be lost", `"set": {"text"`, `"sets": {"text"`, "17:37 format/unknown-key /changes/1/sets"},
	{"unknown key in a set", "a misspelled key would be lost", `"set": {"text"`, `"set": {"texts"`, "17:45 format/unknown-key /changes/1/set/texts"},
	{"another base", "the extension is not about this catalogue", `"extends": {"id": "base"`, `"extends": {"id": "bass"`, "3:12 changes/other-edition /extends"},
	{"another edition of the base", "the extension is not about this edition", `"extends": {"id": "base", "version": "1"`, `"extends": {"id": "base", "version": "2"`, "3:12 changes/other-edition /extends"},
	{"the name of the base", "readers would take it for the scheme itself", `"id": "trade"`, `"id": "base"`, "1:43 extension/own-id /id"},
	{"no name", "an id is a name", `"id": "trade"`, `"id": "a trade"`, "1:43 catalog/name /id"},
	{"unknown level to take", "a level that is not there", `"upTo": "3"`, `"upTo": "5"`, "3:51 catalog/no-such-id /extends/upTo"},
	{"a change of nothing", "an item that is not there", `"item": "c2"`, `"item": "c9"`, "17:11 catalog/no-such-id /changes/1/item"},
	{"a change of what is not taken", "the item belongs to four stars", `"item": "c2"`, `"item": "d1"`, "17:11 catalog/no-such-id /changes/1/item"},
	{"a change of an own item", "what is added is written as it is meant", `"item": "c2"`, `"item": "t1"`, "17:11 catalog/no-such-id /changes/1/item"},
	{"two changes of one item", "which one counts cannot be told", `"item": "c2"`, `"item": "c1"`, "17:11 changes/twice /changes/1/item"},
	{"no kind of change", "what the change does is not said", `"kind": "reworded", `, ``, "17:2 format/missing /changes/1"},
	{"unknown kind of change", "a closed set", `"kind": "reworded"`, `"kind": "loosened"`, "17:25 format/value /changes/1/kind"},
	{"no rationale", "users are told why", `"rationale": {"ja": "言換。", "en": "Words."}`, `"rationale": {"ja": "言換。"}`, "17:124 catalog/empty-text /changes/1/rationale"},
	{"unknown source of a change", "a document of the extension", `"source": {"id": "trade-guide", "clause": "2"}`, `"source": {"id": "guide", "clause": "2"}`, "17:172 catalog/no-such-id /changes/1/source/id"},
	{"source of the base", "the base does not say what the extension changes", `"source": {"id": "trade-guide", "clause": "2"}`, `"source": {"id": "doc", "clause": "2"}`, "17:172 catalog/no-such-id /changes/1/source/id"},
	{"nothing set", "a change changes something", `"set": {"text": {"ja": "店に関所がありますか。", "en": "Has the shop a firewall?"}}`, `"set": {}`, "17:2 extension/empty-change /changes/1"},
	{"no set", "a change changes something", `"set": {"text": {"ja": "店に関所がありますか。", "en": "Has the shop a firewall?"}}, `, ``, "17:2 extension/empty-change /changes/1"},
	{"a set of what is removed", "what is removed has no text", `"kind": "reworded"`, `"kind": "removed"`, "17:2 extension/empty-change /changes/1\n17:2 extension/weakened /changes/1"},
	{"another id", "an item keeps its name", `"set": {"text"`, `"set": {"id": "c5", "text"`, "17:51 extension/not-settable /changes/1/set/id"},
	{"another requirement", "an item keeps its place", `"set": {"text"`, `"set": {"requirement": "RT", "text"`, "17:60 extension/not-settable /changes/1/set/requirement"},
	{"another source", "the source stands beside the change", `"set": {"text"`, `"set": {"source": {"id": "doc"}, "text"`, "17:55 extension/not-settable /changes/1/set/source"},
	{"less than the base", "what is weaker is declared", `"kind": "sharpened", "set": {"doneWhen": [{"ja": "14日で入る。", "en": "It is in after 14 days."}, `, `"kind": "sharpened", "set": {"doneWhen": [`, "16:2 extension/weakening /changes/0"},
	{"text in one language", "both languages", `"text": {"ja": "店に関所がありますか。", "en": "Has the shop a firewall?"}`, `"text": {"ja": "店に関所がありますか。"}`, "17:53 catalog/empty-text /changes/1/set/text"},
	{"sentence in one language", "both languages, named in the change", `, "en": "It is read weekly."`, ``, "16:158 catalog/empty-text /changes/0/set/doneWhen/2"},
	{"unknown level of a change", "a level that is not there", `"set": {"text"`, `"set": {"level": "2", "text"`, "17:2 extension/weakening /changes/1"},
	{"recurrence of a change", "a duration", `"set": {"text"`, `"set": {"recurs": "yearly", "text"`, "17:55 catalog/duration /changes/1/set/recurs"},
	{"source of an added item", "a document of either", `"refers": ["c1"], "source": {"id": "doc"}`, `"refers": ["c1"], "source": {"id": "dock"}`, "12:175 catalog/no-such-id /items/1/source/id"},
	{"reference to what is not taken", "it would lead nowhere", `"refers": ["c1"]`, `"refers": ["d1"]`, "12:151 catalog/no-such-id /items/1/refers/0"},
	{"level that is not taken", "nobody is asked", `"id": "t3", "kind": "condition", "level": "3"`, `"id": "t3", "kind": "condition", "level": "4"`, "13:45 catalog/no-such-id /items/2/level"},
	{"requirement that is not taken", "it has no items of the base", `"section": "A1", "requirement": "R1", "text": {"ja": "窓も`, `"section": "A1", "requirement": "R2", "text": {"ja": "窓も`, "14:82 catalog/no-such-id /items/3/requirement"},
	{"own requirement without its item", "both sides must say the same", `"items": ["t2"]`, `"items": []`, "12:83 catalog/requirement /items/1/requirement"},
	{"item of the base in an own requirement", "both sides must say the same", `"items": ["t2"]`, `"items": ["t2", "c3"]`, "9:101 catalog/requirement /requirements/0/items/1"},
	{"id of an item of the base", "an answer could belong to either", `"id": "t4"`, `"id": "c3"`, "14:9 catalog/duplicate-id /items/3/id"},
	{"id of a source of the base", "a source could be either", `"title": "組合の手引き", "url": "https://example.jp/guide", "read": "2026-11-22"}`, `"title": "組合の手引き"}, {"id": "doc", "title": "別"}`, "4:62 catalog/duplicate-id /sources/1/id"},
	{"id of a term of the base", "a word with two meanings", `"id": "scale"`, `"id": "firewall"`, "6:18 catalog/duplicate-id /terms/0/id"},
	{"id of a level of the base", "two levels of one name", `{"id": "plus"`, `{"id": "3"`, "7:19 catalog/duplicate-id /levels/0/id\n12:44 catalog/no-such-id /items/1/level"},
	{"id of a section of the base", "two sections of one name", `{"id": "T", "parent": "A"`, `{"id": "A1", "parent": "A"`, "8:21 catalog/duplicate-id /sections/0/id\n9:42 catalog/no-such-id /requirements/0/section\n12:63 catalog/no-such-id /items/1/section"},
	{"id of a requirement of the base", "two requirements of one name", `{"id": "RT"`, `{"id": "R1"`, "9:25 catalog/duplicate-id /requirements/0/id\n9:95 catalog/requirement /requirements/0/items/0\n12:83 catalog/no-such-id /items/1/requirement"},
	{"fact of the base", "which one holds cannot be told", `"key": "trade.name"`, `"key": "scheme.name"`, "5:19 catalog/duplicate-fact /facts/0/key"},
	{"fact of the compiler", "what the compiler says is said once", `"key": "trade.name"`, `"key": "extension.base"`, "3:12 catalog/duplicate-fact /extends"},
	{"fact in one language", "both languages", `{"ja": "組合。", "en": "The association."}`, `{"ja": "組合。"}`, "5:42 catalog/empty-text /facts/0/value"},
	{"level without a rule", "a level says when it is reached", `"title": {"ja": "三つ星と", "en": "Three stars and more"}, "rule": "all-met"`, `"title": {"ja": "三つ星と", "en": "Three stars and more"}, "rule": []`, "7:90 catalog/empty-list /levels/0/rule"},
	{"no publisher", "readers see who speaks", `"publisher": "試験組合"`, `"publisher": ""`, "1:100 catalog/empty-list /publisher"},
	{"title in one language", "both languages", `"title": {"ja": "上乗せ", "en": "Additions"}`, `"title": {"ja": "上乗せ"}`, "2:10 catalog/empty-text /title"},
}

func TestExtensionFaults(t *testing.T) {
	on := must(t, base)
	seen, names := map[string]bool{}, map[string]bool{}
	for _, f := range extensionFaults {
		if f.reason == "" || names[f.name] {
			t.Errorf("%s: no reason, or a name used twice", f.name)
		}
		names[f.name] = true
		t.Run(f.name, func(t *testing.T) {
			problems, compiled := compileText(f.within(t, extension), on)
			if compiled {
				t.Errorf("accepted: %s", f.reason)
			}
			if diff := cmp.Diff(f.problems, found(problems)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", f.reason, diff)
			}
			for _, p := range problems {
				seen[p.Kind.Code] = true
				if strings.Contains(p.Text(lang.JA)+p.Text(lang.EN), "{") {
					t.Errorf("an unfilled message: %s", p.Text(lang.EN))
				}
			}
		})
	}
	for _, kind := range []*problem.Kind{catalog.OtherEditionKind, catalog.OwnIDKind, catalog.NoSuchKind, catalog.TwiceChangedKind,
		catalog.EmptyTextKind, catalog.NotSettableKind, catalog.EmptyChangeKind, catalog.WeakeningKind, catalog.DuplicateIDKind, catalog.RequirementKind} {
		if !seen[kind.Code] {
			t.Errorf("no fault shows %s", kind.Code)
		}
	}
}

func compileText(text string, on *catalog.Checked) (problems problem.List, compiled bool) {
	e, problems := catalog.ParseExtension([]byte(text))
	if !problems.OK() {
		return problems, false
	}
	c, _, problems := catalog.Compile(e, on, nil)
	return problems, c != nil
}

// TestStrictnessOfChanges holds each kind of change of an item against everything that it can set. The changes are of c1
// of [base]; "-" is accepted, otherwise the members that ask less. Behind ">" stands what the crosswalk says.
func TestStrictnessOfChanges(t *testing.T) {
	const done = `{"ja": "14日で入る。", "en": "It is in after 14 days."}, {"ja": "記録がある。", "en": "It is written down."}`
	kinds := []string{"sharpened", "reworded", "weakened"}
	on := must(t, base)
	used := map[string]bool{}
	for _, test := range []struct {
		name, reason, set string
		want              [3]string // by kind
	}{
		{"why", "help may change", `"why": {"ja": "損。", "en": "Loss."}`, [3]string{"-> covers", "-> equal", "why> part_of"}},
		{"notes", "help may change", `"notes": [{"ja": "注二。", "en": "Another note."}]`, [3]string{"-> covers", "-> equal", "notes> part_of"}},
		{"no help", "help may be left out", `"drillDown": [], "evidence": [], "firstStep": {"ja": "", "en": ""}`, [3]string{"-> covers", "-> equal", "drillDown, evidence, firstStep> part_of"}},
		{"partialWhen", "it decides nothing about met", `"partialWhen": []`, [3]string{"-> covers", "-> equal", "partialWhen> part_of"}},
		{"words of the text", "whether more or less, only an author can tell", `"text": {"ja": "14日のうちに直しますか。", "en": "Do you patch within 14 days?"}`, [3]string{"-> covers", "-> equal", "text> part_of"}},
		{"figure in the text", "30 days are not 14", `"text": {"ja": "30日以内に更新しますか。", "en": "Do you update within 30 days?"}`, [3]string{"text", "text", "text> part_of"}},
		{"figure in one language", "readers of either language are asked", `"text": {"ja": "14日以内に更新しますか。", "en": "Do you update within 30 days?"}`, [3]string{"text", "text", "text> part_of"}},
		{"figure left out of the text", "no limit is asked any more", `"text": {"ja": "更新しますか。", "en": "Do you update?"}`, [3]string{"text", "text", "text> part_of"}},
		{"sentence more", "one thing more has to be true", `"doneWhen": [` + done + `, {"ja": "毎週。", "en": "Weekly."}]`, [3]string{"-> covers", "-> covers", "doneWhen> related"}},
		{"sentence less", "one thing less has to be true", `"doneWhen": [{"ja": "14日で入る。", "en": "It is in after 14 days."}]`, [3]string{"doneWhen", "doneWhen", "doneWhen> part_of"}},
		{"no sentence", "nothing has to be true", `"doneWhen": []`, [3]string{"doneWhen", "doneWhen", "doneWhen> part_of"}},
		{"sentences in another order", "all have to be true", `"doneWhen": [{"ja": "記録がある。", "en": "It is written down."}, {"ja": "14日で入る。", "en": "It is in after 14 days."}]`,
			[3]string{"-> covers", "-> equal", "doneWhen> part_of"}},
		{"sentence in other words", "only what is announced as other words may be in other words", `"doneWhen": [{"ja": "14日で終わる。", "en": "All is in by day 14."}, {"ja": "記録がある。", "en": "It is written down."}]`,
			[3]string{"doneWhen", "-> equal", "doneWhen> related"}},
		{"figure of a sentence", "30 days are not 14", `"doneWhen": [{"ja": "30日で入る。", "en": "It is in after 30 days."}, {"ja": "記録がある。", "en": "It is written down."}]`,
			[3]string{"doneWhen", "doneWhen", "doneWhen> related"}},
		{"option less", "one way less to answer met", `"options": [{"id": "a", "text": {"ja": "7日ごとに", "en": "Every 7 days"}}]`, [3]string{"-> covers", "-> covers", "options> related"}},
		{"option more", "one way more to answer met", `"options": [{"id": "a", "text": {"ja": "7日ごとに", "en": "Every 7 days"}}, {"id": "b", "text": {"ja": "毎月", "en": "Every month"}}, {"id": "c", "text": {"ja": "毎年", "en": "Every year"}}]`,
			[3]string{"options", "options", "options> part_of"}},
		{"words of an option", "the same ways", `"options": [{"id": "a", "text": {"ja": "7日おきに", "en": "Each 7 days"}}, {"id": "b", "text": {"ja": "毎月", "en": "Every month"}}]`,
			[3]string{"-> covers", "-> equal", "options> part_of"}},
		{"figure of an option", "70 days are not 7", `"options": [{"id": "a", "text": {"ja": "70日ごとに", "en": "Every 70 days"}}, {"id": "b", "text": {"ja": "毎月", "en": "Every month"}}]`,
			[3]string{"options", "options", "options> part_of"}},
		{"no options", "any way will do", `"options": []`, [3]string{"options", "options", "options> part_of"}},
		{"choice less", "nobody gets around it", `"choices": [{"state": "met"}, {"state": "unmet"}]`, [3]string{"-> covers", "-> covers", "choices> related"}},
		{"choice more", "a way around it", `"choices": [{"state": "met"}, {"state": "unmet"}, {"state": "not_applicable"}, {"state": "compensated"}]`,
			[3]string{"choices", "choices", "choices> part_of"}},
		{"all choices", "ways around it", `"choices": []`, [3]string{"choices", "choices", "choices> part_of"}},
		{"partial as well", "partial is not met", `"choices": [{"state": "met"}, {"state": "partial"}, {"state": "unmet"}, {"state": "not_applicable"}]`,
			[3]string{"-> covers", "-> equal", "choices> part_of"}},
		{"level above", "fewer firms are asked", `"level": "plus"`, [3]string{"level", "level", "level> part_of"}},
		{"more often", "twice a year", `"recurs": "P6M"`, [3]string{"-> covers", "-> covers", "recurs> related"}},
		{"as often", "twelve months are a year", `"recurs": "P12M"`, [3]string{"-> covers", "-> equal", "recurs> part_of"}},
		{"less often", "every other year", `"recurs": "P2Y"`, [3]string{"recurs", "recurs", "recurs> part_of"}},
		{"once", "never again", `"recurs": ""`, [3]string{"recurs", "recurs", "recurs> part_of"}},
		{"stricter figure", "fewer days", `"thresholds": [{"id": "days", "value": "7.5", "unit": "days", "better": "lower"}]`, [3]string{"-> covers", "-> covers", "thresholds> related"}},
		{"same figure", "14.0 is 14", `"thresholds": [{"id": "days", "value": "14.0", "unit": "days", "better": "lower"}]`, [3]string{"-> covers", "-> equal", "thresholds> part_of"}},
		{"laxer figure", "more days", `"thresholds": [{"id": "days", "value": "30", "unit": "days", "better": "lower"}]`, [3]string{"thresholds", "thresholds", "thresholds> part_of"}},
		{"another unit", "cannot be compared", `"thresholds": [{"id": "days", "value": "2", "unit": "weeks", "better": "lower"}]`, [3]string{"thresholds", "thresholds", "thresholds> related"}},
		{"the other way round", "cannot be compared", `"thresholds": [{"id": "days", "value": "14", "unit": "days", "better": "higher"}]`, [3]string{"thresholds", "thresholds", "thresholds> related"}},
		{"figure under another name", "cannot be compared", `"thresholds": [{"id": "limit", "value": "14", "unit": "days", "better": "lower"}]`, [3]string{"thresholds", "thresholds", "thresholds> related"}},
		{"no figure", "no limit", `"thresholds": []`, [3]string{"thresholds", "thresholds", "thresholds> part_of"}},
		{"two weakenings", "each is named", `"recurs": "P2Y", "thresholds": []`, [3]string{"recurs, thresholds", "recurs, thresholds", "recurs, thresholds> part_of"}},
		{"stricter here, laxer there", "one does not make up for the other", `"recurs": "P6M", "thresholds": []`, [3]string{"thresholds", "thresholds", "thresholds> related"}},
		{"foreign data", "every object may have them", `"why": {"ja": "損。", "en": "Loss."}, "ext": {"x": 1}`, [3]string{"-> covers", "-> equal", "why> part_of"}},
	} {
		if test.reason == "" || used[test.name] {
			t.Errorf("%s: no reason, or a name used twice", test.name)
		}
		used[test.name] = true
		from, to := strings.Index(extension, `"doneWhen"`), strings.Index(extension, `}, "rationale": {"ja": "加えた。"`)
		for i, kind := range kinds {
			text := strings.Replace(extension[:from]+test.set+extension[to:], `"kind": "sharpened"`, `"kind": "`+kind+`"`, 1)
			e := parseExtension(t, text)
			c, crosswalk, problems := catalog.Compile(e, on, nil)
			got := "-"
			if len(problems) > 0 {
				for _, a := range problems[0].Args {
					if a.Name == "members" {
						got = a.Text.EN
					}
				}
			}
			code := map[bool]string{true: "extension/weakened", false: "extension/weakening"}[c != nil]
			if c != nil {
				got += "> " + crosswalk.Entries[0].Relation.String()
			}
			if got != test.want[i] || len(problems) > 1 || len(problems) == 1 && (problems[0].Kind.Code != code || problems[0].Pointer != "/changes/0" || problems[0].Position.Line == 0) {
				t.Errorf("%s as %s: %s, want %s: %s\n%v", test.name, kind, got, test.want[i], test.reason, problems)
			}
		}
	}
}

// An item may come to a lower level: more firms are asked.
func TestCompileToALowerLevel(t *testing.T) {
	whole := strings.Replace(extension, `, "upTo": "3"`, ``, 1)
	text := fault{old: `"item": "c2", "kind": "reworded", "set": {"text": {"ja": "店に関所がありますか。", "en": "Has the shop a firewall?"}}`,
		new: `"item": "d1", "kind": "sharpened", "set": {"level": "3"}`}.within(t, whole)
	c, crosswalk, problems := compile(t, text, must(t, base))
	item, _ := c.Item("d1")
	if problems != nil || item.Level != "3" || crosswalk.Entries[3].Relation != catalog.Covers {
		t.Errorf("level %s, relation %s, problems %v", item.Level, crosswalk.Entries[3].Relation, problems)
	}
	back := fault{old: `"item": "c2", "kind": "reworded", "set": {"text": {"ja": "店に関所がありますか。", "en": "Has the shop a firewall?"}}`,
		new: `"item": "c2", "kind": "sharpened", "set": {"level": "4"}`}.within(t, whole)
	if problems, ok := compileText(back, must(t, base)); ok || found(problems) != "17:2 extension/weakening /changes/1" {
		t.Errorf("an item of three stars for four stars only: %s", found(problems))
	}
}

// What is weaker than the base is said in the report, in the item and in the catalogue.
func TestCompileWeakened(t *testing.T) {
	text := fault{old: `"kind": "reworded", "set": {"text": {"ja": "店に関所がありますか。", "en": "Has the shop a firewall?"}}`, new: `"kind": "removed"`}.within(t, extension)
	text = strings.Replace(text, `"kind": "sharpened"`, `"kind": "weakened"`, 1)
	c, crosswalk, problems := compile(t, text, must(t, base))
	if got, want := found(problems), "16:2 extension/weakened /changes/0\n17:2 extension/weakened /changes/1"; got != want {
		t.Errorf("problems %s, want %s", got, want)
	}
	if got, want := problems[1].Message().EN, `Item "c2" asks less than base@1, or is left out (removed: item).`; got != want {
		t.Errorf("the warning says %q", got)
	}
	item, _ := c.Item("c1")
	var notes []string
	for _, n := range item.Notes {
		notes = append(notes, n.JA+" "+n.EN)
	}
	want := []string{"注。 A note.", "この版では、元の基準（base@1）より緩めています。理由：加えた。 This edition asks less than its base (base@1). Reason: One more."}
	if diff := cmp.Diff(want, notes); diff != "" {
		t.Errorf("the notes (-want +got):\n%s", diff)
	}
	f, ok := c.Fact("extension.weakened")
	if want := "Weakened or removed against the base: c1, c2. Meeting this edition does not mean that the base is met."; !ok || f.Value.EN != want {
		t.Errorf("the fact says %q", f.Value.EN)
	}
	if f, _ := c.Fact("extension.base"); !strings.HasSuffix(f.Value.EN, "4 items added, 0 sharpened or reworded, 2 weakened or removed.") {
		t.Errorf("extension.base says %q", f.Value.EN)
	}
	// The removed item is nowhere, and nothing refers to it.
	if got := outline(c); strings.Contains(got, "c2") || !strings.Contains(got, "requirement R1: c1 t1 t4\n") {
		t.Errorf("the removed item is still there:\n%s", got)
	}
	if got, want := relations(t, crosswalk), "c1 related, c3 equal"; got != want {
		t.Errorf("the crosswalk says %q, want %q", got, want)
	}
}

// A requirement and sections that lost all their items go with them.
func TestCompileRemovesWhatIsEmpty(t *testing.T) {
	text := strings.Replace(extension, `, "upTo": "3"`, ``, 1)
	text = fault{old: `"item": "c2", "kind": "reworded", "set": {"text": {"ja": "店に関所がありますか。", "en": "Has the shop a firewall?"}}`, new: `"item": "d1", "kind": "removed"`}.within(t, text)
	c, _, problems := compile(t, text, must(t, base))
	got := outline(c)
	if len(problems) != 1 || !strings.Contains(got, "sections: A A1 T\nrequirement R1: c1 c2 c4 t1 t4\nrequirement RT: t2\n") || strings.Contains(got, "d1") ||
		!strings.Contains(got, "terms: firewall packet scale\n") {
		t.Errorf("problems %v\n%s", problems, got)
	}
}

// Where the base has points, a question more would change what a score means; criteria and conditions count no points.
func TestCompileOnPoints(t *testing.T) {
	text := func(kind string) string {
		return `{"format": "hoshitori/extension/1", "id": "trade", "version": "1", "status": "draft", "publisher": "試験組合",
"title": {"ja": "上乗せ", "en": "Additions"}, "extends": {"id": "mine", "version": "1"}, "sources": [{"id": "trade-guide", "title": "組合の手引き"}],
"items": [{"id": "t1", "kind": "criterion", "level": "1", "text": {"ja": "一。", "en": "One?"}, "source": {"id": "trade-guide"}},
 {"id": "t2", "kind": "` + kind + `", "level": "1", "text": {"ja": "二。", "en": "Two?"}, "source": {"id": "trade-guide"}}]}`
	}
	on := mine(t, "1")
	for _, test := range []struct{ kind, reason, want string }{
		{"question", "refused at its kind", "4:23 extension/points /items/1/kind"},
		{"criterion", "counts no points", ""},
		{"condition", "counts no points", ""},
	} {
		problems, ok := compileText(text(test.kind), on)
		if got := found(problems); got != test.want || ok != (test.want == "") {
			t.Errorf("%s: %q, want %q: %s", test.kind, got, test.want, test.reason)
		}
	}
	c, crosswalk, _ := compile(t, text("condition"), on)
	if !c.HasPoints() || len(c.Bands()) != len(on.Bands()) || len(c.Items()) != len(on.Items())+2 || len(crosswalk.Entries) != len(on.Items()) {
		t.Error("the points, bands or items of the base are not all there")
	}
	// What it says about its own edition, and only that, is not taken over.
	if _, ok := c.Fact("edition.this"); ok {
		t.Error("a fact about the edition of the base is said of the extension")
	}
}

// Three stars of the built-in SCS edition: everything of three stars is there, nothing of four.
func TestCompileOnSCS(t *testing.T) {
	on := scsv20260327.Catalog()
	c, crosswalk, problems := compile(t, `{"format": "hoshitori/extension/1", "id": "trade", "version": "1", "status": "draft", "publisher": "試験組合",
"title": {"ja": "上乗せ", "en": "Additions"}, "extends": {"id": "scs", "version": "2026-03-27", "upTo": "3"},
"sources": [{"id": "trade-guide", "title": "組合の手引き"}]}`, on)
	if problems != nil {
		t.Errorf("problems: %v", problems)
	}
	at, _ := on.LevelIndex("3")
	var want []catalog.ItemID
	for _, item := range on.Items() {
		if on.AtLevel(item, at) {
			want = append(want, item.ID)
		}
	}
	var got []catalog.ItemID
	for _, item := range c.Items() {
		got = append(got, item.ID)
		if _, ok := on.Section(item.Section); item.Section != "" && !ok {
			t.Errorf("%s stands in no section", item.ID)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" || len(got) == len(on.Items()) {
		t.Errorf("%d items (-want +got):\n%s", len(got), diff)
	}
	for _, r := range c.Requirements() {
		if len(r.Items) == 0 {
			t.Errorf("requirement %s is empty", r.ID)
		}
	}
	for _, f := range c.Facts() {
		if strings.HasPrefix(f.Key, "edition.") {
			t.Errorf("the fact %s is about another edition", f.Key)
		}
	}
	if len(c.Levels()) != 1 || len(crosswalk.Entries) != len(want) || len(c.Terms()) >= len(on.Terms()) {
		t.Errorf("%d levels, %d entries, %d of %d terms", len(c.Levels()), len(crosswalk.Entries), len(c.Terms()), len(on.Terms()))
	}
	// Every term that is left is said somewhere, and every one that is said is left.
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		for _, item := range c.Items() {
			if a, b := on.TermsIn(l, item.Texts(l)...), c.TermsIn(l, item.Texts(l)...); !cmp.Equal(a, b) {
				t.Errorf("%s in %s: terms %v, of the base %v", item.ID, l, b, a)
			}
		}
	}
}

// Further checks of the whole speak of what is the extension's own, at its places in the extension.
func TestCompileFurther(t *testing.T) {
	e := parseExtension(t, extension)
	at := func(pointers ...string) func(*catalog.Source) problem.List {
		return func(s *catalog.Source) (list problem.List) {
			if s.ID != "trade" {
				t.Errorf("the check looks at %s", s.ID)
			}
			for _, p := range pointers {
				list = append(list, problem.Problem{Kind: &problem.Kind{Code: "test/own", Severity: problem.Warning}, Pointer: p})
			}
			return list
		}
	}
	for _, test := range []struct{ pointer, reason, want string }{
		{"/title", "the head is the extension's", "2:10 test/own /title"},
		{"/sources/0/title", "the base's document", ""},
		{"/sources/1/title", "its own", "4:44 test/own /sources/0/title"},
		{"/facts/0/value", "the base's fact", ""},
		{"/facts/1/value", "its own, after one that was not taken over", "5:42 test/own /facts/0/value"},
		{"/facts/2/value", "the compiler's", ""},
		{"/terms/1/meaning", "the base's term", ""},
		{"/terms/2/meaning", "its own, after one that was not taken over", "6:76 test/own /terms/0/meaning"},
		{"/levels/0/title", "the base's level", ""},
		{"/levels/1/title", "its own, after one that was not taken", "7:36 test/own /levels/0/title"},
		{"/sections/1/title", "the base's section", ""},
		{"/sections/2/title", "its own, after those that were not taken", "8:50 test/own /sections/0/title"},
		{"/requirements/0/title", "the base's requirement", ""},
		{"/requirements/1/title", "its own, after one that was not taken", "9:56 test/own /requirements/0/title"},
		{"/items/0/doneWhen/2/en", "set by the first change", "16:180 test/own /changes/0/set/doneWhen/2/en"},
		{"/items/0/why", "not set: the set is the nearest place", "16:45 test/own /changes/0/set/why"},
		{"/items/1/text/ja", "set by the second change", "17:60 test/own /changes/1/set/text/ja"},
		{"/items/2/text", "the first of its own items", "11:96 test/own /items/0/text"},
		{"/items/3/text", "the last of its own items", "14:96 test/own /items/3/text"},
		{"/items/4/text", "an item of the base, unchanged", ""},
		{"/items/5/refers/0", "the second of its own items", "12:151 test/own /items/1/refers/0"},
		{"/choices/0/label", "the base's choice", ""},
	} {
		_, _, problems := catalog.Compile(e, must(t, base), nil, at(test.pointer))
		if got := found(problems); got != test.want {
			t.Errorf("%s: %q, want %q: %s", test.pointer, got, test.want, test.reason)
		}
	}
	_, _, problems := catalog.Compile(e, must(t, base), nil, at("/title"), at("/items/3/text"))
	if got, want := found(problems), "2:10 test/own /title\n14:96 test/own /items/3/text"; got != want {
		t.Errorf("two checks: %q, want %q", got, want)
	}
}

// An extension may be the base of another one: what it says about its own base goes along, as said about it.
func TestCompileOnAnExtension(t *testing.T) {
	weaker := strings.Replace(extension, `"kind": "sharpened"`, `"kind": "weakened"`, 1)
	first, _, _ := compile(t, weaker, must(t, base))
	second, crosswalk, problems := compile(t, `{"format": "hoshitori/extension/1", "id": "firm", "version": "1", "status": "draft", "publisher": "試験商店",
"title": {"ja": "うちの店", "en": "Our shop"}, "extends": {"id": "trade", "version": "1"}, "sources": [{"id": "own", "title": "社内規程"}],
"changes": [{"item": "c2", "kind": "removed", "rationale": {"ja": "ない。", "en": "None."}, "source": {"id": "own"}}]}`, first)
	if got, want := found(problems), "3:13 extension/weakened /changes/0"; got != want {
		t.Errorf("problems %q, want %q", got, want)
	}
	var got []string
	for _, f := range second.Facts() {
		if strings.HasPrefix(f.Key, "extension.") {
			got = append(got, f.Key+": "+f.Value.EN)
		}
	}
	want := []string{
		`extension.base.trade: About trade@1: Made on the base of base@1 up to "Three stars": 4 items added, 1 sharpened or reworded, 1 weakened or removed.`,
		`extension.weakened.trade: About trade@1: Weakened or removed against the base: c1. Meeting this edition does not mean that the base is met.`,
		`extension.base: Made on the base of trade@1: 0 items added, 0 sharpened or reworded, 1 weakened or removed.`,
		`extension.weakened: Weakened or removed against the base: c2. Meeting this edition does not mean that the base is met.`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, want := relations(t, crosswalk), "c1 equal, t1 equal, t4 equal, c3 equal, t2 equal, t3 equal"; got != want {
		t.Errorf("the crosswalk says %q, want %q", got, want)
	}
}

func TestItemChangeKinds(t *testing.T) {
	want := []string{"sharpened", "reworded", "weakened", "removed"}
	if diff := cmp.Diff(want, catalog.ItemChangeKindCodes()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if catalog.Sharpened.String() != "sharpened" || catalog.ItemChangeUnstated.String() != "" || (catalog.Removed+1).String() != "" {
		t.Error("a kind has another code")
	}
}

// An extension that was put together in Go is compiled as one that was read; its problems have no places.
func TestCompileBuiltExtension(t *testing.T) {
	both := func(s string) catalog.Text { return catalog.Text{JA: s, EN: s} }
	e := &catalog.Extension{Base: catalog.ExtensionBase{ID: "base", Version: "1", UpTo: "3"},
		Head: catalog.Source{ID: "trade", Version: "1", Status: catalog.Draft, Title: both("trade"), Publisher: "trade",
			Documents: []catalog.Document{{ID: "guide", Title: "guide"}}},
		Changes: []catalog.ItemChange{{Item: "c1", Kind: catalog.Sharpened, Members: []string{"recurs"}, Set: catalog.Item{Recurs: "P6M"},
			Rationale: both("more often"), Clause: catalog.Clause{Document: "guide"}}}}
	c, _, problems := catalog.Compile(e, must(t, base), nil)
	if c == nil {
		t.Fatal(problems)
	}
	if item, _ := c.Item("c1"); item.Recurs != "P6M" || len(item.DoneWhen) != 2 {
		t.Errorf("the changed item: %+v", item)
	}
	e.Changes[0].Kind = catalog.ItemChangeUnstated
	if c, _, problems := catalog.Compile(e, must(t, base), nil); c != nil || found(problems) != "0:0 catalog/not-stated /changes/0/kind" {
		t.Errorf("no kind: %s", found(problems))
	}
	e.Changes[0].Kind, e.Changes[0].Set.Recurs = catalog.Sharpened, "P2Y"
	c, _, problems = catalog.Compile(e, must(t, base), nil)
	if got := found(problems); c != nil || got != "0:0 extension/weakening /changes/0" {
		t.Errorf("less often: %s", got)
	}
}

// Any text gives an extension or problems with places, and whatever is compiled is a catalogue with a crosswalk.
func FuzzParseExtension(f *testing.F) {
	f.Add([]byte(extension))
	f.Add([]byte(strings.Replace(extension, `, "upTo": "3"`, ``, 1)))
	f.Add([]byte(strings.Replace(extension, `"kind": "sharpened"`, `"kind": "weakened"`, 1)))
	for _, fault := range extensionFaults {
		f.Add([]byte(fault.within(f, extension)))
	}
	on := must(f, base)
	before := string(on.JSON())
	f.Fuzz(func(t *testing.T, data []byte) {
		e, problems := catalog.ParseExtension(data)
		c, crosswalk, more := catalog.Compile(e, on, nil, lint.Source) // whatever was read, it may be compiled
		if (c != nil) != more.OK() || (crosswalk != nil) != more.OK() {
			t.Fatalf("catalogue %v, crosswalk %v with problems %v", c, crosswalk, more)
		}
		if string(on.JSON()) != before {
			t.Fatal("the base was changed")
		}
		if c == nil || !problems.OK() {
			return
		}
		again, problems := catalog.Load(c.JSON(), nil)
		if problems != nil || !bytes.Equal(again.JSON(), c.JSON()) {
			t.Fatalf("a compiled catalogue does not survive: %v", problems)
		}
		if _, problems := catalog.LoadCrosswalk(crosswalk.JSON(), c, on); !problems.OK() {
			t.Fatalf("the crosswalk is refused: %v", problems)
		}
	})
}
