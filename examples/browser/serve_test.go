package browser

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// get asks without a client's own decompression.
func get(t *testing.T, url string, headers ...string) (*http.Response, []byte) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, url, nil)
	must(t, err)
	request.Header.Set("Accept-Encoding", "identity")
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	must(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	must(t, err)
	return response, body
}

func TestServeMediaTypesAndCaching(t *testing.T) {
	files := map[string]string{
		"index.html": "<p>", "sub/index.html": "<p>", "a.js": "0", "engine.0123456789abcdef.wasm": "\x00asm", "engine.0123abcd.wasm.gz": "gz",
		"a.css": "", "a.json": "{}", "a.svg": "<svg/>", "data": "?",
	}
	s := site(t, Options{Brotli: true, Gzip: true, CSP: "default-src 'self'"}, files)
	const forever, ask = "public, max-age=31536000, immutable", "no-cache"
	tests := []struct {
		path, mediaType, cache, reason string
	}{
		{"/", "text/html; charset=utf-8", ask, "a folder is its index"},
		{"/sub/", "text/html; charset=utf-8", ask, "below too"},
		{"/a.js", "text/javascript; charset=utf-8", ask, "a stable name may change its content"},
		{"/engine.0123456789abcdef.wasm", "application/wasm", forever, "streaming compilation insists on the type"},
		{"/engine.0123abcd.wasm.gz", "application/gzip", forever, "the page decompresses it itself"},
		{"/a.css", "text/css; charset=utf-8", ask, "with nosniff a wrong type is refused"},
		{"/a.json", "application/json", ask, "a catalogue"},
		{"/a.svg", "image/svg+xml", ask, "a chart"},
		{"/data", "application/octet-stream", ask, "unknown"},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			r, _ := get(t, s.URL+test.path)
			if r.StatusCode != 200 || r.Header.Get("Content-Type") != test.mediaType || r.Header.Get("Cache-Control") != test.cache {
				t.Errorf("%s\n%d %v", test.reason, r.StatusCode, r.Header)
			}
			if r.Header.Get("Content-Security-Policy") != "default-src 'self'" {
				t.Error("no policy")
			}
			if again, _ := get(t, s.URL+test.path, "If-None-Match", r.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
				t.Errorf("asked again: %d", again.StatusCode)
			}
		})
	}
}

func TestServeRefuses(t *testing.T) {
	s := site(t, Options{}, map[string]string{"sub/a.txt": "a"})
	tests := []struct {
		path   string
		want   int
		reason string
	}{
		{"/none.txt", 404, "not there"},
		{"/../serve.go", 404, "outside of the folder"},
		{"/sub", 301, "relative addresses in a folder's index need the slash"},
		{"/sub/", 404, "folders are not listed"},
	}
	for _, test := range tests {
		if r, _ := get(t, s.URL+test.path); r.StatusCode != test.want {
			t.Errorf("%s: got %d, want %d: %s", test.path, r.StatusCode, test.want, test.reason)
		}
	}
	if r, err := http.Post(s.URL+"/sub/a.txt", "text/plain", nil); err != nil || r.StatusCode != 405 {
		t.Errorf("POST: %v %v", r, err)
	}
}

func TestServeEncodings(t *testing.T) {
	text := strings.Repeat("自社診断 25問\n", 200)
	files := map[string]string{"a.txt": text, "a.gz": text}
	tests := []struct {
		name                         string
		options                      Options
		path, accept, want, encoding string
		reason                       string
	}{
		{"brotli", Options{Brotli: true, Gzip: true}, "/a.txt", "gzip, deflate, br", text, "br", "the smallest that is taken"},
		{"no brotli taken", Options{Brotli: true, Gzip: true}, "/a.txt", "gzip", text, "gzip", "old clients"},
		{"brotli refused", Options{Brotli: true}, "/a.txt", "br;q=0", text, "", "q=0 is a refusal"},
		{"off", Options{}, "/a.txt", "gzip, br", text, "", "a host that compresses nothing"},
		{"compressed already", Options{Brotli: true}, "/a.gz", "gzip, br", text, "", "never twice"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := site(t, test.options, files)
			r, body := get(t, s.URL+test.path, "Accept-Encoding", test.accept)
			if got := r.Header.Get("Content-Encoding"); got != test.encoding {
				t.Fatalf("encoding %q, want %q: %s", got, test.encoding, test.reason)
			}
			if r.ContentLength != int64(len(body)) {
				t.Errorf("Content-Length %d, body %d", r.ContentLength, len(body))
			}
			if test.encoding == "br" {
				var err error
				body, err = io.ReadAll(brotli.NewReader(bytes.NewReader(body)))
				must(t, err)
			}
			if test.encoding != "gzip" && string(body) != test.want {
				t.Errorf("the content differs: %.40q", body)
			}
		})
	}
}

func TestSizes(t *testing.T) {
	s := site(t, Options{}, map[string]string{"a.txt": strings.Repeat("自社診断 25問\n", 200), "a.png": "png"})
	text, err := s.Sizes("/a.txt")
	must(t, err)
	if text.Raw != 3800 || text.Gzip >= text.Raw || text.Brotli >= text.Gzip {
		t.Errorf("%+v", text)
	}
	picture, err := s.Sizes("/a.png")
	must(t, err)
	if want := (Sizes{3, 3, 3}); picture != want {
		t.Errorf("got %+v, want %+v", picture, want)
	}
	if sum := text.Add(picture); sum.Raw != 3803 {
		t.Errorf("sum %+v", sum)
	}
	if _, err := s.Sizes("/none"); err == nil {
		t.Error("a file that is not there has a size")
	}
}

func TestServeSeesChangedFiles(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	must(t, os.WriteFile(file, []byte("before"), 0o644))
	s, err := Serve(dir, Options{Gzip: true})
	must(t, err)
	defer s.Close()
	get(t, s.URL+"/a.txt")
	must(t, os.WriteFile(file, []byte("afterwards"), 0o644))
	if _, body := get(t, s.URL+"/a.txt"); string(body) != "afterwards" {
		t.Errorf("got %q", body)
	}
}
