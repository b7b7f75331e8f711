package e2e

import (
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
)

// The visitor can choose the other language at any time: answers, page and result stay, the focus stays on the choice, and the site is
// not told a second time what it knows.
func TestLanguageSwitch(t *testing.T) {
	languages := func(v *visit) string { return v.text(shadow + `.querySelector('[data-catalog]').lang`) }
	in := func(v *visit, lang string) {
		v.Helper()
		v.must(v.page.Wait(shadow + `.querySelector('[data-catalog]')?.lang === '` + lang + `' && ` + shadow + `.querySelector('.h-live')`))
	}
	t.Run("form", func(t *testing.T) {
		v := open(t, phone, "access-scs-ja.html")
		v.answer("1-2-1-1", "met")
		v.press("next")
		v.press("next")
		before := v.text(shadow + `.querySelector('.h-jump select').selectedIndex.toString()`)
		if got := v.text(shadow + `.querySelector('[data-action=language]').textContent`); got != "English" || languages(v) != "ja" {
			t.Fatalf("the choice is %q in a form in %s", got, languages(v))
		}
		v.answer("1-3-1-1", "not_applicable") // and no reason yet
		v.press("language")
		in(v, "en")
		if got := v.text(shadow + `.querySelector('[data-item="1-3-1-1"] input:checked')?.value`); got != "not_applicable" {
			t.Errorf("the answer that waits for its reason has become %q", got)
		}
		if got := v.text(focusedIn + `?.textContent`); got != "日本語" {
			t.Errorf("the focus is on %q, want the way back", got)
		}
		if got := v.text(shadow + `.querySelector('.h-jump select').selectedIndex.toString()`); got != before || got != "2" {
			t.Errorf("page %s is shown, %s before", got, before)
		}
		if got := v.text(`JSON.stringify(` + element + `.assessment.answers.map((a) => [a.item, a.state]))`); got != `[["1-2-1-1","met"]]` {
			t.Errorf("answers: %s", got)
		}
		v.press("language")
		in(v, "ja")
	})
	t.Run("result", func(t *testing.T) {
		v := open(t, phone, "english.html")
		v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Unmet)))
		v.press("show")
		v.press("agree")
		v.shows("your answers were handed over to this site.")
		told := len(v.events("complete"))
		v.press("language")
		in(v, "ja")
		v.shows("診断の結果")
		v.shows("答えを、このサイトに渡しました。")
		if got := v.text(`String(` + shadow + `.querySelector('[data-action=agree]'))`); got != "null" {
			t.Error("the visitor is asked again")
		}
		if got := v.events("complete"); len(got) != told {
			t.Errorf("the site was told %d times, %d before the switch", len(got), told)
		}
		v.press("back")
		v.answer("1", "unmet")
		if got := v.text(`JSON.stringify(` + element + `.assessment.answers[0])`); got != `{"item":"1","state":"unmet"}` {
			t.Errorf("after the switch an answer has become %s", got)
		}
	})
	t.Run("always", func(t *testing.T) {
		v := open(t, phone, "always.html")
		v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met)))
		v.press("language")
		in(v, "en")
		v.shows("Once all is answered, this site receives the result and your answers.")
		if got := v.events("complete"); len(got) != 1 || !strings.Contains(got[0], "assessment") {
			t.Errorf("%d events complete, want the one before the switch", len(got))
		}
	})
}
