package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/invopop/jsonschema"
)

// CatalogFile is one edition of a requirement catalogue: what a scheme asks, by which source, and how its answers count.
type CatalogFile struct {
	// Says that the file is a catalogue and in which version of the format.
	Format string `json:"format" jsonschema:"title=Format"`
	// Names the catalogue over all its editions. Letters, digits, hyphens, dots and underscores, at most 64.
	ID string `json:"id" jsonschema:"title=Catalogue id,example=sa2"`
	// Names the edition as its publisher does.
	Version string `json:"version" jsonschema:"title=Edition,example=3.1,example=2026-03-27"`
	// How far the edition has come.
	Status Status `json:"status" jsonschema:"title=Status"`
	// The edition that replaced this one. Empty unless the status is superseded.
	SupersededBy string `json:"supersededBy,omitempty" jsonschema:"title=Superseded by,example=4.0"`
	// The name of the scheme and list.
	Title Text `json:"title" jsonschema:"title=Title"`
	// The body that publishes the scheme, by its official name.
	Publisher string `json:"publisher" jsonschema:"title=Publisher"`
	// The day of publication.
	Published Date `json:"published,omitempty" jsonschema:"title=Published"`
	// The day from which the edition is in force.
	InForce Date `json:"inForce,omitempty" jsonschema:"title=In force"`
	// The day on which the edition was withdrawn.
	Retired Date `json:"retired,omitempty" jsonschema:"title=Retired"`
	// The day after which someone should look whether the source has changed.
	StaleAfter Date `json:"staleAfter,omitempty" jsonschema:"title=Stale after"`
	// The documents that the catalogue rests on.
	Sources []Document `json:"sources" jsonschema:"title=Sources"`
	// Statements about the scheme or the edition.
	Facts []Fact `json:"facts,omitempty" jsonschema:"title=Facts"`
	// The words of the texts that a reader may not know, with plain explanations.
	Terms []Term `json:"terms,omitempty" jsonschema:"title=Glossary"`
	// The states that may be answered in this catalogue.
	Choices []Choice `json:"choices" jsonschema:"title=Choices"`
	// The ranges of scores from the highest to the lowest. Only in a catalogue with points.
	Bands []Band `json:"bands,omitempty" jsonschema:"title=Bands"`
	// The stars or grades from the lowest to the highest.
	Levels []Level `json:"levels" jsonschema:"title=Levels"`
	// The chapters. A parent stands before its sections.
	Sections []Section `json:"sections,omitempty" jsonschema:"title=Sections"`
	// What groups the criteria. A flat catalogue has none.
	Requirements []Requirement `json:"requirements,omitempty" jsonschema:"title=Requirements"`
	// What one answers, in the order of the source.
	Items []Item `json:"items" jsonschema:"title=Items"`
	Extensible
}

// JSONSchemaExtend fixes the format.
func (CatalogFile) JSONSchemaExtend(s *jsonschema.Schema) { setFormat(s, catalog.Format) }

// Document is a source document.
type Document struct {
	// Names the document inside this file.
	ID string `json:"id" jsonschema:"title=Document id,example=criteria"`
	// The official title.
	Title string `json:"title" jsonschema:"title=Title"`
	// The web address where it is published.
	URL string `json:"url,omitempty" jsonschema:"title=Web address,example=https://www.example.jp/criteria.pdf"`
	// The day on which its content was read for this file. Empty if it is named but was not opened.
	Read Date `json:"read,omitempty" jsonschema:"title=Read on"`
	// The digest of the document that was read, in hexadecimal digits.
	SHA256 string `json:"sha256,omitempty" jsonschema:"title=SHA-256"`
	// The terms under which it may be used.
	License string `json:"license,omitempty" jsonschema:"title=Licence,example=CC BY 4.0"`
	Extensible
}

// Clause is a place in a source document.
type Clause struct {
	// The id of a document in "sources".
	ID string `json:"id,omitempty" jsonschema:"title=Document id,example=criteria"`
	// The number, page or heading there.
	Clause string `json:"clause,omitempty" jsonschema:"title=Clause,example=1-2-1-1"`
	// What it rests on that the clause is there and says this.
	Confidence Confidence `json:"confidence,omitempty" jsonschema:"title=Confidence"`
	Extensible
}

