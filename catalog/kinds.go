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

// The kinds of problem that [CheckChanges], [CheckCrosswalk] and [Compile] find.
var (
	OtherEditionKind = &problem.Kind{Code: "changes/other-edition",
		Message: lang.Text{JA: "ここには{want}が要りますが、{got}と書かれています。", EN: "This has to name {want}, but it names {got}."},
		Hint:    lang.Text{JA: "版の名前を直すか、{got}のカタログを渡してください。", EN: "Correct the edition, or supply the catalogue {got}."}}
	NoEditionsKind = &problem.Kind{Code: "changes/no-editions",
		Message: lang.Text{JA: "{from}と{to}は、一つのカタログの二つの版ではありません。", EN: "{from} and {to} are not two editions of one catalogue."},
		Hint:    lang.Text{JA: "別々のカタログの項目どうしのつながりは、対応表（crosswalk）に書いてください。", EN: "What connects different catalogues belongs in a crosswalk."}}
	ForgottenKind = &problem.Kind{Code: "changes/forgotten",
		Message: lang.Text{JA: "{catalog}の項目「{item}」が、どの変更にも出てきません。", EN: "No change speaks of item \"{item}\" of {catalog}."},
		Hint:    lang.Text{JA: "変更を加えてください。二つの版を比べると「{kind}」に見えます。", EN: "Add a change. Compared with the other edition it looks like \"{kind}\"."}}
	TwiceChangedKind = &problem.Kind{Code: "changes/twice",
		Message: lang.Text{JA: "{catalog}の項目「{item}」が、変更の中に二度出てきます。", EN: "Item \"{item}\" of {catalog} is named twice in the changes."},
		Hint:    lang.Text{JA: "一つの項目は、一つの変更に一度だけ書いてください。", EN: "Name it once, in one change."}}
	ArityKind = &problem.Kind{Code: "changes/arity",
		Message: lang.Text{JA: "「{kind}」に、古い項目{from}件と新しい項目{to}件は合いません。", EN: "\"{kind}\" does not go with {from} older and {to} newer items."},
		Hint:    lang.Text{JA: "split は1件から2件以上、merged は2件以上から1件、added は新しい項目だけ、retired は古い項目だけ、ほかは1件から1件です。", EN: "split is one to several, merged several to one, added has newer items only, retired older ones only, the others are one to one."}}
	NotKeptKind = &problem.Kind{Code: "changes/not-kept",
		Message: lang.Text{JA: "「{from}」から「{to}」は「{kind}」とありますが、{members} が違います。変わらないことにすると、答えがそのまま引き継がれてしまいます。", EN: "\"{from}\" to \"{to}\" is said to be \"{kind}\", but {members} differ. Answers would be carried over as if nothing had changed."},
		Hint:    lang.Text{JA: "tightened、relaxed、reworded など、実際の変わり方を書いてください。", EN: "Say how it changed: tightened, relaxed, reworded …."}}
	NoDifferenceKind = &problem.Kind{Code: "changes/no-difference",
		Message: lang.Text{JA: "「{from}」から「{to}」は「{kind}」とありますが、変わったところがありません。", EN: "\"{from}\" to \"{to}\" is said to be \"{kind}\", but nothing of that differs."},
		Hint:    lang.Text{JA: "何も変わらないなら kept、場所だけが変わったなら moved にしてください。カタログの本文の写しまちがいも、確かめてください。", EN: "Use kept if nothing changed, moved if only the place did. Check, too, whether the text of the catalogue was copied right."}}
	WrongWayKind = &problem.Kind{Code: "changes/wrong-way",
		Message: lang.Text{JA: "「{from}」から「{to}」は「{kind}」とありますが、{members} は逆の向きに変わっています。", EN: "\"{from}\" to \"{to}\" is said to be \"{kind}\", but {members} went the other way."},
		Hint:    lang.Text{JA: "tightened と relaxed を取り違えていないか、確かめてください。厳しくも緩くもなったなら、retired と added に分けてください。", EN: "Check whether tightened and relaxed were mixed up. If it changed both ways, make it a retired and an added item."}}
	OriginKind = &problem.Kind{Code: "changes/origin",
		Message: lang.Text{JA: "「origin」を書けるのは added だけです（ここは{kind}）。", EN: "Only \"added\" may have an \"origin\"; this is \"{kind}\"."},
		Hint:    lang.Text{JA: "「origin」を消すか、added に直してください。", EN: "Remove \"origin\", or use added."}}
	SameCatalogKind = &problem.Kind{Code: "crosswalk/same-catalog",
		Message: lang.Text{JA: "対応表の両側が、どちらも{catalog}です。", EN: "Both sides of the crosswalk are {catalog}."},
		Hint:    lang.Text{JA: "二つの違うカタログを書いてください。", EN: "Name two different catalogues."}}
	DuplicateEntryKind = &problem.Kind{Code: "crosswalk/duplicate-entry",
		Message: lang.Text{JA: "同じ項目どうしの対応が、二度あります。どちらが正しいか決められません。", EN: "The same items are related twice; which entry holds cannot be told."},
		Hint:    lang.Text{JA: "片方を消してください。", EN: "Remove one of them."}}
	RelatedDirectionKind = &problem.Kind{Code: "crosswalk/related-direction",
		Message: lang.Text{JA: "related には向きがありません。どちらの向きにも、何も決まりません。", EN: "\"related\" has no direction: it decides nothing either way."},
		Hint:    lang.Text{JA: "「direction」を消してください。", EN: "Remove \"direction\"."}}
	GuideRelationKind = &problem.Kind{Code: "crosswalk/guide-relation",
		Message: lang.Text{JA: "一覧（guide）への対応に「{relation}」は使えません。一覧には誰も答えないので、何も決まりません。", EN: "\"{relation}\" cannot lead to a guide: nobody answers it, so nothing is decided."},
		Hint:    lang.Text{JA: "related にしてください。", EN: "Use related."}}
	OwnIDKind = &problem.Kind{Code: "extension/own-id",
		Message: lang.Text{JA: "id「{id}」は、土台のカタログのものです。読む人が、元の制度の版だと思ってしまいます。", EN: "The id \"{id}\" is that of the base; readers would take this for an edition of the original scheme."},
		Hint:    lang.Text{JA: "自分の団体とわかる、別のidにしてください。", EN: "Choose an id of your own."}}
	NotSettableKind = &problem.Kind{Code: "extension/not-settable",
		Message: lang.Text{JA: "土台の項目の「{name}」は変えられません。", EN: "The \"{name}\" of an item of the base cannot be changed."},
		Hint:    lang.Text{JA: "変えられるもの：{allowed}。", EN: "May be set: {allowed}."}}
	EmptyChangeKind = &problem.Kind{Code: "extension/empty-change",
		Message: lang.Text{JA: "項目「{item}」の「{kind}」と「set」が合いません。", EN: "\"{kind}\" of item \"{item}\" does not go with its \"set\"."},
		Hint:    lang.Text{JA: "removed には「set」を書かず、ほかには変えるものを「set」に書いてください。", EN: "removed has no \"set\"; every other change says there what it changes."}}
	WeakeningKind = &problem.Kind{Code: "extension/weakening",
		Message: lang.Text{JA: "項目「{item}」は「{kind}」とありますが、{members} が土台の{base}より緩くなっています。", EN: "Item \"{item}\" is said to be \"{kind}\", but {members} ask less than {base}."},
		Hint:    lang.Text{JA: "元の求めに戻すか、weakened と書いて理由を示してください。", EN: "Restore what the base asks, or declare it as weakened with the reason."}}
	WeakenedKind = &problem.Kind{Code: "extension/weakened", Severity: problem.Warning,
		Message: lang.Text{JA: "項目「{item}」は、土台の{base}より緩いか、外されています（{kind}：{members}）。", EN: "Item \"{item}\" asks less than {base}, or is left out ({kind}: {members})."},
		Hint:    lang.Text{JA: "意図したとおりなら、このままでかまいません。利用者には、緩めたことと理由が示されます。", EN: "If that is intended, leave it. Users are shown that it is weaker, and why."}}
	AddedPointsKind = &problem.Kind{Code: "extension/points",
		Message: lang.Text{JA: "土台の{base}には配点があるので、点になる質問「{item}」は足せません。点数の意味が変わってしまいます。", EN: "{base} has points, so no question (\"{item}\") may be added: a score would mean something else."},
		Hint:    lang.Text{JA: "kind を criterion にしてください。点には数えません。", EN: "Make its kind criterion, which counts no points."}}
)

// Kinds lists every kind of problem that reading and checking the files of this package can find.
func Kinds() []*problem.Kind {
	return append(jsondoc.Kinds(), NameKind, DuplicateIDKind, EmptyTextKind, EmptyListKind, NoSuchKind, StatedKind,
		SupersededKind, ChoiceTwiceKind, ChoiceMissingKind, PointsKind, PointsRangeKind, PointsOrderKind, ItemPointsKind,
		BandsKind, BandsWithoutPointsKind, LevelRuleKind, DuplicateRuleKind, DuplicateFactKind, RequirementKind, DurationKind, URLKind, UnreachableKind,
		OtherEditionKind, NoEditionsKind, ForgottenKind, TwiceChangedKind, ArityKind, NotKeptKind, NoDifferenceKind, WrongWayKind, OriginKind,
		SameCatalogKind, DuplicateEntryKind, RelatedDirectionKind, GuideRelationKind,
		OwnIDKind, NotSettableKind, EmptyChangeKind, WeakeningKind, WeakenedKind, AddedPointsKind)
}

func valueArg(v string) lang.Arg { return lang.Value("value", v) }
