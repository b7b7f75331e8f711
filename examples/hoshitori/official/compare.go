package official

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// Compare returns every difference between the workbook and the catalogue, in the order of the workbook. What is
// compared, the package comment lists; a column that could not be located is left out here and was reported by [Read].
func (b *Book) Compare() problem.List {
	c := &comparison{Book: b}
	c.criteria()
	c.order()
	c.requirements()
	for _, r := range b.rows {
		if b.isFirst(r) {
			c.criterion(r, b.scheme.items[r.number])
		}
	}
	c.titles()
	c.circles()
	c.problems.Sort()
	return c.problems
}

// comparison collects differences.
type comparison struct {
	*Book
	problems problem.List
}

// add adds a difference at a cell.
func (c *comparison) add(kind *problem.Kind, row, column int, pointer string, args ...lang.Arg) {
	args = append(args, lang.Value("sheet", c.sheet.name), lang.Value("cell", cellName(row, column)))
	c.problems = append(c.problems, problem.Problem{Kind: kind, Pointer: pointer, Args: args,
		Position: problem.Position{Line: row + 1, Column: max(column, 0) + 1}})
}

// cell returns the cell of a row, "" if the column could not be located.
func (b *Book) cell(r row, column int) string { return b.sheet.at(r.row, column) }

// isFirst reports whether a row is the first one of a criterion that the catalogue has.
func (b *Book) isFirst(r row) bool {
	at, ok := b.found[r.number]
	return ok && b.rows[at] == r
}

func (c *comparison) item(number, member string) string {
	return "/items/" + strconv.Itoa(c.scheme.indexes[number]) + member
}

// criteria reports numbers that are missing, extra, there twice or none.
func (c *comparison) criteria() {
	column := c.columns.number
	before := map[string]row{}
	for _, r := range c.rows {
		held := strings.TrimSpace(c.cell(r, column))
		if r.number == "" {
			if held != "" || squeeze(c.cell(r, c.columns.text)) != "" {
				c.add(NumberKind, r.row, column, "", lang.Value("got", held))
			}
			continue
		}
		first, twice := before[r.number]
		_, known := c.scheme.items[r.number]
		switch {
		case twice:
			c.add(DuplicateKind, r.row, column, "", lang.Value("number", r.number), lang.Value("other", cellName(first.row, column)))
			continue
		case !known:
			c.add(ExtraKind, r.row, column, "", lang.Value("number", r.number))
		}
		before[r.number] = r
	}
	after := c.first - 1 // the row of the criterion before a missing one
	for _, number := range c.scheme.order {
		at, ok := c.found[number]
		if ok {
			after = c.rows[at].row
			continue
		}
		c.add(MissingKind, max(after, 0), column, c.item(number, ""), lang.Value("number", number))
	}
}

// order reports the fewest criteria that would have to be moved.
func (c *comparison) order() {
	var present []row
	var places []int // of the same rows, in the catalogue
	for _, r := range c.rows {
		if c.isFirst(r) {
			present = append(present, r)
			places = append(places, c.scheme.indexes[r.number])
		}
	}
	inOrder := longestRising(places)
	sorted := slices.Sorted(slices.Values(places))
	for i, r := range present {
		if inOrder[i] {
			continue
		}
		got, want := "", ""
		if i > 0 {
			got = present[i-1].number
		}
		if at, _ := slices.BinarySearch(sorted, places[i]); at > 0 {
			want = c.scheme.order[sorted[at-1]]
		}
		c.add(OrderKind, r.row, c.columns.number, c.item(r.number, ""), lang.Value("number", r.number), place("got", got), place("want", want))
	}
}

// place names a criterion that another one comes after.
func place(name, number string) lang.Arg {
	if number == "" {
		return lang.Arg{Name: name, Text: lang.Text{JA: "見出し", EN: "the headings"}}
	}
	return lang.Value(name, number)
}

// longestRising marks a longest rising subsequence of distinct numbers.
func longestRising(numbers []int) []bool {
	length := make([]int, len(numbers)) // of the longest one that ends here
	before := make([]int, len(numbers))
	last := -1
	for i := range numbers {
		length[i], before[i] = 1, -1
		for j := range i {
			if numbers[j] < numbers[i] && length[j]+1 > length[i] {
				length[i], before[i] = length[j]+1, j
			}
		}
		if last < 0 || length[i] > length[last] {
			last = i
		}
	}
	marked := make([]bool, len(numbers))
	for i := last; i >= 0; i = before[i] {
		marked[i] = true
	}
	return marked
}

// requirements reports requirements that are missing, extra or in two places, by their own column.
func (c *comparison) requirements() {
	column := c.columns.requirement
	if column == absent {
		return
	}
	seen := map[string]int{}
	last := ""
	for _, r := range c.rows {
		id := requirementNumber(c.cell(r, column))
		if id == "" || id == last {
			continue
		}
		last = id
		_, known := c.scheme.Requirement(id)
		if before, twice := seen[id]; twice {
			c.add(DuplicateRequirementKind, r.row, column, "", lang.Value("number", id), lang.Value("other", cellName(before, column)))
			continue
		}
		if !known {
			c.add(ExtraRequirementKind, r.row, column, "", lang.Value("number", id))
		}
		seen[id] = r.row
	}
	for i, r := range c.scheme.Requirements() {
		if _, ok := seen[r.ID]; !ok {
			c.add(MissingRequirementKind, c.first, column, "/requirements/"+strconv.Itoa(i), lang.Value("number", r.ID))
		}
	}
}

