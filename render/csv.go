package render

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

// ReportCSV returns the items and answers as CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel needs to read
// Japanese. Its first row names the columns. A cell that a spreadsheet could take for a formula begins with an
// apostrophe.
func ReportCSV(v View) []byte {
	out := []byte("\uFEFF")
	row := func(cells ...string) {
		for i, c := range cells {
			if i > 0 {
				out = append(out, ',')
			}
			out = appendCell(out, c)
		}
		out = append(out, '\r', '\n')
	}
	head := make([]string, 0, 13)
	for _, w := range []lang.Text{{JA: "カタログ", EN: "Catalogue"}, {JA: "項目", EN: "Item"}, wordNumber, wordSection, wordQuestion, wordAnswer, wordState,
		wordScore, wordPriority, wordField, wordClause, wordNote, wordNotice} {
		head = append(head, w.In(v.Lang))
	}
	row(head...)
	for _, item := range v.Items {
		priority := ""
		if item.Priority > 0 {
			priority = strconv.Itoa(item.Priority)
		}
		row(v.Ref.String(), string(item.Item), item.Number, item.Section, item.Question, item.Answer, item.StateCode, item.Points,
			priority, item.Field, item.Clause, joinNonEmpty(" / ", joinNonEmpty(" / ", item.Respondent...), joinNonEmpty(" / ", item.Notes...)),
			joinNonEmpty(" ", v.Notices...))
	}
	return out
}

func appendCell(dst []byte, cell string) []byte {
	dst = append(dst, '"')
	if cell != "" {
		switch cell[0] {
		case '=', '+', '-', '@', '\t', '\r', '\n':
			dst = append(dst, '\'')
		}
		// Full-width forms are formulas to some Japanese spreadsheets as well.
		if len(cell) >= 3 {
			switch cell[:3] {
			case "＝", "＋", "－", "＠":
				dst = append(dst, '\'')
			}
		}
	}
	for i := range len(cell) {
		if cell[i] == '"' {
			dst = append(dst, '"')
		}
		dst = append(dst, cell[i])
	}
	return append(dst, '"')
}
