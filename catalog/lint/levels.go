package lint

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// levels compares each level with those below it.
func (l *linter) levels() {
	place := map[string]int{}
	for i := len(l.s.Levels) - 1; i >= 0; i-- {
		place[l.s.Levels[i].ID] = i
	}
	for i := range l.s.Levels {
		level, p := &l.s.Levels[i], pointerTo("levels", i)
		if slices.Contains(level.Rules, catalog.AllMet) && len(level.Rules) > 1 {
			l.report(RedundantRuleKind, p+"/rule")
		}
		if len(level.Rules) > 0 && !slices.ContainsFunc(level.Rules, canFail) {
			l.report(NeverUnmetKind, p+"/rule", lang.Value("level", level.ID))
		}
		if i == 0 {
			continue
		}
		below := &l.s.Levels[i-1]
		if sameSet(level.Rules, below.Rules) && sameSet(level.Needs, below.Needs) && !l.hasItem(place, i) {
			l.report(LevelAddsNothingKind, p, lang.Value("level", level.ID), lang.Value("lower", below.ID))
		}
		for j := i - 1; j >= 0; j-- {
			if !l.implies(place, i, j) {
				l.report(LevelSkipsKind, p+"/rule", lang.Value("level", level.ID), lang.Value("lower", l.s.Levels[j].ID))
				break
			}
		}
		for _, need := range below.Needs {
			if !covers(level.Needs, need) {
				l.report(LevelNeedsLessKind, p+"/needs", lang.Value("level", level.ID), lang.Value("lower", below.ID), lang.Value("need", need.String()))
			}
		}
	}
}

// canFail reports whether some answer makes a rule unmet. Without an answer all-answered is open and not unmet. That every
// item can be answered with met and unmet is what catalog.Check looks at.
func canFail(r catalog.Rule) bool { return r != catalog.AllAnswered }

func sameSet[E comparable](a, b []E) bool {
	within := func(x, y []E) bool {
		return !slices.ContainsFunc(x, func(e E) bool { return !slices.Contains(y, e) })
	}
	return within(a, b) && within(b, a)
}

// hasItem reports whether an item belongs to the level of that index and to none below.
func (l *linter) hasItem(place map[string]int, index int) bool {
	return slices.ContainsFunc(l.s.Items, func(item catalog.Item) bool {
		at, ok := place[item.Level]
		return ok && at == index
	})
}

// implies reports whether whoever meets the criteria of a level meets those of a lower level, too.
func (l *linter) implies(place map[string]int, higher, lower int) bool {
	rules := l.s.Levels[higher].Rules
	for i := range l.s.Items {
		item := &l.s.Items[i]
		if at, ok := place[item.Level]; !ok || at > lower {
			continue
		}
		for _, rule := range l.s.Levels[lower].Rules {
			if rule.AppliesTo(item.Kind) && !demanded(rules, rule, item.Kind) {
				return false
			}
		}
	}
	return true
}

// demanded reports whether rules ask of an item at least what one rule asks of it.
func demanded(rules []catalog.Rule, rule catalog.Rule, kind catalog.ItemKind) bool {
	return slices.ContainsFunc(rules, func(r catalog.Rule) bool {
		return r.AppliesTo(kind) && (r == rule || r != catalog.AllAnswered)
	})
}

// covers reports whether the needs of a level hold a need of the level below. A third party's evaluation takes the place of
// a self-assessment that an expert confirms and management signs.
func covers(needs []catalog.Need, need catalog.Need) bool {
	replaced := need == catalog.NeedExpertConfirmation || need == catalog.NeedDeclaration
	return slices.Contains(needs, need) || replaced && slices.Contains(needs, catalog.NeedThirdParty)
}
