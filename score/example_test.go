package score_test

import (
	"fmt"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
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

// A firm that keeps copies as the Six Articles want them has answered a question of the 25 already. Here an association
// brings its own crosswalk; package crosswalks has those that Hoshitori brings along.
func ExampleInfer() {
	crosswalk, problems := catalog.LoadCrosswalk([]byte(`{"format": "hoshitori/crosswalk/1", "id": "ours",
		"title": {"ja": "うちの対応表", "en": "Our crosswalk"}, "author": {"ja": "架空の団体", "en": "A fictional association"},
		"from": {"id": "sa1", "version": "4.0"}, "to": {"id": "sa2", "version": "3.1"},
		"entries": [
			{"from": ["6"], "relation": "covers", "to": ["11"], "rationale": {"ja": "どちらも控えを取ります。", "en": "Both want copies; the article asks more."}},
			{"from": ["3"], "relation": "related", "to": ["3"], "rationale": {"ja": "どちらもパスワードです。", "en": "Both are about passwords."}}]}`),
		sa1v40.Catalog(), sa2v31.Catalog())
	if !problems.OK() {
		fmt.Println(problems)
		return
	}
	d := assess.New(catalog.Ref{ID: "sa1", Version: "4.0"})
	d.Set(assess.Answer{Item: "3", State: catalog.Met})
	d.Set(assess.Answer{Item: "6", State: catalog.Met})
	a, _ := assess.Check(d, sa1v40.Catalog())

	inf := score.Infer([]*assess.Checked{a}, sa2v31.Catalog(), score.Links{Crosswalks: []*catalog.Crosswalk{crosswalk}}, score.InferOptions{})
	fmt.Println(inf.Count(score.OutcomeMet), "met,", inf.Count(score.OutcomeUnmet), "unmet,", inf.Count(score.OutcomeOpen), "open")
	for _, item := range inf.Items {
		for _, step := range item.Path {
			for _, p := range step.Premises {
				fmt.Printf("%s is %s, because %s of %s is %s: %s\n", item.Item, item.State, p.Item, p.Catalog, p.State, step.Rationale.EN)
			}
		}
	}

	next := assess.New(sa2v31.Catalog().Ref())
	fmt.Println("filled in:", inf.Fill(next))
	from := next.Answers[0].Inferred.From[0]
	fmt.Println("from:", from.Catalog.Ref(), from.Item, from.State)
	// Output:
	// 1 met, 0 unmet, 26 open
	// 11 is met, because 6 of sa1@4.0 is met: Both want copies; the article asks more.
	// filled in: [11]
	// from: sa1@4.0 6 met
}

// A year later a measure is in place, another one is not any more, and a contract that was shown has run out.
func ExampleCompare() {
	before, after := assess.New(sa2v31.Catalog().Ref()), assess.New(sa2v31.Catalog().Ref())
	before.Subject.Name, before.AssessedOn = "架空商店", "2025-11-20"
	after.Subject.Name, after.AssessedOn = "架空商店", "2026-11-22"
	before.Set(assess.Answer{Item: "1", State: catalog.Met})
	before.Set(assess.Answer{Item: "11", State: catalog.Unmet})
	before.Set(assess.Answer{Item: "16", State: catalog.Unknown})
	after.Set(assess.Answer{Item: "1", State: catalog.Partial})
	after.Set(assess.Answer{Item: "11", State: catalog.Met, Evidence: []assess.Evidence{{Title: "contract", Expires: "2026-09-30"}}})
	after.Set(assess.Answer{Item: "16", State: catalog.Unmet})
	a, _ := assess.Check(before, sa2v31.Catalog())
	b, _ := assess.Check(after, sa2v31.Catalog())

	m, problems := score.Compare(a, b, score.CompareOptions{At: "2026-11-22"})
	if !problems.OK() {
		fmt.Println(problems)
		return
	}
	for _, i := range m.Items {
		if i.Trend != score.Same {
			fmt.Printf("%s %s: %s, then %s\n", i.Item, i.Trend, i.Before, i.After)
		}
	}
	for _, l := range m.Lapses {
		fmt.Printf("%s: %s since %s\n", l.Item, l.Reason, l.On)
	}
	fmt.Printf("at least %d points, then at least %d\n", m.Points.Before.Low, m.Points.After.Low)
	fmt.Println("got worse:", m.GotWorse)
	// Output:
	// 1 worse: met, then partial
	// 11 better: unmet, then met
	// 16 clearer: unknown, then unmet
	// 11: evidence-expired since 2026-10-01
	// at least 4 points, then at least 6
	// got worse: true
}

// Two editions of a scheme are compared over the record of what changed. What the later one added is new, and nobody's
// fault.
func ExampleCompare_editions() {
	edition := func(version, more string) *catalog.Checked {
		c, problems := catalog.Load([]byte(`{"format": "hoshitori/catalog/1", "id": "shop", "version": "`+version+`", "status": "final",
			"title": {"ja": "店の点検", "en": "Shop check"}, "publisher": "架空の団体", "sources": [{"id": "doc", "title": "手引き"}],
			"choices": [{"state": "met", "label": {"ja": "はい", "en": "Yes"}, "advice": {"ja": "続ける。", "en": "Go on."}},
				{"state": "unmet", "label": {"ja": "いいえ", "en": "No"}, "advice": {"ja": "始める。", "en": "Begin."}}],
			"levels": [{"id": "1", "title": {"ja": "星一つ", "en": "One star"}, "rule": "all-met"}],
			"items": [{"id": "lock", "kind": "criterion", "level": "1", "text": {"ja": "鍵", "en": "Locks"}, "source": {"id": "doc"}}`+more+`]}`), digest.SHA256)
		if !problems.OK() {
			panic(problems)
		}
		return c
	}
	old, new := edition("1", ""), edition("2", `, {"id": "copy", "kind": "criterion", "level": "1", "text": {"ja": "控え", "en": "Copies"}, "source": {"id": "doc"}}`)
	record, problems := catalog.LoadChanges([]byte(`{"format": "hoshitori/changes/1", "from": {"id": "shop", "version": "1"}, "to": {"id": "shop", "version": "2"},
		"author": {"ja": "架空の団体", "en": "A fictional association"}, "sources": [{"id": "doc", "title": "手引き"}],
		"changes": [
			{"kind": "kept", "from": ["lock"], "to": ["lock"], "rationale": {"ja": "同じ。", "en": "The same."}, "source": {"id": "doc", "confidence": "official"}},
			{"kind": "added", "to": ["copy"], "rationale": {"ja": "新しい。", "en": "New."}, "source": {"id": "doc", "confidence": "official"}}]}`), old, new)
	if !problems.OK() {
		fmt.Println(problems)
		return
	}
	route, _ := catalog.Route([]*catalog.Changes{record}, old.Ref(), new.Ref())
	before, after := assess.New(old.Ref()), assess.New(new.Ref())
	before.Set(assess.Answer{Item: "lock", State: catalog.Met})
	after.Set(assess.Answer{Item: "lock", State: catalog.Met})
	after.Set(assess.Answer{Item: "copy", State: catalog.Unmet})
	a, _ := assess.Check(before, old)
	b, _ := assess.Check(after, new)

	m, _ := score.Compare(a, b, score.CompareOptions{Route: route})
	for _, i := range m.Items {
		fmt.Println(i.Item, i.Trend)
	}
	fmt.Println("level", m.Levels[0].ID, m.Levels[0].After, m.Levels[0].Trend)
	fmt.Println("got worse:", m.GotWorse)
	// Output:
	// lock same
	// copy new
	// level 1 unmet new
	// got worse: false
}

// A form shows after each answer how far its reader has come.
func ExampleProgress() {
	d := assess.New(catalog.Ref{ID: "sa2", Version: "3.1"})
	d.Set(assess.Answer{Item: "1", State: catalog.Met})
	a, problems := assess.Check(d, sa2v31.Catalog())
	if !problems.OK() {
		fmt.Println(problems)
		return
	}
	done, points := score.Progress(a, score.Options{})
	fmt.Printf("%d of %d answered; between %d and %d points in the end\n", done.Total-done.Unanswered, done.Total, points.Low, points.High)
	// Output:
	// 1 of 27 answered; between 4 and 100 points in the end
}
