package schema_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/changes"
	"github.com/hoshitori/hoshitori/catalog/crosswalks"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/schema"
	"github.com/hoshitori/hoshitori/score"
	"github.com/stretchr/testify/require"
)

// linked adds documents about what connects catalogues, and the reports that rest on them.
func linked(t testing.TB, out map[schema.Kind]map[string][]byte) {
	for _, c := range allChanges(t) {
		name := c.From().Ref().String() + " to " + c.To().Ref().String()
		out[schema.Changes][name] = c.JSON()
		for state, d := range stages(c.From()) {
			migrated, report := assess.Migrate(checked(t, d, c.From()), c)
			out[schema.Migration][name+" "+state] = report.JSON()
			out[schema.Assessment][name+" "+state] = migrated.JSON()
		}
		out[schema.Comparison][name] = compared(t, c.From(), c.To(), c)
	}
	along(t, out)
	source := everyChange()
	out[schema.Changes]["all fields"] = source.JSON()
	for _, c := range crosswalks.All() {
		out[schema.Crosswalk][string(c.ID())] = c.JSON()
	}
	crosswalk := everyRelation()
	out[schema.Crosswalk]["all fields"] = crosswalk.JSON()
	out[schema.Extension]["food"] = readFile(t, "../examples/association/food.json")
	for _, c := range builtin.All() {
		out[schema.Comparison][c.Ref().String()] = compared(t, c, c)
	}
	inferred(t, out)
}

// stages are assessments of one firm at several times.
func stages(c *catalog.Checked) map[string]*assess.Document {
	return map[string]*assess.Document{"empty": assess.New(c.Ref()), "met": answered(c, catalog.Met), "unmet": answered(c, catalog.Unmet), "all fields": everyField(c)}
}

func checked(t testing.TB, d *assess.Document, c *catalog.Checked) *assess.Checked {
	a, problems := assess.Check(d, c)
	require.NoError(t, problems.Err())
	return a
}

// compared compares answers that say everything with later ones whose evidence has expired.
func compared(t testing.TB, from, to *catalog.Checked, route ...*catalog.Changes) []byte {
	before, after := answered(from, catalog.Met), everyField(to)
	before.Target, after.AssessedOn = from.Levels()[0].ID, "2028-03-01"
	c, problems := score.Compare(checked(t, before, from), checked(t, after, to), score.CompareOptions{At: "2030-01-01", Route: route})
	require.NoError(t, problems.Err())
	return c.JSON()
}

// along adds the reports of migrations over more than one edition, forwards and backwards.
func along(t testing.TB, out map[schema.Kind]map[string][]byte) {
	records := allChanges(t)
	for _, way := range [][2]catalog.Version{{"1", "3"}, {"3", "1"}} {
		steps, ok := catalog.Route(records, catalog.Ref{ID: "mine", Version: way[0]}, catalog.Ref{ID: "mine", Version: way[1]})
		require.True(t, ok)
		for state, d := range stages(steps[0].From()) {
			migrated, report, problems := assess.MigrateAlong(checked(t, d, steps[0].From()), steps)
			require.NoError(t, problems.Err())
			name := string(way[0]) + " along to " + string(way[1]) + " " + state
			out[schema.Migration][name], out[schema.Assessment][name] = report.JSON(), migrated.JSON()
		}
	}
}

// inferred adds what answers to one side of each crosswalk decide on the other.
func inferred(t testing.TB, out map[schema.Kind]map[string][]byte) {
	links := score.Links{Crosswalks: crosswalks.All(), Changes: allChanges(t)}
	for _, link := range links.Crosswalks {
		if link.To() == nil { // a guide, which nobody answers
			continue
		}
		for _, state := range []catalog.State{catalog.Unanswered, catalog.Met, catalog.Partial, catalog.Unmet} {
			given := []*assess.Checked{checked(t, answered(link.From(), state), link.From())}
			name := string(link.ID()) + " " + state.String()
			inference := score.Infer(given, link.To(), links, score.InferOptions{})
			out[schema.Inference][name] = inference.JSON()
			d := assess.New(link.To().Ref())
			if len(inference.Fill(d)) > 0 {
				out[schema.Assessment][name] = d.JSON()
			}
		}
	}
	// Answers that contradict each other.
	c := links.Changes[len(links.Changes)-1]
	given := []*assess.Checked{checked(t, answered(c.From(), catalog.Met), c.From()), checked(t, answered(c.To(), catalog.Unmet), c.To())}
	inference := score.Infer(given, c.To(), links, score.InferOptions{Target: c.To().Levels()[0].ID})
	require.NotEmpty(t, inference.Disputes)
	out[schema.Inference]["disputed"] = inference.JSON()
}

