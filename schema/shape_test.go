package schema_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/schema"
	"github.com/stretchr/testify/require"
)

// sketch makes documents out of a schema, so that each member that the schema knows is put before the parser.
type sketch struct{ defs map[string]any }

func newSketch(t testing.TB, kind schema.Kind) (sketch, map[string]any) {
	root := decode(t, schema.Document(kind)).(map[string]any)
	return sketch{root["$defs"].(map[string]any)}, root
}

func decode(t testing.TB, data []byte) any {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	require.NoError(t, d.Decode(&v))
	return v
}

func (k sketch) resolve(s map[string]any) map[string]any {
	if ref, ok := s["$ref"].(string); ok {
		return k.defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	return s
}

// full returns a document with every member. Trees of nodes end after a few generations.
func (k sketch) full(s map[string]any, depth int) any {
	s = k.resolve(s)
	if v, ok := s["const"]; ok {
		return v
	}
	if v, ok := s["enum"].([]any); ok {
		return v[0]
	}
	switch s["type"] {
	case "object":
		out := map[string]any{}
		properties, _ := s["properties"].(map[string]any)
		for name, p := range properties {
			if depth > 6 && name == "children" {
				out[name] = []any{}
				continue
			}
			out[name] = k.full(p.(map[string]any), depth+1)
		}
		if extra, ok := s["additionalProperties"].(map[string]any); ok {
			out["any name"] = k.full(extra, depth+1)
		}
		return out
	case "string":
		if s["pattern"] != nil {
			return s["examples"].([]any)[0]
		}
		return "x"
	case "integer":
		return json.Number("1")
	case "boolean":
		return true
	}
	return []any{k.full(s["items"].(map[string]any), depth+1)}
}

// change is one way in which a document is altered at one place.
type change struct {
	what, pointer string
	data          []byte
}

// changes returns every change of one value of the document. Generations of a tree are changed alike, and so are texts,
// which one function reads: each change of them is made once.
func (k sketch) changes(t testing.TB, s map[string]any, document any) (out []change) {
	var walk func(s map[string]any, v any, pointer, place string, put func(any))
	made := map[string]bool{}
	record := func(what, pointer, place string) {
		if key := what + generalized(place); !made[key] {
			made[key] = true
			data, err := json.Marshal(document)
			require.NoError(t, err)
			out = append(out, change{what, pointer, data})
		}
	}
	walk = func(s map[string]any, v any, pointer, place string, put func(any)) {
		for what, wrong := range map[string]any{"null": nil, "true": true, "fraction": json.Number("1.5"), "huge": json.Number("1e300"),
			"word": "no such word", "empty string": "", "array of null": []any{nil}} {
			put(wrong)
			record(what, pointer, place)
		}
		put(v)
		if s["$ref"] == "#/$defs/text" {
			place = "text"
		}
		s = k.resolve(s)
		switch v := v.(type) {
		case []any:
			put([]any{})
			record("empty array", pointer, place)
			put(v)
			for i := range v {
				at := "/" + strconv.Itoa(i)
				walk(s["items"].(map[string]any), v[i], pointer+at, place+at, func(x any) { v[i] = x })
			}
		case map[string]any:
			if s["properties"] == nil { // ext
				return
			}
			if s["additionalProperties"] == false {
				v["unheard of"] = "x"
				record("extra key", pointer, place)
				delete(v, "unheard of")
			}
			for name, p := range s["properties"].(map[string]any) {
				inner, at := pointer+"/"+name, place+"/"+name
				old := v[name]
				delete(v, name)
				record("removed", inner, at)
				v[name] = old
				walk(p.(map[string]any), old, inner, at, func(x any) { v[name] = x })
			}
		}
	}
	walk(s, document, "", "", func(x any) { document = x })
	return out
}

// stricter reports whether a schema may refuse what the parser reads: the places that the package documentation names.
func stricter(kind schema.Kind, c change) bool {
	last := c.pointer[strings.LastIndexByte(c.pointer, '/')+1:]
	switch {
	case last == "format" && c.what == "empty string":
		return true
	case kind != schema.Result:
		return false
	case last == "finding", last == "args", strings.Contains(c.pointer, "/args/"), strings.HasSuffix(c.pointer, "/given/0/state"):
		return true
	}
	return last == "item" && c.what == "empty string"
}

// TestSchemasAndParsersAgree alters a document that has every member, one value at a time, and asks both sides.
func TestSchemasAndParsersAgree(t *testing.T) {
	for _, kind := range readable() {
		t.Run(kind.String(), func(t *testing.T) {
			k, root := newSketch(t, kind)
			document := k.full(root, 0)
			data, err := json.Marshal(document)
			require.NoError(t, err)
			_, _, problems := reread(kind, data)
			require.NoError(t, problems.Err(), "the parser does not know a member of the schema")
			require.Empty(t, schema.Validate(data))

			changes := k.changes(t, root, document)
			for _, c := range changes {
				_, _, theirs := reread(kind, c.data)
				ours := schema.ValidateAs(kind, c.data)
				if ours.OK() {
					require.NoError(t, theirs.Err(), "%s at %s fits the schema", c.what, c.pointer)
				} else if !stricter(kind, c) {
					require.Error(t, theirs.Err(), "%s at %s does not fit the schema: %v", c.what, c.pointer, ours)
					sameAllowed(t, c, theirs, ours)
				}
			}
			require.Greater(t, len(changes), 100)
		})
	}
}

// generalized leaves the generations of a tree out of a pointer.
func generalized(pointer string) string {
	for strings.Contains(pointer, "/children/0/children/0") {
		pointer = strings.ReplaceAll(pointer, "/children/0/children/0", "/children/0")
	}
	return pointer
}

// sameAllowed compares the closed sets that both sides name when they meet a word that is in neither.
func sameAllowed(t *testing.T, c change, theirs, ours problem.List) {
	if want := allowed(ours, schema.EnumKind); c.what == "word" && want != "" {
		require.Equal(t, want, allowed(theirs, jsondoc.ValueKind), c.pointer)
	}
}

func allowed(list problem.List, kind *problem.Kind) string {
	for _, p := range list {
		if p.Kind != kind {
			continue
		}
		for _, a := range p.Args {
			if a.Name == "allowed" {
				return a.Text.EN
			}
		}
	}
	return ""
}

// parsers are the files in which the members of each kind are asked for.
var parsers = map[schema.Kind][]string{
	schema.Catalog:    {"../catalog/parse.go"},
	schema.Assessment: {"../assess/parse.go"},
	schema.Result:     {"../score/parse.go"},
	schema.Guide:      {"../catalog/guide.go"},
	schema.Changes:    {"../catalog/change.go", "../catalog/parse.go"},
	schema.Crosswalk:  {"../catalog/crosswalk.go", "../catalog/change.go", "../catalog/parse.go"},
	schema.Extension:  {"../catalog/extension.go", "../catalog/parse.go"},
}

// TestParsersKnowNoOtherMember offers to every object every name that stands in the source of its parser.
func TestParsersKnowNoOtherMember(t *testing.T) {
	for _, kind := range readable() {
		require.NotEmpty(t, parsers[kind], kind)
		k, root := newSketch(t, kind)
		document := k.full(root, 0)
		offered := 0
		visitObjects(k, root, document, func(s, object map[string]any) {
			for _, name := range literals(t, parsers[kind]...) {
				if _, known := s["properties"].(map[string]any)[name]; known || s["additionalProperties"] != false {
					continue
				}
				if kind == schema.Extension && leftToTheCompiler(k, s, name) {
					continue
				}
				object[name] = "x"
				data, err := json.Marshal(document)
				require.NoError(t, err)
				_, _, problems := reread(kind, data)
				require.True(t, slices.ContainsFunc(problems, func(p problem.Problem) bool {
					return p.Kind == jsondoc.UnknownKeyKind && strings.HasSuffix(p.Pointer, "/"+name)
				}), "%s: the parser knows %q in %v, the schema does not", kind, name, slices.Sorted(maps.Keys(object)))
				delete(object, name)
				offered++
			}
		})
		require.Greater(t, offered, 100)
	}
}

// leftToTheCompiler reports whether the member is one of an item that a change cannot set: the parser of extensions reads
// it, and the compiler says that it cannot be set.
func leftToTheCompiler(k sketch, s map[string]any, name string) bool {
	_, ofItem := k.members("item")[name]
	return ofItem && s["description"] == k.defs["itemSet"].(map[string]any)["description"]
}

// members returns the members of a definition.
func (k sketch) members(definition string) map[string]any {
	return k.defs[definition].(map[string]any)["properties"].(map[string]any)
}

// TestChangesSetWhatTheCompilerTakes offers every member of an item to the compiler as what a change sets.
func TestChangesSetWhatTheCompilerTakes(t *testing.T) {
	base := pointless(t)
	k, _ := newSketch(t, schema.Extension)
	for name, member := range k.members("item") {
		data, err := json.Marshal(map[string]any{"format": catalog.ExtensionFormat, "id": "own", "version": "1", "status": "draft",
			"title": map[string]any{}, "publisher": "p", "extends": map[string]any{"id": "strict", "version": "2026-03-27"},
			"sources": []any{}, "changes": []any{map[string]any{"item": "1-2-1-1", "kind": "weakened", "rationale": map[string]any{},
				"source": map[string]any{}, "set": map[string]any{name: k.full(member.(map[string]any), 1)}}}})
		require.NoError(t, err)
		extension, problems := catalog.ParseExtension(data)
		require.NoError(t, problems.Err(), name)
		_, _, problems = catalog.Compile(extension, base, nil)
		refused := slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Kind == catalog.NotSettableKind })
		require.Equal(t, refused, !schema.Validate(data).OK(), "%s: the compiler and the schema disagree", name)
	}
}

