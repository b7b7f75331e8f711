package assess_test

import (
	"reflect"
	"strconv"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
)

// What Check accepts of a document that was built in Go, Parse accepts as well, once it is written.
func TestCheckOfBuiltDocuments(t *testing.T) {
	negative := int64(-1)
	for _, test := range []struct {
		name, reason string
		change       func(*assess.Document)
		code         string // of the first problem, "" for none
	}{
		{"plain", "nothing is wrong with it", func(*assess.Document) {}, ""},
		{"date", "a result compares dates as texts, so they have to be dates", func(d *assess.Document) { d.AssessedOn = "zzz" }, "format/date"},
		{"date of a declaration", "a late enough text is no late enough date", func(d *assess.Document) { d.Declaration = &assess.Declaration{Name: "n", Date: "9"} }, "format/date"},
		{"count", "no firm has fewer than no staff", func(d *assess.Document) { d.Subject.Employees = &negative }, "assess/negative"},
		{"encoding", "a file in UTF-8 could not hold it", func(d *assess.Document) { d.Subject.Name = "\xff" }, "json/encoding"},
		{"foreign data", "ext is an object", func(d *assess.Document) { d.Ext = "[]" }, "format/type"},
		{"site without a list of sites", "without a list of sites every site is one", func(d *assess.Document) {
			d.Respondents = []assess.Respondent{{ID: "r", Site: "hq"}}
		}, ""},
		{"evidence of one day", "evidence may take effect and expire on one day", func(d *assess.Document) {
			d.Answers[0].Evidence = []assess.Evidence{{Effective: "2026-11-21", Expires: "2026-11-21"}}
		}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := sa2v31.Catalog()
			d := assess.New(c.Ref())
			d.Set(assess.Answer{Item: "1", State: catalog.Met})
			test.change(d)
			a, problems := assess.Check(d, c)
			got := ""
			if len(problems) > 0 {
				got = problems[0].Kind.Code
			}
			if got != test.code || (a == nil) != (test.code != "") {
				t.Errorf("%s: got %q, want %q", test.reason, got, test.code)
			}
			if _, problems := assess.Parse(d.JSON()); a != nil && !problems.OK() {
				t.Errorf("%s: what was accepted cannot be read: %v", test.reason, problems)
			}
		})
	}
}

// A value outside a closed set has no code, and nothing is indexed by it.
func TestCodesOutsideTheSet(t *testing.T) {
	if got := (assess.Other + 1).String() + (assess.Unclear + 1).String(); got != "" {
		t.Errorf("got %q, want no code", got)
	}
}

// leaves calls visit with every text, number and code below v, and with where it stands. Foreign data is a leaf too.
func leaves(v reflect.Value, at string, visit func(at string, leaf reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			leaves(v.Elem(), at, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				leaves(v.Field(i), at+"."+f.Name, visit)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			leaves(v.Index(i), at+"["+strconv.Itoa(i)+"]", visit)
		}
	default:
		visit(at, v)
	}
}

// Whatever is edited in Go, Check accepts nothing that cannot be written and read again. Every place of a document is spoilt in
// turn, with and without the foreign data and carried answers that make Check write the document.
func TestEveryPlaceOfABuiltDocumentIsChecked(t *testing.T) {
	c := schemeCatalog(t)
	for _, foreign := range []bool{true, false} {
		built := func() *assess.Document {
			d, problems := assess.Parse([]byte(full))
			if !problems.OK() {
				t.Fatal(problems)
			}
			if !foreign {
				d.Carried = nil
				leaves(reflect.ValueOf(d), "", func(_ string, leaf reflect.Value) {
					if leaf.Type() == reflect.TypeFor[catalog.Ext]() {
						leaf.SetString("")
					}
				})
			}
			d.Set(d.Answers[0]) // edited: its places are no longer those of the text
			return d
		}
		if _, problems := assess.Check(built(), c); !problems.OK() {
			t.Fatal("before anything is spoilt:", problems)
		}
		places := 0
		leaves(reflect.ValueOf(built()), "", func(at string, leaf reflect.Value) {
			var wrong []reflect.Value // none of them can be written and read again
			switch {
			case leaf.Type() == reflect.TypeFor[catalog.Date]():
				wrong = []reflect.Value{reflect.ValueOf("2026-02-30"), reflect.ValueOf("\xff")}
			case leaf.Type() == reflect.TypeFor[catalog.Ext]():
				wrong = []reflect.Value{reflect.ValueOf("[]"), reflect.ValueOf("\xff"), reflect.ValueOf(`{"n":1e400}`)}
			case leaf.Kind() == reflect.String:
				wrong = []reflect.Value{reflect.ValueOf("\xff")}
			case leaf.Kind() == reflect.Int64:
				wrong = []reflect.Value{reflect.ValueOf(int64(-1)), reflect.ValueOf(int64(1<<53 + 1))}
			case leaf.Type() == reflect.TypeFor[assess.Role]():
				return // one without a code is the same as none
			default:
				wrong = []reflect.Value{reflect.ValueOf(uint8(99))}
			}
			places++
			for _, w := range wrong {
				d := built()
				leaves(reflect.ValueOf(d), "", func(place string, leaf reflect.Value) {
					if place == at {
						leaf.Set(w.Convert(leaf.Type()))
					}
				})
				if a, problems := assess.Check(d, c); a != nil || problems.OK() {
					t.Errorf("%s = %v is accepted", at, w)
				}
			}
		})
		if places < 40 {
			t.Errorf("only %d places were spoilt", places)
		}
	}
}
