package render

import (
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/score"
)

// Options say for whom something is rendered.
type Options struct {
	Lang  lang.Lang    // language of the output; Japanese where it is not stated
	Today catalog.Date // today's date, to tell old data; "" if it is not known
	// Target limits a form to the items of that level and below; "" or a level that the catalogue does not have: all.
	Target string
	// Assets is put in front of the names of the widget's files where a fragment refers to them, such as
	// "https://cdn.example/hoshitori/". Empty: they are beside the page.
	Assets string
}

// View is a result in the words of one language, ready to be shown. All strings are text, never markup.
type View struct {
	Lang         lang.Lang
	Ref          catalog.Ref
	Title        string // of the catalogue
	Edition      string // edition, status and publisher in one line
	Publisher    string
	Notices      []string // what must be said first: superseded, draft, stale
	Alerts       []string // the notices in a short sentence each, for a screen that has room for no more
	Subject      string   // name of the firm, "" if it is not given
	Scope        string   // what the assessment covers, "" if it is not given
	AssessedOn   catalog.Date
	Today        catalog.Date
	Progress     string
	Completeness score.Completeness
	InPlace      string      // how many items were answered with met
	Score        *ScoreView  // nil in a catalogue without points
	Levels       []LevelView // up to the target, all without one
	Sections     []SectionView
	Steps        []StepView // all gaps, the most useful first
	Items        []ItemView // the items of the target and below, in the order of the catalogue
	Facts        []FactView
	Sources      []SourceView
	Terms        []TermView // words of the verdict and of the first steps that a reader may not know
	CheckAfter   string     // when to look for a newer edition
	Disclaimer   string
	Digest       string // of the catalogue
}

// ScoreView is the score in words.
type ScoreView struct {
	Score, Low, High, Max int64
	Headline              string   // "74点（100点満点）"
	Details               []string // the range, and why the score can lie below it
	Band                  string   // title of the band that is certain, or that it is open
	BandDetails           string   // the bands that are still possible, or the one of the present score where it differs
	Advice                string
	Settled               bool // nothing is open: Score, Low and High are the same
}

// LevelView is the verdict on a level in words.
type LevelView struct {
	ID        string
	Title     string
	Criteria  score.Outcome
	Verdict   string
	Remaining string // what is to be done before the star may be claimed, "" in a list that is no scheme
	Assurance string
	Basis     string // what the rule of the level rests on, "" if that is the publisher's own text or not stated
}

// SectionView is a section with its counts and, where there are points, its points.
type SectionView struct {
	ID     string
	Parent string // id of the section that counts this one too, "" at the top
	Title  string
	Counts score.Section
	Points *PointsView
}

// PointsView is the points of a section.
type PointsView struct{ Score, Low, High, Max int64 }

// StepView is a gap in words.
type StepView struct {
	Item      catalog.ItemID
	Number    string // official number, or "" if there is none
	Question  string
	Answer    string
	Short     string   // the question, or where that is long, a shorter form of it
	Reasons   []string // why it is a gap and why it stands where it stands
	Reason    string   // the one of them that weighs most, in a few words; "" where the answer says it all
	Effort    string   // how many things have to be in place; "" where the catalogue does not say
	Who       string   // who can see to it, by our own advice; "" where the catalogue states no kind of measure
	Done      []string // the things that have to be in place
	Why       string
	FirstStep string
	Priority  int
}

// TermView is a word with a plain explanation.
type TermView struct{ Term, Meaning string }

// ItemView is an item with its answer.
type ItemView struct {
	Item       catalog.ItemID
	Number     string
	Section    string // title of the section, "" if it stands beside the sections
	Condition  bool
	Question   string
	State      catalog.State
	Answer     string
	Points     string // what the answer counts for, "" where nothing is counted
	Notes      []string
	Field      string
	Clause     string // where the source states it
	Priority   int    // 0 if it is no gap
	StateCode  string
	Respondent []string // answers by respondent, where there are several
}

// FactView is a fact with what it rests on.
type FactView struct {
	Text       string
	Confidence string
	Source     int    // place of its source in the list of sources, from 1; 0 if it has none
	Basis      string // confidence and source in a few words
}

