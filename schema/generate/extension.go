package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/invopop/jsonschema"
)

// ExtensionFile is what an association or a customer adds to a catalogue of somebody else. The two are compiled into one
// catalogue.
type ExtensionFile struct {
	// Says that the file is an extension and in which version of the format.
	Format string `json:"format" jsonschema:"title=Format"`
	// Names the catalogue that comes of it. It is not the id of the base. Letters, digits, hyphens, dots and underscores, at most 64.
	ID string `json:"id" jsonschema:"title=Catalogue id,example=food"`
	// Names the edition.
	Version string `json:"version" jsonschema:"title=Edition,example=2026-11"`
	// How far the edition has come.
	Status Status `json:"status" jsonschema:"title=Status"`
	// The edition that replaced this one. Empty unless the status is superseded.
	SupersededBy string `json:"supersededBy,omitempty" jsonschema:"title=Superseded by,example=2027-11"`
	// The name of the list.
	Title Text `json:"title" jsonschema:"title=Title"`
	// The body that publishes the extension.
	Publisher string `json:"publisher" jsonschema:"title=Publisher"`
	// The day of publication.
	Published Date `json:"published,omitempty" jsonschema:"title=Published"`
	// The day from which the edition is in force.
	InForce Date `json:"inForce,omitempty" jsonschema:"title=In force"`
	// The day on which the edition was withdrawn.
	Retired Date `json:"retired,omitempty" jsonschema:"title=Retired"`
	// The day after which someone should look whether the source has changed.
	StaleAfter Date `json:"staleAfter,omitempty" jsonschema:"title=Stale after"`
	// The catalogue that is extended.
	Extends ExtensionBase `json:"extends" jsonschema:"title=Base"`
	// The documents that the extension rests on, beside those of the base.
	Sources []Document `json:"sources" jsonschema:"title=Sources"`
	// Statements that are added.
	Facts []Fact `json:"facts,omitempty" jsonschema:"title=Facts"`
	// Words that are added to the glossary.
	Terms []Term `json:"terms,omitempty" jsonschema:"title=Glossary"`
	// Levels that are added above those of the base.
	Levels []Level `json:"levels,omitempty" jsonschema:"title=Levels"`
	// Chapters that are added.
	Sections []Section `json:"sections,omitempty" jsonschema:"title=Sections"`
	// Requirements that are added.
	Requirements []Requirement `json:"requirements,omitempty" jsonschema:"title=Requirements"`
	// Items that are added. Where the base has points, none of them is a question.
	Items []Item `json:"items,omitempty" jsonschema:"title=Items"`
	// How items of the base read in the extension.
	Changes []ItemChange `json:"changes,omitempty" jsonschema:"title=Changes"`
	Extensible
}

// JSONSchemaExtend fixes the format.
func (ExtensionFile) JSONSchemaExtend(s *jsonschema.Schema) { setFormat(s, catalog.ExtensionFormat) }

// ExtensionBase names the catalogue that is extended.
type ExtensionBase struct {
	// The id of the catalogue.
	ID string `json:"id" jsonschema:"title=Catalogue id,example=scs"`
	// The edition.
	Version string `json:"version" jsonschema:"title=Edition,example=2026-03-27"`
	// The id of the last level that is taken. Empty takes all.
	UpTo string `json:"upTo,omitempty" jsonschema:"title=Up to level,example=3"`
	Extensible
}

// ItemChange says how an item of the base reads in the extension.
type ItemChange struct {
	// The id of the item in the base.
	Item string `json:"item" jsonschema:"title=Item id,example=4-3-4-1"`
	// What the change does.
	Kind ItemChangeKind `json:"kind" jsonschema:"title=Kind"`
	// The members that take the place of those of the base. Left out for what is removed.
	Set ItemSet `json:"set,omitempty" jsonschema:"title=Set"`
	// Why it is changed.
	Rationale Text `json:"rationale" jsonschema:"title=Rationale"`
	// Where a document of the extension states it.
	Source Clause `json:"source" jsonschema:"title=Source"`
	Extensible
}

// ItemSet holds members that take the place of those of an item. What identifies the item and where it stands is the
// base's.
type ItemSet struct {
	// The id of the lowest level that asks for the item.
	Level string `json:"level,omitempty" jsonschema:"title=Level id,example=3"`
	// The question.
	Text Text `json:"text,omitempty" jsonschema:"title=Question"`
	// One concrete harm that the measure prevents.
	Why Text `json:"why,omitempty" jsonschema:"title=Why"`
	// All of these must be true to answer "met".
	DoneWhen []Text `json:"doneWhen,omitempty" jsonschema:"title=Done when"`
	// What counts only as partial.
	PartialWhen []Text `json:"partialWhen,omitempty" jsonschema:"title=Partial when"`
	// Questions that expose a too generous answer.
	DrillDown []Text `json:"drillDown,omitempty" jsonschema:"title=Drill-down questions"`
	// Examples of what one could show.
	Evidence []Text `json:"evidence,omitempty" jsonschema:"title=Examples of evidence"`
	// What else the source says about it.
	Notes []Text `json:"notes,omitempty" jsonschema:"title=Notes"`
	// Something to begin with that costs nothing.
	FirstStep Text `json:"firstStep,omitempty" jsonschema:"title=First step"`
	// The alternatives inside the criterion ("A or B or C").
	Options []Option `json:"options,omitempty" jsonschema:"title=Options"`
	// Narrows the choices of the catalogue for this item, with labels of its own.
	Choices []Choice `json:"choices,omitempty" jsonschema:"title=Choices"`
	// How often it is due again, as an ISO 8601 duration.
	Recurs string `json:"recurs,omitempty" jsonschema:"title=Recurrence,example=P1Y"`
	// The figures that the source sets.
	Thresholds []Threshold `json:"thresholds,omitempty" jsonschema:"title=Thresholds"`
	Extensible
}

// ItemChangeKind says what a change of an item does.
type ItemChangeKind string

// JSONSchema lists the kinds of change.
func (ItemChangeKind) JSONSchema() *jsonschema.Schema {
	return codes("What a change does. Sharpened: everything of the base is asked and more. Reworded: the same in other words. What asks less has to be called weakened. Removed: it is not asked.",
		catalog.ItemChangeKindCodes()...)
}
