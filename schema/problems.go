package schema

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// The kinds of problem that validating finds, beside those of the JSON text. Each but the first is named after the
// keyword of the schema that refuses the value.
var (
	FormatKind = &problem.Kind{Code: "schema/unknown-format",
		Message: lang.Text{JA: "「{value}」という形式は分かりません。", EN: "The format \"{value}\" is not known."},
		Hint:    lang.Text{JA: "使える値：{allowed}。新しい版の形式なら、プログラムを新しくしてください。", EN: "Known: {allowed}. If the file is of a newer format, update the program."}}
	TypeKind = &problem.Kind{Code: "schema/type",
		Message: lang.Text{JA: "ここには{want}が必要ですが、{got}があります。", EN: "Expected {want} here, found {got}."},
		Hint:    lang.Text{JA: "値の書き方を直してください。分からない値はキーごと消します。", EN: "Correct the value. If it is not known, remove the key."}}
	ConstKind = &problem.Kind{Code: "schema/const",
		Message: lang.Text{JA: "ここは「{want}」でなければなりませんが、「{value}」です。", EN: "This must be \"{want}\", not \"{value}\"."},
		Hint:    lang.Text{JA: "別の種類か別の版のファイルでないか、確かめてください。", EN: "Check whether this is a file of another kind or version."}}
	EnumKind = &problem.Kind{Code: "schema/enum",
		Message: lang.Text{JA: "「{value}」は使えない値です。", EN: "\"{value}\" is not an allowed value."},
		Hint:    lang.Text{JA: "使える値：{allowed}。", EN: "Allowed: {allowed}."}}
	RequiredKind = &problem.Kind{Code: "schema/required",
		Message: lang.Text{JA: "必須のキー「{name}」がありません{why}。", EN: "The required key \"{name}\" is missing{why}."},
		Hint:    lang.Text{JA: "「{name}」を加えてください。", EN: "Add \"{name}\"."}}
	DependentRequiredKind = &problem.Kind{Code: "schema/dependentRequired",
		Message: lang.Text{JA: "「{given}」があるのに「{name}」がありません。", EN: "There is \"{given}\" but no \"{name}\"."},
		Hint:    lang.Text{JA: "「{name}」を加えるか、「{given}」を消してください。", EN: "Add \"{name}\" or remove \"{given}\"."}}
	AdditionalPropertiesKind = &problem.Kind{Code: "schema/additionalProperties",
		Message: lang.Text{JA: "「{name}」はここで使えないキーです。", EN: "There is no key \"{name}\" here."},
		Hint:    lang.Text{JA: "使えるキー：{allowed}。独自の情報は「ext」の中に書けます。", EN: "Allowed: {allowed}. Data of your own can go into \"ext\"."}}
	PatternKind = &problem.Kind{Code: "schema/pattern",
		Message: lang.Text{JA: "「{value}」は{want}ではありません。", EN: "\"{value}\" is not {want}."},
		Hint:    lang.Text{JA: "書き方を直してください。", EN: "Correct the value."}}
	AnyOfKind = &problem.Kind{Code: "schema/anyOf",
		Message: lang.Text{JA: "ここには{want}が要ります。", EN: "This needs {want}."},
		Hint:    lang.Text{JA: "どれか一つを書いてください。", EN: "Give one of them."}}
	MinLengthKind = &problem.Kind{Code: "schema/minLength",
		Message: lang.Text{JA: "短すぎます。{limit}文字以上が必要です。", EN: "This is too short; it needs {limit} or more characters."},
		Hint:    lang.Text{JA: "値を書くか、キーごと消してください。", EN: "Give a value, or remove the key."}}
	MinimumKind = &problem.Kind{Code: "schema/minimum",
		Message: lang.Text{JA: "{value}は小さすぎます。{limit}以上でなければなりません。", EN: "{value} is too small; the least is {limit}."},
		Hint:    lang.Text{JA: "数を確かめてください。分からないときは、キーごと消してください。", EN: "Check the number. If it is not known, remove the key."}}
	MaximumKind = &problem.Kind{Code: "schema/maximum",
		Message: lang.Text{JA: "{value}は大きすぎます。{limit}以下でなければなりません。", EN: "{value} is too large; the greatest is {limit}."},
		Hint:    lang.Text{JA: "数を確かめてください。分からないときは、キーごと消してください。", EN: "Check the number. If it is not known, remove the key."}}
)

// ProblemKinds lists every kind of problem that validating can find.
func ProblemKinds() []*problem.Kind {
	return []*problem.Kind{
		jsondoc.SyntaxKind, jsondoc.EncodingKind, jsondoc.SurrogateKind, jsondoc.BOMKind, jsondoc.DuplicateKind,
		jsondoc.NumberKind, jsondoc.DepthKind, jsondoc.MoreKind,
		FormatKind, TypeKind, ConstKind, EnumKind, RequiredKind, DependentRequiredKind, AdditionalPropertiesKind,
		PatternKind, AnyOfKind, MinLengthKind, MinimumKind, MaximumKind,
	}
}
