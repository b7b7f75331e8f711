package schema_test

import (
	"bytes"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/schema"
	"github.com/stretchr/testify/require"
)

const (
	assessmentHead = `{"format":"hoshitori/assessment/1","catalog":{"id":"sa2","version":"3.1"},`
	resultHead     = `{"format":"hoshitori/result/1","catalog":{"id":"a","version":"1","status":"final"},"target":"","combine":"worst",
"completeness":{"total":0,"answered":0,"unknown":0,"unanswered":0,"notApplicable":0},"levels":[],"sections":[],`
	resultTail    = `"gaps":[],"explanation":{"id":"a","kind":"band","value":"","rule":"","children":[]}}`
	catalogHead   = `{"format":"hoshitori/catalog/1","id":"a","version":"1","status":"final","title":{},"publisher":"p","sources":[],"choices":[],"items":[],`
	editions      = `"from":{"id":"a","version":"1"},"to":{"id":"a","version":"2"},`
	changesHead   = `{"format":"hoshitori/changes/1",` + editions + `"author":{},"sources":[],`
	crosswalkHead = `{"format":"hoshitori/crosswalk/1","id":"a-b","title":{},` + editions + `"author":{},`
	extensionHead = `{"format":"hoshitori/extension/1","id":"b","version":"1","status":"draft","title":{},"publisher":"p","extends":{"id":"a","version":"1"},"sources":[],`
	migrationHead = `{"format":"hoshitori/migration/1",` + editions + `"confirmationAside":false,"declarationAside":false,`
)

// line is what one problem of a test comes to.
type line struct {
	code         string
	line, column int
	pointer      string
}

