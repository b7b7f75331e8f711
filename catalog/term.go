package catalog

import (
	"sort"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/order"
)

// Term is a word of the catalogue's texts that a reader may not know, with a plain explanation ("terms" in the file).
type Term struct {
	ID      string
	Term    Text // the word as the texts have it
	Meaning Text // one or two short sentences
	Ext     Ext
}

// TermsIn returns the terms that occur in the texts, which are in that language, in the order of the glossary.
//
//  1. A longer term hides a shorter one inside it: "multi-factor authentication" is not also "authentication".
//  2. English is compared word by word without regard to case; a plural in -s or -es is the same word.
func (c *Checked) TermsIn(l lang.Lang, texts ...string) []Term {
	words := &c.japanese
	if l == lang.EN {
		words = &c.english
	}
	found := make([]bool, len(c.source.Terms))
	for _, text := range texts {
		text = folded(l, text)
		for at := 0; at < len(text); {
			length := 1
			if l != lang.EN || at == 0 || !isLetter(text[at-1]) {
				if longest, ok := words.longest(l, text[at:]); ok {
					found[longest.term] = true
					length = len(longest.text)
				}
			}
			at += length
		}
	}
	var out []Term
	for i, t := range c.source.Terms {
		if found[i] {
			out = append(out, t)
		}
	}
	return out
}

// maxWord is how many bytes a term may have to be looked for. A longer one is no word, and looking for it at every place
// of a text as long would take hours.
const maxWord = 200

// words are the terms of a glossary in one language, sorted, so that a text is read once and not once for each term.
type words []word

type word struct {
	text string // folded
	term int    // its place in the glossary
}

func newWords(l lang.Lang, terms []Term) words {
	var out words
	for i, t := range terms {
		if text := folded(l, t.Term.In(l)); text != "" && len(text) <= maxWord {
			out = append(out, word{text, i})
		}
	}
	order.Stable(out, func(a, b *word) bool { return a.text < b.text })
	return out
}

// longest returns the longest word that text begins with, of equal ones the first of the glossary.
func (all words) longest(l lang.Lang, text string) (longest word, ok bool) {
	for n := range len(text) {
		// All that are left begin with text[:n], and have more than that.
		b := text[n]
		all = all[sort.Search(len(all), func(i int) bool { return all[i].text[n] >= b }):]
		all = all[:sort.Search(len(all), func(i int) bool { return all[i].text[n] > b })]
		if len(all) == 0 {
			break
		}
		if len(all[0].text) == n+1 && (l != lang.EN || endsWord(text[n+1:])) {
			longest, ok = all[0], true
		}
		for len(all) > 0 && len(all[0].text) == n+1 {
			all = all[1:]
		}
	}
	return longest, ok
}

// folded brings a text into the form in which terms are looked for.
func folded(l lang.Lang, text string) string {
	if l != lang.EN {
		return text
	}
	lower := []byte(text)
	for i, b := range lower {
		if 'A' <= b && b <= 'Z' {
			lower[i] = b + 'a' - 'A'
		}
	}
	return string(lower)
}

// endsWord reports whether an English word, or its plural, ends before rest.
func endsWord(rest string) bool {
	for _, ending := range []string{"", "s", "es"} {
		if after, ok := strings.CutPrefix(rest, ending); ok && (after == "" || !isLetter(after[0])) {
			return true
		}
	}
	return false
}

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' }
