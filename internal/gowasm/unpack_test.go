package gowasm

import (
	"encoding/binary"
	"slices"
	"testing"
)

// execute does what an engine would do with a function without arguments, as far as those that are written here need it.
func execute(t *testing.T, body []byte, m memory) {
	t.Helper()
	r := moduleReader{rest: body}
	r.expect(1)
	variables := make([]uint32, r.number())
	r.expect(typeI32)
	var stack []uint32
	pop := func() uint32 {
		last := len(stack) - 1
		value := stack[last]
		stack = stack[:last]
		return value
	}
	push := func(value uint32) { stack = append(stack, value) }
	place := func() []byte {
		if align := r.number(); align != 0 {
			t.Fatalf("aligned to %d, which the tables need not be", align)
		}
		offset := r.number()
		return m.from(uint64(pop()) + offset)
	}
	var loops []moduleReader
	for {
		switch op := r.take(1)[0]; op {
		case opLoop:
			r.expect(typeNone)
			loops = append(loops, r)
		case opBranchIf:
			r.expect(0)
			if pop() != 0 {
				r = loops[len(loops)-1]
			}
		case opEnd:
			if len(loops) == 0 {
				if len(stack) > 0 || len(r.rest) > 0 || r.failed {
					t.Fatalf("ended with %v on the stack and %d bytes to go", stack, len(r.rest))
				}
				return
			}
			loops = loops[:len(loops)-1]
		case opLocalGet:
			push(variables[r.number()])
		case opLocalSet:
			variables[r.number()] = pop()
		case opLocalTee:
			variables[r.number()] = stack[len(stack)-1]
		case opI32Const:
			push(uint32(r.signed()))
		case opI32Add, opI32Sub, opI32Mul, opI32LtU:
			b, a := pop(), pop()
			switch op {
			case opI32Add:
				push(a + b)
			case opI32Sub:
				push(a - b)
			case opI32Mul:
				push(a * b)
			default:
				less := uint32(0)
				if a < b {
					less = 1
				}
				push(less)
			}
		case opI32Load:
			push(binary.LittleEndian.Uint32(place()))
		case opI32Store:
			value := pop()
			binary.LittleEndian.PutUint32(place(), value)
		case opPrefix:
			r.expect(prefixedFill)
			r.expect(0)
			size, value, start := pop(), pop(), pop()
			target := m.from(uint64(start))[:size]
			copy(target, slices.Repeat([]byte{byte(value)}, len(target)))
		default:
			t.Fatalf("instruction %#x", op)
		}
		if r.failed {
			t.Fatal("ends too early")
		}
	}
}
