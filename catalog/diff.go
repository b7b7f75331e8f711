package catalog

import "slices"

// Difference is what a program can see between two editions of a catalogue. What it cannot see, such as whether other
// words ask more, a change record says.
type Difference struct {
	From, To Ref
	Parts    []string         // the parts beside the items that differ: "choices", "bands", "levels"
	Items    []ItemDifference // the pairs and the items without one, in the order of the newer edition, retired ones last
}

// ItemDifference is a pair of items, or an item that has no pair.
type ItemDifference struct {
	From, To ItemID   // "" if only the other edition has it
	Asks     []string // members that differ and change what is asked: "text", "doneWhen", "thresholds" …
	Place    []string // members that differ and say where it stands: "id", "number", "section", "requirement", "level"
	Guidance []string // members that differ and only help to answer: "why", "evidence" …

	stricter, weaker []string
}

// Kind returns what the difference looks like. It is certain for [Kept], [Moved], [Added] and [Retired]; where words
// differ it is a guess, which an author has to confirm or correct.
func (d ItemDifference) Kind() ChangeKind {
	switch {
	case d.From == "":
		return Added
	case d.To == "":
		return Retired
	case len(d.Asks) == 0 && len(d.Place) == 0:
		return Kept
	case len(d.Asks) == 0:
		return Moved
	case len(d.stricter) > 0 && len(d.weaker) == 0:
		return Tightened
	case len(d.weaker) > 0 && len(d.stricter) == 0:
		return Relaxed
	}
	return Reworded
}

// Diff computes the difference between two editions. Items that ask the same are a pair, then items of the same id;
// what is left was added or retired, split or merged.
func Diff(from, to *Checked) Difference {
	d := Difference{From: from.Ref(), To: to.Ref()}
	if !slices.EqualFunc(from.source.Choices, to.source.Choices, sameChoice) {
		d.Parts = append(d.Parts, "choices")
	}
	if !slices.EqualFunc(from.source.Bands, to.source.Bands, func(a, b Band) bool { return a.ID == b.ID && a.Min == b.Min }) {
		d.Parts = append(d.Parts, "bands")
	}
	if !slices.EqualFunc(from.source.Levels, to.source.Levels, func(a, b Level) bool {
		return a.ID == b.ID && slices.Equal(a.Rules, b.Rules) && slices.Equal(a.Needs, b.Needs)
	}) {
		d.Parts = append(d.Parts, "levels")
	}
	pairs := pair(from.source.Items, to.source.Items)
	taken := make([]bool, len(from.source.Items))
	for i := range to.source.Items {
		if at := pairs[i]; at >= 0 {
			taken[at] = true
			d.Items = append(d.Items, difference(&from.source.Items[at], &to.source.Items[i]))
		} else {
			d.Items = append(d.Items, ItemDifference{To: to.source.Items[i].ID})
		}
	}
	for i, item := range from.source.Items {
		if !taken[i] {
			d.Items = append(d.Items, ItemDifference{From: item.ID})
		}
	}
	return d
}

func sameChoice(a, b Choice) bool {
	return a.State == b.State && (a.Points == nil) == (b.Points == nil) && (a.Points == nil || *a.Points == *b.Points)
}

// pair returns, for each newer item, the place of its older one, or -1.
func pair(old, new []Item) []int {
	pairs := make([]int, len(new))
	for i := range pairs {
		pairs[i] = -1
	}
	taken := make([]bool, len(old))
	match := func(fits func(a, b *Item) bool) {
		for i := range new {
			for j := range old {
				if pairs[i] < 0 && !taken[j] && fits(&old[j], &new[i]) {
					pairs[i], taken[j] = j, true
				}
			}
		}
	}
	match(func(a, b *Item) bool { return a.ID == b.ID && len(asksOtherwise(a, b)) == 0 })
	match(func(a, b *Item) bool { return len(asksOtherwise(a, b)) == 0 })
	match(func(a, b *Item) bool { return a.ID == b.ID })
	return pairs
}

func difference(old, new *Item) ItemDifference {
	d := ItemDifference{From: old.ID, To: new.ID, Asks: asksOtherwise(old, new)}
	d.stricter, d.weaker = strictness(old, new)
	for _, m := range []struct{ name, old, new string }{
		{"id", string(old.ID), string(new.ID)}, {"number", old.Number, new.Number}, {"section", old.Section, new.Section},
		{"requirement", old.Requirement, new.Requirement}, {"level", old.Level, new.Level}} {
		if m.old != m.new {
			d.Place = append(d.Place, m.name)
		}
	}
	for _, m := range []struct {
		name     string
		old, new []Text
	}{{"why", []Text{old.Why}, []Text{new.Why}}, {"drillDown", old.DrillDown, new.DrillDown}, {"evidence", old.Evidence, new.Evidence},
		{"notes", old.Notes, new.Notes}, {"firstStep", []Text{old.FirstStep}, []Text{new.FirstStep}}} {
		if !slices.EqualFunc(m.old, m.new, sameWords) {
			d.Guidance = append(d.Guidance, m.name)
		}
	}
	return d
}

// asksOtherwise returns the members by which two items ask different things, or the same thing in other words.
func asksOtherwise(a, b *Item) []string {
	var out []string
	add := func(name string, same bool) {
		if !same {
			out = append(out, name)
		}
	}
	add("kind", a.Kind == b.Kind)
	add("text", sameWords(a.Text, b.Text))
	add("doneWhen", slices.EqualFunc(a.DoneWhen, b.DoneWhen, sameWords))
	add("partialWhen", slices.EqualFunc(a.PartialWhen, b.PartialWhen, sameWords))
	add("options", slices.EqualFunc(a.Options, b.Options, func(x, y Option) bool { return x.ID == y.ID && sameWords(x.Text, y.Text) }))
	add("choices", slices.EqualFunc(a.Choices, b.Choices, func(x, y Choice) bool { return x.State == y.State }))
	add("recurs", a.Recurs == b.Recurs)
	add("thresholds", slices.EqualFunc(a.Thresholds, b.Thresholds, func(x, y Threshold) bool {
		return x.ID == y.ID && x.Value == y.Value && x.Unit == y.Unit && x.Better == y.Better
	}))
	return out
}

// Draft returns a change record to begin with: the kinds are what the difference looks like, and the rationales are empty,
// so that [CheckChanges] asks the author for each of them.
func (d Difference) Draft() *ChangesSource {
	s := &ChangesSource{From: EditionOf(d.From), To: EditionOf(d.To)}
	for _, item := range d.Items {
		c := Change{Kind: item.Kind()}
		if item.From != "" {
			c.From = []ItemID{item.From}
		}
		if item.To != "" {
			c.To = []ItemID{item.To}
		}
		s.Changes = append(s.Changes, c)
	}
	return s
}
