package official_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/official"
	"github.com/hoshitori/hoshitori/examples/hoshitori/official/officialtest"
)

// on returns an edit that sets a cell of the row of a criterion.
func on(column, number, value string) func(*excelize.File) {
	return func(f *excelize.File) {
		if err := f.SetCellStr(officialtest.Sheet, column+strconv.Itoa(rowOf(number)), value); err != nil {
			panic(err)
		}
	}
}

func at(column, number string) string { return column + strconv.Itoa(rowOf(number)) }

// without drops criteria.
func without(numbers ...string) func([]line) []line {
	return func(rows []line) []line {
		return slices.DeleteFunc(rows, func(l line) bool { return slices.Contains(numbers, l.Number) })
	}
}

// change changes the line of a criterion.
func change(number string, edit func(*line)) func([]line) []line {
	return func(rows []line) []line {
		for i := range rows {
			if rows[i].Number == number {
				edit(&rows[i])
			}
		}
		return rows
	}
}

func replace(number, old, replacement string) func([]line) []line {
	return change(number, func(l *line) {
		if !strings.Contains(l.Text, old) {
			panic(number + " has no " + old)
		}
		l.Text = strings.ReplaceAll(l.Text, old, replacement)
	})
}

// TestPlantedFaults plants one fault at a time. Each is found where it is, and nothing else is reported.
func TestPlantedFaults(t *testing.T) {
	tests := []struct {
		name, reason string
		lines        func([]line) []line
		cells        func(*excelize.File)
		want         []string
	}{
		{name: "none", reason: "the catalogue laid out as the official workbook does not differ from itself"},
		{name: "level", reason: "a ★4 criterion taken for ★3 would be asked of firms that need not have it",
			cells: on("K", "1-2-1-4", "★3"), want: []string{"official/level " + at("K", "1-2-1-4")}},
		{name: "level unknown", reason: "★5 is no level of this catalogue",
			cells: on("K", "1-2-1-4", "★5"), want: []string{"official/level " + at("K", "1-2-1-4")}},
		{name: "level empty", reason: "an empty cell is not the catalogue's level",
			cells: on("K", "1-2-1-4", ""), want: []string{"official/level " + at("K", "1-2-1-4")}},
		{name: "missing criterion", reason: "it belongs after the row before it",
			lines: without("4-1-2-3"), want: []string{"official/missing-criterion " + at("L", "4-1-2-2")}},
		{name: "missing first criterion", reason: "there is no criterion before it, so the headings are named",
			lines: without("1-1-1-1"), want: []string{"official/missing-criterion L2"}},
		{name: "missing requirement", reason: "its only criterion is missing with it",
			lines: without("2-1-4-1"), want: []string{"official/missing-requirement D3", "official/missing-criterion " + at("L", "2-1-3-1")}},
		{name: "extra criterion", reason: "an edition with more criteria is another edition",
			lines: func(rows []line) []line {
				extra := rows[2]
				extra.Number = "1-1-1-4"
				return slices.Insert(rows, 3, extra)
			}, want: []string{"official/extra-criterion L6"}},
		{name: "extra requirement", reason: "its criterion is extra too",
			lines: func(rows []line) []line {
				extra := rows[2]
				extra.Requirement, extra.Number, extra.Title = "1-1-2", "1-1-2-1", "試験の要求"
				return slices.Insert(rows, 3, extra)
			}, want: []string{"official/extra-requirement D6", "official/extra-criterion L6"}},
		{name: "duplicate number", reason: "two rows of one number, one of which the catalogue has under another",
			cells: on("L", "1-2-1-3", "1-2-1-2"),
			want:  []string{"official/missing-criterion " + at("L", "1-2-1-2"), "official/duplicate-criterion " + at("L", "1-2-1-3")}},
		{name: "duplicate row", reason: "a row that is there twice is no second criterion",
			lines: func(rows []line) []line { return slices.Insert(rows, 5, rows[4]) }, want: []string{"official/duplicate-criterion L8"}},
		{name: "swapped order", reason: "moving one of the two is enough",
			lines: func(rows []line) []line { rows[4], rows[5] = rows[5], rows[4]; return rows },
			want:  []string{"official/order L8"}},
		{name: "moved far", reason: "one criterion that moved is one difference, not one for each that it passed",
			lines: func(rows []line) []line {
				moved := rows[0]
				return slices.Insert(slices.Delete(rows, 0, 1), 2, moved)
			}, want: []string{"official/order L5"}},
		{name: "not a number", reason: "a letter in place of a digit hides a criterion",
			cells: on("L", "1-2-1-3", "1-2-l-3"),
			want:  []string{"official/missing-criterion " + at("L", "1-2-1-2"), "official/number " + at("L", "1-2-1-3")}},
		{name: "no number", reason: "a text without a number is a criterion that lost it",
			cells: on("L", "1-2-1-3", ""),
			want:  []string{"official/missing-criterion " + at("L", "1-2-1-2"), "official/number " + at("L", "1-2-1-3")}},
		{name: "number of another requirement", reason: "the requirement beside it contradicts",
			cells: on("D", "2-1-2-1", "2-1-5"),
			want:  []string{"official/missing-requirement D3", "official/requirement " + at("D", "2-1-2-1"), "official/duplicate-requirement " + at("D", "2-1-5-1")}},
		{name: "title of a requirement", reason: "titles are official names, and one character makes another",
			cells: on("E", "1-2-1-1", "セキュリティー推進活動部門"), want: []string{"official/title " + at("E", "1-2-1-1")}},
		{name: "title missing", reason: "an empty title is another one",
			cells: on("E", "1-2-1-1", ""), want: []string{"official/title " + at("E", "1-2-1-1")}},
		{name: "title of a group", reason: "groups have official names too",
			cells: on("C", "1-2-1-1", "1-2 役割・責任・権限"), want: []string{"official/title " + at("C", "1-2-1-1")}},
		{name: "title of a category", reason: "categories have official names too",
			cells: on("B", "2-1-1-1", "2 取引先の管理"), want: []string{"official/title " + at("B", "2-1-1-1")}},
		{name: "number of a category", reason: "the title is right, its number is not",
			cells: on("B", "2-1-1-1", "3 取引先管理"), want: []string{"official/title-number " + at("B", "2-1-1-1")}},
		{name: "threshold", reason: "14 days are not 15: a firm would be judged by a wrong deadline",
			lines: replace("4-4-4-2", "14", "15"), want: []string{"official/figures " + at("M", "4-4-4-2")}},
		{name: "figure in full width", reason: "the same figure in other characters is the same figure",
			lines: replace("4-4-4-2", "14", "１４")},
		{name: "figure of a list", reason: "the number of an entry is no threshold",
			lines: change("4-4-4-2", func(l *line) { l.Text += "\n① その一\n⑵ その二\n⒊ その三" })},
		{name: "edition of a standard", reason: "the 3.1 of CVSS v3.1 is no threshold",
			lines: change("4-4-4-2", func(l *line) { l.Text += "（CVSS v3.1）" })},
		{name: "decimal threshold", reason: "7.5 is not 7.0",
			lines: replace("4-4-4-2", "7.0", "7.5"), want: []string{"official/figures " + at("M", "4-4-4-2")}},
		{name: "reference", reason: "an inspection that the yearly report must rest on would be left out",
			lines: change("1-4-1-1", func(l *line) { l.Text += "No.7-1-1-1も含む。" }), want: []string{"official/references " + at("M", "1-4-1-1")}},
		{name: "no text", reason: "a criterion without a text asks for nothing",
			cells: on("M", "1-2-1-1", ""), want: []string{"official/no-text " + at("M", "1-2-1-1")}},
		{name: "circle missing", reason: "the requirement would not count for ★3",
			cells: on("G", "1-2-1-1", ""), want: []string{"official/circle " + at("G", "1-2-1-1")}},
		{name: "circle too much", reason: "a ★4-only requirement would count for ★3",
			cells: on("G", "1-1-1-1", "○"), want: []string{"official/circle G3"}},
		{name: "circle crossed out", reason: "× is no circle",
			cells: on("H", "1-2-1-1", "×"), want: []string{"official/circle " + at("H", "1-2-1-1")}},
		{name: "unknown function", reason: "CSF 2.0 has no such function",
			cells: on("N", "1-2-1-1", "統制(GO)"), want: []string{"official/function " + at("N", "1-2-1-1")}},
		{name: "function that contradicts itself", reason: "which of the two is meant cannot be told",
			cells: on("N", "1-2-1-1", "識別(GV)"), want: []string{"official/function " + at("N", "1-2-1-1")}},
		{name: "another function", reason: "the catalogue has GV",
			cells: on("N", "1-2-1-1", "識別(ID)"), want: []string{"official/function " + at("N", "1-2-1-1")}},
		{name: "merged too far", reason: "the title of one requirement covers the first row of the next",
			cells: func(f *excelize.File) {
				unmerge(f, at("E", "1-1-1-1"), at("E", "1-2-1-4"))
				merge(f, at("E", "1-1-1-1"), at("E", "1-2-1-1"))
			}, want: []string{"official/title " + at("E", "1-2-1-1")}},
		{name: "circles merged too far", reason: "a circle of the next requirement is swallowed by the cell above",
			cells: func(f *excelize.File) {
				unmerge(f, at("G", "1-1-1-1"), at("G", "1-2-1-4"))
				merge(f, at("G", "1-1-1-1"), at("G", "1-2-1-4"))
			}, want: []string{"official/circle " + at("G", "1-2-1-1")}},
		{name: "texts merged", reason: "the text of the lower row is lost",
			cells: func(f *excelize.File) { merge(f, at("M", "1-2-1-1"), at("M", "1-2-1-2")) },
			want:  []string{"official/shared-text " + at("M", "1-2-1-2")}},
		{name: "numbers merged", reason: "one of the two criteria has no number",
			cells: func(f *excelize.File) { merge(f, at("L", "1-2-1-1"), at("L", "1-2-1-2")) },
			want:  []string{"official/missing-criterion " + at("L", "1-2-1-1"), "official/duplicate-criterion " + at("L", "1-2-1-2")}},
		{name: "several at once", reason: "one difference does not hide another",
			cells: func(f *excelize.File) {
				on("K", "7-1-1-2", "3")(f)
				on("N", "7-1-1-2", "ID")(f)
				on("E", "1-1-1-1", "社内規則")(f)
			}, want: []string{"official/title E3", "official/level " + at("K", "7-1-1-2"), "official/function " + at("N", "7-1-1-2")}},
	}
	seen := map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || seen[test.name] {
			t.Fatalf("%q has no reason or no name of its own", test.name)
		}
		seen[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			rows := officialtest.Lines(scs())
			if test.lines != nil {
				rows = test.lines(rows)
			}
			_, got := compare(t, write(t, officialtest.Known(), rows, test.cells), scs())
			want := append([]string{}, test.want...)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
		})
	}
}

