package jsondoc

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// Builder puts an object together. Its methods for optional members leave out what is empty.
type Builder struct{ members []Member }

// Value returns the object.
func (b *Builder) Value() Value { return Value{Type: Object, Members: b.members} }

// Set adds a member.
func (b *Builder) Set(name string, v Value) {
	b.members = append(b.members, Member{Name: name, Value: v})
}

// String adds a string, also an empty one.
func (b *Builder) String(name, s string) { b.Set(name, Text(s)) }

// OptString adds a string unless it is empty.
func (b *Builder) OptString(name, s string) {
	if s != "" {
		b.String(name, s)
	}
}

// Int adds a whole number.
func (b *Builder) Int(name string, n int64) {
	b.Set(name, Value{Type: Number, Text: strconv.FormatInt(n, 10)})
}

// OptInt adds a whole number unless n is nil.
func (b *Builder) OptInt(name string, n *int64) {
	if n != nil {
		b.Int(name, *n)
	}
}

// OptText adds a text unless it is empty.
func (b *Builder) OptText(name string, t lang.Text) {
	if !t.IsZero() {
		b.Set(name, Texts(t))
	}
}

// OptTexts adds an array of texts unless it is empty.
func (b *Builder) OptTexts(name string, texts []lang.Text) {
	if len(texts) > 0 {
		b.Set(name, ArrayOf(texts, Texts))
	}
}

// OptStrings adds an array of strings unless it is empty.
func (b *Builder) OptStrings(name string, s []string) {
	if len(s) > 0 {
		b.Set(name, ArrayOf(s, Text))
	}
}

// OptExt adds the member "ext" from its canonical text unless it is empty. Text that is no JSON object is written as a
// string, which every reader of our formats refuses.
func (b *Builder) OptExt(ext string) {
	if ext == "" {
		return
	}
	v, problems := Parse([]byte(ext))
	if !problems.OK() || v.Type != Object {
		v = Text(ext)
	}
	b.Set("ext", v)
}

// Problems returns a list of problems as every host prints it.
func Problems(list problem.List) Value {
	return ArrayOf(list, func(p problem.Problem) Value {
		var b Builder
		b.String("code", p.Kind.Code)
		b.String("severity", p.Kind.Severity.String())
		b.String("file", p.File)
		b.Int("line", int64(p.Position.Line))
		b.Int("column", int64(p.Position.Column))
		b.String("pointer", p.Pointer)
		b.Set("message", Texts(p.Message()))
		b.Set("hint", Texts(p.Hint()))
		return b.Value()
	})
}

// Text returns a string value.
func Text(s string) Value { return Value{Type: String, Text: s} }

// Texts returns a text in two languages as an object.
func Texts(t lang.Text) Value {
	var b Builder
	b.OptString("en", t.EN)
	b.OptExt(t.Ext)
	b.OptString("ja", t.JA)
	return b.Value()
}

// ArrayOf returns the array of what value makes of each element.
func ArrayOf[E any](elements []E, value func(E) Value) Value {
	v := Value{Type: Array, Elements: make([]Value, 0, len(elements))}
	for _, e := range elements {
		v.Elements = append(v.Elements, value(e))
	}
	return v
}
