// Package problem describes what is wrong with a document: a code to decide on, the place (file, line, column and JSON
// Pointer), a message and a hint in Japanese and English.
//
// All readers and checkers of Hoshitori collect their problems in a [List] instead of stopping at the first, and decide
// nothing on sentences: tests and programs compare [Kind.Code], people read [Problem.Message] and [Problem.Hint].
//
//	doc, problems := assess.Parse(data)
//	for _, p := range problems {
//		fmt.Println(p.Text(lang.JA)) // assessment.json:12:9: 項目「99」は… [assess/unknown-item]
//	}
//
// The codes are stable: a code keeps its meaning in all versions of a major release.
package problem
