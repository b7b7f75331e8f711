package catalog_test

import (
	"fmt"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// A chamber of commerce writes its own short list and finds out what is wrong with it.
func ExampleLoad() {
	file := `{
  "format": "hoshitori/catalog/1", "id": "chamber", "version": "2026", "status": "final",
  "title": {"ja": "会議所の三つの約束", "en": "Three promises"}, "publisher": "例の商工会議所",
  "sources": [{"id": "leaflet", "title": "会員向けの手引き"}],
  "choices": [{"state": "met", "label": {"ja": "はい", "en": "Yes"}, "advice": {"ja": "続けましょう。", "en": "Go on."}},
              {"state": "unmet", "label": {"ja": "いいえ", "en": "No"}, "advice": {"ja": "始めましょう。", "en": "Begin."}}],
  "levels": [{"id": "1", "title": {"ja": "約束", "en": "Promise"}, "rule": "all-met"}],
  "items": [{"id": "backup", "kind": "question", "level": "2", "text": {"ja": "控えを取っていますか。"}, "source": {"id": "leaflet"}}]
}`
	_, problems := catalog.Load([]byte(file), digest.SHA256)
	for _, p := range problems.InFile("chamber.json") {
		fmt.Println(p.Text(lang.EN))
	}
	// Output:
	// chamber.json:7:74: The rule "all-met" has no item at this level and would always hold. Add an item or remove the rule. [catalog/level-rule]
	// chamber.json:8:59: There is no "2" among the levels. Check the spelling, or add "2". [catalog/no-such-id]
	// chamber.json:8:72: "text" has no English text. Write the text. [catalog/empty-text]
}

// A catalogue can be put together in Go; only the checked form is accepted elsewhere.
func ExampleCheck() {
	text := func(ja, en string) catalog.Text { return catalog.Text{JA: ja, EN: en} }
	s := &catalog.Source{
		ID: "own", Version: "1", Status: catalog.Draft, Title: text("自社の約束", "Our promises"), Publisher: "例の会社",
		Documents: []catalog.Document{{ID: "rules", Title: "社内規程"}},
		Choices: []catalog.Choice{
			{State: catalog.Met, Label: text("はい", "Yes"), Advice: text("続けましょう。", "Go on.")},
			{State: catalog.Unmet, Label: text("いいえ", "No"), Advice: text("始めましょう。", "Begin.")},
		},
		Levels: []catalog.Level{{ID: "1", Title: text("約束", "Promise"), Rules: []catalog.Rule{catalog.AllMet}}},
		Items: []catalog.Item{{ID: "lock", Kind: catalog.Question, Level: "1", Text: text("鍵をかけていますか。", "Do you lock up?"),
			Clause: catalog.Clause{Document: "rules", Clause: "3"}}},
	}
	c, problems := catalog.Check(s, nil)
	fmt.Println(c.Ref(), c.Status(), c.HasPoints(), problems.Err())
	// Output: own@1 draft false <nil>
}

func ExampleParseRef() {
	ref, ok := catalog.ParseRef("sa2@3.1")
	fmt.Println(ref.ID, ref.Version, ok)
	// Output: sa2 3.1 true
}
