package assess

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// The kinds of problem that reading and checking an assessment finds, beside those of its JSON.
var (
	NegativeKind = &problem.Kind{Code: "assess/negative",
		Message: lang.Text{JA: "この数は0以上でなければなりません。", EN: "This number cannot be negative."},
		Hint:    lang.Text{JA: "分からないときは、キーごと消してください。", EN: "If it is not known, remove the key."}}
	OtherCatalogKind = &problem.Kind{Code: "assess/other-catalog",
		Message: lang.Text{JA: "この回答は{got}のものです。{want}では採点できません。", EN: "These answers belong to {got} and cannot be read against {want}."},
		Hint:    lang.Text{JA: "{got}のカタログで開いてください。", EN: "Open them with the catalogue {got}."}}
	UnknownTargetKind = &problem.Kind{Code: "assess/unknown-target",
		Message: lang.Text{JA: "段階「{target}」は{catalog}にありません。", EN: "{catalog} has no level \"{target}\"."},
		Hint:    lang.Text{JA: "使える値：{allowed}。", EN: "Allowed: {allowed}."}}
	UnknownItemKind = &problem.Kind{Code: "assess/unknown-item",
		Message: lang.Text{JA: "項目「{item}」は{catalog}にありません。", EN: "{catalog} has no item \"{item}\"."},
		Hint:    lang.Text{JA: "番号と版を確かめてください。", EN: "Check the number and the edition."}}
	StateKind = &problem.Kind{Code: "assess/state-not-allowed",
		Message: lang.Text{JA: "項目「{item}」に答え「{state}」は使えません。", EN: "Item \"{item}\" cannot be answered with \"{state}\"."},
		Hint:    lang.Text{JA: "使える値：{allowed}。", EN: "Allowed: {allowed}."}}
	DuplicateAnswerKind = &problem.Kind{Code: "assess/duplicate-answer",
		Message: lang.Text{JA: "項目「{item}」に同じ回答者の答えが二つあります。どちらを採るか決められません。", EN: "Item \"{item}\" has two answers by the same respondent; which one counts cannot be told."},
		Hint:    lang.Text{JA: "片方を消すか、回答者を分けてください。", EN: "Remove one, or name different respondents."}}
	ReasonKind = &problem.Kind{Code: "assess/reason-missing",
		Message: lang.Text{JA: "項目「{item}」の「{state}」には理由が要ります。", EN: "\"{state}\" for item \"{item}\" needs a reason."},
		Hint:    lang.Text{JA: "「reason」に code か text を書いてください。", EN: "Give a code or a text in \"reason\"."}}
	UnknownRespondentKind = &problem.Kind{Code: "assess/unknown-respondent",
		Message: lang.Text{JA: "回答者「{respondent}」は「respondents」にいません。", EN: "There is no respondent \"{respondent}\" in \"respondents\"."},
		Hint:    lang.Text{JA: "つづりを確かめるか、回答者を加えてください。", EN: "Check the spelling, or add the respondent."}}
	DuplicateRespondentKind = &problem.Kind{Code: "assess/duplicate-respondent",
		Message: lang.Text{JA: "回答者のid「{respondent}」が二度あります。", EN: "The respondent id \"{respondent}\" is there twice."},
		Hint:    lang.Text{JA: "別のidにしてください。", EN: "Give one of them another id."}}
	EmptyRespondentKind = &problem.Kind{Code: "assess/empty-respondent",
		Message: lang.Text{JA: "回答者のidが空です。", EN: "A respondent has an empty id."},
		Hint:    lang.Text{JA: "idを付けてください。", EN: "Give it an id."}}
	UnknownSiteKind = &problem.Kind{Code: "assess/unknown-site", Severity: problem.Warning,
		Message: lang.Text{JA: "拠点「{site}」は「scope.sites」にありません。", EN: "The site \"{site}\" is not in \"scope.sites\"."},
		Hint:    lang.Text{JA: "つづりを確かめてください。", EN: "Check the spelling."}}
	UnknownOptionKind = &problem.Kind{Code: "assess/unknown-option",
		Message: lang.Text{JA: "項目「{item}」に選択肢「{option}」はありません。", EN: "Item \"{item}\" has no option \"{option}\"."},
		Hint:    lang.Text{JA: "カタログの「options」を確かめてください。", EN: "See \"options\" in the catalogue."}}
	DuplicateFindingKind = &problem.Kind{Code: "assess/duplicate-finding",
		Message: lang.Text{JA: "項目「{item}」に専門家の判断が二つあります。", EN: "Item \"{item}\" has two findings."},
		Hint:    lang.Text{JA: "片方を消してください。", EN: "Remove one of them."}}
	FindingKind = &problem.Kind{Code: "assess/finding-without-answer",
		Message: lang.Text{JA: "項目「{item}」には答えがないのに、専門家の判断があります。", EN: "Item \"{item}\" has a finding but no answer."},
		Hint:    lang.Text{JA: "答えを書くか、判断を消してください。", EN: "Give the answer or remove the finding."}}
	ExpiryKind = &problem.Kind{Code: "assess/expiry", Severity: problem.Warning,
		Message: lang.Text{JA: "証跡の期限（{expires}）が開始日（{effective}）より前です。", EN: "The evidence expires ({expires}) before it takes effect ({effective})."},
		Hint:    lang.Text{JA: "日付を確かめてください。", EN: "Check the dates."}}
)

// Kinds lists every kind of problem that reading and checking an assessment can find.
func Kinds() []*problem.Kind {
	return append(jsondoc.Kinds(), NegativeKind, OtherCatalogKind, UnknownTargetKind, UnknownItemKind, StateKind,
		DuplicateAnswerKind, ReasonKind, UnknownRespondentKind, DuplicateRespondentKind, EmptyRespondentKind,
		UnknownSiteKind, UnknownOptionKind, DuplicateFindingKind, FindingKind, ExpiryKind)
}
