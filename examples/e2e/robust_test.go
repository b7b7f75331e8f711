package e2e

import (
	"encoding/base64"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/examples/browser"
	"github.com/hoshitori/hoshitori/examples/demo"
)

// failingHost serves the site, but for files whose name ends as broken says, until it is mended.
type failingHost struct {
	*httptest.Server
	mended atomic.Bool
}

// The ways in which a file can be wrong.
const (
	missing  = "missing"  // there is none
	altered  = "altered"  // something stands before it
	extended = "extended" // the engine is still a program, with something behind it
	cut      = "cut"      // the connection ends in the middle
)

// pressThere clicks an element with the mouse.
func (v *visit) pressThere(element string) {
	v.Helper()
	v.must(v.page.Click(element))
}

func newFailingHost(t *testing.T, how string, broken ...string) *failingHost {
	t.Helper()
	h := &failingHost{}
	h.Server = folderHost(t, func(w http.ResponseWriter, r *http.Request, name string, data []byte) {
		wrong := !h.mended.Load() && slices.ContainsFunc(broken, func(pattern string) bool {
			ok, _ := path.Match(pattern, name)
			return ok
		})
		if wrong && how == missing {
			http.NotFound(w, r)
			return
		}
		if wrong && how == extended {
			data = append(data, 0, 2, 1, 'x') // a section that nothing reads
		}
		if wrong && how == altered {
			data = append([]byte("globalThis.alteredHasRun = true; "), data...)
		}
		w.Header().Set("Content-Type", map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript",
			".json": "application/json", ".wasm": "application/wasm", ".gz": "application/gzip"}[filepath.Ext(name)])
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("Content-Length", strconv.Itoa(len(data)))
		if r.Method == http.MethodHead {
			return
		}
		if wrong && how == cut {
			data = data[:len(data)/2]
		}
		_, _ = w.Write(data)
	})
	return h
}

// A file that is missing, altered on its way or cut off ends in a sentence that a visitor understands; the form can be
// answered and printed all the same, and once the file is back, a button brings the engine and no answer is lost.
func TestRobustFiles(t *testing.T) {
	const failed = "採点の部品を読み込めませんでした。この用紙は、印刷してそのまま使えます。"
	engine := []string{"hoshitori.*.wasm", "hoshitori.*.wasm.gz"}
	for _, test := range []struct {
		name, how, page, message string
		files                    []string
	}{
		{"no engine", missing, "two-lines.html", failed, engine},
		{"no engine, pasted form", missing, "fragment.html", failed, engine},
		{"altered engine", altered, "two-lines.html", failed, engine},
		{"engine that would run", extended, "two-lines.html", failed, engine},
		{"engine cut off", cut, "two-lines.html", failed, engine},
		{"no glue", missing, "two-lines.html", failed, []string{"hoshitori.*.js"}},
		{"altered glue", altered, "two-lines.html", failed, []string{"hoshitori.*.js"}},
		{"no catalogue", missing, "two-lines.html", failed, []string{"sa2-3.1.*.json"}},
		{"altered catalogue", altered, "two-lines.html", failed, []string{"sa2-3.1.*.json"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			host := newFailingHost(t, test.how, test.files...)
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher))
			v.must(v.page.Open(host.URL + "/" + test.page))
			v.must(v.page.Wait(shadow + `?.querySelector('[role=alert] button')`))
			if got := v.text(shadow + `.querySelector('[role=alert]').innerText`); !strings.Contains(got, test.message) {
				t.Errorf("the visitor reads %q", got)
			}
			if got := v.text(`JSON.stringify(events.map((e) => [e.name, e.detail.code]))`); got != `[["error","load"]]` {
				t.Errorf("events: %s", got)
			}
			v.answer("1", "met")
			if strings.HasPrefix(test.name, "no engine") {
				v.must(v.page.Wait(shadow + `.querySelectorAll('.h-paper').length === 3`))
				pdf := printed(v)
				for _, wanted := range []string{"仕事で使う機器のOS", "実施していない", "まだ照らし合わせていません。", "会社名（", "紙で採点するとき", "49点以下"} {
					if !strings.Contains(pdf, wanted) {
						t.Errorf("the printed form lacks %q", wanted)
					}
				}
			}
			v.pressThere(shadow + `.querySelector('[role=alert] button')`) // still broken
			v.must(v.page.Wait(`events.length === 2`))
			host.mended.Store(true)
			v.pressThere(shadow + `.querySelector('[role=alert] button')`)
			v.must(v.page.Wait(`events.length === 3 || events.some((e) => e.name === 'ready')`))
			if got := v.text(`JSON.stringify(` + element + `.assessment?.answers.map((a) => [a.item, a.state]))`); got != `[["1","met"]]` {
				t.Errorf("after the file was back, answers: %s", got)
			}
			if got := v.text(`String(` + shadow + `.querySelector('[role=alert] button'))`); got != "null" {
				t.Error("the message of the failure is still there")
			}
			if got := v.text(`String(window.alteredHasRun)`); got != "undefined" {
				t.Error("the altered file has run")
			}
			v.page.ClearRecord() // the browser has told what was missing, as it should
		})
	}
}

