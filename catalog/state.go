package catalog

import "github.com/hoshitori/hoshitori/internal/jsondoc"

// State is the answer to one item. The states are a closed set and are never merged into each other; which of them a
// catalogue allows, and what each counts for, is written in the catalogue.
//
// The zero value is [Unanswered], the absence of an answer, which no file writes.
type State uint8

// The values of [State].
const (
	Unanswered    State = iota // no answer was given
	Met                        // the measure is in place
	Partial                    // it is in place in part
	Unmet                      // it is not in place
	Unknown                    // whoever answered does not know (わからない)
	NotApplicable              // the item does not apply, for a reason; open until an expert accepts it
	Compensated                // another measure stands in, for a reason; open until an expert accepts it
)

var stateCodes = []string{"", "met", "partial", "unmet", "unknown", "not_applicable", "compensated"}

// String returns the code that files use, "" for the zero value.
func (v State) String() string { return jsondoc.CodeOf(stateCodes, uint8(v)) }

// StateCodes lists the codes that files use, in the order of the constants and without the zero value.
func StateCodes() []string { return append([]string(nil), stateCodes[1:]...) }

// ParseState returns the state of a code; ok is false for any other text, also for "".
func ParseState(code string) (v State, ok bool) {
	n, ok := parseCode(stateCodes, code)
	return State(n), ok
}
