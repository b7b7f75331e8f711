package lint

import (
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// guidance names what would help whoever answers an item and is not there. Conditions of a level need none.
func (l *linter) guidance() {
	for i := range l.s.Items {
		item := &l.s.Items[i]
		if item.Kind != catalog.Question && item.Kind != catalog.Criterion {
			continue
		}
		var missing []string
		if item.Why.IsZero() {
			missing = append(missing, "why")
		}
		if len(item.DoneWhen) == 0 {
			missing = append(missing, "doneWhen")
		}
		if item.FirstStep.IsZero() {
			missing = append(missing, "firstStep")
		}
		if len(missing) > 0 {
			l.report(NoGuidanceKind, pointerTo("items", i), lang.Value("item", string(item.ID)), lang.Value("missing", strings.Join(missing, ", ")))
		}
	}
}