// visitObjects calls f for one object of each definition and for the root.
func visitObjects(k sketch, root map[string]any, document any, f func(s, object map[string]any)) {
	seen := map[string]bool{}
	var walk func(s map[string]any, v any)
	walk = func(s map[string]any, v any) {
		if ref, ok := s["$ref"].(string); ok {
			if seen[ref] {
				return
			}
			seen[ref] = true
		}
		s = k.resolve(s)
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(s["items"].(map[string]any), e)
			}
		case map[string]any:
			properties, _ := s["properties"].(map[string]any)
			if properties == nil { // ext
				return
			}
			f(s, v)
			for name, p := range properties {
				walk(p.(map[string]any), v[name])
			}
		}
	}
	walk(root, document)
}

// literals returns the words that stand in quotes in Go files.
func literals(t *testing.T, files ...string) (out []string) {
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(parsed, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
				if word, err := strconv.Unquote(l.Value); err == nil && word != "" && !strings.ContainsAny(word, "/ ,.{") {
					out = append(out, word)
				}
			}
			return true
		})
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestEveryMemberIsKept compares the document that has every member with what is written after reading it.
func TestEveryMemberIsKept(t *testing.T) {
	for _, kind := range []schema.Kind{schema.Catalog, schema.Assessment, schema.Changes, schema.Crosswalk} {
		k, root := newSketch(t, kind)
		document := k.full(root, 0)
		fillExt(document)
		data, err := json.Marshal(document)
		require.NoError(t, err)
		require.Empty(t, schema.Validate(data))
		_, again, problems := reread(kind, data)
		require.NoError(t, problems.Err())
		got := decode(t, again)
		asWritten(document)
		require.Equal(t, document, got)
	}
}

