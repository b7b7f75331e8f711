package workbook

import "github.com/hoshitori/hoshitori/catalog/lang"

// The names of the sheets.
var (
	wordResultSheet  = lang.Text{JA: "結果", EN: "Result"}
	wordStepsSheet   = lang.Text{JA: "次にすること", EN: "Next steps"}
	wordAnswersSheet = lang.Text{JA: "すべての答え", EN: "All answers"}
)

// What stands in front of things. The sentences themselves are those of the view.
var (
	wordColon       = lang.Text{JA: "：", EN: ": "}
	wordReport      = lang.Text{JA: "診断の結果", EN: "Result of the check"}
	wordSubject     = lang.Text{JA: "会社", EN: "Firm"}
	wordOn          = lang.Text{JA: "診断日", EN: "Assessed on"}
	wordMade        = lang.Text{JA: "作成日", EN: "Made on"}
	wordCheck       = lang.Text{JA: "この診断", EN: "This check"}
	wordFirst       = lang.Text{JA: "はじめに", EN: "Read this first"}
	wordScore       = lang.Text{JA: "点数", EN: "Score"}
	wordScoreNow    = lang.Text{JA: "いまの点数", EN: "Score now"}
	wordScoreMost   = lang.Text{JA: "満点", EN: "Full score"}
	wordScoreLow    = lang.Text{JA: "残りが決まったとき（最低）", EN: "Once the rest is known, at least"}
	wordScoreHigh   = lang.Text{JA: "残りが決まったとき（最高）", EN: "Once the rest is known, at most"}
	wordBand        = lang.Text{JA: "点数の目安", EN: "What the score means"}
	wordProgress    = lang.Text{JA: "回答の状況", EN: "Progress"}
	wordReservation = lang.Text{JA: "ご注意", EN: "Please note"}
	wordSource      = lang.Text{JA: "出典", EN: "Source"}
	wordDigest      = lang.Text{JA: "カタログの要約値", EN: "Catalogue digest"}
	wordNoGap       = lang.Text{JA: "この診断で残っている項目はありません。", EN: "Nothing is left open in this check."}
)

// The headings of columns.
var (
	wordCatalog   = lang.Text{JA: "カタログ", EN: "Catalogue"}
	wordItem      = lang.Text{JA: "項目", EN: "Item"}
	wordNumber    = lang.Text{JA: "番号", EN: "No."}
	wordSection   = lang.Text{JA: "分野", EN: "Section"}
	wordQuestion  = lang.Text{JA: "質問", EN: "Question"}
	wordAnswer    = lang.Text{JA: "答え", EN: "Answer"}
	wordState     = lang.Text{JA: "答えの符号", EN: "Answer code"}
	wordPriority  = lang.Text{JA: "優先順", EN: "Priority"}
	wordKind      = lang.Text{JA: "種類", EN: "Kind"}
	wordClause    = lang.Text{JA: "出典の箇所", EN: "Source clause"}
	wordNote      = lang.Text{JA: "メモ", EN: "Note"}
	wordReasons   = lang.Text{JA: "理由", EN: "Reasons"}
	wordWhy       = lang.Text{JA: "なぜ大切か", EN: "Why it matters"}
	wordFirstStep = lang.Text{JA: "最初の一歩（費用なし）", EN: "First step (free of charge)"}
)

// wordCut stands at the end of a text that was cut.
var wordCut = lang.Text{JA: "…【長すぎるため、ここで切りました】", EN: "… [cut here: too long for a cell]"}
