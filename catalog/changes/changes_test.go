package changes_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/changes"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
)

// outline writes a record as one line per change: kind, items, and what it rests on.
func outline(c *catalog.Changes) (out []string) {
	ids := func(list []catalog.ItemID) string {
		var out []string
		for _, id := range list {
			out = append(out, string(id))
		}
		return strings.Join(out, " ")
	}
	for _, change := range c.All() {
		line := change.Kind.String() + " " + ids(change.From) + ">" + ids(change.To) + " " + change.Clause.Confidence.String()
		if change.Origin.Item != "" {
			line += " from " + change.Origin.Catalog.Ref().String() + " " + string(change.Origin.Item)
		}
		out = append(out, line)
	}
	return out
}

func TestAll(t *testing.T) {
	var got []string
	for _, c := range changes.All() {
		got = append(got, c.From().Ref().String()+" "+c.To().Ref().String())
	}
	want := []string{"sa1@3.1 sa1@4.0", "scs@2025-12-26 scs@2026-03-27"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	changes.All()[0] = nil
	if changes.All()[0] == nil {
		t.Error("the list that was handed out leads into the package")
	}
}

// Every file of the folder is linked, and only those.
func TestEveryFileIsLinked(t *testing.T) {
	names, err := filepath.Glob("*.json")
	if err != nil || len(names) != len(changes.All()) {
		t.Fatalf("%d files, %d records: %v", len(names), len(changes.All()), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s, problems := catalog.ParseChanges(data)
		if problems != nil {
			t.Fatal(problems)
		}
		if want := string(s.From.ID) + "-" + string(s.From.Version) + "-" + string(s.To.Version) + ".json"; name != want {
			t.Errorf("%s should be called %s", name, want)
		}
		found := false
		for _, c := range changes.All() {
			found = found || c.From().Ref() == s.From.Ref() && c.To().Ref() == s.To.Ref() && cmp.Equal(c.JSON(), s.JSON())
		}
		if !found {
			t.Errorf("%s is not linked", name)
		}
	}
}

// The editions are the built-in ones, so that answers to them can be read.
func TestEditionsAreBuiltIn(t *testing.T) {
	for _, c := range changes.All() {
		for _, edition := range []*catalog.Checked{c.From(), c.To()} {
			if known, ok := builtin.Find(edition.Ref()); !ok || known != edition {
				t.Errorf("%s is not built in", edition.Ref())
			}
		}
	}
}

// Whose judgement the records are is said in both languages, and that no publisher has confirmed it.
func TestAuthors(t *testing.T) {
	for _, c := range changes.All() {
		if a := c.Author(); !strings.Contains(a.JA, "Hoshitoriの分析") || !strings.Contains(a.JA, "公式の対応表ではありません") || !strings.Contains(a.EN, "not official") {
			t.Errorf("%s: %+v", c.To().Ref(), a)
		}
		if c.Reviewed() == "" {
			t.Errorf("%s: nobody says when it was reviewed", c.To().Ref())
		}
		for _, change := range c.All() {
			if change.Clause.Confidence == catalog.Official || change.Clause.Clause == "" {
				t.Errorf("%s: %v rests on %s %q", c.To().Ref(), change.From, change.Clause.Confidence, change.Clause.Clause)
			}
		}
	}
}

// The five articles became six. Backups were asked for two stars before.
func TestSecurityActionOne(t *testing.T) {
	want := []string{"kept 1>1 one-source", "kept 2>2 one-source", "kept 3>3 one-source", "kept 4>4 one-source", "kept 5>5 one-source",
		"added >6 one-source from sa2@3.1 11", "tightened commit>commit one-source"}
	if diff := cmp.Diff(want, outline(changes.All()[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, ok := sa2v31.Catalog().Item("11"); !ok {
		t.Error("the origin of what was added is not an item of the two-star list")
	}
}

// What is known of the draft of SCS is second hand: no answer to it may be carried, and nothing is said to be kept.
func TestSCSDraft(t *testing.T) {
	c := changes.All()[1]
	if len(c.From().Items()) != 26 || len(c.To().Items()) != 153 {
		t.Errorf("%d and %d items", len(c.From().Items()), len(c.To().Items()))
	}
	for _, change := range c.All() {
		if len(change.From) > 0 && change.Sure() {
			t.Errorf("%v of the draft is said to be sure", change.From)
		}
		if change.Kind == catalog.Kept || change.Kind == catalog.Moved {
			t.Errorf("%v is said to be %s, though its words are not the same", change.From, change.Kind)
		}
	}
}

func TestOriginsExist(t *testing.T) {
	for _, c := range changes.All() {
		for _, change := range c.All() {
			if change.Origin == (catalog.Origin{}) {
				continue
			}
			other, ok := builtin.Find(change.Origin.Catalog.Ref())
			if !ok {
				t.Errorf("%v comes from %s, which is not built in", change.To, change.Origin.Catalog.Ref())
				continue
			}
			if _, ok := other.Item(change.Origin.Item); !ok {
				t.Errorf("%v comes from item %s of %s, which is not there", change.To, change.Origin.Item, other.Ref())
			}
		}
	}
}

func TestRoutes(t *testing.T) {
	ref := func(s string) catalog.Ref {
		r, ok := catalog.ParseRef(s)
		if !ok {
			t.Fatal(s)
		}
		return r
	}
	for _, test := range []struct {
		from, to, reason string
		steps            int
		ok               bool
	}{
		{"sa1@3.1", "sa1@4.0", "the record", 1, true},
		{"sa1@4.0", "sa1@3.1", "read backwards", 1, true},
		{"scs@2025-12-26", "scs@2026-03-27", "the record", 1, true},
		{"sa2@3.1", "sa2@3.1", "nothing to do", 0, true},
		{"sa1@4.0", "sa2@3.1", "another catalogue is no newer edition", 0, false},
		{"sa1@4.0", "scs@2026-03-27", "another catalogue is no newer edition", 0, false},
	} {
		steps, ok := catalog.Route(changes.All(), ref(test.from), ref(test.to))
		if len(steps) != test.steps || ok != test.ok {
			t.Errorf("%s to %s: %d steps, %t: %s", test.from, test.to, len(steps), ok, test.reason)
		}
	}
}
