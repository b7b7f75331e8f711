package workbook

import (
	"slices"
	"strings"
)

// answerColumns are those of the CSV.
var answerColumns = []column{
	{wordCatalog, 11}, {wordItem, 16}, {wordNumber, 8}, {wordSection, 20}, {wordQuestion, 60}, {wordAnswer, 18}, {wordState, 13},
	{wordScore, 8}, {wordPriority, 9}, {wordKind, 8}, {wordClause, 32}, {wordNote, 40},
}

// answers writes the sheet of all items and answers.
func (b *book) answers() {
	var rows [][]cell
	for _, item := range b.v.Items {
		notes := strings.Join(slices.Concat(item.Respondent, item.Notes), "\n")
		rows = append(rows, []cell{text(b.v.Ref.String()), text(string(item.Item)), label(item.Number), text(item.Section), text(item.Question),
			text(item.Answer), text(item.StateCode), points(item.Points), rank(item.Priority), text(item.Field), text(item.Clause), text(notes)})
	}
	b.table(wordAnswersSheet, answerColumns, rows)
}
