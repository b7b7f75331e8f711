package catalog_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// whole is a small catalogue in which every member of the format occurs and nothing is wrong.
const whole = `{
"format": "hoshitori/catalog/1", "id": "small", "version": "1.0", "status": "final", "supersededBy": "",
"title": {"ja": "小さな目録", "en": "Small catalogue"},
"publisher": "試験協会", "published": "2026-04-01", "inForce": "2026-05-01", "retired": "", "staleAfter": "2027-03-31",
"sources": [
 {"id": "doc", "title": "手引き", "url": "https://example.jp/doc", "read": "2026-11-21", "sha256": "00", "license": "CC BY 4.0"},
 {"id": "web", "title": "ページ", "url": "http://example.jp/web"}],
"facts": [
 {"key": "scheme.one", "value": {"ja": "事実。", "en": "A fact."}, "confidence": "official", "source": "doc"}],
"choices": [
 {"state": "met", "label": {"ja": "はい", "en": "Yes"}, "points": 4, "advice": {"ja": "続ける。", "en": "Go on."}},
 {"state": "partial", "label": {"ja": "一部", "en": "Partly"}, "points": 2, "advice": {"ja": "広げる。", "en": "Extend it."}},
 {"state": "unmet", "label": {"ja": "いいえ", "en": "No"}, "points": 0, "advice": {"ja": "始める。", "en": "Begin."}, "source": {"id": "doc", "clause": "p. 1"}},
 {"state": "unknown", "label": {"ja": "不明", "en": "Unknown"}, "points": -1, "advice": {"ja": "調べる。", "en": "Find out."}}],
"bands": [
 {"id": "good", "min": 4, "title": {"ja": "良", "en": "Good"}, "advice": {"ja": "次へ。", "en": "Next."}, "source": {"id": "doc", "clause": "p. 2"}},
 {"id": "poor", "min": -2, "title": {"ja": "可", "en": "Poor"}, "advice": {"ja": "見直す。", "en": "Review."}}],
"levels": [
 {"id": "low", "title": {"ja": "下", "en": "Low"}, "rule": ["all-answered", "conditions"], "needs": ["declare"], "source": {"id": "doc", "clause": "p. 3"}},
 {"id": "high", "title": {"ja": "上", "en": "High"}, "rule": "all-met", "needs": ["expert-confirmation", "declaration"]}],
"sections": [
 {"id": "A", "parent": "", "title": {"ja": "甲", "en": "A"}, "csf": "GV"},
 {"id": "A1", "parent": "A", "title": {"ja": "甲の一", "en": "A1"}}],
"requirements": [
 {"id": "R", "section": "A1", "title": {"ja": "要求", "en": "R"}, "items": ["c"]}],
"items": [
 {"id": "q1", "number": "1", "kind": "question", "section": "A", "level": "low", "text": {"ja": "問い一。", "en": "Q1?"},
  "why": {"ja": "困る。", "en": "Harm."}, "doneWhen": [{"ja": "済み。", "en": "Done."}], "partialWhen": [{"ja": "途中。", "en": "Halfway."}],
  "drillDown": [{"ja": "本当に？", "en": "Really?"}], "evidence": [{"ja": "写真", "en": "A photo"}], "firstStep": {"ja": "見る。", "en": "Look."},
  "field": "technical", "recurs": "P1Y6M", "refers": ["q2"], "source": {"id": "doc", "clause": "1"}},
 {"id": "q2", "kind": "question", "level": "low", "text": {"ja": "問い二。", "en": "Q2?"}, "source": {"id": "web"},
  "choices": [{"state": "met"}, {"state": "unmet", "label": {"ja": "まだ", "en": "Not yet"}, "advice": {"ja": "急ぐ。", "en": "Hurry."}}, {"state": "unknown"}]},
 {"id": "p", "kind": "condition", "level": "low", "text": {"ja": "方針。", "en": "Policy?"}, "source": {"id": "doc"}},
 {"id": "c", "kind": "criterion", "requirement": "R", "section": "A1", "level": "high", "csf": "PR", "text": {"ja": "基準。", "en": "C"},
  "options": [{"id": "a", "text": {"ja": "甲", "en": "A"}}, {"id": "b", "text": {"ja": "乙", "en": "B"}}], "source": {"id": "doc"}, "ext": {"x": 1}}],
"ext": {"author": "試験"}
}`

