package schema_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hoshitori/hoshitori/schema"
)

// FuzzValidate holds the schemas to their promise: validating never panics, what fits a schema can be read, and a
// file that is read, written and read again is the same and still fits. (Of a result the reader skips "ext", so that it
// is not written as it was. Extensions are not written, and reports not read.)
func FuzzValidate(f *testing.F) {
	for _, documents := range written(f) {
		for _, data := range documents {
			f.Add(data)
		}
	}
	for _, kind := range schema.Kinds() {
		k, root := newSketch(f, kind)
		document := k.full(root, 4)
		for i, c := range k.changes(f, root, document) {
			if i%40 == 0 {
				f.Add(c.data)
			}
		}
		f.Add(schema.Document(kind))
	}
	f.Add([]byte(assessmentHead + `"answers":[{"item":"1","state":"compensated","reason":{"code":"","text":"x"}}],"ext":{"n":1e2}}`))
	f.Add([]byte("\ufeff" + resultHead + resultTail))
	f.Add([]byte(`{"format":"hoshitori/assessment/1","catalog":{"id":"a","version":"1"},"answers":[],"subject":{"employees":9223372036854775000}}`))

	f.Fuzz(func(t *testing.T, data []byte) {
		for _, kind := range schema.Kinds() {
			problems := schema.ValidateAs(kind, data)
			for _, p := range problems {
				_, _ = p.Message(), p.Hint()
			}
			if !problems.OK() || slices.Contains(reports, kind) {
				continue
			}
			first, again, unread := reread(kind, data)
			if !unread.OK() {
				t.Fatalf("it fits the schema of the %s and cannot be read: %v", kind, unread)
			}
			if kind == schema.Result || kind == schema.Extension {
				continue
			}
			if p := schema.ValidateAs(kind, again); len(p) > 0 {
				t.Fatalf("it fits the schema, but not once it is written again: %v", p)
			}
			second, _, _ := reread(kind, again)
			if diff := cmp.Diff(first, second, sameDocument); diff != "" {
				t.Fatalf("reading and writing changed it (-first +second):\n%s", diff)
			}
		}
	})
}
