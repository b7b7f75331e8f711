package e2e

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
)

// someAnswers is a file with so many answers to the 25 questions that a range is shown.
func someAnswers() string {
	c := sa2v31.Catalog()
	d := assess.New(c.Ref())
	for i, item := range c.Items()[:12] {
		d.Set(assess.Answer{Item: item.ID, State: sample(2 * i)})
	}
	return string(d.JSON())
}

// The bar with the progress is calm: beside the button at most two lines on a phone, three in the narrowest column, and it
// takes little of the window.
func TestBarRows(t *testing.T) {
	const shape = `(() => {
		const bar = ` + shadow + `.querySelector('.h-live'), now = bar.querySelector('.h-now'), button = bar.querySelector('button');
		const range = document.createRange();
		range.selectNodeContents(now);
		const lines = new Set([...range.getClientRects()].map((r) => Math.round(r.top)));
		const box = (e) => e.getBoundingClientRect();
		return JSON.stringify({Lines: lines.size, Beside: box(now).right <= box(button).left && box(button).bottom <= box(bar).bottom, Height: box(bar).height,
			Text: now.textContent}) })()`
	for _, l := range []string{"ja", "en"} {
		v := open(t, phone, "sa2-3.1."+l+".html")
		v.text(element + `.assessment = ` + quoted(someAnswers()))
		for _, test := range []struct {
			width, lines int
			height       float64
		}{{320, 2, 72}, {phone, 2, 64}, {desktop, 1, 64}} {
			v.resize(test.width, 640, 1)
			var got struct {
				Lines  int
				Beside bool
				Height float64
				Text   string
			}
			v.must(json.Unmarshal([]byte(v.text(shape)), &got))
			if !strings.ContainsAny(got.Text, "～–") {
				t.Fatalf("there is no range in %q", got.Text)
			}
			if got.Lines > test.lines || !got.Beside || got.Height > test.height {
				t.Errorf("%s at %d px: %+v, want %d lines beside the button, and %v px at most", l, test.width, got, test.lines, test.height)
			}
		}
	}
}

// Whoever tabs through the form, forwards and back, sees all of what has the focus: the bar never lies on it, not even a
// part (WCAG 2.4.11 asks for less). So in a low window, in a narrow one, before the engine is there, and where it has failed.
func TestBarCoversNoFocus(t *testing.T) {
	const covered = `(() => {
		const e = ` + shadow + `.activeElement;
		if (!e) return '';
		const box = (e.closest('label') ?? e).getBoundingClientRect();
		const name = (e.name || e.dataset.action || e.tagName) + ' ';
		const bar = ` + shadow + `.querySelector('.h-live, .h-wait, [role=alert].hoshitori');
		const under = !bar.contains(e) && Math.min(box.bottom, bar.getBoundingClientRect().bottom) - Math.max(box.top, bar.getBoundingClientRect().top);
		return name + (under > 0 ? 'is covered by ' + under + ' px' : box.top < 0 || box.bottom > innerHeight ? 'is out of view' : '');
	})()`
	tour := func(v *visit, state string, atLeast int, with ...chromedp.KeyOption) {
		seen := 0
		for range 60 {
			v.must(v.page.Do(chromedp.KeyEvent(kb.Tab, with...)))
			got := v.text(covered)
			if got == "" {
				break
			}
			seen++
			if !strings.HasSuffix(got, " ") {
				v.Errorf("%s: %s", state, got)
			}
		}
		if seen < atLeast {
			v.Errorf("%s: %d controls had the focus, want at least %d", state, seen, atLeast)
		}
	}
	const start = `(() => { ` + shadow + `.activeElement?.blur(); scrollTo(0, 0); document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus(); return '' })()`
	for _, size := range [][2]int{{320, 640}, {phone, 500}, {desktop, 700}} {
		v := open(t, phone, "access-ja.html")
		v.resize(size[0], size[1], 1)
		v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Unknown)))
		v.unfold()
		name := fmt.Sprint(size)
		v.text(start)
		tour(v, name, 15)
		v.text(`(() => { const a = document.createElement('a'); a.href = '#'; document.body.append(a); a.focus(); return '' })()`)
		tour(v, name+", back", 15, chromedp.KeyModifiers(chromedp.ModifierShift))
	}
	t.Run("before the engine", func(t *testing.T) {
		v := newVisit(t, phone)
		v.must(v.page.RunFirst(watcher + hold))
		v.must(v.page.Open(site.URL + "/access-ja.html"))
		v.must(v.page.Wait(`window.proceed`))
		v.text(start)
		tour(v, "waiting", 7)
		v.text(`(proceed(), '')`)
		v.ready()
	})
	t.Run("without the engine", func(t *testing.T) {
		v := newVisit(t, phone)
		v.must(v.page.RunFirst(watcher + `WebAssembly.instantiate = () => Promise.reject(new Error('not here'));`))
		v.must(v.page.Open(site.URL + "/access-ja.html"))
		v.must(v.page.Wait(shadow + `?.querySelector('[role=alert] button')`))
		v.text(start)
		tour(v, "failed", 7)
	})
}