// SourceView is a source document.
type SourceView struct {
	Title string
	URL   string
	Read  string
	Own   bool // a page of the publisher: where to ask, and to look for what is new
}

// NewView puts a result into words. It changes no number.
func NewView(a *assess.Checked, r score.Result, o Options) View {
	o = o.stated()
	b := viewer{a: a, c: a.Catalog(), r: r, l: o.Lang}
	d := a.Document()
	v := View{
		Lang: b.l, Ref: b.c.Ref(), Title: b.c.Title().In(b.l), Edition: editionLine(b.c, b.l), Publisher: b.c.Publisher(),
		Subject: d.Subject.Name, Scope: scope(d.Scope, b.l), AssessedOn: d.AssessedOn, Today: o.Today, Completeness: r.Completeness,
		Progress: b.fill(wordProgress, "answered", count(r.Completeness.Total-r.Completeness.Unanswered), "total", count(r.Completeness.Total)),
		Score:    b.score(), Levels: b.levels(), Sections: b.sections(), Steps: b.steps(), Items: b.items(),
		Facts: factViews(b.c, b.l), Sources: sourceViews(b.c, b.l), CheckAfter: checkAfter(b.c, b.l),
		Disclaimer: wordDisclaimer.In(b.l), Digest: r.Catalog.Digest,
	}
	doubts := append(doubts(b.c, o), inferredNotices(d, b.l)...)
	if n := r.Completeness.Unknown; n > 0 {
		v.Progress += b.fill(wordProgressOpen, "unknown", count(n))
	}
	met := 0
	for _, item := range v.Items {
		if item.State == catalog.Met {
			met++
		}
	}
	v.InPlace = b.fill(wordInPlaceOf, "count", count(met), "total", count(len(v.Items)))
	v.Notices = append(superseded(b.c, o, true), doubts...)
	v.Alerts = alerts(b.c, doubts, b.l)
	v.Terms = termViews(b.c.TermsIn(b.l, v.first()...), b.l)
	return v
}

// firstSteps is how many gaps are shown in full: as many as one can begin with.
const firstSteps = 3

// first returns the texts of the catalogue that a reader meets first: of the verdicts, and of the steps to begin with. Our
// own words need no explanation.
func (v *View) first() []string {
	var texts []string
	add := func(more ...string) { texts = append(texts, more...) }
	if s := v.Score; s != nil {
		add(s.Band, s.BandDetails, s.Advice)
	}
	for i := range v.Levels {
		add(v.Levels[i].Title, v.Levels[i].Remaining)
	}
	for i := range v.Steps[:min(firstSteps, len(v.Steps))] {
		s := &v.Steps[i]
		add(s.Question, s.Short, s.Answer, s.Why, s.FirstStep)
		add(s.Done...)
	}
	return texts
}

func termViews(terms []catalog.Term, l lang.Lang) []TermView {
	var out []TermView
	for _, t := range terms {
		out = append(out, TermView{t.Term.In(l), t.Meaning.In(l)})
	}
	return out
}

// scope says in one line what an assessment covers.
func scope(s assess.Scope, l lang.Lang) string {
	text := s.Text
	if len(s.Sites) > 0 {
		sites := strings.Join(s.Sites, either(l, "、", ", "))
		if text == "" {
			return sites
		}
		text += either(l, "（", " (") + sites + either(l, "）", ")")
	}
	return text
}

type viewer struct {
	a *assess.Checked
	c *catalog.Checked
	r score.Result
	l lang.Lang
}

// either returns one of two texts that are no more than signs.
func either(l lang.Lang, ja, en string) string {
	if l == lang.EN {
		return en
	}
	return ja
}

func count(n int) string { return strconv.Itoa(n) }

func points(n int64) string { return strconv.FormatInt(n, 10) }

// fill returns a phrase with names replaced by values, given in turn.
func fill(l lang.Lang, t lang.Text, pairs ...string) string {
	args := make([]lang.Arg, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args = append(args, lang.Value(pairs[i], pairs[i+1]))
	}
	return t.Fill(args).In(l)
}

func (b *viewer) fill(t lang.Text, pairs ...string) string { return fill(b.l, t, pairs...) }

