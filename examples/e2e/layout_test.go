package e2e

import (
	"strconv"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/examples/browser"
)

// visible is how many questions one sees.
const visible = `[...` + shadow + `.querySelectorAll("[data-item]")].filter((e) => e.checkVisibility()).length`

// With layout="one" a question is shown at a time, and the visitor turns to the next.
func TestOneQuestionAtATime(t *testing.T) {
	v := open(t, phone, "one.html")
	items := sa2v31.Catalog().Items()
	for i, item := range items {
		if n, _ := browser.Eval[int](v.page, visible); n != 1 {
			t.Fatalf("%d questions are visible, want 1", n)
		}
		v.shows("質問 " + strconv.Itoa(i+1) + "／27")
		v.answer(string(item.ID), "met")
		if i < len(items)-1 {
			v.press("next")
			if got := v.text(shadow + `.activeElement.tagName`); got != "LEGEND" {
				t.Errorf("after turning the focus is on %s, want the question", got)
			}
		}
	}
	v.press("previous")
	v.press("show")
	v.shows("100点（100点満点）")
	if over := v.overflow(); over > 0 {
		t.Errorf("the page is %d pixels too wide", over)
	}
}

// The owner decides for catalogues with requirements as well.
func TestLayoutOfRequirements(t *testing.T) {
	for name, want := range map[string]int{"one-scs.html": 1, "all-scs.html": 81} {
		v := open(t, phone, name)
		if n, _ := browser.Eval[int](v.page, visible); n != want {
			t.Errorf("%s: %d questions are visible, want %d", name, n, want)
		}
	}
}
