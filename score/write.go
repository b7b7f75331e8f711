package score

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// JSON returns the result file in canonical form (RFC 8785).
func (r *Result) JSON() []byte { return jsondoc.AppendCanonical(nil, r.value()) }

func (r *Result) value() jsondoc.Value {
	var b jsondoc.Builder
	b.String("format", Format)
	b.Set("catalog", r.Catalog.value())
	b.String("target", r.Target)
	b.String("combine", r.Combine.String())
	b.Set("completeness", r.Completeness.value())
	if r.Points != nil {
		b.Set("points", r.Points.value())
	}
	b.Set("levels", jsondoc.ArrayOf(r.Levels, levelValue))
	b.Set("sections", jsondoc.ArrayOf(r.Sections, sectionValue))
	b.Set("gaps", jsondoc.ArrayOf(r.Gaps, gapValue))
	b.Set("explanation", nodeValue(r.Explanation))
	return b.Value()
}

func (c Catalog) value() jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", string(c.ID))
	b.String("version", string(c.Version))
	b.String("status", c.Status.String())
	b.String("supersededBy", string(c.SupersededBy))
	b.String("digest", c.Digest)
	return b.Value()
}

// JSON returns the counts in canonical form.
func (n Completeness) JSON() []byte { return jsondoc.AppendCanonical(nil, n.value()) }

func (n Completeness) value() jsondoc.Value {
	var b jsondoc.Builder
	b.Int("total", int64(n.Total))
	b.Int("answered", int64(n.Answered))
	b.Int("unknown", int64(n.Unknown))
	b.Int("unanswered", int64(n.Unanswered))
	b.Int("notApplicable", int64(n.NotApplicable))
	return b.Value()
}

// value writes points as strings: a later scheme may need fractions, which JSON numbers cannot carry exactly.
func (p *Points) value() jsondoc.Value {
	var b jsondoc.Builder
	b.String("score", number(p.Score))
	b.String("low", number(p.Low))
	b.String("high", number(p.High))
	b.String("max", number(p.Max))
	b.String("band", p.Band)
	b.String("bandLow", p.BandLow)
	b.String("bandHigh", p.BandHigh)
	return b.Value()
}

func itemValue(id catalog.ItemID) jsondoc.Value { return jsondoc.Text(string(id)) }

func levelValue(l Level) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", l.ID)
	b.String("criteria", l.Criteria.String())
	b.Int("total", int64(l.Total))
	b.Int("met", int64(l.Met))
	b.Int("unmet", int64(l.Unmet))
	b.Int("open", int64(l.Open))
	b.Set("blocking", jsondoc.ArrayOf(l.Blocking, itemValue))
	b.Set("deciding", jsondoc.ArrayOf(l.Deciding, itemValue))
	b.String("assurance", l.Assurance.String())
	b.Set("remaining", jsondoc.ArrayOf(l.Remaining, func(n catalog.Need) jsondoc.Value { return jsondoc.Text(n.String()) }))
	b.Set("explanation", nodeValue(l.Explanation))
	return b.Value()
}

func sectionValue(s Section) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", s.ID)
	b.Int("total", int64(s.Total))
	b.Int("met", int64(s.Met))
	b.Int("partial", int64(s.Partial))
	b.Int("unmet", int64(s.Unmet))
	b.Int("unknown", int64(s.Unknown))
	b.Int("unanswered", int64(s.Unanswered))
	b.Int("notApplicable", int64(s.NotApplicable))
	b.Int("compensated", int64(s.Compensated))
	return b.Value()
}

func gapValue(g Gap) jsondoc.Value {
	var b jsondoc.Builder
	b.String("item", string(g.Item))
	b.String("state", stateName(g.State))
	b.Int("priority", int64(g.Priority))
	b.Set("reasons", jsondoc.ArrayOf(g.Reasons, reasonValue))
	return b.Value()
}

func reasonValue(r Reason) jsondoc.Value {
	var b, args jsondoc.Builder
	b.String("code", string(r.Code))
	for _, a := range r.Args {
		args.String(a.Name, a.Value)
	}
	b.Set("args", args.Value())
	return b.Value()
}

// unansweredName stands in results for the absence of an answer, which no assessment file writes.
const unansweredName = "unanswered"

func stateName(s catalog.State) string {
	if s == catalog.Unanswered {
		return unansweredName
	}
	return s.String()
}

func nodeValue(n Node) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", n.ID)
	b.String("kind", string(n.Kind))
	b.String("value", n.Value)
	b.OptString("low", n.Low)
	b.OptString("high", n.High)
	b.String("rule", n.Rule)
	var c jsondoc.Builder
	c.String("source", n.Clause.Source)
	c.String("clause", n.Clause.Clause)
	b.Set("clause", c.Value())
	if n.Item != "" {
		b.String("item", string(n.Item))
		b.String("state", stateName(n.State))
		b.Set("given", jsondoc.ArrayOf(n.Given, func(g Given) jsondoc.Value {
			var b jsondoc.Builder
			b.OptString("respondent", g.Respondent)
			b.String("state", g.State.String())
			return b.Value()
		}))
		b.OptString("finding", n.Finding)
	}
	b.Set("children", jsondoc.ArrayOf(n.Children, nodeValue))
	return b.Value()
}
