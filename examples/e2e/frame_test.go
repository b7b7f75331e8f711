package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/hoshitori/hoshitori/examples/browser"
	"github.com/hoshitori/hoshitori/examples/demo"
)

// framed is a page of a bank with the check in an iframe that comes from another origin.
type framed struct {
	*visit
	bank, check string // the two origins

	mu     sync.Mutex
	worlds map[string]runtime.ExecutionContextID // by origin: the latest document of each
	asked  []string                              // paths that the check's own server was asked for
}

// sandboxed is what the iframe of the demo page says.
const sandboxed = ` sandbox="allow-scripts allow-same-origin allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox"`

// openFramed serves both pages as the demo does, but for the attributes that stand in the place of [sandboxed], and for what
// change does to the folder.
func openFramed(t *testing.T, width int, attributes string, change ...func(f *framed, dir string)) *framed {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	serve := func(policy func() string, note func(path string)) string {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			note(r.URL.Path)
			demo.Handler(dir, policy()).ServeHTTP(w, r)
		}))
		t.Cleanup(s.Close)
		return s.URL
	}
	f := &framed{visit: newVisit(t, width), worlds: map[string]runtime.ExecutionContextID{}}
	f.bank = serve(func() string { return demo.HostPolicy(f.check) }, func(string) {})
	f.check = serve(func() string { return demo.FramePolicy(f.bank) }, func(path string) {
		f.mu.Lock()
		f.asked = append(f.asked, path)
		f.mu.Unlock()
	})
	if err := demo.Host(dir, f.check); err != nil {
		t.Fatal(err)
	}
	replace(t, filepath.Join(dir, "iframe.html"), sandboxed, attributes)
	for _, c := range change {
		c(f, dir)
	}
	f.must(chromedp.Listen(f.page.Context(), func(event any) {
		if e, ok := event.(*runtime.EventExecutionContextCreated); ok {
			f.mu.Lock()
			f.worlds[e.Context.Origin] = e.Context.ID
			f.mu.Unlock()
		}
	}))
	f.must(f.page.RunFirst(watcher + `window.messages = [];
		addEventListener('message', (e) => messages.push({ data: e.data, origin: e.origin }));`))
	f.must(f.page.Open(f.bank + "/iframe.html"))
	return f
}

