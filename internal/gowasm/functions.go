package gowasm

import (
	"encoding/binary"
	"slices"
	"strings"
)

// Function is a function of a module.
type Function struct {
	Name string // as Go names it: "github.com/hoshitori/hoshitori/score.Evaluate"
	File string // its source file, as -trimpath writes it; "" for what the compiler made by itself
	Code []byte // its instructions in the module: a part of it, not a copy
}

// Package returns the import path of the package that the function belongs to; "" for what belongs to none.
func (f Function) Package() string {
	name := f.Name
	if i := strings.IndexByte(name, '['); i >= 0 {
		name = name[:i] // type arguments have paths of their own
	}
	slash := strings.LastIndexByte(name, '/') + 1
	dot := strings.IndexByte(name[slash:], '.')
	if dot < 0 {
		return ""
	}
	return name[:slash+dot]
}

// Functions returns the functions of a module that was not made compact, in the order of its code.
func Functions(program []byte) ([]Function, error) {
	parts, err := readModule(program)
	if err != nil {
		return nil, err
	}
	bodies, err := readBodies(parts.section(codeSection))
	if err != nil {
		return nil, err
	}
	m, err := readMemory(parts.section(dataSection))
	if err != nil {
		return nil, err
	}
	t, err := tablesIn(m)
	if err != nil {
		return nil, err
	}
	return t.functions(bodies)
}

// functions puts names and files to the code: the entries stand in its order.
func (t *tables) functions(bodies [][]byte) ([]Function, error) {
	if t.count != len(bodies) {
		return nil, errTables
	}
	var out []Function
	for i, code := range bodies {
		e, err := t.entry(i)
		if err != nil {
			return nil, err
		}
		name, err := t.name(e)
		if err != nil {
			return nil, err
		}
		out = append(out, Function{Name: string(name), File: t.file(e), Code: slices.Clip(code)})
	}
	return out, nil
}

// file returns the source file that a function begins in.
func (t *tables) file(e entry) string {
	values, units, files := t.data[t.values:t.listed], t.data[t.units:t.files], t.data[t.files:t.values]
	at := e.number(entryFile)
	if at == 0 || at >= len(values) {
		return ""
	}
	change, size := binary.Uvarint(values[at:]) // the first value, of which only differences are written; before it is -1
	if size <= 0 {
		return ""
	}
	number := -1 + int(int32(-(uint32(change)&1)^uint32(change)>>1))
	unit := 4 * (e.number(entryUnit) + number)
	if number < 0 || unit > len(units)-4 {
		return ""
	}
	place := binary.LittleEndian.Uint32(units[unit:])
	if place >= uint32(len(files)) {
		return ""
	}
	name, _, _ := strings.Cut(string(files[place:]), "\x00")
	return name
}