// criterion compares what stands in one row.
func (c *comparison) criterion(r row, item catalog.Item) {
	number := lang.Value("number", r.number)
	check := func(kind *problem.Kind, column int, right bool, member, want string) {
		if column != absent && !right {
			c.add(kind, r.row, column, c.item(r.number, member), number, quoted(c.cell(r, column)), lang.Value("want", want))
		}
	}
	function := c.scheme.function(item)
	check(LevelKind, c.columns.level, level(c.cell(r, c.columns.level)) == item.Level, "/level", item.Level)
	check(FunctionKind, c.columns.function, csfFunction(c.cell(r, c.columns.function)) == function, "/csf", function)
	check(UnderKind, c.columns.requirement, c.under(r, item), "/requirement", item.Requirement)
	c.text(r, item)
}

// under reports whether a row stands under the requirement of its criterion. An empty cell that belongs to the cell above
// need not be merged with it.
func (c *comparison) under(r row, item catalog.Item) bool {
	cell := c.cell(r, c.columns.requirement)
	if squeeze(cell) != "" {
		return requirementNumber(cell) == item.Requirement
	}
	return slices.ContainsFunc(c.of(func(other catalog.Item) bool { return other.Requirement == item.Requirement }), func(other row) bool {
		return requirementNumber(c.cell(other, c.columns.requirement)) == item.Requirement
	})
}

// of returns the first rows of the criteria that a predicate holds for.
func (b *Book) of(is func(catalog.Item) bool) []row {
	var out []row
	for _, r := range b.rows {
		if b.isFirst(r) && is(b.scheme.items[r.number]) {
			out = append(out, r)
		}
	}
	return out
}

// text compares the official text with ours, as far as a program can.
func (c *comparison) text(r row, item catalog.Item) {
	column := c.columns.text
	if column == absent {
		return
	}
	number := lang.Value("number", r.number)
	official := c.cell(r, column)
	switch {
	case squeeze(official) == "":
		c.add(NoTextKind, r.row, column, c.item(r.number, "/text"), number)
		return
	case c.sheet.borrowed(r.row, column):
		c.add(SharedTextKind, r.row, column, c.item(r.number, "/text"), number)
		return
	}
	theirs, theirReferences := figures(official)
	ours, ourReferences := figures(wordsOf(item))
	for _, id := range item.Refers {
		ourReferences[string(id)] = true
	}
	if lost := without(theirs, ours); len(lost) > 0 {
		c.add(FiguresKind, r.row, column, c.item(r.number, "/text"), number, quotedList(lost))
	}
	if lost := without(theirReferences, ourReferences); len(lost) > 0 {
		c.add(ReferencesKind, r.row, column, c.item(r.number, "/refers"), number, quotedList(lost))
	}
}

// wordsOf returns the Japanese that says what an item asks: its question, what counts as done, and its alternatives.
func wordsOf(item catalog.Item) string {
	words := []string{item.Text.JA}
	for _, t := range item.DoneWhen {
		words = append(words, t.JA)
	}
	for _, o := range item.Options {
		words = append(words, o.Text.JA)
	}
	return strings.Join(words, "\n")
}

// circles compares the circles of each requirement. A circle in any of its rows is one, merged or not.
func (c *comparison) circles() {
	for i, r := range c.scheme.Requirements() {
		rows := c.of(func(item catalog.Item) bool { return item.Requirement == r.ID })
		for level, column := range c.columns.circles {
			if column == absent || len(rows) == 0 {
				continue
			}
			got := slices.ContainsFunc(rows, func(r row) bool { return isCircle(c.cell(r, column)) })
			if want := c.scheme.circle(r, level); got != want {
				c.add(CircleKind, rows[0].row, column, "/requirements/"+strconv.Itoa(i), lang.Value("number", r.ID),
					lang.Value("level", c.scheme.levels[level].ID), quoted(c.cell(rows[0], column)), isOrNot(want))
			}
		}
	}
}

func isOrNot(is bool) lang.Arg {
	if is {
		return lang.Arg{Name: "want", Text: lang.Text{JA: "です", EN: "is"}}
	}
	return lang.Arg{Name: "want", Text: lang.Text{JA: "ではありません", EN: "is not"}}
}

// quoted is what a cell holds, for a message.
func quoted(cell string) lang.Arg {
	cell = strings.Join(strings.Fields(cell), " ")
	if cell == "" {
		return lang.Arg{Name: "got", Text: lang.Text{JA: "空", EN: "empty"}}
	}
	return lang.Value("got", cell)
}

func quotedList(list []string) lang.Arg {
	return lang.Arg{Name: "figures", Text: lang.Text{JA: "「" + strings.Join(list, "」「") + "」", EN: strings.Join(list, ", ")}}
}
