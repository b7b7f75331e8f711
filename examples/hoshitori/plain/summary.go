package plain

import (
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/render"
)

// firstSteps is how many gaps a summary names: as many as one can begin with.
const firstSteps = 3

// Summary writes what a result amounts to: the score with its range, the verdict on every level, and what to begin with.
func Summary(p *terminal.Page, v render.View) {
	p.Strong("", v.Title)
	p.Text(v.Edition)
	if v.Subject != "" || v.AssessedOn != "" {
		p.Text(strings.TrimSpace(v.Subject + "  " + string(v.AssessedOn)))
	}
	notices(p, v.Notices)
	if v.Score != nil {
		scoreOf(p, v)
	}
	p.Heading(wordProgress.In(v.Lang))
	p.Item("  ", v.Progress)
	p.Heading(wordLevels.In(v.Lang))
	for _, l := range v.Levels {
		p.Strong("  ", l.Title)
		p.Item("    ", l.Verdict)
		if l.Remaining != "" {
			p.Item("    ", l.Remaining)
		}
		p.Item("    ", l.Assurance)
		if l.Basis != "" {
			p.Item("    ", l.Basis)
		}
	}
	sections(p, v)
	p.Heading(wordFirst.In(v.Lang))
	steps(p, v, v.Steps[:min(firstSteps, len(v.Steps))])
	p.Blank()
	p.Faint("", v.Disclaimer)
	if v.CheckAfter != "" {
		p.Faint("", v.CheckAfter)
	}
}

// Steps writes all gaps, the most useful first.
func Steps(p *terminal.Page, v render.View) {
	p.Strong("", v.Title)
	p.Text(v.Edition)
	notices(p, v.Notices)
	p.Heading(wordNext.In(v.Lang))
	steps(p, v, v.Steps)
}

func notices(p *terminal.Page, list []string) {
	if len(list) > 0 {
		p.Blank()
	}
	for _, n := range list {
		p.Warn("! ", n)
	}
}

func scoreOf(p *terminal.Page, v render.View) {
	s := v.Score
	p.Heading(wordScore.In(v.Lang))
	p.Strong("  ", s.Headline)
	for _, d := range s.Details {
		p.Item("  ", d)
	}
	if s.Band != "" {
		p.Item("  ", say(v.Lang, wordBand, "band", s.Band))
	}
	if s.BandDetails != "" {
		p.Item("  ", s.BandDetails)
	}
	if s.Advice != "" {
		p.Item("  ", s.Advice)
	}
}

func sections(p *terminal.Page, v render.View) {
	if len(v.Sections) == 0 {
		return
	}
	p.Heading(wordSections.In(v.Lang))
	var rows [][]string
	depth := map[string]string{}
	for _, s := range v.Sections {
		depth[s.ID] = depth[s.Parent] + "  "
		rows = append(rows, []string{depth[s.ID] + s.Title, sectionScore(s, v.Lang), sectionRest(s, v.Lang)})
	}
	for i, line := range terminal.Columns(rows) {
		if terminal.Width(line) <= p.Width {
			p.Line(line)
			continue
		}
		// On a narrow terminal each section takes a line for its title and one for its numbers.
		s := v.Sections[i]
		p.Item(depth[s.ID], s.Title)
		p.Item(depth[s.ID]+"  ", strings.TrimSpace(rows[i][1]+"  "+rows[i][2]))
	}
}

func sectionScore(s render.SectionView, l lang.Lang) string {
	if s.Points == nil {
		return say(l, wordMetOf, "met", strconv.Itoa(s.Counts.Met), "total", strconv.Itoa(s.Counts.Total))
	}
	return say(l, wordOf, "score", number(s.Points.Score), "max", number(s.Points.Max))
}

func sectionRest(s render.SectionView, l lang.Lang) string {
	if s.Points != nil && (s.Points.Low != s.Points.High || s.Points.Score != s.Points.Low) {
		return say(l, wordMayBecome, "low", number(s.Points.Low), "high", number(s.Points.High))
	}
	rest := ""
	if s.Points == nil && s.Counts.Unknown+s.Counts.Unanswered > 0 {
		rest = say(l, wordOpenItems, "unknown", strconv.Itoa(s.Counts.Unknown), "unanswered", strconv.Itoa(s.Counts.Unanswered))
	}
	if n := s.Counts.NotApplicable + s.Counts.Compensated; s.Points == nil && n > 0 {
		rest = strings.TrimSpace(rest + "  " + say(l, wordOther, "count", strconv.Itoa(n)))
	}
	return rest
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

func steps(p *terminal.Page, v render.View, list []render.StepView) {
	if len(list) == 0 {
		p.Item("  ", wordNoGap.In(v.Lang))
		return
	}
	for i, s := range list {
		if i > 0 {
			p.Blank()
		}
		mark := terminal.Pad(strconv.Itoa(s.Priority)+".", 4)
		rest := strings.Repeat(" ", len(mark)+2)
		p.Strong("  "+mark, s.Question+tag(s.Item, s.Number))
		p.Item(rest, say(v.Lang, wordAnswerNow, "answer", s.Answer))
		p.Item(rest, sentences(s.Reasons, v.Lang))
		if s.Why != "" {
			p.Item(rest, say(v.Lang, wordWhyInline, "why", s.Why))
		}
		if s.FirstStep != "" {
			p.Item(rest, say(v.Lang, wordStep, "step", s.FirstStep))
		}
	}
}

// tag names an item after its text, so that other commands can be asked about it.
func tag(id catalog.ItemID, number string) string {
	if number != "" {
		return " [" + number + "]"
	}
	return " [" + string(id) + "]"
}

func sentences(list []string, l lang.Lang) string {
	if l == lang.EN {
		return strings.Join(list, " ")
	}
	return strings.Join(list, "")
}
