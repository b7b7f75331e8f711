package repository_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/builtin"
)

// catalog ← assess ← score ← render. Each room may import itself, the rooms named here, and internal packages.
var mayImport = map[string][]string{
	"catalog":  {},
	"assess":   {"catalog"},
	"score":    {"catalog", "assess"},
	"render":   {"catalog", "assess", "score"},
	"schema":   {"catalog", "assess", "score"},
	"internal": {"catalog", "assess", "score", "render", "schema"},
	"wasm":     {"catalog", "assess", "score", "render", "schema"},
	"examples": {"catalog", "assess", "score", "render", "schema", "wasm"},
}

func TestDirectionOfImports(t *testing.T) {
	for _, f := range goFiles(t) {
		from := f.room()
		allowed, known := mayImport[from]
		if !known {
			t.Errorf("%s: Go code lies in one of the rooms", f.path)
			continue
		}
		for _, imported := range f.imports() {
			below, ours := strings.CutPrefix(imported, module+"/")
			if !ours {
				continue
			}
			to, _, _ := strings.Cut(below, "/")
			if to == "wasm" && from != "wasm" && from != "examples" || to == "examples" && from != "examples" {
				t.Errorf("%s imports %s: nothing does", f.path, below)
			}
			if f.isTest() || to == from || to == "internal" || slices.Contains(allowed, to) {
				continue
			}
			t.Errorf("%s imports %s: %s may import %v", f.path, below, from, allowed)
		}
	}
}

// What a package of internal needs must not lead round the rule: it is part of every room that imports it.
func TestInternalPackagesKeepTheDirection(t *testing.T) {
	order := []string{"catalog", "assess", "score", "render"}
	for i, room := range order {
		for _, p := range list(t, nil, "./"+room+"/...") {
			below, ours := strings.CutPrefix(p.ImportPath, module+"/")
			to, _, _ := strings.Cut(below, "/")
			if ours && to != "internal" && !slices.Contains(order[:i+1], to) {
				t.Errorf("%s reaches %s", room, below)
			}
		}
	}
}

// Where packages from elsewhere may be used.
var outside = []struct {
	prefix, reason string
	rooms          []string
	testsOnly      bool
}{
	{"github.com/santhosh-tekuri/jsonschema", "schemas are checked in one place", []string{"schema"}, false},
	{"github.com/invopop/jsonschema", "schemas are generated in one place", []string{"schema"}, false},
	{"github.com/google/go-cmp", "for tests", nil, true},
	{"github.com/stretchr/testify", "for tests", nil, true},
}

func TestPackagesFromElsewhere(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.room() == "examples" {
			continue // a module of its own
		}
	imports:
		for _, imported := range f.imports() {
			first, _, _ := strings.Cut(imported, "/")
			if !strings.Contains(first, ".") || within(imported, module) {
				continue
			}
			for _, o := range outside {
				if !within(imported, o.prefix) {
					continue
				}
				if o.testsOnly && !f.isTest() || o.rooms != nil && !slices.Contains(o.rooms, f.room()) {
					t.Errorf("%s imports %s: %s", f.path, imported, o.reason)
				}
				continue imports
			}
			t.Errorf("%s imports %s, which is none of the packages that this module depends on", f.path, imported)
		}
	}
}

// dataFiles are the source files that hold the data of built-in catalogues, guides, change records and crosswalks.
var dataFiles = []string{"catalog.go", "guides.go", "changes.go", "crosswalks.go"}

// The pure rooms have no clock, no chance, no files and no network: all of that comes in from the host.
func TestPureRooms(t *testing.T) {
	impure := []string{"os", "time", "math/rand", "crypto/rand", "net", "syscall", "log", "plugin", "embed"}
	for _, f := range goFiles(t) {
		if f.isTest() || !slices.Contains([]string{"catalog", "assess", "score", "render"}, f.room()) {
			continue
		}
		for _, imported := range f.imports() {
			for _, bad := range impure {
				if within(imported, bad) && !(bad == "embed" && slices.Contains(dataFiles, path.Base(f.path))) {
					t.Errorf("%s imports %s", f.path, imported)
				}
			}
		}
	}
}

// linked is what the widget links of this module.
var linked = []string{"./catalog", "./assess", "./score", "./render"}

// standard is what these packages may link of the standard library, without the runtime and what lies in its internal
// folders. Each package more costs every visitor: fmt 83 kB, encoding/json 227 kB, crypto/sha256 119 kB compressed.
var standard = []string{"cmp", "errors", "io", "iter", "math", "math/bits", "slices", "sort", "strconv", "strings", "sync",
	"sync/atomic", "unicode", "unicode/utf8", "unsafe"}

