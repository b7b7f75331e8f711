package gowasm

import (
	"bytes"
	"encoding/binary"
)

// Three tables about functions take a megabyte and a quarter: the list of them, their entries, and the one by which the runtime
// finds the function of an instruction (runtime.findfunctab). Most of that can be computed. So the module carries the fields of the
// entries alone, the same field of all functions side by side, where a packer sees that they are alike; and a function that
// writes the three tables before the program starts.
//
// For that all entries are made equally long. What is left of the other tables and of the pointers, when those that only traces
// read are gone, has this room behind the fields that every entry has.
const (
	packedValues   = 2
	packedPointers = 5
	packedFields   = entrySize/4 + packedValues + packedPointers
	packedSize     = 4 * packedFields

	listedSize  = 8 // of an element of the list: where the function begins, and where its entry stands
	listedEntry = 4

	// An instruction is the number of its function and that of a place in it, so that a function takes sixteen buckets of the table,
	// of which only the first is ever asked. It says from which element of the list on the runtime looks.
	lookupPointer = 152 // in runtime.moduledata, behind where that points to the header of the tables
	bucketSize    = 20
	lookupSize    = 16 * bucketSize
)

// pack puts the fields of the entries in the place of the three tables, and returns the body of the function that writes the tables.
func (t *tables) pack(m memory) ([]byte, error) {
	lookup, list := t.lookup(m), t.data[t.listed:]
	if t.count == 0 || lookup.data == nil {
		return nil, errTables
	}
	number := func(place int) int { return int(binary.LittleEndian.Uint32(list[place:])) }
	all := make([]entry, t.count)
	entries, end := number(listedEntry), 0
	for i := range all {
		e, err := t.entry(i)
		if err != nil {
			return nil, err
		}
		start, bucket := firstFunction+i, lookup.data[i*lookupSize:]
		found := int(binary.LittleEndian.Uint32(bucket)) + int(bucket[4])
		if number(i*listedSize) != start || e.number(0) != start || found != i || !e.fitsPacked() {
			return nil, errTables
		}
		all[i] = e
		end = max(end, number(i*listedSize+listedEntry)+len(e))
	}
	if entries <= t.count*listedSize || entries+t.count*packedSize > end {
		return nil, errTables
	}
	fields := make([]byte, 0, t.count*packedSize)
	for field := 1; field < packedFields; field++ { // the one in front says where the function begins
		for _, e := range all {
			fields = binary.LittleEndian.AppendUint32(fields, e.packed(field))
		}
	}
	clear(list[:t.count*listedSize])
	clear(list[entries:end])
	clear(lookup.data)
	copy(lookup.data, fields)
	return t.unpack(int64(lookup.address), int64(entries)), nil
}

// fitsPacked reports whether nothing but what traces read would be left out of a packed entry.
func (e entry) fitsPacked() bool {
	values := e.number(entryValues)
	for j := packedValues; j < values; j++ {
		if e.number(e.values(j)) != 0 {
			return false
		}
	}
	for j := packedPointers; j < int(e[entryPointers]); j++ {
		if e.number(e.values(values+j)) != noPointer {
			return false
		}
	}
	return true
}

// packed returns a field of an entry, by its number in a packed one.
func (e entry) packed(field int) uint32 {
	const firstValue, firstPointer = entrySize / 4, entrySize/4 + packedValues
	at, values, pointers := 4*field, e.number(entryValues), int(e[entryPointers])
	switch {
	case at == entryValues:
		return packedValues
	case at == entryPointers-3: // the last byte of its field
		return uint32(e.number(at))&0xFFFFFF | packedPointers<<24
	case field < firstValue:
	case field < firstPointer:
		if field-firstValue >= values {
			return 0
		}
		at = e.values(field - firstValue)
	default:
		if field-firstPointer >= pointers {
			return noPointer
		}
		at = e.values(values + field - firstPointer)
	}
	return uint32(e.number(at))
}

// lookup returns the table by which functions are found, nothing if it is not where it should be.
func (t *tables) lookup(m memory) memory {
	at := bytes.Index(m.data, t.record())
	if at < 0 || at > len(m.data)-lookupPointer-8 {
		return memory{}
	}
	address := binary.LittleEndian.Uint64(m.data[at+lookupPointer:])
	table := m.from(address)
	if len(table) < t.count*lookupSize {
		return memory{}
	}
	return memory{address, table[:t.count*lookupSize]}
}

// record returns how the record begins that tells the runtime where all its tables are: with the places of their header and of the names.
func (t *tables) record() []byte {
	start := binary.LittleEndian.AppendUint64(nil, t.address)
	return binary.LittleEndian.AppendUint64(start, t.address+uint64(t.names))
}
