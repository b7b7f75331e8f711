package gowasm

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"testing"
)

// original undoes withEvenCalls.
func original(t *testing.T, body []byte, number int64) []byte {
	t.Helper()
	r := moduleReader{rest: body}
	kinds := r.number()
	var variables [][2]uint64
	for range kinds {
		variables = append(variables, [2]uint64{r.number(), uint64(r.take(1)[0])})
	}
	if kinds < 2 || variables[1][0] == 0 || variables[1][1] != typeI64 {
		return body
	}
	if variables[1][0]--; variables[1][0] == 0 {
		variables = slices.Delete(variables, 1, 2)
	}
	prologue := appendSigned([]byte{opI64Const}, number)
	prologue = append(prologue, opI64Const, placeBits, opI64Shl, opLocalSet, variableFunction)
	if !bytes.HasPrefix(r.rest, prologue) {
		return body
	}
	r.take(uint64(len(prologue)))
	out := binary.AppendUvarint(nil, uint64(len(variables)))
	for _, v := range variables {
		out = append(binary.AppendUvarint(out, v[0]), byte(v[1]))
	}
	leave := []byte{opIf, typeNone, opI32Const, 1, opReturn, opEnd}
	depth := uint64(0)
	for len(r.rest) > 0 {
		if bytes.HasPrefix(r.rest, leave) {
			r.take(uint64(len(leave)))
			out = binary.AppendUvarint(append(out, opBranchIf), depth-1)
			continue
		}
		op, text, operand := r.instruction()
		switch op {
		case opBlock, opLoop, opIf:
			depth++
		case opEnd:
			depth--
		case opI64Const:
			if tail := []byte{opLocalGet, variableFunction, opI64Or}; bytes.HasPrefix(r.rest, tail) {
				r.take(uint64(len(tail)))
				out = appendSigned(append(out, op), number<<placeBits|operand.signed())
				continue
			}
		case opLocalGet, opLocalSet, opLocalTee:
			if n := operand.number(); n > variableFunction {
				out = binary.AppendUvarint(append(out, op), n-1)
				continue
			}
		}
		out = append(out, text...)
	}
	if r.failed {
		t.Fatalf("function %d cannot be read", number)
	}
	return out
}

// All code of a real program can be read, and nothing but its calls has changed.
func TestEvenCalls(t *testing.T) {
	before := content(t, linked(t), codeSection)
	after, err := evenCalls(before)
	if err != nil {
		t.Fatal(err)
	}
	was, err := readBodies(before)
	if err != nil {
		t.Fatal(err)
	}
	is, err := readBodies(after)
	if err != nil || len(was) != len(is) {
		t.Fatalf("%d functions, before %d: %v", len(is), len(was), err)
	}
	changed := 0
	for i := range is {
		if bytes.Equal(was[i], is[i]) {
			continue
		}
		changed++
		if got := original(t, is[i], firstFunction+int64(i)); !bytes.Equal(got, was[i]) {
			t.Fatalf("function %d: undone it is\n%x, before\n%x", i, got, was[i])
		}
	}
	if changed < len(is)/2 {
		t.Errorf("%d of %d functions have calls", changed, len(is))
	}
	if was, is := packed(t, before), packed(t, after); is > was*19/20 {
		t.Errorf("packed the code takes %d bytes, before %d", is, was)
	}
}

