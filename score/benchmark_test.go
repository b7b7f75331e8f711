package score_test

import (
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/score"
	"github.com/hoshitori/hoshitori/score/verify"
)

// answered returns an assessment of sa2@3.1 with an answer to every item.
func answered() *assess.Document {
	states := []catalog.State{catalog.Met, catalog.Unmet, catalog.Unknown}
	c := sa2v31.Catalog()
	d := assess.New(c.Ref())
	for i, item := range c.Items() {
		d.Set(assess.Answer{Item: item.ID, State: states[i%len(states)]})
	}
	return d
}

// From the bytes of a file to the bytes of its result: what a buyer does with every supplier's file.
func BenchmarkFileToResult(b *testing.B) {
	c := sa2v31.Catalog()
	data := answered().JSON()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		a, problems := assess.Load(data, c)
		if !problems.OK() {
			b.Fatal(problems)
		}
		r := score.Evaluate(a, score.Options{})
		if len(r.JSON()) == 0 {
			b.Fatal("no result")
		}
	}
}

// The counts and the points alone: what the widget does after every click.
func BenchmarkProgress(b *testing.B) {
	a, problems := assess.Check(answered(), sa2v31.Catalog())
	if !problems.OK() {
		b.Fatal(problems)
	}
	for b.Loop() {
		score.Progress(a, score.Options{})
	}
}

// Scoring with all that explains it.
func BenchmarkEvaluate(b *testing.B) {
	a, problems := assess.Check(answered(), sa2v31.Catalog())
	if !problems.OK() {
		b.Fatal(problems)
	}
	for b.Loop() {
		score.Evaluate(a, score.Options{})
	}
}

func BenchmarkVerify(b *testing.B) {
	a, problems := assess.Check(answered(), sa2v31.Catalog())
	if !problems.OK() {
		b.Fatal(problems)
	}
	r := score.Evaluate(a, score.Options{})
	for b.Loop() {
		if problems := verify.Result(a, r); !problems.OK() {
			b.Fatal(problems)
		}
	}
}
