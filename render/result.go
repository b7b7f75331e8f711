package render

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
)

// Result returns a result as a tree of elements: where one stands, what it means, the three most useful next steps, the
// chart, and the rest folded away. It is what the widget shows in place and what the report begins with.
func Result(v View) *markup.Node {
	root := markup.E("div", markup.Class("h-result"), markup.A("lang", v.Lang.String()))
	if box := noticeBox(v.Notices); box != nil {
		root.Children = append(root.Children, box)
	}
	root.Children = append(root.Children, v.standing(), v.stars(), v.nextSteps(false), v.charts())
	return root
}

func (v *View) standing() *markup.Node {
	box := markup.E("section", markup.Class("h-standing"))
	if s := v.Score; s != nil {
		box.Children = append(box.Children, markup.P("p", "h-score", s.Headline))
		if s.Band != "" {
			// The title of a band is a sentence about the firm; it speaks of the present score, which the heading says.
			box.Children = append(box.Children, markup.E("p", markup.Class("h-band"), markup.P("strong", "", s.Band)))
			box.Children = append(box.Children, markup.P("p", "", s.Advice))
		}
		for _, d := range s.Details {
			box.Children = append(box.Children, markup.P("p", "h-detail", d))
		}
		if s.BandDetails != "" {
			box.Children = append(box.Children, markup.P("p", "h-detail", s.BandDetails))
		}
	}
	box.Children = append(box.Children, markup.P("p", "h-detail", v.Progress))
	return box
}

func (v *View) stars() *markup.Node {
	box := markup.E("section", markup.Class("h-stars"), markup.P("h3", "", wordLevels.In(v.Lang)))
	for _, l := range v.Levels {
		part := markup.E("div", markup.Class("h-level"), markup.P("h4", "", l.Title), markup.P("p", "", l.Verdict))
		if l.Remaining != "" {
			part.Children = append(part.Children, markup.P("p", "h-remaining", l.Remaining))
		}
		part.Children = append(part.Children, markup.P("p", "h-detail", l.Assurance))
		if l.Basis != "" {
			part.Children = append(part.Children, markup.P("p", "h-detail", l.Basis))
		}
		box.Children = append(box.Children, part)
	}
	return box
}

const firstSteps = 3

// nextSteps lists the gaps: the first three in full, the others folded away or, on paper, below them.
func (v *View) nextSteps(unfolded bool) *markup.Node {
	box := markup.E("section", markup.Class("h-steps"))
	if len(v.Steps) == 0 {
		box.Children = append(box.Children, markup.P("h3", "", wordSteps.In(v.Lang)), markup.P("p", "", wordNoGap.In(v.Lang)))
		return box
	}
	title := wordSteps
	if len(v.Steps) > firstSteps {
		title = wordFirstThree
	}
	list := markup.E("ol", markup.Class("h-list"))
	for _, s := range v.Steps[:min(firstSteps, len(v.Steps))] {
		list.Children = append(list.Children, v.step(s))
	}
	box.Children = append(box.Children, markup.P("h3", "", title.In(v.Lang)), list)
	if rest := v.Steps[min(firstSteps, len(v.Steps)):]; len(rest) > 0 {
		more := markup.E("ol", markup.Class("h-list"), markup.A("start", count(firstSteps+1)))
		for _, s := range rest {
			more.Children = append(more.Children, v.step(s))
		}
		summary := fill(v.Lang, wordOtherSteps, "count", count(len(rest)))
		if unfolded {
			box.Children = append(box.Children, markup.P("h3", "", summary), more)
		} else {
			box.Children = append(box.Children, markup.E("details", markup.P("summary", "", summary), more))
		}
	}
	return box
}

func (v *View) step(s StepView) *markup.Node {
	question := markup.E("p", markup.Class("h-question-text"))
	if s.Number != "" {
		question.Children = append(question.Children, markup.P("b", "h-number", s.Number), markup.T(" "))
	}
	question.Children = append(question.Children, markup.T(s.Question))
	reasons := markup.E("p", markup.Class("h-detail"), markup.P("b", "h-answer", s.Answer))
	for _, r := range s.Reasons {
		reasons.Children = append(reasons.Children, markup.T(" "+r))
	}
	out := markup.E("li", question, reasons, markup.P("p", "", s.Why))
	if s.FirstStep != "" {
		out.Children = append(out.Children, markup.E("p", markup.Class("h-first"), markup.P("b", "", wordFirstStep.In(v.Lang)+lang.Text{JA: "：", EN: ": "}.In(v.Lang)), markup.T(s.FirstStep)))
	}
	return out
}

func (v *View) charts() *markup.Node {
	title := wordChart
	if v.Score == nil {
		title = wordCountChart
	}
	box := markup.E("section", markup.Class("h-charts"), markup.P("h3", "", title.In(v.Lang)))
	if radar := v.Radar(); radar != nil {
		box.Children = append(box.Children, radar)
	}
	box.Children = append(box.Children, v.Bars())
	return box
}

// AnswersTable returns all items with their answers.
func AnswersTable(v View) *markup.Node {
	head := markup.E("tr")
	for _, w := range []lang.Text{wordNumber, wordQuestion, wordAnswer, wordScore} {
		if w == wordScore && v.Score == nil {
			continue
		}
		head.Children = append(head.Children, markup.E("th", markup.A("scope", "col"), markup.T(w.In(v.Lang))))
	}
	body := markup.E("tbody")
	for _, item := range v.Items {
		answer := markup.E("td", markup.P("b", "", item.Answer))
		for _, lines := range [][]string{item.Respondent, item.Notes} {
			for _, line := range lines {
				answer.Children = append(answer.Children, markup.P("div", "h-detail", line))
			}
		}
		row := markup.E("tr", markup.P("td", "", or(item.Number, "–")), markup.E("td", markup.T(item.Question)), answer)
		if v.Score != nil {
			row.Children = append(row.Children, markup.P("td", "", or(item.Points, "–")))
		}
		body.Children = append(body.Children, row)
	}
	return markup.E("table", markup.Class("h-table h-answers"), markup.E("thead", head), body)
}

// About returns what the catalogue says about itself: facts and sources, folded away, and the reservation.
func About(v View) *markup.Node {
	return markup.E("footer", markup.Class("h-foot"), markup.P("p", "", v.Edition), markup.P("p", "", v.CheckAfter),
		markup.P("p", "", v.Disclaimer), about(v.Lang, v.Facts, v.Sources))
}

func or(s, instead string) string {
	if s == "" {
		return instead
	}
	return s
}
