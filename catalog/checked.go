package catalog

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

// Hash returns the digest of data as "algorithm:hex", such as "sha256:2db6…". The host supplies it, because a hash from
// the standard library would make the browser build a quarter larger; in Go programs use digest.SHA256.
type Hash func(data []byte) string

// Checked is a catalogue that [Check] has found to be right. It does not change and may be used by several goroutines.
// Slices inside the values that its methods return are shared and must not be written to.
type Checked struct {
	source  Source
	digest  string
	items   map[ItemID]int
	levels  map[string]int
	points  bool
	choices [Compensated + 1]*Choice

	japanese, english words // of the glossary
}

func newChecked(s *Source, hash Hash) *Checked {
	c := &Checked{source: *s, items: make(map[ItemID]int, len(s.Items)), levels: make(map[string]int, len(s.Levels))}
	c.source.read = nil
	// The lists are copied, so that the author may go on editing the source.
	c.source.Documents = slices.Clone(s.Documents)
	c.source.Facts = slices.Clone(s.Facts)
	c.source.Terms = slices.Clone(s.Terms)
	c.source.Choices = slices.Clone(s.Choices)
	c.source.Bands = slices.Clone(s.Bands)
	c.source.Levels = slices.Clone(s.Levels)
	c.source.Sections = slices.Clone(s.Sections)
	c.source.Requirements = slices.Clone(s.Requirements)
	c.source.Items = slices.Clone(s.Items)
	for i, item := range s.Items {
		c.items[item.ID] = i
	}
	for i, l := range s.Levels {
		c.levels[l.ID] = i
	}
	for i := range c.source.Choices {
		choice := &c.source.Choices[i]
		c.choices[choice.State] = choice
		c.points = choice.Points != nil
	}
	c.japanese, c.english = newWords(lang.JA, c.source.Terms), newWords(lang.EN, c.source.Terms)
	if hash != nil {
		c.digest = hash(c.source.JSON())
	}
	return c
}

// Ref returns the catalogue's id and version.
func (c *Checked) Ref() Ref { return c.source.Ref() }

// Status says how far the edition has come.
func (c *Checked) Status() Status { return c.source.Status }

// SupersededBy returns the edition that replaced this one, "" if none did.
func (c *Checked) SupersededBy() Version { return c.source.SupersededBy }

// Title returns the name of the scheme and list.
func (c *Checked) Title() Text { return c.source.Title }

// Publisher returns the body that publishes the scheme.
func (c *Checked) Publisher() string { return c.source.Publisher }

// Published returns the day of publication, "" where no source states one.
func (c *Checked) Published() Date { return c.source.Published }

// StaleAfter returns the day after which someone should look whether the source has changed, "" if there is none.
func (c *Checked) StaleAfter() Date { return c.source.StaleAfter }

// Digest returns the hash of [Checked.JSON], "" if the host gave no hash.
func (c *Checked) Digest() string { return c.digest }

// WithDigest returns the catalogue with the digest that the host has computed from [Checked.JSON] itself. It is for hosts
// whose hash cannot be a [Hash], such as a browser, which answers later.
func (c *Checked) WithDigest(digest string) *Checked {
	out := *c
	out.digest = digest
	return &out
}

// JSON returns the catalogue file in canonical form.
func (c *Checked) JSON() []byte { return c.source.JSON() }

// Documents returns the source documents.
func (c *Checked) Documents() []Document { return slices.Clone(c.source.Documents) }

// Document returns the source document of that id; ok is false if there is none.
func (c *Checked) Document(id string) (d Document, ok bool) {
	i := slices.IndexFunc(c.source.Documents, func(d Document) bool { return d.ID == id })
	if i < 0 {
		return Document{}, false
	}
	return c.source.Documents[i], true
}

// Facts returns what the catalogue says about its scheme and edition.
func (c *Checked) Facts() []Fact { return slices.Clone(c.source.Facts) }

// Fact returns the fact of that key; ok is false if there is none.
func (c *Checked) Fact(key string) (f Fact, ok bool) {
	i := slices.IndexFunc(c.source.Facts, func(f Fact) bool { return f.Key == key })
	if i < 0 {
		return Fact{}, false
	}
	return c.source.Facts[i], true
}

