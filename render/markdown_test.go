package render_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/render"
)

var (
	// ours is what we put in front of a text: indentation, a sign and one blank.
	ours     = regexp.MustCompile(`^( *)(#+ |> |- |\d+\. |\| )?`)
	escapes  = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]`)
	autolink = regexp.MustCompile(`<https://[^<>\s]+>`)
	separate = regexp.MustCompile(`^\|(---\|)+$`)
	blanks   = " \t\n\v\f\r"
	special  = "\\`*_{}[]<>()#+!|~&=$"
)

// markdownStructure checks that each line begins with the same signs of ours as with a harmless text, and that nothing in
// the text can be read as a sign.
func markdownStructure(t *testing.T, text string, want, got []byte) {
	t.Helper()
	wantLines, gotLines := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	if len(wantLines) != len(gotLines) {
		t.Errorf("markdown has %d lines, with a harmless text %d", len(gotLines), len(wantLines))
		return
	}
	for i, line := range gotLines {
		sign := ours.FindString(wantLines[i])
		rest, ok := strings.CutPrefix(line, sign)
		if !ok {
			t.Errorf("line %d begins otherwise: %.100q, want %q", i+1, line, sign)
			continue
		}
		if separate.MatchString(line) {
			continue
		}
		bare := escapes.ReplaceAllString(autolink.ReplaceAllString(rest, ""), "")
		if strings.HasPrefix(sign, "|") {
			wantBare := escapes.ReplaceAllString(wantLines[i], "")
			if n, m := strings.Count(bare, "|"), strings.Count(wantBare, "|")-1; n != m {
				t.Errorf("line %d has %d further cells, want %d", i+1, n, m)
			}
			bare = strings.ReplaceAll(bare, "|", "")
		} else if rest != strings.Trim(rest, blanks) || strings.HasPrefix(rest, "-") || regexp.MustCompile(`^\d+[.)](\s|$)`).MatchString(rest) {
			t.Errorf("line %d: the text starts an element: %.100q", i+1, rest)
		}
		if strings.ContainsAny(bare, special) {
			t.Errorf("line %d: a sign is not escaped: %.200q", i+1, rest)
		}
		for _, r := range line {
			if r < ' ' || r == 0x7F {
				t.Errorf("line %d holds a control character: %.100q", i+1, line)
				break
			}
		}
	}
	unescaped := escapes.ReplaceAllStringFunc(string(got), func(s string) string { return s[1:] })
	folded := strings.Trim(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return ' '
		}
		return r
	}, text), blanks)
	if !strings.Contains(unescaped, folded) {
		t.Errorf("markdown does not hold %.100q", text)
	}
}

// The points below a step belong to it only if they are indented as far as its text, which begins further right from the
// tenth on.
func TestMarkdownNestsBelowEveryStep(t *testing.T) {
	d := sample()
	for _, item := range sa2v31.Catalog().Items() {
		d.Clear(item.ID, "")
	}
	numbered := regexp.MustCompile(`^\d+\. `)
	width, steps := 0, 0
	for line := range strings.Lines(string(render.ReportMarkdown(view(t, d, sa2v31.Catalog(), render.Options{})))) {
		if sign := numbered.FindString(line); sign != "" {
			width, steps = len(sign), steps+1
			continue
		}
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if strings.HasPrefix(strings.TrimLeft(line, " "), "- ") && indent > 0 && indent != width {
			t.Errorf("a point below step %d is indented by %d, want %d: %s", steps, indent, width, line)
		}
	}
	if steps < 27 {
		t.Errorf("%d steps, want one for each of the 27 items", steps)
	}
}

// An address with signs of Markdown in it must still lead to its page.
func TestMarkdownKeepsAddresses(t *testing.T) {
	d := sample()
	md := string(render.ReportMarkdown(view(t, d, sa2v31.Catalog(), render.Options{})))
	for _, s := range sa2v31.Catalog().Documents() {
		if s.URL != "" && !strings.Contains(md, "<"+s.URL+">") {
			t.Errorf("%s is not there as an address", s.URL)
		}
	}
	if !strings.Contains(md, "<https://www.ipa.go.jp/security/guide/sme/5minutes.html>") {
		t.Error("the address of the present form is not there as an address")
	}
}

// Where nothing is counted, no column is kept for points; the HTML report has none either.
func TestMarkdownHasNoColumnOfPointsWithoutPoints(t *testing.T) {
	d := sample()
	for _, o := range []struct {
		name, text string
		columns    int
	}{
		{"sa2", string(render.ReportMarkdown(view(t, d, sa2v31.Catalog(), render.Options{}))), 4},
		{"sa1", string(render.ReportMarkdown(view(t, newDocument(sa1v40.Catalog()), sa1v40.Catalog(), render.Options{}))), 3},
	} {
		for line := range strings.Lines(o.text) {
			if strings.HasPrefix(line, "|") && strings.Count(escapes.ReplaceAllString(line, ""), "|") != o.columns+1 {
				t.Errorf("%s: want %d columns: %s", o.name, o.columns, line)
			}
		}
	}
}
