package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/invopop/jsonschema"
)

// CrosswalkFile says which items of one catalogue say something about items of another catalogue or of a guide.
type CrosswalkFile struct {
	// Says that the file is a crosswalk and in which version of the format.
	Format string `json:"format" jsonschema:"title=Format"`
	// Names the crosswalk. Letters, digits, hyphens, dots and underscores, at most 64.
	ID string `json:"id" jsonschema:"title=Crosswalk id,example=sa2-scs"`
	// What the crosswalk connects.
	Title Text `json:"title" jsonschema:"title=Title"`
	// The catalogue on the left side.
	From CatalogRef `json:"from" jsonschema:"title=From"`
	// The catalogue or guide on the right side.
	To CatalogRef `json:"to" jsonschema:"title=To"`
	// Whose judgement the crosswalk is.
	Author Text `json:"author" jsonschema:"title=Author"`
	// The day on which somebody last went through the crosswalk.
	Reviewed Date `json:"reviewed,omitempty" jsonschema:"title=Reviewed"`
	// The documents that the crosswalk rests on, beside those of the items.
	Sources []Document `json:"sources,omitempty" jsonschema:"title=Sources"`
	// The relations. No two have the same items on both sides.
	Entries []CrosswalkEntry `json:"entries" jsonschema:"title=Entries"`
	Extensible
}

// JSONSchemaExtend fixes the format.
func (CrosswalkFile) JSONSchemaExtend(s *jsonschema.Schema) { setFormat(s, catalog.CrosswalkFormat) }

// CrosswalkEntry relates all items on the left together to all items on the right together.
type CrosswalkEntry struct {
	// The ids of the items on the left. In a file that is meant to be used there is at least one.
	From []string `json:"from" jsonschema:"title=Left item ids"`
	// What the left side is to the right side.
	Relation Relation `json:"relation" jsonschema:"title=Relation"`
	// Which way the author vouches for the relation. Left out where it holds both ways.
	Direction Direction `json:"direction,omitempty" jsonschema:"title=Direction"`
	// The ids of the items on the right. For a guide those of its entries or groups.
	To []string `json:"to" jsonschema:"title=Right item ids"`
	// What is the same and what one side lacks.
	Rationale Text `json:"rationale" jsonschema:"title=Rationale"`
	Extensible
}

// Relation is what one side of an entry is to the other.
type Relation string

// JSONSchema lists the relations.
func (Relation) JSONSchema() *jsonschema.Schema {
	return codes("What the left side is to the right side. Covers: who has met all of the left has met each of the right. Part_of: the other way round. Equal: both. Related decides nothing.",
		catalog.RelationCodes()...)
}

// Direction says which way an entry may be used.
type Direction string

// JSONSchema lists the directions.
func (Direction) JSONSchema() *jsonschema.Schema {
	return codes("Which way an entry may be used. Forward: answers on the left say something about the right and nothing the other way. Backward: from the right to the left.",
		catalog.DirectionCodes()...)
}
