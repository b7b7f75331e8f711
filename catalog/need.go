package catalog

import "github.com/hoshitori/hoshitori/internal/jsondoc"

// Need is what a scheme asks beyond its criteria before the star of a level may be claimed. The zero value means "not
// stated" and is refused.
type Need uint8

// The values of [Need].
const (
	NeedUnstated           Need = iota // not stated
	NeedDeclare                        // the firm declares itself with the body that runs the scheme; no file can show that
	NeedExpertConfirmation             // an expert confirms the self-assessment
	NeedDeclaration                    // management signs the declaration of conformity
	NeedThirdParty                     // a third party evaluates; no file can show that
)

var needCodes = []string{"", "declare", "expert-confirmation", "declaration", "third-party-evaluation"}

// String returns the code that files use, "" for the zero value.
func (v Need) String() string { return jsondoc.CodeOf(needCodes, uint8(v)) }

// NeedCodes lists the codes that files use, in the order of the constants and without the zero value.
func NeedCodes() []string { return append([]string(nil), needCodes[1:]...) }

// ParseNeed returns the need of a code; ok is false for any other text, also for "".
func ParseNeed(code string) (v Need, ok bool) {
	n, ok := parseCode(needCodes, code)
	return Need(n), ok
}