// version is the version in words: a list whose source bears no date has none.
func version(c *catalog.Checked, l lang.Lang) string {
	if v := c.Ref().Version; v != "undated" {
		return string(v)
	}
	return wordUndated.In(l)
}

func editionLine(c *catalog.Checked, l lang.Lang) string {
	return fill(l, wordEdition, "version", version(c, l), "status", wordOf(statusWords, c.Status()).In(l), "publisher", c.Publisher())
}

// superseded says that an edition was replaced, and what to use instead.
func superseded(c *catalog.Checked, o Options, verdict bool) []string {
	var out []string
	version, next := string(c.Ref().Version), string(c.SupersededBy())
	if next != "" {
		out = append(out, fill(o.Lang, wordSupersededBy, "version", version, "next", next))
		if verdict {
			out = append(out, fill(o.Lang, wordOldVerdict, "version", version, "next", next))
		}
		for _, key := range []string{"edition.next.list", "edition.next.form"} {
			if f, ok := c.Fact(key); ok {
				out = append(out, f.Value.In(o.Lang))
			}
		}
	}
	return out
}

// doubts says why the data of an edition may not be right.
func doubts(c *catalog.Checked, o Options) []string {
	var out []string
	if c.Status() == catalog.Draft || c.Status() == catalog.Provisional {
		out = append(out, fill(o.Lang, wordDraft, "status", wordOf(statusWords, c.Status()).In(o.Lang)))
	}
	if o.Today != "" && c.StaleAfter() != "" && o.Today > c.StaleAfter() {
		out = append(out, fill(o.Lang, wordStale, "date", string(c.StaleAfter())))
	}
	if least, all := leastSure(c); least > catalog.TwoSources {
		what := wordThisList
		if !all {
			what = wordPartOfThisList
		}
		out = append(out, fill(o.Lang, wordOf(basisWords, least), "list", what.In(o.Lang)))
	}
	return out
}

// alerts says the same as the notices of a result in one short sentence each: that there is a newer edition, and how each
// doubt begins.
func alerts(c *catalog.Checked, doubts []string, l lang.Lang) []string {
	var out []string
	if next := string(c.SupersededBy()); next != "" {
		out = append(out, fill(l, wordOldResult, "version", string(c.Ref().Version), "next", next))
	}
	return append(out, firstSentences(doubts, l)...)
}

func firstSentences(texts []string, l lang.Lang) []string {
	var out []string
	end := either(l, "。", ". ")
	for _, t := range texts {
		if at := strings.Index(t, end); at >= 0 {
			t = strings.TrimSuffix(t[:at+len(end)], " ")
		}
		out = append(out, t)
	}
	return out
}

// leastSure returns the confidence of the item of which the catalogue is least sure, unstated where it states none. All
// says that it is no surer of any other.
func leastSure(c *catalog.Checked) (least catalog.Confidence, all bool) {
	all = true
	for i, item := range c.Items() {
		all = all && (i == 0 || item.Clause.Confidence == least)
		least = max(least, item.Clause.Confidence)
	}
	return least, all
}

// inTarget reports whether an item is asked for by a level or one below it. Every item is where there is no such level.
func inTarget(c *catalog.Checked, item catalog.Item, target string) bool {
	i, ok := c.LevelIndex(target)
	return !ok || c.AtLevel(item, i)
}

func checkAfter(c *catalog.Checked, l lang.Lang) string {
	if c.StaleAfter() == "" {
		return ""
	}
	return fill(l, wordCheckAfter, "date", string(c.StaleAfter()))
}

func factViews(c *catalog.Checked, l lang.Lang) []FactView {
	var out []FactView
	documents := c.Documents()
	for _, f := range c.Facts() {
		v := FactView{Text: f.Value.In(l), Confidence: wordOf(confidenceWords, f.Confidence).In(l)}
		for i, d := range documents {
			if d.ID == f.Document {
				v.Source = i + 1
			}
		}
		v.Basis = v.Confidence
		if v.Source > 0 {
			v.Basis += fill(l, wordCited, "number", count(v.Source))
		}
		out = append(out, v)
	}
	return out
}

