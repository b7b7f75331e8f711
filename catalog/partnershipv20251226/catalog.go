// Package partnershipv20251226 is the built-in catalogue partnership@2025-12-26:
// fair dealing when security measures are asked of a supplier, from papers of METI and JFTC.
//
// A program that needs this edition alone imports this package and links no other catalogue's data.
//
//	c := partnershipv20251226.Catalog()
//	fmt.Println(c.Ref()) // partnership@2025-12-26
package partnershipv20251226

import (
	_ "embed" // for the data file

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

//go:embed catalog.json
var source string

var load = embedded.Catalog("partnership@2025-12-26", source)

// Catalog returns the catalogue partnership@2025-12-26. It is read and checked on the first call.
func Catalog() *catalog.Checked { return load() }
