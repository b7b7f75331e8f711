package verify_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/score"
	"github.com/hoshitori/hoshitori/score/verify"
)

// rich is a scheme that uses everything: points for every state, bands, two levels with several rules and needs, nested
// sections, every kind of item, narrowed choices.
const rich = `{"format":"hoshitori/catalog/1","id":"rich","version":"2","status":"superseded","supersededBy":"3","title":{"ja":"全部","en":"Rich"},
"publisher":"test","sources":[{"id":"doc","title":"Document"}],
"choices":[{"state":"met","points":4,"label":{"ja":"は","en":"m"},"advice":{"ja":"あ","en":"a"}},
 {"state":"partial","points":2,"label":{"ja":"部","en":"p"},"advice":{"ja":"あ","en":"a"}},
 {"state":"unmet","points":0,"label":{"ja":"否","en":"u"},"advice":{"ja":"あ","en":"a"}},
 {"state":"unknown","points":-1,"label":{"ja":"不明","en":"k"},"advice":{"ja":"あ","en":"a"}},
 {"state":"not_applicable","points":3,"label":{"ja":"外","en":"n"},"advice":{"ja":"あ","en":"a"}},
 {"state":"compensated","points":1,"label":{"ja":"代","en":"c"},"advice":{"ja":"あ","en":"a"}}],
"bands":[{"id":"high","min":12,"title":{"ja":"上","en":"high"},"advice":{"ja":"あ","en":"a"},"source":{"id":"doc","clause":"top"}},
 {"id":"middle","min":6,"title":{"ja":"中","en":"middle"},"advice":{"ja":"あ","en":"a"},"source":{"id":"doc","clause":"centre"}},
 {"id":"low","min":-100,"title":{"ja":"下","en":"low"},"advice":{"ja":"あ","en":"a"},"source":{"id":"doc","clause":"bottom"}}],
"levels":[{"id":"1","title":{"ja":"一","en":"one"},"rule":["all-met","conditions"],"needs":["declare"],"source":{"id":"doc","clause":"level one"}},
 {"id":"2","title":{"ja":"二","en":"two"},"rule":["all-met","all-answered","conditions"],"needs":["expert-confirmation","declaration","third-party-evaluation"],"source":{"id":"doc","clause":"level two"}}],
"sections":[{"id":"top","title":{"ja":"章","en":"top"}},{"id":"inner","parent":"top","title":{"ja":"節","en":"inner"}},{"id":"other","title":{"ja":"別","en":"other"}}],
"items":[
 {"id":"a","kind":"question","level":"1","section":"top","text":{"ja":"問","en":"a"},"source":{"id":"doc","clause":"a"}},
 {"id":"b","kind":"question","level":"1","section":"inner","text":{"ja":"問","en":"b"},"source":{"id":"doc","clause":"b"}},
 {"id":"c","kind":"question","level":"1","section":"other","text":{"ja":"問","en":"c"},"source":{"id":"doc","clause":"c"}},
 {"id":"d","kind":"question","level":"2","section":"inner","text":{"ja":"問","en":"d"},"source":{"id":"doc","clause":"d"}},
 {"id":"e","kind":"question","level":"2","text":{"ja":"問","en":"e"},"source":{"id":"doc","clause":"e"}},
 {"id":"f","kind":"criterion","level":"2","section":"other","text":{"ja":"問","en":"f"},"source":{"id":"doc","clause":"f"}},
 {"id":"g","kind":"condition","level":"1","text":{"ja":"問","en":"g"},"source":{"id":"doc","clause":"g"},
  "choices":[{"state":"met"},{"state":"unmet"},{"state":"unknown"}]}]}`

