package interview

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
)

// Why an interview stops before its end.
var (
	errEnded       = errors.New("the input has ended")
	errInterrupted = errors.New("interrupted")
	errQuit        = errors.New("quit")
)

// longestLine is as much of a line as anybody means to type.
const longestLine = 4096

// dialogue puts lines out and takes lines in.
type dialogue struct {
	Settings
	lines chan string // closed at the end of the input
	page  *terminal.Page
}

func newDialogue(s Settings) *dialogue {
	d := &dialogue{Settings: s, lines: make(chan string)}
	d.page = d.blankPage()
	// Reading waits in a goroutine of its own, so that an interrupt is heard meanwhile.
	go d.readLines()
	return d
}

func (d *dialogue) blankPage() *terminal.Page { return &terminal.Page{Width: d.Width, Color: d.Color} }

func (d *dialogue) readLines() {
	defer close(d.lines)
	in := bufio.NewReaderSize(d.In, longestLine)
	for {
		line, more, err := in.ReadLine()
		if err != nil {
			return
		}
		text := string(line)
		for more && err == nil {
			_, more, err = in.ReadLine()
		}
		d.lines <- text
	}
}

// flush puts out what is on the page.
func (d *dialogue) flush() {
	// If the output is gone, the end of the input will follow.
	_, _ = io.WriteString(d.Out, d.page.String())
	d.page = d.blankPage()
}

// ask puts a prompt and returns the line that was typed, without the spaces around it.
func (d *dialogue) ask(prompt string) (string, error) {
	d.page.Faint("", prompt)
	d.flush()
	_, _ = io.WriteString(d.Out, "> ")
	select {
	case line, ok := <-d.lines:
		if !ok {
			_, _ = io.WriteString(d.Out, "\n")
			return "", errEnded
		}
		if d.Echo {
			_, _ = io.WriteString(d.Out, terminal.Clean(line)+"\n")
		}
		return strings.TrimSpace(line), nil
	case <-d.Interrupt:
		_, _ = io.WriteString(d.Out, "\n")
		return "", errInterrupted
	}
}

// say returns a phrase with its names replaced by values, given in turn.
func (d *dialogue) say(t lang.Text, pairs ...string) string {
	args := make([]lang.Arg, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args = append(args, lang.Value(pairs[i], pairs[i+1]))
	}
	return t.Fill(args).In(d.Lang)
}

// plainKeys returns what was typed as it would be without a Japanese input method: full-width letters, digits and signs
// as their half-width ones, in lower case.
func plainKeys(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000':
			return ' '
		}
		return r
	}, s)
	return strings.ToLower(strings.TrimSpace(s))
}

// isYes and isNo read the answer to a question that can be answered so.
func isYes(s string) bool { s = plainKeys(s); return s == "y" || s == "yes" || s == "はい" }

func isNo(s string) bool { s = plainKeys(s); return s == "n" || s == "no" || s == "いいえ" }
