package verify

import (
	"strconv"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/score"
)

// Result checks a result against the assessment and its catalogue. The list is empty if every claim of the result holds.
// The pointer of a problem leads into the result file.
//
// The rules, in order:
//
//  1. The result names this catalogue, in this state and with this digest, and a target that the assessment allows. If
//     not, nothing else is looked at.
//  2. Completeness and sections count the items of the target level and below.
//  3. Points are there if and only if the catalogue has them. Every question stands in the tree once, with its answers,
//     its state and the points of that state; sections and score are the sums; bounds are those of all completions; the
//     bands are those of the catalogue's table.
//  4. Every level is there, with each of its rules, each item under that rule, and the counts, lists and verdict that
//     follow; what remains beside the criteria, and whose word it is, follow from the assessment.
//  5. The gaps are the unsettled items in scope, each once, in the order that [score.Evaluate] promises.
func Result(a *assess.Checked, r score.Result) problem.List {
	c := a.Catalog()
	k := &checker{a: a, c: c, levels: c.Levels()}
	if !k.head(r) {
		return k.r.Problems()
	}
	for index, i := range c.Items() {
		k.items = append(k.items, itemOf(a, index, i))
	}
	k.completeness(r.Completeness)
	matched(k, "/sections", r.Sections, k.sectionsOf(), func(s score.Section) string { return s.ID }, k.section)
	var want []score.Level
	for index := range k.levels {
		want = append(want, k.levelOf(index))
	}
	matched(k, "/levels", r.Levels, want, func(l score.Level) string { return l.ID }, k.level)
	explanation := want[k.scope].Explanation
	if (r.Points != nil) != c.HasPoints() {
		k.report(NoPointsKind, "/points", "", "")
	}
	if c.HasPoints() {
		points, tree := k.pointsTree()
		if r.Points != nil {
			k.points(*r.Points, points)
		}
		explanation = tree
	}
	k.tree("/explanation", r.Explanation, explanation)
	matched(k, "/gaps", r.Gaps, k.gapsOf(r.Target), func(g score.Gap) string { return string(g.Item) }, k.gap)
	return k.r.Problems()
}

type checker struct {
	a      *assess.Checked
	c      *catalog.Checked
	r      jsondoc.Reader // caps the list, so that a hostile result cannot fill the memory
	levels []catalog.Level
	scope  int // index of the highest level that counts, sections and gaps speak of
	items  []*item
}

func (k *checker) report(kind *problem.Kind, pointer, got, want string) {
	k.r.Report(kind, problem.Position{}, pointer, lang.Value("got", got), lang.Value("want", want))
}

func (k *checker) same(kind *problem.Kind, pointer, got, want string) {
	if got != want {
		k.report(kind, pointer, got, want)
	}
}

// head checks what the result is about, and finds the scope.
func (k *checker) head(r score.Result) bool {
	ref := k.c.Ref()
	k.same(CatalogKind, "/catalog/id", string(r.Catalog.ID), string(ref.ID))
	k.same(CatalogKind, "/catalog/version", string(r.Catalog.Version), string(ref.Version))
	k.same(CatalogKind, "/catalog/status", r.Catalog.Status.String(), k.c.Status().String())
	k.same(CatalogKind, "/catalog/supersededBy", string(r.Catalog.SupersededBy), string(k.c.SupersededBy()))
	if k.c.Digest() != "" {
		k.same(CatalogKind, "/catalog/digest", r.Catalog.Digest, k.c.Digest())
	}
	if r.Combine != score.Worst {
		k.report(CombineKind, "/combine", "", "")
	}
	allowed, known := "", r.Target == "" && k.a.Target() == ""
	k.scope = len(k.levels) - 1
	for index, l := range k.levels {
		if index > 0 {
			allowed += ", "
		}
		allowed += l.ID
		if l.ID == r.Target {
			k.scope, known = index, true
		}
	}
	if !known {
		k.report(TargetKind, "/target", r.Target, allowed)
	}
	return len(k.r.Problems()) == 0
}

func (k *checker) completeness(got score.Completeness) {
	var want score.Completeness
	for _, i := range k.items {
		if i.level > k.scope {
			continue
		}
		want.Total++
		switch i.state {
		case catalog.Unanswered:
			want.Unanswered++
		case catalog.Unknown:
			want.Unknown++
		case catalog.NotApplicable:
			want.NotApplicable++
		default:
			want.Answered++
		}
	}
	k.equal("/completeness/total", got.Total, want.Total)
	k.equal("/completeness/answered", got.Answered, want.Answered)
	k.equal("/completeness/unknown", got.Unknown, want.Unknown)
	k.equal("/completeness/unanswered", got.Unanswered, want.Unanswered)
	k.equal("/completeness/notApplicable", got.NotApplicable, want.NotApplicable)
}

// sectionsOf counts, for each section, the items in scope that stand in it or below it.
func (k *checker) sectionsOf() (out []score.Section) {
	above := map[string]string{}
	for _, s := range k.c.Sections() {
		above[s.ID] = s.Parent
	}
	for _, s := range k.c.Sections() {
		var by [catalog.Compensated + 1]int
		total := 0
		for _, i := range k.items {
			for id := i.Section; id != "" && i.level <= k.scope; id = above[id] {
				if id == s.ID {
					by[i.state]++
					total++
				}
			}
		}
		if total > 0 {
			out = append(out, score.Section{ID: s.ID, Total: total, Met: by[catalog.Met], Partial: by[catalog.Partial],
				Unmet: by[catalog.Unmet], Unknown: by[catalog.Unknown], Unanswered: by[catalog.Unanswered],
				NotApplicable: by[catalog.NotApplicable], Compensated: by[catalog.Compensated]})
		}
	}
	return out
}

func (k *checker) section(pointer string, got, want score.Section) {
	k.equal(pointer+"/total", got.Total, want.Total)
	k.equal(pointer+"/met", got.Met, want.Met)
	k.equal(pointer+"/partial", got.Partial, want.Partial)
	k.equal(pointer+"/unmet", got.Unmet, want.Unmet)
	k.equal(pointer+"/unknown", got.Unknown, want.Unknown)
	k.equal(pointer+"/unanswered", got.Unanswered, want.Unanswered)
	k.equal(pointer+"/notApplicable", got.NotApplicable, want.NotApplicable)
	k.equal(pointer+"/compensated", got.Compensated, want.Compensated)
}

func (k *checker) points(got, want score.Points) {
	for _, c := range []struct {
		name      string
		got, want int64
	}{{"score", got.Score, want.Score}, {"low", got.Low, want.Low}, {"high", got.High, want.High}, {"max", got.Max, want.Max}} {
		k.same(PointsKind, "/points/"+c.name, strconv.FormatInt(c.got, 10), strconv.FormatInt(c.want, 10))
	}
	k.same(BandKind, "/points/band", got.Band, want.Band)
	k.same(BandKind, "/points/bandLow", got.BandLow, want.BandLow)
	k.same(BandKind, "/points/bandHigh", got.BandHigh, want.BandHigh)
}
