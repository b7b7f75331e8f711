package render_test

import (
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/render"
)

// A long question is shown without the explanations in its brackets, and never cut off.
func TestLongQuestionsAreShortened(t *testing.T) {
	long := strings.Repeat("長い", 20)
	for _, test := range []struct{ reason, question, short string }{
		{"a short one stays", "短い（これも）。", "短い（これも）。"},
		{"both widths, and the blank before", long + "（一）二 (三)四。", long + "二四。"},
		{"brackets in brackets", long + "（一（二）三）四。", long + "四。"},
		{"never closed", long + "（一。", long + "（一。"},
		{"never opened", long + "）一（二）。", long + "）一（二）。"},
		{"nothing to leave out", long + "い。", long + "い。"},
	} {
		c, d, ok := filled(test.question, true)
		if !ok {
			t.Fatalf("%s: the catalogue is refused", test.reason)
		}
		if s := view(t, d, c, render.Options{}).Steps[0]; s.Short != test.short || s.Question != test.question {
			t.Errorf("%s: got %q, want %q", test.reason, s.Short, test.short)
		}
	}
}

// What a step costs and whose it is comes from the item alone: how many things have to be in place, and the kind of measure.
func TestEffortAndWho(t *testing.T) {
	whose := map[catalog.Field][2]string{
		catalog.FieldUnstated:  {"", ""},
		catalog.Organizational: {"社長か責任者", "the owner or whoever is in charge"},
		catalog.Human:          {"全員（責任者が教える）", "everyone, taught by whoever is in charge"},
		catalog.Technical:      {"パソコンに詳しい人か業者", "your computer person or IT supplier"},
		catalog.Physical:       {"職場を管理する人", "whoever looks after the premises"},
	}
	effort := map[int][2]string{
		1: {"一つのことがそろえば完了", "done when one thing is in place"},
		2: {"2つのことがそろえば完了", "done when 2 things are in place"},
	}
	for _, c := range builtin.All() {
		for k, l := range languages {
			for _, s := range view(t, newDocument(c), c, render.Options{Lang: l}).Steps {
				item, _ := c.Item(s.Item)
				if s.Who != whose[item.Field][k] {
					t.Errorf("%s %s: %q for %v", c.Ref(), s.Item, s.Who, item.Field)
				}
				if want, ok := effort[len(item.DoneWhen)]; ok && s.Effort != want[k] || len(s.Done) != len(item.DoneWhen) {
					t.Errorf("%s %s: %q for %d things", c.Ref(), s.Item, s.Effort, len(item.DoneWhen))
				}
			}
		}
	}
}

// Where to ask is a page of the publisher that the catalogue names; every built-in one has such a page.
func TestContacts(t *testing.T) {
	for _, c := range builtin.All() {
		v := view(t, newDocument(c), c, render.Options{})
		own := 0
		for _, s := range v.Sources {
			if !s.Own {
				continue
			}
			own++
			if s.URL == "" || !strings.Contains(string(render.ReportMarkdown(v)), "- "+s.Title) {
				t.Errorf("%s: %s has no address, or is not in the report", c.Ref(), s.Title)
			}
		}
		if own == 0 {
			t.Errorf("%s names no page of %s", c.Ref(), v.Publisher)
		}
	}
	for _, s := range view(t, newDocument(sa2v31.Catalog()), sa2v31.Catalog(), render.Options{Lang: lang.EN}).Sources {
		if s.Own != strings.Contains(s.Title, "IPA") && s.URL != "" {
			t.Errorf("%s: own page is %v", s.Title, s.Own)
		}
	}
}
