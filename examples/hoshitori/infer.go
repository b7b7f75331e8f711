package main

import (
	"slices"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/score"
)

// runInfer shows what answers decide in another catalogue. It writes nothing unless -o names a file: then the answers of
// --into, or none, with those that were inferred.
func runInfer(c *call) problem.List {
	to, problems := c.catalogNamed(c.value("to"))
	if to == nil {
		return problems
	}
	target, problems := c.target(to)
	if !problems.OK() {
		return problems
	}
	given, document, problems := c.given(to)
	if !problems.OK() {
		return problems
	}
	if target == "" {
		target = document.Target
	}
	inference := score.Infer(given, to, c.known.links(), score.InferOptions{Target: target})
	if file := c.value("o"); file != "" {
		if document.Target == "" {
			document.Target = target
		}
		inference.Fill(document)
		problems = append(problems, c.write(file, append(document.JSON(), '\n'))...)
	}
	if c.json {
		c.output.Write(append(inference.JSON(), '\n'))
		return problems
	}
	return append(problems, c.printPage(func(p *terminal.Page) {
		plain.Inference(p, inference, c.known.all(), c.lang, c.value("o"))
	})...)
}

// given returns the assessments that knowledge is drawn from, and the one that inferred answers go into.
func (c *call) given(to *catalog.Checked) ([]*assess.Checked, *assess.Document, problem.List) {
	var given []*assess.Checked
	var all problem.List
	into := c.value("into")
	for _, name := range append(slices.Clone(c.arguments), into) {
		if name == "" {
			continue
		}
		a, problems := c.assessment(name)
		all = append(all, problems...)
		if a == nil {
			continue
		}
		ref := a.Catalog().Ref()
		if name == into && ref != to.Ref() {
			all = append(all, fail(otherIntoKind, "file", name, "got", ref.String(), "want", to.Ref().String())...)
		}
		if slices.ContainsFunc(given, func(o *assess.Checked) bool { return o.Catalog().Ref() == ref }) {
			all = append(all, failIn(name, otherTargetKind, "catalog", ref.String())...)
		}
		given = append(given, a)
	}
	document := assess.New(to.Ref())
	for _, a := range given {
		if a.Catalog().Ref() == to.Ref() {
			document = a.Document()
		}
	}
	if into == "" && len(given) > 0 && document.Subject == (assess.Subject{}) {
		document.Subject = given[0].Document().Subject // the answers are of the same organisation
	}
	return given, document, all
}
