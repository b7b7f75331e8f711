package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/examples/browser"
	"github.com/hoshitori/hoshitori/internal/vectors"
)

const samplePoints = `{"band":"70-99","bandHigh":"70-99","bandLow":"70-99","high":"84","low":"76","max":"100","score":"74"}`

// A visitor answers all questions with the mouse, on a phone and on a desktop, and sees score, range, band and the three
// most useful next steps.
func TestFill(t *testing.T) {
	for name, width := range map[string]int{"phone": phone, "desktop": desktop} {
		t.Run(name, func(t *testing.T) {
			v := open(t, width, "index.html")
			for i, item := range sa2v31.Catalog().Items() {
				v.answer(string(item.ID), sample(i).String())
			}
			if got := v.points(); got != samplePoints {
				t.Errorf("points: got %s, want %s", got, samplePoints)
			}
			v.press("show")
			for _, wanted := range []string{"74点（100点満点）", "残りが決まると76～84点になります。", "多くはできていますが、ところどころに穴があります",
				"まず、この三つから", "3.1版の条件は、まだ決まりません。", "名乗る前に、まだ残ること：", "4.0版の結果ではありません"} {
				v.shows(wanted)
			}
			if n, _ := browser.Eval[int](v.page, shadow+`.querySelectorAll('.h-steps > .h-list > li').length`); n != 3 {
				t.Errorf("%d steps are unfolded, want 3", n)
			}
			if over := v.overflow(); over > 0 {
				t.Errorf("the page is %d pixels too wide", over)
			}
			if got := v.events("complete"); len(got) != 1 || strings.Contains(got[0], "result") {
				t.Errorf("events complete: %v, want one without answers", got)
			}
			if got := len(v.events("change")); got != 27+1 {
				t.Errorf("%d change events, want one for the start and one for each of 27 answers", got)
			}
		})
	}
}

// What was saved to a file brings the answers back after a reload; so does the resume text.
func TestSaveReloadResume(t *testing.T) {
	v := open(t, desktop, "two-lines.html")
	v.must(download(v, t.TempDir()))
	for i, item := range sa2v31.Catalog().Items() {
		v.answer(string(item.ID), sample(i).String())
	}
	state := v.text(element + ".state")
	v.press("show")
	dir := t.TempDir()
	v.must(download(v, dir))
	v.press("save")
	saved := waitForFile(t, filepath.Join(dir, "hoshitori-sa2-3.1.json"))

	v.must(v.page.Reload())
	v.ready()
	if got := v.text(`JSON.stringify(` + element + `.result.completeness.unanswered)`); got != "27" {
		t.Fatalf("after a reload %s items are unanswered, want 27: nothing is stored by default", got)
	}
	v.text(`(() => { const files = new DataTransfer();
		files.items.add(new File([` + quoted(saved) + `], 'saved.json'));
		const input = ` + shadow + `.querySelector('input[type=file]');
		input.files = files.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
		return '' })()`)
	v.must(v.page.Wait(element + `.result.completeness.unanswered === 0`))
	v.shows("ファイルの答えを読み込みました。")
	if got := v.points(); got != samplePoints {
		t.Errorf("from the file: got %s, want %s", got, samplePoints)
	}

	v.must(v.page.Reload())
	v.ready()
	v.text(element + `.state = ` + quoted(state))
	if got := v.points(); got != samplePoints {
		t.Errorf("from the resume text: got %s, want %s", got, samplePoints)
	}
	if ticked, _ := browser.Eval[int](v.page, shadow+`.querySelectorAll('input:checked').length`); ticked != 27 {
		t.Errorf("%d radio buttons are ticked, want 27", ticked)
	}
}

// download lets the page save files into dir.
func download(v *visit, dir string) error {
	c := chromedp.FromContext(v.page.Context())
	_, err := chromedp.Call(v.page.Context(), cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, BrowserContextID: c.BrowserContextID, DownloadPath: dir})
	return err
}

