// Package sa1v31 is the built-in catalogue sa1@3.1:
// SECURITY ACTION ★ with the five articles (情報セキュリティ5か条) of guideline 3.1, superseded by 4.0.
//
// A program that needs this edition alone imports this package and links no other catalogue's data.
//
//	c := sa1v31.Catalog()
//	fmt.Println(c.Ref()) // sa1@3.1
package sa1v31

import (
	_ "embed" // for the data file

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

//go:embed catalog.json
var source string

var load = embedded.Catalog("sa1@3.1", source)

// Catalog returns the catalogue sa1@3.1. It is read and checked on the first call.
func Catalog() *catalog.Checked { return load() }
