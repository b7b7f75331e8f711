package catalog_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
)

const guideFile = `{
  "format": "hoshitori/guide/1", "id": "contacts", "version": "2026-01", "publisher": "県",
  "title": {"ja": "相談先", "en": "Contacts"}, "about": {"ja": "一覧です。", "en": "A list."}, "staleAfter": "2027-03-31",
  "sources": [{"id": "leaflet", "title": "案内"}],
  "groups": [{"id": "all", "title": {"ja": "すべて", "en": "All"}, "csf": "RS", "entries": [
    {"id": "a", "text": {"ja": "全国", "en": "Everywhere"}, "note": {"ja": "注", "en": "note"},
     "contact": {"name": "窓口", "region": "JP", "phone": "00-0000", "email": "a@example.jp", "url": "https://example.jp/", "asOf": "2026-01", "ext": {"x": 1}},
     "source": {"id": "leaflet", "clause": "1", "confidence": "official"}, "ext": {"y": 2}},
    {"id": "b", "text": {"ja": "県内", "en": "Here"}, "contact": {"name": "県の窓口", "region": "JP-23", "phone": "11", "asOf": "2026-01"},
     "source": {"id": "leaflet", "clause": "2"}},
    {"id": "c", "text": {"ja": "よその県", "en": "Elsewhere"}, "contact": {"name": "他県", "region": "JP-13", "url": "https://example.jp/", "asOf": "2026-01"},
     "source": {"id": "leaflet", "clause": "3"}},
    {"id": "d", "text": {"ja": "連絡先のない行", "en": "A line"}, "source": {"id": "leaflet", "clause": "4"}}]}]
}`

func TestLoadGuide(t *testing.T) {
	for _, test := range []struct{ name, reason, old, with, want string }{
		{"as it is", "nothing is wrong", "", "", ""},
		{"other format", "a catalogue is no guide", "hoshitori/guide/1", "hoshitori/catalog/1", "format/format /format"},
		{"no about", "it must say what it is", `"about": {"ja": "一覧です。", "en": "A list."},`, "", "format/missing "},
		{"id", "ids are parts of names", `"id": "contacts"`, `"id": "con tacts"`, "catalog/name /id"},
		{"version", "an edition is named", `"version": "2026-01"`, `"version": ""`, "catalog/name /version"},
		{"language", "both languages are there", `"ja": "全国", `, "", "catalog/empty-text /groups/0/entries/0/text"},
		{"empty note", "a note says something in both", `"ja": "注"`, `"ja": ""`, "catalog/empty-text /groups/0/entries/0/note"},
		{"entry twice", "a line has a name of its own", `"id": "b"`, `"id": "a"`, "catalog/duplicate-id /groups/0/entries/1/id"},
		{"unknown source", "what rests on nothing is refused", `{"id": "leaflet", "clause": "2"}`, `{"id": "rumour", "clause": "2"}`, "catalog/no-such-id /groups/0/entries/1/source/id"},
		{"unreachable", "a contact without any way to reach it helps nobody", `"phone": "11", `, "", "catalog/unreachable /groups/0/entries/1/contact"},
		{"nobody", "a contact has a name", `"name": "県の窓口"`, `"name": ""`, "catalog/empty-list /groups/0/entries/1/contact/name"},
		{"address", "an address that runs something is refused", `"url": "https://example.jp/", "asOf": "2026-01"},`, `"url": "javascript:alert(1)", "asOf": "2026-01"},`, "catalog/url /groups/0/entries/2/contact/url"},
		{"confidence", "the set is closed", `"confidence": "official"`, `"confidence": "sure"`, "format/value /groups/0/entries/0/source/confidence"},
		{"unknown key", "a misspelt key would be lost", `"csf": "RS"`, `"cfs": "RS"`, "format/unknown-key /groups/0/cfs"},
		{"syntax", "no JSON", `"groups": [`, `"groups": (`, "json/syntax "},
	} {
		text := guideFile
		if test.old != "" {
			if text = strings.Replace(guideFile, test.old, test.with, 1); text == guideFile {
				t.Fatalf("%s changes nothing", test.name)
			}
		}
		g, problems := catalog.LoadGuide([]byte(text))
		var got []string
		for _, p := range problems {
			got = append(got, p.Kind.Code+" "+p.Pointer)
			if p.Position.Line == 0 {
				t.Errorf("%s: %s has no place", test.name, p.Kind.Code)
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", test.name, test.reason, diff)
		}
		if (g == nil) != (test.want != "") {
			t.Errorf("%s: guide %v", test.name, g)
		}
	}
}

// Writing loses nothing, and what is read back is the same.
func TestGuideRoundTrip(t *testing.T) {
	g, problems := catalog.LoadGuide([]byte(guideFile))
	if problems != nil {
		t.Fatal(problems)
	}
	again, problems := catalog.LoadGuide(g.JSON())
	if problems != nil {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(g, again); diff != "" {
		t.Errorf("(-first +again):\n%s", diff)
	}
	if g.Groups[0].Entries[0].Contact.Ext != `{"x":1}` || g.Groups[0].Entries[0].Ext != `{"y":2}` {
		t.Error("what others put into ext is lost")
	}
}

func TestEntries(t *testing.T) {
	g := &catalog.Guide{Groups: []catalog.GuideGroup{
		{Entries: []catalog.GuideEntry{{ID: "b"}, {ID: "a"}}}, {}, {Entries: []catalog.GuideEntry{{ID: "c"}}},
	}}
	var got []string
	for _, e := range g.Entries() {
		got = append(got, e.ID)
	}
	if s := strings.Join(got, " "); s != "b a c" {
		t.Errorf("got %s, want b a c: the order of the source, whatever group holds them", s)
	}
}

func TestContactsIn(t *testing.T) {
	g, _ := catalog.LoadGuide([]byte(guideFile))
	for _, test := range []struct{ region, reason, want string }{
		{"JP-23", "the own prefecture first, then the whole country", "b a"},
		{"JP-01", "where there is none of its own, the whole country", "a"},
		{"", "all of them", "b c a"},
	} {
		var got []string
		for _, e := range g.ContactsIn(test.region) {
			got = append(got, e.ID)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%q: got %s, want %s: %s", test.region, s, test.want, test.reason)
		}
	}
}
