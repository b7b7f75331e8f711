package catalog

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// Format is the value of "format" in a catalogue file.
const Format = "hoshitori/catalog/1"

// Source is a catalogue as its author wrote it. It may be wrong in every way; [Check] says how.
type Source struct {
	ID           ID
	Version      Version
	Status       Status
	SupersededBy Version // the edition that replaced this one, "" if none did
	Title        Text
	Publisher    string // the body that publishes the scheme, by its official name
	Published    Date
	InForce      Date
	Retired      Date
	StaleAfter   Date // after this day someone should look whether the source has changed; Hoshitori's own choice
	Documents    []Document
	Facts        []Fact
	Terms        []Term // the glossary of its texts
	Choices      []Choice
	Bands        []Band
	Levels       []Level // from the lowest to the highest
	Sections     []Section
	Requirements []Requirement
	Items        []Item // in the order of the source
	Ext          Ext

	read *jsondoc.Value // the text it was read from, for the positions of problems; nil if built in Go
}

// Ref returns the catalogue's id and version.
func (s *Source) Ref() Ref { return Ref{s.ID, s.Version} }

// Document is a source document ("sources" in the file).
type Document struct {
	ID      string
	Title   string // the official title
	URL     string
	Read    Date // when its content was read for this catalogue; "" if it is named but was not opened
	SHA256  string
	License string
	Ext     Ext
}

// Clause is a place in a document.
type Clause struct {
	Document string // id of a [Document]
	Clause   string // number, page or heading there
	// Confidence says what the statement rests on that the clause is there and asks this. Unstated: the catalogue's facts say
	// it for all of them.
	Confidence Confidence
	Ext        Ext
}

// Fact is a statement about the scheme or the edition, with what it rests on.
type Fact struct {
	Key        string // dotted lower-case words, such as "scheme.declaration"
	Value      Text
	Confidence Confidence
	Document   string // id of a [Document] that states it, "" if none does
	Ext        Ext
}

// Choice is one state that may be answered.
type Choice struct {
	State  State
	Label  Text   // how the scheme names the answer
	Points *int64 // what it counts for; nil in a catalogue without points
	Advice Text   // what the answer means and what to do
	Clause Clause // where the source states the points
	Ext    Ext
}

// Band is a range of scores with its reading. A score belongs to the first band, from the highest Min downwards, whose
// Min it reaches.
type Band struct {
	ID     string
	Min    int64
	Title  Text
	Advice Text
	Clause Clause // where the source states the band
	Ext    Ext
}

// Level is a star or grade of the scheme.
type Level struct {
	ID     string
	Title  Text
	Rules  []Rule
	Needs  []Need
	Clause Clause // where the source states the rule
	Ext    Ext
}

// Section is a chapter of the catalogue.
type Section struct {
	ID     string
	Parent string // id of the section above, "" at the top
	Title  Text
	CSF    string // function of NIST CSF 2.0, such as "GV", where the source names it
	Ext    Ext
}

// Requirement groups criteria.
type Requirement struct {
	ID      string
	Section string
	Title   Text
	Items   []ItemID
	Ext     Ext
}

// Option is one of the alternatives inside a criterion ("A, or B, or C").
type Option struct {
	ID   string
	Text Text
	Ext  Ext
}

// Item is what one answers.
type Item struct {
	ID          ItemID
	Number      string // the official number, "" if there is none
	Kind        ItemKind
	Requirement string
	Section     string // "" for a condition that stands beside the sections
	Level       string // the lowest level that asks for the item
	CSF         string
	Text        Text   // the question
	Why         Text   // one concrete harm
	DoneWhen    []Text // all must be true to answer met
	PartialWhen []Text // what counts only as partial
	DrillDown   []Text // questions that expose a too generous answer
	Evidence    []Text // examples of what one could show
	Notes       []Text // what else the source says about it
	FirstStep   Text   // something that costs nothing
	Options     []Option
	Choices     []Choice // narrows the catalogue's choices, with labels of its own; empty: all of them
	Field       Field
	Recurs      string // ISO 8601 duration of how often it is due again, "" if the source states none
	Thresholds  []Threshold
	Refers      []ItemID
	Clause      Clause
	Ext         Ext
}

// Texts returns everything that the item says in a language, the question first.
func (i *Item) Texts(l lang.Lang) []string {
	out := []string{i.Text.In(l), i.Why.In(l), i.FirstStep.In(l)}
	for _, list := range [][]Text{i.DoneWhen, i.PartialWhen, i.DrillDown, i.Evidence, i.Notes} {
		for _, t := range list {
			out = append(out, t.In(l))
		}
	}
	for _, o := range i.Options {
		out = append(out, o.Text.In(l))
	}
	return out
}
