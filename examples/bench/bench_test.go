package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/hoshitori/hoshitori/examples/browser"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// What is asserted is only that everything is measured: no test depends on how fast a machine is.
func TestQuickRunMeasuresEverything(t *testing.T) {
	all := variants("")
	var out bytes.Buffer
	if err := run(context.Background(), options{runs: 1, quick: true, json: true}, all, &out, t.Output()); err != nil {
		t.Fatal(err)
	}
	var r report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Variants) != len(all) || len(r.Versions) == 0 {
		t.Fatalf("incomplete: %s", &out)
	}
	for i, v := range r.Variants {
		measured := map[string]spread{
			"first question, cold": v.Cold.FirstQuestion, "ready, cold": v.Cold.Ready, "bytes, cold": v.Cold.Wire,
			"first question, warm": v.Warm.FirstQuestion, "ready, warm": v.Warm.Ready, "bytes, warm": v.Warm.Wire,
			"first question, near": v.Near.FirstQuestion, "ready, near": v.Near.Ready,
			"first answer, cold": v.Cold.FirstAnswer, "first answer, warm": v.Warm.FirstAnswer,
			"click": v.Click, "heap": v.Start.Heap, "heap, all answered": v.Answered.Heap,
		}
		if all[i].ready == "hoshitori-ready" {
			measured["WebAssembly memory"], measured["WebAssembly memory, all answered"] = v.Start.Wasm, v.Answered.Wasm
		}
		if v.Answers.Min < 25 {
			t.Errorf("%s: only %v questions were answered", v.Name, v.Answers.Min)
		}
		for name, s := range measured {
			if s.Min <= 0 || s.Median < s.Min || s.Max < s.Median {
				t.Errorf("%s: %s: %+v", v.Name, name, s)
			}
		}
		for _, file := range v.Resources {
			if file.Raw <= 0 || file.Gzip <= 0 || file.Brotli <= 0 {
				t.Errorf("%s: %+v", v.Name, file)
			}
		}
	}
}

func TestMarkdown(t *testing.T) {
	visit := func(first, ready, wire float64) timing {
		return timing{FirstQuestion: exactly(first), FirstAnswer: exactly(first + 1), Ready: spread{ready, ready - 10, ready + 10}, Wire: exactly(wire)}
	}
	files := func(path string, brotli int) []resource {
		return []resource{
			{path, browser.Sizes{Raw: 10 * brotli, Gzip: 2 * brotli, Brotli: brotli}},
			{"/shared.js", browser.Sizes{Raw: 3000, Gzip: 2000, Brotli: 1000}},
		}
	}
	r := report{Command: "go run ./examples/bench -runs 3", Date: "2026-11-21", Conditions: published.String(), Runs: 3,
		Versions: []version{{"Go", "1.26.8"}, {"Chrome", "156.0"}},
		Variants: []result{{
			Name: "plain HTML", Cold: visit(300, 310, 3000), Warm: visit(200, 210, 200), Near: visit(50, 60, 200),
			Click: spread{4.25, 4, 5}, Start: heap(600_000), Answered: heap(610_000), Resources: files("/floor/", 2000),
		}, {
			Name: "SurveyJS", Cold: visit(2400, 2300, 324_000), Warm: visit(600, 500, 200), Near: visit(450, 400, 200),
			Click: exactly(89), Start: memories{Heap: spread{6_200_000, 6_100_000, 6_300_000}}, Answered: heap(6_900_000), Resources: files("/surveyjs/", 322_000),
		}, {
			Name: "widget", Cold: visit(300, 2900, 500_000), Warm: visit(200, 310, 400), Near: visit(60, 200, 400),
			Click: exactly(12), Start: memories{exactly(900_000), exactly(8_388_608)},
			Answered: memories{exactly(950_000), exactly(9_437_184)}, Resources: files("/widget/", 499_000),
		}},
	}
	var got bytes.Buffer
	if err := writeMarkdown(&got, r); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/table.md"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("differs from %s:\n%s", golden, &got)
	}
}

func exactly(value float64) spread { return spread{value, value, value} }

func heap(value float64) memories { return memories{Heap: exactly(value)} }

func TestSpread(t *testing.T) {
	tests := []struct {
		name   string
		values []float64
		want   spread
		reason string
	}{
		{"one", []float64{3}, spread{3, 3, 3}, "a single run has no range"},
		{"odd", []float64{9, 1, 4}, spread{4, 1, 9}, "the middle one, whatever the order"},
		{"even", []float64{8, 2, 4, 6}, spread{5, 2, 8}, "half way between the two in the middle"},
	}
	for _, test := range tests {
		if got := spreadOf(test.values); got != test.want {
			t.Errorf("%s: got %v, want %v: %s", test.name, got, test.want, test.reason)
		}
	}
}

func TestMiddle(t *testing.T) {
	got := middle([]load{{9, 2, 30, 1}, {1, 8, 10, 1}, {4, 4, 20, 7}})
	if want := (load{4, 4, 20, 1}); got != want {
		t.Errorf("got %v, want %v: each figure by itself", got, want)
	}
}

func TestMissing(t *testing.T) {
	whole := sample{Cold: load{1, 1, 1, 1}, Warm: load{1, 1, 1, 1}, Near: load{1, 1, 1, 1}, Click: 1, Start: memory{Heap: 1}, Answered: memory{Heap: 1}, Answers: 1, Resources: make([]resource, 1)}
	if names := whole.missing(); len(names) != 0 {
		t.Errorf("nothing is missing, got %q", names)
	}
	part := whole
	part.Click, part.Warm.Ready = 0, 0
	if got, want := part.missing(), []string{"click", "ready, warm"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestQuestions(t *testing.T) {
	all := questions()
	if len(all) != 25 {
		t.Fatalf("%d questions", len(all))
	}
	points := map[string]int64{"met": 4, "partial": 2, "unmet": 0, "unknown": -1}
	for _, q := range all {
		got := map[string]int64{}
		for _, a := range q.Answers {
			got[a.Code] = a.Points
		}
		if !maps.Equal(got, points) || q.Text == "" {
			t.Errorf("%s %q: %v", q.ID, q.Text, got)
		}
	}
}
