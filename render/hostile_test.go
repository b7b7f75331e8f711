package render_test

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/render"
)

// hostile are texts that would do harm if one of the writers took them for more than text.
var hostile = []struct{ name, text, reason string }{
	{"script", `<script>alert(1)</script>`, "an element of its own"},
	{"end tags", `</p></td></style></title></svg></script><!--`, "closes what is open"},
	{"event handler", `"><img src=x onerror="alert(1)">`, "leaves an attribute with quotes"},
	{"single quotes", `' onmouseover='alert(1)`, "leaves an attribute with apostrophes"},
	{"bare attribute", ` onfocus=alert(1) autofocus x`, "leaves an attribute without quotes"},
	{"CDATA end", `]]><x/>`, "ends a CDATA section, which SVG may hold"},
	{"entity", `&lt;b&gt; &#60; &amp;lt; &unknown;`, "decoded twice it would be an element"},
	{"processing instruction", `<?xml-stylesheet href="x"?><!DOCTYPE x [<!ENTITY a "b">]>`, "XML knows more than elements"},
	{"link", `javascript:alert(1)`, "must not become an address"},
	{"placeholder", `{title} {now} {label} {score}`, "looks like a name in a phrase of ours"},
	{"NUL", "a\x00b", "ends strings elsewhere; not allowed in XML"},
	{"control characters", "\x01\x08\x0b\x0c\x1f\x7f\u0085\u009f", "not allowed in XML, or shown as nothing"},
	{"not a character", "a\uFFFEb\uFFFFc", "allowed in JSON, not allowed in XML"},
	{"right to left", "\u202e\u2066txet\u2069\u200f", "turns the order of letters round"},
	{"line ends", "first\nsecond\r\nthird\rfourth\tfifth", "starts lines of its own"},
	{"blank line", "a\n\n# b\n\n    c", "starts a paragraph and a heading"},
	{"long", strings.Repeat("長い<", 400), "longer than any page"},
	{"heading", "# a #", "a heading in Markdown"},
	{"underline", "===", "makes the line above a heading"},
	{"rule", "---", "a rule, or the head of a table"},
	{"list", "- a", "a list in a list"},
	{"plus list", "+ a", "another list sign"},
	{"star list", "* a *b* **c** __d__ ~~e~~", "a list and emphasis"},
	{"numbered list", "1. a", "a numbered list"},
	{"numbered list with bracket", "1) a", "another numbered list"},
	{"only a number", "12.", "an empty numbered list"},
	{"quotation", "> a", "a quotation"},
	{"code", "```\na\n```", "a block of code"},
	{"indented", "     a", "a block of code after a list sign"},
	{"indented by other blanks", "\t\v\f    a", "blanks that are folded make code as well"},
	{"trailing blanks", "a   ", "two blanks at the end break the line"},
	{"trailing backslash", `a\`, "a backslash at the end breaks the line"},
	{"only blanks", "   ", "an empty element"},
	{"pipes", `a|b\|c\\|d|`, "makes cells of a table"},
	{"markdown link", "[a](javascript:alert(1)) ![b](x) [c]: d <e@f> [^1]", "links, pictures, notes"},
	{"formula", "=1+1", "a formula"},
	{"plus formula", "+1+1", "a formula"},
	{"minus formula", "-1+1", "a formula"},
	{"at formula", "@SUM(A1)", "a formula"},
	{"tab formula", "\t=1+1", "a formula after a blank that is skipped"},
	{"return formula", "\r=1+1", "a formula after a line end that is skipped"},
	{"line feed formula", "\n=1+1", "a formula after a line end that is skipped"},
	{"full-width equals", "＝1+1", "a formula to a Japanese spreadsheet"},
	{"full-width plus", "＋1+1", "a formula to a Japanese spreadsheet"},
	{"full-width minus", "－1+1", "a formula to a Japanese spreadsheet"},
	{"full-width at", "＠SUM(A1)", "a formula to a Japanese spreadsheet"},
	{"CSV", `a","b` + "\r\nc;d", "ends a cell and a row"},
	{"command", `=cmd|' /C calc'!A0`, "a formula that starts a program"},
}

func TestHostileTableHasReasons(t *testing.T) {
	names := map[string]bool{}
	for _, h := range hostile {
		if h.reason == "" || names[h.name] {
			t.Errorf("%q: no reason, or a name that is there twice", h.name)
		}
		names[h.name] = true
	}
}

// TestTextIsNeverMarkup puts hostile texts wherever a catalogue or an assessment may hold text. What is written must have
// the same structure as with a harmless text.
func TestTextIsNeverMarkup(t *testing.T) {
	for _, points := range []bool{true, false} {
		for _, h := range hostile {
			t.Run(h.name+"/points "+strconv.FormatBool(points), func(t *testing.T) {
				c, d, ok := filled(h.text, points)
				if !ok {
					t.Fatal("the checks refuse this text; it tests nothing")
				}
				sameStructure(t, h.text, c, d, points)
			})
		}
	}
}

// FuzzReport looks for a text that becomes more than text in any output.
func FuzzReport(f *testing.F) {
	for _, h := range hostile {
		f.Add(h.text, len(h.text)%2 == 0)
	}
	f.Fuzz(func(t *testing.T, text string, points bool) {
		if strings.Contains(text, "https://") {
			return // an address in a fact or notice is made a link on purpose
		}
		if c, d, ok := filled(text, points); ok {
			sameStructure(t, text, c, d, points)
		}
	})
}

const harmless = "harmless"

func sameStructure(t *testing.T, text string, c *catalog.Checked, d *assess.Document, points bool) {
	t.Helper()
	harmlessCatalog, harmlessDocument, _ := filled(harmless, points)
	for _, l := range languages {
		want, got := everything(t, harmlessCatalog, harmlessDocument, l), everything(t, c, d, l)
		for name := range want {
			switch name[strings.LastIndexByte(name, '.'):] {
			case ".html":
				htmlStructure(t, name, text, want[name], got[name])
			case ".svg":
				svgStructure(t, name, want[name], got[name])
			case ".md":
				markdownStructure(t, text, want[name], got[name])
			case ".csv":
				csvStructure(t, text, want[name], got[name])
			}
		}
	}
}

// everything is what is written of a result and of its catalogue, on a day on which all that can be old is old.
func everything(t *testing.T, c *catalog.Checked, d *assess.Document, l lang.Lang) map[string][]byte {
	t.Helper()
	o := render.Options{Lang: l, Today: "2099-01-01"}
	out := outputs(view(t, d, c, o))
	out["form.html"], out["fragment.html"] = render.FormHTML(c, o), render.FormFragment(c, o)
	return out
}

// tags lists the start and end tags of a document with the names of their attributes, and returns its text.
func tags(t *testing.T, data []byte, strict bool) (list []string, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(data)))
	if !strict {
		d.Strict, d.AutoClose, d.Entity = false, []string{"meta", "input", "link"}, xml.HTMLEntity
	}
	var all strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list, all.String()
		}
		if err != nil {
			t.Fatalf("cannot be read: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			line := "<" + token.Name.Local
			for _, a := range token.Attr {
				line += " " + a.Name.Local
				if a.Name.Local != "aria-label" { // the only attribute that holds a sentence
					line += "=" + a.Value
				}
			}
			list = append(list, line)
		case xml.EndElement:
			list = append(list, "/"+token.Name.Local)
		case xml.CharData:
			all.Write(token)
		case xml.Directive:
			list = append(list, "!"+string(token))
		case xml.ProcInst:
			list = append(list, "?"+token.Target)
		case xml.Comment:
			list = append(list, "a comment")
		}
	}
}

// readable is what XML can hold of a text; the reader of these tests refuses what a browser only shows as U+FFFD.
func readable(data []byte) []byte {
	return []byte(strings.NewReplacer("\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD").Replace(string(data)))
}

func htmlStructure(t *testing.T, name, text string, want, got []byte) {
	t.Helper()
	wantTags, _ := tags(t, readable(unvoiced(want)), false)
	gotTags, shown := tags(t, readable(unvoiced(got)), false)
	if diff := cmp.Diff(wantTags, gotTags); diff != "" {
		t.Errorf("%s: a text changed the elements (-harmless +hostile):\n%s", name, diff)
	}
	if !strings.Contains(shown, visible(text)) {
		t.Errorf("%s does not show %.100q as it is", name, text)
	}
}

// unvoiced takes the marks out that stand around what is Japanese in an English text. What they hold is escaped.
func unvoiced(html []byte) []byte { return voiceMark.ReplaceAll(html, []byte("$1")) }

var voiceMark = regexp.MustCompile(`<span lang="ja">([^<]*)</span>`)

// visible is a text as a page shows it: control characters are replaced, since HTML cannot hold them.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7F || r == 0xFFFE || r == 0xFFFF {
			return 0xFFFD
		}
		return r
	}, text)
}

func svgStructure(t *testing.T, name string, want, got []byte) {
	t.Helper()
	wantTags, _ := tags(t, want, true)
	gotTags, _ := tags(t, got, true)
	if diff := cmp.Diff(wantTags, gotTags); diff != "" {
		t.Errorf("%s: a text changed the elements (-harmless +hostile):\n%s", name, diff)
	}
}

// filled returns a catalogue and an assessment that hold the text wherever they may hold one, and everything that can be
// shown; ok is false if the checks refuse the text.
func filled(text string, points bool) (c *catalog.Checked, d *assess.Document, ok bool) {
	both := catalog.Text{JA: text, EN: text}
	lists := []catalog.Text{both, both}
	clause := catalog.Clause{Document: "doc", Clause: text}
	s := &catalog.Source{ID: "filled", Version: "1", Status: catalog.Superseded, SupersededBy: "2", Title: both, Publisher: text,
		StaleAfter: "2026-01-01",
		Documents: []catalog.Document{{ID: "doc", Title: text, URL: "https://example.com/a_b?c=d&e=(f)", License: text},
			{ID: "offline", Title: text, Read: "2026-01-01"}},
		Facts: []catalog.Fact{{Key: "edition.next.list", Value: both, Confidence: catalog.Official, Document: "offline"},
			{Key: "edition.next.form", Value: both, Confidence: catalog.Unverified}},
		Levels: []catalog.Level{{ID: "1", Title: both, Rules: []catalog.Rule{catalog.AllMet}, Needs: []catalog.Need{catalog.NeedDeclare}, Clause: clause}}}
	for i, state := range []catalog.State{catalog.Met, catalog.Partial, catalog.Unmet, catalog.Unknown, catalog.NotApplicable} {
		choice := catalog.Choice{State: state, Label: both, Advice: both, Clause: clause}
		if value := int64(4 - 2*i); points {
			choice.Points = &value
		}
		s.Choices = append(s.Choices, choice)
	}
	if points {
		s.Bands = []catalog.Band{{ID: "high", Min: 10, Title: both, Advice: both, Clause: clause}, {ID: "low", Min: -1000, Title: both, Advice: both, Clause: clause}}
	}
	for _, id := range []string{"a", "b", "c"} {
		s.Sections = append(s.Sections, catalog.Section{ID: id, Title: both, CSF: text})
	}
	states := []catalog.State{catalog.Met, catalog.Partial, catalog.Unmet, catalog.Unknown, catalog.NotApplicable, catalog.Unanswered}
	d = assess.New(s.Ref())
	d.Subject = assess.Subject{Name: text, Industry: text, CorporateNumber: text}
	d.Scope.Text, d.AssessedOn = text, "2026-11-21"
	d.Respondents = []assess.Respondent{{ID: text, Role: assess.Management}}
	for i := range 12 {
		item := catalog.Item{ID: catalog.ItemID("i" + strconv.Itoa(i)), Number: text, Kind: catalog.Question, Section: []string{"a", "b", "c"}[i/4],
			Level: "1", Text: both, Why: both, DoneWhen: lists, PartialWhen: lists, DrillDown: lists, Evidence: lists, FirstStep: both,
			Options: []catalog.Option{{ID: "x", Text: both}}, Field: catalog.Technical, Clause: clause}
		if i == 11 {
			item.Kind, item.Section, item.Choices = catalog.Condition, "", []catalog.Choice{{State: catalog.Met, Label: both}, {State: catalog.Unmet, Label: both}}
		}
		s.Items = append(s.Items, item)
		if state := states[i%len(states)]; state != catalog.Unanswered {
			for _, respondent := range []string{"", text} {
				d.Set(assess.Answer{Item: item.ID, State: state, Respondent: respondent, Note: text, Reason: assess.Reason{Code: text, Text: text},
					Evidence: []assess.Evidence{{Title: text, Where: text}}})
			}
		}
	}
	c, problems := catalog.Check(s, digest.SHA256)
	if !problems.OK() {
		return nil, nil, false
	}
	_, problems = assess.Check(d, c)
	return c, d, problems.OK()
}

// TestFilledIsFull guards the tests above: a text that is in no output would not be tested.
func TestFilledIsFull(t *testing.T) {
	c, d, ok := filled(harmless, true)
	if !ok {
		t.Fatal("the catalogue is refused")
	}
	v := view(t, d, c, render.Options{Today: "2099-01-01"})
	if len(v.Notices) != 5 || v.Score == nil || render.RadarSVG(v) == nil || len(v.Steps) < 9 || len(v.Items) != 12 {
		t.Errorf("the view lacks something: %d notices, %d steps", len(v.Notices), len(v.Steps))
	}
	if !slices.ContainsFunc(v.Items, func(i render.ItemView) bool { return len(i.Respondent) == 2 && len(i.Notes) == 4 }) {
		t.Error("no item shows its respondents and notes")
	}
}
