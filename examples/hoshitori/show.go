package main

import (
	"os"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/guides"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
)

// runShow prints one catalogue or guide whole: with --json its file, else in words.
func runShow(c *call) problem.List {
	if ref, ok := catalog.ParseRef(c.arguments[0]); ok {
		if g, ok := guides.Find(ref); ok {
			return c.showGuide(g)
		}
	}
	k, problems := c.catalogOrFile(c.arguments[0])
	if k == nil {
		return problems
	}
	if c.json {
		c.output.Write(append(k.JSON(), '\n'))
		return problems
	}
	return append(problems, c.printPage(func(p *terminal.Page) { plain.Catalog(p, k, c.options()) })...)
}

// catalogOrFile returns the catalogue that an argument names, or that the file of that name holds. A known name wins.
func (c *call) catalogOrFile(argument string) (*catalog.Checked, problem.List) {
	if ref, ok := catalog.ParseRef(argument); ok {
		if k, ok := c.known.find(ref); ok {
			return k, nil
		}
		if _, err := os.Stat(argument); err != nil {
			return nil, fail(unknownRefKind, "value", argument, "allowed", c.known.names())
		}
	}
	data, problems := c.read(argument)
	if !problems.OK() {
		return nil, problems
	}
	s := newSource(argument, data)
	if s.format == catalog.ExtensionFormat {
		made, _, problems := c.compile(s)
		return made, problems.InFile(argument)
	}
	k, problems := catalog.Load(data, digest.SHA256)
	return k, problems.InFile(argument)
}
