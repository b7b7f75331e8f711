package schema_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/guides"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/schema"
	"github.com/hoshitori/hoshitori/score"
	"github.com/stretchr/testify/require"
)

// reports are the kinds of file that are only written; all others are read as well.
var reports = []schema.Kind{schema.Migration, schema.Inference, schema.Comparison}

// readable are the kinds of file that a package reads.
func readable() []schema.Kind {
	return slices.DeleteFunc(schema.Kinds(), func(k schema.Kind) bool { return slices.Contains(reports, k) })
}

// written are documents of every kind as the packages write them, by name. Extensions are written by people only.
func written(t testing.TB) map[schema.Kind]map[string][]byte {
	out := map[schema.Kind]map[string][]byte{}
	for _, k := range schema.Kinds() {
		out[k] = map[string][]byte{}
	}
	linked(t, out)
	for _, g := range guides.All() {
		out[schema.Guide][g.Ref().String()] = g.JSON()
	}
	for _, c := range append(builtin.All(), pointless(t)) {
		name := c.Ref().String()
		out[schema.Catalog][name] = c.JSON()
		for state, d := range map[string]*assess.Document{
			"empty": assess.New(c.Ref()), "met": answered(c, catalog.Met), "unmet": answered(c, catalog.Unmet),
			"unknown": answered(c, catalog.Unknown), "all fields": everyField(c),
		} {
			out[schema.Assessment][name+" "+state] = d.JSON()
			a, problems := assess.Check(d, c)
			require.NoError(t, problems.Err())
			for _, target := range []string{"", c.Levels()[0].ID} {
				result := score.Evaluate(a, score.Options{Target: target})
				out[schema.Result][name+" "+state+" target "+target] = result.JSON()
			}
		}
	}
	return out
}

// pointless returns a catalogue without points that allows every state and has every optional field.
func pointless(t testing.TB) *catalog.Checked {
	text := func(s string) catalog.Text { return catalog.Text{JA: s + "です", EN: s} }
	clause := catalog.Clause{Document: "doc", Clause: "1", Confidence: catalog.OneSource, Ext: `{"page":3}`}
	s := &catalog.Source{ID: "strict", Version: "2026-03-27", Status: catalog.Superseded, SupersededBy: "2027", Title: text("title"),
		Publisher: "METI", Published: "2026-03-27", InForce: "2026-04-01", Retired: "2027-03-31", StaleAfter: "2027-01-01",
		Documents: []catalog.Document{{ID: "doc", Title: "criteria", URL: "https://www.example.jp/", Read: "2026-11-21", SHA256: "ab", License: "CC BY", Ext: `{"a":1}`}},
		Facts:     []catalog.Fact{{Key: "validity.3", Value: text("1 year"), Confidence: catalog.FromDraft, Document: "doc", Ext: `{"a":1}`}},
		Terms:     []catalog.Term{{ID: "term", Term: text("term"), Meaning: text("meaning"), Ext: `{"a":1}`}},
		Levels: []catalog.Level{
			{ID: "3", Title: text("three"), Rules: []catalog.Rule{catalog.AllMet}, Needs: []catalog.Need{catalog.NeedExpertConfirmation, catalog.NeedDeclaration}, Clause: clause, Ext: `{}`},
			{ID: "4", Title: text("four"), Rules: []catalog.Rule{catalog.AllMet, catalog.Conditions}, Needs: []catalog.Need{catalog.NeedThirdParty}},
		},
		Sections:     []catalog.Section{{ID: "1", Title: text("one"), CSF: "GV"}, {ID: "1-2", Parent: "1", Title: text("two"), Ext: `{"a":1}`}},
		Requirements: []catalog.Requirement{{ID: "1-2-1", Section: "1-2", Title: text("requirement"), Items: []catalog.ItemID{"1-2-1-1"}, Ext: `{"a":1}`}},
		Items: []catalog.Item{
			{ID: "1-2-1-1", Number: "1-2-1-1", Kind: catalog.Criterion, Requirement: "1-2-1", Section: "1-2", Level: "3", CSF: "GV",
				Text: text("text"), Why: text("why"), DoneWhen: []catalog.Text{text("done")}, PartialWhen: []catalog.Text{text("partial")},
				DrillDown: []catalog.Text{text("drill")}, Evidence: []catalog.Text{text("evidence")}, Notes: []catalog.Text{text("note")}, FirstStep: text("first"),
				Options: []catalog.Option{{ID: "a", Text: text("a"), Ext: `{"a":1}`}}, Field: catalog.Technical, Recurs: "P1Y",
				Thresholds: []catalog.Threshold{{ID: "days", Value: "14", Unit: "days", Better: catalog.LowerIsStricter, Ext: `{"a":1}`}, {ID: "copies", Value: "3", Better: catalog.HigherIsStricter}},
				Refers:     []catalog.ItemID{"set"}, Clause: clause, Ext: `{"a":[1,{"b":null}]}`},
			{ID: "set", Kind: catalog.Condition, Level: "4", Text: text("set"), Clause: clause,
				Choices: []catalog.Choice{{State: catalog.Met, Label: text("yes")}, {State: catalog.Unmet, Advice: text("do")}, {State: catalog.Unknown}}},
		},
		Ext: `{"made by":"a test"}`,
	}
	for _, code := range catalog.StateCodes() {
		state, _ := catalog.ParseState(code)
		s.Choices = append(s.Choices, catalog.Choice{State: state, Label: text(code), Advice: text("advice"), Clause: clause, Ext: `{"a":1}`})
	}
	c, problems := catalog.Check(s, digest.SHA256)
	require.NoError(t, problems.Err())
	return c
}

