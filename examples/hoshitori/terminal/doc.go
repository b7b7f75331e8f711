// Package terminal lays out Japanese and English text on a terminal: it measures in columns (a full-width character is
// two), breaks lines where Japanese typesetting allows, pads tables, and keeps control characters of documents away from
// the screen.
//
//	p := terminal.Page{Width: 72}
//	p.Heading("次にすること")
//	p.Item("  1. ", "仕事で使う機器のOSやアプリを、欠かさず更新していますか。")
//	os.Stdout.WriteString(p.String())
//
// # What it is not for
//
// It draws nothing that moves and never takes over the screen: all output is lines, so that it can be piped, saved and
// read aloud.
package terminal
