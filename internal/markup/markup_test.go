package markup_test

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/internal/markup"
)

func written(n *markup.Node) string { return string(markup.AppendHTML(nil, n)) }

func Example() {
	page := markup.E("p", markup.A("class", "note"), markup.T("1 < 2"))
	fmt.Println(string(markup.AppendHTML(nil, page)))
	// Output: <p class="note">1 &lt; 2</p>
}

func TestEscape(t *testing.T) {
	names := map[string]bool{}
	for _, test := range []struct{ name, in, want, reason string }{
		{"plain", "星 stars 123", "星 stars 123", "nothing to do"},
		{"empty", "", "", "nothing to do"},
		{"element", "<b>", "&lt;b&gt;", "would be an element"},
		{"entity", "&lt;", "&amp;lt;", "is not decoded twice"},
		{"quotes", `"'`, "&#34;&#39;", "would end an attribute"},
		{"CDATA end", "]]>", "]]&gt;", "not allowed in XML text"},
		{"kept blanks", "a\n\tb", "a\n\tb", "line feed and tab are allowed everywhere"},
		{"carriage return", "a\r\nb", "a\uFFFD\nb", "XML would read it as a line feed, so it is shown that it was there"},
		{"NUL", "a\x00b", "a\uFFFDb", "allowed nowhere"},
		{"other controls", "\x01\x1b\x1f\x7f", "\uFFFD\uFFFD\uFFFD\uFFFD", "not allowed in XML"},
		{"emoji", "👩‍💻", "👩‍💻", "more than three bytes stay together"},
	} {
		if test.reason == "" || names[test.name] {
			t.Errorf("%q: no reason, or a name that is there twice", test.name)
		}
		names[test.name] = true
		if got := written(markup.T(test.in)); got != test.want {
			t.Errorf("%s (%s): text %q, want %q", test.name, test.reason, got, test.want)
		}
		if test.in == "" {
			continue
		}
		want := `<p title="` + test.want + `"></p>`
		if got := written(markup.E("p", markup.A("title", test.in))); got != want {
			t.Errorf("%s (%s): attribute %q, want %q", test.name, test.reason, got, want)
		}
	}
}

// TestEveryCharacter reads each of the first characters back with a parser that knows nothing of this package.
func TestEveryCharacter(t *testing.T) {
	for c := rune(1); c < 0x300; c++ {
		var read struct {
			Title string `xml:"title,attr"`
			Text  string `xml:",chardata"`
		}
		in := "a" + string(c) + "b"
		out := markup.AppendHTML(nil, markup.E("p", markup.A("title", in), markup.T(in)))
		if err := xml.Unmarshal(out, &read); err != nil {
			t.Errorf("%U: %v", c, err)
			continue
		}
		want := in
		if c < ' ' && c != '\n' && c != '\t' || c == 0x7F {
			want = "a\uFFFDb"
		}
		if read.Text != want || read.Title != want {
			t.Errorf("%U is read as %q and %q", c, read.Text, read.Title)
		}
	}
}

func TestElements(t *testing.T) {
	var none *markup.Node
	names := map[string]bool{}
	for _, test := range []struct {
		name   string
		node   *markup.Node
		want   string
		reason string
	}{
		{"empty element", markup.E("p"), "<p></p>", "has an end tag all the same"},
		{"void element", markup.E("br"), "<br>", "has none"},
		{"void with attributes", markup.E("input", markup.A("type", "radio"), markup.A("checked", "")), `<input type="radio" checked>`, "an empty value is a bare name"},
		{"void with content", markup.E("meta", markup.T("x")), "<meta>", "cannot hold anything"},
		{"order", markup.E("p", markup.T("a"), markup.A("id", "i"), markup.E("b", markup.T("c")), markup.Class("d")),
			`<p id="i" class="d">a<b>c</b></p>`, "attributes and children keep their order, however mixed"},
		{"nil node", markup.E("p", none, markup.T("a")), "<p>a</p>", "a nil node adds nothing"},
		{"group", markup.E("ul", markup.Group{markup.E("li"), none, markup.E("li", markup.T("b"))}), "<ul><li></li><li>b</li></ul>", "added as a whole, nil ones left out"},
		{"empty group", markup.E("ul", markup.Group(nil)), "<ul></ul>", "adds nothing"},
		{"paragraph", markup.P("p", "c", "a<b"), `<p class="c">a&lt;b</p>`, "one text with a class"},
		{"paragraph without class", markup.P("td", "", "a"), "<td>a</td>", "no empty attribute"},
		{"style", markup.E("style", markup.T(`a>b{content:"<"}`)), `<style>a>b{content:"<"}</style>`, "a style sheet knows no entities"},
		{"all void elements", markup.E("p", markup.E("meta"), markup.E("input"), markup.E("br"), markup.E("hr"), markup.E("link"), markup.E("img")),
			"<p><meta><input><br><hr><link><img></p>", "each of them without an end tag"},
	} {
		if test.reason == "" || names[test.name] {
			t.Errorf("%q: no reason, or a name that is there twice", test.name)
		}
		names[test.name] = true
		if got := written(test.node); got != test.want {
			t.Errorf("%s: %s, want %s (%s)", test.name, got, test.want, test.reason)
		}
	}
	if markup.P("p", "c", "") != nil {
		t.Error("an empty text makes no element")
	}
}

func TestAppendHTMLAppends(t *testing.T) {
	if got := string(markup.AppendHTML([]byte("before "), markup.T("after"))); got != "before after" {
		t.Errorf("got %q", got)
	}
}

// FuzzText checks that a text comes back as it was and brings no element along.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "a", "<b>&amp;\"'", "]]>", "\x00\r\n", "星"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		out := written(markup.E("p", markup.A("title", text), markup.T(text)))
		if strings.Count(out, "<") != 2 || strings.Count(out, ">") != 2 || strings.Count(out, `"`)%2 != 0 || strings.Count(out, `"`) > 2 || strings.Contains(out, "'") {
			t.Errorf("%q became %q", text, out)
		}
	})
}
