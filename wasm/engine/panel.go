//go:build js && wasm

package main

import (
	"strconv"
	"syscall/js"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/markup"
	"github.com/hoshitori/hoshitori/render"
)

// The words of the widget itself. What it says about a result comes from package render.
var (
	wordLanguage   = lang.Text{JA: "日本語", EN: "English"}
	wordOpenFile   = lang.Text{JA: "保存したファイルを開く", EN: "Open a saved file"}
	wordSaveFile   = lang.Text{JA: "ファイルに保存", EN: "Save to a file"}
	wordPrint      = lang.Text{JA: "印刷", EN: "Print"}
	wordShow       = lang.Text{JA: "結果を見る", EN: "See result"}
	wordBack       = lang.Text{JA: "答えを見直す", EN: "Back to the answers"}
	wordReset      = lang.Text{JA: "最初からやり直す", EN: "Start again"}
	wordResetSure  = lang.Text{JA: "もう一度押すと、答えがすべて消えます。", EN: "Press again to delete all answers."}
	wordResult     = lang.Text{JA: "診断の結果", EN: "Result of the check"}
	wordAnswers    = lang.Text{JA: "すべての答え", EN: "All answers"}
	wordNow        = lang.Text{JA: "いま{score}点（最後は{low}～{high}点）", EN: "score {score} ({low}–{high} in the end)"}
	wordNowExact   = lang.Text{JA: "{score}点", EN: "{score} points"}
	wordAnd        = lang.Text{JA: " ", EN: ", "}
	wordProgress   = lang.Text{JA: "{answered}／{total}項目", EN: "{answered} of {total}"}
	wordLoaded     = lang.Text{JA: "ファイルの答えを読み込みました。", EN: "The answers of the file are in the form."}
	wordUnreadable = lang.Text{JA: "ファイルを読み込めませんでした。いまの答えはそのままです。", EN: "The file could not be read. Your present answers are unchanged."}
	wordKeep       = lang.Text{JA: "答えをこの端末に残す（チェックを外すと消えます。共用の端末では使わないでください）", EN: "Keep my answers on this device (untick to delete them; not on a shared device)"}
	wordForget     = lang.Text{JA: "残した答えを消す", EN: "Delete the kept answers"}
	wordForgotten  = lang.Text{JA: "この端末に残した答えを消しました。画面の答えはそのままです。", EN: "The answers kept on this device are deleted. Those on the page stay."}
	wordKept       = lang.Text{JA: "前回の続き：", EN: "From last time: "}
	wordAsk        = lang.Text{JA: "この結果と答えを、このサイトに渡しますか。渡さなくても、結果はこのまま使えます。", EN: "Hand this result and your answers over to this site? You can use the result without doing so."}
	wordAgree      = lang.Text{JA: "このサイトに渡す", EN: "Hand over to this site"}
	wordHanded     = lang.Text{JA: "結果と答えを、このサイトに渡しました。", EN: "The result and your answers were handed over to this site."}
	wordAlways     = lang.Text{JA: "答え終えると、このサイトが結果と答えを受け取ります。", EN: "Once all is answered, this site receives the result and your answers."}
)

func (w *widget) word(t lang.Text) string { return t.In(w.o.Lang) }

func button(class, action, label string, more ...markup.Part) *markup.Node {
	return markup.E("button", append([]markup.Part{markup.A("type", "button"), markup.Class(class), markup.A("data-action", action), markup.T(label)}, more...)...)
}

// fileButton lets the visitor choose a saved file.
func fileButton(action, label string) *markup.Node {
	return markup.E("label", markup.Class("h-file"), markup.T(label),
		markup.E("input", markup.A("type", "file"), markup.A("accept", ".json,application/json"), markup.A("data-action", action)))
}

