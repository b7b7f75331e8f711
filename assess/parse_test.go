package assess_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
)

// scheme is a catalogue with everything that answers can refer to: two levels, options, narrowed choices, and states that
// need a reason.
const scheme = `{"format":"hoshitori/catalog/1","id":"scheme","version":"1","status":"final","title":{"ja":"試し","en":"Scheme"},
"publisher":"test","sources":[{"id":"doc","title":"Document"}],
"choices":[{"state":"met","label":{"ja":"は","en":"m"},"advice":{"ja":"あ","en":"a"}},
 {"state":"partial","label":{"ja":"部","en":"p"},"advice":{"ja":"あ","en":"a"}},
 {"state":"unmet","label":{"ja":"否","en":"u"},"advice":{"ja":"あ","en":"a"}},
 {"state":"unknown","label":{"ja":"不明","en":"k"},"advice":{"ja":"あ","en":"a"}},
 {"state":"not_applicable","label":{"ja":"外","en":"n"},"advice":{"ja":"あ","en":"a"}}],
"levels":[{"id":"3","title":{"ja":"三","en":"three"},"rule":"all-met"},{"id":"4","title":{"ja":"四","en":"four"},"rule":"all-met"}],
"items":[
 {"id":"a","kind":"criterion","level":"3","text":{"ja":"問","en":"a"},"source":{"id":"doc"},"options":[{"id":"x","text":{"ja":"一","en":"x"}},{"id":"y","text":{"ja":"二","en":"y"}}]},
 {"id":"b","kind":"criterion","level":"4","text":{"ja":"問","en":"b"},"source":{"id":"doc"},"choices":[{"state":"met"},{"state":"unmet"}]}]}`

func schemeCatalog(t testing.TB) *catalog.Checked {
	t.Helper()
	c, problems := catalog.Load([]byte(scheme), nil)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return c
}

// full uses every member of the format and has an "ext" in every object. It is in canonical form but for white space.
const full = `{
"answers":[
 {"answeredOn":"2026-11-20",
  "evidence":[{"effective":"2026-04-01","expires":"2027-03-31","ext":{"n":1},"sha256":"00","title":"規程","where":"共有フォルダー"}],
  "ext":{"n":2},"item":"a","note":"半角ｶﾅ、絵文字🔐、結合文字か゚","options":["x","y"],"reason":{"code":"out_of_scope","ext":{"n":3},"text":"対象外"},
  "respondent":"r1","state":"not_applicable"},
 {"item":"b","respondent":"r2","state":"met"}],
"assessedOn":"2026-11-21",
"carried":[{"answers":[{"ext":{"n":4},"item":"d01","state":"partial"}],"ext":{"n":5},"from":{"ext":{"n":6},"id":"scheme","version":"0"}}],
"catalog":{"ext":{"n":7},"id":"scheme","version":"1"},
"confirmation":{"date":"2026-11-22","digest":"sha256:11","expert":{"ext":{"n":8},"name":"専門家","number":"001234","qualification":"registered_specialist"},
 "ext":{"n":9},"findings":[{"ext":{"n":10},"item":"a","note":"確認した","verdict":"accepted"}]},
"declaration":{"date":"2026-11-23","ext":{"n":11},"name":"代表","title":"社長"},
"ext":{"deep":[{"a":null,"b":[true,false,1.5,-0.001,1e+30,""]}],"n":12},
"format":"hoshitori/assessment/1",
"respondents":[{"ext":{"n":13},"id":"r1","role":"management","site":"hq"},{"id":"r2","role":"it","site":"plant1"}],
"scope":{"ext":{"n":14},"sites":["hq","plant1"],"text":"全社"},
"subject":{"capitalYen":30000000,"corporateNumber":"1234567890123","employees":42,"ext":{"n":15},"industry":"manufacturing","name":"星取製作所"},
"target":"3"}`

// canonical removes the white space between tokens of a text that is canonical otherwise.
func canonical(text string) string {
	text = strings.ReplaceAll(text, "\n  ", "")
	text = strings.ReplaceAll(text, "\n ", "")
	return strings.ReplaceAll(text, "\n", "")
}

