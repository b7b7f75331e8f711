package catalog

import "github.com/hoshitori/hoshitori/internal/jsondoc"

// Rule is a condition under which the criteria of a level are met. A level names one or several, and all of them must
// hold. The zero value means "not stated" and is refused.
type Rule uint8

// The values of [Rule].
const (
	RuleUnstated Rule = iota // not stated
	AllMet                   // every item of the level or below is met
	AllAnswered              // every question of the level or below has an answer other than unknown
	Conditions               // the conditions of the level or below are met
)

var ruleCodes = []string{"", "all-met", "all-answered", "conditions"}

// String returns the code that files use, "" for the zero value.
func (v Rule) String() string { return jsondoc.CodeOf(ruleCodes, uint8(v)) }

// RuleCodes lists the codes that files use, in the order of the constants and without the zero value.
func RuleCodes() []string { return append([]string(nil), ruleCodes[1:]...) }

// ParseRule returns the rule of a code; ok is false for any other text, also for "".
func ParseRule(code string) (v Rule, ok bool) {
	n, ok := parseCode(ruleCodes, code)
	return Rule(n), ok
}
