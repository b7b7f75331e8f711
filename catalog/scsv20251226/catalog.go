// Package scsv20251226 is the built-in catalogue scs@2025-12-26:
// the draft of SCS評価制度 ★3 of December 2025, by requirement; superseded.
//
// A program that needs this edition alone imports this package and links no other catalogue's data.
//
//	c := scsv20251226.Catalog()
//	fmt.Println(c.Ref()) // scs@2025-12-26
package scsv20251226

import (
	_ "embed" // for the data file

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

//go:embed catalog.json
var source string

var load = embedded.Catalog("scs@2025-12-26", source)

// Catalog returns the catalogue scs@2025-12-26. It is read and checked on the first call.
func Catalog() *catalog.Checked { return load() }
