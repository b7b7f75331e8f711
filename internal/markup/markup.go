// Package markup is a tree of HTML or SVG elements that can be written as text or, in the browser build, made into DOM
// nodes. Both writers take the same tree, so a form or a report is the same thing wherever it appears, and nothing that
// comes from a document can ever become markup: text is text, in attributes as well.
//
//	page := markup.E("p", markup.A("class", "note"), markup.T("1 < 2"))
//	string(markup.AppendHTML(nil, page)) // <p class="note">1 &lt; 2</p>
//
// It is not a template language and knows no HTML beyond which elements have no end tag.
package markup

// Node is an element or, where Tag is empty, a piece of text.
type Node struct {
	Tag      string
	Attrs    []Attr
	Text     string
	Children []*Node
}

// Attr is an attribute. One with an empty value is written as a bare name.
type Attr struct{ Name, Value string }

// Part is what an element is put together from: [Attr], *[Node] or a [Group] of nodes. A nil *Node adds nothing.
type Part interface{ addTo(n *Node) }

func (a Attr) addTo(n *Node) { n.Attrs = append(n.Attrs, a) }

func (c *Node) addTo(n *Node) {
	if c != nil {
		n.Children = append(n.Children, c)
	}
}

// Group is a sequence of nodes that is added as a whole.
type Group []*Node

func (g Group) addTo(n *Node) { n.Add(g...) }

// E returns an element.
func E(tag string, parts ...Part) *Node {
	n := &Node{Tag: tag}
	for _, p := range parts {
		p.addTo(n)
	}
	return n
}

// Add appends children to an element. A nil node adds nothing. It is called for one child too, because what append is
// compiled to takes more room in the browser build than a call.
func (n *Node) Add(children ...*Node) {
	for _, c := range children {
		if c != nil {
			n.Children = append(n.Children, c)
		}
	}
}

// A returns an attribute. It is a [Part] already, because to make it one at each call costs the browser build 28 kB.
func A(name, value string) Part { return Attr{name, value} }

// Class returns a class attribute.
func Class(names string) Part { return Attr{"class", names} }

// T returns a piece of text.
func T(text string) *Node { return &Node{Text: text} }

// P returns an element of that tag and class with one text in it, nil where the text is empty.
func P(tag, class, text string) *Node {
	if text == "" {
		return nil
	}
	n := E(tag, T(text))
	if class != "" {
		n.Attrs = []Attr{{"class", class}}
	}
	return n
}

// isVoid reports whether an element has neither content nor end tag.
func isVoid(tag string) bool {
	switch tag {
	case "meta", "input", "br", "hr", "link", "img":
		return true
	}
	return false
}

// AppendHTML appends the node as HTML text. SVG elements are written without a namespace, which HTML parsers supply; a
// stand-alone SVG file carries it as an attribute.
func AppendHTML(dst []byte, n *Node) []byte {
	if n.Tag == "" {
		return appendEscaped(dst, n.Text)
	}
	dst = append(append(dst, '<'), n.Tag...)
	for _, a := range n.Attrs {
		dst = append(append(dst, ' '), a.Name...)
		if a.Value != "" {
			dst = append(appendEscaped(append(dst, `="`...), a.Value), '"')
		}
	}
	dst = append(dst, '>')
	if isVoid(n.Tag) {
		return dst
	}
	for _, c := range n.Children {
		if n.Tag == "style" {
			dst = append(dst, c.Text...) // only ever a constant of ours
			continue
		}
		dst = AppendHTML(dst, c)
	}
	return append(append(append(dst, "</"...), n.Tag...), '>')
}

func appendEscaped(dst []byte, s string) []byte {
	for i := range len(s) {
		switch c := s[i]; {
		case c == '&':
			dst = append(dst, "&amp;"...)
		case c == '<':
			dst = append(dst, "&lt;"...)
		case c == '>':
			dst = append(dst, "&gt;"...)
		case c == '"':
			dst = append(dst, "&#34;"...)
		case c == '\'':
			dst = append(dst, "&#39;"...)
		case c < 0x20 && c != '\n' && c != '\t' || c == 0x7F:
			dst = append(dst, "\uFFFD"...) // control characters are not allowed in HTML or SVG text
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
