package repository_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// root is the folder of the repository, seen from this package.
const root = "../.."

const module = "github.com/hoshitori/hoshitori"

// file is a file of the repository by its path with slashes, such as "catalog/doc.go".
type file struct {
	path string
	data []byte
}

func (f file) isGo() bool   { return strings.HasSuffix(f.path, ".go") }
func (f file) isTest() bool { return strings.HasSuffix(f.path, "_test.go") }

// room is the top-level folder of a file, "" for files that lie in the root.
func (f file) room() string {
	room, _, ok := strings.Cut(f.path, "/")
	if !ok {
		return ""
	}
	return room
}

// files reads every text file of the repository, built and downloaded ones left out.
func files(t *testing.T) []file {
	t.Helper()
	var all []file
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			switch entry.Name() {
			case ".git", "node_modules", "dist":
				return fs.SkipDir
			}
			return nil
		}
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() || info.Size() > 1<<20 {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil || bytes.IndexByte(data, 0) >= 0 {
			return err
		}
		relative, err := filepath.Rel(root, name)
		all = append(all, file{filepath.ToSlash(relative), data})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("only %d files were found", len(all))
	}
	return all
}

// goFile is a parsed Go file.
type goFile struct {
	file
	fset *token.FileSet
	ast  *ast.File
}

// folder is the import path below the module, "" for the root.
func (f goFile) folder() string {
	if dir := path.Dir(f.path); dir != "." {
		return dir
	}
	return ""
}

func (f goFile) imports() []string {
	var out []string
	for _, spec := range f.ast.Imports {
		out = append(out, strings.Trim(spec.Path.Value, `"`))
	}
	return out
}

// goFiles parses the Go files of the repository, those of the examples module included.
func goFiles(t *testing.T) []goFile {
	t.Helper()
	var all []goFile
	for _, f := range files(t) {
		if !f.isGo() {
			continue
		}
		fset := token.NewFileSet()
		parsed, err := parser.ParseFile(fset, f.path, f.data, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, goFile{f, fset, parsed})
	}
	return all
}

// within reports whether a path is a folder or lies in it.
func within(p, folder string) bool { return p == folder || strings.HasPrefix(p, folder+"/") }
