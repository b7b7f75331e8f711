package verify_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/score"
	"github.com/hoshitori/hoshitori/score/verify"
)

// Every result of the shared vectors holds by the answers that it cites itself.
func TestAlone(t *testing.T) {
	files, err := filepath.Glob("../../testdata/vectors/*/result.json")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d results, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, problems := score.Parse(data)
		if !problems.OK() {
			t.Fatalf("%s: %v", file, problems)
		}
		c, ok := builtin.Find(catalog.Ref{ID: r.Catalog.ID, Version: r.Catalog.Version})
		if !ok {
			source, err := os.ReadFile(filepath.Join(filepath.Dir(file), "catalog.json"))
			if err != nil {
				t.Fatal(err)
			}
			c, _ = catalog.Load(source, digest.SHA256)
		}
		for _, p := range verify.Alone(c, r) {
			t.Errorf("%s: %v", file, p)
		}
	}
}

func TestAloneFinds(t *testing.T) {
	data, err := os.ReadFile("../../testdata/vectors/sa2-sample/result.json")
	if err != nil {
		t.Fatal(err)
	}
	c, _ := builtin.Find(catalog.Ref{ID: "sa2", Version: "3.1"})
	for _, test := range []struct{ reason, old, new, code string }{
		{"a score that its own leaves do not add up to", `"score":"74"`, `"score":"99"`, "verify/points"},
		{"a bound beyond what the open answers can bring", `"high":"84","low":"76","max"`, `"high":"100","low":"76","max"`, "verify/points"},
		{"a star whose conditions are open", `"criteria":"open"`, `"criteria":"met"`, "verify/verdict"},
		{"nothing left to do, though the scheme asks for a declaration", `"remaining":["declare"]`, `"remaining":[]`, "verify/missing"},
		{"an answer that the catalogue does not allow", `"state":"met"}],"high":"4","id":"score/1"`, `"state":"compensated"}],"high":"4","id":"score/1"`, "verify/answer"},
	} {
		changed := strings.Replace(string(data), test.old, test.new, 1)
		if changed == string(data) {
			t.Fatalf("%s: %s is not in the result", test.reason, test.old)
		}
		r, problems := score.Parse([]byte(changed))
		if !problems.OK() {
			t.Fatal(problems)
		}
		found := ""
		for _, p := range verify.Alone(c, r) {
			found += p.Kind.Code + " "
		}
		if !strings.Contains(found, test.code) {
			t.Errorf("%s: found %q, want %s", test.reason, found, test.code)
		}
	}
}
