package main

import (
	"path/filepath"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/render"
)

// reportWriters are the formats of a report, by the end of the file's name.
var reportWriters = map[string]func(render.View) []byte{
	".html": render.ReportHTML,
	".md":   render.ReportMarkdown,
	".csv":  render.ReportCSV,
	".svg":  chart,
}

// runReport writes a report into the file of -o.
func runReport(c *call) problem.List {
	name := c.value("o")
	write, problems := reportWriter(name)
	if !problems.OK() {
		return problems
	}
	a, _, v, problems := c.result(c.arguments[0])
	if a == nil {
		return problems
	}
	return append(problems, c.write(name, write(v))...)
}

func reportWriter(name string) (func(render.View) []byte, problem.List) {
	end := strings.ToLower(filepath.Ext(name))
	if end == ".xlsx" {
		return nil, failIn(name, spreadsheetKind)
	}
	write, ok := reportWriters[end]
	if !ok {
		return nil, failIn(name, extensionKind, "value", name)
	}
	return write, nil
}

// chart draws the sections as a radar, or as bars where there are no points to draw.
func chart(v render.View) []byte {
	if svg := render.RadarSVG(v); svg != nil {
		return svg
	}
	return render.BarsSVG(v)
}
