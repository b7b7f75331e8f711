package e2e

import (
	"strings"
	"testing"
)

// styled is where one sees the custom properties that the README names, in the form and in the result.
var styled = []struct{ property, value, style, inForm, inResult string }{
	{"accent", "rgb(1, 0, 0)", "backgroundColor", ".h-number", ".h-result .h-main"},
	{"accent", "rgb(1, 0, 0)", "borderBottomColor", ".h-form h3", ".h-result h3"},
	{"accent", "rgb(1, 0, 0)", "borderTopColor", "label:has(:checked)", ".h-standing"},
	{"text", "rgb(2, 0, 0)", "color", "legend", ".h-score"},
	{"background", "rgb(3, 0, 0)", "backgroundColor", ".hoshitori", ".h-result [data-action=save]"},
	{"soft", "rgb(4, 0, 0)", "backgroundColor", "label:has(:checked)", ""},
	{"soft", "rgb(4, 0, 0)", "backgroundColor", ".h-live", ""},
	{"line", "rgb(5, 0, 0)", "borderTopColor", ".h-question", ".h-consent"},
	{"warn", "rgb(6, 0, 0)", "backgroundColor", ".h-notice", ".h-remaining"},
	{"font", "fantasy", "fontFamily", "legend", ".h-result p"},
	{"font", "fantasy", "fontFamily", ".h-live button", ".h-result button"},
}

// looks returns how all that looks with a theme and with rules of the page for the element.
func (v *visit) looks(inResult bool, theme, rules string) (out []string) {
	v.Helper()
	v.text(`(() => { const sheet = new CSSStyleSheet();
		sheet.replaceSync(` + quoted("hoshitori-check {"+rules+"}") + `);
		document.adoptedStyleSheets = [sheet];
		` + element + `.setAttribute('theme', ` + quoted(theme) + `);
		return '' })()`)
	for _, s := range styled {
		selector := s.inForm
		if inResult {
			selector = s.inResult
		}
		if selector == "" {
			out = append(out, "")
			continue
		}
		out = append(out, v.text(`getComputedStyle(`+shadow+`.querySelector('`+selector+`')).`+s.style))
	}
	return out
}

// Each custom property colours or sets what the README says, in the form and in the result, light and dark. Without one the
// dark theme has a colour of its own in its place.
func TestCustomProperties(t *testing.T) {
	rules := ""
	for _, s := range styled {
		rules += "--hoshitori-" + s.property + ": " + s.value + ";"
	}
	v := open(t, desktop, "two-lines.html")
	v.answer("1", "met")
	for _, inResult := range []bool{false, true} {
		if inResult {
			v.press("show")
		}
		light, dark := v.looks(inResult, "", ""), v.looks(inResult, "dark", "")
		for _, theme := range []string{"", "dark"} {
			for i, got := range v.looks(inResult, theme, rules) {
				if s := styled[i]; got != s.value && got != "" {
					t.Errorf("in the result %t, theme %q: --hoshitori-%s gives %s, want %s", inResult, theme, s.property, got, s.value)
				}
			}
		}
		for i, s := range styled {
			if light[i] == dark[i] && s.property != "font" && light[i] != "" {
				t.Errorf("in the result %t: without --hoshitori-%s it is %s, light and dark", inResult, s.property, light[i])
			}
		}
	}
}

// The check is light, whatever the visitor's system prefers. With theme="dark" it is dark, and with "auto" it follows the
// system, also while it is shown.
func TestTheme(t *testing.T) {
	v := open(t, desktop, "two-lines.html")
	v.answer("1", "met")
	look := func(theme string) string {
		return strings.Join(v.looks(false, theme, ""), " ") + v.text(`getComputedStyle(`+shadow+`.querySelector('.hoshitori')).colorScheme`)
	}
	light, dark := look(""), look("dark")
	if light == dark {
		t.Errorf("dark looks as light: %s", light)
	}
	for _, test := range []struct{ system, theme, want string }{
		{"dark", "", light}, {"dark", "auto", dark}, {"light", "auto", light}, {"light", "dark", dark}, {"dark", "light", light},
	} {
		v.media("prefers-color-scheme", test.system)
		if got := look(test.theme); got != test.want {
			t.Errorf("theme %q where the system is %s: %s, want %s", test.theme, test.system, got, test.want)
		}
	}
}
