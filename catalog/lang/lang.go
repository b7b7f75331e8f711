package lang

// Lang is a language of the product.
// The zero value means "not stated"; [Text.In] then answers in Japanese.
type Lang uint8

// The languages of the product.
const (
	Unstated Lang = iota
	JA            // Japanese, the first language of every text
	EN            // English
)

// Parse reads a language code: "ja" or "en", also as the first part of a longer tag ("ja_JP.UTF-8", "en-US").
// ok is false for every other code.
func Parse(code string) (l Lang, ok bool) {
	if len(code) < 2 || len(code) > 2 && code[2] != '-' && code[2] != '_' && code[2] != '.' {
		return Unstated, false
	}
	switch code[:2] {
	case "ja", "JA":
		return JA, true
	case "en", "EN":
		return EN, true
	}
	return Unstated, false
}

// String returns the language code, "" for [Unstated].
func (l Lang) String() string {
	switch l {
	case JA:
		return "ja"
	case EN:
		return "en"
	}
	return ""
}

// Text is one text in the languages of the product.
type Text struct {
	JA string // Japanese
	EN string // English
	// Ext is the canonical JSON of the member "ext" that a file had beside the two: data of others, kept and written back.
	Ext string
}

// In returns the text in language l. Where it has no such text it returns the other language, so that a reader
// sees something rather than nothing.
func (t Text) In(l Lang) string {
	if l == EN && t.EN != "" || t.JA == "" {
		return t.EN
	}
	return t.JA
}

// IsZero reports whether the text is empty in both languages.
func (t Text) IsZero() bool { return t == Text{} }

// Fill returns the text with each "{name}" replaced by the value of that name. Names that are not in args stay as they are.
func (t Text) Fill(args []Arg) Text {
	return Text{JA: fill(t.JA, args, JA), EN: fill(t.EN, args, EN)}
}

// Arg is a named value for [Text.Fill].
type Arg struct {
	Name string
	Text Text
}

// Value returns an argument that reads the same in every language: an id, a number, something quoted from a file.
func Value(name, value string) Arg { return Arg{name, Text{JA: value, EN: value}} }

func fill(template string, args []Arg, l Lang) string {
	out := make([]byte, 0, len(template)+32)
	for i := 0; i < len(template); {
		if template[i] == '{' {
			if value, width, ok := placeholder(template[i:], args, l); ok {
				out = append(out, value...)
				i += width
				continue
			}
		}
		out = append(out, template[i])
		i++
	}
	return string(out)
}

// placeholder finds which "{name}" s begins with. What stands in a value is never looked at again, so that a value
// holding braces cannot pull in another one.
func placeholder(s string, args []Arg, l Lang) (value string, width int, ok bool) {
	for _, a := range args {
		if len(s) >= len(a.Name)+2 && s[1:1+len(a.Name)] == a.Name && s[1+len(a.Name)] == '}' {
			return a.Text.In(l), len(a.Name) + 2, true
		}
	}
	return "", 0, false
}
