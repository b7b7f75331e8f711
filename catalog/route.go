package catalog

// Reverse returns the record read backwards, from the newer edition to the older one.
func (c *Changes) Reverse() *Changes {
	back := &Changes{from: c.to, to: c.from, old: c.new, new: c.old, source: c.source}
	back.source.From, back.source.To = c.source.To, c.source.From
	back.source.Changes = make([]Change, len(c.source.Changes))
	for i, change := range c.source.Changes {
		change.Kind = change.Kind.reverse()
		change.From, change.To, change.Origin = change.To, change.From, Origin{}
		back.source.Changes[i] = change
	}
	return back
}

func (v ChangeKind) reverse() ChangeKind {
	switch v {
	case Tightened:
		return Relaxed
	case Relaxed:
		return Tightened
	case Split:
		return Merged
	case Merged:
		return Split
	case Added:
		return Retired
	case Retired:
		return Added
	}
	return v
}

// Route returns the records that lead from one edition to another in the fewest steps, in their order; records may be read
// backwards. It has no steps from an edition to itself. ok is false if no records lead there.
func Route(records []*Changes, from, to Ref) (steps []*Changes, ok bool) {
	type stop struct {
		at    Ref
		steps []*Changes
	}
	seen := map[Ref]bool{from: true}
	for queue := []stop{{at: from}}; len(queue) > 0; queue = queue[1:] {
		here := queue[0]
		if here.at == to {
			return here.steps, true
		}
		for _, record := range records {
			for _, step := range []*Changes{record, record.Reverse()} {
				next := step.to.Ref()
				if step.from.Ref() != here.at || seen[next] {
					continue
				}
				seen[next] = true
				queue = append(queue, stop{next, append(here.steps[:len(here.steps):len(here.steps)], step)})
			}
		}
	}
	return nil, false
}
