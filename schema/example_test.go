package schema_test

import (
	"encoding/json"
	"fmt"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/schema"
)

func ExampleValidate() {
	data := []byte(`{
  "format": "hoshitori/assessment/1",
  "catalog": {"id": "sa2", "version": "3.1"},
  "answers": [
    {"item": "1", "state": "done"},
    {"item": "2"}
  ]
}`)
	for _, p := range schema.Validate(data).InFile("answers.json") {
		fmt.Println(p.Text(lang.JA))
		fmt.Println(p.Text(lang.EN))
	}
	// Output:
	// answers.json:5:28: 「done」は使えない値です。使える値：met, partial, unmet, unknown, not_applicable, compensated。 [schema/enum]
	// answers.json:5:28: "done" is not an allowed value. Allowed: met, partial, unmet, unknown, not_applicable, compensated. [schema/enum]
	// answers.json:6:5: 必須のキー「state」がありません。「state」を加えてください。 [schema/required]
	// answers.json:6:5: The required key "state" is missing. Add "state". [schema/required]
}

func ExampleValidateAs() {
	data := []byte(`{"format": "hoshitori/catalog/1", "id": "sa2", "version": "3.1"}`)
	fmt.Println(schema.ValidateAs(schema.Assessment, data).Err())
	// Output:
	// 1:12: This must be "hoshitori/assessment/1", not "hoshitori/catalog/1". Check whether this is a file of another kind or version. [schema/const]
}

func ExampleKindOf() {
	kind, ok := schema.KindOf(catalog.Format)
	fmt.Println(kind, ok)
	kind, ok = schema.KindOf("hoshitori/catalog/2")
	fmt.Println(kind == schema.Unknown, ok)
	// Output:
	// catalog true
	// true false
}

func ExampleDocument() {
	for _, kind := range schema.Kinds() {
		var document struct {
			ID    string `json:"$id"`
			Title string `json:"title"`
		}
		if err := json.Unmarshal(schema.Document(kind), &document); err != nil {
			fmt.Println(err)
		}
		fmt.Println(document.Title, document.ID)
	}
	// Output:
	// Hoshitori catalogue https://github.com/hoshitori/hoshitori/schema/catalog.schema.json
	// Hoshitori assessment https://github.com/hoshitori/hoshitori/schema/assessment.schema.json
	// Hoshitori result https://github.com/hoshitori/hoshitori/schema/result.schema.json
	// Hoshitori guide https://github.com/hoshitori/hoshitori/schema/guide.schema.json
	// Hoshitori change record https://github.com/hoshitori/hoshitori/schema/changes.schema.json
	// Hoshitori crosswalk https://github.com/hoshitori/hoshitori/schema/crosswalk.schema.json
	// Hoshitori extension https://github.com/hoshitori/hoshitori/schema/extension.schema.json
	// Hoshitori migration https://github.com/hoshitori/hoshitori/schema/migration.schema.json
	// Hoshitori inference https://github.com/hoshitori/hoshitori/schema/inference.schema.json
	// Hoshitori comparison https://github.com/hoshitori/hoshitori/schema/comparison.schema.json
}

func ExampleProblemKinds() {
	for _, k := range schema.ProblemKinds() {
		if k.Severity.String() == "warning" {
			fmt.Println(k.Code)
		}
	}
	// Output:
	// json/byte-order-mark
}
