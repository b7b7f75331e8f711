package score

import (
	"cmp"
	"slices"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
)

// InferenceFormat is the value of "format" in an inference.
const InferenceFormat = "hoshitori/inference/1"

// InferOptions are the settings of [Infer]. The zero value speaks of all levels.
type InferOptions struct {
	Target string // level that the inference is limited to; "" takes all
}

// Inference says what answers to some catalogues already decide in another one.
type Inference struct {
	To        catalog.Ref
	Target    string
	From      []catalog.Ref // the editions that were answered
	Items     []Inferred    // one for each item of the catalogue, or of the target level and below, in its order
	Questions []NextQuestion
	Disputes  []Dispute
	Untouched []catalog.ItemID // items that no crosswalk connects with what was answered, not even as related
}

// Inferred is what is known about one item.
type Inferred struct {
	Item    catalog.ItemID
	Verdict Outcome
	Given   bool // the item was answered
	// State is the answer that the verdict amounts to: met, or the unmet or partial of an item that asks the same. It is
	// Unanswered where the item is only known not to be met: how far it is met has to be asked.
	State      catalog.State
	Confidence catalog.Confidence // of the weakest source on the path, unstated if no source on it states one
	Disputed   bool               // the answers contradict each other about it; it is never filled in
	Path       []Step             // from the answers to the item
}

// Step is one link of a path: because of the premises, the conclusion.
type Step struct {
	By         string // the id of a crosswalk, or "id@version>id@version" for a change record
	Record     bool   // By names a change record
	Relation   catalog.Relation
	Reversed   bool // the conclusion is on the left side of the relation
	Premises   []Known
	Conclusion Known
	Rationale  catalog.Text
}

// Known is something that is sure about an item.
type Known struct {
	Catalog catalog.Ref
	Item    catalog.ItemID
	Met     bool          // otherwise it is certainly not met
	State   catalog.State // the answer, where one was given or an item that asks the same has one; else Unanswered
	Given   bool          // it was answered; otherwise it follows from an earlier step
}

// NextQuestion is an item whose answer would settle others.
type NextQuestion struct {
	Catalog catalog.Ref
	Item    catalog.ItemID
	IfMet   int // items of the catalogue in question that become sure if it is answered with met, itself included
	IfUnmet int // the same for unmet
}

// Dispute is an item about which the answers contradict each other.
type Dispute struct {
	Item  catalog.ItemID
	Given bool   // it was answered otherwise than the path says; if not, two paths contradict each other
	Path  []Step // that the item is met; against an answer, what contradicts it; or what leads through a disputed item
}

// Infer computes what the given assessments decide in the catalogue. It depends on nothing but its arguments. Among the
// assessments there may be one of that catalogue itself; there is at most one of each edition.
//
// The rules, in order:
//
//  1. An item is known to be met, or not to be met, if what its answers combine to settles that. What is unknown, does not
//     apply, is compensated or waits for an expert settles nothing.
//  2. A link decides by its relation: from what covers something to what is covered if it is met, and backwards if
//     it is not met. [catalog.Equal] decides both ways, [catalog.Related] nothing. Several items on one side count
//     together: all of them have to be met, and from one of them that is not met nothing follows about the others. An entry
//     with a direction decides that way only, and then partial decides nothing.
//  3. What follows may be the premise of another link. A path is as sure as its weakest part: what rests on a draft or is
//     unverified decides nothing.
//  4. An item that was answered has the verdict of its answer. Only where the answer leaves it open, such as unknown, an
//     inferred verdict stands beside it.
//  5. Where the answers contradict each other, the item is disputed: unmet, and never filled in. The same holds for what
//     follows from nothing but a disputed conclusion. So an answer to one more item can turn a verdict, but never make it
//     open again.
func Infer(given []*assess.Checked, to *catalog.Checked, links Links, options InferOptions) Inference {
	k := newKnowledge(links.all(), given, to)
	inf := Inference{To: to.Ref(), Target: options.Target}
	for _, a := range given {
		inf.From = append(inf.From, a.Catalog().Ref())
	}
	target := len(to.Levels()) - 1
	if options.Target != "" {
		i, ok := to.LevelIndex(options.Target)
		if !ok {
			panic("score: " + to.Ref().String() + " has no level " + options.Target)
		}
		target = i
	}
	facts := k.conclude(k.given, nil)
	undisputed := facts
	if slices.ContainsFunc(facts, disputed) {
		undisputed = k.conclude(k.given, facts)
	}
	var scope []int // nodes of the items in question
	for _, item := range to.Items() {
		if !to.AtLevel(item, target) {
			continue
		}
		at := k.place[node{to.Ref(), item.ID}]
		scope = append(scope, at)
		inferred, dispute := k.verdict(facts, undisputed, at)
		if !inferred.Given && inferred.State != catalog.Unanswered && !to.Allows(item, inferred.State) {
			inferred.State = catalog.Unanswered // the item asks the same, but cannot be answered like that
		}
		inf.Items = append(inf.Items, inferred)
		if dispute != nil {
			inf.Disputes = append(inf.Disputes, *dispute)
		}
	}
	inf.Questions = k.questions(facts, scope)
	touched := links.touched(to.Ref(), inf.From)
	for _, at := range scope {
		if !k.asked[at] && !touched[k.nodes[at].item] {
			inf.Untouched = append(inf.Untouched, k.nodes[at].item)
		}
	}
	return inf
}

