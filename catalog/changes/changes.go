// Package changes links the change records that Hoshitori brings along: what became of each item from one edition of a
// built-in catalogue to the next.
//
//	from, to := catalog.Ref{ID: "sa1", Version: "3.1"}, catalog.Ref{ID: "sa1", Version: "4.0"}
//	steps, ok := catalog.Route(changes.All(), from, to)
//
// They are Hoshitori's analysis, not the publishers'; each change says what it rests on, and one that rests on a draft
// carries no answer. The package links the editions that it connects.
package changes

import (
	_ "embed" // for the data files
	"sync"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa1v31"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/scsv20251226"
	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
)

var (
	//go:embed sa1-3.1-4.0.json
	sa1 string
	//go:embed scs-2025-12-26-2026-03-27.json
	scs string
)

var load = sync.OnceValue(func() []*catalog.Changes {
	return []*catalog.Changes{
		read(sa1, sa1v31.Catalog(), sa1v40.Catalog()),
		read(scs, scsv20251226.Catalog(), scsv20260327.Catalog()),
	}
})

func read(source string, from, to *catalog.Checked) *catalog.Changes {
	c, problems := catalog.LoadChanges([]byte(source), from, to)
	if err := problems.Err(); err != nil {
		panic("built-in change record: " + err.Error()) // the data files are part of the program; a test reads them
	}
	return c
}

// All returns the built-in change records by catalogue, earlier editions first.
func All() []*catalog.Changes { return append([]*catalog.Changes(nil), load()...) }