func waitForFile(t *testing.T, path string) string {
	t.Helper()
	for range 100 {
		if data, err := os.ReadFile(path); err == nil && json.Valid(data) {
			return string(data)
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s was not saved", path)
	return ""
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// Storage is off unless the page's owner allows it and the visitor asks for it; then answers are there on the next
// visit, and gone when the visitor takes it back.
func TestStorage(t *testing.T) {
	v := open(t, phone, "english.html")
	v.answer("1", "met")
	if n, _ := browser.Eval[int](v.page, `localStorage.length`); n != 0 {
		t.Errorf("%d things are stored before the visitor agreed", n)
	}
	v.must(v.page.Click(shadow + `.querySelector('.h-keep input')`))
	v.answer("2", "partial")
	v.must(v.page.Reload())
	v.ready()
	if got := v.text(`JSON.stringify(` + element + `.assessment.answers.map((a) => [a.item, a.state]))`); got != `[["1","met"],["2","partial"]]` {
		t.Errorf("on the next visit: %s", got)
	}
	v.must(v.page.Click(shadow + `.querySelector('.h-keep input')`))
	if n, _ := browser.Eval[int](v.page, `localStorage.length`); n != 0 {
		t.Errorf("%d things are still stored after the visitor took it back", n)
	}
	if got := v.text(`String(` + shadow + `.querySelector('[data-action=forget]').checkVisibility())`); got != "false" {
		t.Error("there is a button to delete what is not there")
	}
	v.must(v.page.Click(shadow + `.querySelector('.h-keep input')`))
	v.press("forget")
	v.shows("The answers kept on this device are deleted.")
	if got := v.text(`JSON.stringify([localStorage.length, ` + shadow + `.querySelector('.h-keep input').checked, ` + element + `.assessment.answers.length])`); got != "[0,false,2]" {
		t.Errorf("stored, box and answers after deleting: %s", got)
	}
}

// Nobody needs a mouse.
func TestKeyboardOnly(t *testing.T) {
	v := open(t, desktop, "two-lines.html")
	items := sa2v31.Catalog().Items()
	for i := range items {
		// Tab goes to the next group; Space ticks the first answer; an arrow ticks the next.
		name := string(items[i].ID)
		for tabs := 0; v.text(`String(`+shadow+`.activeElement?.name)`) != name; tabs++ {
			if tabs > 6 {
				t.Fatalf("question %s is not reached by Tab", name)
			}
			v.must(v.page.Press(kb.Tab))
		}
		v.must(v.page.Press(" "))
		if i%2 == 1 {
			v.must(v.page.Press(kb.ArrowDown))
		}
	}
	for tabs := 0; v.text(`String(`+shadow+`.activeElement?.dataset.action)`) != "show"; tabs++ {
		if tabs > 6 {
			t.Fatal("the result button is not reached by Tab")
		}
		v.must(v.page.Press(kb.Tab))
	}
	v.must(v.page.Press(kb.Enter))
	v.shows("76点（100点満点）") // 13 × 4 + 12 × 2
	if got := v.text(shadow + `.activeElement.className`); got != "h-heading" {
		t.Errorf("the focus is on %q, want the heading of the result", got)
	}
}

// Without scripts the form can be read and printed.
func TestScriptsOff(t *testing.T) {
	v := newVisit(t, phone)
	v.must(v.page.Scripts(false))
	v.must(v.page.Open(site.URL + "/index.html"))
	got := v.text(`document.querySelector('hoshitori-check').textContent`)
	for _, item := range sa2v31.Catalog().Items() {
		if !strings.Contains(got, item.Text.JA) {
			t.Errorf("question %s cannot be read", item.ID)
		}
	}
	if styled := v.text(`getComputedStyle(document.querySelector('.h-question')).borderRadius`); styled == "0px" {
		t.Error("the form is not styled where scripts are off")
	}
	pdf := printed(v)
	for _, wanted := range []string{sa2v31.Catalog().Items()[24].Text.JA, "紙で採点するとき", "49点以下", "まだ照らし合わせていません。"} {
		if !strings.Contains(pdf, strings.ReplaceAll(wanted, " ", "")) {
			t.Errorf("the printed form lacks %q", wanted)
		}
	}
}

// printed returns the text of the page as printed on A4, without white space.
func printed(v *visit) string {
	v.Helper()
	file := filepath.Join(v.TempDir(), "page.pdf")
	v.must(v.page.Print(file))
	var problems bytes.Buffer
	cmd := exec.Command("pdftotext", file, "-")
	cmd.Stderr = &problems
	text, err := cmd.Output()
	if err != nil {
		v.Fatalf("pdftotext (Debian: apt-get install poppler-utils): %v %s", err, problems.Bytes())
	}
	return strings.Join(strings.Fields(string(text)), "")
}

// writeBeside adds a sentence to the page, outside the check.
func (v *visit) writeBeside(sentence string) {
	v.Helper()
	v.text(`(() => { document.body.append(Object.assign(document.createElement('p'), { textContent: ` + quoted(sentence) + ` })); return '' })()`)
}

// Printing prints the check alone, with everything unfolded, and puts the page back afterwards.
func TestPrint(t *testing.T) {
	v := open(t, desktop, "index.html")
	v.writeBeside("ページのほかの文")
	v.text(`(() => { window.print = () => { window.printing = true }; ` + element + `.print(); return '' })()`)
	v.must(v.page.Wait("window.printing"))
	if pdf := printed(v); !strings.Contains(pdf, "まだ照らし合わせていません。") {
		t.Error("the print of the form lacks a part of the notices")
	}
	v.text(`(() => { window.printing = false; dispatchEvent(new Event('afterprint')); return '' })()`)
	if open := v.text(`String(` + shadow + `.querySelector('.h-notice').open)`); open != "false" {
		t.Error("the notices stay unfolded")
	}
	for i, item := range sa2v31.Catalog().Items() {
		v.answer(string(item.ID), sample(i).String())
	}
	v.press("show")
	v.press("print")
	v.must(v.page.Wait("window.printing"))
	pdf := printed(v)
	today := time.Now().Format(time.DateOnly)
	for _, wanted := range []string{"74点（100点満点）", "残りの4項目", "すべての答え", "仕事で使う機器のOS", "診断日" + today, "作成日" + today, "会社名（"} {
		if !strings.Contains(pdf, strings.ReplaceAll(wanted, " ", "")) {
			t.Errorf("the print lacks %q", wanted)
		}
	}
	for _, strange := range []string{"ページのほかの文", "手で書き込めます", "記入日"} {
		if strings.Contains(pdf, strange) {
			t.Errorf("the print of the result holds %q, which belongs to the page around it or to the empty form", strange)
		}
	}
	v.text(`(() => { dispatchEvent(new Event('afterprint')); return '' })()`)
	if n, _ := browser.Eval[int](v.page, `document.querySelectorAll('[class*=hoshitori-print]').length`); n != 0 {
		t.Errorf("%d elements of the page stay hidden", n)
	}
}

// The browser's own command prints the page with the check on it, and the result with nothing folded away.
func TestPrintByTheBrowser(t *testing.T) {
	v := open(t, desktop, "index.html")
	v.writeBeside("ページのほかの文")
	for i, item := range sa2v31.Catalog().Items() {
		v.answer(string(item.ID), sample(i).String())
	}
	v.press("show")
	pdf := printed(v)
	for _, wanted := range []string{"ページのほかの文", "仕事で使う機器のOS", "まだ照らし合わせていません。"} {
		if !strings.Contains(pdf, wanted) {
			t.Errorf("the print lacks %q", wanted)
		}
	}
	if open := v.text(`String(` + shadow + `.querySelectorAll('.h-result details[open]').length)`); open != "0" {
		t.Errorf("%s parts of the result stay unfolded", open)
	}
}

// Answers that are given while the engine is still on its way count.
func TestAnswersBeforeTheEngine(t *testing.T) {
	for _, name := range []string{"fragment.html", "two-lines.html"} {
		t.Run(name, func(t *testing.T) {
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher))
			v.must(v.page.Throttle(browser.Slow4G))
			v.must(v.page.Do(chromedp.Evaluate[chromedp.Void](`location.href = ` + quoted(site.URL+"/"+name))))
			v.must(v.page.Wait(element + `?.shadowRoot?.querySelector('input[name="3"][value="partial"]')`))
			v.answer("1", "met")
			v.answer("3", "partial")
			if got := v.text(`String(events.length)`); got != "0" {
				t.Fatalf("the engine was there already (%s events): the test shows nothing", got)
			}
			v.ready()
			if got := v.text(`JSON.stringify(` + element + `.assessment.answers.map((a) => [a.item, a.state]))`); got != `[["1","met"],["3","partial"]]` {
				t.Errorf("answers: %s", got)
			}
			v.shows("2／27項目")
		})
	}
}

// The page's script gets no answers in an event before the visitor agreed.
func TestConsent(t *testing.T) {
	fill := func(v *visit) {
		for _, item := range []string{"1", "2", "3", "4", "5", "6", "commit"} {
			v.answer(item, "met")
		}
	}
	t.Run("never", func(t *testing.T) {
		v := open(t, phone, "never.html")
		fill(v)
		v.press("show")
		if got := v.events("complete"); len(got) != 1 || strings.Contains(got[0], "assessment") {
			t.Errorf("events complete: %v", got)
		}
		if got := v.text(`String(` + shadow + `.querySelector('[data-action=agree]'))`); got != "null" {
			t.Error("the visitor is asked although the page wants nothing")
		}
	})
	t.Run("always", func(t *testing.T) {
		v := open(t, phone, "always.html")
		v.shows("答え終えると、このサイトが結果と答えを受け取ります。")
		fill(v)
		if got := v.events("complete"); len(got) != 1 || !strings.Contains(got[0], `"assessment"`) {
			t.Errorf("events complete: %v", got)
		}
	})
	t.Run("ask", func(t *testing.T) {
		v := open(t, phone, "english.html")
		fill(v)
		v.press("show")
		if got := v.events("complete"); len(got) != 1 || strings.Contains(got[0], "assessment") {
			t.Errorf("before: %v", got)
		}
		v.chooseEarlier(sixAnswers(catalog.Unmet))
		v.must(v.page.Wait(shadow + `.querySelector('.h-compared') !== null`))
		v.press("agree")
		if got := v.text(`String(` + shadow + `.querySelector('.h-compared'))`); got == "null" {
			t.Error("the comparison is gone")
		}
		got := v.events("complete")
		if len(got) != 2 || !strings.Contains(got[1], `"assessment"`) || !strings.Contains(got[1], `"result"`) {
			t.Errorf("after: %v", got)
		}
		v.shows("handed over to this site")
		if got := v.text(shadow + `.querySelector('.h-private').textContent`); strings.Contains(got, "stay here") {
			t.Errorf("after the visitor agreed the check still says %q", got)
		}
		v.press("back")
		v.answer("1", "unmet")
		got = v.events("complete")
		if last := got[len(got)-1]; len(got) > 2 && strings.Contains(last, "assessment") {
			t.Errorf("answers that the visitor changed after agreeing were handed over: %s", last)
		}
	})
}

// After its own files have loaded, the widget makes no request; it makes none to anybody else at any time.
func TestRequests(t *testing.T) {
	v := open(t, desktop, "index.html")
	for _, r := range v.page.Requests() {
		if !strings.HasPrefix(r.URL, site.URL+"/") {
			t.Errorf("request to %s", r.URL)
		}
	}
	v.page.ClearRecord()
	for i, item := range sa2v31.Catalog().Items() {
		v.answer(string(item.ID), sample(i).String())
	}
	v.press("show")
	v.press("back")
	v.must(v.page.WaitQuiet(300 * time.Millisecond))
	for _, r := range v.page.Requests() {
		t.Errorf("request after loading: %s", r.URL)
	}
}

// Where the policy forbids WebAssembly, the form stays, and says what has happened.
func TestWebAssemblyForbidden(t *testing.T) {
	page, err := chromium.NewPage(phone, 844, true)
	if err != nil {
		t.Fatal(err)
	}
	defer page.Close()
	v := &visit{t, page}
	v.must(page.RunFirst(watcher))
	v.must(page.Open(noWasm.URL + "/fragment.html"))
	v.must(page.Wait(`window.events?.some((e) => e.name === 'error')`))
	v.shows(sa2v31.Catalog().Items()[24].Text.JA)
	if got := v.text(shadow + `.querySelector('[role=alert]').innerText`); !strings.Contains(got, "この用紙は、印刷してそのまま使えます。") {
		t.Errorf("the visitor reads %q", got)
	}
}

// Somebody else's catalogue is shown as text, whatever its texts try to be; an answer that needs a reason waits for it.
func TestExternalCatalog(t *testing.T) {
	v := open(t, phone, "external.html")
	v.shows(`question"><img src=x`)
	v.answer("a", "not_applicable")
	if got := v.text(`JSON.stringify(` + element + `.result.completeness.unanswered)`); got != "2" {
		t.Errorf("%s items are unanswered, want 2: the reason is missing", got)
	}
	v.must(v.page.Click(shadow + `.querySelector('.h-reason input')`))
	v.must(v.page.Press("none" + kb.Tab))
	if got := v.text(`JSON.stringify([` + element + `.result.completeness.notApplicable, ` + element + `.result.levels[0].criteria])`); got != `[1,"open"]` {
		t.Errorf("not applicable, criteria: %s", got)
	}
	v.answer("b", "met")
	v.press("show")
	if got := v.text(`String(window.attacked)`); got != "undefined" {
		t.Error("a text of the catalogue was run")
	}
	if n, _ := browser.Eval[int](v.page, shadow+`.querySelectorAll('img, script').length`); n != 0 {
		t.Errorf("%d elements came out of texts", n)
	}
}

// What cannot be read is refused with a message, and nothing is lost.
func TestBadFiles(t *testing.T) {
	t.Run("assessment", func(t *testing.T) {
		v := open(t, phone, "two-lines.html")
		v.answer("1", "met")
		v.text(element + `.assessment = '{"format": "hoshitori/assessment/1", "answers": [{"item": "99", "state": "met"}]}'`)
		v.shows("ファイルを読み込めませんでした。いまの答えはそのままです。")
		if got := v.events("error"); len(got) != 1 || !strings.Contains(got[0], "format/missing") {
			t.Errorf("events error: %v", got)
		}
		if got := v.text(`JSON.stringify(` + element + `.assessment.answers.length)`); got != "1" {
			t.Errorf("%s answers, want 1", got)
		}
	})
	for _, name := range []string{"broken.html", "unknown.html"} {
		t.Run(name, func(t *testing.T) {
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher))
			v.must(v.page.Open(site.URL + "/" + name))
			v.must(v.page.Wait(`window.events?.some((e) => e.name === 'error')`))
			if got, want := v.text(shadow+`.querySelector('[role=alert] p').innerText`), "この診断（カタログ）を読み込めませんでした。"; got != want {
				t.Errorf("the visitor reads %q, want %q", got, want)
			}
			if got := v.text(`events[0].detail.code`); got != "catalog" {
				t.Errorf("the code is %q", got)
			}
		})
	}
}