func merge(f *excelize.File, from, to string) {
	if err := f.MergeCell(officialtest.Sheet, from, to); err != nil {
		panic(err)
	}
}

// unmerge takes a range apart, every merged range that it touches included.
func unmerge(f *excelize.File, from, to string) {
	if err := f.UnmergeCell(officialtest.Sheet, from, to); err != nil {
		panic(err)
	}
}

// TestTolerance writes the same content in other ways. None of them is a difference; a moved column is worth a warning.
func TestTolerance(t *testing.T) {
	plain := officialtest.Known()
	tests := []struct {
		name, reason string
		shape        func(*shape)
		lines        func(*line)
		cells        func(*excelize.File)
		want         []string
	}{
		{name: "full-width digits", reason: "numbers are typed in either width",
			lines: func(l *line) { l.Number, l.Requirement, l.Level = wide(l.Number), wide(l.Requirement), wide(l.Level) }},
		{name: "hyphens", reason: "the long vowel mark and the minus sign are next to each other on the keyboard",
			lines: func(l *line) {
				l.Number = strings.ReplaceAll(l.Number, "-", "ー")
				l.Requirement = strings.ReplaceAll(l.Requirement, "-", "−")
			}},
		{name: "No. before numbers", reason: "the official text itself writes No.1-1-1-1",
			lines: func(l *line) { l.Number, l.Requirement = "No."+l.Number, "Ｎｏ． "+l.Requirement }},
		{name: "line breaks and spaces", reason: "cells are broken to fit",
			lines: func(l *line) {
				l.Title, l.Group = "　"+strings.ReplaceAll(l.Title, "の", "の\n"), strings.Replace(l.Group, " ", "\n", 1)+" "
				l.Number, l.Function = " "+l.Number+"\n", strings.Replace(l.Function, "(", "\n（", 1)
			}},
		{name: "circles", reason: "several characters look like a circle",
			lines: func(l *line) { l.Star3, l.Star4 = strings.ReplaceAll(l.Star3, "○", "〇"), "◯" }},
		{name: "filled circles", reason: "a filled circle is one too, a dash is none",
			lines: func(l *line) { l.Star4 = "●"; l.Star3 = map[string]string{"": "－", "○": "○"}[l.Star3] }},
		{name: "level without star", reason: "the heading already says what it is",
			lines: func(l *line) { l.Level = strings.TrimPrefix(l.Level, "★") }},
		{name: "level in full width", reason: "★３ is ★3",
			lines: func(l *line) { l.Level = wide(l.Level) }},
		{name: "function by code", reason: "the code says it", lines: func(l *line) { l.Function = l.Function[len(l.Function)-3 : len(l.Function)-1] }},
		{name: "function by name", reason: "the name says it", lines: func(l *line) { l.Function = strings.Split(l.Function, "(")[0] }},
		{name: "nothing merged", reason: "a program that saved it may have taken the cells apart and filled them",
			shape: func(s *shape) { s.Merged = nil }},
		{name: "only the first cell filled", reason: "cells below it belong to it although they are not merged",
			cells: func(f *excelize.File) { unmerge(f, "B3", "J155") }},
		{name: "number and title in one cell", reason: "the columns B to F are not fixed",
			lines: func(l *line) { l.Requirement, l.Title = l.Requirement+" "+l.Title, "" }},
		{name: "categories without number", reason: "the number of the requirement has it",
			lines: func(l *line) {
				l.Category, l.Group = strings.SplitN(l.Category, " ", 2)[1], strings.SplitN(l.Group, " ", 2)[1]
			}},
		{name: "B to F in another order", reason: "the columns B to F are not fixed",
			shape: func(s *shape) {
				s.Cells = func(l line) []string {
					return []string{"", l.Title, l.Statement, l.Category, l.Requirement, l.Group, l.Star3, l.Star4, "", "", l.Level, l.Number, l.Text, l.Function}
				}
			}},
		{name: "own assessment", reason: "firms write into the columns O to R, circles and long notes included",
			shape: func(s *shape) {
				s.Cells = func(l line) []string {
					return append(plain.Cells(l), "○", strings.Repeat("自社の長い所見。", 40), "★3", "2026-11-21")
				}
			}},
		{name: "notes below", reason: "the official sheet has rows below the criteria",
			cells: func(f *excelize.File) { set(f, "B157", "※1-1-1-1 の注記です。"); set(f, "M158", "以上") }},
		{name: "headings moved down", reason: "a row above the headings moves everything",
			shape: func(s *shape) { s.Top = 4 }, want: []string{"official/moved"}},
		{name: "columns moved", reason: "what is found by its content is read where it is",
			shape: func(s *shape) {
				s.Heads = append([]string{""}, s.Heads...)
				s.Merged = nil
				s.Cells = func(l line) []string { return append([]string{""}, plain.Cells(l)...) }
			}, want: slices.Repeat([]string{"official/moved"}, 6)},
		{name: "circles the other way round", reason: "the headings say which column is which",
			shape: func(s *shape) {
				s.Heads[6], s.Heads[7] = "★4", "★3"
				s.Cells = func(l line) []string {
					l.Star3, l.Star4 = l.Star4, l.Star3
					return plain.Cells(l)
				}
			}, want: []string{"official/moved", "official/moved"}},
		{name: "sheet renamed", reason: "no other sheet has the numbers",
			shape: func(s *shape) { s.Sheet = "評価基準（写し）" }, want: []string{"official/sheet-name"}},
		{name: "sheet name in other widths", reason: "★３ is ★3",
			shape: func(s *shape) { s.Sheet = "★３・★４ 要求事項・評価基準" }},
		{name: "other sheets", reason: "the official sheet need not be the first",
			cells: func(f *excelize.File) {
				for _, name := range []string{"表紙", "改訂履歴"} {
					if _, err := f.NewSheet(name); err != nil {
						panic(err)
					}
					if err := f.SetCellStr(name, "A1", "1-1-1-1"); err != nil {
						panic(err)
					}
					if err := f.MoveSheet(name, officialtest.Sheet); err != nil {
						panic(err)
					}
				}
			}},
	}
	seen := map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || seen[test.name] {
			t.Fatalf("%q has no reason or no name of its own", test.name)
		}
		seen[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			s := officialtest.Known()
			if test.shape != nil {
				test.shape(&s)
			}
			rows := officialtest.Lines(scs())
			for i := range rows {
				if test.lines != nil {
					test.lines(&rows[i])
				}
			}
			book, got := compare(t, write(t, s, rows, test.cells), scs())
			if diff := cmp.Diff(append([]string{}, test.want...), got); diff != "" {
				t.Fatalf("%s (-want +got):\n%s", test.reason, diff)
			}
			want := []official.Count{{Level: "3", Requirements: 26, Criteria: 81}, {Level: "4", Requirements: 43, Criteria: 153}}
			if diff := cmp.Diff(want, book.Counts()); diff != "" {
				t.Errorf("the counts differ (-want +got):\n%s", diff)
			}
			if _, _, problems := book.Overlay(); !problems.OK() {
				t.Errorf("the wording cannot be laid over: %v", problems)
			}
		})
	}
}

