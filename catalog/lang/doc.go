// Package lang holds texts in the two languages of Hoshitori, Japanese first and English second.
//
// It is not a translation framework: a text that lacks a language is a defect of its author, which the catalogue
// checker reports.
//
//	title := lang.Text{JA: "自社診断", EN: "Self-check"}
//	title.In(lang.EN) // "Self-check"
package lang
