package assess

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// JSON returns the assessment file in canonical form (RFC 8785). Reading it back gives an equal document.
func (d *Document) JSON() []byte { return jsondoc.AppendCanonical(nil, d.value()) }

func (d *Document) value() jsondoc.Value {
	var b jsondoc.Builder
	b.String("format", Format)
	b.Set("catalog", catalogRefValue(d.Catalog))
	b.OptString("target", d.Target)
	optObject(&b, "subject", subjectValue(d.Subject))
	optObject(&b, "scope", scopeValue(d.Scope))
	b.OptString("assessedOn", string(d.AssessedOn))
	optArray(&b, "respondents", d.Respondents, respondentValue)
	b.Set("answers", jsondoc.ArrayOf(d.Answers, answerValue))
	if d.Confirmation != nil {
		b.Set("confirmation", confirmationValue(*d.Confirmation))
	}
	if d.Declaration != nil {
		b.Set("declaration", declarationValue(*d.Declaration))
	}
	optArray(&b, "carried", d.Carried, carriedValue)
	optExt(&b, d.Ext)
	return b.Value()
}

func optObject(b *jsondoc.Builder, name string, v jsondoc.Value) {
	if len(v.Members) > 0 {
		b.Set(name, v)
	}
}

func optArray[T any](b *jsondoc.Builder, name string, list []T, value func(T) jsondoc.Value) {
	if len(list) > 0 {
		b.Set(name, jsondoc.ArrayOf(list, value))
	}
}

func optExt(b *jsondoc.Builder, e catalog.Ext) { b.OptExt(string(e)) }

func catalogRefValue(r CatalogRef) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", string(r.ID))
	b.String("version", string(r.Version))
	optExt(&b, r.Ext)
	return b.Value()
}

func subjectValue(s Subject) jsondoc.Value {
	var b jsondoc.Builder
	b.OptString("name", s.Name)
	b.OptString("industry", s.Industry)
	b.OptInt("employees", s.Employees)
	b.OptInt("capitalYen", s.CapitalYen)
	b.OptString("corporateNumber", s.CorporateNumber)
	optExt(&b, s.Ext)
	return b.Value()
}

func scopeValue(s Scope) jsondoc.Value {
	var b jsondoc.Builder
	b.OptString("text", s.Text)
	b.OptStrings("sites", s.Sites)
	optExt(&b, s.Ext)
	return b.Value()
}

func respondentValue(r Respondent) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", r.ID)
	b.OptString("role", r.Role.String())
	b.OptString("site", r.Site)
	optExt(&b, r.Ext)
	return b.Value()
}

func answerValue(a Answer) jsondoc.Value {
	var b jsondoc.Builder
	b.String("item", string(a.Item))
	b.String("state", a.State.String())
	b.OptStrings("options", a.Options)
	b.OptString("respondent", a.Respondent)
	b.OptString("answeredOn", string(a.AnsweredOn))
	b.OptString("note", a.Note)
	var r jsondoc.Builder
	r.OptString("code", a.Reason.Code)
	r.OptString("text", a.Reason.Text)
	optExt(&r, a.Reason.Ext)
	optObject(&b, "reason", r.Value())
	optArray(&b, "evidence", a.Evidence, evidenceValue)
	if a.Inferred != nil {
		b.Set("inferred", inferredValue(*a.Inferred))
	}
	optExt(&b, a.Ext)
	return b.Value()
}

func inferredValue(i Inferred) jsondoc.Value {
	var b jsondoc.Builder
	b.Set("from", jsondoc.ArrayOf(i.From, func(f InferredFrom) jsondoc.Value {
		var b jsondoc.Builder
		b.Set("catalog", catalogRefValue(f.Catalog))
		b.String("item", string(f.Item))
		b.String("state", f.State.String())
		optExt(&b, f.Ext)
		return b.Value()
	}))
	b.OptStrings("crosswalks", i.Crosswalks)
	optExt(&b, i.Ext)
	return b.Value()
}

func evidenceValue(e Evidence) jsondoc.Value {
	var b jsondoc.Builder
	b.OptString("title", e.Title)
	b.OptString("where", e.Where)
	b.OptString("sha256", e.SHA256)
	b.OptString("effective", string(e.Effective))
	b.OptString("expires", string(e.Expires))
	optExt(&b, e.Ext)
	return b.Value()
}

func confirmationValue(c Confirmation) jsondoc.Value {
	var e jsondoc.Builder
	e.OptString("name", c.Expert.Name)
	e.OptString("qualification", c.Expert.Qualification)
	e.OptString("number", c.Expert.Number)
	optExt(&e, c.Expert.Ext)
	var b jsondoc.Builder
	optObject(&b, "expert", e.Value())
	b.OptString("date", string(c.Date))
	b.OptString("digest", c.Digest)
	optArray(&b, "findings", c.Findings, findingValue)
	optExt(&b, c.Ext)
	return b.Value()
}

func findingValue(f Finding) jsondoc.Value {
	var b jsondoc.Builder
	b.String("item", string(f.Item))
	b.String("verdict", f.Verdict.String())
	b.OptString("note", f.Note)
	optExt(&b, f.Ext)
	return b.Value()
}

func declarationValue(d Declaration) jsondoc.Value {
	var b jsondoc.Builder
	b.OptString("name", d.Name)
	b.OptString("title", d.Title)
	b.OptString("date", string(d.Date))
	optExt(&b, d.Ext)
	return b.Value()
}

func carriedValue(c Carried) jsondoc.Value {
	var b jsondoc.Builder
	b.Set("from", catalogRefValue(c.From))
	b.OptString("target", c.Target)
	b.Set("answers", jsondoc.ArrayOf(c.Answers, answerValue))
	if c.Confirmation != nil {
		b.Set("confirmation", confirmationValue(*c.Confirmation))
	}
	if c.Declaration != nil {
		b.Set("declaration", declarationValue(*c.Declaration))
	}
	optExt(&b, c.Ext)
	return b.Value()
}
