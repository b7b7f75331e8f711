package e2e

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const (
	focusedIn = shadow + `.activeElement`
	errorBox  = shadow + `.querySelector('.h-message .h-error')`
)

// An answer that needs a reason does not count without one. Whoever asks for the result then is told which answers these are, is led
// to each field, on whatever page it is, and can see the result all the same.
func TestReasonsAreAskedFor(t *testing.T) {
	for _, test := range []struct{ page, heading, without, anyway string }{
		{"access-scs-ja.html", "理由がまだの答えがあります（2件）", "理由がまだの答えがあります（1件）", "このまま結果を見る"},
		{"access-scs-en.html", "Answers without a reason: 2", "Answers without a reason: 1", "See the result as it is"},
	} {
		t.Run(test.page, func(t *testing.T) {
			v := open(t, phone, test.page)
			v.answer("1-2-1-1", "not_applicable")
			v.press("next")
			v.answer("1-2-3-1", "not_applicable")
			v.press("next")
			v.press("show")
			if got := v.text(focusedIn + `.textContent`); got != test.heading {
				t.Fatalf("the focus is on %q, want %q", got, test.heading)
			}
			if got := v.text(`String(` + shadow + `.querySelector('.h-result'))`); got != "null" {
				t.Error("the result is shown at once")
			}
			v.findings("asked for reasons", allRules)
			v.must(v.page.Press(kb.Tab)) // to the first answer of the list
			v.must(v.page.Press(kb.Enter))
			if got := v.text(focusedIn + `.closest('[data-item]').dataset.item + ' ' + ` + focusedIn + `.getAttribute('aria-invalid')`); got != "1-2-1-1 true" {
				t.Fatalf("the focus is in %s, want the reason beside 1-2-1-1", got)
			}
			v.must(v.page.Press("none of this kind" + kb.Tab))
			if got := v.text(errorBox + `.querySelector('h3').textContent`); got != test.without {
				t.Errorf("after the first reason: %q, want %q", got, test.without)
			}
			if got := v.text(`String(` + shadow + `.querySelectorAll('[aria-invalid]').length)`); got != "1" {
				t.Errorf("%s fields are marked as wrong, want the one that is left", got)
			}
			v.press("show")
			if got := v.text(`[...` + errorBox + `.querySelectorAll('button')].at(-1).textContent`); got != test.anyway {
				t.Errorf("the last button says %q, want %q", got, test.anyway)
			}
			v.press("anyway")
			v.must(v.page.Wait(shadow + `.querySelector('.h-result')`))
			if got := v.text(`JSON.stringify(` + element + `.result.completeness.notApplicable)`); got != "1" {
				t.Errorf("%s answers are not applicable, want the one with a reason", got)
			}
		})
	}
}

// Another answer in place of the one that needs a reason is as good as the reason. An answer to another question leaves the list alone,
// which would be read out again.
func TestReasonNoLongerNeeded(t *testing.T) {
	v := open(t, phone, "external.html")
	v.answer("a", "not_applicable")
	v.press("show")
	v.must(v.page.Wait(errorBox + ` !== null`))
	v.text(`(` + errorBox + `.seen = true, '')`)
	v.answer("b", "met")
	if got := v.text(`String(` + errorBox + `?.seen)`); got != "true" {
		t.Errorf("after another answer the list is no longer the same: %s", got)
	}
	v.answer("a", "met")
	if got := v.text(`String(` + errorBox + `)`); got != "null" {
		t.Error("the visitor is still asked for a reason")
	}
	v.press("show")
	v.must(v.page.Wait(shadow + `.querySelector('.h-result')`))
}
