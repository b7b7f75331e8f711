package catalog_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
)

// A record read backwards is a right record of the way back.
func TestReverse(t *testing.T) {
	for _, c := range []*catalog.Changes{loadChanges(t, []byte(record), must(t, firstEdition), must(t, secondEdition)), mineChanges(t, "1", "2"), mineChanges(t, "2", "3")} {
		before := string(c.JSON())
		back := c.Reverse()
		if back.From() != c.To() || back.To() != c.From() {
			t.Errorf("from %s to %s", back.From().Ref(), back.To().Ref())
		}
		again := loadChanges(t, back.JSON(), c.To(), c.From())
		for i := range c.To().Items() {
			if !cmp.Equal(back.OfOld(i), again.OfOld(i)) || !cmp.Equal(back.OfOld(i).From, c.OfNew(i).To) {
				t.Errorf("item %d of %s: %v, written and read again %v", i, c.To().Ref(), back.OfOld(i), again.OfOld(i))
			}
		}
		for i := range c.From().Items() {
			if !cmp.Equal(back.OfNew(i), again.OfNew(i)) || !cmp.Equal(back.OfNew(i).To, c.OfOld(i).From) {
				t.Errorf("item %d of %s: %v, written and read again %v", i, c.From().Ref(), back.OfNew(i), again.OfNew(i))
			}
		}
		all := back.Reverse().All()
		for i, change := range c.All() {
			change.Origin = catalog.Origin{} // from nowhere to somewhere has no meaning backwards
			if !cmp.Equal(all[i], change) {
				t.Errorf("twice backwards: %v, want %v", all[i], change)
			}
		}
		if string(c.JSON()) != before {
			t.Error("reading a record backwards changed it")
		}
	}
}

func TestReverseKinds(t *testing.T) {
	var got []string
	for _, c := range loadChanges(t, []byte(record), must(t, firstEdition), must(t, secondEdition)).Reverse().All() {
		got = append(got, c.Kind.String())
	}
	if want := "kept moved reworded relaxed tightened merged split retired added"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestRoute(t *testing.T) {
	one := question("i", "A", "Asked?", "Done.")
	record := func(from, to string) *catalog.Changes {
		text := `{"format": "hoshitori/changes/1", "from": {"id": "small", "version": "` + from + `"}, "to": {"id": "small", "version": "` + to + `"},
"author": {"ja": "試験", "en": "Test"}, "sources": [{"id": "table", "title": "表"}],
"changes": [{"kind": "kept", "from": ["i"], "to": ["i"], "rationale": {"ja": "同じ。", "en": "Same."}, "source": {"id": "table", "confidence": "official"}}]}`
		return loadChanges(t, []byte(text), must(t, edition(from, one)), must(t, edition(to, one)))
	}
	chain := []*catalog.Changes{record("1", "2"), record("2", "3"), record("3", "4")}
	for _, test := range []struct {
		name, reason string
		records      []*catalog.Changes
		from, to     string
		want         string // the steps, "no" if there is no way
	}{
		{"to itself", "nothing to do", chain, "2", "2", ""},
		{"to itself without records", "nothing to do", nil, "2", "2", ""},
		{"one step", "the record", chain, "1", "2", "1>2"},
		{"all steps", "in their order", chain, "1", "4", "1>2 2>3 3>4"},
		{"backwards", "a record may be read backwards", chain, "4", "2", "4>3 3>2"},
		{"any order", "records come in any order", []*catalog.Changes{chain[2], chain[0], chain[1]}, "1", "4", "1>2 2>3 3>4"},
		{"a short cut", "the fewest steps", append(chain[:3:3], record("1", "4")), "1", "4", "1>4"},
		{"over the short cut", "forwards, then backwards", append(chain[:3:3], record("1", "4")), "1", "3", "1>2 2>3"},
		{"round", "a circle of records has an end", append(chain[:3:3], record("4", "1")), "1", "3", "1>2 2>3"},
		{"down and up", "the way leads over an older edition", []*catalog.Changes{record("1", "2"), record("1", "3")}, "2", "3", "2>1 1>3"},
		{"a fork at the end", "one way does not lead into the other", append(chain[:3:3], record("4", "5"), record("4", "6")), "1", "5", "1>2 2>3 3>4 4>5"},
		{"two records of one step", "the first counts", []*catalog.Changes{chain[0], chain[0], chain[1]}, "1", "3", "1>2 2>3"},
		{"a gap", "nothing leads there", []*catalog.Changes{chain[0], chain[2]}, "1", "4", "no"},
		{"no records", "nothing leads there", nil, "1", "2", "no"},
		{"unknown edition", "nothing leads there", chain, "1", "9", "no"},
	} {
		steps, ok := catalog.Route(test.records, catalog.Ref{ID: "small", Version: catalog.Version(test.from)}, catalog.Ref{ID: "small", Version: catalog.Version(test.to)})
		var got []string
		for _, s := range steps {
			got = append(got, string(s.From().Ref().Version)+">"+string(s.To().Ref().Version))
		}
		line := strings.Join(got, " ")
		if !ok {
			line = "no" + line
		}
		if line != test.want {
			t.Errorf("%s: %q, want %q: %s", test.name, line, test.want, test.reason)
		}
	}
}
