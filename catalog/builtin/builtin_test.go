package builtin_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

func find(t *testing.T, name string) *catalog.Checked {
	t.Helper()
	ref, _ := catalog.ParseRef(name)
	c, ok := builtin.Find(ref)
	if !ok {
		t.Fatalf("there is no built-in catalogue %s", name)
	}
	return c
}

// numbers are the ids "1" to "n" and what follows them.
func numbers(n int, more ...string) string {
	ids := ""
	for i := range n {
		ids += strconv.Itoa(i+1) + " "
	}
	return strings.TrimSpace(ids + strings.Join(more, " "))
}

// outline is what a scheme states in numbers and codes.
type outline struct {
	Status       string
	SupersededBy string
	Levels       string // id: rules; needs
	Choices      string // state=points
	Bands        string // id>=min
	Sections     string // id: its items
	Questions    string
	Conditions   string
	StaleAfter   catalog.Date
	Publisher    string
}

func outlineOf(c *catalog.Checked) outline {
	join := func(parts []string) string { return strings.Join(parts, " ") }
	var levels, choices, bands, sections, questions, conditions []string
	for _, l := range c.Levels() {
		levels = append(levels, fmt.Sprint(l.ID, ": ", l.Rules, "; ", l.Needs))
	}
	for _, choice := range c.Choices() {
		s := choice.State.String()
		if choice.Points != nil {
			s += fmt.Sprint("=", *choice.Points)
		}
		choices = append(choices, s)
	}
	for _, b := range c.Bands() {
		bands = append(bands, fmt.Sprint(b.ID, ">=", b.Min))
	}
	for _, s := range c.Sections() {
		ids := []string{}
		for _, item := range c.Items() {
			if item.Section == s.ID {
				ids = append(ids, string(item.ID))
			}
		}
		sections = append(sections, s.ID+s.Parent+": "+join(ids)+";")
	}
	for _, item := range c.Items() {
		switch item.Kind {
		case catalog.Question:
			questions = append(questions, string(item.ID))
		case catalog.Condition:
			conditions = append(conditions, string(item.ID))
		}
	}
	return outline{c.Status().String(), string(c.SupersededBy()), join(levels), join(choices), join(bands), join(sections),
		join(questions), join(conditions), c.StaleAfter(), c.Publisher()}
}

func TestOutlines(t *testing.T) {
	const ipa = "独立行政法人情報処理推進機構（IPA）"
	for _, test := range []struct {
		name, reason string
		want         outline
	}{
		{"sa1@3.1", "the five articles: a commitment, no points", outline{
			Status: "superseded", SupersededBy: "4.0", Levels: "1: [conditions]; [declare]", Choices: "met partial unmet unknown",
			Questions: numbers(5), Conditions: "commit", StaleAfter: "2027-03-31", Publisher: ipa}},
		{"sa1@4.0", "the six articles of 2026: a commitment, no points", outline{
			Status: "final", Levels: "1: [conditions]; [declare]", Choices: "met partial unmet unknown",
			Questions: numbers(6), Conditions: "commit", StaleAfter: "2027-03-31", Publisher: ipa}},
		{"sa2@3.1", "25 questions in three parts of 5, 13 and 7, points 4/2/0/-1, four bands, two conditions", outline{
			Status: "superseded", SupersededBy: "4.0", Levels: "2: [all-answered conditions]; [declare]",
			Choices: "met=4 partial=2 unmet=0 unknown=-1", Bands: "100>=100 70-99>=70 50-69>=50 under-50>=-25",
			Sections:  "1: 1 2 3 4 5; 2: 6 7 8 9 10 11 12 13 14 15 16 17 18; 3: 19 20 21 22 23 24 25;",
			Questions: numbers(25), Conditions: "policy-set policy-published", StaleAfter: "2027-03-31", Publisher: ipa}},
	} {
		if diff := cmp.Diff(test.want, outlineOf(find(t, test.name))); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", test.name, test.reason, diff)
		}
	}
}

