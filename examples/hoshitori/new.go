package main

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// runNew prints an empty assessment file.
func runNew(c *call) problem.List {
	k, problems := c.catalogNamed(c.arguments[0])
	if k == nil {
		return problems
	}
	target, problems := c.target(k)
	if !problems.OK() {
		return problems
	}
	d := assess.New(k.Ref())
	d.Target = target
	c.output.Write(append(d.JSON(), '\n'))
	return nil
}
