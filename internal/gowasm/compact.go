package gowasm

import "bytes"

// known are the releases of Go whose tables of functions look as this package says. Those of any other are left alone: the
// program is then larger, and a test of its size says so.
var known = []string{"go1.26"}

// Compact returns the same program in fewer bytes for the download. The program must be as [Build] returns it; one that is
// cut off or is not one of Go's linker is refused. One that is compact already is returned as it is.
func Compact(program []byte) ([]byte, error) {
	m, err := readModule(program)
	if err != nil {
		return nil, err
	}
	if m.section(startSection) != nil {
		return program, nil
	}
	data := m.section(dataSection)
	if data == nil {
		return program, nil
	}
	start, err := readMemory(data)
	if err != nil {
		return nil, err
	}
	if isKnown(m.named(producersSection)) {
		if err := m.compact(start); err != nil {
			return nil, err
		}
	}
	m.set(dataSection, appendSegments(nil, start.pieces()))
	return m.text(), nil
}

// compact does what rests on the release of Go.
func (m *module) compact(start memory) error {
	t, err := tablesIn(start)
	if err != nil {
		return err
	}
	if err := t.dropTraces(); err != nil {
		return err
	}
	code, err := evenCalls(m.section(codeSection))
	if err != nil {
		return err
	}
	m.set(codeSection, code)
	unpack, err := t.pack(start)
	if err != nil {
		return err
	}
	return m.setStart(unpack)
}

// isKnown reports whether the section that names the makers of a module names a release that is known.
func isKnown(makers []byte) bool {
	for _, release := range known {
		if bytes.Contains(makers, []byte(release+".")) || bytes.HasSuffix(makers, []byte(release)) {
			return true
		}
	}
	return false
}
