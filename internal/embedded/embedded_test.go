package embedded_test

import (
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

func TestCatalogIsReadOnce(t *testing.T) {
	load := embedded.Catalog("sa1@4.0", string(sa1v40.Catalog().JSON()))
	first := load()
	if first.Digest() != sa1v40.Catalog().Digest() {
		t.Errorf("digest %s, want %s", first.Digest(), sa1v40.Catalog().Digest())
	}
	if load() != first {
		t.Error("the second call read the text again")
	}
}

// A program whose file is broken stops with the name of the catalogue, every time it asks.
func TestBrokenCatalogPanics(t *testing.T) {
	load := embedded.Catalog("sa1@4.0", "{")
	for range 2 {
		func() {
			defer func() {
				if said, _ := recover().(string); !strings.HasPrefix(said, "built-in catalogue sa1@4.0: ") {
					t.Errorf("panic %q does not name the catalogue", said)
				}
			}()
			load()
		}()
	}
}
