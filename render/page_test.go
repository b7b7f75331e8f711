package render_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
	"github.com/hoshitori/hoshitori/render"
)

// element is a part of a page, as a parser that knows nothing of this package has read it.
type element struct {
	tag      string
	attrs    map[string]string
	children []*element
	text     string // of the element itself and those in it
}

func parsePage(t *testing.T, data []byte) *element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(data)))
	d.Strict, d.AutoClose = false, []string{"meta", "input", "link"}
	root := &element{}
	open := []*element{root}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root
		}
		if err != nil {
			t.Fatal(err)
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{tag: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			last.children = append(last.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text += string(token)
			}
		}
	}
}

// all returns the elements of that tag in the order of the page; "" stands for any.
func (e *element) all(tag string) []*element {
	var out []*element
	for _, c := range e.children {
		if tag == "" || c.tag == tag {
			out = append(out, c)
		}
		out = append(out, c.all(tag)...)
	}
	return out
}

// class returns the elements of that class in the order of the page.
func (e *element) class(name string) []*element {
	return slices.DeleteFunc(e.all(""), func(e *element) bool { return !slices.Contains(strings.Fields(e.attrs["class"]), name) })
}

// pages calls f with every report and form of the built-in catalogues.
func pages(t *testing.T, f func(t *testing.T, c *catalog.Checked, l lang.Lang, page *element)) {
	t.Helper()
	for _, c := range builtin.All() {
		for _, l := range languages {
			o := render.Options{Lang: l, Today: today}
			d := newDocument(c)
			if c.Ref() == sample().Catalog.Ref() {
				d = sample()
			}
			for name, data := range map[string][]byte{"report": render.ReportHTML(view(t, d, c, o)), "form": render.FormHTML(c, o)} {
				t.Run(c.Ref().String()+"/"+l.String()+"/"+name, func(t *testing.T) { f(t, c, l, parsePage(t, data)) })
			}
		}
	}
}

// TestPagesStandAlone checks that a page loads nothing, runs nothing and says in which language it is.
func TestPagesStandAlone(t *testing.T) {
	pages(t, func(t *testing.T, _ *catalog.Checked, l lang.Lang, page *element) {
		if got := page.all("html")[0].attrs["lang"]; got != l.String() {
			t.Errorf("the language of the page is %q", got)
		}
		for _, e := range page.all("") {
			if slices.Contains([]string{"script", "link", "img", "iframe", "object", "embed", "base", "video", "audio", "use", "image"}, e.tag) {
				t.Errorf("there is an element %s", e.tag)
			}
			for name, value := range e.attrs {
				if strings.HasPrefix(name, "on") || name == "src" || name == "style" || name == "action" {
					t.Errorf("%s has an attribute %s", e.tag, name)
				}
				if name == "href" && (e.tag != "a" || !strings.HasPrefix(value, "https://")) {
					t.Errorf("%s leads to %q", e.tag, value)
				}
			}
		}
		policy := ""
		for _, meta := range page.all("meta") {
			if meta.attrs["http-equiv"] == "Content-Security-Policy" {
				policy = meta.attrs["content"]
			}
		}
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "script-src") || strings.Contains(policy, "http") {
			t.Errorf("the content security policy is %q", policy)
		}
		if style := page.all("style")[0].text; regexp.MustCompile(`url\(|@import|expression|behavior`).MatchString(style) {
			t.Error("the style sheet loads something")
		}
		if title := page.all("title")[0].text; title == "" {
			t.Error("the page has no title")
		}
	})
}

func TestHeadingsLeaveNoRankOut(t *testing.T) {
	pages(t, func(t *testing.T, _ *catalog.Checked, _ lang.Lang, page *element) {
		rank, first := 0, 0
		for _, e := range page.all("") {
			if len(e.tag) != 2 || e.tag[0] != 'h' || e.tag[1] < '1' || e.tag[1] > '6' {
				continue
			}
			next := int(e.tag[1] - '0')
			if next > rank+1 {
				t.Errorf("after a heading of rank %d comes %s %q", rank, e.tag, e.text)
			}
			if rank = next; rank == 1 {
				first++
			}
			if strings.TrimSpace(e.text) == "" {
				t.Errorf("an empty %s", e.tag)
			}
		}
		if first != 1 {
			t.Errorf("%d headings of the first rank", first)
		}
	})
}

