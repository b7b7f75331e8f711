package builtin_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
)

// The items of SECURITY ACTION are numbered questions without an interval, and conditions beside the sections.
func TestSecurityActionItems(t *testing.T) {
	for _, c := range builtin.All() {
		if id := c.Ref().ID; id != "sa1" && id != "sa2" {
			continue
		}
		for i, item := range c.Items() {
			at := c.Ref().String() + " " + string(item.ID)
			if !strings.HasSuffix(item.Text.JA, "ていますか。") {
				t.Errorf("%s: not a question about what is done: %s", at, item.Text.JA)
			}
			if item.Recurs != "" {
				t.Errorf("%s: the scheme states no interval, the catalogue states %s", at, item.Recurs)
			}
			switch item.Kind {
			case catalog.Question:
				if item.Number != string(item.ID) || item.Number != strconv.Itoa(i+1) {
					t.Errorf("%s: number %q at place %d", at, item.Number, i+1)
				}
				if len(item.Choices) != 0 {
					t.Errorf("%s: %d choices of its own", at, len(item.Choices))
				}
			case catalog.Condition:
				if item.Section != "" || len(item.PartialWhen) != 0 || len(item.Choices) != 3 || c.Allows(item, catalog.Partial) {
					t.Errorf("%s: a condition is answered yes, no or unknown, beside the sections", at)
				}
			default:
				t.Errorf("%s: kind %v", at, item.Kind)
			}
		}
	}
}
