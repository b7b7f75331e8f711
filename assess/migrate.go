package assess

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// MigrationFormat is the value of "format" in a migration report.
const MigrationFormat = "hoshitori/migration/1"

// Migration says what became of every item and of every answer on the way from one edition to another.
type Migration struct {
	From, To catalog.Ref
	Old      []OldItem // one for each item of the older edition, in its order
	New      []NewItem // one for each item of the newer edition, in its order
	// TargetDropped is the level that the answers aimed at, if the newer edition has no such level.
	TargetDropped string
	// ConfirmationAside and DeclarationAside say that what an expert confirmed, or management declared, was about the
	// older edition and is kept beside the answers.
	ConfirmationAside, DeclarationAside bool
}

// OldItem is the verdict on an item of the older edition.
type OldItem struct {
	Item   catalog.ItemID
	Change catalog.ChangeKind
	To     []catalog.ItemID // the items of the newer edition that continue it
	Fate   Fate             // of its answers
}

// NewItem is the verdict on an item of the newer edition.
type NewItem struct {
	Item   catalog.ItemID
	Change catalog.ChangeKind
	From   []catalog.ItemID // the items of the older edition that it continues
	Origin catalog.Origin   // of an added item: where else it was asked before
	Ask    bool             // it has no answer yet
}

// Fate says what became of the answers to an item. The zero value means "not stated".
type Fate uint8

// The values of [Fate].
const (
	FateUnstated Fate = iota
	NoAnswer          // there was none
	CarriedOver       // all of them answer the newer item
	KeptAside         // at least one does not; it is kept in [Document.Carried]
)

var fateCodes = []string{"", "no_answer", "carried", "aside"}

// String returns the code that reports use, "" for the zero value.
func (f Fate) String() string { return jsondoc.CodeOf(fateCodes, uint8(f)) }

// Migrate carries answers from the older edition of a change record to the newer one. It panics if the answers belong to
// another edition.
//
// The rules, in order:
//
//  1. An answer is carried as it is where the record says that the item asks the same (kept, reworded, moved).
//  2. An unmet item stays unmet where the record says that it was tightened; items of which one respondent has met none are
//     unmet where they were merged.
//  3. Nothing else is carried: the newer item is unanswered. So nothing becomes met unless the record says that it is
//     unchanged, and a yes to a whole never becomes a yes to its parts.
//  4. A change that rests on a draft or is unverified carries nothing.
//  5. What is not carried is kept in [Document.Carried], together with the expert's confirmation and management's
//     declaration, which were about the older edition.
func Migrate(a *Checked, changes *catalog.Changes) (*Document, Migration) {
	if a.catalog.Ref() != changes.From().Ref() {
		panic("assess: answers to " + a.catalog.Ref().String() + " and a change record from " + changes.From().Ref().String())
	}
	m := &migration{a: a, changes: changes, taken: make([][]bool, len(a.answers))}
	for i, answers := range a.answers {
		m.taken[i] = make([]bool, len(answers))
	}
	d := a.Document()
	d.Catalog = CatalogRef{ID: changes.To().Ref().ID, Version: changes.To().Ref().Version, Ext: d.Catalog.Ext}
	d.Answers = nil
	for i, item := range changes.To().Items() {
		change := changes.OfNew(i)
		answers := m.carry(item, change)
		d.Answers = append(d.Answers, answers...)
		m.report.New = append(m.report.New, NewItem{Item: item.ID, Change: change.Kind, From: change.From, Origin: change.Origin, Ask: len(answers) == 0})
	}
	m.report.From, m.report.To = changes.From().Ref(), changes.To().Ref()
	m.setAside(d)
	return d, m.report
}

type migration struct {
	a       *Checked
	changes *catalog.Changes
	taken   [][]bool // by item and answer: it answers the newer edition
	report  Migration
}

// carry returns the answers to an item of the newer edition.
func (m *migration) carry(item catalog.Item, change catalog.Change) []Answer {
	if !change.Sure() || len(change.From) == 0 {
		return nil
	}
	var out []Answer
	at, _ := m.changes.From().ItemIndex(change.From[0])
	for j, answer := range m.a.answers[at] {
		switch {
		case change.Kind.Unchanged():
			if !m.fits(answer, item) {
				continue
			}
			m.taken[at][j] = true
		case change.Kind == catalog.Tightened && answer.State == catalog.Unmet:
			m.taken[at][j] = len(answer.Options) == 0
			answer.Options = nil
		case change.Kind == catalog.Merged && m.noneMet(change.From, answer.Respondent):
			// What was said about each of the parts stays with them.
			answer = Answer{Item: item.ID, State: catalog.Unmet, Respondent: answer.Respondent, AnsweredOn: answer.AnsweredOn}
		default:
			continue
		}
		answer.Item = item.ID
		out = append(out, answer)
	}
	return out
}

