package e2e

import (
	"encoding/json"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
)

// What a phone of 390 × 844 shows of the result before anybody scrolls: where one stands, that the edition is superseded,
// what remains before the star may be claimed, and the three steps to begin with, of the first two all of it.
func TestFirstScreen(t *testing.T) {
	for page, language := range map[string]string{"two-lines.html": "ja", "sa2-3.1.en.html": "en"} {
		t.Run(language, func(t *testing.T) {
			v := open(t, phone, page)
			d := assess.New(sa2v31.Catalog().Ref())
			for i, item := range sa2v31.Catalog().Items() {
				d.Set(assess.Answer{Item: item.ID, State: sample(i)})
			}
			v.text(element + `.assessment = ` + quoted(string(d.JSON())))
			v.press("show")
			var places []struct {
				Name        string
				Top, Bottom float64
			}
			v.must(json.Unmarshal([]byte(v.text(`(() => {
				const result = `+shadow+`.querySelector('.h-result'), out = [];
				for (const name of ['.h-heading', '.h-standing', '.h-notice', '.h-remaining', '.h-steps > .h-list > li'])
					for (const e of result.querySelectorAll(name)) {
						const { top, bottom } = e.getBoundingClientRect();
						out.push({ name, top, bottom });
					}
				return JSON.stringify(out);
			})()`)), &places))
			if len(places) != 7 {
				t.Fatalf("%d parts were found, want 7: %+v", len(places), places)
			}
			for i, p := range places {
				// The third step begins there, with its title.
				if last := i == len(places)-1; p.Top < 0 || p.Top > 820 || p.Bottom > 844 && !last || p.Bottom <= p.Top {
					t.Errorf("%s reaches from %.0f to %.0f, which the first 844 pixels do not show", p.Name, p.Top, p.Bottom)
				}
			}
			if folded := v.text(`String(` + shadow + `.querySelectorAll('.h-result details[open]').length)`); folded != "0" {
				t.Errorf("%s parts are unfolded", folded)
			}
		})
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
