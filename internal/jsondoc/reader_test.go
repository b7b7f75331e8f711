package jsondoc_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// open parses a text and opens it.
func open(t *testing.T, text string) (*jsondoc.Reader, *jsondoc.Fields) {
	t.Helper()
	v, problems := jsondoc.Parse([]byte(text))
	if problems != nil {
		t.Fatal(problems)
	}
	r := &jsondoc.Reader{}
	return r, r.Open(&v, "")
}

func TestFields(t *testing.T) {
	tests := []struct {
		name, reason, text string
		read               func(*jsondoc.Fields) any
		want               any
		problems           string
	}{
		{"string", "as it is", `{"a":"x"}`, func(f *jsondoc.Fields) any { return f.String("a") }, "x", ""},
		{"string absent", "an absent member is empty and no problem", `{}`, func(f *jsondoc.Fields) any { return f.String("a") }, "", ""},
		{"string of another type", "reported at the value", `{"a": 1}`, func(f *jsondoc.Fields) any { return f.String("a") }, "", "1:7 format/type /a"},
		{"string null", "null is not absence", `{"a":null}`, func(f *jsondoc.Fields) any { return f.String("a") }, "", "1:6 format/type /a"},
		{"int", "whole", `{"a":-12}`, func(f *jsondoc.Fields) any { n, ok := f.Int("a"); return []any{n, ok} }, []any{int64(-12), true}, ""},
		{"int with exponent", "1e3 is whole", `{"a":1e3}`, func(f *jsondoc.Fields) any { n, ok := f.Int("a"); return []any{n, ok} }, []any{int64(1000), true}, ""},
		{"int fraction", "not whole", `{"a":1.5}`, func(f *jsondoc.Fields) any { n, ok := f.Int("a"); return []any{n, ok} }, []any{int64(0), false}, "1:6 format/value /a"},
		{"int too great", "beyond 64 bits", `{"a":1e20}`, func(f *jsondoc.Fields) any { n, ok := f.Int("a"); return []any{n, ok} }, []any{int64(0), false}, "1:6 format/value /a"},
		{"int absent", "told apart from 0", `{}`, func(f *jsondoc.Fields) any { _, ok := f.Int("a"); return ok }, false, ""},
		{"date", "a day", `{"a":"2024-02-29"}`, func(f *jsondoc.Fields) any { return f.Date("a") }, "2024-02-29", ""},
		{"date empty", "not stated", `{"a":""}`, func(f *jsondoc.Fields) any { return f.Date("a") }, "", ""},
		{"date wrong", "no such day", `{"a":"2026-02-29"}`, func(f *jsondoc.Fields) any { return f.Date("a") }, "2026-02-29", "1:6 format/date /a"},
		{"text", "two languages", `{"a":{"ja":"あ","en":"a"}}`, func(f *jsondoc.Fields) any { return f.Text("a") }, lang.Text{JA: "あ", EN: "a"}, ""},
		{"text with another language", "refused by name", `{"a":{"ja":"あ","fr":"à"}}`, func(f *jsondoc.Fields) any { return f.Text("a") }, lang.Text{JA: "あ"}, "1:16 format/unknown-key /a/fr"},
		{"text with ext", "kept like any other", `{"a":{"ja":"あ","ext":{"x":1}}}`, func(f *jsondoc.Fields) any { return f.Text("a") }, lang.Text{JA: "あ", Ext: `{"x":1}`}, ""},
		{"text as string", "not an object", `{"a":"あ"}`, func(f *jsondoc.Fields) any { return f.Text("a") }, lang.Text{}, "1:6 format/type /a"},
		{"texts", "in order", `{"a":[{"ja":"一"},{"en":"two"}]}`, func(f *jsondoc.Fields) any { return f.Texts("a") }, []lang.Text{{JA: "一"}, {EN: "two"}}, ""},
		{"strings", "in order; what is none is left out and reported", `{"a":["x",1,"y"]}`, func(f *jsondoc.Fields) any { return f.Strings("a") }, []string{"x", "y"}, "1:11 format/type /a/1"},
		{"one string", "where one or several may stand", `{"a":"x"}`, func(f *jsondoc.Fields) any { return f.StringOrStrings("a") }, []string{"x"}, ""},
		{"several strings", "where one or several may stand", `{"a":["x","y"]}`, func(f *jsondoc.Fields) any { return f.StringOrStrings("a") }, []string{"x", "y"}, ""},
		{"neither string nor strings", "an array is what several are", `{"a":1}`, func(f *jsondoc.Fields) any { return f.StringOrStrings("a") }, []string(nil), "1:6 format/type /a"},
		{"code", "its place in the set", `{"a":"two"}`, func(f *jsondoc.Fields) any { return f.Code("a", []string{"", "one", "two"}) }, 2, ""},
		{"code absent", "told apart", `{}`, func(f *jsondoc.Fields) any { return f.Code("a", []string{"", "one"}) }, -1, ""},
		{"code unknown", "outside the set", `{"a":"Two"}`, func(f *jsondoc.Fields) any { return f.Code("a", []string{"", "one", "two"}) }, -1, "1:6 format/value /a"},
		{"code empty", "the zero value of a set is not written", `{"a":""}`, func(f *jsondoc.Fields) any { return f.Code("a", []string{"", "one"}) }, -1, "1:6 format/value /a"},
		{"ext", "in canonical form", `{"ext":{"b":1.0,"a":[ ]}}`, func(f *jsondoc.Fields) any { return f.Ext() }, `{"a":[],"b":1}`, ""},
		{"ext empty", "an empty object is there", `{"ext":{}}`, func(f *jsondoc.Fields) any { return f.Ext() }, `{}`, ""},
		{"ext of another type", "ext is an object", `{"ext":1}`, func(f *jsondoc.Fields) any { return f.Ext() }, "", "1:8 format/type /ext"},
		{"has", "whatever its type", `{"a":null}`, func(f *jsondoc.Fields) any { f.Raw("a"); return []bool{f.Has("a"), f.Has("b")} }, []bool{true, false}, ""},
		{"raw", "a member as it is", `{"a":[1]}`, func(f *jsondoc.Fields) any { return f.Raw("a").Elements[0].Text }, "1", ""},
		{"names", "all of them, in the order of the text; asking for the names asks for no member", `{"b":1,"a":2}`, func(f *jsondoc.Fields) any { names := f.Names(); f.Raw("a"); f.Raw("b"); return names }, []string{"b", "a"}, ""},
		{"require", "each missing one, at the object", ` {"a":1}`, func(f *jsondoc.Fields) any { f.Raw("a"); f.Require("a", "b", "c"); return nil }, nil, "1:2 format/missing\n1:2 format/missing"},
		{"objects", "those that are objects", `{"a":[{"x":"1"},2]}`, func(f *jsondoc.Fields) any { return len(f.Objects("a")) }, 1, "1:17 format/type /a/1"},
		{"pointer", "inner problems have the whole path", `{"a/b":[{},{"x":1}]}`, func(f *jsondoc.Fields) any { return f.Objects("a/b")[1].String("x") }, "", "1:17 format/type /a~1b/1/x"},
		{"format", "as wanted", `{"format":"f/1"}`, func(f *jsondoc.Fields) any { return f.Format("f/1") }, true, ""},
		{"format of another kind", "nothing else is worth reading", `{"format":"g/1"}`, func(f *jsondoc.Fields) any { return f.Format("f/1") }, false, "1:11 format/format /format"},
		{"format empty", "an empty format is another format, not a missing one", `{"format":""}`, func(f *jsondoc.Fields) any { return f.Format("f/1") }, false, "1:11 format/format /format"},
		{"format missing", "reported, and the rest is read", `{}`, func(f *jsondoc.Fields) any { return f.Format("f/1") }, true, "1:1 format/missing"},
		{"unknown keys", "each is reported at its name", `{"x":1,"y":2}`, func(f *jsondoc.Fields) any { return nil }, nil, "1:2 format/unknown-key /x\n1:8 format/unknown-key /y"},
	}
	names := map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || names[test.name] {
			t.Errorf("%s: no reason, or a name used twice", test.name)
		}
		names[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			r, f := open(t, test.text)
			got := test.read(f)
			f.Close()
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
			if diff := cmp.Diff(test.problems, found(r.Problems())); diff != "" {
				t.Errorf("%s\nproblems (-want +got):\n%s", test.reason, diff)
			}
		})
	}
}

