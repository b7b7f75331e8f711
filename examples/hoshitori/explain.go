package main

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/score"
)

// runExplain prints how a result comes about: with --json the explanations of the result file, else in words. With --item
// it keeps to what leads to that item.
func runExplain(c *call) problem.List {
	a, r, v, problems := c.result(c.arguments[0])
	if a == nil {
		return problems
	}
	only := catalog.ItemID(c.value("item"))
	if _, ok := a.Catalog().Item(only); !ok && c.has("item") {
		return append(problems, fail(itemKind, "value", string(only), "catalog", a.Catalog().Ref().String())...)
	}
	if c.json {
		c.output.Write(explanation(r, only))
		return problems
	}
	return append(problems, c.printPage(func(p *terminal.Page) { plain.Proof(p, v, a.Catalog(), r, only) })...)
}

// explanation returns the explanations of a result under the names that they have there.
func explanation(r score.Result, only catalog.ItemID) []byte {
	result, _ := jsondoc.Parse(r.JSON())
	var b jsondoc.Builder
	b.Set("explanation", prune(*result.Get("explanation"), string(only)))
	b.Set("levels", jsondoc.ArrayOf(result.Get("levels").Elements, func(level jsondoc.Value) jsondoc.Value {
		var b jsondoc.Builder
		b.Set("id", *level.Get("id"))
		b.Set("explanation", prune(*level.Get("explanation"), string(only)))
		return b.Value()
	}))
	return jsonLine(b.Value())
}

// prune returns a node with only those children that lead to the item; all of them, where none is asked for.
func prune(node jsondoc.Value, only string) jsondoc.Value {
	if only == "" {
		return node
	}
	node.Members = slices.Clone(node.Members)
	for i := range node.Members {
		if node.Members[i].Name != "children" {
			continue
		}
		children := jsondoc.Value{Type: jsondoc.Array, Elements: []jsondoc.Value{}}
		for _, child := range node.Members[i].Value.Elements {
			if contains(child, only) {
				children.Elements = append(children.Elements, prune(child, only))
			}
		}
		node.Members[i].Value = children
	}
	return node
}

func contains(node jsondoc.Value, item string) bool {
	if of := node.Get("item"); of != nil && of.Text == item {
		return true
	}
	return slices.ContainsFunc(node.Get("children").Elements, func(child jsondoc.Value) bool { return contains(child, item) })
}

// excerpt returns some members of a result as an object of their own.
func excerpt(r score.Result, names ...string) []byte {
	result, _ := jsondoc.Parse(r.JSON())
	var b jsondoc.Builder
	for _, name := range names {
		b.Set(name, *result.Get(name))
	}
	return jsonLine(b.Value())
}
