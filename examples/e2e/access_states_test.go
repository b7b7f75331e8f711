package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa1v31"
	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
)

// is fails unless a JavaScript expression holds: what a test is about has to be there.
func (v *visit) is(expression string) {
	v.Helper()
	if got := v.text(`String(Boolean(` + expression + `))`); got != "true" {
		v.Fatalf("the page is not in the state that the test is about: %s", expression)
	}
}

// there is an expression that says whether the widget shows what the selector finds.
func there(selector string) string {
	return shadow + `.querySelector(` + quoted(selector) + `)?.checkVisibility()`
}

// axe-core finds nothing in the states that only some pages or some visitors come to, in both languages.
func TestAccessAxeStates(t *testing.T) {
	for _, l := range []string{"ja", "en"} {
		for name, test := range map[string]func(*testing.T){
			"answers kept on this device":     func(t *testing.T) { axeKept(t, l) },
			"asked whether to start again":    func(t *testing.T) { axeArmed(t, l) },
			"carried over":                    func(t *testing.T) { axeCarried(t, l) },
			"result by single questions":      func(t *testing.T) { axeSingle(t, l) },
			"result of requirements":          func(t *testing.T) { axeRequirements(t, l) },
			"the site receives the answers":   func(t *testing.T) { axeAlways(t, l) },
			"the site never gets the answers": func(t *testing.T) { axeNever(t, l) },
		} {
			t.Run(name+", "+l, test)
		}
	}
}

// axeKept: the box is ticked that keeps the answers, and the next visit goes on with them.
func axeKept(t *testing.T, l string) {
	v := open(t, phone, "access-"+l+".html")
	v.answer("1", "met")
	v.pressThere(shadow + `.querySelector('.h-keep input')`)
	v.is(shadow + `.querySelector('.h-keep input').checked && localStorage.length`)
	v.audit("the box is ticked")
	v.must(v.page.Reload())
	v.ready()
	v.is(shadow + `.querySelector('.h-keep input').checked && ` + shadow + `.querySelector('input[name="1"]').checked`)
	v.findings("the next visit", allRules)
}

// axeArmed: the button that deletes all answers waits for its second press.
func axeArmed(t *testing.T, l string) {
	v := open(t, phone, "access-"+l+".html")
	v.answer("1", "met")
	before := v.text(shadow + `.querySelector('[data-action=reset]').textContent`)
	v.press("reset")
	armed := there(".h-armed [data-action=reset]") + ` && ` + shadow + `.querySelector('[data-action=reset]').textContent !== ` + quoted(before)
	v.is(armed)
	v.audit("asked whether to start again")
	v.is(armed)
}

// axeCarried: a file of an earlier edition was opened.
func axeCarried(t *testing.T, l string) {
	v := open(t, phone, "access-"+l+".html")
	v.choose("open", allMet(sa1v31.Catalog()))
	v.must(v.page.Wait(shadow + `.querySelector('.h-message').textContent.includes('3.1')`))
	v.is(there(".h-message") + ` && ` + element + `.assessment.carried.length`)
	v.audit("carried over")
}

// axeSingle: the result of a check that asks one question at a time.
func axeSingle(t *testing.T, l string) {
	v := open(t, phone, "access-one-"+l+".html")
	v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Unmet, catalog.Unknown)))
	v.press("show")
	v.is(there(".h-result") + ` && !` + there(".h-form"))
	v.unfold()
	v.audit("result, unfolded")
}

// axeRequirements: the result of a check with levels and requirements, of which every answer occurs.
func axeRequirements(t *testing.T, l string) {
	v := open(t, phone, "access-scs-"+l+".html")
	var answers []string
	for i, item := range scsv20260327.Catalog().Items() {
		answers = append(answers, fmt.Sprintf(`{item: %q, state: %q, reason: %s}`, item.ID,
			[]string{"met", "partial", "unmet", "unknown", "not_applicable"}[i%5], []string{"undefined", `{text: "x"}`}[i%5/4]))
	}
	v.text(`(() => { ` + element + `.assessment = { format: 'hoshitori/assessment/1', catalog: { id: 'scs', version: '2026-03-27' }, target: '3',
		answers: [` + strings.Join(answers, ", ") + `] }; return '' })()`)
	v.press("show")
	v.is(there(".h-result") + ` && ` + element + `.result.completeness.notApplicable`)
	v.audit("result")
	v.unfold()
	v.findings("result, unfolded", allRules)
}

// axeAlways: the site receives result and answers, and says so above the questions.
func axeAlways(t *testing.T, l string) {
	v := open(t, phone, "access-always-"+l+".html")
	v.is(there(".h-head .h-path") + ` && !` + there(".h-private"))
	v.audit("form")
	v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Unmet)))
	v.press("show")
	v.is(`events.some((e) => e.name === 'complete' && e.detail.assessment) && !` + there(".h-consent"))
	v.findings("result", allRules)
}

// axeNever: nobody is asked.
func axeNever(t *testing.T, l string) {
	v := open(t, phone, "access-never-"+l+".html")
	v.is(there(".h-private"))
	v.audit("form")
	v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Unmet)))
	v.press("show")
	v.is(`events.some((e) => e.name === 'complete' && !e.detail.assessment) && !` + there(".h-consent"))
	v.findings("result", allRules)
}

// axe-core finds nothing where there is no catalogue: the page's own is wrong, or there is none of that name.
func TestAccessAxeWithoutCatalogue(t *testing.T) {
	for _, l := range []string{"ja", "en"} {
		for _, name := range []string{"broken", "unknown"} {
			t.Run(name+", "+l, func(t *testing.T) {
				v := newVisit(t, phone)
				v.must(v.page.RunFirst(watcher))
				v.must(v.page.Open(site.URL + "/access-" + name + "-" + l + ".html"))
				v.must(v.page.Wait(`window.events?.some((e) => e.name === 'error')`))
				v.is(there("[role=alert] button"))
				v.audit(name + " catalogue")
			})
		}
	}
}

// axe-core finds nothing in the check that stands in an iframe, nor in the page around it.
func TestAccessAxeFrame(t *testing.T) {
	for _, l := range []string{"ja", "en"} {
		t.Run(l, func(t *testing.T) {
			f := openFramed(t, phone, sandboxed)
			f.settled()
			if l != "ja" { // the demo has a Japanese page only
				f.inside(`(() => { events.splice(0); document.documentElement.lang = ` + element + `.lang = '` + l + `'; return '' })()`)
				f.settled()
			}
			f.findingsInside("form")
			f.inside(`(` + element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Partial, catalog.Unmet)) + `, '')`)
			f.press(shadow + `.querySelector('[data-action="show"]')`)
			f.inside(`(() => { for (const d of ` + shadow + `.querySelectorAll('details')) d.open = true; return '' })()`)
			f.fits()
			f.findingsInside("result, unfolded")
			f.findings("the page around", allRules)
		})
	}
}

// findingsInside fails for everything that axe-core finds in the page that stands in the iframe, as it is now, and in dark for
// what depends on the looks.
func (f *framed) findingsInside(state string) {
	f.Helper()
	if f.inside(`typeof axe`) == "undefined" {
		script, err := axe()
		f.must(err)
		f.inside(script + `; ''`)
	}
	for theme, rules := range map[string]string{"light": allRules, "dark": visualRules} {
		f.inside(element + `.setAttribute('theme', '` + theme + `'); ''`)
		f.tellFindings("in the iframe, "+state+", "+theme, f.inside(axeRun(rules)))
	}
}