func TestWhatTheWidgetLinks(t *testing.T) {
	for _, p := range list(t, []string{"GOOS=js", "GOARCH=wasm"}, linked...) {
		switch {
		case within(p.ImportPath, module):
			if below := strings.TrimPrefix(p.ImportPath, module+"/"); within(below, "catalog/builtin") || within(below, "catalog/digest") || len(p.EmbedFiles) > 0 {
				t.Errorf("the engine links %s, which is for Go programs", below)
			}
		case !p.Standard:
			t.Errorf("the engine links %s, which is not of the standard library", p.ImportPath)
		case within(p.ImportPath, "runtime") || within(p.ImportPath, "internal"):
		case !slices.Contains(standard, p.ImportPath):
			t.Errorf("the engine links %s (through %s)", p.ImportPath, strings.Join(p.importers, ", "))
		}
	}
}

// One catalogue can be linked without the others.
func TestOneCatalogueAlone(t *testing.T) {
	var catalogues []string
	for _, p := range list(t, nil, "./catalog/builtin") {
		if name, below := strings.CutPrefix(p.ImportPath, module+"/catalog/"); below && len(p.EmbedFiles) > 0 {
			catalogues = append(catalogues, name)
		}
	}
	if len(catalogues) != len(builtin.All()) {
		t.Errorf("%d packages hold the data of %d catalogues", len(catalogues), len(builtin.All()))
	}
	for _, own := range catalogues {
		for _, p := range list(t, nil, "./catalog/"+own) {
			for _, other := range catalogues {
				if other != own && p.ImportPath == module+"/catalog/"+other {
					t.Errorf("%s links %s", own, other)
				}
			}
		}
	}
}

// listed is a package as "go list" describes it.
type listed struct {
	ImportPath string
	Standard   bool
	Imports    []string
	EmbedFiles []string
	importers  []string
}

// list returns the packages and all that they need.
func list(t *testing.T, env []string, patterns ...string) []listed {
	t.Helper()
	command := exec.Command("go", append([]string{"list", "-deps", "-json=ImportPath,Standard,Imports,EmbedFiles"}, patterns...)...)
	command.Dir = root
	command.Env = append(os.Environ(), env...)
	var stderr strings.Builder
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var all []listed
	place := map[string]int{}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		place[p.ImportPath] = len(all)
		all = append(all, p)
	}
	for _, p := range all {
		for _, imported := range p.Imports {
			if i, ok := place[imported]; ok {
				all[i].importers = append(all[i].importers, p.ImportPath)
			}
		}
	}
	return all
}

// The packages that the browser build may link. What would make it twice as large (fmt, encoding/…, reflect, regexp, time, os, net/…,
// templates) is not among them.
var browserPackages = strings.Fields(`
	cmp errors io iter math math/bits slices sort strconv strings sync sync/atomic syscall/js unicode unicode/utf8 unsafe
	github.com/hoshitori/hoshitori/assess
	github.com/hoshitori/hoshitori/catalog
	github.com/hoshitori/hoshitori/catalog/lang
	github.com/hoshitori/hoshitori/catalog/problem
	github.com/hoshitori/hoshitori/internal/columns
	github.com/hoshitori/hoshitori/internal/jsondoc
	github.com/hoshitori/hoshitori/internal/markup
	github.com/hoshitori/hoshitori/internal/order
	github.com/hoshitori/hoshitori/render
	github.com/hoshitori/hoshitori/score
	github.com/hoshitori/hoshitori/wasm/engine
`)

// What stands below package runtime and in other internal packages of the standard library is the Go release's own affair.
func TestWhatTheEngineLinks(t *testing.T) {
	for _, p := range list(t, []string{"GOOS=js", "GOARCH=wasm"}, "./wasm/engine") {
		if within(p.ImportPath, "internal") && p.Standard || p.ImportPath == "runtime" {
			continue
		}
		if !slices.Contains(browserPackages, p.ImportPath) {
			t.Errorf("the engine links %s (through %s)", p.ImportPath, strings.Join(p.importers, ", "))
		}
	}
}

// A method that is looked up by a name which is known only at run time keeps every exported method in the program: a quarter
// more to download. The linker says where that happens.
func TestEngineLooksNoMethodUp(t *testing.T) {
	dependencies := func(dir, command string) string {
		build := exec.Command("go", "build", "-ldflags=-dumpdep", "-o", filepath.Join(t.TempDir(), "x.wasm"), command)
		build.Dir = dir
		build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=")
		out, err := build.CombinedOutput()
		if err != nil {
			t.Fatalf("go build %s: %v", command, err)
		}
		return string(out)
	}
	const mark = "<ReflectMethod>"
	if !strings.Contains(dependencies(".", "./testdata/lookup"), mark) {
		t.Error("a program that looks methods up is not told from others: this test cannot fail")
	}
	for line := range strings.Lines(dependencies(root, "./wasm/engine")) {
		if strings.Contains(line, mark) {
			t.Errorf("reflective look-up: %s", line)
		}
	}
}
