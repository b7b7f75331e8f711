package main

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/lint"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

var (
	wordClean  = lang.Text{JA: "{file}: 直すところはありません（{format}）", EN: "{file}: nothing to mend ({format})"}
	wordFaults = lang.Text{JA: "{file}: エラー{errors}件、注意{warnings}件（{format}）。コードの意味は docs/problems/ にあります", EN: "{file}: errors: {errors}, warnings: {warnings} ({format}). What the codes mean is in docs/problems/"}
)

// runLint reports everything that the compiler finds in files, each with its line and a caret under the place.
func runLint(c *call) problem.List {
	c.sources = map[string][]byte{}
	var all problem.List
	for _, name := range c.arguments {
		data, problems := c.read(name)
		if !problems.OK() {
			all = append(all, problems...)
			continue
		}
		s := newSource(name, data)
		c.sources[name] = data
		problems = c.lint(s).InFile(name)
		all = append(all, problems...)
		c.sayFaults(s, problems)
	}
	if c.json {
		c.output.Reset()
		c.output.Write(problemsJSON(all))
		c.sources, c.remarks = nil, ""
	}
	return all
}

// lint returns what is wrong with a file, and what its author should look at.
func (c *call) lint(s source) problem.List {
	switch s.format {
	case catalog.Format, "":
		return lintCatalog(s)
	case catalog.ExtensionFormat:
		_, _, problems := c.compile(s, lint.Source)
		return problems
	case catalog.ChangesFormat:
		_, problems := c.changesOf(s)
		return problems
	case catalog.CrosswalkFormat:
		_, problems := c.crosswalkOf(s)
		return problems
	case catalog.GuideFormat:
		_, problems := catalog.LoadGuide(s.data)
		return problems
	}
	return placed(fail(notSourceKind, "format", s.format), s.data, "/format")
}

// lintCatalog returns what makes a catalogue unusable and what its author should look at, both at once.
func lintCatalog(s source) problem.List {
	_, problems := catalog.Load(s.data, digest.SHA256)
	read, form := catalog.Parse(s.data)
	if len(read.Items) == 0 && !form.OK() {
		return problems // no catalogue at all
	}
	return beyond(problems, lint.Source(read))
}

func (c *call) sayFaults(s source, problems problem.List) {
	format := s.format
	if format == "" {
		format = catalog.Format
	}
	if len(problems) == 0 {
		c.say(wordClean, "file", s.name, "format", format)
		return
	}
	errors := 0
	for _, p := range problems {
		if p.Kind.Severity == problem.Error {
			errors++
		}
	}
	c.remark(wordFaults, "file", s.name, "format", format, "errors", strconv.Itoa(errors), "warnings", strconv.Itoa(len(problems)-errors))
}
