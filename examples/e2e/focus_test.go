package e2e

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// Whoever answers by keys while the engine is on its way keeps the focus when it arrives, also where every question then gets a page
// of its own.
func TestFocusWhenTheEngineArrives(t *testing.T) {
	for _, name := range []string{"access-ja.html", "access-scs-ja.html", "fragment.html", "access-one-ja.html"} {
		t.Run(name, func(t *testing.T) {
			v := newVisit(t, desktop)
			v.must(v.page.RunFirst(watcher + hold))
			v.must(v.page.Open(site.URL + "/" + name))
			v.must(v.page.Wait(`window.proceed`))
			v.tabTo(`input[type=radio]`)
			v.key(" ")
			v.text(`(proceed(), '')`)
			v.ready()
			v.focuses(`input[type=radio]:checked`)
		})
	}
}

// Whoever presses the button that loads again by a key has the focus somewhere in the check afterwards: when that has helped, and
// when it has not.
func TestFocusAfterLoadingAgain(t *testing.T) {
	const second = `const real = WebAssembly.instantiate;
		let tries = 0;
		WebAssembly.instantiate = (...a) => tries++ ? real.apply(WebAssembly, a) : Promise.reject(new Error('not this time'));`
	for _, name := range []string{"access-ja.html", "access-broken-ja.html", "access-unknown-ja.html"} {
		t.Run(name, func(t *testing.T) {
			v := newVisit(t, desktop)
			v.must(v.page.RunFirst(watcher + second))
			v.must(v.page.Open(site.URL + "/" + name))
			v.must(v.page.Wait(`window.events?.some((e) => e.name === 'error')`))
			v.tabTo(`[role=alert] button`)
			v.must(v.page.Press(kb.Enter))
			v.must(v.page.Wait(`events.length > 1 && events.some((e, i) => i && ['ready', 'error'].includes(e.name))`))
			if v.focused() == "" {
				t.Error("nothing in the widget has the focus")
			}
		})
	}
}
