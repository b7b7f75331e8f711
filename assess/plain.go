package assess

import (
	"unicode/utf8"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// plain reports whether every reader would take what the document holds, as far as can be told without writing it. It is what
// lets [Check] follow each click of a form: a document that is not plain, and one that holds what only some programs write (foreign
// data, inferred or carried answers), is written and read instead, which takes ten times as long and names every problem.
func (d *Document) plain() bool {
	s := &d.Subject
	if !isPlain(d.Ext, string(d.Catalog.ID), string(d.Catalog.Version), d.Target) || !isPlain(d.Catalog.Ext) ||
		!isPlain(s.Ext, s.Name, s.Industry, s.CorporateNumber) || !isPlain(d.Scope.Ext, d.Scope.Text) || !isPlain("", d.Scope.Sites...) ||
		!isCount(s.Employees) || !isCount(s.CapitalYen) || !isDay(d.AssessedOn) || len(d.Carried) > 0 {
		return false
	}
	for i := range d.Respondents {
		if r := &d.Respondents[i]; !isPlain(r.Ext, r.ID, r.Site) {
			return false
		}
	}
	for i := range d.Answers {
		if !d.Answers[i].plain() {
			return false
		}
	}
	if c := d.Confirmation; c != nil {
		if !isPlain(c.Ext, c.Digest) || !isPlain(c.Expert.Ext, c.Expert.Name, c.Expert.Qualification, c.Expert.Number) || !isDay(c.Date) {
			return false
		}
		for i := range c.Findings {
			if f := &c.Findings[i]; !isPlain(f.Ext, string(f.Item), f.Note) || f.Verdict.String() == "" {
				return false
			}
		}
	}
	if s := d.Declaration; s != nil {
		return isPlain(s.Ext, s.Name, s.Title) && isDay(s.Date)
	}
	return true
}

func (a *Answer) plain() bool {
	for i := range a.Evidence {
		if e := &a.Evidence[i]; !isPlain(e.Ext, e.Title, e.Where, e.SHA256) || !isDay(e.Effective) || !isDay(e.Expires) {
			return false
		}
	}
	return isPlain(a.Ext, string(a.Item), a.Respondent, a.Note) && isPlain(a.Reason.Ext, a.Reason.Code, a.Reason.Text) && isPlain("", a.Options...) &&
		a.State.String() != "" && isDay(a.AnsweredOn) && a.Inferred == nil
}

// isPlain reports whether there is no foreign data beside texts that are right UTF-8.
func isPlain(foreign catalog.Ext, texts ...string) bool {
	for _, t := range texts {
		if !utf8.ValidString(t) {
			return false
		}
	}
	return foreign == ""
}

func isDay(d catalog.Date) bool { return d == "" || jsondoc.IsDate(string(d)) }

// isCount reports whether a number, if it is there, is one that every JSON reader keeps.
func isCount(n *int64) bool { return n == nil || 0 <= *n && *n < 1<<53 }
