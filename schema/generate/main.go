// Command generate writes the JSON Schemas of Hoshitori's files, from the wire types of this package, into the folder
// above. A test fails when the committed files are not what it would write.
//
//	go generate ./schema/...
//
// The types say which members there are and which are required; their comments become the descriptions. Closed sets come
// from the packages that own them, and the examples are written by the engine itself, so that neither can fall behind.
package main

//go:generate go run .

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	files, err := documents()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join("..", name), text, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
