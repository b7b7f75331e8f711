package render

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/score"
)

// The words that every output shares. Sentences are kept short, and none says that a star is held.

var needWords = []lang.Text{
	catalog.NeedDeclare:            {JA: "運営機関への自己宣言の手続き", EN: "declaring yourself with the body that runs the scheme"},
	catalog.NeedExpertConfirmation: {JA: "専門家による確認", EN: "confirmation by an expert"},
	catalog.NeedDeclaration:        {JA: "経営者による宣誓", EN: "the declaration by management"},
	catalog.NeedThirdParty:         {JA: "第三者による評価", EN: "evaluation by a third party"},
}

// reasonWords say why a step is worth taking: in a sentence, and where that says more than the answer itself, in a few
// words for where there is little room. They are a list, because the browser build would have to put a map together.
var reasonWords = []struct {
	code        score.ReasonCode
	full, brief lang.Text
}{
	{score.ReasonUnmet, lang.Text{JA: "まだ実施していません。", EN: "Not in place yet."}, lang.Text{}},
	{score.ReasonPartial, lang.Text{JA: "一部だけ実施しています。", EN: "In place only in part."}, lang.Text{}},
	{score.ReasonUnknown, lang.Text{JA: "まず、社内で調べましょう。", EN: "Look it up in your firm first."}, lang.Text{JA: "まず調べましょう。", EN: "Look it up first."}},
	{score.ReasonUnanswered, lang.Text{JA: "まだ答えていません。", EN: "Not answered yet."}, lang.Text{}},
	{score.ReasonNeedsAcceptance, lang.Text{JA: "専門家が認めるまで、決まりません。", EN: "Open until an expert accepts it."}, lang.Text{JA: "専門家の確認待ちです。", EN: "Waits for an expert."}},
	{score.ReasonRejected, lang.Text{JA: "専門家が、この答えを認めませんでした。", EN: "An expert did not accept the answer."}, lang.Text{JA: "専門家は認めていません。", EN: "An expert did not accept it."}},
	{score.ReasonGain, lang.Text{JA: "この項目をすべて実施すれば{points}点増えます。", EN: "Having it in place brings {points} points."},
		lang.Text{JA: "あと{points}点増やせます。", EN: "Brings {points} points."}},
	{score.ReasonBlocks, lang.Text{JA: "この項目がまだなので、{level}の条件がそろいません。", EN: "The criteria of {level} are not met without it."},
		lang.Text{JA: "条件に必要です。", EN: "The criteria need it."}},
	{score.ReasonDecides, lang.Text{JA: "{level}の条件は、この答えしだいです。", EN: "The criteria of {level} depend on it."},
		lang.Text{JA: "条件がこれで決まります。", EN: "The criteria depend on it."}},
}

// whoWords are our own advice who in a small firm can see to a measure of that kind; no scheme says so.
var whoWords = []lang.Text{
	catalog.Organizational: {JA: "社長か責任者", EN: "the owner or whoever is in charge"},
	catalog.Human:          {JA: "全員（責任者が教える）", EN: "everyone, taught by whoever is in charge"},
	catalog.Technical:      {JA: "パソコンに詳しい人か業者", EN: "your computer person or IT supplier"},
	catalog.Physical:       {JA: "職場を管理する人", EN: "whoever looks after the premises"},
}

var statusWords = []lang.Text{
	catalog.Draft:       {JA: "案", EN: "draft"},
	catalog.Provisional: {JA: "暫定", EN: "provisional"},
	catalog.Final:       {JA: "確定", EN: "final"},
	catalog.Superseded:  {JA: "旧版", EN: "superseded"},
}

var confidenceWords = []lang.Text{
	catalog.Official:   {JA: "公式資料", EN: "official source"},
	catalog.TwoSources: {JA: "二つの資料", EN: "two sources"},
	catalog.OneSource:  {JA: "一つの資料", EN: "one source"},
	catalog.FromDraft:  {JA: "案の段階", EN: "from a draft"},
	catalog.Unverified: {JA: "未確認", EN: "not verified"},
}

// wordOf returns the words of a value of a closed set; none for a value without any.
func wordOf[T ~uint8](words []lang.Text, v T) lang.Text {
	if int(v) < len(words) {
		return words[v]
	}
	return lang.Text{}
}