const answers = `{"format":"hoshitori/assessment/1","catalog":{"id":"rich","version":"2"},%s
"respondents":[{"id":"r1"},{"id":"r2"}],"answers":[
 {"item":"a","state":"met","respondent":"r2"},{"item":"a","state":"partial","respondent":"r1"},{"item":"a","state":"met"},
 {"item":"b","state":"not_applicable","reason":{"code":"out_of_scope"}},
 {"item":"c","state":"unknown","respondent":"r1"},{"item":"c","state":"partial","respondent":"r2"},
 {"item":"d","state":"compensated","reason":{"text":"guarded"}},
 {"item":"f","state":"met"},{"item":"g","state":"met"}],
"confirmation":{"expert":{"name":"expert"},"date":"2026-11-22","findings":[{"item":"b","verdict":"accepted"},{"item":"d","verdict":"unclear"}%s]},
"declaration":{"name":"owner","date":"2026-11-23"}}`

func load(t testing.TB, document string, c *catalog.Checked) *assess.Checked {
	t.Helper()
	a, problems := assess.Load([]byte(document), c)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return a
}

func richCatalog(t testing.TB) *catalog.Checked {
	t.Helper()
	c, problems := catalog.Load([]byte(rich), digest.SHA256)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return c
}

// cases are assessments that between them have every state, finding, rule and need.
func cases(t testing.TB) map[string]*assess.Checked {
	r := richCatalog(t)
	sa2 := assess.New(sa2v31.Catalog().Ref())
	for i, item := range sa2v31.Catalog().Items() {
		if state := []catalog.State{catalog.Met, catalog.Met, catalog.Partial, catalog.Unmet, catalog.Unknown, 0}[i%6]; state != 0 && item.Kind == catalog.Question {
			sa2.Set(assess.Answer{Item: item.ID, State: state})
		}
	}
	return map[string]*assess.Checked{
		"rich":          load(t, fmt.Sprintf(answers, "", ""), r),
		"rich, level 1": load(t, fmt.Sprintf(answers, `"target":"1",`, `,{"item":"f","verdict":"rejected"}`), r),
		"rich, empty":   load(t, `{"format":"hoshitori/assessment/1","catalog":{"id":"rich","version":"2"},"answers":[]}`, r),
		"two stars":     load(t, string(sa2.JSON()), sa2v31.Catalog()),
		"one star, no points": load(t, `{"format":"hoshitori/assessment/1","catalog":{"id":"sa1","version":"4.0"},"target":"1",
			"answers":[{"item":"1","state":"unmet"},{"item":"2","state":"partial"},{"item":"3","state":"unknown"},{"item":"commit","state":"met"}]}`, sa1v40.Catalog()),
	}
}

func TestGoodResultsPass(t *testing.T) {
	for name, a := range cases(t) {
		for _, p := range verify.Result(a, score.Evaluate(a, score.Options{})) {
			t.Errorf("%s: %s: %v", name, p.Pointer, p)
		}
	}
}

// TestEveryChangeIsFound changes every member of good results, one at a time, in every way below, and expects a problem.
// The only change that may pass is of the target, where the file is then exactly the result for that other target: the
// target is the choice of whoever evaluates.
func TestEveryChangeIsFound(t *testing.T) {
	total := 0
	all := cases(t)
	delete(all, "two stars") // the same kinds of node as the others have, 27 times over
	for name, a := range all {
		r := score.Evaluate(a, score.Options{})
		good := r.JSON()
		var tree any
		decoder := json.NewDecoder(bytes.NewReader(good))
		decoder.UseNumber()
		if err := decoder.Decode(&tree); err != nil {
			t.Fatal(err)
		}
		vocabulary := map[string][]string{}
		collect(tree, "", vocabulary)
		changes := 0
		mutate(tree, "", "", vocabulary, func(pointer, change string) {
			data, err := json.Marshal(tree)
			if err != nil {
				t.Fatal(err)
			}
			claimed, problems := score.Parse(data)
			if !problems.OK() {
				return // not even the form of a result
			}
			if found := verify.Result(a, claimed); len(found) > 0 {
				changes++
				return
			}
			if bytes.Equal(claimed.JSON(), good) {
				return // says the same, such as an empty member left out
			}
			same := score.Evaluate(a, score.Options{Target: claimed.Target})
			if pointer == "/target" && bytes.Equal(claimed.JSON(), same.JSON()) {
				return
			}
			t.Errorf("%s: %s %s is not found", name, pointer, change)
		})
		if changes < 500 && name != "one star, no points" {
			t.Errorf("%s: only %d changes were found", name, changes)
		}
		total += changes
	}
	t.Logf("%d changes were found", total)
}

