package lint_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/lint"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// small is a catalogue about which there is nothing to say.
func small(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "small.json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// linted returns what is said about a catalogue, which has to be one that can be used.
func linted(t *testing.T, text string) problem.List {
	t.Helper()
	s, problems := catalog.Parse([]byte(text))
	if !problems.OK() {
		t.Fatal(problems)
	}
	if _, problems := catalog.Check(s, nil); !problems.OK() {
		t.Fatal(problems)
	}
	return lint.Source(s)
}

// found writes problems as "line:column code pointer", one a line.
func found(list problem.List) string {
	lines := make([]string, len(list))
	for i, p := range list {
		lines[i] = fmt.Sprintf("%d:%d %s %s", p.Position.Line, p.Position.Column, p.Kind.Code, p.Pointer)
	}
	return strings.Join(lines, "\n")
}

func TestNothingToSay(t *testing.T) {
	if got := found(linted(t, small(t))); got != "" {
		t.Errorf("the small catalogue:\n%s", got)
	}
}

// fault is one thing that an editor would change in the small catalogue, and a neighbour that is fine.
type fault struct {
	name, reason string
	old, fault   string // what is replaced by what
	want         string // "line:column code pointer", one a line
	good         string // what in the same place is fine
}

var faults = []fault{
	{"number twice", "people speak about items by number", `"number": "1-10"`, `"number": "1-9"`,
		"36:35 lint/duplicate-number /items/1/number", `"number": "1-11"`},
	{"number falls", "1-9 comes before 1-10 although it is greater as text", `"number": "1-10"`, `"number": "1-8"`,
		"36:35 lint/number-order /items/1/number", `"number": "A-1"`},

	{"nothing added", "no item, no other rule and no other need", `{"id": "high", "title"`, `{"id": "middle", "title": {"ja": "中", "en": "Middle"}, "rule": ["conditions", "all-answered"], "needs": ["declare"]}, {"id": "high", "title"`,
		"25:5 lint/level-adds-nothing /levels/1", `{"id": "middle", "title": {"ja": "中", "en": "Middle"}, "rule": ["conditions", "all-answered"], "needs": ["declare", "expert-confirmation"]}, {"id": "high", "title"`},
	{"level skips", "who meets the higher level need not have answered for the lower", `"rule": "all-met"`, `"rule": ["conditions"]`,
		"25:64 lint/level-skips /levels/1/rule", `"rule": ["all-answered", "conditions"]`},
	{"level skips a condition", "without all-met the condition of the lower level may be missing", `"rule": "all-met"`, `"rule": "all-answered"`,
		"25:64 lint/never-unmet /levels/1/rule\n25:64 lint/level-skips /levels/1/rule", `"rule": ["conditions", "all-answered"]`},
	{"level needs less", "the higher level lacks a need of the lower", `"needs": ["declare", "expert-confirmation"]`, `"needs": ["expert-confirmation"]`,
		"25:84 lint/level-needs-less /levels/1/needs", `"needs": ["declare", "third-party-evaluation"]`},
	{"redundant rule", "all-met holds the conditions, too", `"rule": "all-met"`, `"rule": ["all-met", "conditions"]`,
		"25:64 lint/redundant-rule /levels/1/rule", `"rule": ["all-met"]`},
	{"never unmet", "without an answer a level is open", `"rule": ["all-answered", "conditions"]`, `"rule": "all-answered"`,
		"24:62 lint/never-unmet /levels/0/rule", `"rule": "conditions"`},
	{"band too high", "three questions give at most 12 points", `"min": 8`, `"min": 13`, "21:27 lint/band-never-reached /bands/0/min", `"min": 12`},
	{"band too low", "the band above takes in all scores", `{"id": "poor", "min": -3`, `{"id": "fair", "min": -3, "title": {"ja": "中", "en": "Fair"}, "advice": {"ja": "直します。", "en": "Mend."}}, {"id": "poor", "min": -4`,
		"22:132 lint/band-never-reached /bands/2/min", `{"id": "fair", "min": -2, "title": {"ja": "中", "en": "Fair"}, "advice": {"ja": "直します。", "en": "Mend."}}, {"id": "poor", "min": -4`},
	{"no Japanese", "somebody forgot to translate", `"ja": "短いと当てられます。"`, `"ja": "Short ones are guessed."`, "38:21 lint/language /items/1/why/ja", `"ja": "ＡＢＣＤ短い"`},
	{"name in capitals", "a title may be a name, a sentence may not", `"ja": "小さな目録"`, `"ja": "Small catalogue"`, "3:19 lint/language /title/ja", `"ja": "SECURITY ACTION"`},
	{"no English", "somebody forgot to translate", `"en": "Short ones are guessed."`, `"en": "短いと当てられます。"`, "38:41 lint/language /items/1/why/en", `"en": "The 基本方針 (policy), the 「手引き」 and the handbook (手引き) say so."`},
	{"half English", "a Japanese word without a bracket behind it", `"en": "Short ones are guessed."`, `"en": "Short パスワード are guessed."`, "38:41 lint/language /items/1/why/en", `"en": "Short パスワード (passwords) are guessed."`},

	{"figure only in Japanese", "which of them is right", `"ja": "短いと当てられます。"`, `"ja": "6文字では5分で当てられます。"`, "38:46 lint/figures-differ /items/1/why/en", `"ja": "「1234」のように短いものは、3つとも当てられます。"`},
	{"figure only in English", "which of them is right", `"en": "Short ones are guessed."`, `"en": "Those of 6 are guessed in 1 day."`, "38:21 lint/figures-differ /items/1/why/ja", `"en": "A \"1234\" is guessed in 1 day."`},
	{"another year", "the eighth year of Reiwa is 2026", `令和8年`, `令和7年`, "11:45 lint/figures-differ /facts/0/value/ja\n11:73 lint/figures-differ /facts/0/value/en", `２０２６年`},
	{"another month", "a month is a number", `April 2026`, `May 2026`, "11:73 lint/figures-differ /facts/0/value/en", `4/2026`},
	{"words", "a number in words is the number", `There are two places`, `There are three places`, "33:49 lint/figures-differ /items/0/doneWhen/0/en", `There are 2 places`},
	{"great numbers", "三千万 is thirty million", `"ja": "短いと当てられます。", "en": "Short ones are guessed."`, `"ja": "三千万円を失います。", "en": "30,000 yen are lost."`,
		"38:21 lint/figures-differ /items/1/why/ja", `"ja": "3千万円と三千万円と20,000円と2割を失います。", "en": "30 million yen, 20,000 yen and 20% are lost."`},
	{"nothing read", "whoever wrote this read nothing", `"read": "2026-11-21"`, `"read": ""`, "7:14 lint/nothing-read /sources\n11:122 lint/unread-official /facts/0/confidence", `"read": "2026-01-01"`},
	{"official unread", "its document was not opened", `"confidence": "official", "source": "doc"`, `"confidence": "official", "source": "web"`, "11:122 lint/unread-official /facts/0/confidence", `"confidence": "unverified", "source": "web"`},
	{"official without document", "nothing was opened", `"confidence": "official", "source": "doc"`, `"confidence": "official"`, "11:122 lint/unread-official /facts/0/confidence", `"confidence": "two-sources"`},
	{"unpublished", "a final edition was published on some day", `"status": "final", "supersededBy": "",
  "title": {"ja": "小さな目録", "en": "Small catalogue"},
  "publisher": "試験協会",
  "published": "2026-04-01"`, `"status": "final", "supersededBy": "",
  "title": {"ja": "小さな目録", "en": "Small catalogue"},
  "publisher": "試験協会",
  "published": ""`, "5:16 lint/unpublished /published", `"status": "draft", "supersededBy": "",
  "title": {"ja": "小さな目録", "en": "Small catalogue"},
  "publisher": "試験協会",
  "published": ""`},
	{"never stale", "somebody has to look again", `"staleAfter": "2027-03-31"`, `"staleAfter": ""`, "6:17 lint/no-stale-after /staleAfter", `"staleAfter": "2026-12-31"`},
	{"in force too early", "before it was published", `"inForce": "2026-05-01"`, `"inForce": "2026-03-31"`, "5:41 lint/date-order /inForce", `"inForce": "2026-04-01"`},
	{"retired too early", "before it was in force", `"retired": ""`, `"retired": "2026-04-30"`, "5:66 lint/date-order /retired", `"retired": "2026-05-01"`},

	{"threshold twice", "an extension could mean either", `{"id": "tries", "value"`, `{"id": "length", "value"`, "42:103 lint/duplicate-threshold /items/1/thresholds/1/id", `{"id": "tries2", "value"`},
	{"threshold in words", "a program compares numbers", `"value": "14"`, `"value": "14 days"`, "48:27 lint/threshold-missing /items/3/doneWhen/0/ja\n50:46 lint/threshold-value /items/3/thresholds/0/value", `"value": "14.0"`},
	{"threshold unsaid", "readers are told another figure", `"value": "8"`, `"value": "12"`, "39:27 lint/threshold-missing /items/1/doneWhen/0/ja\n42:48 lint/threshold-unsaid /items/1/thresholds/0/value\n42:48 lint/threshold-unsaid /items/1/thresholds/0/value", `"value": "08"`},
	{"threshold unsaid in one language", "readers of English are told nothing", `"en": "Each has eight characters or more."`, `"en": "None is short."`, "39:48 lint/figures-differ /items/1/doneWhen/0/en\n42:48 lint/threshold-unsaid /items/1/thresholds/0/value", `"en": "Each has 8 characters or more."`},
	{"threshold undeclared", "the text has a limit that no program sees", `, {"id": "tries", "value": "10", "better": "lower"}`, ``, "41:49 lint/threshold-missing /items/1/options/0/text/ja", `, {"id": "attempts", "value": "10.0", "better": "lower"}`},
	{"recurs empty", "the text says when it is due again", `"ja": "合い言葉は、十分に長いですか。"`, `"ja": "合い言葉を、毎年変えていますか。"`, "36:5 lint/recurs-missing /items/1/recurs", `"ja": "合い言葉を、毎年の集まりで確かめていますか。"`},
	{"recurs differs", "a month is not a year", `"recurs": "P1M"`, `"recurs": "P1Y"`, "35:17 lint/recurs-differs /items/0/recurs", `"recurs": "P0Y1M"`},

	{"same word", "which explanation is shown", `"term": {"ja": "ソフトウェア", "en": "software"}`, `"term": {"ja": "ソフトウェア", "en": "Operating System"}`, "14:32 lint/same-term /terms/1/term", `"term": {"ja": "ソフトウェア", "en": "operating systems"}`},
	{"term unused", "an explanation that nobody sees", `{"id": "software", "term": {"ja": "ソフトウェア", "en": "software"}`, `{"id": "software", "term": {"ja": "ソフト部品", "en": "software part"}`, "14:5 lint/unused-term /terms/1", `{"id": "software", "term": {"ja": "ソフト部品", "en": "device"}`},
	{"abbreviation", "nobody knows what it is", `"ja": "短いと当てられます。"`, `"ja": "短いとMFAでも守れません。"`, "38:21 lint/unexplained /items/1/why/ja", `"ja": "短いとMFA（二つの確認）でも守れません。FAXやPowerPoint、「ABC」も同じです。"`},
	{"no guidance", "whoever answers is left alone", `      "why": {"ja": "短いと当てられます。", "en": "Short ones are guessed."},
`, ``, "36:5 lint/no-guidance /items/1", `      "why": {"ja": "当てられます。", "en": "They are guessed."},
`},
}

func (f fault) in(t *testing.T, replacement string) string {
	t.Helper()
	text := small(t)
	if strings.Count(text, f.old) != 1 {
		t.Fatalf("%q is not in the catalogue exactly once", f.old)
	}
	return strings.Replace(text, f.old, replacement, 1)
}

func TestFaults(t *testing.T) {
	names := map[string]bool{}
	for _, f := range faults {
		if f.reason == "" || names[f.name] {
			t.Errorf("%s: no reason, or a name used twice", f.name)
		}
		names[f.name] = true
		t.Run(f.name, func(t *testing.T) {
			problems := linted(t, f.in(t, f.fault))
			if diff := cmp.Diff(f.want, found(problems)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", f.reason, diff)
			}
			for _, p := range problems {
				for _, l := range []lang.Lang{lang.JA, lang.EN} {
					if text := p.Text(l); strings.ContainsAny(text, "{}") || p.Message().In(l) == "" {
						t.Errorf("not filled: %s", text)
					}
				}
			}
			if got := found(linted(t, f.in(t, f.good))); got != "" {
				t.Errorf("the neighbour %s is fine, but:\n%s", f.good, got)
			}
		})
	}
}

// Every kind has a case above that finds it, or one below.
func TestEveryKindHasACase(t *testing.T) {
	seen := map[string]bool{"lint/threshold-better": true} // TestBuiltSource
	for _, f := range faults {
		for _, line := range strings.Split(f.want, "\n") {
			seen[strings.Fields(line)[1]] = true
		}
	}
	for _, k := range lint.Kinds() {
		if !seen[k.Code] {
			t.Errorf("no case finds %s", k.Code)
		}
		if !strings.HasPrefix(k.Code, "lint/") {
			t.Errorf("%s is no code of this package", k.Code)
		}
		delete(seen, k.Code)
	}
	for code := range seen {
		t.Errorf("a case wants %s, which is no kind", code)
	}
}

// Which of the kinds makes a catalogue wrong, and not only worth a look.
func TestErrors(t *testing.T) {
	var errors []string
	for _, k := range lint.Kinds() {
		if k.Severity == problem.Error {
			errors = append(errors, k.Code)
		}
	}
	want := []string{"lint/duplicate-number", "lint/level-skips", "lint/duplicate-threshold", "lint/threshold-value", "lint/threshold-better", "lint/threshold-unsaid"}
	if diff := cmp.Diff(want, errors); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A program can build what no file can say, and what a replacement in one place cannot make.
func TestBuiltSource(t *testing.T) {
	for _, test := range []struct {
		name, reason string
		change       func(*catalog.Source)
		want         string
	}{
		{"nothing", "the untouched source", func(*catalog.Source) {}, ""},
		{"better", "the zero value is not stated", func(s *catalog.Source) { s.Items[1].Thresholds[0].Better = 0 }, "lint/threshold-better /items/1/thresholds/0/better"},
		{"no thresholds at all", "a catalogue need not declare any", func(s *catalog.Source) {
			for i := range s.Items {
				s.Items[i].Thresholds = nil
			}
		}, ""},
		{"superseded", "nobody looks again after an edition that was replaced", func(s *catalog.Source) {
			s.Status, s.SupersededBy, s.StaleAfter = catalog.Superseded, "2.0", ""
		}, ""},
		{"third level", "each level is compared with all below", func(s *catalog.Source) {
			s.Levels = append(s.Levels, catalog.Level{ID: "top", Title: s.Levels[1].Title, Rules: []catalog.Rule{catalog.AllMet}, Needs: []catalog.Need{catalog.NeedThirdParty}})
		}, "lint/level-needs-less /levels/2/needs"},
		{"refused", "the glossary of a catalogue that cannot be used is not looked at", func(s *catalog.Source) { s.ID, s.Terms[0].Term.JA = "", "基本" }, ""},
		{"no points", "without points no band is looked at", func(s *catalog.Source) { s.Choices[0].Points = nil; s.Bands[0].Min = 99 }, ""},
		{"nothing in it", "an empty source", func(s *catalog.Source) { *s = catalog.Source{} }, "lint/no-stale-after /staleAfter"},
	} {
		s, _ := catalog.Parse([]byte(small(t)))
		test.change(s)
		var got []string
		for _, p := range lint.Source(s) {
			got = append(got, p.Kind.Code+" "+p.Pointer)
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", test.name, test.reason, diff)
		}
	}
}

// FuzzSource holds the linter to what is true of any text: it ends without a panic, and says the same about a catalogue
// that was written and read again.
func FuzzSource(f *testing.F) {
	f.Add([]byte(small(f)))
	for _, c := range builtin.All() {
		f.Add(c.JSON())
	}
	for _, fault := range faults {
		f.Add([]byte(strings.Replace(small(f), fault.old, fault.fault, 1)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, problems := catalog.Parse(data)
		list := lint.Source(s)
		for _, p := range list {
			_ = p.Text(lang.JA) + p.Text(lang.EN) + p.Excerpt(data)
		}
		if !problems.OK() || len(list) > 200 {
			return
		}
		again, _ := catalog.Parse(s.JSON())
		if diff := cmp.Diff(places(list), places(lint.Source(again))); diff != "" {
			t.Errorf("written and read again (-before +after):\n%s", diff)
		}
	})
}

// places returns codes and pointers without the lines, which are others in canonical form.
func places(list problem.List) []string {
	out := make([]string, len(list))
	for i, p := range list {
		out[i] = p.Kind.Code + " " + p.Pointer
	}
	slices.Sort(out)
	return out
}
