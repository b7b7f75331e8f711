package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

// outlined is what a screen reader jumps by: the landmarks of the page, and the headings with their rank.
func (v *visit) outlined() (landmarks []string, headings []heading) {
	v.Helper()
	tree, err := chromedp.Call(v.page.Context(), accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	v.must(err)
	value := func(a *accessibility.Value, to any) {
		if a != nil {
			v.must(json.Unmarshal(a.Value, to))
		}
	}
	for _, n := range tree.Nodes {
		if n.Ignored {
			continue
		}
		var role, name string
		value(n.Role, &role)
		value(n.Name, &name)
		switch role {
		case "banner", "contentinfo", "main", "navigation", "complementary", "region", "search":
			landmarks = append(landmarks, role)
		case "form":
			if name != "" { // without a name it is none
				landmarks = append(landmarks, role)
			}
		case "heading":
			h := heading{text: name}
			for _, p := range n.Properties {
				if p.Name == accessibility.PropertyNameLevel {
					value(p.Value, &h.rank)
				}
			}
			headings = append(headings, h)
		}
	}
	return landmarks, headings
}

type heading struct {
	rank int
	text string
}

// The check adds no landmark to the page that it stands in, and its headings go on where those of the page are.
func TestHomeLandmarks(t *testing.T) {
	for page, want := range map[string][]string{
		"access-ja.html":     nil,
		"access-scs-en.html": nil,
		"fragment.html":      nil,
		"frame.html":         nil,
		"index.html":         {"banner", "contentinfo", "main", "navigation", "region"}, // the region is the page's own, around the check
		"vendor.html":        {"banner", "complementary", "contentinfo", "main", "region"},
	} {
		t.Run(page, func(t *testing.T) {
			v := open(t, desktop, page)
			for _, state := range []string{"form", "result"} {
				landmarks, headings := v.outlined()
				slices.Sort(landmarks)
				if !slices.Equal(landmarks, want) {
					t.Errorf("%s: the landmarks are %q, want %q", state, landmarks, want)
				}
				if len(headings) < 2 {
					t.Errorf("%s: the headings are %v", state, headings)
				}
				before := heading{rank: 1}
				for _, h := range headings {
					if h.rank > before.rank+1 {
						t.Errorf("%s: %v follows %v", state, h, before)
					}
					before = h
				}
				if own := v.text(`JSON.stringify(document.querySelectorAll('h1').length)`); own != fmt.Sprint(ranked(headings, 1)) {
					t.Errorf("%s: %d headings have the rank of the page itself, want its own %s", state, ranked(headings, 1), own)
				}
				if state == "form" {
					v.press("show")
				}
			}
		})
	}
	t.Run("scripts off", func(t *testing.T) {
		v := newVisit(t, phone)
		v.must(v.page.Scripts(false))
		v.must(v.page.Open(site.URL + "/fragment.html"))
		v.must(v.page.Scripts(true)) // what the page itself has not run stays so
		if landmarks, _ := v.outlined(); landmarks != nil {
			t.Errorf("the landmarks are %q, want none", landmarks)
		}
	})
}

func ranked(headings []heading, rank int) (n int) {
	for _, h := range headings {
		if h.rank == rank {
			n++
		}
	}
	return n
}

// The parts that the README names are there in every state, the same where the form is pasted, and the page's rules for
// them hold.
func TestHomeParts(t *testing.T) {
	const rules = `(() => { const s = new CSSStyleSheet(); s.replaceSync(
		'hoshitori-check::part(question), hoshitori-check::part(button), hoshitori-check::part(standing) { border-top-left-radius: 17px }');
		document.adoptedStyleSheets.push(s); return '' })()`
	for _, page := range []string{"english.html", "fragment.html", "scs.html"} {
		t.Run(page, func(t *testing.T) {
			v := open(t, desktop, page)
			v.text(rules)
			v.hasParts("title", "question", "label", "live", "button", "main")
			for _, part := range []string{".h-question", ".h-live button"} {
				if got := v.text(`getComputedStyle(` + shadow + `.querySelector('` + part + `')).borderTopLeftRadius`); got != "17px" {
					t.Errorf("%s has corners of %s, not those of the page's rule", part, got)
				}
			}
			if page != "english.html" { // whose edition has no notice
				v.hasParts("notice")
			}
			v.press("show")
			v.hasParts("result", "standing", "button", "main")
			if got := v.text(`getComputedStyle(` + shadow + `.querySelector('.h-standing')).borderTopLeftRadius`); got != "17px" {
				t.Errorf("the result has corners of %s, not those of the page's rule", got)
			}
		})
	}
}

// hasParts checks that something can be seen of each part.
func (v *visit) hasParts(names ...string) {
	v.Helper()
	for _, name := range names {
		if n := v.text(`String([...` + shadow + `.querySelectorAll('[part~=' + ` + quoted(name) + ` + ']')].filter((e) => e.checkVisibility()).length)`); n == "0" {
			v.Errorf("there is no part %q", name)
		}
	}
}