// node names an item of an edition.
type node struct {
	catalog catalog.Ref
	item    catalog.ItemID
}

// knowledge is everything that inferences are drawn from. Items are numbered.
type knowledge struct {
	added      []*catalog.Checked // whose items are numbered
	nodes      []node
	confidence []catalog.Confidence // by node: what the item rests on
	place      map[node]int
	given      []fact          // what the answers settle
	asked      []bool          // by node: it has an answer of whatever kind
	spare      []catalog.State // by node: not applicable or compensated, if an expert has accepted that
	mayBe      []bool          // by node: the item belongs to an edition that was answered, or is asked about
	rules      []rule
	links      []link
}

// claim is what can be sure about an item.
type claim uint8

const (
	isMet claim = iota
	notMet
	isUnmet   // not met, and nothing of it is done
	isPartial // not met, and something of it is done
	claims
)

// literal is a claim about an item.
type literal struct {
	at int
	claim
}

// rule is one direction of a link.
type rule struct {
	link       int
	reversed   bool
	premises   []literal
	conclusion literal
}

// fact is a literal that is sure.
type fact struct {
	literal
	rule int // what it follows from, answered if it was answered
}

const answered = -1

// facts are the facts by node and claim, nil where nothing is known.
type facts [][claims]*fact

func (f facts) has(l literal) bool { return f[l.at][l.claim] != nil }

// disputed reports whether an item is both met and not met.
func disputed(known [claims]*fact) bool { return known[isMet] != nil && known[notMet] != nil }

func newKnowledge(links []link, given []*assess.Checked, to *catalog.Checked) *knowledge {
	k := &knowledge{place: map[node]int{}, links: links}
	k.add(to)
	for _, a := range given {
		k.add(a.Catalog())
	}
	for _, l := range links {
		k.add(l.from.c)
		k.add(l.to.c)
	}
	k.asked, k.mayBe, k.spare = make([]bool, len(k.nodes)), make([]bool, len(k.nodes)), make([]catalog.State, len(k.nodes))
	for i, n := range k.nodes {
		k.mayBe[i] = n.catalog == to.Ref() || slices.ContainsFunc(given, func(a *assess.Checked) bool { return a.Catalog().Ref() == n.catalog })
	}
	for _, a := range given {
		k.learn(a)
	}
	for i := range links {
		k.addRules(i)
	}
	return k
}

func (k *knowledge) add(c *catalog.Checked) {
	if slices.Contains(k.added, c) {
		return
	}
	k.added = append(k.added, c)
	for _, item := range c.Items() {
		n := node{c.Ref(), item.ID}
		if _, known := k.place[n]; known {
			continue
		}
		k.place[n] = len(k.nodes)
		k.nodes, k.confidence = append(k.nodes, n), append(k.confidence, item.Clause.Confidence)
	}
}

