package main

import (
	"encoding/json"
	"slices"

	"github.com/hoshitori/hoshitori/internal/markup"
)

// A question in an outline is [shape, id, text], and has a number behind these if that is not its id. In the shapes these places
// stand for what differs from question to question.
const (
	placeID     = 1
	placeText   = 2
	placeNumber = 3
)

// compact writes a form as the loader builds it: [shapes, tag, {attribute: value}, children…], where a child is a text or again
// [tag, {attribute: value}, children…]. Most questions differ in three texts only, so their elements are written once, as a shape.
func compact(form *markup.Node) any {
	var s shapes
	whole := s.node(form)
	return append([]any{s.all}, whole.([]any)...)
}

// shapes are the questions with their own texts left out, each once.
type shapes struct {
	all     []any
	written []string
}

func (s *shapes) node(n *markup.Node) any {
	if n.Tag == "" {
		return n.Text
	}
	if id := attribute(n, "data-item"); id != "" {
		return s.question(n, id)
	}
	out := []any{n.Tag, attributes(n, "")}
	for _, c := range n.Children {
		out = append(out, s.node(c))
	}
	return out
}

// question returns a question as its shape and its texts.
func (s *shapes) question(n *markup.Node, id string) any {
	texts := []any{id, ""}
	var general func(n *markup.Node, inLegend bool) any
	general = func(n *markup.Node, inLegend bool) any {
		if n.Tag == "" {
			if inLegend && n.Text != " " {
				texts[placeText-1] = n.Text
				return placeText
			}
			return n.Text
		}
		out := []any{n.Tag, attributes(n, id)}
		if n.Tag == "b" && len(n.Children) == 1 {
			number := n.Children[0].Text
			if number == id {
				return append(out, placeID)
			}
			texts = append(texts, number)
			return append(out, placeNumber)
		}
		for _, c := range n.Children {
			out = append(out, general(c, n.Tag == "legend"))
		}
		return out
	}
	shape := general(n, false)
	written, err := json.Marshal(shape)
	if err != nil {
		panic(err) // it holds texts and numbers only
	}
	at := slices.Index(s.written, string(written))
	if at < 0 {
		at = len(s.all)
		s.all, s.written = append(s.all, shape), append(s.written, string(written))
	}
	return append([]any{at}, texts...)
}

// attributes returns the attributes by name. One whose value is the id of a question is its place.
func attributes(n *markup.Node, id string) map[string]any {
	out := map[string]any{}
	for _, a := range n.Attrs {
		if out[a.Name] = a.Value; id != "" && a.Value == id && (a.Name == "data-item" || a.Name == "name") {
			out[a.Name] = placeID
		}
	}
	return out
}

func attribute(n *markup.Node, name string) string {
	for _, a := range n.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}
