package catalog

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// ChangesFormat is the value of "format" in a change record.
const ChangesFormat = "hoshitori/changes/1"

// ChangesSource is a change record as its author wrote it: what became of each item from one edition of a catalogue to
// the next. It may be wrong in every way; [CheckChanges] says how.
type ChangesSource struct {
	From, To  Edition
	Author    Text // whose judgement the record is
	Reviewed  Date // when somebody last went through it
	Documents []Document
	Changes   []Change
	Ext       Ext

	read *jsondoc.Value
}

// Edition names an edition of a catalogue inside another file.
type Edition struct {
	ID      ID
	Version Version
	Ext     Ext
}

// Ref returns the id and version.
func (e Edition) Ref() Ref { return Ref{e.ID, e.Version} }

// EditionOf returns the edition of that name.
func EditionOf(r Ref) Edition { return Edition{ID: r.ID, Version: r.Version} }

// Change is what became of one or several items.
type Change struct {
	Kind      ChangeKind
	From      []ItemID // of the older edition
	To        []ItemID // of the newer edition
	Rationale Text     // what is the same and what is not
	Clause    Clause   // where that is stated; its confidence decides whether an answer may be carried
	Origin    Origin   // of an added item: where else it was asked before
	Ext       Ext
}

// Origin is an item of another catalogue that asked the same before.
type Origin struct {
	Catalog Edition
	Item    ItemID
	Ext     Ext
}

// ChangeKind says what became of an item. The zero value means "not stated" and is refused.
type ChangeKind uint8

// The values of [ChangeKind].
const (
	ChangeUnstated ChangeKind = iota
	Kept                      // 1→1: the same id, and everything that it asks is equal
	Reworded                  // 1→1: the same demand in other words
	Tightened                 // 1→1: the newer item asks more
	Relaxed                   // 1→1: the newer item asks less
	Split                     // 1→n: several items ask in parts what one asked
	Merged                    // n→1: one item asks what several asked
	Moved                     // 1→1: it asks the same; id, number, section, requirement or level differ
	Added                     // 0→n: new items
	Retired                   // n→0: items that are asked no more
)

var changeCodes = []string{"", "kept", "reworded", "tightened", "relaxed", "split", "merged", "moved", "added", "retired"}

// String returns the code that files use, "" for the zero value.
func (v ChangeKind) String() string { return jsondoc.CodeOf(changeCodes, uint8(v)) }

// ChangeKindCodes lists the codes that files use, in the order of the constants and without the zero value.
func ChangeKindCodes() []string { return append([]string(nil), changeCodes[1:]...) }

// Unchanged reports whether the record says that the items ask the same.
func (v ChangeKind) Unchanged() bool { return v == Kept || v == Reworded || v == Moved }

// Sure reports whether the change rests on more than a draft or hearsay. One that does not carries no answer.
func (c Change) Sure() bool { return sure(c.Clause.Confidence) }

func sure(c Confidence) bool { return c != FromDraft && c != Unverified }

// Changes is a change record that [CheckChanges] has found to be right: every item of both editions stands in it exactly
// once. It does not change and may be used by several goroutines.
type Changes struct {
	source   ChangesSource
	from, to *Checked
	old, new []int // by item: the place of its change
}

// From returns the older edition.
func (c *Changes) From() *Checked { return c.from }

// To returns the newer edition.
func (c *Changes) To() *Checked { return c.to }

// Author returns whose judgement the record is.
func (c *Changes) Author() Text { return c.source.Author }

// Reviewed returns when somebody last went through the record, "" if it does not say.
func (c *Changes) Reviewed() Date { return c.source.Reviewed }

// Documents returns the source documents.
func (c *Changes) Documents() []Document { return slices.Clone(c.source.Documents) }

// All returns the changes in the order of the record.
func (c *Changes) All() []Change { return slices.Clone(c.source.Changes) }

