package score

import (
	"slices"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// ComparisonFormat is the value of "format" in a comparison.
const ComparisonFormat = "hoshitori/comparison/1"

// CompareOptions are the settings of [Compare]. The zero value compares what the answers say and nothing else.
type CompareOptions struct {
	At     catalog.Date // day on which evidence and recurring items are looked at; "" looks at neither
	Target string       // level that the comparison is limited to; "" takes what both assessments aim at, or all
	// Route leads from the edition of the earlier assessment to that of the later one, see [catalog.Route]. It is empty for
	// two assessments of one edition.
	Route []*catalog.Changes
}

// Comparison says what became of one organisation's answers from an earlier assessment to a later one.
type Comparison struct {
	Before, After Side
	Target        string
	Migrated      []assess.Migration // the steps by which the earlier answers were brought to the later edition
	Caveats       []Reason           // what limits the comparison, such as another scope
	Points        *PointsChange      // nil in a catalogue without points, and where an edition lies in between
	Levels        []LevelChange      // up to the target
	Items         []ItemChange       // all items that either has, in the order of the later edition, retired ones last
	Lapses        []Lapse
	GotWorse      bool // an item, a level, the score or the assurance is worse, or something has lapsed
}

// Side is one of the two assessments.
type Side struct {
	Catalog    Catalog
	AssessedOn catalog.Date
	Target     string
}

// PointsChange is the score before and after.
type PointsChange struct{ Before, After Points }

// LevelChange is the verdict on a level before and after.
type LevelChange struct {
	ID            string
	Before, After Outcome
	Assurance     [2]Assurance // before and after
	Trend         Trend
}

// ItemChange is what became of an item.
type ItemChange struct {
	Item          catalog.ItemID // of the later edition; of the earlier one where it was retired
	Before, After catalog.State  // Unanswered also where an edition did not have the item
	Trend         Trend
	Reasons       []Reason
}

// Trend is the direction of a change. The zero value means "not stated".
type Trend uint8

// The values of [Trend].
const (
	TrendUnstated Trend = iota
	Same
	Better
	Worse
	Clearer // it was open and is now known not to be met: nothing got worse but what was hidden
	New     // the earlier edition did not have the item, or its answer could not be carried over
	Gone    // the later edition does not have the item
)

var trendCodes = []string{"", "same", "better", "worse", "clearer", "new", "gone"}

// String returns the code that comparisons use, "" for the zero value.
func (t Trend) String() string {
	if int(t) < len(trendCodes) {
		return trendCodes[t]
	}
	return ""
}

// Lapse is something of the later assessment that is over on the day of [CompareOptions.At].
type Lapse struct {
	Item   catalog.ItemID
	On     catalog.Date // the first day on which it no longer holds
	Reason ReasonCode
}

// The reason codes of comparisons, beside those of gaps.
const (
	ReasonChanged         ReasonCode = "changed"          // the answer went from "before" to "after"
	ReasonWithdrawn       ReasonCode = "withdrawn"        // there was an answer, and there is none
	ReasonFinding         ReasonCode = "finding"          // the expert's verdict went from "before" to "after"
	ReasonAddedItem       ReasonCode = "added-item"       // the later edition added the item
	ReasonAskedAgain      ReasonCode = "asked-again"      // the later edition asks otherwise ("change"), so the earlier answer was not taken over
	ReasonRetiredItem     ReasonCode = "retired-item"     // the later edition does not ask it
	ReasonEvidenceExpired ReasonCode = "evidence-expired" // a piece of evidence is no longer valid
	ReasonDueAgain        ReasonCode = "due-again"        // the item recurs, and the answer is older than its interval
	ReasonOtherScope      ReasonCode = "other-scope"      // the two speak of different parts of the organisation
	ReasonOtherTarget     ReasonCode = "other-target"     // they aim at different levels ("before", "after")
	ReasonOtherRespondent ReasonCode = "other-respondents"
	ReasonOtherEdition    ReasonCode = "other-edition" // the earlier one was brought from "from" to "to"
	ReasonOtherDigest     ReasonCode = "other-digest"  // the same edition, but not the same catalogue file
	ReasonNoName          ReasonCode = "no-name"       // it cannot be told whether they are of the same organisation
	ReasonEarlier         ReasonCode = "earlier"       // the second is dated earlier than the first
)

// The kinds of problem that [Compare] finds: what cannot be compared.
var (
	OtherCatalogKind = &problem.Kind{Code: "compare/other-catalog",
		Message: lang.Text{JA: "{before}と{after}の回答は比べられません。版をつなぐ変更の記録がないか、別の制度のものです。", EN: "Answers to {before} and {after} cannot be compared: no change record leads from one to the other, or they are of different schemes."},
		Hint:    lang.Text{JA: "同じ制度の回答を渡すか、変更の記録を --catalog で加えてください。制度どうしのつながりは infer で見られます。", EN: "Give two assessments of one scheme, or add a change record with --catalog. For different schemes use infer."}}
	OtherSubjectKind = &problem.Kind{Code: "compare/other-subject",
		Message: lang.Text{JA: "「{before}」と「{after}」は別の会社の回答です。", EN: "\"{before}\" and \"{after}\" are different organisations."},
		Hint:    lang.Text{JA: "同じ会社の、二つの時点の回答を渡してください。", EN: "Give two assessments of one organisation."}}
	UnknownLevelKind = &problem.Kind{Code: "compare/unknown-level",
		Message: lang.Text{JA: "段階「{target}」は{catalog}にありません。", EN: "{catalog} has no level \"{target}\"."},
		Hint:    lang.Text{JA: "使える値：{allowed}。", EN: "Allowed: {allowed}."}}
)

// Kinds lists every kind of problem of this package.
func Kinds() []*problem.Kind {
	return []*problem.Kind{OtherCatalogKind, OtherSubjectKind, UnknownLevelKind}
}

// Compare compares two assessments of one organisation, the earlier one first. It refuses what cannot be compared.
//
// The rules, in order:
//
//  1. Both are of one edition, or [CompareOptions.Route] leads from the earlier to the later; the earlier answers are then
//     migrated first, and what the records do not carry is new.
//  2. Both are of one organisation, as far as its number or else its name tells. What limits the comparison otherwise is
//     listed in Caveats.
//  3. An item is settled as met or not met, or it is open (see [Evaluate]). Better: it became met, or unmet became partial.
//     Worse: it is no longer met, partial became unmet, or what was known to be met or partial is open. Clearer: it was
//     open, and is known not to be met.
//  4. What was known to be unmet and is open again is worse as well: an answer that was taken back makes nothing better.
//  5. A level is better or worse by the order unmet, open, met. Unmet after open is clearer, but worse if an item of it is,
//     and so is open after unmet if nothing but an answer taken back made it open. Less assurance is worse.
//  6. Evidence lapses on the day after it expires; an answer to a recurring item when its interval is over.
func Compare(before, after *assess.Checked, options CompareOptions) (Comparison, problem.List) {
	c := after.Catalog()
	if problems := comparable(before, after, options); !problems.OK() {
		return Comparison{}, problems
	}
	m := Comparison{Before: sideOf(before), After: sideOf(after), Target: commonTarget(before, after, options)}
	m.Caveats = caveats(before, after, options)
	x := comparison{Comparison: &m, first: before, before: before, after: after, c: c, route: options.Route, target: len(c.Levels()) - 1}
	if problems := x.bring(); !problems.OK() {
		return Comparison{}, problems
	}
	if m.Target != "" {
		x.target, _ = c.LevelIndex(m.Target)
	}
	x.items()
	x.verdicts()
	x.lapses(options.At)
	return m, nil
}

// comparable says why two assessments cannot be compared.
func comparable(before, after *assess.Checked, options CompareOptions) problem.List {
	from, to := before.Catalog().Ref(), after.Catalog().Ref()
	at := from
	for _, step := range options.Route {
		if step.From().Ref() != at {
			at = catalog.Ref{}
			break
		}
		at = step.To().Ref()
	}
	if at != to {
		return problem.List{{Kind: OtherCatalogKind, Args: []lang.Arg{lang.Value("before", from.String()), lang.Value("after", to.String())}}}
	}
	if options.Target != "" {
		if _, ok := after.Catalog().LevelIndex(options.Target); !ok {
			allowed := ""
			for _, l := range after.Catalog().Levels() {
				if allowed != "" {
					allowed += ", "
				}
				allowed += l.ID
			}
			return problem.List{{Kind: UnknownLevelKind, Args: []lang.Arg{lang.Value("target", options.Target), lang.Value("catalog", to.String()), lang.Value("allowed", allowed)}}}
		}
	}
	a, b := before.Document().Subject, after.Document().Subject
	differs := a.Name != b.Name && a.Name != "" && b.Name != ""
	if a.CorporateNumber != "" && b.CorporateNumber != "" {
		differs = a.CorporateNumber != b.CorporateNumber // a firm may change its name, not its number
	}
	if differs {
		return problem.List{{Kind: OtherSubjectKind, Args: []lang.Arg{lang.Value("before", nameOf(a)), lang.Value("after", nameOf(b))}}}
	}
	return nil
}

func nameOf(s assess.Subject) string {
	if s.Name != "" {
		return s.Name
	}
	return s.CorporateNumber
}

func sideOf(a *assess.Checked) Side {
	c := a.Catalog()
	return Side{Catalog: catalogOf(c), AssessedOn: a.Document().AssessedOn, Target: a.Target()}
}

// commonTarget returns the level that the comparison is limited to.
func commonTarget(before, after *assess.Checked, options CompareOptions) string {
	switch {
	case options.Target != "":
		return options.Target
	case before.Target() == after.Target():
		return after.Target()
	}
	return ""
}

func caveats(before, after *assess.Checked, options CompareOptions) []Reason {
	var out []Reason
	a, b := before.Document(), after.Document()
	if len(options.Route) > 0 {
		out = append(out, Reason{ReasonOtherEdition, []Arg{{"from", before.Catalog().Ref().String()}, {"to", after.Catalog().Ref().String()}}})
	} else if before.Catalog().Digest() != after.Catalog().Digest() {
		out = append(out, Reason{Code: ReasonOtherDigest})
	}
	if (a.Subject.CorporateNumber == "" || b.Subject.CorporateNumber == "") && (a.Subject.Name == "" || b.Subject.Name == "") {
		out = append(out, Reason{Code: ReasonNoName})
	}
	if a.Scope.Text != b.Scope.Text || !slices.Equal(a.Scope.Sites, b.Scope.Sites) {
		out = append(out, Reason{Code: ReasonOtherScope})
	}
	if a.Target != b.Target {
		out = append(out, Reason{ReasonOtherTarget, []Arg{{"after", b.Target}, {"before", a.Target}}})
	}
	if !slices.EqualFunc(a.Respondents, b.Respondents, func(x, y assess.Respondent) bool { return x.Role == y.Role && x.Site == y.Site }) {
		out = append(out, Reason{Code: ReasonOtherRespondent})
	}
	if a.AssessedOn != "" && b.AssessedOn != "" && b.AssessedOn < a.AssessedOn {
		out = append(out, Reason{Code: ReasonEarlier})
	}
	return out
}

// comparison is a comparison in the making: before has been brought to the edition of after.
type comparison struct {
	*Comparison
	first, before, after *assess.Checked // first as it was given
	c                    *catalog.Checked
	route                []*catalog.Changes
	target               int
}

// bring migrates the earlier answers to the later edition. Because the places of items are compared afterwards, both have
// to belong to one and the same catalogue file, not only to one edition.
func (x *comparison) bring() (problems problem.List) {
	for _, step := range x.route {
		if x.before, problems = fitted(x.before, step.From()); !problems.OK() {
			return problems
		}
		document, migration := assess.Migrate(x.before, step)
		x.Migrated = append(x.Migrated, migration)
		if x.before, problems = assess.Check(document, step.To()); !problems.OK() {
			return problems
		}
	}
	x.before, problems = fitted(x.before, x.c)
	return problems
}

// fitted returns the assessment as one of that catalogue file.
func fitted(a *assess.Checked, c *catalog.Checked) (*assess.Checked, problem.List) {
	if a.Catalog() == c {
		return a, nil
	}
	return assess.Check(a.Document(), c)
}

func (x *comparison) items() {
	for i, item := range x.c.Items() {
		if !x.c.AtLevel(item, x.target) {
			continue
		}
		old, now := outcomeOf(x.before, i), outcomeOf(x.after, i)
		change := ItemChange{Item: item.ID, Before: old.state, After: now.state, Reasons: []Reason{}}
		if reason, isNew := x.newIn(item.ID); isNew && old.state == catalog.Unanswered {
			change.Trend, change.Reasons = New, []Reason{reason}
		} else {
			change.Trend = trend(&old, &now)
			change.Reasons = reasons(&old, &now)
		}
		x.GotWorse = x.GotWorse || change.Trend == Worse
		x.Items = append(x.Items, change)
	}
	x.retired()
}

// newIn says why an item of the later edition had no answer to compare with: the last step that added it, asks otherwise
// than before, or left an answer aside.
func (x *comparison) newIn(id catalog.ItemID) (Reason, bool) {
	for s := len(x.route) - 1; s >= 0; s-- {
		at, ok := x.route[s].To().ItemIndex(id)
		if !ok {
			return Reason{Code: ReasonAddedItem}, true
		}
		change := x.route[s].OfNew(at)
		switch {
		case change.Kind == catalog.Added:
			return Reason{Code: ReasonAddedItem}, true
		case !change.Kind.Unchanged() || !change.Sure() || x.keptAside(s, change.From[0]):
			return Reason{ReasonAskedAgain, []Arg{{"change", change.Kind.String()}}}, true
		}
		id = change.From[0]
	}
	return Reason{}, false
}

// keptAside reports whether a step left an answer to the item behind.
func (x *comparison) keptAside(step int, id catalog.ItemID) bool {
	at, _ := x.route[step].From().ItemIndex(id)
	return x.Migrated[step].Old[at].Fate == assess.KeptAside
}

// retired lists the items of the first edition that nothing in the last one continues.
func (x *comparison) retired() {
	if len(x.route) == 0 {
		return
	}
	first := x.first.Catalog()
	target, limited := first.LevelIndex(x.Target)
	for i, item := range first.Items() {
		if x.continues(0, item.ID) || limited && !first.AtLevel(item, target) {
			continue
		}
		x.Items = append(x.Items, ItemChange{Item: item.ID, Before: StateOf(x.first, i), Trend: Gone, Reasons: []Reason{{Code: ReasonRetiredItem}}})
	}
}

// continues reports whether the records lead from an item, before that step, to an item of the last edition.
func (x *comparison) continues(step int, id catalog.ItemID) bool {
	if step == len(x.route) {
		return true
	}
	at, ok := x.route[step].From().ItemIndex(id)
	return ok && slices.ContainsFunc(x.route[step].OfOld(at).To, func(id catalog.ItemID) bool { return x.continues(step+1, id) })
}

// standing orders what is settled: not met, met in part, met. Open has no place in the order.
func standing(o *outcome) (rank int, settled bool) {
	switch {
	case o.accepted():
		return 3, true
	case o.settled() == catalog.Unanswered:
		return 0, false
	}
	return map[catalog.State]int{catalog.Unmet: 1, catalog.Partial: 2, catalog.Met: 3}[o.settled()], true
}

func trend(old, now *outcome) Trend {
	before, wasSettled := standing(old)
	after, isSettled := standing(now)
	switch {
	case !wasSettled && !isSettled:
		return Same
	case !wasSettled && after == 3:
		return Better
	case !wasSettled:
		return Clearer
	case !isSettled, after < before:
		return Worse
	case after > before:
		return Better
	}
	return Same
}

func reasons(old, now *outcome) []Reason {
	out := []Reason{}
	switch {
	case old.state == now.state:
	case now.state == catalog.Unanswered:
		out = append(out, Reason{ReasonWithdrawn, []Arg{{"before", stateName(old.state)}}})
	default:
		out = append(out, Reason{ReasonChanged, []Arg{{"after", stateName(now.state)}, {"before", stateName(old.state)}}})
	}
	if old.finding != now.finding {
		out = append(out, Reason{ReasonFinding, []Arg{{"after", now.finding.String()}, {"before", old.finding.String()}}})
	}
	return out
}

// verdicts compares points and levels.
func (x *comparison) verdicts() {
	old, now := Evaluate(x.before, Options{Target: x.Target}), Evaluate(x.after, Options{Target: x.Target})
	if len(x.Migrated) == 0 && old.Points != nil {
		x.Points = &PointsChange{*old.Points, *now.Points}
		x.GotWorse = x.GotWorse || now.Points.Low < old.Points.Low
	}
	for i := range now.Levels[:x.target+1] {
		a, b := &old.Levels[i], &now.Levels[i]
		l := LevelChange{ID: b.ID, Before: a.Criteria, After: b.Criteria, Assurance: [2]Assurance{a.Assurance, b.Assurance}, Trend: Same}
		switch {
		case b.Criteria < a.Criteria: // met is the least, unmet the greatest
			l.Trend = Better
		case b.Criteria > a.Criteria && a.Criteria == OutcomeOpen:
			l.Trend = Clearer
		case b.Criteria > a.Criteria:
			l.Trend = Worse
		}
		if len(x.Migrated) == 0 && b.Assurance < a.Assurance {
			l.Trend = Worse
		}
		switch {
		case len(x.Migrated) > 0 && l.Trend != Same && !x.some(i, Better, Worse, Clearer):
			l.Trend = New // what the later edition added decides it, not the firm
		case l.Trend == Clearer && x.some(i, Worse), l.Trend == Better && b.Criteria == OutcomeOpen && x.some(i, Worse) && !x.some(i, Better):
			l.Trend = Worse // not hidden before but worse now; or open only because an answer was taken back
		}
		x.GotWorse = x.GotWorse || l.Trend == Worse
		x.Levels = append(x.Levels, l)
	}
}

// some reports whether an item that a rule of the level looks at has one of the trends.
func (x *comparison) some(level int, trends ...Trend) bool {
	rules := x.c.Levels()[level].Rules
	for _, change := range x.Items {
		item, ok := x.c.Item(change.Item)
		if ok && x.c.AtLevel(item, level) && slices.Contains(trends, change.Trend) &&
			slices.ContainsFunc(rules, func(r catalog.Rule) bool { return r.AppliesTo(item.Kind) }) {
			return true
		}
	}
	return false
}

// lapses lists what of the later assessment no longer holds on that day.
func (x *comparison) lapses(at catalog.Date) {
	if at == "" {
		return
	}
	for i, item := range x.c.Items() {
		if !x.c.AtLevel(item, x.target) {
			continue
		}
		for _, answer := range x.after.AnswersTo(i) {
			x.lapsed(item, answer, at)
		}
	}
	x.GotWorse = x.GotWorse || len(x.Lapses) > 0
}

func (x *comparison) lapsed(item catalog.Item, answer assess.Answer, at catalog.Date) {
	if answer.State != catalog.Met && answer.State != catalog.Partial && answer.State != catalog.Compensated {
		return
	}
	for _, e := range answer.Evidence {
		if e.Expires != "" && e.Expires < at {
			x.Lapses = append(x.Lapses, Lapse{item.ID, e.Expires.After("P1D"), ReasonEvidenceExpired})
		}
	}
	given := answer.AnsweredOn
	if given == "" {
		given = x.after.Document().AssessedOn
	}
	if due := given.After(item.Recurs); due != "" && due <= at {
		x.Lapses = append(x.Lapses, Lapse{item.ID, due, ReasonDueAgain})
	}
}