func sourceViews(c *catalog.Checked, l lang.Lang) []SourceView {
	var out []SourceView
	for _, d := range c.Documents() {
		// No catalogue has telephone numbers or names an office, and none are made up here.
		v := SourceView{Title: d.Title, URL: d.URL, Read: wordNotRead.In(l), Own: d.URL != "" && namesAny(d.Title, c.Publisher())}
		if d.Read != "" {
			v.Read = fill(l, wordRead, "date", string(d.Read))
		}
		out = append(out, v)
	}
	return out
}

// namesAny reports whether a title holds one of the names of a publisher, such as "経済産業省・国家サイバー統括室（NCO）".
func namesAny(title, publisher string) bool {
	if strings.Contains(title, publisher) {
		return true
	}
	from := 0
	for i, r := range publisher {
		if r == '・' || r == '（' || r == '）' {
			if from < i && strings.Contains(title, publisher[from:i]) {
				return true
			}
			from = i + len("・") // as many bytes as each of them has
		}
	}
	return from < len(publisher) && strings.Contains(title, publisher[from:])
}

func (b *viewer) bandTitle(id string) (title, advice string) {
	for _, band := range b.c.Bands() {
		if band.ID == id {
			return band.Title.In(b.l), band.Advice.In(b.l)
		}
	}
	return id, ""
}

func (b *viewer) score() *ScoreView {
	p := b.r.Points
	if p == nil {
		return nil
	}
	s := &ScoreView{Score: p.Score, Low: p.Low, High: p.High, Max: p.Max, Settled: p.Low == p.High && p.Score == p.Low}
	s.Headline = b.fill(wordOutOf, "score", points(p.Score), "max", points(p.Max))
	s.Band, s.Advice = b.bandTitle(p.Band)
	if b.r.Completeness.Total == b.r.Completeness.Unanswered {
		s.Details = append(s.Details, wordNoAnswer.In(b.l))
		s.Band, s.Advice = "", ""
		return s
	}
	if s.Settled {
		s.Details = append(s.Details, wordExact.In(b.l))
		return s
	}
	s.Details = append(s.Details, b.fill(wordRange, "low", points(p.Low), "high", points(p.High)))
	if p.Score < p.Low {
		s.Details = append(s.Details, wordBelow.In(b.l))
	}
	low, advice := b.bandTitle(p.BandLow)
	high, _ := b.bandTitle(p.BandHigh)
	switch {
	case p.BandLow != p.BandHigh:
		// The band of the present score would read like a verdict on a firm that has only begun to answer.
		s.Band, s.Advice = wordBandOpen.In(b.l), wordBandOpenAdvice.In(b.l)
		s.BandDetails = b.fill(wordBandRange, "low", low, "high", high)
	case p.Band != p.BandLow:
		s.BandDetails = b.fill(wordBandNow, "band", s.Band)
		s.Band, s.Advice = low, advice
	}
	return s
}

func (b *viewer) levels() []LevelView {
	var out []LevelView
	target, aimed := b.c.LevelIndex(b.r.Target)
	for i, l := range b.c.Levels() {
		if aimed && i > target {
			break // its other items were not asked about
		}
		r := b.r.Levels[i]
		v := LevelView{ID: l.ID, Title: l.Title.In(b.l), Criteria: r.Criteria}
		version := version(b.c, b.l)
		switch r.Criteria {
		case score.OutcomeMet:
			v.Verdict = b.fill(wordMet, "version", version)
		case score.OutcomeOpen:
			v.Verdict = b.fill(wordOpen, "version", version, "count", count(r.Open))
		default:
			v.Verdict = b.fill(wordUnmet, "version", version, "count", count(r.Unmet+r.Open))
		}
		needs := ""
		for _, n := range r.Remaining {
			if needs != "" {
				needs += either(b.l, "、", ", ")
			}
			needs += wordOf(needWords, n).In(b.l)
		}
		switch {
		case needs != "":
			v.Remaining = b.fill(wordRemaining, "needs", needs)
		case len(l.Needs) > 0:
			// A file cannot show what the body that runs the scheme has done with it.
			v.Remaining = wordAskTheBody.In(b.l)
		}
		v.Assurance = wordSelf.In(b.l)
		if r.Assurance == score.ExpertConfirmed {
			v.Assurance = wordConfirmed.In(b.l)
		}
		if l.Clause.Confidence > catalog.Official {
			v.Basis = b.fill(wordRuleBasis, "basis", wordOf(confidenceWords, l.Clause.Confidence).In(b.l))
		}
		out = append(out, v)
	}
	return out
}

