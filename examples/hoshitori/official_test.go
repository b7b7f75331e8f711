package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/catalog/scsv20260327"
	"github.com/hoshitori/hoshitori/examples/hoshitori/official/officialtest"
)

// makeWorkbook writes a workbook in the layout of the official one for a script: its name, then what to change, such as
// K14=★3. "without=1-1-1-2" leaves out a criterion.
func makeWorkbook() {
	lines := officialtest.Lines(scsv20260327.Catalog())
	cells := map[string]string{}
	for _, change := range os.Args[2:] {
		name, value, _ := strings.Cut(change, "=")
		if name != "without" {
			cells[name] = value
			continue
		}
		for i := range lines {
			if lines[i].Number == value {
				lines = append(lines[:i], lines[i+1:]...)
				break
			}
		}
	}
	data, err := officialtest.Write(officialtest.Known(), lines, func(f *excelize.File) error {
		for name, value := range cells {
			if err := f.SetCellStr(officialtest.Sheet, name, value); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = os.WriteFile(os.Args[1], data, 0o666)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
