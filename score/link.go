package score

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog"
)

// Links are what connects catalogues: crosswalks between two of them, and change records between two editions of one.
type Links struct {
	Crosswalks []*catalog.Crosswalk
	Changes    []*catalog.Changes
}

// link relates all items of from together to all items of to together.
type link struct {
	by        string // the id of a crosswalk, or the two editions of a change record
	record    bool   // by names a change record
	relation  catalog.Relation
	direction catalog.Direction
	from, to  side
	rationale catalog.Text

	confidence catalog.Confidence // of a change; a crosswalk states none
}

// side is one side of a link.
type side struct {
	c     *catalog.Checked
	items []catalog.ItemID
}

// all returns the links that may decide something, in the order in which they were given. Guides are answered by nobody,
// related entries decide nothing, and neither does what rests on a draft or is unverified.
func (l Links) all() []link {
	var out []link
	for _, c := range l.Crosswalks {
		if c.To() == nil {
			continue
		}
		for _, e := range c.Entries() {
			if e.Relation != catalog.Related {
				out = append(out, link{by: string(c.ID()), relation: e.Relation, direction: e.Direction,
					from: side{c.From(), e.From}, to: side{c.To(), e.To}, rationale: e.Rationale})
			}
		}
	}
	for _, c := range l.Changes {
		by := c.From().Ref().String() + ">" + c.To().Ref().String()
		for _, e := range c.All() {
			next := link{by: by, record: true, from: side{c.From(), e.From}, to: side{c.To(), e.To}, rationale: e.Rationale,
				confidence: e.Clause.Confidence}
			switch {
			case !e.Sure():
				continue
			case e.Kind.Unchanged():
				next.relation = catalog.Equal
			case e.Kind == catalog.Tightened:
				// Who meets the newer item has met the older one; who misses the older one misses the newer one.
				next.relation = catalog.PartOf
			default:
				continue
			}
			out = append(out, next)
		}
	}
	return out
}

// touched returns the items of a catalogue that a crosswalk connects with one of the editions, in whatever relation.
func (l Links) touched(of catalog.Ref, editions []catalog.Ref) map[catalog.ItemID]bool {
	items := map[catalog.ItemID]bool{}
	for _, c := range l.Crosswalks {
		if c.To() == nil {
			continue
		}
		from, to := c.From().Ref(), c.To().Ref()
		left := of == from && slices.Contains(editions, to)
		right := of == to && slices.Contains(editions, from)
		if !left && !right {
			continue
		}
		for _, e := range c.Entries() {
			side := e.To
			if left {
				side = e.From
			}
			for _, id := range side {
				items[id] = true
			}
		}
	}
	return items
}
