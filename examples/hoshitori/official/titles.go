package official

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// heading is something that has a title of its own in the workbook, over several rows.
type heading struct {
	what    lang.Text
	column  int
	id      string
	title   string
	pointer string
	holds   func(catalog.Item) bool // the criteria under it
}

// headings returns categories, groups and requirements in the order of the catalogue.
func (b *Book) headings() []heading {
	var out []heading
	c := b.scheme
	for i, s := range c.Sections() {
		h := heading{id: s.ID, title: s.Title.JA, pointer: "/sections/" + strconv.Itoa(i) + "/title"}
		if s.Parent == "" {
			h.what, h.column = lang.Text{JA: "大分類", EN: "category"}, b.columns.category
			h.holds = func(item catalog.Item) bool { return c.category(item).ID == s.ID }
		} else {
			h.what, h.column = lang.Text{JA: "中分類", EN: "group"}, b.columns.group
			h.holds = func(item catalog.Item) bool { return c.group(item).ID == s.ID }
		}
		out = append(out, h)
	}
	for i, r := range c.Requirements() {
		out = append(out, heading{what: lang.Text{JA: "要求事項", EN: "requirement"}, column: b.columns.title,
			id: r.ID, title: r.Title.JA, pointer: "/requirements/" + strconv.Itoa(i) + "/title",
			holds: func(item catalog.Item) bool { return item.Requirement == r.ID }})
	}
	return out
}

// titles compares the titles, character by character but for width and white space. Each is reported once, at the first
// cell that differs.
func (c *comparison) titles() {
	for _, h := range c.headings() {
		if h.column != absent {
			c.title(h)
		}
	}
}

// title compares one title. Cells below the first need not be merged with it; they may be empty.
func (c *comparison) title(h heading) {
	rows := c.of(h.holds)
	if len(rows) == 0 {
		return
	}
	args := func(got lang.Arg) []lang.Arg {
		return []lang.Arg{{Name: "what", Text: h.what}, lang.Value("number", h.id), got, lang.Value("want", h.title)}
	}
	stated := false
	for _, r := range rows {
		cell := c.cell(r, h.column)
		if squeeze(cell) == "" {
			continue
		}
		stated = true
		if !says(cell, h.title) {
			c.add(TitleKind, r.row, h.column, h.pointer, args(quoted(cell))...)
			return
		}
		if id, rest, parts := number(cell); parts > 0 && rest == squeeze(h.title) && id != h.id {
			c.add(TitleNumberKind, r.row, h.column, h.pointer, args(lang.Value("got", id))...)
			return
		}
	}
	if !stated {
		c.add(TitleKind, rows[0].row, h.column, h.pointer, args(quoted(""))...)
	}
}
