package render

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/score"
)

var (
	wordPathMet      = lang.Text{JA: "{premises}ので、{conclusion}を満たしています（{by}）。", EN: "Because {premises}, {conclusion} is met ({by})."}
	wordPathNot      = lang.Text{JA: "{premises}ので、{conclusion}は満たせません（{by}）。", EN: "Because {premises}, {conclusion} is not met ({by})."}
	wordGivenMet     = lang.Text{JA: "{item}を「している」と答えた", EN: "{item} was answered with met"}
	wordGivenPartial = lang.Text{JA: "{item}を「一部だけ」と答えた", EN: "{item} was answered with partial"}
	wordGivenUnmet   = lang.Text{JA: "{item}を「していない」と答えた", EN: "{item} was answered with unmet"}
	wordFollowsMet   = lang.Text{JA: "{item}を満たしている", EN: "{item} is met"}
	wordFollowsNot   = lang.Text{JA: "{item}を満たしていない", EN: "{item} is not met"}
	wordItemOf       = lang.Text{JA: "{catalog}の{item}", EN: "{catalog} {item}"}
	wordAnd          = lang.Text{JA: "、", EN: " and "}
	wordCrosswalk    = lang.Text{JA: "対応表 {name}", EN: "crosswalk {name}"}
	wordChangeRecord = lang.Text{JA: "変更の記録 {name}", EN: "change record {name}"}
)

// PathText says in sentences how a verdict was inferred: one for each step, with the reason that its author gives.
func PathText(steps []score.Step, l lang.Lang) []string {
	var out []string
	for _, s := range steps {
		premises := ""
		for i, p := range s.Premises {
			if i > 0 {
				premises += wordAnd.In(l)
			}
			premises += knownText(p, l)
		}
		word, by := wordPathNot, wordCrosswalk
		if s.Conclusion.Met {
			word = wordPathMet
		}
		if s.Record {
			by = wordChangeRecord
		}
		sentence := word.Fill([]lang.Arg{lang.Value("premises", premises), lang.Value("conclusion", knownName(s.Conclusion, l)),
			lang.Value("by", by.Fill([]lang.Arg{lang.Value("name", s.By)}).In(l))}).In(l)
		if l == lang.EN {
			sentence += " "
		}
		out = append(out, sentence+s.Rationale.In(l))
	}
	return out
}

func knownName(k score.Known, l lang.Lang) string { return itemName(k.Catalog, k.Item, l) }

// itemName names an item of a catalogue among those of others.
func itemName(ref catalog.Ref, item catalog.ItemID, l lang.Lang) string {
	return wordItemOf.Fill([]lang.Arg{lang.Value("catalog", ref.String()), lang.Value("item", string(item))}).In(l)
}

func knownText(k score.Known, l lang.Lang) string {
	word := wordFollowsNot
	switch {
	case k.Given && k.State == catalog.Partial:
		word = wordGivenPartial
	case k.Given && k.State == catalog.Unmet:
		word = wordGivenUnmet
	case k.Given && k.Met:
		word = wordGivenMet
	case k.Met:
		word = wordFollowsMet
	}
	return word.Fill([]lang.Arg{lang.Value("item", knownName(k, l))}).In(l)
}
