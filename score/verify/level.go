package verify

import (
	"strconv"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/score"
)

// levelOf works out what a level must say: each rule over the items of the level and below.
func (k *checker) levelOf(index int) score.Level {
	l := k.levels[index]
	out := score.Level{ID: l.ID, Assurance: score.Self}
	root := score.Node{ID: "level/" + l.ID, Kind: score.NodeVerdict, Rule: "all", Clause: clauseOf(l.Clause)}
	for _, rule := range l.Rules {
		node := score.Node{ID: root.ID + "/" + rule.String(), Kind: score.NodeRule, Rule: rule.String()}
		for _, i := range k.items {
			if i.level <= index && rule.AppliesTo(i.Kind) {
				node.Children = append(node.Children, i.leaf(score.NodeItem, node.ID+"/", i.under(rule).String(), rule.String()))
			}
		}
		node.Value = all(node.Children)
		root.Children = append(root.Children, node)
	}
	root.Value = all(root.Children)
	out.Explanation = root
	out.Criteria = map[string]score.Outcome{"met": score.OutcomeMet, "open": score.OutcomeOpen, "unmet": score.OutcomeUnmet}[root.Value]
	k.count(&out, l, index)
	confirmed := k.confirmed(index)
	if confirmed {
		out.Assurance = score.ExpertConfirmed
	}
	for _, need := range l.Needs {
		if !k.shown(need, l, confirmed) {
			out.Remaining = append(out.Remaining, need)
		}
	}
	return out
}

// all is the verdict over several: unmet if one is unmet, else open if one is open, else met.
func all(nodes []score.Node) string {
	verdict := "met"
	for _, n := range nodes {
		if n.Value == "unmet" || n.Value == "open" && verdict == "met" {
			verdict = n.Value
		}
	}
	return verdict
}

// count counts every item once, under all the rules of the level that look at it.
func (k *checker) count(out *score.Level, l catalog.Level, index int) {
	for _, i := range k.items {
		var under []score.Node
		for _, rule := range l.Rules {
			if i.level <= index && rule.AppliesTo(i.Kind) {
				under = append(under, score.Node{Value: i.under(rule).String()})
			}
		}
		if len(under) == 0 {
			continue
		}
		out.Total++
		switch all(under) {
		case "met":
			out.Met++
		case "unmet":
			out.Unmet++
			out.Blocking = append(out.Blocking, i.ID)
		case "open":
			out.Open++
			if out.Criteria == score.OutcomeOpen {
				out.Deciding = append(out.Deciding, i.ID)
			}
		}
	}
}

// confirmed: an expert, named and dated, looked at the answers and has no reservation about an item of the level.
func (k *checker) confirmed(index int) bool {
	confirmation, ok := k.a.Confirmation()
	for _, i := range k.items {
		if i.level <= index && i.finding != assess.VerdictUnstated && i.finding != assess.Accepted {
			return false
		}
	}
	return ok && confirmation.Expert.Name != "" && confirmation.Date != ""
}

// shown reports whether the assessment file shows that a need is fulfilled. No file shows a declaration with the body
// that runs the scheme, or a third party's evaluation.
func (k *checker) shown(need catalog.Need, l catalog.Level, confirmed bool) bool {
	declaration, declared := k.a.Declaration()
	switch need {
	case catalog.NeedExpertConfirmation:
		return confirmed
	case catalog.NeedDeclaration:
		declared = declared && declaration.Name != "" && declaration.Date != ""
		for _, other := range l.Needs {
			if other == catalog.NeedExpertConfirmation { // management declares what the expert confirmed, not earlier
				confirmation, _ := k.a.Confirmation()
				declared = declared && confirmed && declaration.Date >= confirmation.Date
			}
		}
		return declared
	}
	return false
}

func (k *checker) level(pointer string, got, want score.Level) {
	k.same(VerdictKind, pointer+"/criteria", got.Criteria.String(), want.Criteria.String())
	k.equal(pointer+"/total", got.Total, want.Total)
	k.equal(pointer+"/met", got.Met, want.Met)
	k.equal(pointer+"/unmet", got.Unmet, want.Unmet)
	k.equal(pointer+"/open", got.Open, want.Open)
	ids(k, pointer+"/blocking", got.Blocking, want.Blocking)
	ids(k, pointer+"/deciding", got.Deciding, want.Deciding)
	ids(k, pointer+"/remaining", needs(got.Remaining), needs(want.Remaining))
	k.same(AssuranceKind, pointer+"/assurance", got.Assurance.String(), want.Assurance.String())
	k.tree(pointer+"/explanation", got.Explanation, want.Explanation)
}

func needs(list []catalog.Need) (out []string) {
	for _, n := range list {
		out = append(out, n.String())
	}
	return out
}

// ids compares lists that hold nothing but ids.
func ids[S ~string](k *checker, pointer string, got, want []S) {
	matched(k, pointer, got, want, func(s S) string { return string(s) }, func(string, S, S) {})
}

func (k *checker) equal(pointer string, got, want int) {
	k.same(CountKind, pointer, strconv.Itoa(got), strconv.Itoa(want))
}