// An object that is not there has no members, whatever one asks of it.
func TestAbsentFields(t *testing.T) {
	r, f := open(t, `{}`)
	none := f.Fields("a")
	if none != nil {
		t.Fatal("an absent object must be nil")
	}
	none.Require("x")
	none.Report(jsondoc.ValueKind, "x")
	none.Close()
	if none.String("x") != "" || none.Date("x") != "" || none.Ext() != "" || none.Has("x") || none.Names() != nil || none.Raw("x") != nil || none.Format("f") ||
		!none.Text("x").IsZero() || none.Texts("x") != nil || none.Strings("x") != nil || none.StringOrStrings("x") != nil ||
		none.Objects("x") != nil || none.Fields("x") != nil || none.Code("x", []string{"", "a"}) != -1 {
		t.Error("an absent object has members")
	}
	if r.Problems() != nil {
		t.Errorf("an absent object has problems: %v", r.Problems())
	}
}

func TestOpenOfAnotherType(t *testing.T) {
	v, _ := jsondoc.Parse([]byte("[]"))
	r := &jsondoc.Reader{}
	if r.Open(&v, "/x") != nil {
		t.Error("an array was opened as an object")
	}
	if got := found(r.Problems()); got != "1:1 format/type /x" {
		t.Errorf("got %s", got)
	}
}

