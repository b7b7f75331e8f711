//go:build js && wasm

// Command engine is Hoshitori for the browser: the packages catalog, assess, score and render, compiled to WebAssembly,
// with the part of the hoshitori-check element that needs them.
//
// The loader (hoshitori.js) starts it once per page, whatever the number of elements, and hands over a function that
// receives the engine's three entry points, and returns what the engine uses of the loader (see hands):
//
//	canonical(catalogText)                       the catalogue in canonical form, for its digest
//	evaluate(catalogText, digest, assessment)    a result or the problems, as JSON text, without any page
//	attach(options)                              takes a form over and returns the methods of one element
//
// It makes no network request, stores nothing by itself and knows no clock: texts, storage and today's date come from
// the loader.
package main

import (
	"syscall/js"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/score"
)

// readyName is the global function that the loader sets for the moment of the start, and that is gone afterwards.
const readyName = "hoshitoriEngine"

func main() {
	api := js.Global().Get("Object").New()
	api.Set("canonical", function(canonical))
	api.Set("evaluate", function(evaluate))
	api.Set("attach", function(attach))
	ready := js.Global().Get(readyName)
	js.Global().Delete(readyName)
	hands = ready.Invoke(api)
	select {} // the page calls from now on
}

// function makes f callable from the page. What goes wrong inside, such as an exception of the page's own code, ends
// the call and is told in the console; it never ends the engine, which serves all elements of the page.
func function(f func(args []js.Value) any) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (result any) {
		defer guard()
		return f(args)
	})
}

func guard() {
	switch failure := recover().(type) {
	case nil:
	case js.Error:
		js.Global().Get("console").Call("error", failure.Value)
	case error:
		js.Global().Get("console").Call("error", failure.Error())
	default:
		js.Global().Get("console").Call("error", "hoshitori: a call failed")
	}
}

// read is the catalogue whose canonical form was asked for last: the same text comes again with its digest.
var read struct {
	text     string
	source   *catalog.Source
	problems problem.List // warnings
}

// canonical returns the canonical text of a catalogue file, or null if it cannot be read.
func canonical(args []js.Value) any {
	text := args[0].String()
	source, problems := catalog.Parse([]byte(text))
	if !problems.OK() {
		return nil
	}
	read.text, read.source, read.problems = text, source, problems
	return string(source.JSON())
}

// evaluate returns {"result": …} or {"problems": […]} as text: what the shared vectors are run through.
func evaluate(args []js.Value) any {
	c, problems := loadCatalog(args[0], args[1])
	if problems.OK() {
		var a *assess.Checked
		var more problem.List
		a, more = assess.Load([]byte(text(args[2])), c)
		problems = append(problems, more...)
		if problems.OK() {
			r := score.Evaluate(a, score.Options{})
			return `{"result":` + string(r.JSON()) + `,"problems":` + problemsJSON(problems) + `}`
		}
	}
	return `{"problems":` + problemsJSON(problems) + `}`
}

// text returns the bytes of a Uint8Array or the text of a string. Bytes let a file that is no UTF-8 be refused as such.
func text(v js.Value) string {
	if v.Type() == js.TypeString {
		return v.String()
	}
	if v.Type() != js.TypeObject || v.Get("length").Type() != js.TypeNumber {
		return ""
	}
	data := make([]byte, v.Get("length").Int())
	js.CopyBytesToGo(data, v)
	return string(data)
}

// loadCatalog reads a catalogue with the digest that the page's own hash function gave.
func loadCatalog(data, digest js.Value) (*catalog.Checked, problem.List) {
	file := text(data)
	source, problems := read.source, read.problems
	if source == nil || read.text != file {
		source, problems = catalog.Parse([]byte(file))
	}
	read.text, read.source, read.problems = "", nil, nil
	if !problems.OK() {
		return nil, problems
	}
	c, more := catalog.Check(source, nil)
	problems = append(problems, more...)
	if !more.OK() {
		return nil, problems
	}
	return c.WithDigest(digest.String()), problems
}

// problemsJSON writes a list of problems as other hosts print it.
func problemsJSON(problems problem.List) string {
	return string(jsondoc.AppendCanonical(nil, jsondoc.Problems(problems)))
}
