package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLongNoteInSpreadsheet writes a note that no cell has room for. The report is written, and says that it lacks a part.
func TestLongNoteInSpreadsheet(t *testing.T) {
	note := strings.Repeat("あ", 40000)
	answers := `{"format":"hoshitori/assessment/1","catalog":{"id":"sa2","version":"3.1"},"answers":[{"item":"1","state":"met","note":"` + note + `"}]}`
	for end, warned := range map[string]bool{".xlsx": true, ".csv": false, ".html": false} {
		name := filepath.Join(t.TempDir(), "out"+end)
		code, stdout, stderr := runWith([]byte(answers), "report", "-", "-o", name, "--lang", "en")
		if code != exitDone || stdout != "" {
			t.Errorf("%s ends with %d: %s", end, code, stdout)
		}
		if got := strings.Contains(stderr, "were cut (1)") && strings.Contains(stderr, "[output/cut]"); got != warned || !warned && stderr != "" {
			t.Errorf("%s warns: %v, want %v: %q", end, got, warned, stderr)
		}
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
}
