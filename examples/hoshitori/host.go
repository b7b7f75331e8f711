package main

import (
	"bytes"
	"io"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/render"
)

// host is the machine as the commands see it.
type host struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) string
	today          catalog.Date
	width          int
	color          bool
	echo           bool // standard input does not show what is typed
}

// call is one command being carried out.
type call struct {
	host
	line
	lang    lang.Lang
	json    bool
	output  bytes.Buffer // for standard output; dropped if --json has problems to report instead
	known   library
	drained bool              // standard input has been read
	remarks string            // what is said on standard error beside the output
	worse   bool              // compare --gate found that something got worse
	sources map[string][]byte // files whose lines are shown beside problems
}

// run carries out a command line and returns the exit code.
func (h host) run(args []string) int {
	l, problems := parseLine(args)
	c := &call{host: h, line: l, json: l.has("json")}
	var more problem.List
	c.lang, more = languageOf(l, h.env)
	problems = append(problems, more...)
	problems = append(problems, c.carryOut(problems.OK())...)
	return c.finish(problems)
}

func (c *call) carryOut(ok bool) problem.List {
	if len(c.arguments) > 0 && c.arguments[0] == "help" {
		c.arguments = c.arguments[1:]
		c.values["help"] = []string{""}
	}
	if len(c.arguments) == 0 {
		if !c.has("help") {
			return fail(noCommandKind)
		}
		return c.printPage(func(p *terminal.Page) { usage(p, c.lang) })
	}
	cmd, found := findCommand(c.arguments[0])
	if !found {
		return fail(unknownCommandKind, "command", c.arguments[0], "allowed", commandNames())
	}
	if c.has("help") {
		return c.printPage(func(p *terminal.Page) { usageOf(p, cmd, c.lang) })
	}
	if problems := cmd.fits(c.line); !ok || !problems.OK() {
		return problems
	}
	c.arguments = c.arguments[1:]
	problems := c.learn(c.values["catalog"])
	if !problems.OK() {
		return problems
	}
	return append(problems, cmd.run(c)...)
}

// finish writes what there is to write and returns the exit code.
func (c *call) finish(problems problem.List) int {
	code := exitCode(problems)
	if code == exitDone && c.worse {
		code = exitWorse
	}
	if c.json && code != exitDone && code != exitWorse {
		c.output.Reset()
		c.output.Write(problemsJSON(problems))
	} else {
		c.complain(problems)
	}
	_, _ = io.WriteString(c.stderr, c.remarks)
	if _, err := c.stdout.Write(c.output.Bytes()); err != nil {
		failure := failIn(standardOutput, writeKind, "cause", cause(err, c.lang))
		c.complain(failure)
		code = exitCode(failure)
	}
	return code
}

// complain writes problems as text, one to a line.
func (c *call) complain(problems problem.List) {
	for _, p := range problems {
		// Nothing can be done if even this cannot be written.
		_, _ = io.WriteString(c.stderr, terminal.Clean(p.Text(c.lang))+"\n"+c.excerpt(p))
	}
}

// excerpt returns the line of a problem with a caret under its place, "" where no lines are to be shown.
func (c *call) excerpt(p problem.Problem) string {
	source, ok := c.sources[p.File]
	if !ok {
		return ""
	}
	lines := p.Excerpt(source)
	if lines == "" {
		return ""
	}
	return "    " + strings.ReplaceAll(lines, "\n", "\n    ") + "\n"
}

func (c *call) page() *terminal.Page { return &terminal.Page{Width: c.width, Color: c.color} }

func (c *call) printPage(write func(*terminal.Page)) problem.List {
	p := c.page()
	write(p)
	c.output.WriteString(p.String())
	return nil
}

func (c *call) options() render.Options { return render.Options{Lang: c.lang, Today: c.today} }
