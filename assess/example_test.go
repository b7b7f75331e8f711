package assess_test

import (
	"fmt"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/changes"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa1v31"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
)

func ExampleCheck() {
	d := assess.New(catalog.Ref{ID: "sa2", Version: "3.1"})
	d.Set(assess.Answer{Item: "1", State: catalog.Met})
	a, problems := assess.Check(d, sa2v31.Catalog())
	fmt.Println(problems.OK(), a.AnswersTo(0)[0].State)
	// Output:
	// true met
}

// Every problem is reported, with its place, a code to decide on and a sentence to read.
func ExampleLoad() {
	_, problems := assess.Load([]byte(`{"format": "hoshitori/assessment/1",
"catalog": {"id": "sa2", "version": "3.1"},
"answers": [
  {"item": "99", "state": "met"},
  {"item": "1", "state": "not_applicable"}
]}`), sa2v31.Catalog())
	for _, p := range problems.InFile("answers.json") {
		fmt.Println(p.Text(lang.JA))
		fmt.Println(p.Text(lang.EN))
	}
	// Output:
	// answers.json:4:12: 項目「99」はsa2@3.1にありません。番号と版を確かめてください。 [assess/unknown-item]
	// answers.json:4:12: sa2@3.1 has no item "99". Check the number and the edition. [assess/unknown-item]
	// answers.json:5:3: 項目「1」の「not_applicable」には理由が要ります。「reason」に code か text を書いてください。 [assess/reason-missing]
	// answers.json:5:3: "not_applicable" for item "1" needs a reason. Give a code or a text in "reason". [assess/reason-missing]
	// answers.json:5:26: 項目「1」に答え「not_applicable」は使えません。使える値：met, partial, unmet, unknown。 [assess/state-not-allowed]
	// answers.json:5:26: Item "1" cannot be answered with "not_applicable". Allowed: met, partial, unmet, unknown. [assess/state-not-allowed]
}

// What is read, changed and written keeps everything else as it was, data of other programs included.
func ExampleDocument_Set() {
	d, problems := assess.Parse([]byte(`{"format": "hoshitori/assessment/1", "catalog": {"id": "sa2", "version": "3.1"},
		"answers": [{"item": "1", "state": "unknown"}], "ext": {"ticket": 7}}`))
	fmt.Println(problems.OK())
	d.Set(assess.Answer{Item: "1", State: catalog.Partial, Note: "営業の2台がまだ"})
	fmt.Printf("%s\n", d.JSON())
	// Output:
	// true
	// {"answers":[{"item":"1","note":"営業の2台がまだ","state":"partial"}],"catalog":{"id":"sa2","version":"3.1"},"ext":{"ticket":7},"format":"hoshitori/assessment/1"}
}

func ExampleDocument_Clear() {
	d := assess.New(catalog.Ref{ID: "sa1", Version: "4.0"})
	d.Set(assess.Answer{Item: "commit", State: catalog.Met})
	d.Clear("commit", "")
	_, ok := d.Answer("commit", "")
	fmt.Println(ok)
	// Output:
	// false
}

// The five articles of one star became six. Answers to the unchanged ones are carried; the promise to work on all of them
// now promises more, so it is asked again and what was said is kept beside.
func ExampleMigrate() {
	old := sa1v31.Catalog()
	d := assess.New(old.Ref())
	d.Set(assess.Answer{Item: "1", State: catalog.Met, Note: "自動更新"})
	d.Set(assess.Answer{Item: "2", State: catalog.Unmet})
	d.Set(assess.Answer{Item: "commit", State: catalog.Met})
	a, problems := assess.Check(d, old)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	steps, ok := catalog.Route(changes.All(), old.Ref(), catalog.Ref{ID: "sa1", Version: "4.0"})
	fmt.Println(len(steps), ok)
	migrated, report := assess.Migrate(a, steps[0])
	for _, item := range report.Old {
		fmt.Println(item.Item, item.Change, item.To, item.Fate)
	}
	fmt.Println("to ask:", report.ToAsk())
	fmt.Printf("%s\n", migrated.JSON())
	// Output:
	// 1 true
	// 1 kept [1] carried
	// 2 kept [2] carried
	// 3 kept [3] no_answer
	// 4 kept [4] no_answer
	// 5 kept [5] no_answer
	// commit tightened [commit] aside
	// to ask: [3 4 5 6 commit]
	// {"answers":[{"item":"1","note":"自動更新","state":"met"},{"item":"2","state":"unmet"}],"carried":[{"answers":[{"item":"commit","state":"met"}],"from":{"id":"sa1","version":"3.1"}}],"catalog":{"id":"sa1","version":"4.0"},"format":"hoshitori/assessment/1"}
}