// basisWords say what a whole list rests on, where that is not its publisher's own text.
var basisWords = []lang.Text{
	catalog.OneSource:  {JA: "{list}は、一つの資料から取りました。公式の原本とは、まだ照らし合わせていません。", EN: "{list} was taken from one source. It has not yet been compared with the official original."},
	catalog.FromDraft:  {JA: "{list}のもとは、案の段階の資料です。", EN: "{list} rests on material from the draft stage."},
	catalog.Unverified: {JA: "{list}は、まだ確かめられていません。", EN: "{list} has not been verified yet."},
}

var fieldWords = []lang.Text{
	catalog.Organizational: {JA: "組織", EN: "organisation"},
	catalog.Human:          {JA: "人", EN: "people"},
	catalog.Technical:      {JA: "技術", EN: "technology"},
	catalog.Physical:       {JA: "物理", EN: "premises"},
}

// The fixed phrases of forms and reports.
var (
	wordThisList       = lang.Text{JA: "この一覧", EN: "This list"}
	wordPartOfThisList = lang.Text{JA: "この一覧の一部", EN: "Part of this list"}

	wordUndated = lang.Text{JA: "日付なし", EN: "undated"}

	wordSupersededBy = lang.Text{JA: "この診断は{version}版です。いまは{next}版に代わっています。", EN: "This check is edition {version}. Edition {next} has replaced it."}
	wordOldVerdict   = lang.Text{JA: "結果は{version}版でのものです。{next}版の結果ではありません。", EN: "The result is one by edition {version}, not by {next}."}
	wordOldResult    = lang.Text{JA: "旧版です。{next}版の結果ではありません。", EN: "A result by the old edition {version}, not by {next}."}
	wordStale        = lang.Text{JA: "この内容は、見直す日の{date}を過ぎています。最新の情報を確かめてください。", EN: "This data was to be looked at again after {date}. Check the current state."}
	wordDraft        = lang.Text{JA: "この版は確定していません（{status}）。", EN: "This edition is not final ({status})."}

	wordScore          = lang.Text{JA: "点数", EN: "Score"}
	wordOutOf          = lang.Text{JA: "{score}点（{max}点満点）", EN: "{score} of {max} points"}
	wordUnanswered     = lang.Text{JA: "未回答", EN: "Not answered"}
	wordNoAnswer       = lang.Text{JA: "まだ答えがありません。", EN: "Nothing has been answered yet."}
	wordExact          = lang.Text{JA: "すべての質問に答えが出ています。", EN: "All questions have an answer."}
	wordRange          = lang.Text{JA: "残りが決まると{low}～{high}点になります。", EN: "Once the rest is known it will be {low} to {high}."}
	wordBelow          = lang.Text{JA: "「わからない」は点が引かれるので、いまの点数は低めに出ます。", EN: "\"Don't know\" costs points, so the present score is lower than what it will be."}
	wordBandOpen       = lang.Text{JA: "まだ決まりません", EN: "Still open"}
	wordBandNow        = lang.Text{JA: "いまの点数だけを見ると「{band}」です。", EN: "By the present score alone it would be \"{band}\"."}
	wordBandOpenAdvice = lang.Text{JA: "残りの質問に答え、「わからない」を調べると決まります。", EN: "Answer the rest and look up what was not known to settle it."}
	wordBandRange      = lang.Text{JA: "残りの答えしだいで「{low}」から「{high}」までありえます。", EN: "Depending on the rest it can be anything from \"{low}\" to \"{high}\"."}
	wordMet            = lang.Text{JA: "{version}版の条件は、答えのとおりなら、そろっています。", EN: "By your answers, the criteria of edition {version} are met."}
	wordOpen           = lang.Text{JA: "{version}版の条件は、まだ決まりません。{count}項目の答えで決まります。", EN: "The criteria of edition {version} are open. Open answers: {count}."}
	wordUnmet          = lang.Text{JA: "{version}版の条件は、まだそろっていません。残りは{count}項目です。", EN: "The criteria of edition {version} are not met yet. Items left: {count}."}
	wordRemaining      = lang.Text{JA: "名乗る前に、まだ残ること：{needs}", EN: "Still to do before it may be claimed: {needs}"}
	wordSelf           = lang.Text{JA: "自己診断です。だれも確かめていません。", EN: "A self-check. Nobody has verified it."}
	wordConfirmed      = lang.Text{JA: "専門家の確認があるとファイルに書かれています。", EN: "The file says that an expert has confirmed it."}
	wordAskTheBody     = lang.Text{JA: "ファイルで分かることは、そろっています。名乗る前に、制度を運営する団体の手続きを確かめてください。", EN: "What a file can show is complete. Before claiming it, check the procedure with the body that runs the scheme."}
	wordTarget         = lang.Text{JA: "対象：{level}", EN: "For: {level}"}
	wordRuleBasis      = lang.Text{JA: "この判定の決まりの根拠：{basis}", EN: "The rule of this verdict: {basis}"}
	wordProgress       = lang.Text{JA: "{total}項目中{answered}項目に回答。", EN: "{answered} of {total} answered"}
	wordProgressOpen   = lang.Text{JA: "「わからない」は{unknown}項目。", EN: " ({unknown} unknown)"}
	wordInPlaceOf      = lang.Text{JA: "{total}項目中{count}項目ができています", EN: "{count} of {total} items are in place"}
	wordPoints         = lang.Text{JA: "{points}点", EN: "{points} points"}
	wordPointsOf       = lang.Text{JA: "{score}／{max}点", EN: "{score} of {max}"}
	wordPointRange     = lang.Text{JA: "{score}点（{low}～{high}／{max}）", EN: "{score} ({low}–{high} of {max})"}

	wordWhy          = lang.Text{JA: "なぜ大切か", EN: "Why it matters"}
	wordDone         = lang.Text{JA: "「{label}」といえるのは", EN: "What counts as \"{label}\""}
	wordPartly       = lang.Text{JA: "「{label}」にとどまるのは", EN: "What is only \"{label}\""}
	wordOptions      = lang.Text{JA: "選べるやり方", EN: "Ways to do it"}
	wordNotes        = lang.Text{JA: "あわせて知っておくこと", EN: "Good to know"}
	wordRefers       = lang.Text{JA: "関連：{items}", EN: "Related: {items}"}
	wordTerms        = lang.Text{JA: "ことばの説明", EN: "Words explained"}
	wordDrill        = lang.Text{JA: "もう一歩の確認", EN: "Ask once more"}
	wordEvidence     = lang.Text{JA: "示せるものの例", EN: "What you could show"}
	wordFirstStep    = lang.Text{JA: "最初の一歩（費用なし）", EN: "First step (free of charge)"}
	wordMore         = lang.Text{JA: "なぜ？ どこまでで「{label}」？", EN: "Why? What counts as \"{label}\"?"}
	wordConditions   = lang.Text{JA: "段階の条件", EN: "Conditions of the level"}
	wordSources      = lang.Text{JA: "出典", EN: "Sources"}
	wordFacts        = lang.Text{JA: "この診断と制度について", EN: "About this check and its scheme"}
	wordRead         = lang.Text{JA: "{date}に確認", EN: "read {date}"}
	wordNotRead      = lang.Text{JA: "名前だけ。中は見ていません", EN: "named only, not opened"}
	wordCited        = lang.Text{JA: "、出典{number}", EN: ", source {number}"}
	wordEdition      = lang.Text{JA: "版：{version}（{status}）／発行：{publisher}", EN: "Edition {version} ({status}); published by {publisher}"}
	wordCheckAfter   = lang.Text{JA: "{date}より後は、最新版を確かめてください。", EN: "After {date}, check for a newer edition."}
	wordAnswers      = lang.Text{JA: "すべての答え", EN: "All answers"}
	wordSteps        = lang.Text{JA: "次にすること", EN: "What to do next"}
	wordFirstThree   = lang.Text{JA: "まず、この三つから", EN: "Begin with these three"}
	wordOtherSteps   = lang.Text{JA: "残りの{count}項目", EN: "The other {count} items"}
	wordNoGap        = lang.Text{JA: "足りない項目はありません。", EN: "No item is missing."}
	wordStepMore     = lang.Text{JA: "最初の一歩（費用なし）と理由", EN: "First step (free of charge) and reasons"}
	wordStepReasons  = lang.Text{JA: "くわしい理由", EN: "All reasons"}
	wordReasonLabel  = lang.Text{JA: "理由", EN: "Reason"}
	wordEffortLabel  = lang.Text{JA: "手間", EN: "Effort"}
	wordWhoLabel     = lang.Text{JA: "だれが", EN: "Who"}
	wordEffort       = lang.Text{JA: "{count}{unit}のことがそろえば完了", EN: "done when {count} things are in place"}
	wordEffortOne    = lang.Text{JA: "一つのことがそろえば完了", EN: "done when one thing is in place"}
	wordEstimate     = lang.Text{JA: "「だれが」は目安です。公式の決まりではありません。", EN: "\"Who\" is our advice, not an official rule."}
	wordInPlace      = lang.Text{JA: "そろえること", EN: "What has to be in place"}
	wordHow          = lang.Text{JA: "点数と条件の見方", EN: "How to read the score and the criteria"}
	wordHowCriteria  = lang.Text{JA: "条件の見方", EN: "How to read the criteria"}
	wordClaim        = lang.Text{JA: "取引先に名乗れるか", EN: "What you may tell customers"}
	wordContacts     = lang.Text{JA: "問い合わせ・最新の情報", EN: "Where to ask and what is new"}
	wordAskPublisher = lang.Text{JA: "発行元は{publisher}です。最新の内容は、発行元のページで確かめてください。", EN: "Published by {publisher}. See its own pages for the current state."}
	wordLevels       = lang.Text{JA: "条件はそろったか", EN: "Are the criteria met?"}
	wordChart        = lang.Text{JA: "分野ごとの点数", EN: "Points by section"}
	wordCountChart   = lang.Text{JA: "分野ごとの答え", EN: "Answers by section"}
	wordWhole        = lang.Text{JA: "全体", EN: "All"}
	wordReport       = lang.Text{JA: "診断の結果", EN: "Result of the check"}
	wordScope        = lang.Text{JA: "範囲", EN: "Scope"}
	wordSubject      = lang.Text{JA: "会社", EN: "Firm"}
	wordOn           = lang.Text{JA: "診断日", EN: "Assessed on"}
	wordPrinted      = lang.Text{JA: "作成日", EN: "Made on"}
	wordAnswer       = lang.Text{JA: "答え", EN: "Answer"}
	wordQuestion     = lang.Text{JA: "質問", EN: "Question"}
	wordNotice       = lang.Text{JA: "この版についての注意", EN: "Notice on this edition"}
	wordNote         = lang.Text{JA: "メモ", EN: "Note"}
	wordNumber       = lang.Text{JA: "番号", EN: "No."}
	wordState        = lang.Text{JA: "答えの符号", EN: "Answer code"}
	wordClause       = lang.Text{JA: "出典の箇所", EN: "Source clause"}
	wordPriority     = lang.Text{JA: "優先順", EN: "Priority"}
	wordSection      = lang.Text{JA: "分野", EN: "Section"}
	wordField        = lang.Text{JA: "種類", EN: "Kind"}
	wordPaper        = lang.Text{JA: "紙で採点するとき", EN: "Scoring on paper"}
	wordPaperHow     = lang.Text{JA: "質問ごとに点を書き、足してください。{conditions}合計の読み方は、下の表のとおりです。", EN: "Write down the points of each question and add them up.{conditions} Then look the sum up in the table below."}
	wordPaperNoSum   = lang.Text{JA: "条件の項目は点に数えません。", EN: " Conditions do not count."}
	wordPointsFrom   = lang.Text{JA: "{min}点以上", EN: "{min} or more"}
	wordPointsUnder  = lang.Text{JA: "{max}点以下", EN: "{max} or less"}
	wordDisclaimer   = lang.Text{JA: "この結果は目安です。制度の運営機関によるものではなく、何かを保証するものでもありません。", EN: "This result is a guide. It is not issued by the body that runs the scheme and guarantees nothing."}
	wordCountKey     = lang.Text{JA: "塗り＝できている、斜線＝一部、空白＝できていない、点々＝未定", EN: "Filled: met. Lines: partial. Empty: unmet. Dots: open."}
	wordChartAlt     = lang.Text{JA: "{title}：{now}", EN: "{title}: {now}"}
	wordChartRange   = lang.Text{JA: "濃い部分が決まった点数、斜線は残りの答えで変わる幅です。", EN: "Solid: settled points. Hatched: what the open answers can still change."}
	wordRadarRange   = lang.Text{JA: "実線は最低、点線は最高の場合です。", EN: "Solid line: the least case. Dashed line: the best case."}
	wordMadeWith     = lang.Text{JA: "Hoshitori（星取り）で作成", EN: "Made with Hoshitori"}
	wordPaperHead    = lang.Text{JA: "会社名（　　　　　　　　　　）　記入した人（　　　　　　　）　記入日（　　　　　　　）", EN: "Firm (                    )  Filled in by (                )  Date (            )"}
	wordPaperSum     = lang.Text{JA: "合計（　　　　）点", EN: "Sum: (        ) points"}
	wordOfWhom       = lang.Text{JA: "会社名（　　　　　　　　　　　　　　）　担当者（　　　　　　　　　）", EN: "Firm (                              )  Contact (                    )"}
	wordPrintHint    = lang.Text{JA: "このまま印刷して、手で書き込めます。", EN: "You can print this page and fill it in by hand."}
)
