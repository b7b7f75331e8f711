package main

import (
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// problemsJSON returns problems as the JSON object that --json promises, in canonical form.
func problemsJSON(problems problem.List) []byte {
	var b jsondoc.Builder
	b.Set("problems", jsondoc.Problems(problems))
	return jsonLine(b.Value())
}

// jsonLine returns a value in canonical form, followed by a line feed.
func jsonLine(v jsondoc.Value) []byte { return append(jsondoc.AppendCanonical(nil, v), '\n') }

// placed returns the problems with the place in a document that a JSON Pointer names.
func placed(problems problem.List, data []byte, pointer string) problem.List {
	for i := range problems {
		problems[i].Pointer = pointer
	}
	document, _ := jsondoc.Parse(data)
	return located(problems, document)
}

// located returns the problems with the places that their own JSON Pointers name.
func located(problems problem.List, document jsondoc.Value) problem.List {
	for i := range problems {
		if at := document.At(problems[i].Pointer); at != nil {
			problems[i].Position = at.Position
		}
	}
	return problems
}
