package official

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// sheetName is the sheet that the criteria stand on.
const sheetName = "★3・★4要求事項・評価基準"

// sheet is what the cells of a sheet hold. What is merged holds the value of its first cell throughout.
type sheet struct {
	name   string
	rows   [][]string // by row and column from 0, rows of different length
	merged []rectangle
}

// rectangle is a merged range, from 0, both ends included.
type rectangle struct{ left, top, right, bottom int }

// at returns the value of a cell, "" where nothing is written.
func (s *sheet) at(row, column int) string {
	if row < 0 || column < 0 || row >= len(s.rows) || column >= len(s.rows[row]) {
		return ""
	}
	return s.rows[row][column]
}

// borrowed reports whether a cell shows the value of another row.
func (s *sheet) borrowed(row, column int) bool {
	return slices.ContainsFunc(s.merged, func(r rectangle) bool {
		return r.left <= column && column <= r.right && r.top < row && row <= r.bottom
	})
}

// cellName returns what a person calls a cell.
func cellName(row, column int) string {
	name, err := excelize.CoordinatesToCellName(max(column, 0)+1, row+1)
	if err != nil {
		panic("official: a cell outside of its sheet: " + err.Error()) // both come from reading the sheet
	}
	return name
}

func (s *sheet) columns() (n int) {
	for _, row := range s.rows {
		n = max(n, len(row))
	}
	return n
}

// readSheets returns the sheets that hold cells, that of the official name first.
func readSheets(data []byte) (sheets []*sheet, problems problem.List) {
	// Excelize means to return errors, but a file can be wrong in more ways than it has been tested with. None of them is
	// worth the program that reads a user's file.
	defer func() {
		if r := recover(); r != nil {
			sheets, problems = nil, damaged(errors.New(fmt.Sprint(r)))
		}
	}()
	// One limit for both: a part above the second would be written to a temporary file.
	f, err := excelize.OpenReader(bytes.NewReader(data),
		excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	if err != nil {
		return nil, damaged(err)
	}
	defer f.Close()
	names := f.GetSheetList()
	if len(names) > maxSheets {
		return nil, tooLarge(lang.Text{JA: "シートの数", EN: "number of sheets"}, maxSheets)
	}
	slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	for _, name := range names {
		s, problems := readSheet(f, name)
		switch {
		case problems == nil:
			sheets = append(sheets, s)
		case isOfficial(name) || problems[0].Kind == TooLargeKind:
			return nil, problems
		}
		// Charts and the like have no cells.
	}
	return sheets, nil
}

func isOfficial(name string) bool { return squeeze(name) == squeeze(sheetName) }

func rank(name string) int {
	if isOfficial(name) {
		return 0
	}
	return 1
}

// readSheet reads the cells, then the merged ranges: excelize would write a sheet anew to read its cells after the ranges.
func readSheet(f *excelize.File, name string) (*sheet, problem.List) {
	s := &sheet{name: name}
	rows, err := f.Rows(name)
	if err != nil {
		return nil, damaged(err)
	}
	defer rows.Close()
	text := 0
	for rows.Next() {
		row, err := rows.Columns()
		if err != nil {
			return nil, damaged(err)
		}
		for _, cell := range row {
			text += len(cell)
			if longerThan(cell, maxCell) {
				return nil, tooLarge(lang.Text{JA: "一つのセルの文字数", EN: "characters of a cell"}, maxCell)
			}
		}
		if text > maxText {
			return nil, tooLarge(lang.Text{JA: "シートの文の大きさ", EN: "text of a sheet"}, maxText)
		}
		if s.rows = append(s.rows, row); len(s.rows) > maxRows {
			return nil, tooLarge(lang.Text{JA: "行の数", EN: "number of rows"}, maxRows)
		}
	}
	if err := rows.Error(); err != nil {
		return nil, damaged(err)
	}
	ranges, err := f.GetMergeCells(name, true)
	if err != nil {
		return nil, damaged(err)
	}
	for _, r := range ranges {
		if err := s.merge(r.GetStartAxis(), r.GetEndAxis()); err != nil {
			return nil, damaged(err)
		}
	}
	return s, nil
}

func longerThan(s string, limit int) bool {
	if len(s) <= limit { // no character has less than a byte
		return false
	}
	return len(utf16.Encode([]rune(s))) > limit
}

// merge carries the value of the first cell of a range into the others.
func (s *sheet) merge(first, last string) error {
	left, top, err := excelize.CellNameToCoordinates(first)
	if err != nil {
		return err
	}
	right, bottom, err := excelize.CellNameToCoordinates(last)
	if err != nil {
		return err
	}
	r := rectangle{left - 1, top - 1, min(right, maxColumns) - 1, min(bottom, len(s.rows)) - 1}
	s.merged = append(s.merged, r)
	value := s.at(r.top, r.left)
	for row := r.top; row <= r.bottom; row++ {
		for len(s.rows[row]) <= r.right {
			s.rows[row] = append(s.rows[row], "")
		}
		for column := r.left; column <= r.right; column++ {
			s.rows[row][column] = value
		}
	}
	return nil
}