// replace replaces a text that a page holds once.
func replace(t *testing.T, page, text, with string) {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(data), text); n != 1 {
		t.Fatalf("%s holds %q %d times", page, text, n)
	}
	if err := os.WriteFile(page, []byte(strings.Replace(string(data), text, with, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// inside evaluates an expression in the page that stands in the iframe.
func (f *framed) inside(expression string) string {
	f.Helper()
	f.mu.Lock()
	world := f.worlds[f.check]
	f.mu.Unlock()
	if world == 0 {
		f.Fatal("there is no page in the iframe")
	}
	s, err := chromedp.Run(f.page.Context(), chromedp.Evaluate[string](expression, chromedp.EvalAwaitPromise,
		func(p *runtime.EvaluateParams) { p.ContextID = world }))
	f.must(err)
	return s
}

// settled waits until the engine in the iframe is ready and the iframe is as tall as what is in it.
func (f *framed) settled() {
	f.Helper()
	f.waitInside(`events.some((e) => e.name === 'ready')`)
	f.fits()
}

// waitInside waits until an expression is truthy in the page that stands in the iframe.
func (f *framed) waitInside(expression string) {
	f.Helper()
	for range 600 {
		if f.inside(`new Promise((resolve) => setTimeout(() => resolve(String(Boolean(`+expression+`))), 50))`) == "true" {
			return
		}
	}
	f.Fatalf("waited in vain for %s in the iframe", expression)
}

// fits waits until the page in the iframe neither scrolls nor has room below.
func (f *framed) fits() {
	f.Helper()
	var got string
	for range 200 {
		got = f.inside(`(async () => {
			await new Promise(requestAnimationFrame);
			const e = document.documentElement;
			return JSON.stringify([e.scrollHeight - innerHeight, e.scrollWidth - innerWidth, Math.ceil(e.getBoundingClientRect().height) - innerHeight]); })()`)
		if got == "[0,0,0]" {
			return
		}
	}
	f.Fatalf("content and iframe differ by %s pixels (height, width, height of the content)", got)
}

// press clicks an element of the page in the iframe with the mouse.
func (f *framed) press(element string) {
	f.Helper()
	f.text(`(document.querySelector('iframe').scrollIntoView({ block: 'center', behavior: 'instant' }), '')`)
	var box struct{ X, Y float64 }
	f.must(json.Unmarshal([]byte(f.inside(`(async (e) => { e.scrollIntoView({ block: 'center', behavior: 'instant' });
		await new Promise(requestAnimationFrame);
		const box = e.getClientRects()[0]; // the first line of a link
		return JSON.stringify({ X: box.x + box.width / 2, Y: box.y + box.height / 2 }) })(`+element+`)`)), &box))
	// The page around scrolls to where the middle of the element can be clicked.
	at, err := browser.Eval[struct{ X, Y float64 }](f.page, fmt.Sprintf(`(async () => {
		const frame = document.querySelector('iframe');
		scrollBy({ top: frame.getBoundingClientRect().y + %f - innerHeight / 2, behavior: 'instant' });
		await new Promise(requestAnimationFrame);
		const box = frame.getBoundingClientRect();
		return { X: box.x + %f, Y: box.y + %f } })()`, box.Y, box.X, box.Y))
	f.must(err)
	f.must(f.page.Do(chromedp.MouseClickXY(at.X, at.Y)))
}

func (f *framed) answer(item, state string) {
	f.Helper()
	f.press(fmt.Sprintf(`%s.querySelector('input[name="%s"][value="%s"]')`, shadow, item, state))
}

// fillAndShow answers the six questions of sa1 and shows the result.
func (f *framed) fillAndShow() {
	f.Helper()
	for _, item := range []string{"1", "2", "3", "4", "5", "6"} {
		f.answer(item, "met")
	}
	f.press(shadow + `.querySelector('[data-action="show"]')`)
	if got := f.inside(shadow + `.querySelector('.h-result').textContent`); !strings.Contains(got, "診断の結果") {
		f.Errorf("the result holds %.200q", got)
	}
}

// TestFrame: the check works in an iframe of another origin, which is always as tall as what is in it, and the page around
// it learns the height and nothing else.
func TestFrame(t *testing.T) {
	for name, width := range map[string]int{"narrow": 320, "phone": phone, "desktop": desktop} {
		t.Run(name, func(t *testing.T) {
			f := openFramed(t, width, sandboxed)
			f.settled()
			f.fillAndShow()
			f.fits()
			if got := f.inside(`JSON.stringify(` + element + `.assessment.answers.length)`); got != "6" {
				t.Errorf("%s answers, want 6", got)
			}
			if over := f.overflow(); over > 0 {
				t.Errorf("the page around is %d pixels too wide", over)
			}
			f.learnsTheHeightOnly()
		})
	}
}

// learnsTheHeightOnly looks for whatever the page around the iframe could know.
func (f *framed) learnsTheHeightOnly() {
	f.Helper()
	const reach = `(() => {
		const w = document.querySelector('iframe').contentWindow;
		const tried = {};
		for (const [name, read] of Object.entries({
			document: () => w.document, element: () => w.customElements, events: () => w.events, storage: () => w.localStorage,
			address: () => w.location.href, name: () => w.name,
		})) try { read(); tried[name] = 'read' } catch (e) { tried[name] = e.name }
		tried.contentDocument = String(document.querySelector('iframe').contentDocument);
		return JSON.stringify([...new Set(Object.values(tried))]);
	})()`
	if got := f.text(reach); got != `["SecurityError","null"]` {
		f.Errorf("reaching into the iframe gave %s", got)
	}
	if got := f.text(`JSON.stringify(events)`); got != "[]" {
		f.Errorf("the page around has seen the events %s", got)
	}
	var messages []struct {
		Data   map[string]any
		Origin string
	}
	f.must(json.Unmarshal([]byte(f.text(`JSON.stringify(messages)`)), &messages))
	if len(messages) < 2 {
		f.Errorf("%d messages, want one for the start and one for the result at least", len(messages))
	}
	for _, m := range messages {
		height, ok := m.Data["height"].(float64)
		if len(m.Data) != 2 || m.Data["type"] != "hoshitori-height" || !ok || height != float64(int(height)) || m.Origin != f.check {
			f.Errorf("message %+v", m)
		}
	}
}

// TestFrameHostBelievesOnlyTheFrame: messages of other windows do not set the height.
func TestFrameHostBelievesOnlyTheFrame(t *testing.T) {
	f := openFramed(t, desktop, sandboxed)
	f.settled()
	height := `document.querySelector('iframe').style.height`
	before := f.text(height)
	f.text(`new Promise((resolve) => {
		addEventListener('message', () => setTimeout(resolve, 50, ''), { once: true });
		postMessage({ type: 'hoshitori-height', height: 7 }, '*');
	})`)
	if after := f.text(height); after != before {
		t.Errorf("the page's own message has set the height to %s", after)
	}
	// From the right window, but not in the form that is documented.
	f.inside(`(() => { parent.postMessage({ type: 'hoshitori-height', height: '7' }, '*'); parent.postMessage({ type: 'other', height: 7 }, '*');
		parent.postMessage(null, '*'); return '' })()`)
	f.must(f.page.Wait(`messages.some((m) => m.data === null)`))
	if after := f.text(height); after != before {
		t.Errorf("a message in another form has set the height to %s", after)
	}
}

// TestFrameOrigin: the height goes to the origin that the page in the iframe names, else to that of the referrer, else nowhere.
func TestFrameOrigin(t *testing.T) {
	const got = `String(messages.length > 0)`
	for name, test := range map[string]struct{ data, iframe, want string }{
		"referrer":             {"", "", "true"},
		"none":                 {"", ` referrerpolicy="no-referrer"`, "false"},
		"named":                {"BANK", ` referrerpolicy="no-referrer"`, "true"},
		"another one is named": {"https://www.example.jp", "", "false"},
	} {
		t.Run(name, func(t *testing.T) {
			f := openFramed(t, desktop, test.iframe, func(f *framed, dir string) {
				if test.data != "" {
					data := ` data-origin="` + strings.Replace(test.data, "BANK", f.bank, 1) + `"`
					replace(t, filepath.Join(dir, "frame.html"), `src="hoshitori-frame.js"`, `src="hoshitori-frame.js"`+data)
				}
			})
			f.inside(`new Promise((resolve) => setInterval(() => events.some((e) => e.name === 'ready') && resolve(''), 20))`)
			f.text(`new Promise((resolve) => setTimeout(resolve, 300, ''))`)
			if got := f.text(got); got != test.want {
				t.Errorf("the page around has got messages: %s, want %s", got, test.want)
			}
			f.page.ClearRecord() // the browser tells of a message whose receiver is not there
		})
	}
	t.Run("no iframe", func(t *testing.T) {
		v := newVisit(t, desktop)
		v.must(v.page.RunFirst(watcher + `window.messages = []; addEventListener('message', (e) => messages.push(e.data));`))
		v.must(v.page.Open(site.URL + "/frame.html"))
		v.ready()
		v.answer("1", "met")
		v.press("show")
		if got := v.text(got); got != "false" {
			t.Error("a page that is in no iframe has posted something")
		}
	})
}

// TestFrameSandbox: what each word of a sandbox attribute is needed for. The demo page has them all.
func TestFrameSandbox(t *testing.T) {
	without := func(word string) string {
		out := strings.Replace(sandboxed, word+" ", "", 1)
		if out == sandboxed {
			t.Fatalf("%q is not in %s", word, sandboxed)
		}
		return out
	}
	t.Run("all", func(t *testing.T) {
		f := openFramed(t, desktop, sandboxed)
		f.showsAResult()
		if a, b, c := f.prints(), f.saves(), f.opensLinks(); !a || !b || !c {
			t.Errorf("works: printing %v, saving %v, links %v", a, b, c)
		}
	})
	t.Run("without allow-same-origin", func(t *testing.T) {
		f := openFramed(t, desktop, without("allow-same-origin"))
		f.must(f.page.Wait(`document.readyState === 'complete'`))
		time.Sleep(time.Second) // in which nothing is to happen
		f.mu.Lock()
		defer f.mu.Unlock()
		if asked := strings.Join(f.asked, " "); !strings.Contains(asked, "/hoshitori.js") || strings.Contains(asked, ".wasm") {
			t.Errorf("the frame has asked for %s, want the loader, which the browser does not run, and no engine", asked)
		}
	})
	t.Run("without allow-modals", func(t *testing.T) {
		f := openFramed(t, desktop, without("allow-modals"))
		f.showsAResult()
		if f.prints() {
			t.Error("printing works")
		}
		f.page.ClearRecord() // the browser has told that it did not print
	})
	t.Run("without allow-downloads", func(t *testing.T) {
		f := openFramed(t, desktop, without("allow-downloads"))
		f.showsAResult()
		if f.saves() {
			t.Error("saving works")
		}
		f.page.ClearRecord()
	})
	t.Run("without allow-popups", func(t *testing.T) {
		f := openFramed(t, desktop, without("allow-popups"))
		f.showsAResult()
		if f.opensLinks() {
			t.Error("links work")
		}
		f.page.ClearRecord()
	})
}

func (f *framed) showsAResult() {
	f.Helper()
	f.settled()
	f.answer("1", "met")
	f.press(shadow + `.querySelector('[data-action="show"]')`)
	f.fits()
}

// prints tells whether the button "print" prints.
func (f *framed) prints() bool {
	f.Helper()
	f.inside(`(addEventListener('beforeprint', () => { window.printed = true }), '')`)
	f.press(shadow + `.querySelector('[data-action="print"]')`)
	defer f.inside(`(dispatchEvent(new Event('afterprint')), '')`) // a browser without windows does not tell a frame that printing has ended
	return f.inside(`new Promise((resolve) => setTimeout(() => resolve(String(window.printed)), 500))`) == "true"
}

// saves tells whether the button "save to a file" saves one.
func (f *framed) saves() bool {
	f.Helper()
	dir := f.TempDir()
	f.must(download(f.visit, dir))
	f.press(shadow + `.querySelector('[data-action="save"]')`)
	for range 20 {
		if data, err := os.ReadFile(filepath.Join(dir, "hoshitori-sa1-4.0.json")); err == nil && json.Valid(data) {
			return true
		}
		time.Sleep(50 * time.Millisecond)
	}
	return false
}

// opensLinks tells whether a link of the check opens a tab of its own. It leads back to our own server for that.
func (f *framed) opensLinks() bool {
	f.Helper()
	link := shadow + `.querySelector('.h-foot a, .h-result a')`
	f.inside(`(() => { const a = ` + link + `; a.href = '/examples.html';
		for (let n = a; n; n = n.parentElement) if (n.tagName === 'DETAILS') n.open = true;
		return '' })()`)
	f.fits()
	f.press(link)
	for range 20 {
		f.mu.Lock()
		opened := slices.Contains(f.asked, "/examples.html")
		f.mu.Unlock()
		if opened {
			return f.inside(`location.pathname`) == "/frame.html" // and not in the place of the check
		}
		time.Sleep(50 * time.Millisecond)
	}
	return false
}
