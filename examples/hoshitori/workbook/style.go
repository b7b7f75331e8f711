package workbook

import "github.com/xuri/excelize/v2"

// font is on every computer with Japanese Windows or Office; others put a font of their own in its place.
const font = "Yu Gothic"

// shiftJIS is the character set by which a program without that font knows that it has to be a Japanese one.
const shiftJIS = 128

// styles are the looks of the cells, as numbers that the workbook gave them.
type styles struct {
	title, head, label, text, guarded, number int
}

func (b *book) addStyles() {
	b.try(b.file.SetDefaultFont(font))
	ink := func(size float64, bold bool) *excelize.Font {
		charset := shiftJIS
		return &excelize.Font{Family: font, Charset: &charset, Size: size, Bold: bold, Color: "000000"}
	}
	var frame []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		frame = append(frame, excelize.Border{Type: side, Color: "999999", Style: 1})
	}
	grey := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6E6E6"}}
	wrapped := &excelize.Alignment{Vertical: "top", WrapText: true}
	centred := &excelize.Alignment{Vertical: "top", Horizontal: "center"}
	b.styles = styles{
		title:  b.style(excelize.Style{Font: ink(14, true)}),
		head:   b.style(excelize.Style{Font: ink(11, true), Fill: grey, Border: frame, Alignment: wrapped}),
		label:  b.style(excelize.Style{Font: ink(11, true), Border: frame, Alignment: wrapped}),
		text:   b.style(excelize.Style{Font: ink(11, false), Border: frame, Alignment: wrapped}),
		number: b.style(excelize.Style{Font: ink(11, false), Border: frame, Alignment: centred}),
	}
	b.styles.guarded = b.guarded(b.styles.text)
}

func (b *book) style(s excelize.Style) int {
	id, err := b.file.NewStyle(&s)
	b.try(err)
	return id
}

// guarded returns a style like another, for texts that begin like a formula. A cell of that style stays a text even if
// somebody edits it and presses Enter, as if it had been typed in with an apostrophe in front.
func (b *book) guarded(like int) int {
	if b.err != nil {
		return like
	}
	all := b.file.Styles.CellXfs
	guard, yes := all.Xf[like], true
	guard.QuotePrefix = &yes
	all.Xf = append(all.Xf, guard)
	all.Count = len(all.Xf)
	return all.Count - 1
}
