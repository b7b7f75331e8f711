package plain

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

// nextQuestions is how many of the next best questions are named.
const nextQuestions = 5

var (
	wordInferred    = lang.Text{JA: "いまの答えで、{catalog} について決まること", EN: "What the answers decide about {catalog}"}
	wordInferredSum = lang.Text{JA: "{total}項目：答えがある {given}・満たしていると決まる {met}・満たしていないと決まる {unmet}・これから答える {open}",
		EN: "{total} items: {given} answered, {met} surely met, {unmet} surely not met, {open} to be answered"}
	wordFromAnswers = lang.Text{JA: "もとにした回答：{catalogs}", EN: "Drawn from answers to: {catalogs}"}
	wordSurelyMet   = lang.Text{JA: "満たしていると決まる項目", EN: "Surely met"}
	wordSurelyNot   = lang.Text{JA: "満たしていないと決まる項目", EN: "Surely not met"}
	wordDisputes    = lang.Text{JA: "答えが食い違っている項目", EN: "Answers that contradict each other"}
	wordDisputed    = lang.Text{JA: "ほかの答えからは、逆のことが言えます。どちらかの答えを確かめてください。", EN: "Other answers say the opposite. Check one of the answers."}
	wordUntouched   = lang.Text{JA: "もとの回答が、似た話題としても触れていない項目（{count}）", EN: "Items that the answers do not touch, not even as a similar topic ({count})"}
	wordAskNext     = lang.Text{JA: "次に答えると、多くが決まる質問", EN: "Questions whose answer settles most"}
	wordSettles     = lang.Text{JA: "している→{met}件、していない→{unmet}件が決まります", EN: "if met, {met} are settled; if not, {unmet}"}
	wordNoShortcut  = lang.Text{JA: "近道になる質問はありません。残りは一つずつ答えてください。", EN: "No question settles more than itself; answer the rest one by one."}
	wordHowFar      = lang.Text{JA: "どこまでしているかは、答えてください。", EN: "How far it is done has to be answered."}
	wordOurAnalysis = lang.Text{JA: "項目どうしの対応はHoshitoriの分析で、公式のものではありません（--catalog で加えたものは、その作者の判断です）。確かなことだけを示し、似ているだけの項目からは何も決めません。",
		EN: "How items correspond is Hoshitori's analysis, not official (or the author's, for files given by --catalog). Only what is sure is shown; what is merely related decides nothing."}
	wordPreview = lang.Text{JA: "まだ何も書いていません。-o F を付けると、決まった答えを、出どころと一緒に回答ファイルに書きます。すでにある答えは書きかえません。",
		EN: "Nothing has been written. With -o F the answers that are sure go into an assessment file, each with where it comes from; answers that are there stay."}
	wordWritten = lang.Text{JA: "決まった答えを {file} に書きました。すでにあった答えはそのままです。", EN: "The answers that are sure were written to {file}; those that were there are unchanged."}
)

// Inference writes what answers decide in another catalogue, with the path of each verdict.
func Inference(p *terminal.Page, inf score.Inference, known []*catalog.Checked, l lang.Lang, written string) {
	find := func(ref catalog.Ref) *catalog.Checked {
		for _, c := range known {
			if c.Ref() == ref {
				return c
			}
		}
		return nil
	}
	to := find(inf.To)
	given, from := 0, ""
	for _, item := range inf.Items {
		if item.Given {
			given++
		}
	}
	for i, ref := range inf.From {
		if i > 0 {
			from += "、"
		}
		from += ref.String()
	}
	p.Strong("", say(l, wordInferred, "catalog", inf.To.String()))
	p.Text(to.Title().In(l))
	p.Text(say(l, wordFromAnswers, "catalogs", from))
	p.Text(say(l, wordInferredSum, "total", count(len(inf.Items)), "given", count(given), "met", count(inf.Count(score.OutcomeMet)),
		"unmet", count(inf.Count(score.OutcomeUnmet)), "open", count(inf.Count(score.OutcomeOpen))))
	inferredItems(p, inf, to, score.OutcomeMet, wordSurelyMet, l)
	inferredItems(p, inf, to, score.OutcomeUnmet, wordSurelyNot, l)
	if len(inf.Disputes) > 0 {
		p.Heading(wordDisputes.In(l))
		for _, d := range inf.Disputes {
			p.Warn("  ! ", question(to, d.Item, l))
			p.Item("    ", wordDisputed.In(l))
			path(p, d.Path, l)
		}
	}
	if len(inf.Untouched) > 0 {
		p.Heading(say(l, wordUntouched, "count", count(len(inf.Untouched))))
		for _, line := range untouched(inf, to, l) {
			p.Item("  ・", line)
		}
	}
	p.Heading(wordAskNext.In(l))
	if len(inf.Questions) == 0 {
		p.Item("  ", wordNoShortcut.In(l))
	}
	for i, q := range inf.Questions[:min(nextQuestions, len(inf.Questions))] {
		p.Item("  "+count(i+1)+". ", q.Catalog.String()+"  "+question(find(q.Catalog), q.Item, l))
		p.Item("     ", say(l, wordSettles, "met", count(q.IfMet), "unmet", count(q.IfUnmet)))
	}
	p.Blank()
	p.Faint("", wordOurAnalysis.In(l))
	if written == "" {
		p.Faint("", wordPreview.In(l))
	} else {
		p.Text(say(l, wordWritten, "file", written))
	}
}

func inferredItems(p *terminal.Page, inf score.Inference, to *catalog.Checked, verdict score.Outcome, heading lang.Text, l lang.Lang) {
	first := true
	for _, item := range inf.Items {
		if item.Given || item.Verdict != verdict {
			continue
		}
		if first {
			p.Heading(heading.In(l))
			first = false
		}
		p.Strong("  ", question(to, item.Item, l))
		path(p, item.Path, l)
		if verdict == score.OutcomeUnmet && item.State == catalog.Unanswered {
			p.Item("    ", wordHowFar.In(l))
		}
	}
}

func path(p *terminal.Page, steps []score.Step, l lang.Lang) {
	for _, sentence := range render.PathText(steps, l) {
		p.Item("    ・", sentence)
	}
}

// untouched names the items by their requirement, where the catalogue has requirements.
func untouched(inf score.Inference, to *catalog.Checked, l lang.Lang) []string {
	var lines []string
	at := "" // the requirement of the last line
	for _, id := range inf.Untouched {
		item, _ := to.Item(id)
		r, ok := to.Requirement(item.Requirement)
		switch {
		case !ok:
			lines = append(lines, question(to, id, l))
		case r.ID == at:
			lines[len(lines)-1] += lang.Text{JA: "、", EN: ", "}.In(l) + string(id)
		default:
			lines = append(lines, r.ID+"  "+r.Title.In(l)+lang.Text{JA: "：", EN: ": "}.In(l)+string(id))
			at = r.ID
		}
	}
	return lines
}