func TestBadDocuments(t *testing.T) {
	seen := map[string]bool{}
	for _, test := range []struct {
		name, document string
		want           []line
		reason         string
	}{
		{"no object", `["a"]`, []line{{"schema/type", 1, 1, ""}}, "a file is an object"},
		{"no format", "{\n}", []line{{"schema/required", 1, 1, ""}}, "without a format nothing says what the file is"},
		{"format is a number", `{"format": 1}`, []line{{"schema/type", 1, 12, "/format"}}, "the format is a text"},
		{"format of later times", `{"format":"hoshitori/assessment/2","x":1}`, []line{{"schema/unknown-format", 1, 11, "/format"}}, "nothing else can be said about an unknown format"},
		{"empty format", `{"format":""}`, []line{{"schema/unknown-format", 1, 11, "/format"}}, "empty is no format"},
		{"not JSON", "{\n  \"a\" 1}", []line{{"json/syntax", 2, 7, ""}}, "the reader's own problem comes first and alone"},
		{"nothing", "", []line{{"json/syntax", 1, 1, ""}}, "an empty file is no document"},
		{"required keys", `{"format":"hoshitori/assessment/1"}`, []line{{"schema/required", 1, 1, ""}, {"schema/required", 1, 1, ""}}, "one problem for each missing key"},
		{"state in Japanese", assessmentHead + "\n" + `"answers":[{"item":"一","note":"全角","state":"はい"}]}`, []line{{"schema/enum", 2, 44, "/answers/0/state"}}, "columns count full-width characters as one"},
		{"empty state", assessmentHead + `"answers":[{"item":"1","state":""}]}`, []line{{"schema/enum", 1, 106, "/answers/0/state"}}, "an unanswered item has no answer at all"},
		{"no reason", assessmentHead + "\n" + `"answers":[{"item":"1","state":"not_applicable"}]}`, []line{{"schema/required", 2, 12, "/answers/0"}}, "what does not apply needs a reason"},
		{"empty reason", assessmentHead + "\n" + `"answers":[{"item":"1","state":"compensated","reason":{"code":""}}]}`, []line{{"schema/anyOf", 2, 55, "/answers/0/reason"}}, "a reason says something"},
		{"reason is a text", assessmentHead + "\n" + `"answers":[{"item":"1","state":"compensated","reason":"why"}]}`, []line{{"schema/type", 2, 55, "/answers/0/reason"}}, "the wrong type is said once, not for each alternative"},
		{"reason code is a number", assessmentHead + "\n" + `"answers":[{"item":"1","state":"compensated","reason":{"code":1}}]}`, []line{{"schema/type", 2, 63, "/answers/0/reason/code"}}, "the value is there but of the wrong type"},
		{"no state and no item", assessmentHead + "\n" + `"answers":[{}]}`, []line{{"schema/required", 2, 12, "/answers/0"}, {"schema/required", 2, 12, "/answers/0"}}, "the rule about reasons adds nothing here"},
		{"state is null", assessmentHead + "\n" + `"answers":[{"item":"1","state":null}]}`, []line{{"schema/type", 2, 32, "/answers/0/state"}}, "null is not the absence of an answer"},
		{"unknown key", assessmentHead + "\n" + `"answers":[{"item":"1","state":"met","anwseredOn":"2026-11-21"}]}`, []line{{"schema/additionalProperties", 2, 38, "/answers/0/anwseredOn"}}, "a misspelt key would be lost"},
		{"two unknown keys with odd names", assessmentHead + "\n" + `"answers":[],"a/b~c":1,"%20":2}`, []line{{"schema/additionalProperties", 2, 14, "/a~1b~0c"}, {"schema/additionalProperties", 2, 24, "/%20"}}, "pointers escape as RFC 6901 says and not as URLs do"},
		{"ext is a text", assessmentHead + `"answers":[],"ext":"x"}`, []line{{"schema/type", 1, 94, "/ext"}}, "ext is an object"},
		{"no such day", assessmentHead + `"answers":[],"assessedOn":"2026-02-29"}`, []line{{"schema/pattern", 1, 101, "/assessedOn"}}, "2026 is no leap year"},
		{"fraction of a person", assessmentHead + `"answers":[],"subject":{"employees":1.5}}`, []line{{"schema/type", 1, 111, "/subject/employees"}}, "a count is a whole number"},
		{"negative", assessmentHead + `"answers":[],"subject":{"employees":-1}}`, []line{{"schema/minimum", 1, 111, "/subject/employees"}}, "a count is not negative"},
		{"too large", assessmentHead + `"answers":[],"subject":{"capitalYen":1e19}}`, []line{{"schema/maximum", 1, 112, "/subject/capitalYen"}}, "what no reader can hold is refused, not rounded"},
		{"deep in what was carried", assessmentHead + "\n" + `"answers":[],"carried":[{"from":{"id":"x","version":"1"},"answers":[{"item":"1","state":"met","evidence":[{"titel":""}]}]}]}`,
			[]line{{"schema/additionalProperties", 2, 108, "/carried/0/answers/0/evidence/0/titel"}}, "references are followed to the innermost value"},
		{"rule of another kind", catalogHead + "\n" + `"levels":[{"id":"1","title":{},"rule":"any-met"}]}`, []line{{"schema/enum", 2, 39, "/levels/0/rule"}}, "one rule may stand alone"},
		{"rules of another kind", catalogHead + "\n" + `"levels":[{"id":"1","title":{},"rule":["all-met","any-met"]}]}`, []line{{"schema/enum", 2, 50, "/levels/0/rule/1"}}, "several stand in an array"},
		{"rule is a number", catalogHead + "\n" + `"levels":[{"id":"1","title":{},"rule":1}]}`, []line{{"schema/type", 2, 39, "/levels/0/rule"}}, "one problem, although a rule has two forms"},
		{"text without languages", catalogHead + "\n" + `"levels":[{"id":"1","title":"一つ星","rule":"all-met"}]}`, []line{{"schema/type", 2, 29, "/levels/0/title"}}, "texts are in two languages"},
		{"order of places", assessmentHead + "\n" + `"declaration":{"date":"x"},` + "\n" + `"answers":[{"item":1,"state":"x"}],` + "\n" + `"target":[]}`,
			[]line{{"schema/pattern", 2, 23, "/declaration/date"}, {"schema/type", 3, 20, "/answers/0/item"}, {"schema/enum", 3, 30, "/answers/0/state"}, {"schema/type", 4, 10, "/target"}}, "problems stand in the order of the text"},
		{"points as a number", resultHead + "\n" + `"points":{"score":74,"low":"076","high":"-0","max":"+1"},` + resultTail,
			[]line{{"schema/type", 3, 19, "/points/score"}, {"schema/pattern", 3, 28, "/points/low"}, {"schema/pattern", 3, 41, "/points/high"}, {"schema/pattern", 3, 52, "/points/max"}}, "there is one way to write a number of points"},
		{"answers without an item", resultHead + "\n" + `"gaps":[],"explanation":{"id":"a","kind":"band","value":"","rule":"","given":[],"state":"met","children":[]}}`,
			[]line{{"schema/dependentRequired", 3, 25, "/explanation"}, {"schema/dependentRequired", 3, 25, "/explanation"}}, "only leaves cite answers"},
		{"item without a name", resultHead + "\n" + `"gaps":[],"explanation":{"id":"a","kind":"band","value":"","rule":"","item":"","children":[]}}`, []line{{"schema/minLength", 3, 77, "/explanation/item"}}, "an empty id names nothing"},
		{"argument of a reason", resultHead + "\n" + `"gaps":[{"item":"1","state":"met","priority":1,"reasons":[{"code":"gain","args":{"a/%":4}}]}],"explanation":{"id":"a","kind":"band","value":"","rule":"","children":[]}}`,
			[]line{{"schema/type", 3, 88, "/gaps/0/reasons/0/args/a~1%"}}, "arguments are texts, under any name"},
		{"change of another kind", changesHead + "\n" + `"changes":[{"kind":"renamed","from":["一"],"to":["1"],"rationale":{},"source":{}}]}`, []line{{"schema/enum", 2, 20, "/changes/0/kind"}}, "what became of an item is one of nine things"},
		{"change without a source", changesHead + "\n" + `"changes":[{"kind":"kept","from":"1","rationale":{}}]}`, []line{{"schema/required", 2, 12, "/changes/0"}, {"schema/type", 2, 34, "/changes/0/from"}}, "what a change rests on is never left out"},
		{"origin without an item", changesHead + "\n" + `"changes":[{"kind":"added","to":["1"],"rationale":{},"source":{},"origin":{"catalog":{"id":"a"}}}]}`,
			[]line{{"schema/required", 2, 75, "/changes/0/origin"}, {"schema/required", 2, 86, "/changes/0/origin/catalog"}}, "an origin is an item of an edition"},
		{"direction of another kind", crosswalkHead + "\n" + `"entries":[{"from":["1"],"relation":"equal","direction":"up","to":["2"],"rationale":{}}]}`, []line{{"schema/enum", 2, 57, "/entries/0/direction"}}, "a direction is forward, backward or both"},
		{"relation left out", crosswalkHead + "\n" + `"entries":[{"from":["1"],"to":["2"],"rationale":{}}]}`, []line{{"schema/required", 2, 12, "/entries/0"}}, "without a relation nothing is said"},
		{"number of an item is set", extensionHead + "\n" + `"changes":[{"item":"1","kind":"reworded","set":{"text":{},"number":"2"},"rationale":{},"source":{}}]}`, []line{{"schema/additionalProperties", 2, 59, "/changes/0/set/number"}}, "what identifies an item is the base's"},
		{"extension with choices", extensionHead + "\n" + `"choices":[]}`, []line{{"schema/additionalProperties", 2, 1, "/choices"}}, "which answers there are is the base's"},
		{"figure as a number", strings.Replace(catalogHead, `"items":[]`, `"items":[{"id":"1","kind":"criterion","level":"1","text":{},"thresholds":[`+"\n"+`{"id":"a","value":14,"better":"less"}]}]`, 1) + "\n" + `"levels":[]}`,
			[]line{{"schema/type", 2, 19, "/items/0/thresholds/0/value"}, {"schema/enum", 2, 31, "/items/0/thresholds/0/better"}}, "figures are texts, which keep what the source writes"},
		{"yes instead of true", migrationHead + "\n" + `"old":[],"new":[{"item":"1","verdict":"added","from":[],"ask":"はい"}]}`, []line{{"schema/type", 2, 63, "/new/0/ask"}}, "true and false are no texts"},
		{"answer that follows from nothing", assessmentHead + "\n" + `"answers":[{"item":"1","state":"met","inferred":{"crosswalks":["a"]}}]}`, []line{{"schema/required", 2, 49, "/answers/0/inferred"}}, "an inference names what it rests on"},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.NotEmpty(t, test.reason, "every case says why it is one")
			require.False(t, seen[test.name], "the name is used twice")
			seen[test.name] = true
			var got []line
			for _, p := range schema.Validate([]byte(test.document)) {
				got = append(got, line{p.Kind.Code, p.Position.Line, p.Position.Column, p.Pointer})
				complete(t, p)
			}
			require.Equal(t, test.want, got, test.reason)
		})
	}
}

