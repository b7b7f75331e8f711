package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// runCompile makes a catalogue file of an extension: into the file of -o, else on standard output.
func runCompile(c *call) problem.List {
	data, problems := c.read(c.arguments[0])
	if !problems.OK() {
		return problems
	}
	s := newSource(c.arguments[0], data)
	if s.format != catalog.ExtensionFormat {
		return placed(fail(notExtensionKind, "format", s.format), data, "/format").InFile(s.name)
	}
	c.sources = map[string][]byte{s.name: data}
	made, crosswalk, problems := c.compile(s)
	problems = problems.InFile(s.name)
	if made == nil {
		return problems
	}
	if file := c.value("crosswalk"); file != "" {
		problems = append(problems, c.write(file, append(crosswalk.JSON(), '\n'))...)
	}
	return append(problems, c.deliver(append(made.JSON(), '\n'))...)
}

// deliver writes a result into the file of -o, else on standard output.
func (c *call) deliver(data []byte) problem.List {
	if file := c.value("o"); file != "" && file != standardOutput {
		return c.write(file, data)
	}
	c.output.Write(data)
	return nil
}