// found writes problems as "line:column code pointer", one a line.
func found(list problem.List) string {
	lines := make([]string, len(list))
	for i, p := range list {
		lines[i] = strings.TrimRight(fmt.Sprintf("%d:%d %s %s", p.Position.Line, p.Position.Column, p.Kind.Code, p.Pointer), " ")
	}
	return strings.Join(lines, "\n")
}

// fault is one thing done wrong in the catalogue whole.
type fault struct {
	name, reason string
	old, new     string // what is replaced by what
	problems     string // "line:column code pointer", one a line
}

var faults = []fault{
	{"syntax", "a comma is missing", `"id": "small", "version"`, `"id": "small" "version"`, "2:48 json/syntax"},
	{"encoding", "a byte that is no UTF-8", `試験協会`, "\xff", "4:15 json/encoding /publisher"},
	{"surrogate", "half of a character", `試験協会`, `試\ud800`, "4:16 json/lone-surrogate /publisher"},
	{"duplicate key", "the second is reported", `"publisher": "試験協会"`, `"publisher": "試験協会", "publisher": ""`, "4:22 json/duplicate-key /publisher"},
	{"number", "too many digits", `"min": 4`, `"min": 4.00000000000000000001`, "16:24 json/number /bands/0/min"},
	{"depth", "nested too deep", `"ext": {"author": "試験"}`, `"ext": {"x": ` + strings.Repeat("[", 63) + "[", "36:76 json/depth /ext/x" + strings.Repeat("/0", 62)},
	{"type", "a list where there must be a text", `"title": {"ja": "小さな目録", "en": "Small catalogue"}`, `"title": ["小さな目録"]`, "3:10 format/type /title"},
	{"missing", "an item without level, reported at the item", `{"id": "p", "kind": "condition", "level": "low"`, `{"id": "p", "kind": "condition"`, "33:2 format/missing /items/2"},
	{"unknown key", "a misspelled key, reported at the key", `"publisher": "試験協会"`, `"publisher": "試験協会", "pubIished": ""`, "4:22 format/unknown-key /pubIished"},
	{"unknown key in a text", "a third language", `"en": "Small catalogue"`, `"en": "Small catalogue", "fr": "Petit"`, "3:51 format/unknown-key /title/fr"},
	{"format", "another kind of file: nothing else is reported", `"hoshitori/catalog/1", "id"`, `"hoshitori/assessment/1", "xx"`, "2:11 format/format /format"},
	{"value", "a status outside the set", `"final"`, `"finished"`, "2:77 format/value /status"},
	{"rule", "a rule outside the set, reported at the rules", `["all-answered", "conditions"]`, `["all-answered", "some"]`, "19:59 format/value /levels/0/rule"},
	{"need", "a need outside the set, reported at the needs", `["declare"]`, `["declare", "pay"]`, "19:100 format/value /levels/0/needs"},
	{"points as fraction", "points are whole", `"points": 2`, `"points": 2.5`, "12:72 format/value /choices/1/points"},
	{"date", "no such day", `"2026-04-01"`, `"2026-04-31"`, "4:35 format/date /published"},

	{"id", "a blank in an id", `"id": "small"`, `"id": "sm all"`, "2:40 catalog/name /id"},
	{"version", "an empty version", `"version": "1.0"`, `"version": ""`, "2:60 catalog/name /version"},
	{"path as id", "an id becomes part of file names", `{"id": "web", "title"`, `{"id": "../web", "title"`, "7:9 catalog/name /sources/1/id\n31:105 catalog/no-such-id /items/1/source/id"},
	{"full-width id", "an id has letters that everybody can type", `{"id": "good"`, `{"id": "良"`, "16:9 catalog/name /bands/0/id"},
	{"long id", "65 characters", `{"id": "good"`, `{"id": "` + strings.Repeat("a", 65) + `"`, "16:9 catalog/name /bands/0/id"},
	{"item twice", "an answer could belong to either", `{"id": "p", "kind"`, `{"id": "q1", "kind"`, "33:9 catalog/duplicate-id /items/2/id"},
	{"level twice", "the second is reported", `{"id": "high"`, `{"id": "low"`, "20:9 catalog/duplicate-id /levels/1/id\n34:81 catalog/no-such-id /items/3/level"},
	{"band twice", "the second is reported", `{"id": "poor"`, `{"id": "good"`, "17:9 catalog/duplicate-id /bands/1/id"},
	{"section twice", "the second is reported", `{"id": "A1", "parent": "A"`, `{"id": "A", "parent": ""`, "23:9 catalog/duplicate-id /sections/1/id\n25:25 catalog/no-such-id /requirements/0/section\n34:66 catalog/no-such-id /items/3/section"},
	{"option twice", "options are told apart by id", `{"id": "b", "text"`, `{"id": "a", "text"`, "35:67 catalog/duplicate-id /items/3/options/1/id"},
	{"source twice", "the second is reported", `{"id": "web", "title"`, `{"id": "doc", "title"`, "7:9 catalog/duplicate-id /sources/1/id\n31:105 catalog/no-such-id /items/1/source/id"},
	{"no English", "both languages are needed", `{"ja": "小さな目録", "en": "Small catalogue"}`, `{"ja": "小さな目録"}`, "3:10 catalog/empty-text /title"},
	{"no Japanese", "both languages are needed", `{"ja": "問い一。", "en": "Q1?"}`, `{"ja": "", "en": "Q1?"}`, "27:90 catalog/empty-text /items/0/text"},
	{"no advice", "every choice says what it means; the place is the choice", `{"state": "unknown", "label": {"ja": "不明", "en": "Unknown"}, "points": -1, "advice": {"ja": "調べる。", "en": "Find out."}}`,
		`{"state": "unknown", "label": {"ja": "不明", "en": "Unknown"}, "points": -1}`, "14:2 catalog/empty-text /choices/3/advice\n14:2 catalog/empty-text /choices/3/advice"},
	{"half a statement", "texts in lists are texts too", `{"ja": "済み。", "en": "Done."}`, `{"en": "Done."}`, "28:53 catalog/empty-text /items/0/doneWhen/0"},
	{"half a harm", "an optional text is whole or absent", `{"ja": "困る。", "en": "Harm."}`, `{"ja": "困る。"}`, "28:10 catalog/empty-text /items/0/why"},
	{"no publisher", "somebody publishes a scheme", `"試験協会"`, `""`, "4:14 catalog/empty-list /publisher"},
	{"rule twice", "a rule counts once", `["all-answered", "conditions"]`, `["conditions", "all-answered", "conditions"]`, "19:59 catalog/duplicate-rule /levels/0/rule"},
	{"fact twice", "one key says one thing", `"facts": [`, `"facts": [{"key": "K", "value": {"ja": "一。", "en": "One."}, "confidence": "official"}, {"key": "K", "value": {"ja": "二。", "en": "Two."}, "confidence": "official"}, `, "8:96 catalog/duplicate-fact /facts/1/key"},
	{"no rule", "a level without a rule would always hold", `"rule": "all-met"`, `"rule": []`, "20:61 catalog/empty-list /levels/1/rule"},
	{"source of a fact", "a fact that rests on a document that is not listed", `"confidence": "official", "source": "doc"`, `"confidence": "official", "source": "dok"`, "9:101 catalog/no-such-id /facts/0/source"},
	{"source of an item", "every item says where it comes from", `"source": {"id": "web"}`, `"source": {"id": "wep"}`, "31:105 catalog/no-such-id /items/1/source/id"},
	{"no source", "every item says where it comes from; the place is the item", `{"id": "p", "kind": "condition", "level": "low", "text": {"ja": "方針。", "en": "Policy?"}, "source": {"id": "doc"}}`,
		`{"id": "p", "kind": "condition", "level": "low", "text": {"ja": "方針。", "en": "Policy?"}}`, "33:2 catalog/no-such-id /items/2/source/id"},
	{"source of a choice", "where the points are stated", `"source": {"id": "doc", "clause": "p. 1"}`, `"source": {"id": "x", "clause": "p. 1"}`, "13:129 catalog/no-such-id /choices/2/source/id"},
	{"source of a band", "where the band is stated", `"source": {"id": "doc", "clause": "p. 2"}`, `"source": {"id": "x", "clause": "p. 2"}`, "16:120 catalog/no-such-id /bands/0/source/id"},
	{"source of a level", "where the rule is stated", `"source": {"id": "doc", "clause": "p. 3"}`, `"source": {"id": "x", "clause": "p. 3"}`, "19:130 catalog/no-such-id /levels/0/source/id"},
	{"parent", "a parent that is not there", `"parent": "A"`, `"parent": "B"`, "23:25 catalog/no-such-id /sections/1/parent"},
	{"own parent", "a circle", `"parent": "A"`, `"parent": "A1"`, "23:25 catalog/no-such-id /sections/1/parent"},
	{"later parent", "a parent stands before its sections, so there can be no circle", `"id": "A", "parent": ""`, `"id": "A", "parent": "A1"`, "22:24 catalog/no-such-id /sections/0/parent"},
	{"section of an item", "a section that is not there", `"kind": "question", "section": "A"`, `"kind": "question", "section": "Z"`, "27:61 catalog/no-such-id /items/0/section"},
	{"level of an item", "a level that is not there", `"kind": "condition", "level": "low"`, `"kind": "condition", "level": "mid"`, "19:59 catalog/level-rule /levels/0/rule\n33:44 catalog/no-such-id /items/2/level"},
	{"reference", "an item that is not there", `"refers": ["q2"]`, `"refers": ["q9"]`, "30:55 catalog/no-such-id /items/0/refers/0"},
	{"item of a requirement", "an item that is not there", `"items": ["c"]`, `"items": ["c", "d"]`, "25:80 catalog/no-such-id /requirements/0/items/1"},
	{"choice of an item", "an item narrows the choices, it does not widen them", `{"state": "unknown"}]}`, `{"state": "unknown"}, {"state": "not_applicable"}]}`, "32:166 catalog/no-such-id /items/1/choices/3/state"},
	{"superseded by nothing", "a superseded edition names its successor", `"status": "final", "supersededBy": ""`, `"status": "superseded", "supersededBy": ""`, "2:107 catalog/superseded /supersededBy"},
	{"final and superseded", "only a superseded edition has a successor", `"supersededBy": ""`, `"supersededBy": "2.0"`, "2:102 catalog/superseded /supersededBy"},
	{"choice twice", "the second is reported", `{"state": "partial", "label"`, `{"state": "met", "label"`, "12:12 catalog/duplicate-choice /choices/1/state"},
	{"choice twice in an item", "the second is reported", `{"state": "unknown"}]}`, `{"state": "met"}]}`, "32:144 catalog/duplicate-choice /items/1/choices/2/state"},
	{"choice missing in an item", "a question must allow met and unmet", `[{"state": "met"}, {"state": "unmet"`, `[{"state": "partial"}, {"state": "unmet"`, "32:14 catalog/missing-choice /items/1/choices"},
	{"points in some", "all or none", `"points": 2, `, ``, "10:12 catalog/points /choices\n15:10 catalog/bands-without-points /bands"},
	{"points out of range", "sums must not overflow", `"points": 4`, `"points": 1000001`, "11:65 catalog/points-range /choices/0/points"},
	{"points far below", "sums must not overflow", `"points": -1`, `"points": -1000001`, "14:73 catalog/points-range /choices/3/points\n17:24 catalog/bands /bands/1/min"},
	{"points in the wrong order", "partial may not count more than met", `"points": 2`, `"points": 5`, "10:12 catalog/points-order /choices"},
	{"points of an item", "an item narrows states, not points", `[{"state": "met"}, {"state": "unmet"`, `[{"state": "met", "points": 9}, {"state": "unmet"`, "32:42 catalog/item-points /items/1/choices/0/points"},
	{"bands that rise", "bands fall", `"min": 4`, `"min": -2`, "16:24 catalog/bands /bands/0/min"},
	{"bands with a hole", "the least score, -2, belongs to no band", `"min": -2`, `"min": -1`, "17:24 catalog/bands /bands/1/min"},
	{"requirement of an item", "both sides must say the same", `"kind": "condition", "level": "low"`, `"kind": "condition", "requirement": "R", "level": "low"`, "33:50 catalog/requirement /items/2/requirement"},
	{"item of another requirement", "both sides must say the same", `"items": ["c"]`, `"items": ["c", "p"]`, "25:80 catalog/requirement /requirements/0/items/1"},
	{"no such requirement", "a requirement that is not there", `"kind": "condition", "level": "low"`, `"kind": "condition", "requirement": "Z", "level": "low"`, "33:50 catalog/no-such-id /items/2/requirement"},
	{"duration", "a month is P1M", `"P1Y6M"`, `"1M"`, "30:35 catalog/duration /items/0/recurs"},
	{"duration in the wrong order", "years come before months", `"P1Y6M"`, `"P6M1Y"`, "30:35 catalog/duration /items/0/recurs"},
	{"duration with a time", "hours are no recurrence", `"P1Y6M"`, `"PT1H"`, "30:35 catalog/duration /items/0/recurs"},
	{"duration without unit", "a number needs a unit", `"P1Y6M"`, `"P1Y6"`, "30:35 catalog/duration /items/0/recurs"},
	{"script as URL", "an address must not run anything when clicked", `"https://example.jp/doc"`, `"javascript:alert(1)"`, "6:39 catalog/url /sources/0/url"},
	{"data as URL", "an address must not run anything when clicked", `"https://example.jp/doc"`, `"data:text/html,x"`, "6:39 catalog/url /sources/0/url"},
	{"empty URL", "a scheme alone is no address", `"https://example.jp/doc"`, `"https://"`, "6:39 catalog/url /sources/0/url"},
	{"relative URL", "a report opens anywhere", `"https://example.jp/doc"`, `"/doc"`, "6:39 catalog/url /sources/0/url"},
}

