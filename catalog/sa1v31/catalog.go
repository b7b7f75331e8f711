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

// Catalog returns the catalogue sa1@3.1. It is read and checked on the first call.
func Catalog() *catalog.Checked {
	c, err := load()
	if err != nil {
		panic("built-in catalogue sa1@3.1: " + err.Error()) // the data file is part of the program; a test reads it
	}
	return c
}
