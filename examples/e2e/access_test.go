package e2e

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/render"
)

// accessPages are the pages of the tests in this file and in access_states_test.go, keyboard_test.go, robust_test.go and
// memory_test.go.
func accessPages() map[string]string {
	pages := map[string]string{
		"access-dark.html": `<hoshitori-check catalog="sa1@4.0" theme="dark" lang="ja"></hoshitori-check>`,
		"column.html":      `<div><hoshitori-check catalog="scs@2026-03-27" target="3" layout="all" lang="ja"></hoshitori-check></div>`,
	}
	for _, language := range []lang.Lang{lang.JA, lang.EN} {
		l := language.String()
		pages["access-"+l+".html"] = `<hoshitori-check catalog="sa1@4.0" lang="` + l + `" storage="local"></hoshitori-check>`
		pages["access-one-"+l+".html"] = `<hoshitori-check catalog="sa1@4.0" layout="one" lang="` + l + `"></hoshitori-check>`
		pages["access-scs-"+l+".html"] = `<hoshitori-check catalog="scs@2026-03-27" target="3" lang="` + l + `"></hoshitori-check>`
		for _, share := range []string{"always", "never"} {
			pages["access-"+share+"-"+l+".html"] = `<hoshitori-check catalog="sa1@4.0" lang="` + l + `" share="` + share + `"></hoshitori-check>`
		}
		pages["access-broken-"+l+".html"] = `<hoshitori-check src="broken.json" lang="` + l + `"></hoshitori-check>`
		pages["access-unknown-"+l+".html"] = `<hoshitori-check catalog="sa9@1" lang="` + l + `"></hoshitori-check>`
		fragment := string(render.FormFragment(sa2v31.Catalog(), render.Options{Lang: language}))
		pages["access-fragment-"+l+".html"] = `<hoshitori-check catalog="sa2@3.1" lang="` + l + `">` + fragment + `</hoshitori-check>`
	}
	return pages
}

// resize gives the page another width, and that many pixels of the screen for each of CSS.
func (v *visit) resize(width, height int, ratio float64) {
	v.Helper()
	_, err := chromedp.Call(v.page.Context(), emulation.SetDeviceMetricsOverride,
		emulation.SetDeviceMetricsOverrideParams{Width: int64(width), Height: int64(height), DeviceScaleFactor: ratio})
	v.must(err)
}

// media sets a media feature such as prefers-reduced-motion.
func (v *visit) media(name, value string) {
	v.Helper()
	_, err := chromedp.Call(v.page.Context(), emulation.SetEmulatedMedia,
		emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}}})
	v.must(err)
}

// unfold opens everything that is folded.
func (v *visit) unfold() {
	v.Helper()
	v.text(`(() => { for (const d of ` + shadow + `.querySelectorAll('details')) d.open = true; return '' })()`)
}

// choose gives a saved file to one of the widget's file buttons.
func (v *visit) choose(action, content string) {
	v.Helper()
	v.text(`(() => { const files = new DataTransfer();
		files.items.add(new File([` + quoted(content) + `], 'saved.json'));
		const input = ` + shadow + `.querySelector('input[data-action=` + action + `]');
		input.files = files.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
		return '' })()`)
}

// sixAnswers is the file of somebody who answered the six questions of sa1 and its declaration.
func sixAnswers(states ...catalog.State) string { return answered(sa1v40.Catalog(), states...) }

// answered is the file of somebody who answered every item of a catalogue: with these states in turn, and with met where an item does
// not allow one of them.
func answered(c *catalog.Checked, states ...catalog.State) string {
	d := assess.New(c.Ref())
	for i, item := range c.Items() {
		state := states[i%len(states)]
		if !c.Allows(item, state) {
			state = catalog.Met
		}
		d.Set(assess.Answer{Item: item.ID, State: state})
	}
	return string(d.JSON())
}

// hold keeps the engine back until the test calls proceed().
const hold = `const real = WebAssembly.instantiate;
	WebAssembly.instantiate = async (...a) => {
		await new Promise((resolve) => { window.proceed = resolve; });
		return real.apply(WebAssembly, a);
	};`