// addControls puts what only works with the engine around the form. It stands below the form, where it moves no question;
// only what a visitor has to know before the first answer takes the place of a line above.
func (w *widget) addControls(storage bool) {
	w.private = query(w.root, ".h-private")
	if w.share == "always" {
		w.tellAlways()
	} else if !w.private.IsNull() {
		w.promise = w.private.Get("textContent").String()
	}
	w.message = build(markup.E("div", markup.Class("h-message"), markup.A("role", "alert")))
	w.root.Call("insertBefore", w.message, w.form)
	w.live = build(markup.E("div", markup.Class("h-live"),
		markup.E("p", markup.Class("h-now"), markup.A("role", "status")),
		markup.E("div", markup.Class("h-bar"), markup.A("aria-hidden", "true")),
		button("h-main", "show", w.word(wordShow))))
	w.now, w.bar = query(w.live, ".h-now"), query(w.live, ".h-bar").Get("style")
	controls := markup.E("div", markup.Class("h-controls h-start"),
		fileButton("open", w.word(wordOpenFile)),
		button("", "reset", w.word(wordReset)))
	if storage {
		controls.Add(markup.E("label", markup.Class("h-keep"), markup.E("input", markup.A("type", "checkbox")), markup.T(w.word(wordKeep))),
			button("h-forget", "forget", w.word(wordForget), markup.A("hidden", "")))
	}
	w.controls = build(controls)
	w.form.Call("after", w.live, w.controls)
	w.addLanguage()
}

// other is the language that the visitor can choose instead.
func (w *widget) other() lang.Lang {
	if w.o.Lang == lang.JA {
		return lang.EN
	}
	return lang.JA
}

// addLanguage lets the visitor choose the other language. The line above the questions has room for it; where that line has more to
// say, it stands below them, so that nothing moves.
func (w *widget) addLanguage() {
	class, place := "h-link", w.private
	if w.share == "always" || place.IsNull() {
		class, place = "", w.controls
	}
	place.Call("append", " ", build(button(class, "language", wordLanguage.In(w.other()), markup.A("lang", w.other().String()))))
}

// tellAlways says that the site receives the answers, in the place where a form says that nobody does.
func (w *widget) tellAlways() {
	if w.private.IsNull() { // a form that was pasted long ago
		w.private = build(markup.P("p", "h-private", " "))
		w.root.Call("insertBefore", w.private, w.form)
	}
	w.private.Get("firstChild").Set("data", w.word(wordAlways))
	w.private.Set("className", "h-path")
}

// sayPrivate says above the questions whether answers have left the page: they do so only when the visitor agrees.
func (w *widget) sayPrivate() {
	if w.share == "always" || w.private.IsNull() {
		return
	}
	text := w.promise
	if w.handed {
		text = w.word(wordHanded)
	}
	w.private.Get("firstChild").Set("data", text)
}

// showLive says how far the visitor has come, and where the score can still go.
func (w *widget) showLive() {
	n := w.done
	fill := func(t lang.Text, args ...lang.Arg) string { return t.Fill(args).In(w.o.Lang) }
	text := fill(wordProgress, lang.Value("answered", number(n.Total-n.Unanswered)), lang.Value("total", number(n.Total)))
	if w.resumed { // the bar has room for one of the two
		text = w.word(wordKept) + text
	} else if p := w.points; p != nil && n.Unanswered < n.Total {
		value := func(name string, n int64) lang.Arg { return lang.Value(name, strconv.FormatInt(n, 10)) }
		t := wordNow
		if p.Low == p.High && p.Score == p.Low {
			t = wordNowExact
		}
		text += w.word(wordAnd) + fill(t, value("score", p.Score), value("low", p.Low), value("high", p.High))
	}
	if text != w.said { // what is set anew is read out anew
		w.said = text
		setText(w.now, text)
	}
	// Neither an element of the browser's own nor a width: a scaled one moves nothing else.
	w.bar.Set("transform", "scaleX(calc("+number(n.Total-n.Unanswered)+"/"+number(n.Total)+"))")
}

