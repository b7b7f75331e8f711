package render

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
)

// Result returns a result as a tree of elements. What a phone shows at first is where one stands, what may be said to
// customers and what remains before that, and the three most useful next steps, in short sentences. What explains it is
// folded away at its place; then come the other steps, the words explained, and the chart. It is what the widget shows.
func Result(v View) *markup.Node {
	result := markup.E("div", markup.Class("h-result"), markup.A("lang", v.Lang.String()), v.paperHead(),
		v.standing(), foldedNotices(v.Alerts, v.Notices, v.Lang), v.stars(), v.nextSteps(false), v.otherSteps(false), v.how(false), v.words(false), v.charts())
	return voiced(result, v.Lang)
}

// paperHead says on paper when the answers were given and, with room to write where a file names nobody, of whom they are.
func (v *View) paperHead() *markup.Node {
	head := markup.E("div", markup.Class("h-paper"), v.lines())
	if v.Subject == "" {
		head.Add(markup.P("p", "", wordOfWhom.In(v.Lang)))
	}
	return head
}

// standing says where one stands: the score with its range, or where nothing is counted, how much is answered.
func (v *View) standing() *markup.Node {
	box := markup.E("section", markup.Class("h-standing"))
	s := v.Score
	if s == nil {
		box.Add(markup.E("p", markup.Class("h-band"), markup.P("strong", "", v.InPlace)), markup.P("p", "h-detail", v.Progress))
		return box
	}
	box.Add(markup.P("p", "h-score", s.Headline))
	if s.Band != "" {
		// The title of a band is a sentence about the firm; it speaks of the present score, which the heading says.
		box.Add(markup.E("p", markup.Class("h-band"), markup.P("strong", "", s.Band)))
	}
	if len(s.Details) > 0 {
		box.Add(markup.P("p", "h-detail", s.Details[0]))
	}
	return box
}

func (v *View) stars() *markup.Node {
	title := wordLevels
	for _, l := range v.Levels {
		if l.Remaining != "" {
			title = wordClaim
		}
	}
	box := markup.E("section", markup.Class("h-stars"), markup.P("h3", "", title.In(v.Lang)))
	for _, l := range v.Levels {
		box.Add(markup.E("div", markup.Class("h-level"), markup.P("h4", "", l.Title),
			markup.P("p", "", l.Verdict), markup.P("p", "h-remaining", l.Remaining)))
	}
	return box
}

// fold puts what not everybody has to read behind a title: folded away or, on paper, below a heading.
func fold(title string, unfolded bool, parts ...*markup.Node) *markup.Node {
	if unfolded {
		return markup.E("section", markup.P("h3", "", title), markup.Group(parts))
	}
	return markup.E("details", markup.P("summary", "", title), markup.Group(parts))
}

// how says how the score and the verdicts have to be read.
func (v *View) how(unfolded bool) *markup.Node {
	title, body := wordHowCriteria, markup.E("div")
	add := func(class string, texts ...string) {
		for _, t := range texts {
			if t != "" {
				body.Add(markup.P("p", class, t))
			}
		}
	}
	if s := v.Score; s != nil {
		title = wordHow
		add("", s.Advice, s.BandDetails)
		add("", s.Details[min(1, len(s.Details)):]...)
		add("", v.Progress)
	}
	for _, l := range v.Levels {
		add("h-sub", l.Title)
		add("", l.Assurance, l.Basis)
	}
	return fold(title.In(v.Lang), unfolded, body)
}

// words explains what a reader may not know, nil where that is nothing.
func (v *View) words(unfolded bool) *markup.Node {
	if len(v.Terms) == 0 {
		return nil
	}
	return fold(wordTerms.In(v.Lang), unfolded, glossary(v.Terms))
}

// nextSteps lists the gaps to begin with. What helps is folded away at each or, on paper, stands below it.
func (v *View) nextSteps(unfolded bool) *markup.Node {
	box := markup.E("section", markup.Class("h-steps"))
	if len(v.Steps) == 0 {
		box.Add(markup.P("h3", "", wordSteps.In(v.Lang)), markup.P("p", "", wordNoGap.In(v.Lang)))
		return box
	}
	title := wordSteps
	if len(v.Steps) > firstSteps {
		title = wordFirstThree
	}
	list := markup.E("ol", markup.Class("h-list"))
	for _, s := range v.Steps[:min(firstSteps, len(v.Steps))] {
		list.Add(v.step(s, unfolded, true))
	}
	box.Add(markup.P("h3", "", title.In(v.Lang)), list, markup.P("p", "h-detail", wordEstimate.In(v.Lang)))
	return box
}

