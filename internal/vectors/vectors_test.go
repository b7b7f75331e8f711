package vectors_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/internal/vectors"
	"github.com/hoshitori/hoshitori/score"
	"github.com/hoshitori/hoshitori/score/verify"
)

var update = flag.Bool("update", false, "rewrite the expected results and problems")

const folder = "../../testdata/vectors"

func load(t *testing.T) []vectors.Vector {
	t.Helper()
	all, err := vectors.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// The vectors are a promise to other implementations: bytes are compared, not meanings.
func TestVectors(t *testing.T) {
	for _, v := range load(t) {
		t.Run(v.Name, func(t *testing.T) {
			result, problems := vectors.Run(v)
			if *update {
				rewrite(t, v.Name, "result.json", result)
				rewrite(t, v.Name, "problems.json", problems)
				return
			}
			if !bytes.Equal(result, v.Result) {
				t.Errorf("%s\nresult (-want +got):\n%s", v.Reason, cmp.Diff(tree(t, v.Result), tree(t, result)))
			}
			if !bytes.Equal(problems, v.Problems) {
				t.Errorf("%s\nproblems (-want +got):\n%s", v.Reason, cmp.Diff(tree(t, v.Problems), tree(t, problems)))
			}
		})
	}
}

func rewrite(t *testing.T, vector, name string, data []byte) {
	t.Helper()
	path := filepath.Join(folder, vector, name)
	if data == nil {
		os.Remove(path) // most vectors have one of the two files only
		return
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func tree(t *testing.T, data []byte) (v any) {
	t.Helper()
	if data == nil {
		return nil
	}
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// A folder that breaks the form would pass unnoticed through a runner that looks at less.
func TestForm(t *testing.T) {
	all := load(t)
	if len(all) < 36 {
		t.Errorf("%d vectors, want at least 36", len(all))
	}
	name := regexp.MustCompile(`^[a-z0-9.-]+$`)
	reasons := map[string]string{}
	for _, v := range all {
		if !name.MatchString(v.Name) {
			t.Errorf("%s: a name has lower-case letters, digits, dots and hyphens only", v.Name)
		}
		if v.Reason == "" || reasons[v.Reason] != "" {
			t.Errorf("%s: the reason is empty or that of %s", v.Name, reasons[v.Reason])
		}
		reasons[v.Reason] = v.Name
		if (v.Catalog == vectors.OwnCatalog) != (v.CatalogFile != nil) {
			t.Errorf("%s: catalog.json is there if and only if catalog is %q", v.Name, vectors.OwnCatalog)
		}
		if v.Result == nil && v.Problems == nil {
			t.Errorf("%s: neither a result nor problems", v.Name)
		}
		refused := bytes.Contains(v.Problems, []byte(`"severity":"error"`))
		if refused == (v.Result != nil) {
			t.Errorf("%s: a result is there if and only if no problem is an error", v.Name)
		}
		for _, expected := range [][]byte{v.Result, v.Problems} {
			if expected == nil {
				continue
			}
			value, problems := jsondoc.Parse(expected)
			if problems != nil || !bytes.Equal(jsondoc.AppendCanonical(nil, value), expected) {
				t.Errorf("%s: an expected file is not canonical JSON", v.Name)
			}
		}
		files, err := os.ReadDir(filepath.Join(folder, v.Name))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			switch f.Name() {
			case "vector.json", "assessment.json", "catalog.json", "result.json", "problems.json", "expected.json":
			default:
				t.Errorf("%s: unexpected file %s", v.Name, f.Name())
			}
		}
	}
}

// What was read is written back whole: neither "ext" nor any other member is lost, and the result stays the same.
func TestWritingBackLosesNothing(t *testing.T) {
	for _, v := range load(t) {
		if v.Result == nil {
			continue
		}
		d, problems := assess.Parse(v.Assessment)
		if !problems.OK() {
			t.Errorf("%s: %v", v.Name, problems)
			continue
		}
		raw, _ := jsondoc.Parse(v.Assessment)
		if diff := cmp.Diff(string(jsondoc.AppendCanonical(nil, raw)), string(d.JSON())); diff != "" {
			t.Errorf("%s: the document changed on its way (-read +written):\n%s", v.Name, diff)
		}
		written := v
		written.Assessment = d.JSON()
		if result, _ := vectors.Run(written); !bytes.Equal(result, v.Result) {
			t.Errorf("%s: the written document has another result", v.Name)
		}
	}
}

// The verifier, which knows nothing of the engine, comes to the same results, and reading a result loses nothing.
func TestResultsVerify(t *testing.T) {
	for _, v := range load(t) {
		if v.Result == nil {
			continue
		}
		r, problems := score.Parse(v.Result)
		if problems != nil || !bytes.Equal(r.JSON(), v.Result) {
			t.Errorf("%s: the result does not survive being read: %v", v.Name, problems)
		}
		a, problems := assess.Load(v.Assessment, catalogueOf(t, v))
		if !problems.OK() {
			t.Fatal(problems)
		}
		if problems := verify.Result(a, r); problems != nil {
			t.Errorf("%s: %v", v.Name, problems)
		}
	}
}

func catalogueOf(t *testing.T, v vectors.Vector) *catalog.Checked {
	t.Helper()
	if v.Catalog == vectors.OwnCatalog {
		c, problems := catalog.Load(v.CatalogFile, digest.SHA256)
		if !problems.OK() {
			t.Fatal(problems)
		}
		return c
	}
	ref, _ := catalog.ParseRef(v.Catalog)
	c, ok := builtin.Find(ref)
	if !ok {
		t.Fatalf("there is no built-in catalogue %s", v.Catalog)
	}
	return c
}

// Pairs of vectors that differ in form only.
func TestSameResult(t *testing.T) {
	byName := map[string]vectors.Vector{}
	for _, v := range load(t) {
		byName[v.Name] = v
	}
	for _, pair := range []struct{ a, b, reason string }{
		{"sa2-sample", "sa2-sample-shuffled", "the order of answers does not matter"},
		{"sa2-crlf", "sa2-one-line", "white space does not matter"},
		{"sa2-all-met", "sa2-byte-order-mark", "a byte order mark does not matter"},
	} {
		a, b := byName[pair.a], byName[pair.b]
		if a.Result == nil || !bytes.Equal(a.Result, b.Result) {
			t.Errorf("%s and %s must have the same result: %s", pair.a, pair.b, pair.reason)
		}
	}
}