// Of very many problems the first are kept and the rest counted, so that a hostile file cannot fill the memory.
func TestMoreProblems(t *testing.T) {
	r, f := open(t, "{"+strings.Repeat(" ", 3)+strings.TrimPrefix(manyKeys(jsondoc.MaxProblems+7), "{"))
	f.Close()
	problems := r.Problems()
	if len(problems) != jsondoc.MaxProblems+1 {
		t.Fatalf("%d problems, want %d and a last one", len(problems), jsondoc.MaxProblems)
	}
	last := problems[len(problems)-1]
	if last.Kind != jsondoc.MoreKind || last.Message().EN != "There are 7 more problems." {
		t.Errorf("the last problem is %q", last.Message().EN)
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	b.WriteString("{")
	for i := range n {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString(`"` + strings.Repeat("k", i+1) + `":1`)
	}
	return b.String() + "}"
}

func TestProblemsAreSorted(t *testing.T) {
	r := &jsondoc.Reader{}
	at := func(line, column int) problem.Position { return problem.Position{Line: line, Column: column} }
	r.Report(jsondoc.ValueKind, at(2, 1), "/b")
	r.Report(jsondoc.TypeKind, at(1, 9), "/a")
	r.Report(jsondoc.DateKind, at(1, 9), "/a")
	want := "1:9 format/type /a\n1:9 format/date /a\n2:1 format/value /b"
	if got := found(r.Problems()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestIsDate(t *testing.T) {
	for _, test := range []struct {
		reason, text string
		want         bool
	}{
		{"an ordinary day", "2026-11-21", true},
		{"the first day of all", "0001-01-01", true},
		{"the last with four digits", "9999-12-31", true},
		{"a leap day", "2024-02-29", true},
		{"a leap day of a century that 400 divides", "2000-02-29", true},
		{"1900 was no leap year", "1900-02-29", false},
		{"2026 is no leap year", "2026-02-29", false},
		{"April has 30 days", "2026-04-31", false},
		{"June has 30", "2026-06-30", true},
		{"January has 31", "2026-01-31", true},
		{"no day zero", "2026-01-00", false},
		{"no month zero", "2026-00-01", false},
		{"no thirteenth month", "2026-13-01", false},
		{"no year zero", "0000-01-01", false},
		{"two digits each", "2026-1-01", false},
		{"no slashes", "2026/01/01", false},
		{"no time", "2026-01-01T00:00", false},
		{"no sign", "-026-01-01", false},
		{"no letters", "2026-0a-01", false},
		{"no full-width digits", "２０２６-01-01", false},
		{"not empty", "", false},
		{"no space", "2026-01- 1", false},
	} {
		if got := jsondoc.IsDate(test.text); got != test.want {
			t.Errorf("%s: IsDate(%q) = %v", test.reason, test.text, got)
		}
	}
}

func TestBuilder(t *testing.T) {
	n := int64(0)
	var b jsondoc.Builder
	b.String("s", "")
	b.OptString("left out", "")
	b.OptString("t", "x")
	b.Int("i", -3)
	b.OptInt("left out too", nil)
	b.OptInt("zero is a number", &n)
	b.OptText("no text", lang.Text{})
	b.OptText("text", lang.Text{JA: "あ"})
	b.OptTexts("no texts", nil)
	b.OptTexts("texts", []lang.Text{{JA: "い", EN: "i"}})
	b.OptStrings("no strings", []string{})
	b.OptStrings("strings", []string{"p", "q"})
	b.OptExt(`{"z":1}`)
	want := `{"ext":{"z":1},"i":-3,"s":"","strings":["p","q"],"t":"x","text":{"ja":"あ"},"texts":[{"en":"i","ja":"い"}],"zero is a number":0}`
	if got := string(jsondoc.AppendCanonical(nil, b.Value())); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	// What is no object must not vanish in silence: it is written so that every reader refuses it.
	for ext, want := range map[string]string{"": `{}`, "[]": `{"ext":"[]"}`, "{": `{"ext":"{"}`, "1": `{"ext":"1"}`} {
		var b jsondoc.Builder
		b.OptExt(ext)
		if got := string(jsondoc.AppendCanonical(nil, b.Value())); got != want {
			t.Errorf("ext %q is written %s, want %s", ext, got, want)
		}
	}
}

// Codes are stable and unique; every kind says what is wrong and what to do, in both languages.
func TestKinds(t *testing.T) {
	codes := map[string]bool{}
	for _, k := range jsondoc.Kinds() {
		if codes[k.Code] {
			t.Errorf("%s is there twice", k.Code)
		}
		codes[k.Code] = true
		if !strings.HasPrefix(k.Code, "json/") && !strings.HasPrefix(k.Code, "format/") {
			t.Errorf("%s does not say where it comes from", k.Code)
		}
		for _, text := range []string{k.Message.JA, k.Message.EN, k.Hint.JA, k.Hint.EN} {
			if text == "" {
				t.Errorf("%s lacks a text", k.Code)
			}
		}
	}
}

// Too many warnings never refuse a document; one error beyond the limit does.
func TestProblemsBeyondTheLimit(t *testing.T) {
	for _, test := range []struct {
		reason string
		last   *problem.Kind
		code   string
		ok     bool
	}{
		{"warnings alone are no reason to refuse a document", jsondoc.BOMKind, "format/more-warnings", true},
		{"an error that is no longer listed still counts", jsondoc.ValueKind, "format/more", false},
	} {
		r := &jsondoc.Reader{}
		for range jsondoc.MaxProblems {
			r.Report(jsondoc.BOMKind, problem.Position{}, "")
		}
		r.Report(test.last, problem.Position{}, "")
		got := r.Problems()
		if last := got[len(got)-1].Kind.Code; last != test.code || got.OK() != test.ok {
			t.Errorf("%s: the last problem is %s, OK is %v", test.reason, last, got.OK())
		}
	}
}
