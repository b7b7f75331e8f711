package catalog

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// Compile makes a whole catalogue of an extension and its base. Beside the catalogue it returns the crosswalk from it to
// the base, so that answers to one serve for the other. Both are nil if the problems are not OK. The problems name places
// in the extension; so do those that further checks of the whole, such as lint.Source, find in what is not the base's.
//
// The rules, in order:
//
//  1. The extension names this base, and a level of it where it takes only a part.
//  2. A change is of an item that is taken, there is one for each item, and it sets only what may be set.
//  3. What asks less than the base is declared as weakened or removed; the compiler then names each of these with a
//     warning, in the item's notes and in the fact "extension.weakened". What is not declared is an error.
//  4. Where the base has points, no question is added: it would change what a score means.
//  5. The whole is a catalogue by the rules of [Check].
func Compile(e *Extension, base *Checked, hash Hash, further ...func(*Source) problem.List) (*Checked, *CrosswalkSource, problem.List) {
	k := &compiler{e: e, base: base, changes: map[ItemID]int{}}
	if k.open(); !k.r.Problems().OK() {
		return nil, nil, k.r.Problems()
	}
	k.takeBase()
	k.addOwn()
	k.addFacts()
	checked, problems := Check(&k.out, hash)
	for _, p := range problems {
		k.report(p.Kind, k.pointerInExtension(p.Pointer), p.Args...)
	}
	if all := k.r.Problems(); !all.OK() || checked == nil {
		return nil, nil, all
	}
	k.dropTerms(checked)
	for _, look := range further {
		for _, p := range look(&k.out) {
			if pointer := k.pointerInExtension(p.Pointer); pointer != ofBase {
				k.report(p.Kind, pointer, p.Args...)
			}
		}
	}
	checked, _ = Check(&k.out, hash) // with fewer terms it is as right as before
	return checked, k.crosswalk(), k.r.Problems()
}

type compiler struct {
	e         *Extension
	base      *Checked
	r         jsondoc.Reader
	upTo      int            // the last level of the base that is taken
	changes   map[ItemID]int // by item of the base
	out       Source
	origin    []string // by item of the catalogue: its pointer in the extension, "" for what is the base's
	weakened  []ItemID
	generated int // how many facts the compiler added at the end
}

func (k *compiler) report(kind *problem.Kind, pointer string, args ...lang.Arg) {
	k.r.Report(kind, positionOf(k.e.read, pointer), pointer, args...)
}

// open checks what the extension says about its base.
func (k *compiler) open() {
	e, ref := k.e, k.base.Ref()
	if e.Base.Ref() != ref {
		k.report(OtherEditionKind, "/extends", lang.Value("got", e.Base.Ref().String()), lang.Value("want", ref.String()))
		return
	}
	if e.Head.ID == ref.ID {
		k.report(OwnIDKind, "/id", lang.Value("id", string(e.Head.ID)))
	}
	k.upTo = len(k.base.source.Levels) - 1
	if e.Base.UpTo != "" {
		at, ok := k.base.LevelIndex(e.Base.UpTo)
		if !ok {
			k.report(NoSuchKind, "/extends/upTo", lang.Value("id", e.Base.UpTo), lang.Arg{Name: "what", Text: inLevels})
			return
		}
		k.upTo = at
	}
	for i := range e.Changes {
		k.openChange(i)
	}
	for i, item := range e.Head.Items {
		if k.base.HasPoints() && item.Kind == Question {
			k.report(AddedPointsKind, pointerTo("items", i)+"/kind", lang.Value("item", string(item.ID)), lang.Value("base", ref.String()))
		}
		if k.takes(item.ID) {
			k.report(DuplicateIDKind, pointerTo("items", i)+"/id", lang.Value("id", string(item.ID)))
		}
	}
}

