package main

import (
	"strings"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// runNew prints an empty assessment file.
func runNew(c *call) problem.List {
	k, problems := c.catalogNamed(c.arguments[0])
	if k == nil {
		return problems
	}
	d := assess.New(k.Ref())
	if c.has("target") {
		d.Target = c.value("target")
		if _, ok := k.LevelIndex(d.Target); !ok {
			var allowed []string
			for _, l := range k.Levels() {
				allowed = append(allowed, l.ID)
			}
			return fail(targetKind, "value", d.Target, "catalog", k.Ref().String(), "allowed", strings.Join(allowed, ", "))
		}
	}
	c.output.Write(append(d.JSON(), '\n'))
	return nil
}