func TestFullDocumentIsKept(t *testing.T) {
	want := canonical(full)
	d, problems := assess.Parse([]byte(full))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(want, string(d.JSON())); diff != "" {
		t.Errorf("reading and writing changes the document (-want +got):\n%s", diff)
	}
	a, problems := assess.Check(d, schemeCatalog(t))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(want, string(a.Document().JSON())); diff != "" {
		t.Errorf("checking changes the document (-want +got):\n%s", diff)
	}
	for n := 1; n <= 15; n++ {
		if mark := fmt.Sprintf(`"n":%d}`, n); !strings.Contains(string(d.JSON()), mark) {
			t.Errorf("an ext is lost: %s", mark)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	tests := []struct{ name, reason, in, want string }{
		{"least document", "nothing that was not written appears",
			`{"format":"hoshitori/assessment/1","catalog":{"id":"c","version":"1"},"answers":[]}`,
			`{"answers":[],"catalog":{"id":"c","version":"1"},"format":"hoshitori/assessment/1"}`},
		{"empty members", "empty is the same as not there, so it is written in one way only",
			`{"format":"hoshitori/assessment/1","catalog":{"id":"c","version":"1"},"answers":[],"target":"","subject":{},"scope":{"sites":[]},"respondents":[],"carried":[]}`,
			`{"answers":[],"catalog":{"id":"c","version":"1"},"format":"hoshitori/assessment/1"}`},
		{"an empty confirmation", "that an expert has begun is not the same as that none has",
			`{"format":"hoshitori/assessment/1","catalog":{"id":"c","version":"1"},"answers":[],"confirmation":{},"declaration":{}}`,
			`{"answers":[],"catalog":{"id":"c","version":"1"},"confirmation":{},"declaration":{},"format":"hoshitori/assessment/1"}`},
		{"zero employees", "zero is a number, not an unknown one",
			`{"format":"hoshitori/assessment/1","catalog":{"id":"c","version":"1"},"answers":[],"subject":{"employees":0,"capitalYen":1e3}}`,
			`{"answers":[],"catalog":{"id":"c","version":"1"},"format":"hoshitori/assessment/1","subject":{"capitalYen":1000,"employees":0}}`},
		{"escapes", "a text has one form: only quotes, backslashes and control characters are escaped",
			`{"format":"hoshitori\/assessment\/1","catalog":{"id":"c","version":"1"},"answers":[{"item":"\u0061","state":"met","note":"\u661f\t\"\\\/\u0001\ud83d\udd10<&>\u2028"}]}`,
			`{"answers":[{"item":"a","note":"星\t\"\\/\u0001🔐<&>` + "\u2028" + `","state":"met"}],"catalog":{"id":"c","version":"1"},"format":"hoshitori/assessment/1"}`},
		{"members in UTF-16 order", "RFC 8785 orders by UTF-16 code units, where 🔐 (D83D) stands before ｶ (FF76)",
			`{"format":"hoshitori/assessment/1","catalog":{"id":"c","version":"1"},"answers":[],"ext":{"ｶ":1,"🔐":2,"é":3,"a":4,"":5}}`,
			`{"answers":[],"catalog":{"id":"c","version":"1"},"ext":{"":5,"a":4,"é":3,"🔐":2,"ｶ":1},"format":"hoshitori/assessment/1"}`},
		{"numbers of ext", "RFC 8785 writes numbers as ECMAScript does",
			`{"format":"hoshitori/assessment/1","catalog":{"id":"c","version":"1"},"answers":[],"ext":{"a":1.0,"b":1E21,"c":0.0000001,"d":-0,"e":4.50,"f":2e-3,"g":9007199254740991}}`,
			`{"answers":[],"catalog":{"id":"c","version":"1"},"ext":{"a":1,"b":1e+21,"c":1e-7,"d":0,"e":4.5,"f":0.002,"g":9007199254740991},"format":"hoshitori/assessment/1"}`},
		{"an empty ext", "it is somebody's, so it stays",
			`{"format":"hoshitori/assessment/1","catalog":{"id":"c","version":"1"},"answers":[],"ext":{}}`,
			`{"answers":[],"catalog":{"id":"c","version":"1"},"ext":{},"format":"hoshitori/assessment/1"}`},
		{"the order of answers", "answers are in the order of the file; their order means nothing and is not changed",
			`{"format":"hoshitori/assessment/1","catalog":{"id":"c","version":"1"},"answers":[{"state":"met","item":"z"},{"item":"a","state":"unmet"}]}`,
			`{"answers":[{"item":"z","state":"met"},{"item":"a","state":"unmet"}],"catalog":{"id":"c","version":"1"},"format":"hoshitori/assessment/1"}`},
	}
	names := map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || names[test.name] {
			t.Fatalf("%q needs a reason and a name of its own", test.name)
		}
		names[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			d, problems := assess.Parse([]byte(test.in))
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			first := d.JSON()
			if diff := cmp.Diff(test.want, string(first)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
			again, problems := assess.Parse(first)
			if len(problems) > 0 || !bytes.Equal(again.JSON(), first) {
				t.Errorf("reading what was written gives another document: %v\n%s", problems, again.JSON())
			}
		})
	}
}

// TestProblems reads documents with something wrong and compares every problem: code, line:column and JSON Pointer.
func TestProblems(t *testing.T) {
	const head = `{"format":"hoshitori/assessment/1",` + "\n" + `"catalog":{"id":"scheme","version":"1"},` + "\n"
	tests := []struct {
		name   string
		reason string
		doc    string
		want   []string
	}{
		{"good", "a document with nothing wrong has no problem", full, nil},
		{"good with a byte order mark", "editors write one; it is worth a word, not a refusal", "\uFEFF" + head + `"answers":[]}`,
			[]string{"json/byte-order-mark 1:1 "}},
		{"empty", "an empty file is no document", "", []string{"json/syntax 1:1 "}},
		{"not JSON", "the place is where reading stopped", head + `"answers":[}`, []string{"json/syntax 3:12 "}},
		{"text after the document", "two documents in one file would be half read", head + `"answers":[]} {}`, []string{"json/syntax 3:15 "}},
		{"a trailing comma", "JSON has none", head + `"answers":[],}`, []string{"json/syntax 3:14 "}},
		{"not UTF-8", "Shift_JIS would be read as other characters", head + "\"answers\":[],\"target\":\"\x90\xaf\"}", []string{"json/encoding 3:24 /target"}},
		{"half a character", "a lone surrogate is no text and cannot be written back", head + `"answers":[],"target":"\ud83d"}`, []string{"json/lone-surrogate 3:24 /target"}},
		{"a key twice", "readers disagree about which one counts", head + `"answers":[{"item":"a","state":"met","state":"unmet"}]}`,
			[]string{"json/duplicate-key 3:38 /answers/0/state"}},
		{"a number too long", "a double would change it silently", head + `"answers":[],"subject":{"employees":9007199254740993}}`, []string{"json/number 3:37 /subject/employees"}},
		{"a number too long in ext", "foreign data is rounded with a warning", head + `"answers":[],"ext":{"n":9007199254740993}}`, []string{"json/rounded 3:25 /ext/n"}},
		{"an array", "the document is an object", `[]`, []string{"format/type 1:1 "}},
		{"no format", "without it nothing says what the file is", `{"catalog":{"id":"scheme","version":"1"},"answers":[]}`, []string{"format/missing 1:1 "}},
		{"a newer format", "what it means is not known, so nothing else is reported", `{"format":"hoshitori/assessment/2","answers":5}`, []string{"format/format 1:11 /format"}},
		{"required members", "all that is missing is named at once", `{"format":"hoshitori/assessment/1"}`,
			[]string{"format/missing 1:1 ", "format/missing 1:1 "}},
		{"required members of an answer", "an answer says to what and how", head + `"answers":[{}]}`, []string{"format/missing 3:12 /answers/0", "format/missing 3:12 /answers/0"}},
		{"an unknown key", "a misspelt key must not be dropped silently", head + `"answers":[{"item":"a","state":"met","noted":"x"}]}`,
			[]string{"format/unknown-key 3:38 /answers/0/noted"}},
		{"an unknown key that needs escaping", "the pointer is RFC 6901", head + `"answers":[],"a/b~c":1}`, []string{"format/unknown-key 3:14 /a~1b~0c"}},
		{"columns after full-width characters", "a column is a code point, so that an editor jumps to the right place",
			head + `"subject":{"name":"株式会社🔐か゚"},"answers":5}`, []string{"format/type 3:40 /answers"}},
		{"wrong types", "every one is reported, each at its value", head + `"answers":[{"item":1,"state":"met","options":"x"},null],"target":null}`,
			[]string{"format/type 3:20 /answers/0/item", "format/type 3:46 /answers/0/options", "format/type 3:51 /answers/1", "format/type 3:66 /target"}},
		{"an unknown state", "states are a closed set; unanswered is the absence of an answer", head + `"answers":[{"item":"a","state":"unanswered"},{"item":"b","state":""}]}`,
			[]string{"format/value 3:32 /answers/0/state", "format/value 3:66 /answers/1/state"}},
		{"codes", "roles and verdicts are closed sets", head + `"answers":[],"respondents":[{"id":"r","role":"boss"}],"confirmation":{"findings":[{"item":"a","verdict":"ok"}]}}`,
			[]string{"format/value 3:46 /respondents/0/role", "format/value 3:105 /confirmation/findings/0/verdict"}},
		{"dates", "a day that the calendar does not have is a slip of the pen", head + `"answers":[{"item":"a","state":"met","answeredOn":"2026-02-29"}],"assessedOn":"2026/11/21"}`,
			[]string{"format/date 3:51 /answers/0/answeredOn", "format/date 3:79 /assessedOn"}},
		{"negative staff", "nobody has fewer than no employees", head + `"answers":[],"subject":{"employees":-1,"capitalYen":1.5}}`,
			[]string{"assess/negative 3:37 /subject/employees", "format/value 3:53 /subject/capitalYen"}},
		{"an ext that is no object", "ext is an object everywhere", head + `"answers":[],"ext":"mine"}`, []string{"format/type 3:20 /ext"}},

		{"another edition", "an equal item number in another edition is another question", `{"format":"hoshitori/assessment/1","catalog":{"id":"scheme","version":"2"},"answers":[{"item":"zzz","state":"met"}]}`,
			[]string{"assess/other-catalog 1:46 /catalog"}},
		{"an unknown target", "no verdict could be given", head + `"answers":[],"target":"5"}`, []string{"assess/unknown-target 3:23 /target"}},
		{"an unknown item", "the answer would count for nothing", head + `"answers":[{"item":"c","state":"met"}]}`, []string{"assess/unknown-item 3:20 /answers/0/item"}},
		{"a state the catalogue lacks", "nobody said what it counts for", head + `"answers":[{"item":"a","state":"compensated","reason":{"code":"x"}}]}`,
			[]string{"assess/state-not-allowed 3:32 /answers/0/state"}},
		{"a state the item lacks", "an item may narrow the choices", head + `"answers":[{"item":"b","state":"partial"}]}`, []string{"assess/state-not-allowed 3:32 /answers/0/state"}},
		{"two answers of one respondent", "which one counts cannot be told", head + `"respondents":[{"id":"r"}],"answers":[{"item":"a","state":"met","respondent":"r"},{"item":"a","state":"unmet","respondent":"r"}]}`,
			[]string{"assess/duplicate-answer 3:83 /answers/1"}},
		{"two answers of two respondents", "they combine", head + `"respondents":[{"id":"r"}],"answers":[{"item":"a","state":"met","respondent":"r"},{"item":"a","state":"unmet"}]}`, nil},
		{"no reason", "what does not apply needs one, for the expert to accept", head + `"answers":[{"item":"a","state":"not_applicable"},{"item":"a","state":"met"}]}`,
			[]string{"assess/reason-missing 3:12 /answers/0", "assess/duplicate-answer 3:50 /answers/1"}},
		{"an unlisted respondent", "whose word is it?", head + `"answers":[{"item":"a","state":"met","respondent":"r9"}]}`, []string{"assess/unknown-respondent 3:51 /answers/0/respondent"}},
		{"respondents", "an id names one respondent", head + `"answers":[],"respondents":[{"id":"r"},{"id":"r"},{"id":""}]}`,
			[]string{"assess/duplicate-respondent 3:46 /respondents/1/id", "assess/empty-respondent 3:57 /respondents/2/id"}},
		{"an unlisted site", "worth a word; answers do not hang on sites", head + `"answers":[],"scope":{"sites":["hq"]},"respondents":[{"id":"r","site":"HQ"}]}`,
			[]string{"assess/unknown-site 3:71 /respondents/0/site"}},
		{"an unknown option", "the alternative that is said to be in place is none of the item's", head + `"answers":[{"item":"a","state":"met","options":["x","z"]}]}`,
			[]string{"assess/unknown-option 3:53 /answers/0/options/1"}},
		{"evidence that expires early", "probably two dates changed places", head + `"answers":[{"item":"a","state":"met","evidence":[{"effective":"2026-04-01","expires":"2026-03-31"}]}]}`,
			[]string{"assess/expiry 3:86 /answers/0/evidence/0/expires"}},
		{"findings", "a finding is about an answer, and there is one", head + `"answers":[{"item":"a","state":"met"}],"confirmation":{"findings":[{"item":"a","verdict":"accepted"},` + "\n" +
			`{"item":"a","verdict":"rejected"},{"item":"b","verdict":"accepted"},{"item":"c","verdict":"unclear"}]}}`,
			[]string{"assess/duplicate-finding 4:1 /confirmation/findings/1", "assess/finding-without-answer 4:43 /confirmation/findings/2/item", "assess/unknown-item 4:77 /confirmation/findings/3/item"}},
		{"much at once", "problems are collected, in the order of their places", head + `"answers":[{"item":"c","state":"met"},{"item":"b","state":"partial"},{"item":"a","state":"not_applicable"}],"target":"5"}`,
			[]string{"assess/unknown-item 3:20 /answers/0/item", "assess/state-not-allowed 3:59 /answers/1/state", "assess/reason-missing 3:70 /answers/2", "assess/unknown-target 3:118 /target"}},
	}
	c := schemeCatalog(t)
	names, reported := map[string]bool{}, map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || names[test.name] {
			t.Fatalf("%q needs a reason and a name of its own", test.name)
		}
		names[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			a, problems := assess.Load([]byte(test.doc), c)
			var got []string
			for _, p := range problems {
				got = append(got, fmt.Sprintf("%s %d:%d %s", p.Kind.Code, p.Position.Line, p.Position.Column, p.Pointer))
				reported[p.Kind.Code] = true
				if text := p.Error() + p.Message().JA + p.Hint().JA; strings.Contains(text, "{got}") || strings.Contains(text, "{item}") {
					t.Errorf("a placeholder is left in %q", text)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
			if (a != nil) != problems.OK() {
				t.Errorf("the assessment is there: %t, the problems are OK: %t", a != nil, problems.OK())
			}
		})
	}
	for _, kind := range assess.Kinds() {
		if strings.HasPrefix(kind.Code, "assess/") && !reported[kind.Code] {
			t.Errorf("no case reports %s", kind.Code)
		}
	}
}

func TestProblemsAreCapped(t *testing.T) {
	doc := `{"format":"hoshitori/assessment/1","catalog":{"id":"scheme","version":"1"},"answers":[` +
		strings.Repeat(`{"item":"zzz","state":"met"},`, 500) + `{"item":"a","state":"met"}]}`
	_, problems := assess.Load([]byte(doc), schemeCatalog(t))
	last := problems[len(problems)-1]
	if len(problems) != 201 || last.Kind.Code != "format/more" || !strings.Contains(last.Message().EN, "799") {
		t.Errorf("%d problems, the last is %v; want 200 and how many more there are", len(problems), last)
	}
}

func TestKinds(t *testing.T) {
	codes := map[string]bool{}
	for _, kind := range assess.Kinds() {
		if codes[kind.Code] {
			t.Errorf("%s is there twice", kind.Code)
		}
		codes[kind.Code] = true
		if kind.Message.JA == "" || kind.Message.EN == "" || kind.Hint.JA == "" || kind.Hint.EN == "" {
			t.Errorf("%s lacks a text", kind.Code)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(full))
	f.Add([]byte(canonical(full)))
	f.Add(assess.New(catalog.Ref{ID: "sa2", Version: "3.1"}).JSON())
	d := assess.New(catalog.Ref{ID: "sa2", Version: "3.1"})
	for i, item := range sa2v31.Catalog().Items() {
		d.Set(assess.Answer{Item: item.ID, State: []catalog.State{catalog.Met, catalog.Unmet, catalog.Unknown}[i%3], Note: "メモ"})
	}
	f.Add(d.JSON())
	f.Add([]byte("\uFEFF" + full))
	f.Add([]byte(`{"format":"hoshitori/assessment/1","catalog":{"id":"scheme","version":"1"},"answers":[{"item":"a","state":"nope"},{"item":"b","item":"b"}],"x":1}`))
	c := schemeCatalog(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		d, problems := assess.Parse(data)
		read(t, problems)
		if !problems.OK() {
			return
		}
		first := d.JSON()
		again, problems := assess.Parse(first)
		if len(problems) > 0 {
			t.Fatalf("what was read and written has problems: %v\n%s", problems, first)
		}
		if second := again.JSON(); !bytes.Equal(first, second) {
			t.Fatalf("not stable:\n%s\n%s", first, second)
		}
		for _, known := range []*catalog.Checked{c, sa2v31.Catalog()} {
			a, problems := assess.Check(d, known)
			read(t, problems)
			if a != nil && !bytes.Equal(a.Document().JSON(), first) {
				t.Fatalf("checking changes the document:\n%s\n%s", first, a.Document().JSON())
			}
		}
	})
}

// read reads every problem in both languages, as a page or terminal would.
func read(t *testing.T, problems problem.List) {
	t.Helper()
	for _, p := range problems {
		if p.Error() == "" || p.Message().JA == "" || p.Hint().JA == "" {
			t.Fatalf("%s says nothing", p.Kind.Code)
		}
	}
}
