package gowasm

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
)

// stress is the program of testdata/stress, as the linker wrote it.
var stress = sync.OnceValues(func() ([]byte, error) { return Build(".", "./testdata/stress") })

func linked(t testing.TB) []byte {
	t.Helper()
	module, err := stress()
	if err != nil {
		t.Fatal(err)
	}
	return slices.Clone(module)
}

// packed returns how many bytes are left after packing.
func packed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil || w.Close() != nil {
		t.Fatal("cannot pack", err)
	}
	return b.Len()
}

// A real program gets smaller and keeps what the runtime reads in its tables. That it also runs as before is
// tested with the engine's browser tests, which have something to run it in.
func TestCompact(t *testing.T) {
	before := linked(t)
	after, err := Compact(before)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, linked(t)) {
		t.Error("the module that was given has changed")
	}
	if was, is := packed(t, before), packed(t, after); is > was*9/10 {
		t.Errorf("packed it takes %d bytes, before %d", is, was)
	}
	was, is, start := tablesOf(t, before), tablesOf(t, after), startOf(t, after)
	if was.count != is.count {
		t.Fatalf("%d functions, before %d", is.count, was.count)
	}
	for i := range was.count {
		a, b := mustEntry(t, &was, i), mustEntry(t, &is, i)
		if len(b) != packedSize || b.number(entryValues) != packedValues || b[entryPointers] != packedPointers {
			t.Fatalf("function %d: an entry of %d bytes, %d tables and %d pointers", i, len(b), b.number(entryValues), b[entryPointers])
		}
		for _, place := range []int{0, 8, 12, entryStack} {
			if a.number(place) != b.number(place) {
				t.Fatalf("function %d: place %d holds %d, before %d", i, place, b.number(place), a.number(place))
			}
		}
		if !bytes.Equal(a[entryID:entryPointers], b[entryID:entryPointers]) {
			t.Fatalf("function %d: says %v of itself, before %v", i, b[entryID:entryPointers], a[entryID:entryPointers])
		}
		if !bytes.Equal(valuesAt(t, &was, a.number(entryStack)), valuesAt(t, &is, b.number(entryStack))) {
			t.Fatalf("function %d: the sizes of its frame have changed", i)
		}
		for j := range a.number(entryValues) {
			x, y := a.number(a.values(j)), 0
			if j < packedValues {
				y = b.number(b.values(j))
			}
			if traced := slices.Contains(tracedValues, j); traced && y != 0 || !traced && (x != y || !bytes.Equal(valuesAt(t, &was, x), valuesAt(t, &is, y))) {
				t.Fatalf("function %d: table %d is at %d, before at %d", i, j, y, x)
			}
		}
		for j := range int(a[entryPointers]) {
			x, y := a.number(a.values(a.number(entryValues)+j)), noPointer
			if j < packedPointers {
				y = b.number(b.values(packedValues + j))
			}
			if traced := slices.Contains(tracedPointers, j); traced && y != noPointer || !traced && x != y {
				t.Fatalf("function %d: pointer %d is %d, before %d", i, j, y, x)
			}
		}
		whole, err := was.name(a)
		if err != nil {
			t.Fatal(err)
		}
		if name, err := is.name(b); err != nil || string(name) != string(whole[:neededOfName(whole, a[entryID] != 0)]) {
			t.Fatalf("function %d: %q is called %q, %v", i, whole, name, err)
		}
		if found := is.find(t, start, i); found != i {
			t.Fatalf("function %d: the runtime finds %d", i, found)
		}
	}
	if text := string(after); strings.Contains(text, "main.(*node).count") || strings.Contains(text, "runtime/proc.go") {
		t.Error("names and source files are still there")
	}
	again, err := Compact(after)
	if err != nil || !bytes.Equal(again, after) {
		t.Errorf("twice is not once: %v", err)
	}
}

