// Package smeeconomicsecurityv202601 is the built-in catalogue sme-economic-security@2026-01:
// what a small firm asks itself about economic security, from the starter guide of Aichi prefecture.
//
// A program that needs this edition alone imports this package and links no other catalogue's data.
//
//	c := smeeconomicsecurityv202601.Catalog()
//	fmt.Println(c.Ref()) // sme-economic-security@2026-01
package smeeconomicsecurityv202601

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

// Catalog returns the catalogue sme-economic-security@2026-01. It is read and checked on the first call.
func Catalog() *catalog.Checked {
	c, err := load()
	if err != nil {
		panic("built-in catalogue sme-economic-security@2026-01: " + err.Error()) // the data file is part of the program; a test reads it
	}
	return c
}