// A page's script can do much, but not end the engine that serves all widgets.
func TestMisuse(t *testing.T) {
	v := open(t, phone, "two-lines.html")
	for _, wrong := range []string{"undefined", "() => 1", "null", "5", `Symbol("x")`, "1n", "[]", `"x".repeat(2000000)`} {
		v.text(`(() => { try { ` + element + `.assessment = ` + wrong + ` } catch { } return '' })()`)
	}
	v.text(`import(new URL('hoshitori.js', location.href)).then(async (m) => {
		for (const args of [[], [undefined, '{}'], ['{}'], ['{}', {}]]) await m.evaluate(...args).catch(() => {});
		return '' })`)
	v.text(`(() => { window.print = undefined; URL.createObjectURL = undefined; return '' })()`)
	v.answer("1", "met")
	v.press("show")
	v.press("print")
	v.press("save")
	v.press("back")
	v.answer("2", "met")
	if got := v.text(`JSON.stringify(` + element + `.result.points.score)`); got != `"8"` {
		t.Errorf("the score is %s, want 8: the engine has suffered", got)
	}
	v.page.ClearRecord() // the browser has told what went wrong, as it should
}

// What a page sets before the element is defined is not lost, and Enter submits nothing.
func TestEarlyPropertyAndEnter(t *testing.T) {
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher + `document.addEventListener('readystatechange', () => {
		const e = document.querySelector('hoshitori-check');
		if (e && !customElements.get('hoshitori-check'))
			e.assessment = { format: 'hoshitori/assessment/1', catalog: { id: 'sa2', version: '3.1' }, answers: [{ item: '4', state: 'met' }] };
	});`))
	v.must(v.page.Open(site.URL + "/two-lines.html"))
	v.ready()
	if got := v.text(`JSON.stringify([` + element + `.result.completeness.answered, Object.hasOwn(` + element + `, 'assessment')])`); got != "[1,false]" {
		t.Errorf("answered, own property: %s", got)
	}
	v.answer("5", "met")
	v.must(v.page.Press(kb.Enter))
	if got := v.text("location.href"); got != site.URL+"/two-lines.html" {
		t.Errorf("Enter has led to %s", got)
	}
}