// text returns the catalogue with the fault, which has to be in one place.
func (f fault) text(t *testing.T) string {
	t.Helper()
	if strings.Count(whole, f.old) != 1 {
		t.Fatalf("%s: %q is not in the catalogue exactly once", f.name, f.old)
	}
	return strings.Replace(whole, f.old, f.new, 1)
}

func TestFaults(t *testing.T) {
	names := map[string]bool{}
	for _, f := range faults {
		if f.reason == "" || names[f.name] {
			t.Errorf("%s: no reason, or a name used twice", f.name)
		}
		names[f.name] = true
		t.Run(f.name, func(t *testing.T) {
			c, problems := catalog.Load([]byte(f.text(t)), digest.SHA256)
			if c != nil {
				t.Errorf("accepted: %s", f.reason)
			}
			if diff := cmp.Diff(f.problems, found(problems)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", f.reason, diff)
			}
		})
	}
}

// The faults that no replacement in one place can make.
func TestOtherFaults(t *testing.T) {
	empty := func(list string) string {
		return `{"format":"hoshitori/catalog/1","id":"x","version":"1","status":"draft","title":{"ja":"あ","en":"a"},"publisher":"p",` + list + `}`
	}
	for _, test := range []struct{ name, reason, text, want string }{
		{"byte order mark", "a warning beside which the catalogue is accepted", "\ufeff" + whole, "1:1 json/byte-order-mark"},
		{"ext in a text", "kept like any other", strings.Replace(whole, `"en": "Small catalogue"`, `"en": "Small catalogue", "ext": {"x": 1}`, 1), ""},
		{"empty lists", "a catalogue without sources, levels, items and the two choices is none", empty(`"sources":[],"choices":[],"levels":[],"items":[]`),
			"1:127 catalog/empty-list /sources\n1:140 catalog/missing-choice /choices\n1:140 catalog/missing-choice /choices\n1:152 catalog/empty-list /levels\n1:163 catalog/empty-list /items"},
		{"everything missing", "each required key is named", `{"format":"hoshitori/catalog/1"}`, strings.TrimSuffix(strings.Repeat("1:1 format/missing\n", 9), "\n")},
		{"no bands", "points that nobody can read", bandless, "15:10 catalog/empty-list /bands"},
		{"very many", "the first 200 are kept, the rest is counted", `{"format":"hoshitori/catalog/1","choices":[` + strings.Repeat("{},", 200) + "{}]}",
			"200 problems and 0:0 format/more"},
	} {
		c, problems := catalog.Load([]byte(test.text), nil)
		if (c != nil) != problems.OK() {
			t.Errorf("%s: a catalogue is there if and only if nothing is an error", test.name)
		}
		got := found(problems)
		if len(problems) > jsondoc.MaxProblems {
			got = "200 problems and " + found(problems[jsondoc.MaxProblems:])
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", test.name, test.reason, diff)
		}
	}
}

