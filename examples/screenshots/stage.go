package main

import (
	_ "embed" // for the page and its style
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

//go:embed stage.ja.html
var stageJA string

//go:embed stage.en.html
var stageEN string

//go:embed stage.css
var stageStyle string

// stagePage is our own page: that of a bank in both languages, which is light or dark as the visitor's system is.
func stagePage(l lang.Lang) string { return "screenshot." + l.String() + ".html" }

// writeStage adds our own pages to the demo site.
func writeStage(dir string) error {
	loader, err := loaderLine(dir)
	if err != nil {
		return err
	}
	const place = "<!-- LOADER -->"
	files := map[string]string{
		stagePage(lang.JA): strings.Replace(stageJA, place, loader, 1),
		stagePage(lang.EN): strings.Replace(stageEN, place, loader, 1),
		"screenshot.css":   stageStyle,
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// loaderLine takes the line with the widget's script, and its hash, from a page of the demo.
func loaderLine(dir string) (string, error) {
	page, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		return "", fmt.Errorf("the demo's first page: %w", err)
	}
	for line := range strings.Lines(string(page)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "<script") && strings.Contains(line, "hoshitori.js") {
			return line, nil
		}
	}
	return "", errors.New("the demo's first page has no line with the widget's script")
}
