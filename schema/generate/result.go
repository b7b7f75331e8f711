package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/score"
	"github.com/invopop/jsonschema"
)

// ResultFile is what an assessment amounts to: points with bounds, verdicts, counts, gaps and the explanation of all.
type ResultFile struct {
	// Says that the file is a result and in which version of the format.
	Format string `json:"format" jsonschema:"title=Format"`
	// The catalogue edition that the result speaks of.
	Catalog ResultCatalog `json:"catalog" jsonschema:"title=Catalogue edition"`
	// The level that totals, sections and gaps are limited to. Empty if there is none.
	Target string `json:"target" jsonschema:"title=Target level"`
	// How several answers to one item became one.
	Combine Combine `json:"combine" jsonschema:"title=Combination"`
	// How many items were answered.
	Completeness Completeness `json:"completeness" jsonschema:"title=Completeness"`
	// The score with its bounds. Left out where the catalogue has no points.
	Points Points `json:"points,omitempty" jsonschema:"title=Points"`
	// The verdict on every level.
	Levels []ResultLevel `json:"levels" jsonschema:"title=Levels"`
	// The counts by section.
	Sections []ResultSection `json:"sections" jsonschema:"title=Sections"`
	// What remains to be done and in which order.
	Gaps []Gap `json:"gaps" jsonschema:"title=Gaps"`
	// What the score rests on. In a catalogue without points: what the verdict on the target rests on.
	Explanation Node `json:"explanation" jsonschema:"title=Explanation"`
	Extensible
}

// JSONSchemaExtend fixes the format.
func (ResultFile) JSONSchemaExtend(s *jsonschema.Schema) { setFormat(s, score.Format) }

// ResultCatalog is the catalogue edition that the result speaks of.
type ResultCatalog struct {
	// The id of the catalogue.
	ID string `json:"id" jsonschema:"title=Catalogue id,example=sa2"`
	// The edition.
	Version string `json:"version" jsonschema:"title=Edition,example=3.1"`
	// How far the edition has come.
	Status Status `json:"status" jsonschema:"title=Status"`
	// The edition that replaced this one. Empty if none did.
	SupersededBy string `json:"supersededBy,omitempty" jsonschema:"title=Superseded by,example=4.0"`
	// The digest of the catalogue file. Empty if it was not computed.
	Digest string `json:"digest,omitempty" jsonschema:"title=Digest"`
	Extensible
}

// Completeness counts the items by whether they were answered. The other four add up to the total.
type Completeness struct {
	// All items.
	Total Count `json:"total" jsonschema:"title=Total"`
	// Items that are met or partial or unmet or compensated.
	Answered Count `json:"answered" jsonschema:"title=Answered"`
	// Items whose answer is that nobody knows.
	Unknown Count `json:"unknown" jsonschema:"title=Unknown"`
	// Items without an answer.
	Unanswered Count `json:"unanswered" jsonschema:"title=Unanswered"`
	// Items that do not apply.
	NotApplicable Count `json:"notApplicable" jsonschema:"title=Not applicable"`
	Extensible
}

// Points is the score of the questions with its bounds.
type Points struct {
	// The scheme's own sum over what has been answered so far. It may lie below the low bound where a scheme punishes not knowing.
	Score Number `json:"score" jsonschema:"title=Score"`
	// The least score that open questions can still lead to.
	Low Number `json:"low" jsonschema:"title=Low bound"`
	// The greatest score that open questions can still lead to.
	High Number `json:"high" jsonschema:"title=High bound"`
	// The score if everything were met.
	Max Number `json:"max" jsonschema:"title=Maximum"`
	// The band of the score.
	Band string `json:"band,omitempty" jsonschema:"title=Band,example=70-99"`
	// The band of the low bound.
	BandLow string `json:"bandLow,omitempty" jsonschema:"title=Band of the low bound,example=70-99"`
	// The band of the high bound.
	BandHigh string `json:"bandHigh,omitempty" jsonschema:"title=Band of the high bound,example=70-99"`
	Extensible
}

