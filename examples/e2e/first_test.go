package e2e

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/render"
)

// What a phone of 390 × 844 shows of the result before anybody scrolls, of every catalogue in both languages: where one stands, that
// the edition is superseded, what remains before each star may be claimed, and the three steps to begin with, each with reason, effort
// and who can do it. Where two stars are told about, of the third step at least what it is.
func TestFirstScreen(t *testing.T) {
	v := open(t, phone, "two-lines.html")
	for _, c := range builtin.All() {
		for _, l := range []lang.Lang{lang.JA, lang.EN} {
			t.Run(c.Ref().String()+" "+l.String(), func(t *testing.T) {
				v.T = t
				v.text(`(() => { events.length = 0; const e = ` + element + `; e.removeAttribute('catalog'); e.lang = ` + quoted(l.String()) + `;
					e.setAttribute('catalog', ` + quoted(c.Ref().String()) + `); return '' })()`)
				v.ready()
				v.text(element + `.assessment = ` + quoted(answered(c, catalog.Met, catalog.Unmet, catalog.Unknown, catalog.Partial)))
				v.press("show")
				v.firstScreen(c)
			})
		}
	}
	v.T = t
}

func (v *visit) firstScreen(c *catalog.Checked) {
	v.Helper()
	var places []struct {
		Name        string
		Top, Bottom float64
	}
	v.must(json.Unmarshal([]byte(v.text(`(() => {
		const result = `+shadow+`.querySelector('.h-result'), out = [];
		for (const name of ['.h-heading', '.h-standing', '.h-notice', '.h-level', '.h-remaining', '.h-steps .h-list > li > .h-question-text', '.h-steps .h-list > li > .h-lines'])
			for (const e of result.querySelectorAll(name)) {
				const { top, bottom } = e.getBoundingClientRect();
				out.push({ name, top, bottom });
			}
		return JSON.stringify(out);
	})()`)), &places))
	found := map[string]int{}
	for _, p := range places {
		found[p.Name]++
		last := len(c.Levels()) > 1 && p.Name == ".h-steps .h-list > li > .h-lines" && found[p.Name] == 3
		if p.Top < 0 || p.Bottom > 844 && !last || p.Bottom <= p.Top {
			v.Errorf("%s reaches from %.0f to %.0f, which the first 844 pixels do not show", p.Name, p.Top, p.Bottom)
		}
	}
	want := map[string]int{".h-heading": 1, ".h-standing": 1, ".h-level": len(c.Levels()), ".h-steps .h-list > li > .h-question-text": 3, ".h-steps .h-list > li > .h-lines": 3}
	if len(render.Notices(c, render.Options{Lang: lang.JA})) > 0 {
		want[".h-notice"] = 1
	}
	for _, l := range c.Levels() {
		if len(l.Needs) > 0 {
			want[".h-remaining"]++
		}
	}
	if diff := cmp.Diff(want, found); diff != "" {
		v.Errorf("parts of the result (-want +got)\n%s", diff)
	}
	if folded := v.text(`String(` + shadow + `.querySelectorAll('.h-result details[open]').length)`); folded != "0" {
		v.Errorf("%s parts are unfolded", folded)
	}
}

// Facts, sources and where to ask stand at the end of a result, once.
func TestResultEndsWithContacts(t *testing.T) {
	for _, page := range []string{"two-lines.html", "fragment.html"} {
		v := open(t, phone, page)
		v.answer("1", catalog.Met.String())
		v.press("show")
		v.shows("問い合わせ・最新の情報")
		v.shows("発行元は独立行政法人情報処理推進機構（IPA）です。")
		seen := v.text(`String([...` + shadow + `.querySelectorAll('.h-foot')].filter((e) => e.checkVisibility()).length)`)
		if seen != "1" {
			t.Errorf("%s: %s feet are visible, want one", page, seen)
		}
	}
}
