package browser

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// chromium is the one process that the tests share; their pages share nothing.
var chromium *Browser

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	b, err := Start(context.Background())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer b.Close()
	chromium = b
	return m.Run()
}

// site writes files into a new folder and serves it.
func site(t *testing.T, options Options, files map[string]string) *Server {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, []byte(content), 0o644))
	}
	s, err := Serve(dir, options)
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

func newPage(t *testing.T, width, height int, mobile bool) *Page {
	t.Helper()
	p, err := chromium.NewPage(width, height, mobile)
	must(t, err)
	t.Cleanup(p.Close)
	return p
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func eval[T any](t *testing.T, p *Page, expression string) T {
	t.Helper()
	v, err := Eval[T](p, expression)
	must(t, err)
	return v
}

// html is a page without any request of its own but those in body.
func html(body string) string {
	return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>試験</title><link rel="icon" href="data:,">` + body
}

func TestStartNamesItsVersion(t *testing.T) {
	if !strings.Contains(chromium.Version(), "Chrom") {
		t.Errorf("version %q", chromium.Version())
	}
}

func TestFindSaysWhatToDo(t *testing.T) {
	tests := []struct{ name, variable, path, want, reason string }{
		{"nothing installed", "", "/nowhere", "chromium", "someone with a bare machine needs the one command to run"},
		{"wrong variable", "/nowhere/chromium", os.Getenv("PATH"), "HOSHITORI_CHROMIUM=/nowhere/chromium",
			"what was asked for explicitly is never replaced by another browser"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv(PathVariable, test.variable)
			t.Setenv("PATH", test.path)
			_, err := Find()
			var notFound *NotFoundError
			if !errors.As(err, &notFound) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want it to hold %q: %s", err, test.want, test.reason)
			}
		})
	}
}

func TestInstallCommand(t *testing.T) {
	tests := []struct {
		system       string
		user         int
		want, reason string
	}{
		{"linux", 0, "apt-get update && apt-get install -y chromium fonts-noto-cjk", "root in a container may have no sudo"},
		{"linux", 1000, "sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk", "others need it"},
		{"darwin", 501, "brew install --cask chromium", "no apt there"},
		{"plan9", 0, "", "better no command than a wrong one"},
	}
	for _, test := range tests {
		if got := installCommand(test.system, test.user); got != test.want {
			t.Errorf("%s, user %d: got %q, want %q: %s", test.system, test.user, got, test.want, test.reason)
		}
	}
}

func TestPageHasItsViewport(t *testing.T) {
	s := site(t, Options{}, map[string]string{"index.html": html(`<meta name="viewport" content="width=device-width"><p>あ`)})
	tests := []struct {
		name          string
		width, height int
		mobile        bool
		touch         bool
		reason        string
	}{
		{"phone", 390, 844, true, true, "the widget is used on phones"},
		{"desktop", 1280, 800, false, false, "and on desktops"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t, test.width, test.height, test.mobile)
			must(t, p.Open(s.URL+"/"))
			want := []any{float64(test.width), float64(test.height), test.touch}
			got := eval[[]any](t, p, "[innerWidth, innerHeight, navigator.maxTouchPoints > 0]")
			if !slices.Equal(got, want) {
				t.Errorf("got %v, want %v: %s", got, want, test.reason)
			}
		})
	}
}

func TestPagesShareNoStorage(t *testing.T) {
	s := site(t, Options{}, map[string]string{"index.html": html("")})
	first, second := newPage(t, 800, 600, false), newPage(t, 800, 600, false)
	must(t, first.Open(s.URL+"/"))
	must(t, second.Open(s.URL+"/"))
	eval[string](t, first, `localStorage.answer = "met"`)
	if got := eval[int](t, second, "localStorage.length"); got != 0 {
		t.Errorf("the second page sees %d entries of the first", got)
	}
}

func TestRequestsAreRecorded(t *testing.T) {
	s := site(t, Options{Brotli: true}, map[string]string{
		"index.html": html(`<link rel="stylesheet" href="a.css"><img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><script>
			fetch("b.json"); new Worker("w.js").onmessage = () => window.worked = true;</script>`),
		"a.css":  strings.Repeat("p { color: black }\n", 100),
		"b.json": "{}",
		"w.js":   `fetch("from-worker.json").then(() => postMessage("done"))`,
	})
	p := newPage(t, 800, 600, false)
	must(t, p.Open(s.URL+"/"))
	must(t, p.Wait("window.worked"))
	must(t, p.WaitQuiet(200*time.Millisecond))

	recorded := map[string]Request{}
	for _, r := range p.Requests() {
		recorded[strings.TrimPrefix(r.URL, s.URL)] = r
	}
	for _, path := range []string{"/", "/a.css", "/b.json"} {
		if r := recorded[path]; r.Status != 200 || r.Received == 0 || r.Cached || r.Failure != "" {
			t.Errorf("%s: %+v", path, r)
		}
	}
	if _, ok := recorded["/w.js"]; !ok {
		t.Error("the worker's script is not recorded")
	}
	if got := recorded["/a.css"]; got.Encoding != "br" || got.Received >= 1900 {
		t.Errorf("not compressed: %+v", got)
	}
	if asked := strings.Join(s.Asked(), " "); !strings.Contains(asked, "/from-worker.json") {
		t.Errorf("the server's list lacks the worker's request: %s", asked)
	}
	p.ClearRecord()
	if got := p.Requests(); len(got) != 0 {
		t.Errorf("after clearing: %v", got)
	}
}

func TestHashedNamesComeFromTheCacheAgain(t *testing.T) {
	s := site(t, Options{Gzip: true}, map[string]string{
		"index.html":         html(`<link rel="stylesheet" href="a.0123abcd.css"><script src="plain.js"></script>`),
		"a.0123abcd.css":     "p {}",
		"plain.js":           "0",
		"unused.deadbeef.js": "0",
	})
	p := newPage(t, 800, 600, false)
	must(t, p.Open(s.URL+"/"))
	p.ClearRecord()
	must(t, p.Open("about:blank"))
	must(t, p.Open(s.URL+"/"))
	must(t, p.WaitQuiet(200*time.Millisecond))
	cached := map[string]bool{}
	for _, r := range p.Requests() {
		cached[strings.TrimPrefix(r.URL, s.URL)] = r.Cached
	}
	want := map[string]bool{"/": false, "/a.0123abcd.css": true, "/plain.js": false}
	if !maps.Equal(cached, want) {
		t.Errorf("from the cache: %v, want %v", cached, want)
	}
}

func TestErrorsAndViolationsAreRecorded(t *testing.T) {
	s := site(t, Options{CSP: "default-src 'none'; script-src 'self'; img-src data:"}, map[string]string{
		"index.html": html(`<script>window.inline = true</script><script src="a.js"></script>`),
		"a.js":       `console.error("壊れた", 1); setTimeout(() => { throw new Error("投げた") })`,
		"quiet.html": html(`<script src="quiet.js"></script>`),
		"quiet.js":   `console.log("静か")`,
	})
	p := newPage(t, 800, 600, false)
	must(t, p.Open(s.URL+"/"))
	must(t, p.WaitQuiet(200*time.Millisecond))
	errors := strings.Join(p.Errors(), "\n")
	for _, want := range []string{"壊れた 1", "投げた"} {
		if !strings.Contains(errors, want) {
			t.Errorf("no %q in:\n%s", want, errors)
		}
	}
	var kinds []string
	for _, v := range p.Violations() {
		kinds = append(kinds, v.Directive+" "+v.Kind)
	}
	if got := strings.Join(kinds, "\n"); !strings.Contains(got, "script-src-elem kInlineViolation") {
		t.Errorf("violations: %s", got)
	}

	silent := newPage(t, 800, 600, false)
	must(t, silent.Open(s.URL+"/quiet.html"))
	must(t, silent.WaitQuiet(200*time.Millisecond))
	if e, v := silent.Errors(), silent.Violations(); len(e) != 0 || len(v) != 0 {
		t.Errorf("a page without fault has errors %q and violations %v", e, v)
	}
}

func TestWithoutScripts(t *testing.T) {
	s := site(t, Options{}, map[string]string{"index.html": html(`<noscript>なし</noscript><script>document.title = "動いた"</script>`)})
	p := newPage(t, 800, 600, false)
	must(t, p.Scripts(false))
	must(t, p.Open(s.URL+"/"))
	if got := eval[string](t, p, "document.title"); got != "試験" {
		t.Errorf("the page's script ran: title %q", got)
	}
	must(t, p.Scripts(true))
	must(t, p.Open(s.URL+"/"))
	if got := eval[string](t, p, "document.title"); got != "動いた" {
		t.Errorf("the page's script did not run: title %q", got)
	}
}

func TestOffline(t *testing.T) {
	s := site(t, Options{}, map[string]string{"index.html": html(""), "a.txt": "あ"})
	p := newPage(t, 800, 600, false)
	must(t, p.Open(s.URL+"/"))
	const reach = `fetch("a.txt", {cache: "no-store"}).then(() => navigator.onLine ? "reached" : "?", () => navigator.onLine ? "?" : "cut off")`
	must(t, p.Offline(true))
	if got := eval[string](t, p, reach); got != "cut off" {
		t.Errorf("offline: %s", got)
	}
	must(t, p.Offline(false))
	if got := eval[string](t, p, reach); got != "reached" {
		t.Errorf("online again: %s", got)
	}
}

// Two ratios, far below what is emulated, because the machine may be busy.
func TestThrottling(t *testing.T) {
	s := site(t, Options{}, map[string]string{"index.html": html(""), "large.txt": strings.Repeat("0123456789", 20_000)})
	p := newPage(t, 800, 600, false)
	must(t, p.Open(s.URL+"/"))
	const load = `(async () => { const begin = performance.now();
		await (await fetch("large.txt", {cache: "no-store"})).text(); return performance.now() - begin })()`
	const work = `(() => { const begin = performance.now(); let n = 0;
		for (let i = 0; i < 2e7; i++) n += i % 7; return performance.now() - begin + (n < 0) })()`

	fast := eval[float64](t, p, load)
	must(t, p.Throttle(Slow4G))
	if slow := eval[float64](t, p, load); slow < 3*fast {
		t.Errorf("200 kB took %.0f ms on slow 4G and %.0f ms without", slow, fast)
	}
	must(t, p.Throttle(Network{}))

	eval[float64](t, p, work) // compiled by now
	quick := eval[float64](t, p, work)
	must(t, p.SlowCPU(4))
	if slow := eval[float64](t, p, work); slow < 1.5*quick {
		t.Errorf("work took %.0f ms on a processor four times slower and %.0f ms without", slow, quick)
	}
}

func TestClickReachesShadowRoots(t *testing.T) {
	s := site(t, Options{}, map[string]string{"index.html": html(`<div style="height:3000px"></div><x-a></x-a><script>
		customElements.define("x-a", class extends HTMLElement { connectedCallback() {
			this.attachShadow({mode: "open"}).innerHTML = "<button>押す</button>";
			this.shadowRoot.firstChild.onclick = e => document.title = "押した " + e.isTrusted } })</script>`)})
	p := newPage(t, 800, 600, false)
	must(t, p.Open(s.URL+"/"))
	must(t, p.Click(`document.querySelector("x-a").shadowRoot.querySelector("button")`))
	must(t, p.Wait(`document.title == "押した true"`))
	if err := p.Click(`document.querySelector("nothing")`); err == nil {
		t.Error("a click on nothing succeeded")
	}
}

func TestPress(t *testing.T) {
	s := site(t, Options{}, map[string]string{"index.html": html(`<input autofocus>`)})
	p := newPage(t, 800, 600, false)
	must(t, p.Open(s.URL+"/"))
	must(t, p.Wait(`document.activeElement.matches("input")`))
	must(t, p.Press("abc"))
	if got := eval[string](t, p, `document.querySelector("input").value`); got != "abc" {
		t.Errorf("typed %q", got)
	}
}

func TestRunFirst(t *testing.T) {
	s := site(t, Options{CSP: "script-src 'self'"}, map[string]string{"index.html": html(`<script src="a.js"></script>`), "a.js": "document.title = probe"})
	p := newPage(t, 800, 600, false)
	must(t, p.RunFirst(`window.probe = "先"`))
	must(t, p.Open(s.URL+"/"))
	if got := eval[string](t, p, "document.title"); got != "先" {
		t.Errorf("the page's script ran before: title %q", got)
	}
}

func TestPictureAndPrint(t *testing.T) {
	s := site(t, Options{}, map[string]string{"index.html": html(`<p style="height:2000px">印刷`)})
	p := newPage(t, 390, 844, true)
	must(t, p.Open(s.URL+"/"))
	dir := t.TempDir()

	picture := filepath.Join(dir, "page.png")
	must(t, p.Screenshot(picture))
	data, err := os.ReadFile(picture)
	must(t, err)
	config, err := png.DecodeConfig(bytes.NewReader(data))
	must(t, err)
	if config.Height < 2000 {
		t.Errorf("the picture is %d high and lacks what is below the viewport", config.Height)
	}

	paper := filepath.Join(dir, "page.pdf")
	must(t, p.Print(paper))
	data, err = os.ReadFile(paper)
	must(t, err)
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("not a PDF: %.20q", data)
	}
}