// collect gathers, by the name of the member, every string of the tree and the codes of its set.
func collect(v any, name string, into map[string][]string) {
	switch v := v.(type) {
	case map[string]any:
		for key, child := range v {
			collect(child, key, into)
		}
	case []any:
		for _, child := range v {
			collect(child, name, into)
		}
	case string:
		if !slices.Contains(into[name], v) && len(into[name]) < 3 {
			into[name] = append(into[name], v)
		}
	}
	into["state"] = append(catalog.StateCodes(), "unanswered")
	into["criteria"] = []string{"met", "open", "unmet"}
	into["assurance"] = []string{"self", "expert_confirmed", "third_party"}
	into["remaining"] = catalog.NeedCodes()
	into["status"] = catalog.StatusCodes()
	into["finding"] = []string{"accepted", "rejected", "unclear", ""}
}

// mutate changes one thing of the tree at a time, calls try, and changes it back.
func mutate(v any, pointer, name string, vocabulary map[string][]string, try func(pointer, change string)) {
	switch v := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			old, at := v[key], pointer+"/"+key
			for _, other := range others(old, key, vocabulary) {
				v[key] = other
				try(at, fmt.Sprintf("from %v to %v", old, other))
			}
			delete(v, key)
			try(at, "left out")
			v[key] = old
			if list, ok := old.([]any); ok {
				for change, other := range lists(list, key, vocabulary) {
					v[key] = other
					try(at, change)
				}
				v[key] = old
			}
			mutate(old, at, key, vocabulary, try)
		}
	case []any:
		for i, old := range v {
			at := pointer + "/" + strconv.Itoa(i)
			for _, other := range others(old, name, vocabulary) {
				v[i] = other
				try(at, fmt.Sprintf("from %v to %v", old, other))
			}
			v[i] = old
			mutate(old, at, name, vocabulary, try)
		}
	}
}

// others returns what else could stand in place of a string or number.
func others(old any, name string, vocabulary map[string][]string) (out []any) {
	switch old := old.(type) {
	case json.Number:
		n, _ := old.Int64()
		return []any{n + 1, n - 1, -n - 1, int64(1)<<62 + n}
	case string:
		out = []any{old + "x", ""}
		if n, err := strconv.ParseInt(old, 10, 64); err == nil {
			out = append(out, strconv.FormatInt(n+1, 10), strconv.FormatInt(n-1, 10), "9223372036854775807", "-9223372036854775808")
		}
		for _, other := range vocabulary[name] {
			if other != old {
				out = append(out, other)
			}
		}
	}
	return out
}

// lists returns the list with an element dropped, doubled, put elsewhere or added.
func lists(list []any, name string, vocabulary map[string][]string) map[string]any {
	out := map[string]any{}
	for i := range list {
		out[fmt.Sprintf("without %d", i)] = slices.Delete(slices.Clone(list), i, i+1)
		out[fmt.Sprintf("with %d twice", i)] = slices.Insert(slices.Clone(list), i, list[i])
		if i > 0 {
			swapped := slices.Clone(list)
			swapped[i], swapped[i-1] = swapped[i-1], swapped[i]
			out[fmt.Sprintf("with %d and %d swapped", i-1, i)] = swapped
			moved := slices.Clone(list)
			moved[i] = moved[0]
			out[fmt.Sprintf("with 0 in place of %d", i)] = moved
		}
	}
	for _, s := range append(vocabulary[name], "a") {
		out["with "+s+" added"] = append(slices.Clone(list), s)
	}
	return out
}

