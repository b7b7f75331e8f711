// Package builtin links every catalogue that Hoshitori brings along and finds them by name.
//
// A program that needs one edition imports the package of that edition instead.
//
//	c, ok := builtin.Find(catalog.Ref{ID: "sa2", Version: "3.1"})
package builtin

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa1v31"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
)

// All returns the built-in catalogues: by id, earlier editions first.
func All() []*catalog.Checked {
	return []*catalog.Checked{sa1v31.Catalog(), sa1v40.Catalog(), sa2v31.Catalog()}
}

// Find returns the built-in catalogue of that id and version; ok is false if there is none.
func Find(ref catalog.Ref) (c *catalog.Checked, ok bool) {
	for _, c := range All() {
		if c.Ref() == ref {
			return c, true
		}
	}
	return nil, false
}
