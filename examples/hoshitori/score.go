package main

import (
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
)

// runScore prints the result of an assessment: with --json the result file, else in words.
func runScore(c *call) problem.List {
	a, r, v, problems := c.result(c.arguments[0])
	if a == nil {
		return problems
	}
	if c.json {
		c.output.Write(append(r.JSON(), '\n'))
		return problems
	}
	return append(problems, c.printPage(func(p *terminal.Page) { plain.Summary(p, v) })...)
}
