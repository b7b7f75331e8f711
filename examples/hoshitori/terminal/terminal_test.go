package terminal

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWidth(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       int
		reason     string
	}{
		{"latin", "abc", 3, "a letter is one column"},
		{"kanji", "星取り", 6, "a full-width character is two"},
		{"half-width kana", "ﾎｼ", 2, "half-width kana are one column each"},
		{"full-width digits", "１２", 4, "full-width digits are two"},
		{"voiced mark", "か\u3099", 2, "a combining mark takes no column of its own"},
		{"emoji", "🔒", 2, "terminals draw it over two columns"},
		{"star", "★", 1, "its width is ambiguous, and one by default"},
		{"joiner", "a\u200db", 2, "a joiner is not drawn"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Width(test.text); got != test.want {
				t.Errorf("Width(%q) = %d, want %d: %s", test.text, got, test.want, test.reason)
			}
		})
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		name   string
		width  int
		text   string
		want   []string
		reason string
	}{
		{"japanese", 10, "仕事で使う機器を更新", []string{"仕事で使う", "機器を更新"}, "a line may end between full-width characters"},
		{"full stop", 10, "仕事で使う。機器", []string{"仕事で使", "う。機器"}, "a full stop never begins a line"},
		{"bracket", 10, "仕事で使（う）", []string{"仕事で使", "（う）"}, "an opening bracket never ends a line"},
		{"words", 11, "one two three", []string{"one two", "three"}, "a word is not broken"},
		{"long word", 4, "abcdefghij", []string{"abcd", "efgh", "ij"}, "a word that is wider than a line has to be"},
		{"address", 10, "見る https://example.org/doc", []string{"見る", "https://example.org/doc"}, "an address can be followed only whole"},
		{"mixed", 10, "Wi-Fiを守る仕事", []string{"Wi-Fiを守", "る仕事"}, "a line may end between scripts"},
		{"control", 20, "a\x1b[31mb\nc", []string{"a�[31mb c"}, "a document cannot steer the terminal"},
		{"direction", 20, "a\u202eb", []string{"a�b"}, "a document cannot turn the direction of writing"},
		{"empty", 10, "", []string{""}, "an empty text is an empty line"},
		{"no room", 0, "星a", []string{"星", "a"}, "a width that holds nothing still ends"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Wrap(test.text, test.width)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
		})
	}
}

// FuzzWrap holds Wrap to what it promises for any text: no line is too wide, but for addresses and for single
// characters that are, and nothing but spaces is lost.
func FuzzWrap(f *testing.F) {
	f.Add("仕事で使う機器のOS（パソコンの基本ソフト）を、欠かさず更新していますか。 Really?", 12)
	f.Add("か\u3099゙ https://example.org/ 🔒\x00\xff", 3)
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = width&0x7f + 2
		lines := Wrap(text, width)
		for _, line := range lines {
			if Width(line) > width && !strings.Contains(line, "://") {
				t.Errorf("line %q is wider than %d", line, width)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got, want := bare(strings.Join(lines, "")), bare(Clean(text)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

func TestColumnsAlign(t *testing.T) {
	got := Columns([][]string{{"名前", "状態"}, {"sa2@3.1", "旧版"}, {"b", "x"}})
	want := []string{"名前     状態", "sa2@3.1  旧版", "b        x"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPageHangsAndPaints(t *testing.T) {
	p := Page{Width: 13, Color: true}
	p.Heading("次に")
	p.Item("  1. ", "鍵をかけます。")
	want := "\x1b[1;36m次に\x1b[0m\n  1. 鍵をかけ\n     ます。\n"
	if diff := cmp.Diff(want, p.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
