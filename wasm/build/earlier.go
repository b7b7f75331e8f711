package main

import (
	"encoding/json"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/changes"
)

// earlierEdition is what the engine needs to carry answers over from an earlier edition.
type earlierEdition struct {
	Catalog json.RawMessage `json:"catalog"` // without what only helps to answer
	Changes json.RawMessage `json:"changes"`
}

// earlier returns the editions from which a change record leads to the catalogue.
func earlier(c *catalog.Checked) []earlierEdition {
	var list []earlierEdition
	for _, record := range changes.All() {
		if record.To().Ref() == c.Ref() {
			list = append(list, earlierEdition{bare(record.From()), record.JSON()})
		}
	}
	return list
}

// bare returns a catalogue with what it asks and without guidance, glossary and facts: nobody reads it any more, and it
// would double what the page loads.
func bare(c *catalog.Checked) []byte {
	s, problems := catalog.Parse(c.JSON())
	if err := problems.Err(); err != nil {
		panic(err) // the catalogue wrote it itself
	}
	s.Facts, s.Terms = nil, nil
	for i := range s.Items {
		item := &s.Items[i]
		item.Why, item.FirstStep = catalog.Text{}, catalog.Text{}
		item.DrillDown, item.Evidence, item.Notes = nil, nil, nil
	}
	return s.JSON()
}
