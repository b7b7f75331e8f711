package assess

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// MigrateAlong carries answers along several change records, such as those that [catalog.Route] finds, and gives one
// verdict on each item of the first and of the last edition. It panics if a record does not begin where the one before it
// ends, or if there is none.
//
// The verdict on an item that went through several changes is the strongest of them (kept, moved, reworded, then tightened
// and relaxed, then split and merged, then added and retired), of equally strong ones the last.
func MigrateAlong(a *Checked, steps []*catalog.Changes) (*Document, Migration, problem.List) {
	document, whole := Migrate(a, steps[0])
	for _, step := range steps[1:] {
		checked, problems := Check(document, step.From())
		if !problems.OK() {
			return nil, Migration{}, problems
		}
		var next Migration
		document, next = Migrate(checked, step)
		whole = whole.then(next)
	}
	return document, whole, nil
}

// then returns the report of two steps as one.
func (m Migration) then(next Migration) Migration {
	out := Migration{From: m.From, To: next.To, TargetDropped: m.TargetDropped + next.TargetDropped,
		ConfirmationAside: m.ConfirmationAside || next.ConfirmationAside, DeclarationAside: m.DeclarationAside || next.DeclarationAside}
	middle := map[catalog.ItemID]OldItem{}
	for _, o := range next.Old {
		middle[o.Item] = o
	}
	first := map[catalog.ItemID]NewItem{}
	for _, n := range m.New {
		first[n.Item] = n
	}
	for _, o := range m.Old {
		whole := OldItem{Item: o.Item, Change: o.Change, Fate: o.Fate}
		for _, id := range o.To {
			step := middle[id]
			whole.Change = strongest(whole.Change, step.Change)
			for _, end := range step.To {
				if !slices.Contains(whole.To, end) {
					whole.To = append(whole.To, end)
				}
			}
			if o.Fate == CarriedOver && step.Fate == KeptAside {
				whole.Fate = KeptAside
			}
		}
		if len(whole.To) == 0 {
			whole.Change = catalog.Retired
		} else if whole.Change == catalog.Retired {
			whole.Change = catalog.Split // a part of it lives on
		}
		out.Old = append(out.Old, whole)
	}
	for _, n := range next.New {
		whole := NewItem{Item: n.Item, Change: n.Change, Origin: n.Origin, Ask: n.Ask}
		for _, id := range n.From {
			step := first[id]
			whole.Change = strongest(step.Change, whole.Change)
			if len(n.From) == 1 {
				whole.Origin = step.Origin
			}
			for _, begin := range step.From {
				if !slices.Contains(whole.From, begin) {
					whole.From = append(whole.From, begin)
				}
			}
		}
		if len(whole.From) == 0 {
			whole.Change = catalog.Added
		} else if whole.Change == catalog.Added {
			whole.Change = catalog.Merged // a part of it is older
		}
		out.New = append(out.New, whole)
	}
	return out
}

// strength orders the changes by how much they change.
var strength = [catalog.Retired + 1]int{catalog.Kept: 1, catalog.Moved: 2, catalog.Reworded: 3, catalog.Tightened: 4, catalog.Relaxed: 4,
	catalog.Split: 5, catalog.Merged: 5, catalog.Added: 6, catalog.Retired: 6}

func strongest(first, second catalog.ChangeKind) catalog.ChangeKind {
	if strength[second] >= strength[first] {
		return second
	}
	return first
}
