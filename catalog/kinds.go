package catalog

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// The kinds of problem that [Check] finds.
var (
	NameKind = &problem.Kind{Code: "catalog/name",
		Message: lang.Text{JA: "「{value}」はidに使えません。", EN: "\"{value}\" cannot be an id."},
		Hint:    lang.Text{JA: "英数字・ハイフン・ピリオド・下線だけで、64文字までにしてください。", EN: "Use letters, digits, hyphens, dots and underscores, at most 64."}}
	DuplicateIDKind = &problem.Kind{Code: "catalog/duplicate-id",
		Message: lang.Text{JA: "id「{id}」が二度使われています。答えがどちらのものか決められません。", EN: "The id \"{id}\" is used twice; an answer could belong to either."},
		Hint:    lang.Text{JA: "片方を別のidにしてください。", EN: "Give one of them another id."}}
	EmptyTextKind = &problem.Kind{Code: "catalog/empty-text",
		Message: lang.Text{JA: "「{name}」に{language}の文がありません。", EN: "\"{name}\" has no {language} text."},
		Hint:    lang.Text{JA: "文を書いてください。", EN: "Write the text."}}
	EmptyListKind = &problem.Kind{Code: "catalog/empty-list",
		Message: lang.Text{JA: "「{name}」が空です。", EN: "\"{name}\" is empty."},
		Hint:    lang.Text{JA: "少なくとも一つ書いてください。", EN: "Give at least one."}}
	NoSuchKind = &problem.Kind{Code: "catalog/no-such-id",
		Message: lang.Text{JA: "「{id}」は{what}の中にありません。", EN: "There is no \"{id}\" among the {what}."},
		Hint:    lang.Text{JA: "つづりを確かめるか、「{id}」を加えてください。", EN: "Check the spelling, or add \"{id}\"."}}
	StatedKind = &problem.Kind{Code: "catalog/not-stated",
		Message: lang.Text{JA: "「{name}」が書かれていません。", EN: "\"{name}\" is not stated."},
		Hint:    lang.Text{JA: "使える値：{allowed}。", EN: "Allowed: {allowed}."}}
	SupersededKind = &problem.Kind{Code: "catalog/superseded",
		Message: lang.Text{JA: "「status」と「supersededBy」が食い違っています。", EN: "\"status\" and \"supersededBy\" disagree."},
		Hint:    lang.Text{JA: "後継の版があるときは status を superseded にし、版を書いてください。", EN: "Where a later edition replaced this one, set status to superseded and name it."}}
	ChoiceTwiceKind = &problem.Kind{Code: "catalog/duplicate-choice",
		Message: lang.Text{JA: "答え「{state}」が二度あります。", EN: "The choice \"{state}\" is there twice."},
		Hint:    lang.Text{JA: "片方を消してください。", EN: "Remove one of them."}}
	ChoiceMissingKind = &problem.Kind{Code: "catalog/missing-choice",
		Message: lang.Text{JA: "答え「{state}」がありません。", EN: "The choice \"{state}\" is missing."},
		Hint:    lang.Text{JA: "met と unmet は必ず要ります。", EN: "Both met and unmet are needed."}}
	PointsKind = &problem.Kind{Code: "catalog/points",
		Message: lang.Text{JA: "配点がある答えとない答えが混じっています。", EN: "Some choices have points and some have none."},
		Hint:    lang.Text{JA: "すべての答えに付けるか、すべてから外してください。", EN: "Give points to all of them or to none."}}
	PointsRangeKind = &problem.Kind{Code: "catalog/points-range",
		Message: lang.Text{JA: "配点 {value} は範囲外です。", EN: "{value} points are out of range."},
		Hint:    lang.Text{JA: "-1000000から1000000までにしてください。", EN: "Use -1000000 to 1000000."}}
	PointsOrderKind = &problem.Kind{Code: "catalog/points-order",
		Message: lang.Text{JA: "良い答えの配点が悪い答えより低くなっています。", EN: "A better answer has fewer points than a worse one."},
		Hint:    lang.Text{JA: "unmet ≦ partial ≦ met となるようにしてください。", EN: "Let unmet ≤ partial ≤ met."}}
	ItemPointsKind = &problem.Kind{Code: "catalog/item-points",
		Message: lang.Text{JA: "項目ごとの答えに配点は書けません。", EN: "The choices of an item cannot have points of their own."},
		Hint:    lang.Text{JA: "配点はカタログ全体の「choices」に書いてください。", EN: "Points belong to the \"choices\" of the catalogue."}}
	BandsKind = &problem.Kind{Code: "catalog/bands",
		Message: lang.Text{JA: "点数の区分に穴か逆順があります。", EN: "The bands have a gap or are out of order."},
		Hint:    lang.Text{JA: "min の大きい順に並べ、最後の min は最低点（{low}）以下にしてください。", EN: "Order them by falling min, the last at most the least score ({low})."}}
	BandsWithoutPointsKind = &problem.Kind{Code: "catalog/bands-without-points",
		Message: lang.Text{JA: "配点がないのに点数の区分があります。", EN: "There are bands but no points."},
		Hint:    lang.Text{JA: "区分を消すか、答えに配点を付けてください。", EN: "Remove the bands or give points to the choices."}}
	LevelRuleKind = &problem.Kind{Code: "catalog/level-rule",
		Message: lang.Text{JA: "規則「{rule}」の対象になる項目がこの段階にありません。必ず満たされてしまいます。", EN: "The rule \"{rule}\" has no item at this level and would always hold."},
		Hint:    lang.Text{JA: "項目を加えるか、規則を外してください。", EN: "Add an item or remove the rule."}}
	DuplicateRuleKind = &problem.Kind{Code: "catalog/duplicate-rule",
		Message: lang.Text{JA: "規則「{rule}」が二度あります。", EN: "The rule \"{rule}\" is there twice."},
		Hint:    lang.Text{JA: "片方を消してください。", EN: "Remove one of them."}}
	DuplicateFactKind = &problem.Kind{Code: "catalog/duplicate-fact",
		Message: lang.Text{JA: "事実「{key}」が二度あります。どちらが正しいか決められません。", EN: "The fact \"{key}\" is there twice; which one holds cannot be told."},
		Hint:    lang.Text{JA: "片方を消すか、別のキーにしてください。", EN: "Remove one, or give it another key."}}
	RequirementKind = &problem.Kind{Code: "catalog/requirement",
		Message: lang.Text{JA: "要求事項「{requirement}」と項目「{item}」の対応が食い違っています。", EN: "Requirement \"{requirement}\" and item \"{item}\" disagree about belonging together."},
		Hint:    lang.Text{JA: "両方の側に同じ対応を書いてください。", EN: "State it on both sides."}}
	DurationKind = &problem.Kind{Code: "catalog/duration",
		Message: lang.Text{JA: "「{value}」は期間として読めません。", EN: "\"{value}\" is not a duration."},
		Hint:    lang.Text{JA: "P1Y（1年）、P6M（6か月）、P14D（14日）のように書いてください。", EN: "Write it like P1Y, P6M or P14D."}}
	URLKind = &problem.Kind{Code: "catalog/url",
		Message: lang.Text{JA: "「{value}」は使えないURLです。", EN: "\"{value}\" is not an allowed URL."},
		Hint:    lang.Text{JA: "https:// か http:// で始めてください。", EN: "It must begin with https:// or http://."}}
	UnreachableKind = &problem.Kind{Code: "catalog/unreachable",
		Message: lang.Text{JA: "相談先「{value}」に、連絡の手段がありません。", EN: "There is no way to reach the contact \"{value}\"."},
		Hint:    lang.Text{JA: "電話番号、メールアドレス、URLのどれかを書いてください。", EN: "Give a phone number, an e-mail address or a URL."}}
)

// Kinds lists every kind of problem that reading and checking a catalogue or a guide can find.
func Kinds() []*problem.Kind {
	return append(jsondoc.Kinds(), NameKind, DuplicateIDKind, EmptyTextKind, EmptyListKind, NoSuchKind, StatedKind,
		SupersededKind, ChoiceTwiceKind, ChoiceMissingKind, PointsKind, PointsRangeKind, PointsOrderKind, ItemPointsKind,
		BandsKind, BandsWithoutPointsKind, LevelRuleKind, DuplicateRuleKind, DuplicateFactKind, RequirementKind, DurationKind, URLKind, UnreachableKind)
}

func valueArg(v string) lang.Arg { return lang.Value("value", v) }