func answered(c *catalog.Checked, state catalog.State) *assess.Document {
	d := assess.New(c.Ref())
	for _, item := range c.Items() {
		if c.Allows(item, state) {
			d.Set(assess.Answer{Item: item.ID, State: state})
		}
	}
	return d
}

// everyField returns an assessment in which nothing is left out.
func everyField(c *catalog.Checked) *assess.Document {
	employees, capital := int64(42), int64(0)
	ext := catalog.Ext(`{"n":1.5,"名":"値"}`)
	first := c.Items()[0]
	d := assess.New(c.Ref())
	d.Catalog.Ext, d.Ext = ext, ext
	d.Target = c.Levels()[0].ID
	d.Subject = assess.Subject{Name: "みほん", Industry: "manufacturing", Employees: &employees, CapitalYen: &capital, CorporateNumber: "1234567890123", Ext: ext}
	d.Scope = assess.Scope{Text: "all", Sites: []string{"hq"}, Ext: ext}
	d.AssessedOn = "2028-02-29"
	for _, role := range []assess.Role{assess.RoleUnstated, assess.Management, assess.IT, assess.Staff, assess.OutsideExpert, assess.Other} {
		d.Respondents = append(d.Respondents, assess.Respondent{ID: "r" + role.String(), Role: role, Site: "hq", Ext: ext})
	}
	evidence := []assess.Evidence{{Title: "t", Where: "w", SHA256: "ab", Effective: "2026-04-01", Expires: "2027-03-31", Ext: ext}}
	d.Set(assess.Answer{Item: first.ID, State: catalog.Met, Respondent: "rit", AnsweredOn: "2026-11-20", Note: "n", Evidence: evidence, Ext: ext,
		Reason: assess.Reason{Text: "why not", Ext: ext}})
	if c.Allows(first, catalog.Compensated) {
		d.Set(assess.Answer{Item: first.ID, State: catalog.Compensated, Options: optionIDs(first), Reason: assess.Reason{Code: "other_measure"}})
		d.Set(assess.Answer{Item: first.ID, State: catalog.NotApplicable, Respondent: "rstaff", Reason: assess.Reason{Code: "out_of_scope", Text: "no such system", Ext: ext}})
	}
	d.Confirmation = &assess.Confirmation{Expert: assess.Expert{Name: "n", Qualification: "registered_specialist", Number: "1", Ext: ext},
		Date: "2026-11-22", Digest: "sha256:ab", Ext: ext, Findings: []assess.Finding{{Item: first.ID, Verdict: assess.Accepted, Note: "n", Ext: ext}}}
	d.Declaration = &assess.Declaration{Name: "n", Title: "代表取締役", Date: "2026-11-23", Ext: ext}
	inferred := &assess.Inferred{Crosswalks: []string{"old-new"}, Ext: ext,
		From: []assess.InferredFrom{{Catalog: assess.CatalogRef{ID: "old", Version: "1", Ext: ext}, Item: "1", State: catalog.Partial, Ext: ext}}}
	d.Set(assess.Answer{Item: first.ID, State: catalog.Unmet, Respondent: "rother", Inferred: inferred})
	d.Carried = []assess.Carried{{From: assess.CatalogRef{ID: "old", Version: "1", Ext: ext}, Ext: ext, Answers: d.Answers, Target: "5",
		Confirmation: d.Confirmation, Declaration: d.Declaration}}
	return d
}

func optionIDs(item catalog.Item) (ids []string) {
	for _, o := range item.Options {
		ids = append(ids, o.ID)
	}
	return ids
}

func TestWhatThePackagesWriteValidates(t *testing.T) {
	for kind, documents := range written(t) {
		require.NotEmpty(t, documents)
		for name, data := range documents {
			require.Empty(t, schema.Validate(data), name)
			require.Empty(t, schema.ValidateAs(kind, data), name)
			for _, other := range schema.Kinds() {
				if other != kind {
					problems := schema.ValidateAs(other, data)
					require.Len(t, problems, 1, name)
					require.Equal(t, schema.ConstKind, problems[0].Kind, name)
				}
			}
		}
	}
}

// reread reads a document as its own package does and writes it again, unless no package does.
func reread(kind schema.Kind, data []byte) (document any, again []byte, problems problem.List) {
	switch kind {
	case schema.Catalog:
		s, problems := catalog.Parse(data)
		return s, s.JSON(), problems
	case schema.Assessment:
		d, problems := assess.Parse(data)
		return d, d.JSON(), problems
	case schema.Guide:
		g, problems := catalog.ParseGuide(data)
		return g, g.JSON(), problems
	case schema.Changes:
		s, problems := catalog.ParseChanges(data)
		return s, s.JSON(), problems
	case schema.Crosswalk:
		s, problems := catalog.ParseCrosswalk(data)
		return s, s.JSON(), problems
	case schema.Extension:
		e, problems := catalog.ParseExtension(data)
		return e, nil, problems
	}
	r, problems := score.Parse(data)
	return r, r.JSON(), problems
}

// sameDocument compares what was read, without the places in the text.
var sameDocument = cmp.Options{cmpopts.IgnoreUnexported(catalog.Source{}, assess.Document{},
	catalog.ChangesSource{}, catalog.CrosswalkSource{}, catalog.Extension{}), cmpopts.EquateEmpty()}

func TestWhatValidatesIsReadWithoutLoss(t *testing.T) {
	all := written(t)
	for _, kind := range readable() {
		if kind == schema.Extension {
			continue
		}
		for name, data := range all[kind] {
			first, again, problems := reread(kind, data)
			require.Empty(t, problems, name)
			require.Equal(t, string(data), string(again), name)
			second, _, _ := reread(kind, again)
			require.Empty(t, cmp.Diff(first, second, sameDocument), name)
		}
	}
}
