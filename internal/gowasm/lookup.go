package gowasm

import (
	"bytes"
	"encoding/binary"
)

// The table by which the runtime finds the function of an instruction (runtime.findfunctab). An instruction is the number of its function and
// that of a block in it, so that a function takes sixteen buckets, of which only the first is ever asked. It holds the place in
// the list of functions where the runtime begins to look. So that the table holds few different numbers, that is made every
// sixty-fourth place only.
const (
	lookupPointer = 152 // in runtime.moduledata, behind where that points to the header of the tables
	bucketSize    = 20
	bucketsEach   = 16
	lookupStep    = 64
)

// coarsen makes the runtime begin to look for a function up to lookupStep places in front of it.
func (t *tables) coarsen(m memory) error {
	table := t.lookup(m)
	for i := range t.count {
		place := i * bucketSize * bucketsEach
		if place > len(table)-5 {
			return errTables
		}
		bucket, start := table[place:], i-i%lookupStep
		if at := int(binary.LittleEndian.Uint32(bucket)) + int(bucket[4]); at != i && at != start {
			return errTables
		}
		clear(bucket[:min(len(bucket), bucketSize*bucketsEach)])
		binary.LittleEndian.PutUint32(bucket, uint32(start))
	}
	return nil
}

// lookup returns the table, nothing if it is not found.
func (t *tables) lookup(m memory) []byte {
	at := bytes.Index(m.data, t.record())
	if at < 0 || at > len(m.data)-lookupPointer-8 {
		return nil
	}
	table := m.from(binary.LittleEndian.Uint64(m.data[at+lookupPointer:]))
	return table[:min(len(table), t.count*bucketSize*bucketsEach)]
}

// record returns how the record begins that tells the runtime where all its tables are: with the places of their header and of the names.
func (t *tables) record() []byte {
	start := binary.LittleEndian.AppendUint64(nil, t.address)
	return binary.LittleEndian.AppendUint64(start, t.address+uint64(t.names))
}
