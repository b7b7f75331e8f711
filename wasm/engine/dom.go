//go:build js && wasm

package main

import (
	"syscall/js"

	"github.com/hoshitori/hoshitori/internal/markup"
)

// The page is touched through syscall/js alone. A package of typed elements would bring image and time along, and with time what
// the runtime counts for it: 31 kB compressed for the five calls that are needed here.

const svgNamespace = "http://www.w3.org/2000/svg"

var document = js.Global().Get("document")

// build makes DOM nodes of a tree of elements. Text stays text: no string is ever parsed as markup, which also lets the
// widget run where Trusted Types forbid that.
func build(n *markup.Node, svg bool) js.Value {
	if n.Tag == "" {
		return document.Call("createTextNode", n.Text)
	}
	svg = svg || n.Tag == "svg"
	var e js.Value
	if svg {
		e = document.Call("createElementNS", svgNamespace, n.Tag)
	} else {
		e = document.Call("createElement", n.Tag)
	}
	for _, a := range n.Attrs {
		if a.Name != "xmlns" {
			e.Call("setAttribute", a.Name, a.Value)
		}
	}
	for _, c := range n.Children {
		e.Call("appendChild", build(c, svg))
	}
	return e
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

// attribute returns the value of an attribute, "" if the element has none of that name.
func attribute(e js.Value, name string) string {
	v := e.Call("getAttribute", name)
	if v.IsNull() {
		return ""
	}
	return v.String()
}

func setText(e js.Value, text string) { e.Set("textContent", text) }

func remove(e js.Value) { e.Call("remove") }
