package official_test

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
	"github.com/hoshitori/hoshitori/examples/hoshitori/official"
	"github.com/hoshitori/hoshitori/examples/hoshitori/official/officialtest"
)

type (
	line  = officialtest.Line
	shape = officialtest.Shape
)

// write writes lines as a workbook.
func write(t testing.TB, s shape, rows []line, edit func(*excelize.File)) []byte {
	t.Helper()
	data, err := officialtest.Write(s, rows, func(f *excelize.File) error {
		if edit != nil {
			edit(f)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// compare reads a workbook and returns all that is reported of it, as "code cell".
func compare(t testing.TB, data []byte, k *catalog.Checked) (*official.Book, []string) {
	t.Helper()
	book, problems := official.Read(data, k)
	if book != nil {
		problems = append(problems, book.Compare()...)
	}
	got := []string{}
	for _, p := range problems {
		entry := p.Kind.Code
		for _, a := range p.Args {
			if a.Name == "cell" {
				entry += " " + a.Text.JA
			}
		}
		got = append(got, entry)
	}
	return book, got
}

func scs() *catalog.Checked { return scsv20260327.Catalog() }

// rowOf returns the row of a criterion in the known layout.
func rowOf(number string) int {
	for i, l := range officialtest.Lines(scs()) {
		if l.Number == number {
			return i + 3
		}
	}
	panic("there is no criterion " + number)
}
