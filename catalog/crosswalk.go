package catalog

import (
	"slices"
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// CrosswalkFormat is the value of "format" in a crosswalk.
const CrosswalkFormat = "hoshitori/crosswalk/1"

// CrosswalkSource is a crosswalk as its author wrote it: which items of one catalogue say something about items of
// another. It may be wrong in every way; [CheckCrosswalk] says how.
type CrosswalkSource struct {
	ID        ID
	Title     Text
	From, To  Edition
	Author    Text // whose judgement it is
	Reviewed  Date // when somebody last went through it
	Documents []Document
	Entries   []CrosswalkEntry
	Ext       Ext

	read *jsondoc.Value
}

// CrosswalkEntry relates all items of From together to all items of To together.
type CrosswalkEntry struct {
	From      []ItemID
	Relation  Relation
	Direction Direction // in which the author vouches for the relation
	To        []ItemID
	Rationale Text // what is the same, and what one side lacks
	Ext       Ext
}

// Relation says what an entry of a crosswalk decides, read in the direction from → to. The zero value means "not stated"
// and is refused.
type Relation uint8

// The values of [Relation].
const (
	RelationUnstated Relation = iota
	Equal                     // both decide each other
	Covers                    // who has met all of From has met each of To
	PartOf                    // who has met all of To has met each of From
	Related                   // the same topic; decides nothing
)

var relationCodes = []string{"", "equal", "covers", "part_of", "related"}

// String returns the code that files use, "" for the zero value.
func (v Relation) String() string { return jsondoc.CodeOf(relationCodes, uint8(v)) }

// RelationCodes lists the codes that files use, in the order of the constants and without the zero value.
func RelationCodes() []string { return append([]string(nil), relationCodes[1:]...) }

// Direction says which way an entry may be used. The zero value is [BothWays].
type Direction uint8

// The values of [Direction].
const (
	BothWays Direction = iota // the relation holds in full
	// Forward: from answers to From something follows for To, and nothing backwards. Only met and unmet count: an answer
	// "partial" decides nothing. So "A is part of B, forward" says no more than this: where nothing of A is done, B cannot be met.
	Forward
	Backward // the same from To to From
)

var directionCodes = []string{"both", "forward", "backward"}

// String returns the code that files use; no file writes that of [BothWays].
func (v Direction) String() string { return jsondoc.CodeOf(directionCodes, uint8(v)) }

// DirectionCodes lists the codes that files use, in the order of the constants.
func DirectionCodes() []string { return append([]string(nil), directionCodes...) }

// Crosswalk is a crosswalk that [CheckCrosswalk] or [CheckCrosswalkToGuide] has found to be right. It does not change and
// may be used by several goroutines.
type Crosswalk struct {
	source   CrosswalkSource
	from, to *Checked
}

// ID returns the name of the crosswalk.
func (c *Crosswalk) ID() ID { return c.source.ID }

// Title returns what the crosswalk connects.
func (c *Crosswalk) Title() Text { return c.source.Title }

// Author returns whose judgement the crosswalk is.
func (c *Crosswalk) Author() Text { return c.source.Author }

// Reviewed returns when somebody last went through the crosswalk, "" if it does not say.
func (c *Crosswalk) Reviewed() Date { return c.source.Reviewed }

// From returns the catalogue on the left side.
func (c *Crosswalk) From() *Checked { return c.from }

// To returns the catalogue on the right side, nil if that is a guide.
func (c *Crosswalk) To() *Checked { return c.to }

// ToRef returns the name of the catalogue or guide on the right side.
func (c *Crosswalk) ToRef() Ref { return c.source.To.Ref() }

// Entries returns the entries in the order of the file.
func (c *Crosswalk) Entries() []CrosswalkEntry { return slices.Clone(c.source.Entries) }

// JSON returns the crosswalk in canonical form (RFC 8785).
func (c *Crosswalk) JSON() []byte { return c.source.JSON() }

// ParseCrosswalk reads a crosswalk. The source holds whatever could be read; use it only if the problems are OK.
func ParseCrosswalk(data []byte) (*CrosswalkSource, problem.List) {
	s := &CrosswalkSource{}
	var problems problem.List
	s.read, problems = jsondoc.Read(data, CrosswalkFormat, s.parse)
	return s, problems
}

func (s *CrosswalkSource) parse(f *jsondoc.Fields) {
	f.Require("id", "title", "from", "to", "author", "entries")
	s.ID = ID(f.String("id"))
	s.Title = f.Text("title")
	s.From, s.To = parseEdition(f.Fields("from")), parseEdition(f.Fields("to"))
	s.Author = f.Text("author")
	s.Reviewed = Date(f.Date("reviewed"))
	s.Documents = jsondoc.Each(f, "sources", parseDocument)
	s.Entries = jsondoc.Each(f, "entries", parseCrosswalkEntry)
	s.Ext = Ext(f.Ext())
	f.Close()
}

func parseCrosswalkEntry(f *jsondoc.Fields) CrosswalkEntry {
	f.Require("from", "relation", "to", "rationale")
	return CrosswalkEntry{From: itemIDs(f.Strings("from")), Relation: Relation(code(f, "relation", relationCodes)),
		Direction: Direction(code(f, "direction", directionCodes)), To: itemIDs(f.Strings("to")), Rationale: f.Text("rationale"), Ext: Ext(f.Ext())}
}

// JSON returns the crosswalk in canonical form (RFC 8785). Reading it back gives an equal source.
func (s *CrosswalkSource) JSON() []byte { return jsondoc.AppendCanonical(nil, s.value()) }

func (s *CrosswalkSource) value() jsondoc.Value {
	var b jsondoc.Builder
	b.String("format", CrosswalkFormat)
	b.String("id", string(s.ID))
	b.Set("title", jsondoc.Texts(s.Title))
	b.Set("from", editionValue(s.From))
	b.Set("to", editionValue(s.To))
	b.Set("author", jsondoc.Texts(s.Author))
	b.OptString("reviewed", string(s.Reviewed))
	if len(s.Documents) > 0 {
		b.Set("sources", jsondoc.ArrayOf(s.Documents, documentValue))
	}
	b.Set("entries", jsondoc.ArrayOf(s.Entries, func(e CrosswalkEntry) jsondoc.Value {
		var b jsondoc.Builder
		b.Set("from", jsondoc.ArrayOf(e.From, itemIDValue))
		b.String("relation", e.Relation.String())
		if e.Direction != BothWays {
			b.String("direction", e.Direction.String())
		}
		b.Set("to", jsondoc.ArrayOf(e.To, itemIDValue))
		b.Set("rationale", jsondoc.Texts(e.Rationale))
		b.OptExt(string(e.Ext))
		return b.Value()
	}))
	b.OptExt(string(s.Ext))
	return b.Value()
}

// LoadCrosswalk reads a crosswalk between two catalogues and checks it. It is nil if the problems are not OK.
func LoadCrosswalk(data []byte, from, to *Checked) (*Crosswalk, problem.List) {
	s, problems := ParseCrosswalk(data)
	if !problems.OK() {
		return nil, problems
	}
	c, more := CheckCrosswalk(s, from, to)
	return c, append(problems, more...)
}

// CheckCrosswalk checks a crosswalk against both catalogues. It reports every problem it finds and returns nil if one of
// them is an error.
//
// The rules, in order:
//
//  1. The crosswalk names these two catalogues, which are not the same, and its author.
//  2. An entry names items on both sides that exist, each once, a relation, and a rationale in both languages.
//  3. No two entries have the same sides.
func CheckCrosswalk(s *CrosswalkSource, from, to *Checked) (*Crosswalk, problem.List) {
	k := crosswalkChecker{s: s}
	k.check(from, to.Ref(), func(id ItemID) bool {
		_, ok := to.ItemIndex(id)
		return ok
	})
	return k.result(from, to)
}

// CheckCrosswalkToGuide checks a crosswalk to a guide, whose entries and groups stand for items. Because nobody answers a
// guide, the only relation is [Related].
func CheckCrosswalkToGuide(s *CrosswalkSource, from *Checked, to *Guide) (*Crosswalk, problem.List) {
	k := crosswalkChecker{s: s}
	ids := map[ItemID]bool{}
	for _, g := range to.Groups {
		ids[ItemID(g.ID)] = true
		for _, e := range g.Entries {
			ids[ItemID(e.ID)] = true
		}
	}
	k.check(from, to.Ref(), func(id ItemID) bool { return ids[id] })
	for i, e := range s.Entries {
		if e.Relation != Related && e.Relation != RelationUnstated {
			k.report(GuideRelationKind, pointerTo("entries", i)+"/relation", lang.Value("relation", e.Relation.String()))
		}
	}
	return k.result(from, nil)
}

type crosswalkChecker struct {
	s *CrosswalkSource
	r jsondoc.Reader
}

func (k *crosswalkChecker) report(kind *problem.Kind, pointer string, args ...lang.Arg) {
	k.r.Report(kind, positionOf(k.s.read, pointer), pointer, args...)
}

func (k *crosswalkChecker) result(from, to *Checked) (*Crosswalk, problem.List) {
	problems := k.r.Problems()
	if !problems.OK() {
		return nil, problems
	}
	c := &Crosswalk{source: *k.s, from: from, to: to}
	c.source.read = nil
	c.source.Documents, c.source.Entries = slices.Clone(k.s.Documents), slices.Clone(k.s.Entries)
	return c, problems
}

func (k *crosswalkChecker) check(from *Checked, to Ref, inTo func(ItemID) bool) {
	s := k.s
	if !isName(string(s.ID)) {
		k.report(NameKind, "/id", valueArg(string(s.ID)))
	}
	if s.From.Ref() != from.Ref() {
		k.report(OtherEditionKind, "/from", lang.Value("got", s.From.Ref().String()), lang.Value("want", from.Ref().String()))
	}
	if s.To.Ref() != to {
		k.report(OtherEditionKind, "/to", lang.Value("got", s.To.Ref().String()), lang.Value("want", to.String()))
	}
	if s.From.Ref() == s.To.Ref() {
		k.report(SameCatalogKind, "/to", lang.Value("catalog", s.To.Ref().String()))
	}
	if !k.r.Problems().OK() {
		return
	}
	reporter(k.report).text("/title", "title", s.Title)
	checkAuthor(k.report, s.Author)
	if len(s.Documents) > 0 {
		checkDocuments(k.report, s.Documents)
	}
	inFrom := func(id ItemID) bool {
		_, ok := from.ItemIndex(id)
		return ok
	}
	for i, e := range s.Entries {
		p := pointerTo("entries", i)
		reporter(k.report).text(p+"/rationale", "rationale", e.Rationale)
		if e.Relation == RelationUnstated || int(e.Relation) >= len(relationCodes) {
			k.report(StatedKind, p+"/relation", lang.Value("name", "relation"), jsondoc.Allowed(relationCodes))
		}
		if int(e.Direction) >= len(directionCodes) {
			k.report(StatedKind, p+"/direction", lang.Value("name", "direction"), jsondoc.Allowed(directionCodes))
		}
		if e.Relation == Related && e.Direction != BothWays {
			k.report(RelatedDirectionKind, p+"/direction")
		}
		k.side(p, "from", e.From, from.Ref(), inFrom)
		k.side(p, "to", e.To, to, inTo)
		if slices.ContainsFunc(s.Entries[:i], func(o CrosswalkEntry) bool { return sameSet(o.From, e.From) && sameSet(o.To, e.To) }) {
			k.report(DuplicateEntryKind, p)
		}
	}
}

func sameSet(a, b []ItemID) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(id ItemID) bool { return !slices.Contains(b, id) })
}

func (k *crosswalkChecker) side(p, name string, ids []ItemID, ref Ref, exists func(ItemID) bool) {
	if len(ids) == 0 {
		k.report(EmptyListKind, p+"/"+name, lang.Value("name", name))
	}
	for j, id := range ids {
		at := p + "/" + name + "/" + strconv.Itoa(j)
		if !exists(id) {
			k.report(NoSuchKind, at, lang.Value("id", string(id)), lang.Arg{Name: "what", Text: lang.Text{
				JA: ref.String() + "の項目", EN: "items of " + ref.String()}})
		}
		if slices.Contains(ids[:j], id) {
			k.report(DuplicateIDKind, at, lang.Value("id", string(id)))
		}
	}
}