// axe-core finds nothing in any state of a short check, in both languages, light and dark, on a phone and on a desktop.
func TestAccessAxe(t *testing.T) {
	for _, l := range []string{"ja", "en"} {
		t.Run(l, func(t *testing.T) {
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher + hold))
			v.must(v.page.Open(site.URL + "/access-" + l + ".html"))
			v.must(v.page.Wait(`window.proceed`))
			v.findings("before the engine", allRules)
			v.text(`(proceed(), '')`)
			v.ready()
			v.findings("form", allRules)
			v.unfold()
			v.audit("form, unfolded")
			v.choose("open", "{")
			v.must(v.page.Wait(shadow + `.querySelector('.h-error')`))
			v.audit("after a bad file")
			v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Partial, catalog.Unknown)))
			v.press("show")
			v.findings("result", allRules)
			v.unfold()
			v.audit("result, unfolded")
			v.choose("compare", sixAnswers(catalog.Unmet, catalog.Met))
			v.must(v.page.Wait(shadow + `.querySelector('.h-compared')`))
			v.unfold()
			v.audit("comparison")
			v.press("agree")
			v.press("reset")
			v.audit("handed over, and asked whether to start again")
		})
	}
}

// axe-core finds nothing either where a question or a requirement is shown at a time, and where a reason is wanted.
func TestAccessAxePages(t *testing.T) {
	for _, l := range []string{"ja", "en"} {
		t.Run("one question, "+l, func(t *testing.T) {
			v := open(t, phone, "access-one-"+l+".html")
			v.audit("first question")
			v.answer("1", "met")
			v.press("next")
			v.unfold()
			v.audit("second question, unfolded")
		})
		t.Run("one requirement, "+l, func(t *testing.T) {
			v := open(t, phone, "access-scs-"+l+".html")
			v.unfold()
			v.askReason()
			if l == "ja" {
				v.audit("requirement, unfolded, a reason is wanted")
				return
			}
			v.findings("requirement, unfolded, a reason is wanted", allRules)
		})
	}
}

// askReason ticks the first answer that needs a reason.
func (v *visit) askReason() {
	v.Helper()
	v.must(v.page.Click(`[...` + shadow + `.querySelectorAll('input[value=not_applicable]')].find((e) => e.checkVisibility())`))
	v.must(v.page.Wait(shadow + `.querySelector('.h-reason input')?.checkVisibility()`))
}

// axe-core finds nothing where the engine is missing, and in the form that remains where scripts are off.
func TestAccessAxeWithoutEngine(t *testing.T) {
	for _, l := range []string{"ja", "en"} {
		t.Run("no engine, "+l, func(t *testing.T) {
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher + `WebAssembly.instantiate = () => Promise.reject(new Error('not here'));`))
			v.must(v.page.Open(site.URL + "/access-" + l + ".html"))
			v.must(v.page.Wait(shadow + `?.querySelector('[role=alert] button')`))
			v.audit("no engine")
		})
		t.Run("no scripts, "+l, func(t *testing.T) {
			v := newVisit(t, phone)
			v.must(v.page.Scripts(false))
			v.must(v.page.Open(site.URL + "/access-fragment-" + l + ".html"))
			v.must(v.page.Scripts(true)) // for axe: what the page itself has not run stays so
			if got := v.text(`[` + element + `.shadowRoot, document.querySelectorAll('.h-question').length].join(' ')`); got != " 27" {
				t.Fatalf("scripts have run, or the form is not there: %q", got)
			}
			v.text(`(() => { for (const d of document.querySelectorAll('details')) d.open = true; return '' })()`)
			v.findings("no scripts", allRules)
		})
	}
}

// Nothing is wider than the window at 400 %, where 1280 by 1024 pixels have become 320 by 256, and what stays in view does
// not take the window for itself.
func TestAccessZoom(t *testing.T) {
	for _, name := range []string{"access-ja.html", "access-en.html", "access-one-en.html", "access-scs-ja.html"} {
		t.Run(name, func(t *testing.T) {
			v := newVisit(t, desktop)
			v.resize(320, 256, 4)
			v.must(v.page.RunFirst(watcher))
			v.must(v.page.Open(site.URL + "/" + name))
			v.ready()
			v.unfold()
			v.fitsWidth("form")
			if got := v.text(`getComputedStyle(` + shadow + `.querySelector('.h-live')).position`); got == "sticky" {
				t.Errorf("the progress is %s, and covers a window that is so low", got)
			}
			v.text(`(() => { ` + shadow + `.querySelector('input[value=met]').click(); return '' })()`)
			v.press("show")
			v.unfold()
			v.fitsWidth("result")
		})
	}
}

