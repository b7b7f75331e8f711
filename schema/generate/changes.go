package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/invopop/jsonschema"
)

// ChangesFile says what became of each item from one edition of a catalogue to the next.
type ChangesFile struct {
	// Says that the file is a change record and in which version of the format.
	Format string `json:"format" jsonschema:"title=Format"`
	// The older edition.
	From CatalogRef `json:"from" jsonschema:"title=From"`
	// The newer edition. It has the same catalogue id.
	To CatalogRef `json:"to" jsonschema:"title=To"`
	// Whose judgement the record is.
	Author Text `json:"author" jsonschema:"title=Author"`
	// The day on which somebody last went through the record.
	Reviewed Date `json:"reviewed,omitempty" jsonschema:"title=Reviewed"`
	// The documents that the record rests on.
	Sources []Document `json:"sources" jsonschema:"title=Sources"`
	// The changes. Every item of either edition stands in exactly one of them.
	Changes []Change `json:"changes" jsonschema:"title=Changes"`
	Extensible
}

// JSONSchemaExtend fixes the format.
func (ChangesFile) JSONSchemaExtend(s *jsonschema.Schema) { setFormat(s, catalog.ChangesFormat) }

// Change is what became of one or several items.
type Change struct {
	// What became of them. It says how many items stand on either side.
	Kind ChangeKind `json:"kind" jsonschema:"title=Kind"`
	// The ids of the items of the older edition. None for what was added.
	From []string `json:"from,omitempty" jsonschema:"title=Older item ids"`
	// The ids of the items of the newer edition. None for what was retired.
	To []string `json:"to,omitempty" jsonschema:"title=Newer item ids"`
	// What is the same and what is not.
	Rationale Text `json:"rationale" jsonschema:"title=Rationale"`
	// Where that is stated. A change with the confidence "draft" or "unverified" carries no answer.
	Source Clause `json:"source" jsonschema:"title=Source"`
	// Where else an added item was asked before. Only in a change of the kind "added".
	Origin Origin `json:"origin,omitempty" jsonschema:"title=Origin"`
	Extensible
}

// Origin is an item of another catalogue that asked the same before.
type Origin struct {
	// The other catalogue.
	Catalog CatalogRef `json:"catalog" jsonschema:"title=Catalogue edition"`
	// The id of the item there.
	Item string `json:"item" jsonschema:"title=Item id,example=11"`
	Extensible
}

// ChangeKind says what became of an item.
type ChangeKind string

// JSONSchema lists the kinds of change.
func (ChangeKind) JSONSchema() *jsonschema.Schema {
	return codes("What became of an item. Split is one item to several, merged several to one, added and retired have one side only, and the others are one to one.",
		catalog.ChangeKindCodes()...)
}