// What was ticked before the engine arrived wins over what was kept from an earlier visit; the rest of that is there.
func TestEarlyAnswersOverKept(t *testing.T) {
	v := open(t, phone, "english.html")
	v.must(v.page.Click(shadow + `.querySelector('.h-keep input')`))
	v.answer("1", "met")
	v.answer("2", "met")
	v.must(v.page.RunFirst(`const real = WebAssembly.instantiate;
		WebAssembly.instantiate = async (...a) => {
			await new Promise((resolve) => { window.proceed = resolve; });
			return real.apply(WebAssembly, a);
		};`))
	v.must(v.page.Reload())
	v.must(v.page.Wait(`window.proceed`))
	v.answer("2", "unmet")
	if got := v.text(`String(events.length)`); got != "0" {
		t.Fatalf("the engine was there already (%s events): the test shows nothing", got)
	}
	v.text(`(proceed(), '')`)
	v.ready()
	if got := v.text(`JSON.stringify(` + element + `.assessment.answers.map((a) => [a.item, a.state]))`); got != `[["1","met"],["2","unmet"]]` {
		t.Errorf("answers: %s", got)
	}
}

// An engine that could not be started, or that has stopped, is started anew by a press of the button; no answer is lost.
func TestEngineStartedAnew(t *testing.T) {
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher + `
		const real = WebAssembly.instantiate;
		let tries = 0;
		WebAssembly.instantiate = (...a) => tries++ ? real.apply(WebAssembly, a) : Promise.reject(new Error('not this time'));
		let kept;
		Object.defineProperty(globalThis, 'Go', { configurable: true, get: () => kept,
			set: (Go) => { kept = class extends Go { constructor() { super(); window.program = this; } }; } });`))
	v.must(v.page.Open(site.URL + "/two-lines.html"))
	retry := shadow + `.querySelector('[role=alert] button')`
	for round, ready := range []string{"1", "2"} {
		v.must(v.page.Wait(`events.filter((e) => e.name === 'error').length === ` + strconv.Itoa(round+1)))
		v.must(v.page.Click(retry))
		v.must(v.page.Wait(`events.filter((e) => e.name === 'ready').length === ` + ready))
		if n, _ := browser.Eval[int](v.page, shadow+`.querySelectorAll('.h-live').length`); n != 1 {
			t.Fatalf("%d progress bars after start %s, want 1", n, ready)
		}
		if round == 0 {
			v.answer("1", "met")
			v.text(`(() => { program.exited = true; program._resolveExitPromise(); return '' })()`)
		}
	}
	if got := v.text(`JSON.stringify(` + element + `.assessment.answers.map((a) => [a.item, a.state]))`); got != `[["1","met"]]` {
		t.Errorf("answers: %s", got)
	}
	v.page.ClearRecord() // the browser has told that the first program had ended, as it should
}

