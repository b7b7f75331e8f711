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
	return must(t, string(editionsFile(t, "mine-"+version+".json")))
}

func mineChanges(t testing.TB, from, to string) *catalog.Changes {
	t.Helper()
	return loadChanges(t, editionsFile(t, "mine-"+from+"-"+to+".json"), mine(t, from), mine(t, to))
}

// loadChanges loads a record that has to be right.
func loadChanges(t testing.TB, data []byte, from, to *catalog.Checked) *catalog.Changes {
	t.Helper()
	c, problems := catalog.LoadChanges(data, from, to)
	if problems != nil {
		t.Fatal(problems)
	}
	return c
}

// changesFiles are all records that there are, the built-in ones among them.
func changesFiles(t testing.TB) [][]byte {
	t.Helper()
	names, err := filepath.Glob("changes/*.json")
	if err != nil || len(names) < 2 {
		t.Fatalf("built-in change records: %v %v", names, err)
	}
	all := [][]byte{[]byte(record), editionsFile(t, "mine-1-2.json"), editionsFile(t, "mine-2-3.json")}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data)
	}
	return all
}

func TestChangesRoundTrip(t *testing.T) {
	for _, data := range changesFiles(t) {
		first, problems := catalog.ParseChanges(data)
		if problems != nil {
			t.Fatal(problems)
		}
		second, problems := catalog.ParseChanges(first.JSON())
		if problems != nil {
			t.Fatalf("what was written is refused: %v\n%s", problems, first.JSON())
		}
		if diff := cmp.Diff(first, second, cmpopts.IgnoreUnexported(catalog.ChangesSource{})); diff != "" {
			t.Errorf("the source changed (-first +second):\n%s", diff)
		}
		if !bytes.Equal(first.JSON(), second.JSON()) {
			t.Errorf("the text changed:\n%s\n%s", first.JSON(), second.JSON())
		}
	}
}

// Data of others survive in every object of the format.
func TestChangesKeepExt(t *testing.T) {
	text := record
	for _, at := range []string{`{"format"`, `{"id": "small", "version": "1"}`, `{"id": "small", "version": "2"}`, `{"ja": "試験協会"`, `{"id": "table", "title"`,
		`{"kind": "kept"`, `{"ja": "同じ。"`, `{"id": "table", "clause": "1"`, `{"catalog"`, `{"id": "other"`} {
		if strings.Count(text, at) != 1 {
			t.Fatalf("%s is not in the record exactly once", at)
		}
		text = strings.Replace(text, at, strings.Replace(at, "{", `{"ext": {"other": [1.50, null]}, `, 1), 1)
	}
	c := loadChanges(t, []byte(text), must(t, firstEdition), must(t, secondEdition))
	if got := strings.Count(string(c.JSON()), `"ext":{"other":[1.5,null]}`); got != 10 {
		t.Errorf("%d of 10 were kept:\n%s", got, c.JSON())
	}
}

