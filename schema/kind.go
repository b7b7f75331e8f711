package schema

import (
	_ "embed" // for the schemas

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/score"
)

// Kind is a kind of file. The zero value means "not known".
type Kind uint8

// The kinds of file.
const (
	Unknown    Kind = iota
	Catalog         // a catalogue, see package catalog
	Assessment      // answers to a catalogue, see package assess
	Result          // what the answers amount to, see package score
	Guide           // a list to look things up in, see catalog.Guide
	Changes         // what became of the items from one edition to the next, see catalog.Changes
	Crosswalk       // which items of two catalogues say something about each other, see catalog.Crosswalk
	Extension       // what an association adds to a catalogue, see catalog.Extension
	Migration       // the report of a migration, see assess.Migration
	Inference       // what answers decide in another catalogue, see score.Inference
	Comparison      // two assessments of one organisation side by side, see score.Comparison
)

// Kinds lists the kinds of file.
func Kinds() []Kind {
	return []Kind{Catalog, Assessment, Result, Guide, Changes, Crosswalk, Extension, Migration, Inference, Comparison}
}

// known holds what belongs to each kind of file.
var known = [...]struct{ name, format, text string }{
	Unknown:    {},
	Catalog:    {"catalog", catalog.Format, catalogText},
	Assessment: {"assessment", assess.Format, assessmentText},
	Result:     {"result", score.Format, resultText},
	Guide:      {"guide", catalog.GuideFormat, guideText},
	Changes:    {"changes", catalog.ChangesFormat, changesText},
	Crosswalk:  {"crosswalk", catalog.CrosswalkFormat, crosswalkText},
	Extension:  {"extension", catalog.ExtensionFormat, extensionText},
	Migration:  {"migration", assess.MigrationFormat, migrationText},
	Inference:  {"inference", score.InferenceFormat, inferenceText},
	Comparison: {"comparison", score.ComparisonFormat, comparisonText},
}

var (
	//go:embed catalog.schema.json
	catalogText string
	//go:embed assessment.schema.json
	assessmentText string
	//go:embed result.schema.json
	resultText string
	//go:embed guide.schema.json
	guideText string
	//go:embed changes.schema.json
	changesText string
	//go:embed crosswalk.schema.json
	crosswalkText string
	//go:embed extension.schema.json
	extensionText string
	//go:embed migration.schema.json
	migrationText string
	//go:embed inference.schema.json
	inferenceText string
	//go:embed comparison.schema.json
	comparisonText string
)

// String returns the name of the kind, such as "catalog"; "" for [Unknown].
func (k Kind) String() string { return known[k.orUnknown()].name }

// Format returns the value of "format" in files of the kind, such as "hoshitori/catalog/1"; "" for [Unknown].
func (k Kind) Format() string { return known[k.orUnknown()].format }

// orUnknown keeps conversions of arbitrary numbers, which stand for no kind of file, inside the set.
func (k Kind) orUnknown() Kind {
	if int(k) >= len(known) {
		return Unknown
	}
	return k
}

// KindOf returns the kind of the files with that value of "format"; ok is false for any other text.
func KindOf(format string) (k Kind, ok bool) {
	for _, k := range Kinds() {
		if k.Format() == format {
			return k, true
		}
	}
	return Unknown, false
}

// Document returns the text of the JSON Schema of a kind, nil for [Unknown].
func Document(k Kind) []byte {
	if text := known[k.orUnknown()].text; text != "" {
		return []byte(text)
	}
	return nil
}
