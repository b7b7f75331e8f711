package vectors

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Vector is one case: a document, the catalogue to read it against, and what must come out.
type Vector struct {
	Name        string // of its folder
	Reason      string // why the case is there
	Catalog     string // a built-in catalogue as "id@version", or [OwnCatalog]
	CatalogFile []byte // the catalogue file where Catalog is [OwnCatalog], else nil
	Assessment  []byte // the document, which need not be well-formed
	Result      []byte // the expected result in canonical JSON; nil where there must be none
	Problems    []byte // the expected problems in canonical JSON; nil where there must be none
	Expected    []byte // what a person worked out without the engine; nil where nobody did
}

// OwnCatalog is the value of [Vector.Catalog] for a vector with a catalogue file of its own.
const OwnCatalog = "file"

// Load reads the vectors in the folders of dir, in the order of their names.
func Load(dir string) ([]Vector, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var all []Vector
	for _, entry := range entries {
		v, err := read(filepath.Join(dir, entry.Name()))
		if err != nil {
			return nil, fmt.Errorf("vector %s: %w", entry.Name(), err)
		}
		all = append(all, v)
	}
	return all, nil
}

func read(dir string) (Vector, error) {
	v := Vector{Name: filepath.Base(dir)}
	description, err := os.ReadFile(filepath.Join(dir, "vector.json"))
	if err != nil {
		return v, err
	}
	fields := struct{ Reason, Catalog string }{}
	if err := json.Unmarshal(description, &fields); err != nil {
		return v, err
	}
	v.Reason, v.Catalog = fields.Reason, fields.Catalog
	if v.Assessment, err = os.ReadFile(filepath.Join(dir, "assessment.json")); err != nil {
		return v, err
	}
	if v.CatalogFile, err = readIfThere(filepath.Join(dir, "catalog.json")); err != nil {
		return v, err
	}
	if v.Result, err = readIfThere(filepath.Join(dir, "result.json")); err != nil {
		return v, err
	}
	if v.Expected, err = readIfThere(filepath.Join(dir, "expected.json")); err != nil {
		return v, err
	}
	v.Problems, err = readIfThere(filepath.Join(dir, "problems.json"))
	return v, err
}

func readIfThere(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}
