package gowasm

import (
	"encoding/binary"
	"errors"
	"slices"
)

// The parts of a WebAssembly module that are looked at here, as its binary format numbers them.
const (
	moduleHeader   = 8  // bytes before the first section
	codeSection    = 10 // the instructions, function by function
	dataSection    = 11 // what stands in memory at the start, piece by piece
	i32Const       = 0x41
	endOfAddress   = 0x0B
	activeInMemory = 0 // kind of a piece: copied to its address at the start

	namedSection     = 0 // one that begins with a name
	producersSection = "producers"
)

// maxGap is how many zero bytes between two pieces are written out. Longer runs save nothing more.
const maxGap = 1 << 10

// maxMemory is how much memory a program may begin with. Ours has a thirtieth of that.
const maxMemory = 1 << 26

var errModule = errors.New("the module is not laid out as the Go linker writes it")

// segment is a piece of memory.
type segment struct {
	address uint64
	data    []byte
}

// part is a section of a module.
type part struct {
	id      byte
	content []byte
}

// partsOf takes a module apart. The contents are parts of it, not copies.
func partsOf(module []byte) ([]part, error) {
	if len(module) < moduleHeader {
		return nil, errModule
	}
	r := moduleReader{rest: module[moduleHeader:]}
	var out []part
	for len(r.rest) > 0 {
		id := r.take(1)[0]
		out = append(out, part{id, r.take(r.number())})
	}
	if r.failed {
		return nil, errModule
	}
	return out, nil
}

// named returns the content of a section that has a name; none if there is no such section.
func named(parts []part, name string) []byte {
	for _, p := range parts {
		content := moduleReader{rest: p.content}
		if p.id == namedSection && string(content.take(content.number())) == name && !content.failed {
			return content.rest
		}
	}
	return nil
}

// first returns the content of the first section of a kind; none if there is no such section.
func first(parts []part, id byte) []byte {
	for _, p := range parts {
		if p.id == id {
			return p.content
		}
	}
	return nil
}

// withMemory returns the module with its memory as edit leaves it. The rest stays as it is.
func withMemory(module []byte, edit func(memory) error) ([]byte, error) {
	parts, err := partsOf(module)
	if err != nil {
		return nil, err
	}
	out := slices.Clone(module[:moduleHeader])
	for _, p := range parts {
		if p.id == dataSection {
			m, err := readMemory(p.content)
			if err == nil {
				err = edit(m)
			}
			if err != nil {
				return nil, err
			}
			p.content = appendSegments(nil, m.pieces())
		}
		out = binary.AppendUvarint(append(out, p.id), uint64(len(p.content)))
		out = append(out, p.content...)
	}
	return out, nil
}

// memory is what stands in the memory of a program at the start, from an address on.
type memory struct {
	address uint64
	data    []byte
}

// memoryOf puts the pieces together. The Go linker leaves every few zeros out, which cuts its tables into fifty thousand pieces with an
// address each.
func memoryOf(pieces []segment) (memory, error) {
	if len(pieces) == 0 {
		return memory{}, nil
	}
	start, end := pieces[0].address, uint64(0)
	for _, s := range pieces {
		start, end = min(start, s.address), max(end, s.address+uint64(len(s.data)))
	}
	if end-start > maxMemory {
		return memory{}, errModule
	}
	m := memory{start, make([]byte, end-start)}
	for _, s := range pieces {
		copy(m.data[s.address-start:], s.data)
	}
	return m, nil
}

// pieces cuts the memory at long runs of zeros only. Whole tables compress far better: the download gets a tenth smaller.
// Memory is all zero before, so nothing changes in it.
func (m memory) pieces() []segment {
	var out []segment
	start, end := 0, 0 // of a piece; end is behind its last byte that is not zero
	add := func() {
		if end > start {
			out = append(out, segment{m.address + uint64(start), m.data[start:end]})
		}
	}
	for i, b := range m.data {
		if b == 0 {
			continue
		}
		if i-end > maxGap || end == 0 {
			add()
			start = i
		}
		end = i + 1
	}
	add()
	return out
}

// from returns the memory from an address on, nothing if it does not reach that far.
func (m memory) from(address uint64) []byte {
	if address < m.address || address-m.address > uint64(len(m.data)) {
		return nil
	}
	return m.data[address-m.address:]
}

// readMemory reads what the section of data says about memory.
func readMemory(content []byte) (memory, error) {
	pieces, err := readSegments(content)
	if err != nil {
		return memory{}, err
	}
	return memoryOf(pieces)
}

func readSegments(content []byte) ([]segment, error) {
	r := moduleReader{rest: content}
	var out []segment
	for n := r.number(); n > 0 && !r.failed; n-- {
		r.expect(activeInMemory)
		r.expect(i32Const)
		address := r.number() // signed, but never negative: its unsigned reading is the same
		r.expect(endOfAddress)
		out = append(out, segment{address, r.take(r.number())})
	}
	if r.failed || len(r.rest) > 0 {
		return nil, errModule
	}
	return out, nil
}

func appendSegments(dst []byte, segments []segment) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(segments)))
	for _, s := range segments {
		dst = binary.AppendUvarint(append(dst, activeInMemory, i32Const), s.address)
		if last := len(dst) - 1; dst[last]&0x40 != 0 { // would be read as the sign
			dst[last] |= 0x80
			dst = append(dst, 0)
		}
		dst = binary.AppendUvarint(append(dst, endOfAddress), uint64(len(s.data)))
		dst = append(dst, s.data...)
	}
	return dst
}

// moduleReader takes a module apart. After a failure it yields zeros.
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

func (r *moduleReader) expect(b byte) {
	if r.take(1)[0] != b {
		r.failed = true
	}
}
