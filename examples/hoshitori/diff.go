package main

import (
	"bytes"
	"encoding/json"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/plain"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// runDiff prints the computed difference between two editions, and writes a draft of their change record on request.
func runDiff(c *call) problem.List {
	from, problems := c.catalogOrFile(c.arguments[0])
	to, more := c.catalogOrFile(c.arguments[1])
	if problems = append(problems, more...); from == nil || to == nil {
		return problems
	}
	d := catalog.Diff(from, to)
	if file := c.value("record"); file != "" {
		problems = append(problems, c.write(file, indented(d.Draft().JSON()))...)
	}
	if c.json {
		c.output.Write(differenceJSON(d))
		return problems
	}
	return append(problems, c.printPage(func(p *terminal.Page) { plain.Difference(p, d, from, to, c.lang) })...)
}

// indented lays a file out for somebody who goes on writing in it.
func indented(data []byte) []byte {
	var out bytes.Buffer
	if err := json.Indent(&out, data, "", "  "); err != nil {
		return data // cannot happen: we wrote it
	}
	return append(out.Bytes(), '\n')
}

func differenceJSON(d catalog.Difference) []byte {
	names := func(list []string) jsondoc.Value { return jsondoc.ArrayOf(list, jsondoc.Text) }
	var b jsondoc.Builder
	b.String("from", d.From.String())
	b.String("to", d.To.String())
	b.Set("parts", names(d.Parts))
	b.Set("items", jsondoc.ArrayOf(d.Items, func(i catalog.ItemDifference) jsondoc.Value {
		var b jsondoc.Builder
		b.String("from", string(i.From))
		b.String("to", string(i.To))
		b.String("kind", i.Kind().String())
		b.Set("asks", names(i.Asks))
		b.Set("place", names(i.Place))
		b.Set("guidance", names(i.Guidance))
		return b.Value()
	}))
	return jsonLine(b.Value())
}
