package gowasm

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Build compiles a command for GOOS=js and returns the module as the linker wrote it. Nothing in it depends on the machine or on
// the place of the source. Inlining is off because it costs a twentieth of the download; see wasm/README.md.
//
// Where the release still has it, the collector before the present one is taken: the present one prepares each piece of memory for
// many threads, which takes an eighth of the start in a browser, where there is one.
func Build(dir, command string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "hoshitori-engine")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	target := filepath.Join(temp, "engine.wasm")
	release := exec.Command("go", "env", "GOVERSION")
	release.Dir = dir
	version, err := release.Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOVERSION: %w", err)
	}
	experiment := ""
	if isKnown(bytes.TrimSpace(version)) {
		experiment = "nogreenteagc"
	}
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-gcflags=all=-l", "-o", target, command)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=", "GOEXPERIMENT="+experiment)
	if output, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build %s: %w\n%s", command, err, output)
	}
	return os.ReadFile(target)
}
