package workbook

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

// What a cell may hold: characters, as UTF-16 counts them, and line ends.
const (
	maxCharacters = 32767
	maxLineEnds   = 253
)

// maxNumber is the first number that a spreadsheet does not keep to the last digit.
const maxNumber = 1_000_000_000_000_000

// cell is the content of a cell: a number, or else a text, which is never anything but a text.
type cell struct {
	text    string
	number  int64
	numeric bool
}

func text(s string) cell { return cell{text: s} }

func number(n int64) cell {
	if n <= -maxNumber || n >= maxNumber {
		return text(strconv.FormatInt(n, 10))
	}
	return cell{number: n, numeric: true}
}

// texts returns a column of texts as the cells of a row.
func texts(column ...string) []cell {
	var out []cell
	for _, s := range column {
		out = append(out, text(s))
	}
	return out
}

// label returns an official number, which sorts as a number where it is a plain one; "1.10" and "01" are names.
func label(s string) cell {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && strconv.FormatInt(n, 10) == s {
		return number(n)
	}
	return text(s)
}

// points returns the number in front of what the view says of the points of an answer, such as "4点".
func points(s string) cell {
	digits := s[:len(s)-len(strings.TrimLeft(s, "-0123456789"))]
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || strings.HasPrefix(s[len(digits):], ".") || strings.HasPrefix(s[len(digits):], "/") {
		return text(s)
	}
	return number(n)
}

// rank returns a priority; there is none where it is 0.
func rank(n int) cell {
	if n == 0 {
		return text("")
	}
	return number(int64(n))
}

// byNumber is how the format itself writes a character by its number; a program would show another text.
var byNumber = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// clean returns a text with what no workbook may hold shown as "�", and with a wide underscore where it would be read as
// the number of a character. Line ends become line feeds; so many of them that a cell could not hold them become blanks.
func clean(s string) string {
	for byNumber.MatchString(s) { // more than once where one begins with the end of another
		s = byNumber.ReplaceAllString(s, "＿$1")
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	lines := 0
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			if lines++; lines > maxLineEnds {
				return ' '
			}
		case r != '\t' && unicode.IsControl(r), r == '\uFFFE', r == '\uFFFF':
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// shorten cuts a text that is longer than a cell may be, and says so at its end.
func shorten(s string, l lang.Lang) (short string, cut bool) {
	mark := wordCut.In(l)
	room, length := maxCharacters-utf16Length(mark), 0
	end := 0 // of what fits together with the mark
	for i, r := range s {
		if length <= room {
			end = i
		}
		length += utf16.RuneLen(r)
		if length > maxCharacters {
			return s[:end] + mark, true
		}
	}
	return s, false
}

func utf16Length(s string) int { return len(utf16.Encode([]rune(s))) }

// formulaLike reports whether a text begins in a way that some spreadsheet takes for a formula when it is typed in.
func formulaLike(s string) bool {
	return s != "" && strings.ContainsRune("=+-@＝＋－＠\t\n", []rune(s[:min(len(s), 4)])[0])
}
