package plain

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// The headings and phrases of this package.
var (
	wordScore     = lang.Text{JA: "点数", EN: "Score"}
	wordBand      = lang.Text{JA: "区分：{band}", EN: "Band: {band}"}
	wordProgress  = lang.Text{JA: "進み具合", EN: "Progress"}
	wordLevels    = lang.Text{JA: "条件はそろったか", EN: "Are the criteria met?"}
	wordSections  = lang.Text{JA: "分野ごと", EN: "By section"}
	wordPoints    = lang.Text{JA: "{points}点", EN: "{points} points"}
	wordOf        = lang.Text{JA: "{score}／{max}点", EN: "{score} of {max}"}
	wordMayBecome = lang.Text{JA: "残りが決まると{low}～{high}点", EN: "{low} to {high} once the rest is known"}
	wordOpenItems = lang.Text{JA: "わからない {unknown}・未回答 {unanswered}", EN: "{unknown} unknown, {unanswered} not answered"}
	wordOther     = lang.Text{JA: "対象外など {count}", EN: "{count} other"}
	wordMetOf     = lang.Text{JA: "{total}項目のうち{met}項目を実施", EN: "{met} of {total} in place"}
	wordFirst     = lang.Text{JA: "まず、ここから", EN: "Begin here"}
	wordNext      = lang.Text{JA: "次にすること", EN: "What to do next"}
	wordNoGap     = lang.Text{JA: "この診断で残っている項目はありません。", EN: "Nothing is left open in this check."}
	wordAnswerNow = lang.Text{JA: "いまの答え：{answer}", EN: "Answer now: {answer}"}
	wordWhyInline = lang.Text{JA: "なぜ：{why}", EN: "Why: {why}"}
	wordStep      = lang.Text{JA: "最初の一歩：{step}", EN: "First step: {step}"}

	wordWhy         = lang.Text{JA: "なぜ大切か", EN: "Why it matters"}
	wordDone        = lang.Text{JA: "「{label}」といえるのは（すべて当てはまるとき）", EN: "What counts as \"{label}\" (all of it)"}
	wordPartly      = lang.Text{JA: "「{label}」にとどまるのは", EN: "What is only \"{label}\""}
	wordDrillDown   = lang.Text{JA: "もう一歩の確認", EN: "Ask once more"}
	wordEvidence    = lang.Text{JA: "示せるものの例", EN: "What you could show"}
	wordFirstStep   = lang.Text{JA: "最初の一歩（費用なし）", EN: "First step (free of charge)"}
	wordClause      = lang.Text{JA: "出典：{clause}", EN: "Source: {clause}"}
	wordLevel       = lang.Text{JA: "段階：{level}から", EN: "Level: {level} and above"}
	wordField       = lang.Text{JA: "種類：{field}", EN: "Kind: {field}"}
	wordRecurs      = lang.Text{JA: "くり返し：{recurs}", EN: "Due again: {recurs}"}
	wordOptions     = lang.Text{JA: "選べるやり方", EN: "Ways to do it"}
	wordNotes       = lang.Text{JA: "あわせて知っておくこと", EN: "Good to know"}
	wordEntrySource = lang.Text{JA: "出典{number} {clause} [{confidence}]", EN: "Source {number}, {clause} [{confidence}]"}
	wordLookAgain   = lang.Text{JA: "{date}より後は、変わっていないかを確かめてください。", EN: "After {date}, check whether anything has changed."}
	wordAsOf        = lang.Text{JA: "{date}時点（地域：{region}）", EN: "As of {date} (region {region})"}
	wordTerms       = lang.Text{JA: "ことばの説明", EN: "Words explained"}

	wordSuccessor   = lang.Text{JA: "{status}（いまは{next}版）", EN: "{status} by {next}"}
	wordPublished   = lang.Text{JA: "公開日：{date}", EN: "Published: {date}"}
	wordDigest      = lang.Text{JA: "このデータの指紋：{digest}", EN: "Digest of this data: {digest}"}
	wordChoices     = lang.Text{JA: "答えと配点", EN: "Answers and points"}
	wordChoicesOnly = lang.Text{JA: "答え", EN: "Answers"}
	wordBands       = lang.Text{JA: "点数の区分", EN: "Bands"}
	wordFrom        = lang.Text{JA: "{min}点以上", EN: "{min} or more"}
	wordBelow       = lang.Text{JA: "{min}点未満", EN: "under {min}"}
	wordRules       = lang.Text{JA: "条件：{rules}", EN: "Criteria: {rules}"}
	wordNeeds       = lang.Text{JA: "そのほかに要ること：{needs}", EN: "Also needed: {needs}"}
	wordFacts       = lang.Text{JA: "この診断と制度について", EN: "About this check and its scheme"}
	wordFactBasis   = lang.Text{JA: "［{basis}］", EN: "[{basis}]"}
	wordSources     = lang.Text{JA: "出典", EN: "Sources"}
	wordItems       = lang.Text{JA: "項目（{count}）", EN: "Items ({count})"}
	wordConditions  = lang.Text{JA: "段階の条件", EN: "Conditions of the level"}

	wordColumnName   = lang.Text{JA: "名前", EN: "Name"}
	wordColumnStatus = lang.Text{JA: "状態", EN: "Status"}
	wordColumnItems  = lang.Text{JA: "項目", EN: "Items"}
	wordColumnTitle  = lang.Text{JA: "内容", EN: "Title"}

	wordProofOfScore = lang.Text{JA: "点数の根拠", EN: "How the score comes about"}
	wordProofOfLevel = lang.Text{JA: "{level}の条件の根拠", EN: "How the verdict on {level} comes about"}
	wordProofBand    = lang.Text{JA: "区分：{band}", EN: "Band: {band}"}
	wordProofBands   = lang.Text{JA: "残りの答えしだいで「{low}」から「{high}」まで。", EN: "Depending on the rest, from \"{low}\" to \"{high}\"."}
	wordProofScore   = lang.Text{JA: "合計：{value}", EN: "Sum: {value}"}
	wordProofRange   = lang.Text{JA: "{points}点（残りが決まると{low}～{high}点）", EN: "{points} points ({low} to {high} once the rest is known)"}
	wordProofLeaf    = lang.Text{JA: "{answer} → {value}", EN: "{answer} → {value}"}
	wordProofVerdict = lang.Text{JA: "判定：{verdict}", EN: "Verdict: {verdict}"}
	wordProofRule    = lang.Text{JA: "規則：{rule}", EN: "Rule: {rule}"}
	wordProofGiven   = lang.Text{JA: "回答：{given}。いちばん低い答えを採ります。", EN: "Answers: {given}. The lowest one counts."}
	wordNobody       = lang.Text{JA: "（回答者の記載なし）", EN: "(no respondent named)"}
	wordUnanswered   = lang.Text{JA: "未回答", EN: "Not answered"}
	wordListComma    = lang.Text{JA: "、", EN: ", "}
)

