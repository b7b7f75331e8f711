package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa1v31"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
)

// given returns the answers, sorted.
func (v *visit) given() string {
	v.Helper()
	return v.text(`JSON.stringify(` + element + `.assessment.answers.map((a) => [a.item, a.state]).sort())`)
}

const (
	keepBox  = shadow + `.querySelector('.h-keep input')`
	inStores = `JSON.stringify([sessionStorage.length, localStorage.length])`
)

// validate tells what is odd about the present answers, and nothing where nothing is.
func TestValidate(t *testing.T) {
	const warned = `[["assess/expiry","warning","/answers/0/evidence/0/expires"]]`
	v := open(t, phone, "access-ja.html")
	v.answer("1", "met")
	for _, step := range []struct{ do, answers, problems string }{
		{``, `[["1","met"]]`, `[]`},
		{`check.assessment = {format: 'hoshitori/assessment/1', catalog: {id: 'sa1', version: '4.0'},
			answers: [{item: '2', state: 'met', evidence: [{effective: '2026-04-01', expires: '2026-03-31'}]}]}`, `[["2","met"]]`, warned},
		{`if (events.some((e) => e.name === 'error')) throw new Error('a warning is no error')`, `[["2","met"]]`, warned},
		{`check.assessment = '{}'`, `[["2","met"]]`, warned}, // refused: it is not the present answers
		{`check.reset()`, `[]`, `[]`},
	} {
		got := v.text(`(() => { const check = ` + element + `; ` + step.do + `;
			return JSON.stringify(check.validate().map((p) => [p.code, p.severity, p.pointer])) })()`)
		if got != step.problems || v.given() != step.answers {
			t.Errorf("%s: problems %s, want %s; answers %s, want %s", step.do, got, step.problems, v.given(), step.answers)
		}
	}
}

// What the visitor keeps is there after a reload, in the store that the page has named and in no other. It is gone once the
// visitor takes it back or starts again, or the page calls reset().
func TestKeptAndForgotten(t *testing.T) {
	for _, test := range []struct {
		storage, stored, how string
		forget               func(v *visit)
	}{
		{"session", "[1,0]", "unticked", func(v *visit) { v.pressThere(keepBox) }},
		{"session", "[1,0]", "started again", func(v *visit) { v.press("reset"); v.press("reset") }},
		{"local", "[0,1]", "started again", func(v *visit) { v.press("reset"); v.press("reset") }},
		{"local", "[0,1]", "reset by the page", func(v *visit) { v.text(`(` + element + `.reset(), '')`) }},
	} {
		t.Run(test.storage+", "+test.how, func(t *testing.T) {
			writePage(t, "kept.html", `<hoshitori-check catalog="sa1@4.0" lang="ja" storage="`+test.storage+`"></hoshitori-check>`)
			v := open(t, phone, "kept.html")
			v.answer("1", "met")
			if got := v.text(inStores); got != "[0,0]" {
				t.Errorf("stored before the visitor agreed: %s", got)
			}
			v.pressThere(keepBox)
			v.answer("2", "partial")
			v.must(v.page.Reload())
			v.ready()
			if got := v.given() + v.text(inStores); got != `[["1","met"],["2","partial"]]`+test.stored {
				t.Errorf("after a reload there are, and are stored: %s", got)
			}
			test.forget(v)
			v.answer("3", "met")
			if got := v.text(inStores) + v.text(`String(`+keepBox+`.checked)`); got != "[0,0]false" {
				t.Errorf("still stored, and box: %s", got)
			}
			v.must(v.page.Reload())
			v.ready()
			if got := v.given(); got != "[]" {
				t.Errorf("after another reload: %s", got)
			}
		})
	}
}

// Where answers are kept is settled at the start: what a page says later neither moves them nor keeps them from being deleted.
func TestStorageIsReadAtTheStart(t *testing.T) {
	for _, change := range []string{`setAttribute('storage', 'session')`, `removeAttribute('storage')`} {
		v := open(t, phone, "english.html")
		v.pressThere(keepBox)
		v.answer("1", "met")
		v.text(`(` + element + `.` + change + `, '')`)
		v.answer("2", "met")
		if got := v.text(inStores); got != "[0,1]" {
			t.Errorf("%s: stored: %s", change, got)
		}
		v.text(`(` + element + `.reset(), '')`)
		if got := v.text(inStores); got != "[0,0]" {
			t.Errorf("%s: stored after reset(): %s", change, got)
		}
	}
}

