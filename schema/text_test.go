package schema

import (
	"bytes"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"
)

// silent are the keywords that refuse nothing by themselves.
var silent = []string{"$schema", "$id", "$defs", "$ref", "title", "description", "examples", "properties", "items", "if", "then"}

// visitSchemas calls f for the root and every schema below, with its JSON Pointer.
func visitSchemas(v *jsondoc.Value, pointer string, f func(s *jsondoc.Value, pointer string)) {
	f(v, pointer)
	for i := range v.Members {
		m := &v.Members[i]
		inner := pointer + "/" + m.Name
		switch m.Name {
		case "$defs", "properties":
			for j := range m.Value.Members {
				visitSchemas(&m.Value.Members[j].Value, inner+"/"+m.Value.Members[j].Name, f)
			}
		case "items", "if", "then", "additionalProperties":
			if m.Value.Type == jsondoc.Object {
				visitSchemas(&m.Value, inner, f)
			}
		}
	}
}

func TestEveryKeywordIsExplained(t *testing.T) {
	explained := append([]string{}, silent...)
	for _, k := range ProblemKinds() {
		explained = append(explained, strings.TrimPrefix(k.Code, "schema/"))
	}
	places := map[string]bool{}
	for _, k := range Kinds() {
		text := compilers[k]().text
		visitSchemas(&text, "", func(s *jsondoc.Value, pointer string) {
			for _, m := range s.Members {
				require.Contains(t, explained, m.Name, "%s%s", k, pointer)
				places[pointer] = true
				places[pointer+"/"+m.Name] = true
				if m.Name == "pattern" || m.Name == "anyOf" {
					require.NotZero(t, wanted[pointer], "%s%s says nothing to people", k, pointer)
				}
				if m.Name == "required" && strings.HasSuffix(pointer, "/then") {
					require.NotZero(t, because[pointer+"/required"])
				}
			}
		})
	}
	for place := range wanted {
		require.True(t, places[place], "%s is in no schema", place)
	}
	for place := range because {
		require.True(t, places[place], "%s is in no schema", place)
	}
}

func TestEveryObjectIsClosedAndDescribed(t *testing.T) {
	for _, k := range Kinds() {
		text := compilers[k]().text
		require.Equal(t, "https://json-schema.org/draft/2020-12/schema", text.Get("$schema").Text)
		require.Equal(t, "https://github.com/hoshitori/hoshitori/schema/"+k.String()+".schema.json", text.Get("$id").Text)
		visitSchemas(&text, "", func(s *jsondoc.Value, pointer string) {
			properties := s.Get("properties")
			if properties == nil || slices.Contains(strings.Split(pointer, "/"), "then") || strings.HasSuffix(pointer, "/if") {
				return
			}
			require.NotNil(t, s.Get("additionalProperties"), "%s%s takes any key", k, pointer)
			require.NotNil(t, properties.Get("ext"), "%s%s has no place for data of others", k, pointer)
			require.NotNil(t, s.Get("description"), "%s%s", k, pointer)
			for _, m := range properties.Members {
				for _, word := range []string{"title", "description"} {
					require.NotNil(t, m.Value.Get(word), "%s%s/%s has no %s", k, pointer, m.Name, word)
				}
			}
		})
	}
}

func TestExamplesValidate(t *testing.T) {
	for _, k := range Kinds() {
		text := compilers[k]().text
		examples := text.Get("examples").Elements
		require.NotEmpty(t, examples)
		for _, e := range examples {
			require.Empty(t, ValidateAs(k, jsondoc.AppendCanonical(nil, e)))
		}
		// Examples of single values are tried where they stand.
		visitSchemas(&text, "", func(s *jsondoc.Value, pointer string) {
			if list := s.Get("examples"); list != nil && pointer != "" {
				sub := compileAt(t, k, pointer)
				for i := range list.Elements {
					require.NoError(t, sub.Validate(plain(&list.Elements[i])), "%s%s", k, pointer)
				}
			}
		})
	}
}

func TestTheGeneratorIsNotLinked(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, imported := range parsed.Imports {
			require.NotContains(t, imported.Path.Value, "invopop", file)
		}
	}
}

func TestNothingOutsideIsLoaded(t *testing.T) {
	c := newCompiler()
	for _, url := range []string{"file:///etc/hostname", "https://www.example.jp/schema.json", "schema.json"} {
		_, err := c.Compile(url)
		require.ErrorIs(t, err, errOutside, url)
	}
}

// compileAt compiles what stands at a JSON Pointer of the schema of a kind.
func compileAt(t *testing.T, k Kind, pointer string) *jsonschema.Schema {
	c := newCompiler()
	text := compilers[k]().text
	id := text.Get("$id").Text
	require.NoError(t, c.AddResource(id, bytes.NewReader(Document(k))))
	s, err := c.Compile(id + "#" + pointer)
	require.NoError(t, err)
	return s
}
