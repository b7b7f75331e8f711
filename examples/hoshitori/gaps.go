package main

import (
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
)

// runGaps prints what to do next: with --json the "gaps" of the result file, else in words.
func runGaps(c *call) problem.List {
	a, r, v, problems := c.result(c.arguments[0])
	if a == nil {
		return problems
	}
	if c.json {
		c.output.Write(excerpt(r, "gaps"))
		return problems
	}
	return append(problems, c.printPage(func(p *terminal.Page) { plain.Steps(p, v) })...)
}
