// Package embedded reads the catalogues that are compiled into a program. The package of each edition embeds its file and
// leaves the reading to this one, so that all editions are read, checked and refused alike.
//
//	var load = embedded.Catalog("sa1@4.0", source)
package embedded

import (
	"sync"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
)

// Catalog returns a function that returns the catalogue of that name and text. The text is read and checked on the first
// call. It panics if the text is no catalogue: the file is part of the program, and a test reads it.
func Catalog(name, text string) func() *catalog.Checked {
	return sync.OnceValue(func() *catalog.Checked {
		c, problems := catalog.Load([]byte(text), digest.SHA256)
		if err := problems.Err(); err != nil {
			panic("built-in catalogue " + name + ": " + err.Error())
		}
		return c
	})
}
