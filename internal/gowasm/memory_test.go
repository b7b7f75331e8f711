package gowasm

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const magic = "\x00asm\x01\x00\x00\x00"

// A module with one section before and one behind the data comes out with the same memory and the same other sections.
func TestJoin(t *testing.T) {
	for _, test := range []struct {
		name, reason string
		in, want     []segment
	}{
		{"none", "a program without data stays as it is", nil, nil},
		{"a few zeros", "they are written out", []segment{{8, []byte("ab")}, {13, []byte("c")}}, []segment{{8, []byte("ab\x00\x00\x00c")}}},
		{"no gap", "pieces may touch", []segment{{8, []byte("ab")}, {10, []byte("c")}}, []segment{{8, []byte("abc")}}},
		{"a wide gap", "what is never written is not carried", []segment{{0, []byte("a")}, {maxGap + 2, []byte("b")}}, []segment{{0, []byte("a")}, {maxGap + 2, []byte("b")}}},
		{"a gap in a piece", "nor is what was emptied", []segment{{7, []byte("a" + strings.Repeat("\x00", maxGap+1) + "b")}}, []segment{{7, []byte("a")}, {7 + maxGap + 2, []byte("b")}}},
		{"zeros around", "memory is zero already", []segment{{8, []byte("\x00\x00a\x00")}}, []segment{{10, []byte("a")}}},
		{"zeros alone", "a piece of nothing is none", []segment{{8, []byte("\x00\x00")}}, nil},
		{"backwards", "pieces need not be in the order of their addresses", []segment{{100, []byte("a")}, {98, []byte("b")}}, []segment{{98, []byte("b\x00a")}}},
		{"over another", "the later one counts", []segment{{8, []byte("abc")}, {9, []byte("x")}}, []segment{{8, []byte("axc")}}},
		{"an address like a sign", "64 is no negative number", []segment{{64, []byte("a")}, {8192, []byte("b")}}, []segment{{64, []byte("a")}, {8192, []byte("b")}}},
	} {
		module := func(segments []segment) []byte {
			data := appendSegments(nil, segments)
			return append(binary.AppendUvarint([]byte(magic+"\x01\x02xy\x0b"), uint64(len(data))), append(data, "\x00\x01z"...)...)
		}
		got, err := Compact(module(test.in))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if !bytes.Equal(got, module(test.want)) {
			t.Errorf("%s: got %q, want %q: %s", test.name, got, module(test.want), test.reason)
		}
		again, err := readSegments(appendSegments(nil, test.in))
		if err != nil || cmp.Diff(test.in, again, cmp.AllowUnexported(segment{})) != "" {
			t.Errorf("%s: read back as %v, %v", test.name, again, err)
		}
	}
}

func TestJoinRefuses(t *testing.T) {
	for _, test := range []struct{ reason, module string }{
		{"no header", "\x00as"},
		{"a section ends too late", magic + "\x01\x05x"},
		{"a section without a length", magic + "\x01"},
		{"a piece that is not copied at the start", magic + "\x0b\x03\x01\x01\x00"},
		{"an address that is computed", magic + "\x0b\x05\x01\x00\x23\x00\x0b"},
		{"a piece that ends too late", magic + "\x0b\x07\x01\x00\x41\x08\x0b\x05a"},
		{"more memory than any program of ours", magic + "\x0b\x10\x02\x00\x41\x08\x0b\x01a\x00\x41\x88\x80\x80\x20\x0b\x01b"},
		{"something behind the last piece", magic + "\x0b\x02\x00x"},
	} {
		if _, err := Compact([]byte(test.module)); !errors.Is(err, errModule) {
			t.Errorf("%s: %v", test.reason, err)
		}
	}
}