// fits reports whether the newer item can be answered in this way: a record that says "unchanged" compares what items
// ask, not which answers the whole edition knows.
func (m *migration) fits(answer Answer, item catalog.Item) bool {
	return m.changes.To().Allows(item, answer.State) && !slices.ContainsFunc(answer.Options, func(id string) bool {
		return !slices.ContainsFunc(item.Options, func(o catalog.Option) bool { return o.ID == id })
	})
}

// noneMet reports whether the respondent answered each of the items with unmet. What was inferred nobody answered.
func (m *migration) noneMet(items []catalog.ItemID, respondent string) bool {
	for _, id := range items {
		at, _ := m.changes.From().ItemIndex(id)
		if !slices.ContainsFunc(m.a.answers[at], func(a Answer) bool {
			return a.Respondent == respondent && a.State == catalog.Unmet && a.Inferred == nil
		}) {
			return false
		}
	}
	return true
}

// setAside keeps what was not carried and gives the verdict on each item of the older edition.
func (m *migration) setAside(d *Document) {
	aside := Carried{From: CatalogRef{ID: m.report.From.ID, Version: m.report.From.Version}, Confirmation: d.Confirmation, Declaration: d.Declaration}
	m.report.ConfirmationAside, m.report.DeclarationAside = d.Confirmation != nil, d.Declaration != nil
	d.Confirmation, d.Declaration = nil, nil
	if _, ok := m.changes.To().LevelIndex(d.Target); !ok {
		aside.Target, m.report.TargetDropped, d.Target = d.Target, d.Target, ""
	}
	for i, item := range m.changes.From().Items() {
		change := m.changes.OfOld(i)
		old := OldItem{Item: item.ID, Change: change.Kind, To: change.To, Fate: NoAnswer}
		for j, answer := range m.a.answers[i] {
			if !m.taken[i][j] {
				aside.Answers = append(aside.Answers, answer)
				old.Fate = KeptAside
			} else if old.Fate == NoAnswer {
				old.Fate = CarriedOver
			}
		}
		m.report.Old = append(m.report.Old, old)
	}
	if len(aside.Answers) > 0 || aside.Target != "" || aside.Confirmation != nil || aside.Declaration != nil {
		d.Carried = append(d.Carried, aside)
	}
}

// Count returns how many items of the newer edition continue the older one in that way.
func (m *Migration) Count(kind catalog.ChangeKind) int {
	n := 0
	for _, item := range m.New {
		if item.Change == kind {
			n++
		}
	}
	return n
}

// ToAsk returns the items of the newer edition that have no answer yet, in its order.
func (m *Migration) ToAsk() []catalog.ItemID {
	var out []catalog.ItemID
	for _, item := range m.New {
		if item.Ask {
			out = append(out, item.Item)
		}
	}
	return out
}

// JSON returns the report in canonical form (RFC 8785).
func (m *Migration) JSON() []byte { return jsondoc.AppendCanonical(nil, m.value()) }

func (m *Migration) value() jsondoc.Value {
	var b jsondoc.Builder
	b.String("format", MigrationFormat)
	b.Set("from", catalogRefValue(CatalogRef{ID: m.From.ID, Version: m.From.Version}))
	b.Set("to", catalogRefValue(CatalogRef{ID: m.To.ID, Version: m.To.Version}))
	ids := func(list []catalog.ItemID) jsondoc.Value {
		return jsondoc.ArrayOf(list, func(id catalog.ItemID) jsondoc.Value { return jsondoc.Text(string(id)) })
	}
	b.Set("old", jsondoc.ArrayOf(m.Old, func(o OldItem) jsondoc.Value {
		var b jsondoc.Builder
		b.String("item", string(o.Item))
		b.String("verdict", o.Change.String())
		b.Set("to", ids(o.To))
		b.String("answers", o.Fate.String())
		return b.Value()
	}))
	b.Set("new", jsondoc.ArrayOf(m.New, func(n NewItem) jsondoc.Value {
		var b jsondoc.Builder
		b.String("item", string(n.Item))
		b.String("verdict", n.Change.String())
		b.Set("from", ids(n.From))
		if n.Origin.Item != "" {
			var o jsondoc.Builder
			o.Set("catalog", catalogRefValue(CatalogRef{ID: n.Origin.Catalog.ID, Version: n.Origin.Catalog.Version}))
			o.String("item", string(n.Origin.Item))
			b.Set("origin", o.Value())
		}
		b.Set("ask", jsondoc.Value{Type: jsondoc.Bool, Bool: n.Ask})
		return b.Value()
	}))
	b.OptString("targetDropped", m.TargetDropped)
	b.Set("confirmationAside", jsondoc.Value{Type: jsondoc.Bool, Bool: m.ConfirmationAside})
	b.Set("declarationAside", jsondoc.Value{Type: jsondoc.Bool, Bool: m.DeclarationAside})
	return b.Value()
}