// learn takes in what the answers of an assessment settle.
func (k *knowledge) learn(a *assess.Checked) {
	c := a.Catalog()
	for i, item := range c.Items() {
		at := k.place[node{c.Ref(), item.ID}]
		k.asked[at] = k.asked[at] || len(a.AnswersTo(i)) > 0
		o := outcomeOf(a, i)
		know := func(c claim) { k.given = append(k.given, fact{literal{at, c}, answered}) }
		switch settled := o.settled(); {
		case o.accepted():
			k.spare[at] = settled
		case settled == catalog.Met:
			know(isMet)
		case settled == catalog.Partial:
			know(notMet)
			know(isPartial)
		case o.rejected() && o.state != catalog.Unmet:
			know(notMet) // the answer does not stand; that does not mean that nothing is done
		case settled == catalog.Unmet, o.best == catalog.Unmet:
			know(notMet)
			know(isUnmet)
		case o.best == catalog.Partial:
			know(notMet) // one respondent knows that, whatever the others do not know
		}
	}
}

// addRules adds what a link decides in either direction.
func (k *knowledge) addRules(at int) {
	l := k.links[at]
	if !k.sure(l.from) || !k.sure(l.to) {
		return
	}
	if l.relation == catalog.Covers || l.relation == catalog.Equal {
		k.addDirection(at, l.from, l.to, false)
	}
	if l.relation == catalog.PartOf || l.relation == catalog.Equal {
		k.addDirection(at, l.to, l.from, true)
	}
}

// addDirection adds that the wider side decides the narrower one: met goes down, not met goes up.
func (k *knowledge) addDirection(at int, wide, narrow side, reversed bool) {
	direction := k.links[at].direction
	down, up := direction == catalog.BothWays || (direction == catalog.Backward) == reversed, direction == catalog.BothWays || (direction == catalog.Forward) == reversed
	premises := make([]literal, len(wide.items))
	for i, id := range wide.items {
		premises[i] = literal{k.place[node{wide.c.Ref(), id}], isMet}
	}
	for _, id := range narrow.items {
		n := k.place[node{narrow.c.Ref(), id}]
		if down {
			k.rules = append(k.rules, rule{at, reversed, premises, literal{n, isMet}})
		}
		if !up || len(wide.items) > 1 {
			continue
		}
		add := func(from, to claim) {
			k.rules = append(k.rules, rule{at, !reversed, []literal{{n, from}}, literal{premises[0].at, to}})
		}
		if direction != catalog.BothWays {
			add(isUnmet, notMet) // in one direction only, partial decides nothing
			continue
		}
		add(notMet, notMet)
		if k.links[at].relation == catalog.Equal && len(narrow.items) == 1 {
			add(isUnmet, isUnmet)
			add(isPartial, isPartial)
		}
	}
}

// sure reports whether the items of a side rest on more than a draft or hearsay.
func (k *knowledge) sure(s side) bool {
	for _, id := range s.items {
		confidence := k.confidence[k.place[node{s.c.Ref(), id}]]
		if confidence == catalog.FromDraft || confidence == catalog.Unverified {
			return false
		}
	}
	return true
}

// conclude returns everything that follows from the facts, each in the fewest rounds. Nothing follows from a conclusion
// that is disputed in doubted, which may be nil.
func (k *knowledge) conclude(given []fact, doubted facts) facts {
	known := make(facts, len(k.nodes))
	lacks := func(l literal) bool {
		f := known[l.at][l.claim]
		return f == nil || f.rule != answered && doubted != nil && disputed(doubted[l.at])
	}
	for i := range given {
		known[given[i].at][given[i].claim] = &given[i]
	}
	for {
		var found []*fact
		for i := range k.rules {
			r := &k.rules[i]
			if !known.has(r.conclusion) && !slices.ContainsFunc(r.premises, lacks) {
				found = append(found, &fact{r.conclusion, i})
			}
		}
		if len(found) == 0 {
			return known
		}
		// Only now, so that a path takes no longer than it has to. Of two in one round the first stands.
		for _, f := range found {
			if !known.has(f.literal) {
				known[f.at][f.claim] = f
			}
		}
	}
}

