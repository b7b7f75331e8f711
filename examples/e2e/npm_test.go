package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/examples/browser"
	"github.com/hoshitori/hoshitori/examples/demo"
	"github.com/hoshitori/hoshitori/internal/vectors"
)

// The package that the build writes is packed, installed into a project that knows nothing else of the widget, and
// works there: in the types, in Vite's build under the strict policy, in Vite's development server, on a server, and with React.
func TestPackage(t *testing.T) {
	if _, err := exec.LookPath("npm"); err != nil {
		t.Fatal("npm is missing, which installs the package: run make tools")
	}
	p := newProject(t)
	t.Run("types", p.types)
	t.Run("build", p.build)
	t.Run("development", p.development)
	t.Run("server", p.server)
	t.Run("react", p.react)
}

// project is a folder with a page and the package from its tarball.
type project struct{ dir string }

func newProject(t *testing.T) project {
	p := project{t.TempDir()}
	folder := t.TempDir()
	execute(t, ".", "go", "run", "github.com/hoshitori/hoshitori/wasm/build", "-npm", folder)
	if err := os.CopyFS(p.dir, os.DirFS("testdata/npm")); err != nil {
		t.Fatal(err)
	}
	var packed []struct{ Filename string }
	if err := json.Unmarshal([]byte(execute(t, folder, "npm", "pack", "--json", "--pack-destination", p.dir)), &packed); err != nil || len(packed) != 1 {
		t.Fatalf("npm pack named %v: %v", packed, err)
	}
	execute(t, p.dir, "npm", "install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "./"+packed[0].Filename)
	return p
}

// execute runs a command to its end and returns what it printed.
func execute(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	command := exec.Command(name, args...)
	command.Dir = dir
	var failures strings.Builder
	command.Stderr = &failures
	output, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s%s", command, err, output, failures.String())
	}
	return string(output)
}

func (p project) tool(name string) string { return filepath.Join(p.dir, "node_modules", ".bin", name) }

// The types fit a page that uses them, React 18 and 19, and every file of the shared vectors.
func (p project) types(t *testing.T) {
	if err := os.WriteFile(filepath.Join(p.dir, "vectors.ts"), []byte(vectorTypes(t)), 0o644); err != nil {
		t.Fatal(err)
	}
	execute(t, p.dir, p.tool("tsc"))
	execute(t, p.dir, p.tool("tsc"), "-p", "tsconfig.react18.json")
}

// vectorTypes declares each assessment and each result of the shared vectors as what it is.
func vectorTypes(t *testing.T) string {
	all, err := vectors.Load("../../testdata/vectors")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("import type { Assessment, Problem, Result } from '@hoshitori/check';\n")
	declare := func(kind string, data []byte) {
		var value any
		if err := json.Unmarshal([]byte(strings.TrimPrefix(string(data), "\ufeff")), &value); err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "export const v%d: %s = %s;\n", b.Len(), kind, text)
	}
	for _, v := range all {
		if v.Result == nil {
			continue
		}
		declare("Assessment", v.Assessment)
		declare("Result", v.Result)
	}
	return b.String()
}

// Vite's build moves the loader away from its files; they are found all the same, under the policy and nowhere else.
func (p project) build(t *testing.T) {
	execute(t, p.dir, p.tool("vite"), "build")
	server, err := browser.Serve(filepath.Join(p.dir, "dist"), browser.Options{CSP: demo.Policy})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	v := newVisit(t, phone)
	v.fillPackage(server.URL)
	for _, r := range v.page.Requests() {
		ended := r.Failure == "" && r.Status == http.StatusOK || r.Failure == "net::ERR_ABORTED" // by the loader, which took the packed engine
		if !strings.HasPrefix(r.URL, server.URL+"/") || !ended {
			t.Errorf("request: %+v", r)
		}
	}
}

func (p project) development(t *testing.T) {
	v := newVisit(t, desktop)
	v.fillPackage(p.serve(t))
}

// fillPackage answers everything on the project's page and sees the result, in the widget and in the page's own script.
func (v *visit) fillPackage(url string) {
	v.Helper()
	v.must(v.page.RunFirst(watcher))
	v.must(v.page.Open(url + "/"))
	v.ready()
	for _, item := range sa1v40.Catalog().Items() {
		v.answer(string(item.ID), catalog.Met.String())
	}
	v.press("show")
	if got := v.text(element + `.result.levels[0].criteria`); got != "met" {
		v.Errorf("the criteria are %s", got)
	}
	if got := v.text(`document.querySelector('output').textContent`); got != "met" {
		v.Errorf("the page's script saw %q", got)
	}
	if shown, _ := browser.Eval[bool](v.page, shadow+`.querySelector('.h-result').checkVisibility()`); !shown {
		v.Error("there is no result to be seen")
	}
}

