// Package sa2v31 is the built-in catalogue sa2@3.1:
// SECURITY ACTION ★★: the 25 questions of guideline 3.1 and the basic policy, superseded by 4.0, whose list is not included.
//
// A program that needs this edition alone imports this package and links no other catalogue's data.
//
//	c := sa2v31.Catalog()
//	fmt.Println(c.Ref()) // sa2@3.1
package sa2v31

import (
	_ "embed" // for the data file

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

//go:embed catalog.json
var source string

var load = embedded.Catalog("sa2@3.1", source)

// Catalog returns the catalogue sa2@3.1. It is read and checked on the first call.
func Catalog() *catalog.Checked { return load() }
