package catalog

import "github.com/hoshitori/hoshitori/internal/jsondoc"

// JSON returns the catalogue file in canonical form (RFC 8785). Reading it back gives an equal source.
func (s *Source) JSON() []byte { return jsondoc.AppendCanonical(nil, s.value()) }

func (s *Source) value() jsondoc.Value {
	var b jsondoc.Builder
	b.String("format", Format)
	b.String("id", string(s.ID))
	b.String("version", string(s.Version))
	b.String("status", s.Status.String())
	b.String("supersededBy", string(s.SupersededBy))
	b.Set("title", jsondoc.Texts(s.Title))
	b.String("publisher", s.Publisher)
	b.String("published", string(s.Published))
	b.String("inForce", string(s.InForce))
	b.String("retired", string(s.Retired))
	b.String("staleAfter", string(s.StaleAfter))
	b.Set("sources", jsondoc.ArrayOf(s.Documents, documentValue))
	b.Set("facts", jsondoc.ArrayOf(s.Facts, factValue))
	if len(s.Terms) > 0 {
		b.Set("terms", jsondoc.ArrayOf(s.Terms, termValue))
	}
	b.Set("choices", jsondoc.ArrayOf(s.Choices, choiceValue))
	b.Set("bands", jsondoc.ArrayOf(s.Bands, bandValue))
	b.Set("levels", jsondoc.ArrayOf(s.Levels, levelValue))
	b.Set("sections", jsondoc.ArrayOf(s.Sections, sectionValue))
	b.Set("requirements", jsondoc.ArrayOf(s.Requirements, requirementValue))
	b.Set("items", jsondoc.ArrayOf(s.Items, itemValue))
	b.OptExt(string(s.Ext))
	return b.Value()
}

func documentValue(d Document) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", d.ID)
	b.String("title", d.Title)
	b.String("url", d.URL)
	b.String("read", string(d.Read))
	b.String("sha256", d.SHA256)
	b.String("license", d.License)
	b.OptExt(string(d.Ext))
	return b.Value()
}

func factValue(f Fact) jsondoc.Value {
	var b jsondoc.Builder
	b.String("key", f.Key)
	b.Set("value", jsondoc.Texts(f.Value))
	b.String("confidence", f.Confidence.String())
	b.String("source", f.Document)
	b.OptExt(string(f.Ext))
	return b.Value()
}

func termValue(t Term) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", t.ID)
	b.Set("term", jsondoc.Texts(t.Term))
	b.Set("meaning", jsondoc.Texts(t.Meaning))
	b.OptExt(string(t.Ext))
	return b.Value()
}

func clauseValue(c Clause) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", c.Document)
	b.String("clause", c.Clause)
	b.OptString("confidence", c.Confidence.String())
	b.OptExt(string(c.Ext))
	return b.Value()
}

func optClause(b *jsondoc.Builder, c Clause) {
	if c != (Clause{}) {
		b.Set("source", clauseValue(c))
	}
}

func choiceValue(c Choice) jsondoc.Value {
	var b jsondoc.Builder
	b.String("state", c.State.String())
	b.OptText("label", c.Label)
	b.OptInt("points", c.Points)
	b.OptText("advice", c.Advice)
	optClause(&b, c.Clause)
	b.OptExt(string(c.Ext))
	return b.Value()
}

func bandValue(d Band) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", d.ID)
	b.Int("min", d.Min)
	b.Set("title", jsondoc.Texts(d.Title))
	b.OptText("advice", d.Advice)
	optClause(&b, d.Clause)
	b.OptExt(string(d.Ext))
	return b.Value()
}

func levelValue(l Level) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", l.ID)
	b.Set("title", jsondoc.Texts(l.Title))
	rule := func(r Rule) jsondoc.Value { return jsondoc.Text(r.String()) }
	if len(l.Rules) == 1 {
		b.Set("rule", rule(l.Rules[0]))
	} else {
		b.Set("rule", jsondoc.ArrayOf(l.Rules, rule))
	}
	b.Set("needs", jsondoc.ArrayOf(l.Needs, func(n Need) jsondoc.Value { return jsondoc.Text(n.String()) }))
	optClause(&b, l.Clause)
	b.OptExt(string(l.Ext))
	return b.Value()
}

func sectionValue(s Section) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", s.ID)
	b.String("parent", s.Parent)
	b.Set("title", jsondoc.Texts(s.Title))
	b.OptString("csf", s.CSF)
	b.OptExt(string(s.Ext))
	return b.Value()
}

func requirementValue(r Requirement) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", r.ID)
	b.String("section", r.Section)
	b.Set("title", jsondoc.Texts(r.Title))
	b.Set("items", jsondoc.ArrayOf(r.Items, itemIDValue))
	b.OptExt(string(r.Ext))
	return b.Value()
}

func optionValue(o Option) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", o.ID)
	b.Set("text", jsondoc.Texts(o.Text))
	b.OptExt(string(o.Ext))
	return b.Value()
}

func thresholdValue(t Threshold) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", t.ID)
	b.String("value", t.Value)
	b.OptString("unit", t.Unit)
	b.String("better", t.Better.String())
	b.OptExt(string(t.Ext))
	return b.Value()
}

func itemIDValue(id ItemID) jsondoc.Value { return jsondoc.Text(string(id)) }

func itemValue(i Item) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", string(i.ID))
	b.String("number", i.Number)
	b.String("kind", i.Kind.String())
	b.String("requirement", i.Requirement)
	b.String("section", i.Section)
	b.String("level", i.Level)
	b.OptString("csf", i.CSF)
	b.Set("text", jsondoc.Texts(i.Text))
	b.OptText("why", i.Why)
	b.OptTexts("doneWhen", i.DoneWhen)
	b.OptTexts("partialWhen", i.PartialWhen)
	b.OptTexts("drillDown", i.DrillDown)
	b.OptTexts("evidence", i.Evidence)
	b.OptTexts("notes", i.Notes)
	b.OptText("firstStep", i.FirstStep)
	if len(i.Options) > 0 {
		b.Set("options", jsondoc.ArrayOf(i.Options, optionValue))
	}
	if len(i.Choices) > 0 {
		b.Set("choices", jsondoc.ArrayOf(i.Choices, choiceValue))
	}
	b.OptString("field", i.Field.String())
	b.OptString("recurs", i.Recurs)
	if len(i.Thresholds) > 0 {
		b.Set("thresholds", jsondoc.ArrayOf(i.Thresholds, thresholdValue))
	}
	if len(i.Refers) > 0 {
		b.Set("refers", jsondoc.ArrayOf(i.Refers, itemIDValue))
	}
	b.Set("source", clauseValue(i.Clause))
	b.OptExt(string(i.Ext))
	return b.Value()
}