// bandless is whole with an empty list in place of its bands.
var bandless = func() string {
	from, to := strings.Index(whole, `"bands": [`), strings.Index(whole, `"levels": [`)
	return whole[:from] + `"bands": [],` + "\n" + whole[to:]
}()

// A source that a program builds can be wrong in ways that no file can.
func TestBuiltSource(t *testing.T) {
	points := func(n int64) *int64 { return &n }
	for _, test := range []struct {
		name, reason string
		change       func(*catalog.Source)
		want         string
	}{
		{"nothing", "the untouched source is right", func(*catalog.Source) {}, ""},
		{"status", "the zero value is not stated", func(s *catalog.Source) { s.Status = 0 }, "catalog/not-stated /status"},
		{"status beyond the set", "a conversion can make any number", func(s *catalog.Source) { s.Status = 99 }, "catalog/not-stated /status"},
		{"kind", "the zero value is not stated", func(s *catalog.Source) { s.Items[0].Kind = 0 }, "catalog/not-stated /items/0/kind"},
		{"confidence", "the zero value is not stated", func(s *catalog.Source) { s.Facts[0].Confidence = 0 }, "catalog/not-stated /facts/0/confidence"},
		{"state", "the zero value is not stated", func(s *catalog.Source) { s.Choices[1].State = 0 }, "catalog/not-stated /choices/1/state"},
		{"state beyond the set", "no table is indexed by it", func(s *catalog.Source) { s.Choices[1].State = 200 }, "catalog/not-stated /choices/1/state"},
		{"rule", "a rule that is not stated applies to nothing", func(s *catalog.Source) { s.Levels[1].Rules = []catalog.Rule{0} }, "catalog/level-rule /levels/1/rule"},
		{"points", "the order is checked over a gap too", func(s *catalog.Source) {
			s.Choices = append(s.Choices[:1:1], s.Choices[2:]...)
			s.Choices[1].Points = points(5)
			s.Choices[2].Points = points(0)
			s.Bands[1].Min = -9
		}, "catalog/points-order /choices"},
	} {
		s, problems := catalog.Parse([]byte(whole))
		if problems != nil {
			t.Fatal(problems)
		}
		test.change(s)
		c, problems := catalog.Check(s, nil)
		var got []string
		for _, p := range problems {
			got = append(got, p.Kind.Code+" "+p.Pointer)
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", test.name, test.reason, diff)
		}
		if (c == nil) != (test.want != "") {
			t.Errorf("%s: catalogue %v", test.name, c)
		}
	}
	// A source that was never read has no places, and says so.
	_, problems := catalog.Check(&catalog.Source{}, nil)
	if problems.OK() {
		t.Fatal("an empty source is accepted")
	}
	for _, p := range problems {
		if p.Position != (problem.Position{}) {
			t.Errorf("%s stands at %v in a source that has no text", p.Kind.Code, p.Position)
		}
	}
}

