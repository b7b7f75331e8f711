package problem_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/columns"
)

// place returns a problem at a place.
func place(line, column int) problem.Problem {
	return problem.Problem{Kind: bad, Position: problem.Position{Line: line, Column: column}}
}

func TestExcerpt(t *testing.T) {
	for _, test := range []struct {
		name, source string
		line, column int
		want         string
		reason       string
	}{
		{"letters", `{"a": 1}`, 1, 7, "{\"a\": 1}\n      ^", "a blank for every letter"},
		{"first", `{}`, 1, 1, "{}\n^", "no blank before the first column"},
		{"second line", "{\n \"a\": x}\n", 2, 7, " \"a\": x}\n      ^", "only the line of the problem"},
		{"full-width", `"名": "協会"`, 1, 6, "\"名\": \"協会\"\n \u3000   ^", "a wide space below a kanji, one column of the place"},
		{"under full-width", `"協会"`, 1, 3, "\"協会\"\n \u3000＾", "the caret is as wide as what it points at"},
		{"full-width digits", `１２x`, 1, 3, "１２x\n\u3000\u3000^", "full-width digits are as wide as kanji"},
		{"half-width kana", `ﾎｼx`, 1, 3, "ﾎｼx\n  ^", "half-width kana take one column"},
		{"under half-width kana", `ﾎｼﾞ`, 1, 2, "ﾎｼﾞ\n ^", "and have a narrow caret"},
		{"emoji", `🔒x`, 1, 2, "🔒x\n\u3000^", "an emoji is as wide as a kanji"},
		{"under an emoji", `a🔒`, 1, 2, "a🔒\n ＾", "and so is the caret"},
		{"family", "👨\u200d👩x", 1, 4, "👨\u200d👩x\n\u3000\u3000^", "a joiner takes no column"},
		{"inside a family", "a👨\u200d👩x", 1, 4, "a👨\u200d👩x\n ＾", "a place inside a sign is the sign"},
		{"combining", "か\u3099x", 1, 3, "か\u3099x\n\u3000^", "nothing below a combining mark"},
		{"accent", "e\u0301x", 1, 3, "e\u0301x\n ^", "nor below one on a letter"},
		{"on a mark", "xe\u0301", 1, 3, "xe\u0301\n ^", "a place on a mark is the letter that carries it"},
		{"tab", "\t\"a\": x", 1, 7, "\t\"a\": x\n\t     ^", "a tab below a tab"},
		{"on a tab", "a\tb", 1, 2, "a\tb\n ^", "a caret stands where the tab begins"},
		{"mark behind a tab", "\t\u0301x", 1, 3, "\t\u0301x\n\t^", "a tab carries no mark"},
		{"CRLF", "{\r\n\"a\": x\r\n}", 2, 6, "\"a\": x\n     ^", "the line end is no part of the line"},
		{"behind a line", "ab\r\ncd", 1, 3, "ab\n  ^", "a missing comma is behind the last character"},
		{"far behind a line", "ab", 1, 99, "ab\n  ^", "no further than behind the last character"},
		{"empty line", "\n\n", 2, 1, "\n^", "an empty line has a place, too"},
		{"empty source", "", 1, 1, "\n^", "so has an empty file"},
		{"behind the source", "ab", 2, 1, "", "a line that is not there shows nothing"},
		{"unknown", "ab", 0, 0, "", "the zero position is no place"},
		{"no column", "ab", 1, 0, "", "columns count from 1"},
		{"negative", "ab", -1, -1, "", "and lines, too"},
		{"invalid UTF-8", "\"\xff協\" x", 1, 6, "\"�協\" x\n  \u3000  ^", "a byte that is no text is shown as a sign"},
		{"stray continuation", "a\x80\x80x", 1, 2, "a��x\n   ^", "a byte that continues nothing is no column for the readers"},
		{"truncated", "a\xe5\x8d", 1, 2, "a��\n ^", "half a character at the end"},
		{"control", "a\x1b[31mb", 1, 7, "a�[31mb\n      ^", "a document cannot steer the terminal"},
		{"direction", "a\u202eb", 1, 3, "a�b\n  ^", "nor turn the direction of writing"},
		{"line separator", "a\u2028b", 1, 3, "a�b\n  ^", "nor begin a line of its own"},
		{"carriage return", "a\rb", 1, 3, "a�b\n  ^", "nor write over the line"},
		{"byte order mark", "\ufeff{x", 1, 3, "\ufeff{x\n ^", "it is not drawn"},
		{"100 columns", strings.Repeat("a", 100), 1, 100, strings.Repeat("a", 100) + "\n" + strings.Repeat(" ", 99) + "^", "a line that fits is whole"},
		{"101 columns", strings.Repeat("a", 101), 1, 101, "…" + strings.Repeat("a", 98) + "\n" + strings.Repeat(" ", 98) + "^", "one that does not is cut"},
		{"begin of a long line", "x" + strings.Repeat("a", 10000), 1, 1, "x" + strings.Repeat("a", 97) + "…\n^", "cut at the end only"},
		{"middle of a long line", strings.Repeat("星", 5000) + "x" + strings.Repeat("取", 5000), 1, 5001,
			"…" + strings.Repeat("星", 24) + "x" + strings.Repeat("取", 24) + "…\n " + strings.Repeat("\u3000", 24) + "^", "cut at both sides, the place in the middle"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, place(test.line, test.column).Excerpt([]byte(test.source))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
		})
	}
}

