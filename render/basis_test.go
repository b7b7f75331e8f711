package render_test

import (
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/scsv20251226"
	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
	"github.com/hoshitori/hoshitori/catalog/smeeconomicsecurityv202601"
	"github.com/hoshitori/hoshitori/render"
)

// What rests on a draft or on one source says so wherever it is shown: above every form and result, at every item, and
// beside a verdict whose rule it is.
func TestWhatAListRestsOnIsSaid(t *testing.T) {
	for _, test := range []struct {
		name, reason string
		c            *catalog.Checked
		above, item  string
		verdict      string
	}{
		{"final", "one public copy of the official table; the pass rule is of the draft", scsv20260327.Catalog(),
			"この一覧は、一つの資料から取りました。", "[一つの資料]", "この判定の決まりの根拠：案の段階"},
		{"draft", "an article on the draft", scsv20251226.Catalog(), "この一覧のもとは、案の段階の資料です。", "[案の段階]", "この判定の決まりの根拠：案の段階"},
		{"mixed", "a guide that was read, and laws that it retells", smeeconomicsecurityv202601.Catalog(),
			"この一覧の一部は、一つの資料から取りました。", "[公式資料]", ""},
		{"official", "the ministry's slides were read", sa1v40.Catalog(), "", "[公式資料]", ""},
	} {
		d := assess.New(test.c.Ref())
		for _, item := range test.c.Items() {
			d.Set(assess.Answer{Item: item.ID, State: catalog.Met})
		}
		v := view(t, d, test.c, render.Options{Today: today})
		form := string(render.FormHTML(test.c, render.Options{Today: today}))
		for name, text := range map[string]string{"form": form, "report.html": string(render.ReportHTML(v)), "report.md": string(render.ReportMarkdown(v)), "report.csv": string(render.ReportCSV(v))} {
			if test.above == "" && strings.Contains(text, "一つの資料から取りました。") || !strings.Contains(text, test.above) {
				t.Errorf("%s: %s: %q in the %s: %s", test.name, test.reason, test.above, name, text[:min(len(text), 300)])
			}
			if name == "form" || name == "report.csv" {
				if !strings.Contains(text, test.item) {
					t.Errorf("%s: %s: no item of the %s says %q", test.name, test.reason, name, test.item)
				}
				continue
			}
			if got := strings.Contains(text, "この判定の決まりの根拠："); got != (test.verdict != "") || !strings.Contains(text, test.verdict) {
				t.Errorf("%s: %s: the verdict of the %s does not say %q", test.name, test.reason, name, test.verdict)
			}
		}
	}
}