// Every kind of problem of a catalogue has a case above that finds it. Those of the other formats have cases of their own.
func TestEveryKindHasACase(t *testing.T) {
	seen := map[string]bool{"json/byte-order-mark": true, "json/rounded": true, "catalog/not-stated": true, "catalog/unreachable": true, "format/more": true, "format/more-warnings": true} // the other tests
	for _, f := range faults {
		for _, p := range strings.Split(f.problems, "\n") {
			seen[strings.Fields(p)[1]] = true
		}
	}
	codes := map[string]bool{}
	for _, k := range catalog.Kinds() {
		area, _, _ := strings.Cut(k.Code, "/")
		if !seen[k.Code] && (area == "json" || area == "format" || area == "catalog") {
			t.Errorf("no case finds %s", k.Code)
		}
		if codes[k.Code] {
			t.Errorf("%s is there twice", k.Code)
		}
		codes[k.Code] = true
		for _, text := range []string{k.Message.JA, k.Message.EN, k.Hint.JA, k.Hint.EN} {
			if text == "" {
				t.Errorf("%s lacks a text", k.Code)
			}
		}
	}
	for code := range seen {
		if !codes[code] {
			t.Errorf("a case wants %s, which is no kind", code)
		}
	}
}

// A reader sees no name in braces: every placeholder of a message is filled.
func TestMessagesAreFilled(t *testing.T) {
	for _, f := range faults {
		_, problems := catalog.Load([]byte(f.text(t)), nil)
		for _, p := range problems {
			for _, l := range []lang.Lang{lang.JA, lang.EN} {
				text := p.Text(l)
				for _, name := range []string{"{what}", "{name}", "{value}", "{id}", "{state}", "{low}", "{rule}", "{item}", "{requirement}", "{language}", "{allowed}", "{want}", "{got}", "{number}", "{limit}", "{escape}", "{count}"} {
					if strings.Contains(text, name) {
						t.Errorf("%s: %s is not filled: %s", f.name, name, text)
					}
				}
			}
		}
	}
}