// The names that the runtime compares are still there.
func TestNeededOfName(t *testing.T) {
	for _, test := range []struct {
		name, want, reason string
		known              bool
	}{
		{"main.main", "", "only a trace shows it", false},
		{"runtime.bgsweep", "runtime.", "the runtime counts its own goroutines by this beginning", false},
		{"runtime_test.f", "", "another package", false},
		{"reflect.makeFuncStub", "reflect.makeFuncStub", "the collector looks for it by name", false},
		{"main.(*T).Method", "main.(*T).Method", "a wrapper says which method was called on nothing", true},
	} {
		if got := test.name[:neededOfName([]byte(test.name), test.known)]; got != test.want {
			t.Errorf("%s: %q stays, want %q: %s", test.name, got, test.want, test.reason)
		}
	}
}

// The tables of a release that nobody has looked at stay as they are.
func TestCompactLeavesOtherReleases(t *testing.T) {
	module := bytes.ReplaceAll(linked(t), []byte("go1.26"), []byte("go1.99"))
	after, err := Compact(module)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(after, []byte("main.(*node).count")) {
		t.Error("its tables were changed")
	}
}

func TestFunctions(t *testing.T) {
	module := linked(t)
	all, err := Functions(module)
	if err != nil {
		t.Fatal(err)
	}
	code := 0
	found := map[string]Function{}
	for _, f := range all {
		found[f.Name] = f
		code += len(f.Code)
	}
	if whole := len(content(t, module, codeSection)); code > whole || code < whole*9/10 {
		t.Errorf("the functions have %d bytes of %d", code, whole)
	}
	for _, test := range []struct{ name, pkg, file string }{
		{"main.deep", "main", "main.go"},
		{"main.(*node).count", "main", "main.go"},
		{"runtime.mallocgc", "runtime", "runtime/malloc.go"},
		{"internal/runtime/maps.NewMap", "internal/runtime/maps", "internal/runtime/maps/map.go"},
	} {
		f := found[test.name]
		if f.Package() != test.pkg || !strings.HasSuffix(f.File, test.file) || len(f.Code) == 0 {
			t.Errorf("%s: package %q, file %q, %d bytes", test.name, f.Package(), f.File, len(f.Code))
		}
	}
}