// fitsWidth fails if the page can be scrolled sideways, or something reaches out of the widget.
func (v *visit) fitsWidth(state string) {
	v.Helper()
	if over := v.overflow(); over > 0 {
		v.Errorf("%s: the page is %d pixels too wide", state, over)
	}
	if got := v.text(outside); got != "" {
		v.Errorf("%s: out of the widget reach\n%s", state, got)
	}
}

const outside = `(() => { const {left, right} = ` + element + `.getBoundingClientRect();
	return [...` + shadow + `.querySelectorAll('*')].filter((e) => e.checkVisibility()).filter((e) => {
		const box = e.getBoundingClientRect();
		return box.width && (box.left < left - 1 || box.right > right + 1);
	}).slice(0, 5).map((e) => e.outerHTML.slice(0, 120)).join('\n') })()`

// A column of 320 pixels on a wide page is enough: the form follows its place, not the window.
func TestAccessColumn(t *testing.T) {
	v := open(t, desktop, "column.html")
	v.text(`(() => { document.querySelector('div').style.width = '320px'; return '' })()`)
	v.unfold()
	v.fitsWidth("form")
	v.answer("1-2-1-1", "met")
	v.press("show")
	v.unfold()
	v.fitsWidth("result")
}

// The text may be twice as large as the host's.
func TestAccessLargeText(t *testing.T) {
	for _, l := range []string{"ja", "en"} {
		v := open(t, phone, "access-"+l+".html")
		v.text(`(() => { document.documentElement.style.fontSize = '200%'; return '' })()`)
		v.unfold()
		v.fitsWidth("form")
		v.press("show")
		v.unfold()
		v.fitsWidth("result")
	}
}

// All sizes follow the host's: its text of 20 pixels makes everything larger by a quarter, a rule for the element alone as well.
func TestAccessHostText(t *testing.T) {
	const sizes = `JSON.stringify(['.h-title', 'legend', '.h-choices label', 'summary', '.h-now', '.h-main', '.h-notice, .h-private'].map((s) =>
		parseFloat(getComputedStyle(` + shadow + `.querySelector(s)).fontSize)))`
	for _, rule := range []string{"html {font-size: 20px}", "body {font-size: 20px}", "hoshitori-check {font-size: 1.25rem}"} {
		v := open(t, phone, "access-ja.html")
		var before, after []float64
		v.must(json.Unmarshal([]byte(v.text(sizes)), &before))
		v.text(`(() => { const sheet = new CSSStyleSheet();
			sheet.replaceSync(` + quoted(rule) + `);
			document.adoptedStyleSheets = [sheet];
			return '' })()`)
		v.must(json.Unmarshal([]byte(v.text(sizes)), &after))
		for i := range before {
			if ratio := after[i] / before[i]; ratio < 1.24 || ratio > 1.26 {
				t.Errorf("%s: text of %v px has become %v px", rule, before[i], after[i])
			}
		}
		v.fitsWidth(rule)
	}
}

// Nothing moves by itself for those who asked for that, and for nobody else either.
func TestAccessReducedMotion(t *testing.T) {
	v := newVisit(t, phone)
	v.media("prefers-reduced-motion", "reduce")
	v.must(v.page.RunFirst(watcher + `window.smooth = 0;
		const scroll = Element.prototype.scrollIntoView;
		Element.prototype.scrollIntoView = function (o) { if (o?.behavior === 'smooth') smooth++; return scroll.call(this, o); };`))
	v.must(v.page.Open(site.URL + "/access-one-ja.html"))
	v.ready()
	still := func(state string) {
		if got := v.text(`JSON.stringify([smooth, document.getAnimations().length, [...` + shadow + `.querySelectorAll('*'), ` + element + `, document.documentElement].filter((e) => {
			const s = getComputedStyle(e);
			return s.scrollBehavior !== 'auto' || s.animationName !== 'none' || s.transitionDuration !== '0s';
		}).length])`); got != "[0,0,0]" {
			t.Errorf("%s: smooth scrolls, animations, elements that would be animated: %s", state, got)
		}
	}
	v.answer("1", "met")
	v.press("next")
	still("form")
	v.press("show")
	still("result")
}

