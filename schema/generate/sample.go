package main

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/score"
)

// samples are the examples of the schemas: a small catalogue with a guide, its next edition, an extension of it, answers,
// and what is computed of them.
type samples struct {
	catalog, assessment, result, guide, changes, crosswalk, extension, migration, inference, comparison []byte
}

func newSamples() (samples, error) {
	c, problems := catalog.Check(sampleCatalog(), nil)
	if err := problems.Err(); err != nil {
		return samples{}, err
	}
	d := sampleAssessment(c)
	a, problems := assess.Check(d, c)
	if err := problems.Err(); err != nil {
		return samples{}, err
	}
	result := score.Evaluate(a, score.Options{})
	s := samples{catalog: c.JSON(), assessment: d.JSON(), result: result.JSON(), guide: sampleGuide().JSON()}
	if err := s.addEdition(c, a); err != nil {
		return samples{}, err
	}
	return s, s.addExtension(c)
}

func sampleCatalog() *catalog.Source {
	return &catalog.Source{
		ID: "example", Version: "1", Status: catalog.Final, Publisher: "みほん協会", Published: "2026-04-01",
		Title:     catalog.Text{JA: "みほんのカタログ", EN: "Example catalogue"},
		Documents: []catalog.Document{{ID: "criteria", Title: "みほんの基準", URL: "https://www.example.jp/criteria.pdf", Read: "2026-11-21"}},
		Choices: []catalog.Choice{
			{State: catalog.Met, Label: catalog.Text{JA: "実施している", EN: "In place"}, Advice: catalog.Text{JA: "続けましょう。", EN: "Keep it up."}},
			{State: catalog.Unmet, Label: catalog.Text{JA: "実施していない", EN: "Not in place"}, Advice: catalog.Text{JA: "始めましょう。", EN: "Begin with it."}},
			{State: catalog.NotApplicable, Label: catalog.Text{JA: "当てはまらない", EN: "Does not apply"}, Advice: catalog.Text{JA: "理由を書きましょう。", EN: "Say why."}},
		},
		Levels: []catalog.Level{{ID: "1", Title: catalog.Text{JA: "一つ星", EN: "One star"}, Rules: []catalog.Rule{catalog.AllMet},
			Needs: []catalog.Need{catalog.NeedDeclare}}},
		Items: []catalog.Item{{ID: "1", Number: "1", Kind: catalog.Criterion, Level: "1",
			Text:   catalog.Text{JA: "パソコンを最新の状態にしていますか。", EN: "Are your computers kept up to date?"},
			Clause: catalog.Clause{Document: "criteria", Clause: "1"}}},
	}
}

func sampleGuide() *catalog.Guide {
	return &catalog.Guide{ID: "example-contacts", Version: "2026-04", Publisher: "みほん協会",
		Title:     catalog.Text{JA: "みほんの相談先", EN: "Example contacts"},
		About:     catalog.Text{JA: "みほんです。", EN: "An example."},
		Documents: []catalog.Document{{ID: "leaflet", Title: "みほんの案内", Read: "2026-11-21"}},
		Groups: []catalog.GuideGroup{{ID: "security", Title: catalog.Text{JA: "セキュリティ", EN: "Security"},
			Entries: []catalog.GuideEntry{{ID: "desk", Text: catalog.Text{JA: "困ったときの相談", EN: "Help in trouble"},
				Contact: catalog.Contact{Name: "みほん相談窓口", Region: "JP", URL: "https://www.example.jp/", AsOf: "2026-04"},
				Clause:  catalog.Clause{Document: "leaflet", Clause: "1", Confidence: catalog.Official}}}}}}
}

func sampleAssessment(c *catalog.Checked) *assess.Document {
	employees := int64(42)
	d := assess.New(c.Ref())
	d.Subject = assess.Subject{Name: "株式会社みほん製作所", Industry: "manufacturing", Employees: &employees}
	d.AssessedOn = "2026-11-21"
	d.Respondents = []assess.Respondent{{ID: "r1", Role: assess.Management, Site: "hq"}}
	d.Set(assess.Answer{Item: "1", State: catalog.NotApplicable, Respondent: "r1",
		Reason: assess.Reason{Code: "out_of_scope", Text: "パソコンを使っていません。"}})
	return d
}
