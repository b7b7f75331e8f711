package glossary

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// Every word that a shop owner may not know is explained, in the catalogues and in the explanations themselves.
func TestWordsAreExplained(t *testing.T) {
	words := slices.Concat(list(t, "plain.txt"), japaneseTerms())
	missing := map[string]bool{}
	for _, s := range everything(t) {
		for _, word := range unexplained(t, s.text, words) {
			if !missing[word] {
				missing[word] = true
				t.Errorf("%s: neither terms.json nor plain.txt has %s: %s", s.where, word, s.text)
			}
		}
	}
}

// unexplained returns the words of a text that a shop owner may not know and that are not among the explained ones.
func unexplained(t *testing.T, text string, explained []string) []string {
	t.Helper()
	var out []string
	marks := covered(text, explained)
	check := func(from, to int) {
		if slices.Contains(marks[from:to], false) {
			out = append(out, text[from:to])
		}
	}
	for _, at := range unusual.FindAllStringIndex(text, -1) {
		check(at[0], at[0]+len(strings.TrimSuffix(text[at[0]:at[1]], "ー"))) // サーバー is サーバ
	}
	for _, word := range list(t, "hard.txt") {
		for from := 0; strings.Contains(text[from:], word); from += len(word) {
			from += strings.Index(text[from:], word)
			check(from, from+len(word))
		}
	}
	return out
}

// What explains nothing goes: a list that only grows is not read by anybody.
func TestNoDeadEntries(t *testing.T) {
	alive := map[string]bool{}
	for _, c := range builtin.All() {
		for _, term := range used(whole(t, c), texts(value(t, c))) {
			alive[term.ID] = true
		}
	}
	for _, term := range Terms() {
		if !alive[term.ID] {
			t.Errorf("terms.json: no catalogue uses %s (%s, %s)", term.ID, term.Term.JA, term.Term.EN)
		}
	}
	everything := everything(t)
	for _, name := range []string{"plain.txt", "hard.txt"} {
		for _, word := range list(t, name) {
			if !slices.ContainsFunc(everything, func(s said) bool { return strings.Contains(s.text, word) }) {
				t.Errorf("%s: no text says %s", name, word)
			}
		}
	}
}

// A program looks for terms without knowing the everyday words, so a term inside one would be shown for nothing.
func TestEverydayWordsHoldNoTerms(t *testing.T) {
	c := whole(t, builtin.All()[0])
	for _, word := range list(t, "plain.txt") {
		for _, term := range c.TermsIn(lang.JA, word) {
			t.Errorf("plain.txt: %s holds the term %s, which would be explained there", word, term.Term.JA)
		}
	}
}

// unusual are the words that look foreign: three or more katakana, two or more Latin letters.
var unusual = regexp.MustCompile(`[ァ-ヶー]{3,}|[A-Za-z]{2,}`)

// covered marks the bytes of a text that belong to one of the words; the longest wins, as in [catalog.Checked.TermsIn].
func covered(text string, words []string) []bool {
	marks := make([]bool, len(text))
	for at := 0; at < len(text); {
		longest := 0
		for _, word := range words {
			if len(word) > longest && strings.HasPrefix(text[at:], word) {
				longest = len(word)
			}
		}
		for i := range longest {
			marks[at+i] = true
		}
		at += max(1, longest)
	}
	return marks
}

// said is a Japanese text with the place where it is said.
type said struct{ where, text string }

// everything returns what the built-in catalogues and the glossary itself say in Japanese.
func everything(t *testing.T) []said {
	t.Helper()
	var all []said
	for _, c := range builtin.All() {
		for _, text := range texts(value(t, c)) {
			all = append(all, said{c.Ref().String(), withoutNames(text.JA)})
		}
	}
	for _, term := range Terms() {
		all = append(all, said{"terms.json, " + term.ID, withoutNames(term.Meaning.JA)})
	}
	return all
}

// names are what a text quotes as it stands on a screen or in a list, and nobody has to understand: addresses, editions
// and ids of catalogues, Latin words in quotation marks, endings of file names, Roman numerals.
var names = regexp.MustCompile(`https?://[!-~]+|[a-z0-9-]+@[0-9.-]+|\b[a-z]+[0-9]+\b|「[!-~]+」|\.[a-z]+\b|\b[IVX]+\b`)

func withoutNames(text string) string { return names.ReplaceAllString(text, "、") }

func japaneseTerms() []string {
	var all []string
	for _, term := range Terms() {
		all = append(all, term.Term.JA)
	}
	return all
}

// list reads a list of words, which is sorted and names each word once.
func list(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for i, word := range words {
		if strings.TrimSpace(word) != word || word == "" || i > 0 && words[i-1] >= word {
			t.Errorf("%s: %q is no word, or out of order, or there twice", name, word)
		}
	}
	return words
}

func value(t *testing.T, c *catalog.Checked) jsondoc.Value {
	t.Helper()
	v, problems := jsondoc.Parse(c.JSON())
	if !problems.OK() {
		t.Fatal(problems)
	}
	return v
}

// whole returns a catalogue with the whole glossary.
func whole(t *testing.T, c *catalog.Checked) *catalog.Checked {
	t.Helper()
	all, err := withAllTerms(c.JSON())
	if err != nil {
		t.Fatal(err)
	}
	return all
}
