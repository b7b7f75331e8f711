package main

import (
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// problemsJSON returns problems as the JSON object that --json promises, in canonical form.
func problemsJSON(problems problem.List) []byte {
	var b jsondoc.Builder
	b.Set("problems", jsondoc.ArrayOf(problems, problemValue))
	return jsonLine(b.Value())
}

func problemValue(p problem.Problem) jsondoc.Value {
	var b jsondoc.Builder
	b.String("code", p.Kind.Code)
	b.String("severity", p.Kind.Severity.String())
	b.String("file", p.File)
	b.Int("line", int64(p.Position.Line))
	b.Int("column", int64(p.Position.Column))
	b.String("pointer", p.Pointer)
	b.Set("message", jsondoc.Texts(p.Message()))
	b.Set("hint", jsondoc.Texts(p.Hint()))
	return b.Value()
}

// jsonLine returns a value in canonical form, followed by a line feed.
func jsonLine(v jsondoc.Value) []byte { return append(jsondoc.AppendCanonical(nil, v), '\n') }

// placed returns the problems with the place in a document that a JSON Pointer names.
func placed(problems problem.List, data []byte, pointer string) problem.List {
	document, _ := jsondoc.Parse(data)
	for i := range problems {
		problems[i].Pointer = pointer
		if at := document.At(pointer); at != nil {
			problems[i].Position = at.Position
		}
	}
	return problems
}
