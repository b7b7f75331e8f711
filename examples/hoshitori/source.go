package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/guides"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// source is a file that an author wrote.
type source struct {
	name   string
	data   []byte
	format string // what it says it is, "" if it does not
}

func newSource(name string, data []byte) source {
	s := source{name: name, data: data}
	document, _ := jsondoc.Parse(data)
	if format := document.Get("format"); format != nil {
		s.format = format.Text
	}
	return s
}

// turn returns the format if the file builds on others, which have to be read before.
func (s source) turn() string {
	switch s.format {
	case catalog.ExtensionFormat, catalog.ChangesFormat, catalog.CrosswalkFormat:
		return s.format
	}
	return ""
}

// compile makes a catalogue of an extension and its base, which has to be known.
func (c *call) compile(s source, further ...func(*catalog.Source) problem.List) (*catalog.Checked, *catalog.Crosswalk, problem.List) {
	e, problems := catalog.ParseExtension(s.data)
	if !problems.OK() {
		return nil, nil, problems
	}
	base, more := c.named(s, e.Base.Ref(), "/extends")
	if problems = append(problems, more...); base == nil {
		return nil, nil, problems
	}
	made, links, more := catalog.Compile(e, base, digest.SHA256, further...)
	if problems = append(problems, more...); made == nil {
		return nil, nil, problems
	}
	crosswalk, more := catalog.CheckCrosswalk(links, made, base)
	return made, crosswalk, append(problems, more...)
}

// changesOf checks a change record against its two editions, which have to be known.
func (c *call) changesOf(s source) (*catalog.Changes, problem.List) {
	record, problems := catalog.ParseChanges(s.data)
	if !problems.OK() {
		return nil, problems
	}
	from, more := c.named(s, record.From.Ref(), "/from")
	problems = append(problems, more...)
	to, more := c.named(s, record.To.Ref(), "/to")
	if problems = append(problems, more...); from == nil || to == nil {
		return nil, problems
	}
	checked, more := catalog.CheckChanges(record, from, to)
	return checked, append(problems, more...)
}

// crosswalkOf checks a crosswalk against what it connects, which has to be known.
func (c *call) crosswalkOf(s source) (*catalog.Crosswalk, problem.List) {
	crosswalk, problems := catalog.ParseCrosswalk(s.data)
	if !problems.OK() {
		return nil, problems
	}
	from, more := c.named(s, crosswalk.From.Ref(), "/from")
	problems = append(problems, more...)
	if guide, ok := guides.Find(crosswalk.To.Ref()); ok {
		if from == nil {
			return nil, problems
		}
		checked, more := catalog.CheckCrosswalkToGuide(crosswalk, from, guide)
		return checked, append(problems, more...)
	}
	to, more := c.named(s, crosswalk.To.Ref(), "/to")
	if problems = append(problems, more...); from == nil || to == nil {
		return nil, problems
	}
	checked, more := catalog.CheckCrosswalk(crosswalk, from, to)
	return checked, append(problems, more...)
}

// named returns the catalogue that a file names at a place of its own.
func (c *call) named(s source, ref catalog.Ref, pointer string) (*catalog.Checked, problem.List) {
	k, ok := c.known.find(ref)
	if !ok {
		return nil, placed(fail(neededCatalogKind, "catalog", ref.String(), "allowed", c.known.names()), s.data, pointer)
	}
	return k, nil
}
