package render

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
)

// ReportHTML returns the report as a page of its own: it opens offline, prints on A4 and runs no script.
func ReportHTML(v View) []byte {
	head := markup.E("header", markup.Class("h-head"), markup.P("h2", "h-title", wordReport.In(v.Lang)+either(v.Lang, "：", ": ")+v.Title), v.lines())
	foot := About(v)
	foot.Add(markup.P("p", "h-detail", wordMadeWith.In(v.Lang)), markup.P("p", "h-digest", v.Digest))
	body := markup.E("main", markup.Class("hoshitori h-report"), head, noticeBox(v.Notices),
		v.standing(), v.stars(), v.nextSteps(true), v.otherSteps(true), v.how(true), v.charts(),
		markup.E("section", markup.P("h3", "", wordAnswers.In(v.Lang)), AnswersTable(v)), v.words(true), foot)
	unfold(voiced(body, v.Lang))
	return page(v.Lang, wordReport.In(v.Lang)+" "+v.Title, formStyle+resultStyle+printStyle+reportStyle, body)
}

// unfold opens everything below a node that is folded away: on paper nothing can be unfolded.
func unfold(n *markup.Node) {
	if n.Tag == "details" {
		n.Attrs = append(n.Attrs, markup.Attr{Name: "open", Value: ""})
	}
	for _, c := range n.Children {
		unfold(c)
	}
}

// lines says of whom and when.
func (v *View) lines() *markup.Node {
	list := markup.E("dl", markup.Class("h-lines"))
	add := func(w lang.Text, value string) {
		if value != "" {
			list.Add(markup.P("dt", "", w.In(v.Lang)), markup.P("dd", "", value))
		}
	}
	add(wordSubject, v.Subject)
	add(wordScope, v.Scope)
	add(wordOn, string(v.AssessedOn))
	add(wordPrinted, string(v.Today))
	return list
}
