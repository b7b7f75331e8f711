package lang_test

import (
	"fmt"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		reason, code string
		want         lang.Lang
		ok           bool
	}{
		{"the code itself", "ja", lang.JA, true},
		{"the code itself", "en", lang.EN, true},
		{"as LANG has it", "ja_JP.UTF-8", lang.JA, true},
		{"as browsers have it", "en-US", lang.EN, true},
		{"with an encoding only", "ja.UTF-8", lang.JA, true},
		{"in capitals", "EN", lang.EN, true},
		{"another language", "fr", lang.Unstated, false},
		{"a longer code that begins alike", "jam", lang.Unstated, false},
		{"a longer code that begins alike", "eng", lang.Unstated, false},
		{"the locale of programs", "C", lang.Unstated, false},
		{"empty", "", lang.Unstated, false},
		{"a country is no language", "JP", lang.Unstated, false},
	} {
		if got, ok := lang.Parse(test.code); got != test.want || ok != test.ok {
			t.Errorf("%s: Parse(%q) = %v, %v", test.reason, test.code, got, ok)
		}
	}
	for l, want := range map[lang.Lang]string{lang.JA: "ja", lang.EN: "en", lang.Unstated: "", 99: ""} {
		if got := l.String(); got != want {
			t.Errorf("%d is written %q, want %q", l, got, want)
		}
	}
}

func TestIn(t *testing.T) {
	both := lang.Text{JA: "はい", EN: "Yes"}
	for _, test := range []struct {
		reason string
		text   lang.Text
		in     lang.Lang
		want   string
	}{
		{"Japanese", both, lang.JA, "はい"},
		{"English", both, lang.EN, "Yes"},
		{"Japanese comes first where nothing is stated", both, lang.Unstated, "はい"},
		{"a reader sees something rather than nothing", lang.Text{JA: "はい"}, lang.EN, "はい"},
		{"a reader sees something rather than nothing", lang.Text{EN: "Yes"}, lang.JA, "Yes"},
		{"nothing is nothing", lang.Text{}, lang.EN, ""},
	} {
		if got := test.text.In(test.in); got != test.want {
			t.Errorf("%s: got %q, want %q", test.reason, got, test.want)
		}
	}
	if both.IsZero() || (lang.Text{EN: "x"}).IsZero() || !(lang.Text{}).IsZero() {
		t.Error("IsZero is true of the empty text alone")
	}
}

func TestFill(t *testing.T) {
	for _, test := range []struct {
		reason, template string
		args             []lang.Arg
		want             string
	}{
		{"a name is replaced by its value", "item {id}!", []lang.Arg{lang.Value("id", "7")}, "item 7!"},
		{"as often as it occurs", "{id}{id}", []lang.Arg{lang.Value("id", "7")}, "77"},
		{"several names", "{a}-{b}", []lang.Arg{lang.Value("a", "1"), lang.Value("b", "2")}, "1-2"},
		{"a name without value stays", "{a} {b}", []lang.Arg{lang.Value("a", "1")}, "1 {b}"},
		{"a value that looks like a name is not looked at again", "{a} {b}", []lang.Arg{lang.Value("a", "{b}"), lang.Value("b", "{a}")}, "{b} {a}"},
		{"a value that names itself ends", "{a}", []lang.Arg{lang.Value("a", "{a}{a}")}, "{a}{a}"},
		{"values that would join to a name do not", "{a}{b}", []lang.Arg{lang.Value("a", "{"), lang.Value("b", "a}")}, "{a}"},
		{"a longer name is another", "{id}{idx}", []lang.Arg{lang.Value("id", "1"), lang.Value("idx", "2")}, "12"},
		{"an open brace at the end", "x {", []lang.Arg{lang.Value("a", "1")}, "x {"},
		{"an unclosed name", "{a", []lang.Arg{lang.Value("a", "1")}, "{a"},
		{"braces around braces", "{{a}}", []lang.Arg{lang.Value("a", "1")}, "{1}"},
		{"nothing to fill in", "{a}", nil, "{a}"},
		{"the empty value", "[{a}]", []lang.Arg{lang.Value("a", "")}, "[]"},
	} {
		got := lang.Text{JA: test.template, EN: test.template}.Fill(test.args)
		if got.JA != test.want || got.EN != test.want {
			t.Errorf("%s: %q gives %q, want %q", test.reason, test.template, got.EN, test.want)
		}
	}
	got := lang.Text{JA: "{w}がない", EN: "no {w}"}.Fill([]lang.Arg{{Name: "w", Text: lang.Text{JA: "値", EN: "value"}}})
	if got != (lang.Text{JA: "値がない", EN: "no value"}) {
		t.Errorf("each language is filled with its own value: %+v", got)
	}
}

func ExampleText_Fill() {
	message := lang.Text{JA: "項目「{item}」はありません。", EN: "There is no item {item}."}
	filled := message.Fill([]lang.Arg{lang.Value("item", "26")})
	fmt.Println(filled.In(lang.JA))
	fmt.Println(filled.In(lang.EN))
	// Output:
	// 項目「26」はありません。
	// There is no item 26.
}
