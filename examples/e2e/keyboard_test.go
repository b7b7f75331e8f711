package e2e

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
)

// key presses keys, and fails if nothing in the widget has the focus afterwards.
func (v *visit) key(keys string) {
	v.Helper()
	before := v.focused()
	v.must(v.page.Press(keys))
	if v.focused() == "" {
		v.Fatalf("after %q on %s nothing in the widget has the focus", keys, before)
	}
}

// keyBack presses Shift and Tab.
func (v *visit) keyBack() {
	v.Helper()
	v.must(v.page.Do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))))
}

// focused returns the beginning of the element of the widget that has the focus, "" if none has.
func (v *visit) focused() string {
	v.Helper()
	return v.text(shadow + `.activeElement?.outerHTML.slice(0, 120) ?? ''`)
}

// focuses fails unless the element that the selector finds has the focus.
func (v *visit) focuses(selector string) {
	v.Helper()
	if got := v.text(`String(` + shadow + `.activeElement?.matches(` + quoted(selector) + `))`); got != "true" {
		v.Errorf("the focus is on %s, want %s", v.focused(), selector)
	}
}

// tabTo presses Tab until the element that the selector finds has the focus.
func (v *visit) tabTo(selector string) {
	v.Helper()
	for range 40 {
		v.key(kb.Tab)
		if v.text(`String(`+shadow+`.activeElement.matches(`+quoted(selector)+`))`) == "true" {
			return
		}
	}
	v.Fatalf("%s is not reached by Tab", selector)
}

// turned waits for a requirement, and fails unless the focus is on its heading.
func (v *visit) turned(requirement string) {
	v.Helper()
	v.must(v.page.Wait(shownPage + ` === ` + quoted(requirement)))
	v.focuses(`[data-requirement="` + requirement + `"] h3`)
}

// Nobody needs a mouse to go from requirement to requirement: on, back, and by the list, which is opened, or typed into and
// left by Enter. The focus is on the heading of what has come each time, and the answers before it are there when one comes back.
func TestKeyboardRequirements(t *testing.T) {
	v := open(t, desktop, "access-scs-ja.html")
	v.tabTo(`input[name="1-2-1-1"]`)
	v.key(" ")
	v.key(kb.ArrowDown)
	v.tabTo(`[data-action=next]`)
	v.key(kb.Enter)
	v.turned("1-2-3")
	v.tabTo(`input[name="1-2-3-1"]`)
	v.key(" ")
	v.tabTo(`[data-action=previous]`)
	v.key(" ")
	v.turned("1-2-1")
	v.tabTo(`input[name="1-2-1-1"]`)
	v.focuses(`[value=partial]:checked`)
	v.tabTo(`.h-jump select`)
	v.key(" ") // opens the list
	v.key(kb.ArrowDown)
	v.key(kb.ArrowDown)
	v.key(kb.ArrowDown)
	v.key(kb.Enter)
	v.turned("2-1-1")
	v.tabTo(`.h-jump select`)
	v.key("4") // passes over the closed list; Enter chooses
	if got := v.text(shownPage); got != "4-1-1" {
		t.Errorf("the list is at 4-1-1, and %s is shown", got)
	}
	v.focuses(`.h-jump select`)
	v.key(kb.Enter)
	v.must(v.page.Wait(shadow + `.activeElement?.tagName === 'H3'`))
	v.turned("4-1-1")
	v.tabTo(`[data-action=show]`)
	v.key(kb.Enter)
	v.focuses(`.h-result .h-heading`)
	got := v.text(`JSON.stringify(` + element + `.assessment.answers.map((a) => [a.item, a.state]))`)
	if got != `[["1-2-1-1","partial"],["1-2-3-1","met"]]` {
		t.Errorf("answers: %s", got)
	}
	v.tabTo(`[data-action=back]`)
	v.key(kb.Enter)
	if got := v.text(shownPage); got != "4-1-1" {
		t.Errorf("back from the result it shows %s", got)
	}
	v.focuses(`[data-requirement="4-1-1"] input`)
}

// What helps to answer is unfolded by Enter or by Space, read, folded away by the other, and the words in it are explained by
// the same keys.
func TestKeyboardDetails(t *testing.T) {
	item, _ := scsv20260327.Catalog().Item("1-2-1-1")
	v := open(t, desktop, "access-scs-ja.html")
	more := `[data-item="1-2-1-1"] .h-more`
	read := shadow + `.querySelector(` + quoted(more) + `).innerText`
	v.tabTo(more + ` > summary`)
	for _, keys := range [][2]string{{kb.Enter, " "}, {" ", kb.Enter}} {
		opens, closes := keys[0], keys[1]
		v.key(opens)
		v.must(v.page.Wait(there(more+` > .h-body > ul`) + ` && ` + read + `.includes(` + quoted(item.Why.JA) + `)`))
		if got := v.text(read); !strings.Contains(got, item.DrillDown[2].JA) || !strings.Contains(got, item.FirstStep.JA) {
			t.Errorf("unfolded it says %s", got)
		}
		v.tabTo(more + ` .h-body summary`)
		v.key(opens)
		v.must(v.page.Wait(there(more + ` .h-terms dd`)))
		v.key(closes)
		v.must(v.page.Wait(`!(` + there(more+` .h-terms`) + `)`))
		v.keyBack()
		v.focuses(more + ` > summary`)
		v.key(closes)
		v.must(v.page.Wait(`!` + read + `.includes(` + quoted(item.Why.JA) + `)`))
		v.focuses(more + ` > summary`)
	}
}

