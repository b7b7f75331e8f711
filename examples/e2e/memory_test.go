package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	counters "github.com/chromedp/cdproto/memory"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/examples/browser"
)

// instances keeps the engine's memory within reach of the test, and nothing else that could keep something alive.
const instances = `window.memories = [];
	for (const name of ['instantiate', 'instantiateStreaming']) {
		const real = WebAssembly[name];
		WebAssembly[name] = async (...a) => {
			const made = await real.apply(WebAssembly, a);
			memories.push((made.instance ?? made).exports.mem);
			return made;
		};
	}`

// memory is what the page holds, in bytes and in numbers.
type memory struct{ engine, scripts, page, nodes, listeners float64 }

// memory lets the collectors of Go and of the browser run, and tells the least that was held after one of a few such times. Go
// lets go of an element only when it has collected the value that stands for it, which it does when it has work to do; until then
// some of the last forms are still there, now one and now eight of them.
func (v *visit) memory() memory {
	v.Helper()
	var least memory
	for i := range 3 {
		v.text(`(async () => {
			const check = ` + element + `;
			for (let i = 0; i < 10; i++) {
				check.assessment = check.assessment;
				if (!check.result) throw new Error('no result');
				await new Promise((resolve) => setTimeout(resolve, 10));
			}
			return '';
		})()`)
		for range 2 { // what finalizers let go is collected by the second
			_, err := chromedp.Call(v.page.Context(), heapprofiler.CollectGarbage, cdp.Empty{})
			v.must(err)
		}
		heap, err := chromedp.Call(v.page.Context(), runtime.GetHeapUsage, cdp.Empty{})
		v.must(err)
		dom, err := chromedp.Call(v.page.Context(), counters.GetDOMCounters, cdp.Empty{})
		v.must(err)
		engine, err := browser.Eval[float64](v.page, `memories.reduce((sum, m) => sum + m.buffer.byteLength, 0)`)
		v.must(err)
		now := memory{engine, heap.UsedSize, heap.EmbedderHeapUsedSize, float64(dom.Nodes), float64(dom.JsEventListeners)}
		if i == 0 {
			least = now
		}
		least = memory{min(least.engine, now.engine), min(least.scripts, now.scripts), min(least.page, now.page), min(least.nodes, now.nodes), min(least.listeners, now.listeners)}
	}
	return least
}

// plateau looks at the memory after each quarter of the rounds, and fails if both later quarters ended with a fifth more than both
// earlier ones: what leaks grows with every round, while what the browser keeps for itself comes and goes.
func (v *visit) plateau(rounds int, round string) {
	v.Helper()
	run := func(n int) {
		v.text(fmt.Sprintf(`(async () => { for (let i = 0; i < %d; i++) { %s } return '' })()`, n, round))
	}
	const quarters = 4
	var at [quarters]memory
	for i := range at {
		run(rounds / quarters)
		at[i] = v.memory()
	}
	v.Logf("after each quarter of %d rounds %.0f", rounds, at)
	for name, of := range map[string]func(memory) float64{
		"the engine's memory in bytes": func(m memory) float64 { return m.engine }, "the scripts' heap in bytes": func(m memory) float64 { return m.scripts },
		"the page's heap in bytes": func(m memory) float64 { return m.page },
		"the number of nodes":      func(m memory) float64 { return m.nodes }, "the number of listeners": func(m memory) float64 { return m.listeners },
	} {
		if before, after := max(of(at[0]), of(at[1])), min(of(at[2]), of(at[3])); after > 1.2*before {
			v.Errorf("%s has grown from %.0f to %.0f over %d rounds", name, before, after, rounds)
		}
	}
}

func openMeasured(t *testing.T, name string) *visit {
	t.Helper()
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(`addEventListener('hoshitori-ready', () => { window.readies = (window.readies ?? 0) + 1; });` + instances))
	v.must(v.page.Open(site.URL + "/" + name))
	v.must(v.page.Wait(`window.readies || document.readyState === 'complete' && !document.querySelector('hoshitori-check')`))
	return v
}

// Whoever fills the check and starts again 200 times needs no more memory than after 50 times.
func TestMemoryFillAndReset(t *testing.T) {
	v := openMeasured(t, "two-lines.html")
	v.text(`(() => { window.full = ` + allMet(sa2v31.Catalog()) + `; return '' })()`)
	v.plateau(200, `
		const check = `+element+`;
		check.assessment = full;
		if (check.result.points.score !== '100') throw new Error('not full: ' + check.result.points.score);
		check.shadowRoot.querySelector('[data-action=show]').click();
		check.reset();
		if (check.assessment.answers.length) throw new Error('not empty');
		if (i % 10 === 9) await new Promise(requestAnimationFrame);`)
}

// Elements that come and go, as in an application of one page, leave nothing behind.
func TestMemoryAttachAndDetach(t *testing.T) {
	const ready = `await new Promise((resolve) => check.addEventListener('hoshitori-ready', resolve, { once: true }));`
	t.Run("another catalogue", func(t *testing.T) {
		v := openMeasured(t, "sa1.html")
		v.plateau(100, `const check = `+element+`;
			check.setAttribute('catalog', check.getAttribute('catalog') === 'sa1@4.0' ? 'sa1@3.1' : 'sa1@4.0');`+ready)
	})
	t.Run("another element", func(t *testing.T) {
		v := openMeasured(t, "sa1.html")
		v.plateau(100, `const check = document.createElement('hoshitori-check');
			check.setAttribute('catalog', 'sa1@4.0');
			document.body.append(check);`+ready+`
			check.assessment = { format: 'hoshitori/assessment/1', catalog: { id: 'sa1', version: '4.0' }, answers: [{ item: '1', state: 'met' }] };
			check.remove();`)
	})
}
