package score_test

import (
	"fmt"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/score"
)

// A firm has one measure missing, does not know about two more, and has not said whether its policy is published.
func ExampleEvaluate() {
	d := assess.New(catalog.Ref{ID: "sa2", Version: "3.1"})
	for _, item := range sa2v31.Catalog().Items() {
		d.Set(assess.Answer{Item: item.ID, State: catalog.Met})
	}
	d.Set(assess.Answer{Item: "11", State: catalog.Unmet})
	d.Set(assess.Answer{Item: "16", State: catalog.Unknown})
	d.Set(assess.Answer{Item: "23", State: catalog.Unknown})
	d.Clear("policy-published", "")
	a, problems := assess.Check(d, sa2v31.Catalog())
	if !problems.OK() {
		fmt.Println(problems)
		return
	}

	r := score.Evaluate(a, score.Options{})
	fmt.Printf("score %d, between %d and %d of %d\n", r.Points.Score, r.Points.Low, r.Points.High, r.Points.Max)
	fmt.Printf("band %s, between %s and %s\n", r.Points.Band, r.Points.BandLow, r.Points.BandHigh)
	for _, l := range r.Levels {
		fmt.Printf("level %s: criteria %s because of %v, still to do: %v\n", l.ID, l.Criteria, l.Deciding, l.Remaining)
	}
	// Output:
	// score 86, between 88 and 96 of 100
	// band 70-99, between 70-99 and 70-99
	// level 2: criteria open because of [16 23 policy-published], still to do: [declare]
}

// The criteria of the first star are met by the promise alone, and even then the firm has to declare: the library never
// says that a star is held.
func ExampleEvaluate_firstStar() {
	d := assess.New(catalog.Ref{ID: "sa1", Version: "4.0"})
	d.Set(assess.Answer{Item: "commit", State: catalog.Met})
	a, _ := assess.Check(d, sa1v40.Catalog())
	r := score.Evaluate(a, score.Options{})
	l := r.Levels[0]
	fmt.Println(l.Criteria, l.Assurance, l.Remaining, r.Points == nil)
	for _, g := range r.Gaps {
		fmt.Println(g.Priority, g.Item, g.Reasons[0].Code)
	}
	// Output:
	// met self [declare] true
	// 1 1 unanswered
	// 2 2 unanswered
	// 3 3 unanswered
	// 4 4 unanswered
	// 5 5 unanswered
	// 6 6 unanswered
}

// A tree explains every number down to the answer and the clause of the source.
func ExampleNode() {
	d := assess.New(catalog.Ref{ID: "sa2", Version: "3.1"})
	d.Set(assess.Answer{Item: "1", State: catalog.Partial})
	a, _ := assess.Check(d, sa2v31.Catalog())
	r := score.Evaluate(a, score.Options{})
	for n := r.Explanation; ; n = n.Children[0] {
		fmt.Printf("%s %s (%s to %s) by %s", n.ID, n.Value, n.Low, n.High, n.Rule)
		if n.Item != "" {
			fmt.Printf(": %s, see %s %s", n.State, n.Clause.Source, n.Clause.Clause)
		}
		fmt.Println()
		if len(n.Children) == 0 {
			break
		}
	}
	// Output:
	// band under-50 (under-50 to 70-99) by band-of-score
	// score 2 (2 to 98) by sum
	// section/1 2 (2 to 18) by sum
	// score/1 2 (2 to 2) by choice-points: partial, see tokyo-handbook No.1
}

func ExampleParse() {
	d := assess.New(catalog.Ref{ID: "sa1", Version: "4.0"})
	a, _ := assess.Check(d, sa1v40.Catalog())
	r := score.Evaluate(a, score.Options{})
	again, problems := score.Parse(r.JSON())
	fmt.Println(problems.OK(), string(again.Completeness.JSON()))
	// Output:
	// true {"answered":0,"notApplicable":0,"total":7,"unanswered":7,"unknown":0}
}
