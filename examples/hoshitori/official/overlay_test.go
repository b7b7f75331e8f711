package official_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/examples/hoshitori/official"
	"github.com/hoshitori/hoshitori/examples/hoshitori/official/officialtest"
	"github.com/hoshitori/hoshitori/schema"
)

func read(t testing.TB, data []byte, k *catalog.Checked) *official.Book {
	t.Helper()
	book, problems := official.Read(data, k)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return book
}

func TestOverlay(t *testing.T) {
	rows := officialtest.Lines(scs())
	workbook := write(t, officialtest.Known(), rows, nil)
	book := read(t, workbook, scs())
	k, file, problems := book.Overlay()
	if len(problems) != 0 {
		t.Fatal(problems)
	}
	if k.Ref() != scs().Ref() {
		t.Errorf("it is called %s", k.Ref())
	}
	if book.Digest() != digest.SHA256(workbook) {
		t.Errorf("the digest is %s", book.Digest())
	}
	before, after := scs().Items(), k.Items()
	if len(before) != len(after) {
		t.Fatalf("%d items became %d", len(before), len(after))
	}
	for i, item := range after {
		if item.Text.JA != rows[i].Text {
			t.Errorf("%s says %q, officially %q", item.ID, item.Text.JA, rows[i].Text)
		}
		item.Text.JA = before[i].Text.JA
		if at := item.Clause; at.Document != "official-workbook" || at.Clause != before[i].Clause.Clause || at.Confidence != catalog.ConfidenceUnstated {
			t.Errorf("%s is said to rest on %+v", item.ID, at)
		}
		item.Clause = before[i].Clause
		if diff := cmp.Diff(before[i], item); diff != "" {
			t.Errorf("more than the Japanese text and its place changed (-before +after):\n%s", diff)
		}
	}
	if !strings.Contains(k.Title().JA, "公式ブックの文言") || !strings.Contains(k.Title().EN, "official workbook") {
		t.Errorf("the title does not say so: %v", k.Title())
	}
	fact, ok := k.Fact("wording.official")
	if !ok || !strings.Contains(fact.Value.JA, book.Digest()) || !strings.Contains(fact.Value.EN, book.Digest()) || fact.Confidence != catalog.Unverified {
		t.Errorf("the fact is %v", fact)
	}
	document, ok := k.Document(fact.Document)
	if !ok || "sha256:"+document.SHA256 != book.Digest() || document.License == "" {
		t.Errorf("the document is %v", document)
	}
	if problems := schema.Validate(file); len(problems) != 0 {
		t.Errorf("the file does not fit the schema: %v", problems)
	}
	again, problems := catalog.Load(file, digest.SHA256)
	if len(problems) != 0 || again.Digest() != k.Digest() {
		t.Errorf("the file does not load as what it was: %v", problems)
	}
}

// TestOverlayAgain lays the wording over a catalogue that has it already.
func TestOverlayAgain(t *testing.T) {
	workbook := write(t, officialtest.Known(), officialtest.Lines(scs()), nil)
	once, _, _ := read(t, workbook, scs()).Overlay()
	_, got := compare(t, workbook, once)
	if len(got) != 0 {
		t.Errorf("the workbook differs from the catalogue with its own wording: %q", got)
	}
	twice, _, problems := read(t, workbook, once).Overlay()
	if !problems.OK() {
		t.Fatal(problems)
	}
	if once.Digest() != twice.Digest() {
		t.Errorf("the second time gives another catalogue:\n%s", cmp.Diff(string(once.JSON()), string(twice.JSON())))
	}
}

func TestOverlayKeepsLines(t *testing.T) {
	rows := change("1-1-1-1", func(l *line) {
		l.Text = "\r\n　次を把握すること。\r\n- 一つ目　\x0b\r- 二つ目\t以上\n\n"
	})(officialtest.Lines(scs()))
	k, _, problems := read(t, write(t, officialtest.Known(), rows, nil), scs()).Overlay()
	if !problems.OK() {
		t.Fatal(problems)
	}
	item, _ := k.Item("1-1-1-1")
	if want := "次を把握すること。\n- 一つ目　"; !strings.HasPrefix(item.Text.JA, want) || !strings.HasSuffix(item.Text.JA, "- 二つ目\t以上") || strings.ContainsAny(item.Text.JA, "\r\x0b") {
		t.Errorf("the text is %q", item.Text.JA)
	}
}

// TestOverlayRefused is about workbooks whose wording has no place, or not for certain. Differences of other kinds are no
// reason to refuse.
func TestOverlayRefused(t *testing.T) {
	tests := []struct {
		name, reason string
		lines        func([]line) []line
		cells        func(*excelize.File)
		count        string // "" if it is written
	}{
		{name: "level", reason: "the wording has its place although the level differs", cells: on("K", "1-2-1-4", "★3")},
		{name: "order", reason: "the number says where a text belongs",
			lines: func(rows []line) []line { rows[4], rows[5] = rows[5], rows[4]; return rows }},
		{name: "threshold", reason: "the official figure is what the user wants to see", lines: replace("4-4-4-2", "14", "15")},
		{name: "missing", reason: "an item would keep our wording under a title that says otherwise", lines: without("4-1-2-3"), count: "1"},
		{name: "extra", reason: "an official criterion would be left out in silence", count: "1",
			lines: func(rows []line) []line {
				extra := rows[2]
				extra.Number = "1-1-1-4"
				return slices.Insert(rows, 3, extra)
			}},
		{name: "duplicate", reason: "which of two texts counts cannot be told", lines: func(rows []line) []line { return slices.Insert(rows, 5, rows[4]) }, count: "1"},
		{name: "no number", reason: "a text belongs to something unknown, and a number has no text", cells: on("L", "1-2-1-3", ""), count: "2"},
		{name: "no text", reason: "an item cannot be empty", cells: on("M", "1-2-1-3", " \n"), count: "1"},
		{name: "shared text", reason: "the lower of the two has no text of its own",
			cells: func(f *excelize.File) { merge(f, at("M", "1-2-1-1"), at("M", "1-2-1-2")) }, count: "1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rows := officialtest.Lines(scs())
			if test.lines != nil {
				rows = test.lines(rows)
			}
			k, file, problems := read(t, write(t, officialtest.Known(), rows, test.cells), scs()).Overlay()
			if (k == nil) != (test.count != "") || (file == nil) != (k == nil) {
				t.Fatalf("%s: it was written: %v", test.reason, k != nil)
			}
			if test.count == "" {
				return
			}
			if len(problems) != 1 || problems[0].Kind != official.NotWrittenKind || problems[0].Args[0].Text.JA != test.count {
				t.Errorf("%s: the problems are %v", test.reason, problems)
			}
		})
	}
}

func TestCatalogOfAnotherKind(t *testing.T) {
	_, problems := official.Read(write(t, officialtest.Known(), officialtest.Lines(scs()), nil), sa2v31.Catalog())
	if len(problems) != 1 || problems[0].Kind != official.CatalogKind {
		t.Errorf("the problems are %v", problems)
	}
}
