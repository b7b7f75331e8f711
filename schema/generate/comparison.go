package main

import (
	"github.com/hoshitori/hoshitori/score"
	"github.com/invopop/jsonschema"
)

// ComparisonFile says what became of one organisation's answers from an earlier assessment to a later one.
type ComparisonFile struct {
	// Says that the file is a comparison and in which version of the format.
	Format string `json:"format" jsonschema:"title=Format"`
	// The earlier assessment.
	Before Side `json:"before" jsonschema:"title=Before"`
	// The later assessment.
	After Side `json:"after" jsonschema:"title=After"`
	// The level that the comparison is limited to. Empty if there is none.
	Target string `json:"target" jsonschema:"title=Target level"`
	// The steps by which the earlier answers were brought to the later edition.
	Migrated []MigrationFile `json:"migrated" jsonschema:"title=Migrations"`
	// What limits the comparison.
	Caveats []ResultReason `json:"caveats" jsonschema:"title=Caveats"`
	// The scores. Left out where the catalogue has no points or another edition lies in between.
	Points ComparedPoints `json:"points,omitempty" jsonschema:"title=Points"`
	// The verdicts on every level.
	Levels []ComparedLevel `json:"levels" jsonschema:"title=Levels"`
	// All items that either has, in the order of the later edition. Retired ones stand last.
	Items []ComparedItem `json:"items" jsonschema:"title=Items"`
	// What of the later assessment no longer holds on the day that was asked for.
	Lapses []Lapse `json:"lapses" jsonschema:"title=Lapses"`
	// An item, a level, the score or the assurance is worse, or something has lapsed.
	GotWorse bool `json:"gotWorse" jsonschema:"title=Got worse"`
	Extensible
}

// JSONSchemaExtend fixes the format.
func (ComparisonFile) JSONSchemaExtend(s *jsonschema.Schema) { setFormat(s, score.ComparisonFormat) }

// Side is one of the two assessments.
type Side struct {
	// The catalogue edition.
	Catalog ResultCatalog `json:"catalog" jsonschema:"title=Catalogue edition"`
	// The day of the assessment. Empty if it is not stated.
	AssessedOn Date `json:"assessedOn" jsonschema:"title=Assessed on"`
	// The level aimed at. Empty if none is chosen.
	Target string `json:"target" jsonschema:"title=Target level"`
	Extensible
}

// ComparedPoints is the score before and after.
type ComparedPoints struct {
	// The score of the earlier assessment.
	Before Points `json:"before" jsonschema:"title=Before"`
	// The score of the later assessment.
	After Points `json:"after" jsonschema:"title=After"`
	Extensible
}

// ComparedLevel is the verdict on a level before and after.
type ComparedLevel struct {
	// The id of the level.
	ID string `json:"id" jsonschema:"title=Level id,example=2"`
	// The earlier verdict.
	Before Outcome `json:"before" jsonschema:"title=Before"`
	// The later verdict.
	After Outcome `json:"after" jsonschema:"title=After"`
	// Whose word the earlier verdict is.
	AssuranceBefore Assurance `json:"assuranceBefore" jsonschema:"title=Assurance before"`
	// Whose word the later verdict is.
	AssuranceAfter Assurance `json:"assuranceAfter" jsonschema:"title=Assurance after"`
	// The direction of the change.
	Trend Trend `json:"trend" jsonschema:"title=Trend"`
	Extensible
}

// ComparedItem is what became of an item.
type ComparedItem struct {
	// The id of the item in the later edition. In the earlier one where it was retired.
	Item string `json:"item" jsonschema:"title=Item id,example=11"`
	// What the earlier answers amount to.
	Before StateOrNone `json:"before" jsonschema:"title=Before"`
	// What the later answers amount to.
	After StateOrNone `json:"after" jsonschema:"title=After"`
	// The direction of the change.
	Trend Trend `json:"trend" jsonschema:"title=Trend"`
	// What it is that changed.
	Reasons []ResultReason `json:"reasons" jsonschema:"title=Reasons"`
	Extensible
}

// Lapse is something that no longer holds.
type Lapse struct {
	// The id of the item.
	Item string `json:"item" jsonschema:"title=Item id,example=11"`
	// The first day on which it no longer holds.
	On Date `json:"on" jsonschema:"title=On"`
	// The code of the reason. Later releases may add codes.
	Reason string `json:"reason" jsonschema:"title=Reason,example=evidence-expired,example=due-again"`
	Extensible
}

// Trend is the direction of a change.
type Trend string

// JSONSchema lists the trends.
func (Trend) JSONSchema() *jsonschema.Schema {
	return codes("The direction of a change. Clearer: it was open and is now known not to be met. New: there was nothing to compare with. Gone: it is not asked any more.",
		codesOf(score.Same)...)
}
