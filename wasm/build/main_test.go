package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/digest"
)

// files returns the content of a folder by name.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(data)
	}
	return out
}

// Two builds are byte-identical, and the loader names every file with its hash.
func TestBuild(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	tag, err := build(first, []string{"sa2@3.1:ja"})
	if err != nil {
		t.Fatal(err)
	}
	again, err := build(second, []string{"sa2@3.1:ja"})
	if err != nil {
		t.Fatal(err)
	}
	if tag != again {
		t.Errorf("the lines for the page differ:\n%s\n%s", tag, again)
	}
	got := files(t, first)
	if diff := cmp.Diff(files(t, second), got); diff != "" {
		t.Errorf("the builds differ: %.500s", diff)
	}

	loader := got["hoshitori.js"]
	if !strings.Contains(tag, integrity([]byte(loader))) {
		t.Errorf("the hash of the loader is not in %s", tag)
	}
	var m manifest
	table(t, loader, "const manifest = ", &m)
	if forms := m.Forms["sa2@3.1"]; len(m.Forms) != 1 || len(forms) != 2 || forms["ja"] == nil || forms["top"] != "2" {
		t.Errorf("the loader carries %v", forms)
	}
	var k known
	table(t, got[m.Glue.File], "const files = ", &k)
	var all map[string]catalogFile
	if err := json.Unmarshal([]byte(got[m.List.File]), &all); err != nil {
		t.Fatalf("the list of catalogues: %v", err)
	}
	if len(all) != len(builtin.All()) {
		t.Errorf("%d catalogues are named, %d are built in", len(all), len(builtin.All()))
	}
	if diff := cmp.Diff(map[string]catalogFile{"sa2@3.1": all["sa2@3.1"]}, k.Catalogs, cmp.AllowUnexported(catalogFile{})); diff != "" {
		t.Errorf("the catalogue whose form is carried (-list +known): %s", diff)
	}
	// The packed engine may come unpacked, so it has the hash of both.
	hashes := strings.Fields(k.Packed.Integrity)
	if len(hashes) != 2 || hashes[1] != k.Engine.Integrity || k.Engine.Size != len(got[k.Engine.File]) || m.Engine.File != k.Engine.File {
		t.Errorf("the engine: %+v, in the loader %+v", k, m.Engine)
	}
	k.Packed.Integrity = hashes[0]
	cached := regexp.MustCompile(`src="(hoshitori-check\.[0-9a-f]+\.js)"`).FindStringSubmatch(tag)
	if cached == nil || got[cached[1]] != loader {
		t.Errorf("the loader by a name that can be cached: %v", cached)
	}
	named := []file{k.Engine.file, k.Packed, k.Paper, m.Glue, m.List}
	for _, c := range all {
		named = append(named, c.file)
		if c.Earlier != nil {
			named = append(named, *c.Earlier)
		}
		for _, form := range c.Forms {
			named = append(named, form)
		}
	}
	for _, f := range named {
		if data, ok := got[f.File]; !ok || integrity([]byte(data)) != f.Integrity {
			t.Errorf("%q: there is no such file, or its hash is another", f.File)
		}
	}
	if want := len(named) + 5; len(got) != want { // and hoshitori.js under two names, hoshitori.css, hoshitori-frame.js, THIRD-PARTY-LICENSES.txt
		t.Errorf("%d files, want %d", len(got), want)
	}
}

// table reads what the build has put into a script.
func table(t *testing.T, script, mark string, into any) {
	t.Helper()
	_, rest, _ := strings.Cut(script, mark)
	text, _, _ := strings.Cut(rest, ";\n")
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%s: %v", mark, err)
	}
}

// The loader hashes the file of a built-in catalogue, where for any other the engine first writes the canonical form.
func TestCatalogFilesAreCanonical(t *testing.T) {
	for _, c := range builtin.All() {
		if digest.SHA256(c.JSON()) != c.Digest() {
			t.Errorf("%s: its file is not written in the form that the digest is of", c.Ref())
		}
	}
}

func TestBuildRefusesUnknownForm(t *testing.T) {
	if _, err := build(t.TempDir(), []string{"sa2@4.0:ja"}); err == nil || !strings.Contains(err.Error(), `"sa2@4.0:ja"`) {
		t.Errorf("got %v", err)
	}
}

// The licences of what is put together stay with it; other comments go.
func TestWithoutComments(t *testing.T) {
	got := string(withoutComments([]byte("// Licence\n// of all\n//\n// what it is for\n\n// why\nlet a = 1; // kept\n  /** doc */\n  b();\n")))
	if want := "// Licence\n// of all\nlet a = 1; // kept\nb();\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
