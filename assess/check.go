package assess

import (
	"slices"
	"strconv"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// Checked is an assessment that [Check] has found to fit its catalogue. It does not change and may be used by several
// goroutines. Slices inside the values that its methods return are shared and must not be written to.
type Checked struct {
	catalog  *catalog.Checked
	document Document
	answers  [][]Answer // by item, in the order of the file
	findings []Verdict  // by item
}

// Check checks an assessment against its catalogue. It reports every problem it finds and returns nil if one of them is
// an error.
//
// The rules, in order:
//
//  1. The assessment names this catalogue and edition, and its target is one of the levels.
//  2. Every answer is to an item of the catalogue, in a state that the item allows, and of a respondent who is listed.
//  3. There is at most one answer per item and respondent.
//  4. What does not apply, or is compensated, has a reason.
//  5. Options are those of the item.
//  6. A finding is about an item that was answered, and there is one per item.
func Check(d *Document, c *catalog.Checked) (*Checked, problem.List) {
	k := &checker{d: d, c: c}
	if d.Catalog.Ref() != c.Ref() {
		k.report(OtherCatalogKind, "/catalog", lang.Value("got", d.Catalog.Ref().String()), lang.Value("want", c.Ref().String()))
		return nil, k.r.Problems()
	}
	k.target()
	k.respondents()
	k.answers()
	k.findings()
	problems := k.r.Problems()
	if problems.OK() && d.read == nil && !d.plain() {
		// What was built or edited in Go has to pass the reader as well: dates, counts, encoding and foreign data.
		_, more := Parse(d.JSON())
		problems = append(problems, more...)
	}
	if !problems.OK() {
		return nil, problems
	}
	return newChecked(d, c), problems
}

// Load reads an assessment and checks it against its catalogue. The assessment is nil if the problems are not OK.
func Load(data []byte, c *catalog.Checked) (*Checked, problem.List) {
	d, problems := Parse(data)
	if !problems.OK() {
		return nil, problems
	}
	a, more := Check(d, c)
	return a, append(problems, more...)
}

type checker struct {
	d *Document
	c *catalog.Checked
	r jsondoc.Reader
}

func (k *checker) report(kind *problem.Kind, pointer string, args ...lang.Arg) {
	var at problem.Position
	if k.d.read != nil {
		if v := k.d.read.At(pointer); v != nil {
			at = v.Position
		}
	}
	k.r.Report(kind, at, pointer, args...)
}

func (k *checker) target() {
	if _, ok := k.c.LevelIndex(k.d.Target); ok || k.d.Target == "" {
		return
	}
	var levels []string
	for _, l := range k.c.Levels() {
		levels = append(levels, l.ID)
	}
	k.report(UnknownTargetKind, "/target", lang.Value("target", k.d.Target), lang.Value("catalog", k.c.Ref().String()), jsondoc.Allowed(levels))
}

func (k *checker) respondents() {
	seen := map[string]bool{}
	for i, r := range k.d.Respondents {
		p := "/respondents/" + strconv.Itoa(i)
		if r.ID == "" {
			k.report(EmptyRespondentKind, p+"/id")
		}
		if seen[r.ID] {
			k.report(DuplicateRespondentKind, p+"/id", lang.Value("respondent", r.ID))
		}
		seen[r.ID] = true
		if r.Site != "" && len(k.d.Scope.Sites) > 0 && !slices.Contains(k.d.Scope.Sites, r.Site) {
			k.report(UnknownSiteKind, p+"/site", lang.Value("site", r.Site))
		}
	}
}

func (k *checker) answers() {
	type key struct {
		item       catalog.ItemID
		respondent string
	}
	seen := make(map[key]bool, len(k.d.Answers))
	for i, a := range k.d.Answers {
		p := "/answers/" + strconv.Itoa(i)
		if seen[key{a.Item, a.Respondent}] {
			k.report(DuplicateAnswerKind, p, lang.Value("item", string(a.Item)))
		}
		seen[key{a.Item, a.Respondent}] = true
		if a.Respondent != "" && !slices.ContainsFunc(k.d.Respondents, func(r Respondent) bool { return r.ID == a.Respondent }) {
			k.report(UnknownRespondentKind, p+"/respondent", lang.Value("respondent", a.Respondent))
		}
		for j, e := range a.Evidence {
			if e.Effective != "" && e.Expires != "" && e.Expires < e.Effective {
				k.report(ExpiryKind, p+"/evidence/"+strconv.Itoa(j)+"/expires", lang.Value("expires", string(e.Expires)), lang.Value("effective", string(e.Effective)))
			}
		}
		item, ok := k.c.Item(a.Item)
		if !ok {
			k.report(UnknownItemKind, p+"/item", lang.Value("item", string(a.Item)), lang.Value("catalog", k.c.Ref().String()))
			continue
		}
		k.answer(p, a, item)
	}
}

func (k *checker) answer(p string, a Answer, item catalog.Item) {
	if a.State == catalog.Unanswered || !k.c.Allows(item, a.State) {
		var states []string
		for _, c := range k.c.ChoicesOf(item) {
			states = append(states, c.State.String())
		}
		k.report(StateKind, p+"/state", lang.Value("item", string(a.Item)), lang.Value("state", a.State.String()), jsondoc.Allowed(states))
	}
	if NeedsReason(a.State) && a.Reason.Code == "" && a.Reason.Text == "" {
		k.report(ReasonKind, p, lang.Value("item", string(a.Item)), lang.Value("state", a.State.String()))
	}
	for j, id := range a.Options {
		if !slices.ContainsFunc(item.Options, func(o catalog.Option) bool { return o.ID == id }) {
			k.report(UnknownOptionKind, p+"/options/"+strconv.Itoa(j), lang.Value("item", string(a.Item)), lang.Value("option", id))
		}
	}
}

// NeedsReason reports whether an answer in that state needs a reason, and stays open until an expert accepts it.
func NeedsReason(s catalog.State) bool { return s == catalog.NotApplicable || s == catalog.Compensated }

func (k *checker) findings() {
	if k.d.Confirmation == nil {
		return
	}
	seen := map[catalog.ItemID]bool{}
	for i, f := range k.d.Confirmation.Findings {
		p := "/confirmation/findings/" + strconv.Itoa(i)
		if seen[f.Item] {
			k.report(DuplicateFindingKind, p, lang.Value("item", string(f.Item)))
		}
		seen[f.Item] = true
		if _, ok := k.c.Item(f.Item); !ok {
			k.report(UnknownItemKind, p+"/item", lang.Value("item", string(f.Item)), lang.Value("catalog", k.c.Ref().String()))
		} else if !slices.ContainsFunc(k.d.Answers, func(a Answer) bool { return a.Item == f.Item }) {
			k.report(FindingKind, p+"/item", lang.Value("item", string(f.Item)))
		}
		if f.Verdict == VerdictUnstated {
			k.report(jsondoc.MissingKind, p, lang.Value("name", "verdict"))
		}
	}
}

func newChecked(d *Document, c *catalog.Checked) *Checked {
	n := c.NumItems()
	a := &Checked{catalog: c, document: d.clone(), answers: make([][]Answer, n), findings: make([]Verdict, n)}
	a.document.read = nil
	for _, answer := range d.Answers {
		i, _ := c.ItemIndex(answer.Item)
		a.answers[i] = append(a.answers[i], answer)
	}
	if a.document.Confirmation != nil {
		for _, f := range a.document.Confirmation.Findings {
			i, _ := c.ItemIndex(f.Item)
			a.findings[i] = f.Verdict
		}
	}
	return a
}

// Catalog returns the catalogue that the assessment was checked against.
func (a *Checked) Catalog() *catalog.Checked { return a.catalog }

// Document returns the assessment as a document that may be edited.
func (a *Checked) Document() *Document {
	d := a.document.clone()
	return &d
}

// Target returns the level aimed at, "" if none is chosen.
func (a *Checked) Target() string { return a.document.Target }

// AnswersTo returns the answers to the item at that place of the catalogue, in the order of the file.
func (a *Checked) AnswersTo(index int) []Answer { return a.answers[index] }

// Finding returns the expert's verdict on the item at that place of the catalogue, VerdictUnstated if there is none.
func (a *Checked) Finding(index int) Verdict { return a.findings[index] }

// Confirmation returns what the expert found; ok is false if no expert has looked at the answers.
func (a *Checked) Confirmation() (c Confirmation, ok bool) {
	if a.document.Confirmation == nil {
		return Confirmation{}, false
	}
	return *a.document.Confirmation, true
}

// Declaration returns what management declared; ok is false if it has not.
func (a *Checked) Declaration() (d Declaration, ok bool) {
	if a.document.Declaration == nil {
		return Declaration{}, false
	}
	return *a.document.Declaration, true
}
