package glossary

import (
	"bytes"
	"errors"
	"slices"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// errLayout says what a catalogue file must look like so that its terms can be replaced without touching the rest.
var errLayout = errors.New(`the members of the file begin lines of their own, and "terms" stands right before "choices"`)

// Fill returns the text of a catalogue file with the terms that the catalogue uses, in place of those that it had.
//
//  1. A term is used if it occurs in a text of the catalogue, in either language, or in the meaning of a used term.
//  2. The terms stand before "choices", by id. A catalogue that uses none has no such member.
//  3. Nothing else of the file changes, so filling twice is filling once.
func Fill(file []byte) ([]byte, error) {
	c, err := withAllTerms(file)
	if err != nil {
		return nil, err
	}
	value, _ := jsondoc.Parse(file)
	return replace(file, value.Members, used(c, texts(value)))
}

// withAllTerms returns the catalogue with the whole glossary.
func withAllTerms(file []byte) (*catalog.Checked, error) {
	s, problems := catalog.Parse(file)
	if !problems.OK() {
		return nil, problems.Err()
	}
	s.Terms = Terms()
	c, problems := catalog.Check(s, nil)
	return c, problems.Err()
}

// replace puts the terms into the place of the old ones, right before the line of "choices".
func replace(file []byte, members []jsondoc.Member, terms []catalog.Term) ([]byte, error) {
	place := func(name string) int {
		return slices.IndexFunc(members, func(m jsondoc.Member) bool { return m.Name == name })
	}
	choices, old := place("choices"), place("terms")
	first := choices
	if old >= 0 {
		first = old
	}
	if choices < 1 || old >= 0 && old != choices-1 {
		return nil, errLayout
	}
	lines := slices.Collect(bytes.Lines(file))
	from, to := members[first].Position, members[choices].Position
	if from.Column != to.Column || !beginsLine(lines, from.Line, from.Column) || !beginsLine(lines, to.Line, to.Column) {
		return nil, errLayout
	}
	return slices.Concat(bytes.Join(lines[:from.Line-1], nil), member(terms), bytes.Join(lines[to.Line-1:], nil)), nil
}

// beginsLine reports whether nothing but blanks stands before a column.
func beginsLine(lines [][]byte, line, column int) bool {
	return len(bytes.TrimSpace(lines[line-1][:column-1])) == 0
}

// member writes the terms as the catalogue files are written: two blanks for every level.
func member(terms []catalog.Term) []byte {
	if len(terms) == 0 {
		return nil
	}
	out := []byte("  \"terms\": [\n")
	for i, t := range terms {
		if i > 0 {
			out = append(out, ",\n"...)
		}
		out = append(out, "    {\n      \"id\": "...)
		out = jsondoc.AppendCanonical(out, jsondoc.Text(t.ID))
		out = appendText(out, "term", t.Term)
		out = appendText(out, "meaning", t.Meaning)
		out = append(out, "\n    }"...)
	}
	return append(out, "\n  ],\n"...)
}

func appendText(out []byte, name string, t catalog.Text) []byte {
	out = append(out, ",\n      \""+name+"\": {\n        \"ja\": "...)
	out = jsondoc.AppendCanonical(out, jsondoc.Text(t.JA))
	out = append(out, ",\n        \"en\": "...)
	out = jsondoc.AppendCanonical(out, jsondoc.Text(t.EN))
	return append(out, "\n      }"...)
}
