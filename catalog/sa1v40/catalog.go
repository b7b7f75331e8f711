// Package sa1v40 is the built-in catalogue sa1@4.0:
// SECURITY ACTION ★ with the six articles (情報セキュリティ6か条) of 2026.
//
// A program that needs this edition alone imports this package and links no other catalogue's data.
//
//	c := sa1v40.Catalog()
//	fmt.Println(c.Ref()) // sa1@4.0
package sa1v40

import (
	_ "embed" // for the data file

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

//go:embed catalog.json
var source string

var load = embedded.Catalog("sa1@4.0", source)

// Catalog returns the catalogue sa1@4.0. It is read and checked on the first call.
func Catalog() *catalog.Checked { return load() }
