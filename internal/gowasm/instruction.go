package gowasm

// Instructions that are looked at or written here, as the binary format of WebAssembly numbers them.
const (
	opBlock        = 0x02
	opLoop         = 0x03
	opIf           = 0x04
	opElse         = 0x05
	opEnd          = 0x0B
	opBranch       = 0x0C
	opBranchIf     = 0x0D
	opBranchTable  = 0x0E
	opReturn       = 0x0F
	opCall         = 0x10
	opCallIndirect = 0x11
	opDrop         = 0x1A
	opSelect       = 0x1B
	opLocalGet     = 0x20
	opLocalSet     = 0x21
	opLocalTee     = 0x22
	opGlobalSet    = 0x24
	opI32Load      = 0x28 // the first of those that read or write memory
	opI32Store     = 0x36
	opI64Store32   = 0x3E // the last of them
	opMemorySize   = 0x3F
	opMemoryGrow   = 0x40
	opI32Const     = 0x41
	opI64Const     = 0x42
	opF32Const     = 0x43
	opF64Const     = 0x44
	opI32Eqz       = 0x45 // the first of those that only compute
	opI32LtU       = 0x49
	opI32Add       = 0x6A
	opI32Sub       = 0x6B
	opI32Mul       = 0x6C
	opI32Shl       = 0x74
	opI64Or        = 0x84
	opI64Shl       = 0x86
	opI64Extend32  = 0xC4 // the last of them
	opPrefix       = 0xFC // the number of the instruction follows

	prefixedTruncate = 7 // the last of those that convert numbers
	prefixedCopy     = 10
	prefixedFill     = 11

	typeI32  = 0x7F
	typeI64  = 0x7E
	typeNone = 0x40 // of a block
)

// instruction takes the next instruction and returns which one it was, its whole text, and a reader that stands at its operand. It knows those that
// the Go compiler writes.
func (r *moduleReader) instruction() (op byte, text []byte, operand moduleReader) {
	start := r.rest
	op = r.take(1)[0]
	operand = *r
	switch {
	case op == opElse, op == opEnd, op == opReturn, op == opDrop, op == opSelect, op <= 1, opI32Eqz <= op && op <= opI64Extend32:
	case op == opBlock, op == opLoop, op == opIf, op == opMemorySize, op == opMemoryGrow:
		r.take(1)
	case op == opBranch, op == opBranchIf, op == opCall, opLocalGet <= op && op <= opGlobalSet:
		r.number()
	case op == opI32Const, op == opI64Const:
		r.signed()
	case op == opCallIndirect, opI32Load <= op && op <= opI64Store32:
		r.number()
		r.number()
	case op == opBranchTable:
		for n := r.number(); n > 0 && !r.failed; n-- {
			r.number()
		}
		r.number() // what is left
	case op == opF32Const:
		r.take(4)
	case op == opF64Const:
		r.take(8)
	case op == opPrefix:
		switch second := r.number(); {
		case second == prefixedCopy:
			r.take(2)
		case second == prefixedFill:
			r.take(1)
		case second > prefixedTruncate:
			r.failed = true
		}
	default:
		r.failed = true
	}
	return op, start[:len(start)-len(r.rest)], operand
}
