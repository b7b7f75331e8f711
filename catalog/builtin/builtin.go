// Package builtin links every catalogue that Hoshitori brings along and finds them by name.
//
// A program that needs one edition imports the package of that edition instead.
//
//	c, ok := builtin.Find(catalog.Ref{ID: "sa2", Version: "3.1"})
package builtin

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/basic10v510"
	"github.com/hoshitori/hoshitori/catalog/partnershipv20251226"
	"github.com/hoshitori/hoshitori/catalog/sa1v31"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/catalog/scsv20251226"
	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
	"github.com/hoshitori/hoshitori/catalog/smeeconomicsecurityv202601"
	"github.com/hoshitori/hoshitori/catalog/tics20v202601"
	"github.com/hoshitori/hoshitori/catalog/ticsstandard"
)

// editions names every built-in catalogue: by id, earlier editions first. A catalogue is read when it is first asked for.
var editions = []struct {
	ref     catalog.Ref
	catalog func() *catalog.Checked
}{
	{catalog.Ref{ID: "basic10", Version: "5.10"}, basic10v510.Catalog},
	{catalog.Ref{ID: "partnership", Version: "2025-12-26"}, partnershipv20251226.Catalog},
	{catalog.Ref{ID: "sa1", Version: "3.1"}, sa1v31.Catalog},
	{catalog.Ref{ID: "sa1", Version: "4.0"}, sa1v40.Catalog},
	{catalog.Ref{ID: "sa2", Version: "3.1"}, sa2v31.Catalog},
	{catalog.Ref{ID: "scs", Version: "2025-12-26"}, scsv20251226.Catalog},
	{catalog.Ref{ID: "scs", Version: "2026-03-27"}, scsv20260327.Catalog},
	{catalog.Ref{ID: "sme-economic-security", Version: "2026-01"}, smeeconomicsecurityv202601.Catalog},
	{catalog.Ref{ID: "tics-standard", Version: "undated"}, ticsstandard.Catalog},
	{catalog.Ref{ID: "tics20", Version: "2026-01"}, tics20v202601.Catalog},
}

// All returns the built-in catalogues: by id, earlier editions first.
func All() []*catalog.Checked {
	var all []*catalog.Checked
	for _, e := range editions {
		all = append(all, e.catalog())
	}
	return all
}

// Refs returns the names of the built-in catalogues in the order of [All]. It reads none of them.
func Refs() []catalog.Ref {
	var refs []catalog.Ref
	for _, e := range editions {
		refs = append(refs, e.ref)
	}
	return refs
}

// Find returns the built-in catalogue of that id and version; ok is false if there is none.
func Find(ref catalog.Ref) (c *catalog.Checked, ok bool) {
	for _, e := range editions {
		if e.ref == ref {
			return e.catalog(), true
		}
	}
	return nil, false
}
