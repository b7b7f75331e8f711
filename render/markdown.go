package render

import (
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

// ReportMarkdown returns the report as Markdown (CommonMark with tables).
func ReportMarkdown(v View) []byte {
	m := &markdown{colon: either(v.Lang, "：", ": ")}
	m.line("# ", wordReport.In(v.Lang)+m.colon+v.Title)
	for _, pair := range []struct {
		word  lang.Text
		value string
	}{{wordSubject, v.Subject}, {wordScope, v.Scope}, {wordOn, string(v.AssessedOn)}, {wordPrinted, string(v.Today)}} {
		if pair.value != "" {
			m.line("- ", pair.word.In(v.Lang)+m.colon+pair.value)
		}
	}
	m.blank()
	for _, n := range v.Notices {
		m.linked("> ", n)
	}
	if s := v.Score; s != nil {
		m.line("\n## ", wordScore.In(v.Lang)+m.colon+s.Headline)
		m.blank()
		for _, d := range append([]string{s.Band, s.Advice, s.BandDetails}, s.Details...) {
			if d != "" {
				m.line("- ", d)
			}
		}
	}
	if v.Score == nil {
		m.line("- ", v.InPlace)
	}
	m.line("- ", v.Progress)
	m.line("\n## ", wordLevels.In(v.Lang))
	for _, l := range v.Levels {
		m.line("\n### ", l.Title)
		m.blank()
		for _, d := range []string{l.Verdict, l.Remaining, l.Assurance, l.Basis} {
			if d != "" {
				m.line("- ", d)
			}
		}
	}
	m.line("\n## ", wordSteps.In(v.Lang))
	m.blank()
	if len(v.Steps) == 0 {
		m.line("", wordNoGap.In(v.Lang))
	}
	for _, s := range v.Steps {
		sign := count(s.Priority) + ". "
		m.line(sign, joinNonEmpty(" ", s.Number, s.Question))
		reasons := s.Answer
		for _, r := range s.Reasons {
			reasons += " / " + r
		}
		// What belongs to a step begins where its text begins, which is further right from the tenth on.
		below := strings.Repeat(" ", len(sign)) + "- "
		m.line(below, reasons)
		if plan := v.plan(s); plan != "" {
			m.line(below, plan)
		}
		if s.Why != "" {
			m.line(below, s.Why)
		}
		if s.FirstStep != "" {
			m.line(below, wordFirstStep.In(v.Lang)+m.colon+s.FirstStep)
		}
	}
	if len(v.Steps) > 0 {
		m.line("\n", wordEstimate.In(v.Lang))
	}
	m.line("\n## ", wordAnswers.In(v.Lang))
	m.blank()
	m.answers(v)
	m.line("\n## ", wordFacts.In(v.Lang))
	m.blank()
	m.line("- ", v.Edition)
	if v.CheckAfter != "" {
		m.line("- ", v.CheckAfter)
	}
	m.line("- ", v.Disclaimer)
	for _, f := range v.Facts {
		m.linked("- ", f.Text+" ["+f.Basis+"]")
	}
	m.line("\n## ", wordSources.In(v.Lang))
	m.blank()
	for i, s := range v.Sources {
		m.linked(count(i+1)+". ", joinNonEmpty(" ", s.Title, s.URL, "["+s.Read+"]"))
	}
	m.line("\n## ", wordContacts.In(v.Lang))
	m.blank()
	m.line("- ", fill(v.Lang, wordAskPublisher, "publisher", v.Publisher))
	for _, s := range v.Sources {
		if s.Own {
			m.linked("- ", joinNonEmpty(" ", s.Title, s.URL, "["+s.Read+"]"))
		}
	}
	return m.out
}

// plan says on one line how much and whose work a step is.
func (v *View) plan(s StepView) string {
	colon, parts := either(v.Lang, "：", ": "), [2]string{}
	if s.Effort != "" {
		parts[0] = wordEffortLabel.In(v.Lang) + colon + s.Effort
	}
	if s.Who != "" {
		parts[1] = wordWhoLabel.In(v.Lang) + colon + s.Who
	}
	return joinNonEmpty(" / ", parts[:]...)
}

type markdown struct {
	out   []byte
	colon string
}

func (m *markdown) blank() { m.out = append(m.out, '\n') }

// line writes a prefix of ours and a text on one line. The text is escaped, so that it can start no element.
func (m *markdown) line(prefix, text string) {
	m.out = append(m.escape(append(m.out, prefix...), trim(text)), '\n')
}

// linked is line for a text of a catalogue. A web address in it stays as it is: backslashes would make it another one.
func (m *markdown) linked(prefix, text string) {
	m.out = append(m.out, prefix...)
	for text = trim(text); text != ""; {
		before, address, after := cutAddress(text)
		m.out = m.escape(m.out, before)
		if address != "" {
			m.out = append(append(append(m.out, '<'), address...), '>')
		}
		text = after
	}
	m.blank()
}

// answers writes the table of all items. It has no column of points where nothing is counted.
func (m *markdown) answers(v View) {
	columns := 4
	if v.Score == nil {
		columns--
	}
	m.row([]string{wordNumber.In(v.Lang), wordQuestion.In(v.Lang), wordAnswer.In(v.Lang), wordScore.In(v.Lang)}[:columns]...)
	m.out = append(append(append(m.out, '|'), strings.Repeat("---|", columns)...), '\n')
	for _, item := range v.Items {
		answer := item.Answer
		for _, said := range [][]string{item.Respondent, item.Notes} {
			answer = joinNonEmpty(" / ", append([]string{answer}, said...)...)
		}
		m.row([]string{item.Number, item.Question, answer, item.Points}[:columns]...)
	}
}

func (m *markdown) row(cells ...string) {
	m.out = append(m.out, '|')
	for _, c := range cells {
		m.out = append(m.escape(append(m.out, ' '), trim(c)), " |"...)
	}
	m.blank()
}

// trim takes away blanks around a text: in front they would make it a block of code, behind they would break the line.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7F })
}

// escape puts a backslash before every ASCII character that Markdown or HTML could take for markup, and folds line ends
// and other control characters.
func (m *markdown) escape(dst []byte, s string) []byte {
	for i := range len(s) {
		switch c := s[i]; {
		case strings.IndexByte("\\`*_{}[]<>()#+!|~&=$", c) >= 0:
			dst = append(dst, '\\', c)
		case c == '-' && i == 0, c == '.' && i > 0 && allDigits(s[:i]) && (i+1 == len(s) || s[i+1] <= ' '):
			// Only at the start of a text, where they could make a list or a rule.
			dst = append(dst, '\\', c)
		case c < ' ' || c == 0x7F:
			dst = append(dst, ' ')
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func joinNonEmpty(separator string, parts ...string) string {
	out := ""
	for _, p := range parts {
		if p == "" {
			continue
		}
		if out != "" {
			out += separator
		}
		out += p
	}
	return out
}
