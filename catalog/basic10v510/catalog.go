// Package basic10v510 is the built-in catalogue basic10@5.10:
// the ten basic measures for everybody in a firm, from NCO's handbook, edition 5.10.
//
// A program that needs this edition alone imports this package and links no other catalogue's data.
//
//	c := basic10v510.Catalog()
//	fmt.Println(c.Ref()) // basic10@5.10
package basic10v510

import (
	_ "embed" // for the data file

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

//go:embed catalog.json
var source string

var load = embedded.Catalog("basic10@5.10", source)

// Catalog returns the catalogue basic10@5.10. It is read and checked on the first call.
func Catalog() *catalog.Checked { return load() }