// Fact is a statement about the scheme or the edition with what it rests on.
type Fact struct {
	// What the statement is about, as dotted words.
	Key string `json:"key" jsonschema:"title=Key,example=validity.3"`
	// The statement.
	Value Text `json:"value" jsonschema:"title=Value"`
	// What the statement rests on.
	Confidence Confidence `json:"confidence" jsonschema:"title=Confidence"`
	// The id of a document in "sources" that states it.
	Source string `json:"source,omitempty" jsonschema:"title=Document id,example=criteria"`
	Extensible
}

// Term is a word that a reader may not know.
type Term struct {
	// Names the term.
	ID string `json:"id" jsonschema:"title=Term id,example=mfa"`
	// The word as the texts have it.
	Term Text `json:"term" jsonschema:"title=Term"`
	// A plain explanation in one or two sentences.
	Meaning Text `json:"meaning" jsonschema:"title=Meaning"`
	Extensible
}

// Choice is one state that may be answered.
type Choice struct {
	// The state.
	State State `json:"state" jsonschema:"title=State"`
	// How the scheme names the answer.
	Label Text `json:"label,omitempty" jsonschema:"title=Label"`
	// What the answer counts for. In all choices of a catalogue or in none.
	Points Whole `json:"points,omitempty" jsonschema:"title=Points"`
	// What the answer means and what to do.
	Advice Text `json:"advice,omitempty" jsonschema:"title=Advice"`
	// Where the source states the points.
	Source Clause `json:"source,omitempty" jsonschema:"title=Source"`
	Extensible
}

// Band is a range of scores with its reading.
type Band struct {
	// Names the band.
	ID string `json:"id" jsonschema:"title=Band id,example=70-99"`
	// The least score of the band.
	Min Whole `json:"min" jsonschema:"title=Minimum"`
	// The name of the band.
	Title Text `json:"title" jsonschema:"title=Title"`
	// What a score of the band means and what to do.
	Advice Text `json:"advice,omitempty" jsonschema:"title=Advice"`
	// Where the source states the band.
	Source Clause `json:"source,omitempty" jsonschema:"title=Source"`
	Extensible
}

// Level is a star or grade of the scheme.
type Level struct {
	// Names the level.
	ID string `json:"id" jsonschema:"title=Level id,example=3"`
	// The name of the level.
	Title Text `json:"title" jsonschema:"title=Title"`
	// One rule or several. All must hold for the criteria of the level to be met.
	Rule Rules `json:"rule" jsonschema:"title=Rule"`
	// What the scheme asks beyond the criteria before the star may be claimed.
	Needs []Need `json:"needs,omitempty" jsonschema:"title=Needs"`
	// Where the source states the rule.
	Source Clause `json:"source,omitempty" jsonschema:"title=Source"`
	Extensible
}

// Section is a chapter of the catalogue.
type Section struct {
	// Names the section.
	ID string `json:"id" jsonschema:"title=Section id,example=1-2"`
	// The id of the section above. Empty at the top.
	Parent string `json:"parent,omitempty" jsonschema:"title=Parent,example=1"`
	// The heading.
	Title Text `json:"title" jsonschema:"title=Title"`
	// The function of NIST CSF 2.0 where the source names it.
	CSF string `json:"csf,omitempty" jsonschema:"title=NIST CSF function,example=GV"`
	Extensible
}

// Requirement groups criteria.
type Requirement struct {
	// Names the requirement.
	ID string `json:"id" jsonschema:"title=Requirement id,example=1-2-1"`
	// The id of its section.
	Section string `json:"section" jsonschema:"title=Section id,example=1-2"`
	// What is required.
	Title Text `json:"title" jsonschema:"title=Title"`
	// The ids of its items.
	Items []string `json:"items" jsonschema:"title=Item ids"`
	Extensible
}

// Option is one of the alternatives inside a criterion.
type Option struct {
	// Names the alternative.
	ID string `json:"id" jsonschema:"title=Option id,example=a"`
	// What the alternative asks.
	Text Text `json:"text" jsonschema:"title=Text"`
	Extensible
}