// The reason why a question does not apply is typed and left by Tab, which leads on to the next question, and counts.
func TestKeyboardReason(t *testing.T) {
	v := open(t, desktop, "external.html")
	counts := func() string {
		return v.text(`JSON.stringify([` + element + `.result.completeness.unanswered, ` + element + `.result.completeness.notApplicable])`)
	}
	v.tabTo(`input[name=a]`)
	v.key(" ")
	v.key(kb.ArrowUp) // from the first answer to the last
	v.focuses(`[value=not_applicable]:checked`)
	if got := counts(); got != "[2,0]" {
		t.Errorf("unanswered and not applicable are %s before there is a reason", got)
	}
	v.tabTo(`.h-reason input`)
	v.key("no such device")
	v.key(kb.Tab)
	v.focuses(`input[name=b]`)
	if got := counts(); got != "[1,1]" {
		t.Errorf("unanswered and not applicable are %s", got)
	}
	got := v.text(`JSON.stringify(` + element + `.assessment.answers)`)
	if got != `[{"item":"a","reason":{"text":"no such device"},"state":"not_applicable"}]` {
		t.Errorf("answers: %s", got)
	}
	v.keyBack()
	v.focuses(`.h-reason input`)
}

// What can be done with a result is done by keys, and the focus is never lost: reading on, printing, saving, handing over, and
// starting again, which wants two presses with nothing in between.
func TestKeyboardResult(t *testing.T) {
	v := open(t, desktop, "access-ja.html")
	dir := t.TempDir()
	v.must(download(v, dir))
	v.tabTo(`.h-keep input`)
	v.key(" ")
	v.is(`localStorage.length === 1`)
	v.text(element + `.assessment = ` + quoted(sixAnswers(catalog.Met, catalog.Unmet)))
	v.text(`(() => { window.print = () => { window.printing = true }; return '' })()`)
	for _, before := range []string{`[data-action=reset]`, `[data-action=open]`, `[data-action=show]`} {
		v.keyBack()
		v.focuses(before)
	}
	v.key(kb.Enter)
	v.focuses(`.h-heading`)

	v.tabTo(`.h-steps summary`)
	v.key(kb.Enter)
	v.must(v.page.Wait(there(`.h-steps details[open] > div`)))
	v.tabTo(`[data-action=agree]`)
	v.key(kb.Enter)
	v.focuses(`.h-consent [role=status]`)
	if got := v.events("complete"); len(got) != 2 || !strings.Contains(got[1], `"assessment"`) {
		t.Errorf("events complete: %v", got)
	}
	v.tabTo(`[data-action=print]`)
	v.key(kb.Enter)
	v.must(v.page.Wait(`window.printing`))
	v.text(`(dispatchEvent(new Event('afterprint')), '')`)
	v.focuses(`[data-action=print]`)
	v.tabTo(`[data-action=save]`)
	v.key(" ")
	var saved struct{ Answers []struct{ Item string } }
	v.must(json.Unmarshal([]byte(waitForFile(t, filepath.Join(dir, "hoshitori-sa1-4.0.json"))), &saved))
	if len(saved.Answers) != 7 {
		t.Errorf("%d answers were saved, want 7", len(saved.Answers))
	}
	v.focuses(`[data-action=save]`)

	answers := func(want string) {
		t.Helper()
		if got := v.text(`JSON.stringify([` + element + `.assessment.answers.length, localStorage.length])`); got != want {
			t.Errorf("answers and things that are stored: %s, want %s", got, want)
		}
	}
	reset := `.h-result [data-action=reset]`
	v.tabTo(reset)
	v.key(kb.Enter)
	v.focuses(`.h-armed ` + reset)
	v.key(kb.Tab)
	v.focuses(`:not(.h-armed) > .h-controls .h-keep input`)
	v.keyBack()
	v.focuses(reset)
	v.key(kb.Enter)
	answers("[7,1]")
	v.focuses(`.h-armed ` + reset)
	v.key(kb.Enter)
	answers("[0,0]")
	v.focuses(`.h-form input[name="1"]`)
}

// The list of the requirements can be walked through by arrows while it is closed: it does not lead away after the first of them.
func TestKeyboardClosedList(t *testing.T) {
	v := open(t, desktop, "access-scs-ja.html")
	v.tabTo(`.h-jump select`)
	v.key(kb.ArrowDown)
	v.key(kb.ArrowDown)
	v.key(kb.ArrowDown)
	v.key(kb.ArrowUp)
	if got := v.text(`String(` + shadow + `.querySelector('.h-jump select').selectedIndex)`); got != "2" {
		t.Errorf("three requirements on and one back the list is at %s, want 2", got)
	}
}
