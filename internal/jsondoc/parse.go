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
	p := parser{data: data, position: problem.Position{Line: 1, Column: 1}}
	if len(data) >= 3 && data[0] == 0xEF && data[1] == 0xBB && data[2] == 0xBF {
		p.report(BOMKind, p.position, "")
		p.offset, p.counted = 3, 3
	}
	if len(data) >= 2 && (data[0] == 0xFE && data[1] == 0xFF || data[0] == 0xFF && data[1] == 0xFE || data[0] == 0 || data[1] == 0) {
		p.report(EncodingKind, p.position, "") // UTF-16 or UTF-32, which some editors call "Unicode"
		return Value{}, p.problems
	}
	v, ok := p.value("", 0)
	if ok {
		p.space()
		if p.offset < len(data) {
			p.syntax(lang.Text{JA: "値の後に余分な文字", EN: "text after the value"})
		}
	}
	return v, p.problems
}

type parser struct {
	data     []byte
	offset   int
	counted  int              // offset that position stands for; never behind offset by more than one token
	position problem.Position // of counted
	problems problem.List
	foreign  int // how many members "ext" are open around the offset
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

func (p *parser) report(kind *problem.Kind, at problem.Position, pointer string, args ...lang.Arg) {
	p.problems = append(p.problems, problem.Problem{Kind: kind, Position: at, Pointer: pointer, Args: args})
}

// syntax reports that the text is not JSON here.
func (p *parser) syntax(what lang.Text) bool {
	p.report(SyntaxKind, p.here(), "", lang.Arg{Name: "what", Text: what})
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

func (p *parser) value(pointer string, depth int) (v Value, ok bool) {
	p.space()
	v.Position = p.here()
	if depth >= MaxDepth && p.offset < len(p.data) && (p.data[p.offset] == '{' || p.data[p.offset] == '[') {
		p.report(DepthKind, v.Position, pointer, lang.Value("limit", strconv.Itoa(MaxDepth)))
		return v, false
	}
	if p.offset >= len(p.data) {
		return v, p.syntax(lang.Text{JA: "途中で終わっている", EN: "the text ends too early"})
	}
	switch c := p.data[p.offset]; {
	case c == '{':
		return p.object(v, pointer, depth)
	case c == '[':
		return p.array(v, pointer, depth)
	case c == '"':
		v.Type = String
		v.Text, ok = p.text(pointer)
		return v, ok
	case c == '-' || '0' <= c && c <= '9':
		return p.number(v, pointer)
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
	if len(p.data)-p.offset >= len(w) && string(p.data[p.offset:p.offset+len(w)]) == w {
		p.offset += len(w)
		return true
	}
	return false
}

func (p *parser) object(v Value, pointer string, depth int) (Value, bool) {
	v.Type = Object
	v.Members = []Member{}
	var names map[string]bool // built only for large objects
	p.offset++
	for first := true; ; first = false {
		p.space()
		if p.peek() == '}' {
			if !first {
				return v, p.syntax(lang.Text{JA: "余分なカンマ", EN: "a comma too many"})
			}
			p.offset++
			return v, true
		}
		if p.peek() != '"' {
			return v, p.syntax(lang.Text{JA: "キーがない", EN: "a key is missing"})
		}
		m := Member{Position: p.here()}
		var ok bool
		if m.Name, ok = p.text(pointer); !ok {
			return v, false
		}
		p.space()
		if p.peek() != ':' {
			return v, p.syntax(lang.Text{JA: "コロンがない", EN: "a colon is missing"})
		}
		p.offset++
		inner := pointer + "/" + EscapePointer(m.Name)
		if m.Name == "ext" {
			p.foreign++
		}
		if m.Value, ok = p.value(inner, depth+1); !ok {
			return v, false
		}
		if m.Name == "ext" {
			p.foreign--
		}
		duplicate := false
		if len(v.Members) < 16 {
			duplicate = v.Get(m.Name) != nil
		} else {
			if names == nil {
				names = make(map[string]bool, 64)
				for i := range v.Members {
					names[v.Members[i].Name] = true
				}
			}
			duplicate = names[m.Name]
			names[m.Name] = true
		}
		if duplicate {
			p.report(DuplicateKind, m.Position, inner, lang.Value("name", m.Name))
		} else {
			v.Members = append(v.Members, m)
		}
		p.space()
		switch p.peek() {
		case ',':
			p.offset++
		case '}':
			p.offset++
			return v, true
		default:
			return v, p.syntax(lang.Text{JA: "カンマか閉じかっこ「}」がない", EN: "a comma or } is missing"})
		}
	}
}

func (p *parser) array(v Value, pointer string, depth int) (Value, bool) {
	v.Type = Array
	v.Elements = []Value{}
	p.offset++
	p.space()
	if p.peek() == ']' {
		p.offset++
		return v, true
	}
	for {
		e, ok := p.value(pointer+"/"+strconv.Itoa(len(v.Elements)), depth+1)
		if !ok {
			return v, false
		}
		v.Elements = append(v.Elements, e)
		p.space()
		switch p.peek() {
		case ',':
			p.offset++
		case ']':
			p.offset++
			return v, true
		default:
			return v, p.syntax(lang.Text{JA: "カンマか閉じかっこ「]」がない", EN: "a comma or ] is missing"})
		}
	}
}

func (p *parser) number(v Value, pointer string) (Value, bool) {
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
	text := string(p.data[start:p.offset])
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
		p.report(kind, v.Position, pointer, lang.Value("number", text))
	}
	v.Text = canonical
	return v, true
}

// text reads a string. The offset stands on its opening quote.
func (p *parser) text(pointer string) (string, bool) {
	p.offset++
	start := p.offset
	for p.offset < len(p.data) {
		c := p.data[p.offset]
		if c == '"' {
			s := string(p.data[start:p.offset])
			p.offset++
			return s, true
		}
		if c == '\\' || c < 0x20 || c >= utf8.RuneSelf {
			break
		}
		p.offset++
	}
	out := append(make([]byte, 0, p.offset-start+32), p.data[start:p.offset]...)
	for p.offset < len(p.data) {
		c := p.data[p.offset]
		switch {
		case c == '"':
			p.offset++
			return string(out), true
		case c < 0x20:
			return "", p.syntax(lang.Text{JA: "文字列の中の制御文字", EN: "a control character in a string"})
		case c == '\\':
			r, ok := p.escape(pointer)
			if !ok {
				return "", false
			}
			out = utf8.AppendRune(out, r)
		case c < utf8.RuneSelf:
			out = append(out, c)
			p.offset++
		default:
			r, size := utf8.DecodeRune(p.data[p.offset:])
			if r == utf8.RuneError && size == 1 {
				p.report(EncodingKind, p.here(), pointer)
				return "", false
			}
			out = append(out, p.data[p.offset:p.offset+size]...)
			p.offset += size
		}
	}
	return "", p.syntax(lang.Text{JA: "文字列が閉じていない", EN: "a string is not closed"})
}

func (p *parser) escape(pointer string) (rune, bool) {
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
		p.report(SurrogateKind, at, pointer, lang.Value("escape", `\u`+strconv.FormatInt(int64(r), 16)))
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
