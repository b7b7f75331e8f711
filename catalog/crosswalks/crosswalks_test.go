package crosswalks_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/crosswalks"
)

func TestEveryFileIsLoadedUnderItsID(t *testing.T) {
	names, err := filepath.Glob("*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("crosswalks: %v %v", names, err)
	}
	for _, name := range names {
		if _, ok := crosswalks.Find(catalog.ID(strings.TrimSuffix(name, ".json"))); !ok {
			t.Errorf("%s holds a crosswalk of another id", name)
		}
	}
	if got := len(crosswalks.All()); got != len(names) {
		t.Errorf("%d crosswalks in %d files", got, len(names))
	}
}

func TestEveryDecisionIsExplained(t *testing.T) {
	for _, c := range crosswalks.All() {
		for _, e := range c.Entries() {
			if e.Relation != catalog.Related && (strings.TrimSpace(e.Rationale.JA) == "" || strings.TrimSpace(e.Rationale.EN) == "") {
				t.Errorf("%s: %v %s %v without a rationale in both languages", c.ID(), e.From, e.Relation, e.To)
			}
		}
	}
}

// An entry that works only from "not met" needs a single item on the wider side: of several, nobody could say which one
// is not met, and the entry would decide nothing.
func TestEveryDirectionDecidesSomething(t *testing.T) {
	for _, c := range crosswalks.All() {
		for _, e := range c.Entries() {
			idle := e.Relation == catalog.PartOf && e.Direction == catalog.Forward && len(e.To) > 1 ||
				e.Relation == catalog.Covers && e.Direction == catalog.Backward && len(e.From) > 1
			if idle {
				t.Errorf("%s: %v %s %v, %s, decides nothing", c.ID(), e.From, e.Relation, e.To, e.Direction)
			}
		}
	}
}