func TestWithEvenCalls(t *testing.T) {
	const number = 0x1234
	join := func(parts ...[]byte) []byte { return slices.Concat(parts...) }
	constant := func(n int64) []byte { return appendSigned([]byte{opI64Const}, n) }
	prologue := join(constant(number), []byte{opI64Const, placeBits, opI64Shl, opLocalSet, 2})
	returns := func(place byte) []byte { return []byte{opI64Const, place, opLocalGet, 2, opI64Or} }
	leave := []byte{opIf, typeNone, opI32Const, 1, opReturn, opEnd}
	end := []byte{opEnd}
	for _, test := range []struct {
		name, reason string
		in, want     []byte // want is nil where nothing changes
	}{
		{"no variables", "it does not follow the calling convention", join([]byte{0}, constant(number<<16|3), end), nil},
		{"two variables", "nor does it", join([]byte{1, 2, typeI32}, constant(number<<16|3), end), nil},
		{"no calls", "there is nothing to make alike", join([]byte{1, 1, typeI32, opLocalGet, 1}, end), nil},
		{"another function", "it is a value like any other", join([]byte{1, 1, typeI32}, constant((number+1)<<16), end), nil},
		{"a smaller number", "so is this", join([]byte{1, 1, typeI32}, constant(number), end), nil},
		{"no integers", "the variable is the only one", join([]byte{1, 1, typeI32}, constant(number<<16|3), end),
			join([]byte{2, 1, typeI32, 1, typeI64}, prologue, returns(3), end)},
		{"integers", "those behind it move", join([]byte{2, 1, typeI32, 2, typeI64, opLocalGet, 0, opLocalTee, 1, opLocalSet, 2, opLocalGet, 3}, constant(number<<16), end),
			join([]byte{2, 1, typeI32, 3, typeI64}, prologue, []byte{opLocalGet, 0, opLocalTee, 1, opLocalSet, 3, opLocalGet, 4}, returns(0), end)},
		{"floats", "so do they", join([]byte{3, 1, typeI32, 1, typeI64, 1, 0x7C, opLocalGet, 3}, constant(number<<16|3), end),
			join([]byte{3, 1, typeI32, 2, typeI64, 1, 0x7C}, prologue, []byte{opLocalGet, 4}, returns(3), end)},
		{"floats alone", "so does the only one", join([]byte{2, 1, typeI32, 1, 0x7C, opLocalGet, 2}, constant(number<<16|3), end),
			join([]byte{3, 1, typeI32, 1, typeI64, 1, 0x7C}, prologue, []byte{opLocalGet, 3}, returns(3), end)},
		{"a stop", "it leaves from within", join([]byte{1, 1, typeI32, opBlock, typeNone, opBlock, typeNone}, constant(number<<16|3), []byte{opBranchIf, 1, opBranchIf, 0, opEnd, opEnd}, stopped),
			join([]byte{2, 1, typeI32, 1, typeI64}, prologue, []byte{opBlock, typeNone, opBlock, typeNone}, returns(3), leave, []byte{opBranchIf, 0, opEnd, opEnd}, stopped)},
		{"a loop", "a jump to it is a jump to its beginning", join([]byte{1, 1, typeI32, opLoop, typeNone}, constant(number<<16|3), []byte{opBranchIf, 0, opEnd}, stopped),
			join([]byte{2, 1, typeI32, 1, typeI64}, prologue, []byte{opLoop, typeNone}, returns(3), []byte{opBranchIf, 0, opEnd}, stopped)},
		{"more behind the block", "who jumps there goes on", join([]byte{1, 1, typeI32, opBlock, typeNone}, constant(number<<16|3), []byte{opBranchIf, 0, opEnd, opLocalGet, 1, opDrop}, stopped), nil},
	} {
		want := test.want
		if want == nil {
			want = test.in
		}
		got, err := withEvenCalls(test.in, number)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: got %x, %v; want %x: %s", test.name, got, err, want, test.reason)
		}
		if undone := original(t, got, number); !bytes.Equal(undone, test.in) {
			t.Errorf("%s: undone it is %x, before %x", test.name, undone, test.in)
		}
	}
	for _, test := range []struct {
		reason string
		in     []byte
	}{
		{"an instruction that Go does not write", []byte{1, 1, typeI32, 0xFD, opEnd}},
		{"a constant that ends too late", []byte{1, 1, typeI32, opI64Const, 0x80}},
		{"a constant that is too long", join([]byte{1, 1, typeI32, opI64Const}, bytes.Repeat([]byte{0x80}, 12), end)},
		{"variables that are not there", []byte{3, 1, typeI32, 1, typeI64}},
	} {
		if _, err := withEvenCalls(test.in, number); !errors.Is(err, errModule) {
			t.Errorf("%s: %v", test.reason, err)
		}
	}
}

func TestSigned(t *testing.T) {
	for _, n := range []int64{0, 1, -1, 63, 64, -64, -65, 8191, 8192, 1 << 40, -1 << 40, 1<<63 - 1, -1 << 63} {
		text := appendSigned(nil, n)
		r := moduleReader{rest: text}
		if got := r.signed(); got != n || r.failed || len(r.rest) > 0 {
			t.Errorf("%d is read as %d", n, got)
		}
	}
}
