package repository_test

import (
	"bytes"
	"go/format"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The rooms of the house and what stands before its door. Another one needs a reason, written in the commit that adds it.
var (
	folders = []string{"catalog", "assess", "score", "render", "wasm", "schema", "examples", "testdata", "docs", "internal", ".ci", ".github", ".git"}
	doorway = []string{"go.mod", "go.sum", "go.work", "go.work.sum", "Makefile", "README.md", "README.ja.md", "LICENSE",
		"CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", ".gitignore", ".gitattributes", ".ci", ".git"}
)

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		allowed := doorway
		if entry.IsDir() {
			allowed = folders
		}
		if !slices.Contains(allowed, entry.Name()) {
			t.Errorf("%s does not belong at the top of the repository", entry.Name())
		}
	}
}

// A file is named after what it is about.
func TestFileNames(t *testing.T) {
	empty := []string{"util", "utils", "common", "helper", "helpers", "misc", "shared", "base"}
	for _, f := range files(t) {
		if !f.isGo() {
			continue
		}
		name := strings.TrimSuffix(strings.TrimSuffix(path.Base(f.path), ".go"), "_test")
		if slices.Contains(empty, name) || slices.Contains(empty, path.Base(path.Dir(f.path))) {
			t.Errorf("%s: this name says nothing", f.path)
		}
	}
}

func TestFormatting(t *testing.T) {
	for _, f := range files(t) {
		if !f.isGo() {
			continue
		}
		formatted, err := format.Source(f.data)
		if err != nil {
			t.Errorf("%s: %v", f.path, err)
		} else if !bytes.Equal(formatted, f.data) {
			t.Errorf("%s is not formatted; run gofmt -w on it", f.path)
		}
	}
}

// Names and phrases that would tie the repository to the machine or the tools of somebody who works on it. They are put
// together here, so that this file does not hold them.
var private = regexp.MustCompile(`(?i)\.\./` + `shared|/wor` + `k/(main|shared)|/tmp/` + `setup|anthro` + `pic|clau` + `de\b|chat` + `gpt|copi` + `lot|system prom` + `pt|AI assis` + `tant|as an A` + `I\b`)

// Left-over work is an issue, not a comment.
var unfinished = regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|X` + `XX)\b`)

func TestStandsAlone(t *testing.T) {
	for _, f := range files(t) {
		if found := private.Find(f.data); found != nil {
			t.Errorf("%s holds %q", f.path, found)
		}
		if found := unfinished.Find(f.data); found != nil && (f.isGo() || strings.HasSuffix(f.path, ".js") || strings.HasSuffix(f.path, ".md")) {
			t.Errorf("%s holds %q", f.path, found)
		}
	}
}

// Tests run or fail; none steps aside.
func TestNoSkippedTests(t *testing.T) {
	skip := regexp.MustCompile(`\b[tbf]\.Ski` + `p(Now|f)?\(`)
	for _, f := range files(t) {
		if f.isTest() && skip.Match(f.data) {
			t.Errorf("%s skips a test", f.path)
		}
	}
}

var (
	sentenceEnd = regexp.MustCompile(`[。\n]`)
	negation    = regexp.MustCompile(`ません|ない|なく|never|not `)
	star        = regexp.MustCompile(`★|星|SECURITY ACTION`)
)

// SECURITY ACTION is declared (宣言). Nobody certifies it, and a text that says so misleads a shop and its customers.
func TestNoStarIsCertified(t *testing.T) {
	for _, f := range files(t) {
		if f.isTest() || strings.Contains(f.path, "testdata/") {
			continue // tests look for these words
		}
		for _, sentence := range sentenceEnd.Split(string(f.data), -1) {
			certified := strings.Contains(sentence, "認定") || strings.Contains(sentence, "取得") && star.MatchString(sentence)
			if certified && !negation.MatchString(sentence) {
				t.Errorf("%s: %s", f.path, strings.TrimSpace(sentence))
			}
		}
	}
}
