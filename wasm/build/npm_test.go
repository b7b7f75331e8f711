package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree returns the content of a folder and the folders in it by path.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWritePackage(t *testing.T) {
	widget := t.TempDir()
	tag, err := build(widget, []string{"sa2@3.1:ja"})
	if err != nil {
		t.Fatal(err)
	}
	t.Run("files", func(t *testing.T) { packageHoldsItsFiles(t, widget, tag) })
	t.Run("loader", func(t *testing.T) { loaderNamesEveryFile(t, widget, tag) })
	t.Run("refuses", func(t *testing.T) { bundledRefuses(t, widget) })
}

// The package is the same each time, holds what its package.json names, and nothing that an earlier build left.
func packageHoldsItsFiles(t *testing.T, widget, tag string) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		if err := writePackage(dir, widget, tag); err != nil {
			t.Fatal(err)
		}
	}
	got := tree(t, first)
	if diff := cmp.Diff(tree(t, second), got); diff != "" {
		t.Errorf("the packages differ: %.500s", diff)
	}
	left := filepath.Join(first, "files", "left.json")
	if err := os.WriteFile(left, []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := writePackage(first, widget, tag); err != nil {
		t.Fatal(err)
	}

	var about struct {
		Name, Version, License, Type string
		Private                      *bool
		Exports                      map[string]any
		Files                        []string
	}
	if err := json.Unmarshal([]byte(tree(t, first)["package.json"]), &about); err != nil {
		t.Fatal(err)
	}
	if about.Name != "@hoshitori/check" || about.Version != packageVersion || about.License != "Apache-2.0" || about.Type != "module" || about.Private == nil || *about.Private {
		t.Errorf("package.json: %+v", about)
	}
	want := []string{"package.json"} // npm packs it by itself
	for name := range got {
		if name != "package.json" {
			want = append(want, name)
		}
	}
	if diff := cmp.Diff(sorted(want), sorted(append(about.Files, "package.json"))); diff != "" {
		t.Errorf("package.json names other files than there are (-there +named):\n%s", diff)
	}
	for _, target := range targets(about.Exports) {
		if _, ok := got[strings.TrimPrefix(target, "./")]; !ok && !strings.Contains(target, "*") {
			t.Errorf("package.json exports %s, which is not there", target)
		}
	}
	if !strings.Contains(got["README.md"], integrity([]byte(got["files/hoshitori.js"]))) {
		t.Error("README.md does not hold the line for a page with the hash of the loader")
	}
	if got["LICENSE"] == "" || !strings.Contains(got["THIRD-PARTY-LICENSES.txt"], "The Go Authors") {
		t.Error("a licence is missing")
	}
}

func sorted(names []string) []string {
	slices.Sort(names)
	return names
}

// targets returns the files that a value of "exports" leads to.
func targets(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{v}
	case map[string]any:
		var all []string
		for _, member := range v {
			all = append(all, targets(member)...)
		}
		return all
	}
	return nil
}

// namedFile is how index.js and engine.js name a file of the package.
var namedFile = regexp.MustCompile(`new URL\("\./files/([^"?]+)(?:\?no-inline)?",import\.meta\.url\)\.href`)

// A bundler finds all files by what index.js says, and a page without one does too: no name stands alone, so that none
// is looked for beside a script that has been moved.
func loaderNamesEveryFile(t *testing.T, widget, tag string) {
	dir := t.TempDir()
	if err := writePackage(dir, widget, tag); err != nil {
		t.Fatal(err)
	}
	modules := ""
	for _, name := range []string{"index.js", "engine.js"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		modules += string(data)
	}
	named := map[string]bool{}
	for _, match := range namedFile.FindAllStringSubmatch(modules, -1) {
		named[match[1]] = true
	}
	for name := range files(t, widget) {
		beside := strings.HasSuffix(name, ".js") || strings.HasSuffix(name, ".css") || strings.HasSuffix(name, ".txt")
		list := strings.HasPrefix(name, "catalogs.") // is a part of index.js
		if want := !beside && !list; named[name] != want {
			t.Errorf("%s: named %t, want %t", name, named[name], want)
		}
		if strings.Contains(modules, quoted(name)) {
			t.Errorf("%s stands alone", name)
		}
	}
	if len(named) < 30 {
		t.Errorf("the modules name %d files only", len(named))
	}
	for _, wanted := range []string{"import('./engine.js')", "customElements.define('hoshitori-check'"} {
		if !strings.Contains(modules, wanted) {
			t.Errorf("the modules do not hold %s", wanted)
		}
	}
	for _, unwanted := range []string{"manifest.glue", "manifest.list", "new URL('.'"} {
		if strings.Contains(modules, unwanted) {
			t.Errorf("the modules hold %s", unwanted)
		}
	}
}

