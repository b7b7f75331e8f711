package official

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// layout reports what could not be located, and what is not where it is known to be.
func (b *Book) layout() problem.List {
	var problems problem.List
	name := lang.Value("sheet", b.sheet.name)
	if !isOfficial(b.sheet.name) {
		problems = append(problems, list(SheetNameKind, lang.Value("sheet", sheetName), lang.Value("got", b.sheet.name))...)
	}
	if b.first != knownFirstRow {
		problems = append(problems, list(MovedKind, lang.Arg{Name: "what", Text: lang.Text{JA: "最初の評価基準", EN: "first criteria"}},
			rowName("known", knownFirstRow), rowName("got", b.first))...)
	}
	for _, p := range b.places() {
		what := lang.Arg{Name: "what", Text: p.what}
		known := lang.Arg{Name: "known", Text: p.knownName()}
		switch {
		case p.column == absent:
			problems = append(problems, list(ColumnKind, name, what, known)...)
		case p.known != absent && p.column != p.known:
			problems = append(problems, list(MovedKind, what, known, columnName("got", p.column))...)
		}
	}
	return problems
}

// columnPlace is a column with where it is known to be, absent if that is not known.
type columnPlace struct {
	what          lang.Text
	column, known int
}

func (p columnPlace) knownName() lang.Text {
	if p.known == absent {
		return lang.Text{JA: "BからJの間", EN: "between B and J"}
	}
	return columnName("", p.known).Text
}

func (b *Book) places() []columnPlace {
	c := b.columns
	out := []columnPlace{
		{wordCategory, c.category, absent}, {wordGroup, c.group, absent},
		{wordRequirement, c.requirement, absent}, {wordTitle, c.title, absent},
	}
	for i, column := range c.circles {
		id := b.scheme.levels[i].ID
		out = append(out, columnPlace{lang.Text{JA: "★" + id + "の要求事項の○", EN: "circles of ★" + id}, column, knownCircles + i})
	}
	return append(out, columnPlace{wordLevel, c.level, knownLevel}, columnPlace{wordNumber, c.number, knownNumber},
		columnPlace{wordText, c.text, knownText}, columnPlace{wordFunction, c.function, knownFunction})
}

func columnName(name string, column int) lang.Arg {
	letters, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		panic("official: a column outside of its sheet: " + err.Error()) // it comes from reading the sheet
	}
	return lang.Arg{Name: name, Text: lang.Text{JA: letters + "列", EN: "column " + letters}}
}

func rowName(name string, row int) lang.Arg {
	n := strconv.Itoa(row + 1)
	return lang.Arg{Name: name, Text: lang.Text{JA: n + "行目", EN: "row " + n}}
}
