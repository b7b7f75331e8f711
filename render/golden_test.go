package render_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/render"
)

// TestGolden compares what is shown of the sample, and the form of the first star, with files that people have read.
func TestGolden(t *testing.T) {
	for _, l := range languages {
		o := render.Options{Lang: l, Today: today}
		golden(t, l, "form.html", render.FormHTML(sa1v40.Catalog(), o))
		golden(t, l, "fragment.html", render.FormFragment(sa1v40.Catalog(), o))
		written := outputs(view(t, sample(), sa2v31.Catalog(), o))
		if len(written) != 5 {
			t.Errorf("%d outputs of the sample, want 5", len(written))
		}
		for name, got := range written {
			golden(t, l, name, got)
		}
	}
}

func golden(t *testing.T, l lang.Lang, name string, got []byte) {
	t.Run(l.String()+"/"+name, func(t *testing.T) {
		file := filepath.Join("testdata", l.String()+"."+name)
		text := reviewable(name, got)
		if *update {
			if err := os.WriteFile(file, text, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(text), "\n")); diff != "" {
			t.Errorf("%s has changed; if that is meant, run with -update (-want +got):\n%s", file, diff)
		}
	})
}

var styleSheet = regexp.MustCompile(`(?s)<style>.*?</style>`)

// reviewable puts each element of HTML and SVG on a line of its own and leaves the style sheet out, so that a difference
// is one that a reader can judge.
func reviewable(name string, data []byte) []byte {
	switch filepath.Ext(name) {
	case ".html", ".svg":
		data = styleSheet.ReplaceAll(data, []byte("<style>…</style>"))
		return bytes.ReplaceAll(data, []byte("><"), []byte(">\n<"))
	}
	return data
}
