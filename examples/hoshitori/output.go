package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/problem"
)

// write writes a file whole or not at all. The content goes into a file beside it, which then takes its name, so that
// neither a full disk nor a power cut leaves half a file.
func (c *call) write(name string, data []byte) problem.List {
	if err := writeWhole(name, data); err != nil {
		return failIn(name, writeKind, "cause", cause(err, c.lang))
	}
	return nil
}

func writeWhole(name string, data []byte) error {
	// A link stays a link: what it points to is replaced.
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		return writeDevice(name, info, data)
	}
	f, err := beside(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil && info != nil {
		err = f.Chmod(info.Mode().Perm())
	}
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// writeDevice writes to what is no file, such as /dev/stdout, and has no name to give away.
func writeDevice(name string, info fs.FileInfo, data []byte) error {
	if info.IsDir() {
		return &fs.PathError{Op: "write", Path: name, Err: errors.New("is a directory")}
	}
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// beside creates a new file in the folder of the named one, with the permissions that the system gives to new files.
func beside(name string) (*os.File, error) {
	folder, base := filepath.Split(name)
	for i := 0; ; i++ {
		temporary := filepath.Join(folder, "."+base+"."+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(i)+".tmp")
		f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) || i == 100 {
			return f, err
		}
	}
}
