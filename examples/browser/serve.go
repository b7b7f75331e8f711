package browser

import (
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// Options say how [Serve] answers. The zero value serves files as they are.
type Options struct {
	CSP    string // the Content-Security-Policy of every answer, "" for none
	Brotli bool   // compress with brotli where the browser takes it
	Gzip   bool   // compress with gzip where the browser takes it, and brotli is off or not taken
}

// Server serves a folder on 127.0.0.1. Close it when done.
type Server struct {
	URL string // "http://127.0.0.1:port", without a slash at the end

	options Options
	root    *os.Root
	assets  *assets
	http    *http.Server

	mu    sync.Mutex
	asked []string
}

// Serve serves a folder with the media types that browsers insist on (application/wasm above all). A file whose name
// holds a hash of its content ("hoshitori.0a1b2c3d.wasm") may be cached for ever, any other must be asked for again
// each time. Where compression is on, Serve compresses everything before it returns, so that no answer waits for it.
func Serve(dir string, options Options) (*Server, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	s := &Server{options: options, root: root, assets: newAssets(root.FS())}
	if err := s.compressAll(); err != nil {
		root.Close()
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		root.Close()
		return nil, err
	}
	s.URL = "http://" + listener.Addr().String()
	s.http = &http.Server{Handler: s}
	go s.http.Serve(listener) // ends with Close
	return s, nil
}

// Close ends the server.
func (s *Server) Close() error {
	defer s.root.Close()
	return s.http.Close()
}

// Asked returns the paths that were asked for so far, by anybody: a worker's requests too, which no page records.
func (s *Server) Asked() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.asked...)
}

// Sizes returns how large the body of a file is in each encoding, for the path of a URL.
func (s *Server) Sizes(urlPath string) (Sizes, error) {
	a, err := s.assets.get(fileName(urlPath))
	if err != nil {
		return Sizes{}, err
	}
	return a.sizes(), nil
}

func (s *Server) compressAll() error {
	if !s.options.Brotli && !s.options.Gzip {
		return nil
	}
	return fs.WalkDir(s.root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		a, err := s.assets.get(name)
		if err == nil {
			s.encode(a, "br, gzip")
		}
		return err
	})
}

// ServeHTTP answers GET and HEAD.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r.URL.Path)
	s.mu.Unlock()
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	if info, err := s.root.Stat(strings.Trim(r.URL.Path, "/")); err == nil && info.IsDir() && !strings.HasSuffix(r.URL.Path, "/") {
		http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently) // so that relative addresses in it hold
		return
	}
	name := fileName(r.URL.Path)
	a, err := s.assets.get(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	s.answer(w, r, name, a)
}

func (s *Server) answer(w http.ResponseWriter, r *http.Request, name string, a *asset) {
	body, encoding := s.encode(a, r.Header.Get("Accept-Encoding"))
	tag := fmt.Sprintf("%q", a.hash[:16]+encoding)
	h := w.Header()
	h.Set("Content-Type", mediaType(name))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", cacheControl(name))
	h.Set("ETag", tag)
	if s.options.CSP != "" {
		h.Set("Content-Security-Policy", s.options.CSP)
	}
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodGet {
		w.Write(body) // the browser may have gone; nobody is left to be told
	}
}

// encode chooses the best encoding that the options allow and the browser takes.
func (s *Server) encode(a *asset, accept string) (body []byte, encoding string) {
	switch {
	case !a.compressible:
	case s.options.Brotli && accepts(accept, "br"):
		return a.brotli(), "br"
	case s.options.Gzip && accepts(accept, "gzip"):
		return a.gzip(), "gzip"
	}
	return a.raw, ""
}

func accepts(accept, encoding string) bool {
	for part := range strings.SplitSeq(accept, ",") {
		name, quality, _ := strings.Cut(part, ";")
		if strings.TrimSpace(name) == encoding && strings.TrimSpace(quality) != "q=0" {
			return true
		}
	}
	return false
}

// fileName turns the path of a URL into the name of a file below the folder.
func fileName(urlPath string) string {
	if strings.HasSuffix(urlPath, "/") {
		urlPath += "index.html"
	}
	return strings.TrimPrefix(path.Clean("/"+urlPath), "/")
}

var hashed = regexp.MustCompile(`[.-][0-9a-f]{8,}\.`)

func cacheControl(name string) string {
	if hashed.MatchString(path.Base(name)) {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}

// mediaTypes is a table of our own, because the one of package mime depends on the machine.
var mediaTypes = map[string]string{
	".css":   "text/css; charset=utf-8",
	".csv":   "text/csv; charset=utf-8",
	".gz":    "application/gzip", // decompressed by the page itself, hence no Content-Encoding
	".html":  "text/html; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".json":  "application/json",
	".map":   "application/json",
	".md":    "text/markdown; charset=utf-8",
	".mjs":   "text/javascript; charset=utf-8",
	".pdf":   "application/pdf",
	".png":   "image/png",
	".svg":   "image/svg+xml",
	".txt":   "text/plain; charset=utf-8",
	".wasm":  "application/wasm",
	".woff2": "font/woff2",
}

func mediaType(name string) string {
	if t, ok := mediaTypes[path.Ext(name)]; ok {
		return t
	}
	return "application/octet-stream"
}
