package columns_test

import (
	"testing"
	"unicode/utf8"

	"github.com/hoshitori/hoshitori/internal/columns"
)

func TestOf(t *testing.T) {
	for _, test := range []struct {
		text   string
		want   int
		reason string
	}{
		{"", 0, "nothing takes no room"},
		{"abc", 3, "a letter is one column"},
		{"星取り", 6, "a full-width character is two"},
		{"ﾎｼ", 2, "half-width kana are one column each"},
		{"１２", 4, "full-width digits are two"},
		{"か\u3099", 2, "a combining mark takes no column of its own"},
		{"e\u0301", 1, "nor does one on a letter"},
		{"🔒", 2, "an emoji is drawn over two columns"},
		{"★", 1, "its width is ambiguous, and one by default"},
		{"a\u200db", 2, "a joiner is not drawn"},
		{"\u3000", 2, "the full-width space is as wide as a kanji"},
		{"\xff", 1, "what is no UTF-8 is shown as one sign"},
	} {
		if got := columns.Of(test.text); got != test.want {
			t.Errorf("Of(%q) = %d, want %d: %s", test.text, got, test.want, test.reason)
		}
	}
}

func TestOfRuneAddsUp(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if n := columns.OfRune(r); n < 0 || n > 2 {
			t.Fatalf("%U takes %d columns", r, n)
		}
	}
}

func TestSteers(t *testing.T) {
	for _, r := range "\x1b\x00\x7f\u0085\n\t\u202e\u2066" {
		if !columns.Steers(r) {
			t.Errorf("%U steers", r)
		}
	}
	for _, r := range "a星\u3000\u200d\u3099~" {
		if columns.Steers(r) {
			t.Errorf("%U does not steer", r)
		}
	}
}
