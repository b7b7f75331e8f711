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

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

//go:embed catalog.json
var source string

var load = embedded.Catalog("tics-standard@undated", source)

// Catalog returns the catalogue tics-standard@undated. It is read and checked on the first call.
func Catalog() *catalog.Checked { return load() }
