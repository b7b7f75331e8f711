package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// maxDocument is how large one document may be, after unpacking, so that a small packed file cannot fill the memory.
const maxDocument = 64 << 20

// standardInput and standardOutput are what a file name may be in place of a file.
const (
	standardInput  = "-"
	standardOutput = "-"
)

// open opens a file, or standard input, and unpacks it if its name says that it is packed.
func (c *call) open(name string) (io.ReadCloser, problem.List) {
	if name == standardInput {
		if c.drained {
			return nil, fail(stdinTwiceKind)
		}
		c.drained = true
		return io.NopCloser(c.stdin), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, c.unreadable(name, err)
	}
	p, _, packed := packingOf(name)
	if !packed {
		return f, nil
	}
	unpacked, err := p.unpack(f)
	if err != nil {
		f.Close()
		return nil, c.unreadable(name, err)
	}
	return unpacking{unpacked, f}, nil
}

// unpacking reads a file through what unpacks it.
type unpacking struct {
	io.ReadCloser
	file io.Closer
}

func (u unpacking) Close() error { return errors.Join(u.ReadCloser.Close(), u.file.Close()) }

// read returns the content of a file that holds one document.
func (c *call) read(name string) ([]byte, problem.List) {
	r, problems := c.open(name)
	if !problems.OK() {
		return nil, problems
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxDocument+1))
	switch {
	case err != nil:
		return nil, c.unreadable(name, err)
	case len(data) > maxDocument:
		return nil, tooLarge(name)
	}
	return data, nil
}

func tooLarge(name string) problem.List {
	return failIn(name, tooLargeKind, "limit", strconv.Itoa(maxDocument>>20))
}

func (c *call) unreadable(name string, err error) problem.List {
	if errors.Is(err, fs.ErrNotExist) {
		return failIn(name, notFoundKind)
	}
	if p, _, packed := packingOf(name); packed && !errors.As(err, new(*fs.PathError)) {
		return failIn(name, p.kind, "cause", damage(err, c.lang))
	}
	return failIn(name, readKind, "cause", cause(err, c.lang))
}

// cause says why the system refused something, as far as it can be said in the reader's language.
func cause(err error, l lang.Lang) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return lang.Text{JA: "フォルダーがない", EN: "no such folder"}.In(l)
	case errors.Is(err, fs.ErrPermission):
		return lang.Text{JA: "権限がない", EN: "permission denied"}.In(l)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return lang.Text{JA: "途中で終わっている", EN: "it ends too early"}.In(l)
	}
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		err = p.Err
	}
	return err.Error()
}
