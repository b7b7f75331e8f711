// Command fill writes into each built-in catalogue the terms of the glossary that its texts use.
//
//	go generate ./internal/glossary
//	go run ./internal/glossary/fill [folder of the repository]
//
// A test fails when a catalogue is not what it would write.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hoshitori/hoshitori/internal/glossary"
)

func main() {
	root := "."
	if len(os.Args) > 1 {
		root = os.Args[1]
	}
	if err := fill(root); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func fill(root string) error {
	names, err := filepath.Glob(filepath.Join(root, "catalog", "*", "catalog.json"))
	if err != nil || len(names) == 0 {
		return fmt.Errorf("no catalogue in %s; call fill with the folder of the repository", root)
	}
	for _, name := range names {
		old, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		filled, err := glossary.Fill(old)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if bytes.Equal(old, filled) {
			continue
		}
		if err := os.WriteFile(name, filled, 0o644); err != nil {
			return err
		}
		fmt.Println(name)
	}
	return nil
}
