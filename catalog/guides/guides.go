// Package guides links the lists that Hoshitori brings along to look things up in: warning signs of a leak, the steps when
// one is suspected, what management has to do, where to ask for help, and the categories of NIST CSF 2.0, to which
// crosswalks point.
//
//	g, ok := guides.Find(catalog.Ref{ID: "contacts", Version: "2026-01"})
//	for _, e := range g.ContactsIn("JP-23") {
//		fmt.Println(e.Contact.Name, e.Contact.Phone)
//	}
//
// They are no catalogues: nobody answers them, and nothing is scored by them.
package guides

import (
	_ "embed" // for the data files
	"sync"

	"github.com/hoshitori/hoshitori/catalog"
)

var (
	//go:embed contacts.json
	contacts string
	//go:embed csf.json
	csf string
	//go:embed management.json
	management string
	//go:embed management-csf.json
	managementCSF string
	//go:embed suspected-leak.json
	suspectedLeak string
	//go:embed warning-signs.json
	warningSigns string
)

var load = sync.OnceValue(func() []*catalog.Guide {
	var all []*catalog.Guide
	for _, source := range []string{contacts, csf, management, managementCSF, suspectedLeak, warningSigns} {
		g, problems := catalog.LoadGuide([]byte(source))
		if err := problems.Err(); err != nil {
			panic("built-in guide: " + err.Error()) // the data files are part of the program; a test reads them
		}
		all = append(all, g)
	}
	return all
})

// All returns the built-in guides by id. They are shared and must not be written to.
func All() []*catalog.Guide { return append([]*catalog.Guide(nil), load()...) }

// Find returns the built-in guide of that id and version; ok is false if there is none.
func Find(ref catalog.Ref) (g *catalog.Guide, ok bool) {
	for _, g := range load() {
		if g.Ref() == ref {
			return g, true
		}
	}
	return nil, false
}
