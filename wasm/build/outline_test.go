package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
	"github.com/hoshitori/hoshitori/render"
)

// What the loader builds of a compact form is the form.
func TestCompactForms(t *testing.T) {
	for _, c := range builtin.All() {
		for _, l := range []lang.Lang{lang.JA, lang.EN} {
			form := render.Outline(c, render.Options{Lang: l})
			whole := compact(form).([]any)
			shapes := whole[0].([]any)
			if diff := cmp.Diff(plain(form), built(whole[1:], shapes, nil)); diff != "" {
				t.Errorf("%s, %s: (-form +built)\n%s", c.Ref(), l, diff)
			}
			if n := len(shapes); n > 6 {
				t.Errorf("%s, %s: %d shapes", c.Ref(), l, n)
			}
		}
	}
}

// plain is a tree of elements without the order of attributes.
func plain(n *markup.Node) any {
	if n.Tag == "" {
		return n.Text
	}
	out := []any{n.Tag, attributes(n, "")}
	for _, c := range n.Children {
		out = append(out, plain(c))
	}
	return out
}

// built does what build in hoshitori.js does.
func built(n any, shapes, given []any) any {
	if place, ok := n.(int); ok {
		n = given[place]
	}
	list, ok := n.([]any)
	if !ok {
		return n
	}
	if shape, ok := list[0].(int); ok {
		return built(shapes[shape], shapes, list)
	}
	with := map[string]any{}
	for name, value := range list[1].(map[string]any) {
		if place, ok := value.(int); ok {
			value = given[place]
		}
		with[name] = value
	}
	out := []any{list[0], with}
	for _, c := range list[2:] {
		out = append(out, built(c, shapes, given))
	}
	return out
}
