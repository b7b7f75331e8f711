package official

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// Book is an official workbook that has been read against a catalogue.
type Book struct {
	sheet   *sheet
	scheme  *scheme
	columns columns
	digest  string
	rows    []row
	first   int            // the row of the first criterion
	found   map[string]int // where each criterion of the catalogue first stands, as an index of rows
}

// row is a row with the number of a criterion, or with what stands in its place.
type row struct {
	row    int
	number string // "" if the cell does not hold one
}

// Read reads a workbook against a catalogue, whose criteria and titles tell where things stand in it. Where it cannot be
// read, the problems say why and the book is nil. Else they say, as errors, which columns were not found and will not be
// compared and, as warnings, what stands where it usually does not. The rules, in order:
//
//  1. The sheet is the one of the official name, else the one with the most criteria of the catalogue, if
//     they are at least half of them.
//  2. The column of the numbers is the one with the most of them. Rows above its first number are headings, those below its
//     last one notes.
//  3. Every other column is the one that agrees with the catalogue in most rows, and in more than half of those whose
//     number is in the catalogue.
func Read(data []byte, k *catalog.Checked) (*Book, problem.List) {
	if !fits(k) {
		return nil, list(CatalogKind, lang.Value("catalog", k.Ref().String()))
	}
	if problems := inspect(data); problems != nil {
		return nil, problems
	}
	sheets, problems := readSheets(data)
	if problems != nil {
		return nil, problems
	}
	b := &Book{scheme: newScheme(k), digest: digest.SHA256(data), found: map[string]int{}}
	return b.read(sheets)
}

func (b *Book) read(sheets []*sheet) (*Book, problem.List) {
	number, known := b.choose(sheets)
	if b.sheet == nil {
		return nil, list(SheetKind, lang.Value("sheet", sheetName), lang.Value("catalog", b.scheme.Ref().String()))
	}
	b.list(number)
	b.columns = locate(b.sheet, b.scheme, number, b.first, known)
	return b, b.layout()
}

// choose finds the sheet.
func (b *Book) choose(sheets []*sheet) (number int, rows []known) {
	for _, s := range sheets {
		column, found := numberColumn(s, b.scheme)
		switch {
		case len(found) == 0:
		case isOfficial(s.name):
			b.sheet = s
			return column, found
		case len(found)*2 >= len(b.scheme.order) && len(found) > len(rows):
			b.sheet, number, rows = s, column, found
		}
	}
	return number, rows
}

// list lists the rows from the first number to the last. A row without a text in any column is a blank between them.
func (b *Book) list(number int) {
	last := 0
	b.first = -1
	for i := range b.sheet.rows {
		if criterionNumber(b.sheet.at(i, number)) != "" {
			last = i
			if b.first < 0 {
				b.first = i
			}
		}
	}
	for i := b.first; i <= last; i++ {
		r := row{i, criterionNumber(b.sheet.at(i, number))}
		if _, known := b.scheme.items[r.number]; known {
			if _, twice := b.found[r.number]; !twice {
				b.found[r.number] = len(b.rows)
			}
		}
		b.rows = append(b.rows, r)
	}
}

// Sheet returns the name of the sheet.
func (b *Book) Sheet() string { return b.sheet.name }

// Digest returns the hash of the file, as "sha256:" and hexadecimal digits.
func (b *Book) Digest() string { return b.digest }