// otherSteps lists the gaps after the first, nil where there are none.
func (v *View) otherSteps(unfolded bool) *markup.Node {
	rest := v.Steps[min(firstSteps, len(v.Steps)):]
	if len(rest) == 0 {
		return nil
	}
	list := markup.E("ol", markup.Class("h-list"), markup.A("start", count(firstSteps+1)))
	for _, s := range rest {
		list.Add(v.step(s, true, false))
	}
	return fold(fill(v.Lang, wordOtherSteps, "count", count(len(rest))), unfolded, list)
}

// step shows what to do, why, and how much and whose work it is, and behind that what helps to begin: for the first steps
// also what has to be in place.
func (v *View) step(s StepView, unfolded, first bool) *markup.Node {
	plan := markup.E("dl", markup.Class("h-lines"))
	add := func(label lang.Text, value ...*markup.Node) {
		plan.Add(markup.P("dt", "", label.In(v.Lang)), markup.E("dd", markup.Group(value)))
	}
	add(wordReasonLabel, markup.P("b", "h-answer", s.Answer), markup.T(" "+s.Reason))
	if s.Effort != "" {
		add(wordEffortLabel, markup.T(s.Effort))
	}
	if s.Who != "" {
		add(wordWhoLabel, markup.T(s.Who))
	}
	title := s.Short
	if unfolded {
		title = s.Question
	}
	question := markup.E("p", markup.Class("h-question-text"), markup.P("b", "h-number", s.Number), markup.T(" "+title))
	more := markup.E("div")
	if s.Short != s.Question && !unfolded {
		more.Add(markup.P("p", "h-question-text", s.Question))
	}
	v.help(more, s)
	if first && len(s.Done) > 0 {
		list := markup.E("ul")
		for _, d := range s.Done {
			list.Add(markup.P("li", "", d))
		}
		more.Add(markup.P("p", "h-sub", wordInPlace.In(v.Lang)), list)
	}
	if unfolded {
		return markup.E("li", question, plan, more)
	}
	word := wordStepReasons
	if s.FirstStep != "" {
		word = wordStepMore
	}
	return markup.E("li", question, plan, markup.E("details", markup.P("summary", "", word.In(v.Lang)), more))
}

// help adds how to begin with a step, and in full why it is worth taking.
func (v *View) help(body *markup.Node, s StepView) {
	if s.FirstStep != "" {
		body.Add(markup.E("p", markup.P("b", "", wordFirstStep.In(v.Lang)+either(v.Lang, "：", ": ")), markup.T(s.FirstStep)))
	}
	all := ""
	for _, r := range s.Reasons {
		all += r
		if v.Lang == lang.EN {
			all += " "
		}
	}
	body.Add(markup.P("p", "", all+s.Why))
}

func (v *View) charts() *markup.Node {
	title := wordChart
	if v.Score == nil {
		title = wordCountChart
	}
	box := markup.E("section", markup.Class("h-charts"), markup.P("h3", "", title.In(v.Lang)))
	box.Add(v.Radar(), v.Bars())
	return box
}

// AnswersTable returns all items with their answers.
func AnswersTable(v View) *markup.Node {
	head := markup.E("tr")
	for _, w := range []lang.Text{wordNumber, wordQuestion, wordAnswer, wordScore} {
		if w == wordScore && v.Score == nil {
			continue
		}
		head.Add(markup.E("th", markup.A("scope", "col"), markup.T(w.In(v.Lang))))
	}
	body := markup.E("tbody")
	for _, item := range v.Items {
		answer := markup.E("td", markup.P("b", "", item.Answer))
		for _, lines := range [][]string{item.Respondent, item.Notes} {
			for _, line := range lines {
				answer.Add(markup.P("div", "h-detail", line))
			}
		}
		row := markup.E("tr", markup.P("td", "", or(item.Number, "–")), markup.E("td", markup.T(item.Question)), answer)
		if v.Score != nil {
			row.Add(markup.P("td", "", or(item.Points, "–")))
		}
		body.Add(row)
	}
	return voiced(markup.E("table", markup.Class("h-table h-answers"), markup.E("thead", head), body), v.Lang)
}

// About returns what the catalogue says about itself: facts and sources, folded away, and the reservation.
func About(v View) *markup.Node {
	foot := markup.E("div", markup.Class("h-foot"), markup.P("p", "", v.Edition), markup.P("p", "", v.CheckAfter),
		markup.P("p", "", v.Disclaimer), about(v.Lang, v.Facts, v.Sources, v.Publisher))
	return voiced(foot, v.Lang)
}

func or(s, instead string) string {
	if s == "" {
		return instead
	}
	return s
}