// complete checks that a problem can be shown in both languages.
func complete(t *testing.T, p problem.Problem) {
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		for _, text := range []string{p.Message().In(l), p.Hint().In(l)} {
			require.NotEmpty(t, text)
			for _, a := range p.Args {
				require.NotContains(t, text, "{"+a.Name+"}")
			}
		}
	}
	// Every placeholder of the message has been filled in.
	for _, name := range []string{"name", "want", "got", "value", "allowed", "limit", "given", "why"} {
		require.NotContains(t, p.Message().EN+p.Message().JA+p.Hint().EN+p.Hint().JA, "{"+name+"}")
	}
}

func TestEveryKindOfProblemSpeaksBothLanguages(t *testing.T) {
	codes := map[string]bool{}
	for _, k := range schema.ProblemKinds() {
		require.False(t, codes[k.Code], "%s is there twice", k.Code)
		codes[k.Code] = true
		for _, text := range []string{k.Message.JA, k.Message.EN, k.Hint.JA, k.Hint.EN} {
			require.NotEmpty(t, text, k.Code)
		}
		for _, name := range []string{"name", "want", "got", "value", "allowed", "limit", "given", "why"} {
			ja, en := k.Message.JA+k.Hint.JA, k.Message.EN+k.Hint.EN
			require.Equal(t, strings.Contains(ja, "{"+name+"}"), strings.Contains(en, "{"+name+"}"), "%s: {%s} is in one language only", k.Code, name)
		}
	}
}

