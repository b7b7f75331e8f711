package gowasm

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// The beginning of the tables that tell the runtime about functions (runtime.pcHeader): the number of the layout, two zeros, the
// smallest instruction, and the size of a pointer. The layout has been the same since Go 1.20; that of the entries, which
// runtime._func describes, is the one of Go 1.26 (checked there: see known).
const tablesMagic = "\xf1\xff\xff\xff\x00\x00\x01\x08"

// Places in runtime.pcHeader and runtime._func, in bytes.
const (
	headerFunctions = 8  // how many functions there are
	headerNames     = 32 // where the names begin, from the header
	headerUnits     = 40 // the table of compilation units
	headerFiles     = 48 // the names of source files
	headerValues    = 56 // the tables of values by instruction
	headerEntries   = 64 // the list of functions, and their entries
	headerSize      = 72

	entryName     = 4
	entryStack    = 16 // size of the frame by instruction
	entryFile     = 20 // source file by instruction
	entryLine     = 24 // line by instruction
	entryValues   = 28 // how many other tables by instruction there are
	entryUnit     = 32
	entryFirst    = 36 // line on which the function begins
	entryID       = 40 // which of the functions it is that the runtime knows; 0 for all others
	entryPointers = 43 // how many pointers follow the other tables
	entrySize     = 44

	noPointer = 0xFFFFFFFF
)

// What only stack traces read of the other tables and of the pointers (package internal/abi, PCDATA and FUNCDATA): calls that were
// put in place of a call, and arguments. Where a goroutine may be stopped from outside is read nowhere, as nothing does so in WebAssembly.
var (
	tracedValues   = []int{0, 2, 3}    // unsafe points, calls in place, live arguments
	tracedPointers = []int{3, 5, 6, 7} // calls in place, arguments, live arguments, what a wrapper calls
)

var errTables = errors.New("the tables of functions are not laid out as in Go 1.26")

// tables are the tables of functions in the memory of a module, from their header on.
type tables struct {
	address                             uint64 // of the header
	data                                []byte
	names, units, files, values, listed int // where each begins
	count                               int
}

// tablesIn looks for the tables in the memory.
func tablesIn(m memory) (tables, error) {
	at := bytes.Index(m.data, []byte(tablesMagic))
	if at < 0 || len(m.data)-at < headerSize {
		return tables{}, errTables
	}
	t := tables{address: m.address + uint64(at), data: m.data[at:]}
	number := func(place int) int { return int(binary.LittleEndian.Uint64(t.data[place:])) }
	t.count = number(headerFunctions)
	t.names, t.units, t.files, t.values, t.listed = number(headerNames), number(headerUnits), number(headerFiles), number(headerValues), number(headerEntries)
	ordered := headerSize <= t.names && t.names <= t.units && t.units <= t.files && t.files <= t.values && t.values <= t.listed && t.listed <= len(t.data)
	if !ordered || t.count < 0 || t.count > (len(t.data)-t.listed)/8 {
		return tables{}, errTables
	}
	return t, nil
}

// entry is what the tables say about one function.
type entry []byte

func (e entry) number(place int) int { return int(binary.LittleEndian.Uint32(e[place:])) }

func (e entry) set(place, n int) { binary.LittleEndian.PutUint32(e[place:], uint32(n)) }

// values returns the place of the j-th other table; the pointers follow behind the last.
func (e entry) values(j int) int { return entrySize + 4*j }

// entry returns the i-th function in the order of the module's code.
func (t *tables) entry(i int) (entry, error) {
	at := t.listed + int(binary.LittleEndian.Uint32(t.data[t.listed+8*i+4:]))
	if at > len(t.data)-entrySize {
		return nil, errTables
	}
	e := entry(t.data[at:])
	size := entrySize + 4*e.number(entryValues) + 4*int(e[entryPointers])
	if size > len(e) {
		return nil, errTables
	}
	return e[:size], nil
}

// name returns the name of a function as it stands in the tables.
func (t *tables) name(e entry) ([]byte, error) {
	at := t.names + e.number(entryName)
	if at >= t.units {
		return nil, errTables
	}
	end := bytes.IndexByte(t.data[at:t.units], 0)
	if end < 0 {
		return nil, errTables
	}
	return t.data[at : at+end], nil
}

// dropTraces empties what only stack traces read: source files, lines, arguments, and names of functions. The runtime takes a zero, or
// a pointer to nothing, for "not known" there. The names that it looks at itself stay.
func (t *tables) dropTraces() error {
	used := make([]bool, t.listed-t.values) // bytes of the values by instruction
	kept := make([]bool, t.units-t.names)   // bytes of the names
	shared := map[string]int{"": 0}         // where a name that stays stands, as many functions need the same beginning only
	for i := range t.count {
		e, err := t.entry(i)
		if err != nil {
			return err
		}
		name, err := t.name(e)
		if err != nil {
			return err
		}
		needed := string(name[:neededOfName(name, e[entryID] != 0)])
		if _, ok := shared[needed]; !ok {
			shared[needed] = e.number(entryName)
		}
		e.set(entryName, shared[needed])
		for j := range needed {
			kept[shared[needed]+j] = true
		}
		for _, place := range []int{entryFile, entryLine, entryUnit, entryFirst} {
			e.set(place, 0)
		}
		for _, j := range tracedValues {
			if j < e.number(entryValues) {
				e.set(e.values(j), 0)
			}
		}
		for _, j := range tracedPointers {
			if j < int(e[entryPointers]) {
				e.set(e.values(e.number(entryValues)+j), noPointer)
			}
		}
		if err := t.mark(used, e.number(entryStack)); err != nil {
			return err
		}
		for j := range e.number(entryValues) {
			if err := t.mark(used, e.number(e.values(j))); err != nil {
				return err
			}
		}
	}
	keep(t.data[t.names:t.units], kept)
	clear(t.data[t.units:t.values])
	keep(t.data[t.values:t.listed], used)
	return nil
}

// neededOfName returns how many bytes of a name the runtime itself asks for. It takes goroutines of functions in package runtime
// for its own, knows two functions of package reflect by name, and cuts the name of a method out of that of its
// wrapper to say which one was called without a value; wrappers are among the functions that it knows by number.
func neededOfName(name []byte, known bool) int {
	const own = "runtime."
	switch {
	case known, bytes.HasPrefix(name, []byte("reflect.")):
		return len(name)
	case bytes.HasPrefix(name, []byte(own)):
		return len(own)
	}
	return 0
}

// mark notes which bytes a table of values by instruction takes: pairs of a change and a distance, up to a change of zero behind
// the first pair. Several functions share a table if they can.
func (t *tables) mark(used []bool, at int) error {
	if at == 0 {
		return nil // no table
	}
	start, first := at, true
	table := t.data[t.values:t.listed]
	for {
		if at >= len(table) {
			return errTables
		}
		change, size := binary.Uvarint(table[at:])
		if size <= 0 {
			return errTables
		}
		at += size
		if change == 0 && !first {
			break
		}
		first = false
		_, size = binary.Uvarint(table[at:])
		if size <= 0 {
			return errTables
		}
		at += size
	}
	for i := start; i < at; i++ {
		used[i] = true
	}
	return nil
}

// keep empties all bytes but those that are marked.
func keep(data []byte, marked []bool) {
	for i := range data {
		if !marked[i] {
			data[i] = 0
		}
	}
}
