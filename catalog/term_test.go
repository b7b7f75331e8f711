package catalog_test

import (
	"math/rand"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

func TestTermsIn(t *testing.T) {
	s, problems := catalog.Parse([]byte(whole))
	if !problems.OK() {
		t.Fatal(problems)
	}
	for _, term := range [][2]string{{"認証", "authentication"}, {"多要素認証", "multi-factor authentication"}, {"サーバ", "server"}, {"ID", "ID"}} {
		meaning := catalog.Text{JA: "説明です。", EN: "A meaning."}
		s.Terms = append(s.Terms, catalog.Term{ID: strings.ReplaceAll(term[1], " ", "-"), Term: catalog.Text{JA: term[0], EN: term[1]}, Meaning: meaning})
	}
	c, problems := catalog.Check(s, nil)
	if !problems.OK() {
		t.Fatal(problems)
	}
	for _, test := range []struct {
		text, reason, want string
		l                  lang.Lang
	}{
		{"多要素認証を使っていますか。", "a longer term hides a shorter one inside it", "multi-factor-authentication", lang.JA},
		{"認証と多要素認証", "unless it also stands alone", "authentication multi-factor-authentication", lang.JA},
		{"認証サーバのID", "terms may touch", "authentication server ID", lang.JA},
		{"パソコン", "no term", "", lang.JA},
		{"Servers use Multi-Factor Authentication", "case and plural do not matter", "multi-factor-authentication server", lang.EN},
		{"an observer", "a word begins where the term begins", "", lang.EN},
		{"identity", "a word ends where the term ends", "", lang.EN},
		{"IDs, or an ID.", "but for its plural", "ID", lang.EN},
		{"", "nothing", "", lang.EN},
	} {
		var got []string
		for _, term := range c.TermsIn(test.l, test.text) {
			got = append(got, term.ID)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%q: got %q, want %q: %s", test.text, s, test.want, test.reason)
		}
	}
}

// glossary returns a catalogue with these words as its terms, the same in both languages.
func glossary(t *testing.T, words ...string) *catalog.Checked {
	t.Helper()
	s, problems := catalog.Parse([]byte(whole))
	if !problems.OK() {
		t.Fatal(problems)
	}
	s.Terms = nil
	for i, w := range words {
		s.Terms = append(s.Terms, catalog.Term{ID: strconv.Itoa(i), Term: catalog.Text{JA: w, EN: w}, Meaning: catalog.Text{JA: "説明です。", EN: "A meaning."}})
	}
	c, problems := catalog.Check(s, nil)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return c
}

// Looking for each term at each place finds the same terms.
func TestTermsInTriesEveryTerm(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	text := func(most int) string {
		b := make([]byte, 1+r.Intn(most))
		for i := range b {
			b[i] = "aAbs "[r.Intn(5)]
		}
		return string(b)
	}
	for range 2000 {
		var words []string
		for range r.Intn(8) {
			if w := strings.TrimSpace(text(4)); w != "" {
				words = append(words, w)
			}
		}
		in := text(20)
		var want, got []string
		for at := 0; at < len(in); {
			longest := -1
			for i, w := range words {
				if strings.HasPrefix(in[at:], w) && (longest < 0 || len(w) > len(words[longest])) {
					longest = i
				}
			}
			if longest < 0 {
				at++
				continue
			}
			want = append(want, strconv.Itoa(longest))
			at += len(words[longest])
		}
		slices.Sort(want)
		for _, term := range glossary(t, words...).TermsIn(lang.JA, in) {
			got = append(got, term.ID)
		}
		if diff := cmp.Diff(slices.Compact(want), got); diff != "" {
			t.Fatalf("%q in %q (-want +got):\n%s", words, in, diff)
		}
	}
}

// A glossary as large as a file may be, a term as long, and a text made to meet both take no longer than the text.
func TestTermsInLargeGlossary(t *testing.T) {
	words := []string{strings.Repeat("あ", 300_000) + "い"}
	for i := range 100_000 {
		words = append(words, "あ"+strconv.Itoa(i))
	}
	c := glossary(t, words...)
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		if got := c.TermsIn(l, strings.Repeat("あ", 300_000)+"7 "); len(got) != 1 || got[0].ID != "8" {
			t.Errorf("%s: found %d terms", l, len(got))
		}
	}
}
