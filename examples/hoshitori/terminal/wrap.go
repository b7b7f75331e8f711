package terminal

import (
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/internal/columns"
)

// Characters that Japanese typesetting keeps from the beginning and from the end of a line (行頭禁則, 行末禁則).
const (
	notFirst = "、。，．・：；！？）〕］｝〉》」』】〙〗ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ…‥％℃～—–’”),.:;!?]}%｜|"
	notLast  = "（〔［｛〈《「『【〘〖‘“([{"
)

// Wrap breaks a text into lines of at most the given width. It breaks at spaces and between full-width characters, never
// inside a word of Latin letters unless the word alone is wider than a line. A web address is never broken: it could not
// be followed any more.
func Wrap(s string, width int) []string {
	width = max(width, 2)
	var lines []string
	line, used := "", 0
	for _, u := range units(Clean(s), width) {
		w := Width(u)
		if used > 0 && used+Width(strings.TrimRight(u, " ")) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line, used = "", 0
		}
		if used == 0 && strings.TrimSpace(u) == "" {
			continue
		}
		line, used = line+u, used+w
	}
	if line = strings.TrimRight(line, " "); line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// units cuts a text where a line may end. None but web addresses is wider than the width.
func units(s string, width int) []string {
	var out []string
	current := ""
	var last rune
	cut := func() {
		if current != "" {
			out = append(out, current)
			current = ""
		}
	}
	for _, r := range s {
		if current != "" && mayBreak(last, r) {
			cut()
		}
		if Width(current)+columns.OfRune(r) > width && !strings.Contains(current, "://") {
			cut()
		}
		current += string(r)
		last = r
	}
	cut()
	return out
}

// mayBreak reports whether a line may end between two characters.
func mayBreak(before, after rune) bool {
	switch {
	case columns.OfRune(after) == 0, strings.ContainsRune(notFirst, after), strings.ContainsRune(notLast, before):
		return false
	case before == ' ':
		return after != ' '
	case after == ' ':
		return false
	}
	return columns.OfRune(before) == 2 || columns.OfRune(after) == 2
}

// Columns lays rows out in columns, each as wide as its widest cell, with two spaces between.
func Columns(rows [][]string) []string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], Width(Clean(cell)))
		}
	}
	var out []string
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += Pad(Clean(cell), widths[i]) + "  "
		}
		out = append(out, strings.TrimRight(line, " "))
	}
	return slices.Clip(out)
}
