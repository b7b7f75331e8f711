package glossary

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// texts returns everything that a catalogue file says in two languages, so that no kind of text can be forgotten. Its
// glossary is left out, and so is what others keep in it. Titles of documents and clauses, in one language, are names.
func texts(v jsondoc.Value) []catalog.Text {
	if ja, en := v.Get("ja"), v.Get("en"); ja != nil && en != nil {
		return []catalog.Text{{JA: ja.Text, EN: en.Text}}
	}
	var all []catalog.Text
	for _, e := range v.Elements {
		all = append(all, texts(e)...)
	}
	for _, m := range v.Members {
		if m.Name != "terms" && m.Name != "ext" {
			all = append(all, texts(m.Value)...)
		}
	}
	return all
}

// used returns the terms of the glossary that texts need: those that occur in them, in either language, and those that
// occur in the meaning of such a term. The catalogue has the whole glossary.
func used(c *catalog.Checked, texts []catalog.Text) []catalog.Term {
	needed := map[string]bool{}
	for len(texts) > 0 {
		var meanings []catalog.Text
		for _, l := range []lang.Lang{lang.JA, lang.EN} {
			for _, t := range c.TermsIn(l, in(l, texts)...) {
				if !needed[t.ID] {
					needed[t.ID] = true
					meanings = append(meanings, t.Meaning)
				}
			}
		}
		texts = meanings
	}
	return slices.DeleteFunc(c.Terms(), func(t catalog.Term) bool { return !needed[t.ID] })
}

func in(l lang.Lang, texts []catalog.Text) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t.In(l)
	}
	return out
}
