package main

import (
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/render"
)

// runForm writes the static form of a catalogue into the file of -o, or to standard output.
func runForm(c *call) problem.List {
	k, problems := c.catalogNamed(c.arguments[0])
	if k == nil {
		return problems
	}
	write := render.FormHTML
	if c.has("fragment") {
		write = render.FormFragment
	}
	o := c.options()
	if o.Target, problems = c.target(k); !problems.OK() {
		return problems
	}
	text := write(k, o)
	if name := c.value("o"); name != "" && name != standardOutput {
		return c.write(name, text)
	}
	c.output.Write(text)
	return nil
}
