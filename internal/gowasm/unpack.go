package gowasm

import "encoding/binary"

// unpack returns the function that writes the tables: its variables and its instructions.
func (t *tables) unpack(lookup, entries int64) []byte {
	const (
		function = iota // the variables
		to
		end
		from
		variables
	)
	list, count := int64(t.address)+int64(t.listed), int64(t.count)
	c := instructions{1, variables, typeI32}
	c.constant(list + entries).set(to)
	c.op(opLoop, typeNone)
	{
		// list[function] = {start, place of the entry}
		c.get(function).constant(listedSize).op(opI32Mul).constant(list).op(opI32Add).set(from)
		c.get(from).get(function).constant(firstFunction).op(opI32Add).op(opI32Store, 0, 0)
		c.get(from).get(to).constant(list).op(opI32Sub).op(opI32Store, 0, listedEntry)
		// entry = start, and its fields
		c.get(to).get(function).constant(firstFunction).op(opI32Add).op(opI32Store, 0, 0)
		c.get(to).constant(packedSize).op(opI32Add).set(end)
		c.get(to).constant(4).op(opI32Add).set(to)
		c.get(function).constant(4).op(opI32Mul).constant(lookup).op(opI32Add).set(from)
		c.op(opLoop, typeNone)
		{
			c.get(to).get(from).op(opI32Load, 0, 0).op(opI32Store, 0, 0)
			c.get(from).constant(4 * count).op(opI32Add).set(from)
			c.get(to).constant(4).op(opI32Add).tee(to)
			c.get(end).op(opI32LtU).op(opBranchIf, 0)
		}
		c.op(opEnd)
		c.get(function).constant(1).op(opI32Add).tee(function)
		c.constant(count).op(opI32LtU).op(opBranchIf, 0)
	}
	c.op(opEnd)
	// Where the fields stood, functions are looked for.
	c.constant(lookup).constant(0).constant(4*(packedFields-1)*count).op(opPrefix, prefixedFill, 0)
	c.constant(0).set(function)
	c.op(opLoop, typeNone)
	{
		c.get(function).constant(lookupSize).op(opI32Mul).get(function).op(opI32Store, 0).number(lookup)
		c.get(function).constant(1).op(opI32Add).tee(function)
		c.constant(count).op(opI32LtU).op(opBranchIf, 0)
	}
	c.op(opEnd)
	return *c.op(opEnd)
}

// instructions are the body of a function while it is written.
type instructions []byte

func (c *instructions) op(bytes ...byte) *instructions {
	*c = append(*c, bytes...)
	return c
}

func (c *instructions) number(n int64) *instructions {
	*c = binary.AppendUvarint(*c, uint64(n))
	return c
}

func (c *instructions) constant(n int64) *instructions {
	*c = appendSigned(append(*c, opI32Const), n)
	return c
}

func (c *instructions) get(variable byte) *instructions { return c.op(opLocalGet, variable) }
func (c *instructions) set(variable byte) *instructions { return c.op(opLocalSet, variable) }
func (c *instructions) tee(variable byte) *instructions { return c.op(opLocalTee, variable) }
