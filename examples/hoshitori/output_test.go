package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWriteWhole(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "out.txt")
	write := func(name, content string) {
		t.Helper()
		if err := writeWhole(name, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(name, want string) {
		t.Helper()
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%s holds %q (%v), want %q", name, got, err, want)
		}
	}
	write(name, "one")
	expect(name, "one")
	if err := os.Chmod(name, 0o640); err != nil {
		t.Fatal(err)
	}
	write(name, "two")
	expect(name, "two")
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the permissions became %v (%v)", info.Mode(), err)
	}

	link := filepath.Join(folder, "link.txt")
	if err := os.Symlink(name, link); err != nil {
		t.Fatal(err)
	}
	write(link, "three")
	expect(name, "three")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is one no more: %v (%v)", info.Mode(), err)
	}

	for _, bad := range []string{folder, filepath.Join(folder, "none", "out.txt"), filepath.Join(name, "out.txt")} {
		if err := writeWhole(bad, []byte("x")); err == nil {
			t.Errorf("writing to %s succeeded", bad)
		}
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 2 {
		t.Errorf("files are left over: %v (%v)", left, err)
	}
}
