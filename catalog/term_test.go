package catalog_test

import (
	"strings"
	"testing"

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
