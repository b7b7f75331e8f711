package e2e

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/hoshitori/hoshitori/examples/browser"
	"github.com/hoshitori/hoshitori/examples/demo"
)

// folderHost serves the files of the site under the demo's policy, each in the way that answer has.
func folderHost(t *testing.T, answer func(w http.ResponseWriter, r *http.Request, name string, data []byte)) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Base(r.URL.Path)
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", demo.Policy)
		answer(w, r, name, data)
	}))
	t.Cleanup(s.Close)
	return s
}

// poorHost serves the site as a host does that compresses nothing and calls every file a stream of bytes. The engine
// itself never gets through: it would take ten seconds on a telephone, and here it takes for ever.
func poorHost(t *testing.T, encoding string) *httptest.Server {
	t.Helper()
	return folderHost(t, func(w http.ResponseWriter, r *http.Request, name string, data []byte) {
		w.Header().Set("Content-Type", map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css"}[filepath.Ext(name)])
		if w.Header().Get("Content-Type") == "" {
			w.Header().Set("Content-Type", "application/octet-stream")
		}
		if strings.HasSuffix(name, ".gz") && encoding != "" {
			w.Header().Set("Content-Encoding", encoding)
		}
		w.Header().Set("Content-Length", strconv.Itoa(len(data)))
		if r.Method == http.MethodHead {
			return
		}
		if strings.HasSuffix(name, ".wasm") {
			_, _ = w.Write(data[:1000])
			w.(http.Flusher).Flush()
			select {
			case <-r.Context().Done():
			case <-time.After(time.Minute):
			}
			return
		}
		_, _ = w.Write(data)
	})
}

// A host that compresses nothing and knows no type for WebAssembly costs the visitor little: the loader takes the packed
// engine, and unpacks it itself where the browser has not.
func TestPoorHost(t *testing.T) {
	for name, encoding := range map[string]string{"bytes": "", "announced as packed": "gzip"} {
		t.Run(name, func(t *testing.T) {
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher))
			v.must(v.page.Open(poorHost(t, encoding).URL + "/two-lines.html"))
			v.ready()
			v.answer("1", "met")
			v.shows("1／27項目")
			packed := false
			for _, r := range v.page.Requests() {
				packed = packed || strings.HasSuffix(r.URL, ".wasm.gz")
			}
			if !packed {
				t.Error("the packed engine was not asked for")
			}
		})
	}
}

// strangeHost serves the site and sends the engine in a way of its own.
func strangeHost(t *testing.T, engine func(w http.ResponseWriter, data []byte)) *httptest.Server {
	t.Helper()
	return folderHost(t, func(w http.ResponseWriter, r *http.Request, name string, data []byte) {
		if strings.HasSuffix(name, ".wasm") {
			engine(w, data)
			return
		}
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	})
}

// A host that compresses may call the engine what it likes, and is not asked for another file; one that neither compresses nor says how
// long the engine is, is asked for the packed one.
func TestStrangeHost(t *testing.T) {
	packed := func(kind string) func(w http.ResponseWriter, data []byte) {
		return func(w http.ResponseWriter, data []byte) {
			w.Header()["Content-Type"] = []string{kind}
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			_, _ = z.Write(data)
			_ = z.Close()
		}
	}
	for name, test := range map[string]struct {
		engine func(w http.ResponseWriter, data []byte)
		asked  string
	}{
		"another type":     {packed("application/octet-stream"), "wasm"},
		"a type with more": {packed("application/wasm; charset=utf-8"), "wasm"},
		"no type":          {packed(""), "wasm"},
		"no length": {func(w http.ResponseWriter, data []byte) {
			w.Header().Set("Content-Type", "application/wasm")
			for chunk := range slices.Chunk(data, 100_000) {
				_, _ = w.Write(chunk)
				w.(http.Flusher).Flush()
			}
		}, "wasm gz"},
	} {
		t.Run(name, func(t *testing.T) {
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher))
			v.must(v.page.Open(strangeHost(t, test.engine).URL + "/two-lines.html"))
			v.ready()
			v.answer("1", "met")
			v.shows("1／27項目")
			var asked []string
			for _, r := range v.page.Requests() {
				if _, kind, ok := strings.Cut(filepath.Base(r.URL), ".wasm"); ok {
					asked = append(asked, "wasm"+kind)
				}
			}
			if got := strings.ReplaceAll(strings.Join(asked, " "), "wasm.", ""); got != test.asked {
				t.Errorf("the engine was asked for as %q, want %q", got, test.asked)
			}
		})
	}
}

// serve serves the site until the test ends.
func serve(t *testing.T, o browser.Options) *browser.Server {
	t.Helper()
	host, err := browser.Serve(folder, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = host.Close() })
	return host
}

// A host that compresses is asked for the engine once and for nothing else, also on the next visit, when it comes from the cache.
func TestGoodHostIsAskedOnce(t *testing.T) {
	host := serve(t, browser.Options{CSP: demo.Policy, Gzip: true})
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher))
	v.must(v.page.Open(host.URL + "/two-lines.html"))
	for _, visit := range []string{"first", "next"} {
		v.ready()
		asked := 0
		for _, r := range v.page.Requests() {
			if strings.Contains(r.URL, ".wasm") {
				asked++
			}
		}
		if asked != 1 {
			t.Errorf("%s visit: the engine was asked for %d times", visit, asked)
		}
		v.page.ClearRecord()
		v.must(v.page.Reload())
	}
}
