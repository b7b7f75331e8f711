package official

import "github.com/hoshitori/hoshitori/catalog"

// scheme is a catalogue as the workbook is read against it.
type scheme struct {
	*catalog.Checked
	order   []string                // the numbers of the criteria
	items   map[string]catalog.Item // by number
	indexes map[string]int          // of items, by number
	levels  []catalog.Level
}

func newScheme(k *catalog.Checked) *scheme {
	c := &scheme{Checked: k, levels: k.Levels(), items: map[string]catalog.Item{}, indexes: map[string]int{}}
	for i, item := range k.Items() {
		c.order = append(c.order, item.Number)
		c.items[item.Number] = item
		c.indexes[item.Number] = i
	}
	return c
}

// fits reports whether the catalogue is one that a workbook of this kind can be about: criteria under requirements, each
// with a number of its own.
func fits(k *catalog.Checked) bool {
	seen := map[string]bool{}
	for _, item := range k.Items() {
		if item.Kind != catalog.Criterion || item.Requirement == "" || criterionNumber(item.Number) != item.Number || seen[item.Number] {
			return false
		}
		seen[item.Number] = true
	}
	return true
}

func (c *scheme) title(item catalog.Item) string {
	r, _ := c.Requirement(item.Requirement)
	return r.Title.JA
}

// group returns the section that an item's requirement stands in.
func (c *scheme) group(item catalog.Item) catalog.Section {
	r, _ := c.Requirement(item.Requirement)
	s, _ := c.Section(r.Section)
	return s
}

// category returns the section at the top.
func (c *scheme) category(item catalog.Item) catalog.Section {
	s := c.group(item)
	for s.Parent != "" {
		s, _ = c.Section(s.Parent)
	}
	return s
}

// function returns the CSF function of an item: its own, else that of the nearest section around it.
func (c *scheme) function(item catalog.Item) string {
	if item.CSF != "" {
		return item.CSF
	}
	s := c.group(item)
	for s.CSF == "" && s.Parent != "" {
		s, _ = c.Section(s.Parent)
	}
	return s.CSF
}

// circle reports whether a requirement has a criterion at the level of that index or below.
func (c *scheme) circle(r catalog.Requirement, level int) bool {
	for _, id := range r.Items {
		if item, ok := c.Item(id); ok && c.AtLevel(item, level) {
			return true
		}
	}
	return false
}
