package official

import (
	"slices"
	"strings"
)

// level returns what a cell says of the level: "3" for "★3", "★３", "3" or "レベル3".
func level(cell string) string {
	s := strings.TrimLeft(squeeze(cell), "★☆*")
	s = strings.TrimPrefix(s, "レベル")
	return s
}

// isCircle reports whether a cell has a circle, in one of the forms that people type.
func isCircle(cell string) bool {
	return slices.Contains([]string{"○", "〇", "◯", "●", "◎"}, squeeze(cell))
}

// isMark reports whether a cell may stand in a column of circles: there is one, or there is none.
func isMark(cell string) bool {
	return isCircle(cell) || slices.Contains([]string{"", "-", "ー", "×", "x"}, squeeze(cell))
}

// functions are the functions of NIST CSF 2.0: their code and their name in the workbook.
var functions = [...]struct{ code, name string }{
	{"GV", "統治"}, {"ID", "識別"}, {"PR", "防御"}, {"DE", "検知"}, {"RS", "対応"}, {"RC", "復旧"},
}

// csfFunction returns the code of the function that a cell names by code, by name or, as the workbook does, by both; "" if it
// names none, several, or one by its code and another by its name.
func csfFunction(cell string) string {
	s := strings.Map(func(r rune) rune {
		if strings.ContainsRune("()[]【】:/・-", r) {
			return -1
		}
		return r
	}, strings.ToUpper(squeeze(cell)))
	for _, f := range functions {
		if slices.Contains([]string{f.code, f.name, f.code + f.name, f.name + f.code}, s) {
			return f.code
		}
	}
	return ""
}
