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

// Catalog returns the catalogue scs@2025-12-26. It is read and checked on the first call.
func Catalog() *catalog.Checked {
	c, err := load()
	if err != nil {
		panic("built-in catalogue scs@2025-12-26: " + err.Error()) // the data file is part of the program; a test reads it
	}
	return c
}
