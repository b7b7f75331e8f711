package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/internal/gowasm"
)

// What is taken out of the engine to make it smaller, the runtime does not miss: a program that collects garbage on deep stacks,
// moves stacks, starts goroutines and recovers from panics says the same as before.
func TestCompactProgramsRunAsBefore(t *testing.T) {
	source := filepath.Join("..", "..", "internal", "gowasm")
	module, err := gowasm.Build(source, "./testdata/stress")
	if err != nil {
		t.Fatal(err)
	}
	small, err := gowasm.Compact(module)
	if err != nil {
		t.Fatal(err)
	}
	want, got := runInNode(t, module), runInNode(t, small)
	if !strings.Contains(want, "on purpose") || !strings.Contains(want, "value method main.square.area called using nil *square pointer") {
		t.Errorf("the program as the linker wrote it says\n%s", want)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-before +after)\n%s", diff)
	}
}

// runInNode returns what a program prints, with println to the standard error.
func runInNode(t *testing.T, module []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(file, module, 0o644); err != nil {
		t.Fatal(err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	output, err := exec.Command("node", filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	return string(output)
}
