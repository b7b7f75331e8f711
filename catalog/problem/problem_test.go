package problem_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

var (
	bad = &problem.Kind{Code: "test/bad",
		Message: lang.Text{JA: "「{v}」は使えません。", EN: "\"{v}\" cannot be used."}, Hint: lang.Text{JA: "直してください。", EN: "Mend it."}}
	odd = &problem.Kind{Code: "test/odd", Severity: problem.Warning,
		Message: lang.Text{JA: "「{v}」は珍しい。", EN: "\"{v}\" is odd."}}
)

func at(k *problem.Kind, line, column int, v string) problem.Problem {
	return problem.Problem{Kind: k, Position: problem.Position{Line: line, Column: column}, Args: []lang.Arg{lang.Value("v", v)}}
}

func TestText(t *testing.T) {
	inFile := at(bad, 3, 5, "x")
	inFile.File = "a.json"
	noPlace := at(bad, 0, 0, "x")
	onlyFile := noPlace
	onlyFile.File = "a.json"
	for _, test := range []struct {
		reason  string
		problem problem.Problem
		ja, en  string
	}{
		{"file, place, message, hint and code", inFile, "a.json:3:5: 「x」は使えません。直してください。 [test/bad]", "a.json:3:5: \"x\" cannot be used. Mend it. [test/bad]"},
		{"without a file", at(bad, 3, 5, "x"), "3:5: 「x」は使えません。直してください。 [test/bad]", "3:5: \"x\" cannot be used. Mend it. [test/bad]"},
		{"without a place", noPlace, "「x」は使えません。直してください。 [test/bad]", "\"x\" cannot be used. Mend it. [test/bad]"},
		{"a file without a place", onlyFile, "a.json: 「x」は使えません。直してください。 [test/bad]", "a.json: \"x\" cannot be used. Mend it. [test/bad]"},
		{"without a hint", at(odd, 1, 1, "x"), "1:1: 「x」は珍しい。 [test/odd]", "1:1: \"x\" is odd. [test/odd]"},
		{"braces in a value stay", at(odd, 1, 1, "{v}"), "1:1: 「{v}」は珍しい。 [test/odd]", "1:1: \"{v}\" is odd. [test/odd]"},
	} {
		if got := test.problem.Text(lang.JA); got != test.ja {
			t.Errorf("%s:\n got %s\nwant %s", test.reason, got, test.ja)
		}
		if got := test.problem.Text(lang.EN); got != test.en {
			t.Errorf("%s:\n got %s\nwant %s", test.reason, got, test.en)
		}
		if test.problem.Error() != test.en {
			t.Errorf("%s: as an error it is not in English", test.reason)
		}
	}
}

func TestList(t *testing.T) {
	for _, test := range []struct {
		reason string
		list   problem.List
		ok     bool
		text   string
	}{
		{"a nil list may be used", nil, true, "no problem"},
		{"an empty list", problem.List{}, true, "no problem"},
		{"warnings refuse nothing", problem.List{at(odd, 1, 1, "x"), at(odd, 2, 1, "y")}, true, "no problem"},
		{"one error", problem.List{at(bad, 1, 1, "x")}, false, `1:1: "x" cannot be used. Mend it. [test/bad]`},
		{"the first error, not the first problem", problem.List{at(odd, 1, 1, "w"), at(bad, 2, 1, "x")}, false, `2:1: "x" cannot be used. Mend it. [test/bad]`},
		{"errors are counted, warnings are not", problem.List{at(bad, 1, 1, "x"), at(odd, 2, 1, "w"), at(bad, 3, 1, "y"), at(bad, 4, 1, "z")}, false,
			`1:1: "x" cannot be used. Mend it. [test/bad] (and 2 more)`},
	} {
		if got := test.list.OK(); got != test.ok {
			t.Errorf("%s: OK is %v", test.reason, got)
		}
		if got := test.list.Error(); got != test.text {
			t.Errorf("%s: %s, want %s", test.reason, got, test.text)
		}
		err := test.list.Err()
		if (err == nil) != test.ok {
			t.Errorf("%s: Err is %v", test.reason, err)
		}
		var list problem.List
		if err != nil && (!errors.As(err, &list) || len(list) != len(test.list)) {
			t.Errorf("%s: the list is not found in its error", test.reason)
		}
		test.list.Sort()
		if len(test.list.InFile("x")) != len(test.list) {
			t.Errorf("%s: InFile changed the number of problems", test.reason)
		}
	}
}

func TestSort(t *testing.T) {
	list := problem.List{at(bad, 2, 1, "d"), at(bad, 1, 10, "c"), at(bad, 1, 9, "a"), at(odd, 1, 9, "b"), at(bad, 0, 0, "0")}
	list.Sort()
	got := ""
	for _, p := range list {
		got += p.Args[0].Text.EN
	}
	if got != "0abcd" {
		t.Errorf("sorted into %s, want 0abcd: by line, then by column as a number, then as found", got)
	}
}

func TestInFileCopies(t *testing.T) {
	list := problem.List{at(bad, 1, 1, "x")}
	if placed := list.InFile("a.json"); placed[0].File != "a.json" || list[0].File != "" {
		t.Error("InFile must place the problems of a copy")
	}
}

func TestSeverity(t *testing.T) {
	if (&problem.Kind{}).Severity != problem.Error {
		t.Error("a kind that forgets to say is an error")
	}
	if problem.Error.String() != "error" || problem.Warning.String() != "warning" {
		t.Error("severities are written error and warning")
	}
}

func ExampleList() {
	list := problem.List{at(odd, 3, 1, "９"), at(bad, 1, 8, "x")}
	list.Sort()
	for _, p := range list.InFile("answers.json") {
		fmt.Println(p.Kind.Severity, p.Text(lang.JA))
	}
	fmt.Println(list.OK())
	// Output:
	// error answers.json:1:8: 「x」は使えません。直してください。 [test/bad]
	// warning answers.json:3:1: 「９」は珍しい。 [test/odd]
	// false
}
