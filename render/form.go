package render

import (
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
)

// FormHTML returns a catalogue as a page of its own that can be read, printed and filled in by hand. It needs no script
// and no other file.
func FormHTML(c *catalog.Checked, o Options) []byte {
	o = o.stated()
	return page(o.Lang, c.Title().In(o.Lang), formStyle+resultStyle+printStyle+paperStyle, Form(c, o, FormFull))
}

// FormFragment returns the form as markup to be pasted between the tags of a hoshitori-check element: what a visitor
// sees before any script has run, and what remains where scripts are forbidden. Its style sheet is loaded for printing
// and where there are no scripts, so that it never delays the first question.
func FormFragment(c *catalog.Checked, o Options) []byte {
	o = o.stated()
	sheet := markup.A("href", o.Assets+"hoshitori.css")
	out := markup.AppendHTML(nil, markup.E("link", markup.A("rel", "stylesheet"), sheet, markup.A("media", "print")))
	out = markup.AppendHTML(out, markup.E("noscript", markup.E("link", markup.A("rel", "stylesheet"), sheet)))
	return append(markup.AppendHTML(out, Form(c, o, FormFull)), '\n')
}

func (o Options) stated() Options {
	if o.Lang == lang.Unstated {
		o.Lang = lang.JA
	}
	return o
}

// FormDepth says how much of a catalogue a form shows.
type FormDepth uint8

// The depths of a form. The zero value shows everything.
const (
	FormFull    FormDepth = iota // questions, and for each why it matters and what counts
	FormOutline                  // questions only: what the widget's loader carries, to be the first thing on the page
)

// Form returns the form as a tree of elements.
func Form(c *catalog.Checked, o Options, depth FormDepth) *markup.Node {
	o = o.stated()
	f := form{c: c, o: o, l: o.Lang, depth: depth}
	root := markup.E("div", markup.Class("hoshitori"), markup.A("lang", f.l.String()), markup.A("data-catalog", c.Ref().String()))
	head := markup.E("header", markup.Class("h-head"), markup.P("h2", "h-title", c.Title().In(f.l)))
	if box := noticeBox(notices(c, o, false)); box != nil {
		head.Children = append(head.Children, box)
	}
	if depth == FormFull {
		head.Children = append(head.Children, markup.P("p", "h-paper", wordPrintHint.In(f.l)), markup.P("p", "h-paper", wordPaperHead.In(f.l)))
	}
	root.Children = append(root.Children, head, f.questions())
	if depth == FormFull {
		if paper := f.paper(); paper != nil {
			root.Children = append(root.Children, paper)
		}
	}
	root.Children = append(root.Children, f.foot())
	return root
}

// noticeBox shows what must be said first, nil if there is nothing to say.
func noticeBox(notices []string) *markup.Node {
	if len(notices) == 0 {
		return nil
	}
	box := markup.E("div", markup.Class("h-notice"))
	for _, n := range notices {
		box.Children = append(box.Children, markup.E("p", linked(n)))
	}
	return box
}

// linked makes a link of each web address in a text of a catalogue.
func linked(text string) markup.Group {
	before, address, after := cutAddress(text)
	if address == "" {
		return markup.Group{markup.T(text)}
	}
	link := markup.E("a", markup.A("href", address), markup.A("rel", "noopener"), markup.T(address))
	return append(markup.Group{markup.T(before), link}, linked(after)...)
}

// cutAddress finds the first web address in a text. It goes to the end or to the next character that no address holds,
// such as a space or a Japanese letter.
func cutAddress(text string) (before, address, after string) {
	at := strings.Index(text, "https://")
	if at < 0 {
		return text, "", ""
	}
	end := at
	for end < len(text) && text[end] > ' ' && text[end] < 0x7F && text[end] != '<' && text[end] != '>' {
		end++
	}
	return text[:at], text[at:end], text[end:]
}

type form struct {
	c     *catalog.Checked
	o     Options
	l     lang.Lang
	depth FormDepth
}