// allChanges returns the built-in change records and those of the catalogues that only tests have.
func allChanges(t testing.TB) []*catalog.Changes {
	var editions []*catalog.Checked
	for _, n := range []string{"1", "2", "3"} {
		c, problems := catalog.Load(readFile(t, "../testdata/editions/mine-"+n+".json"), digest.SHA256)
		require.NoError(t, problems.Err())
		editions = append(editions, c)
	}
	all := changes.All()
	for i, file := range []string{"mine-1-2", "mine-2-3"} {
		c, problems := catalog.LoadChanges(readFile(t, "../testdata/editions/"+file+".json"), editions[i], editions[i+1])
		require.NoError(t, problems.Err())
		all = append(all, c)
	}
	return append(all, withoutLevel(t))
}

// withoutLevel returns the record of an edition that lacks a level which the earlier one has.
func withoutLevel(t testing.TB) *catalog.Changes {
	from := pointless(t)
	s, _ := catalog.Parse(from.JSON())
	s.Version, s.Levels[0].ID, s.Items[0].Level = "2027", "3-new", "3-new"
	to, problems := catalog.Check(s, digest.SHA256)
	require.NoError(t, problems.Err())
	clause, text := catalog.Clause{Document: "doc", Confidence: catalog.Official}, catalog.Text{JA: "理由", EN: "reason"}
	c, problems := catalog.CheckChanges(&catalog.ChangesSource{From: catalog.EditionOf(from.Ref()), To: catalog.EditionOf(to.Ref()), Author: text,
		Documents: from.Documents(), Changes: []catalog.Change{
			{Kind: catalog.Moved, From: []catalog.ItemID{"1-2-1-1"}, To: []catalog.ItemID{"1-2-1-1"}, Rationale: text, Clause: clause},
			{Kind: catalog.Kept, From: []catalog.ItemID{"set"}, To: []catalog.ItemID{"set"}, Rationale: text, Clause: clause},
		}}, from, to)
	require.NoError(t, problems.Err())
	return c
}

// everyChange returns a change record in which nothing is left out. Which items it names is not for a schema to judge.
func everyChange() *catalog.ChangesSource {
	ext := catalog.Ext(`{"n":1.5}`)
	text := catalog.Text{JA: "理由", EN: "reason", Ext: `{"a":1}`}
	s := &catalog.ChangesSource{From: catalog.Edition{ID: "a", Version: "1", Ext: ext}, To: catalog.Edition{ID: "a", Version: "2", Ext: ext},
		Author: text, Reviewed: "2026-11-22", Ext: ext, Documents: []catalog.Document{{ID: "d", Title: "t", Read: "2026-11-22", Ext: ext}}}
	for kind := catalog.Kept; kind.String() != ""; kind++ {
		s.Changes = append(s.Changes, catalog.Change{Kind: kind, From: []catalog.ItemID{"1"}, To: []catalog.ItemID{"1", "2"}, Rationale: text, Ext: ext,
			Clause: catalog.Clause{Document: "d", Clause: "1", Confidence: catalog.FromDraft, Ext: ext},
			Origin: catalog.Origin{Catalog: catalog.Edition{ID: "b", Version: "1", Ext: ext}, Item: "3", Ext: ext}})
	}
	return s
}

// everyRelation returns a crosswalk in which nothing is left out.
func everyRelation() *catalog.CrosswalkSource {
	ext := catalog.Ext(`{"n":1.5}`)
	text := catalog.Text{JA: "理由", EN: "reason"}
	s := &catalog.CrosswalkSource{ID: "a-b", Title: text, From: catalog.Edition{ID: "a", Version: "1", Ext: ext}, To: catalog.Edition{ID: "b", Version: "2"},
		Author: text, Reviewed: "2026-11-22", Ext: ext, Documents: []catalog.Document{{ID: "d", Title: "t"}}}
	for relation := catalog.Equal; relation.String() != ""; relation++ {
		for direction := catalog.BothWays; direction.String() != ""; direction++ {
			s.Entries = append(s.Entries, catalog.CrosswalkEntry{From: []catalog.ItemID{"1"}, Relation: relation, Direction: direction,
				To: []catalog.ItemID{"1", "2"}, Rationale: text, Ext: ext})
		}
	}
	return s
}