func TestWrongKindOfFile(t *testing.T) {
	problems := schema.ValidateAs(schema.Catalog, []byte(assessmentHead+`"answers":[]}`))
	require.Len(t, problems, 1)
	require.Contains(t, problems[0].Message().JA, "「hoshitori/catalog/1」")
	require.Equal(t, schema.ConstKind, problems[0].Kind)

	// What has no format is checked as what it should be.
	problems = schema.ValidateAs(schema.Assessment, []byte(`{"catalog":{"id":"a","version":"1"},"answers":1}`))
	require.Len(t, problems, 2)
	require.Equal(t, schema.RequiredKind, problems[0].Kind)
	require.Equal(t, schema.TypeKind, problems[1].Kind)
}

func TestManyProblemsAreCounted(t *testing.T) {
	data := []byte(assessmentHead + `"answers":[` + strings.TrimSuffix(strings.Repeat(`{"item":1,"state":"x"},`, 5000), ",") + `]}`)
	problems := schema.Validate(data)
	require.Len(t, problems, jsondoc.MaxProblems+1)
	last := problems[jsondoc.MaxProblems]
	require.Equal(t, jsondoc.MoreKind, last.Kind)
	require.Equal(t, strconv.Itoa(2*5000-jsondoc.MaxProblems), last.Args[0].Text.EN)
	require.Equal(t, "/answers/99/state", problems[jsondoc.MaxProblems-1].Pointer, "the first ones are kept")
}

