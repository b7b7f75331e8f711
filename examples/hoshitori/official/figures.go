package official

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

var (
	// reference is the number of a requirement or of a criterion inside a sentence.
	reference = regexp.MustCompile(`\d-\d-\d(?:-\d+)?`)
	// edition is that of a standard, such as "CVSS v3.1", and no threshold.
	edition = regexp.MustCompile(`[vV] *\d(?:\.\d)?`)
	figure  = regexp.MustCompile(`\d+(?:\.\d+)?`)
)

// figures returns the numbers that a Japanese text states and the references that it makes, each once. Numbers that only
// count the entries of a list (①, ⑴, ⒈) are neither.
func figures(text string) (numbers, references map[string]bool) {
	text = strings.Map(func(r rune) rune {
		if r >= '①' && r <= '⒛' || r >= '⓪' && r <= '⓾' || r >= '❶' && r <= '➓' || r >= '㉑' && r <= '㉟' || r >= '㊱' && r <= '㊿' {
			return ' '
		}
		return r
	}, text)
	text = fold(text)
	references = set(reference.FindAllString(text, -1))
	text = reference.ReplaceAllString(text, " ")
	text = edition.ReplaceAllString(text, " ")
	return set(figure.FindAllString(text, -1)), references
}

func set(list []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range list {
		out[s] = true
	}
	return out
}

// without returns what is in one set and not in the other, sorted.
func without(a, b map[string]bool) []string {
	return slices.Sorted(func(yield func(string) bool) {
		for s := range maps.Keys(a) {
			if !b[s] && !yield(s) {
				return
			}
		}
	})
}
