package lint

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// figure is a number that a text writes with digits.
type figure struct {
	text     string   // as written
	values   []string // what it may stand for: 3千 is 3 (thousand) and 3000
	from, to int      // where it stands
}

// isSmall reports whether a figure is less than two: languages differ in whether they say "one" at all.
func (f *figure) isSmall() bool {
	whole, _, _ := strings.Cut(f.values[0], ".")
	return len(f.values) == 1 && (whole == "0" || whole == "1")
}

func (f *figure) isIn(known map[string]bool) bool {
	for _, v := range f.values {
		if known[v] {
			return true
		}
	}
	return false
}

// folded writes the digits of Japanese text, and what belongs to them, in ASCII.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if '０' <= r && r <= '９' || r == '．' || r == '，' || r == '％' {
			return r - '０' + '0'
		}
		return r
	}, text)
}

// figuresIn returns the figures of a folded text in their order. Powers are the words that multiply what stands before
// them, with how many zeros they add.
func figuresIn(text string, powers []power) []figure {
	var all []figure
	for at := 0; at < len(text); {
		if !isDigit(text[at]) {
			at++
			continue
		}
		from := at
		at = numberEnd(text, at)
		f := figure{text: text[from:at], from: from, to: at}
		f.values = []string{normal(f.text)}
		f.values = append(f.values, multiplied(f.values[0], text[at:], powers)...)
		all = append(all, f)
	}
	return all
}

// numberEnd returns where the number that begins at a place ends: digits, with commas between thousands and one point.
func numberEnd(text string, at int) int {
	digits := func(from int) int {
		to := from
		for to < len(text) && isDigit(text[to]) {
			to++
		}
		return to
	}
	at = digits(at)
	for at < len(text) && text[at] == ',' && digits(at+1) == at+4 {
		at += 4
	}
	if at < len(text) && text[at] == '.' && digits(at+1) > at+1 {
		at = digits(at + 1)
	}
	return at
}

