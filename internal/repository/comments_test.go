package repository_test

import (
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// public are the rooms whose exported names people use.
var public = []string{"catalog", "assess", "score", "render", "schema", "wasm"}

func TestPackageComments(t *testing.T) {
	comments, seen := map[string]int{}, map[string]bool{}
	for _, f := range goFiles(t) {
		if f.isTest() {
			continue
		}
		seen[f.folder()] = true
		if f.ast.Doc == nil {
			continue
		}
		comments[f.folder()]++
		want := "Package " + f.ast.Name.Name + " "
		if f.ast.Name.Name == "main" {
			want = "" // a command's comment begins with its name
		}
		if !strings.HasPrefix(f.ast.Doc.Text(), want) {
			t.Errorf("%s: a package comment begins with %q", f.path, want)
		}
	}
	for folder := range seen {
		if comments[folder] != 1 {
			t.Errorf("%s has %d package comments, want one", folder, comments[folder])
		}
	}
}

func TestExportedNamesAreDocumented(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.isTest() || f.ast.Name.Name == "main" || !slices.Contains(public, f.room()) {
			continue
		}
		for _, decl := range f.ast.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && ofExportedType(d) {
					documented(t, f, d.Name, d.Doc, true)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					general(t, f, d, spec)
				}
			}
		}
	}
}

// ofExportedType reports whether a function is no method, or one of a type that others can name.
func ofExportedType(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	name := d.Recv.List[0].Type
	for {
		switch n := name.(type) {
		case *ast.StarExpr:
			name = n.X
		case *ast.IndexExpr:
			name = n.X
		case *ast.Ident:
			return n.IsExported()
		default:
			return false
		}
	}
}

func general(t *testing.T, f goFile, d *ast.GenDecl, spec ast.Spec) {
	t.Helper()
	switch s := spec.(type) {
	case *ast.TypeSpec:
		if !s.Name.IsExported() {
			return
		}
		doc := s.Doc
		if doc == nil {
			doc = d.Doc
		}
		documented(t, f, s.Name, doc, true)
	case *ast.ValueSpec:
		doc := d.Doc // of a group of values one comment speaks for all
		for _, own := range []*ast.CommentGroup{s.Doc, s.Comment} {
			if doc == nil {
				doc = own
			}
		}
		for _, name := range s.Names {
			if name.IsExported() {
				documented(t, f, name, doc, false)
			}
		}
	}
}

// documented checks a comment. One of a type or function begins with its name, as documentation tools expect.
func documented(t *testing.T, f goFile, name *ast.Ident, doc *ast.CommentGroup, named bool) {
	t.Helper()
	at := f.fset.Position(name.Pos())
	if doc == nil || strings.TrimSpace(doc.Text()) == "" {
		t.Errorf("%s: %s has no comment", at, name.Name)
		return
	}
	text := doc.Text()
	for _, article := range []string{"A ", "An ", "The "} {
		text = strings.TrimPrefix(text, article)
	}
	if named && !strings.HasPrefix(text, name.Name) {
		t.Errorf("%s: the comment of %s begins with its name", at, name.Name)
	}
}
