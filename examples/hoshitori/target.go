package main

import (
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// target returns the level of --target, "" if none was given. A level that the catalogue does not have is a problem.
func (c *call) target(k *catalog.Checked) (string, problem.List) {
	if !c.has("target") {
		return "", nil
	}
	level := c.value("target")
	if _, ok := k.LevelIndex(level); ok {
		return level, nil
	}
	var allowed []string
	for _, l := range k.Levels() {
		allowed = append(allowed, l.ID)
	}
	return "", fail(targetKind, "value", level, "catalog", k.Ref().String(), "allowed", strings.Join(allowed, ", "))
}
