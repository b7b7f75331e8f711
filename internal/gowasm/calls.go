package gowasm

import (
	"bytes"
	"encoding/binary"
)

// What Go's code does around a call differs from call to call, although it is always the same, and it is a fifth of all code.
//
// Before a call it writes down where the call returns to: the number of the function, shifted, and the number of a place in it.
// Here the function's number goes into a variable when the function begins, and the place alone remains.
//
// Behind a call it leaves the function if a goroutine is to be stopped, by a jump to the end of the outermost block, as many blocks out
// as there are. Here it leaves at once.
const (
	firstFunction = 0x1000 // the number of the first function of a program
	placeBits     = 16     // of a place in a function

	// Variables of a function that follows Go's calling convention: its argument, which is the place where it goes on, its copy of
	// the pointer to the stack, and ours. Those behind move up by one.
	variableFunction = 2
)

// stopped is how a function is left when a goroutine is to be stopped, behind its outermost block.
var stopped = []byte{opI32Const, 1, opEnd}

// evenCalls makes the calls of all functions alike.
func evenCalls(code []byte) ([]byte, error) {
	bodies, err := readBodies(code)
	if err != nil {
		return nil, err
	}
	for i, body := range bodies {
		if bodies[i], err = withEvenCalls(body, firstFunction+int64(i)); err != nil {
			return nil, err
		}
	}
	return appendBodies(nil, bodies), nil
}

// withEvenCalls returns the body of the function of that number with its calls made alike. One without calls, or with a calling convention of
// its own, stays as it is.
func withEvenCalls(body []byte, number int64) ([]byte, error) {
	out, r := withVariable(body)
	if out == nil {
		return body, nil
	}
	out = appendSigned(append(out, opI64Const), number)
	out = appendSigned(append(out, opI64Const), placeBits)
	out = append(out, opI64Shl, opLocalSet, variableFunction)
	calls, depth, outermost := 0, uint64(0), byte(0)
	for len(r.rest) > 0 && !r.failed {
		op, text, operand := r.instruction()
		switch op {
		case opBlock, opLoop, opIf:
			if depth == 0 {
				outermost = op
			}
			depth++
		case opEnd:
			depth--
			if depth == 0 && outermost == opBlock && !bytes.Equal(r.rest, stopped) {
				return body, nil // who jumps to the end of this block goes on behind it
			}
		case opBranchIf:
			if operand.number() == depth-1 && outermost == opBlock {
				out = append(out, opIf, typeNone, opI32Const, 1, opReturn, opEnd)
				continue
			}
		case opI64Const:
			if n := operand.signed(); n>>placeBits == number {
				out = appendSigned(append(out, opI64Const), n-number<<placeBits)
				out = append(out, opLocalGet, variableFunction, opI64Or)
				calls++
				continue
			}
		case opLocalGet, opLocalSet, opLocalTee:
			if n := operand.number(); n >= variableFunction {
				out = binary.AppendUvarint(append(out, op), n+1)
				continue
			}
		}
		out = append(out, text...)
	}
	if r.failed {
		return nil, errModule
	}
	if calls == 0 {
		return body, nil
	}
	return out, nil
}

// withVariable returns the beginning of a function, with one more variable for an integer behind that for the pointer to the stack, and a reader of
// its instructions; nothing if the function does not follow Go's calling convention. Then come integers and floats, if it has any.
func withVariable(body []byte) ([]byte, moduleReader) {
	r := moduleReader{rest: body}
	kinds := r.number()
	if kinds == 0 || r.number() != 1 || r.take(1)[0] != typeI32 {
		return nil, r
	}
	integers := uint64(0)
	if behind := r; kinds > 1 {
		if n := behind.number(); behind.take(1)[0] == typeI64 {
			integers, r = n, behind
			kinds--
		}
	}
	out := append(binary.AppendUvarint(nil, kinds+1), 1, typeI32)
	out = append(binary.AppendUvarint(out, integers+1), typeI64)
	for ; kinds > 1 && !r.failed; kinds-- {
		out = binary.AppendUvarint(out, r.number())
		out = append(out, r.take(1)...)
	}
	return out, r
}
