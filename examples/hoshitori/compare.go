package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/score"
)

// runCompare compares two assessments, the earlier one first.
func runCompare(c *call) problem.List {
	if c.has("at") && !jsondoc.IsDate(c.value("at")) {
		return fail(dateKind, "value", c.value("at"))
	}
	before, problems := c.assessment(c.arguments[0])
	after, more := c.assessment(c.arguments[1])
	if problems = append(problems, more...); before == nil || after == nil {
		return problems
	}
	options := score.CompareOptions{At: catalog.Date(c.value("at")), Target: c.value("target")}
	// Where no record leads, Compare refuses and says why.
	options.Route, _ = catalog.Route(c.known.links().Changes, before.Catalog().Ref(), after.Catalog().Ref())
	comparison, more := score.Compare(before, after, options)
	if problems = append(problems, more...); !more.OK() {
		return problems
	}
	c.worse = c.has("gate") && comparison.GotWorse
	if c.json {
		c.output.Write(append(comparison.JSON(), '\n'))
		return problems
	}
	return append(problems, c.printPage(func(p *terminal.Page) { plain.Comparison(p, comparison, before.Catalog(), after.Catalog(), c.lang) })...)
}
