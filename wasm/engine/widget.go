//go:build js && wasm

package main

import (
	"strconv"
	"syscall/js"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

// widget is one hoshitori-check element from the moment the engine has taken its form over.
type widget struct {
	host    js.Value // what the loader provides: emit, store, save, print
	root    js.Value // the element of class hoshitori
	form    js.Value
	c       *catalog.Checked
	doc     *assess.Document
	o       render.Options
	share   string
	target  string // level that the page asks for, "" if it leaves that to the file
	layout  string // how many questions are shown at a time
	stored  bool   // the visitor agreed to keep answers on this device
	resumed bool   // what is shown are answers that were kept, and none was given since

	earlier string             // the file of earlier editions, until it is needed
	changes []*catalog.Changes // from them to this one, once it was
	told    string             // what the last file that was read asks to be said, "" for nothing special

	live, message, controls, result js.Value
	private                         js.Value // says that answers do not leave the page, or where they go; null in a form that lacks it
	promise                         string   // what it says as long as they do not
	now, bar                        js.Value // of live: how far the visitor has come, in words, and the style of the bar that shows it
	said                            string   // by now
	pages                           pages
	checked                         *assess.Checked             // of doc, as of the last refresh
	done                            score.Completeness          // of checked
	points                          *score.Points               // of checked; nil in a catalogue without points
	reasons                         map[catalog.ItemID]js.Value // the fields beside answers that need a reason
	asked                           int                         // how many of them the visitor is asked for
	sure                            js.Value                    // the reset button that waits for a second press, undefined if none does
	funcs                           []js.Func                   // to be released when the form is given up
	shown                           bool                        // the result is on the page
	gone                            bool                        // the form was given up
	agreed                          bool                        // the visitor agreed to hand answers over
	handed                          bool                        // the site has received answers
	complete                        bool                        // hoshitori-complete has been told for these answers
}

// attach takes a form over. It returns the methods of the element, or {problems} if the catalogue is not right.
func attach(args []js.Value) any {
	options := args[0]
	c, problems := loadCatalog(options.Get("catalog"), options.Get("digest"))
	if !problems.OK() {
		out := js.Global().Get("Object").New()
		out.Set("problems", problemsJSON(problems))
		return out
	}
	l, _ := lang.Parse(options.Get("lang").String())
	w := &widget{host: options.Get("host"), root: options.Get("root"), c: c, doc: assess.New(c.Ref()), reasons: map[catalog.ItemID]js.Value{}, share: options.Get("share").String(),
		o: render.Options{Lang: l, Today: catalog.Date(options.Get("today").String())}}
	w.layout = options.Get("layout").String()
	w.earlier = options.Get("earlier").String()
	if target := options.Get("target").String(); target != "" {
		if _, ok := c.LevelIndex(target); ok {
			w.target, w.doc.Target, w.o.Target = target, target, target
		}
	}
	if pasted := w.root; pasted.IsNull() || attribute(pasted, "data-catalog") != c.Ref().String() {
		// A catalogue of the page's own: nobody has rendered its form ahead, or what was pasted is another's.
		w.root = build(render.Outline(c, w.o))
		options.Get("shadow").Call("appendChild", w.root)
		if !pasted.IsNull() {
			remove(pasted)
		}
	}
	w.form = query(w.root, ".h-form")
	w.addControls(options.Get("storage").Bool())
	w.addPages()
	w.listen()
	early := w.ticked()
	before := options.Get("before")
	if kept := options.Get("kept"); kept.Type() == js.TypeString && w.read(kept.String()).OK() {
		w.stored, w.resumed = true, true
		w.setKeep(true)
	}
	if !before.IsNull() {
		w.carryOn(before)
	}
	// What was ticked before the engine had arrived is the visitor's latest word, so it wins over what was kept.
	w.answerAll(early)
	w.refresh(true)
	w.answerAll(early) // one that still waits for its reason is no answer yet, but stays ticked
	switch {
	case !before.IsNull():
		w.standAsBefore(before)
	case w.stored:
		w.resume()
	}
	return w.methods()
}

// passOn returns what a check leaves to the one that takes its place when the language or the level changes, or when the element
// was taken out of the page and put back.
func (w *widget) passOn() js.Value {
	return js.ValueOf(map[string]any{"assessment": string(w.doc.JSON()), "level": w.target, "complete": w.complete, "agreed": w.agreed,
		"handed": w.handed, "shown": w.shown, "at": w.pages.at})
}

// carryOn takes over the answers of the check before. What the page was told about them already, it is not told again.
func (w *widget) carryOn(before js.Value) {
	w.read(before.Get("assessment").String()) // this edition's own file
	w.resumed = false
	w.handed = before.Get("handed").Bool()
	if before.Get("level").String() == w.target {
		w.complete = before.Get("complete").Bool()
	}
}

// standAsBefore shows what the check before has shown.
func (w *widget) standAsBefore(before js.Value) {
	w.sayPrivate()
	if before.Get("level").String() == w.target {
		w.agreed = before.Get("agreed").Bool()
		if at := before.Get("at").Int(); at < len(w.pages.frames) {
			w.showPage(at)
		}
	}
	if before.Get("shown").Bool() {
		w.showResult(false)
	}
	if before.Get("switched").Truthy() {
		query(w.root, "[data-action=language]").Call("focus")
	}
}

// methods returns what the element's properties and methods call.
func (w *widget) methods() js.Value {
	out := js.Global().Get("Object").New()
	out.Set("passOn", w.function(func([]js.Value) any { return w.passOn() }))
	out.Set("assessment", w.function(func([]js.Value) any { return string(w.doc.JSON()) }))
	out.Set("setAssessment", w.function(func(args []js.Value) any {
		problems := w.load(text(args[0]))
		w.showProblems(problems)
		if problems.OK() && w.told != "" {
			w.showMessage(w.told)
		}
		return problemsJSON(problems)
	}))
	out.Set("result", w.function(func([]js.Value) any { return w.resultJSON() }))
	out.Set("validate", w.function(func([]js.Value) any {
		_, problems := assess.Check(w.doc, w.c)
		return problemsJSON(problems)
	}))
	out.Set("reset", w.function(func([]js.Value) any {
		w.reset()
		return nil
	}))
	out.Set("detach", w.function(func([]js.Value) any {
		w.gone = true
		remove(w.root) // so that no event reaches what is released
		for _, f := range w.funcs {
			f.Release()
		}
		return nil
	}))
	return out
}

// function makes f callable from the page for as long as the widget has its form.
func (w *widget) function(f func(args []js.Value) any) js.Func {
	out := function(f)
	w.funcs = append(w.funcs, out)
	return out
}

// maxFile is how large an assessment file may be, in bytes. A full one has a hundredth of that; more would stop the page
// while it is read.
const maxFile = 1 << 20

var tooLargeKind = &problem.Kind{Code: "widget/too-large",
	Message: lang.Text{JA: "ファイルが大きすぎます。", EN: "The file is too large."},
	Hint:    lang.Text{JA: "この診断で保存したファイルを選んでください。", EN: "Choose a file that this check has saved."}}

// load replaces the answers by those of an assessment file and shows them. If the file is not right, nothing changes.
func (w *widget) load(data string) problem.List {
	problems := w.read(data)
	if problems.OK() {
		w.complete, w.resumed = false, false
		w.refresh(true)
		w.resume()
	}
	return problems
}

// read is load without showing anything.
func (w *widget) read(data string) problem.List {
	a, record, problems := w.answersIn(data)
	if !problems.OK() {
		return problems
	}
	w.doc, w.told = a.Document(), ""
	if record != nil {
		document, report := assess.Migrate(a, record)
		w.doc, w.told = document, w.tellMigration(report)
	}
	if w.target != "" {
		w.doc.Target = w.target // what the page asks for comes before what the file says
	}
	return problems
}

// answersIn reads a file of this edition, or of one from which a record leads to it, and returns that record as well.
func (w *widget) answersIn(data string) (*assess.Checked, *catalog.Changes, problem.List) {
	if len(data) > maxFile {
		return nil, nil, problem.List{{Kind: tooLargeKind}}
	}
	d, problems := assess.Parse([]byte(data))
	if !problems.OK() {
		return nil, nil, problems
	}
	c, record := w.c, (*catalog.Changes)(nil)
	if d.Catalog.Ref() != w.c.Ref() && w.earlier != "" {
		w.changes, w.earlier = parseEarlier(w.earlier, w.c), ""
	}
	for _, r := range w.changes {
		if r.From().Ref() == d.Catalog.Ref() {
			c, record = r.From(), r
		}
	}
	a, more := assess.Check(d, c)
	return a, record, append(problems, more...)
}

// tick is a radio button that is ticked.
type tick struct {
	input js.Value
	item  catalog.ItemID
	state string
}

// ticked returns what is ticked in the form.
func (w *widget) ticked() (out []tick) {
	queryAll(w.form, "input[type=radio]:checked", func(input js.Value) {
		out = append(out, tick{input, catalog.ItemID(input.Get("name").String()), input.Get("value").String()})
	})
	return out
}

func (w *widget) answerAll(ticks []tick) {
	for _, t := range ticks {
		t.input.Set("checked", true)
		w.answer(t.item, t.state)
	}
}

// answer records the visitor's answer to an item. What else the file holds about the answer is kept, but for a reason why
// it did not apply: beside another answer that would be wrong.
func (w *widget) answer(item catalog.ItemID, code string) {
	state, ok := catalog.ParseState(code)
	if _, known := w.c.Item(item); !ok || !known {
		return
	}
	var given []assess.Answer
	for _, a := range w.doc.Answers {
		if a.Item == item {
			given = append(given, a)
		}
	}
	a := assess.Answer{Item: item}
	if len(given) == 1 {
		a = given[0]
	} else if own, ok := w.doc.Answer(item, ""); ok {
		a = own
	}
	reason := w.reason(item, state, a.Reason.Text)
	if assess.NeedsReason(state) {
		a.Reason.Text = reason
		if reason == "" && a.Reason.Code == "" {
			w.doc.Clear(item, a.Respondent) // open until the reason is there
			return
		}
	} else if assess.NeedsReason(a.State) {
		a.Reason = assess.Reason{}
	}
	a.State = state
	a.Inferred = nil // somebody has answered it now
	w.doc.Set(a)
	if w.doc.AssessedOn == "" {
		w.doc.AssessedOn = w.o.Today
	}
}

// syncForm makes the form show the answers as of the last refresh.
func (w *widget) syncForm() {
	for _, field := range w.reasons {
		remove(field)
	}
	clear(w.reasons)
	var states []byte
	for i, item := range w.c.Items() {
		state := score.StateOf(w.checked, i)
		if state == catalog.Unanswered {
			continue
		}
		if states != nil {
			states = append(states, ',')
		}
		states = appendText(append(appendText(states, string(item.ID)), ':'), state.String())
		for _, a := range w.checked.AnswersTo(i) {
			if a.State == state && assess.NeedsReason(state) {
				w.reason(item.ID, state, a.Reason.Text)
			}
		}
	}
	hands.Call("tick", w.form, "{"+string(states)+"}")
}

// refresh counts the answers anew and shows what changed. fromFile says that the answers did not come from the form.
func (w *widget) refresh(fromFile bool) {
	a, problems := assess.Check(w.doc, w.c)
	if !problems.OK() { // cannot happen: answers come from the form or from a checked file
		w.showProblems(problems)
		return
	}
	w.checked = a
	if w.doc.Target != w.o.Target {
		w.askAnew()
	}
	w.done, w.points = score.Progress(a, score.Options{})
	w.resumed = w.resumed && fromFile
	if fromFile {
		w.syncForm()
	}
	if w.stored {
		w.keep()
	}
	w.agreed = false // the visitor agreed to hand over other answers
	w.emit("change", false)
	done := w.done.Unanswered == 0
	if done && !w.complete {
		w.emitComplete()
	}
	w.complete = done
	w.showLive()
	w.countPages(fromFile)
	w.recountReasons()
	if w.shown {
		w.showResult(false)
	}
}

// evaluate returns the result of the present answers. It takes several times as long as what is shown after each answer, so it
// waits until somebody wants to see it.
func (w *widget) evaluate() score.Result { return score.Evaluate(w.checked, score.Options{}) }

func (w *widget) resultJSON() string {
	r := w.evaluate()
	return string(r.JSON())
}

// emitComplete tells the page that every item has an answer. Answers go along only if the visitor agreed, or was told
// beforehand that this site receives them.
func (w *widget) emitComplete() {
	w.emit("complete", w.agreed && w.share == "ask" || w.share == "always")
}

func (w *widget) emit(name string, withAnswers bool) {
	args := []any{name, string(w.done.JSON())}
	if withAnswers {
		args = append(args, w.resultJSON(), string(w.doc.JSON()))
	}
	w.host.Call("emit", args...)
}

// keep stores the answers on the device. Where that fails, the box says so by being empty again.
func (w *widget) keep() {
	w.stored = w.host.Call("keep", string(w.doc.JSON())).Bool()
	w.setKeep(w.stored)
}

// forget deletes what was kept on the device. The answers on the page stay.
func (w *widget) forget() {
	w.stored = false
	w.host.Call("forget")
	w.setKeep(false)
}

func (w *widget) reset() {
	w.doc = assess.New(w.c.Ref())
	w.doc.Target = w.target
	w.agreed, w.handed, w.complete, w.resumed = false, false, false, false
	w.forget()
	w.sayPrivate()
	w.hideResult()
	w.refresh(true)
	w.resume()
	w.showMessage("")
}

func number(n int) string { return strconv.Itoa(n) }
