package main

import (
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// Every part of the engine is there and weighs something, and the parts do not weigh more than the whole.
func TestEngineIsTakenApart(t *testing.T) {
	var a anatomy
	if err := a.dissect(brotli.BestSpeed, io.Discard); err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, part := range a.parts {
		if part.raw == 0 || part.packed <= 0 {
			t.Errorf("%s: %d bytes of instructions, %d packed", part.name, part.raw, part.packed)
		}
		sum += part.packed
	}
	if a.element <= 0 || a.element >= a.whole || a.whole >= a.linked || sum >= a.whole {
		t.Errorf("one element %d, the engine %d, as linked %d, all parts %d", a.element, a.whole, a.linked, sum)
	}
}

// The table of the widget's page has a line for each part. Its numbers are those of the day that it names.
func TestPageNamesAllParts(t *testing.T) {
	page, err := os.ReadFile("../../wasm/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, begins := strings.Cut(string(page), "<!-- engine:begin -->")
	table, _, ends := strings.Cut(rest, "<!-- engine:end -->")
	if !begins || !ends {
		t.Fatal("wasm/README.md has no place for the table")
	}
	var got []string
	for line := range strings.Lines(table) {
		if name, _, ok := strings.Cut(strings.TrimPrefix(line, "| "), " | "); ok && strings.HasPrefix(line, "| ") {
			got = append(got, name)
		}
	}
	want := []string{"part", "---"}
	for _, part := range shares() {
		want = append(want, part.name)
	}
	if want = append(want, "texts, types, and the tables of the collector", "**engine**"); !slices.Equal(got, want) {
		t.Errorf("the table names %q, want %q", got, want)
	}
}
