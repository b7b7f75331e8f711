package lint

import (
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// sources looks at what the catalogue rests on, and since when and until when it holds.
func (l *linter) sources() {
	read := func(d catalog.Document) bool { return d.Read != "" }
	if len(l.s.Documents) > 0 && !slices.ContainsFunc(l.s.Documents, read) {
		l.report(NothingReadKind, "/sources")
	}
	for i := range l.s.Facts {
		f := &l.s.Facts[i]
		if strings.HasPrefix(f.Key, "extension.") {
			continue // the compiler says this about the file itself
		}
		if f.Confidence == catalog.Official && !slices.ContainsFunc(l.s.Documents, func(d catalog.Document) bool { return d.ID == f.Document && read(d) }) {
			l.report(UnreadOfficialKind, pointerTo("facts", i)+"/confidence", lang.Value("key", f.Key))
		}
	}
	if l.s.Status == catalog.Final && l.s.Published == "" {
		l.report(UnpublishedKind, "/published")
	}
	if l.s.Status != catalog.Superseded && l.s.StaleAfter == "" {
		l.report(NoStaleAfterKind, "/staleAfter")
	}
	days := []struct {
		name string
		day  catalog.Date
	}{{"published", l.s.Published}, {"inForce", l.s.InForce}, {"retired", l.s.Retired}}
	for i, later := range days {
		for _, earlier := range days[:i] {
			if later.day != "" && earlier.day != "" && later.day < earlier.day {
				l.report(DateOrderKind, "/"+later.name, lang.Value("later", later.name), lang.Value("earlier", earlier.name))
				break
			}
		}
	}
}