// ResultLevel is the verdict on one level of the scheme. No star is held while something remains.
type ResultLevel struct {
	// The id of the level.
	ID string `json:"id" jsonschema:"title=Level id,example=2"`
	// The verdict on the criteria alone.
	Criteria Outcome `json:"criteria" jsonschema:"title=Criteria"`
	// The items that the rules of the level look at.
	Total Count `json:"total" jsonschema:"title=Total"`
	// Those that are met.
	Met Count `json:"met" jsonschema:"title=Met"`
	// Those that are certainly not met.
	Unmet Count `json:"unmet" jsonschema:"title=Unmet"`
	// Those that are open.
	Open Count `json:"open" jsonschema:"title=Open"`
	// The ids of the unmet items.
	Blocking []string `json:"blocking,omitempty" jsonschema:"title=Blocking"`
	// The ids of the open items on which an open verdict hangs.
	Deciding []string `json:"deciding,omitempty" jsonschema:"title=Deciding"`
	// Whose word the verdict is.
	Assurance Assurance `json:"assurance" jsonschema:"title=Assurance"`
	// What the scheme still asks beside its criteria before the star may be claimed.
	Remaining []Need `json:"remaining" jsonschema:"title=Remaining"`
	// What the verdict rests on.
	Explanation Node `json:"explanation,omitempty" jsonschema:"title=Explanation"`
	Extensible
}

// ResultSection counts the items of a section and of those below it by state.
type ResultSection struct {
	// The id of the section.
	ID string `json:"id" jsonschema:"title=Section id,example=1"`
	// All items.
	Total Count `json:"total" jsonschema:"title=Total"`
	// Items that are met.
	Met Count `json:"met" jsonschema:"title=Met"`
	// Items that are met in part.
	Partial Count `json:"partial" jsonschema:"title=Partial"`
	// Items that are not met.
	Unmet Count `json:"unmet" jsonschema:"title=Unmet"`
	// Items whose answer is that nobody knows.
	Unknown Count `json:"unknown" jsonschema:"title=Unknown"`
	// Items without an answer.
	Unanswered Count `json:"unanswered" jsonschema:"title=Unanswered"`
	// Items that do not apply.
	NotApplicable Count `json:"notApplicable" jsonschema:"title=Not applicable"`
	// Items for which another measure stands in.
	Compensated Count `json:"compensated" jsonschema:"title=Compensated"`
	Extensible
}

// Gap is an item that is not yet settled as met.
type Gap struct {
	// The id of the item.
	Item string `json:"item" jsonschema:"title=Item id,example=11"`
	// What the answers amount to.
	State StateOrNone `json:"state" jsonschema:"title=State"`
	// The place in the order in which gaps are worth closing. The first is 1.
	Priority Count `json:"priority" jsonschema:"title=Priority"`
	// Why it is a gap and why it stands where it stands.
	Reasons []ResultReason `json:"reasons" jsonschema:"title=Reasons"`
	Extensible
}

// ResultReason says why an item is a gap or why it stands where it stands.
type ResultReason struct {
	// The code of the reason. Later releases may add codes.
	Code string `json:"code" jsonschema:"title=Code,example=unmet,example=blocks-level"`
	// The values that belong to the reason.
	Args Args `json:"args,omitempty" jsonschema:"title=Arguments"`
	Extensible
}

// Args are the values of a reason by name.
type Args struct{ Extensible }

// JSONSchemaExtend allows strings under any name.
func (Args) JSONSchemaExtend(s *jsonschema.Schema) {
	s.AdditionalProperties = &jsonschema.Schema{Type: "string", Description: "A value of the reason."}
}

