//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
	"github.com/hoshitori/hoshitori/score"
)

var (
	wordReason  = lang.Text{JA: "理由（必ず書いてください）", EN: "Reason (required)"}
	wordReasons = lang.Text{JA: "理由がまだの答えがあります（{count}件）", EN: "Answers without a reason: {count}"}
	wordUncount = lang.Text{JA: "次の答えは、理由を書くまで数えません。押すと、書くところへ移ります。", EN: "These answers do not count until a reason is given. Choose one to write it."}
	wordAnyway  = lang.Text{JA: "このまま結果を見る", EN: "See the result as it is"}
)

// reason shows the field for the reason beside an answer that needs one, and hides it beside any other. It returns what
// stands in the field; a new one holds the reason that is known already.
func (w *widget) reason(item catalog.ItemID, state catalog.State, known string) string {
	field, there := w.reasons[item]
	needed := assess.NeedsReason(state)
	if !there {
		if !needed {
			return ""
		}
		q := query(w.form, `[data-item="`+string(item)+`"]`) // ids are names: no character of theirs needs escaping
		if q.IsNull() {                                      // beyond the target: a file may answer more than the form asks
			return known
		}
		field = build(markup.E("label", markup.Class("h-reason"), markup.T(w.word(wordReason)),
			markup.E("input", markup.A("type", "text"), markup.A("maxlength", "500"), markup.A("required", ""))))
		query(field, "input").Set("value", known)
		q.Call("appendChild", field)
		w.reasons[item] = field
	}
	field.Set("hidden", !needed)
	return query(field, "input").Get("value").String()
}

// withoutReason returns the items whose answer is ticked and does not count yet, in the order of the form.
func (w *widget) withoutReason() (out []catalog.Item) {
	if len(w.reasons) == 0 {
		return nil
	}
	for i, item := range w.c.Items() {
		field, there := w.reasons[item.ID]
		if there && !field.Get("hidden").Bool() && score.StateOf(w.checked, i) == catalog.Unanswered {
			out = append(out, item)
		}
	}
	return out
}

// askReasons says which answers do not count yet, and leads to the place where each reason is to be written.
func (w *widget) askReasons(items []catalog.Item) {
	list := markup.E("ul", markup.Class("h-list"))
	for _, item := range items {
		text := strings.TrimSpace(item.Number + " " + item.Text.In(w.o.Lang))
		list.Add(markup.E("li", button("h-link", "reason", text, markup.A("data-for", string(item.ID)))))
		query(w.reasons[item.ID], "input").Call("setAttribute", "aria-invalid", "true")
	}
	heading := wordReasons.Fill([]lang.Arg{lang.Value("count", number(len(items)))}).In(w.o.Lang)
	w.showMessage("")
	w.message.Call("appendChild", build(markup.E("div", markup.Class("h-error"),
		markup.E("h3", markup.A("tabindex", "-1"), markup.T(heading)), markup.P("p", "", w.word(wordUncount)), list,
		button("", "anyway", w.word(wordAnyway)))))
	w.asked = len(items)
}

// recountReasons keeps that list as long as it is true. What is written anew is read out anew, so an answer to another question
// leaves it alone; an answer changes it by one at the most.
func (w *widget) recountReasons() {
	if w.asked == 0 {
		return
	}
	items := w.withoutReason()
	if len(items) == w.asked {
		return
	}
	for _, field := range w.reasons {
		query(field, "input").Call("removeAttribute", "aria-invalid")
	}
	if len(items) > 0 {
		w.askReasons(items)
	} else {
		w.showMessage("")
	}
}

// goToReason leads to the field for the reason beside the answer to an item, also on another page.
func (w *widget) goToReason(id catalog.ItemID) {
	field, there := w.reasons[id]
	if !there {
		return
	}
	if at, ok := w.pageOf(id); ok {
		w.showPage(at)
	}
	query(field, "input").Call("focus")
}

// reasonGiven reads the answer again beside which a reason was written.
func (w *widget) reasonGiven(input js.Value) bool {
	ticked := query(input.Call("closest", ".h-question"), "input[type=radio]:checked")
	if ticked.IsNull() {
		return false
	}
	w.answer(catalog.ItemID(ticked.Get("name").String()), ticked.Get("value").String())
	return true
}