// Everything that is pressed is at least 24 by 24 pixels large, except links within a text, and an answer 44 by 44.
func TestAccessTargetSize(t *testing.T) {
	const small = `[...` + shadow + `.querySelectorAll('a, button, input, select, summary, textarea')]
		.map((e) => e.type === 'radio' || e.type === 'checkbox' || e.type === 'file' ? e.closest('label') : e)
		.filter((e) => e.checkVisibility() && !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
		.filter((e) => { const box = e.getBoundingClientRect(), least = e.closest('.h-choices') ? 44 : 24; return box.width < least || box.height < least; })
		.map((e) => e.outerHTML.slice(0, 120)).join('\n')`
	for name, width := range map[string]int{"access-en.html": phone, "access-ja.html": 320, "access-scs-ja.html": 320} {
		v := open(t, width, name)
		v.unfold()
		for _, state := range []string{"form", "result"} {
			if got := v.text(small); got != "" {
				t.Errorf("%s: too small in the %s:\n%s", name, state, got)
			}
			if state == "form" {
				v.press("show")
				v.unfold()
			}
		}
	}
}

// Whoever tabs through the form and the result sees where the focus is, on every control, and nothing lies on top of it.
func TestAccessVisibleFocus(t *testing.T) {
	const focused = `(() => {
		const e = ` + shadow + `.activeElement;
		if (!e) return '';
		const mark = [e, e.closest('label')].find((x) => x && getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) >= 2);
		const box = (mark ?? e).getBoundingClientRect();
		const wrong = [];
		if (!mark) wrong.push('no outline');
		if (box.bottom < 1 || box.top > innerHeight - 1) wrong.push('out of view');
		const at = [[box.left + 2, box.top + 2], [box.right - 3, box.bottom - 3], [(box.left + box.right) / 2, (box.top + box.bottom) / 2]];
		const free = at.some(([x, y]) => { const top = ` + shadow + `.elementFromPoint(x, y); return top && (mark ?? e).contains(top) || top === e; });
		if (!free) wrong.push('covered');
		return (e.name || e.dataset.action || e.tagName) + (wrong.length ? ': ' + wrong.join(', ') + ': ' + e.outerHTML.slice(0, 100) : '');
	})()`
	v := open(t, phone, "access-ja.html")
	tour := func(state string, atLeast int) {
		v.text(`(() => { ` + shadow + `.activeElement?.blur(); document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus(); return '' })()`)
		seen := 0
		for range 60 {
			v.must(v.page.Press(kb.Tab))
			got := v.text(focused)
			if got == "" {
				break
			}
			seen++
			if strings.Contains(got, ": ") {
				t.Errorf("%s: %s", state, got)
			}
		}
		if seen < atLeast || seen == 60 {
			t.Errorf("%s: %d controls were reached by Tab, want at least %d", state, seen, atLeast)
		}
	}
	tour("form", 2+1+6*2+1+1) // file, reset, keep, six questions and what helps with each, the declaration, the button
	v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Unmet)))
	v.press("show")
	tour("result", 6)
}

// Where the system's colours replace ours, a ticked answer still differs from the others.
func TestAccessForcedColors(t *testing.T) {
	v := newVisit(t, phone)
	v.media("forced-colors", "active")
	v.must(v.page.RunFirst(watcher))
	v.must(v.page.Open(site.URL + "/access-ja.html"))
	v.ready()
	v.answer("1", "met")
	v.text(`(() => { ` + shadow + `.activeElement.blur(); return '' })()`)
	look := func(state string) []string {
		var out []string
		v.must(json.Unmarshal([]byte(v.text(`(() => {
			const input = `+shadow+`.querySelector('input[name="1"][value=`+state+`]');
			const s = getComputedStyle(input.closest('label'));
			return JSON.stringify([String(matchMedia('(forced-colors: active)').matches), getComputedStyle(input).appearance, s.fontWeight, s.borderTopWidth, s.outlineStyle]);
		})()`)), &out))
		return out
	}
	ticked, other := look("met"), look("unmet")
	if ticked[0] != "true" {
		t.Fatal("the colours are not forced: the test shows nothing")
	}
	if ticked[1] == "none" || slices.Equal(ticked[2:], other[2:]) {
		t.Errorf("ticked %v, other %v: only a colour tells them apart", ticked, other)
	}
	if got := v.text(`getComputedStyle(` + shadow + `.querySelector('.h-main')).borderTopStyle`); got != "solid" {
		t.Errorf("the main button has no border: %s", got)
	}
}

