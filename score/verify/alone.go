package verify

import (
	"slices"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/score"
)

// Alone checks a result without the assessment that it was made from: against the answers that its own explanation
// cites, and, for items that no rule and no sum looks at, against its gaps. It finds whatever does not follow from those.
// That the answers were given, and that an expert confirmed or management declared them, only the assessment can show.
func Alone(c *catalog.Checked, r score.Result) problem.List {
	a, problems := assess.Check(cited(c, r), c)
	if !problems.OK() {
		k := &checker{c: c}
		for _, p := range problems {
			k.report(AnswerKind, "/explanation", p.Text(0), c.Ref().String())
		}
		return k.r.Problems()
	}
	return Result(a, r)
}

// cited puts the assessment together that a result speaks of.
func cited(c *catalog.Checked, r score.Result) *assess.Document {
	d := assess.New(c.Ref())
	if _, ok := c.LevelIndex(r.Target); ok {
		d.Target = r.Target
	}
	leaves := map[catalog.ItemID]score.Node{}
	collect(leaves, r.Explanation)
	for _, l := range r.Levels {
		collect(leaves, l.Explanation)
	}
	confirmation := assess.Confirmation{}
	for _, item := range c.Items() {
		leaf, ok := leaves[item.ID]
		if !ok {
			leaf.Given = []score.Given{{State: stateOf(r.Gaps, item.ID)}}
		}
		for _, g := range leaf.Given {
			cite(d, item.ID, g)
		}
		for _, v := range []assess.Verdict{assess.Accepted, assess.Rejected, assess.Unclear} {
			if leaf.Finding == v.String() {
				confirmation.Findings = append(confirmation.Findings, assess.Finding{Item: item.ID, Verdict: v})
			}
		}
	}
	claimed := func(need catalog.Need) bool {
		return slices.ContainsFunc(c.Levels(), func(l catalog.Level) bool {
			i := slices.IndexFunc(r.Levels, func(of score.Level) bool { return of.ID == l.ID })
			return i >= 0 && slices.Contains(l.Needs, need) && !slices.Contains(r.Levels[i].Remaining, need)
		})
	}
	if claimed(catalog.NeedExpertConfirmation) || slices.ContainsFunc(r.Levels, func(l score.Level) bool { return l.Assurance == score.ExpertConfirmed }) {
		confirmation.Expert.Name, confirmation.Date = "as claimed", "0001-01-01"
	}
	if confirmation.Expert.Name != "" || len(confirmation.Findings) > 0 {
		d.Confirmation = &confirmation
	}
	if claimed(catalog.NeedDeclaration) {
		d.Declaration = &assess.Declaration{Name: "as claimed", Date: "9999-12-31"}
	}
	return d
}

func collect(leaves map[catalog.ItemID]score.Node, n score.Node) {
	if _, twice := leaves[n.Item]; n.Item != "" && !twice {
		leaves[n.Item] = n
	}
	for _, child := range n.Children {
		collect(leaves, child)
	}
}

// stateOf is the state of an item that only the gaps speak of; one that is no gap is met.
func stateOf(gaps []score.Gap, id catalog.ItemID) catalog.State {
	for _, g := range gaps {
		if g.Item == id {
			return g.State
		}
	}
	return catalog.Met
}

// cite adds an answer. One that is cited twice stays as it was cited first; the tree is checked against it.
func cite(d *assess.Document, item catalog.ItemID, g score.Given) {
	if _, twice := d.Answer(item, g.Respondent); twice || g.State == catalog.Unanswered {
		return
	}
	answer := assess.Answer{Item: item, State: g.State, Respondent: g.Respondent}
	if assess.NeedsReason(g.State) {
		answer.Reason.Code = "cited"
	}
	d.Set(answer)
	if g.Respondent != "" && !slices.ContainsFunc(d.Respondents, func(r assess.Respondent) bool { return r.ID == g.Respondent }) {
		d.Respondents = append(d.Respondents, assess.Respondent{ID: g.Respondent})
	}
}