// Reset asks for a second press on the same button, and forgets the first when something else happens.
func TestReset(t *testing.T) {
	v := open(t, desktop, "two-lines.html")
	answered := func() string { return v.text(`JSON.stringify(` + element + `.assessment.answers.length)`) }
	v.answer("1", "met")
	v.press("reset")
	v.answer("2", "met")
	v.press("reset")
	if got := answered(); got != "2" {
		t.Errorf("%s answers, want 2: the presses were not one after the other", got)
	}
	v.press("reset")
	if got := answered(); got != "0" {
		t.Errorf("%s answers after the second press, want 0", got)
	}
}

// Several widgets share one engine and keep their answers apart; the language can be switched without losing any.
func TestSeveralAndLanguage(t *testing.T) {
	v := newVisit(t, desktop)
	v.must(v.page.RunFirst(watcher))
	v.must(v.page.Open(site.URL + "/two.html"))
	v.must(v.page.Wait(`window.events?.filter((e) => e.name === 'ready').length === 2`))
	v.answer("1", "met")
	if got := v.text(`JSON.stringify([...document.querySelectorAll('hoshitori-check')].map((e) => e.assessment.answers.length))`); got != "[1,0]" {
		t.Errorf("answers: %s", got)
	}
	v.text(`(` + element + `.lang = 'en')`)
	v.must(v.page.Wait(`window.events?.filter((e) => e.name === 'ready').length === 3`))
	v.shows("1 of 6")
	engines := 0
	for _, r := range v.page.Requests() {
		if strings.HasSuffix(r.URL, ".wasm") {
			engines++
		}
	}
	if engines != 1 {
		t.Errorf("the engine was fetched %d times", engines)
	}
}