func TestAllAndFind(t *testing.T) {
	var names []string
	refs := builtin.Refs()
	for i, c := range builtin.All() {
		names = append(names, c.Ref().String())
		if i >= len(refs) || refs[i] != c.Ref() {
			t.Errorf("number %d is %s, and its name is not at that place of %v", i, c.Ref(), refs)
		}
		if found := find(t, c.Ref().String()); found != c {
			t.Errorf("%s is found as another catalogue", c.Ref())
		}
		if c.Digest() != digest.SHA256(c.JSON()) {
			t.Errorf("%s has the digest %s", c.Ref(), c.Digest())
		}
	}
	if got := strings.Join(names, " "); got != "basic10@5.10 partnership@2025-12-26 sa1@3.1 sa1@4.0 sa2@3.1 scs@2025-12-26 scs@2026-03-27 sme-economic-security@2026-01 tics-standard@undated tics20@2026-01" {
		t.Errorf("built in are %s", got)
	}
	// The list of edition 4.0 is not public, so there is none.
	if _, ok := builtin.Find(catalog.Ref{ID: "sa2", Version: "4.0"}); ok {
		t.Error("sa2@4.0 is there")
	}
}

// eachText calls f with every bilingual text of a catalogue and where it stands.
func eachText(t *testing.T, c *catalog.Checked, f func(pointer, ja, en string)) {
	t.Helper()
	v, problems := jsondoc.Parse(c.JSON())
	if problems != nil {
		t.Fatal(problems)
	}
	var walk func(v jsondoc.Value, pointer string)
	walk = func(v jsondoc.Value, pointer string) {
		if ja, en := v.Get("ja"), v.Get("en"); ja != nil || en != nil {
			text := func(v *jsondoc.Value) string {
				if v == nil {
					return ""
				}
				return v.Text
			}
			f(pointer, text(ja), text(en))
			return
		}
		for _, m := range v.Members {
			walk(m.Value, pointer+"/"+m.Name)
		}
		for i, e := range v.Elements {
			walk(e, pointer+"/"+strconv.Itoa(i))
		}
	}
	walk(v, "")
}

// promises reports whether a sentence speaks of being certified or of having a star, where a scheme knows a declaration or
// a confirmation. Official names may hold the words.
func promises(sentence string) bool {
	for _, name := range []string{"ログの取得"} {
		sentence = strings.ReplaceAll(sentence, name, "")
	}
	if strings.Contains(sentence, "ではありません") || strings.Contains(sentence, "しません") {
		return false
	}
	return strings.Contains(sentence, "認定") || strings.Contains(sentence, "取得")
}

func sentences(ja string) []string {
	var out []string
	for ja != "" {
		sentence, rest, ended := strings.Cut(ja, "。")
		if ended {
			sentence += "。"
		}
		out, ja = append(out, sentence), rest
	}
	return out
}

// Texts are read aloud by busy people: both languages, short sentences, and never a word that makes more of a
// declaration than it is. Titles are official names and may be longer.
func TestTexts(t *testing.T) {
	for _, c := range builtin.All() {
		count := 0
		eachText(t, c, func(pointer, ja, en string) {
			count++
			at := c.Ref().String() + pointer
			if strings.TrimSpace(ja) != ja || strings.TrimSpace(en) != en || ja == "" || en == "" {
				t.Errorf("%s: %q / %q lacks a language or has blanks at an end", at, ja, en)
			}
			if !utf8.ValidString(ja) || strings.ContainsAny(ja+en, "{}<>\n\t") {
				t.Errorf("%s: %q / %q holds markup, braces or line breaks", at, ja, en)
			}
			for _, s := range strings.SplitAfter(en, ". ") {
				if n := len(strings.Fields(s)); n > 30 {
					t.Errorf("%s: %d words in one sentence: %s", at, n, s)
				}
			}
			for _, s := range sentences(ja) {
				if n := utf8.RuneCountInString(s); n > 60 {
					t.Errorf("%s: %d characters in one sentence: %s", at, n, s)
				}
				if promises(s) {
					t.Errorf("%s: makes more of the scheme than it is: %s", at, s)
				}
			}
		})
		if count < 100 {
			t.Errorf("%s: only %d texts were looked at", c.Ref(), count)
		}
	}
}

