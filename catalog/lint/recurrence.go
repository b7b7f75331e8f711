package lint

import (
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

// recurrences compares how often an item is due again with how often its texts say.
func (l *linter) recurrences() {
	for i := range l.s.Items {
		item, p := &l.s.Items[i], pointerTo("items", i)
		var phrases []string
		fits := false
		for _, t := range append([]said{{p + "/text", item.Text}}, list(p, "doneWhen", item.DoneWhen)...) {
			text := folded(t.JA)
			for _, r := range recurrencesIn(text) {
				phrases = append(phrases, text[r.from:r.to])
				fits = fits || r.period == periodOf(item.Recurs)
			}
		}
		switch {
		case len(phrases) == 0 || fits:
		case item.Recurs == "":
			l.report(RecursMissingKind, p+"/recurs", lang.Value("phrase", phrases[0]))
		default:
			l.report(RecursDiffersKind, p+"/recurs", lang.Value("phrase", phrases[0]), lang.Value("recurs", item.Recurs))
		}
	}
}

// period is a span of time. Months and days do not become each other.
type period struct{ months, days int }

// periodOf reads an ISO 8601 duration; the zero period for what is none.
func periodOf(duration string) period {
	var p period
	n := 0
	for _, r := range strings.TrimPrefix(duration, "P") {
		switch {
		case '0' <= r && r <= '9':
			n = min(n*10+int(r-'0'), 1_000_000)
			continue
		case r == 'Y':
			p.months += 12 * n
		case r == 'M':
			p.months += n
		case r == 'W':
			p.days += 7 * n
		case r == 'D':
			p.days += n
		}
		n = 0
	}
	return p
}

// recurrence is a phrase that says how often something is done.
type recurrence struct {
	from, to int
	period
}

// recurrencesIn returns such phrases of a folded Japanese text: 年1回, 3か月に1回, 半年ごと, 毎月.
func recurrencesIn(text string) []recurrence {
	var all []recurrence
	for at := 0; at < len(text); {
		p, length := phraseAt(text, at)
		if length == 0 {
			at++
			continue
		}
		all = append(all, recurrence{at, at + length, p})
		at += length
	}
	return all
}

// every are the phrases that are one word. Behind 毎月 and the like may stand what happens then, but in 毎月の給与 they only
// describe it.
var every = []struct {
	word string
	period
}{
	{"毎年", period{months: 12}}, {"毎月", period{months: 1}}, {"毎週", period{days: 7}}, {"毎日", period{days: 1}},
	{"年次で", period{months: 12}}, {"月次で", period{months: 1}}, {"週次で", period{days: 7}}, {"日次で", period{days: 1}},
	{"年次（", period{months: 12}}, {"月次（", period{months: 1}},
	{"隔年", period{months: 24}}, {"隔月", period{months: 2}}, {"隔週", period{days: 14}},
	{"半年ごと", period{months: 6}}, {"半期ごと", period{months: 6}}, {"四半期ごと", period{months: 3}},
}

// spans are what something is done once in.
var spans = []struct {
	word string
	period
}{
	{"四半期", period{months: 3}}, {"半年", period{months: 6}}, {"半期", period{months: 6}},
	{"年", period{months: 12}}, {"か月", period{months: 1}}, {"ヶ月", period{months: 1}}, {"カ月", period{months: 1}},
	{"ヵ月", period{months: 1}}, {"ケ月", period{months: 1}}, {"箇月", period{months: 1}}, {"月", period{months: 1}},
	{"週間", period{days: 7}}, {"週", period{days: 7}}, {"日", period{days: 1}},
}

func phraseAt(text string, at int) (period, int) {
	rest := text[at:]
	for _, e := range every {
		if after, ok := strings.CutPrefix(rest, e.word); ok && !strings.HasPrefix(after, "の") {
			return e.period, len(e.word)
		}
	}
	if at > 0 && isDigit(text[at-1]) {
		return period{}, 0 // in the middle of a number
	}
	if p, n := spanAt(rest, 0); n > 0 {
		return p, n
	}
	count, length := countAt(rest)
	if count == 0 || count >= 100 { // 2026年 is a year
		return period{}, 0
	}
	if p, n := spanAt(rest[length:], count); n > 0 {
		return p, length + n
	}
	return period{}, 0
}

// spanAt reads a span and what follows it; the count is what stands before it, 0 if nothing does.
func spanAt(text string, count int) (period, int) {
	for _, s := range spans {
		after, ok := strings.CutPrefix(text, s.word)
		if !ok {
			continue
		}
		p, n := timesAt(after, period{max(count, 1) * s.months, max(count, 1) * s.days}, count > 0)
		if n > 0 {
			return p, len(s.word) + n
		}
	}
	return period{}, 0
}

// timesAt reads what may stand behind a span: ごと, or how many times in it. Once in a span is its length, twice is half of
// it; more times than it can be divided by are no recurrence.
func timesAt(after string, p period, counted bool) (period, int) {
	if counted && strings.HasPrefix(after, "ごと") {
		return p, len("ごと")
	}
	length := 0
	for _, particle := range []string{"間に", "に", "あたり", "につき"} {
		if strings.HasPrefix(after, particle) {
			length = len(particle)
		}
	}
	n, digits := countAt(after[length:])
	rest, ok := strings.CutPrefix(after[length+digits:], "回")
	if !ok || n == 0 || p.months%n != 0 || p.days%n != 0 {
		return period{}, 0
	}
	// Even once, not more than once, the first time: none of these says how often.
	for _, other := range []string{"でも", "も", "しか", "まで", "目", "限り"} {
		if strings.HasPrefix(rest, other) {
			return period{}, 0
		}
	}
	return period{p.months / n, p.days / n}, length + digits + len("回")
}

// countAt reads a small number, in digits or as one kanji.
func countAt(text string) (count, length int) {
	for length < len(text) && length < 6 && isDigit(text[length]) {
		length++
	}
	if length > 0 {
		count, _ = strconv.Atoi(text[:length])
		return count, length
	}
	for i, kanji := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"} {
		if strings.HasPrefix(text, kanji) {
			return i + 1, len(kanji)
		}
	}
	return 0, 0
}
