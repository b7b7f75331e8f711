package main

import "github.com/invopop/jsonschema"

// Extensible is what every object of a file has in common.
type Extensible struct {
	// Data of other programs. It decides nothing, and no other unknown key is allowed.
	Ext Ext `json:"ext,omitempty" jsonschema:"title=Extensions"`
}

// Ext holds data of other programs under any keys.
type Ext map[string]any

// Text is a text in Japanese and English.
type Text struct {
	// The Japanese text, which is shown first.
	JA string `json:"ja,omitempty" jsonschema:"title=Japanese,example=自社診断"`
	// The English text.
	EN string `json:"en,omitempty" jsonschema:"title=English,example=Self-check"`
	Extensible
}

// Date is a day.
type Date string

// JSONSchema describes a day of the Gregorian calendar as a pattern, which every validator enforces ("format" is only a
// remark in draft 2020-12).
func (Date) JSONSchema() *jsonschema.Schema {
	const (
		year   = `(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})`
		long   = `(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])`
		short  = `(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)`
		feb    = `02-(?:0[1-9]|1[0-9]|2[0-8])`
		fourth = `(?:0[48]|[2468][048]|[13579][26])` // 04, 08 … 96
		leap   = `(?:[0-9]{2}` + fourth + `|` + fourth + `00)-02-29`
	)
	return &jsonschema.Schema{
		Type:        "string",
		Description: "A day as YYYY-MM-DD, or empty where it is not stated.",
		Pattern:     `^(?:` + year + `-(?:` + long + `|` + short + `|` + feb + `)|` + leap + `)?$`,
		Examples:    []any{"2026-11-21", ""},
	}
}

// The greatest whole number that both a JSON double and a 64-bit integer carry.
const maxWhole = "9223372036854775000"

// Whole is a whole number.
type Whole int64

// JSONSchema describes a whole number that every reader can hold.
func (Whole) JSONSchema() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Description: "A whole number.", Minimum: "-" + maxWhole, Maximum: maxWhole}
}

// Count is a whole number that is not negative.
type Count int64

// JSONSchema describes a whole number from zero on.
func (Count) JSONSchema() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Description: "A whole number that is not negative.", Minimum: "0", Maximum: maxWhole}
}

// codes describes a closed set.
func codes(description string, values ...string) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string", Description: description}
	for _, v := range values {
		s.Enum = append(s.Enum, v)
	}
	return s
}

// codesOf lists the codes of a set whose zero value has none.
func codesOf[T interface {
	~uint8
	String() string
}](first T) (out []string) {
	for v := first; v.String() != ""; v++ {
		out = append(out, v.String())
	}
	return out
}

// setFormat fixes the member by which a file says what it is.
func setFormat(s *jsonschema.Schema, format string) {
	if p, ok := s.Properties.Get("format"); ok {
		p.Const = format
	}
}
