package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"
)

// baseID is where the schemas live by name; validators know them by it and need not fetch anything.
const baseID = "https://github.com/hoshitori/hoshitori/schema/"

// documents returns the text of each schema by file name.
func documents() (map[string][]byte, error) {
	s, err := newSamples()
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, d := range []struct {
		name, title string
		root        any
		example     []byte
	}{
		{"catalog.schema.json", "Hoshitori catalogue", CatalogFile{}, s.catalog},
		{"assessment.schema.json", "Hoshitori assessment", AssessmentFile{}, s.assessment},
		{"result.schema.json", "Hoshitori result", ResultFile{}, s.result},
		{"guide.schema.json", "Hoshitori guide", GuideFile{}, s.guide},
		{"changes.schema.json", "Hoshitori change record", ChangesFile{}, s.changes},
		{"crosswalk.schema.json", "Hoshitori crosswalk", CrosswalkFile{}, s.crosswalk},
		{"extension.schema.json", "Hoshitori extension", ExtensionFile{}, s.extension},
		{"migration.schema.json", "Hoshitori migration", MigrationFile{}, s.migration},
		{"inference.schema.json", "Hoshitori inference", InferenceFile{}, s.inference},
		{"comparison.schema.json", "Hoshitori comparison", ComparisonFile{}, s.comparison},
	} {
		text, err := document(d.name, d.title, d.root, d.example)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.name, err)
		}
		files[d.name] = text
	}
	return files, nil
}

func document(name, title string, root any, example []byte) ([]byte, error) {
	n := namer{}
	r := &jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, Namer: n.name}
	// The import path of this package is "main" when it runs and its real path when it is tested.
	path := reflect.TypeOf(root).PkgPath()
	if err := r.AddGoComments(path, ".", jsonschema.WithFullComment()); err != nil {
		return nil, err
	}
	for key, comment := range r.CommentMap {
		r.CommentMap[key] = description(strings.TrimPrefix(key, path+"."), comment)
	}
	s := r.Reflect(root)
	s.ID = jsonschema.ID(baseID + name)
	s.Title = title
	s.Examples = []any{json.RawMessage(example)}
	compact, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// description turns the comment of a Go name into a sentence that does not begin with that name.
func description(name, comment string) string {
	words := strings.Fields(comment)
	if words[0] == name {
		words = words[1:]
		if words[0] == "is" || words[0] == "are" {
			words = words[1:]
		}
		words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
	}
	return strings.Join(words, " ")
}

// namer gives definitions their names. Types of the same name would silently become one definition, so it refuses them.
type namer map[string]reflect.Type

func (n namer) name(t reflect.Type) string {
	name := t.Name()
	if name == "" {
		return ""
	}
	// A file may stand inside another one, as a migration does in a comparison.
	if file, is := strings.CutSuffix(name, "File"); is {
		name = file
	} else {
		name = strings.TrimPrefix(name, "Result")
	}
	name = strings.ToLower(name[:1]) + name[1:]
	if other, taken := n[name]; taken && other != t {
		panic(fmt.Sprintf("the definition %q stands for %v and %v", name, other, t))
	}
	n[name] = t
	return name
}
