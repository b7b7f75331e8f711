package render

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
)

// voiced marks what is written in Japanese in an English text, such as the title of a source or the name of a publisher, so that a
// screen reader says it with the right voice (WCAG 2.2, 3.1.2). It changes the tree and returns it.
func voiced(n *markup.Node, l lang.Lang) *markup.Node {
	if n == nil || l != lang.EN || n.Tag == "svg" || n.Tag == "span" { // a span was made here: a source can stand in two lists
		return n
	}
	var children []*markup.Node
	for _, c := range n.Children {
		if c.Tag != "" {
			children = append(children, voiced(c, l))
			continue
		}
		for text := c.Text; text != ""; {
			before, japanese, after := cutJapanese(text)
			if before != "" {
				children = append(children, markup.T(before))
			}
			if japanese != "" {
				children = append(children, markup.E("span", markup.A("lang", "ja"), markup.T(japanese)))
			}
			text = after
		}
	}
	n.Children = children
	return n
}

// cutJapanese finds the first stretch of Japanese in a text. Numbers, signs and capitals within it, such as those of a date, belong to
// it; an English word ends it.
func cutJapanese(text string) (before, japanese, after string) {
	begin, end := len(text), len(text)
	for i, r := range text {
		if isJapanese(r) {
			begin, end = min(begin, i), i+len(string(r))
		} else if begin < i && 'a' <= r && r <= 'z' {
			break
		}
	}
	return text[:begin], text[begin:end], text[end:]
}

// isJapanese says of ideographs, kana, and of the signs and letters that are as wide as they are.
func isJapanese(r rune) bool {
	return 0x3000 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || 0xFF01 <= r && r <= 0xFFEE || 0x20000 <= r && r <= 0x3FFFD
}
