package main

import (
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
)

// runMigrate writes answers as answers to another edition, and tells the verdict on every item: as JSON into the file of
// --report, else in words on standard error.
func runMigrate(c *call) problem.List {
	a, problems := c.assessment(c.arguments[0])
	if a == nil {
		return problems
	}
	from := a.Catalog().Ref()
	to := c.edition(from)
	if to == from {
		return append(problems, fail(sameVersionKind, "catalog", to.String())...)
	}
	steps, more := c.route(from, to)
	if !more.OK() {
		return append(problems, more...)
	}
	document, report, more := assess.MigrateAlong(a, steps)
	problems = append(problems, more...)
	if document == nil {
		return problems
	}
	if file := c.value("report"); file != "" {
		problems = append(problems, c.write(file, append(report.JSON(), '\n'))...)
	} else if !c.json {
		p := c.page()
		plain.Migration(p, report, steps, c.lang)
		c.remarks = p.String()
	}
	return append(problems, c.deliver(append(document.JSON(), '\n'))...)
}

// edition returns the edition that --to names: an edition of the same catalogue, or one by its whole name.
func (c *call) edition(from catalog.Ref) catalog.Ref {
	if ref, ok := catalog.ParseRef(c.value("to")); ok {
		return ref
	}
	return catalog.Ref{ID: from.ID, Version: catalog.Version(c.value("to"))}
}

// route returns the change records that lead from one edition to another.
func (c *call) route(from, to catalog.Ref) ([]*catalog.Changes, problem.List) {
	records := c.known.links().Changes
	steps, ok := catalog.Route(records, from, to)
	if ok {
		return steps, nil
	}
	var reached []string
	for _, ref := range c.known.refs() {
		if _, ok := catalog.Route(records, from, ref); ok && ref != from {
			reached = append(reached, ref.String())
		}
	}
	slices.Sort(reached)
	if len(reached) == 0 {
		reached = []string{wordNone.In(c.lang)}
	}
	return nil, fail(noRouteKind, "from", from.String(), "to", to.String(), "allowed", strings.Join(reached, ", "))
}

var wordNone = lang.Text{JA: "なし", EN: "none"}
