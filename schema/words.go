package schema

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// because says why a member is required where that depends on another one. The keys are places in the schemas.
var because = map[string]lang.Text{
	"/$defs/answer/then/required": {
		JA: "（state が not_applicable か compensated の答えには理由が要ります）",
		EN: " (an answer that is not_applicable or compensated needs a reason)"},
}

// wanted says what a schema asks for where its keyword is not for people. The keys are places in the schemas.
var wanted = map[string]lang.Text{
	"/$defs/date":   {JA: "2026-11-21のような実在の日付", EN: "a day of the calendar such as 2026-11-21"},
	"/$defs/number": {JA: "整数を表す18桁までの文字列（\"74\"など）", EN: "a whole number of at most 18 digits as a string, such as \"74\""},
	"/$defs/answer/then/properties/reason": {
		JA: "空でない「code」か「text」", EN: "a \"code\" or a \"text\" that is not empty"},
}

// typeName is what a person calls a type of the schemas.
func typeName(name string) lang.Text {
	switch name {
	case "object":
		return lang.Text{JA: "オブジェクト{ }", EN: "an object"}
	case "array":
		return lang.Text{JA: "配列[ ]", EN: "an array"}
	case "string":
		return lang.Text{JA: "文字列", EN: "a string"}
	case "boolean":
		return lang.Text{JA: "true/false", EN: "true or false"}
	case "integer":
		return lang.Text{JA: "整数", EN: "a whole number"}
	}
	return lang.Text{JA: name, EN: name}
}

// typeNames names the type, or the types, that a schema allows.
func typeNames(rule *jsondoc.Value) lang.Text {
	if rule.Type == jsondoc.String {
		return typeName(rule.Text)
	}
	var out lang.Text
	for i, t := range rule.Elements {
		name := typeName(t.Text)
		if i > 0 {
			name = lang.Text{JA: "か" + name.JA, EN: " or " + name.EN}
		}
		out = lang.Text{JA: out.JA + name.JA, EN: out.EN + name.EN}
	}
	return out
}

// nameOf is what a person calls the type of a value. Numbers are quoted, because only a fraction is the wrong kind of
// number.
func nameOf(v *jsondoc.Value) lang.Text {
	switch v.Type {
	case jsondoc.Object:
		return typeName("object")
	case jsondoc.Array:
		return typeName("array")
	case jsondoc.String:
		return typeName("string")
	case jsondoc.Number:
		return lang.Text{JA: "数 " + v.Text, EN: "the number " + v.Text}
	case jsondoc.Bool:
		return typeName("boolean")
	}
	return typeName("null")
}