// normal writes equal numbers equally: 07 is 7, 7.0 is 7 and 1,000 is 1000.
func normal(number string) string {
	whole, fraction, _ := strings.Cut(strings.ReplaceAll(number, ",", ""), ".")
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// times multiplies a number by a power of ten.
func times(number string, zeros int) string {
	whole, fraction, _ := strings.Cut(number, ".")
	for range zeros {
		next := "0"
		if fraction != "" {
			next, fraction = fraction[:1], fraction[1:]
		}
		whole += next
	}
	return normal(whole + "." + fraction)
}

// multiplied returns what a number becomes with each of the powers that follow it: 3千万 is 3000 and 30000000.
func multiplied(number, after string, powers []power) []string {
	var all []string
	for i := 0; i < len(powers) && len(all) < 3; i++ {
		rest, ok := strings.CutPrefix(after, powers[i].word)
		if ok {
			number, after = times(number, powers[i].zeros), rest
			all = append(all, number)
			i = -1
		}
	}
	return all
}

// power is a word that multiplies the number before it.
type power struct {
	word  string
	zeros int
}

var (
	japanesePowers = []power{{"千", 3}, {"万", 4}, {"億", 8}, {"兆", 12}, {"割", 1}, {"百", 2}}
	englishPowers  = []power{{" hundred", 2}, {" thousand", 3}, {" million", 6}, {" billion", 9}, {" trillion", 12}}
)

// eras are the years before the first year of an era.
var eras = []struct {
	name   string
	before int
}{{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}}

// japaneseFigures returns what a Japanese text writes with digits, and all numbers that it says in any way.
//
//  1. What stands in 「」 is an example or a name and need not be said again in another language.
//  2. 3つ and 3列 count what the sentence itself names.
//  3. A year of an era is the year of the calendar.
func japaneseFigures(text string) (stated []figure, known map[string]bool) {
	text = folded(text)
	known = map[string]bool{}
	quoted := inside(text, "「", "」")
	for _, f := range figuresIn(text, japanesePowers) {
		for _, era := range eras {
			if year, err := strconv.Atoi(f.text); err == nil && year < 100 && strings.HasSuffix(text[:f.from], era.name) {
				f.values = []string{strconv.Itoa(era.before + year)}
			}
		}
		for _, v := range f.values {
			known[v] = true
		}
		after := text[f.to:]
		if !quoted(f.from) && !strings.HasPrefix(after, "つ") && !strings.HasPrefix(after, "列") {
			stated = append(stated, f)
		}
	}
	for _, word := range japaneseNumbers {
		if strings.Contains(text, word.text) {
			known[word.value] = true
		}
	}
	for _, value := range kanjiNumbers(text) {
		known[value] = true
	}
	return stated, known
}

// number is a word that says a number.
type number struct{ text, value string }

var japaneseNumbers = []number{{"両", "2"}, {"双方", "2"}, {"どちらも", "2"}, {"ふたつ", "2"}, {"みっつ", "3"}, {"半年", "6"}, {"半数", "50"}, {"半分", "50"}, {"すべて", "100"}}

// kanjiNumbers returns the numbers that are written in kanji. It is generous: a 三 in a name is a three, too.
func kanjiNumbers(text string) []string {
	const digits = "〇一二三四五六七八九"
	var values []string
	sum, digit, plain := 0, -1, ""
	for at, r := range text + "。" {
		place, unit := strings.IndexRune(digits, r), 0
		switch r {
		case '十':
			unit = 10
		case '百':
			unit = 100
		case '千':
			unit = 1000
		}
		switch {
		case place >= 0 && len(plain) < 12:
			digit = place / utf8.RuneLen(r)
			plain += strconv.Itoa(digit)
			continue
		case unit > 0 && sum < 10_000 && (at == 0 || !isDigit(text[at-1])):
			sum += unit * max(digit, 1)
			digit = -1
			continue
		}
		value := ""
		if sum > 0 {
			value = strconv.Itoa(sum + max(digit, 0)) // 二十四
		} else if plain != "" {
			value = normal(plain) // 二〇二六
		}
		if value != "" {
			values = append(values, value)
			values = append(values, multiplied(value, text[min(at, len(text)):], japanesePowers)...)
		}
		sum, digit, plain = 0, -1, ""
	}
	return values
}

// englishFigures returns what an English text writes with digits, and all numbers that it says in any way.
func englishFigures(text string) (stated []figure, known map[string]bool) {
	known = map[string]bool{}
	quotes := strings.Split(text, "\"")
	at := 0
	for i, part := range quotes {
		for _, f := range figuresIn(part, englishPowers) {
			for _, v := range f.values {
				known[v] = true
			}
			if i%2 == 0 || i == len(quotes)-1 {
				f.from, f.to = f.from+at, f.to+at
				stated = append(stated, f)
			}
		}
		at += len(part) + 1
	}
	last := 0
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' }) {
		value, ok := englishNumbers[word]
		if !ok {
			last = 0
			continue
		}
		known[strconv.Itoa(value)] = true
		if last >= 20 && value < 10 {
			known[strconv.Itoa(last+value)] = true // twenty-four
		}
		last = value
	}
	return stated, known
}

// englishNumbers are the words that say a number, an ordinal, a share or a month.
var englishNumbers = map[string]int{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
	"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"both": 2, "either": 2, "neither": 2, "twice": 2, "double": 2, "pair": 2, "couple": 2, "half": 50, "quarter": 4,
	"all": 100, "whole": 100, "wholly": 100, "entire": 100, "fully": 100,
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12,
}

// inside returns a function that reports whether a place of the text stands between two marks.
func inside(text, open, shut string) func(at int) bool {
	var spans [][2]int
	for at := 0; ; {
		from := strings.Index(text[at:], open)
		if from < 0 {
			break
		}
		length := strings.Index(text[at+from:], shut)
		if length < 0 {
			break
		}
		spans = append(spans, [2]int{at + from, at + from + length})
		at += from + length
	}
	return func(at int) bool {
		i := sort.Search(len(spans), func(i int) bool { return spans[i][1] > at })
		return i < len(spans) && spans[i][0] < at
	}
}