// fullDepth reports whether a small firm is helped with an item in every way: why it matters, what counts and what only as
// partial, what to ask once more. The others have at least what counts, evidence and a first step.
func fullDepth(c *catalog.Checked, item catalog.Item) bool {
	switch c.Ref().ID {
	case "sa1", "sa2", "basic10", "partnership":
		return true
	case "scs":
		return c.Status() == catalog.Final && item.Level == "3"
	}
	return false
}

// What a small firm needs to answer honestly is there for every item.
func TestItems(t *testing.T) {
	for _, c := range builtin.All() {
		questions := map[string]bool{}
		for _, item := range c.Items() {
			at := c.Ref().String() + " " + string(item.ID)
			if !strings.HasSuffix(item.Text.JA, "か。") || !strings.HasSuffix(item.Text.EN, "?") || questions[item.Text.JA] {
				t.Errorf("%s: not a question of its own: %s / %s", at, item.Text.JA, item.Text.EN)
			}
			questions[item.Text.JA] = true
			if len(item.DoneWhen) == 0 || len(item.Evidence) == 0 || item.FirstStep.IsZero() || item.Field == catalog.FieldUnstated {
				t.Errorf("%s: what counts, evidence, first step or field is missing", at)
			}
			if fullDepth(c, item) {
				if item.Why.IsZero() || !between(len(item.DoneWhen), 1, 6) || !between(len(item.DrillDown), 2, 4) || !between(len(item.Evidence), 2, 4) {
					t.Errorf("%s: why is missing, or %d doneWhen, %d drillDown, %d evidence", at, len(item.DoneWhen), len(item.DrillDown), len(item.Evidence))
				}
				if item.Kind != catalog.Condition && !between(len(item.PartialWhen), 1, 3) {
					t.Errorf("%s: %d partialWhen", at, len(item.PartialWhen))
				}
			}
			for _, q := range item.DrillDown {
				if !strings.HasSuffix(q.EN, "?") || !strings.HasSuffix(q.JA, "か。") {
					t.Errorf("%s: a drill-down is a question: %s / %s", at, q.JA, q.EN)
				}
			}
			if item.Clause.Document == "" || item.Clause.Clause == "" || item.Clause.Confidence == catalog.ConfidenceUnstated {
				t.Errorf("%s: no place in a source, or not how sure that is", at)
			}
			for _, id := range item.Refers {
				if id == item.ID {
					t.Errorf("%s refers to itself", at)
				}
			}
		}
	}
}

// A sentence that would fit any item helps with none: no two items of a catalogue say the same.
func TestNoFiller(t *testing.T) {
	for _, c := range builtin.All() {
		said := map[string]catalog.ItemID{}
		for _, item := range c.Items() {
			texts := append([]catalog.Text{item.Text, item.Why, item.FirstStep}, item.DoneWhen...)
			texts = append(texts, append(append(append(item.PartialWhen, item.DrillDown...), item.Evidence...), item.Notes...)...)
			for _, text := range texts {
				if other := said[text.JA]; text.JA != "" && other != "" {
					t.Errorf("%s: %s and %s both say %s", c.Ref(), other, item.ID, text.JA)
				}
				said[text.JA] = item.ID
			}
		}
	}
}

// Whoever gives an answer is told what it means, in every catalogue.
func TestEveryChoiceHasAdvice(t *testing.T) {
	for _, c := range builtin.All() {
		for _, item := range c.Items() {
			for _, choice := range c.ChoicesOf(item) {
				if choice.Label.IsZero() || choice.Advice.IsZero() {
					t.Errorf("%s %s: no label or advice for %s", c.Ref(), item.ID, choice.State)
				}
			}
		}
	}
}

func between(n, low, high int) bool { return low <= n && n <= high }

