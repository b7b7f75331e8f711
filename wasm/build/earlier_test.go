package main

import (
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
)

// What the engine gets of an earlier edition serves to carry answers over exactly as the whole edition does.
func TestBareEditionsCarryTheSame(t *testing.T) {
	found := 0
	for _, c := range builtin.All() {
		for _, e := range earlier(c) {
			found++
			from, problems := catalog.Load(e.Catalog, nil)
			if problems.Err() != nil {
				t.Fatal(problems.Err())
			}
			whole, _ := builtin.Find(from.Ref())
			if len(e.Catalog) >= len(whole.JSON()) {
				t.Errorf("%s is not smaller without its guidance", from.Ref())
			}
			for _, state := range []catalog.State{catalog.Met, catalog.Unmet, catalog.Unknown} {
				if got, want := carried(t, from, c, e.Changes, state), carried(t, whole, c, e.Changes, state); got != want {
					t.Errorf("%s, all %s: %s, want %s", from.Ref(), state, got, want)
				}
			}
		}
	}
	if found == 0 {
		t.Error("there is no earlier edition")
	}
}

func carried(t *testing.T, from, to *catalog.Checked, changes []byte, state catalog.State) string {
	t.Helper()
	record, problems := catalog.LoadChanges(changes, from, to)
	if problems.Err() != nil {
		t.Fatal(problems.Err())
	}
	d := assess.New(from.Ref())
	for _, item := range from.Items() {
		if from.Allows(item, state) {
			d.Set(assess.Answer{Item: item.ID, State: state})
		}
	}
	a, problems := assess.Check(d, from)
	if problems.Err() != nil {
		t.Fatal(problems.Err())
	}
	out, report := assess.Migrate(a, record)
	return string(out.JSON()) + string(report.JSON())
}