// A loader that is written otherwise than the package expects is refused when it is built, not when a visitor comes.
func bundledRefuses(t *testing.T, widget string) {
	changed := t.TempDir()
	for name, data := range files(t, widget) {
		if err := os.WriteFile(filepath.Join(changed, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	glue := ""
	for name := range files(t, widget) {
		if strings.HasPrefix(name, "hoshitori.") && strings.HasSuffix(name, ".js") && name != "hoshitori.js" {
			glue = name
		}
	}
	for _, test := range []struct{ file, line string }{
		{"hoshitori.js", "const manifest = "}, {"hoshitori.js", "const list = "}, {"hoshitori.js", "const link = document.createElement('link');"},
		{"hoshitori.js", "new URL(file, import.meta.url)"}, {glue, "const files = "},
	} {
		whole := read(t, filepath.Join(widget, test.file))
		if !strings.Contains(whole, test.line) {
			t.Errorf("%s does not hold %q", test.file, test.line)
		}
		if err := os.WriteFile(filepath.Join(changed, test.file), []byte(strings.Replace(whole, test.line, "", 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, _, err := bundled(changed, nil); !errors.Is(err, errLoader) {
			t.Errorf("a loader without %q is taken: %v", test.line, err)
		}
		if err := os.WriteFile(filepath.Join(changed, test.file), []byte(whole), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// The types name every attribute, property, method and event that wasm/README.md lists, and every member and every word
// of the two formats.
func TestTypesNameEverything(t *testing.T) {
	types := read(t, "../npm/index.d.ts")
	readme := read(t, "../README.md")
	row := regexp.MustCompile("(?m)^\\| `([a-z-]+)(?:\\(\\))?` \\|")
	found := 0
	for _, title := range []string{"### Attributes", "### Properties and methods", "### Events"} {
		_, section, _ := strings.Cut(readme, title+"\n")
		section, _, _ = strings.Cut(section, "\n### ")
		for _, match := range row.FindAllStringSubmatch(section, -1) {
			found++
			if !named(types, match[1]) {
				t.Errorf("%s: index.d.ts does not know %s", title, match[1])
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d rows were found in wasm/README.md", found)
	}
	for _, schema := range []string{"assessment", "result"} {
		var document any
		if err := json.Unmarshal([]byte(read(t, "../../schema/"+schema+".schema.json")), &document); err != nil {
			t.Fatal(err)
		}
		for _, word := range words(document) {
			if !named(types, word) {
				t.Errorf("schema %s: index.d.ts does not know %s", schema, word)
			}
		}
	}
}

// named reports whether the types hold a word as a member or as a text.
func named(types, word string) bool {
	word = regexp.QuoteMeta(word)
	return regexp.MustCompile(`[^\w-]` + word + `\??:|'` + word + `'|[ (]` + word + `\(`).MatchString(types)
}

// words returns the members and the allowed texts of a schema.
func words(schema any) []string {
	var all []string
	switch s := schema.(type) {
	case []any:
		for _, element := range s {
			all = append(all, words(element)...)
		}
	case map[string]any:
		if properties, ok := s["properties"].(map[string]any); ok {
			for name := range properties {
				all = append(all, name)
			}
		}
		allowed, _ := s["enum"].([]any)
		for _, value := range append(allowed, s["const"]) {
			if text, ok := value.(string); ok {
				all = append(all, text)
			}
		}
		for _, member := range s {
			all = append(all, words(member)...)
		}
	}
	return all
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
