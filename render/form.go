package render

import (
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
)

// FormHTML returns a catalogue as a page of its own that can be read, printed and filled in by hand. It needs no script
// and no other file.
func FormHTML(c *catalog.Checked, o Options) []byte {
	f := newForm(c, o)
	f.onPaper = true
	return page(f.l, c.Title().In(f.l), formStyle+resultStyle+printStyle+paperStyle, f.full())
}

// FormFragment returns the form as markup to be pasted between the tags of a hoshitori-check element: what a visitor
// sees before any script has run, and what remains where scripts are forbidden. Its style sheet is loaded for printing
// and where there are no scripts, so that it never delays the first question.
func FormFragment(c *catalog.Checked, o Options) []byte {
	o = o.stated()
	sheet := markup.A("href", o.Assets+"hoshitori.css")
	out := markup.AppendHTML(nil, markup.E("link", markup.A("rel", "stylesheet"), sheet, markup.A("media", "print")))
	out = markup.AppendHTML(out, markup.E("noscript", markup.E("link", markup.A("rel", "stylesheet"), sheet)))
	return append(markup.AppendHTML(out, Form(c, o)), '\n')
}

func (o Options) stated() Options {
	if o.Lang == lang.Unstated {
		o.Lang = lang.JA
	}
	return o
}

// Form returns the form as a tree of elements: questions, and for each why it matters and what counts, how to score on
// paper, and what the catalogue says about itself.
func Form(c *catalog.Checked, o Options) *markup.Node { return newForm(c, o).full() }

func (f *form) full() *markup.Node {
	c := f.c
	f.details = func(item catalog.Item) *markup.Node { return moreOf(c, item, f.l, details(c, item, f.l)) }
	root, head, foot := f.frame()
	head.Add(f.paperHead()...)
	root.Add(head, f.questions())
	root.Add(f.paper())
	if terms := glossary(termViews(c.Terms(), f.l)); terms != nil {
		foot.Add(markup.E("details", markup.P("summary", "", wordTerms.In(f.l)), terms))
	}
	foot.Add(about(f.l, factViews(c, f.l), sourceViews(c, f.l), c.Publisher()))
	root.Add(foot)
	return voiced(root, f.l)
}

// Outline returns the form with the questions only: what the widget's loader carries, to be the first thing on the page.
// Of several requirements only the first is visible.
func Outline(c *catalog.Checked, o Options) *markup.Node {
	f := newForm(c, o)
	root, head, foot := f.frame()
	root.Add(head, f.questions(), voiced(foot, f.l))
	return root
}

// Paper returns what a form of the whole has on paper only, and an [Outline] lacks: who has filled it in, for the head, and how to
// score by hand, for the foot, which is nil in a catalogue without points.
func Paper(c *catalog.Checked, o Options) (head, foot *markup.Node) {
	f := newForm(c, o)
	return markup.E("div", f.paperHead()), f.paper()
}

type form struct {
	c       *catalog.Checked
	o       Options
	l       lang.Lang
	onPaper bool                            // nothing can be unfolded there
	details func(catalog.Item) *markup.Node // what stands below a question; nil in an outline
}

func newForm(c *catalog.Checked, o Options) *form {
	o = o.stated()
	return &form{c: c, o: o, l: o.Lang}
}

// wordPrivate holds with the engine and without. Where a site receives the answers, the widget says so in this place.
var wordPrivate = lang.Text{JA: "答えは外へ送りません。", EN: "Your answers stay here."}

// frame returns the parts around the questions. They are no header and footer: these would become landmarks of the page
// that the form stands in.
func (f *form) frame() (root, head, foot *markup.Node) {
	root = markup.E("div", markup.Class("hoshitori"), markup.A("lang", f.l.String()), markup.A("data-catalog", f.c.Ref().String()))
	if _, ok := f.c.LevelIndex(f.o.Target); ok {
		root.Attrs = append(root.Attrs, markup.Attr{Name: "data-target", Value: f.o.Target})
	}
	head = markup.E("div", markup.Class("h-head"), markup.P("h2", "h-title", f.c.Title().In(f.l)), markup.P("p", "h-path h-private", wordPrivate.In(f.l)))
	if i, ok := f.c.LevelIndex(f.o.Target); ok {
		head.Add(markup.P("p", "h-path", fill(f.l, wordTarget, "level", f.c.Levels()[i].Title.In(f.l))))
	}
	head.Add(f.notices())
	foot = markup.E("div", markup.Class("h-foot"), markup.P("p", "", editionLine(f.c, f.l)), markup.P("p", "", checkAfter(f.c, f.l)))
	return root, head, foot
}

