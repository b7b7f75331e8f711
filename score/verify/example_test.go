package verify_test

import (
	"fmt"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/score"
	"github.com/hoshitori/hoshitori/score/verify"
)

// A supplier sends its answers and a result that someone has made a little better.
func ExampleResult() {
	d := assess.New(catalog.Ref{ID: "sa2", Version: "3.1"})
	d.Set(assess.Answer{Item: "1", State: catalog.Partial})
	a, _ := assess.Check(d, sa2v31.Catalog())
	r := score.Evaluate(a, score.Options{})
	fmt.Println(len(verify.Result(a, r)))

	r.Points.Score = 4
	for _, p := range verify.Result(a, r) {
		fmt.Println(p.Kind.Code, p.Pointer)
		fmt.Println(p.Message().In(lang.JA))
		fmt.Println(p.Message().In(lang.EN))
	}
	// Output:
	// 0
	// verify/points /points/score
	// 点数が合いません。結果には「4」とありますが、回答とカタログの配点からは「2」です。
	// Points are wrong: the result says "4", the answers and the catalogue's points give "2".
}
