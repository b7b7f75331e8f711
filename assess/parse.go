package assess

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// Parse reads an assessment file. The document holds whatever could be read; use it only if the problems are OK.
func Parse(data []byte) (*Document, problem.List) {
	d := &Document{}
	var problems problem.List
	d.read, problems = jsondoc.Read(data, Format, d.parse)
	return d, problems
}

var stateCodes = append([]string{""}, catalog.StateCodes()...)

func (d *Document) parse(f *jsondoc.Fields) {
	f.Require("catalog", "answers")
	d.Catalog = parseCatalogRef(f.Fields("catalog"))
	d.Target = f.String("target")
	if s := f.Fields("subject"); s != nil {
		d.Subject = Subject{Name: s.String("name"), Industry: s.String("industry"), Employees: count(s, "employees"),
			CapitalYen: count(s, "capitalYen"), CorporateNumber: s.String("corporateNumber"), Ext: ext(s)}
		s.Close()
	}
	if s := f.Fields("scope"); s != nil {
		d.Scope = Scope{Text: s.String("text"), Sites: s.Strings("sites"), Ext: ext(s)}
		s.Close()
	}
	d.AssessedOn = date(f, "assessedOn")
	d.Respondents = jsondoc.Each(f, "respondents", parseRespondent)
	d.Answers = jsondoc.Each(f, "answers", parseAnswer)
	d.Confirmation = parseConfirmation(f.Fields("confirmation"))
	d.Declaration = parseDeclaration(f.Fields("declaration"))
	d.Carried = jsondoc.Each(f, "carried", parseCarried)
	d.Ext = ext(f)
	f.Close()
}

func ext(f *jsondoc.Fields) catalog.Ext { return catalog.Ext(f.Ext()) }

func date(f *jsondoc.Fields, name string) catalog.Date { return catalog.Date(f.Date(name)) }

// count reads a whole number that cannot be negative.
func count(f *jsondoc.Fields, name string) *int64 {
	n, ok := f.Int(name)
	if !ok {
		return nil
	}
	if n < 0 {
		f.Report(NegativeKind, name)
		return nil
	}
	return &n
}

func parseCatalogRef(f *jsondoc.Fields) CatalogRef {
	f.Require("id", "version")
	r := CatalogRef{ID: catalog.ID(f.String("id")), Version: catalog.Version(f.String("version")), Ext: ext(f)}
	f.Close()
	return r
}

func parseRespondent(f *jsondoc.Fields) Respondent {
	f.Require("id")
	return Respondent{ID: f.String("id"), Role: Role(max(0, f.Code("role", roleCodes))), Site: f.String("site"), Ext: ext(f)}
}

func parseAnswer(f *jsondoc.Fields) Answer {
	f.Require("item", "state")
	a := Answer{
		Item:       catalog.ItemID(f.String("item")),
		State:      catalog.State(max(0, f.Code("state", stateCodes))),
		Options:    f.Strings("options"),
		Respondent: f.String("respondent"),
		AnsweredOn: date(f, "answeredOn"),
		Note:       f.String("note"),
		Evidence:   jsondoc.Each(f, "evidence", parseEvidence),
	}
	if r := f.Fields("reason"); r != nil {
		a.Reason = Reason{Code: r.String("code"), Text: r.String("text"), Ext: ext(r)}
		r.Close()
	}
	a.Inferred = parseInferred(f.Fields("inferred"))
	a.Ext = ext(f)
	return a
}

func parseInferred(f *jsondoc.Fields) *Inferred {
	if f == nil {
		return nil
	}
	f.Require("from")
	i := &Inferred{From: jsondoc.Each(f, "from", parseInferredFrom), Crosswalks: f.Strings("crosswalks"), Ext: ext(f)}
	f.Close()
	return i
}

func parseInferredFrom(f *jsondoc.Fields) InferredFrom {
	f.Require("catalog", "item", "state")
	return InferredFrom{Catalog: parseCatalogRef(f.Fields("catalog")), Item: catalog.ItemID(f.String("item")),
		State: catalog.State(max(0, f.Code("state", stateCodes))), Ext: ext(f)}
}

func parseEvidence(f *jsondoc.Fields) Evidence {
	return Evidence{Title: f.String("title"), Where: f.String("where"), SHA256: f.String("sha256"),
		Effective: date(f, "effective"), Expires: date(f, "expires"), Ext: ext(f)}
}

func parseConfirmation(f *jsondoc.Fields) *Confirmation {
	if f == nil {
		return nil
	}
	c := &Confirmation{Date: date(f, "date"), Digest: f.String("digest"), Findings: jsondoc.Each(f, "findings", parseFinding)}
	if e := f.Fields("expert"); e != nil {
		c.Expert = Expert{Name: e.String("name"), Qualification: e.String("qualification"), Number: e.String("number"), Ext: ext(e)}
		e.Close()
	}
	c.Ext = ext(f)
	f.Close()
	return c
}

func parseDeclaration(f *jsondoc.Fields) *Declaration {
	if f == nil {
		return nil
	}
	d := &Declaration{Name: f.String("name"), Title: f.String("title"), Date: date(f, "date"), Ext: ext(f)}
	f.Close()
	return d
}

func parseFinding(f *jsondoc.Fields) Finding {
	f.Require("item", "verdict")
	return Finding{Item: catalog.ItemID(f.String("item")), Verdict: Verdict(max(0, f.Code("verdict", verdictCodes))),
		Note: f.String("note"), Ext: ext(f)}
}

func parseCarried(f *jsondoc.Fields) Carried {
	f.Require("from", "answers")
	return Carried{From: parseCatalogRef(f.Fields("from")), Target: f.String("target"), Answers: jsondoc.Each(f, "answers", parseAnswer),
		Confirmation: parseConfirmation(f.Fields("confirmation")), Declaration: parseDeclaration(f.Fields("declaration")), Ext: ext(f)}
}
