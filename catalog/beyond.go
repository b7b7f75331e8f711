package catalog

import (
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// beyond adds to the problems of a file's form those of its meaning that are about other values. What could not be read
// means nothing: a second problem with the same value, or with a part of it, would only repeat the first, and what follows
// from the absence of something may follow from its not having been read.
func beyond(form, meaning problem.List) problem.List {
	all := form
	for _, m := range meaning {
		if !told(form, m.Pointer) && (form.OK() || !slices.Contains(fromAbsence, m.Kind)) {
			all = append(all, m)
		}
	}
	all.Sort()
	return all
}

// fromAbsence are the kinds of problem that conclude from what is not there.
var fromAbsence = []*problem.Kind{LevelRuleKind, PointsKind, PointsOrderKind, BandsKind, BandsWithoutPointsKind, ChoiceMissingKind, RequirementKind}

func told(problems problem.List, pointer string) bool {
	for _, p := range problems {
		at := p.Pointer
		if p.Kind == jsondoc.MissingKind {
			at += "/" + p.Args[0].Text.EN // the name of what is missing
		}
		if at != "" && (pointer == at || strings.HasPrefix(pointer, at+"/")) {
			return true
		}
	}
	return false
}
