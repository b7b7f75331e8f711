package catalog

import "github.com/hoshitori/hoshitori/internal/jsondoc"

// Field is the kind of measure an item asks for (組織・人・技術・物理). The zero value means "not stated".
type Field uint8

// The values of [Field].
const (
	FieldUnstated  Field = iota // not stated
	Organizational              // rules, roles and contracts
	Human                       // what people know and do
	Technical                   // settings and systems
	Physical                    // rooms, locks, paper and devices
)

var fieldCodes = []string{"", "organizational", "human", "technical", "physical"}

// String returns the code that files use, "" for the zero value.
func (v Field) String() string { return jsondoc.CodeOf(fieldCodes, uint8(v)) }

// FieldCodes lists the codes that files use, in the order of the constants and without the zero value.
func FieldCodes() []string { return append([]string(nil), fieldCodes[1:]...) }

// ParseField returns the field of a code; ok is false for any other text, also for "".
func ParseField(code string) (v Field, ok bool) {
	n, ok := parseCode(fieldCodes, code)
	return Field(n), ok
}