// verdict says what is known about an item of the catalogue in question.
func (k *knowledge) verdict(known, undisputed facts, at int) (Inferred, *Dispute) {
	out := Inferred{Item: k.nodes[at].item, Verdict: OutcomeOpen, Given: k.asked[at]}
	met, not := known[at][isMet], known[at][notMet]
	switch {
	case k.spare[at] != catalog.Unanswered:
		out.Verdict, out.State = OutcomeMet, k.spare[at]
		return out, nil
	case met != nil && met.rule == answered:
		out.Verdict, out.State = OutcomeMet, catalog.Met
		return k.against(known, out, not)
	case not != nil && not.rule == answered:
		out.Verdict, out.State = OutcomeUnmet, stateOf(answersOf(known[at]))
		return k.against(known, out, met)
	case met != nil && not != nil:
		out.Verdict, out.Disputed, out.Path = OutcomeUnmet, true, k.path(known, not)
		out.Confidence = k.weakest(known, not)
		return out, &Dispute{Item: out.Item, Path: k.path(known, met)}
	case (met != nil || not != nil) && undisputed[at][isMet] == nil && undisputed[at][notMet] == nil:
		out.Verdict, out.Disputed = OutcomeUnmet, true
		return out, &Dispute{Item: out.Item, Path: k.path(known, cmp.Or(met, not))}
	}
	return k.inferred(out, undisputed[at], undisputed), nil
}

// inferred completes the verdict on an item that was not answered and about which nothing is disputed.
func (k *knowledge) inferred(out Inferred, own [claims]*fact, undisputed facts) Inferred {
	out.State = stateOf(own)
	because := own[isMet]
	switch {
	case own[notMet] != nil:
		out.Verdict, because = OutcomeUnmet, own[notMet]
		for _, c := range []claim{isUnmet, isPartial} {
			if own[c] != nil && out.State != catalog.Unanswered {
				because = own[c]
			}
		}
	case own[isMet] != nil:
		out.Verdict = OutcomeMet
	default:
		return out
	}
	out.Path = k.path(undisputed, because)
	out.Confidence = k.weakest(undisputed, because)
	return out
}

// against completes the verdict on an item that was answered. The answer stands; what contradicts it is disputed.
func (k *knowledge) against(known facts, out Inferred, other *fact) (Inferred, *Dispute) {
	if other == nil {
		return out, nil
	}
	out.Disputed = true
	return out, &Dispute{Item: out.Item, Given: true, Path: k.path(known, other)}
}

// answersOf returns those of the facts that were answered.
func answersOf(known [claims]*fact) [claims]*fact {
	for c, f := range known {
		if f != nil && f.rule != answered {
			known[c] = nil
		}
	}
	return known
}

// stateOf returns the answer that is sure, Unanswered where it is not known how far the item is met.
func stateOf(known [claims]*fact) catalog.State {
	switch unmet, partial := known[isUnmet] != nil, known[isPartial] != nil; {
	case known[notMet] == nil && known[isMet] != nil:
		return catalog.Met
	case unmet && !partial:
		return catalog.Unmet
	case partial && !unmet:
		return catalog.Partial
	}
	return catalog.Unanswered
}

// path returns the steps that lead to a fact, premises before what follows from them, each once.
func (k *knowledge) path(known facts, to *fact) []Step {
	var steps []Step
	k.walk(known, to, func(f *fact) {
		if f.rule == answered {
			return
		}
		r := &k.rules[f.rule]
		l := k.links[r.link]
		step := Step{By: l.by, Record: l.record, Relation: l.relation, Reversed: r.reversed, Conclusion: k.known(known, f), Rationale: l.rationale}
		for _, p := range r.premises {
			step.Premises = append(step.Premises, k.known(known, known[p.at][p.claim]))
		}
		steps = append(steps, step)
	})
	return steps
}

// walk visits what a fact rests on and then the fact itself, each once.
func (k *knowledge) walk(known facts, to *fact, visit func(*fact)) {
	done := map[literal]bool{}
	var walk func(f *fact)
	walk = func(f *fact) {
		if done[f.literal] {
			return
		}
		done[f.literal] = true
		if f.rule != answered {
			for _, p := range k.rules[f.rule].premises {
				walk(known[p.at][p.claim])
			}
		}
		visit(f)
	}
	walk(to)
}