// edit changes a result in one place; the assessment stays.
type edit func(r *score.Result)

func TestProblems(t *testing.T) {
	all := cases(t)
	tests := []struct {
		name   string
		reason string
		of     string
		edit   edit
		want   []string // code and pointer
	}{
		{"another edition", "ids of another edition mean other items, so nothing else is compared", "rich",
			func(r *score.Result) { r.Catalog.Version = "1"; r.Points.Score = 99 }, []string{"verify/catalog /catalog/version"}},
		{"another text", "the digest tells that the catalogue was another, though its name is the same", "rich",
			func(r *score.Result) { r.Catalog.Digest = "sha256:00" }, []string{"verify/catalog /catalog/digest"}},
		{"a target that is no level", "what the counts speak of would be anybody's guess", "rich",
			func(r *score.Result) { r.Target = "9" }, []string{"verify/target /target"}},
		{"no target where the assessment has one", "a result may look at another level, but not leave the firm's aim away", "rich, level 1",
			func(r *score.Result) { r.Target = "" }, []string{"verify/target /target"}},
		{"a rule of combination from elsewhere", "every state would be another", "rich",
			func(r *score.Result) { r.Combine = 7 }, []string{"verify/combine /combine"}},
		{"a count", "twelve of seven items cannot be answered", "rich",
			func(r *score.Result) { r.Completeness.Answered = 12 }, []string{"verify/count /completeness/answered"}},
		{"a better score", "the number on the page is not what the tree adds up to", "rich",
			func(r *score.Result) { r.Points.Score = 16 }, []string{"verify/points /points/score"}},
		{"points left out", "the catalogue has points, so a result without them hides them", "rich",
			func(r *score.Result) { r.Points = nil }, []string{"verify/points-presence /points"}},
		{"points invented", "no scheme without points has a percentage", "one star, no points",
			func(r *score.Result) { r.Points = &score.Points{Score: 50} }, []string{"verify/points-presence /points"}},
		{"a better band", "the band does not follow from the score", "rich",
			func(r *score.Result) { r.Points.Band = "high" }, []string{"verify/band /points/band"}},
		{"a consistent lie", "an answer counted as met with every sum above it adjusted is still not what was answered", "rich",
			func(r *score.Result) {
				r.Points.Score += 2
				r.Explanation.Children[0].Value = add(r.Explanation.Children[0].Value, 2)
				section := &r.Explanation.Children[0].Children[0]
				section.Value = add(section.Value, 2)
				section.Children[0].Value, section.Children[0].State = "4", catalog.Met
			}, []string{"verify/points /points/score", "verify/points /explanation/children/0/value",
				"verify/points /explanation/children/0/children/0/value", "verify/points /explanation/children/0/children/0/children/0/value",
				"verify/answer /explanation/children/0/children/0/children/0/state"}},
		{"a question left out", "its points would be missing from the sum", "rich",
			func(r *score.Result) {
				section := &r.Explanation.Children[0].Children[1]
				section.Children = section.Children[1:]
			}, []string{"verify/missing /explanation/children/0/children/1/children"}},
		{"a question counted twice", "the same answer cannot count for two", "rich",
			func(r *score.Result) {
				section := &r.Explanation.Children[0].Children[1]
				section.Children = append(section.Children, section.Children[0])
			}, []string{"verify/counted-twice /explanation/children/0/children/1/children/2"}},
		{"a question of somebody else's", "what the catalogue does not ask cannot count", "rich",
			func(r *score.Result) {
				section := &r.Explanation.Children[0].Children[1]
				extra := section.Children[0]
				extra.ID, extra.Item = "score/z", "z"
				section.Children = append(section.Children, extra)
			}, []string{"verify/foreign /explanation/children/0/children/1/children/2"}},
		{"another rule", "the number would rest on a rule that does not apply", "rich",
			func(r *score.Result) { r.Explanation.Rule = "sum" }, []string{"verify/rule /explanation/rule"}},
		{"another clause", "a reader would look the rule up in the wrong place", "rich",
			func(r *score.Result) { r.Explanation.Clause.Clause = "page 1" }, []string{"verify/clause /explanation/clause/clause"}},
		{"another kind of node", "a section is not a question", "rich",
			func(r *score.Result) { r.Explanation.Children[0].Kind = score.NodeSection }, []string{"verify/node /explanation/children/0/kind"}},
		{"criteria that are met", "the worst lie there is: a star that is not there", "rich",
			func(r *score.Result) { r.Levels[1].Criteria = score.OutcomeMet }, []string{"verify/verdict /levels/1/criteria"}},
		{"nothing remaining", "the scheme still asks for an expert, a declaration and a third party", "rich",
			func(r *score.Result) { r.Levels[1].Remaining = nil },
			[]string{"verify/missing /levels/1/remaining", "verify/missing /levels/1/remaining", "verify/missing /levels/1/remaining"}},
		{"somebody else's word", "no file shows that a third party evaluated", "rich",
			func(r *score.Result) { r.Levels[0].Assurance = score.ThirdParty }, []string{"verify/assurance /levels/0/assurance"}},
		{"gaps in another order", "the first steps shown would not be the most useful ones", "rich",
			func(r *score.Result) {
				r.Gaps[0], r.Gaps[1] = r.Gaps[1], r.Gaps[0]
				r.Gaps[0].Priority, r.Gaps[1].Priority = 1, 2
			}, []string{"verify/count /gaps/0/priority", "verify/count /gaps/1/priority", "verify/order /gaps/0", "verify/order /gaps/1"}},
		{"a gap without its reason", "a gap that does not say what it brings cannot be weighed", "rich",
			func(r *score.Result) { r.Gaps[0].Reasons = r.Gaps[0].Reasons[:1] }, []string{"verify/reason /gaps/0/reasons"}},
	}
	seen, reported := map[string]bool{}, map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || seen[test.name] {
			t.Fatalf("%q needs a reason and a name of its own", test.name)
		}
		seen[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			a := all[test.of]
			r := score.Evaluate(a, score.Options{})
			test.edit(&r)
			var got []string
			for _, p := range verify.Result(a, r) {
				got = append(got, p.Kind.Code+" "+p.Pointer)
				reported[p.Kind.Code] = true
				if text := p.Error(); strings.Contains(text, "{") {
					t.Errorf("a placeholder is left in %q", text)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%s: got %q, want %q", test.reason, got, test.want)
			}
		})
	}
	for _, kind := range verify.Kinds() {
		if !reported[kind.Code] {
			t.Errorf("no case reports %s", kind.Code)
		}
	}
}

