package e2e

import (
	"path"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
	"github.com/hoshitori/hoshitori/examples/browser"
)

// shownPage is the requirement that the widget shows, or what is wrong with it.
const shownPage = `((all) => all.length === 1 ? all[0].dataset.requirement : all.length + " pages are visible")(
	[...` + shadow + `.querySelectorAll(".h-requirement")].filter((e) => e.checkVisibility()))`

// The criteria of ★3 come requirement by requirement: one a screen, 26 screens, 81 criteria, and nothing is wider than a
// telephone.
func TestRequirementByRequirement(t *testing.T) {
	c := scsv20260327.Catalog()
	v := open(t, phone, "scs.html")
	var want []string
	items := map[string][]string{}
	for _, item := range c.Items() {
		if item.Level != "3" {
			continue
		}
		if len(items[item.Requirement]) == 0 {
			want = append(want, item.Requirement)
		}
		items[item.Requirement] = append(items[item.Requirement], string(item.ID))
	}
	if len(want) != 26 {
		t.Fatalf("%d requirements, want 26", len(want))
	}
	if n, _ := browser.Eval[int](v.page, shadow+`.querySelectorAll("[data-item]").length`); n != 81 {
		t.Errorf("the form asks %d criteria, want 81", n)
	}
	v.shows("0／81項目")
	for i, requirement := range want {
		if got := v.text(shownPage); got != requirement {
			t.Fatalf("screen %d shows %s, want %s", i+1, got, requirement)
		}
		v.shows("要求事項 " + strconv.Itoa(i+1) + "／26")
		for n, item := range items[requirement] {
			// What helps to answer is there, folded; nothing of it may be too wide when it is unfolded.
			if n == 0 {
				v.must(v.page.Click(shadow + `.querySelector('[data-item="` + item + `"] .h-more > summary')`))
			}
			v.answer(item, "met")
		}
		if over := v.overflow(); over > 0 {
			t.Errorf("requirement %s is %d pixels too wide", requirement, over)
		}
		if i < len(want)-1 {
			v.press("next")
			if got := v.text(shadow + `.activeElement.tagName`); got != "H3" {
				t.Errorf("after turning the page the focus is on %s, want the heading", got)
			}
		}
	}
	if shown, _ := browser.Eval[bool](v.page, shadow+`.querySelector("[data-action=next]").checkVisibility()`); shown {
		t.Error("there is a next screen after the last")
	}
	v.shows("81／81項目")
	v.press("show")
	v.shows("2026-03-27版の条件は、答えのとおりなら、そろっています。")
	v.shows("名乗る前に、まだ残ること：専門家による確認、経営者による宣誓")
	if got := v.text(`JSON.stringify(` + element + `.result.levels.map((l) => [l.id, l.criteria, l.met, l.open]))`); got != `[["3","met",81,0],["4","open",81,72]]` {
		t.Errorf("levels: %s", got)
	}
	if over := v.overflow(); over > 0 {
		t.Errorf("the result is %d pixels too wide", over)
	}
}

// One goes to a requirement directly, sees in the list what is done, and finds the place again on the next visit.
func TestJumpSaveAndResume(t *testing.T) {
	v := open(t, phone, "stars.html")
	if got := v.text(shadow + `.querySelector(".h-jump option").textContent`); got != "1-2-1 セキュリティ推進活動部門（0／3）" {
		t.Errorf("the list begins with %q", got)
	}
	v.must(v.page.Click(shadow + `.querySelector(".h-keep input")`))
	for _, item := range []string{"1-2-1-1", "1-2-1-2", "1-2-1-3"} {
		v.answer(item, "met")
	}
	if got := v.text(shadow + `.querySelector(".h-jump option").textContent`); got != "✓ 1-2-1 セキュリティ推進活動部門（3／3）" {
		t.Errorf("after three answers the list says %q", got)
	}
	v.must(v.page.Click(shadow + `.querySelector(".h-jump select")`))
	v.must(v.page.Press(kb.Escape))
	v.text(`(() => { const list = ` + shadow + `.querySelector(".h-jump select");
		list.selectedIndex = [...list.options].findIndex((o) => o.text.includes("4-1-5"));
		list.dispatchEvent(new Event("change", { bubbles: true })); return "" })()`)
	if got := v.text(shownPage); got != "4-1-5" {
		t.Fatalf("the list leads to %s", got)
	}
	v.answer("4-1-5-1", "unknown")
	v.press("previous")
	if got := v.text(shownPage); got != "4-1-4" {
		t.Errorf("before 4-1-5 comes %s", got)
	}
	v.must(v.page.Reload())
	v.ready()
	if got := v.text(shownPage); got != "1-2-3" {
		t.Errorf("the next visit begins at %s, want the first requirement with something open, 1-2-3", got)
	}
	v.shows("4／81項目")
	state := v.text(element + `.state`)
	v.press("reset")
	v.press("reset")
	if got := v.text(shownPage); got != "1-2-1" {
		t.Errorf("after starting again it shows %s", got)
	}
	v.text(`(() => { ` + element + `.state = ` + quoted(state) + `; return "" })()`)
	v.shows("4／81項目")
	if got := v.text(shownPage); got != "1-2-3" {
		t.Errorf("the resume text leads to %s", got)
	}
}

