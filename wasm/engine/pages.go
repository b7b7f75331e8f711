//go:build js && wasm

package main

import (
	"slices"
	"strings"
	"syscall/js"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/internal/markup"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

var (
	wordJumpOne  = lang.Text{JA: "質問 {at}／{count}", EN: "Question {at} of {count}"}
	wordJump     = lang.Text{JA: "要求事項 {at}／{count}", EN: "Requirement {at} of {count}"}
	wordPrevious = lang.Text{JA: "前へ", EN: "Back"}
	wordNext     = lang.Text{JA: "次へ", EN: "Next"}
)

// pages shows the criteria of one requirement, or one question, at a time. It stays empty where all questions are on one
// page.
type pages struct {
	frames []frame  // one for each requirement, in the order of the form
	at     int      // the one that is shown
	jump   js.Value // the list of all requirements, to go to one directly
	turn   js.Value // back and next
	single bool     // each holds one question
}

// frame is one page.
type frame struct {
	js.Value
	title string
	items []int  // its questions, by their places in the catalogue
	named string // how the list calls it
}

// The values of the attribute layout: how many questions are shown at a time. Without it a requirement is shown at a time
// where the catalogue has requirements, and all questions where it has none.
const (
	layoutOne = "one"
	layoutAll = "all"
)

// addPages finds the requirements of the form and puts the means to go from one to the other around them.
func (w *widget) addPages() {
	if w.layout == layoutOne {
		// Every question on a page of its own, under the heading that it stands under in the form.
		w.pages.single = true
		hands.Call("separate", w.form)
	}
	if w.layout == layoutAll {
		queryAll(w.form, ".h-requirement", func(e js.Value) { e.Set("hidden", false) })
	} else {
		w.findFrames()
	}
	if len(w.pages.frames) == 0 {
		w.complement(w.form)
		return
	}
	list := markup.E("select")
	for range w.pages.frames {
		list.Add(markup.E("option"))
	}
	w.pages.jump = build(markup.E("label", markup.Class("h-jump"), markup.E("span"), list))
	w.pages.turn = build(markup.E("div", markup.Class("h-controls h-turn"), button("", "previous", w.word(wordPrevious)), button("h-main", "next", w.word(wordNext))))
	w.pages.turn.Call("prepend", w.pages.jump)
	w.form.Call("append", w.pages.turn)
	hands.Call("list", query(w.pages.jump, "select"), w.function(func(args []js.Value) any {
		if at := query(w.pages.jump, "select").Get("selectedIndex").Int(); args[0].Bool() {
			w.turnTo(at)
		} else {
			w.showPage(at) // passed over: the focus stays on the list
		}
		return nil
	}))
	w.showPage(w.pageInView())
}

// findFrames notes the pages of the form and what is on them.
func (w *widget) findFrames() {
	parts, problems := jsondoc.Parse([]byte(hands.Call("parts", w.form, w.titles()).String()))
	if !problems.OK() {
		return // cannot happen: the loader has written it
	}
	queryAll(w.form, ".h-requirement", func(e js.Value) {
		part := parts.Elements[len(w.pages.frames)].Elements
		f := frame{Value: e, title: part[0].Text}
		for _, id := range part[1:] {
			if i, ok := w.c.ItemIndex(catalog.ItemID(id.Text)); ok {
				f.items = append(f.items, i)
			}
		}
		w.pages.frames = append(w.pages.frames, f)
	})
}

// titles is the selector of what a page is called, and where the focus goes when it is turned to.
func (w *widget) titles() string {
	if w.pages.single {
		return "legend"
	}
	return "h3"
}

// askAnew draws the questions of the level that the answers aim at, which a file can change where the page names none.
func (w *widget) askAnew() {
	w.o.Target = w.doc.Target
	fresh := query(build(render.Outline(w.c, w.o)), ".h-form")
	w.form.Call("replaceChildren")
	for child := fresh.Get("firstChild"); !child.IsNull(); child = fresh.Get("firstChild") {
		w.form.Call("appendChild", child)
	}
	w.pages = pages{}
	w.addPages()
}

// pageInView returns the first page that is not scrolled past: all of them are visible in a form that was pasted.
func (w *widget) pageInView() int {
	for i, frame := range w.pages.frames {
		if frame.Call("getBoundingClientRect").Get("bottom").Float() > 0 {
			return i
		}
	}
	return 0
}

// showPage shows one requirement and nothing of the others.
func (w *widget) showPage(at int) {
	w.pages.at = at
	for i, frame := range w.pages.frames {
		frame.Set("hidden", i != at)
	}
	w.complement(w.pages.frames[at].Value)
	n := len(w.pages.frames)
	jump := wordJump
	if w.pages.single {
		jump = wordJumpOne
	}
	setText(query(w.pages.jump, "span"), jump.Fill([]lang.Arg{lang.Value("at", number(at+1)), lang.Value("count", number(n))}).In(w.o.Lang))
	query(w.pages.jump, "select").Set("selectedIndex", at)
	query(w.pages.turn, "[data-action=previous]").Set("disabled", at == 0)
	query(w.pages.turn, "[data-action=next]").Set("hidden", at == n-1) // the result comes next, and its button is below
}

// turnTo shows a page from its beginning and leads keyboard and screen reader there.
func (w *widget) turnTo(at int) {
	if at < 0 || at >= len(w.pages.frames) {
		return
	}
	w.showPage(at)
	heading := query(w.pages.frames[at].Value, w.titles())
	heading.Set("tabIndex", -1)
	heading.Call("focus", map[string]any{"preventScroll": true})
	w.pages.frames[at].Call("scrollIntoView", map[string]any{"block": "start"})
}

// pageOf returns the page that holds the question of an item.
func (w *widget) pageOf(id catalog.ItemID) (at int, ok bool) {
	i, known := w.c.ItemIndex(id)
	at = slices.IndexFunc(w.pages.frames, func(f frame) bool { return slices.Contains(f.items, i) })
	return at, known && at >= 0
}

// countPages says in the list how much of each requirement is answered; after an answer only the page that is shown can have
// changed.
func (w *widget) countPages(all bool) {
	changed := false
	for i := range w.pages.frames {
		if f := &w.pages.frames[i]; all || i == w.pages.at {
			name := w.nameOf(f)
			changed = changed || name != f.named
			f.named = name
		}
	}
	if changed {
		names := appendList(nil, w.pages.frames, func(dst []byte, f frame) []byte { return appendText(dst, f.named) })
		hands.Call("name", query(w.pages.jump, "select"), string(names))
	}
}

func (w *widget) nameOf(f *frame) string {
	answered := 0
	for _, i := range f.items {
		if score.StateOf(w.checked, i) != catalog.Unanswered {
			answered++
		}
	}
	name := f.title
	if !w.pages.single {
		name += "（" + number(answered) + "／" + number(len(f.items)) + "）"
	}
	if answered == len(f.items) {
		name = "✓ " + name
	}
	return name
}

// resume shows the first page on which something is unanswered.
func (w *widget) resume() {
	for i, frame := range w.pages.frames {
		if frame.Call("querySelectorAll", ".h-question").Length() > frame.Call("querySelectorAll", "input[type=radio]:checked").Length() {
			w.showPage(i)
			return
		}
	}
}

// firstInput is the first answer that can be given on what is shown.
func (w *widget) firstInput() js.Value {
	if len(w.pages.frames) > 0 {
		return query(w.pages.frames[w.pages.at].Value, "input")
	}
	return query(w.form, "input")
}

// complement adds to questions that stand there alone the line that unfolds what the catalogue says about each. What that is,
// is drawn only when it is asked for: for all questions at once it would take longer than everything else at the start.
func (w *widget) complement(within js.Value) {
	const bare = "[data-item]:not(:has(.h-more))"
	var folds []*markup.Node
	for id := range strings.SplitSeq(hands.Call("items", within, bare).String(), " ") {
		fold := markup.T("") // of a question that the catalogue does not have
		if item, ok := w.c.Item(catalog.ItemID(id)); ok {
			fold = render.More(w.c, item, w.o)
		}
		folds = append(folds, fold)
	}
	hands.Call("append", within, bare, string(appendList(nil, folds, appendTree)))
}

// unfold draws what the catalogue says about a question when it is unfolded for the first time.
func (w *widget) unfold(details js.Value) {
	body := query(details, ":scope>.h-body:empty")
	if body.IsNull() {
		return
	}
	if item, ok := w.c.Item(catalog.ItemID(attribute(details.Call("closest", "[data-item]"), "data-item"))); ok {
		body.Call("replaceWith", build(render.Details(w.c, item, w.o)))
	}
}
