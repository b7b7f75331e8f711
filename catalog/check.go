package catalog

import (
	"slices"
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// MaxPoints bounds the points of one choice, upwards and downwards, so that no sum can overflow.
const MaxPoints = 1_000_000

// Check turns a source into a checked catalogue. It reports every problem it finds and returns nil if one of them is an
// error. The hash gives the catalogue its digest; it may be nil, then the catalogue has none.
//
// The rules, in order:
//
//  1. id, version and the ids of items, levels, sections, requirements, bands, terms and documents are names; each is
//     there once.
//  2. Titles, questions, labels and advice are there in both languages; status, kind, confidence and rules are stated.
//  3. A superseded edition names its successor, and only a superseded one does.
//  4. Met and unmet can be answered; points are in all choices or in none, and a better answer never has fewer.
//  5. Bands fall, and the last one takes in the least score that is possible.
//  6. Whatever refers to a section, level, requirement, item or document finds it.
//  7. No rule of a level holds because there is nothing to which it applies.
func Check(s *Source, hash Hash) (*Checked, problem.List) {
	k := &checker{s: s}
	k.head()
	k.documents()
	k.choices()
	k.structure()
	k.items()
	k.bands()
	k.levels()
	problems := k.r.Problems()
	if !problems.OK() {
		return nil, problems
	}
	return newChecked(s, hash), problems
}

// Load reads and checks a catalogue file. It reports what is wrong with the form and with the meaning at once. The
// catalogue is nil if the problems are not OK.
func Load(data []byte, hash Hash) (*Checked, problem.List) {
	s, problems := Parse(data)
	if s.ID == "" && s.Version == "" && len(s.Items) == 0 && !problems.OK() {
		return nil, problems // no catalogue at all
	}
	c, meaning := Check(s, hash)
	problems = beyond(problems, meaning)
	if !problems.OK() {
		return nil, problems
	}
	return c, problems
}

type checker struct {
	s         *Source
	r         jsondoc.Reader
	docs      set[string]
	sections  set[string]
	levelIDs  set[string]
	reqs      set[string]
	itemIDs   set[ItemID]
	hasPoints bool
}

// set remembers where each id was defined.
type set[K comparable] map[K]int

func (k *checker) report(kind *problem.Kind, pointer string, args ...lang.Arg) {
	k.r.Report(kind, k.s.PositionOf(pointer), pointer, args...)
}

func pointerTo(list string, i int) string { return "/" + list + "/" + strconv.Itoa(i) }

func (k *checker) name(pointer, value string) {
	if !isName(value) {
		k.report(NameKind, pointer, valueArg(value))
	}
}

func (k *checker) text(pointer, name string, t Text) { reporter(k.report).text(pointer, name, t) }

func (k *checker) texts(pointer, name string, texts []Text) {
	for i, t := range texts {
		k.text(pointer+"/"+name+"/"+strconv.Itoa(i), name, t)
	}
}

func (k *checker) stated(pointer, name string, value uint8, codes []string) {
	if value == 0 || int(value) >= len(codes) {
		k.report(StatedKind, pointer, lang.Value("name", name), jsondoc.Allowed(codes))
	}
}

func define[K ~string](k *checker, ids set[K], list string, i int, id K) {
	pointer := pointerTo(list, i) + "/id"
	k.name(pointer, string(id))
	if _, twice := ids[id]; twice {
		k.report(DuplicateIDKind, pointer, lang.Value("id", string(id)))
		return
	}
	ids[id] = i
}

// The lists that ids are looked up in, as a person calls them.
var (
	inSources      = lang.Text{JA: "出典（sources）", EN: "sources"}
	inSections     = lang.Text{JA: "章（sections）", EN: "sections"}
	inLevels       = lang.Text{JA: "段階（levels）", EN: "levels"}
	inRequirements = lang.Text{JA: "要求事項（requirements）", EN: "requirements"}
	inItems        = lang.Text{JA: "項目（items）", EN: "items"}
	inChoices      = lang.Text{JA: "答え（choices）", EN: "choices"}
)

func resolve[K ~string](k *checker, ids set[K], pointer string, id K, what lang.Text) {
	if _, ok := ids[id]; !ok {
		k.report(NoSuchKind, pointer, lang.Value("id", string(id)), lang.Arg{Name: "what", Text: what})
	}
}

func (k *checker) head() {
	s := k.s
	k.name("/id", string(s.ID))
	k.name("/version", string(s.Version))
	k.stated("/status", "status", uint8(s.Status), statusCodes)
	k.text("/title", "title", s.Title)
	if s.Publisher == "" {
		k.report(EmptyListKind, "/publisher", lang.Value("name", "publisher"))
	}
	if (s.SupersededBy != "") != (s.Status == Superseded) {
		k.report(SupersededKind, "/supersededBy")
	}
}

func (k *checker) documents() {
	k.docs = checkDocuments(k.report, k.s.Documents)
	terms := set[string]{}
	for i, t := range k.s.Terms {
		define(k, terms, "terms", i, t.ID)
		k.text(pointerTo("terms", i)+"/term", "term", t.Term)
		k.text(pointerTo("terms", i)+"/meaning", "meaning", t.Meaning)
	}
	keys := map[string]bool{}
	for i, f := range k.s.Facts {
		p := pointerTo("facts", i)
		if keys[f.Key] {
			k.report(DuplicateFactKind, p+"/key", lang.Value("key", f.Key))
		}
		keys[f.Key] = true
		k.text(p+"/value", "value", f.Value)
		k.stated(p+"/confidence", "confidence", uint8(f.Confidence), confidenceCodes)
		if f.Document != "" {
			resolve(k, k.docs, p+"/source", f.Document, inSources)
		}
	}
}

func (k *checker) clause(pointer string, c Clause, required bool) {
	if required || c.Document != "" {
		resolve(k, k.docs, pointer+"/source/id", c.Document, inSources)
	}
}

// isWebAddress keeps addresses out of reports that would run something when clicked, such as javascript:.
func isWebAddress(u string) bool {
	for _, scheme := range []string{"https://", "http://"} {
		if len(u) > len(scheme) && u[:len(scheme)] == scheme {
			return true
		}
	}
	return false
}

func (k *checker) choices() {
	with := 0
	var points [Compensated + 1]*int64
	seen := set[State]{}
	for i, c := range k.s.Choices {
		p := pointerTo("choices", i)
		k.choice(seen, p, i, c)
		k.text(p+"/label", "label", c.Label)
		k.text(p+"/advice", "advice", c.Advice)
		k.clause(p, c.Clause, false)
		if c.Points != nil {
			with++
			if *c.Points > MaxPoints || *c.Points < -MaxPoints {
				k.report(PointsRangeKind, p+"/points", valueArg(strconv.FormatInt(*c.Points, 10)))
			}
			if int(c.State) < len(points) {
				points[c.State] = c.Points
			}
		}
	}
	for _, s := range []State{Met, Unmet} {
		if _, ok := seen[s]; !ok {
			k.report(ChoiceMissingKind, "/choices", lang.Value("state", s.String()))
		}
	}
	k.hasPoints = with > 0
	if with > 0 && with < len(k.s.Choices) {
		k.report(PointsKind, "/choices")
		k.hasPoints = false
	}
	rising := []State{Unmet, Partial, Met}
	for i, low := range rising {
		for _, high := range rising[i+1:] {
			if points[low] != nil && points[high] != nil && *points[low] > *points[high] {
				k.report(PointsOrderKind, "/choices")
				return
			}
		}
	}
}

func (k *checker) choice(seen set[State], pointer string, i int, c Choice) {
	k.stated(pointer+"/state", "state", uint8(c.State), stateCodes)
	if _, twice := seen[c.State]; twice {
		k.report(ChoiceTwiceKind, pointer+"/state", lang.Value("state", c.State.String()))
	}
	seen[c.State] = i
}

func (k *checker) structure() {
	k.sections, k.levelIDs, k.reqs, k.itemIDs = set[string]{}, set[string]{}, set[string]{}, set[ItemID]{}
	for i, s := range k.s.Sections {
		define(k, k.sections, "sections", i, s.ID)
		k.text(pointerTo("sections", i)+"/title", "title", s.Title)
		// A parent stands before its sections, so there can be no circle.
		if s.Parent != "" {
			if at, ok := k.sections[s.Parent]; !ok || at >= i {
				k.report(NoSuchKind, pointerTo("sections", i)+"/parent", lang.Value("id", s.Parent), lang.Arg{Name: "what", Text: inSections})
			}
		}
	}
	for i, l := range k.s.Levels {
		define(k, k.levelIDs, "levels", i, l.ID)
		k.text(pointerTo("levels", i)+"/title", "title", l.Title)
		k.clause(pointerTo("levels", i), l.Clause, false)
	}
	if len(k.s.Levels) == 0 {
		k.report(EmptyListKind, "/levels", lang.Value("name", "levels"))
	}
	for i, r := range k.s.Requirements {
		define(k, k.reqs, "requirements", i, r.ID)
		k.text(pointerTo("requirements", i)+"/title", "title", r.Title)
		resolve(k, k.sections, pointerTo("requirements", i)+"/section", r.Section, inSections)
	}
	for i, item := range k.s.Items {
		define(k, k.itemIDs, "items", i, item.ID)
	}
	if len(k.s.Items) == 0 {
		k.report(EmptyListKind, "/items", lang.Value("name", "items"))
	}
	for i, r := range k.s.Requirements {
		for j, id := range r.Items {
			p := pointerTo("requirements", i) + "/items/" + strconv.Itoa(j)
			at, ok := k.itemIDs[id]
			if !ok {
				resolve(k, k.itemIDs, p, id, inItems)
			} else if k.s.Items[at].Requirement != r.ID {
				k.report(RequirementKind, p, lang.Value("requirement", r.ID), lang.Value("item", string(id)))
			}
		}
	}
}

func (k *checker) items() {
	for i, item := range k.s.Items {
		p := pointerTo("items", i)
		k.stated(p+"/kind", "kind", uint8(item.Kind), itemKindCodes)
		k.text(p+"/text", "text", item.Text)
		for _, t := range []struct {
			name string
			text Text
		}{{"why", item.Why}, {"firstStep", item.FirstStep}} {
			if !t.text.IsZero() {
				k.text(p+"/"+t.name, t.name, t.text)
			}
		}
		k.texts(p, "doneWhen", item.DoneWhen)
		k.texts(p, "partialWhen", item.PartialWhen)
		k.texts(p, "drillDown", item.DrillDown)
		k.texts(p, "evidence", item.Evidence)
		k.texts(p, "notes", item.Notes)
		resolve(k, k.levelIDs, p+"/level", item.Level, inLevels)
		if item.Section != "" {
			resolve(k, k.sections, p+"/section", item.Section, inSections)
		}
		if item.Requirement != "" {
			if at, ok := k.reqs[item.Requirement]; !ok {
				resolve(k, k.reqs, p+"/requirement", item.Requirement, inRequirements)
			} else if !slices.Contains(k.s.Requirements[at].Items, item.ID) {
				k.report(RequirementKind, p+"/requirement", lang.Value("requirement", item.Requirement), lang.Value("item", string(item.ID)))
			}
		}
		for j, id := range item.Refers {
			resolve(k, k.itemIDs, p+"/refers/"+strconv.Itoa(j), id, inItems)
		}
		k.clause(p, item.Clause, true)
		if item.Recurs != "" && !isDuration(item.Recurs) {
			k.report(DurationKind, p+"/recurs", valueArg(item.Recurs))
		}
		options := set[string]{}
		for j, o := range item.Options {
			define(k, options, "items/"+strconv.Itoa(i)+"/options", j, o.ID)
			k.text(p+"/options/"+strconv.Itoa(j)+"/text", "text", o.Text)
		}
		k.itemChoices(p, item)
	}
}

func (k *checker) itemChoices(p string, item Item) {
	seen := set[State]{}
	for j, c := range item.Choices {
		pc := p + "/choices/" + strconv.Itoa(j)
		k.choice(seen, pc, j, c)
		if !c.Label.IsZero() {
			k.text(pc+"/label", "label", c.Label)
		}
		if !c.Advice.IsZero() {
			k.text(pc+"/advice", "advice", c.Advice)
		}
		if c.Points != nil {
			k.report(ItemPointsKind, pc+"/points")
		}
		if !slices.ContainsFunc(k.s.Choices, func(o Choice) bool { return o.State == c.State }) {
			k.report(NoSuchKind, pc+"/state", lang.Value("id", c.State.String()), lang.Arg{Name: "what", Text: inChoices})
		}
	}
	if len(item.Choices) == 0 {
		return
	}
	for _, s := range []State{Met, Unmet} {
		if _, ok := seen[s]; !ok {
			k.report(ChoiceMissingKind, p+"/choices", lang.Value("state", s.String()))
		}
	}
}

// isDuration accepts the durations that recurrences use: P, then years, months, weeks and days in this order.
func isDuration(s string) bool {
	if len(s) < 3 || s[0] != 'P' {
		return false
	}
	units := "YMWD"
	for i := 1; i < len(s); {
		start := i
		for i < len(s) && '0' <= s[i] && s[i] <= '9' {
			i++
		}
		if i == start || i == len(s) {
			return false
		}
		at := -1
		for j := range len(units) {
			if units[j] == s[i] {
				at = j
			}
		}
		if at < 0 {
			return false
		}
		units = units[at+1:]
		i++
	}
	return true
}

func (k *checker) bands() {
	ids := set[string]{}
	for i, b := range k.s.Bands {
		define(k, ids, "bands", i, b.ID)
		k.text(pointerTo("bands", i)+"/title", "title", b.Title)
		k.text(pointerTo("bands", i)+"/advice", "advice", b.Advice)
		k.clause(pointerTo("bands", i), b.Clause, false)
	}
	if !k.hasPoints {
		if len(k.s.Bands) > 0 {
			k.report(BandsWithoutPointsKind, "/bands")
		}
		return
	}
	if len(k.s.Bands) == 0 {
		k.report(EmptyListKind, "/bands", lang.Value("name", "bands"))
		return
	}
	low := leastScore(k.s)
	for i := range k.s.Bands {
		last := i == len(k.s.Bands)-1
		if last && k.s.Bands[i].Min > low || !last && k.s.Bands[i].Min <= k.s.Bands[i+1].Min {
			k.report(BandsKind, pointerTo("bands", i)+"/min", lang.Value("low", strconv.FormatInt(low, 10)))
		}
	}
}

// leastScore is the least sum that any answers can give, an empty sum included.
func leastScore(s *Source) int64 {
	var low int64
	for _, item := range s.Items {
		if item.Kind != Question {
			continue
		}
		var least int64
		for _, c := range s.Choices {
			if c.Points != nil && itemAllows(item, c.State) {
				least = min(least, *c.Points)
			}
		}
		low += least
	}
	return low
}

func itemAllows(item Item, state State) bool {
	return len(item.Choices) == 0 || slices.ContainsFunc(item.Choices, func(c Choice) bool { return c.State == state })
}

func (k *checker) levels() {
	for i, l := range k.s.Levels {
		p := pointerTo("levels", i)
		if len(l.Rules) == 0 {
			k.report(EmptyListKind, p+"/rule", lang.Value("name", "rule"))
		}
		for j, need := range l.Needs {
			k.stated(p+"/needs/"+strconv.Itoa(j), "needs", uint8(need), needCodes)
		}
		for j, rule := range l.Rules {
			if slices.Contains(l.Rules[:j], rule) {
				k.report(DuplicateRuleKind, p+"/rule", lang.Value("rule", rule.String()))
			}
			if !slices.ContainsFunc(k.s.Items, func(item Item) bool {
				at, ok := k.levelIDs[item.Level]
				return ok && at <= i && rule.AppliesTo(item.Kind)
			}) {
				k.report(LevelRuleKind, p+"/rule", lang.Value("rule", rule.String()))
			}
		}
	}
}

// AppliesTo reports whether the rule looks at items of that kind.
func (r Rule) AppliesTo(kind ItemKind) bool {
	switch r {
	case AllMet:
		return true
	case AllAnswered:
		return kind == Question
	case Conditions:
		return kind == Condition
	}
	return false
}