// sectionTitle returns the title of a section, "" for the id of none.
func (b *viewer) sectionTitle(id string) string {
	s, _ := b.c.Section(id)
	return s.Title.In(b.l)
}

func (b *viewer) sections() []SectionView {
	nodes := map[string]score.Node{}
	if b.r.Points != nil {
		for _, n := range b.r.Explanation.Children[0].Children {
			nodes[n.ID] = n
		}
	}
	most, _ := b.c.Points(catalog.Met)
	var out []SectionView
	for _, s := range b.r.Sections {
		of, _ := b.c.Section(s.ID)
		v := SectionView{ID: s.ID, Parent: of.Parent, Title: of.Title.In(b.l), Counts: s}
		// The explanation holds the points of a section, so that they are the scorer's and not added up again here.
		if n, ok := nodes["section/"+s.ID]; ok {
			v.Points = &PointsView{parse(n.Value), parse(n.Low), parse(n.High), most * int64(len(n.Children))}
		}
		out = append(out, v)
	}
	return out
}

func parse(s string) int64 {
	n, _ := strconv.ParseInt(s, 10, 64) // written by the scorer from an int64
	return n
}

// label returns how the scheme names a state as the answer to an item.
func label(c *catalog.Checked, item catalog.Item, state catalog.State, l lang.Lang) string {
	for _, choice := range c.ChoicesOf(item) {
		if choice.State == state {
			return choice.Label.In(l)
		}
	}
	return wordUnanswered.In(l)
}

func (b *viewer) steps() []StepView {
	var out []StepView
	for _, g := range b.r.Gaps {
		item, _ := b.c.Item(g.Item)
		v := StepView{Item: g.Item, Number: item.Number, Question: item.Text.In(b.l), Answer: label(b.c, item, g.State, b.l),
			Short: b.short(item), Why: item.Why.In(b.l), FirstStep: item.FirstStep.In(b.l), Priority: g.Priority,
			Effort: b.effort(item), Who: wordOf(whoWords, item.Field).In(b.l)}
		for _, r := range g.Reasons {
			full, brief := reasonText(b.c, r, b.l)
			v.Reasons = append(v.Reasons, full)
			// They come from the general to the particular, so the last that has words of its own weighs most.
			v.Reason = or(brief, v.Reason)
		}
		for _, d := range item.DoneWhen {
			v.Done = append(v.Done, d.In(b.l))
		}
		out = append(out, v)
	}
	return out
}

// long says whether a question has more characters than a screen with little room can take.
func (b *viewer) long(question string) bool {
	n := 0
	for range question {
		n++
	}
	return n > 90 || n > 40 && b.l != lang.EN
}

// short returns the question of an item where it is short. Of a longer one the explanations in brackets are left out,
// which the glossary repeats; if that is not enough, the title of its requirement stands for it. A question that has none
// stays as it is, so that nothing is ever cut off in the middle.
func (b *viewer) short(item catalog.Item) string {
	question := item.Text.In(b.l)
	if !b.long(question) {
		return question
	}
	short := withoutBrackets(question)
	if r, ok := b.c.Requirement(item.Requirement); ok && b.long(short) {
		return r.Title.In(b.l)
	}
	return short
}

// withoutBrackets leaves out what stands in round brackets, of either width, and the blank before it.
func withoutBrackets(text string) string {
	out, from, depth := "", 0, 0
	for i, r := range text {
		switch r {
		case '（', '(':
			if depth == 0 {
				out += strings.TrimSuffix(text[from:i], " ")
			}
			depth++
		case '）', ')':
			if depth == 0 {
				return text
			}
			depth--
			from = i + len(string(r))
		}
	}
	if depth > 0 {
		return text
	}
	return out + text[from:]
}

// effort says how many things have to be in place before an item counts as done. No catalogue states hours or prices, so
// that is all that can be said.
func (b *viewer) effort(item catalog.Item) string {
	switch n := len(item.DoneWhen); n {
	case 0:
		return ""
	case 1:
		return wordEffortOne.In(b.l)
	default:
		unit := ""
		if n < 10 {
			unit = "つ"
		}
		return b.fill(wordEffort, "count", count(n), "unit", unit)
	}
}

