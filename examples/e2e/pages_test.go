package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"github.com/hoshitori/hoshitori/examples/browser"
)

// TestPages: every example page opens at three widths without overflow, errors or violations of its policy, and the check in
// it can be answered and gives a result.
func TestPages(t *testing.T) {
	for _, page := range []string{"index.html", "scs.html", "chamber.html", "vendor.html", "association.html", "frame.html"} {
		for _, width := range []int{320, phone, desktop} {
			t.Run(fmt.Sprintf("%s at %d", page, width), func(t *testing.T) {
				v := open(t, width, page)
				v.fitsPage("the form")
				v.must(v.page.Click(shadow + `.querySelector('input[type=radio][value=met]')`))
				if got := v.text(`JSON.stringify(` + element + `.result.completeness.answered)`); got != "1" {
					t.Errorf("%s items are answered, want 1", got)
				}
				v.press("show")
				v.shows("診断の結果")
				v.fitsPage("the result")
			})
		}
	}
}

// TestPagesFirstQuestion: whoever comes to a page of the bank or the chamber sees the first question without scrolling, on a
// phone and on a desktop, and the bar does not lie on it, nor on its answers where the question is short.
func TestPagesFirstQuestion(t *testing.T) {
	for page, part := range map[string]string{"index.html": ".h-choices", "scs.html": "legend", "chamber.html": "legend"} {
		for _, size := range [][2]int{{phone, 844}, {desktop, 800}} {
			v := open(t, size[0], page)
			v.resize(size[0], size[1], 1)
			over, err := browser.Eval[float64](v.page, `(() => { scrollTo(0, 0);
				const bottom = (s) => `+shadow+`.querySelector(s).getBoundingClientRect().bottom;
				return bottom('.h-question `+part+`') - (innerHeight - `+shadow+`.querySelector('.h-live').offsetHeight) })()`)
			v.must(err)
			if over > 0 {
				t.Errorf("%s at %v: the %s of the first question ends %.0f px too low", page, size, part, over)
			}
		}
	}
}

// fitsPage fails if the page, or the check in it, is wider than the place that it has.
func (v *visit) fitsPage(what string) {
	v.Helper()
	if over := v.overflow(); over > 0 {
		v.Errorf("%s: the page is %d pixels too wide", what, over)
	}
	over, err := browser.Eval[int](v.page, `Math.max(0, ...[...`+shadow+`.querySelectorAll('.hoshitori[data-catalog] *')].map((e) =>
		Math.ceil(e.getBoundingClientRect().right - `+element+`.getBoundingClientRect().right)))`)
	v.must(err)
	if over > 0 {
		v.Errorf("%s: something is %d pixels wider than the check", what, over)
	}
}

// TestPagesIndex: every page leads to the list of the examples, and the list to every page.
func TestPagesIndex(t *testing.T) {
	v := newVisit(t, 320)
	v.must(v.page.Open(site.URL + "/examples.html"))
	if over := v.overflow(); over > 0 {
		t.Errorf("the page is %d pixels too wide", over)
	}
	listed := v.text(`[...document.querySelectorAll('.examples a')].map((a) => a.getAttribute('href')).join(' ')`)
	for _, page := range []string{"index.html", "scs.html", "chamber.html", "vendor.html", "association.html"} {
		if !strings.Contains(listed, page) {
			t.Errorf("the list has no %s, only %s", page, listed)
		}
		v.must(v.page.Open(site.URL + "/" + page))
		if got := v.text(`String(document.querySelector('footer a[href="examples.html"]')?.textContent)`); got != "見本の一覧" {
			t.Errorf("%s leads to the list by %q", page, got)
		}
	}
	if !strings.Contains(listed, "iframe.html") {
		t.Error("the list has no iframe.html")
	}
}

// TestPagesVendor: the check and a page full of scripts and strong styles do not disturb each other.
func TestPagesVendor(t *testing.T) {
	v := open(t, desktop, "vendor.html")
	v.must(v.page.Wait(`[...document.querySelectorAll('[data-count]')].every((e) => e.textContent === e.dataset.count)`))
	const frames = `Number(document.querySelector('canvas').dataset.frames)`
	before, err := browser.Eval[int](v.page, frames)
	v.must(err)

	v.answer("1", "met")
	v.press("show")
	v.shows("診断の結果")
	v.must(v.page.Wait(fmt.Sprintf(`%s > %d`, frames, before))) // the chart still moves

	v.must(v.page.Click(`document.querySelector('#tab-copy')`))
	v.must(v.page.Press(kb.ArrowRight))
	if got := v.text(`[...document.querySelectorAll('[role=tabpanel]')].filter((e) => !e.hidden).map((e) => e.id).join()`); got != "panel-train" {
		t.Errorf("the tabs show %s", got)
	}
	if got := v.text(`document.querySelector('.clock time').textContent`); got == "" {
		t.Error("the clock shows nothing")
	}
	if got := v.text(`String(` + element + `.getBoundingClientRect().width <= 320)`); got != "true" {
		t.Error("the check is wider than its column")
	}
	// The page's rules for button, label and legend would make these red, gone and wide.
	v.press("back")
	style := func(selector, property string) string {
		return v.text(`getComputedStyle(` + shadow + `.querySelector('` + selector + `')).` + property)
	}
	for _, got := range []string{style("label:has(input[type=radio])", "display"), style("fieldset", "display"), style(".h-main", "letterSpacing")} {
		if got == "none" || strings.HasSuffix(got, "px") {
			t.Errorf("the page's style has reached into the check: %s", got)
		}
	}
	if got := style(".hoshitori[data-catalog]", "backgroundColor"); got != "rgb(20, 28, 44)" {
		t.Errorf("the background is %s, want the page's own --hoshitori-background", got)
	}
}