func set(f *excelize.File, at, value string) {
	if err := f.SetCellStr(officialtest.Sheet, at, value); err != nil {
		panic(err)
	}
}

// wide writes ASCII in full width.
func wide(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r <= '~' {
			return r - '!' + '！'
		}
		return r
	}, s)
}

// TestLayoutThatCannotBeRead has workbooks in which something cannot be located. What it is, is said, once.
func TestLayoutThatCannotBeRead(t *testing.T) {
	plain := officialtest.Known()
	clear := func(column int) func(*shape) {
		return func(s *shape) {
			s.Merged = slices.DeleteFunc(s.Merged, func(c int) bool { return c == column })
			s.Cells = func(l line) []string {
				cells := plain.Cells(l)
				cells[column-1] = ""
				return cells
			}
		}
	}
	tests := []struct {
		name, reason string
		shape        func(*shape)
		want         []string
		ends         bool
	}{
		{name: "no numbers", reason: "without numbers there is nothing to compare", shape: clear(12), want: []string{"official/no-sheet"}, ends: true},
		{name: "no level", reason: "the levels were not compared, which must not look like no difference", shape: clear(11), want: []string{"official/no-column"}},
		{name: "no function", reason: "as above", shape: clear(14), want: []string{"official/no-column"}},
		{name: "no title", reason: "as above", shape: clear(5), want: []string{"official/no-column"}},
		{name: "no group", reason: "as above", shape: clear(3), want: []string{"official/no-column"}},
		{name: "no category", reason: "as above", shape: clear(2), want: []string{"official/no-column"}},
		{name: "no requirement", reason: "as above", shape: clear(4), want: []string{"official/no-column"}},
		{name: "no circles of ★3", reason: "the circles of ★4 are not taken for those of ★3", shape: clear(7), want: []string{"official/no-column"}},
		{name: "other numbers", reason: "these are the numbers of another scheme",
			shape: func(s *shape) {
				s.Cells = func(l line) []string { l.Number = "9" + l.Number[1:]; return plain.Cells(l) }
			}, want: []string{"official/no-sheet"}, ends: true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := officialtest.Known()
			test.shape(&s)
			book, got := compare(t, write(t, s, officialtest.Lines(scs()), nil), scs())
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
			if (book == nil) != test.ends {
				t.Errorf("%s: there is a book: %v", test.reason, book != nil)
			}
		})
	}
}