// ruleWords are the rules of levels and of explanations.
var ruleWords = map[string]lang.Text{
	"all-met":       {JA: "すべての項目を実施している", EN: "every item is met"},
	"all-answered":  {JA: "すべての質問に「わからない」以外で答えている", EN: "every question has an answer other than \"don't know\""},
	"conditions":    {JA: "段階の条件がそろっている", EN: "the conditions of the level are met"},
	"all":           {JA: "下の規則がすべて満たされること", EN: "all of the rules below hold"},
	"band-of-score": {JA: "点数が届いた、いちばん上の区分", EN: "the highest band whose minimum the score reaches"},
	"sum":           {JA: "下の点を足したもの", EN: "the points below added up"},
	"choice-points": {JA: "答えの配点", EN: "the points of the answer"},
	"unanswered":    {JA: "まだ答えがないので数えない", EN: "not answered, so nothing is counted yet"},
	"waits":         {JA: "専門家が認めるまで数えない", EN: "nothing is counted until an expert accepts it"},
	"rejected":      {JA: "専門家が認めなかったので「実施していない」として数える", EN: "rejected by an expert, so counted as not in place"},
}

// outcomeWords are the outcomes of criteria, rules and items.
var outcomeWords = map[string]lang.Text{
	"met":   {JA: "そろっている", EN: "met"},
	"open":  {JA: "まだ決まらない", EN: "open"},
	"unmet": {JA: "そろっていない", EN: "not met"},
}

var findingWords = map[string]lang.Text{
	"accepted": {JA: "専門家が認めました。", EN: "An expert accepted it."},
	"rejected": {JA: "専門家は認めませんでした。", EN: "An expert rejected it."},
	"unclear":  {JA: "専門家も判断できませんでした。", EN: "The expert could not tell."},
}

var fieldWords = map[catalog.Field]lang.Text{
	catalog.Organizational: {JA: "組織", EN: "organisation"},
	catalog.Human:          {JA: "人", EN: "people"},
	catalog.Technical:      {JA: "技術", EN: "technology"},
	catalog.Physical:       {JA: "物理", EN: "premises"},
}

// say returns a phrase in a language with its names replaced by values, given in turn.
func say(l lang.Lang, t lang.Text, pairs ...string) string {
	args := make([]lang.Arg, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args = append(args, lang.Value(pairs[i], pairs[i+1]))
	}
	return t.Fill(args).In(l)
}