// An answer that does not apply needs a reason, and stays open until an expert accepts it.
func TestNotApplicableNeedsAReason(t *testing.T) {
	v := open(t, phone, "stars.html")
	v.answer("1-2-1-1", "not_applicable")
	v.shows("0／81項目")
	v.must(v.page.Click(shadow + `.querySelector(".h-reason input")`))
	v.must(v.page.Press("x"))
	v.must(v.page.Press(kb.Tab))
	v.shows("1／81項目")
	if got := v.text(`JSON.stringify(` + element + `.result.levels[0])`); !strings.Contains(got, `"criteria":"open"`) {
		t.Errorf("★3 is %s, want open", got)
	}
	reason := `((field) => field?.checkVisibility() ? field.value : "no field")(` + shadow + `.querySelector('[data-item="1-2-1-1"] .h-reason input'))`
	v.answer("1-2-1-1", "met")
	if got := v.text(reason); got != "no field" {
		t.Errorf("beside an answer that needs no reason stands %q", got)
	}
	if got := v.text(`JSON.stringify(` + element + `.assessment.answers)`); strings.Contains(got, "reason") {
		t.Errorf("the reason is kept for another answer: %s", got)
	}
	v.answer("1-2-1-1", "not_applicable")
	if got := v.text(reason); got != "x" {
		t.Errorf("the reason has to be written again: the field holds %q", got)
	}
	v.text(`(() => { ` + element + `.lang = "en"; return "" })()`)
	v.must(v.page.Wait(shadow + `.querySelector(".h-now")?.textContent.includes("1 of 81")`))
	if got := v.text(reason); got != "x" {
		t.Errorf("after a change of language the field holds %q", got)
	}
	v.press("reset")
	v.press("reset")
	if got := v.text(reason); got != "no field" {
		t.Errorf("after starting again the field holds %q", got)
	}
}

// What was ticked before the engine arrived waits for its reason too, and is not unticked.
func TestNotApplicableBeforeTheEngine(t *testing.T) {
	v := open(t, phone, "stars.html")
	v.text(`(() => { const page = document.createElement("hoshitori-check");
		page.setAttribute("catalog", "scs@2026-03-27");
		page.setAttribute("target", "3");
		` + element + `.replaceWith(page);
		new MutationObserver((_, observer) => {
			const input = page.shadowRoot.querySelector('[data-item="1-2-1-1"] input[value=not_applicable]');
			if (input) { observer.disconnect(); input.checked = true; }
		}).observe(page.shadowRoot, { childList: true });
		return "" })()`)
	v.must(v.page.Wait(shadow + `.querySelector(".h-now")?.textContent.includes("0／81")`))
	if got := v.text(`String(` + shadow + `.querySelector('[data-item="1-2-1-1"] input[value=not_applicable]').checked)`); got != "true" {
		t.Error("the tick is gone")
	}
	v.must(v.page.Click(shadow + `.querySelector(".h-reason input")`))
	v.must(v.page.Press("x"))
	v.must(v.page.Press(kb.Tab))
	v.shows("1／81項目")
}

// A page that shows one catalogue loads that catalogue and no other.
func TestOnlyTheChosenCatalogueIsLoaded(t *testing.T) {
	v := open(t, phone, "stars.html")
	var names []string
	for _, r := range v.page.Requests() {
		if base := path.Base(r.URL); strings.HasSuffix(base, ".json") {
			name, _, _ := strings.Cut(strings.TrimSuffix(base, ".json"), ".")
			names = append(names, name)
		}
	}
	// The catalogue, its form and its earlier edition begin alike; the form may lie in the loader itself.
	if got := strings.Join(names, " "); got != "catalogs"+strings.Repeat(" scs-2026-03-27", 3) && got != "catalogs"+strings.Repeat(" scs-2026-03-27", 2) {
		t.Errorf("loaded: %s; want the list of catalogues, the form, the catalogue and its earlier edition", got)
	}
}

// Where the engine does not come, nothing of the form stays hidden.
func TestAllRequirementsWithoutTheEngine(t *testing.T) {
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher))
	v.must(v.page.Open(noWasm.URL + "/stars.html"))
	v.must(v.page.Wait(`window.events?.some((e) => e.name === 'error')`))
	if n, _ := browser.Eval[int](v.page, shadow+`.querySelectorAll(".h-requirement:not([hidden])").length`); n != 26 {
		t.Errorf("%d requirements can be read, want 26", n)
	}
	v.page.ClearRecord() // the policy forbade WebAssembly, which is what this test is about
}

// A page that names no level asks for the one that a file aims at, and for everything again once the answers are gone.
func TestFileForOneLevel(t *testing.T) {
	v := open(t, phone, "levels.html")
	asked := func() string {
		return v.text(`[` + shadow + `.querySelectorAll("[data-item]").length, ` + shadow + `.querySelectorAll(".h-requirement").length].join(" ")`)
	}
	if got := asked(); got != "153 43" {
		t.Fatalf("criteria and requirements: %s, want 153 43", got)
	}
	v.answer("1-1-1-1", "met")
	v.text(`(() => { ` + element + `.assessment = {format: "hoshitori/assessment/1", catalog: {id: "scs", version: "2026-03-27"}, target: "3",
		answers: [{item: "1-2-1-1", state: "met"}]}; return "" })()`)
	if got := asked(); got != "81 26" {
		t.Errorf("with a file for ★3: %s, want 81 26", got)
	}
	v.shows("1／81項目")
	v.answer("1-2-1-2", "partial")
	v.shows("2／81項目")
	if got := v.text(shownPage); got != "1-2-1" {
		t.Errorf("it shows %s", got)
	}
	v.press("reset")
	v.press("reset")
	if got := asked(); got != "153 43" {
		t.Errorf("after starting again: %s, want 153 43", got)
	}
	v.shows("0／153項目")
}
