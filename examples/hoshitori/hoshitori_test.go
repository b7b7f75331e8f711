package main

import (
	"bytes"
	stdflag "flag" // the command has flags of its own
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/rogpeppe/go-internal/testscript"
)

var update = stdflag.Bool("update", false, "rewrite the expected outputs in testdata/script")

// testHost is the machine that the scripts run on: a day that does not move, and no terminal.
func testHost() host {
	h := host{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		env: os.Getenv, today: "2026-11-21", width: terminal.PageWidth(os.Stdout, os.Getenv), echo: true,
	}
	if day := os.Getenv("TODAY"); day != "" {
		h.today = catalog.Date(day)
	}
	return h
}

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"hoshitori": func() { os.Exit(testHost().run(os.Args[1:])) },
		// exit says with which code the command ends, and itself ends well.
		"exit": func() {
			code := testHost().run(os.Args[1:])
			fmt.Fprintln(os.Stderr, "exit code", code)
		},
		"zstd":     packFiles,
		"workbook": makeWorkbook,
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			for folder, target := range map[string]string{"testdata/files": "", "../../testdata/editions": "editions", "../association": "association"} {
				if err := os.CopyFS(filepath.Join(e.WorkDir, target), os.DirFS(filepath.FromSlash(folder))); err != nil {
					return err
				}
			}
			return nil
		},
	})
}

// TestAnyInput gives every command that reads files the shared vectors, whole and damaged. Whatever they are, the command
// ends with one of its codes.
func TestAnyInput(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "vectors", "*", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no vectors: %v", err)
	}
	for i, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, damaged := range [][]byte{data, data[:len(data)/2], bytes.ReplaceAll(data, []byte(`"`), []byte(`'`)), swap(data, i)} {
			for _, command := range []string{"score", "explain", "gaps", "validate", "show", "lint", "compile"} {
				code, _, _ := runWith(damaged, command, "-")
				if !slices.Contains([]int{exitDone, exitInvalid}, code) {
					t.Errorf("%s of %s ends with %d", command, name, code)
				}
			}
		}
	}
}

// swap exchanges two values of a document, so that it stays JSON and means something else.
func swap(data []byte, seed int) []byte {
	parts := bytes.Split(data, []byte(`"`))
	a, b := seed%len(parts)|1, (seed*7+4)%len(parts)|1
	if max(a, b) < len(parts) {
		parts[a], parts[b] = parts[b], parts[a]
	}
	return bytes.Join(parts, []byte(`"`))
}

func runWith(input []byte, args ...string) (code int, stdout, stderr string) {
	var out, complaints bytes.Buffer
	h := host{stdin: bytes.NewReader(input), stdout: &out, stderr: &complaints, env: func(string) string { return "" },
		today: "2026-11-21", width: 76}
	code = h.run(args)
	return code, out.String(), complaints.String()
}

// TestEveryKindSpeaks holds the problems of the command to the same form as those of the packages.
func TestEveryKindSpeaks(t *testing.T) {
	source, err := os.ReadFile("kinds.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(source), "\n") {
		if strings.Contains(line, "lang.Text{JA: \"\"") || strings.Contains(line, "EN: \"\"}") {
			t.Errorf("a text lacks a language: %s", line)
		}
	}
	if n := strings.Count(string(source), "&problem.Kind{"); n != strings.Count(string(source), "Message: ") || n != strings.Count(string(source), "Hint:  ") {
		t.Errorf("of %d kinds some have no message or no hint", n)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestOutputThatCannotBeWritten(t *testing.T) {
	var complaints bytes.Buffer
	h := host{stdin: strings.NewReader(""), stdout: brokenPipe{}, stderr: &complaints, env: func(string) string { return "en" }}
	if code := h.run([]string{"catalogs"}); code != exitIO {
		t.Errorf("exit code %d, want %d", code, exitIO)
	}
	if !strings.Contains(complaints.String(), "[io/write]") {
		t.Errorf("stderr %q does not say so", complaints.String())
	}
}

// zeros is an input without end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestInputWithoutEnd(t *testing.T) {
	var out, complaints bytes.Buffer
	h := host{stdin: zeros{}, stdout: &out, stderr: &complaints, env: func(string) string { return "" }}
	if code := h.run([]string{"score", "-"}); code != exitIO {
		t.Errorf("exit code %d, want %d", code, exitIO)
	}
	if !strings.Contains(complaints.String(), "[io/too-large]") {
		t.Errorf("stderr %q does not say so", complaints.String())
	}
}
