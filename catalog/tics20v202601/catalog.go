// Package tics20v202601 is the built-in catalogue tics20@2026-01:
// the self-checklist of 20 items of TICS (技術情報管理認証制度), as reproduced in January 2026.
//
// A program that needs this edition alone imports this package and links no other catalogue's data.
//
//	c := tics20v202601.Catalog()
//	fmt.Println(c.Ref()) // tics20@2026-01
package tics20v202601

import (
	_ "embed" // for the data file

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/embedded"
)

//go:embed catalog.json
var source string

var load = embedded.Catalog("tics20@2026-01", source)

// Catalog returns the catalogue tics20@2026-01. It is read and checked on the first call.
func Catalog() *catalog.Checked { return load() }
