package lint_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lint"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// left is what may be said about the built-in catalogues, and why it stays.
var left = []struct{ problem, reason string }{
	{"basic10@5.10 lint/unpublished /published", "the day of edition 5.10 is not confirmed, as a fact says"},
	{"sa1@4.0 lint/unpublished /published", "the sources state a month, March 2026, and a date is a day"},
	{"sme-economic-security@2026-01 lint/unpublished /published", "the guide states a month, and a date is a day"},
}

func TestBuiltinCatalogues(t *testing.T) {
	var want, got []string
	for _, l := range left {
		if l.reason == "" {
			t.Errorf("%s: no reason", l.problem)
		}
		want = append(want, l.problem)
	}
	for _, c := range builtin.All() {
		s, problems := catalog.Parse(c.JSON())
		if problems != nil {
			t.Fatal(problems)
		}
		for _, p := range lint.Source(s) {
			got = append(got, c.Ref().String()+" "+p.Kind.Code+" "+p.Pointer)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What the built-in catalogues declare is found missing as soon as it is not there, and wrong as soon as it is another
// figure: that nothing is said about them is not for want of looking.
func TestBuiltinThresholds(t *testing.T) {
	declaring := 0
	for _, c := range builtin.All() {
		for i, item := range c.Items() {
			if len(item.Thresholds) == 0 {
				continue
			}
			declaring++
			s, _ := catalog.Parse(c.JSON())
			s.Items[i].Thresholds = nil
			if !says(lint.Source(s), "lint/threshold-missing") {
				t.Errorf("%s, %s: nobody misses its thresholds", c.Ref(), item.ID)
			}
			for j := range item.Thresholds {
				s, _ = catalog.Parse(c.JSON())
				s.Items[i].Thresholds[j].Value = "99"
				if !says(lint.Source(s), "lint/threshold-unsaid") {
					t.Errorf("%s, %s: 99 is accepted for %s", c.Ref(), item.ID, item.Thresholds[j].ID)
				}
			}
		}
	}
	if declaring == 0 {
		t.Error("no built-in catalogue declares a threshold")
	}
}

func says(list problem.List, code string) bool {
	return slices.ContainsFunc(list, func(p problem.Problem) bool { return p.Kind.Code == code })
}
