package lint

import (
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// glossary compares the terms with each other and with the texts that need them.
func (l *linter) glossary() {
	japanese, english := map[string]string{}, map[string]string{}
	for i := range l.s.Terms {
		t := &l.s.Terms[i]
		ja, en := t.Term.JA, strings.ToLower(t.Term.EN)
		other, twice := japanese[ja]
		if !twice {
			other, twice = english[en]
		}
		if twice {
			l.report(SameTermKind, pointerTo("terms", i)+"/term", lang.Value("id", t.ID), lang.Value("other", other))
			continue
		}
		japanese[ja], english[en] = t.ID, t.ID
	}
	c, problems := catalog.Check(l.s, nil)
	if !problems.OK() {
		return
	}
	used := usedTerms(c, everything(l.s))
	for i, t := range l.s.Terms {
		if !used[t.ID] {
			l.report(UnusedTermKind, pointerTo("terms", i), lang.Value("id", t.ID))
		}
	}
	l.abbreviations()
}

// usedTerms returns the terms that the texts of the catalogue have, in either language, and those that the meaning of such
// a term has.
func usedTerms(c *catalog.Checked, all []said) map[string]bool {
	used := map[string]bool{}
	var ja, en []string
	for _, t := range all {
		if !strings.HasPrefix(t.pointer, "/terms/") {
			ja, en = append(ja, t.JA), append(en, t.EN)
		}
	}
	for len(ja) > 0 {
		found := append(c.TermsIn(lang.JA, ja...), c.TermsIn(lang.EN, en...)...)
		ja, en = nil, nil
		for _, t := range found {
			if !used[t.ID] {
				used[t.ID] = true
				ja, en = append(ja, t.Meaning.JA), append(en, t.Meaning.EN)
			}
		}
	}
	return used
}

// everyday are the abbreviations that need no explanation.
var everyday = []string{"ATM", "CD", "DVD", "FAX", "OK", "PC", "TV"}

// abbreviations reports each abbreviation once, where the first item leaves it without an explanation.
func (l *linter) abbreviations() {
	known := map[string]bool{}
	for _, word := range everyday {
		known[word] = true
	}
	for _, t := range l.s.Terms {
		for _, a := range abbreviationsIn(t.Term.JA) {
			known[a.word] = true
		}
	}
	for i := range l.s.Items {
		all := sayingsOf(pointerTo("items", i), &l.s.Items[i])
		explained := map[string]bool{}
		for _, t := range all {
			for _, a := range abbreviationsIn(t.JA) {
				explained[a.word] = explained[a.word] || strings.HasPrefix(t.JA[a.to:], "（")
			}
		}
		for _, t := range all {
			quoted := inside(t.JA, "「", "」")
			for _, a := range abbreviationsIn(t.JA) {
				if !known[a.word] && !explained[a.word] && !quoted(a.from) {
					known[a.word] = true
					l.report(UnexplainedKind, t.pointer+"/ja", lang.Value("word", a.word))
				}
			}
		}
	}
}

// abbreviation is a word with two or more capitals, such as OS, WPA2 or IoT.
type abbreviation struct {
	word     string
	from, to int
}

// abbreviationsIn returns the abbreviations of a text. A word that can be read, such as PowerPoint, is a name; Roman
// numerals are numbers; addresses are neither.
func abbreviationsIn(text string) []abbreviation {
	var all []abbreviation
	for at := 0; at < len(text); {
		if strings.HasPrefix(text[at:], "://") {
			for at < len(text) && '!' <= text[at] && text[at] <= '~' {
				at++
			}
			continue
		}
		from := at
		for at < len(text) && (isLatin(text[at]) || isDigit(text[at]) && at > from) {
			at++
		}
		if at == from {
			at++
			continue
		}
		if word := text[from:at]; isAbbreviation(word) {
			all = append(all, abbreviation{word, from, at})
		}
	}
	return all
}

func isAbbreviation(word string) bool {
	capitals, small := 0, 0
	for i := range len(word) {
		switch {
		case 'A' <= word[i] && word[i] <= 'Z':
			capitals++
			small = 0
		case 'a' <= word[i] && word[i] <= 'z':
			small++
			if small == 3 {
				return false
			}
		}
	}
	return capitals >= 2 && strings.Trim(word, "IVX") != ""
}

// sayingsOf returns everything that an item says, with its places.
func sayingsOf(pointer string, item *catalog.Item) []said {
	return slices.Concat(demands(pointer, item), []said{{pointer + "/why", item.Why}, {pointer + "/firstStep", item.FirstStep}},
		list(pointer, "partialWhen", item.PartialWhen), list(pointer, "drillDown", item.DrillDown),
		list(pointer, "evidence", item.Evidence), list(pointer, "notes", item.Notes))
}
