package schema

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// explainer turns the errors of the validator into problems. Of an error it uses only the two places, in the schema and
// in the document, and reads there what was asked for and what was found: its English text cannot be localized.
type explainer struct {
	schema   *jsondoc.Value
	document *jsondoc.Value
	seen     map[finding]bool
	found    []problem.Problem
}

// finding tells two problems apart.
type finding struct {
	kind          *problem.Kind
	pointer, name string
}

// explain reports the innermost errors, except below "anyOf": there each alternative fails in its own way, and what
// helps is what they have in common.
func (e *explainer) explain(err *jsonschema.ValidationError) {
	place := schemaPlace(err.AbsoluteKeywordLocation)
	if len(err.Causes) > 0 && place.keyword != "anyOf" {
		for _, cause := range err.Causes {
			e.explain(cause)
		}
		return
	}
	pointer, _ := url.PathUnescape(err.InstanceLocation) // the validator has escaped it itself
	e.refuse(place, pointer)
}

// place is a keyword of the schema that refused a value.
type place struct {
	parent  string // JSON Pointer to the schema that holds the keyword
	keyword string
}

func (p place) pointer() string { return p.parent + "/" + p.keyword }

func schemaPlace(location string) place {
	_, pointer, _ := strings.Cut(location, "#")
	pointer, _ = url.PathUnescape(pointer)
	tokens := strings.Split(pointer, "/")
	last := len(tokens) - 1
	// This keyword alone is followed by where in it the rule stands.
	if last >= 2 && tokens[last-2] == "dependentRequired" {
		last -= 2
	}
	return place{strings.Join(tokens[:last], "/"), tokens[last]}
}

func (e *explainer) refuse(at place, pointer string) {
	v := e.document.At(pointer)
	rule := e.schema.At(at.pointer())
	switch at.keyword {
	case "type":
		e.add(wrongType(v, pointer, typeNames(rule)))
	case "required":
		for _, name := range rule.Elements {
			if v.Get(name.Text) == nil {
				e.add(missing(v, pointer, name.Text, because[at.pointer()]))
			}
		}
	case "dependentRequired":
		for _, m := range rule.Members {
			for _, needed := range m.Value.Elements {
				if v.Get(m.Name) != nil && v.Get(needed.Text) == nil {
					e.addAt(DependentRequiredKind, v, pointer, lang.Value("given", m.Name), lang.Value("name", needed.Text))
				}
			}
		}
	case "additionalProperties":
		e.unknownKeys(v, pointer, e.schema.At(at.parent+"/properties"))
	case "enum":
		e.addAt(EnumKind, v, pointer, lang.Value("value", brief(v.Text)), lang.Value("allowed", joined(texts(rule))))
	case "const":
		e.addAt(ConstKind, v, pointer, lang.Value("value", brief(v.Text)), lang.Value("want", rule.Text))
	case "pattern":
		e.addAt(PatternKind, v, pointer, lang.Value("value", brief(v.Text)), lang.Arg{Name: "want", Text: wanted[at.parent]})
	case "anyOf":
		e.addAt(AnyOfKind, v, pointer, lang.Arg{Name: "want", Text: wanted[at.parent]})
	case "minLength":
		e.addAt(MinLengthKind, v, pointer, lang.Value("limit", rule.Text))
	case "minimum":
		e.addAt(MinimumKind, v, pointer, lang.Value("value", v.Text), lang.Value("limit", rule.Text))
	case "maximum":
		e.addAt(MaximumKind, v, pointer, lang.Value("value", v.Text), lang.Value("limit", rule.Text))
	}
}

func (e *explainer) unknownKeys(v *jsondoc.Value, pointer string, properties *jsondoc.Value) {
	var allowed []string
	for _, m := range properties.Members {
		allowed = append(allowed, m.Name)
	}
	for _, m := range v.Members {
		if !slices.Contains(allowed, m.Name) {
			e.add(problem.Problem{Kind: AdditionalPropertiesKind, Position: m.Position,
				Pointer: pointer + "/" + jsondoc.EscapePointer(m.Name),
				Args:    []lang.Arg{lang.Value("name", brief(m.Name)), lang.Value("allowed", joined(allowed))}})
		}
	}
}

func (e *explainer) addAt(kind *problem.Kind, v *jsondoc.Value, pointer string, args ...lang.Arg) {
	e.add(problem.Problem{Kind: kind, Position: v.Position, Pointer: pointer, Args: args})
}

func (e *explainer) add(p problem.Problem) {
	key := finding{p.Kind, p.Pointer, p.Args[0].Text.EN}
	if !e.seen[key] {
		e.seen[key] = true
		e.found = append(e.found, p)
	}
}

// sorted returns the problems in an order that depends on nothing but the document: the validator walks over maps.
func (e *explainer) sorted() problem.List {
	slices.SortFunc(e.found, func(a, b problem.Problem) int {
		return cmp.Or(cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column),
			cmp.Compare(a.Kind.Code, b.Kind.Code), cmp.Compare(a.Args[0].Text.EN, b.Args[0].Text.EN))
	})
	return e.found
}

func wrongType(v *jsondoc.Value, pointer string, want lang.Text) problem.Problem {
	return problem.Problem{Kind: TypeKind, Position: v.Position, Pointer: pointer,
		Args: []lang.Arg{{Name: "want", Text: want}, {Name: "got", Text: nameOf(v)}}}
}

func missing(v *jsondoc.Value, pointer, name string, why lang.Text) problem.Problem {
	return problem.Problem{Kind: RequiredKind, Position: v.Position, Pointer: pointer,
		Args: []lang.Arg{lang.Value("name", name), {Name: "why", Text: why}}}
}

func texts(array *jsondoc.Value) (out []string) {
	for _, e := range array.Elements {
		out = append(out, e.Text)
	}
	return out
}

func joined(words []string) string { return strings.Join(words, ", ") }

// brief shortens what is quoted from a document.
func brief(s string) string {
	const limit = 60
	n := 0
	for i := range s {
		if n == limit {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
