package main

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/invopop/jsonschema"
)

// MigrationFile says what became of every item and every answer on the way from one edition to another.
type MigrationFile struct {
	// Says that the file is the report of a migration and in which version of the format.
	Format string `json:"format" jsonschema:"title=Format"`
	// The older edition.
	From CatalogRef `json:"from" jsonschema:"title=From"`
	// The newer edition.
	To CatalogRef `json:"to" jsonschema:"title=To"`
	// One line for each item of the older edition, in its order.
	Old []OldItem `json:"old" jsonschema:"title=Older items"`
	// One line for each item of the newer edition, in its order.
	New []NewItem `json:"new" jsonschema:"title=Newer items"`
	// The level that the answers aimed at and that the newer edition does not have. Left out where there is none.
	TargetDropped string `json:"targetDropped,omitempty" jsonschema:"title=Dropped target,example=3"`
	// What an expert confirmed was about the older edition and is kept beside the answers.
	ConfirmationAside bool `json:"confirmationAside" jsonschema:"title=Confirmation set aside"`
	// What management declared was about the older edition and is kept beside the answers.
	DeclarationAside bool `json:"declarationAside" jsonschema:"title=Declaration set aside"`
	Extensible
}

// JSONSchemaExtend fixes the format.
func (MigrationFile) JSONSchemaExtend(s *jsonschema.Schema) { setFormat(s, assess.MigrationFormat) }

// OldItem is the verdict on an item of the older edition.
type OldItem struct {
	// The id of the item.
	Item string `json:"item" jsonschema:"title=Item id,example=11"`
	// What became of the item.
	Verdict ChangeKind `json:"verdict" jsonschema:"title=Verdict"`
	// The ids of the items of the newer edition that continue it.
	To []string `json:"to" jsonschema:"title=Newer item ids"`
	// What became of its answers.
	Answers Fate `json:"answers" jsonschema:"title=Answers"`
	Extensible
}

// NewItem is the verdict on an item of the newer edition.
type NewItem struct {
	// The id of the item.
	Item string `json:"item" jsonschema:"title=Item id,example=11"`
	// Where the item comes from.
	Verdict ChangeKind `json:"verdict" jsonschema:"title=Verdict"`
	// The ids of the items of the older edition that it continues.
	From []string `json:"from" jsonschema:"title=Older item ids"`
	// Where else an added item was asked before.
	Origin Origin `json:"origin,omitempty" jsonschema:"title=Origin"`
	// It has no answer yet.
	Ask bool `json:"ask" jsonschema:"title=Has to be asked"`
	Extensible
}

// Fate says what became of the answers to an item.
type Fate string

// JSONSchema lists the fates.
func (Fate) JSONSchema() *jsonschema.Schema {
	return codes("What became of the answers to an item. Carried: all of them answer the newer item. Aside: at least one does not and is kept beside the answers.",
		codesOf(assess.NoAnswer)...)
}