// Once the check is there it needs no network: answers, result, print and saving work, and a switch of the language, which
// needs another file, is made good when the line is back.
func TestRobustOffline(t *testing.T) {
	v := open(t, desktop, "two-lines.html")
	dir := t.TempDir()
	v.must(download(v, dir))
	v.must(v.page.Offline(true))
	for i, item := range sa2v31.Catalog().Items() {
		v.answer(string(item.ID), sample(i).String())
	}
	v.press("show")
	v.shows("74点（100点満点）")
	if pdf := printed(v); !strings.Contains(pdf, "74点（100点満点）") {
		t.Error("the print lacks the score")
	}
	v.press("save")
	waitForFile(t, filepath.Join(dir, "hoshitori-sa2-3.1.json"))
	if got := v.page.Errors(); len(got) != 0 {
		t.Errorf("without a network the page reported %v", got)
	}
	v.text(element + `.lang = 'en'`)
	v.must(v.page.Wait(shadow + `.querySelector('[role=alert] button')`))
	v.must(v.page.Offline(false))
	v.pressThere(shadow + `.querySelector('[role=alert] button')`)
	v.must(v.page.Wait(`events.filter((e) => e.name === 'ready').length === 2`))
	if got := v.points(); got != samplePoints {
		t.Errorf("after the switch of the language: %s", got)
	}
	v.page.ClearRecord()
}

// On a slow line, from a host that compresses nothing, questions can be answered before the engine is there, and the last
// word on each counts.
func TestRobustSlow(t *testing.T) {
	host := serve(t, browser.Options{CSP: demo.Policy})
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher))
	v.must(v.page.Throttle(browser.Slow4G))
	v.must(v.page.Do(chromedp.Evaluate[chromedp.Void](`location.href = ` + quoted(host.URL+"/access-ja.html"))))
	v.must(v.page.Wait(element + `?.shadowRoot?.querySelector('input[name="6"][value="partial"]')`))
	v.answer("1", "met")
	v.answer("6", "partial")
	v.answer("6", "unmet")
	if got := v.text(`String(events.length)`); got != "0" {
		t.Fatalf("the engine was there already (%s events): the test shows nothing", got)
	}
	begin := time.Now()
	v.ready()
	if took := time.Since(begin); took > 15*time.Second {
		t.Errorf("the engine took %v: the packed one takes 5 seconds on this line", took)
	}
	if got := v.text(`JSON.stringify(` + element + `.assessment.answers.map((a) => [a.item, a.state]))`); got != `[["1","met"],["6","unmet"]]` {
		t.Errorf("answers: %s", got)
	}
}

// utf16 is a text as some editors save it.
func utf16(text string) []byte {
	out := []byte{0xff, 0xfe}
	for _, c := range text {
		out = append(out, byte(c), byte(c>>8))
	}
	return out
}

