// Package officialtest makes workbooks in the layout of the official one, for tests. Their sentences are made from those of
// a catalogue; no official wording is in them.
package officialtest

import (
	"bytes"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/catalog"
)

// Sheet is the name of the sheet with the criteria.
const Sheet = "★3・★4要求事項・評価基準"

// Line is a row of the workbook.
type Line struct {
	Category, Group, Requirement, Title, Statement, Star3, Star4, Remark, Guide, Level, Number, Text, Function string
}

var names = map[string]string{"GV": "統治(GV)", "ID": "識別(ID)", "PR": "防御(PR)", "DE": "検知(DE)", "RS": "対応(RS)", "RC": "復旧(RC)"}

// Lines returns what the official workbook would hold if it said what the catalogue says. The sentences are made from the
// catalogue's own, so that they have its figures and references.
func Lines(k *catalog.Checked) []Line {
	sections := map[string]catalog.Section{}
	for _, s := range k.Sections() {
		sections[s.ID] = s
	}
	items := map[catalog.ItemID]catalog.Item{}
	for _, item := range k.Items() {
		items[item.ID] = item
	}
	var out []Line
	for _, r := range k.Requirements() {
		group := sections[r.Section]
		category := sections[group.Parent]
		star3 := ""
		for _, id := range r.Items {
			if items[id].Level == "3" {
				star3 = "○"
			}
		}
		for _, id := range r.Items {
			item := items[id]
			out = append(out, Line{
				Category: category.ID + " " + category.Title.JA, Group: group.ID + " " + group.Title.JA,
				Requirement: r.ID, Title: r.Title.JA, Statement: r.Title.JA + "について、試験のための要求を満たすこと。",
				Star3: star3, Star4: "○", Remark: "備考 " + r.ID, Guide: "手引き " + r.ID,
				Level: "★" + item.Level, Number: string(item.ID), Text: sentence(item), Function: names[item.CSF]})
		}
	}
	return out
}

func sentence(item catalog.Item) string {
	parts := []string{"試験のための公式の文：" + item.Text.JA}
	for _, t := range item.DoneWhen {
		parts = append(parts, "- "+t.JA)
	}
	for _, o := range item.Options {
		parts = append(parts, "・"+o.Text.JA)
	}
	for _, id := range item.Refers {
		parts = append(parts, "（No."+string(id)+"）")
	}
	return strings.Join(parts, "\n")
}

// Shape is how a workbook is laid out.
type Shape struct {
	Sheet  string
	Top    int // the row of the headings
	Heads  []string
	Cells  func(Line) []string // from column A on
	Merged []int               // the columns, from 1, in which equal neighbours are merged
}

// Known is the layout of the official workbook.
func Known() Shape {
	return Shape{
		Sheet: Sheet, Top: 2,
		Heads: []string{"", "大分類", "中分類", "No.", "要求事項名", "要求事項", "★3", "★4", "備考", "手引き", "★", "No.", "評価基準", "NIST CSF 2.0", "実施状況", "根拠", "担当", "期限"},
		Cells: func(l Line) []string {
			return []string{"", l.Category, l.Group, l.Requirement, l.Title, l.Statement, l.Star3, l.Star4, l.Remark, l.Guide, l.Level, l.Number, l.Text, l.Function}
		},
		Merged: []int{2, 3, 4, 5, 6, 7, 8, 9, 10},
	}
}

// Write writes lines as a workbook, which edit may change at the end.
func Write(s Shape, rows []Line, edit func(*excelize.File) error) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", s.Sheet); err != nil {
		return nil, err
	}
	if err := s.fill(f, rows); err != nil {
		return nil, err
	}
	for _, column := range s.Merged {
		if err := s.merge(f, rows, column); err != nil {
			return nil, err
		}
	}
	if err := edit(f); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}

func (s Shape) fill(f *excelize.File, rows []Line) error {
	table := [][]string{s.Heads}
	for _, l := range rows {
		table = append(table, s.Cells(l))
	}
	for i, cells := range table {
		for j, value := range cells {
			if value == "" {
				continue
			}
			if err := f.SetCellStr(s.Sheet, Cell(j+1, s.Top+i), value); err != nil {
				return err
			}
		}
	}
	return nil
}

// merge merges equal neighbours of a column. Those that are not numbered, such as circles, are merged within a requirement
// only.
func (s Shape) merge(f *excelize.File, rows []Line, column int) error {
	value := func(l Line) string { return s.Cells(l)[column-1] }
	same := func(a, b Line) bool {
		return value(a) == value(b) && (a.Requirement == b.Requirement || value(a) == a.Category || value(a) == a.Group)
	}
	for from := 0; from < len(rows); {
		to := from
		for to+1 < len(rows) && same(rows[from], rows[to+1]) {
			to++
		}
		if to > from {
			if err := f.MergeCell(s.Sheet, Cell(column, s.Top+1+from), Cell(column, s.Top+1+to)); err != nil {
				return err
			}
		}
		from = to + 1
	}
	return nil
}

// Cell returns the name of a cell, both counted from 1.
func Cell(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic("officialtest: " + err.Error()) // a test that names a cell that cannot be
	}
	return name
}