func TestPackage(t *testing.T) {
	for name, want := range map[string]string{
		"github.com/a/b.F":                       "github.com/a/b",
		"github.com/a/b.(*T[...]).M":             "github.com/a/b",
		"slices.Sort[go.shape.[]github.com/a.T]": "slices",
		"memeqbody":                              "",
	} {
		if got := (Function{Name: name}).Package(); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// Tables that point outside themselves are refused, and nothing is written.
func TestDamagedTables(t *testing.T) {
	for _, test := range []struct {
		reason string
		damage func(tables)
	}{
		{"an entry beyond the end", func(x tables) { binary.LittleEndian.PutUint32(x.data[x.listed+4:], 1<<31) }},
		{"a name beyond the names", func(x tables) { mustEntry(t, &x, 0).set(entryName, x.units) }},
		{"a table beyond the tables", func(x tables) { mustEntry(t, &x, 0).set(entryStack, x.listed) }},
		{"more tables than there is room for", func(x tables) { mustEntry(t, &x, 0).set(entryValues, 1<<30) }},
		{"more functions than there is room for", func(x tables) { binary.LittleEndian.PutUint64(x.data[headerFunctions:], 1<<40) }},
		{"functions found elsewhere", func(x tables) { x.data[bytes.Index(x.data, x.record())+lookupPointer]++ }},
		{"functions found behind the end", func(x tables) { x.data[bytes.Index(x.data, x.record())+lookupPointer+7]++ }},
		{"no record of the tables", func(x tables) { clear(x.data[bytes.Index(x.data, x.record()):][:8]) }},
		{"a function that begins elsewhere", func(x tables) { mustEntry(t, &x, 7).set(0, 7) }},
		{"a table that there is no room for", func(x tables) {
			e := entryWith(t, &x, func(e entry) bool { return e.number(entryValues) > 1 && e[entryPointers] > 0 })
			e = e[:cap(e)]
			e.set(entryValues, 5) // three of them traces read
			e.set(e.values(4), e.number(entryStack))
		}},
		{"a pointer that there is no room for", func(x tables) {
			e := entryWith(t, &x, func(e entry) bool { return int(e[entryPointers]) > packedPointers })
			e[entryPointers] = 9 // three of them traces read
		}},
		{"parts out of order", func(x tables) { binary.LittleEndian.PutUint64(x.data[headerUnits:], 1) }},
	} {
		module := linked(t)
		m, err := readModule(module)
		if err != nil {
			t.Fatal(err)
		}
		start := startOf(t, module)
		x, err := tablesIn(start)
		if err != nil {
			t.Fatal(err)
		}
		test.damage(x)
		m.set(dataSection, appendSegments(nil, start.pieces()))
		damaged := m.text()
		if _, err := Compact(damaged); !errors.Is(err, errTables) {
			t.Errorf("%s: %v", test.reason, err)
		}
		if _, err := Functions(damaged); err != nil && !errors.Is(err, errTables) {
			t.Errorf("%s: %v", test.reason, err)
		}
	}
}

// Whatever the bytes, the answer is a module or an error.
func FuzzCompact(f *testing.F) {
	f.Add([]byte(magic))
	f.Add([]byte(magic + "\x0b\x07\x01\x00\x41\x08\x0b\x01a"))
	f.Add([]byte(magic + "\x00\x12\x09producers go1.26.8"))
	small := tablesMagic + strings.Repeat("\x00", headerSize-len(tablesMagic))
	f.Add(append([]byte(magic+"\x00\x12\x09producers go1.26.8"), withData([]byte(small))...))
	f.Fuzz(func(t *testing.T, module []byte) {
		after, err := Compact(module)
		if err != nil {
			return
		}
		if again, err := Compact(after); err != nil || !bytes.Equal(again, after) {
			t.Errorf("twice is not once: %v", err)
		}
		_, _ = Functions(module)
	})
}

func withData(data []byte) []byte {
	content := appendSegments(nil, []segment{{8, data}})
	return append(binary.AppendUvarint([]byte{dataSection}, uint64(len(content))), content...)
}

func content(t *testing.T, program []byte, kind byte) []byte {
	t.Helper()
	m, err := readModule(program)
	if err != nil {
		t.Fatal(err)
	}
	return m.section(kind)
}

// startOf returns the memory of a program when it starts.
func startOf(t *testing.T, program []byte) memory {
	t.Helper()
	m, err := readMemory(content(t, program, dataSection))
	if err != nil {
		t.Fatal(err)
	}
	if content(t, program, startSection) != nil {
		bodies, err := readBodies(content(t, program, codeSection))
		if err != nil {
			t.Fatal(err)
		}
		execute(t, bodies[len(bodies)-1], m)
	}
	return m
}

func tablesOf(t *testing.T, module []byte) tables {
	t.Helper()
	x, err := tablesIn(startOf(t, module))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func mustEntry(t *testing.T, x *tables, i int) entry {
	t.Helper()
	e, err := x.entry(i)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func entryWith(t *testing.T, x *tables, fits func(entry) bool) entry {
	t.Helper()
	for i := range x.count {
		if e := mustEntry(t, x, i); fits(e) {
			return e
		}
	}
	t.Fatal("no such function")
	return nil
}

// find does what the runtime does to find a function by an instruction of it (runtime.findfunc), and says at which place it finds it.
func (t *tables) find(test *testing.T, m memory, function int) int {
	test.Helper()
	bucket := t.lookup(m).data[function*lookupSize:]
	wanted := mustEntry(test, t, function).number(0)
	at := int(binary.LittleEndian.Uint32(bucket)) + int(bucket[4])
	listed := func(i int) int { return int(binary.LittleEndian.Uint32(t.data[t.listed+8*i:])) }
	for at < t.count && listed(at+1) <= wanted {
		at++
	}
	return at
}

// valuesAt returns the bytes of a table of values by instruction.
func valuesAt(t *testing.T, x *tables, at int) []byte {
	t.Helper()
	used := make([]bool, x.listed-x.values)
	if err := x.mark(used, at); err != nil {
		t.Fatal(err)
	}
	var out []byte
	for i, marked := range used {
		if marked {
			out = append(out, x.data[x.values+i])
		}
	}
	return out
}