// Terms returns the glossary.
func (c *Checked) Terms() []Term { return slices.Clone(c.source.Terms) }

// Choices returns the states that may be answered, in the order in which they are offered.
func (c *Checked) Choices() []Choice { return slices.Clone(c.source.Choices) }

// ChoicesOf returns the choices that an item offers: those of the catalogue, narrowed and relabelled by the item.
func (c *Checked) ChoicesOf(item Item) []Choice {
	if len(item.Choices) == 0 {
		return c.Choices()
	}
	out := slices.Clone(item.Choices)
	for i := range out {
		general := c.choices[out[i].State]
		if out[i].Label.IsZero() {
			out[i].Label = general.Label
		}
		if out[i].Advice.IsZero() {
			out[i].Advice = general.Advice
		}
		if item.Kind == Question {
			out[i].Points = general.Points
		}
	}
	return out
}

// Allows reports whether an item may be answered with the state.
func (c *Checked) Allows(item Item, state State) bool {
	return int(state) < len(c.choices) && c.choices[state] != nil && itemAllows(item, state)
}

// HasPoints reports whether questions count for points. Where they do not, there are verdicts, counts and lists, and
// nothing to compute a percentage from.
func (c *Checked) HasPoints() bool { return c.points }

// Points returns what a state counts for; ok is false in a catalogue without points and for a state it does not have.
func (c *Checked) Points(state State) (points int64, ok bool) {
	if int(state) >= len(c.choices) || c.choices[state] == nil || c.choices[state].Points == nil {
		return 0, false
	}
	return *c.choices[state].Points, true
}

// Bands returns the bands from the highest to the lowest; none in a catalogue without points.
func (c *Checked) Bands() []Band { return slices.Clone(c.source.Bands) }

// BandOf returns the band that a score belongs to; ok is false in a catalogue without points.
func (c *Checked) BandOf(score int64) (b Band, ok bool) {
	for _, b := range c.source.Bands {
		if score >= b.Min {
			return b, true
		}
	}
	return Band{}, false
}

// Levels returns the levels from the lowest to the highest.
func (c *Checked) Levels() []Level { return slices.Clone(c.source.Levels) }

// LevelIndex returns the place of a level in [Checked.Levels]; ok is false if there is no such level.
func (c *Checked) LevelIndex(id string) (index int, ok bool) {
	index, ok = c.levels[id]
	return index, ok
}

// AtLevel reports whether an item belongs to the level of that index or to one below.
func (c *Checked) AtLevel(item Item, index int) bool { return c.levels[item.Level] <= index }

// Sections returns the sections in the order of the source.
func (c *Checked) Sections() []Section { return slices.Clone(c.source.Sections) }

// Requirements returns the requirements in the order of the source; a flat catalogue has none.
func (c *Checked) Requirements() []Requirement { return slices.Clone(c.source.Requirements) }

// Section returns the section of that id; ok is false if there is none.
func (c *Checked) Section(id string) (s Section, ok bool) {
	i := slices.IndexFunc(c.source.Sections, func(s Section) bool { return s.ID == id })
	if i < 0 {
		return Section{}, false
	}
	return c.source.Sections[i], true
}

// Requirement returns the requirement of that id; ok is false if there is none.
func (c *Checked) Requirement(id string) (r Requirement, ok bool) {
	i := slices.IndexFunc(c.source.Requirements, func(r Requirement) bool { return r.ID == id })
	if i < 0 {
		return Requirement{}, false
	}
	return c.source.Requirements[i], true
}

// Items returns the items in the order of the source.
func (c *Checked) Items() []Item { return slices.Clone(c.source.Items) }

// NumItems returns how many items there are.
func (c *Checked) NumItems() int { return len(c.source.Items) }

// Item returns the item of that id; ok is false if there is none.
func (c *Checked) Item(id ItemID) (item Item, ok bool) {
	i, ok := c.items[id]
	if !ok {
		return Item{}, false
	}
	return c.source.Items[i], true
}

// ItemIndex returns the place of an item in [Checked.Items]; ok is false if there is no such item.
func (c *Checked) ItemIndex(id ItemID) (index int, ok bool) {
	index, ok = c.items[id]
	return index, ok
}