func (k *knowledge) known(known facts, f *fact) Known {
	n := k.nodes[f.at]
	out := Known{Catalog: n.catalog, Item: n.item, Met: f.claim == isMet, Given: f.rule == answered}
	if out.Met {
		out.State = catalog.Met
	} else {
		own := known[f.at]
		if out.Given {
			own = answersOf(own)
		}
		own[isMet] = nil // of the side that the fact is on
		out.State = stateOf(own)
	}
	return out
}

// weakest returns the weakest confidence that the sources of the items and change records state on which a fact rests.
func (k *knowledge) weakest(known facts, of *fact) catalog.Confidence {
	var weakest catalog.Confidence
	k.walk(known, of, func(f *fact) {
		// The constants stand from the strongest to the weakest.
		weakest = max(weakest, k.confidence[f.at])
		if f.rule != answered {
			weakest = max(weakest, k.links[k.rules[f.rule].link].confidence)
		}
	})
	return weakest
}

// questions returns the items without an answer that would settle more than themselves, the most useful first.
func (k *knowledge) questions(known facts, scope []int) []NextQuestion {
	inScope := make([]bool, len(k.nodes))
	for _, at := range scope {
		inScope[at] = k.spare[at] == catalog.Unanswered // what an expert has accepted is sure already
	}
	var out []NextQuestion
	for at := range k.nodes {
		if k.asked[at] || !k.mayBe[at] || known[at][isMet] != nil || known[at][notMet] != nil {
			continue
		}
		q := NextQuestion{Catalog: k.nodes[at].catalog, Item: k.nodes[at].item,
			IfMet:   k.settles(known, inScope, literal{at, isMet}),
			IfUnmet: k.settles(known, inScope, literal{at, notMet}, literal{at, isUnmet})}
		own := 0
		if inScope[at] {
			own = 1
		}
		if q.IfMet > own || q.IfUnmet > own {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b NextQuestion) int { return b.IfMet + b.IfUnmet - a.IfMet - a.IfUnmet })
	return out
}

// settles counts the items in scope that become sure with more facts.
func (k *knowledge) settles(known facts, inScope []bool, more ...literal) int {
	added := map[literal]bool{}
	for _, l := range more {
		added[l] = true
	}
	has := func(l literal) bool { return added[l] || known.has(l) }
	for again := true; again; {
		again = false
		for i := range k.rules {
			r := &k.rules[i]
			if !has(r.conclusion) && !slices.ContainsFunc(r.premises, func(l literal) bool { return !has(l) }) {
				added[r.conclusion] = true
				again = true
			}
		}
	}
	settled := map[int]bool{}
	for l := range added {
		if inScope[l.at] && known[l.at][isMet] == nil && known[l.at][notMet] == nil {
			settled[l.at] = true
		}
	}
	return len(settled)
}

// Count returns how many items have that verdict and were not answered, and whether the verdict was inferred.
func (inf *Inference) Count(verdict Outcome) int {
	n := 0
	for _, item := range inf.Items {
		if !item.Given && item.Verdict == verdict {
			n++
		}
	}
	return n
}

// Fill answers the items of the document that were inferred. An answer that is there is never replaced, an item that is
// disputed or only known not to be met is left alone, and each answer says where it comes from. It returns the items that
// it answered.
func (inf *Inference) Fill(d *assess.Document) []catalog.ItemID {
	var filled []catalog.ItemID
	for _, item := range inf.Items {
		if item.Given || item.Disputed || item.State == catalog.Unanswered ||
			slices.ContainsFunc(d.Answers, func(a assess.Answer) bool { return a.Item == item.Item }) {
			continue
		}
		d.Set(assess.Answer{Item: item.Item, State: item.State, Inferred: item.provenance()})
		filled = append(filled, item.Item)
	}
	return filled
}

// provenance returns the answers and links that an inferred verdict rests on.
func (item *Inferred) provenance() *assess.Inferred {
	out := &assess.Inferred{}
	for _, step := range item.Path {
		if !slices.Contains(out.Crosswalks, step.By) {
			out.Crosswalks = append(out.Crosswalks, step.By)
		}
		for _, p := range step.Premises {
			from := assess.InferredFrom{Catalog: assess.CatalogRef{ID: p.Catalog.ID, Version: p.Catalog.Version}, Item: p.Item, State: p.State}
			if p.Given && !slices.Contains(out.From, from) {
				out.From = append(out.From, from)
			}
		}
	}
	return out
}