// showResult puts the result in the place of the form.
func (w *widget) showResult(focus bool) {
	v := render.NewView(w.checked, w.evaluate(), w.o)
	n := render.Result(v)
	heading := markup.E("h3", markup.Class("h-heading"), markup.A("tabindex", "-1"), markup.T(w.word(wordResult)))
	n.Children = append([]*markup.Node{heading}, n.Children...)
	n.Children = append(n.Children,
		markup.E("details", markup.P("summary", "", w.word(wordAnswers)), render.AnswersTable(v)),
		render.About(v))
	if w.share == "ask" {
		n.Children = append(n.Children, w.consent())
	}
	n.Children = append(n.Children, markup.E("div", markup.Class("h-controls"), button("h-main", "back", w.word(wordBack)),
		button("", "print", w.word(wordPrint)), button("", "save", w.word(wordSaveFile)), fileButton("compare", w.word(wordCompare)),
		button("", "reset", w.word(wordReset))))
	fresh := build(n)
	if w.shown {
		w.result.Call("replaceWith", fresh)
	} else {
		w.root.Call("insertBefore", fresh, w.form)
	}
	w.result, w.shown = fresh, true
	w.hide(true)
	if focus {
		query(fresh, ".h-heading").Call("focus")
		fresh.Call("scrollIntoView", map[string]any{"block": "start"})
	}
}

// consent asks whether the answers may be handed over or, once they are, says that they were.
func (w *widget) consent() *markup.Node {
	box := markup.E("div", markup.Class("h-consent"))
	if w.agreed {
		box.Add(markup.E("p", markup.A("role", "status"), markup.A("tabindex", "-1"), markup.T(w.word(wordHanded))))
	} else {
		box.Add(markup.P("p", "", w.word(wordAsk)), button("", "agree", w.word(wordAgree)))
	}
	return box
}

// handOver gives the answers to the site.
func (w *widget) handOver() {
	w.agreed, w.handed = true, true // to these answers; the next change takes it back
	w.emitComplete()
	w.sayPrivate()
	fresh := build(w.consent())
	query(w.result, ".h-consent").Call("replaceWith", fresh)
	query(fresh, "p").Call("focus")
}

func (w *widget) hideResult() {
	if !w.shown {
		return
	}
	remove(w.result)
	w.shown = false
	w.hide(false)
}

// hide takes away what the result stands in for: the form, its progress, the notices and the foot, which the result repeats, and
// what is said on paper about filling the form in.
func (w *widget) hide(hidden bool) {
	w.form.Set("hidden", hidden)
	w.live.Set("hidden", hidden)
	queryAll(w.root, ".h-head .h-notice,:scope>.h-foot,.h-head .h-paper,:scope>.h-paper", func(e js.Value) { e.Set("hidden", hidden) })
}

// listen binds one listener for each kind of event to the whole widget.
func (w *widget) listen() {
	w.on(w.form, "change", "*", func(target js.Value) {
		w.disarm()
		switch target.Get("type").String() {
		case "radio":
			w.answer(catalog.ItemID(target.Get("name").String()), target.Get("value").String())
		case "text": // a reason: the answer beside it may count now
			if !w.reasonGiven(target) {
				return
			}
		default:
			return
		}
		w.refresh(false)
	})
	w.on(w.controls, "change", "*", func(target js.Value) {
		switch target.Get("type").String() {
		case "checkbox":
			if target.Get("checked").Bool() {
				w.keep()
			} else {
				w.forget()
			}
		case "file":
			w.openFile(target)
		}
	})
	w.on(w.root, "change", "[data-action=compare]", w.compareWith)
	w.on(w.form, "toggle", "details", w.unfold)
	// A key that has led away takes the first press back. A press of the mouse elsewhere does so only when it is over: the
	// button gets smaller then, and what was to be pressed must not move away below the mouse.
	w.on(w.root, "keyup", armed+" *", func(target js.Value) {
		if !target.Equal(w.sure) {
			w.disarm()
		}
	})
	w.on(w.root, "click", "button,"+armed+" *,"+armed, func(target js.Value) {
		target = target.Call("closest", "button")
		if target.IsNull() || !target.Equal(w.sure) {
			w.disarm()
		}
		if !target.IsNull() {
			w.press(target)
		}
	})
}

