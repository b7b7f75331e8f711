package main

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/andybalholm/brotli"

	"github.com/hoshitori/hoshitori/internal/gowasm"
)

// ours is the path that the names of our own packages begin with.
const ours = "github.com/hoshitori/hoshitori/"

// share is what one part of the engine takes of it.
type share struct {
	name   string
	holds  func(gowasm.Function) bool
	raw    int // bytes of instructions
	packed int // bytes with brotli that the engine would be smaller by
}

// in returns a test for functions of certain source files of ours, each named from the root of the module: as a file, or as a
// folder with a slash at the end.
func in(places ...string) func(gowasm.Function) bool {
	return func(f gowasm.Function) bool {
		file, own := strings.CutPrefix(f.File, ours)
		return own && slices.ContainsFunc(places, func(place string) bool { return file == place || path.Dir(file)+"/" == place })
	}
}

func of(packages ...string) func(gowasm.Function) bool {
	return func(f gowasm.Function) bool { return slices.Contains(packages, f.Package()) }
}

// shares are the parts of the engine. A function belongs to the first that holds it.
func shares() []*share {
	return []*share{
		{name: "earlier editions: reading change records, carrying answers over", holds: in("catalog/change.go", "catalog/changecheck.go", "catalog/diff.go", "catalog/route.go", "catalog/strictness.go", "assess/migrate.go", "assess/along.go", "wasm/engine/earlier.go")},
		{name: "comparison with an earlier file", holds: in("score/compare.go", "score/comparewrite.go", "render/compare.go", "wasm/engine/compare.go")},
		{name: "reading and writing JSON, problems", holds: in("internal/jsondoc/", "internal/order/", "catalog/problem/", "catalog/lang/")},
		{name: "catalogues: reading and checking", holds: in("catalog/")},
		{name: "answers: reading, checking, writing", holds: in("assess/")},
		{name: "scoring, explanation, gaps", holds: in("score/")},
		{name: "charts", holds: in("render/chart.go")},
		{name: "form and help", holds: in("render/form.go")},
		{name: "result in words", holds: in("render/", "internal/columns/")},
		{name: "the element: events, pages, storage, files", holds: in("wasm/engine/", "internal/markup/")},
		{name: "Go: syscall/js", holds: of("syscall/js")},
		{name: "Go: runtime and the rest of the standard library, and what the compiler adds to types", holds: func(gowasm.Function) bool { return true }},
	}
}

// anatomy is what the engine is made of.
type anatomy struct {
	command  string
	date     string
	versions []version
	parts    []*share
	whole    int // bytes of the engine with brotli
	linked   int // the same as the linker wrote it
	element  int // of a program that makes one element
}

// runEngine takes the engine apart and writes the table.
func runEngine(out, progress io.Writer) error {
	a := anatomy{command: "go run ./examples/bench -engine", date: time.Now().Format(time.DateOnly),
		versions: []version{{"Go", strings.TrimPrefix(runtime.Version(), "go")}}}
	if err := a.dissect(brotli.BestCompression, progress); err != nil {
		return err
	}
	return a.writeMarkdown(out)
}

// dissect weighs the engine whole, and without the instructions of each part.
func (a *anatomy) dissect(level int, progress io.Writer) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	fmt.Fprintln(progress, "building the engine")
	module, err := gowasm.Build(root, "./wasm/engine")
	if err != nil {
		return err
	}
	element, err := gowasm.Build(filepath.Join(root, "examples"), "./bench/element")
	if err != nil {
		return err
	}
	a.linked = weight(module, level)
	if a.whole, err = compactWeight(module, level); err != nil {
		return err
	}
	if a.element, err = compactWeight(element, level); err != nil {
		return err
	}
	a.parts = shares()
	for _, part := range a.parts {
		fmt.Fprintln(progress, part.name)
		without := slices.Clone(module)
		functions, err := gowasm.Functions(without)
		if err != nil {
			return err
		}
		for _, f := range functions {
			if first := slices.IndexFunc(a.parts, func(s *share) bool { return s.holds(f) }); a.parts[first] == part {
				part.raw += len(f.Code)
				clear(f.Code)
			}
		}
		rest, err := compactWeight(without, level)
		if err != nil {
			return err
		}
		part.packed = a.whole - rest
	}
	return nil
}

func compactWeight(module []byte, level int) (int, error) {
	small, err := gowasm.Compact(module)
	return weight(small, level), err
}

// weight returns how many bytes are left with brotli.
func weight(data []byte, level int) int {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, level)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return b.Len()
}

// writeMarkdown writes the table as it stands in wasm/README.md.
func (a *anatomy) writeMarkdown(w io.Writer) error {
	var out strings.Builder
	fmt.Fprintf(&out, "`%s`, %s, with %s.\n\n", a.command, a.date, named(a.versions))
	row(&out, "part", []string{"instructions", "brotli", "of the engine"})
	row(&out, "---", []string{"---:", "---:", "---:"})
	rest := a.whole
	add := func(name string, raw string, packed int) {
		row(&out, name, []string{raw, kB(float64(packed)), strconv.Itoa((100*packed+a.whole/2)/a.whole) + " %"})
	}
	for _, part := range a.parts {
		add(part.name, kB(float64(part.raw)), part.packed)
		rest -= part.packed
	}
	add("texts, types, and the tables of the collector", "–", rest)
	add("**engine**", "", a.whole)
	fmt.Fprintf(&out, "\nAs the linker wrote it: %s. A program that makes one element with honnef's dom package, made small in the same way: %s.\n", kB(float64(a.linked)), kB(float64(a.element)))
	_, err := io.WriteString(w, out.String())
	return err
}
