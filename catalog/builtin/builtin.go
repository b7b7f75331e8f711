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
	ref     string
	catalog func() *catalog.Checked
}{
	{"basic10@5.10", basic10v510.Catalog},
	{"partnership@2025-12-26", partnershipv20251226.Catalog},
	{"sa1@3.1", sa1v31.Catalog},
	{"sa1@4.0", sa1v40.Catalog},
	{"sa2@3.1", sa2v31.Catalog},
	{"scs@2025-12-26", scsv20251226.Catalog},
	{"scs@2026-03-27", scsv20260327.Catalog},
	{"sme-economic-security@2026-01", smeeconomicsecurityv202601.Catalog},
	{"tics-standard@undated", ticsstandard.Catalog},
	{"tics20@2026-01", tics20v202601.Catalog},
}

// All returns the built-in catalogues: by id, earlier editions first.
func All() []*catalog.Checked {
	var all []*catalog.Checked
	for _, e := range editions {
		all = append(all, e.catalog())
	}
	return all
}

// Find returns the built-in catalogue of that id and version; ok is false if there is none.
func Find(ref catalog.Ref) (c *catalog.Checked, ok bool) {
	for _, e := range editions {
		if e.ref == ref.String() {
			return e.catalog(), true
		}
	}
	return nil, false
}