// Node is a step of an explanation: a claim and what it rests on. Leaves are about one item.
type Node struct {
	// Names the node in its tree.
	ID string `json:"id" jsonschema:"title=Node id,example=score/1"`
	// What the node claims. Later releases may add kinds.
	Kind string `json:"kind" jsonschema:"title=Kind,example=band,example=score,example=section,example=contribution,example=verdict,example=rule,example=item"`
	// The claim: a band or a number of points or a verdict.
	Value string `json:"value" jsonschema:"title=Value,example=70-99"`
	// The low bound of the claim.
	Low string `json:"low,omitempty" jsonschema:"title=Low bound"`
	// The high bound of the claim.
	High string `json:"high,omitempty" jsonschema:"title=High bound"`
	// How the value follows from the children or from the answers.
	Rule string `json:"rule" jsonschema:"title=Rule,example=sum"`
	// Where the source states it.
	Clause ResultClause `json:"clause,omitempty" jsonschema:"title=Clause"`
	// On leaves: the id of the item.
	Item string `json:"item,omitempty" jsonschema:"title=Item id,minLength=1,example=11"`
	// On leaves: what the answers amount to.
	State StateOrNone `json:"state,omitempty" jsonschema:"title=State"`
	// On leaves: the answers.
	Given []Given `json:"given,omitempty" jsonschema:"title=Given answers"`
	// On leaves: the expert's verdict.
	Finding Verdict `json:"finding,omitempty" jsonschema:"title=Finding"`
	// What the claim rests on.
	Children []Node `json:"children" jsonschema:"title=Children"`
	Extensible
}

// JSONSchemaExtend keeps the answers to the leaves.
func (Node) JSONSchemaExtend(s *jsonschema.Schema) {
	s.DependentRequired = map[string][]string{"state": {"item"}, "given": {"item"}}
}

// ResultClause is a place in a source document.
type ResultClause struct {
	// The id of the document in the catalogue.
	Source string `json:"source,omitempty" jsonschema:"title=Document id,example=criteria"`
	// The number, page or heading there.
	Clause string `json:"clause,omitempty" jsonschema:"title=Clause,example=1-2-1-1"`
	Extensible
}

// Given is one respondent's answer as an explanation cites it.
type Given struct {
	// The id of the respondent.
	Respondent string `json:"respondent,omitempty" jsonschema:"title=Respondent id,example=r1"`
	// The answer.
	State State `json:"state" jsonschema:"title=State"`
	Extensible
}

// Number is a number of points. It is a string, because a scheme may come to need fractions that JSON cannot carry.
type Number string

// JSONSchema describes a whole number written without superfluous signs or zeros, of at most 18 digits.
func (Number) JSONSchema() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Description: "A whole number as a string.", Pattern: `^(?:0|-?[1-9][0-9]{0,17})$`,
		Examples: []any{"74", "-25"}}
}

// StateOrNone is a state as results name it.
type StateOrNone string

// JSONSchema lists the states, beginning with the absence of an answer.
func (StateOrNone) JSONSchema() *jsonschema.Schema {
	return codes("What the answers to an item amount to.", append([]string{"unanswered"}, catalog.StateCodes()...)...)
}

// Combine is the rule by which several answers to one item become one.
type Combine string

// JSONSchema lists the rules.
func (Combine) JSONSchema() *jsonschema.Schema {
	return codes("The rule by which several answers to one item become one.", score.Worst.String())
}

// Outcome is the verdict on the criteria of a level.
type Outcome string

// JSONSchema lists the outcomes.
func (Outcome) JSONSchema() *jsonschema.Schema {
	return codes("A verdict on criteria. It is open while some completion of the answers meets them and some does not.",
		score.OutcomeMet.String(), score.OutcomeOpen.String(), score.OutcomeUnmet.String())
}

// Assurance says whose word a result is.
type Assurance string

// JSONSchema lists the assurances.
func (Assurance) JSONSchema() *jsonschema.Schema {
	return codes("Whose word a result is.", score.Self.String(), score.ExpertConfirmed.String(), score.ThirdParty.String())
}
