package render

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
)

// ReportHTML returns the report as a page of its own: it opens offline, prints on A4 and runs no script.
func ReportHTML(v View) []byte {
	head := markup.E("header", markup.Class("h-head"), markup.P("h2", "h-title", wordReport.In(v.Lang)+lang.Text{JA: "：", EN: ": "}.In(v.Lang)+v.Title), v.lines())
	body := markup.E("main", markup.Class("hoshitori h-report"), head)
	if box := noticeBox(v.Notices); box != nil {
		body.Children = append(body.Children, box)
	}
	body.Children = append(body.Children, v.standing(), v.stars(), v.nextSteps(true), v.charts(),
		markup.E("section", markup.P("h3", "", wordAnswers.In(v.Lang)), AnswersTable(v)))
	foot := About(v)
	// On paper nothing can be unfolded.
	for _, c := range foot.Children {
		if c.Tag == "details" {
			c.Attrs = append(c.Attrs, markup.Attr{Name: "open", Value: ""})
		}
	}
	foot.Children = append(foot.Children, markup.P("p", "h-detail", wordMadeWith.In(v.Lang)), markup.P("p", "h-digest", v.Digest))
	body.Children = append(body.Children, foot)
	return page(v.Lang, wordReport.In(v.Lang)+" "+v.Title, formStyle+resultStyle+printStyle+reportStyle, body)
}

// lines says of whom and when.
func (v *View) lines() *markup.Node {
	list := markup.E("dl", markup.Class("h-lines"))
	add := func(w lang.Text, value string) {
		if value != "" {
			list.Children = append(list.Children, markup.P("dt", "", w.In(v.Lang)), markup.P("dd", "", value))
		}
	}
	add(wordSubject, v.Subject)
	add(wordScope, v.Scope)
	add(wordOn, string(v.AssessedOn))
	add(wordPrinted, string(v.Today))
	return list
}
