package workbook

import (
	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

// paperA4 is the number that the format has for A4.
const paperA4 = 9

// sheet is one sheet being written, from the top down.
type sheet struct {
	*book
	name string
	row  int // the last one written
}

// column is how a column begins.
type column struct {
	head  lang.Text
	width float64 // in digits
}

// sheet adds a sheet whose first row is always in view.
func (b *book) sheet(name lang.Text, widths ...float64) *sheet {
	s := &sheet{book: b, name: name.In(b.v.Lang)}
	if i, err := b.file.GetSheetIndex(s.name); err == nil && i < 0 {
		_, err := b.file.NewSheet(s.name)
		b.try(err)
	}
	for i, width := range widths {
		letters, err := excelize.ColumnNumberToName(i + 1)
		b.try(err)
		b.try(b.file.SetColWidth(s.name, letters, letters, width))
	}
	b.try(b.file.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	return s
}

// paper makes the sheet print on A4, as wide as the paper, with its first row on every page. It comes last, because a
// filter takes away what was said of the sheet before.
func (s *sheet) paper() {
	size, orientation, wide, high, fit := paperA4, "landscape", 1, 0, true
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}))
	s.try(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	s.try(s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&C&P / &N"}))
	s.try(s.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + s.name + "'!$1:$1", Scope: s.name}))
}

// table adds a sheet that is a table: a row of headings, then rows of cells, which can be filtered and sorted.
func (b *book) table(name lang.Text, columns []column, rows [][]cell) *sheet {
	var widths []float64
	var heads []string
	for _, c := range columns {
		widths = append(widths, c.width)
		heads = append(heads, c.head.In(b.v.Lang))
	}
	s := b.sheet(name, widths...)
	s.add(s.styles.head, texts(heads...)...)
	for _, row := range rows {
		s.add(s.styles.text, row...)
	}
	if len(rows) > 0 {
		corner, err := excelize.CoordinatesToCellName(len(columns), s.row)
		s.try(err)
		s.try(s.file.AutoFilter(s.name, "A1:"+corner, nil))
	}
	s.paper()
	return s
}

// add writes a row. Numbers and texts that begin like a formula have a style of their own.
func (s *sheet) add(style int, cells ...cell) {
	s.row++
	for i, c := range cells {
		s.put(i+1, style, c)
	}
}

func (s *sheet) put(column, style int, c cell) {
	at, err := excelize.CoordinatesToCellName(column, s.row)
	s.try(err)
	if s.err != nil {
		return
	}
	if c.numeric {
		s.try(s.file.SetCellInt(s.name, at, c.number))
		s.try(s.file.SetCellStyle(s.name, at, at, s.styles.number))
		return
	}
	content, cut := shorten(clean(c.text), s.v.Lang)
	if cut {
		s.cut++
	}
	if style == s.styles.text && formulaLike(content) {
		style = s.styles.guarded
	}
	if content != "" {
		s.try(s.file.SetCellStr(s.name, at, content))
	}
	s.try(s.file.SetCellStyle(s.name, at, at, style))
}
