package official

// Count is how much a workbook asks at a level, the levels below included.
type Count struct {
	Level        string
	Requirements int
	Criteria     int
}

// Counts counts what the workbook itself says: requirements by its circles, criteria by their levels.
func (b *Book) Counts() []Count {
	var out []Count
	for i, l := range b.scheme.levels {
		c := Count{Level: l.ID}
		circled := map[string]bool{}
		for _, r := range b.rows {
			at, ok := b.scheme.LevelIndex(level(b.cell(r, b.columns.level)))
			if r.number != "" && ok && at <= i {
				c.Criteria++
			}
			if r.number != "" && isCircle(b.cell(r, b.columns.circles[i])) {
				circled[requirementOf(r.number)] = true
			}
		}
		c.Requirements = len(circled)
		out = append(out, c)
	}
	return out
}

// Criteria returns how many rows have the number of a criterion.
func (b *Book) Criteria() (n int) {
	for _, r := range b.rows {
		if r.number != "" {
			n++
		}
	}
	return n
}
