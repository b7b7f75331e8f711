// Package ticsstandard is the built-in catalogue tics-standard@undated:
// the nine mandatory steps of TICS (技術情報管理認証制度), as the training material describes them.
//
// A program that needs this edition alone imports this package and links no other catalogue's data.
//
//	c := ticsstandard.Catalog()
//	fmt.Println(c.Ref()) // tics-standard@undated
package ticsstandard

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

// Catalog returns the catalogue tics-standard@undated. It is read and checked on the first call.
func Catalog() *catalog.Checked {
	c, err := load()
	if err != nil {
		panic("built-in catalogue tics-standard@undated: " + err.Error()) // the data file is part of the program; a test reads it
	}
	return c
}