// OfOld returns what became of the item at that place of the older edition.
func (c *Changes) OfOld(index int) Change { return c.source.Changes[c.old[index]] }

// OfNew returns where the item at that place of the newer edition comes from.
func (c *Changes) OfNew(index int) Change { return c.source.Changes[c.new[index]] }

// JSON returns the record in canonical form (RFC 8785).
func (c *Changes) JSON() []byte { return c.source.JSON() }

// ParseChanges reads a change record. The source holds whatever could be read; use it only if the problems are OK.
func ParseChanges(data []byte) (*ChangesSource, problem.List) {
	s := &ChangesSource{}
	var problems problem.List
	s.read, problems = jsondoc.Read(data, ChangesFormat, s.parse)
	return s, problems
}

func (s *ChangesSource) parse(f *jsondoc.Fields) {
	f.Require("from", "to", "author", "sources", "changes")
	s.From, s.To = parseEdition(f.Fields("from")), parseEdition(f.Fields("to"))
	s.Author = f.Text("author")
	s.Reviewed = Date(f.Date("reviewed"))
	s.Documents = jsondoc.Each(f, "sources", parseDocument)
	s.Changes = jsondoc.Each(f, "changes", parseChange)
	s.Ext = Ext(f.Ext())
	f.Close()
}

func parseEdition(f *jsondoc.Fields) Edition {
	f.Require("id", "version")
	e := Edition{ID: ID(f.String("id")), Version: Version(f.String("version")), Ext: Ext(f.Ext())}
	f.Close()
	return e
}

func parseChange(f *jsondoc.Fields) Change {
	f.Require("kind", "rationale", "source")
	c := Change{Kind: ChangeKind(code(f, "kind", changeCodes)), From: itemIDs(f.Strings("from")), To: itemIDs(f.Strings("to")),
		Rationale: f.Text("rationale"), Clause: parseClause(f)}
	if o := f.Fields("origin"); o != nil {
		o.Require("catalog", "item")
		c.Origin = Origin{Catalog: parseEdition(o.Fields("catalog")), Item: ItemID(o.String("item")), Ext: Ext(o.Ext())}
		o.Close()
	}
	c.Ext = Ext(f.Ext())
	return c
}

// JSON returns the record in canonical form (RFC 8785). Reading it back gives an equal source.
func (s *ChangesSource) JSON() []byte { return jsondoc.AppendCanonical(nil, s.value()) }

func (s *ChangesSource) value() jsondoc.Value {
	var b jsondoc.Builder
	b.String("format", ChangesFormat)
	b.Set("from", editionValue(s.From))
	b.Set("to", editionValue(s.To))
	b.Set("author", jsondoc.Texts(s.Author))
	b.OptString("reviewed", string(s.Reviewed))
	b.Set("sources", jsondoc.ArrayOf(s.Documents, documentValue))
	b.Set("changes", jsondoc.ArrayOf(s.Changes, changeValue))
	b.OptExt(string(s.Ext))
	return b.Value()
}

func editionValue(e Edition) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", string(e.ID))
	b.String("version", string(e.Version))
	b.OptExt(string(e.Ext))
	return b.Value()
}

func changeValue(c Change) jsondoc.Value {
	var b jsondoc.Builder
	b.String("kind", c.Kind.String())
	if len(c.From) > 0 {
		b.Set("from", jsondoc.ArrayOf(c.From, itemIDValue))
	}
	if len(c.To) > 0 {
		b.Set("to", jsondoc.ArrayOf(c.To, itemIDValue))
	}
	b.Set("rationale", jsondoc.Texts(c.Rationale))
	b.Set("source", clauseValue(c.Clause))
	if c.Origin != (Origin{}) {
		var o jsondoc.Builder
		o.Set("catalog", editionValue(c.Origin.Catalog))
		o.String("item", string(c.Origin.Item))
		o.OptExt(string(c.Origin.Ext))
		b.Set("origin", o.Value())
	}
	b.OptExt(string(c.Ext))
	return b.Value()
}
