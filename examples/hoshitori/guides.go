package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/guides"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// runGuides lists the built-in guides.
func runGuides(c *call) problem.List {
	all := guides.All()
	if !c.json {
		return c.printPage(func(p *terminal.Page) { plain.Guides(p, all, c.lang) })
	}
	var b jsondoc.Builder
	b.Set("guides", jsondoc.ArrayOf(all, guideValue))
	c.output.Write(jsonLine(b.Value()))
	return nil
}

func guideValue(g *catalog.Guide) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", string(g.ID))
	b.String("version", string(g.Version))
	b.Set("title", jsondoc.Texts(g.Title))
	b.Int("entries", int64(len(g.Entries())))
	return b.Value()
}

// showGuide prints a guide whole: with --json the guide file, else in words.
func (c *call) showGuide(g *catalog.Guide) problem.List {
	if c.json {
		c.output.Write(append(g.JSON(), '\n'))
		return nil
	}
	return c.printPage(func(p *terminal.Page) { plain.Guide(p, g, c.lang) })
}