// reasonText puts a reason of a result by that catalogue into words: a sentence, and a few words or none.
func reasonText(c *catalog.Checked, r score.Reason, l lang.Lang) (full, brief string) {
	args := make([]lang.Arg, 0, len(r.Args))
	for _, a := range r.Args {
		value := lang.Value(a.Name, a.Value)
		if i, ok := c.LevelIndex(a.Value); ok && a.Name == "level" {
			value.Text = c.Levels()[i].Title
		}
		args = append(args, value)
	}
	for i := range reasonWords {
		if w := &reasonWords[i]; w.code == r.Code {
			return w.full.Fill(args).In(l), w.brief.Fill(args).In(l)
		}
	}
	return string(r.Code), ""
}

// NeedText puts into words what a scheme still asks before a star may be claimed.
func NeedText(n catalog.Need, l lang.Lang) string { return wordOf(needWords, n).In(l) }

// StatusText puts the status of an edition into words.
func StatusText(s catalog.Status, l lang.Lang) string { return wordOf(statusWords, s).In(l) }

// ConfidenceText puts into words what a statement rests on, "" where that is not stated.
func ConfidenceText(c catalog.Confidence, l lang.Lang) string {
	return wordOf(confidenceWords, c).In(l)
}

// Notices returns what must be said about a catalogue before anything else: that it is superseded, not final, or old.
func Notices(c *catalog.Checked, o Options) []string {
	return append(superseded(c, o, false), doubts(c, o)...)
}

func (b *viewer) items() []ItemView {
	priority := map[catalog.ItemID]int{}
	for _, g := range b.r.Gaps {
		priority[g.Item] = g.Priority
	}
	leaves := map[catalog.ItemID]score.Node{}
	if b.r.Points != nil {
		contributions(leaves, b.r.Explanation)
	}
	var out []ItemView
	for i, item := range b.c.Items() {
		if !inTarget(b.c, item, b.r.Target) {
			continue
		}
		leaf := leaves[item.ID]
		given := b.a.AnswersTo(i)
		v := ItemView{Item: item.ID, Number: item.Number, Section: b.sectionTitle(item.Section), Condition: item.Kind == catalog.Condition,
			Question: item.Text.In(b.l), State: score.StateOf(b.a, i), Field: wordOf(fieldWords, item.Field).In(b.l), Clause: b.clause(item.Clause),
			Priority: priority[item.ID]}
		v.Answer, v.StateCode = label(b.c, item, v.State, b.l), v.State.String()
		if leaf.Item != "" && v.State != catalog.Unanswered {
			v.Points = b.fill(wordPoints, "points", leaf.Value)
		}
		for _, answer := range given {
			if answer.Note != "" {
				v.Notes = append(v.Notes, answer.Note)
			}
			if answer.Reason.Text != "" {
				v.Notes = append(v.Notes, answer.Reason.Text)
			}
			if answer.Inferred != nil {
				v.Notes = append(v.Notes, inferredNote(answer.Inferred, b.l))
			}
			if len(given) > 1 {
				v.Respondent = append(v.Respondent, answer.Respondent+": "+label(b.c, item, answer.State, b.l))
			}
		}
		out = append(out, v)
	}
	return out
}

// contributions finds the leaf of each question in the explanation of the score.
func contributions(leaves map[catalog.ItemID]score.Node, n score.Node) {
	if n.Item != "" {
		leaves[n.Item] = n
	}
	for _, child := range n.Children {
		contributions(leaves, child)
	}
}

func (b *viewer) clause(c catalog.Clause) string { return ClauseText(b.c, c, b.l) }

// ClauseText names a place in a source, and what it rests on that it is there.
func ClauseText(c *catalog.Checked, at catalog.Clause, l lang.Lang) string {
	text := at.Clause
	if d, ok := c.Document(at.Document); ok {
		text = d.Title + " " + at.Clause
	}
	if word := wordOf(confidenceWords, at.Confidence); !word.IsZero() {
		text += " [" + word.In(l) + "]"
	}
	return text
}
