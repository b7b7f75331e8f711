package jsondoc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// found writes problems as "line:column code pointer", one a line.
func found(list problem.List) string {
	lines := make([]string, len(list))
	for i, p := range list {
		lines[i] = strings.TrimRight(fmt.Sprintf("%d:%d %s %s", p.Position.Line, p.Position.Column, p.Kind.Code, p.Pointer), " ")
	}
	return strings.Join(lines, "\n")
}

func nested(depth int) string { return strings.Repeat("[", depth) + strings.Repeat("]", depth) }

func TestParse(t *testing.T) {
	tests := []struct {
		name, reason, text string
		want               string // canonical text, where the text is good
		problems           string
	}{
		{"null", "the smallest documents are single values", "null", "null", ""},
		{"true", "a literal", "true", "true", ""},
		{"false", "a literal", " false ", "false", ""},
		{"empty object", "members may be absent", "{}", "{}", ""},
		{"empty array", "elements may be absent", "[ ]", "[]", ""},
		{"white space", "RFC 8259 knows four characters of white space", "\t\r\n [\t1\r,\n2 ]\n", "[1,2]", ""},
		{"nested", "objects and arrays hold each other", `{"a":[{"b":null}]}`, `{"a":[{"b":null}]}`, ""},
		{"escapes", "every escape of RFC 8259", `"\"\\\/\b\f\n\r\t\u0041\u00e9\u3042"`, `"\"\\/\b\f\n\r\tAéあ"`, ""},
		{"surrogate pair", "two escapes make one character", `"\uD83D\ude00"`, `"😀"`, ""},
		{"escaped NUL", "RFC 8259 allows it", `"\u0000"`, `"\u0000"`, ""},
		{"byte order mark", "accepted with a warning, and no column", "\ufeff[1]", "[1]", "1:1 json/byte-order-mark"},
		{"replacement character", "U+FFFD written as itself is a character like others", `"` + "\ufffd" + `"`, `"` + "\ufffd" + `"`, ""},
		{"noncharacter", "U+FFFE is valid in UTF-8", `"` + "\ufffe" + `"`, `"` + "\ufffe" + `"`, ""},
		{"depth at the limit", "64 levels are allowed", nested(64), nested(64), ""},
		{"many members", "objects with more than 16 members are kept whole", manyMembers(40), manyMembers(40), ""},

		{"empty", "no value at all", "", "", "1:1 json/syntax"},
		{"white space only", "no value at all, and the place is the end", " \n ", "", "2:2 json/syntax"},
		{"two values", "only one value may stand in a file", "{} {}", "", "1:4 json/syntax"},
		{"second byte order mark", "only the first is a mark", "\ufeff\ufeff1", "", "1:1 json/byte-order-mark\n1:1 json/syntax"},
		{"word", "a word that JSON does not know", "nul", "", "1:1 json/syntax"},
		{"capital", "literals are lower case", "True", "", "1:1 json/syntax"},
		{"NaN", "not a number of JSON", "NaN", "", "1:1 json/syntax"},
		{"comma at the end of an array", "not JSON", "[1,]", "", "1:4 json/syntax"},
		{"comma at the end of an object", "not JSON", `{"a":1,}`, "", "1:8 json/syntax"},
		{"comma at the beginning", "not JSON", `{,"a":1}`, "", "1:2 json/syntax"},
		{"missing comma", "the place is that of what stands there instead", "[1\n  2]", "", "2:3 json/syntax"},
		{"missing colon", "the place is that of what stands there instead", `{"a" 1}`, "", "1:6 json/syntax"},
		{"missing value", "a member needs one", `{"a":}`, "", "1:6 json/syntax"},
		{"name without quotes", "not JSON", `{a:1}`, "", "1:2 json/syntax"},
		{"unclosed object", "the place is the end", `{"a":1`, "", "1:7 json/syntax"},
		{"unclosed array", "the place is the end", "[1", "", "1:3 json/syntax"},
		{"unclosed string", "the place is the end", `"あ`, "", "1:3 json/syntax"},
		{"unclosed escape", "the text ends after a backslash", `"\`, "", "1:3 json/syntax"},
		{"unknown escape", "\\x is not of JSON", `"\x41"`, "", "1:4 json/syntax"},
		{"short escape", "four digits are needed", `"\u00g0"`, "", "1:4 json/syntax"},
		{"wrong closing", "an array does not end with }", "[1}", "", "1:3 json/syntax"},
		{"line break in a string", "control characters are escaped in JSON", "\"a\nb\"", "", "1:3 json/syntax"},
		{"DEL is allowed", "only characters below U+0020 are refused", "\"\x7f\"", "\"\x7f\"", ""},
		{"plus sign", "numbers have no plus", "+1", "", "1:1 json/syntax"},
		{"point first", "a number begins with a digit", ".5", "", "1:1 json/syntax"},
		{"minus alone", "a digit must follow", "[-]", "", "1:3 json/syntax"},
		{"point last", "a digit must follow", "[1.]", "", "1:4 json/syntax"},
		{"exponent without digits", "a digit must follow", "[1e+]", "", "1:5 json/syntax"},
		{"hexadecimal", "not JSON", "[0x1]", "", "1:3 json/syntax"},

		{"duplicate key", "which one counts cannot be told; the second is reported", `{"a":1,"b":2,"a":3}`, "", "1:14 json/duplicate-key /a"},
		{"duplicate key among many", "large objects are watched too", strings.Replace(manyMembers(40), `"k39"`, `"k03"`, 1), "", "1:314 json/duplicate-key /k03"},
		{"duplicate key inside", "the pointer leads to it, escaped by RFC 6901", `[{"a/b":{"~":1,"~":1}}]`, "", "1:16 json/duplicate-key /0/a~1b/~0"},
		{"equal keys in two objects", "nothing is double here", `[{"a":1},{"a":1}]`, `[{"a":1},{"a":1}]`, ""},
		{"lone high surrogate", "half of a character", `["\ud800"]`, "", "1:3 json/lone-surrogate /0"},
		{"lone low surrogate", "the other half", `["\udc00x"]`, "", "1:3 json/lone-surrogate /0"},
		{"two high surrogates", "neither has its second half, and two problems are told", `["\ud800\ud800"]`, "", "1:3 json/lone-surrogate /0"},
		{"lone surrogate in a name", "names are strings too", `{"\ud800":1}`, "", "1:3 json/lone-surrogate"},
		{"invalid UTF-8", "a byte that begins no character", "[\"あ\xff\"]", "", "1:4 json/encoding /0"},
		{"cut character", "two of three bytes", "[\"\xe3\x81\"]", "", "1:3 json/encoding /0"},
		{"surrogate as UTF-8", "CESU-8 is not UTF-8", "[\"\xed\xa0\x80\"]", "", "1:3 json/encoding /0"},
		{"overlong", "C0 80 is not the NUL of UTF-8", "[\"\xc0\x80\"]", "", "1:3 json/encoding /0"},
		{"too long number", "2^53+1 has no double", "[9007199254740993]", "", "1:2 json/number /0"},
		{"several", "problems that leave the text readable are collected", `{"n":1e999,"n":1,"s":"\udead"}`, "", "1:6 json/number /n\n1:12 json/duplicate-key /n\n1:23 json/lone-surrogate /s"},
		{"too deep", "a file cannot exhaust the stack", strings.Repeat("[", 100000), "", "1:65 json/depth " + strings.Repeat("/0", 64)},
		{"leading zero", "the place is that of the first character that cannot go on", "[012]", "", "1:3 json/syntax"},

		{"full-width", "a column is a code point", `{"全角　ＡＢＣ": x}`, "", "1:12 json/syntax"},
		{"half-width kana", "the voiced mark is a character of its own", `["ｶﾞｷﾞ", x]`, "", "1:10 json/syntax"},
		{"emoji", "four bytes, one column", `["😀😀", x]`, "", "1:8 json/syntax"},
		{"joined emoji", "a family is five characters: three people, two joiners", `["👨‍👩‍👧", x]`, "", "1:11 json/syntax"},
		{"combining marks", "か and a mark are two columns, が is one", "[\"か\u3099が\", x]", "", "1:9 json/syntax"},
		{"lines", "LF ends a line, in CR LF too", "[\r\n\"行\",\n\n x]", "", "4:2 json/syntax"},
		{"tab", "a tab is one column", "[\t\tx]", "", "1:4 json/syntax"},
	}
	names := map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || names[test.name] {
			t.Errorf("%s: no reason, or a name used twice", test.name)
		}
		names[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			v, problems := jsondoc.Parse([]byte(test.text))
			if diff := cmp.Diff(test.problems, found(problems)); diff != "" {
				t.Errorf("%s\nproblems (-want +got):\n%s", test.reason, diff)
			}
			if test.want == "" {
				if problems.OK() {
					t.Errorf("accepted: %s", test.reason)
				}
				return
			}
			if got := string(jsondoc.AppendCanonical(nil, v)); got != test.want {
				t.Errorf("got %s, want %s: %s", got, test.want, test.reason)
			}
		})
	}
}

// manyMembers is an object with n members k00, k01, …
func manyMembers(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`,"k` + string(rune('0'+i/10)) + string(rune('0'+i%10)) + `":1`)
	}
	return "{" + b.String()[1:] + "}"
}

// A file of one long line must not cost more than its length for every problem in it.
func TestPlacesOnOneLongLine(t *testing.T) {
	text := "[" + strings.Repeat(`"あ\ud800",`, 20000) + "1]"
	_, problems := jsondoc.Parse([]byte(text))
	if len(problems) != 20000 {
		t.Fatalf("%d problems, want 20000", len(problems))
	}
	// "あ\ud800", is ten columns; the first escape stands in column 4.
	if got, want := problems[19999].Position, (problem.Position{Line: 1, Column: 4 + 10*19999}); got != want {
		t.Errorf("the last problem stands at %v, want %v", got, want)
	}
}

// Every value and every name knows where it began.
func TestPositions(t *testing.T) {
	text := "{\n  \"名前\": \"株式会社\",\n  \"数\": [10, {\"x\": true}]\n}"
	v, problems := jsondoc.Parse([]byte(text))
	if problems != nil {
		t.Fatal(problems)
	}
	for _, test := range []struct {
		reason, pointer string
		want            problem.Position
	}{
		{"the document", "", problem.Position{Line: 1, Column: 1}},
		{"a string after a full-width name", "/名前", problem.Position{Line: 2, Column: 9}},
		{"an array", "/数", problem.Position{Line: 3, Column: 8}},
		{"a number in it", "/数/0", problem.Position{Line: 3, Column: 9}},
		{"an object in it", "/数/1", problem.Position{Line: 3, Column: 13}},
		{"a literal", "/数/1/x", problem.Position{Line: 3, Column: 19}},
	} {
		if got := v.At(test.pointer); got == nil || got.Position != test.want {
			t.Errorf("%s: %+v, want %v", test.reason, got, test.want)
		}
	}
	if got, want := v.Members[1].Position, (problem.Position{Line: 3, Column: 3}); got != want {
		t.Errorf("the name stands at %v, want %v", got, want)
	}
}

func TestAt(t *testing.T) {
	v, problems := jsondoc.Parse([]byte(`{"a":[1,{"b":2}],"":3,"a/b":4,"m~n":5,"~1":6,"01":7}`))
	if problems != nil {
		t.Fatal(problems)
	}
	for _, test := range []struct{ reason, pointer, want string }{
		{"an element", "/a/0", "1"},
		{"a member of an element", "/a/1/b", "2"},
		{"the empty name", "/", "3"},
		{"an escaped slash", "/a~1b", "4"},
		{"an escaped tilde", "/m~0n", "5"},
		{"a name that looks escaped", "/~01", "6"},
		{"a name of digits", "/01", "7"},
		{"not there", "/x", ""},
		{"beyond the end", "/a/2", ""},
		{"an index has no leading zero", "/a/00", ""},
		{"an index is not negative", "/a/-1", ""},
		{"an index has no sign", "/a/+1", ""},
		{"nothing is inside a number", "/a/0/b", ""},
		{"a pointer begins with a slash", "a", ""},
	} {
		got := ""
		if value := v.At(test.pointer); value != nil {
			got = string(jsondoc.AppendCanonical(nil, *value))
		}
		if got != test.want {
			t.Errorf("%s: %q gives %q, want %q", test.reason, test.pointer, got, test.want)
		}
	}
	for _, name := range []string{"", "a", "/", "~", "~1", "~0~1", "//~~", "情報/保護"} {
		if got := jsondoc.UnescapePointer(jsondoc.EscapePointer(name)); got != name {
			t.Errorf("%q escaped and back is %q", name, got)
		}
	}
}
