package gowasm

import (
	"encoding/binary"
	"errors"
	"slices"
)

// The sections of a WebAssembly module that are looked at here, as its binary format numbers them.
const (
	moduleHeader = 8 // bytes before the first section

	namedSection    = 0 // one that begins with a name
	typeSection     = 1
	importSection   = 2
	functionSection = 3 // the type of each function
	startSection    = 8 // the function that runs before all others
	codeSection     = 10
	dataSection     = 11

	producersSection = "producers"

	functionType   = 0x60
	functionImport = 0
)

var errModule = errors.New("the module is not laid out as the Go linker writes it")

// part is a section of a module.
type part struct {
	id      byte
	content []byte
}

// module is a WebAssembly module, taken apart.
type module struct {
	header []byte
	parts  []part
}

// readModule takes a module apart. The contents are parts of the text, not copies.
func readModule(text []byte) (module, error) {
	if len(text) < moduleHeader {
		return module{}, errModule
	}
	m := module{header: text[:moduleHeader]}
	r := moduleReader{rest: text[moduleHeader:]}
	for len(r.rest) > 0 {
		id := r.take(1)[0]
		m.parts = append(m.parts, part{id, r.take(r.number())})
	}
	if r.failed {
		return module{}, errModule
	}
	return m, nil
}

// text puts the module together.
func (m module) text() []byte {
	out := slices.Clone(m.header)
	for _, p := range m.parts {
		out = appendSized(append(out, p.id), p.content)
	}
	return out
}

// section returns the content of the first section of a kind; none if there is no such section.
func (m module) section(id byte) []byte {
	for _, p := range m.parts {
		if p.id == id {
			return p.content
		}
	}
	return nil
}

// named returns the content of a section that has a name; none if there is no such section.
func (m module) named(name string) []byte {
	for _, p := range m.parts {
		content := moduleReader{rest: p.content}
		if p.id == namedSection && string(content.take(content.number())) == name && !content.failed {
			return content.rest
		}
	}
	return nil
}

// set gives a section another content. One that was not there comes in front of those of a higher number, as the format demands.
func (m *module) set(id byte, content []byte) {
	at := len(m.parts)
	for i, p := range m.parts {
		if p.id == id {
			m.parts[i].content = content
			return
		}
		if p.id > id {
			at = min(at, i)
		}
	}
	m.parts = slices.Insert(m.parts, at, part{id, content})
}

// setStart gives the module a function that runs before any other, when its memory is as the module says. It takes the number behind those of
// all others, so that these stay what they are.
func (m *module) setStart(body []byte) error {
	imported, err := countImports(m.section(importSection))
	if err != nil {
		return err
	}
	types, number := extended(m.section(typeSection), []byte{functionType, 0, 0}) // takes nothing, returns nothing
	functions, index := extended(m.section(functionSection), binary.AppendUvarint(nil, number))
	code, _ := extended(m.section(codeSection), appendSized(nil, body))
	if types == nil || functions == nil || code == nil {
		return errModule
	}
	m.set(typeSection, types)
	m.set(functionSection, functions)
	m.set(codeSection, code)
	m.set(startSection, binary.AppendUvarint(nil, imported+index))
	return nil
}

// extended puts one more element behind those of a section that begins with their number, and returns which one it is.
func extended(content, element []byte) ([]byte, uint64) {
	r := moduleReader{rest: content}
	n := r.number()
	if r.failed {
		return nil, 0
	}
	return slices.Concat(binary.AppendUvarint(nil, n+1), r.rest, element), n
}

// countImports returns how many functions a module takes from outside. Go takes nothing else.
func countImports(content []byte) (uint64, error) {
	if content == nil {
		return 0, nil
	}
	r := moduleReader{rest: content}
	n := r.number()
	for i := n; i > 0 && !r.failed; i-- {
		r.take(r.number()) // of which module
		r.take(r.number()) // its name
		r.expect(functionImport)
		r.number() // its type
	}
	if r.failed || len(r.rest) > 0 {
		return 0, errModule
	}
	return n, nil
}

// readBodies returns the code of each function.
func readBodies(content []byte) ([][]byte, error) {
	r := moduleReader{rest: content}
	var out [][]byte
	for n := r.number(); n > 0 && !r.failed; n-- {
		out = append(out, r.take(r.number()))
	}
	if r.failed || len(r.rest) > 0 {
		return nil, errModule
	}
	return out, nil
}

// appendBodies is the reverse of readBodies.
func appendBodies(dst []byte, bodies [][]byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(bodies)))
	for _, body := range bodies {
		dst = appendSized(dst, body)
	}
	return dst
}

// appendSized appends a content behind its length.
func appendSized(dst, content []byte) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(content))), content...)
}

// moduleReader takes a part of a module apart. After a failure it yields zeros.
type moduleReader struct {
	rest   []byte
	failed bool
}

func (r *moduleReader) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.rest, r.failed = nil, true
		return make([]byte, 1)
	}
	out := r.rest[:n]
	r.rest = r.rest[n:]
	return out
}

func (r *moduleReader) number() uint64 {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.rest, r.failed = nil, true
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// signed takes a number that may be negative.
func (r *moduleReader) signed() int64 {
	var n int64
	for shift := 0; shift < 64; shift += 7 {
		b := r.take(1)[0]
		n |= int64(b&0x7F) << shift
		if b&0x80 != 0 {
			continue
		}
		if b&0x40 != 0 && shift < 57 {
			n |= -1 << (shift + 7)
		}
		return n
	}
	r.rest, r.failed = nil, true
	return 0
}

func (r *moduleReader) expect(b byte) {
	if r.take(1)[0] != b {
		r.failed = true
	}
}

// appendSigned is the reverse of signed.
func appendSigned(dst []byte, n int64) []byte {
	for ; n < -0x40 || n > 0x3F; n >>= 7 {
		dst = append(dst, byte(n)|0x80)
	}
	return append(dst, byte(n)&0x7F)
}