func TestTablesAndChartsCanBeHeard(t *testing.T) {
	pages(t, func(t *testing.T, _ *catalog.Checked, _ lang.Lang, page *element) {
		for _, th := range page.all("th") {
			if scope := th.attrs["scope"]; scope != "col" && scope != "row" {
				t.Errorf("the head %q has the scope %q", th.text, scope)
			}
		}
		for _, table := range page.all("table") {
			if len(table.all("th")) == 0 {
				t.Error("a table has no head")
			}
			width := len(table.all("tr")[0].children)
			for _, row := range table.all("tr") {
				if len(row.children) != width {
					t.Errorf("a row has %d cells, others %d: %q", len(row.children), width, row.text)
				}
			}
		}
		for _, svg := range page.all("svg") {
			title, description := svg.all("title"), svg.all("desc")
			if svg.attrs["role"] != "img" || len(title) != 1 || len(description) != 1 || description[0].text == "" ||
				svg.attrs["aria-label"] != title[0].text+" "+description[0].text {
				t.Errorf("a chart says too little: %v", svg.attrs)
			}
		}
		ids := map[string]bool{}
		for _, e := range page.all("") {
			if id := e.attrs["id"]; id != "" {
				if ids[id] {
					t.Errorf("the id %q is there twice", id)
				}
				ids[id] = true
			}
			for _, value := range e.attrs {
				if target, ok := strings.CutPrefix(value, "url(#"); ok && !ids[strings.TrimSuffix(target, ")")] {
					t.Errorf("%s refers to %s, which is not there", e.tag, value)
				}
			}
		}
	})
}

// TestForm checks that a form asks all questions, offers the allowed answers to each, and can be used by ear.
func TestForm(t *testing.T) {
	for _, c := range builtin.All() {
		for _, l := range languages {
			page := parsePage(t, render.FormHTML(c, render.Options{Lang: l}))
			fieldsets := page.all("fieldset")
			if len(fieldsets) != len(c.Items()) || len(page.all("input")) != inputs(fieldsets) {
				t.Fatalf("%s: %d fieldsets of %d items, or a choice outside of them", c.Ref(), len(fieldsets), len(c.Items()))
			}
			for i, item := range c.Items() {
				fieldset := fieldsets[i]
				legend := strings.TrimSpace(item.Number + " " + item.Text.In(l))
				if fieldset.children[0].tag != "legend" || fieldset.children[0].text != legend || fieldset.attrs["data-item"] != string(item.ID) {
					t.Errorf("%s: item %s has the legend %q", c.Ref(), item.ID, fieldset.children[0].text)
				}
				var got, want []string
				for _, label := range fieldset.all("label") {
					input := label.all("input")
					if len(input) != 1 || label.attrs["for"] != "" {
						t.Fatalf("%s: item %s: a label does not wrap its choice", c.Ref(), item.ID)
					}
					a := input[0].attrs
					got = append(got, fmt.Sprint(a["type"], " ", a["name"], " ", a["value"], " ", label.text))
				}
				for _, choice := range c.ChoicesOf(item) {
					want = append(want, fmt.Sprint("radio ", item.ID, " ", choice.State, " ", choice.Label.In(l)))
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s: item %s offers %q, want %q", c.Ref(), item.ID, got, want)
				}
			}
			if box := page.all("input"); slices.ContainsFunc(box, func(e *element) bool { _, checked := e.attrs["checked"]; return checked }) {
				t.Errorf("%s: an answer is given beforehand", c.Ref())
			}
		}
	}
}

func inputs(fieldsets []*element) int {
	n := 0
	for _, f := range fieldsets {
		n += len(f.all("input"))
	}
	return n
}

