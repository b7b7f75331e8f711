package glossary

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

func TestTermsAreNamedSortedAndThereOnce(t *testing.T) {
	name := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]string{}
	last := ""
	for _, term := range Terms() {
		if !name.MatchString(term.ID) {
			t.Errorf("%q is no name: small letters, digits and hyphens", term.ID)
		}
		if term.ID <= last {
			t.Errorf("%s stands behind %s", term.ID, last)
		}
		last = term.ID
		for _, word := range []string{"ja " + term.Term.JA, "en " + strings.ToLower(term.Term.EN)} {
			if other, twice := seen[word]; twice {
				t.Errorf("%s and %s explain the same word: %s", other, term.ID, word)
			}
			seen[word] = term.ID
		}
	}
}

// One or two short sentences: whoever looks up a word wants to go on reading.
func TestMeaningsAreShort(t *testing.T) {
	for _, term := range Terms() {
		ja := sentences(t, term.ID, term.Meaning.JA, "。")
		en := sentences(t, term.ID, term.Meaning.EN, ".")
		for _, sentence := range ja {
			if n := utf8.RuneCountInString(sentence); n > 60 {
				t.Errorf("%s: %d characters, want at most 60: %s", term.ID, n, sentence)
			}
		}
		for _, sentence := range en {
			if n := len(strings.Fields(sentence)); n > 25 {
				t.Errorf("%s: %d words, want at most 25: %s", term.ID, n, sentence)
			}
		}
	}
}

// sentences returns the one or two sentences of a meaning, which ends with the end of a sentence.
func sentences(t *testing.T, id, meaning, end string) []string {
	t.Helper()
	rest, ended := strings.CutSuffix(meaning, end)
	split := regexp.MustCompile(regexp.QuoteMeta(end)+`\s*([^0-9\s])`).ReplaceAllString(rest, end+"\n$1")
	all := strings.Split(split, "\n")
	if !ended || len(all) > 2 {
		t.Errorf("%s: want one or two sentences, have %q", id, meaning)
	}
	return all
}

// Following the words of an explanation comes to an end: nothing is explained by itself through others.
func TestNoCircles(t *testing.T) {
	c := whole(t, builtin.All()[0])
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		needs := map[string][]string{}
		for _, term := range Terms() {
			for _, other := range c.TermsIn(l, term.Meaning.In(l)) {
				if other.ID != term.ID {
					needs[term.ID] = append(needs[term.ID], other.ID)
				}
			}
		}
		clear := map[string]bool{}
		for _, term := range Terms() {
			if circle := follow(needs, clear, nil, term.ID); circle != nil {
				t.Errorf("%v: %s", l, strings.Join(circle, " → "))
			}
		}
	}
}

// follow returns the first circle on the way from a term, nil if there is none; clear are terms known to lead to none.
func follow(needs map[string][]string, clear map[string]bool, path []string, id string) []string {
	if clear[id] {
		return nil
	}
	if i := slices.Index(path, id); i >= 0 {
		return append(slices.Clone(path[i:]), id)
	}
	for _, next := range needs[id] {
		if circle := follow(needs, clear, append(path, id), next); circle != nil {
			return circle
		}
	}
	clear[id] = true
	return nil
}