// notices says what must be said first. Where it can be unfolded it takes a line or two, so that the first question stays on
// the first screen of a phone.
func (f *form) notices() *markup.Node {
	all := Notices(f.c, f.o)
	if f.onPaper {
		return noticeBox(all)
	}
	brief := firstSentences(doubts(f.c, f.o), f.l)
	if f.c.SupersededBy() != "" {
		brief = append(all[:1:1], brief...)
	}
	return foldedNotices(brief, all, f.l)
}

// foldedNotices shows what is said in brief, and folded away in it the notices that this does not say in full.
func foldedNotices(brief, notices []string, l lang.Lang) *markup.Node {
	var rest []string
	for _, n := range notices {
		if !slices.Contains(brief, n) {
			rest = append(rest, n)
		}
	}
	if len(rest) == 0 {
		return noticeBox(brief)
	}
	line := strings.Join(brief, either(l, "", " "))
	return markup.E("details", markup.Class("h-notice"), markup.P("summary", "", line), markup.Group(noticeBox(rest).Children))
}

// noticeBox shows what must be said first, nil if there is nothing to say.
func noticeBox(notices []string) *markup.Node {
	if len(notices) == 0 {
		return nil
	}
	box := markup.E("p", markup.Class("h-notice"))
	for i, n := range notices {
		if i > 0 {
			n = " " + n
		}
		box.Add(linked(n)...)
	}
	return box
}

// linked makes a link of each web address in a text of a catalogue.
func linked(text string) markup.Group {
	before, address, after := cutAddress(text)
	if text == "" {
		return nil
	}
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

func (f *form) questions() *markup.Node {
	out := markup.E("form", markup.Class("h-form"), markup.A("method", "dialog"), markup.A("autocomplete", "off"))
	open, group := out, ""
	for _, item := range f.c.Items() {
		if !inTarget(f.c, item, f.o.Target) {
			continue
		}
		before := group
		if r, ok := f.c.Requirement(item.Requirement); ok {
			if group = "requirement " + r.ID; group != before {
				open = f.requirement(r, before == "")
				out.Add(open)
			}
		} else {
			open = out
			title := ""
			if s, ok := f.c.Section(item.Section); ok {
				group, title = "section "+s.ID, s.Title.In(f.l)
			} else if item.Kind == catalog.Condition {
				group, title = "conditions", wordConditions.In(f.l)
			}
			if group != before && title != "" {
				out.Add(markup.P("h3", "h-section", title))
			}
		}
		open.Add(f.question(item))
	}
	return out
}

// requirement returns the frame for the criteria of a requirement, which the widget shows one at a time. In an outline only
// the first is visible, so that nothing moves when the engine arrives.
func (f *form) requirement(r catalog.Requirement, first bool) *markup.Node {
	frame := markup.E("section", markup.Class("h-requirement"), markup.A("data-requirement", r.ID))
	if f.details == nil && !first {
		frame.Attrs = append(frame.Attrs, markup.Attr{Name: "hidden", Value: ""})
	}
	path := ""
	for s, ok := f.c.Section(r.Section); ok; s, ok = f.c.Section(s.Parent) {
		if path != "" {
			path = either(f.l, "＞", " › ") + path
		}
		path = s.Title.In(f.l) + path
	}
	frame.Add(markup.P("p", "h-path", path),
		markup.E("h3", markup.Class("h-section"), markup.P("b", "h-number", r.ID), markup.T(" "+r.Title.In(f.l))))
	return frame
}

func (f *form) question(item catalog.Item) *markup.Node {
	legend := markup.E("legend")
	if item.Number != "" {
		legend.Add(markup.P("b", "h-number", item.Number), markup.T(" "))
	}
	legend.Add(markup.T(item.Text.In(f.l)))
	choices := markup.E("div", markup.Class("h-choices"))
	for _, c := range f.c.ChoicesOf(item) {
		choices.Add(markup.E("label", markup.E("input", markup.A("type", "radio"),
			markup.A("name", string(item.ID)), markup.A("value", c.State.String())), markup.T(c.Label.In(f.l))))
	}
	q := markup.E("fieldset", markup.Class("h-question"), markup.A("data-item", string(item.ID)), legend, choices)
	if f.details != nil {
		q.Add(f.details(item))
	}
	return q
}

// More returns the line below a question that unfolds its [Details], which are still to be put into its empty body.
func More(c *catalog.Checked, item catalog.Item, o Options) *markup.Node {
	return moreOf(c, item, o.stated().Lang, markup.E("div", markup.Class("h-body")))
}

func moreOf(c *catalog.Checked, item catalog.Item, l lang.Lang, body *markup.Node) *markup.Node {
	return markup.E("details", markup.Class("h-more"), markup.P("summary", "", fill(l, wordMore, "label", label(c, item, catalog.Met, l))), body)
}

// Details returns what helps to answer a question honestly: why it matters, what counts, what to ask once more, what one
// could show, a first step, and the words that a reader may not know. In a form it is folded away below the question.
func Details(c *catalog.Checked, item catalog.Item, o Options) *markup.Node {
	l := o.stated().Lang
	body := details(c, item, l)
	if terms := glossary(termViews(c.TermsIn(l, item.Texts(l)...), l)); terms != nil {
		body.Add(markup.E("details", markup.P("summary", "", wordTerms.In(l)), terms))
	}
	return voiced(body, l)
}

func details(c *catalog.Checked, item catalog.Item, l lang.Lang) *markup.Node {
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
			body.Add(markup.P("p", "h-sub", title), markup.E("ul", markup.Group(list)))
		}
	}
	add(wordWhy.In(l), item.Why)
	add(fill(l, wordDone, "label", met), item.DoneWhen...)
	var options []lang.Text
	for _, option := range item.Options {
		options = append(options, option.Text)
	}
	add(wordOptions.In(l), options...)
	if c.Allows(item, catalog.Partial) {
		add(fill(l, wordPartly, "label", partial), item.PartialWhen...)
	}
	add(wordDrill.In(l), item.DrillDown...)
	add(wordEvidence.In(l), item.Evidence...)
	add(wordFirstStep.In(l), item.FirstStep)
	add(wordNotes.In(l), item.Notes...)
	if refers := Refers(c, item, l); refers != "" {
		body.Add(markup.P("p", "h-detail", refers))
	}
	body.Add(markup.P("p", "h-detail", wordClause.In(l)+either(l, "：", ": ")+ClauseText(c, item.Clause, l)))
	return body
}

