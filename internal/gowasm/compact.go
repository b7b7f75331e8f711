package gowasm

import "bytes"

// known are the releases of Go whose tables of functions look as this package says. Those of any other are left alone: the
// program is then larger, and a test of its size says so.
var known = []string{"go1.26"}

// Compact returns the same program in fewer bytes for the download. The module must be as [Build] returns it; a module that is
// cut off or is not one of Go's linker is refused.
func Compact(module []byte) ([]byte, error) {
	parts, err := partsOf(module)
	if err != nil {
		return nil, err
	}
	release := isKnown(named(parts, producersSection))
	return withMemory(module, func(m memory) error {
		if !release {
			return nil
		}
		t, err := tablesIn(m)
		if err == nil {
			err = t.dropTraces()
		}
		if err == nil {
			err = t.coarsen(m)
		}
		return err
	})
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
