package render_test

import (
	"bytes"
	"math/rand"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/catalog/scsv20251226"
	"github.com/hoshitori/hoshitori/internal/markup"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

// drawn calls f with random answers to every built-in catalogue, and to one with sections, points and all states.
func drawn(t *testing.T, f func(t *testing.T, a *assess.Checked, r score.Result)) {
	t.Helper()
	filledCatalog, _, _ := filled(harmless, true)
	for _, c := range append(builtin.All(), filledCatalog) {
		for seed := range int64(60) {
			t.Run(c.Ref().String()+"/"+strconv.FormatInt(seed, 10), func(t *testing.T) {
				a := check(t, answerAtRandom(rand.New(rand.NewSource(seed)), c), c)
				f(t, a, score.Evaluate(a, score.Options{}))
			})
		}
	}
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

// numbers are the whole numbers in a text, with their signs.
func numbers(text string) []string { return regexp.MustCompile(`-?\d+`).FindAllString(text, -1) }

// TestViewChangesNoNumber holds the words of a view against the numbers of the result.
func TestViewChangesNoNumber(t *testing.T) {
	drawn(t, func(t *testing.T, a *assess.Checked, r score.Result) {
		for _, l := range languages {
			v := render.NewView(a, r, render.Options{Lang: l, Today: today})
			scoreAgrees(t, v, r)
			bandAgrees(t, v, r, a)
			levelsAgree(t, v, r)
			sectionsAgree(t, v, r)
			itemsAgree(t, v, r, a)
			if v.Completeness != r.Completeness || v.Digest != r.Catalog.Digest || v.Ref != a.Catalog().Ref() {
				t.Error("completeness, digest or reference differ")
			}
		}
	})
}

func scoreAgrees(t *testing.T, v render.View, r score.Result) {
	t.Helper()
	if (v.Score == nil) != (r.Points == nil) {
		t.Fatal("a score without points, or points without a score")
	}
	if v.Score == nil {
		return
	}
	p, s := r.Points, v.Score
	if s.Score != p.Score || s.Low != p.Low || s.High != p.High || s.Max != p.Max {
		t.Errorf("the view says %v, the result %v", *s, *p)
	}
	if got := numbers(s.Headline); !slices.Equal(got, []string{number(p.Score), number(p.Max)}) {
		t.Errorf("the headline %q does not say %d of %d", s.Headline, p.Score, p.Max)
	}
	open := p.Low != p.High || p.Score != p.Low
	if s.Settled == open {
		t.Errorf("settled is %v although the score is %d, between %d and %d", s.Settled, p.Score, p.Low, p.High)
	}
	nothing := r.Completeness.Total == r.Completeness.Unanswered
	if open && !nothing && !slices.Equal(numbers(s.Details[0]), []string{number(p.Low), number(p.High)}) {
		t.Errorf("%q does not say %d to %d", s.Details[0], p.Low, p.High)
	}
	if below := slices.ContainsFunc(s.Details, func(d string) bool {
		return strings.Contains(d, "わからない") || strings.Contains(d, "Don't know")
	}); below != (p.Score < p.Low && !nothing) {
		t.Errorf("score %d, least %d: why the score is lower is said: %v", p.Score, p.Low, below)
	}
}

func bandAgrees(t *testing.T, v render.View, r score.Result, a *assess.Checked) {
	t.Helper()
	if v.Score == nil {
		return
	}
	bands := map[string]catalog.Band{}
	for _, b := range a.Catalog().Bands() {
		bands[b.ID] = b
	}
	p, got := r.Points, *v.Score
	now, low, high := bands[p.Band].Title.In(v.Lang), bands[p.BandLow].Title.In(v.Lang), bands[p.BandHigh].Title.In(v.Lang)
	switch {
	case r.Completeness.Total == r.Completeness.Unanswered:
		if got.Band != "" || got.BandDetails != "" || got.Advice != "" {
			t.Errorf("nothing is answered, and yet the view says %q", got.Band)
		}
	case p.BandLow != p.BandHigh:
		if got.Band == now || got.Band == low || got.Band == high || !strings.Contains(got.BandDetails, low) || !strings.Contains(got.BandDetails, high) {
			t.Errorf("the band can still be %q or %q; the view says %q, %q", low, high, got.Band, got.BandDetails)
		}
	case got.Band != low || got.Advice != bands[p.BandLow].Advice.In(v.Lang):
		t.Errorf("the band %q is certain; the view says %q, %q", low, got.Band, got.Advice)
	case (p.Band != p.BandLow) != strings.Contains(got.BandDetails, now):
		t.Errorf("the band of the present score is %q; the view says %q", now, got.BandDetails)
	}
}

func levelsAgree(t *testing.T, v render.View, r score.Result) {
	t.Helper()
	if len(v.Levels) != len(r.Levels) {
		t.Fatalf("%d levels, the result has %d", len(v.Levels), len(r.Levels))
	}
	for i, l := range r.Levels {
		got := v.Levels[i]
		if got.ID != l.ID || got.Criteria != l.Criteria || got.Assurance == "" {
			t.Errorf("level %s is shown as %+v", l.ID, got)
		}
		missing := map[score.Outcome]int{score.OutcomeOpen: l.Open, score.OutcomeUnmet: l.Unmet + l.Open}[l.Criteria]
		if said := numbers(got.Verdict); missing > 0 && said[len(said)-1] != strconv.Itoa(missing) {
			t.Errorf("%q, but %d items are missing", got.Verdict, missing)
		}
		if (got.Remaining == "") != (len(l.Remaining) == 0) {
			t.Errorf("level %s: %v remains and %q is shown", l.ID, l.Remaining, got.Remaining)
		}
		for _, need := range l.Remaining {
			if !strings.Contains(got.Remaining, render.NeedText(need, v.Lang)) {
				t.Errorf("level %s: %q does not name %s", l.ID, got.Remaining, need)
			}
		}
	}
}

func sectionsAgree(t *testing.T, v render.View, r score.Result) {
	t.Helper()
	if len(v.Sections) != len(r.Sections) {
		t.Fatalf("%d sections, the result has %d", len(v.Sections), len(r.Sections))
	}
	var sum render.PointsView
	for i, s := range r.Sections {
		if v.Sections[i].Counts != s || v.Sections[i].ID != s.ID {
			t.Errorf("section %s is counted as %+v", s.ID, v.Sections[i].Counts)
		}
		if p := v.Sections[i].Points; p != nil {
			sum.Score, sum.Low, sum.High, sum.Max = sum.Score+p.Score, sum.Low+p.Low, sum.High+p.High, sum.Max+p.Max
		}
	}
	// All questions of these catalogues lie in sections, so the sections add up to the whole.
	if p := r.Points; p != nil && sum != (render.PointsView{Score: p.Score, Low: p.Low, High: p.High, Max: p.Max}) {
		t.Errorf("the sections add up to %+v, the whole is %+v", sum, *p)
	}
}

func itemsAgree(t *testing.T, v render.View, r score.Result, a *assess.Checked) {
	t.Helper()
	if len(v.Steps) != len(r.Gaps) || len(v.Items) != len(a.Catalog().Items()) {
		t.Fatalf("%d steps of %d gaps, %d items of %d", len(v.Steps), len(r.Gaps), len(v.Items), len(a.Catalog().Items()))
	}
	priority := map[catalog.ItemID]int{}
	for i, g := range r.Gaps {
		if s := v.Steps[i]; s.Item != g.Item || s.Priority != g.Priority || len(s.Reasons) != len(g.Reasons) {
			t.Errorf("step %d is %s, the gap is %s", i, s.Item, g.Item)
		}
		priority[g.Item] = g.Priority
	}
	var sum int64
	counts := score.Completeness{}
	for i, item := range v.Items {
		if item.State != score.StateOf(a, i) || item.StateCode != item.State.String() || item.Priority != priority[item.Item] {
			t.Errorf("item %s is shown as %s with priority %d", item.Item, item.State, item.Priority)
		}
		if item.Points != "" {
			n, _ := strconv.ParseInt(numbers(item.Points)[0], 10, 64)
			sum += n
		}
		counts.Total++
		switch item.State {
		case catalog.Unanswered:
			counts.Unanswered++
		case catalog.Unknown:
			counts.Unknown++
		}
	}
	if v.Score != nil && sum != v.Score.Score {
		t.Errorf("the points of the items add up to %d, the score is %d", sum, v.Score.Score)
	}
	c := r.Completeness
	if c.Total != counts.Total || c.Unanswered != counts.Unanswered || c.Unknown != counts.Unknown {
		t.Errorf("the items are counted as %+v, the result says %+v", counts, c)
	}
}

// Words that would say more than a self-check can: a star is declared, never obtained, certified or passed.
var claims = regexp.MustCompile(`(?i)取得|認定|合格|(is|are|been|now) certified|you have earned|you hold (a|the|your) |you hold [^a-z]*★|has been awarded`)

// TestNothingClaimsAStar reads everything that is ever shown of the built-in catalogues.
func TestNothingClaimsAStar(t *testing.T) {
	for _, c := range builtin.All() {
		all := newDocument(c)
		for _, item := range c.Items() {
			all.Set(assess.Answer{Item: item.ID, State: catalog.Met})
		}
		documents := []*assess.Document{all, newDocument(c)}
		for seed := range int64(10) {
			documents = append(documents, answerAtRandom(rand.New(rand.NewSource(seed)), c))
		}
		for _, l := range languages {
			o := render.Options{Lang: l, Today: "2099-01-01"}
			noClaim(t, c, "form", render.FormHTML(c, o))
			for _, d := range documents {
				v := view(t, d, c, o)
				written := outputs(v)
				for name, data := range written {
					noClaim(t, c, name, data)
				}
				for i, level := range v.Levels {
					if len(c.Levels()[i].Needs) == 0 {
						continue // a list of advice: nothing is claimed by it
					}
					if level.Remaining == "" {
						t.Errorf("%s: a file of answers alone cannot show that the firm has declared", c.Ref())
					}
					for _, name := range []string{"report.html", "report.md"} {
						if !strings.Contains(string(written[name]), level.Remaining) {
							t.Errorf("%s: %s does not say %q", c.Ref(), name, level.Remaining)
						}
					}
				}
			}
		}
	}
}

func noClaim(t *testing.T, c *catalog.Checked, name string, data []byte) {
	t.Helper()
	for _, r := range c.Requirements() { // official titles may hold such a word
		data = bytes.ReplaceAll(data, []byte(r.Title.JA), nil)
	}
	if at := claims.FindIndex(data); at != nil {
		t.Errorf("%s: %s says %q", c.Ref(), name, data[max(0, at[0]-60):min(len(data), at[1]+60)])
	}
}

func TestSupersededEditionSaysSo(t *testing.T) {
	for _, text := range []struct {
		l              lang.Lang
		first, verdict string
	}{
		{lang.JA, "この診断は3.1版です。いまは4.0版に代わっています。", "結果は3.1版でのものです。4.0版の結果ではありません。"},
		{lang.EN, "This check is edition 3.1. Edition 4.0 has replaced it.", "The result is one by edition 3.1, not by 4.0."},
	} {
		o := render.Options{Lang: text.l, Today: today}
		v := view(t, sample(), sa2v31.Catalog(), o)
		if len(v.Notices) < 2 || v.Notices[0] != text.first || v.Notices[1] != text.verdict {
			t.Errorf("the notices are %q", v.Notices)
		}
		for _, page := range [][]byte{render.ReportHTML(v), render.ReportMarkdown(v)} {
			for _, want := range []string{text.first, text.verdict} {
				if !strings.Contains(string(page), want) {
					t.Errorf("%q is missing in the report", want)
				}
			}
		}
		form := string(render.FormHTML(sa2v31.Catalog(), o))
		if !strings.Contains(form, text.first) || strings.Contains(form, text.verdict) {
			t.Error("a form says that its edition is superseded, and nothing of a result")
		}
		if fresh := view(t, newDocument(sa1v40.Catalog()), sa1v40.Catalog(), o); len(fresh.Notices) != 0 {
			t.Errorf("the current edition has notices: %q", fresh.Notices)
		}
	}
}

// In a widget the notices take a line or two above the first question, and the rest unfolds. Nobody can unfold a sheet of
// paper, so on a page of its own all of it is to be read.
func TestFormFoldsNotices(t *testing.T) {
	for _, test := range []struct {
		c           *catalog.Checked
		brief, rest string
		reason      string
	}{
		{sa2v31.Catalog(), "この診断は3.1版です。いまは4.0版に代わっています。この一覧の一部は、一つの資料から取りました。",
			"まだ照らし合わせていません。", "superseded, and one source for a part"},
		{scsv20251226.Catalog(), "この診断は2025-12-26版です。いまは2026-03-27版に代わっています。 この一覧のもとは、案の段階の資料です。",
			"", "two notices that are short already"},
		{sa1v40.Catalog(), "", "", "nothing to say"},
	} {
		o := render.Options{Today: today}
		paper := parsePage(t, render.FormHTML(test.c, o))
		for name, tree := range map[string]*markup.Node{"form": render.Form(test.c, o), "outline": render.Outline(test.c, o)} {
			page := parsePage(t, markup.AppendHTML(nil, tree))
			brief, rest := "", ""
			for _, box := range page.class("h-notice") {
				brief = box.text
				if box.tag == "details" {
					brief = box.children[0].text
					rest = strings.TrimPrefix(box.text, brief)
				}
			}
			if brief != test.brief || (rest == "") != (test.rest == "") || !strings.HasSuffix(rest, test.rest) {
				t.Errorf("%s, %s of %s: %q is said, and %q folded away", test.reason, name, test.c.Ref(), brief, rest)
			}
		}
		for _, box := range paper.class("h-notice") {
			if box.tag != "p" || !strings.Contains(box.text, strings.Join(render.Notices(test.c, o), " ")) {
				t.Errorf("%s, %s on paper: %s %q", test.reason, test.c.Ref(), box.tag, box.text)
			}
		}
	}
}

func TestStaleNotice(t *testing.T) {
	c := sa1v40.Catalog()
	if c.StaleAfter() != "2027-03-31" {
		t.Fatalf("the catalogue is stale after %s; move the days of this test", c.StaleAfter())
	}
	for _, test := range []struct {
		today  catalog.Date
		stale  bool
		reason string
	}{
		{"", false, "the day is not known"},
		{"2026-11-21", false, "long before"},
		{"2027-03-30", false, "the day before"},
		{"2027-03-31", false, "the day itself still counts"},
		{"2027-04-01", true, "the day after"},
		{"2028-01-01", true, "the next year, in an earlier month"},
	} {
		for _, l := range languages {
			o := render.Options{Lang: l, Today: test.today}
			v := view(t, newDocument(c), c, o)
			if got := len(v.Notices) == 1 && strings.Contains(v.Notices[0], "2027-03-31"); got != test.stale {
				t.Errorf("%q: %v, want %v (%s): %q", test.today, got, test.stale, test.reason, v.Notices)
			}
			if got := len(render.Notices(c, o)) == 1; got != test.stale {
				t.Errorf("%q: the form says %v, want %v (%s)", test.today, got, test.stale, test.reason)
			}
		}
	}
}

var japanese = regexp.MustCompile(`[\p{Han}\p{Hiragana}\p{Katakana}]+`)

// TestOneLanguage checks that no sentence of the other language slips into an output. Official names stay as they are.
func TestOneLanguage(t *testing.T) {
	for _, c := range builtin.All() {
		d := answerAtRandom(rand.New(rand.NewSource(4)), c)
		if c.Ref() == sa2v31.Catalog().Ref() {
			d = sample()
		}
		for _, l := range languages {
			o := render.Options{Lang: l, Today: "2099-01-01"}
			written := outputs(view(t, d, c, o))
			written["form.html"], written["fragment.html"] = render.FormHTML(c, o), render.FormFragment(c, o)
			for name, data := range written {
				text := string(data)
				if l == lang.JA {
					for _, other := range sentences(c) {
						if strings.Contains(text, other) {
							t.Errorf("%s: the Japanese %s says %q", c.Ref(), name, other)
						}
					}
					continue
				}
				if name == "report.md" {
					text = escapes.ReplaceAllStringFunc(text, func(s string) string { return s[1:] })
				}
				text = string(unvoiced([]byte(text)))
				for _, official := range officialNames(c) {
					text = strings.ReplaceAll(text, official, "")
				}
				text = regexp.MustCompile(`font-family:[^;}]*`).ReplaceAllString(text, "")
				if found := japanese.FindString(text); found != "" {
					t.Errorf("%s: the English %s says %q", c.Ref(), name, found)
				}
			}
		}
	}
}

// officialNames are the names that stay Japanese in every language, longer ones first: one can begin with another.
func officialNames(c *catalog.Checked) []string {
	out := []string{c.Publisher(), "GビズID"}
	for _, d := range c.Documents() {
		name, _, _ := strings.Cut(d.Title, "（") // a fact may name it without what stands in brackets behind it
		out = append(out, d.Title, name)
	}
	for _, item := range c.Items() {
		if item.Clause.Clause != "" {
			out = append(out, item.Clause.Clause)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

// sentences are the English texts of a catalogue, as far as they are more than a name.
func sentences(c *catalog.Checked) []string {
	var out []string
	add := func(texts ...catalog.Text) {
		for _, text := range texts {
			if text.EN != text.JA && strings.Count(text.EN, " ") > 1 {
				out = append(out, text.EN)
			}
		}
	}
	add(c.Title())
	for _, f := range c.Facts() {
		add(f.Value)
	}
	for _, b := range c.Bands() {
		add(b.Title, b.Advice)
	}
	for _, choice := range c.Choices() {
		add(choice.Label, choice.Advice)
	}
	for _, s := range c.Sections() {
		add(s.Title)
	}
	for _, l := range c.Levels() {
		add(l.Title)
	}
	for _, item := range c.Items() {
		add(item.Text, item.Why, item.FirstStep)
		for _, list := range [][]catalog.Text{item.DoneWhen, item.PartialWhen, item.DrillDown, item.Evidence} {
			add(list...)
		}
	}
	return out
}

// Writing changes nothing in the view: the same view gives the same bytes, in any order.
func TestOutputsOnlyRead(t *testing.T) {
	c, d, _ := filled(harmless, true)
	v := view(t, d, c, render.Options{})
	before := outputs(v)
	for name, data := range outputs(v) {
		if string(before[name]) != string(data) {
			t.Errorf("%s differs when it is written again", name)
		}
	}
}

// Japanese is the language where none is stated.
func TestLanguageDefaultsToJapanese(t *testing.T) {
	c := sa2v31.Catalog()
	stated, unstated := outputs(view(t, sample(), c, render.Options{Lang: lang.JA, Today: "2099-01-01"})), outputs(view(t, sample(), c, render.Options{Today: "2099-01-01"}))
	for name, data := range stated {
		if string(unstated[name]) != string(data) {
			t.Errorf("%s differs when no language is stated", name)
		}
	}
	if string(render.FormHTML(c, render.Options{})) != string(render.FormHTML(c, render.Options{Lang: lang.JA})) {
		t.Error("the form differs when no language is stated")
	}
}
