package terminal

import (
	"strings"
	"unicode"

	"github.com/hoshitori/hoshitori/internal/columns"
)

// Width returns how many columns a text takes.
func Width(s string) int { return columns.Of(s) }

// Pad returns the text followed by spaces up to the width. A text that is longer stays as it is.
func Pad(s string, width int) string {
	if n := width - Width(s); n > 0 {
		return s + strings.Repeat(" ", n)
	}
	return s
}

// Clean returns the text without what could steer a terminal or turn the direction of writing: such characters, which
// only a document made to deceive contains, are shown as "�". Line ends and tabs become spaces.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case columns.Steers(r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
