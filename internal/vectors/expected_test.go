package vectors_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
)

// expected is the part of a result that a person can work out by counting: see testdata/README.md.
type expected struct {
	Completeness map[string]int  `json:"completeness"`
	Levels       []expectedLevel `json:"levels"`
	Gaps         int             `json:"gaps"`
	FirstGap     string          `json:"firstGap,omitempty"`
	Points       *expectedPoints `json:"points,omitempty"`
}

type expectedLevel struct {
	ID        string   `json:"id"`
	Criteria  string   `json:"criteria"`
	Total     int      `json:"total"`
	Met       int      `json:"met"`
	Unmet     int      `json:"unmet"`
	Open      int      `json:"open"`
	Remaining []string `json:"remaining"`
}

type expectedPoints struct{ Score, Low, High, Max, Band, BandLow, BandHigh string }

// What was worked out by hand is what the engine comes to.
func TestWorkedOutByHand(t *testing.T) {
	firms := map[string]int{}
	for _, v := range load(t) {
		if v.Expected == nil {
			continue
		}
		firms[v.Catalog]++
		var want, got expected
		if err := json.Unmarshal(v.Expected, &want); err != nil {
			t.Fatalf("%s: %v", v.Name, err)
		}
		var result struct {
			Completeness map[string]int
			Levels       []expectedLevel
			Gaps         []struct{ Item string }
			Points       *expectedPoints
		}
		if err := json.Unmarshal(v.Result, &result); err != nil {
			t.Fatalf("%s: %v", v.Name, err)
		}
		got = expected{Completeness: result.Completeness, Levels: result.Levels, Gaps: len(result.Gaps), Points: result.Points}
		if len(result.Gaps) > 0 {
			got.FirstGap = result.Gaps[0].Item
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s (-by hand +engine):\n%s", v.Name, v.Reason, diff)
		}
	}
	// Typical firms of every catalogue: nothing, half and all done, all unknown; and one item that does not apply, where the
	// catalogue knows that answer.
	for _, c := range builtin.All() {
		want := 4
		for _, choice := range c.Choices() {
			if choice.State == catalog.NotApplicable {
				want++
			}
		}
		if n := firms[c.Ref().String()]; n < want {
			t.Errorf("%s: %d firms are worked out by hand, want %d", c.Ref(), n, want)
		}
	}
}
