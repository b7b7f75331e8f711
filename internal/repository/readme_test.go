package repository_test

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

var readmes = map[string]lang.Lang{"README.md": lang.EN, "README.ja.md": lang.JA}

// The Go program in a README is the body of Example_readme, whose output a test checks.
func TestReadmeProgram(t *testing.T) {
	source := read(t, "internal/repository/readme_example_test.go")
	program, output, ok := strings.Cut(source, "\t// Output:\n")
	if !ok {
		t.Fatal("the example has no output")
	}
	program = strings.NewReplacer("package repository_test", "package main", "func Example_readme()", "func main()").Replace(program) + "}\n"
	output = strings.ReplaceAll(strings.TrimSuffix(output, "}\n"), "\t// ", "")
	for name := range readmes {
		blocks := codeBlocks(read(t, name))
		for _, want := range []block{{"go", program}, {"text", output}} {
			if !slices.Contains(blocks, want) {
				t.Errorf("%s has no %s block that says\n%s", name, want.language, want.text)
			}
		}
	}
}

// The two lines of HTML are those that the build prints; only the hash differs from build to build.
func TestReadmeLinesOfHTML(t *testing.T) {
	build := strings.ReplaceAll(read(t, "wasm/build/main.go"), `\"`, `"`)
	for name := range readmes {
		i := slices.IndexFunc(codeBlocks(read(t, name)), func(b block) bool { return b.language == "html" })
		if i < 0 {
			t.Errorf("%s shows no HTML", name)
			continue
		}
		for line := range strings.Lines(codeBlocks(read(t, name))[i].text) {
			for part := range strings.SplitSeq(strings.TrimSpace(line), "sha384-…") {
				if !strings.Contains(build, part) {
					t.Errorf("%s: wasm/build does not print %s", name, part)
				}
			}
		}
	}
}

func TestReadmeCatalogues(t *testing.T) {
	for name, language := range readmes {
		text := read(t, name)
		for _, c := range builtin.All() {
			if row := catalogRow(c, language); !strings.Contains(text, row) {
				t.Errorf("%s has no line\n%s", name, row)
			}
		}
		if got := strings.Count(text, "| [`"); got != len(builtin.All()) {
			t.Errorf("%s lists %d catalogues, want %d", name, got, len(builtin.All()))
		}
	}
}

func catalogRow(c *catalog.Checked, l lang.Lang) string {
	count := map[catalog.ItemKind]int{}
	for _, item := range c.Items() {
		count[item.Kind]++
	}
	ref, next := c.Ref(), string(c.SupersededBy())
	if next == "" {
		next = "–"
	}
	folder := strings.ReplaceAll(string(ref.ID), "-", "")
	if ref.Version != "undated" {
		folder += "v" + strings.NewReplacer(".", "", "-", "").Replace(string(ref.Version))
	}
	return fmt.Sprintf("| [`%s`](catalog/%s) | %s | `%s` | %s | %d | %d |\n", ref, folder, c.Title().In(l), c.Status(), next,
		count[catalog.Question]+count[catalog.Criterion], count[catalog.Condition])
}

// A Japanese page and its English sister have the same chapters and the same code.
func TestPagesInTwoLanguages(t *testing.T) {
	pairs := 0
	for _, f := range pages(t) {
		sister := strings.TrimSuffix(f.path, ".ja.md") + ".md"
		if !strings.HasSuffix(f.path, ".ja.md") || !exists(sister) {
			continue
		}
		pairs++
		ja, en := string(f.data), read(t, sister)
		if got, want := levels(ja), levels(en); !slices.Equal(got, want) {
			t.Errorf("%s has headings of the levels %v, %s %v", f.path, got, sister, want)
		}
		if got, want := codeBlocks(ja), codeBlocks(en); !slices.Equal(got, want) {
			t.Errorf("%s and %s show different code:\n%q\n%q", f.path, sister, got, want)
		}
	}
	if pairs < 3 {
		t.Errorf("only %d pairs were found", pairs)
	}
}

// Every link to a place in the repository leads there.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	for _, f := range pages(t) {
		for _, found := range link.FindAllStringSubmatch(withoutCode(string(f.data)), -1) {
			target, anchor, _ := strings.Cut(found[1], "#")
			if strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:") {
				continue
			}
			name := f.path
			if target != "" {
				name = path.Join(path.Dir(f.path), target)
			}
			switch {
			case !exists(name):
				t.Errorf("%s links to %s, which is not there", f.path, found[1])
			case anchor != "" && !slices.Contains(anchors(read(t, name)), anchor):
				t.Errorf("%s links to %s, but there is no such heading", f.path, found[1])
			}
		}
	}
}

// Every command that a page tells people to type exists.
func TestCommandsInPages(t *testing.T) {
	makefile := read(t, "Makefile")
	commands := read(t, "examples/hoshitori/command.go")
	makes := regexp.MustCompile(`\bmake ([a-z]+)`)
	runs := regexp.MustCompile(`\bgo (?:run|test|generate|vet) (?:-[^ ]+ )*\./([a-zA-Z0-9/]*)(?:\.\.\.)?(?: ([a-z]+)\b)?`)
	count := 0
	for _, f := range pages(t) {
		for _, code := range code(string(f.data)) {
			for _, found := range makes.FindAllStringSubmatch(code, -1) {
				count++
				if !strings.Contains(makefile, "\n"+found[1]+":") {
					t.Errorf("%s: the Makefile has no target %s", f.path, found[1])
				}
			}
			for _, found := range runs.FindAllStringSubmatch(code, -1) {
				count++
				if !exists(strings.TrimSuffix(found[1], "/")) {
					t.Errorf("%s: there is no folder %s", f.path, found[1])
				}
				if found[1] == "examples/hoshitori" && found[2] != "" && !strings.Contains(commands, `{"`+found[2]+`", "`) {
					t.Errorf("%s: hoshitori has no command %s", f.path, found[2])
				}
			}
		}
	}
	if count < 20 {
		t.Errorf("only %d commands were found", count)
	}
}

