package catalog

import "github.com/hoshitori/hoshitori/internal/jsondoc"

// Confidence says what a fact rests on. The zero value means "not stated" and is refused.
type Confidence uint8

// The values of [Confidence].
const (
	ConfidenceUnstated Confidence = iota // not stated
	Official                             // stated by the publisher of the scheme
	TwoSources                           // stated by two independent sources
	OneSource                            // stated by one source that is not the publisher
	FromDraft                            // stated by a draft; the final text was not seen
	Unverified                           // not confirmed; to be shown as such
)

var confidenceCodes = []string{"", "official", "two-sources", "one-source", "draft", "unverified"}

// String returns the code that files use, "" for the zero value.
func (v Confidence) String() string { return jsondoc.CodeOf(confidenceCodes, uint8(v)) }

// ConfidenceCodes lists the codes that files use, in the order of the constants and without the zero value.
func ConfidenceCodes() []string { return append([]string(nil), confidenceCodes[1:]...) }

// ParseConfidence returns the confidence of a code; ok is false for any other text, also for "".
func ParseConfidence(code string) (v Confidence, ok bool) {
	n, ok := parseCode(confidenceCodes, code)
	return Confidence(n), ok
}
