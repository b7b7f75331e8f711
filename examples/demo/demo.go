// Package demo serves a believable partner site with the widget in it: the information page of a regional bank that does
// not exist.
//
//	err := demo.Serve("127.0.0.1:8080", func(url string) { fmt.Println(url) })
//
// The first page is what a real partner would write: two lines of HTML and the pasted form between the tags. The second
// asks for SCS ★3 with the two lines alone, and the third, of an association that does not exist either, for a catalogue of
// its own. All are under the content security policy that the widget promises to work under. Nothing is stored and nothing
// is sent anywhere.
package demo

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/examples/association"
	"github.com/hoshitori/hoshitori/render"
)

// Policy is the content security policy of the demo site.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
	"require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'"

//go:embed site
var site embed.FS

// Build writes the site with the widget into dir. It needs the Go command, to compile the engine.
func Build(dir string) error {
	tag, err := widget(dir)
	if err != nil {
		return err
	}
	own, err := association.Catalog()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "food-catalog.json"), own.JSON(), 0o644); err != nil {
		return err
	}
	loader, _, _ := strings.Cut(string(tag), "\n")
	fragment := render.FormFragment(sa2v31.Catalog(), render.Options{Lang: lang.JA})
	for name, element := range map[string]string{
		"index.html":       "<hoshitori-check catalog=\"sa2@3.1\" lang=\"ja\" share=\"never\">\n" + string(fragment) + "</hoshitori-check>",
		"scs.html":         "<hoshitori-check catalog=\"scs@2026-03-27\" target=\"3\" lang=\"ja\" share=\"never\" storage=\"local\"></hoshitori-check>",
		"association.html": "<hoshitori-check src=\"food-catalog.json\" target=\"food\" lang=\"ja\" share=\"never\"></hoshitori-check>",
		"bank.css":         "",
	} {
		if err := write(dir, name, loader, element); err != nil {
			return err
		}
	}
	return nil
}

// write writes a file of the site, a page with the lines for the widget in it.
func write(dir, name, loader, element string) error {
	data, err := site.ReadFile("site/" + name)
	if err != nil {
		return err
	}
	text := string(data)
	if element != "" {
		for _, part := range []struct{ mark, with string }{{"<!-- LOADER -->", loader}, {"<!-- WIDGET -->", element}} {
			if strings.Count(text, part.mark) != 1 {
				return fmt.Errorf("the demo page %s has no place %q", name, part.mark)
			}
			text = strings.Replace(text, part.mark, part.with, 1)
		}
	}
	return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644)
}

// widget builds the widget into dir and returns the lines for the page.
func widget(dir string) ([]byte, error) {
	cmd := exec.Command("go", "run", "github.com/hoshitori/hoshitori/wasm/build", "-o", dir)
	var problems bytes.Buffer
	cmd.Stderr = &problems
	tag, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("building the widget: %w\n%s", err, problems.Bytes())
	}
	return tag, nil
}

// Handler serves a folder made by [Build].
func Handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", Policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		w.Header().Set("Cache-Control", "no-cache")
		if filepath.Ext(r.URL.Path) == ".wasm" {
			w.Header().Set("Content-Type", "application/wasm")
		}
		files.ServeHTTP(w, r)
	})
}

// Serve builds the site and serves it on addr until the program is interrupted. It calls ready with the address of the
// page as soon as the page can be opened.
func Serve(addr string, ready func(url string)) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	dir, err := os.MkdirTemp("", "hoshitori-demo")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := Build(dir); err != nil {
		return err
	}
	server := &http.Server{Handler: Handler(dir), ReadHeaderTimeout: 10 * time.Second}
	stop, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	context.AfterFunc(stop, func() { server.Close() })
	ready("http://" + listener.Addr().String() + "/")
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
