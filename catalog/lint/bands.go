package lint

import (
	"slices"
	"strconv"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// bands looks for bands that no score belongs to.
func (l *linter) bands() {
	low, high, ok := l.scores()
	if !ok {
		return
	}
	for i := range l.s.Bands {
		b := &l.s.Bands[i]
		if b.Min > high || i > 0 && l.s.Bands[i-1].Min <= low {
			l.report(BandNeverReachedKind, pointerTo("bands", i)+"/min", lang.Value("band", b.ID),
				lang.Value("low", strconv.FormatInt(low, 10)), lang.Value("high", strconv.FormatInt(high, 10)))
		}
	}
}

// scores returns the least and the greatest sum of points; ok is false in a catalogue without points, or with points that
// catalog.Check refuses.
func (l *linter) scores() (low, high int64, ok bool) {
	for _, c := range l.s.Choices {
		if c.Points == nil || *c.Points > catalog.MaxPoints || *c.Points < -catalog.MaxPoints {
			return 0, 0, false
		}
	}
	for i := range l.s.Items {
		item := &l.s.Items[i]
		if item.Kind != catalog.Question {
			continue
		}
		var least, greatest int64 // a question without an answer counts for nothing
		for _, c := range l.s.Choices {
			if len(item.Choices) == 0 || slices.ContainsFunc(item.Choices, func(own catalog.Choice) bool { return own.State == c.State }) {
				least, greatest = min(least, *c.Points), max(greatest, *c.Points)
			}
		}
		low, high = low+least, high+greatest
	}
	return low, high, len(l.s.Choices) > 0
}
