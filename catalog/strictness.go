package catalog

import (
	"slices"
	"strings"
)

// strictness compares what two items ask, as far as a program can see it. It returns the members of the newer item that
// ask more than the older one did, and those that ask less; a member may be in both.
func strictness(old, new *Item) (stricter, weaker []string) {
	more := func(member string, is bool) {
		if is && !slices.Contains(stricter, member) {
			stricter = append(stricter, member)
		}
	}
	less := func(member string, is bool) {
		if is && !slices.Contains(weaker, member) {
			weaker = append(weaker, member)
		}
	}
	for _, t := range old.DoneWhen {
		less("doneWhen", !says(new.DoneWhen, t))
	}
	for _, t := range new.DoneWhen {
		more("doneWhen", !says(old.DoneWhen, t))
	}
	// An alternative more is a way more to answer met.
	for _, o := range old.Options {
		more("options", len(new.Options) > 0 && !hasOption(new, o.ID))
	}
	for _, o := range new.Options {
		less("options", !hasOption(old, o.ID))
	}
	less("options", len(old.Options) > 0 && len(new.Options) == 0)
	for _, s := range []State{NotApplicable, Compensated} {
		less("choices", itemAllows(*new, s) && !itemAllows(*old, s))
		more("choices", itemAllows(*old, s) && !itemAllows(*new, s))
	}
	before, after := days(old.Recurs), days(new.Recurs)
	more("recurs", after > 0 && (before == 0 || after < before))
	less("recurs", before > 0 && (after == 0 || after > before))
	for _, t := range old.Thresholds {
		i := slices.IndexFunc(new.Thresholds, func(n Threshold) bool { return n.ID == t.ID })
		if i < 0 {
			less("thresholds", true)
			continue
		}
		n := new.Thresholds[i]
		if n.Unit != t.Unit || n.Better != t.Better || n.Value != t.Value && !(isDecimal(n.Value) && isDecimal(t.Value)) {
			more("thresholds", true)
			less("thresholds", true)
			continue
		}
		way := compareDecimals(n.Value, t.Value)
		if t.Better == LowerIsStricter {
			way = -way
		}
		more("thresholds", way > 0)
		less("thresholds", way < 0)
	}
	for _, n := range new.Thresholds {
		more("thresholds", !slices.ContainsFunc(old.Thresholds, func(t Threshold) bool { return n.ID == t.ID }))
	}
	if old.Kind != new.Kind {
		more("kind", true)
		less("kind", true)
	}
	return stricter, weaker
}

func says(list []Text, t Text) bool {
	return slices.ContainsFunc(list, func(o Text) bool { return sameWords(o, t) })
}

func sameWords(a, b Text) bool { return a.JA == b.JA && a.EN == b.EN }

func hasOption(item *Item, id string) bool {
	return slices.ContainsFunc(item.Options, func(o Option) bool { return o.ID == id })
}

// days returns the length of a duration in days, 0 for none. A month counts 30 days and a year 365, so that P12M and P1Y
// are taken for what they are by adding the difference.
func days(duration string) int {
	if !isDuration(duration) {
		return 0
	}
	length, n := 0, 0
	for i := 1; i < len(duration); i++ {
		switch c := duration[i]; c {
		case 'Y':
			length, n = length+365*n, 0
		case 'M':
			length, n = length+30*n+5*(n/12), 0
		case 'W':
			length, n = length+7*n, 0
		case 'D':
			length, n = length+n, 0
		default:
			if n < 1_000_000 {
				n = 10*n + int(c-'0')
			}
		}
	}
	return length
}

// isDecimal reports whether a value is a decimal number without a sign; only such can be compared.
func isDecimal(value string) bool {
	whole, fraction, point := strings.Cut(value, ".")
	isWhole := func(s string) bool {
		return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	}
	return isWhole(whole) && (!point || isWhole(fraction))
}

// compareDecimals compares decimal numbers without a sign, as thresholds are: -1, 0 or +1. "7" and "7.0" are equal.
func compareDecimals(a, b string) int {
	wholeA, fractionA, _ := strings.Cut(a, ".")
	wholeB, fractionB, _ := strings.Cut(b, ".")
	wholeA, wholeB = strings.TrimLeft(wholeA, "0"), strings.TrimLeft(wholeB, "0")
	if len(wholeA) != len(wholeB) {
		if len(wholeA) < len(wholeB) {
			return -1
		}
		return 1
	}
	if way := strings.Compare(wholeA, wholeB); way != 0 {
		return way
	}
	return strings.Compare(strings.TrimRight(fractionA, "0"), strings.TrimRight(fractionB, "0"))
}
