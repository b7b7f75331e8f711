package main

import (
	"path/filepath"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/workbook"
	"github.com/hoshitori/hoshitori/render"
)

// reportWriter writes a report in one format, with the problems that it found in doing so.
type reportWriter func(*call, render.View) ([]byte, problem.List)

// reportWriters are the formats of a report, by the end of the file's name.
var reportWriters = map[string]reportWriter{
	".html": simple(render.ReportHTML),
	".md":   simple(render.ReportMarkdown),
	".csv":  simple(render.ReportCSV),
	".xlsx": spreadsheet,
	".svg":  simple(chart),
}

// simple is for the formats that hold whatever there is to say.
func simple(write func(render.View) []byte) reportWriter {
	return func(_ *call, v render.View) ([]byte, problem.List) { return write(v), nil }
}

// runReport writes a report into the file of -o.
func runReport(c *call) problem.List {
	name := c.value("o")
	write, problems := reportWriterOf(name)
	if !problems.OK() {
		return problems
	}
	a, _, v, problems := c.result(c.arguments[0])
	if a == nil {
		return problems
	}
	data, more := write(c, v)
	problems = append(problems, more.InFile(name)...)
	if !more.OK() {
		return problems
	}
	return append(problems, c.write(name, data)...)
}

func reportWriterOf(name string) (reportWriter, problem.List) {
	write, ok := reportWriters[strings.ToLower(filepath.Ext(name))]
	if !ok {
		return nil, failIn(name, extensionKind, "value", name)
	}
	return write, nil
}

// spreadsheet writes a workbook, and warns of what had no room in it.
func spreadsheet(c *call, v render.View) ([]byte, problem.List) {
	data, cut, err := workbook.Write(v)
	switch {
	case err != nil:
		return nil, fail(writeKind, "cause", cause(err, c.lang))
	case cut > 0:
		return data, fail(cutKind, "count", strconv.Itoa(cut))
	}
	return data, nil
}

// chart draws the sections as a radar, or as bars where there are no points to draw.
func chart(v render.View) []byte {
	if svg := render.RadarSVG(v); svg != nil {
		return svg
	}
	return render.BarsSVG(v)
}
