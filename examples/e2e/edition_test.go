package e2e

import (
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa1v31"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/scsv20251226"
	"github.com/hoshitori/hoshitori/examples/association"
	"github.com/hoshitori/hoshitori/examples/browser"
)

// allMet returns the file of somebody who answered every item of a catalogue with met.
func allMet(c *catalog.Checked) string { return answered(c, catalog.Met) }

// openFile gives the widget a saved file, as the visitor does.
func (v *visit) openFile(text string) {
	v.Helper()
	v.text(`(() => { const files = new DataTransfer();
		files.items.add(new File([` + quoted(text) + `], 'saved.json'));
		const input = ` + shadow + `.querySelector('input[type=file]');
		input.files = files.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
		return '' })()`)
	v.must(v.page.Wait(shadow + `.querySelector('.h-message').textContent !== ''`))
}

// A file of an earlier edition is carried over: what is unchanged keeps its answer, what is new or asks more is asked, and
// the visitor is told so. Nothing is fetched for it at that moment.
func TestEarlierEdition(t *testing.T) {
	v := open(t, phone, "sa1.html")
	before := v.text(`String(performance.getEntriesByType('resource').length)`)
	v.openFile(allMet(sa1v31.Catalog()))
	if got := v.text(`String(performance.getEntriesByType('resource').length)`); got != before {
		t.Errorf("%s files were fetched, %s before the file was opened", got, before)
	}
	message := v.text(shadow + `.querySelector('.h-message').textContent`)
	for _, want := range []string{"前の版（3.1）の答えを移しました。", "新しい質問が1件あります。", "前より多くを求める質問が1件あります。"} {
		if !strings.Contains(message, want) {
			t.Errorf("the message %q does not say %q", message, want)
		}
	}
	if got := v.text(`JSON.stringify(` + element + `.assessment.answers.map((a) => a.item))`); got != `["1","2","3","4","5"]` {
		t.Errorf("answers to %s were carried over", got)
	}
	if got := v.text(`JSON.stringify(` + element + `.assessment.carried)`); got != `[{"answers":[{"item":"commit","state":"met"}],"from":{"id":"sa1","version":"3.1"}}]` {
		t.Errorf("kept aside: %s", got)
	}
	if n, _ := browser.Eval[int](v.page, shadow+`.querySelectorAll('input:checked').length`); n != 5 {
		t.Errorf("%d answers are ticked, want 5", n)
	}
}

// The draft was known requirement by requirement, so none of its answers says anything about a criterion.
func TestDraftCarriesNothing(t *testing.T) {
	v := open(t, phone, "scs.html")
	v.openFile(allMet(scsv20251226.Catalog()))
	if got := v.text(`JSON.stringify([` + element + `.assessment.answers.length, ` + element + `.assessment.carried[0].answers.length])`); got != "[0,26]" {
		t.Errorf("answers and answers kept aside: %s, want none and 26", got)
	}
	message := v.text(shadow + `.querySelector('.h-message').textContent`)
	if !strings.Contains(message, "ほかに、聞き方が変わり、答え直す質問が81件あります。") {
		t.Errorf("the message %q does not say that all 81 are asked", message)
	}
}

// Answers to another scheme are refused as before.
func TestOtherSchemeIsNotCarried(t *testing.T) {
	v := open(t, phone, "sa1.html")
	v.openFile(`{"format":"hoshitori/assessment/1","catalog":{"id":"basic10","version":"5.10"},"answers":[]}`)
	if got := v.text(shadow + `.querySelector('.h-message').textContent`); !strings.Contains(got, "assess/other-catalog") {
		t.Errorf("the message is %q", got)
	}
}

// An association's own catalogue: the ★3 criteria and ten items of its own, requirement by requirement.
func TestAssociation(t *testing.T) {
	c, err := association.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	v := open(t, phone, "association.html")
	if n, _ := browser.Eval[int](v.page, shadow+`.querySelectorAll("[data-item]").length`); n != len(c.Items()) || n != 81+10 {
		t.Errorf("the form asks %d items, want 91", n)
	}
	v.text(element + `.assessment = ` + quoted(allMet(c)))
	v.press("show")
	v.shows("食品加工")
	v.shows("名乗る前に、まだ残ること：専門家による確認、経営者による宣誓")
	if got := v.text(`JSON.stringify(` + element + `.result.levels.map((l) => [l.id, l.criteria, l.total]))`); got != `[["3","met",81],["food","met",91]]` {
		t.Errorf("levels: %s", got)
	}
	if over := v.overflow(); over > 0 {
		t.Errorf("the result is %d pixels too wide", over)
	}
}

// Once the day has passed after which a catalogue was to be looked at again, the result says so before anything else.
func TestStaleDataIsAnnounced(t *testing.T) {
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher + `const Now = Date;
		Date = class extends Now { constructor(...given) { given.length ? super(...given) : super(2030, 0, 2, 12); } };`))
	v.must(v.page.Open(site.URL + "/sa1.html"))
	v.ready()
	v.answer("1", "met")
	v.press("show")
	notice := v.text(shadow + `.querySelector('.h-result > .h-notice').innerText`)
	if want := "見直す日の" + string(sa1v40.Catalog().StaleAfter()) + "を過ぎています。"; !strings.Contains(notice, want) {
		t.Errorf("the notice is %q, want %q in it", notice, want)
	}
	if got := v.text(element + `.assessment.assessedOn`); got != "2030-01-02" {
		t.Errorf("assessed on %s", got)
	}
}
