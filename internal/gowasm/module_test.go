package gowasm

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The function that runs first comes behind all others, also behind those that are taken from outside, so that no number changes.
func TestSetStart(t *testing.T) {
	body := []byte{0, opEnd}
	const one = "\x01\x60\x00\x00" // a type
	for _, test := range []struct{ name, reason, in, want string }{
		{"functions of its own", "the third function has the number 2",
			magic + "\x01\x04" + one + "\x03\x03\x02\x00\x00" + "\x0a\x07\x02\x02\x00\x0b\x02\x00\x0b" + "\x0b\x01\x00",
			magic + "\x01\x07\x02\x60\x00\x00\x60\x00\x00" + "\x03\x04\x03\x00\x00\x01" + "\x08\x01\x02" + "\x0a\x0a\x03\x02\x00\x0b\x02\x00\x0b\x02\x00\x0b" + "\x0b\x01\x00"},
		{"a function from outside", "it is counted first",
			magic + "\x01\x04" + one + "\x02\x07\x01\x01a\x01b\x00\x00" + "\x03\x02\x01\x00" + "\x0a\x04\x01\x02\x00\x0b",
			magic + "\x01\x07\x02\x60\x00\x00\x60\x00\x00" + "\x02\x07\x01\x01a\x01b\x00\x00" + "\x03\x03\x02\x00\x01" + "\x08\x01\x02" + "\x0a\x07\x02\x02\x00\x0b\x02\x00\x0b"},
	} {
		m, err := readModule([]byte(test.in))
		if err != nil {
			t.Fatal(err)
		}
		if err := m.setStart(body); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if diff := cmp.Diff([]byte(test.want), m.text()); diff != "" {
			t.Errorf("%s: %s (-want +got)\n%s", test.name, test.reason, diff)
		}
		if again, err := Compact(m.text()); err != nil || !bytes.Equal(again, m.text()) {
			t.Errorf("%s: what has such a function is compact already: %v", test.name, err)
		}
	}
	for _, test := range []struct{ reason, in string }{
		{"no types", magic + "\x03\x02\x01\x00" + "\x0a\x04\x01\x02\x00\x0b"},
		{"no code", magic + "\x01\x04" + one + "\x03\x02\x01\x00"},
		{"a memory from outside, which Go never takes", magic + "\x01\x04" + one + "\x02\x08\x01\x01a\x01b\x02\x00\x01" + "\x03\x02\x01\x00" + "\x0a\x04\x01\x02\x00\x0b"},
	} {
		m, err := readModule([]byte(test.in))
		if err != nil {
			t.Fatal(err)
		}
		if err := m.setStart(body); !errors.Is(err, errModule) {
			t.Errorf("%s: %v", test.reason, err)
		}
	}
}