// Texts may be set wider, as some readers need them (WCAG 1.4.12): nothing is cut off and nothing lies on top of another.
func TestAccessTextSpacing(t *testing.T) {
	const cut = `[...` + shadow + `.querySelectorAll('button, label, legend, summary, p, td, th, h2, h3, h4, li, .h-live, .h-standing')].filter((e) => e.checkVisibility())
		.filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth || e.clientHeight && e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).overflowY !== 'visible')
		.map((e) => e.outerHTML.slice(0, 120)).join('\n')`
	for _, l := range []string{"ja", "en"} {
		v := open(t, 320, "access-"+l+".html")
		v.text(`(() => { const sheet = new CSSStyleSheet();
			sheet.replaceSync('* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} p {margin-bottom: 2em !important}');
			const root = ` + shadow + `;
			root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
			return '' })()`)
		v.unfold()
		for _, state := range []string{"form", "result"} {
			v.fitsWidth(l + ", " + state)
			if got := v.text(cut); got != "" {
				t.Errorf("%s, %s: cut off:\n%s", l, state, got)
			}
			if state == "form" {
				v.press("show")
				v.unfold()
			}
		}
	}
}

// listen notes what the progress says from now on. It returns a function that tells what was said since its last call.
func (v *visit) listen() (said func() string) {
	v.Helper()
	v.text(`(() => { window.said = [];
		const now = ` + shadow + `.querySelector('.h-live [role=status]');
		new MutationObserver(() => said.push(now.textContent)).observe(now, { childList: true, characterData: true, subtree: true });
		return '' })()`)
	return func() string {
		v.Helper()
		v.text(`new Promise((resolve) => setTimeout(resolve, 0, ''))`)
		return v.text(`JSON.stringify(said.splice(0))`)
	}
}

// The progress speaks when the reader has finished, and only when it has something new to say.
func TestAccessLiveRegion(t *testing.T) {
	v := open(t, phone, "access-scs-ja.html")
	said := v.listen()
	v.answer("1-2-1-1", "met")
	if got := said(); got != `["1／81項目"]` {
		t.Errorf("after the first answer: %s", got)
	}
	v.answer("1-2-1-1", "unmet")
	if got := said(); got != `[]` {
		t.Errorf("after another answer to the same question it says again: %s", got)
	}
	if got := v.text(`(() => { const now = ` + shadow + `.querySelector('.h-now');
		return [now.getAttribute('role'), now.getAttribute('aria-live') ?? 'polite', now.closest('[aria-live=assertive], [role=alert]')].join() })()`); got != "status,polite," {
		t.Errorf("the progress is %s", got)
	}
}

// Where points are counted, the progress says after each answer what the score is and what it can become: also after another
// answer to the same question, which changes the score alone.
func TestAccessLiveScore(t *testing.T) {
	for l, want := range map[lang.Lang][3]string{
		lang.JA: {"1／27項目 いま4点（最後は4～100点）", "1／27項目 いま2点（最後は2～98点）", "2／27項目 いま1点（最後は2～98点）"},
		lang.EN: {"1 of 27, score 4 (4–100 in the end)", "1 of 27, score 2 (2–98 in the end)", "2 of 27, score 1 (2–98 in the end)"},
	} {
		t.Run(l.String(), func(t *testing.T) {
			v := open(t, phone, catalogPage(sa2v31.Catalog(), l))
			said := v.listen()
			for i, step := range []struct{ item, state string }{{"1", "met"}, {"1", "partial"}, {"2", "unknown"}} {
				v.answer(step.item, step.state)
				if got := said(); got != `["`+want[i]+`"]` {
					t.Errorf("after %s to question %s it says %s, want %q", step.state, step.item, got, want[i])
				}
			}
		})
	}
}