func (f *form) questions() *markup.Node {
	out := markup.E("form", markup.Class("h-form"), markup.A("method", "dialog"), markup.A("autocomplete", "off"))
	titles := sectionTitles(f.c, f.l)
	open := ""
	conditions := false
	for _, item := range f.c.Items() {
		switch {
		case item.Kind == catalog.Condition && !conditions:
			conditions = true
			out.Children = append(out.Children, markup.P("h3", "h-section", wordConditions.In(f.l)))
		case item.Section != "" && item.Section != open:
			open = item.Section
			out.Children = append(out.Children, markup.P("h3", "h-section", titles[open]))
		}
		out.Children = append(out.Children, f.question(item))
	}
	return out
}

func (f *form) question(item catalog.Item) *markup.Node {
	legend := markup.E("legend")
	if item.Number != "" {
		legend.Children = append(legend.Children, markup.P("b", "h-number", item.Number), markup.T(" "))
	}
	legend.Children = append(legend.Children, markup.T(item.Text.In(f.l)))
	choices := markup.E("div", markup.Class("h-choices"))
	for _, c := range f.c.ChoicesOf(item) {
		choices.Children = append(choices.Children, markup.E("label", markup.E("input", markup.A("type", "radio"),
			markup.A("name", string(item.ID)), markup.A("value", c.State.String())), markup.P("span", "", c.Label.In(f.l))))
	}
	q := markup.E("fieldset", markup.Class("h-question"), markup.A("data-item", string(item.ID)), legend, choices)
	if f.depth == FormFull {
		q.Children = append(q.Children, Details(f.c, item, f.o))
	}
	return q
}

// Details returns what helps to answer a question honestly, folded away: why it matters, what counts, what to ask once
// more, what one could show, and a first step.
func Details(c *catalog.Checked, item catalog.Item, o Options) *markup.Node {
	o = o.stated()
	l := o.Lang
	met, partial := label(c, item, catalog.Met, l), label(c, item, catalog.Partial, l)
	body := markup.E("div", markup.Class("h-body"))
	add := func(title string, texts ...lang.Text) {
		var list []*markup.Node
		for _, t := range texts {
			if t := t.In(l); t != "" {
				list = append(list, markup.P("li", "", t))
			}
		}
		if len(list) > 0 {
			body.Children = append(body.Children, markup.P("p", "h-sub", title), markup.E("ul", markup.Group(list)))
		}
	}
	add(wordWhy.In(l), item.Why)
	add(fill(l, wordDone, "label", met), item.DoneWhen...)
	if c.Allows(item, catalog.Partial) {
		add(fill(l, wordPartly, "label", partial), item.PartialWhen...)
	}
	add(wordDrill.In(l), item.DrillDown...)
	add(wordEvidence.In(l), item.Evidence...)
	add(wordFirstStep.In(l), item.FirstStep)
	return markup.E("details", markup.Class("h-more"), markup.P("summary", "", fill(l, wordMore, "label", met)), body)
}

// paper says how to score by hand, from the same table that the scorer uses. Nil in a catalogue without points.
func (f *form) paper() *markup.Node {
	if !f.c.HasPoints() {
		return nil
	}
	choices := markup.E("tr")
	values := markup.E("tr")
	for _, c := range f.c.Choices() {
		choices.Children = append(choices.Children, markup.E("th", markup.A("scope", "col"), markup.T(c.Label.In(f.l))))
		values.Children = append(values.Children, markup.P("td", "", fill(f.l, wordPoints, "points", points(*c.Points))))
	}
	bands := markup.E("table", markup.Class("h-table"))
	all := f.c.Bands()
	for i, b := range all {
		from := fill(f.l, wordPointsFrom, "min", points(b.Min))
		if i == len(all)-1 && i > 0 {
			from = fill(f.l, wordPointsUnder, "max", points(all[i-1].Min-1))
		}
		bands.Children = append(bands.Children, markup.E("tr", markup.E("th", markup.A("scope", "row"), markup.T(from)), markup.P("td", "", b.Title.In(f.l)), markup.P("td", "", b.Advice.In(f.l))))
	}
	conditions := ""
	for _, item := range f.c.Items() {
		if item.Kind == catalog.Condition {
			conditions = wordPaperNoSum.In(f.l)
			break
		}
	}
	return markup.E("section", markup.Class("h-paper"), markup.P("h3", "", wordPaper.In(f.l)),
		markup.P("p", "", fill(f.l, wordPaperHow, "conditions", conditions)),
		markup.E("table", markup.Class("h-table"), choices, values), markup.P("p", "", wordPaperSum.In(f.l)), bands)
}