// A hostile file is refused with a message and changes nothing; where it is a file after all, its texts stay texts.
func TestRobustHostileFiles(t *testing.T) {
	const attack = `<img src=x onerror=\"window.attacked=1\"><script>window.attacked=1</script>`
	answers := func(more, answers string) string {
		return `{"format":"hoshitori/assessment/1","catalog":{"id":"sa1","version":"4.0"}` + more + `,"answers":[` + answers + `]}`
	}
	good := answers("", `{"item":"2","state":"unmet"}`)
	deep := strings.Repeat("[", 5000) + strings.Repeat("]", 5000)
	refused := map[string][]byte{
		"2 MB":                    []byte(answers("", `{"item":"2","state":"unmet","note":"`+strings.Repeat("x", 2<<20)+`"}`)),
		"deep":                    []byte(deep),
		"deep within":             []byte(answers(`,"ext":`+deep, "")),
		"UTF-16":                  utf16(good),
		"NUL":                     []byte(strings.Replace(good, `"2"`, "\"2\x00\"", 1)),
		"NUL, escaped":            []byte(strings.Replace(good, `"2"`, `"2\u0000"`, 1)),
		"lone surrogate":          []byte(strings.Replace(good, `"2"`, `"2\ud800"`, 1)),
		"lone surrogate as bytes": []byte(strings.Replace(good, `"2"`, "\"2\xed\xa0\x80\"", 1)),
		"no UTF-8":                []byte(strings.Replace(good, `"2"`, "\"2\xff\"", 1)),
		"duplicate keys":          []byte(strings.Replace(good, `"state":"unmet"`, `"state":"unmet","state":"met"`, 1)),
		"two answers":             []byte(answers("", `{"item":"2","state":"unmet"},{"item":"2","state":"met"}`)),
		"not of this check":       []byte(strings.Replace(good, `"sa1"`, `"scs"`, 1)),
		"script as an item":       []byte(answers("", `{"item":"`+attack+`","state":"met"}`)),
		"__proto__":               []byte(strings.Replace(good, `"answers"`, `"__proto__":{"x":1},"answers"`, 1)),
		"empty":                   nil,
		"a picture":               {0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0},
	}
	v := open(t, phone, "access-ja.html")
	v.answer("1", "met")
	before := v.text(`JSON.stringify(` + element + `.assessment)`)
	for name, data := range refused {
		t.Run(name, func(t *testing.T) {
			v.T = t
			v.clearMessage()
			v.chooseBytes(data)
			v.must(v.page.Wait(shadow + `.querySelector('.h-message').textContent !== ''`))
			message := v.text(shadow + `.querySelector('.h-message').textContent`)
			if !strings.HasPrefix(message, "ファイルを読み込めませんでした。いまの答えはそのままです。") {
				t.Errorf("the visitor reads %.300q", message)
			}
			if len([]rune(message)) > 1500 {
				t.Errorf("the message has %d characters", len([]rune(message)))
			}
			if got := v.text(`JSON.stringify(` + element + `.assessment)`); got != before {
				t.Errorf("the answers have become %.300s", got)
			}
		})
	}
	v.T = t
	inert := answers(`,"subject":{"name":"`+attack+`"},"respondents":[{"id":"r1","site":"`+attack+`"}]`, `{"item":"2","respondent":"r1","state":"unmet","note":"`+attack+`"}`)
	v.clearMessage()
	v.chooseBytes([]byte(inert))
	v.must(v.page.Wait(shadow + `.querySelector('.h-message').textContent !== ''`))
	if got := v.text(shadow + `.querySelector('.h-message').textContent`); got != "ファイルの答えを読み込みました。" {
		t.Fatalf("the visitor reads %.300q", got)
	}
	v.press("show")
	v.unfold()
	if got := v.text(`String(window.attacked) + ` + shadow + `.querySelectorAll('img, script').length`); got != "undefined0" {
		t.Errorf("a text of the file was run or became an element: %s", got)
	}
}

// A page's own catalogue that is missing, too large, too deep or no UTF-8 ends in a sentence that says so and does not speak of a form
// that is not there; the page learns the reason, and a button tries again.
func TestRobustHostileCatalogs(t *testing.T) {
	good := string(hostileCatalog())
	bodies := map[string][]byte{
		"huge":   []byte(strings.Replace(good, `"questi`, `"`+strings.Repeat("x", 4_000_000)+`questi`, 1)),
		"deep":   []byte(strings.Repeat("[", 5000) + strings.Repeat("]", 5000)),
		"EUC-JP": []byte(strings.Replace(good, `"questi`, "\"\xbc\xc1\xcc\xe4", 1)),
		"UTF-16": utf16(good),
		"empty":  nil,
	}
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, _ := url.PathUnescape(strings.TrimPrefix(r.URL.Path, "/"))
		body, ok := bodies[name]
		if name != "closed" {
			w.Header().Set("Access-Control-Allow-Origin", "*")
		}
		if !ok {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(body)
	}))
	t.Cleanup(host.Close)
	open, err := browser.Serve(folder, browser.Options{CSP: strings.Replace(demo.Policy, "connect-src 'self'", "connect-src 'self' "+host.URL, 1), Gzip: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = open.Close() })
	for name, told := range map[string]string{"huge": "more than 4000000 characters", "deep": "json/depth", "EUC-JP": "encoded data was not valid",
		"UTF-16": "encoded data was not valid", "empty": "json/syntax", "missing": "404", "closed": "Failed to fetch"} {
		t.Run(name, func(t *testing.T) {
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher))
			v.must(v.page.Open(open.URL + "/unnamed.html"))
			v.text(`(` + element + `.setAttribute('src', ` + quoted(host.URL+"/"+name) + `), '')`)
			v.must(v.page.Wait(shadow + `.querySelector('[role=alert] button')`))
			if got, want := v.text(shadow+`.querySelector('[role=alert] p').innerText`), "この診断（カタログ）を読み込めませんでした。"; got != want {
				t.Errorf("the visitor reads %q, want %q", got, want)
			}
			if got := v.text(`JSON.stringify(events.map((e) => e.detail))`); !strings.HasPrefix(got, `[{"code":"catalog"`) || !strings.Contains(got, told) {
				t.Errorf("the page is told %.300s, want %q in it", got, told)
			}
			v.page.ClearRecord() // the browser has told what it could not read, as it should
		})
	}
}

