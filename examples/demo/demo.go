// Package demo serves believable partner sites with the widget in them: the pages of a bank, a chamber of commerce, a vendor
// and an association that do not exist.
//
//	err := demo.Serve("127.0.0.1:8080", func(url string) { fmt.Println(url) })
//
// The first page is what a real partner would write: two lines of HTML and the pasted form between the tags. Others ask for
// SCS ★3 with the two lines alone, for a catalogue of their own, and put the widget into a narrow, dark column beside many
// scripts, and into an iframe of another origin. examples.html lists them. All are under the content security policy that the
// widget promises to work under. Nothing is stored and nothing is sent anywhere.
package demo

import (
	"bytes"
	"context"
	"crypto/sha512"
	"embed"
	"encoding/base64"
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

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/examples/association"
	"github.com/hoshitori/hoshitori/render"
)

// Policy is the content security policy of the demo site.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
	"require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'"

// FramePolicy is the policy of the page that stands in an iframe: [Policy], and which origin may frame it.
func FramePolicy(host string) string { return Policy + "; frame-ancestors " + host }

// HostPolicy is the policy of the page around the iframe. It runs no engine, so it allows less than [Policy], but for the
// origin of the frame.
func HostPolicy(frame string) string {
	return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src " + frame + "; " +
		"require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'"
}

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
	sizer, err := frameScript(dir)
	if err != nil {
		return err
	}
	loader, _, _ := strings.Cut(string(tag), "\n")
	files, err := site.ReadDir("site")
	if err != nil {
		return err
	}
	for _, file := range files {
		if file.Name() == hostPage {
			continue
		}
		if err := write(dir, file.Name(), map[string]string{"LOADER": loader, "WIDGET": element(file.Name()), "FRAME": sizer}); err != nil {
			return err
		}
	}
	return nil
}

// element returns what stands in a page where the check should be, with the pasted form where the page has one.
func element(page string) string {
	switch page {
	case "index.html":
		return withForm("<hoshitori-check catalog=\"sa2@3.1\" lang=\"ja\" share=\"never\">", sa2v31.Catalog())
	case "scs.html":
		return "<hoshitori-check catalog=\"scs@2026-03-27\" target=\"3\" lang=\"ja\" share=\"never\" storage=\"local\"></hoshitori-check>"
	case "association.html":
		return "<hoshitori-check src=\"food-catalog.json\" target=\"food\" lang=\"ja\" share=\"never\"></hoshitori-check>"
	case "chamber.html", "frame.html":
		return withForm("<hoshitori-check catalog=\"sa1@4.0\" lang=\"ja\" share=\"never\">", sa1v40.Catalog())
	case "vendor.html":
		return "<hoshitori-check catalog=\"basic10@5.10\" lang=\"ja\" theme=\"dark\" share=\"never\"></hoshitori-check>"
	}
	return ""
}

func withForm(tag string, c *catalog.Checked) string {
	return tag + "\n" + string(render.FormFragment(c, render.Options{Lang: lang.JA})) + "</hoshitori-check>"
}

// hostPage is the page around the iframe, and framedPage the page in it.
const (
	hostPage   = "iframe.html"
	framedPage = "frame.html"
)

// Host writes the page around the iframe, which has to name the origin that serves frame.html.
func Host(dir, frame string) error {
	return write(dir, hostPage, map[string]string{"ADDRESS": frame + "/" + framedPage})
}

// write writes a file of the site, with what belongs into the places that it has.
func write(dir, name string, places map[string]string) error {
	data, err := site.ReadFile("site/" + name)
	if err != nil {
		return err
	}
	text := string(data)
	for place, with := range places {
		mark := "<!-- " + place + " -->"
		if strings.Contains(text, mark) && with == "" {
			return fmt.Errorf("nothing is known for the place %q of the demo page %s", mark, name)
		}
		text = strings.Replace(text, mark, with, 1)
	}
	return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644)
}

// frameScript returns the line for the page in the iframe.
func frameScript(dir string) (string, error) {
	const name = "hoshitori-frame.js"
	script, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return "", err
	}
	sum := sha512.Sum384(script)
	hash := base64.StdEncoding.EncodeToString(sum[:])
	return "<script src=\"" + name + "\" integrity=\"sha384-" + hash + "\" crossorigin=\"anonymous\"></script>", nil
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

// Handler serves a folder made by [Build] and [Host] under a policy.
func Handler(dir, policy string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "strict-origin-when-cross-origin") // the page in the iframe learns who has framed it
		w.Header().Set("Cache-Control", "no-cache")
		if filepath.Ext(r.URL.Path) == ".wasm" {
			w.Header().Set("Content-Type", "application/wasm")
		}
		files.ServeHTTP(w, r)
	})
}

// Serve builds the site and serves it on addr until the program is interrupted; the page in the iframe comes from another
// port of the same host. Serve calls ready with the address of the first page as soon as that can be opened.
func Serve(addr string, ready func(url string)) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	address, _, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return err
	}
	second, err := net.Listen("tcp", net.JoinHostPort(address, "0"))
	if err != nil {
		return err
	}
	defer second.Close()
	dir, err := os.MkdirTemp("", "hoshitori-demo")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := Build(dir); err != nil {
		return err
	}
	site, frame := "http://"+listener.Addr().String(), "http://"+second.Addr().String()
	if err := Host(dir, frame); err != nil {
		return err
	}
	pages := http.NewServeMux()
	pages.Handle("/", Handler(dir, Policy))
	pages.Handle("/"+hostPage, Handler(dir, HostPolicy(frame)))
	stop, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	failed := make(chan error, 2)
	start := func(l net.Listener, h http.Handler) *http.Server {
		server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
		context.AfterFunc(stop, func() { server.Close() })
		go func() { failed <- server.Serve(l) }()
		return server
	}
	defer start(listener, pages).Close()
	defer start(second, Handler(dir, FramePolicy(site))).Close()
	ready(site + "/")
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
