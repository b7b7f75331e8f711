// Package scsv20260327 is the built-in catalogue scs@2026-03-27:
// the supply chain security evaluation scheme (SCS評価制度) of METI and NCO, ★3 and ★4, final criteria.
//
// A program that needs this edition alone imports this package and links no other catalogue's data.
//
//	c := scsv20260327.Catalog()
//	fmt.Println(c.Ref()) // scs@2026-03-27
package scsv20260327

import (
	_ "embed" // for the data file

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

//go:embed catalog.json
var source string

var load = embedded.Catalog("scs@2026-03-27", source)

// Catalog returns the catalogue scs@2026-03-27. It is read and checked on the first call.
func Catalog() *catalog.Checked { return load() }
