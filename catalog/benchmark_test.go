package catalog_test

import (
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
)

// Reading and checking the largest built-in catalogue, digest included.
func BenchmarkLoad(b *testing.B) {
	data := sa2v31.Catalog().JSON()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, problems := catalog.Load(data, digest.SHA256); !problems.OK() {
			b.Fatal(problems)
		}
	}
}
