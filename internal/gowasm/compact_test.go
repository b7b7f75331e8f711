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

// A real program gets smaller, keeps its code, and keeps what the runtime reads in its tables. That it also runs as before is
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
	if was, is := content(t, before, codeSection), content(t, after, codeSection); !bytes.Equal(was, is) {
		t.Error("the code has changed")
	}
	was, is := tablesOf(t, before), tablesOf(t, after)
	if was.count != is.count {
		t.Fatalf("%d functions, before %d", is.count, was.count)
	}
	for i := range was.count {
		a, b := mustEntry(t, &was, i), mustEntry(t, &is, i)
		for _, place := range []int{0, entryName, entryStack, entryValues, entryID} {
			if a.number(place) != b.number(place) {
				t.Fatalf("function %d: place %d holds %d, before %d", i, place, b.number(place), a.number(place))
			}
		}
		if !bytes.Equal(a[entrySize:], b[entrySize:]) {
			t.Fatalf("function %d: other tables and pointers than before", i)
		}
		for place := entryStack; place < len(a); place += 4 {
			if place == entryFile || place == entryLine || entryValues <= place && place < entrySize {
				continue
			}
			if at := a.number(place); place < entrySize+4*a.number(entryValues) && !bytes.Equal(valuesAt(t, &was, at), valuesAt(t, &is, at)) {
				t.Fatalf("function %d: the table at place %d has changed", i, place)
			}
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
		{"parts out of order", func(x tables) { binary.LittleEndian.PutUint64(x.data[headerUnits:], 1) }},
	} {
		module := linked(t)
		segments := join(memoryOf(t, module))
		for _, s := range segments {
			if x, ok := findTables(s.data); ok {
				test.damage(x)
			}
		}
		damaged, err := withMemory(module, func([]segment) ([]segment, error) { return segments, nil })
		if err != nil {
			t.Fatal(err)
		}
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

func content(t *testing.T, module []byte, kind byte) []byte {
	t.Helper()
	parts, err := partsOf(module)
	if err != nil {
		t.Fatal(err)
	}
	return first(parts, kind)
}

func memoryOf(t *testing.T, module []byte) []segment {
	t.Helper()
	segments, err := readSegments(content(t, module, dataSection))
	if err != nil {
		t.Fatal(err)
	}
	return segments
}

func tablesOf(t *testing.T, module []byte) tables {
	t.Helper()
	x, err := tablesIn(join(memoryOf(t, module)))
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

func (e entry) set(place, n int) { binary.LittleEndian.PutUint32(e[place:], uint32(n)) }

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
