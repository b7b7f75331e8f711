package catalog

import (
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
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
	words := make([]string, len(c.source.Terms))
	for i, t := range c.source.Terms {
		words[i] = folded(l, t.Term.In(l))
	}
	found := make([]bool, len(words))
	for _, text := range texts {
		text = folded(l, text)
		for at := 0; at < len(text); {
			longest, length := -1, 0
			if l != lang.EN || at == 0 || !isLetter(text[at-1]) {
				for i, word := range words {
					if len(word) > length && strings.HasPrefix(text[at:], word) && (l != lang.EN || endsWord(text[at+len(word):])) {
						longest, length = i, len(word)
					}
				}
			}
			if longest >= 0 {
				found[longest] = true
			}
			at += max(1, length)
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