// lateHost serves the site, but files of that pattern only while nothing is in the gate.
func lateHost(t *testing.T, pattern string) (url string, gate chan bool) {
	t.Helper()
	gate = make(chan bool, 1)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if late, _ := path.Match(pattern, path.Base(r.URL.Path)); late {
			select {
			case gate <- true:
				<-gate
			case <-r.Context().Done():
				return
			}
		}
		site.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL, gate
}

// What a page sets before the engine is there is remembered, and reset() takes back what was set, ticked and stored before,
// whether the rest of the loader is there already or not.
func TestEarlyStateAndReset(t *testing.T) {
	const assessment = `{format: 'hoshitori/assessment/1', catalog: {id: 'sa1', version: '4.0'}, answers: [{item: '4', state: 'met'}]}`
	const ticked = `JSON.stringify([...` + shadow + `.querySelectorAll('[type=radio]:checked')].map((e) => [e.name, e.value]))`
	for stage, how := range map[string]struct{ late, first string }{
		"before the rest of the loader": {"hoshitori.*.js", `window.proceed = () => {};`},
		"before the engine":             {"", hold},
	} {
		t.Run(stage, func(t *testing.T) {
			host, gate := lateHost(t, how.late)
			v := newVisit(t, phone)
			_, err := chromedp.Call(v.page.Context(), network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
			v.must(err)
			v.must(v.page.RunFirst(watcher))
			v.must(v.page.Open(host + "/english.html"))
			v.ready()
			v.answer("3", "partial")
			state := quoted(v.text(element + `.state`))
			v.pressThere(keepBox)
			v.answer("1", "met")
			stored := v.text(`JSON.stringify({...localStorage})`)
			v.must(v.page.RunFirst(how.first))
			for _, test := range []struct{ early, answers, stores string }{
				{``, `[["1","met"],["2","met"],["3","partial"]]`, "[0,1]"}, // what is stored, and what is ticked below
				{`check.state = state`, `[["3","partial"]]`, "[0,1]"},
				{`check.assessment = assessment`, `[["4","met"]]`, "[0,1]"},
				{`check.reset()`, `[]`, "[0,0]"},
				{`check.state = state; check.reset()`, `[]`, "[0,0]"},
				{`check.assessment = assessment; check.reset()`, `[]`, "[0,0]"},
				{`check.state = state; check.assessment = assessment`, `[["4","met"]]`, "[0,1]"}, // the last word counts
				{`check.state = state; check.assessment = assessment; check.state = state`, `[["3","partial"]]`, "[0,1]"},
				{`check.reset(); check.state = state`, `[["3","partial"]]`, "[0,0]"},
			} {
				gate <- true
				v.must(v.page.Open(host + "/english.html"))
				v.must(v.page.Wait(`window.proceed && ` + shadow + `?.querySelector('input[name="6"]')`))
				v.answer("2", "met")
				got := v.text(`(() => { const check = ` + element + `, state = ` + state + `, assessment = ` + assessment + `;
					Object.assign(localStorage, ` + stored + `);
					` + test.early + `;
					return JSON.stringify([check.assessment, check.result, check.state, check.validate(), events]) })()`)
				if got != `[null,null,"",[],[]]` {
					t.Errorf("%s: assessment, result, state, problems and events before the engine: %s", test.early, got)
				}
				<-gate
				v.text(`(proceed(), '')`)
				v.ready()
				if got := v.given() + v.text(inStores); got != test.answers+test.stores {
					t.Errorf("%s: answers and what is stored: %s, want %s", test.early, got, test.answers+test.stores)
				}
				if got := v.text(ticked); got != test.answers {
					t.Errorf("%s: ticked: %s, want %s", test.early, got, test.answers)
				}
			}
		})
	}
}

// A page can change the attributes at any time: with target and lang the answers stay, with catalog and src they go. A level
// that the catalogue does not have is ignored.
func TestAttributesAtRunTime(t *testing.T) {
	const given = `[["1-2-1-1","met"]]`
	criterion, _ := scsv20260327.Catalog().Item("1-2-1-1")
	v := open(t, phone, "stars.html")
	v.answer("1-2-1-1", "met")
	for i, step := range []struct {
		change, questions, level, answers, text, thenAnswer string
	}{
		{`setAttribute('target', '4')`, "153", "4", given, criterion.Text.JA, ""},
		{`removeAttribute('target')`, "153", "none", given, criterion.Text.JA, ""},
		{`setAttribute('target', '3')`, "81", "3", given, criterion.Text.JA, ""},
		{`setAttribute('target', '9')`, "153", "none", given, criterion.Text.JA, ""},
		{`setAttribute('lang', 'en')`, "153", "none", given, criterion.Text.EN, ""},
		{`setAttribute('target', '3')`, "81", "3", given, criterion.Text.EN, ""},
		{`removeAttribute('lang')`, "81", "3", given, criterion.Text.JA, ""},
		{`setAttribute('catalog', 'sa1@4.0')`, "7", "none", "[]", sa1v40.Catalog().Items()[0].Text.JA, "1"},
		{`setAttribute('catalog', 'sa1@3.1')`, "6", "none", "[]", sa1v31.Catalog().Items()[0].Text.JA, "1"},
		{`setAttribute('src', 'hostile.json')`, "2", "none", "[]", `question"><img`, "a"},
		{`removeAttribute('src')`, "6", "none", "[]", sa1v31.Catalog().Items()[0].Text.JA, ""},
	} {
		v.text(`(` + element + `.` + step.change + `, '')`)
		v.must(v.page.Wait(fmt.Sprintf(`events.some((e) => e.name === 'error') || events.filter((e) => e.name === 'ready').length === %d`, i+2)))
		v.ready()
		want := strings.Join([]string{step.questions, step.level, step.answers}, " ")
		got := v.text(`[`+shadow+`.querySelectorAll('[data-item]').length, `+element+`.assessment.target ?? 'none', ''].join(' ')`) + v.given()
		if got != want {
			t.Errorf("%s: questions, level, answers: %s, want %s", step.change, got, want)
		}
		v.shows(step.text)
		if step.thenAnswer != "" {
			v.answer(step.thenAnswer, "met")
		}
	}
}

// What an attribute cannot say means the default: Japanese, light, nothing stored, and the visitor is asked.
func TestUnknownValues(t *testing.T) {
	for _, storage := range []string{"disk", "constructor"} {
		t.Run(storage, func(t *testing.T) { unknownValues(t, storage) })
	}
}

func unknownValues(t *testing.T, storage string) {
	writePage(t, "unknown-values.html",
		`<hoshitori-check catalog="sa1@4.0" lang="fr" theme="sepia" layout="two" storage="`+storage+`" share="perhaps"></hoshitori-check>`)
	v := open(t, phone, "english.html")
	v.media("prefers-color-scheme", "dark")
	v.pressThere(keepBox)
	v.answer("1", "met")
	v.must(v.page.Open(site.URL + "/unknown-values.html"))
	v.ready()
	if got := v.given(); got != "[]" {
		t.Errorf("answers that were kept by another page are there: %s", got)
	}
	v.shows(sa1v40.Catalog().Items()[0].Text.JA)
	if got := v.text(`String(` + visible + `)`); got != "7" {
		t.Errorf("%s questions are visible, want 7", got)
	}
	if got := v.text(`getComputedStyle(` + shadow + `.querySelector('.hoshitori')).backgroundColor`); got != "rgb(255, 255, 255)" {
		t.Errorf("the background is %s, want white", got)
	}
	if got := v.text(`String(` + keepBox + `)`); got != "null" {
		t.Error("the visitor is offered to keep answers")
	}
	for _, item := range sa1v40.Catalog().Items() {
		v.answer(string(item.ID), "met")
	}
	v.press("show")
	if got := v.events("complete"); len(got) != 1 || strings.Contains(got[0], "assessment") {
		t.Errorf("before the visitor agreed: %v", got)
	}
	v.press("agree")
	if got := v.events("complete"); len(got) != 2 || !strings.Contains(got[1], `"assessment"`) {
		t.Errorf("after: %v", got)
	}
}

// In the shadow root of somebody else's element the check is heard all the same, and prints alone.
func TestInsideAnotherElement(t *testing.T) {
	writePage(t, "inside.html", `<p>周りの文</p><div class="outer"><template shadowrootmode="open"><nav>中の案内</nav>`+
		`<section><hoshitori-check catalog="sa1@4.0" lang="ja"></hoshitori-check><p>隣の文</p></section></template></div><footer>下の文</footer>`)
	const outer = `document.querySelector('.outer').shadowRoot`
	const check = outer + `.querySelector('hoshitori-check')`
	v := newVisit(t, desktop)
	v.must(v.page.RunFirst(`window.heard = [];
		for (const name of ['ready', 'change', 'complete', 'error'])
			document.addEventListener('hoshitori-' + name, (e) => heard.push(name + ' ' + e.target.className));
		window.print = () => { window.printing = true };`))
	v.must(v.page.Open(site.URL + "/inside.html"))
	v.must(v.page.Wait(check + `?.assessment`))
	v.text(check + `.assessment = ` + quoted(sixAnswers(catalog.Met)))
	v.text(check + `.assessment = '{}'`)
	got := v.text(`JSON.stringify([...new Set(heard)].sort())`)
	if want := `["change outer","complete outer","error outer","ready outer"]`; got != want {
		t.Errorf("the document hears %s, want %s", got, want)
	}

	v.pressThere(check + `.shadowRoot.querySelector('[data-action=show]')`)
	const marks = `String([document, ` + outer + `].map((r) => [r.adoptedStyleSheets.length, r.querySelectorAll('[class]:not([class=""])').length]))`
	before := v.text(marks)
	around := func() (found []string) {
		pdf := printed(v)
		for _, text := range []string{"周りの文", "中の案内", "隣の文", "下の文", "診断の結果"} {
			if strings.Contains(pdf, text) {
				found = append(found, text)
			}
		}
		return found
	}
	for _, press := range []string{`shadowRoot.querySelector('[data-action=print]').click()`, `print()`} {
		v.text(`(` + check + `.` + press + `, '')`)
		v.must(v.page.Wait(`window.printing`))
		if got := around(); !slices.Equal(got, []string{"診断の結果"}) {
			t.Errorf("%s: the print holds %q", press, got)
		}
		v.text(`(() => { window.printing = false; dispatchEvent(new Event('afterprint')); return '' })()`)
		if got := around(); len(got) != 5 {
			t.Errorf("%s: afterwards the print of the page holds only %q", press, got)
		}
		if got := v.text(marks); got != before {
			t.Errorf("%s: style sheets and classes around it: %s, and before %s", press, got, before)
		}
	}
}

// An element that shows the check in a place of its own is not printed either.
func TestPrintInASlot(t *testing.T) {
	writePage(t, "slot.html", `<div class="layout"><template shadowrootmode="open"><nav>中の案内</nav><main><slot></slot></main></template>`+
		`<hoshitori-check catalog="sa1@4.0" lang="ja"></hoshitori-check><p>隣の文</p></div>`)
	v := open(t, desktop, "slot.html")
	v.press("show")
	for _, wanted := range []string{"中の案内", "隣の文", "診断の結果"} {
		if !strings.Contains(printed(v), wanted) {
			t.Fatalf("the page lacks %q: the test shows nothing", wanted)
		}
	}
	v.text(`(() => { window.print = () => { window.printing = true }; ` + element + `.print(); return '' })()`)
	v.must(v.page.Wait(`window.printing`))
	pdf := printed(v)
	for text, want := range map[string]bool{"中の案内": false, "隣の文": false, "診断の結果": true} {
		if got := strings.Contains(pdf, text); got != want {
			t.Errorf("the print holds %q: %t", text, got)
		}
	}
}