// Refers names the items that belong together with one, "" if there are none.
func Refers(c *catalog.Checked, item catalog.Item, l lang.Lang) string {
	list := ""
	for _, id := range item.Refers {
		if list != "" {
			list += either(l, "、", ", ")
		}
		other, _ := c.Item(id)
		list += or(other.Number, string(id))
	}
	if list == "" {
		return ""
	}
	return fill(l, wordRefers, "items", list)
}

// glossary explains terms, nil if there are none.
func glossary(terms []TermView) *markup.Node {
	if len(terms) == 0 {
		return nil
	}
	list := markup.E("dl", markup.Class("h-terms"))
	for _, t := range terms {
		list.Add(markup.P("dt", "", t.Term), markup.P("dd", "", t.Meaning))
	}
	return list
}

// paperHead says that the form can be filled in by hand, and has room for whose it is.
func (f *form) paperHead() markup.Group {
	return markup.Group{markup.P("p", "h-paper", wordPrintHint.In(f.l)), markup.P("p", "h-paper", wordPaperHead.In(f.l))}
}

// paper says how to score by hand, from the same table that the scorer uses. Nil in a catalogue without points.
func (f *form) paper() *markup.Node {
	if !f.c.HasPoints() {
		return nil
	}
	choices := markup.E("tr")
	values := markup.E("tr")
	for _, c := range f.c.Choices() {
		choices.Add(markup.E("th", markup.A("scope", "col"), markup.T(c.Label.In(f.l))))
		values.Add(markup.P("td", "", fill(f.l, wordPoints, "points", points(*c.Points))))
	}
	bands := markup.E("table", markup.Class("h-table"))
	all := f.c.Bands()
	for i, b := range all {
		from := fill(f.l, wordPointsFrom, "min", points(b.Min))
		if i == len(all)-1 && i > 0 {
			from = fill(f.l, wordPointsUnder, "max", points(all[i-1].Min-1))
		}
		bands.Add(markup.E("tr", markup.E("th", markup.A("scope", "row"), markup.T(from)), markup.P("td", "", b.Title.In(f.l)), markup.P("td", "", b.Advice.In(f.l))))
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

// about returns the facts, the sources and where to ask, folded away.
func about(l lang.Lang, facts []FactView, sources []SourceView, publisher string) *markup.Node {
	list := markup.E("ul")
	for _, f := range facts {
		list.Add(markup.E("li", linked(f.Text+" "), markup.P("small", "", "["+f.Basis+"]")))
	}
	all, own := markup.E("ol"), markup.E("ul")
	for _, s := range sources {
		item := markup.E("li")
		if s.URL != "" {
			item.Add(markup.E("a", markup.A("href", s.URL), markup.A("rel", "noopener"), markup.T(s.Title)))
		} else {
			item.Add(markup.T(s.Title))
		}
		item.Add(markup.P("small", "", " ["+s.Read+"]"))
		all.Add(item)
		if s.Own {
			own.Add(item)
		}
	}
	return markup.E("details", markup.Class("h-about"), markup.P("summary", "", wordFacts.In(l)),
		list, markup.P("p", "h-sub", wordSources.In(l)), all,
		markup.P("p", "h-sub", wordContacts.In(l)), markup.P("p", "", fill(l, wordAskPublisher, "publisher", publisher)), own)
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