// The shared vectors give the same bytes in the browser build as in Go.
func TestVectors(t *testing.T) {
	all, err := vectors.Load("../../testdata/vectors")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 30 {
		t.Fatalf("only %d vectors", len(all))
	}
	v := open(t, desktop, "two-lines.html")
	v.text(`import(new URL('hoshitori.js', location.href)).then((m) => { window.evaluateHere = m.evaluate; return '' })`)
	for _, vector := range all {
		t.Run(vector.Name, func(t *testing.T) {
			c := vector.CatalogFile
			if c == nil {
				ref, _ := catalog.ParseRef(vector.Catalog)
				checked, _ := builtin.Find(ref)
				c = checked.JSON()
			}
			got := v.text(`evaluateHere(` + byteArray(c) + `, ` + byteArray(vector.Assessment) + `)`)
			var outcome struct {
				Result   json.RawMessage
				Problems []struct {
					Code, Severity, Pointer string
					Line, Column            int
				}
			}
			if err := json.Unmarshal([]byte(got), &outcome); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(outcome.Result, vector.Result) {
				t.Errorf("result\n got %s\nwant %s", outcome.Result, vector.Result)
			}
			var want struct {
				Problems []struct {
					Code, Severity, Pointer string
					Line, Column            int
				}
			}
			if vector.Problems != nil {
				if err := json.Unmarshal(vector.Problems, &want); err != nil {
					t.Fatal(err)
				}
			}
			if len(outcome.Problems) != len(want.Problems) {
				t.Fatalf("problems\n got %+v\nwant %+v", outcome.Problems, want.Problems)
			}
			for i := range want.Problems {
				if outcome.Problems[i] != want.Problems[i] {
					t.Errorf("problem %d\n got %+v\nwant %+v", i, outcome.Problems[i], want.Problems[i])
				}
			}
		})
	}
}

func byteArray(data []byte) string {
	b, _ := json.Marshal(data) // base64
	return `Uint8Array.from(atob(` + string(b) + `), (c) => c.charCodeAt(0))`
}

// The engine stays under 490 kB as it goes over the wire, and the first file, with the form of 25 questions, under 6 kB.
func TestSize(t *testing.T) {
	for pattern, limit := range map[string]int{"hoshitori.*.wasm": 490_000, "hoshitori.js": 6_000} {
		files, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: %v %v", pattern, files, err)
		}
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		var compressed bytes.Buffer
		w := brotli.NewWriterLevel(&compressed, brotli.BestCompression)
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if compressed.Len() > limit {
			t.Errorf("%s has %d bytes in brotli, %d are allowed", pattern, compressed.Len(), limit)
		}
	}
}
