package catalog

import (
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// Parse reads a catalogue file. The source holds whatever could be read; use it only if the problems are OK.
func Parse(data []byte) (*Source, problem.List) {
	s := &Source{}
	var problems problem.List
	s.read, problems = jsondoc.Read(data, Format, s.parse)
	return s, problems
}

func (s *Source) parse(f *jsondoc.Fields) {
	f.Require("id", "version", "status", "title", "publisher", "sources", "choices", "levels", "items")
	s.parseHead(f)
	s.Choices = jsondoc.Each(f, "choices", parseChoice)
	s.Bands = jsondoc.Each(f, "bands", parseBand)
	s.parseLists(f)
	s.Ext = Ext(f.Ext())
	f.Close()
}

// parseHead reads what identifies an edition.
func (s *Source) parseHead(f *jsondoc.Fields) {
	s.ID = ID(f.String("id"))
	s.Version = Version(f.String("version"))
	s.Status = Status(code(f, "status", statusCodes))
	s.SupersededBy = Version(f.String("supersededBy"))
	s.Title = f.Text("title")
	s.Publisher = f.String("publisher")
	s.Published = Date(f.Date("published"))
	s.InForce = Date(f.Date("inForce"))
	s.Retired = Date(f.Date("retired"))
	s.StaleAfter = Date(f.Date("staleAfter"))
}

// parseLists reads the lists that a catalogue and an extension both have.
func (s *Source) parseLists(f *jsondoc.Fields) {
	s.Documents = jsondoc.Each(f, "sources", parseDocument)
	s.Facts = jsondoc.Each(f, "facts", parseFact)
	s.Terms = jsondoc.Each(f, "terms", parseTerm)
	s.Levels = jsondoc.Each(f, "levels", parseLevel)
	s.Sections = jsondoc.Each(f, "sections", parseSection)
	s.Requirements = jsondoc.Each(f, "requirements", parseRequirement)
	s.Items = jsondoc.Each(f, "items", parseItem)
}

// code reads a member of a closed set; 0 where there is none, where it is empty or after reporting it.
func code(f *jsondoc.Fields, name string, codes []string) uint8 {
	return uint8(max(0, f.Code(name, codes)))
}

func parseDocument(f *jsondoc.Fields) Document {
	f.Require("id", "title")
	return Document{ID: f.String("id"), Title: f.String("title"), URL: f.String("url"), Read: Date(f.Date("read")),
		SHA256: f.String("sha256"), License: f.String("license"), Ext: Ext(f.Ext())}
}

func parseFact(f *jsondoc.Fields) Fact {
	f.Require("key", "value", "confidence")
	return Fact{Key: f.String("key"), Value: f.Text("value"), Confidence: Confidence(code(f, "confidence", confidenceCodes)),
		Document: f.String("source"), Ext: Ext(f.Ext())}
}

func parseTerm(f *jsondoc.Fields) Term {
	f.Require("id", "term", "meaning")
	return Term{ID: f.String("id"), Term: f.Text("term"), Meaning: f.Text("meaning"), Ext: Ext(f.Ext())}
}

func parseChoice(f *jsondoc.Fields) Choice {
	f.Require("state")
	c := Choice{State: State(code(f, "state", stateCodes)), Label: f.Text("label"), Advice: f.Text("advice"), Clause: parseClause(f), Ext: Ext(f.Ext())}
	if n, ok := f.Int("points"); ok {
		c.Points = &n
	}
	return c
}

func parseBand(f *jsondoc.Fields) Band {
	f.Require("id", "min", "title")
	minimum, _ := f.Int("min")
	return Band{ID: f.String("id"), Min: minimum, Title: f.Text("title"), Advice: f.Text("advice"), Clause: parseClause(f), Ext: Ext(f.Ext())}
}

func parseLevel(f *jsondoc.Fields) Level {
	f.Require("id", "title", "rule")
	l := Level{ID: f.String("id"), Title: f.Text("title")}
	for _, name := range f.StringOrStrings("rule") {
		if rule, ok := ParseRule(name); ok {
			l.Rules = append(l.Rules, rule)
		} else {
			f.Report(jsondoc.ValueKind, "rule", valueArg(name), jsondoc.Allowed(ruleCodes))
		}
	}
	for _, name := range f.Strings("needs") {
		if need, ok := ParseNeed(name); ok {
			l.Needs = append(l.Needs, need)
		} else {
			f.Report(jsondoc.ValueKind, "needs", valueArg(name), jsondoc.Allowed(needCodes))
		}
	}
	l.Clause = parseClause(f)
	l.Ext = Ext(f.Ext())
	return l
}

func parseSection(f *jsondoc.Fields) Section {
	f.Require("id", "title")
	return Section{ID: f.String("id"), Parent: f.String("parent"), Title: f.Text("title"), CSF: f.String("csf"), Ext: Ext(f.Ext())}
}

func parseRequirement(f *jsondoc.Fields) Requirement {
	f.Require("id", "section", "title", "items")
	return Requirement{ID: f.String("id"), Section: f.String("section"), Title: f.Text("title"),
		Items: itemIDs(f.Strings("items")), Ext: Ext(f.Ext())}
}

func parseOption(f *jsondoc.Fields) Option {
	f.Require("id", "text")
	return Option{ID: f.String("id"), Text: f.Text("text"), Ext: Ext(f.Ext())}
}

func parseThreshold(f *jsondoc.Fields) Threshold {
	f.Require("id", "value", "better")
	return Threshold{ID: f.String("id"), Value: f.String("value"), Unit: f.String("unit"), Better: Better(code(f, "better", betterCodes)), Ext: Ext(f.Ext())}
}

func parseClause(f *jsondoc.Fields) Clause {
	s := f.Fields("source")
	defer s.Close()
	return Clause{Document: s.String("id"), Clause: s.String("clause"), Confidence: Confidence(code(s, "confidence", confidenceCodes)), Ext: Ext(s.Ext())}
}

func parseItem(f *jsondoc.Fields) Item {
	f.Require("id", "kind", "level", "text")
	return parseItemMembers(f)
}

func parseItemMembers(f *jsondoc.Fields) Item {
	i := Item{
		ID:          ItemID(f.String("id")),
		Number:      f.String("number"),
		Kind:        ItemKind(code(f, "kind", itemKindCodes)),
		Requirement: f.String("requirement"),
		Section:     f.String("section"),
		Level:       f.String("level"),
		CSF:         f.String("csf"),
		Text:        f.Text("text"),
		Why:         f.Text("why"),
		DoneWhen:    f.Texts("doneWhen"),
		PartialWhen: f.Texts("partialWhen"),
		DrillDown:   f.Texts("drillDown"),
		Evidence:    f.Texts("evidence"),
		Notes:       f.Texts("notes"),
		FirstStep:   f.Text("firstStep"),
		Options:     jsondoc.Each(f, "options", parseOption),
		Choices:     jsondoc.Each(f, "choices", parseChoice),
		Field:       Field(code(f, "field", fieldCodes)),
		Recurs:      f.String("recurs"),
		Thresholds:  jsondoc.Each(f, "thresholds", parseThreshold),
		Refers:      itemIDs(f.Strings("refers")),
	}
	i.Clause = parseClause(f)
	i.Ext = Ext(f.Ext())
	return i
}

func itemIDs(ids []string) []ItemID {
	var out []ItemID
	for _, id := range ids {
		out = append(out, ItemID(id))
	}
	return out
}