// Every statement rests on a document, and the catalogue says which of them were read, and when.
func TestFactsAndSources(t *testing.T) {
	for _, c := range builtin.All() {
		keys := map[string]bool{}
		for _, f := range c.Facts() {
			if keys[f.Key] {
				t.Errorf("%s: fact %s is there twice", c.Ref(), f.Key)
			}
			keys[f.Key] = true
			if _, ok := c.Document(f.Document); !ok {
				t.Errorf("%s: fact %s rests on %q, which is no source", c.Ref(), f.Key, f.Document)
			}
		}
		used, read := map[string]bool{}, 0
		for _, f := range c.Facts() {
			used[f.Document] = true
		}
		for _, l := range c.Levels() {
			used[l.Clause.Document] = true
		}
		for _, item := range c.Items() {
			used[item.Clause.Document] = true
			if d, _ := c.Document(item.Clause.Document); d.Read == "" {
				t.Errorf("%s: item %s rests on %s, which nobody opened", c.Ref(), item.ID, d.ID)
			}
		}
		for _, d := range c.Documents() {
			if d.Title == "" || !used[d.ID] && d.URL == "" { // an address may be there to look things up
				t.Errorf("%s: source %s has no title or is not used", c.Ref(), d.ID)
			}
			if d.Read != "" {
				read++
			}
		}
		if read == 0 {
			t.Errorf("%s: no source says when it was read", c.Ref())
		}
		wanted := []string{"edition.this"}
		if id := c.Ref().ID; id == "sa1" || id == "sa2" {
			wanted = append(wanted, "scheme.declaration", "scheme.evidence", "scheme.where", "scheme.account")
		}
		for _, key := range wanted {
			if !keys[key] {
				t.Errorf("%s: fact %s is missing", c.Ref(), key)
			}
		}
		if c.Status() == catalog.Superseded && !keys["edition.next"] {
			t.Errorf("%s: superseded, and does not say by what", c.Ref())
		}
	}
}

// What is known of sa2 4.0, and that its list is not here.
func TestWhatIsKnownOfTheNextEdition(t *testing.T) {
	c := find(t, "sa2@3.1")
	for _, test := range []struct{ reason, key, ja, en string }{
		{"it was replaced in March 2026", "edition.next", "2026年3月", "March 2026"},
		{"firewall and website are new", "edition.next.added", "ファイアウォール", "website"},
		{"physical access and awareness are merged", "edition.next.merged", "意識", "physical-access"},
		{"to know threats is No. 6", "edition.next.moved", "6番", "No. 6"},
		{"there are still 25", "edition.next.count", "25問", "25"},
		{"its list is not included", "edition.next.list", "入っていません", "not included"},
		{"its bands are not confirmed", "edition.next.bands", "確かめられていません", "not confirmed"},
		{"a link to the current form", "edition.next.form", "https://www.ipa.go.jp/security/guide/sme/5minutes.html", "https://www.ipa.go.jp/security/guide/sme/5minutes.html"},
		{"no minimum score is stated", "scheme.minimum-score", "書かれていません", "no minimum score"},
	} {
		f, ok := c.Fact(test.key)
		if !ok || !strings.Contains(f.Value.JA, test.ja) || !strings.Contains(f.Value.EN, test.en) {
			t.Errorf("%s: fact %s is %q / %q", test.reason, test.key, f.Value.JA, f.Value.EN)
		}
	}
	if f, _ := c.Fact("edition.next.bands"); f.Confidence != catalog.Unverified {
		t.Errorf("the bands of 4.0 are %v, want unverified", f.Confidence)
	}
}

func ExampleFind() {
	c, ok := builtin.Find(catalog.Ref{ID: "sa2", Version: "3.1"})
	fmt.Println(ok, c.Status(), c.SupersededBy(), len(c.Items()))
	// Output: true superseded 4.0 27
}

// A fact is called official only if the publisher's own text was read for it.
func TestOfficialFactsWereRead(t *testing.T) {
	for _, c := range builtin.All() {
		for _, f := range c.Facts() {
			d, ok := c.Document(f.Document)
			if f.Confidence == catalog.Official && (!ok || d.Read == "") {
				t.Errorf("%s: %s is called official, but its source was not opened", c.Ref(), f.Key)
			}
		}
	}
}
