package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// runCatalogs lists the catalogues that are known.
func runCatalogs(c *call) problem.List {
	all := c.known.all()
	if !c.json {
		return c.printPage(func(p *terminal.Page) { plain.Catalogs(p, all, c.lang) })
	}
	var b jsondoc.Builder
	b.Set("catalogs", jsondoc.ArrayOf(all, catalogValue))
	c.output.Write(jsonLine(b.Value()))
	return nil
}

func catalogValue(k *catalog.Checked) jsondoc.Value {
	file, _ := jsondoc.Parse(k.JSON())
	var b jsondoc.Builder
	b.String("id", string(k.Ref().ID))
	b.String("version", string(k.Ref().Version))
	b.String("status", k.Status().String())
	b.Set("title", jsondoc.Texts(k.Title()))
	b.Int("items", int64(len(k.Items())))
	b.Int("questions", countKind(k, catalog.Question))
	b.Int("conditions", countKind(k, catalog.Condition))
	levels := jsondoc.Value{Type: jsondoc.Array}
	for i, l := range k.Levels() {
		levels.Elements = append(levels.Elements, levelValue(k, i, l))
	}
	b.Set("levels", levels)
	b.Set("sources", *file.Get("sources"))
	return b.Value()
}

func countKind(k *catalog.Checked, kind catalog.ItemKind) (n int64) {
	for _, item := range k.Items() {
		if item.Kind == kind {
			n++
		}
	}
	return n
}

// levelValue counts what a level asks for, including what the levels below it ask for: a firm has to do both.
func levelValue(k *catalog.Checked, index int, l catalog.Level) jsondoc.Value {
	requirements := map[string]bool{}
	items := int64(0)
	for _, item := range k.Items() {
		if !k.AtLevel(item, index) {
			continue
		}
		items++
		if item.Requirement != "" {
			requirements[item.Requirement] = true
		}
	}
	var b jsondoc.Builder
	b.String("id", l.ID)
	b.Int("requirements", int64(len(requirements)))
	b.Int("items", items)
	return b.Value()
}
