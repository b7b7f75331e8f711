package official

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// absent stands for a column that cannot be located.
const absent = -1

// Where the columns are known to be, and the first criterion.
const (
	knownCircles  = 6 // G, and H beside it
	knownLevel    = 10
	knownNumber   = 11
	knownText     = 12
	knownFunction = 13
	knownFirstRow = 2
)

// columns says which column holds what.
type columns struct {
	number, text, level, function       int
	category, group, requirement, title int
	circles                             []int // by level, from the lowest
}

// What the columns are called.
var (
	wordNumber      = lang.Text{JA: "評価基準の番号", EN: "numbers of criteria"}
	wordText        = lang.Text{JA: "評価基準の文", EN: "texts of criteria"}
	wordLevel       = lang.Text{JA: "評価基準の段階（★）", EN: "levels of criteria (★)"}
	wordFunction    = lang.Text{JA: "NIST CSFの機能", EN: "functions of NIST CSF"}
	wordCategory    = lang.Text{JA: "大分類", EN: "categories"}
	wordGroup       = lang.Text{JA: "中分類", EN: "groups"}
	wordRequirement = lang.Text{JA: "要求事項の番号", EN: "numbers of requirements"}
	wordTitle       = lang.Text{JA: "要求事項の題名", EN: "titles of requirements"}
)

// locator finds columns by what they hold.
type locator struct {
	*sheet
	scheme *scheme
	known  []known
	first  int // the row of the first criterion
	taken  []int
}

// known is the first row of a criterion that the catalogue has.
type known struct {
	row  int
	item catalog.Item
}

// numberColumn returns the column that has the numbers of the most items of the catalogue, with their rows.
func numberColumn(s *sheet, c *scheme) (column int, rows []known) {
	column = absent
	for i := range s.columns() {
		var found []known
		seen := map[string]bool{}
		for row := range s.rows {
			number := criterionNumber(s.at(row, i))
			if item, ok := c.items[number]; ok && !seen[number] {
				found = append(found, known{row, item})
				seen[number] = true
			}
		}
		if len(found) > len(rows) {
			column, rows = i, found
		}
	}
	return column, rows
}

// locate finds the columns beside that of the numbers.
func locate(s *sheet, c *scheme, number, first int, rows []known) columns {
	l := &locator{sheet: s, scheme: c, known: rows, first: first, taken: []int{number}}
	found := columns{number: number}
	found.text = l.textColumn()
	found.level = l.column(func(k known, cell string) bool { return level(cell) == k.item.Level })
	found.function = l.column(func(k known, cell string) bool {
		code := csfFunction(cell)
		return code != "" && code == c.function(k.item)
	})
	found.circles = l.circleColumns()
	// A title may stand in the same cell as its number.
	found.requirement = l.heading(func(k known, cell string) bool { return requirementNumber(cell) == k.item.Requirement })
	found.title = l.heading(func(k known, cell string) bool { return says(cell, c.title(k.item)) })
	found.group = l.heading(func(k known, cell string) bool { return says(cell, c.group(k.item).Title.JA) })
	found.category = l.heading(func(k known, cell string) bool { return says(cell, c.category(k.item).Title.JA) })
	return found
}

// column returns the free column that agrees with the catalogue in most rows, if they are more than half, and takes it.
func (l *locator) column(agrees func(k known, cell string) bool) int {
	best, most := absent, len(l.known)/2
	for i := range l.columns() {
		if n := l.count(i, l.at, agrees); n > most && !slices.Contains(l.taken, i) {
			best, most = i, n
		}
	}
	if best != absent {
		l.taken = append(l.taken, best)
	}
	return best
}

// heading is column for what stands once for several rows, and may share a column with something else.
func (l *locator) heading(agrees func(k known, cell string) bool) int {
	best, most := absent, len(l.known)/2
	for i := range l.columns() {
		if n := l.count(i, l.above, agrees); n > most {
			best, most = i, n
		}
	}
	return best
}

// count counts the rows in which a column agrees with the catalogue.
func (l *locator) count(column int, at func(row, column int) string, agrees func(k known, cell string) bool) (n int) {
	for _, k := range l.known {
		if agrees(k, at(k.row, column)) {
			n++
		}
	}
	return n
}

// above returns the value of a cell or, where it is empty, of the nearest one above that is not.
func (l *locator) above(row, column int) string {
	for ; row >= l.first; row-- {
		if cell := l.at(row, column); cell != "" {
			return cell
		}
	}
	return ""
}

// sentence is how long the shortest text of a criterion may be that still tells its column from others.
const sentence = 10

// textColumn returns the nearest column to the right of the numbers, else to the left, that has sentences in most rows.
func (l *locator) textColumn() int {
	var order []int
	for i := l.taken[0] + 1; i < l.columns(); i++ {
		order = append(order, i)
	}
	for i := l.taken[0] - 1; i >= 0; i-- {
		order = append(order, i)
	}
	for _, i := range order {
		n := 0
		for _, k := range l.known {
			if utf8.RuneCountInString(squeeze(l.at(k.row, i))) >= sentence {
				n++
			}
		}
		if n > len(l.known)/2 {
			l.taken = append(l.taken, i)
			return i
		}
	}
	return absent
}

// circleColumns returns a column of circles for each level: by its heading, else in their order. Columns further to the
// right are for the firm's own assessment, in which there may be circles too.
func (l *locator) circleColumns() []int {
	found := make([]int, len(l.scheme.levels))
	for i := range found {
		found[i] = absent
	}
	var unnamed []int
	for i := range l.columns() {
		if slices.Contains(l.taken, i) || !l.circles(i) || len(unnamed) == len(found) {
			continue
		}
		unnamed = append(unnamed, i)
	}
	for _, i := range slices.Clone(unnamed) {
		if at := l.headedLevel(i); at != absent && found[at] == absent {
			found[at] = i
			unnamed = slices.DeleteFunc(unnamed, func(c int) bool { return c == i })
		}
	}
	for at := range found {
		if found[at] == absent && len(unnamed) > 0 {
			found[at], unnamed = unnamed[0], unnamed[1:]
		}
	}
	for _, i := range found {
		if i != absent {
			l.taken = append(l.taken, i)
		}
	}
	return found
}

// circles reports whether a column has circles, and in most rows nothing but marks.
func (l *locator) circles(column int) bool {
	circles, marks := 0, 0
	for _, k := range l.known {
		cell := l.at(k.row, column)
		if isCircle(cell) {
			circles++
		}
		if isMark(cell) {
			marks++
		}
	}
	return circles > 0 && marks > len(l.known)/2
}

// headedLevel returns the index of the one level that the heading of a column names.
func (l *locator) headedLevel(column int) int {
	heading, at := squeeze(l.at(l.first-1, column)), absent
	for i, level := range l.scheme.levels {
		if strings.Contains(heading, level.ID) {
			if at != absent {
				return absent
			}
			at = i
		}
	}
	return at
}
