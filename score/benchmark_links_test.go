package score_test

import (
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/changes"
	"github.com/hoshitori/hoshitori/catalog/crosswalks"
	"github.com/hoshitori/hoshitori/score"
)

// everyAnswer returns an assessment of the catalogue with an answer to every item.
func everyAnswer(b *testing.B, c *catalog.Checked) *assess.Checked {
	b.Helper()
	states := []catalog.State{catalog.Met, catalog.Met, catalog.Unmet}
	d := assess.New(c.Ref())
	for i, item := range c.Items() {
		d.Set(assess.Answer{Item: item.ID, State: states[i%len(states)]})
	}
	a, problems := assess.Check(d, c)
	if !problems.OK() {
		b.Fatal(problems)
	}
	return a
}

// byRecord runs a benchmark for every pair of editions that a built-in record connects.
func byRecord(b *testing.B, run func(b *testing.B, record *catalog.Changes)) {
	for _, record := range changes.All() {
		b.Run(record.From().Ref().String()+">"+record.To().Ref().String(), func(b *testing.B) { run(b, record) })
	}
}

// What an author waits for who begins a change record.
func BenchmarkDiff(b *testing.B) {
	byRecord(b, func(b *testing.B, record *catalog.Changes) {
		for b.Loop() {
			if d := catalog.Diff(record.From(), record.To()); len(d.Items) == 0 {
				b.Fatal("no difference")
			}
		}
	})
}

// From answers to the older edition to answers to the newer one.
func BenchmarkMigrate(b *testing.B) {
	byRecord(b, func(b *testing.B, record *catalog.Changes) {
		a := everyAnswer(b, record.From())
		for b.Loop() {
			if d, _ := assess.Migrate(a, record); d == nil {
				b.Fatal("no answers")
			}
		}
	})
}

// A comparison across editions: migration, two evaluations and what lies between them.
func BenchmarkCompare(b *testing.B) {
	byRecord(b, func(b *testing.B, record *catalog.Changes) {
		before, after := everyAnswer(b, record.From()), everyAnswer(b, record.To())
		options := score.CompareOptions{Route: []*catalog.Changes{record}, At: "2026-11-22"}
		for b.Loop() {
			if _, problems := score.Compare(before, after, options); !problems.OK() {
				b.Fatal(problems)
			}
		}
	})
}

// What a firm waits for that has answered one catalogue and asks what it has already answered of another: every pair
// that the built-in crosswalks connect, over as many of them as it takes.
func BenchmarkInfer(b *testing.B) {
	links := score.Links{Crosswalks: crosswalks.All(), Changes: changes.All()}
	for _, from := range builtin.All() {
		for _, to := range builtin.All() {
			if from == to || !reachable(from.Ref())[to.Ref()] {
				continue
			}
			b.Run(from.Ref().String()+">"+to.Ref().String(), func(b *testing.B) {
				given := []*assess.Checked{everyAnswer(b, from)}
				for b.Loop() {
					if inf := score.Infer(given, to, links, score.InferOptions{}); len(inf.Items) == 0 {
						b.Fatal("nothing about any item")
					}
				}
			})
		}
	}
}

// reachable returns the catalogues to which crosswalks lead, in any direction.
func reachable(from catalog.Ref) map[catalog.Ref]bool {
	seen := map[catalog.Ref]bool{from: true}
	for again := true; again; {
		again = false
		for _, c := range crosswalks.All() {
			if left, right := c.From().Ref(), c.ToRef(); c.To() != nil && seen[left] != seen[right] {
				seen[left], seen[right], again = true, true, true
			}
		}
	}
	return seen
}
