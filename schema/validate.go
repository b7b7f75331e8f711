package schema

import (
	"encoding/json"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Validate says where a document does not fit the schema of its kind, which it takes from the member "format".
//
// The rules, in order:
//
//  1. What is not JSON, or would be read differently elsewhere (duplicate keys, halves of characters, numbers that a
//     double cannot carry, very deep nesting), is reported alone: nothing else can be said about such a text.
//  2. A document of no known kind is reported as such, and nothing else about it.
//  3. Otherwise every value that does not fit is reported once, by the keyword that refuses it, in the order of places.
//     Beyond 200 problems only their number is given.
//
// Documents of any size and content give problems, never a panic.
func Validate(data []byte) problem.List { return ValidateAs(Unknown, data) }

// ValidateAs is [Validate] for a document that has to be of that kind. For [Unknown] it takes the kind from the
// document.
func ValidateAs(kind Kind, data []byte) problem.List {
	root, problems := jsondoc.Parse(data)
	r := &jsondoc.Reader{}
	r.Add(problems...)
	if !problems.OK() {
		return r.Problems()
	}
	kind, wrong := kindOf(kind.orUnknown(), &root)
	if len(wrong) == 0 {
		wrong = check(kind, &root)
	}
	r.Add(wrong...)
	return r.Problems()
}

// kindOf returns the kind that a document is to be checked as, or why it cannot be checked as any.
func kindOf(wanted Kind, root *jsondoc.Value) (Kind, problem.List) {
	var format *jsondoc.Value
	if root.Type == jsondoc.Object {
		format = root.Get("format")
	}
	if format == nil || format.Type != jsondoc.String {
		// Its own schema says it best; without one, all that can be asked for is a format.
		if wanted != Unknown {
			return wanted, nil
		}
		return Unknown, noFormat(root, format)
	}
	found, ok := KindOf(format.Text)
	switch {
	case wanted == Unknown && !ok:
		return Unknown, problem.List{{Kind: FormatKind, Position: format.Position, Pointer: "/format",
			Args: []lang.Arg{lang.Value("value", brief(format.Text)), lang.Value("allowed", formats())}}}
	case wanted != Unknown && found != wanted:
		return Unknown, problem.List{{Kind: ConstKind, Position: format.Position, Pointer: "/format",
			Args: []lang.Arg{lang.Value("value", brief(format.Text)), lang.Value("want", wanted.Format())}}}
	}
	return found, nil
}

func noFormat(root, format *jsondoc.Value) problem.List {
	switch {
	case root.Type != jsondoc.Object:
		return problem.List{wrongType(root, "", typeName("object"))}
	case format == nil:
		return problem.List{missing(root, "", "format", lang.Text{})}
	}
	return problem.List{wrongType(format, "/format", typeName("string"))}
}

func formats() string {
	var out []string
	for _, k := range Kinds() {
		out = append(out, k.Format())
	}
	return joined(out)
}

// check validates the document and explains every refusal.
func check(kind Kind, root *jsondoc.Value) problem.List {
	c := compilers[kind]()
	err := c.schema.Validate(plain(root))
	if err == nil {
		return nil
	}
	// The other errors of the validator speak of schemas that loop and of values that are not JSON. The schemas are
	// embedded and plain makes nothing else.
	e := explainer{schema: &c.text, document: root, seen: map[finding]bool{}}
	e.explain(err.(*jsonschema.ValidationError))
	return e.sorted()
}

// plain returns the value as the validator takes it. Numbers keep their canonical text, whose exponent is that of a
// double: the validator expands larger ones digit by digit.
func plain(v *jsondoc.Value) any {
	switch v.Type {
	case jsondoc.Bool:
		return v.Bool
	case jsondoc.Number:
		return json.Number(v.Text)
	case jsondoc.String:
		return v.Text
	case jsondoc.Array:
		out := make([]any, len(v.Elements))
		for i := range v.Elements {
			out[i] = plain(&v.Elements[i])
		}
		return out
	case jsondoc.Object:
		out := make(map[string]any, len(v.Members))
		for i := range v.Members {
			out[v.Members[i].Name] = plain(&v.Members[i].Value)
		}
		return out
	}
	return nil
}
