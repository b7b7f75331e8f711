package gowasm

import "encoding/binary"

// activeInMemory is the kind of a piece that is copied to its address at the start.
const activeInMemory = 0

// maxGap is how many zero bytes between two pieces are written out. Longer runs save nothing more.
const maxGap = 1 << 10

// maxMemory is how much memory a program may begin with. Ours has a thirtieth of that.
const maxMemory = 1 << 26

// segment is a piece of memory.
type segment struct {
	address uint64
	data    []byte
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
		r.expect(opI32Const)
		address := r.number() // signed, but never negative: its unsigned reading is the same
		r.expect(opEnd)
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
		dst = appendSigned(append(dst, activeInMemory, opI32Const), int64(s.address))
		dst = appendSized(append(dst, opEnd), s.data)
	}
	return dst
}
