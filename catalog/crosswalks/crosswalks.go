// Package crosswalks links the crosswalks that Hoshitori brings along: which items of one built-in catalogue say
// something about items of another, and to which categories of NIST CSF 2.0 they belong.
//
//	inference := score.Infer(given, scsv20260327.Catalog(), score.Links{Crosswalks: crosswalks.All()}, score.InferOptions{})
//
// They are Hoshitori's analysis, not official. The package links every built-in catalogue and the guide of CSF 2.0.
package crosswalks

import (
	"embed"
	"sync"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/guides"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

//go:embed *.json
var files embed.FS

var load = sync.OnceValue(func() []*catalog.Crosswalk {
	entries, err := files.ReadDir(".") // by name
	if err != nil {
		panic(err)
	}
	var all []*catalog.Crosswalk
	for _, e := range entries {
		data, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err)
		}
		c, problems := read(data)
		if err := problems.Err(); err != nil {
			panic("built-in crosswalk " + e.Name() + ": " + err.Error()) // the data files are part of the program; a test reads them
		}
		all = append(all, c)
	}
	return all
})

func read(data []byte) (*catalog.Crosswalk, problem.List) {
	s, problems := catalog.ParseCrosswalk(data)
	if !problems.OK() {
		return nil, problems
	}
	from, ok := builtin.Find(s.From.Ref())
	if !ok {
		panic("built-in crosswalk " + string(s.ID) + " from " + s.From.Ref().String())
	}
	if to, ok := builtin.Find(s.To.Ref()); ok {
		return catalog.CheckCrosswalk(s, from, to)
	}
	guide, ok := guides.Find(s.To.Ref())
	if !ok {
		panic("built-in crosswalk " + string(s.ID) + " to " + s.To.Ref().String())
	}
	return catalog.CheckCrosswalkToGuide(s, from, guide)
}

// All returns the built-in crosswalks by id.
func All() []*catalog.Crosswalk { return append([]*catalog.Crosswalk(nil), load()...) }

// Find returns the built-in crosswalk of that id; ok is false if there is none.
func Find(id catalog.ID) (c *catalog.Crosswalk, ok bool) {
	for _, c := range load() {
		if c.ID() == id {
			return c, true
		}
	}
	return nil, false
}