func TestHostileInput(t *testing.T) {
	deep := func(n int) string { return strings.Repeat(`{"a":[`, n) + strings.Repeat(`]}`, n) }
	nodes := func(n int) string {
		const open = `{"id":"a","kind":"k","value":"","rule":"","children":[`
		return `"gaps":[],"explanation":` + strings.Repeat(open, n) + strings.Repeat("]}", n) + `}`
	}
	keys := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(`,"k` + strconv.Itoa(i) + `":1`)
		}
		return b.String()
	}
	for name, test := range map[string]struct{ document, code, reason string }{
		"exponent":        {assessmentHead + `"answers":[],"subject":{"employees":1e2000000}}`, "json/number", "the validator would expand it digit by digit, or panic"},
		"exponent in ext": {assessmentHead + `"answers":[],"ext":{"n":-1e-999999}}`, "json/number", "also where no schema looks"},
		"many digits":     {assessmentHead + `"answers":[],"subject":{"employees":` + strings.Repeat("9", 100_000) + `}}`, "json/number", "a double cannot carry it"},
		"depth":           {assessmentHead + `"answers":[],"ext":` + deep(1000) + `}`, "json/depth", "recursion must end"},
		"deep tree":       {resultHead + nodes(1000), "json/depth", "recursion of our own types must end too"},
		"open brackets":   {strings.Repeat("[", 1_000_000), "json/depth", "an unfinished nest"},
		"duplicate key":   {assessmentHead + `"answers":[],"answers":[]}`, "json/duplicate-key", "two readers would read two files"},
		"duplicate by escape": {assessmentHead + `"answers":[],"\u0061nswers":[]}`, "json/duplicate-key",
			"keys are equal after unescaping"},
		"lone surrogate":        {assessmentHead + `"answers":[],"target":"\ud800"}`, "json/lone-surrogate", "half of a character"},
		"lone surrogate in key": {assessmentHead + `"answers":[],"\udc00":1}`, "json/lone-surrogate", "half of a character"},
		"bytes":                 {assessmentHead + `"answers":[],"target":"` + "\xff" + `"}`, "json/encoding", "not UTF-8"},
		"NUL":                   {"\x00", "json/syntax", "no JSON at all"},
		"huge array":            {assessmentHead + `"answers":[` + strings.TrimSuffix(strings.Repeat(`0,`, 100_000), ",") + `]}`, "schema/type", "only the first problems are kept"},
		"huge object":           {assessmentHead + `"answers":[]` + keys(20_000) + `}`, "schema/additionalProperties", "only the first problems are kept"},
		"huge key":              {assessmentHead + `"answers":[],"` + strings.Repeat("あ", 100_000) + `":1}`, "schema/additionalProperties", "messages quote the beginning"},
		"huge format":           {`{"format":"` + strings.Repeat("hoshitori/", 100_000) + `"}`, "schema/unknown-format", "messages quote the beginning"},
		"braces":                {assessmentHead + `"answers":[{"item":"1","state":"{allowed}{value}"}]}`, "schema/enum", "a value cannot fill in a message"},
	} {
		t.Run(name, func(t *testing.T) {
			problems := schema.Validate([]byte(test.document))
			require.NotEmpty(t, problems, test.reason)
			require.False(t, problems.OK())
			require.Equal(t, test.code, problems[0].Kind.Code, test.reason)
			require.LessOrEqual(t, len(problems), jsondoc.MaxProblems+1)
			for _, p := range problems {
				require.Less(t, len(p.Message().JA), 1000)
			}
		})
	}
}

func TestDeepestTreeThatCanBeRead(t *testing.T) {
	// The tree begins inside one object, and each node adds itself and its children.
	const open = `{"id":"a","kind":"k","value":"","rule":"","children":[`
	n := (jsondoc.MaxDepth - 1) / 2
	require.Empty(t, schema.Validate([]byte(resultHead+`"gaps":[],"explanation":`+strings.Repeat(open, n)+strings.Repeat("]}", n)+`}`)))
}

func TestByteOrderMarkIsAWarning(t *testing.T) {
	problems := schema.Validate([]byte("\ufeff" + assessmentHead + `"answers":[]}`))
	require.True(t, problems.OK())
	require.Len(t, problems, 1)
	require.Equal(t, jsondoc.BOMKind, problems[0].Kind)
}

func TestSameProblemsEveryTime(t *testing.T) {
	data := []byte(`{"format":"hoshitori/catalog/1","z":1,"y":2,"title":{"fr":"","de":""},"items":[{"x":1,"w":2}],"status":1}`)
	want := schema.Validate(data)
	require.Greater(t, len(want), 10)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				if got := schema.Validate(bytes.Clone(data)); got.Error() != want.Error() || len(got) != len(want) {
					t.Error("the problems differ from run to run")
				}
			}
		})
	}
	group.Wait()
	for range 20 {
		require.Equal(t, want, schema.Validate(data))
	}
}

func TestKinds(t *testing.T) {
	for _, k := range schema.Kinds() {
		found, ok := schema.KindOf(k.Format())
		require.True(t, ok)
		require.Equal(t, k, found)
		require.NotEmpty(t, schema.Document(k))
		require.NotEmpty(t, k.String())
	}
	for _, k := range []schema.Kind{schema.Unknown, 99} {
		require.Nil(t, schema.Document(k))
		require.Empty(t, k.String())
		require.Empty(t, k.Format())
		require.Empty(t, schema.ValidateAs(k, []byte(assessmentHead+`"answers":[]}`)), "the document says what it is")
	}
	_, ok := schema.KindOf("")
	require.False(t, ok)
	schema.Document(schema.Catalog)[0] = '!'
	require.Equal(t, byte('{'), schema.Document(schema.Catalog)[0], "the caller has a copy")
}
