// Package association is an example of an industry association's own edition: SCS ★3 with ten items for firms that process
// food. The association does not exist, and the edition is not official.
//
// The extension is food.json; the package compiles it into a whole catalogue, which a page hands to the widget with the
// attribute src:
//
//	c, err := association.Catalog()
//	os.WriteFile("food-catalog.json", c.JSON(), 0o644)
package association

import (
	_ "embed" // for the extension
	"sync"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
)

//go:embed food.json
var food []byte

var load = sync.OnceValues(func() (*catalog.Checked, error) {
	e, problems := catalog.ParseExtension(food)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	c, _, problems := catalog.Compile(e, scsv20260327.Catalog(), digest.SHA256)
	return c, problems.Err()
})

// Catalog returns the compiled catalogue.
func Catalog() (*catalog.Checked, error) { return load() }
