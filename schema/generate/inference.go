package main

import (
	"github.com/hoshitori/hoshitori/score"
	"github.com/invopop/jsonschema"
)

// InferenceFile says what answers to some catalogues already decide in another one.
type InferenceFile struct {
	// Says that the file is an inference and in which version of the format.
	Format string `json:"format" jsonschema:"title=Format"`
	// The edition that the inference is about.
	To CatalogRef `json:"to" jsonschema:"title=To"`
	// The level that the inference is limited to. Empty if there is none.
	Target string `json:"target" jsonschema:"title=Target level"`
	// The editions that were answered.
	From []CatalogRef `json:"from" jsonschema:"title=From"`
	// How many items are decided.
	Counts InferenceCounts `json:"counts" jsonschema:"title=Counts"`
	// One line for each item, in the order of the catalogue.
	Items []InferredItem `json:"items" jsonschema:"title=Items"`
	// The items without an answer that would settle others. The most useful stands first.
	Questions []NextQuestion `json:"questions" jsonschema:"title=Next questions"`
	// The items about which the answers contradict each other.
	Disputes []Dispute `json:"disputes" jsonschema:"title=Disputes"`
	// The items that no crosswalk connects with what was answered. Not even as related.
	Untouched []string `json:"untouched" jsonschema:"title=Untouched item ids"`
	Extensible
}

// JSONSchemaExtend fixes the format.
func (InferenceFile) JSONSchemaExtend(s *jsonschema.Schema) { setFormat(s, score.InferenceFormat) }

// InferenceCounts counts the items. The other four add up to the total.
type InferenceCounts struct {
	// All items.
	Total Count `json:"total" jsonschema:"title=Total"`
	// Items that were answered.
	Given Count `json:"given" jsonschema:"title=Answered"`
	// Items without an answer that are certainly met.
	Met Count `json:"met" jsonschema:"title=Met"`
	// Items without an answer that are certainly not met.
	Unmet Count `json:"unmet" jsonschema:"title=Not met"`
	// Items without an answer about which nothing is sure.
	Open Count `json:"open" jsonschema:"title=Open"`
	Extensible
}

// InferredItem is what is known about one item.
type InferredItem struct {
	// The id of the item.
	Item string `json:"item" jsonschema:"title=Item id,example=4-3-4-1"`
	// What is sure about it.
	Verdict Outcome `json:"verdict" jsonschema:"title=Verdict"`
	// The item was answered.
	Given bool `json:"given" jsonschema:"title=Answered"`
	// The answer that the verdict amounts to. Unanswered where it is not known how far the item is met.
	State StateOrNone `json:"state" jsonschema:"title=State"`
	// The confidence of the weakest source on the path. Left out where no source on it states one.
	Confidence Confidence `json:"confidence,omitempty" jsonschema:"title=Confidence"`
	// The answers contradict each other about it.
	Disputed bool `json:"disputed" jsonschema:"title=Disputed"`
	// The steps from the answers to the item.
	Path []Step `json:"path" jsonschema:"title=Path"`
	Extensible
}

// Step is one link of a path. Because of the premises, the conclusion holds.
type Step struct {
	// The id of a crosswalk or the two editions of a change record.
	By string `json:"by" jsonschema:"title=By,example=sa2-scs,example=sa1@3.1>sa1@4.0"`
	// The step is by a change record.
	Record bool `json:"record" jsonschema:"title=By a change record"`
	// The relation that decides it.
	Relation Relation `json:"relation" jsonschema:"title=Relation"`
	// The conclusion stands on the left side of the relation.
	Reversed bool `json:"reversed" jsonschema:"title=Reversed"`
	// What the step begins with.
	Premises []Known `json:"premises" jsonschema:"title=Premises"`
	// What follows.
	Conclusion Known `json:"conclusion" jsonschema:"title=Conclusion"`
	// What is the same and what one side lacks.
	Rationale Text `json:"rationale" jsonschema:"title=Rationale"`
	Extensible
}

// Known is something that is sure about an item.
type Known struct {
	// The edition.
	Catalog CatalogRef `json:"catalog" jsonschema:"title=Catalogue edition"`
	// The id of the item.
	Item string `json:"item" jsonschema:"title=Item id,example=11"`
	// It is met. Otherwise it is certainly not met.
	Met bool `json:"met" jsonschema:"title=Met"`
	// The answer. Unanswered where only that much is known.
	State StateOrNone `json:"state" jsonschema:"title=State"`
	// It was answered. Otherwise it follows from an earlier step.
	Given bool `json:"given" jsonschema:"title=Answered"`
	Extensible
}

// NextQuestion is an item whose answer would settle others.
type NextQuestion struct {
	// The edition.
	Catalog CatalogRef `json:"catalog" jsonschema:"title=Catalogue edition"`
	// The id of the item.
	Item string `json:"item" jsonschema:"title=Item id,example=11"`
	// How many items become sure if it is met.
	IfMet Count `json:"ifMet" jsonschema:"title=If met"`
	// How many items become sure if it is not met.
	IfUnmet Count `json:"ifUnmet" jsonschema:"title=If not met"`
	Extensible
}

// Dispute is an item about which the answers contradict each other.
type Dispute struct {
	// The id of the item.
	Item string `json:"item" jsonschema:"title=Item id,example=4-3-4-1"`
	// The item was answered otherwise than the path says. If not, two paths contradict each other.
	Given bool `json:"given" jsonschema:"title=Answered"`
	// What contradicts the answer or the other path.
	Path []Step `json:"path" jsonschema:"title=Path"`
	Extensible
}
