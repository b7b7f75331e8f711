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

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

//go:embed catalog.json
var source string

var load = embedded.Catalog("sme-economic-security@2026-01", source)

// Catalog returns the catalogue sme-economic-security@2026-01. It is read and checked on the first call.
func Catalog() *catalog.Checked { return load() }
