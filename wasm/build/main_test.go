package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog/builtin"
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
	_, rest, _ := strings.Cut(loader, "const manifest = ")
	text, _, _ := strings.Cut(rest, ";\n")
	type catalogs map[string]struct {
		file
		Forms   map[string]json.RawMessage
		Earlier *file
	}
	var m struct {
		Engine       engineFile
		Glue, Others file
		Catalogs     catalogs
	}
	if err := json.Unmarshal([]byte(text), &m); err != nil {
		t.Fatalf("the manifest: %v", err)
	}
	if len(m.Catalogs) != 1 {
		t.Errorf("the loader names %d catalogues, want the one of which it carries a form", len(m.Catalogs))
	}
	var others catalogs
	if err := json.Unmarshal([]byte(got[m.Others.File]), &others); err != nil {
		t.Fatalf("the other catalogues: %v", err)
	}
	if n := len(m.Catalogs) + len(others); n != len(builtin.All()) {
		t.Errorf("%d catalogues are named, %d are built in", n, len(builtin.All()))
	}
	for name, c := range others {
		m.Catalogs[name] = c
	}
	// The packed engine may come unpacked, so it has the hash of both.
	hashes := strings.Fields(m.Engine.Packed.Integrity)
	if len(hashes) != 2 || hashes[1] != m.Engine.Integrity || m.Engine.Size != len(got[m.Engine.File]) {
		t.Errorf("the engine: %+v", m.Engine)
	}
	m.Engine.Packed.Integrity = hashes[0]
	named := []file{m.Engine.file, m.Engine.Packed, m.Glue, m.Others}
	inlined := 0
	for _, c := range m.Catalogs {
		named = append(named, c.file)
		if c.Earlier != nil {
			named = append(named, *c.Earlier)
		}
		for _, form := range c.Forms {
			var f file
			if json.Unmarshal(form, &f) != nil {
				inlined++
				continue
			}
			named = append(named, f)
		}
	}
	if inlined != 1 {
		t.Errorf("the loader carries %d forms, want 1", inlined)
	}
	for _, f := range named {
		if data, ok := got[f.File]; !ok || integrity([]byte(data)) != f.Integrity {
			t.Errorf("%q: there is no such file, or its hash is another", f.File)
		}
	}
	if want := len(named) + 4; len(got) != want { // and hoshitori.js, hoshitori.css, hoshitori-frame.js, THIRD-PARTY-LICENSES.txt
		t.Errorf("%d files, want %d", len(got), want)
	}
}

func TestBuildRefusesUnknownForm(t *testing.T) {
	if _, err := build(t.TempDir(), []string{"sa2@4.0:ja"}); err == nil || !strings.Contains(err.Error(), `"sa2@4.0:ja"`) {
		t.Errorf("got %v", err)
	}
}

// The licences of what is put together stay with it; other comments go.
func TestWithoutComments(t *testing.T) {
	got := string(withoutComments([]byte("// Licence\n// of all\n\n// why\nlet a = 1; // kept\n  /** doc */\n  b();\n")))
	if want := "// Licence\n// of all\nlet a = 1; // kept\nb();\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
