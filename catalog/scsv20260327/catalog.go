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
	"sync"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
)

//go:embed catalog.json
var source string

var load = sync.OnceValues(func() (*catalog.Checked, error) {
	c, problems := catalog.Load([]byte(source), digest.SHA256)
	return c, problems.Err()
})

// Catalog returns the catalogue scs@2026-03-27. It is read and checked on the first call.
func Catalog() *catalog.Checked {
	c, err := load()
	if err != nil {
		panic("built-in catalogue scs@2026-03-27: " + err.Error()) // the data file is part of the program; a test reads it
	}
	return c
}
