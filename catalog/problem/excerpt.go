package problem

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hoshitori/hoshitori/internal/columns"
)

const (
	excerptColumns = 100 // how wide the shown part of a line may be
	tabColumns     = 8   // how wide a tab may be
	reach          = 512 // how many characters before and behind the place are looked at; some may take no column
)

// Excerpt returns the line of the source that the problem stands in, and below it a caret under the place:
//
//	"publisher": "試験協会",
//	              ＾
//
// The rules:
//
//  1. A line that is wider than 100 columns is cut to a part around the place, with "…" at the cuts.
//  2. Below a wide character stands a wide space, below a tab a tab, so that the caret is right in every font in which
//     kanji are as wide as two letters.
//  3. What could steer a terminal is shown as "�", and so is what is no UTF-8.
//
// It is "" if the place is not known or not in the source.
func (p Problem) Excerpt(source []byte) string {
	line, ok := lineOf(source, p.Position.Line)
	if !ok || p.Position.Column < 1 {
		return ""
	}
	at := offsetOf(line, p.Position.Column)
	from, to := back(line, at), forth(line, at)
	signs, caret := signsOf(line[from:to], at-from)
	first, end := window(signs, caret, from > 0 || to < len(line))
	var text, below strings.Builder
	if from > 0 || first > 0 {
		text.WriteString("…")
		below.WriteByte(' ')
	}
	for i := first; i < end; i++ {
		text.WriteString(signs[i].text)
		if i < caret {
			below.WriteString(signs[i].below())
		}
	}
	if to < len(line) || end < len(signs) {
		text.WriteString("…")
	}
	if caret < len(signs) && signs[caret].isWide() {
		return text.String() + "\n" + below.String() + "＾"
	}
	return text.String() + "\n" + below.String() + "^"
}

// lineOf returns a line without its end; ok is false if there is no such line. (Package bytes would come along into the
// browser build.)
func lineOf(source []byte, number int) (line []byte, ok bool) {
	if number < 1 {
		return nil, false
	}
	for ; number > 1; number-- {
		end := slices.Index(source, '\n')
		if end < 0 {
			return nil, false
		}
		source = source[end+1:]
	}
	if end := slices.Index(source, '\n'); end >= 0 {
		source = source[:end]
	}
	if end := len(source) - 1; end >= 0 && source[end] == '\r' {
		source = source[:end]
	}
	return source, true
}

// offsetOf returns where a column begins, counted as all readers of Hoshitori count: a byte that only continues a
// character is no column.
func offsetOf(line []byte, column int) int {
	for i, b := range line {
		if b&0xC0 != 0x80 {
			if column == 1 {
				return i
			}
			column--
		}
	}
	return len(line)
}

func back(line []byte, at int) int {
	for n := 0; at > 0 && n < reach; n++ {
		_, size := utf8.DecodeLastRune(line[:at])
		at -= size
	}
	return at
}

func forth(line []byte, at int) int {
	for n := 0; at < len(line) && n < reach; n++ {
		_, size := utf8.DecodeRune(line[at:])
		at += size
	}
	return at
}

// sign is what is drawn as one: a character with the marks that combine with it.
type sign struct{ text string }

// signsOf takes a part of a line apart, and says which sign holds the offset.
func signsOf(part []byte, offset int) (signs []sign, at int) {
	at = -1
	var last rune
	for i, r := range string(part) {
		if i >= offset && at < 0 {
			at = len(signs)
		}
		if r != '\t' && (columns.Steers(r) || r == 0x2028 || r == 0x2029) {
			r = utf8.RuneError
		}
		if n := len(signs); n > 0 && last != '\t' && joins(last, r) {
			if at == n {
				at-- // the place is inside the sign before
			}
			signs[n-1].text += string(r)
		} else {
			signs = append(signs, sign{string(r)})
		}
		last = r
	}
	if at < 0 {
		at = len(signs)
	}
	return signs, at
}

// joins reports whether a character is drawn in one with the character before it.
func joins(before, r rune) bool {
	const joiner, lightest, darkest = 0x200d, 0x1f3fb, 0x1f3ff
	return columns.OfRune(r) == 0 || before == joiner || lightest <= r && r <= darkest
}

func (s sign) columns() int {
	if s.text == "\t" {
		return tabColumns
	}
	return columns.Of(s.text)
}

func (s sign) isWide() bool {
	r, _ := utf8.DecodeRuneInString(s.text)
	return columns.OfRune(r) == 2
}

// below returns blanks of the same width.
func (s sign) below() string {
	out := ""
	for _, r := range s.text {
		switch {
		case r == '\t':
			out += "\t"
		case columns.OfRune(r) == 2:
			out += "\u3000"
		case columns.OfRune(r) == 1:
			out += " "
		}
	}
	return out
}

// window returns which signs are shown: all of them if there is room, else as many as there is room for on both sides of
// the place. Room that is not needed on one side is used on the other.
func window(signs []sign, at int, cut bool) (first, end int) {
	total := 0
	for _, s := range signs {
		total += s.columns()
	}
	if !cut && total <= excerptColumns {
		return 0, len(signs)
	}
	room := excerptColumns - 2 // a "…" on either side
	first, end = at, at
	if at < len(signs) {
		room -= signs[at].columns()
		end++
	}
	left := func(enough int) {
		for first > 0 && room-signs[first-1].columns() >= enough {
			first--
			room -= signs[first].columns()
		}
	}
	left(room / 2)
	for end < len(signs) && room >= signs[end].columns() {
		room -= signs[end].columns()
		end++
	}
	left(0)
	return first, end
}