// serve starts Vite's development server and returns its address.
func (p project) serve(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0") // for a port that is free
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	listener.Close()
	ctx, stop := context.WithCancel(t.Context())
	command := exec.CommandContext(ctx, p.tool("vite"), "--host", "127.0.0.1", "--port", fmt.Sprint(port), "--strictPort")
	command.Dir = p.dir
	var output strings.Builder
	command.Stdout, command.Stderr = &output, &output
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		command.Wait() // its error is that it was stopped
		if t.Failed() {
			t.Logf("vite: %s", output.String())
		}
	})
	url := fmt.Sprintf("http://127.0.0.1:%d", port)
	for range 100 {
		if response, err := http.Get(url + "/"); err == nil {
			response.Body.Close()
			return url
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("the development server did not start")
	return ""
}

// A page that is rendered in Node imports the package there too: the import does nothing, and evaluate says so.
func (p project) server(t *testing.T) {
	got := execute(t, p.dir, "node", "--input-type=module", "-e",
		`import { evaluate } from '@hoshitori/check'; import '@hoshitori/check/react'; await evaluate('', '').catch((e) => console.log(e.message));`)
	if !strings.Contains(got, "browsers only") {
		t.Errorf("got %q", got)
	}
}

// The component of docs/snippets/react.md does what that page says: a server renders it, its handler is called once the visitor has
// agreed, and never again when it is gone; and it comes back empty.
func (p project) react(t *testing.T) {
	const doc = "react.md"
	dir := filepath.Join(p.dir, "react")
	public := filepath.Join(dir, "public")
	if err := os.CopyFS(filepath.Join(public, "hoshitori"), os.DirFS(filepath.Join(p.dir, "node_modules/@hoshitori/check/files"))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "Check.jsx"), []byte(snippet(t, doc, "# React", "jsx")), 0o644); err != nil {
		t.Fatal(err)
	}
	execute(t, dir, p.tool("vite"), "build", "--ssr", "Check.jsx", "--outDir", "server")
	rendered := execute(t, dir, "node", "--input-type=module", "-e", `import { createElement } from 'react';
		import { renderToString } from 'react-dom/server';
		import { Check } from './server/Check.js';
		process.stdout.write(renderToString(createElement(Check)));`)
	if want := `<hoshitori-check catalog="sa1@4.0" lang="ja" share="ask"></hoshitori-check>`; !strings.HasPrefix(rendered, want) {
		t.Errorf("a server renders %s, want %s at first", rendered, want)
	}
	page := filepath.Join(dir, "index.html")
	replace(t, page, "<!-- SCRIPT -->", hashed(t, public, snippet(t, doc, "# React", "html")))
	replace(t, page, "<!-- RENDERED -->", rendered)
	execute(t, dir, p.tool("vite"), "build")
	server, err := browser.Serve(filepath.Join(dir, "dist"), browser.Options{CSP: demo.Policy})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()

	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher))
	v.must(v.page.Open(server.URL + "/"))
	v.ready()
	left := func(n int) {
		t.Helper()
		v.must(v.page.Wait(fmt.Sprintf(`document.querySelector('#root > p')?.textContent === '残り%d問'`, n)))
	}
	agreed := func(want string) {
		t.Helper()
		if got := v.text(`JSON.stringify(agreed)`); got != want {
			t.Errorf("the handlers were given %s, want %s", got, want)
		}
	}
	for _, item := range sa1v40.Catalog().Items() {
		v.answer(string(item.ID), catalog.Met.String())
	}
	left(0)
	v.press("show")
	agreed(`[]`)
	v.press("agree")
	agreed(`[["first","met",7]]`)

	v.text(`(rerender('second'), '')`)
	v.press("back")
	v.answer("1", "unmet")
	v.press("show")
	v.press("agree")
	agreed(`[["first","met",7],["second","unmet",7]]`)

	v.pressThere(`document.querySelector('#root > button')`)
	left(7)
	if got := v.text(`JSON.stringify(` + element + `.assessment.answers)`); got != "[]" {
		t.Errorf("after the page's button answers are left: %s", got)
	}
	v.text(`(() => { window.gone = ` + element + `; unmount(); return '' })()`)
	v.must(v.page.Wait(`!` + element))
	v.text(`(gone.dispatchEvent(new CustomEvent('hoshitori-complete', {
		detail: { assessment: { answers: [{ state: 'met' }] }, result: { completeness: {} } } })), '')`)
	v.text(`(mount('third'), '')`)
	v.must(v.page.Wait(`events.filter((e) => e.name === 'ready').length === 2`))
	left(7)
	agreed(`[["first","met",7],["second","unmet",7]]`)
}