func TestChanges(t *testing.T) {
	from, to := must(t, firstEdition), must(t, secondEdition)
	c := loadChanges(t, []byte(record), from, to)
	if c.From() != from || c.To() != to || c.Author().EN != "Test association" || c.Reviewed() != "2026-11-22" || len(c.Documents()) != 1 || len(c.All()) != 9 {
		t.Error("the record is not what the file says")
	}
	for i, item := range from.Items() {
		if change := c.OfOld(i); !cmp.Equal(change.From, []catalog.ItemID{item.ID}) && change.Kind != catalog.Merged {
			t.Errorf("%s: the change of %v", item.ID, change.From)
		}
	}
	var got []string
	for i, item := range to.Items() {
		got = append(got, string(item.ID)+" "+c.OfNew(i).Kind.String())
	}
	want := []string{"kept kept", "moved moved", "reworded reworded", "tightened tightened", "relaxed relaxed", "s1 split", "s2 split", "merged merged", "added added"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if o := c.OfNew(8).Origin; o.Catalog.Ref().String() != "other@3" || o.Item != "7" {
		t.Errorf("the origin of what was added: %v", o)
	}
}

// Neither the author of the source nor a reader can change a checked record.
func TestCheckChangesCopies(t *testing.T) {
	s, problems := catalog.ParseChanges([]byte(record))
	if problems != nil {
		t.Fatal(problems)
	}
	c, problems := catalog.CheckChanges(s, must(t, firstEdition), must(t, secondEdition))
	if problems != nil {
		t.Fatal(problems)
	}
	before := string(c.JSON())
	s.Author.JA, s.Reviewed = "別", ""
	s.Documents[0].ID = "changed"
	s.Changes[0].Kind = catalog.Retired
	s.Changes = s.Changes[1:]
	c.Documents()[0].ID = "changed"
	c.All()[0].Kind = catalog.Retired
	if after := string(c.JSON()); after != before {
		t.Errorf("the checked record changed:\n%s\n%s", before, after)
	}
}

func TestChangeKinds(t *testing.T) {
	codes := catalog.ChangeKindCodes()
	want := []string{"kept", "reworded", "tightened", "relaxed", "split", "merged", "moved", "added", "retired"}
	if diff := cmp.Diff(want, codes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	codes[0] = "changed"
	if catalog.Kept.String() != "kept" || catalog.ChangeUnstated.String() != "" || (catalog.Retired+1).String() != "" {
		t.Error("a kind has another code")
	}
	for kind := catalog.ChangeUnstated; kind <= catalog.Retired+1; kind++ {
		if want := kind == catalog.Kept || kind == catalog.Reworded || kind == catalog.Moved; kind.Unchanged() != want {
			t.Errorf("%s: unchanged %t, want %t", kind, kind.Unchanged(), want)
		}
	}
}

func TestSure(t *testing.T) {
	for _, test := range []struct {
		confidence catalog.Confidence
		reason     string
		want       bool
	}{
		{catalog.Official, "the publisher says it", true},
		{catalog.OneSource, "a document says it", true},
		{catalog.TwoSources, "two documents say it", true},
		{catalog.FromDraft, "a draft may change", false},
		{catalog.Unverified, "nobody has looked", false},
	} {
		if got := (catalog.Change{Clause: catalog.Clause{Confidence: test.confidence}}).Sure(); got != test.want {
			t.Errorf("%s: %t, want %t: %s", test.confidence, got, test.want, test.reason)
		}
	}
}

// Any text gives a record or problems, and what is read is written back the same.
func FuzzParseChanges(f *testing.F) {
	for _, data := range changesFiles(f) {
		f.Add(data)
	}
	for _, fault := range changeFaults {
		f.Add([]byte(fault.within(f, record)))
	}
	from, to := must(f, firstEdition), must(f, secondEdition)
	mine1, mine2 := mine(f, "1"), mine(f, "2")
	f.Fuzz(func(t *testing.T, data []byte) {
		s, problems := catalog.ParseChanges(data)
		for _, pair := range [][2]*catalog.Checked{{from, to}, {mine1, mine2}} {
			c, more := catalog.CheckChanges(s, pair[0], pair[1]) // whatever was read, it may be checked
			if (c != nil) != more.OK() {
				t.Fatalf("record %v with problems %v", c, more)
			}
			if c == nil || !problems.OK() {
				continue
			}
			if back := c.Reverse().Reverse(); back.From() != c.From() || len(back.All()) != len(c.All()) {
				t.Fatalf("read backwards twice it is another record:\n%s\n%s", c.JSON(), back.JSON())
			}
			if again, problems := catalog.LoadChanges(c.JSON(), pair[0], pair[1]); !problems.OK() || !bytes.Equal(again.JSON(), c.JSON()) {
				t.Fatalf("a checked record does not survive: %v", problems)
			}
		}
		if !problems.OK() {
			return
		}
		text := s.JSON()
		again, problems := catalog.ParseChanges(text)
		if problems != nil {
			t.Fatalf("what was written is refused: %v\n%s", problems, text)
		}
		if !bytes.Equal(text, again.JSON()) {
			t.Fatalf("the text changed:\n%s\n%s", text, again.JSON())
		}
	})
}
