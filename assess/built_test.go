package assess_test

import (
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
