package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/examples/browser"
)

// Every built-in catalogue can be weighed and timed, and neither engine nor loader holds anything of it.
func TestCatalogsAreMeasured(t *testing.T) {
	var l listing
	if err := l.weigh(); err != nil {
		t.Fatal(err)
	}
	if err := l.time("-count=1", "-benchtime=1x"); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range l.all {
		got = append(got, a.ref)
		if a.items == 0 || a.file.Brotli <= 0 || a.form.Brotli <= 0 || a.loading.Median <= 0 {
			t.Errorf("not measured: %+v", a)
		}
	}
	if want := builtinRefs(); !slices.Equal(got, want) {
		t.Errorf("measured: %v, want %v", got, want)
	}
	if l.list.Brotli <= 0 || l.together.Median <= 0 {
		t.Errorf("not measured: the list %+v, or all catalogues together %+v", l.list, l.together)
	}
}

// The table of the widget's page has a line for each built-in catalogue and no other. Its numbers are those of the day that
// it names.
func TestPageNamesAllCatalogs(t *testing.T) {
	page, err := os.ReadFile("../../wasm/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, begins := strings.Cut(string(page), "<!-- catalogs:begin -->")
	table, _, ends := strings.Cut(rest, "<!-- catalogs:end -->")
	if !begins || !ends {
		t.Fatal("wasm/README.md has no place for the table")
	}
	var got []string
	for _, found := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(table, -1) {
		got = append(got, found[1])
	}
	if want := builtinRefs(); !slices.Equal(got, want) {
		t.Errorf("the table names %v, built in are %v", got, want)
	}
}

func builtinRefs() []string {
	var all []string
	for _, c := range builtin.All() {
		all = append(all, c.Ref().String())
	}
	return all
}

func TestCatalogsMarkdown(t *testing.T) {
	sizes := func(brotli int) browser.Sizes {
		return browser.Sizes{Raw: 4 * brotli, Gzip: 2 * brotli, Brotli: brotli}
	}
	l := listing{command: "go run ./examples/bench -catalogs", date: "2026-11-21", versions: []version{{"Go", "1.26.8"}, {"processors", "2"}},
		list: sizes(2400), together: exactly(16),
		all: []addition{
			{ref: usual, items: 27, file: sizes(20_000), form: sizes(2300), loading: spread{4, 3, 5}},
			{ref: "scs@2026-03-27", items: 153, file: sizes(77_000), form: sizes(8700), lowest: sizes(5400), loading: exactly(12)},
		}}
	var got bytes.Buffer
	if err := l.writeMarkdown(&got); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/catalogs.md"
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
