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

// shop is a made-up list of one or two questions, for the examples.
func shop(version, items string) *catalog.Checked {
	c, problems := catalog.Load([]byte(`{"format": "hoshitori/catalog/1", "id": "shop", "version": "`+version+`", "status": "final",
		"title": {"ja": "店の点検", "en": "Shop check"}, "publisher": "例の商店会", "sources": [{"id": "leaflet", "title": "手引き"}],
		"choices": [{"state": "met", "label": {"ja": "はい", "en": "Yes"}, "advice": {"ja": "続けましょう。", "en": "Go on."}},
		            {"state": "unmet", "label": {"ja": "いいえ", "en": "No"}, "advice": {"ja": "始めましょう。", "en": "Begin."}}],
		"levels": [{"id": "1", "title": {"ja": "一つ星", "en": "One star"}, "rule": "all-met"}], "items": [`+items+`]}`), nil)
	if err := problems.Err(); err != nil {
		panic(err)
	}
	return c
}

const (
	backup = `{"id": "backup", "kind": "question", "level": "1", "text": {"ja": "控えを取っていますか。", "en": "Do you keep a copy?"},
		"doneWhen": [{"ja": "毎週取っています。", "en": "Every week."}], "source": {"id": "leaflet"}}`
	triedBackup = `{"id": "backup", "kind": "question", "level": "1", "text": {"ja": "控えを取っていますか。", "en": "Do you keep a copy?"},
		"doneWhen": [{"ja": "毎週取っています。", "en": "Every week."}, {"ja": "戻してみました。", "en": "Bringing it back was tried."}], "source": {"id": "leaflet"}}`
	lock = `{"id": "lock", "kind": "question", "level": "1", "text": {"ja": "鍵をかけますか。", "en": "Do you lock up?"}, "source": {"id": "leaflet"}}`
)

// A program sees what differs between two editions; what it cannot see, the author of a change record adds to the draft.
func ExampleDiff() {
	d := catalog.Diff(shop("1", backup), shop("2", triedBackup+","+lock))
	for _, item := range d.Items {
		fmt.Printf("%q to %q looks %s %v\n", item.From, item.To, item.Kind(), item.Asks)
	}
	fmt.Printf("%s\n", d.Draft().JSON())
	// Output:
	// "backup" to "backup" looks tightened [doneWhen]
	// "" to "lock" looks added []
	// {"author":{},"changes":[{"from":["backup"],"kind":"tightened","rationale":{},"source":{"clause":"","id":""},"to":["backup"]},{"kind":"added","rationale":{},"source":{"clause":"","id":""},"to":["lock"]}],"format":"hoshitori/changes/1","from":{"id":"shop","version":"1"},"sources":[],"to":{"id":"shop","version":"2"}}
}

// A change record is checked against both editions: here it says that nothing has changed, and forgets an item.
func ExampleLoadChanges() {
	record := `{"format": "hoshitori/changes/1", "from": {"id": "shop", "version": "1"}, "to": {"id": "shop", "version": "2"},
"author": {"ja": "例の商店会", "en": "Example association"}, "sources": [{"id": "leaflet", "title": "新しい手引き"}],
"changes": [
  {"kind": "kept", "from": ["backup"], "to": ["backup"], "rationale": {"ja": "同じです。", "en": "The same."},
   "source": {"id": "leaflet", "confidence": "official"}}]}`
	_, problems := catalog.LoadChanges([]byte(record), shop("1", backup), shop("2", triedBackup+","+lock))
	for _, p := range problems.InFile("shop-1-2.json") {
		fmt.Println(p.Text(lang.EN))
	}
	// Output:
	// shop-1-2.json:3:12: No change speaks of item "lock" of shop@2. Add a change. Compared with the other edition it looks like "added". [changes/forgotten]
	// shop-1-2.json:4:12: "backup" to "backup" is said to be "kept", but doneWhen differ. Answers would be carried over as if nothing had changed. Say how it changed: tightened, relaxed, reworded …. [changes/not-kept]
}

// An association adds a question and makes one stricter. What asks less than the base would have to be declared.
func ExampleCompile() {
	extension := `{"format": "hoshitori/extension/1", "id": "bakers", "version": "1", "status": "draft", "publisher": "例のパン組合",
"title": {"ja": "パン屋の点検", "en": "Bakers' check"}, "extends": {"id": "shop", "version": "1"},
"sources": [{"id": "letter", "title": "組合だより"}],
"items": [{"id": "oven", "kind": "question", "level": "1", "text": {"ja": "窯を切りますか。", "en": "Do you switch off the oven?"}, "source": {"id": "letter"}}],
"changes": [{"item": "backup", "kind": "sharpened", "rationale": {"ja": "注文の控えを足しました。", "en": "Orders were added."}, "source": {"id": "letter"},
  "set": {"doneWhen": [{"ja": "毎週取っています。", "en": "Every week."}, {"ja": "注文の控えもあります。", "en": "Orders are copied, too."}]}}]}`
	e, problems := catalog.ParseExtension([]byte(extension))
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	c, crosswalk, problems := catalog.Compile(e, shop("1", backup+","+lock), digest.SHA256)
	fmt.Println(c.Ref(), problems.Err())
	for _, item := range c.Items() {
		fmt.Println(item.ID, len(item.DoneWhen))
	}
	for _, entry := range crosswalk.Entries {
		fmt.Println(entry.From, entry.Relation, entry.To)
	}
	fact, _ := c.Fact("extension.base")
	fmt.Println(fact.Value.EN)

	e.Changes[0].Set.DoneWhen = e.Changes[0].Set.DoneWhen[1:]
	_, _, problems = catalog.Compile(e, shop("1", backup+","+lock), digest.SHA256)
	for _, p := range problems.InFile("bakers.json") {
		fmt.Println(p.Text(lang.EN))
	}
	// Output:
	// bakers@1 <nil>
	// backup 2
	// lock 0
	// oven 0
	// [backup] covers [backup]
	// [lock] equal [lock]
	// Made on the base of shop@1: 1 items added, 1 sharpened or reworded, 0 weakened or removed.
	// bakers.json:5:13: Item "backup" is said to be "sharpened", but doneWhen ask less than shop@1. Restore what the base asks, or declare it as weakened with the reason. [extension/weakening]
}

func ExampleDate_After() {
	fmt.Println(catalog.Date("2024-02-29").After("P1Y"), catalog.Date("2026-11-22").After("P14D"))
	// Output:
	// 2025-02-28 2026-12-06
}