// takes reports whether the item of the base becomes one of the catalogue.
func (k *compiler) takes(id ItemID) bool {
	item, ok := k.base.Item(id)
	change, changed := k.changes[id]
	return ok && k.base.AtLevel(item, k.upTo) && !(changed && k.e.Changes[change].Kind == Removed)
}

func (k *compiler) openChange(i int) {
	c := &k.e.Changes[i]
	p := pointerTo("changes", i)
	reporter(k.report).text(p+"/rationale", "rationale", c.Rationale)
	if !slices.ContainsFunc(k.e.Head.Documents, func(d Document) bool { return d.ID == c.Clause.Document }) {
		k.report(NoSuchKind, p+"/source/id", lang.Value("id", c.Clause.Document), lang.Arg{Name: "what", Text: inSources})
	}
	if c.Kind == ItemChangeUnstated || int(c.Kind) >= len(itemChangeCodes) {
		k.report(StatedKind, p+"/kind", lang.Value("name", "kind"), jsondoc.Allowed(itemChangeCodes))
	}
	item, ok := k.base.Item(c.Item)
	if !ok || !k.base.AtLevel(item, k.upTo) {
		k.report(NoSuchKind, p+"/item", lang.Value("id", string(c.Item)), lang.Arg{Name: "what", Text: lang.Text{
			JA: k.base.Ref().String() + "の項目", EN: "items of " + k.base.Ref().String()}})
		return
	}
	if _, twice := k.changes[c.Item]; twice {
		k.report(TwiceChangedKind, p+"/item", lang.Value("item", string(c.Item)), lang.Value("catalog", k.base.Ref().String()))
		return
	}
	k.changes[c.Item] = i
	for _, m := range c.Members {
		if !slices.Contains(settable, m) {
			k.report(NotSettableKind, p+"/set/"+jsondoc.EscapePointer(m), lang.Value("name", m), jsondoc.Allowed(settable))
		}
	}
	if (c.Kind == Removed) != (len(c.Members) == 0) {
		k.report(EmptyChangeKind, p, lang.Value("item", string(c.Item)), lang.Value("kind", c.Kind.String()))
	}
	k.weigh(p, c, item)
}

// weigh holds what a change promises against what it does.
func (k *compiler) weigh(p string, c *ItemChange, item Item) {
	weaker := c.weakenings(item, c.apply(item), k.levelIndex)
	args := []lang.Arg{lang.Value("item", string(c.Item)), lang.Value("kind", c.Kind.String()),
		lang.Value("members", strings.Join(weaker, ", ")), lang.Value("base", k.base.Ref().String())}
	switch declared := c.Kind == Weakened || c.Kind == Removed; {
	case declared && len(weaker) > 0:
		k.weakened = append(k.weakened, c.Item)
		k.report(WeakenedKind, p, args...)
	case declared:
		// A program cannot see that other words ask less, but the author says so.
		k.weakened = append(k.weakened, c.Item)
		args[2] = lang.Value("members", strings.Join(c.Members, ", "))
		k.report(WeakenedKind, p, args...)
	case len(weaker) > 0:
		k.report(WeakeningKind, p, args...)
	}
}

// levelIndex returns the place of a level, of the base or of the extension; a level that does not exist is above all.
func (k *compiler) levelIndex(id string) int {
	if at, ok := k.base.LevelIndex(id); ok {
		return at
	}
	return len(k.base.source.Levels) + slices.IndexFunc(k.e.Head.Levels, func(l Level) bool { return l.ID == id })
}

