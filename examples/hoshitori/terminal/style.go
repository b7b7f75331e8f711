package terminal

import (
	"os"
	"strconv"
)

// Style sets a text off from others. The zero value does not.
type Style uint8

// The styles.
const (
	Plain Style = iota
	Bold
	Head    // a heading
	Warning // what must not be missed
	Dim     // what matters less
)

var codes = [...]string{Plain: "", Bold: "1", Head: "1;36", Warning: "33", Dim: "2"}

// Paint returns the text in the style, or as it is where there is no colour. Nothing is said by colour alone.
func (s Style) Paint(text string, color bool) string {
	if !color || codes[s] == "" || text == "" {
		return text
	}
	return "\x1b[" + codes[s] + "m" + text + "\x1b[0m"
}

// The widths of a page: wide enough to be of use, and no wider than the eye follows.
const (
	minWidth     = 40
	maxWidth     = 80
	defaultWidth = 76
)

// IsTerminal reports whether the file is a terminal.
func IsTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// Colored reports whether colours may be written to the file: it is a terminal that knows them, and nobody has asked for
// none (https://no-color.org).
func Colored(f *os.File, env func(string) string) bool {
	return env("NO_COLOR") == "" && env("TERM") != "dumb" && IsTerminal(f)
}

// PageWidth returns how wide a page on the file should be: as COLUMNS says, else as wide as the terminal.
func PageWidth(f *os.File, env func(string) string) int {
	if n, err := strconv.Atoi(env("COLUMNS")); err == nil && n > 0 {
		return min(max(n, minWidth), maxWidth)
	}
	if n := screenWidth(f); n > 0 {
		return min(max(n-1, minWidth), maxWidth) // a full last column makes some terminals add an empty line
	}
	return defaultWidth
}
