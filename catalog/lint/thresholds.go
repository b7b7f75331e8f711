package lint

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// thresholds compares the declared figures with those that the texts say.
func (l *linter) thresholds() {
	some := slices.ContainsFunc(l.s.Items, func(item catalog.Item) bool { return len(item.Thresholds) > 0 })
	if !some {
		return
	}
	for i := range l.s.Items {
		item, p := &l.s.Items[i], pointerTo("items", i)
		l.declared(p, item)
		l.undeclared(p, item)
	}
}

func (l *linter) declared(pointer string, item *catalog.Item) {
	ja, en := sayings(pointer, item)
	for j := range item.Thresholds {
		t, p := &item.Thresholds[j], pointer+"/thresholds/"+strconv.Itoa(j)
		if slices.ContainsFunc(item.Thresholds[:j], func(other catalog.Threshold) bool { return other.ID == t.ID }) {
			l.report(DuplicateThresholdKind, p+"/id", lang.Value("id", t.ID))
		}
		if t.Better.String() == "" {
			l.report(ThresholdBetterKind, p+"/better", lang.Value("id", t.ID))
		}
		if !isDecimal(t.Value) {
			l.report(ThresholdValueKind, p+"/value", lang.Value("value", t.Value))
			continue
		}
		for _, in := range []struct {
			language lang.Lang
			known    map[string]bool
		}{{lang.JA, ja}, {lang.EN, en}} {
			if !in.known[normal(t.Value)] {
				l.report(ThresholdUnsaidKind, p+"/value", lang.Value("value", t.Value), languageArg(in.language))
			}
		}
	}
}

// sayings returns the numbers that the texts of an item say about what it asks for.
func sayings(pointer string, item *catalog.Item) (ja, en map[string]bool) {
	ja, en = map[string]bool{}, map[string]bool{}
	for _, t := range slices.Concat(demands(pointer, item), list(pointer, "partialWhen", item.PartialWhen), list(pointer, "notes", item.Notes)) {
		_, inJapanese := japaneseFigures(t.JA)
		_, inEnglish := englishFigures(t.EN)
		for v := range inJapanese {
			ja[v] = true
		}
		for v := range inEnglish {
			en[v] = true
		}
	}
	return ja, en
}

// isDecimal reports whether a text is a number as people write it: 14, 7.0.
func isDecimal(text string) bool {
	whole, fraction, point := strings.Cut(text, ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (!point || digits(fraction))
}

// units are what a figure of a demand is counted in. What comes with 1人 or 1件 is no limit, but a way to say "each".
var units = []string{"文字", "桁", "回", "日", "週間", "か月", "ヶ月", "カ月", "ヵ月", "ケ月", "年間", "年以", "時間", "分", "秒", "種類", "世代", "%", "ビット"}

// undeclared reports the figures of an item's demands that no threshold declares, each once.
func (l *linter) undeclared(pointer string, item *catalog.Item) {
	reported := map[string]bool{}
	for _, t := range item.Thresholds {
		reported[normal(t.Value)] = true
	}
	for _, t := range demands(pointer, item) {
		text := withoutRecurrences(folded(t.JA))
		quoted := inside(text, "「", "」")
		for _, f := range figuresIn(text, nil) {
			unit, ok := limitUnit(text, &f)
			if value := normal(f.text); ok && !quoted(f.from) && !reported[value] {
				reported[value] = true
				l.report(ThresholdMissingKind, t.pointer+"/ja", lang.Value("figure", f.text+unit))
			}
		}
	}
}

// withoutRecurrences blanks out how often something is done, which "recurs" declares.
func withoutRecurrences(text string) string {
	out := []byte(text)
	for _, r := range recurrencesIn(text) {
		for i := r.from; i < r.to; i++ {
			out[i] = ' '
		}
	}
	return string(out)
}

// limitUnit returns what a figure is counted in; ok is false for numbers of other kinds: days of the calendar, editions,
// parts of a name such as TLS1.2 or 3-1-2. A fraction needs no unit.
func limitUnit(text string, f *figure) (unit string, ok bool) {
	before, after := text[:f.from], text[f.to:]
	if before != "" && (isLatin(before[len(before)-1]) || before[len(before)-1] == '-' || before[len(before)-1] == '.') || strings.HasSuffix(before, "第") || strings.HasSuffix(before, "月") {
		return "", false
	}
	for _, u := range units {
		if rest, has := strings.CutPrefix(after, u); has {
			isMinute := u == "分" && (strings.HasPrefix(rest, "の") || strings.HasPrefix(rest, "野"))
			isOrdinal := strings.HasPrefix(rest, "目")
			return strings.TrimSuffix(u, "以"), !isMinute && !isOrdinal
		}
	}
	return "", strings.Contains(f.text, ".") && !strings.HasPrefix(after, "版") && !strings.HasPrefix(after, ".")
}

func isLatin(b byte) bool { return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' }
