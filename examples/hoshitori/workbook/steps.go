package workbook

import "strings"

var stepColumns = []column{
	{wordPriority, 9}, {wordNumber, 8}, {wordQuestion, 45}, {wordAnswer, 18}, {wordReasons, 34}, {wordWhy, 45}, {wordFirstStep, 45},
}

// steps writes the sheet that says what to do next, the most useful first.
func (b *book) steps() {
	var rows [][]cell
	for _, s := range b.v.Steps {
		rows = append(rows, []cell{rank(s.Priority), label(s.Number), text(s.Question), text(s.Answer),
			text(strings.Join(s.Reasons, "\n")), text(s.Why), text(s.FirstStep)})
	}
	table := b.table(wordStepsSheet, stepColumns, rows)
	if len(rows) == 0 {
		table.add(table.styles.text, texts("", "", wordNoGap.In(b.v.Lang))...)
	}
}
