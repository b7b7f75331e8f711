package render

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

var (
	wordInferredCount = lang.Text{JA: "答えのうち{count}件は、ほかの診断の答えから決めました。だれかが答えたものではありません。使う前に確かめてください。",
		EN: "{count} of the answers follow from answers to other checks; nobody gave them. Look at them before you rely on them."}
	wordInferredFrom = lang.Text{JA: "{items}の答えから決まりました。", EN: "Follows from the answers to {items}."}
)

// inferredNotices says how many answers nobody gave.
func inferredNotices(d *assess.Document, l lang.Lang) []string {
	n := 0
	for _, a := range d.Answers {
		if a.Inferred != nil {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []string{wordInferredCount.Fill([]lang.Arg{lang.Value("count", count(n))}).In(l)}
}

// inferredNote says which answers an inferred one rests on.
func inferredNote(i *assess.Inferred, l lang.Lang) string {
	items := ""
	for n, from := range i.From {
		if n > 0 {
			items += wordAnd.In(l)
		}
		items += itemName(from.Catalog.Ref(), from.Item, l)
	}
	return wordInferredFrom.Fill([]lang.Arg{lang.Value("items", items)}).In(l)
}