func fillExt(v any) {
	visit(v, func(m map[string]any) {
		if e, ok := m["ext"].(map[string]any); ok {
			e["other program"] = []any{json.Number("1.5"), nil, map[string]any{}}
		}
	})
}

// asWritten changes a document to what is written of it: a single rule has no array around it, and both directions are
// not named.
func asWritten(v any) {
	visit(v, func(m map[string]any) {
		if r, ok := m["rule"].([]any); ok && len(r) == 1 {
			m["rule"] = r[0]
		}
		if m["direction"] == catalog.BothWays.String() {
			delete(m, "direction")
		}
	})
}

func visit(v any, f func(map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			visit(e, f)
		}
	case map[string]any:
		f(v)
		for e := range maps.Values(v) {
			visit(e, f)
		}
	}
}

func TestDatesAreThoseOfTheCalendar(t *testing.T) {
	accepts := func(date string) bool {
		return len(schema.Validate([]byte(`{"format":"hoshitori/assessment/1","catalog":{"id":"a","version":"1"},"answers":[],"assessedOn":"`+date+`"}`))) == 0
	}
	two := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	for _, year := range []string{"0000", "0001", "0004", "0010", "0100", "0400", "1582", "1900", "1999", "2000", "2024", "2026", "2100", "2400", "9996", "9999", "202", "20260", "-001"} {
		for month := 0; month <= 13; month++ {
			for day := 0; day <= 32; day++ {
				date := year + "-" + two(month) + "-" + two(day)
				require.Equal(t, jsondoc.IsDate(date), accepts(date), date)
			}
		}
	}
	for year := range 10000 {
		date := two(year/100) + two(year%100) + "-02-29"
		require.Equal(t, jsondoc.IsDate(date), accepts(date), date)
	}
	for _, date := range []string{" ", "2026-11-21\\n", "2026-11-21 ", "2026/11/21", "２０２６-11-21", "2026-11-2", "20261121"} {
		require.False(t, accepts(date), date)
	}
}