func (k *compiler) takeBase() {
	b := &k.base.source
	k.out = k.e.Head
	k.out.read = nil
	k.out.Documents = slices.Clone(b.Documents)
	// What the base says about its own edition would be wrong about this one.
	k.out.Facts = slices.DeleteFunc(slices.Clone(b.Facts), func(f Fact) bool { return strings.HasPrefix(f.Key, "edition.") })
	for i := range k.out.Facts {
		// The base may itself be an extension; what it says about its own base stays true of it.
		if f := &k.out.Facts[i]; strings.HasPrefix(f.Key, "extension.") {
			f.Key += "." + string(b.ID)
			f.Value.JA, f.Value.EN = b.Ref().String()+"について："+f.Value.JA, "About "+b.Ref().String()+": "+f.Value.EN
		}
	}
	k.out.Terms = slices.Clone(b.Terms)
	k.out.Choices, k.out.Bands = b.Choices, b.Bands
	k.out.Levels = slices.Clone(b.Levels[:k.upTo+1])
	k.out.Items = nil
	taken := map[ItemID]bool{}
	for _, item := range b.Items {
		if !k.takes(item.ID) {
			continue
		}
		origin := ""
		if change, changed := k.changes[item.ID]; changed {
			c := &k.e.Changes[change]
			item = c.apply(item)
			if c.Kind == Weakened {
				item.Notes = append(slices.Clone(item.Notes), weakenedNote(c, k.base.Ref()))
			}
			origin = pointerTo("changes", change)
		}
		taken[item.ID] = true
		k.out.Items, k.origin = append(k.out.Items, item), append(k.origin, origin)
	}
	// A reference to what is not taken would lead nowhere.
	gone := func(id ItemID) bool { return !taken[id] }
	for i := range k.out.Items {
		k.out.Items[i].Refers = slices.DeleteFunc(slices.Clone(k.out.Items[i].Refers), gone)
	}
	k.out.Requirements = nil
	for _, r := range b.Requirements {
		r.Items = slices.DeleteFunc(slices.Clone(r.Items), gone)
		if len(r.Items) > 0 {
			k.out.Requirements = append(k.out.Requirements, r)
		}
	}
	k.out.Sections = k.sectionsInUse(b.Sections)
}

