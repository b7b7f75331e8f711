package catalog

import "github.com/hoshitori/hoshitori/catalog/lang"

// Text is a text in Japanese and English.
type Text = lang.Text

// ID names a catalogue over all its editions, such as "sa2". It has lower-case letters, digits and hyphens.
type ID string

// Version names an edition of a catalogue as its publisher does, such as "3.1" or "2026-03-27".
type Version string

// ItemID names an item within one edition of a catalogue. An equal id in another edition need not be the same item.
type ItemID string

// Date is a day, "YYYY-MM-DD", or empty where it is not stated. Dates compare as strings.
type Date string

// Ext is the canonical JSON text of an "ext" object: data of others, kept and written back, never looked at.
// The empty string stands for no such object.
type Ext string

// Ref names one edition of one catalogue.
type Ref struct {
	ID      ID
	Version Version
}

// String returns the form "id@version".
func (r Ref) String() string { return string(r.ID) + "@" + string(r.Version) }

// ParseRef reads the form "id@version"; ok is false if either part is missing or has other characters than letters,
// digits, '-', '.' and '_'.
func ParseRef(s string) (r Ref, ok bool) {
	for i := range len(s) {
		if s[i] == '@' {
			r = Ref{ID(s[:i]), Version(s[i+1:])}
			return r, isName(s[:i]) && isName(s[i+1:])
		}
	}
	return Ref{}, false
}

// isName reports whether s may be an id: it is part of file names, attributes and CSS classes.
func isName(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.' && i > 0 || c == '_') {
			return false
		}
	}
	return true
}
