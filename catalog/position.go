package catalog

import (
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// PositionOf returns the place in the file of the value that the JSON Pointer leads to, or of the nearest value around it
// that is written. It is zero in a source that was built in Go.
func (s *Source) PositionOf(pointer string) problem.Position { return positionOf(s.read, pointer) }

func positionOf(read *jsondoc.Value, pointer string) problem.Position {
	if read == nil {
		return problem.Position{}
	}
	for {
		if v := read.At(pointer); v != nil {
			return v.Position
		}
		pointer = parentPointer(pointer)
	}
}

func parentPointer(p string) string {
	for i := len(p) - 1; i >= 0; i-- {
		if p[i] == '/' {
			return p[:i]
		}
	}
	return ""
}