func (v *visit) clearMessage() {
	v.Helper()
	v.text(`(() => { ` + shadow + `.querySelector('.h-message').replaceChildren(); return '' })()`)
}

// chooseBytes gives a saved file to the widget, whatever is in it.
func (v *visit) chooseBytes(data []byte) {
	v.Helper()
	v.text(`(() => { const files = new DataTransfer();
		files.items.add(new File([Uint8Array.from(atob('` + base64.StdEncoding.EncodeToString(data) + `'), (c) => c.charCodeAt(0))], 'saved.json'));
		const input = ` + shadow + `.querySelector('input[data-action=open]');
		input.files = files.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
		return '' })()`)
}

// The style of the page around it does not reach into the check, however strong it is.
func TestRobustHostStyle(t *testing.T) {
	for name, css := range map[string]string{
		"unset":         `* { all: unset !important }`,
		"huge":          `html, body, * { font-size: 64px !important; line-height: 4 !important; text-transform: uppercase !important }`,
		"hidden":        `form, fieldset, input, button, label { display: none !important } [hidden] { display: block !important }`,
		"right to left": `* { direction: rtl !important; text-align: right !important; white-space: nowrap !important; visibility: visible !important; cursor: none !important; word-break: keep-all !important }`,
		"names":         `.hoshitori, .h-form, .h-question { display: none !important; position: fixed !important } * { box-sizing: content-box !important; float: left !important; transition: all 9s !important }`,
	} {
		t.Run(name, func(t *testing.T) {
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher + `const strong = new CSSStyleSheet();
				strong.replaceSync(` + quoted(css) + `);
				document.adoptedStyleSheets = [strong];`))
			v.must(v.page.Open(site.URL + "/access-ja.html"))
			v.ready()
			v.answer("1", "met")
			v.answer("2", "unmet")
			if n := v.text(`String(` + visible + `)`); n != "7" {
				t.Errorf("%s questions are visible, want 7", n)
			}
			if got := v.text(outside); got != "" {
				t.Errorf("out of the widget reach\n%s", got)
			}
			v.press("show")
			v.shows("診断の結果")
			if got := v.text(`String(` + shadow + `.querySelector('.h-form').checkVisibility())`); got != "false" {
				t.Error("the form is still there beside the result")
			}
			if got := v.text(outside); got != "" {
				t.Errorf("result: out of the widget reach\n%s", got)
			}
			v.press("back")
		})
	}
}

// A neighbour that extends what all scripts share, calls something of its own Go, and touches every element does not break
// the check, and finds everything as it was afterwards.
func TestRobustNeighbour(t *testing.T) {
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher + `
		Array.prototype.first = function () { return this[0]; };
		Object.prototype.own = function () { return 'own'; };
		Object.prototype['not a name'] = 1;
		String.prototype.shout = function () { return this.toUpperCase(); };
		Function.prototype.twice = 2;
		window.Go = { mine: true };
		window.fs = { mine: true };
		window.process = { env: { NODE_ENV: 'production' } };
		window.global = window;
		window.require = () => { throw new Error('required'); };
		new MutationObserver((list) => { for (const m of list) for (const n of m.addedNodes) n.setAttribute?.('data-touched', ''); })
			.observe(document, { childList: true, subtree: true });
		setInterval(() => { for (const e of document.querySelectorAll('*')) e.classList.add('touched'); }, 20);`))
	v.must(v.page.Open(site.URL + "/access-ja.html"))
	v.ready()
	v.answer("1", "met")
	v.answer("2", "unmet")
	v.press("show")
	v.shows("診断の結果")
	v.text(`(() => { window.print = () => {}; return '' })()`)
	v.press("print")
	v.press("back")
	for expression, want := range map[string]string{
		`JSON.stringify(window.Go)`: `{"mine":true}`, `JSON.stringify(window.fs)`: `{"mine":true}`, `window.process.env.NODE_ENV`: "production",
		`[7].first() + ({}).own()`: "7own", `String(` + shadow + `.querySelectorAll('[own]').length)`: "0",
	} {
		if got := v.text(expression); got != want {
			t.Errorf("%s is %s, want %s", expression, got, want)
		}
	}
	v.must(v.page.Open("about:blank"))
}

