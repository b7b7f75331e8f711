package vectors_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/changes"
	"github.com/hoshitori/hoshitori/catalog/crosswalks"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/score"
)

const (
	linksFolder    = "../../testdata/links"
	editionsFolder = "../../testdata/editions"
)

// What leads from one edition or scheme to another is a promise as well: each case is a function of files and built-in
// data, and its outputs are compared byte by byte.
func TestLinks(t *testing.T) {
	outputs := map[string][]byte{}
	migrate := func(name string, a *assess.Checked, to catalog.Ref, records []*catalog.Changes) *assess.Checked {
		steps, ok := catalog.Route(records, a.Catalog().Ref(), to)
		if !ok {
			t.Fatalf("%s: no route to %s", name, to)
		}
		d, report, problems := assess.MigrateAlong(a, steps)
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		outputs[name+".assessment.json"], outputs[name+".migration.json"] = d.JSON(), report.JSON()
		checked, problems := assess.Check(d, steps[len(steps)-1].To())
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		return checked
	}

	records := ownRecords(t)
	answers := readAnswers(t, "answers-1.json", records[0].From())
	second := migrate("mine-1-to-2", answers, records[0].To().Ref(), records)
	third := migrate("mine-1-to-3", answers, records[1].To().Ref(), records)
	migrate("mine-2-to-1", second, records[0].From().Ref(), records)
	sa1 := everything(t, "sa1@3.1", catalog.Met)
	migrate("sa1-3.1-to-4.0", sa1, ref(t, "sa1@4.0"), changes.All())
	migrate("scs-draft-to-final", everything(t, "scs@2025-12-26", catalog.Met), ref(t, "scs@2026-03-27"), changes.All())

	links := score.Links{Crosswalks: crosswalks.All(), Changes: changes.All()}
	for _, c := range []struct {
		name, from, to, target string
		state                  catalog.State
	}{
		{"sa2-met-scs-3", "sa2@3.1", "scs@2026-03-27", "3", catalog.Met},
		{"sa2-unmet-scs-3", "sa2@3.1", "scs@2026-03-27", "3", catalog.Unmet},
		{"sa2-partial-scs-3", "sa2@3.1", "scs@2026-03-27", "3", catalog.Partial},
		{"sa2-met-tics20", "sa2@3.1", "tics20@2026-01", "", catalog.Met},
		{"sa2-unmet-tics20", "sa2@3.1", "tics20@2026-01", "", catalog.Unmet},
		{"sa1-unmet-scs-3", "sa1@3.1", "scs@2026-03-27", "3", catalog.Unmet}, // a chain: change record, two crosswalks
		{"scs-met-basic10", "scs@2026-03-27", "basic10@5.10", "", catalog.Met},
	} {
		to, _ := builtin.Find(ref(t, c.to))
		inference := score.Infer([]*assess.Checked{everything(t, c.from, c.state)}, to, links, score.InferOptions{Target: c.target})
		outputs[c.name+".inference.json"] = inference.JSON()
	}

	for name, pair := range map[string][2]*assess.Checked{"mine-1-with-3": {answers, third}, "mine-3-with-3": {third, third},
		"sa1-3.1-with-4.0": {sa1, everything(t, "sa1@4.0", catalog.Met)}} {
		route, _ := catalog.Route(append(records, changes.All()...), pair[0].Catalog().Ref(), pair[1].Catalog().Ref())
		comparison, problems := score.Compare(pair[0], pair[1], score.CompareOptions{At: "2026-11-22", Route: route})
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		outputs[name+".comparison.json"] = comparison.JSON()
	}
	compareFiles(t, outputs)
}

// compareFiles holds the outputs against the files of testdata/links, none more and none less.
func compareFiles(t *testing.T, outputs map[string][]byte) {
	t.Helper()
	if *update {
		if err := os.RemoveAll(linksFolder); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(linksFolder, 0o755); err != nil {
			t.Fatal(err)
		}
		for name, data := range outputs {
			if err := os.WriteFile(filepath.Join(linksFolder, name), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	files, err := os.ReadDir(linksFolder)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(outputs) {
		t.Errorf("%d files, %d outputs", len(files), len(outputs))
	}
	for name, got := range outputs {
		want, err := os.ReadFile(filepath.Join(linksFolder, name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s differs; if that is meant: go test ./internal/vectors -update", name)
		}
	}
}

// ownRecords returns the change records of the test editions, earlier ones first.
func ownRecords(t *testing.T) []*catalog.Changes {
	t.Helper()
	var editions []*catalog.Checked
	for _, name := range []string{"mine-1.json", "mine-2.json", "mine-3.json"} {
		c, problems := catalog.Load(readFile(t, name), digest.SHA256)
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		editions = append(editions, c)
	}
	var records []*catalog.Changes
	for i, name := range []string{"mine-1-2.json", "mine-2-3.json"} {
		r, problems := catalog.LoadChanges(readFile(t, name), editions[i], editions[i+1])
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	return records
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(editionsFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readAnswers(t *testing.T, name string, c *catalog.Checked) *assess.Checked {
	t.Helper()
	a, problems := assess.Load(readFile(t, name), c)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return a
}

func ref(t *testing.T, name string) catalog.Ref {
	t.Helper()
	r, ok := catalog.ParseRef(name)
	if !ok {
		t.Fatal(name)
	}
	return r
}

// everything returns answers of one state to all items of a built-in catalogue.
func everything(t *testing.T, name string, state catalog.State) *assess.Checked {
	t.Helper()
	c, ok := builtin.Find(ref(t, name))
	if !ok {
		t.Fatal(name)
	}
	d := assess.New(c.Ref())
	for _, item := range c.Items() {
		if c.Allows(item, state) {
			d.Set(assess.Answer{Item: item.ID, State: state})
		}
	}
	a, problems := assess.Check(d, c)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return a
}
