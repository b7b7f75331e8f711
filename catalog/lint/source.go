package lint

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// Source reports what a careful editor would change in a catalogue, in the order of the file. It looks at any source, also
// at one that [catalog.Check] refuses, but then says less: the glossary is looked at only in a catalogue that can be used.
//
//  1. Official numbers are there once and rise.
//  2. A level adds something to the one below and never asks for less, and each of its verdicts can be reached; so can
//     each band.
//  3. A text is in its language, and both languages name the same figures.
//  4. A final edition has a day, the days follow each other, and what is called official was read.
//  5. A declared threshold is a number that both languages say; where thresholds are declared, none is left out.
//  6. What is due again says how often, as its texts do.
//  7. A term is there once and is used, and no abbreviation is left without one.
//  8. A question says why it matters, when it is done and how to begin.
func Source(s *catalog.Source) problem.List {
	l := &linter{s: s}
	l.numbers()
	l.levels()
	l.bands()
	l.languages()
	l.sources()
	l.thresholds()
	l.recurrences()
	l.glossary()
	l.guidance()
	return l.r.Problems()
}

type linter struct {
	s *catalog.Source
	r jsondoc.Reader
}

func (l *linter) report(kind *problem.Kind, pointer string, args ...lang.Arg) {
	l.r.Report(kind, l.s.PositionOf(pointer), pointer, args...)
}

func pointerTo(list string, i int) string { return "/" + list + "/" + strconv.Itoa(i) }

// said is a text in two languages with its place.
type said struct {
	pointer string
	catalog.Text
}

// everything returns all texts of a catalogue. It goes through the file itself, so that no kind of text can be forgotten.
func everything(s *catalog.Source) []said {
	value, _ := jsondoc.Parse(s.JSON())
	return texts(&value, "")
}

func texts(v *jsondoc.Value, pointer string) []said {
	ja, en := v.Get("ja"), v.Get("en")
	if ja != nil && en != nil && ja.Type == jsondoc.String && en.Type == jsondoc.String {
		return []said{{pointer, catalog.Text{JA: ja.Text, EN: en.Text}}}
	}
	var all []said
	for i := range v.Elements {
		all = append(all, texts(&v.Elements[i], pointer+"/"+strconv.Itoa(i))...)
	}
	for i := range v.Members {
		if m := &v.Members[i]; m.Name != "ext" {
			all = append(all, texts(&m.Value, pointer+"/"+jsondoc.EscapePointer(m.Name))...)
		}
	}
	return all
}

// list returns the texts of a list of an item with their places.
func list(pointer, name string, all []catalog.Text) []said {
	out := make([]said, len(all))
	for i, t := range all {
		out[i] = said{pointer + "/" + name + "/" + strconv.Itoa(i), t}
	}
	return out
}

// demands returns what an item asks for: its question, when it is done, and the ways from which one may choose.
func demands(pointer string, item *catalog.Item) []said {
	out := append([]said{{pointer + "/text", item.Text}}, list(pointer, "doneWhen", item.DoneWhen)...)
	for i, o := range item.Options {
		out = append(out, said{pointer + "/options/" + strconv.Itoa(i) + "/text", o.Text})
	}
	return out
}

func languageArg(l lang.Lang) lang.Arg {
	if l == lang.EN {
		return lang.Arg{Name: "language", Text: lang.Text{JA: "英語", EN: "English"}}
	}
	return lang.Arg{Name: "language", Text: lang.Text{JA: "日本語", EN: "Japanese"}}
}