// wasm/README.md names what the widget has, all of it and nothing else.
func TestWidgetPage(t *testing.T) {
	page := read(t, "wasm/README.md")
	loader, style := read(t, "wasm/loader/hoshitori.js"), read(t, "render/style.go")
	glue, engine := read(t, "wasm/loader/glue.js"), read(t, "wasm/engine/widget.go")
	first := func(text, pattern string) []string {
		var all []string
		for _, found := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
			all = append(all, found[1])
		}
		slices.Sort(all)
		return slices.Compact(all)
	}
	rows := func(heading string) []string {
		_, chapter, ok := strings.Cut(page, "\n### "+heading+"\n")
		if !ok {
			t.Errorf("the page has no chapter %q", heading)
		}
		chapter, _, _ = strings.Cut(chapter, "\n#")
		return first(chapter, "(?m)^\\| `([^`(]+)(?:\\(\\))?`")
	}
	_, observed, _ := strings.Cut(loader, "observedAttributes = [")
	observed, _, _ = strings.Cut(observed, "]")
	attributes := append(first(loader+glue+style, `(?:(?:get|has)Attribute\('|:host\(\[)([a-z]+)(?:=[a-z]+\])?`), first(observed, `'([a-z]+)'`)...)
	slices.Sort(attributes)
	attributes = slices.Compact(attributes)
	attributes = slices.DeleteFunc(attributes, func(name string) bool { return name == "hidden" }) // of every element
	events := append(first(loader+glue, `tell\([a-z.#]+, '([a-z]+)'`), first(engine, `w\.emit\("([a-z]+)"`)...)
	for i, name := range events {
		events[i] = "hoshitori-" + name
	}
	slices.Sort(events)
	for _, c := range []struct {
		heading string
		want    []string
	}{
		{"Attributes", attributes},
		{"Style", first(style, `var\((--hoshitori-[a-z]+)`)},
		{"Properties and methods", first(loader, `(?m)^  (?:get |set )?(assessment|result|state|validate|reset|print)\(`)},
		{"Events", slices.Compact(events)},
	} {
		if got := rows(c.heading); !slices.Equal(got, c.want) {
			t.Errorf("%s: the page names %v, the widget has %v", c.heading, got, c.want)
		}
	}
}

// The policy that the pages promise is the one that the demo serves, and under which the browser tests run.
func TestContentSecurityPolicy(t *testing.T) {
	demo := regexp.MustCompile(`" \+\s+"`).ReplaceAllString(read(t, "examples/demo/demo.go"), "")
	found := regexp.MustCompile(`Policy = "([^"]+)"`).FindStringSubmatch(demo)
	if found == nil {
		t.Fatal("the demo has no policy")
	}
	for _, name := range []string{"wasm/README.md", "docs/embedding.md", "docs/security-review.md", "docs/security-review.ja.md"} {
		i := slices.IndexFunc(codeBlocks(read(t, name)), func(b block) bool { return strings.Contains(b.text, "Content-Security-Policy:") })
		if i < 0 {
			t.Errorf("%s shows no policy", name)
			continue
		}
		_, shown, _ := strings.Cut(strings.Join(strings.Fields(codeBlocks(read(t, name))[i].text), " "), ": ")
		if !strings.HasPrefix(found[1], strings.TrimSuffix(shown, ";")) {
			t.Errorf("%s promises\n%s\nand the demo serves\n%s", name, shown, found[1])
		}
	}
}

// pages are the Markdown files that people read; those in folders of test data are data.
func pages(t *testing.T) []file {
	t.Helper()
	return slices.DeleteFunc(files(t), func(f file) bool {
		return !strings.HasSuffix(f.path, ".md") || strings.Contains(path.Dir(f.path)+"/", "testdata/") && path.Base(f.path) != "README.md"
	})
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func exists(name string) bool {
	_, err := os.Stat(filepath.Join(root, filepath.FromSlash(name)))
	return err == nil
}

// block is a fenced piece of code.
type block struct{ language, text string }

var fenced = regexp.MustCompile("(?ms)^```([a-z]*)\n(.*?)^```$")

func codeBlocks(page string) []block {
	var all []block
	for _, found := range fenced.FindAllStringSubmatch(page, -1) {
		all = append(all, block{found[1], found[2]})
	}
	return all
}

func withoutCode(page string) string { return fenced.ReplaceAllString(page, "") }

// code lists what a page shows as code, in blocks and within sentences.
func code(page string) []string {
	var all []string
	for _, b := range codeBlocks(page) {
		for line := range strings.Lines(b.text) {
			all = append(all, strings.TrimSpace(line))
		}
	}
	for _, found := range regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(withoutCode(page), -1) {
		all = append(all, found[1])
	}
	return all
}

var headings = regexp.MustCompile(`(?m)^(#+) (.+)$`)

func levels(page string) []int {
	var all []int
	for _, found := range headings.FindAllStringSubmatch(withoutCode(page), -1) {
		all = append(all, len(found[1]))
	}
	return all
}

// anchors are the names by which GitHub links to the headings of a page.
func anchors(page string) []string {
	var all []string
	for _, found := range headings.FindAllStringSubmatch(withoutCode(page), -1) {
		all = append(all, strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-', r == '_', unicode.IsLetter(r), unicode.IsDigit(r):
				return unicode.ToLower(r)
			}
			return -1
		}, found[2]))
	}
	return all
}
