// Package score turns a checked assessment into an exact and explained result: points with bounds, a band, a verdict for
// every level, counts, and gaps in the order in which they are worth closing.
//
//	r := score.Evaluate(a, score.Options{})
//	fmt.Println(r.Points.Score, r.Points.Low, r.Points.High) // 74 76 84
//	for _, g := range r.Gaps[:3] {
//		fmt.Println(g.Item, g.State)
//	}
//
// Three things set its results apart. Unknown means an interval: while answers are unknown or missing, score, band and
// verdict come with bounds that some completion of the answers reaches. Every number explains itself: the result carries
// a tree from the band down to the clause of the source, and package score/verify re-checks that tree without this
// package. And nothing is claimed too early: [Level.Remaining] names what the scheme still asks before a star may be
// claimed, and is not empty because the criteria are met.
//
// # What it is not for
//
// A catalogue without points has verdicts, counts and lists. There is no percentage of readiness, because no scheme
// defines one.
//
// # Compatibility
//
// [Result.JSON] is "hoshitori/result/1" in canonical form: the same answers give the same bytes, in Go and in the
// browser, in every release of version 1, except for fields that are added.
package score
