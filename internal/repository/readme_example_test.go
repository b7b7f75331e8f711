package repository_test

import (
	"fmt"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/score"
)

func Example_readme() {
	c := sa2v31.Catalog()
	d := assess.New(c.Ref())
	for _, item := range c.Items()[:23] {
		d.Set(assess.Answer{Item: item.ID, State: catalog.Met})
	}
	d.Set(assess.Answer{Item: "11", State: catalog.Unmet})
	d.Set(assess.Answer{Item: "24", State: catalog.Unknown})
	d.Set(assess.Answer{Item: "25", State: catalog.Partial})
	a, problems := assess.Check(d, c)
	if !problems.OK() {
		panic(problems.Err())
	}
	r := score.Evaluate(a, score.Options{})
	fmt.Printf("%d points now, %d to %d in the end\n", r.Points.Score, r.Points.Low, r.Points.High)
	for _, g := range r.Gaps[:3] {
		item, _ := c.Item(g.Item)
		fmt.Println(g.Item, g.State, item.Text.EN)
	}
	// Output:
	// 89 points now, 90 to 94 in the end
	// 11 unmet Do you keep backups (copies) of important data in case of infection, failure or a slip of the hand?
	// 24 unknown Have you prepared for an incident such as infection or a leak, with people in charge and a procedure?
	// 25 partial Are the measures asked about in 1 to 24 written down as rules and shown to staff?
}
