package jsondoc

import (
	"strconv"
	"unicode/utf8"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// MaxDepth is how deep arrays and objects may be nested. Our formats need ten; the rest is for "ext".
const MaxDepth = 64

// Parse reads one JSON value. Reading stops where the text is not JSON; all other problems are collected. The value is
// to be used only if the list is [problem.List.OK].
func Parse(data []byte) (Value, problem.List) {
	p := parser{data: string(data), position: problem.Position{Line: 1, Column: 1}}
	if len(data) >= 3 && data[0] == 0xEF && data[1] == 0xBB && data[2] == 0xBF {
		p.report(BOMKind, p.position, nil)
		p.offset, p.counted = 3, 3
	}
	if len(data) >= 2 && (data[0] == 0xFE && data[1] == 0xFF || data[0] == 0xFF && data[1] == 0xFE || data[0] == 0 || data[1] == 0) {
		p.report(EncodingKind, p.position, nil) // UTF-16 or UTF-32, which some editors call "Unicode"
		return Value{}, p.problems
	}
	v, ok := p.value(nil, 0)
	if ok {
		p.space()
		if p.offset < len(data) {
			p.syntax(lang.Text{JA: "値の後に余分な文字", EN: "text after the value"})
		}
	}
	return v, p.problems
}

type parser struct {
	data     string // what is read of it are parts of it, not copies
	offset   int
	counted  int              // offset that position stands for; never behind offset by more than one token
	position problem.Position // of counted
	problems problem.List
	foreign  int // how many members "ext" are open around the offset

	// What has been read of the arrays and objects that are open around the offset. What a closed one needs is known, and taken
	// from the end in one piece.
	elements []Value
	members  []Member
}

// path is where a value stands: nil is the whole document. It is written as a pointer only where there is a problem.
type path struct {
	outer *path
	name  string // of a member
	index int    // of an element, -1 for a member
}

func (at *path) pointer() string {
	switch {
	case at == nil:
		return ""
	case at.index < 0:
		return at.outer.pointer() + "/" + EscapePointer(at.name)
	}
	return at.outer.pointer() + "/" + strconv.Itoa(at.index)
}

// here returns the place of the current offset. Counting goes on from the last place asked for, so that a file of one
// long line costs no more than any other.
func (p *parser) here() problem.Position {
	for p.counted < p.offset {
		c := p.data[p.counted]
		if c == '\n' {
			p.position.Line++
			p.position.Column = 1
		} else if c&0xC0 != 0x80 {
			p.position.Column++
		}
		p.counted++
	}
	return p.position
}

func (p *parser) report(kind *problem.Kind, at problem.Position, of *path, args ...lang.Arg) {
	p.problems = append(p.problems, problem.Problem{Kind: kind, Position: at, Pointer: of.pointer(), Args: args})
}

// syntax reports that the text is not JSON here.
func (p *parser) syntax(what lang.Text) bool {
	p.report(SyntaxKind, p.here(), nil, lang.Arg{Name: "what", Text: what})
	return false
}

func (p *parser) space() {
	for p.offset < len(p.data) {
		switch p.data[p.offset] {
		case ' ', '\t', '\n', '\r':
			p.offset++
		default:
			return
		}
	}
}

func (p *parser) peek() byte {
	if p.offset < len(p.data) {
		return p.data[p.offset]
	}
	return 0
}

func (p *parser) value(at *path, depth int) (v Value, ok bool) {
	p.space()
	v.Position = p.here()
	if depth >= MaxDepth && p.offset < len(p.data) && (p.data[p.offset] == '{' || p.data[p.offset] == '[') {
		p.report(DepthKind, v.Position, at, lang.Value("limit", strconv.Itoa(MaxDepth)))
		return v, false
	}
	if p.offset >= len(p.data) {
		return v, p.syntax(lang.Text{JA: "途中で終わっている", EN: "the text ends too early"})
	}
	switch c := p.data[p.offset]; {
	case c == '{':
		return p.object(v, at, depth)
	case c == '[':
		return p.array(v, at, depth)
	case c == '"':
		v.Type = String
		v.Text, ok = p.text(at)
		return v, ok
	case c == '-' || '0' <= c && c <= '9':
		return p.number(v, at)
	case p.word("true"):
		v.Type, v.Bool = Bool, true
		return v, true
	case p.word("false"):
		v.Type = Bool
		return v, true
	case p.word("null"):
		v.Type = Null
		return v, true
	}
	return v, p.syntax(lang.Text{JA: "値がない", EN: "a value is missing"})
}

func (p *parser) word(w string) bool {
	if len(p.data)-p.offset >= len(w) && p.data[p.offset:p.offset+len(w)] == w {
		p.offset += len(w)
		return true
	}
	return false
}

func (p *parser) object(v Value, at *path, depth int) (Value, bool) {
	v.Type = Object
	from := len(p.members)
	var names map[string]bool // built only for large objects
	closed := func() (Value, bool) {
		p.offset++
		v.Members = append(make([]Member, 0, len(p.members)-from), p.members[from:]...)
		p.members = p.members[:from]
		return v, true
	}
	p.offset++
	for first := true; ; first = false {
		p.space()
		if p.peek() == '}' {
			if !first {
				return v, p.syntax(lang.Text{JA: "余分なカンマ", EN: "a comma too many"})
			}
			return closed()
		}
		if p.peek() != '"' {
			return v, p.syntax(lang.Text{JA: "キーがない", EN: "a key is missing"})
		}
		m := Member{Position: p.here()}
		var ok bool
		if m.Name, ok = p.text(at); !ok {
			return v, false
		}
		p.space()
		if p.peek() != ':' {
			return v, p.syntax(lang.Text{JA: "コロンがない", EN: "a colon is missing"})
		}
		p.offset++
		inner := path{at, m.Name, -1}
		if m.Name == "ext" {
			p.foreign++
		}
		if m.Value, ok = p.value(&inner, depth+1); !ok {
			return v, false
		}
		if m.Name == "ext" {
			p.foreign--
		}
		duplicate, before := false, p.members[from:]
		if len(before) < 16 {
			duplicate = (&Value{Members: before}).Get(m.Name) != nil
		} else {
			if names == nil {
				names = make(map[string]bool, 64)
				for i := range before {
					names[before[i].Name] = true
				}
			}
			duplicate = names[m.Name]
			names[m.Name] = true
		}
		if duplicate {
			p.report(DuplicateKind, m.Position, &inner, lang.Value("name", m.Name))
		} else {
			p.members = append(p.members, m)
		}
		p.space()
		switch p.peek() {
		case ',':
			p.offset++
		case '}':
			return closed()
		default:
			return v, p.syntax(lang.Text{JA: "カンマか閉じかっこ「}」がない", EN: "a comma or } is missing"})
		}
	}
}

func (p *parser) array(v Value, at *path, depth int) (Value, bool) {
	v.Type = Array
	from := len(p.elements)
	closed := func() (Value, bool) {
		p.offset++
		v.Elements = append(make([]Value, 0, len(p.elements)-from), p.elements[from:]...)
		p.elements = p.elements[:from]
		return v, true
	}
	p.offset++
	p.space()
	if p.peek() == ']' {
		return closed()
	}
	for {
		e, ok := p.value(&path{at, "", len(p.elements) - from}, depth+1)
		if !ok {
			return v, false
		}
		p.elements = append(p.elements, e)
		p.space()
		switch p.peek() {
		case ',':
			p.offset++
		case ']':
			return closed()
		default:
			return v, p.syntax(lang.Text{JA: "カンマか閉じかっこ「]」がない", EN: "a comma or ] is missing"})
		}
	}
}

func (p *parser) number(v Value, at *path) (Value, bool) {
	start := p.offset
	digits := func() bool {
		from := p.offset
		for '0' <= p.peek() && p.peek() <= '9' {
			p.offset++
		}
		return p.offset > from
	}
	if p.peek() == '-' {
		p.offset++
	}
	ok := true
	if p.peek() == '0' { // nothing but a point or an exponent may follow
		p.offset++
		ok = p.peek() < '0' || p.peek() > '9'
	} else {
		ok = digits()
	}
	if ok && p.peek() == '.' {
		p.offset++
		ok = digits()
	}
	if ok && (p.peek() == 'e' || p.peek() == 'E') {
		p.offset++
		if p.peek() == '+' || p.peek() == '-' {
			p.offset++
		}
		ok = digits()
	}
	if !ok {
		return v, p.syntax(lang.Text{JA: "数の書き方", EN: "a malformed number"})
	}
	text := p.data[start:p.offset]
	v.Type = Number
	canonical, fidelity := canonicalNumber(text)
	if fidelity != exact {
		if len(text) > 40 {
			text = text[:40] + "…"
		}
		kind := NumberKind
		if fidelity == rounded && p.foreign > 0 {
			kind = RoundedKind // what "ext" holds is not ours to refuse, as long as it can be written at all
		}
		p.report(kind, v.Position, at, lang.Value("number", text))
	}
	v.Text = canonical
	return v, true
}

// text reads a string. The offset stands on its opening quote.
func (p *parser) text(of *path) (string, bool) {
	p.offset++
	start := p.offset
	var out []byte // what was read up to start, if something in it was written otherwise than it is
	for p.offset < len(p.data) {
		c := p.data[p.offset]
		switch {
		case c == '"':
			piece := p.data[start:p.offset]
			p.offset++
			if out == nil {
				return piece, true
			}
			return string(append(out, piece...)), true
		case c < 0x20:
			return "", p.syntax(lang.Text{JA: "文字列の中の制御文字", EN: "a control character in a string"})
		case c == '\\':
			out = append(out, p.data[start:p.offset]...)
			r, ok := p.escape(of)
			if !ok {
				return "", false
			}
			out = utf8.AppendRune(out, r)
			start = p.offset
		case c < utf8.RuneSelf:
			p.offset++
		default:
			r, size := utf8.DecodeRuneInString(p.data[p.offset:])
			if r == utf8.RuneError && size == 1 {
				p.report(EncodingKind, p.here(), of)
				return "", false
			}
			p.offset += size
		}
	}
	return "", p.syntax(lang.Text{JA: "文字列が閉じていない", EN: "a string is not closed"})
}

func (p *parser) escape(of *path) (rune, bool) {
	at := p.here()
	p.offset++
	c := p.peek()
	p.offset++
	switch c {
	case '"', '\\', '/':
		return rune(c), true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'u':
		r, ok := p.hex4()
		if !ok {
			break
		}
		if r < 0xD800 || r > 0xDFFF {
			return r, true
		}
		if r < 0xDC00 && p.word(`\u`) {
			low, ok := p.hex4()
			if !ok {
				break
			}
			if low >= 0xDC00 && low <= 0xDFFF {
				return (r-0xD800)<<10 + (low - 0xDC00) + 0x10000, true
			}
		}
		p.report(SurrogateKind, at, of, lang.Value("escape", `\u`+strconv.FormatInt(int64(r), 16)))
		return utf8.RuneError, true
	}
	if p.offset > len(p.data) {
		p.offset = len(p.data)
	}
	return 0, p.syntax(lang.Text{JA: "「\\」の使い方", EN: "a malformed escape"})
}

func (p *parser) hex4() (rune, bool) {
	if len(p.data)-p.offset < 4 {
		return 0, false
	}
	var r rune
	for _, c := range p.data[p.offset : p.offset+4] {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 + rune(c-'0')
		case 'a' <= c && c <= 'f':
			r = r<<4 + rune(c-'a'+10)
		case 'A' <= c && c <= 'F':
			r = r<<4 + rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	p.offset += 4
	return r, true
}
