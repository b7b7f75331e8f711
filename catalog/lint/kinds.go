package lint

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// The kinds of problem that [Source] finds.
var (
	DuplicateNumberKind = &problem.Kind{Code: "lint/duplicate-number",
		Message: lang.Text{JA: "番号「{number}」は、項目「{item}」にも付いています。", EN: "Item \"{item}\" has the number \"{number}\", too."},
		Hint:    lang.Text{JA: "出典の番号を確かめてください。", EN: "Check the numbers of the source."}}
	NumberOrderKind = &problem.Kind{Code: "lint/number-order", Severity: problem.Warning,
		Message: lang.Text{JA: "番号「{number}」が「{before}」の後ろにあります。", EN: "The number \"{number}\" comes after \"{before}\"."},
		Hint:    lang.Text{JA: "項目を、出典の順に並べてください。", EN: "Put the items in the order of the source."}}

	LevelAddsNothingKind = &problem.Kind{Code: "lint/level-adds-nothing", Severity: problem.Warning,
		Message: lang.Text{JA: "段階「{level}」は、下の「{lower}」に何も加えていません。", EN: "Level \"{level}\" adds nothing to \"{lower}\" below it."},
		Hint:    lang.Text{JA: "項目を入れるか、段階を一つにまとめてください。", EN: "Give it an item, or make one level of the two."}}
	LevelSkipsKind = &problem.Kind{Code: "lint/level-skips",
		Message: lang.Text{JA: "段階「{level}」の規則は、下の「{lower}」の規則を満たさなくても満たせます。", EN: "The rules of level \"{level}\" can be met while those of \"{lower}\" below it are not."},
		Hint:    lang.Text{JA: "上の段階にも、下の段階と同じ規則を書いてください。", EN: "Give the higher level the rules of the lower one, too."}}
	LevelNeedsLessKind = &problem.Kind{Code: "lint/level-needs-less", Severity: problem.Warning,
		Message: lang.Text{JA: "段階「{level}」の「needs」に、下の「{lower}」にある「{need}」がありません。", EN: "The \"needs\" of level \"{level}\" lack \"{need}\", which \"{lower}\" below it has."},
		Hint:    lang.Text{JA: "上の段階では要らないのか、出典で確かめてください。", EN: "Check in the source whether the higher level does without it."}}
	RedundantRuleKind = &problem.Kind{Code: "lint/redundant-rule", Severity: problem.Warning,
		Message: lang.Text{JA: "規則「all-met」があるので、ほかの規則は何も変えません。", EN: "Beside the rule \"all-met\" the others change nothing."},
		Hint:    lang.Text{JA: "ほかの規則を消してください。", EN: "Remove the others."}}
	NeverUnmetKind = &problem.Kind{Code: "lint/never-unmet", Severity: problem.Warning,
		Message: lang.Text{JA: "段階「{level}」は、どう答えても「満たしていない」になりません。", EN: "No answer can leave level \"{level}\" unmet."},
		Hint:    lang.Text{JA: "答えるだけでよい段階なのか、出典で確かめてください。", EN: "Check in the source whether it is enough to answer."}}
	BandNeverReachedKind = &problem.Kind{Code: "lint/band-never-reached", Severity: problem.Warning,
		Message: lang.Text{JA: "区分「{band}」になる点数はありません（点数は{low}から{high}まで）。", EN: "No score belongs to the band \"{band}\": scores go from {low} to {high}."},
		Hint:    lang.Text{JA: "「min」と配点を確かめてください。", EN: "Check its \"min\" and the points."}}

	LanguageKind = &problem.Kind{Code: "lint/language", Severity: problem.Warning,
		Message: lang.Text{JA: "{language}の文が、{language}ではないようです。", EN: "The {language} text does not look {language}."},
		Hint:    lang.Text{JA: "訳してください。英文の中の日本語の名前は、「」に入れるか、後ろの ( ) で説明します。", EN: "Translate it. A Japanese name in English stands in 「」 or has its meaning in ( ) behind it."}}
	FiguresDifferKind = &problem.Kind{Code: "lint/figures-differ", Severity: problem.Warning,
		Message: lang.Text{JA: "もう一方の言語の文にある数（{figures}）が、{language}の文にありません。", EN: "The {language} text lacks figures of the other language: {figures}."},
		Hint:    lang.Text{JA: "どちらが正しいか、出典で確かめてください。", EN: "Check in the source which one is right."}}

	NothingReadKind = &problem.Kind{Code: "lint/nothing-read", Severity: problem.Warning,
		Message: lang.Text{JA: "どの出典にも、読んだ日がありません。", EN: "None of the sources has a day on which it was read."},
		Hint:    lang.Text{JA: "出典を読み、その日を「read」に書いてください。", EN: "Read the source and give the day in \"read\"."}}
	UnreadOfficialKind = &problem.Kind{Code: "lint/unread-official", Severity: problem.Warning,
		Message: lang.Text{JA: "事実「{key}」は公式とありますが、その文書を読んだ日がありません。", EN: "The fact \"{key}\" is called official, but its document has no day on which it was read."},
		Hint:    lang.Text{JA: "文書を読んで日を書くか、「confidence」を下げてください。", EN: "Read the document and give the day, or lower the \"confidence\"."}}
	UnpublishedKind = &problem.Kind{Code: "lint/unpublished", Severity: problem.Warning,
		Message: lang.Text{JA: "確定した版なのに、公表された日がありません。", EN: "A final edition has no day of publication."},
		Hint:    lang.Text{JA: "出典にあれば「published」に書いてください。なければ、そのままで構いません。", EN: "Give it in \"published\" if the source states it; if not, leave it."}}
	NoStaleAfterKind = &problem.Kind{Code: "lint/no-stale-after", Severity: problem.Warning,
		Message: lang.Text{JA: "いつ見直すかが書かれていません。", EN: "Nothing says when to look at the source again."},
		Hint:    lang.Text{JA: "見直す日を「staleAfter」に書いてください。", EN: "Give a day in \"staleAfter\"."}}
	DateOrderKind = &problem.Kind{Code: "lint/date-order", Severity: problem.Warning,
		Message: lang.Text{JA: "「{later}」が「{earlier}」より前の日です。", EN: "\"{later}\" lies before \"{earlier}\"."},
		Hint:    lang.Text{JA: "二つの日付を確かめてください。", EN: "Check the two dates."}}

	DuplicateThresholdKind = &problem.Kind{Code: "lint/duplicate-threshold",
		Message: lang.Text{JA: "この項目には、しきい値（基準の数）「{id}」が二度あります。", EN: "The threshold \"{id}\" is there twice in this item."},
		Hint:    lang.Text{JA: "片方を別のidにしてください。", EN: "Give one of them another id."}}
	ThresholdValueKind = &problem.Kind{Code: "lint/threshold-value",
		Message: lang.Text{JA: "「{value}」は数として読めません。", EN: "\"{value}\" is not a number."},
		Hint:    lang.Text{JA: "14や7.0のように、半角の数字で書いてください。", EN: "Write it like 14 or 7.0."}}
	ThresholdBetterKind = &problem.Kind{Code: "lint/threshold-better",
		Message: lang.Text{JA: "しきい値（基準の数）「{id}」は、大小どちらが厳しいかがわかりません。", EN: "The threshold \"{id}\" does not say which way is stricter."},
		Hint:    lang.Text{JA: "「better」に lower か higher と書いてください。", EN: "State \"better\": lower or higher."}}
	ThresholdUnsaidKind = &problem.Kind{Code: "lint/threshold-unsaid",
		Message: lang.Text{JA: "しきい値（基準の数）の {value} が、{language}の文にありません。", EN: "No {language} text says the threshold {value}."},
		Hint:    lang.Text{JA: "「text」か「doneWhen」に、その数を書いてください。", EN: "Say the figure in \"text\" or \"doneWhen\"."}}
	ThresholdMissingKind = &problem.Kind{Code: "lint/threshold-missing", Severity: problem.Warning,
		Message: lang.Text{JA: "文にある「{figure}」が、「thresholds」にありません。", EN: "The text says \"{figure}\", which \"thresholds\" does not declare."},
		Hint:    lang.Text{JA: "出典が定める数なら、「thresholds」に加えてください。", EN: "If the source sets the figure, add it to \"thresholds\"."}}

	RecursMissingKind = &problem.Kind{Code: "lint/recurs-missing", Severity: problem.Warning,
		Message: lang.Text{JA: "文に「{phrase}」とありますが、「recurs」が空です。次にいつ行うかを示せません。", EN: "The text says \"{phrase}\", but \"recurs\" is empty, so nobody is told when it is due again."},
		Hint:    lang.Text{JA: "P1Y（1年）やP1M（1か月）のように書いてください。", EN: "Write it like P1Y (a year) or P1M (a month)."}}
	RecursDiffersKind = &problem.Kind{Code: "lint/recurs-differs", Severity: problem.Warning,
		Message: lang.Text{JA: "文に「{phrase}」とありますが、「recurs」は {recurs} です。", EN: "The text says \"{phrase}\", but \"recurs\" is {recurs}."},
		Hint:    lang.Text{JA: "どちらが正しいか、出典で確かめてください。", EN: "Check in the source which one is right."}}

	SameTermKind = &problem.Kind{Code: "lint/same-term", Severity: problem.Warning,
		Message: lang.Text{JA: "用語「{id}」は、用語「{other}」と同じ言葉です。", EN: "The term \"{id}\" has the same words as \"{other}\"."},
		Hint:    lang.Text{JA: "一つにまとめてください。", EN: "Make one term of the two."}}
	UnusedTermKind = &problem.Kind{Code: "lint/unused-term", Severity: problem.Warning,
		Message: lang.Text{JA: "用語「{id}」は、どの文にも出てきません。", EN: "No text uses the term \"{id}\"."},
		Hint:    lang.Text{JA: "消すか、文と同じつづりにしてください。", EN: "Remove it, or spell it as the texts do."}}
	UnexplainedKind = &problem.Kind{Code: "lint/unexplained", Severity: problem.Warning,
		Message: lang.Text{JA: "略語「{word}」の説明がありません。", EN: "Nothing explains the abbreviation \"{word}\"."},
		Hint:    lang.Text{JA: "用語（terms）に加えるか、すぐ後ろの（ ）で説明してください。", EN: "Add it to the terms, or explain it in （ ） right behind it."}}

	NoGuidanceKind = &problem.Kind{Code: "lint/no-guidance", Severity: problem.Warning,
		Message: lang.Text{JA: "項目「{item}」に、答える人を助ける文（{missing}）がありません。", EN: "Item \"{item}\" leaves whoever answers alone; it lacks {missing}."},
		Hint:    lang.Text{JA: "なぜ大切か（why）、いつ「はい」か（doneWhen）、最初の一歩（firstStep）を書いてください。", EN: "Say why it matters (why), when it is done (doneWhen) and how to begin (firstStep)."}}
)

// Kinds lists every kind of problem that [Source] finds.
func Kinds() []*problem.Kind {
	return []*problem.Kind{DuplicateNumberKind, NumberOrderKind, LevelAddsNothingKind, LevelSkipsKind, LevelNeedsLessKind,
		RedundantRuleKind, NeverUnmetKind, BandNeverReachedKind, LanguageKind, FiguresDifferKind, NothingReadKind,
		UnreadOfficialKind, UnpublishedKind, NoStaleAfterKind, DateOrderKind, DuplicateThresholdKind, ThresholdValueKind,
		ThresholdBetterKind, ThresholdUnsaidKind, ThresholdMissingKind, RecursMissingKind, RecursDiffersKind, SameTermKind,
		UnusedTermKind, UnexplainedKind, NoGuidanceKind}
}
