package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/examples/browser"
)

// usual is the catalogue that the others are set against: the one that the widget's two lines name.
const usual = "sa2@3.1"

// addition is what one catalogue adds to the widget, and the time that Go takes to read and check it.
type addition struct {
	ref     string
	items   int
	file    browser.Sizes
	form    browser.Sizes // the questions in Japanese, all of them
	lowest  browser.Sizes // those of the lowest level alone; zero where there is only one level
	loading spread        // milliseconds
}

// listing is what was found of all catalogues.
type listing struct {
	command  string
	date     string
	versions []version
	list     browser.Sizes // the file that names the catalogues
	all      []addition
	together spread // milliseconds to read and check all of them
}

// runCatalogs builds the widget once, weighs its files, times the loading, and writes the table.
func runCatalogs(out, progress io.Writer) error {
	l := listing{command: "go run ./examples/bench -catalogs", date: time.Now().Format(time.DateOnly),
		versions: []version{{"Go", strings.TrimPrefix(runtime.Version(), "go")}, {"processors", strconv.Itoa(runtime.NumCPU())}}}
	fmt.Fprintln(progress, "building the widget")
	if err := l.weigh(); err != nil {
		return err
	}
	fmt.Fprintln(progress, "reading and checking the catalogues")
	if err := l.time("-count=5", "-benchtime=0.5s"); err != nil {
		return err
	}
	return l.writeMarkdown(out)
}

// weigh builds the widget, without a form in its loader, and takes the sizes of the files.
func (l *listing) weigh() error {
	dir, err := os.MkdirTemp("", "hoshitori-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if _, err := buildWidget(dir, "-inline="); err != nil {
		return err
	}
	server, err := browser.Serve(dir, browser.Options{})
	if err != nil {
		return err
	}
	defer server.Close()
	s := scales{dir: dir, server: server}
	l.list = s.size("catalogs")
	for _, c := range builtin.All() {
		l.all = append(l.all, s.addition(c))
		s.notIn("hoshitori.*.wasm", c)
		s.notIn("hoshitori.js", c)
	}
	return s.err
}

// scales takes the sizes of the widget's files and remembers the first failure.
type scales struct {
	dir    string
	server *browser.Server
	err    error
}

func (s *scales) addition(c *catalog.Checked) addition {
	name := string(c.Ref().ID) + "-" + string(c.Ref().Version)
	a := addition{ref: c.Ref().String(), items: len(c.Items()), file: s.size(name), form: s.size(name + ".ja")}
	if levels := c.Levels(); len(levels) > 1 {
		a.lowest = s.size(name + ".ja." + levels[0].ID)
	}
	return a
}

// size weighs the file of that name, between which and the extension stands a hash of twelve digits.
func (s *scales) size(name string) browser.Sizes {
	file := s.find(name + ".????????????.json")
	if s.err != nil {
		return browser.Sizes{}
	}
	sizes, err := s.server.Sizes("/" + filepath.Base(file))
	s.err = err
	return sizes
}

// notIn sees to it that a file holds nothing of a catalogue: neither its name nor its first question.
func (s *scales) notIn(pattern string, c *catalog.Checked) {
	file := s.find(pattern)
	if s.err != nil {
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		s.err = err
		return
	}
	for _, text := range []string{c.Ref().String(), c.Items()[0].Text.JA} {
		if bytes.Contains(data, []byte(text)) {
			s.err = fmt.Errorf("%s holds %q, so the catalogue makes it larger", filepath.Base(file), text)
		}
	}
}

func (s *scales) find(pattern string) string {
	if s.err != nil {
		return ""
	}
	found, err := filepath.Glob(filepath.Join(s.dir, pattern))
	if err == nil && len(found) != 1 {
		err = fmt.Errorf("the widget has %d files %s, want one", len(found), pattern)
	}
	if err != nil {
		s.err = err
		return ""
	}
	return found[0]
}

// time runs the benchmark of package builtin, as often as the flags of go test say.
func (l *listing) time(flags ...string) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	printed, err := output(root, "go", append(append([]string{"test", "-run=^$", "-bench=^BenchmarkLoad"}, flags...), "./catalog/builtin")...)
	if err != nil {
		return err
	}
	times := loadingTimes(printed)
	for i := range l.all {
		a := &l.all[i]
		if len(times["Load/"+a.ref]) == 0 {
			return fmt.Errorf("the benchmark says nothing of %s:\n%s", a.ref, printed)
		}
		a.loading = spreadOf(times["Load/"+a.ref])
	}
	if len(times["LoadAll"]) == 0 {
		return fmt.Errorf("the benchmark says nothing of all catalogues together:\n%s", printed)
	}
	l.together = spreadOf(times["LoadAll"])
	return nil
}

// loadingTimes reads the milliseconds of each benchmark from lines such as "BenchmarkLoad/sa2@3.1-2   157   6622690 ns/op …".
func loadingTimes(printed string) map[string][]float64 {
	times := map[string][]float64{}
	for line := range strings.Lines(printed) {
		words := strings.Fields(line)
		if len(words) < 4 || words[3] != "ns/op" {
			continue
		}
		name := strings.TrimPrefix(words[0], "Benchmark")
		if i := strings.LastIndexByte(name, '-'); i > 0 && name[i+1:] == strconv.Itoa(runtime.GOMAXPROCS(0)) {
			name = name[:i] // go test adds the number of processors, but not where it is 1
		}
		if ns, err := strconv.ParseFloat(words[2], 64); err == nil {
			times[name] = append(times[name], ns/1e6)
		}
	}
	return times
}

// writeMarkdown writes the table as it stands in wasm/README.md.
func (l *listing) writeMarkdown(w io.Writer) error {
	var out strings.Builder
	fmt.Fprintf(&out, "`%s`, %s, with %s.\n\n", l.command, l.date, named(l.versions))
	row(&out, "catalogue", []string{"items", "file, brotli", "gzip", "raw", "form (ja), brotli", "lowest level alone", "engine and loader", "read and checked by Go", "÷ " + usual})
	row(&out, "---", []string{"---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:"})
	var sum addition
	for _, a := range l.all {
		row(&out, "`"+a.ref+"`", l.cells(a))
		sum.items += a.items
		sum.file, sum.form = sum.file.Add(a.file), sum.form.Add(a.form)
	}
	sum.loading = l.together
	row(&out, "**all**", l.cells(sum))
	fmt.Fprintf(&out, "\nThe file that names the catalogues: %s with brotli, %s with gzip, %s raw.\n", kB(float64(l.list.Brotli)), kB(float64(l.list.Gzip)), kB(float64(l.list.Raw)))
	_, err := io.WriteString(w, out.String())
	return err
}

func (l *listing) cells(a addition) []string {
	lowest := "–"
	if a.lowest.Raw > 0 {
		lowest = kB(float64(a.lowest.Brotli))
	}
	against := 0.0
	for _, other := range l.all {
		if other.ref == usual {
			against = other.loading.Median
		}
	}
	return slices.Concat([]string{strconv.Itoa(a.items)}, encodings(a.file),
		[]string{kB(float64(a.form.Brotli)), lowest, "0", milliseconds(a.loading), ratio(a.loading.Median, against)})
}