// press does what a button says.
func (w *widget) press(pressed js.Value) {
	switch attribute(pressed, "data-action") {
	case "show":
		if items := w.withoutReason(); len(items) > 0 {
			w.askReasons(items)
			query(w.message, "h3").Call("focus")
			return
		}
		fallthrough
	case "anyway":
		w.showMessage("")
		w.showResult(true)
	case "reason":
		w.goToReason(catalog.ItemID(attribute(pressed, "data-for")))
	case "back":
		w.hideResult()
		w.firstInput().Call("focus")
	case "previous":
		w.turnTo(w.pages.at - 1)
	case "next":
		w.turnTo(w.pages.at + 1)
	case "print":
		w.host.Call("print")
	case "save":
		w.host.Call("save", string(w.doc.JSON()), w.fileName())
	case "agree":
		w.handOver()
	case "forget":
		w.forget()
		w.showMessage(w.word(wordForgotten))
		query(w.controls, ".h-keep input").Call("focus")
	case "language":
		w.host.Call("language", w.other().String())
	case "reset":
		if !pressed.Equal(w.sure) { // asks once more, without a dialogue that a frame may not open
			w.sure = pressed
			w.root.Get("classList").Call("add", armed[1:])
			setText(pressed, w.word(wordResetSure))
			return
		}
		w.disarm()
		w.reset()
		w.firstInput().Call("focus")
	}
}

// armed finds the element while a reset button waits for its second press.
const armed = ".h-armed"

// disarm takes the second press of a reset button back.
func (w *widget) disarm() {
	if !w.sure.IsUndefined() {
		setText(w.sure, w.word(wordReset))
		w.root.Get("classList").Call("remove", armed[1:])
		w.sure = js.Undefined()
	}
}

func (w *widget) fileName() string {
	return "hoshitori-" + string(w.c.Ref().ID) + "-" + string(w.c.Ref().Version) + ".json"
}

// readFile calls f with the content of the file that was chosen, and makes ready for the next.
func (w *widget) readFile(input js.Value, f func(data string)) {
	files := input.Get("files")
	if files.Length() == 0 {
		return
	}
	var done js.Func
	done = function(func(args []js.Value) any {
		done.Release()
		input.Set("value", "")
		if !w.gone {
			f(text(args[0]))
		}
		return nil
	})
	w.host.Call("read", files.Index(0), done)
}

func (w *widget) openFile(input js.Value) {
	w.readFile(input, func(data string) {
		problems := w.load(data)
		w.showProblems(problems)
		if problems.OK() {
			w.showMessage(w.word(wordLoaded))
			if w.told != "" {
				w.showMessage(w.told)
			}
		}
		w.message.Call("scrollIntoView", map[string]any{"block": "nearest"})
	})
}

func (w *widget) showMessage(text string) {
	setText(w.message, text)
	w.asked = 0
}

// showProblems lists what is wrong with a file that was to be loaded; the answers are unchanged.
func (w *widget) showProblems(problems problem.List) {
	w.showMessage("")
	if problems.OK() {
		return
	}
	const most = 5
	box := markup.E("div", markup.Class("h-error"), markup.P("p", "", w.word(wordUnreadable)))
	list := markup.E("ul")
	for i, p := range problems {
		if i == most {
			list.Children = append(list.Children, markup.P("li", "", "… +"+number(len(problems)-most)))
			break
		}
		list.Children = append(list.Children, markup.P("li", "", p.Text(w.o.Lang)))
	}
	box.Children = append(box.Children, list)
	w.message.Call("appendChild", build(box))
}

func (w *widget) setKeep(on bool) {
	if box := query(w.controls, ".h-keep input"); !box.IsNull() {
		box.Set("checked", on)
		query(w.controls, ".h-forget").Set("hidden", !on)
	}
}