// The check leaves no name of its own behind, and nothing in what all scripts share.
func TestRobustNoGlobals(t *testing.T) {
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher + `
		const shared = () => [window, Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype, Element.prototype, HTMLElement.prototype,
			document, Document.prototype, WebAssembly, JSON, navigator].flatMap((o, i) => Reflect.ownKeys(o).map((k) => i + ' ' + String(k)));
		window.grown = () => shared().filter((k) => !before.has(k));
		const before = new Set([...shared(), '0 grown', '0 window']);`))
	v.must(v.page.Open(site.URL + "/access-ja.html"))
	v.ready()
	v.answer("1", "met")
	v.press("show")
	if got := v.text(`JSON.stringify(grown())`); got != "[]" {
		t.Errorf("left behind: %s", got)
	}
	if got := v.text(`JSON.stringify([localStorage.length, sessionStorage.length, document.cookie])`); got != `[0,0,""]` {
		t.Errorf("stored: %s", got)
	}
}

// Trusted Types are really enforced on the pages of the tests, and a whole visit asks for nothing that they forbid.
func TestRobustTrustedTypes(t *testing.T) {
	v := open(t, phone, "access-ja.html")
	v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Unmet)))
	v.press("show")
	v.unfold()
	v.press("agree")
	v.text(element + `.lang = 'en'`)
	v.must(v.page.Wait(`events.filter((e) => e.name === 'ready').length === 2`))
	if got := v.page.Violations(); len(got) != 0 {
		t.Errorf("violations: %v", got)
	}
	if got := v.text(`(() => { try { document.body.innerHTML = '<p>x</p>'; return 'taken' } catch { return 'refused' } })()`); got != "refused" {
		t.Error("Trusted Types are not enforced: the test shows nothing")
	}
	v.page.ClearRecord()
}

// An element that the page moves, or takes away and brings back, keeps its answers.
func TestRobustMoved(t *testing.T) {
	v := open(t, phone, "access-ja.html")
	v.answer("1", "met")
	const one = element + `.assessment?.answers.length === 1 && ` + shadow + `.querySelectorAll('input:checked').length === 1`
	v.text(`(() => { document.body.prepend(` + element + `); return '' })()`)
	v.must(v.page.Wait(one))
	v.text(`(async () => { const check = ` + element + `; check.remove(); await new Promise((resolve) => setTimeout(resolve, 100)); document.body.append(check); return '' })()`)
	v.must(v.page.Wait(one))
	v.answer("2", "met")
	if got := v.text(`JSON.stringify(` + element + `.assessment.answers.map((a) => [a.item, a.state]))`); got != `[["1","met"],["2","met"]]` {
		t.Errorf("answers: %s", got)
	}
}

// The form is dark from the beginning where the page asks for that, not only when the rest arrives.
func TestRobustThemeBeforeTheEngine(t *testing.T) {
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher))
	v.must(v.page.Open(newFailingHost(t, missing, "hoshitori.*.js").URL + "/access-dark.html"))
	v.must(v.page.Wait(shadow + `?.querySelector('[role=alert] button')`))
	const colours = `(() => { const s = getComputedStyle(` + shadow + `.querySelector('.hoshitori[data-catalog]')); return s.color + ' on ' + s.backgroundColor })()`
	if got := v.text(colours); got != "rgb(230, 236, 232) on rgb(22, 33, 28)" {
		t.Errorf("without the engine the form is %s", got)
	}
	v.page.ClearRecord() // the browser has told what was missing, as it should
}

// A page may name the catalogue later; an empty name is none yet.
func TestRobustNamedLater(t *testing.T) {
	v := open(t, phone, "two-lines.html")
	v.text(`(() => { window.later = document.createElement('hoshitori-check'); later.setAttribute('catalog', ''); document.body.append(later); return '' })()`)
	time.Sleep(300 * time.Millisecond) // in which nothing is to happen
	if got := v.text(`JSON.stringify([later.shadowRoot.childElementCount, events.filter((e) => e.name === 'error').length])`); got != "[0,0]" {
		t.Errorf("before it has a name, elements and errors: %s", got)
	}
	v.text(`(later.setAttribute('catalog', 'sa2@3.1'), '')`)
	v.must(v.page.Wait(`events.filter((e) => e.name === 'ready').length === 2`))
}
