package jsondoc

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// The kinds of problem that reading JSON, or reading one of our formats out of it, can find.
var (
	SyntaxKind = &problem.Kind{Code: "json/syntax",
		Message: lang.Text{JA: "JSONとして読めません（{what}）。", EN: "This is not valid JSON ({what})."},
		Hint:    lang.Text{JA: "この位置の記号やカンマを確かめてください。", EN: "Check the punctuation at this place."}}
	EncodingKind = &problem.Kind{Code: "json/encoding",
		Message: lang.Text{JA: "文字コードがUTF-8ではない箇所があります。", EN: "The text is not valid UTF-8 here."},
		Hint:    lang.Text{JA: "UTF-8で保存し直してください。", EN: "Save the file as UTF-8."}}
	SurrogateKind = &problem.Kind{Code: "json/lone-surrogate",
		Message: lang.Text{JA: "文字になっていない符号（{escape}）があります。", EN: "The escape {escape} is half of a character."},
		Hint:    lang.Text{JA: "元の文字を入れ直してください。", EN: "Enter the character itself."}}
	BOMKind = &problem.Kind{Code: "json/byte-order-mark", Severity: problem.Warning,
		Message: lang.Text{JA: "先頭にバイト順マーク（BOM）があります。", EN: "The file begins with a byte order mark."},
		Hint:    lang.Text{JA: "読み込みには差し支えありません。保存し直すと消えます。", EN: "It is ignored, and gone when the file is written again."}}
	DuplicateKind = &problem.Kind{Code: "json/duplicate-key",
		Message: lang.Text{JA: "キー「{name}」が二度あります。どちらが正しいか決められません。", EN: "The key \"{name}\" is there twice; which one counts cannot be told."},
		Hint:    lang.Text{JA: "片方を消してください。", EN: "Remove one of them."}}
	NumberKind = &problem.Kind{Code: "json/number",
		Message: lang.Text{JA: "数 {number} は桁が多すぎ、正確に扱えません。", EN: "The number {number} cannot be kept exactly."},
		Hint:    lang.Text{JA: "文字列として書くか、桁を減らしてください。", EN: "Write it as a string, or with fewer digits."}}
	RoundedKind = &problem.Kind{Code: "json/rounded", Severity: problem.Warning,
		Message: lang.Text{JA: "「ext」の中の数 {number} は桁が多すぎ、丸めて書き戻します。", EN: "The number {number} in \"ext\" has too many digits and is rounded when it is written back."},
		Hint:    lang.Text{JA: "正確に残すには、文字列として書いてください。", EN: "To keep it exactly, write it as a string."}}
	DepthKind = &problem.Kind{Code: "json/depth",
		Message: lang.Text{JA: "入れ子が{limit}段を超えています。", EN: "The nesting is deeper than {limit} levels."},
		Hint:    lang.Text{JA: "構造を浅くしてください。", EN: "Flatten the structure."}}
	TypeKind = &problem.Kind{Code: "format/type",
		Message: lang.Text{JA: "ここには{want}が必要ですが、{got}があります。", EN: "Expected {want} here, found {got}."},
		Hint:    lang.Text{JA: "値の書き方を直してください。", EN: "Correct the value."}}
	MissingKind = &problem.Kind{Code: "format/missing",
		Message: lang.Text{JA: "必須のキー「{name}」がありません。", EN: "The required key \"{name}\" is missing."},
		Hint:    lang.Text{JA: "「{name}」を加えてください。", EN: "Add \"{name}\"."}}
	UnknownKeyKind = &problem.Kind{Code: "format/unknown-key",
		Message: lang.Text{JA: "「{name}」はこの形式にないキーです。", EN: "This format has no key \"{name}\"."},
		Hint:    lang.Text{JA: "つづりを確かめてください。独自の情報は「ext」の中に書けます。", EN: "Check the spelling. Data of your own can go into \"ext\"."}}
	FormatKind = &problem.Kind{Code: "format/format",
		Message: lang.Text{JA: "形式が「{want}」ではなく「{got}」です。", EN: "The format is \"{got}\", not \"{want}\"."},
		Hint:    lang.Text{JA: "別の種類のファイルか、新しい版のファイルです。", EN: "This is another kind of file, or one of a newer version."}}
	ValueKind = &problem.Kind{Code: "format/value",
		Message: lang.Text{JA: "「{value}」は使えない値です。", EN: "\"{value}\" is not an allowed value."},
		Hint:    lang.Text{JA: "使える値：{allowed}。", EN: "Allowed: {allowed}."}}
	DateKind = &problem.Kind{Code: "format/date",
		Message: lang.Text{JA: "「{value}」は日付として読めません。", EN: "\"{value}\" is not a date."},
		Hint:    lang.Text{JA: "2026-11-21のように、年-月-日で書いてください。", EN: "Write it as year-month-day, such as 2026-11-21."}}
	MoreWarningsKind = &problem.Kind{Code: "format/more-warnings", Severity: problem.Warning,
		Message: lang.Text{JA: "ほかにも{count}件の注意があります。", EN: "There are {count} more warnings."},
		Hint:    lang.Text{JA: "上の注意を直してから、もう一度確かめてください。", EN: "Mend the ones above, then check again."}}
	MoreKind = &problem.Kind{Code: "format/more",
		Message: lang.Text{JA: "ほかにも{count}件の問題があります。", EN: "There are {count} more problems."},
		Hint:    lang.Text{JA: "上の問題を直してから、もう一度確かめてください。", EN: "Mend the ones above, then check again."}}
)

// Kinds lists every kind of problem of this package.
func Kinds() []*problem.Kind {
	return []*problem.Kind{SyntaxKind, EncodingKind, SurrogateKind, BOMKind, DuplicateKind, NumberKind, DepthKind,
		TypeKind, MissingKind, UnknownKeyKind, FormatKind, ValueKind, DateKind, RoundedKind, MoreKind, MoreWarningsKind}
}