// A cut never parts a mark from the letter that carries it.
func TestExcerptKeepsSignsWhole(t *testing.T) {
	for _, source := range []string{strings.Repeat("か\u3099", 300), strings.Repeat("👩\u200d🔧", 300), strings.Repeat("👍\U0001f3fd", 300)} {
		for column := 1; column < 600; column++ {
			text, _, _ := strings.Cut(place(1, column).Excerpt([]byte(source)), "\n")
			for _, cut := range []string{"…\u3099", "…\u200d", "\u200d…", "…🔧", "…\U0001f3fd", "👍…", "か…"} {
				if strings.Contains(text, cut) {
					t.Fatalf("column %d: %q is cut inside a sign", column, text)
				}
			}
		}
	}
}

// FuzzExcerpt holds an excerpt of any source to what is promised: two lines, of which none is too wide, and a caret that
// stands where the text before it ends.
func FuzzExcerpt(f *testing.F) {
	f.Add([]byte("{\"名\": \"協会\",\r\n\t\"e\u0301\": 🔒}"), 2, 4)
	f.Add([]byte(strings.Repeat("か\u3099\xff\x80\t", 200)), 1, 300)
	f.Add([]byte("\x1b\u202e\u2028"), 1, 2)
	f.Fuzz(func(t *testing.T, source []byte, line, column int) {
		excerpt := place(line, column).Excerpt(source)
		if excerpt == "" {
			return
		}
		text, below, _ := strings.Cut(excerpt, "\n")
		if !utf8.ValidString(excerpt) || strings.ContainsAny(below, "\n\r") || strings.ContainsAny(text, "\n\r\x1b\u202e\u2028") {
			t.Errorf("%q steers", excerpt)
		}
		if n := columns.Of(text); n > 100 && !strings.Contains(text, "\u200d") {
			t.Errorf("%q takes %d columns", text, n)
		}
		blanks := strings.TrimRight(below, "^＾")
		if strings.Trim(blanks, " \t\u3000") != "" || len(blanks) == len(below) {
			t.Errorf("%q is no caret", below)
		}
		if columns.Of(blanks) > columns.Of(text) {
			t.Errorf("the caret of %q stands behind the text", excerpt)
		}
	})
}

func ExampleProblem_Excerpt() {
	source := []byte("{\n  \"publisher\": \"試験協会\" \"published\": \"\"\n}\n")
	p := problem.Problem{Kind: bad, Position: problem.Position{Line: 2, Column: 23}}
	fmt.Println(p.Excerpt(source))
	// Output:
	//   "publisher": "試験協会" "published": ""
	//                 　　　　  ^
}
