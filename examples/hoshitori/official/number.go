package official

import (
	"regexp"
	"strings"
)

// numbered is what a cell with a number holds, squeezed: "1-2-1", "No.1-2-1", "1-2-1社内ルール", "大分類1:ガバナンスの整備".
var numbered = regexp.MustCompile(`^(?:大分類|中分類|要求事項|評価基準)?(?:[Nn][Oo][.:]?|№)?(\d{1,2}(?:-\d{1,2})*)[.:、)]?(.*)$`)

// number returns the number that a cell begins with and what follows it. parts is how many numbers it is made of, 0 if the
// cell begins with none.
func number(cell string) (id, rest string, parts int) {
	s := squeeze(cell)
	found := numbered.FindStringSubmatch(s)
	if found == nil {
		return "", s, 0
	}
	parts = 1
	for _, r := range found[1] {
		if r == '-' {
			parts++
		}
	}
	return found[1], found[2], parts
}

// criterionParts is how many numbers the number of a criterion is made of, such as "4-1-3-2".
const criterionParts = 4

// criterionNumber returns the number of a criterion, "" if the cell is not one.
func criterionNumber(cell string) string {
	id, rest, parts := number(cell)
	if parts != criterionParts || rest != "" {
		return ""
	}
	return id
}

// requirementParts is how many numbers the number of a requirement is made of, such as "4-1-3".
const requirementParts = 3

// requirementNumber returns the number of a requirement, "" if the cell does not begin with one.
func requirementNumber(cell string) string {
	id, _, parts := number(cell)
	if parts != requirementParts {
		return ""
	}
	return id
}

// says reports whether a cell holds a title, alone or behind its number.
func says(cell, title string) bool {
	_, rest, _ := number(cell)
	title = squeeze(title)
	return title != "" && (rest == title || squeeze(cell) == title)
}

// requirementOf returns the requirement that the number of a criterion begins with.
func requirementOf(criterion string) string { return criterion[:strings.LastIndex(criterion, "-")] }
