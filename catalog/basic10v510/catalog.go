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

// Catalog returns the catalogue basic10@5.10. It is read and checked on the first call.
func Catalog() *catalog.Checked {
	c, err := load()
	if err != nil {
		panic("built-in catalogue basic10@5.10: " + err.Error()) // the data file is part of the program; a test reads it
	}
	return c
}
