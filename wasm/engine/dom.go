//go:build js && wasm

package main

import (
	"syscall/js"

	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/internal/markup"
)

// The page is touched through syscall/js alone. A package of typed elements would bring image and time along, and with time what
// the runtime counts for it: 31 kB compressed for the five calls that are needed here.

// hands are the loader's functions that take many steps in the document at once. Each step from here costs more than the step itself: the
// runtime keeps account of every element that it has seen.
//
//	build(tree)                  makes elements of the text of a tree
//	items(within, selector)      the ids of the questions that the selector finds, with a space between
//	append(within, selector, trees)  adds to what the selector finds, in its order, one element each
//	tick(form, states)           ticks the answers of {item: state}, and no other
//	parts(form, title)           [[title, id…]…], a part for each requirement
//	name(select, texts)          writes the texts of the options
//	on(within, kind, selector, f)  calls f with what the selector finds around the target of an event
//	list(select, f)              calls f with true when an entry is chosen, with false when keys pass over it in the closed list
//	separate(form)               puts every question on a page of its own
var hands js.Value

// build makes DOM nodes of a tree of elements. Text stays text: no string is ever parsed as markup, which also lets the
// widget run where Trusted Types forbid that.
func build(n *markup.Node) js.Value { return hands.Call("build", string(appendTree(nil, n))) }

// appendTree appends an element as [tag, {attribute: value}, children…], and a piece of text as a string.
func appendTree(dst []byte, n *markup.Node) []byte {
	if n.Tag == "" {
		return appendText(dst, n.Text)
	}
	dst = append(appendText(append(dst, '['), n.Tag), ",{"...)
	for i, a := range n.Attrs {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendText(append(appendText(dst, a.Name), ':'), a.Value)
	}
	dst = append(dst, '}')
	for _, c := range n.Children {
		dst = appendTree(append(dst, ','), c)
	}
	return append(dst, ']')
}

func appendText(dst []byte, text string) []byte {
	return jsondoc.AppendCanonical(dst, jsondoc.Text(text))
}

// appendList appends an array of what each appends.
func appendList[E any](dst []byte, elements []E, each func(dst []byte, e E) []byte) []byte {
	dst = append(dst, '[')
	for i, e := range elements {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = each(dst, e)
	}
	return append(dst, ']')
}

// on calls f when an event of that kind happens to something that the selector finds, or to something in it, within e. Events that
// start in e pass it on their way, so one listener serves all questions. What nobody waits for does not wake the engine.
func (w *widget) on(e js.Value, kind, selector string, f func(found js.Value)) {
	hands.Call("on", e, kind, selector, w.function(func(args []js.Value) any {
		f(args[0])
		return nil
	}))
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
