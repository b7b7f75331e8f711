package main

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/score"
)

// addEdition adds what the next edition of the sample catalogue leads to: the change record, the report of the migration
// of the sample answers, and the comparison of them with later ones.
func (s *samples) addEdition(old *catalog.Checked, before *assess.Checked) error {
	next, problems := catalog.Check(sampleNextCatalog(), nil)
	if err := problems.Err(); err != nil {
		return err
	}
	changes, problems := catalog.CheckChanges(sampleChanges(old.Ref(), next.Ref()), old, next)
	if err := problems.Err(); err != nil {
		return err
	}
	migrated, migration := assess.Migrate(before, changes)
	migrated.Set(assess.Answer{Item: "2", State: catalog.Met, Respondent: "r1"})
	migrated.AssessedOn = "2027-11-19"
	after, problems := assess.Check(migrated, next)
	if err := problems.Err(); err != nil {
		return err
	}
	comparison, problems := score.Compare(before, after, score.CompareOptions{Route: []*catalog.Changes{changes}})
	s.changes, s.migration, s.comparison = changes.JSON(), migration.JSON(), comparison.JSON()
	return problems.Err()
}

func sampleNextCatalog() *catalog.Source {
	s := sampleCatalog()
	s.Version, s.Published = "2", "2027-04-01"
	s.Items = append(s.Items, catalog.Item{ID: "2", Number: "2", Kind: catalog.Criterion, Level: "1",
		Text:       catalog.Text{JA: "大切なデータの控えを、14日に一度は取っていますか。", EN: "Is important data copied at least every 14 days?"},
		Thresholds: []catalog.Threshold{{ID: "copy-days", Value: "14", Unit: "days", Better: catalog.LowerIsStricter}},
		Clause:     catalog.Clause{Document: "criteria", Clause: "2"}})
	return s
}

func sampleChanges(from, to catalog.Ref) *catalog.ChangesSource {
	clause := catalog.Clause{Document: "criteria", Clause: "1", Confidence: catalog.Official}
	return &catalog.ChangesSource{From: catalog.EditionOf(from), To: catalog.EditionOf(to), Author: sampleAuthor, Reviewed: "2027-04-10",
		Documents: []catalog.Document{{ID: "criteria", Title: "みほんの基準 第2版", Read: "2027-04-10"}},
		Changes: []catalog.Change{
			{Kind: catalog.Kept, From: []catalog.ItemID{"1"}, To: []catalog.ItemID{"1"}, Clause: clause,
				Rationale: catalog.Text{JA: "変わっていません。", EN: "Nothing has changed."}},
			{Kind: catalog.Added, To: []catalog.ItemID{"2"}, Clause: catalog.Clause{Document: "criteria", Clause: "2", Confidence: catalog.Official},
				Rationale: catalog.Text{JA: "第2版で加わりました。", EN: "The second edition added it."}},
		}}
}

var sampleAuthor = catalog.Text{JA: "みほん協会の分析", EN: "Analysis of the example association"}
