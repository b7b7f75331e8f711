package main

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/score"
)

// sampleExtension is written out, because extensions are written by people only.
const sampleExtension = `{
	"format": "hoshitori/extension/1", "id": "example-sector", "version": "1", "status": "draft",
	"title": {"ja": "みほん業界のカタログ", "en": "Catalogue of the example sector"}, "publisher": "みほん業界団体",
	"extends": {"id": "example", "version": "1"},
	"sources": [{"id": "sector", "title": "みほん業界の手引き"}],
	"items": [{"id": "s-1", "number": "s-1", "kind": "criterion", "level": "1",
		"text": {"ja": "配送先の名簿を鍵のかかる棚にしまっていますか。", "en": "Is the list of recipients kept in a locked cabinet?"},
		"source": {"id": "sector", "clause": "1"}}],
	"changes": [{"item": "1", "kind": "sharpened",
		"set": {"doneWhen": [{"ja": "14日以内に更新しています。", "en": "Updates are installed within 14 days."}],
			"thresholds": [{"id": "patch-days", "value": "14", "unit": "days", "better": "lower"}]},
		"rationale": {"ja": "期限を決めました。", "en": "It sets a limit."}, "source": {"id": "sector", "clause": "2"}}]
}`

// addExtension adds an extension of the sample catalogue, the crosswalk between the two, and what answers to the extension
// decide in the base.
func (s *samples) addExtension(base *catalog.Checked) error {
	e, problems := catalog.ParseExtension([]byte(sampleExtension))
	if err := problems.Err(); err != nil {
		return err
	}
	sector, source, problems := catalog.Compile(e, base, nil)
	if err := problems.Err(); err != nil {
		return err
	}
	crosswalk, problems := catalog.CheckCrosswalk(source, sector, base)
	if err := problems.Err(); err != nil {
		return err
	}
	d := assess.New(sector.Ref())
	d.Set(assess.Answer{Item: "1", State: catalog.Met})
	a, problems := assess.Check(d, sector)
	inference := score.Infer([]*assess.Checked{a}, base, score.Links{Crosswalks: []*catalog.Crosswalk{crosswalk}}, score.InferOptions{})
	s.extension, s.crosswalk, s.inference = []byte(sampleExtension), crosswalk.JSON(), inference.JSON()
	return problems.Err()
}