func add(s string, n int) string {
	old, _ := strconv.Atoi(s)
	return strconv.Itoa(old + n)
}

func TestKinds(t *testing.T) {
	codes := map[string]bool{}
	for _, kind := range verify.Kinds() {
		if codes[kind.Code] || !strings.HasPrefix(kind.Code, "verify/") {
			t.Errorf("%s is there twice or has another prefix", kind.Code)
		}
		codes[kind.Code] = true
		if kind.Severity != problem.Error {
			t.Errorf("%s: a claim that does not hold is never a mere warning", kind.Code)
		}
		for _, text := range []string{kind.Message.JA, kind.Message.EN, kind.Hint.JA, kind.Hint.EN} {
			if text == "" {
				t.Errorf("%s lacks a text", kind.Code)
			}
		}
	}
}

// TestDigestIsOptional: a host that gave no hash cannot check a digest, and everything else still is.
func TestDigestIsOptional(t *testing.T) {
	c, problems := catalog.Load([]byte(rich), nil)
	if !problems.OK() {
		t.Fatal(problems)
	}
	r := score.Evaluate(cases(t)["rich"], score.Options{})
	if found := verify.Result(load(t, fmt.Sprintf(answers, "", ""), c), r); len(found) > 0 {
		t.Errorf("without a hash: %v", found)
	}
}
