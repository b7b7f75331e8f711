package e2e

import (
	"testing"

	"github.com/hoshitori/hoshitori/catalog/sa1v31"
)

// chooseEarlier gives the result an earlier file to compare with.
func (v *visit) chooseEarlier(text string) {
	v.Helper()
	v.text(`(() => { const files = new DataTransfer();
		files.items.add(new File([` + quoted(text) + `], 'earlier.json'));
		const input = ` + shadow + `.querySelector('[data-action=compare]');
		input.files = files.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
		return '' })()`)
}

// The result says what became of the answers since an earlier file, also one of an earlier edition, and refuses what cannot
// be compared. The answers stay as they are.
func TestCompareWithAnEarlierFile(t *testing.T) {
	v := open(t, phone, "sa1.html")
	for item, state := range map[string]string{"1": "partial", "2": "met", "3": "unmet", "4": "met", "5": "met", "6": "unmet", "commit": "met"} {
		v.answer(item, state)
	}
	v.press("show")
	v.chooseEarlier(`{"format":"hoshitori/assessment/1","catalog":{"id":"sa1","version":"4.0"},"answers":[{"item":"1","state":"met"},{"item":"2","state":"unmet"},{"item":"3","state":"unknown"}]}`)
	v.must(v.page.Wait(shadow + `.querySelector('.h-compared') !== null`))
	for _, want := range []string{"同じ版どうしなので、そのまま比べられます。", "悪くなったものがあります。", "できている → 一部できている", "できていない → できている",
		"していないとわかった項目"} {
		v.shows(want)
	}
	if got := v.text(shadow + `.activeElement.tagName`); got != "H4" {
		t.Errorf("the focus is on %s, want the heading of the comparison", got)
	}
	v.chooseEarlier(allMet(sa1v31.Catalog()))
	v.must(v.page.Wait(shadow + `.querySelector('.h-compared').textContent.includes('新しく聞く項目')`))
	v.shows("版が違うので、前回の答えを sa1@4.0 に移してから比べました。")
	if over := v.overflow(); over > 0 {
		t.Errorf("the comparison is %d pixels too wide", over)
	}
	v.chooseEarlier(`{"format":"hoshitori/assessment/1","catalog":{"id":"basic10","version":"5.10"},"answers":[]}`)
	v.must(v.page.Wait(shadow + `.querySelector('.h-message').textContent.includes('assess/other-catalog')`))
	if got := v.text(`JSON.stringify(` + element + `.result.completeness.answered)`); got != "7" {
		t.Errorf("%s answers, want the 7 that were given", got)
	}
}