func (f *form) foot() *markup.Node {
	foot := markup.E("footer", markup.Class("h-foot"), markup.P("p", "", editionLine(f.c, f.l)), markup.P("p", "", checkAfter(f.c, f.l)))
	if f.depth == FormFull {
		foot.Children = append(foot.Children, about(f.l, factViews(f.c, f.l), sourceViews(f.c, f.l)))
	}
	return foot
}

// about returns the facts and sources, folded away.
func about(l lang.Lang, facts []FactView, sources []SourceView) *markup.Node {
	list := markup.E("ul")
	for _, f := range facts {
		list.Children = append(list.Children, markup.E("li", linked(f.Text+" "), markup.P("small", "", "["+f.Basis+"]")))
	}
	documents := markup.E("ol")
	for _, s := range sources {
		item := markup.E("li")
		if s.URL != "" {
			item.Children = append(item.Children, markup.E("a", markup.A("href", s.URL), markup.A("rel", "noopener"), markup.T(s.Title)))
		} else {
			item.Children = append(item.Children, markup.T(s.Title))
		}
		item.Children = append(item.Children, markup.P("small", "", " ["+s.Read+"]"))
		documents.Children = append(documents.Children, item)
	}
	return markup.E("details", markup.Class("h-about"), markup.P("summary", "", wordFacts.In(l)),
		list, markup.P("p", "h-sub", wordSources.In(l)), documents)
}

// pageStyle gives the headings of a page the looks that they have one rank lower inside another page, and lets the table
// of points, which no widget shows on a screen, fit on a telephone.
const pageStyle = `
.hoshitori h2{font-size:1.1em;border-bottom:2px solid var(--h-accent);padding-bottom:.15em}
.hoshitori h3{font-size:1em;border:0;padding:0}
.hoshitori .h-paper th{white-space:normal}
@media print{.hoshitori h2{break-after:avoid}}
`

// page wraps a body into a page of its own. The style is a constant of ours; nothing else is not text.
func page(l lang.Lang, title, style string, body *markup.Node) []byte {
	raiseHeadings(body, 0)
	head := markup.E("head", markup.E("meta", markup.A("charset", "utf-8")),
		markup.E("meta", markup.A("name", "viewport"), markup.A("content", "width=device-width, initial-scale=1")),
		markup.E("meta", markup.A("http-equiv", "Content-Security-Policy"), markup.A("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'")),
		markup.P("title", "", title), markup.E("style", markup.T(style+pageStyle)))
	root := markup.E("html", markup.A("lang", l.String()), head, markup.E("body", body))
	return append(markup.AppendHTML([]byte("<!DOCTYPE html>\n"), root), '\n')
}

// raiseHeadings lets the title of a page be its first heading, and leaves no rank out below it. Inside the page of a host,
// which has a heading of its own, all of them stand one rank lower. It is given the rank of the heading before a node and
// returns that of the last one in it.
func raiseHeadings(n *markup.Node, before int) int {
	if len(n.Tag) == 2 && n.Tag[0] == 'h' && n.Tag[1] >= '2' && n.Tag[1] <= '6' {
		before = min(int(n.Tag[1]-'0')-1, before+1)
		n.Tag = "h" + count(before)
	}
	for _, c := range n.Children {
		before = raiseHeadings(c, before)
	}
	return before
}
