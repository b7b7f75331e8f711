package e2e

import (
	"crypto/sha512"
	"encoding/base64"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/examples/browser"
	"github.com/hoshitori/hoshitori/examples/demo"
)

// snippet returns the only piece of code in that language that stands below a heading of a page in docs/snippets, before the next
// heading of that rank.
func snippet(t *testing.T, doc, heading, language string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../docs/snippets", doc))
	if err != nil {
		t.Fatal(err)
	}
	rank, _, _ := strings.Cut(heading, " ")
	_, section, found := strings.Cut("\n"+string(data), "\n"+heading+"\n")
	section, _, _ = strings.Cut(section, "\n"+rank+" ")
	parts := strings.Split(section, "\n```"+language+"\n")
	if !found || len(parts) != 2 {
		t.Fatalf("%s has %d pieces of %s below %q, want one", doc, len(parts)-1, language, heading)
	}
	code, _, closed := strings.Cut(parts[1], "\n```\n")
	if !closed {
		t.Fatalf("%s: the piece of %s below %q does not end", doc, language, heading)
	}
	return code + "\n"
}

var withoutHash = regexp.MustCompile(`src="([^"]+)" integrity="sha384-…"`)

// hashed puts the hashes of the files in a folder where a piece of code leaves them open.
func hashed(t *testing.T, dir, html string) string {
	t.Helper()
	out := withoutHash.ReplaceAllStringFunc(html, func(line string) string {
		script, err := os.ReadFile(filepath.Join(dir, withoutHash.FindStringSubmatch(line)[1]))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha512.Sum384(script)
		return strings.Replace(line, "…", base64.StdEncoding.EncodeToString(sum[:]), 1)
	})
	if out == html || strings.Contains(out, "…") {
		t.Fatalf("not all hashes are left open in one way: %s", html)
	}
	return out
}

func write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Both pages of docs/snippets/iframe.md work together under the policy that stands there: the iframe grows from the height of
// the style sheet to that of the check, and follows it to the result.
func TestSnippetFrame(t *testing.T) {
	const doc = "iframe.md"
	const inner = "## The page in the iframe: `https://check.example/frame.html`"
	const around = "## The page around it: `https://www.bank.example/check.html`"
	f := openFramed(t, desktop, sandboxed, func(f *framed, dir string) {
		write(t, filepath.Join(dir, "frame.html"), hashed(t, dir, snippet(t, doc, inner, "html")))
		policy, ok := strings.CutPrefix(strings.TrimSpace(snippet(t, doc, inner, "text")), "Content-Security-Policy: ")
		if !ok || !strings.Contains(policy, "https://www.bank.example") {
			t.Fatalf("the policy is %q", policy)
		}
		server := httptest.NewServer(demo.Handler(dir, strings.ReplaceAll(policy, "https://www.bank.example", f.bank)))
		t.Cleanup(server.Close)
		f.check = server.URL
		write(t, filepath.Join(dir, "snippet.css"), snippet(t, doc, around, "css"))
		write(t, filepath.Join(dir, "host.js"), snippet(t, doc, around, "js"))
		write(t, filepath.Join(dir, "iframe.html"), `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>bank</title>`+
			`<link rel="icon" href="data:,"><link rel="stylesheet" href="snippet.css"></head><body><h1>bank</h1>`+
			strings.ReplaceAll(snippet(t, doc, around, "html"), "https://check.example", f.check)+`</body></html>`)
	})
	height := func() string { return f.text(`document.querySelector('iframe').style.height`) }
	f.settled()
	form := height()
	if form == "" || form == "960px" { // 60em
		t.Errorf("the height of the iframe is set to %q", form)
	}
	f.fillAndShow()
	f.fits()
	if got := height(); got == form {
		t.Errorf("with the result in it the iframe is still %s high", got)
	}
	f.learnsTheHeightOnly()
}

var phpText = regexp.MustCompile(`'([^']*)'`)

// The block of docs/snippets/wordpress.md, and what the plugin there returns for the shortcode, show the check in a post, which lies
// elsewhere than the files, and ask for nothing but these.
func TestSnippetWordPress(t *testing.T) {
	const doc = "wordpress.md"
	_, returned, ok := strings.Cut(snippet(t, doc, "## A shortcode, where the block is filtered", "php"), "return ")
	returned, _, ok2 := strings.Cut(returned, ";\n")
	if !ok || !ok2 {
		t.Fatal("the plugin returns nothing")
	}
	shortcode := ""
	for _, text := range phpText.FindAllStringSubmatch(returned, -1) {
		shortcode += text[1]
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "hoshitori"), os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	server, err := browser.Serve(dir, browser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	for name, html := range map[string]string{"block": snippet(t, doc, "## A Custom HTML block", "html"), "shortcode": shortcode} {
		t.Run(name, func(t *testing.T) {
			write(t, filepath.Join(dir, "2026", name, "index.html"), `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>post</title>`+
				`<link rel="icon" href="data:,"></head><body><main><h1>post</h1><div class="entry-content">`+hashed(t, dir, html)+`</div></main></body></html>`)
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher))
			v.must(v.page.Open(server.URL + "/2026/" + name + "/"))
			v.ready()
			v.answer("1", "met")
			v.shows("1／27項目")
			v.text(element + `.assessment = ` + quoted(allMet(sa2v31.Catalog())))
			v.press("show")
			v.shows("100点（100点満点）")
			if got := v.text(`String(` + shadow + `.querySelector('[data-action=agree]'))`); got != "null" {
				t.Error("the visitor is asked although the page wants nothing")
			}
			for _, r := range v.page.Requests()[1:] {
				if !strings.HasPrefix(r.URL, server.URL+"/hoshitori/") {
					t.Errorf("request to %s", r.URL)
				}
			}
		})
	}
}
