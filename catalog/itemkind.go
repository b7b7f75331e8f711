package catalog

import "github.com/hoshitori/hoshitori/internal/jsondoc"

// ItemKind says what an item is. The zero value means "not stated" and is refused.
type ItemKind uint8

// The values of [ItemKind].
const (
	ItemKindUnstated ItemKind = iota // not stated
	Question                         // counts for points where the catalogue has points
	Criterion                        // is met or not; belongs to a requirement
	Condition                        // a condition of a level beside the questions; never has points
)

var itemKindCodes = []string{"", "question", "criterion", "condition"}

// String returns the code that files use, "" for the zero value.
func (v ItemKind) String() string { return jsondoc.CodeOf(itemKindCodes, uint8(v)) }

// ItemKindCodes lists the codes that files use, in the order of the constants and without the zero value.
func ItemKindCodes() []string { return append([]string(nil), itemKindCodes[1:]...) }

// ParseItemKind returns the item kind of a code; ok is false for any other text, also for "".
func ParseItemKind(code string) (v ItemKind, ok bool) {
	n, ok := parseCode(itemKindCodes, code)
	return ItemKind(n), ok
}