// The widget puts the answers given in its outline into the full form and the other way round, so both have to ask the
// same.
func TestOutlineAsksTheSame(t *testing.T) {
	filledCatalog, _, _ := filled(harmless, true)
	for _, c := range append(builtin.All(), filledCatalog) {
		for _, l := range languages {
			o := render.Options{Lang: l, Today: today}
			full, outline := asked(t, render.Form(c, o)), asked(t, render.Outline(c, o))
			if !slices.Equal(full, outline) {
				t.Errorf("%s: the outline asks %q, the full form %q", c.Ref(), outline, full)
			}
			pasted := parsePage(t, render.FormFragment(c, o))
			if got := questions(pasted); !slices.Equal(got, full) {
				t.Errorf("%s: the fragment asks %q, the full form %q", c.Ref(), got, full)
			}
		}
	}
}

func asked(t *testing.T, n *markup.Node) []string {
	t.Helper()
	return questions(parsePage(t, markup.AppendHTML(nil, n)))
}

func questions(page *element) []string {
	var out []string
	for _, e := range page.all("") {
		switch e.tag {
		case "legend", "label":
			out = append(out, e.tag+" "+e.text)
		case "input":
			out = append(out, fmt.Sprint(e.attrs["type"], " ", e.attrs["name"], " ", e.attrs["value"]))
		}
	}
	return out
}

// A fragment loads its style sheet only for paper and where there are no scripts, from where the host has put it.
func TestFragmentStyle(t *testing.T) {
	for _, assets := range []string{"", "https://cdn.example/hoshitori/", `"><script>`} {
		page := parsePage(t, render.FormFragment(builtin.All()[0], render.Options{Assets: assets}))
		links := page.all("link")
		if len(links) != 2 || links[0].attrs["media"] != "print" || links[0].attrs["href"] != assets+"hoshitori.css" ||
			links[1].attrs["href"] != assets+"hoshitori.css" || len(page.all("noscript")[0].all("link")) != 1 || len(page.all("script")) != 0 {
			t.Errorf("with assets at %q: %+v", assets, links)
		}
	}
}

// TestPaperScore compares the table for scoring by hand with the table of the scorer.
func TestPaperScore(t *testing.T) {
	filledCatalog, _, _ := filled(harmless, true)
	for _, c := range append(builtin.All(), filledCatalog) {
		for _, l := range languages {
			page := parsePage(t, render.FormHTML(c, render.Options{Lang: l}))
			tables := page.all("table")
			if !c.HasPoints() {
				if len(tables) != 0 {
					t.Errorf("%s has no points but a table", c.Ref())
				}
				continue
			}
			rows := tables[0].all("tr")
			for i, choice := range c.Choices() {
				if rows[0].children[i].text != choice.Label.In(l) || numbers(rows[1].children[i].text)[0] != number(*choice.Points) {
					t.Errorf("%s: %q counts for %q", c.Ref(), rows[0].children[i].text, rows[1].children[i].text)
				}
			}
			bands := tables[1].all("tr")
			if len(rows[0].children) != len(c.Choices()) || len(bands) != len(c.Bands()) {
				t.Fatalf("%s: %d choices and %d bands", c.Ref(), len(rows[0].children), len(bands))
			}
			for i, b := range c.Bands() {
				edge := b.Min
				if i > 0 && i == len(bands)-1 {
					edge = c.Bands()[i-1].Min - 1 // the lowest is open downwards
				}
				cells := bands[i].children
				if numbers(cells[0].text)[0] != number(edge) || cells[1].text != b.Title.In(l) || cells[2].text != b.Advice.In(l) {
					t.Errorf("%s: the band %s is shown as %q", c.Ref(), b.ID, bands[i].text)
				}
				if got, _ := c.BandOf(edge); got.ID != b.ID {
					t.Errorf("%s: %d points are band %s to the scorer, %s on paper", c.Ref(), edge, got.ID, b.ID)
				}
			}
		}
	}
}

// Help speaks only of answers that the item offers: what counts as partial is no help where nobody can answer so.
func TestDetailsSpeakOfOfferedAnswers(t *testing.T) {
	c, _, _ := filled(harmless, true)
	for _, item := range c.Items() {
		text := string(markup.AppendHTML(nil, render.Details(c, item, render.Options{Lang: lang.EN})))
		if got := strings.Contains(text, "What is only"); got != c.Allows(item, catalog.Partial) {
			t.Errorf("item %s: what is only partial is explained: %v", item.ID, got)
		}
	}
}
