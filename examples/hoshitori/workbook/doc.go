// Package workbook writes a result as a spreadsheet in the format of Excel (.xlsx), in Japanese or English: what came out,
// what to do next, and all answers, a sheet each.
//
//	data, cut, err := workbook.Write(view)
//
// It shows the same view as the writers of package render, with numbers that can be added up and sorted, and prints on A4.
//
// # What cannot happen
//
// Nothing is computed in the workbook, and it links to nothing: there is not one formula in it, nor a link, a macro or a
// picture. A text that begins like a formula is a text, and stays one when somebody edits its cell. What is longer than a
// cell may be is cut, which the text says at its end. The same view gives the same bytes.
//
// # Compatibility
//
// The workbook is for people; sheets and cells may move in any release. Programs read the JSON, or the CSV.
package workbook
