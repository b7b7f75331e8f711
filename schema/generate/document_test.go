package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCommittedSchemasAreCurrent(t *testing.T) {
	files, err := documents()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(got), string(want)); diff != "" {
			t.Errorf("%s is stale; run go generate ./schema/... (-committed +generated):\n%s", name, diff)
		}
	}
	committed, _ := filepath.Glob(filepath.Join("..", "*.schema.json"))
	if len(committed) != len(files) {
		t.Errorf("%d schemas are committed, %d are generated", len(committed), len(files))
	}
}

func TestNothingIsNullOrEscaped(t *testing.T) {
	files, err := documents()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		for _, trace := range []string{"null", `\u003c`, `\u0026`, "[]"} {
			// The example of a result without gaps or sections has empty arrays of its own.
			at := bytes.Index(text, []byte(trace))
			if at >= 0 && at < bytes.LastIndex(text, []byte(`"examples": [`)) {
				t.Errorf("%s holds %s, which the generator writes for what is missing", name, trace)
			}
		}
	}
}

func TestTypesOfOneNameAreRefused(t *testing.T) {
	n := namer{}
	n.name(reflect.TypeFor[Level]())
	defer func() {
		if recover() == nil {
			t.Error("Level and ResultLevel were both given the definition \"level\"")
		}
	}()
	n.name(reflect.TypeFor[ResultLevel]())
}
