package jsondoc

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/problem"
)

// Type is the JSON type of a value.
type Type uint8

// The types. The zero value is "no value", which an absent member has.
const (
	Absent Type = iota
	Null
	Bool
	Number
	String
	Array
	Object
)

// Value is a JSON value with its place in the text.
type Value struct {
	Type     Type
	Bool     bool             // of a Bool
	Text     string           // of a String its content, of a Number its canonical form
	Elements []Value          // of an Array
	Members  []Member         // of an Object, in the order of the text
	Position problem.Position // zero for values that were not read
}

// Member is a name and a value of an object.
type Member struct {
	Name     string
	Position problem.Position // of the name
	Value    Value
}

// Get returns the member of that name, or nil.
func (v *Value) Get(name string) *Value {
	for i := range v.Members {
		if v.Members[i].Name == name {
			return &v.Members[i].Value
		}
	}
	return nil
}

// At returns the value at the JSON Pointer, or nil.
func (v *Value) At(pointer string) *Value {
	for pointer != "" {
		if pointer[0] != '/' {
			return nil
		}
		end := 1
		for end < len(pointer) && pointer[end] != '/' {
			end++
		}
		token := UnescapePointer(pointer[1:end])
		pointer = pointer[end:]
		switch v.Type {
		case Object:
			if v = v.Get(token); v == nil {
				return nil
			}
		case Array:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(v.Elements) || strconv.Itoa(i) != token {
				return nil
			}
			v = &v.Elements[i]
		default:
			return nil
		}
	}
	return v
}

// EscapePointer writes a member name as a token of a JSON Pointer (RFC 6901).
func EscapePointer(name string) string {
	out := make([]byte, 0, len(name))
	for i := 0; i < len(name); i++ {
		switch name[i] {
		case '~':
			out = append(out, "~0"...)
		case '/':
			out = append(out, "~1"...)
		default:
			out = append(out, name[i])
		}
	}
	return string(out)
}

// UnescapePointer is the inverse of [EscapePointer].
func UnescapePointer(token string) string {
	out := make([]byte, 0, len(token))
	for i := 0; i < len(token); i++ {
		if token[i] == '~' && i+1 < len(token) && (token[i+1] == '0' || token[i+1] == '1') {
			out = append(out, "~/"[token[i+1]-'0'])
			i++
			continue
		}
		out = append(out, token[i])
	}
	return string(out)
}
