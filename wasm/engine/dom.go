//go:build js && wasm

package main

import (
	"syscall/js"

	"honnef.co/go/js/dom/v2"

	"github.com/hoshitori/hoshitori/internal/markup"
)

const svgNamespace = "http://www.w3.org/2000/svg"

// element gives a DOM element its typed methods. It does so without dom.WrapElement, whose switch over all element types
// would keep every one of them in the program (97 kB compressed instead of 41).
func element(v js.Value) *dom.BasicElement {
	return &dom.BasicElement{BasicNode: &dom.BasicNode{Value: v}}
}

var document = js.Global().Get("document")

// build makes DOM nodes of a tree of elements. Text stays text: no string is ever parsed as markup, which also lets the
// widget run where Trusted Types forbid that.
func build(n *markup.Node, svg bool) js.Value {
	if n.Tag == "" {
		return document.Call("createTextNode", n.Text)
	}
	svg = svg || n.Tag == "svg"
	var e *dom.BasicElement
	if svg {
		e = element(document.Call("createElementNS", svgNamespace, n.Tag))
	} else {
		e = element(document.Call("createElement", n.Tag))
	}
	for _, a := range n.Attrs {
		if a.Name != "xmlns" {
			e.SetAttribute(a.Name, a.Value)
		}
	}
	for _, c := range n.Children {
		e.Call("appendChild", build(c, svg))
	}
	return e.Underlying()
}

// on calls f with the element that an event of that kind happened to, within e. Events that start in e pass it on their way,
// also those that do not bubble, so one listener serves all questions.
func (w *widget) on(e js.Value, kind string, f func(target js.Value)) {
	e.Call("addEventListener", kind, w.function(func(args []js.Value) any {
		f(args[0].Get("target"))
		return nil
	}), kind == "toggle") // the one that does not bubble
}

func query(e js.Value, selector string) js.Value { return e.Call("querySelector", selector) }

// queryAll calls f with each element that the selector finds within e.
func queryAll(e js.Value, selector string, f func(js.Value)) {
	list := e.Call("querySelectorAll", selector)
	for i := range list.Length() {
		f(list.Index(i))
	}
}

func attribute(e js.Value, name string) string { return element(e).GetAttribute(name) }

func setText(e js.Value, text string) { element(e).SetTextContent(text) }

func remove(e js.Value) { element(e).Remove() }
