package catalog

import "github.com/hoshitori/hoshitori/internal/jsondoc"

// Status says how far an edition of a catalogue has come. The zero value means "not stated" and is refused.
type Status uint8

// The values of [Status].
const (
	StatusUnstated Status = iota // not stated
	Draft                        // published for comment
	Provisional                  // in use, to be confirmed
	Final                        // in use
	Superseded                   // replaced by a later edition
)

var statusCodes = []string{"", "draft", "provisional", "final", "superseded"}

// String returns the code that files use, "" for the zero value.
func (v Status) String() string { return jsondoc.CodeOf(statusCodes, uint8(v)) }

// StatusCodes lists the codes that files use, in the order of the constants and without the zero value.
func StatusCodes() []string { return append([]string(nil), statusCodes[1:]...) }

// ParseStatus returns the status of a code; ok is false for any other text, also for "".
func ParseStatus(code string) (v Status, ok bool) {
	n, ok := parseCode(statusCodes, code)
	return Status(n), ok
}
