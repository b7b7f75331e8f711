package main

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

// assessment reads an assessment file and checks it against its catalogue.
func (c *call) assessment(name string) (*assess.Checked, problem.List) {
	data, problems := c.read(name)
	if !problems.OK() {
		return nil, problems
	}
	a, problems := c.checkAssessment(data)
	return a, problems.InFile(name)
}

func (c *call) checkAssessment(data []byte) (*assess.Checked, problem.List) {
	d, problems := assess.Parse(data)
	if !problems.OK() {
		return nil, problems
	}
	k, ok := c.known.find(d.Catalog.Ref())
	if !ok {
		unknown := fail(unknownCatalogKind, "catalog", d.Catalog.Ref().String(), "allowed", c.known.names())
		return nil, append(problems, placed(unknown, data, "/catalog")...)
	}
	a, more := assess.Check(d, k)
	return a, append(problems, more...)
}

// result reads an assessment file and returns what it amounts to.
func (c *call) result(name string) (*assess.Checked, score.Result, render.View, problem.List) {
	a, problems := c.assessment(name)
	if a == nil {
		return nil, score.Result{}, render.View{}, problems
	}
	r := score.Evaluate(a, score.Options{})
	return a, r, render.NewView(a, r, c.options()), problems
}
