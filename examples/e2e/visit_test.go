package e2e

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/examples/browser"
)

// visit is a page with the widget on it, as one visitor sees it.
type visit struct {
	*testing.T
	page *browser.Page
}

const (
	phone   = 390
	desktop = 1200
)

// newVisit opens an empty tab of that width.
func newVisit(t *testing.T, width int) *visit {
	t.Helper()
	page, err := chromium.NewPage(width, 844, width == phone)
	if err != nil {
		t.Fatal(err)
	}
	v := &visit{t, page}
	t.Cleanup(func() {
		for _, e := range page.Errors() {
			t.Errorf("the page reported: %s", e)
		}
		for _, violation := range page.Violations() {
			t.Errorf("the policy forbade: %+v", violation)
		}
		page.Close()
	})
	return v
}

// open opens a page and waits for the engine.
func open(t *testing.T, width int, name string) *visit {
	t.Helper()
	v := newVisit(t, width)
	v.must(v.page.RunFirst(watcher))
	v.must(v.page.Open(site.URL + "/" + name))
	v.ready()
	return v
}

func (v *visit) must(err error) {
	v.Helper()
	if err != nil {
		v.Fatal(err)
	}
}

func (v *visit) ready() {
	v.Helper()
	v.must(v.page.Wait(`window.events?.some((e) => e.name === 'ready' || e.name === 'error')`))
	if got := v.text(`JSON.stringify(events.filter((e) => e.name === 'error'))`); got != "[]" {
		v.Fatalf("the widget reported an error: %s", got)
	}
}

// text evaluates an expression that gives a string.
func (v *visit) text(expression string) string {
	v.Helper()
	s, err := browser.Eval[string](v.page, expression)
	v.must(err)
	return s
}

const (
	element = `document.querySelector('hoshitori-check')`
	shadow  = element + `.shadowRoot`
)

// answer clicks the radio button of an answer with the mouse.
func (v *visit) answer(item, state string) {
	v.Helper()
	v.must(v.page.Click(fmt.Sprintf(`%s.querySelector('input[name="%s"][value="%s"]')`, shadow, item, state)))
}

// press clicks one of the widget's buttons with the mouse.
func (v *visit) press(action string) {
	v.Helper()
	v.must(v.page.Click(fmt.Sprintf(`%s.querySelector('[data-action="%s"]')`, shadow, action)))
}

// shows fails unless the widget shows the text.
func (v *visit) shows(wanted string) {
	v.Helper()
	if got := v.text(shadow + `.querySelector('.hoshitori[data-catalog]').textContent`); !strings.Contains(got, wanted) {
		v.Errorf("the widget does not show %q; it holds:\n%.2000s", wanted, got)
	}
}

// overflow returns by how many pixels the page is wider than the window.
func (v *visit) overflow() int {
	v.Helper()
	over, err := browser.Eval[int](v.page, `document.documentElement.scrollWidth - document.documentElement.clientWidth`)
	v.must(err)
	return over
}

// points returns the points of the element's result.
func (v *visit) points() string { return v.text(`JSON.stringify(` + element + `.result.points)`) }

// events returns the events of that name so far, as JSON texts of their details.
func (v *visit) events(name string) []string {
	v.Helper()
	var details []json.RawMessage
	v.must(json.Unmarshal([]byte(v.text(`JSON.stringify(events.filter((e) => e.name === '`+name+`').map((e) => e.detail))`)), &details))
	var out []string
	for _, d := range details {
		out = append(out, string(d))
	}
	return out
}

// sample answers like the sample of the result format: 18 met, 2 partial, 3 unmet, 2 unknown, then the two conditions.
func sample(i int) catalog.State {
	switch {
	case i < 18 || i >= 25:
		return catalog.Met
	case i < 20:
		return catalog.Partial
	case i < 23:
		return catalog.Unmet
	}
	return catalog.Unknown
}
