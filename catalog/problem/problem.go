package problem

import (
	"slices"
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/order"
)

// Severity says whether a problem makes a document unusable.
// The zero value is [Error], so that a kind which forgets to say is taken seriously.
type Severity uint8

// The severities.
const (
	Error   Severity = iota // the document is refused
	Warning                 // the document is accepted; its author should know
)

// String returns "error" or "warning".
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Kind is one kind of problem. Kinds are values of package variables and are compared by pointer or by Code.
type Kind struct {
	Code     string    // "package/short-name", stable
	Severity Severity  // whether the document is refused
	Message  lang.Text // what is wrong and why it matters, with {name} for the arguments
	Hint     lang.Text // what to do next, with {name} for the arguments
}

// Position is a place in a text file. Lines and columns count from 1, columns in code points (a full-width character is
// one column). The zero value means that the place is not known.
type Position struct {
	Line   int
	Column int
}

// Problem is one thing that is wrong with a document.
type Problem struct {
	Kind     *Kind
	File     string     // name of the file, "" where there is none
	Position Position   // where the offending value begins
	Pointer  string     // JSON Pointer (RFC 6901) to the offending value; "" is the whole document
	Args     []lang.Arg // the values that the message names
}

// Message says what is wrong, in both languages.
func (p Problem) Message() lang.Text { return p.Kind.Message.Fill(p.short()) }

// Hint says what to do next, in both languages.
func (p Problem) Hint() lang.Text { return p.Kind.Hint.Fill(p.short()) }

// maxArg is how many characters of an argument a message shows. What is quoted from a hostile file may be megabytes long.
const maxArg = 200

func (p Problem) short() []lang.Arg {
	out := slices.Clone(p.Args)
	for i := range out {
		out[i].Text = lang.Text{JA: cut(out[i].Text.JA), EN: cut(out[i].Text.EN)}
	}
	return out
}

func cut(s string) string {
	n := 0
	for i := range s {
		if n == maxArg {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// Text returns the problem as one line of text: place, message, hint and code.
func (p Problem) Text(l lang.Lang) string {
	out := p.File
	if p.Position.Line > 0 {
		if out != "" {
			out += ":"
		}
		out += strconv.Itoa(p.Position.Line) + ":" + strconv.Itoa(p.Position.Column)
	}
	if out != "" {
		out += ": "
	}
	out += p.Message().In(l)
	if hint := p.Hint().In(l); hint != "" {
		if l == lang.EN {
			out += " "
		}
		out += hint
	}
	return out + " [" + p.Kind.Code + "]"
}

// Error returns the problem in English, which makes a problem an error.
func (p Problem) Error() string { return p.Text(lang.EN) }

// List is a list of problems in the order of their places. A nil list is an empty one and may be used.
type List []Problem

// OK reports whether the list has no error; warnings do not count.
func (l List) OK() bool {
	for _, p := range l {
		if p.Kind.Severity == Error {
			return false
		}
	}
	return true
}

// Err returns the list as an error, or nil if [List.OK].
func (l List) Err() error {
	if l.OK() {
		return nil
	}
	return l
}

// Error returns the first error of the list in English and how many more there are.
func (l List) Error() string {
	first, errors := "", 0
	for _, p := range l {
		if p.Kind.Severity != Error {
			continue
		}
		if errors == 0 {
			first = p.Error()
		}
		errors++
	}
	switch errors {
	case 0:
		return "no problem"
	case 1:
		return first
	}
	return first + " (and " + strconv.Itoa(errors-1) + " more)"
}

// InFile returns the list with every problem placed in the named file.
func (l List) InFile(name string) List {
	out := slices.Clone(l)
	for i := range out {
		out[i].File = name
	}
	return out
}

// Sort orders the list by place; problems of the same place keep the order in which they were found.
func (l List) Sort() {
	order.Stable(l, func(a, b *Problem) bool {
		if a.Position.Line != b.Position.Line {
			return a.Position.Line < b.Position.Line
		}
		return a.Position.Column < b.Position.Column
	})
}
