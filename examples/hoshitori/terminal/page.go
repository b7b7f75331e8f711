package terminal

import "strings"

// Page collects lines of text of a certain width. The zero value is not wide enough for anything: set Width.
type Page struct {
	Width int
	Color bool // whether headings and the like are set off by colours
	text  strings.Builder
}

// String returns the lines.
func (p *Page) String() string { return p.text.String() }

// Blank adds an empty line.
func (p *Page) Blank() { p.text.WriteByte('\n') }

// Text adds a paragraph.
func (p *Page) Text(s string) { p.Item("", s) }

// Item adds a paragraph that begins with a mark, such as "  1. " or "  - "; its other lines begin where the text begins.
func (p *Page) Item(mark, s string) { p.item(mark, s, Plain) }

// Strong adds a paragraph that is set off.
func (p *Page) Strong(mark, s string) { p.item(mark, s, Bold) }

// Title adds a heading.
func (p *Page) Title(s string) { p.item("", s, Head) }

// Heading adds a heading with an empty line before it.
func (p *Page) Heading(s string) {
	if p.text.Len() > 0 {
		p.Blank()
	}
	p.Title(s)
}

// Warn adds a paragraph that the reader must not miss.
func (p *Page) Warn(mark, s string) { p.item(mark, s, Warning) }

// Faint adds a paragraph that matters less.
func (p *Page) Faint(mark, s string) { p.item(mark, s, Dim) }

// Line adds a line as it is: it has been laid out and cleaned before.
func (p *Page) Line(s string) { p.text.WriteString(s + "\n") }

// Table adds rows in columns. Rows that are wider than the page are not broken.
func (p *Page) Table(rows [][]string) {
	for _, line := range Columns(rows) {
		p.Line(line)
	}
}

func (p *Page) item(mark, s string, style Style) {
	mark = Clean(mark)
	indent := Width(mark)
	for i, line := range Wrap(s, p.Width-indent) {
		if i > 0 {
			mark = strings.Repeat(" ", indent)
		}
		p.text.WriteString(mark + style.Paint(line, p.Color) + "\n")
	}
}
