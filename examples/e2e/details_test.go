package e2e

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
)

// The headings of what unfolds below a question. They are written out here, so that a change of the words is seen.
var (
	headWhy      = lang.Text{JA: "なぜ大切か", EN: "Why it matters"}
	headDone     = lang.Text{JA: "「{label}」といえるのは", EN: `What counts as "{label}"`}
	headPartly   = lang.Text{JA: "「{label}」にとどまるのは", EN: `What is only "{label}"`}
	headDrill    = lang.Text{JA: "もう一歩の確認", EN: "Ask once more"}
	headEvidence = lang.Text{JA: "示せるものの例", EN: "What you could show"}
	headFirst    = lang.Text{JA: "最初の一歩（費用なし）", EN: "First step (free of charge)"}
	headClause   = lang.Text{JA: "出典の箇所：", EN: "Source clause: "}
)

// part is a heading in what unfolds below a question, with what stands below it.
type part struct {
	Head  string
	Texts []string
}

// helpWith returns what the catalogue says that has to be there to answer an item honestly.
func helpWith(t *testing.T, c *catalog.Checked, item catalog.Item, l lang.Lang) []part {
	t.Helper()
	labels := map[catalog.State]string{}
	for _, choice := range c.ChoicesOf(item) {
		labels[choice.State] = choice.Label.In(l)
	}
	var out []part
	add := func(head lang.Text, label string, texts ...lang.Text) {
		p := part{Head: head.Fill([]lang.Arg{lang.Value("label", label)}).In(l)}
		for _, text := range texts {
			p.Texts = append(p.Texts, text.In(l))
		}
		if len(p.Texts) == 0 || slices.Contains(p.Texts, "") {
			t.Fatalf("%s has no %q in the catalogue: the test shows nothing", item.ID, p.Head)
		}
		out = append(out, p)
	}
	add(headWhy, "", item.Why)
	add(headDone, labels[catalog.Met], item.DoneWhen...)
	add(headPartly, labels[catalog.Partial], item.PartialWhen...)
	add(headDrill, "", item.DrillDown...)
	add(headEvidence, "", item.Evidence...)
	add(headFirst, "", item.FirstStep)
	return out
}

// What helps to answer a question is drawn when it is asked for, and is what the catalogue says: why, what counts and what
// counts only in part, what to ask once more, what one could show, a first step, and where the question is from.
func TestDetails(t *testing.T) {
	for _, test := range []struct {
		c    *catalog.Checked
		item catalog.ItemID
	}{{sa2v31.Catalog(), "1"}, {scsv20260327.Catalog(), "1-2-1-1"}} {
		item, ok := test.c.Item(test.item)
		document, known := test.c.Document(item.Clause.Document)
		if !ok || !known || document.Title == "" || item.Clause.Clause == "" {
			t.Fatalf("%s: the catalogue does not say where %s is from", test.c.Ref(), test.item)
		}
		for _, l := range []lang.Lang{lang.JA, lang.EN} {
			t.Run(test.c.Ref().String()+", "+l.String(), func(t *testing.T) {
				v := open(t, phone, detailsPage(test.c, l))
				more := shadow + `.querySelector('[data-item="` + string(test.item) + `"] .h-more')`
				if got := v.text(`JSON.stringify([` + more + `.open, ` + more + `.querySelector('.h-body').textContent])`); got != `[false,""]` {
					t.Errorf("before anybody has asked for it, this is open and there: %s", got)
				}
				v.pressThere(more + `.querySelector('summary')`)
				v.must(v.page.Wait(more + `.open && ` + more + `.querySelector('.h-body li')?.checkVisibility()`))
				var got []part
				v.must(json.Unmarshal([]byte(v.text(`JSON.stringify([...`+more+`.querySelectorAll('.h-body > .h-sub')].map((head) =>
					({ Head: head.innerText, Texts: [...head.nextElementSibling.children].map((e) => e.innerText) })))`)), &got))
				for _, want := range helpWith(t, test.c, item, l) {
					if !slices.ContainsFunc(got, func(p part) bool { return p.Head == want.Head && slices.Equal(p.Texts, want.Texts) }) {
						t.Errorf("it does not say\n%q, only\n%q", want, got)
					}
				}
				// Behind it stands how sure that is, in brackets.
				want := headClause.In(l) + document.Title + " " + item.Clause.Clause + " ["
				if said := v.text(more + `.querySelector('.h-body > .h-detail:last-of-type').innerText`); !strings.HasPrefix(said, want) {
					t.Errorf("at the end it says %q, want %q", said, want)
				}
				v.pressThere(more + `.querySelector('summary')`)
				v.must(v.page.Wait(`!` + more + `.querySelector('.h-body li').checkVisibility({ contentVisibilityAuto: true })`))
			})
		}
	}
}

// detailsPage is a page with that catalogue, of which the demo has the level that most firms aim at.
func detailsPage(c *catalog.Checked, l lang.Lang) string {
	if c.Ref() == scsv20260327.Catalog().Ref() {
		return "access-scs-" + l.String() + ".html"
	}
	return catalogPage(c, l)
}
