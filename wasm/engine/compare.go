//go:build js && wasm

package main

import (
	"syscall/js"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

var wordCompare = lang.Text{JA: "前に保存したファイルと比べる", EN: "Compare with an earlier file"}

// compareWith shows what became of the answers of an earlier file, below the result. If the file is not right, or cannot be
// compared, it says why.
func (w *widget) compareWith(input js.Value) {
	w.readFile(input, func(data string) {
		before, route, problems := w.earlierAnswers(data)
		var comparison score.Comparison
		if problems.OK() {
			var more problem.List
			comparison, more = score.Compare(before, w.checked, score.CompareOptions{At: w.o.Today, Target: w.target, Route: route})
			problems = append(problems, more...)
		}
		if old := query(w.result, ".h-compared"); !old.IsNull() {
			remove(old)
		}
		if !problems.OK() {
			w.showProblems(problems)
			w.message.Call("scrollIntoView", map[string]any{"block": "nearest"})
			return
		}
		w.showMessage("")
		fresh := build(render.Comparison(render.NewComparisonView(comparison, before.Catalog(), w.c, w.o.Lang)), false)
		query(w.result, ".h-controls").Call("before", fresh)
		query(fresh, "h4").Call("focus")
	})
}

// earlierAnswers reads a file of this edition, or of one from which a record leads to it.
func (w *widget) earlierAnswers(data string) (*assess.Checked, []*catalog.Changes, problem.List) {
	if len(data) > maxFile {
		return nil, nil, problem.List{{Kind: tooLargeKind}}
	}
	d, problems := assess.Parse([]byte(data))
	if !problems.OK() {
		return nil, nil, problems
	}
	c, route := w.c, []*catalog.Changes(nil)
	for _, record := range w.earlier {
		if record.From().Ref() == d.Catalog.Ref() {
			c, route = record.From(), []*catalog.Changes{record}
		}
	}
	a, more := assess.Check(d, c)
	return a, route, append(problems, more...)
}
