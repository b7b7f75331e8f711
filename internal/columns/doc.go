// Package columns measures text in the columns of a screen on which every character has the same width, and a kanji has
// the width of two letters.
//
//	columns.Of("星★a") // 4
//
// It is for lining things up under each other in plain text. It knows no fonts, and draws nothing.
package columns
