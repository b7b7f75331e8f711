package render

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// pairs are the colours that meet on a screen, and the contrast that WCAG 2.2 asks for: 4.5 for text (1.4.3), 3 for what
// shows where a control is and how it stands (1.4.11).
var pairs = []struct {
	front, back string
	least       float64
	reason      string
}{
	{"text", "back", 4.5, "questions and results"},
	{"text", "soft", 4.5, "a ticked answer, and the bar that stays in view"},
	{"text", "warn", 4.5, "notices"},
	{"#fff", "accent", 4.5, "numbers of questions and the main button"},
	{"wrong", "back", 3, "the frame of an error"},
	{"line", "back", 3, "the frame of an answer, and an unticked radio button"},
	{"line", "soft", 3, "the frame of the bar"},
	{"accent", "back", 3, "the frame of a button"},
	{"accent", "soft", 3, "a ticked radio button"},
	{"focus", "back", 3, "where the focus is"},
	{"focus", "soft", 3, "where the focus is in the bar"},
	{"focus", "warn", 3, "the focus on a link in a notice"},
	{"#a67400", "back", 3, "the edge of a notice"},
	{"#a67400", "warn", 3, "the edge of a notice"},
}

// TestStyleContrast computes the contrast of our colours, light and dark, from the style sheet itself.
func TestStyleContrast(t *testing.T) {
	form, more := WidgetStyle()
	light, dark, auto := map[string]string{}, map[string]string{}, map[string]string{}
	for rule := range strings.SplitSeq(form+more, "\n") {
		of := light
		switch {
		case strings.Contains(rule, "theme=dark"):
			of = dark
		case strings.Contains(rule, "theme=auto"):
			of = auto
		case strings.HasPrefix(rule, "@media"):
			continue // print
		}
		for _, m := range regexp.MustCompile(`--h-(\w+):(?:var\(--hoshitori-\w+,)?(#\w+)`).FindAllStringSubmatch(rule, -1) {
			of[m[1]] = m[2]
		}
	}
	if len(light) < 8 || len(dark) < 7 {
		t.Fatalf("the style has too few colours: light %v, dark %v", light, dark)
	}
	for name, colour := range dark {
		if auto[name] != colour {
			t.Errorf("--h-%s is %s with theme=dark and %q with theme=auto", name, colour, auto[name])
		}
		if light[name] == "" {
			t.Errorf("--h-%s is not known in the light", name)
		}
	}
	for theme, own := range map[string]map[string]string{"light": {}, "dark": dark} {
		colour := func(name string) string {
			if strings.HasPrefix(name, "#") {
				return name
			}
			return or(own[name], light[name])
		}
		for _, p := range pairs {
			if got := contrast(t, colour(p.front), colour(p.back)); got < p.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f, want %v at least, because of %s", theme, p.front, p.back, got, p.least, p.reason)
			}
		}
	}
}

// contrast is the contrast ratio of WCAG 2.2.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	high, low := luminance(t, a), luminance(t, b)
	return (max(high, low) + .05) / (min(high, low) + .05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	digits := strings.TrimPrefix(colour, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 24)
	if err != nil || len(digits) != 6 {
		t.Fatalf("%q is no colour", colour)
	}
	part := func(shift int) float64 {
		c := float64(n>>shift&0xFF) / 255
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*part(16) + .7152*part(8) + .0722*part(0)
}

// The measure itself, by the example that WCAG gives and by the two ends.
func TestContrast(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want float64
	}{{"#000", "#fff", 21}, {"#ffffff", "#777777", 4.48}, {"#123456", "#123456", 1}} {
		if got := contrast(t, test.a, test.b); math.Abs(got-test.want) > .01 {
			t.Errorf("%s on %s: %.3f, want %v", test.a, test.b, got, test.want)
		}
	}
}