// TestMessages reads what people read: sheet and cell, both sides, in both languages, and the place for programs.
func TestMessages(t *testing.T) {
	book, problems := official.Read(write(t, officialtest.Known(), replace("4-4-4-2", "14", "15")(officialtest.Lines(scs())), on("K", "1-2-1-4", "★3")), scs())
	if !problems.OK() {
		t.Fatal(problems)
	}
	differences := book.Compare()
	if len(differences) != 2 {
		t.Fatalf("there are %d differences", len(differences))
	}
	level, figures := differences[0], differences[1]
	row := rowOf("1-2-1-4")
	if level.Position.Line != row || level.Position.Column != 11 {
		t.Errorf("the position is %v", level.Position)
	}
	for l, want := range map[lang.Lang]string{
		lang.JA: "「" + officialtest.Sheet + "」のK" + strconv.Itoa(row) + "：評価基準1-2-1-4の段階が「★3」です。カタログでは★4です。",
		lang.EN: officialtest.Sheet + "!K" + strconv.Itoa(row) + ": the level of criterion 1-2-1-4 is \"★3\"; in the catalogue it is ★4.",
	} {
		if got := level.Message().In(l); got != want {
			t.Errorf("the message is %q, want %q", got, want)
		}
	}
	i, _ := scs().ItemIndex("4-4-4-2")
	if want := "/items/" + strconv.Itoa(i) + "/text"; figures.Pointer != want {
		t.Errorf("the pointer is %q, want %q", figures.Pointer, want)
	}
	if !strings.Contains(figures.Message().JA, "数「15」") || !strings.Contains(figures.Message().EN, "has 15,") {
		t.Errorf("the figure is not named: %v", figures.Message())
	}
}
