package builtin_test

import (
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/digest"
)

// Reading and checking all built-in catalogues from their canonical texts, digest included.
func BenchmarkLoadAll(b *testing.B) {
	var texts [][]byte
	size := 0
	for _, c := range builtin.All() {
		text := c.JSON()
		texts = append(texts, text)
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			load(b, text)
		}
	}
}

// The same for each of them.
func BenchmarkLoad(b *testing.B) {
	for _, c := range builtin.All() {
		b.Run(c.Ref().String(), func(b *testing.B) {
			text := c.JSON()
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				load(b, text)
			}
		})
	}
}

func load(b *testing.B, text []byte) {
	if _, problems := catalog.Load(text, digest.SHA256); !problems.OK() {
		b.Fatal(problems)
	}
}
