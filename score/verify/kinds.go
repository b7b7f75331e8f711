package verify

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// again is the hint of most kinds: a result is computed, never mended.
var again = lang.Text{JA: "この結果は使わず、同じ回答から計算し直してください。", EN: "Do not use this result; compute it again from the same answers."}

// The kinds of problem that [Result] finds.
var (
	CatalogKind = &problem.Kind{Code: "verify/catalog",
		Message: lang.Text{JA: "結果が示すカタログ（{got}）が、照合に使うもの（{want}）と違います。", EN: "The result speaks of another catalogue ({got}) than the one it is checked against ({want})."},
		Hint:    lang.Text{JA: "結果と同じ版・同じ内容のカタログで照合してください。", EN: "Check it against the edition and text that it names."}}
	TargetKind = &problem.Kind{Code: "verify/target",
		Message: lang.Text{JA: "目標の段階「{got}」では、この回答の結果になりません。", EN: "The target \"{got}\" cannot be that of a result of these answers."},
		Hint:    lang.Text{JA: "使える値：{want}。", EN: "Allowed: {want}."}}
	CombineKind = &problem.Kind{Code: "verify/combine",
		Message: lang.Text{JA: "複数の回答をまとめる規則が、知られていないものです。", EN: "The rule that combines several answers is not a known one."},
		Hint:    again}
	CountKind = &problem.Kind{Code: "verify/count",
		Message: lang.Text{JA: "数が合いません。結果には{got}とありますが、回答から数えると{want}です。", EN: "A count is wrong: the result says {got}, the answers give {want}."},
		Hint:    again}
	PointsKind = &problem.Kind{Code: "verify/points",
		Message: lang.Text{JA: "点数が合いません。結果には「{got}」とありますが、回答とカタログの配点からは「{want}」です。", EN: "Points are wrong: the result says \"{got}\", the answers and the catalogue's points give \"{want}\"."},
		Hint:    again}
	NoPointsKind = &problem.Kind{Code: "verify/points-presence",
		Message: lang.Text{JA: "カタログの配点の有無と、結果の「points」の有無が食い違っています。", EN: "The result has points and the catalogue none, or the other way round."},
		Hint:    again}
	BandKind = &problem.Kind{Code: "verify/band",
		Message: lang.Text{JA: "点数の区分が違います。結果には「{got}」とありますが、区分の表では「{want}」です。", EN: "The band is wrong: the result says \"{got}\", the table of bands gives \"{want}\"."},
		Hint:    again}
	VerdictKind = &problem.Kind{Code: "verify/verdict",
		Message: lang.Text{JA: "判定が違います。結果には「{got}」とありますが、回答からは「{want}」です。", EN: "A verdict is wrong: the result says \"{got}\", the answers give \"{want}\"."},
		Hint:    again}
	AnswerKind = &problem.Kind{Code: "verify/answer",
		Message: lang.Text{JA: "根拠の回答が違います。結果には「{got}」とありますが、回答のファイルからは「{want}」です。", EN: "The answer that is cited is wrong: the result says \"{got}\", the assessment gives \"{want}\"."},
		Hint:    lang.Text{JA: "結果と回答が同じ時点のものか確かめてください。", EN: "Make sure that result and answers are of the same moment."}}
	RuleKind = &problem.Kind{Code: "verify/rule",
		Message: lang.Text{JA: "規則「{got}」が挙げられていますが、ここに当たるのは「{want}」です。", EN: "The rule \"{got}\" is named, but \"{want}\" is the one that applies."},
		Hint:    again}
	ClauseKind = &problem.Kind{Code: "verify/clause",
		Message: lang.Text{JA: "出典の箇所が違います。結果には「{got}」とありますが、カタログでは「{want}」です。", EN: "The place in the source is wrong: the result says \"{got}\", the catalogue \"{want}\"."},
		Hint:    again}
	NodeKind = &problem.Kind{Code: "verify/node",
		Message: lang.Text{JA: "説明の木の節が「{got}」になっていますが、ここに立つのは「{want}」です。", EN: "A node of the explanation is \"{got}\" where \"{want}\" stands."},
		Hint:    again}
	MissingKind = &problem.Kind{Code: "verify/missing",
		Message: lang.Text{JA: "「{want}」が抜けています。", EN: "\"{want}\" is missing."},
		Hint:    again}
	TwiceKind = &problem.Kind{Code: "verify/counted-twice",
		Message: lang.Text{JA: "「{got}」が二度数えられています。", EN: "\"{got}\" is counted twice."},
		Hint:    again}
	ForeignKind = &problem.Kind{Code: "verify/foreign",
		Message: lang.Text{JA: "「{got}」はここに含まれません。", EN: "\"{got}\" does not belong here."},
		Hint:    again}
	OrderKind = &problem.Kind{Code: "verify/order",
		Message: lang.Text{JA: "順番が違います。「{want}」が来る所に「{got}」があります。", EN: "The order is wrong: \"{got}\" stands where \"{want}\" belongs."},
		Hint:    again}
	AssuranceKind = &problem.Kind{Code: "verify/assurance",
		Message: lang.Text{JA: "誰の確認によるかが違います。結果には「{got}」とありますが、回答のファイルが示すのは「{want}」です。", EN: "The assurance is wrong: the result says \"{got}\", the assessment shows \"{want}\"."},
		Hint:    again}
	ReasonKind = &problem.Kind{Code: "verify/reason",
		Message: lang.Text{JA: "残っている理由が違います。結果には「{got}」とありますが、回答からは「{want}」です。", EN: "The reasons of a gap are wrong: the result says \"{got}\", the answers give \"{want}\"."},
		Hint:    again}
)

// Kinds lists every kind of problem that [Result] can find.
func Kinds() []*problem.Kind {
	return []*problem.Kind{CatalogKind, TargetKind, CombineKind, CountKind, PointsKind, NoPointsKind, BandKind, VerdictKind,
		AnswerKind, RuleKind, ClauseKind, NodeKind, MissingKind, TwiceKind, ForeignKind, OrderKind, AssuranceKind, ReasonKind}
}