func readFile(t testing.TB, name string) []byte {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return data
}

// TestFilesOfTheRepositoryValidate validates what people wrote, in the form in which they wrote it.
func TestFilesOfTheRepositoryValidate(t *testing.T) {
	for pattern, least := range map[string]int{"../catalog/changes/*.json": 2, "../catalog/crosswalks/*.json": 8, "../catalog/guides/*.json": 5,
		"../testdata/editions/*.json": 6, "../examples/association/*.json": 1} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.GreaterOrEqual(t, len(files), least, pattern)
		for _, file := range files {
			require.Empty(t, schema.Validate(readFile(t, file)).InFile(file))
		}
	}
}

// TestReportsHaveEveryMember holds the schemas of reports, which nobody reads back, to what is written: no member that is
// never there, and none optional that is always there. Shared with files that are read, whose readers are more lenient, are
// "catalog", "reason", "points" and "text". (What a later release adds has to be optional, because earlier reports lack it.)
func TestReportsHaveEveryMember(t *testing.T) {
	all := written(t)
	for _, kind := range reports {
		k, root := newSketch(t, kind)
		seen := map[string]map[string]int{} // by definition and member
		objects := map[string]int{}
		for _, data := range all[kind] {
			k.count(root, decode(t, data), "the file", objects, seen)
		}
		definitions := map[string]map[string]any{"the file": root}
		for name, d := range k.defs {
			definitions[name] = d.(map[string]any)
		}
		for name, d := range definitions {
			properties, _ := d["properties"].(map[string]any)
			required, _ := d["required"].([]any)
			for member := range properties {
				if member == "ext" {
					continue
				}
				require.NotZero(t, seen[name][member], "%s: nobody writes %q of %s", kind, member, name)
				optional := !slices.Contains(required, any(member))
				if name != "catalog" && name != "reason" && name != "points" && name != "text" {
					require.Equal(t, optional, seen[name][member] < objects[name], "%s: is %q of %s always written?", kind, member, name)
				}
			}
		}
		require.NotEmpty(t, slices.Collect(maps.Keys(seen)))
	}
}

// count counts the objects of each definition and the members that they have.
func (k sketch) count(s map[string]any, v any, definition string, objects map[string]int, seen map[string]map[string]int) {
	if ref, ok := s["$ref"].(string); ok {
		definition = filepath.Base(ref)
	}
	s = k.resolve(s)
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			k.count(s["items"].(map[string]any), e, definition, objects, seen)
		}
	case map[string]any:
		objects[definition]++
		if seen[definition] == nil {
			seen[definition] = map[string]int{}
		}
		properties, _ := s["properties"].(map[string]any)
		for name, e := range v {
			seen[definition][name]++
			if p, ok := properties[name].(map[string]any); ok {
				k.count(p, e, definition, objects, seen)
			}
		}
	}
}

// TestChangedReportsAreExplained alters a report that has every member, one value at a time: whatever is refused is
// explained in both languages, at the value.
func TestChangedReportsAreExplained(t *testing.T) {
	for _, kind := range reports {
		k, root := newSketch(t, kind)
		document := k.full(root, 0)
		refused := map[*problem.Kind]bool{}
		for _, c := range k.changes(t, root, document) {
			for _, p := range schema.ValidateAs(kind, c.data) {
				refused[p.Kind] = true
				complete(t, p)
				require.NotZero(t, p.Position.Line, "%s at %s", c.what, c.pointer)
			}
		}
		for _, want := range []*problem.Kind{schema.TypeKind, schema.RequiredKind, schema.EnumKind, schema.ConstKind, schema.AdditionalPropertiesKind} {
			require.True(t, refused[want], "%s: nothing was refused by %s", kind, want.Code)
		}
	}
}