// sectionsInUse returns the sections of the base that hold something of what was taken or added.
func (k *compiler) sectionsInUse(sections []Section) []Section {
	used := map[string]bool{}
	for _, item := range k.out.Items {
		used[item.Section] = true
	}
	for _, r := range k.out.Requirements {
		used[r.Section] = true
	}
	// What the extension adds may stand in a section of the base that is empty otherwise.
	for _, s := range k.e.Head.Sections {
		used[s.Parent] = true
	}
	for _, r := range k.e.Head.Requirements {
		used[r.Section] = true
	}
	for _, item := range k.e.Head.Items {
		used[item.Section] = true
	}
	for i := len(sections) - 1; i >= 0; i-- { // a parent stands before its sections
		if used[sections[i].ID] {
			used[sections[i].Parent] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(sections), func(s Section) bool { return !used[s.ID] })
}

func weakenedNote(c *ItemChange, base Ref) Text {
	return Text{
		JA: "この版では、元の基準（" + base.String() + "）より緩めています。理由：" + c.Rationale.JA,
		EN: "This edition asks less than its base (" + base.String() + "). Reason: " + c.Rationale.EN}
}

// addOwn adds what is the extension's own. An item of a requirement of the base stands behind that requirement's items.
func (k *compiler) addOwn() {
	h := &k.e.Head
	k.out.Documents = append(k.out.Documents, h.Documents...)
	k.out.Facts = append(k.out.Facts, h.Facts...)
	k.out.Terms = append(k.out.Terms, h.Terms...)
	k.out.Levels = append(k.out.Levels, h.Levels...)
	k.out.Sections = append(k.out.Sections, h.Sections...)
	for i := range k.out.Requirements {
		r := &k.out.Requirements[i]
		for _, item := range h.Items {
			if item.Requirement == r.ID {
				r.Items = append(r.Items, item.ID)
			}
		}
	}
	k.out.Requirements = append(k.out.Requirements, h.Requirements...)
	for i, item := range h.Items {
		at := len(k.out.Items)
		if item.Requirement != "" {
			for j := range k.out.Items {
				if k.out.Items[j].Requirement == item.Requirement {
					at = j + 1
				}
			}
		}
		k.out.Items = slices.Insert(k.out.Items, at, item)
		k.origin = slices.Insert(k.origin, at, pointerTo("items", i))
	}
}

// addFacts says in the catalogue itself what it was made of.
func (k *compiler) addFacts() {
	base := k.base.Ref().String()
	part := Text{}
	if k.e.Base.UpTo != "" {
		title := k.base.source.Levels[k.upTo].Title
		part = Text{JA: "の「" + title.JA + "」まで", EN: " up to \"" + title.EN + "\""}
	}
	n := strconv.Itoa
	changed := len(k.e.Changes) - len(k.weakened)
	k.out.Facts = append(k.out.Facts, Fact{Key: "extension.base", Confidence: Official, Value: Text{
		JA: base + part.JA + "を土台にした版です。加えた項目は" + n(len(k.e.Head.Items)) + "件、厳しくしたか言い換えた項目は" + n(changed) + "件、緩めたか外した項目は" + n(len(k.weakened)) + "件です。",
		EN: "Made on the base of " + base + part.EN + ": " + n(len(k.e.Head.Items)) + " items added, " + n(changed) + " sharpened or reworded, " + n(len(k.weakened)) + " weakened or removed."}})
	k.generated = 1
	if len(k.weakened) == 0 {
		return
	}
	k.generated = 2
	ids := make([]string, len(k.weakened))
	for i, id := range k.weakened {
		ids[i] = string(id)
	}
	k.out.Facts = append(k.out.Facts, Fact{Key: "extension.weakened", Confidence: Official, Value: Text{
		JA: "元の基準より緩めたか外した項目：" + strings.Join(ids, "、") + "。この版を満たしても、元の基準を満たしたことにはなりません。",
		EN: "Weakened or removed against the base: " + strings.Join(ids, ", ") + ". Meeting this edition does not mean that the base is met."}})
}

// dropTerms leaves out the terms of the base that no text says any more.
func (k *compiler) dropTerms(c *Checked) {
	used := map[string]bool{}
	for queue := c.source.texts(); len(queue) > 0; queue = queue[1:] {
		for _, l := range []lang.Lang{lang.JA, lang.EN} {
			for _, t := range c.TermsIn(l, queue[0].In(l)) {
				if !used[t.ID] {
					used[t.ID] = true
					queue = append(queue, t.Meaning) // which may need a term itself
				}
			}
		}
	}
	base := len(k.base.source.Terms)
	k.out.Terms = append(slices.DeleteFunc(slices.Clone(k.out.Terms[:base]), func(t Term) bool { return !used[t.ID] }), k.out.Terms[base:]...)
}

// texts returns everything that a catalogue says, without its glossary.
func (s *Source) texts() []Text {
	out := []Text{s.Title}
	for _, f := range s.Facts {
		out = append(out, f.Value)
	}
	for _, c := range s.Choices {
		out = append(out, c.Label, c.Advice)
	}
	for _, b := range s.Bands {
		out = append(out, b.Title, b.Advice)
	}
	for _, l := range s.Levels {
		out = append(out, l.Title)
	}
	for _, section := range s.Sections {
		out = append(out, section.Title)
	}
	for _, r := range s.Requirements {
		out = append(out, r.Title)
	}
	for i := range s.Items {
		item := &s.Items[i]
		out = append(out, item.Text, item.Why, item.FirstStep)
		out = slices.Concat(out, item.DoneWhen, item.PartialWhen, item.DrillDown, item.Evidence, item.Notes)
		for _, o := range item.Options {
			out = append(out, o.Text)
		}
		for _, c := range item.Choices {
			out = append(out, c.Label, c.Advice)
		}
	}
	return out
}

// ofBase is the place in an extension of everything that is not its own.
const ofBase = "/extends"

// pointerInExtension translates a place in the catalogue into the place in the extension that it came from.
func (k *compiler) pointerInExtension(pointer string) string {
	list, rest, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	number, rest, _ := strings.Cut(rest, "/")
	at, err := strconv.Atoi(number)
	if err != nil {
		return pointer
	}
	if rest != "" {
		rest = "/" + rest
	}
	b := &k.base.source
	if list == "facts" && at >= len(k.out.Facts)-k.generated {
		return ofBase
	}
	own := map[string]int{"sources": len(b.Documents), "facts": len(k.out.Facts) - len(k.e.Head.Facts) - k.generated, "terms": len(k.out.Terms) - len(k.e.Head.Terms), "levels": k.upTo + 1,
		"sections": len(k.out.Sections) - len(k.e.Head.Sections), "requirements": len(k.out.Requirements) - len(k.e.Head.Requirements)}
	if first, ok := own[list]; ok && at >= first {
		return pointerTo(list, at-first) + rest
	}
	if list != "items" || at >= len(k.origin) || k.origin[at] == "" {
		return ofBase
	}
	if strings.HasPrefix(k.origin[at], "/changes/") {
		return k.origin[at] + "/set" + rest
	}
	return k.origin[at] + rest
}

// crosswalk returns what the items of the extension decide about those of the base.
func (k *compiler) crosswalk() *CrosswalkSource {
	ref, base := k.out.Ref(), k.base.Ref()
	s := &CrosswalkSource{
		ID: ref.ID + "-" + base.ID, From: EditionOf(ref), To: EditionOf(base),
		Title:  Text{JA: ref.String() + " と、土台の " + base.String(), EN: ref.String() + " and its base " + base.String()},
		Author: Text{JA: ref.String() + " の定義から作った対応表です", EN: "Made from the definition of " + ref.String()}}
	for i, item := range k.out.Items {
		if k.origin[i] != "" && !strings.HasPrefix(k.origin[i], "/changes/") {
			continue
		}
		entry := CrosswalkEntry{From: []ItemID{item.ID}, To: []ItemID{item.ID}, Relation: Equal,
			Rationale: Text{JA: "土台の項目をそのまま使っています。", EN: "The item of the base is used as it is."}}
		if at, changed := k.changes[item.ID]; changed {
			entry.Relation = k.relation(&k.e.Changes[at])
			entry.Rationale = relationText(entry.Relation, k.e.Changes[at].Rationale)
		}
		s.Entries = append(s.Entries, entry)
	}
	return s
}

// relationText says how a changed item stands to that of the base, before the author's reason for the change.
func relationText(r Relation, reason Text) Text {
	out := Text{JA: "この版では、土台の項目と違うことを求めています。", EN: "This edition asks something else than the item of the base."}
	switch r {
	case Equal:
		out = Text{JA: "この版では、土台の項目と同じことを、別の言葉で求めています。", EN: "This edition asks the same as the item of the base, in other words."}
	case Covers:
		out = Text{JA: "この版では、土台の項目が求めることのすべてと、それ以上を求めています。", EN: "This edition asks all that the item of the base asks, and more."}
	case PartOf:
		out = Text{JA: "この版では、土台の項目より少なく求めています。", EN: "This edition asks less than the item of the base."}
	}
	return Text{JA: out.JA + "理由：" + reason.JA, EN: out.EN + " Reason: " + reason.EN}
}

func (k *compiler) relation(c *ItemChange) Relation {
	item, _ := k.base.Item(c.Item)
	changed := c.apply(item)
	stricter, _ := strictness(&item, &changed)
	switch c.Kind {
	case RewordedItem:
		// Sentences that stand for others are what was announced. Whatever else asks more than the base is not met with it.
		if slices.ContainsFunc(stricter, func(m string) bool { return m != "doneWhen" || len(item.DoneWhen) != len(changed.DoneWhen) }) {
			return Covers
		}
		return Equal
	case Sharpened:
		return Covers
	}
	if len(stricter) == 0 {
		return PartOf
	}
	return Related
}
