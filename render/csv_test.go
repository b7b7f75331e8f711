package render_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/render"
)

// readCSV reads a table with the reader of the standard library.
func readCSV(t *testing.T, data []byte) [][]string {
	t.Helper()
	data, ok := bytes.CutPrefix(data, []byte("\uFEFF"))
	if !ok {
		t.Error("there is no byte order mark; Excel would not read the Japanese")
	}
	if !bytes.HasSuffix(data, []byte("\"\r\n")) {
		t.Error("the last row does not end with CR LF")
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// formula are the signs with which a cell may not begin.
const formula = "=+-@\t\r\n＝＋－＠"

func csvStructure(t *testing.T, text string, want, got []byte) {
	t.Helper()
	wantRows, gotRows := readCSV(t, want), readCSV(t, got)
	if len(wantRows) != len(gotRows) {
		t.Fatalf("%d rows, with a harmless text %d", len(gotRows), len(wantRows))
	}
	// The reader takes CR LF inside a cell for LF, so the text has to be looked at in the same way.
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for i := range gotRows {
		if len(wantRows[i]) != len(gotRows[i]) {
			t.Fatalf("row %d has %d cells, want %d", i+1, len(gotRows[i]), len(wantRows[i]))
		}
		for k, cell := range gotRows[i] {
			if cell != "" && strings.ContainsAny(first(cell), formula) {
				t.Errorf("row %d: the cell %.100q may be a formula", i+1, cell)
			}
			if expected := strings.ReplaceAll(wantRows[i][k], harmless, text); strings.TrimPrefix(cell, "'") != strings.TrimPrefix(expected, "'") {
				t.Errorf("row %d: the cell is %.100q, want %.100q", i+1, cell, expected)
			}
		}
	}
}

func first(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

func TestCSVRows(t *testing.T) {
	c := sa2v31.Catalog()
	v := view(t, sample(), c, render.Options{Lang: languages[0]})
	data := render.ReportCSV(v)
	if n := bytes.Count(data, []byte("\n")); n != bytes.Count(data, []byte("\r\n")) {
		t.Error("a line does not end with CR LF")
	}
	rows := readCSV(t, data)
	if len(rows) != 1+len(c.Items()) {
		t.Fatalf("%d rows, want a head and %d items", len(rows), len(c.Items()))
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for i, item := range c.Items() {
		row := rows[i+1]
		for name, want := range map[string]string{"カタログ": "sa2@3.1", "項目": string(item.ID), "番号": item.Number, "質問": item.Text.JA,
			"答えの符号": v.Items[i].State.String()} {
			if at, ok := column[name]; !ok || row[at] != want {
				t.Errorf("item %s: column %s is not %q: %q", item.ID, name, want, row)
			}
		}
	}
	if at := slices.IndexFunc(rows, func(row []string) bool { return row[1] == "20" }); rows[at][column["点数"]] != "'-1点" {
		t.Errorf("the points of item 20 are %q", rows[at][column["点数"]])
	}
}
