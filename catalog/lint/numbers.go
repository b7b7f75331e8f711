package lint

import (
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// numbers looks at the official numbers, by which people speak about items.
func (l *linter) numbers() {
	first := map[string]catalog.ItemID{}
	for i := range l.s.Items {
		item := &l.s.Items[i]
		if item.Number == "" {
			continue
		}
		if other, twice := first[item.Number]; twice {
			l.report(DuplicateNumberKind, pointerTo("items", i)+"/number", lang.Value("number", item.Number), lang.Value("item", string(other)))
			continue
		}
		first[item.Number] = item.ID
		if i > 0 && l.s.Items[i-1].Section == item.Section && falls(l.s.Items[i-1].Number, item.Number) {
			l.report(NumberOrderKind, pointerTo("items", i)+"/number", lang.Value("number", item.Number), lang.Value("before", l.s.Items[i-1].Number))
		}
	}
}

// falls reports whether a number is less than the one before it. Numbers of different forms, such as A1 and 2-1, have no
// order.
func falls(before, number string) bool {
	a, b := parts(before), parts(number)
	if len(a) != len(b) {
		return false
	}
	order := 0
	for i := range a {
		digits := isDigit(a[i][0]) && isDigit(b[i][0])
		if !digits && a[i] != b[i] {
			return false
		}
		if order == 0 && digits {
			order = compareDigits(a[i], b[i])
		}
	}
	return order > 0
}

// parts cuts a number into runs of digits and what is between them.
func parts(number string) []string {
	var out []string
	for i := range len(number) {
		if i > 0 && isDigit(number[i-1]) == isDigit(number[i]) {
			out[len(out)-1] += number[i : i+1]
		} else {
			out = append(out, number[i:i+1])
		}
	}
	return out
}

func compareDigits(a, b string) int {
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
