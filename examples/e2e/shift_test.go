package e2e

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/hoshitori/hoshitori/examples/browser"
)

// moves notes where the first question is in every frame from the first on that shows it, and every layout shift that the
// browser counts (what the visitor has caused does not count).
const moves = `window.tops = []; window.shifts = []; window.waited = false;
new PerformanceObserver((list) => {
	for (const e of list.getEntries()) if (!e.hadRecentInput)
		shifts.push({ value: e.value, sources: e.sources.map((s) => (s.node?.outerHTML ?? s.node?.textContent ?? '').slice(0, 80)) });
}).observe({ type: 'layout-shift', buffered: true });
(function frame() {
	const host = document.querySelector('hoshitori-check');
	const question = (host?.shadowRoot ?? host)?.querySelector('.h-question');
	if (question) tops.push(question.getBoundingClientRect().top + scrollY);
	waited ||= Boolean(host?.shadowRoot?.querySelector('.h-wait'));
	requestAnimationFrame(frame);
})();
`

// Nothing moves from the moment the first question is there until the engine has taken the form over, and after that: where
// the form is pasted, where the two lines stand alone, and where a requirement or a question is shown at a time.
func TestShiftNothing(t *testing.T) {
	for _, page := range []string{"two-lines.html", "index.html", "chamber.html", "scs.html", "vendor.html", "one.html"} {
		for _, width := range []int{320, phone, desktop} {
			t.Run(fmt.Sprintf("%s at %d", page, width), func(t *testing.T) {
				v := newVisit(t, width)
				v.must(v.page.RunFirst(watcher + moves))
				v.must(v.page.Throttle(slowly))
				v.must(v.page.Open(site.URL + "/" + page))
				v.nothingMoves()
			})
		}
	}
}

// Nor does it for a visitor who comes back to answers that were kept: the bar says so, until one of them changes.
func TestShiftNothingOnTheNextVisit(t *testing.T) {
	v := open(t, phone, "english.html")
	v.answer("1", "met")
	v.must(v.page.Click(shadow + `.querySelector('.h-keep input')`))
	v.must(v.page.RunFirst(moves))
	v.must(v.page.Throttle(slowly))
	v.must(v.page.Reload())
	v.nothingMoves()
	now := func() string { return v.text(shadow + `.querySelector('.h-now').textContent`) }
	if got, want := now(), "From last time: 1 of 7"; got != want {
		t.Errorf("the bar says %q, want %q", got, want)
	}
	v.answer("2", "met")
	if got, want := now(), "2 of 7"; got != want {
		t.Errorf("after another answer the bar says %q, want %q", got, want)
	}
}

var slowly = browser.Network{Down: 6000, Up: 2000, Latency: 150 * time.Millisecond}

// nothingMoves waits for the engine and says what has moved.
func (v *visit) nothingMoves() {
	v.Helper()
	v.ready()
	v.text(`new Promise((resolve) => setTimeout(resolve, 200, ''))`)
	var got struct {
		Tops   []float64
		Shifts []struct {
			Value   float64
			Sources []string
		}
		Waited bool
	}
	v.must(json.Unmarshal([]byte(v.text(`JSON.stringify({Tops: tops, Shifts: shifts, Waited: waited})`)), &got))
	if !got.Waited || len(got.Tops) < 10 {
		v.Fatalf("the question was seen in %d frames, waiting: %v: the test shows nothing", len(got.Tops), got.Waited)
	}
	first := got.Tops[0]
	for _, top := range got.Tops {
		if top-first > 1 || first-top > 1 {
			v.Errorf("the first question has moved from %.1f to %.1f", first, top)
			break
		}
	}
	sum := 0.0
	for _, s := range got.Shifts {
		sum += s.Value
	}
	if sum >= .01 {
		v.Errorf("the layout has shifted by %.4f: %+v", sum, got.Shifts)
	}
}