// node is a node of the accessibility tree that a screen reader gets.
type node struct {
	role, name string
	depth      int
}

// spoken returns the tree below the widget, without what is only text or structure.
func (v *visit) spoken() []node {
	v.Helper()
	tree, err := chromedp.Call(v.page.Context(), accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	v.must(err)
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range tree.Nodes {
		byID[n.NodeID] = n
	}
	var out []node
	var walk func(n *accessibility.Node, depth int)
	walk = func(n *accessibility.Node, depth int) {
		if n == nil {
			return
		}
		if !n.Ignored && n.Role != nil {
			var role, name string
			_ = json.Unmarshal(n.Role.Value, &role)
			if n.Name != nil {
				_ = json.Unmarshal(n.Name.Value, &name)
			}
			switch role {
			case "InlineTextBox", "generic", "none", "ListMarker":
			default:
				out = append(out, node{role, name, depth})
			}
		}
		for _, child := range n.ChildIDs {
			walk(byID[child], depth+1)
		}
	}
	walk(tree.Nodes[0], 0)
	return out
}

// What a screen reader gets makes sense: a question is a named group of named answers, the progress is a status, and the
// result is read by its headings.
func TestAccessTree(t *testing.T) {
	c := sa1v40.Catalog()
	v := open(t, desktop, "access-ja.html")
	v.answer("1", "met")
	item := c.Items()[0]
	tree := v.spoken()
	group := slices.IndexFunc(tree, func(n node) bool { return n.role == "group" && strings.Contains(n.name, item.Text.JA) })
	if group < 0 {
		t.Fatalf("no group is named by the first question: %v", tree)
	}
	if want := item.Number + " " + item.Text.JA; tree[group].name != want {
		t.Errorf("the group is called %q, want %q", tree[group].name, want)
	}
	var answers []string
	for _, n := range tree[group+1:] {
		if n.depth <= tree[group].depth {
			break
		}
		if n.role == "radio" {
			answers = append(answers, n.name)
		}
	}
	var want []string
	for _, choice := range c.ChoicesOf(item) {
		want = append(want, choice.Label.JA)
	}
	if !slices.Equal(answers, want) {
		t.Errorf("the answers are called %q, want %q", answers, want)
	}
	for _, n := range tree {
		switch n.role {
		case "radio", "button", "checkbox", "DisclosureTriangle", "link", "heading", "combobox", "textbox", "image", "img":
			if strings.TrimSpace(n.name) == "" {
				t.Errorf("a %s has no name", n.role)
			}
		case "progressbar", "progress":
			t.Errorf("the bar %q repeats the text beside it", n.name)
		}
	}
	if !slices.ContainsFunc(tree, func(n node) bool { return n.role == "status" }) {
		t.Error("there is no status")
	}

	v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Partial)))
	v.press("show")
	var headings []string
	for _, n := range v.spoken() {
		switch n.role {
		case "heading":
			headings = append(headings, n.name)
		case "button", "image", "img", "link", "DisclosureTriangle", "table":
			if n.role != "table" && strings.TrimSpace(n.name) == "" {
				t.Errorf("result: a %s has no name", n.role)
			}
		}
	}
	if at := slices.Index(headings, "診断の結果"); at < 0 || len(headings) < at+4 {
		t.Errorf("the headings of the result are %q", headings)
	}
	if got := v.text(shadow + `.activeElement.textContent`); got != "診断の結果" {
		t.Errorf("after the button the focus is on %q", got)
	}
}

// Headings leave no rank out, in the form and in the result.
func TestAccessHeadings(t *testing.T) {
	for _, name := range []string{"access-ja.html", "access-one-ja.html", "access-scs-en.html"} {
		v := open(t, phone, name)
		ranks := func(state string) {
			var all []int
			v.must(json.Unmarshal([]byte(v.text(`JSON.stringify([1, ...[...`+shadow+`.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((e) => e.checkVisibility()).map((e) => Number(e.tagName[1]))])`)), &all))
			for i := 1; i < len(all); i++ {
				if all[i] > all[i-1]+1 {
					t.Errorf("%s, %s: a heading of rank %d follows one of rank %d", name, state, all[i], all[i-1])
				}
			}
		}
		ranks("form")
		v.press("show")
		ranks("result")
	}
}
