//go:build js && wasm

package main

import (
	"syscall/js"

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
		before, record, problems := w.answersIn(data)
		var comparison score.Comparison
		if problems.OK() {
			options := score.CompareOptions{At: w.o.Today, Target: w.target}
			if record != nil {
				options.Route = []*catalog.Changes{record}
			}
			var more problem.List
			comparison, more = score.Compare(before, w.checked, options)
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
		fresh := build(render.Comparison(render.NewComparisonView(comparison, before.Catalog(), w.c, w.o.Lang)))
		query(w.result, ".h-controls").Call("before", fresh)
		query(fresh, "h4").Call("focus")
	})
}
