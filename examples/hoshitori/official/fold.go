package official

import (
	"strings"
	"unicode"
)

// fold writes a text in one width: full-width letters, digits and signs as their ASCII forms, every kind of space as a
// blank and every kind of hyphen as "-". Characters that cannot be seen are dropped.
func fold(s string) string {
	return foldLongMarks(strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r >= '‐' && r <= '―', r == '−', r == '﹣':
			return '-'
		case r == '\u200b', r == '\u200c', r == '\u200d', r == '\u2060', r == '\ufeff', r == '\u00ad', unicode.Is(unicode.Variation_Selector, r):
			return -1
		case r != '\n' && unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s))
}

// foldLongMarks takes a long vowel mark between digits for the hyphen that was meant.
func foldLongMarks(s string) string {
	if !strings.ContainsAny(s, "ーｰ") {
		return s
	}
	runes := []rune(s)
	for i := 1; i+1 < len(runes); i++ {
		if (runes[i] == 'ー' || runes[i] == 'ｰ') && isDigit(runes[i-1]) && isDigit(runes[i+1]) {
			runes[i] = '-'
		}
	}
	return string(runes)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// squeeze folds a text and takes out all white space: in Japanese neither a line break nor a blank is part of a title.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, fold(s))
}
