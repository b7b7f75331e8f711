package catalog

import "github.com/hoshitori/hoshitori/internal/jsondoc"

// Threshold is a figure that the source sets for an item, such as 14 days. Declaring it apart from the sentence lets a
// program compare editions and see that both languages say the same.
type Threshold struct {
	ID     string
	Value  string // a decimal number as the source writes it: "14", "7.0"
	Unit   string // a word such as "days", "" where there is none
	Better Better // which way is stricter
	Ext    Ext
}

// Better says which way a [Threshold] becomes stricter. The zero value means "not stated".
type Better uint8

// The values of [Better].
const (
	BetterUnstated   Better = iota
	LowerIsStricter         // fewer days, a lower limit
	HigherIsStricter        // more characters, more copies
)

var betterCodes = []string{"", "lower", "higher"}

// String returns the code that files use, "" for the zero value.
func (v Better) String() string { return jsondoc.CodeOf(betterCodes, uint8(v)) }

// BetterCodes lists the codes that files use, in the order of the constants and without the zero value.
func BetterCodes() []string { return append([]string(nil), betterCodes[1:]...) }