// Item is what one answers.
type Item struct {
	// Names the item within this edition. An equal id in another edition need not be the same item.
	ID string `json:"id" jsonschema:"title=Item id,example=1-2-1-1"`
	// The official number. Empty if there is none.
	Number string `json:"number,omitempty" jsonschema:"title=Official number,example=1-2-1-1"`
	// What the item is.
	Kind Kind `json:"kind" jsonschema:"title=Kind"`
	// The id of its requirement.
	Requirement string `json:"requirement,omitempty" jsonschema:"title=Requirement id,example=1-2-1"`
	// The id of its section. Empty for a condition that stands beside the sections.
	Section string `json:"section,omitempty" jsonschema:"title=Section id,example=1-2"`
	// The id of the lowest level that asks for the item.
	Level string `json:"level" jsonschema:"title=Level id,example=3"`
	// The function of NIST CSF 2.0 where the source names it.
	CSF string `json:"csf,omitempty" jsonschema:"title=NIST CSF function,example=GV"`
	// The question.
	Text Text `json:"text" jsonschema:"title=Question"`
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
	// The kind of measure.
	Field Field `json:"field,omitempty" jsonschema:"title=Field"`
	// How often it is due again, as an ISO 8601 duration. Empty if the source states none.
	Recurs string `json:"recurs,omitempty" jsonschema:"title=Recurrence,example=P1Y"`
	// The figures that the source sets, such as a number of days.
	Thresholds []Threshold `json:"thresholds,omitempty" jsonschema:"title=Thresholds"`
	// The ids of related items.
	Refers []string `json:"refers,omitempty" jsonschema:"title=Related item ids"`
	// Where the source states the item.
	Source Clause `json:"source,omitempty" jsonschema:"title=Source"`
	Extensible
}

// Threshold is a figure that the source sets. Declared apart from the sentence, it can be compared.
type Threshold struct {
	// Names the figure within the item.
	ID string `json:"id" jsonschema:"title=Threshold id,example=patch-days"`
	// A decimal number as the source writes it.
	Value string `json:"value" jsonschema:"title=Value,example=14"`
	// What is counted. Empty where there is nothing to name.
	Unit string `json:"unit,omitempty" jsonschema:"title=Unit,example=days"`
	// Which way the figure becomes stricter.
	Better Better `json:"better" jsonschema:"title=Better"`
	Extensible
}

// Better says which way a figure becomes stricter.
type Better string

// JSONSchema lists the ways.
func (Better) JSONSchema() *jsonschema.Schema {
	return codes("Which way a figure becomes stricter. Lower: such as fewer days. Higher: such as more copies.", catalog.BetterCodes()...)
}

// State is the state of an answer.
type State string

// JSONSchema lists the states.
func (State) JSONSchema() *jsonschema.Schema {
	return codes("The state of an answer. Having no answer is not a state.", catalog.StateCodes()...)
}

// Status says how far an edition has come.
type Status string

// JSONSchema lists the statuses.
func (Status) JSONSchema() *jsonschema.Schema {
	return codes("How far an edition has come.", catalog.StatusCodes()...)
}

// Confidence says what a fact rests on.
type Confidence string

// JSONSchema lists the confidences.
func (Confidence) JSONSchema() *jsonschema.Schema {
	return codes("What a fact rests on.", catalog.ConfidenceCodes()...)
}

// Kind says what an item is.
type Kind string

// JSONSchema lists the kinds of item.
func (Kind) JSONSchema() *jsonschema.Schema {
	return codes("What an item is. Points are over questions only.", catalog.ItemKindCodes()...)
}

// Field is the kind of a measure.
type Field string

// JSONSchema lists the fields.
func (Field) JSONSchema() *jsonschema.Schema {
	return codes("The kind of a measure.", catalog.FieldCodes()...)
}

// Need is what a scheme asks beyond its criteria.
type Need string

// JSONSchema lists the needs.
func (Need) JSONSchema() *jsonschema.Schema {
	return codes("What a scheme asks beyond its criteria before a star may be claimed.", catalog.NeedCodes()...)
}

// Rule is a condition under which the criteria of a level are met.
type Rule string

// JSONSchema lists the rules.
func (Rule) JSONSchema() *jsonschema.Schema {
	return codes("A condition under which the criteria of a level are met.", catalog.RuleCodes()...)
}

// Rules is one rule or several.
type Rules []Rule

// JSONSchemaExtend also allows a rule without an array around it. It does so by "if", because with "oneOf" validators
// report an error for the alternative that nobody meant.
func (Rules) JSONSchemaExtend(s *jsonschema.Schema) {
	s.Extras = map[string]any{"type": []string{s.Type, "string"}}
	s.Type = ""
	s.Description = "One rule, or an array of rules."
	s.If = &jsonschema.Schema{Type: "string"}
	s.Then = &jsonschema.Schema{Ref: s.Items.Ref}
	s.Examples = []any{"all-met", []string{"all-answered", "conditions"}}
}
