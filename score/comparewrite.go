package score

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// JSON returns the comparison in canonical form (RFC 8785).
func (m *Comparison) JSON() []byte { return jsondoc.AppendCanonical(nil, m.value()) }

func (m *Comparison) value() jsondoc.Value {
	var b jsondoc.Builder
	b.String("format", ComparisonFormat)
	b.Set("before", m.Before.value())
	b.Set("after", m.After.value())
	b.String("target", m.Target)
	b.Set("migrated", jsondoc.ArrayOf(m.Migrated, migrationValue))
	b.Set("caveats", jsondoc.ArrayOf(m.Caveats, reasonValue))
	if m.Points != nil {
		var p jsondoc.Builder
		p.Set("before", m.Points.Before.value())
		p.Set("after", m.Points.After.value())
		b.Set("points", p.Value())
	}
	b.Set("levels", jsondoc.ArrayOf(m.Levels, levelChangeValue))
	b.Set("items", jsondoc.ArrayOf(m.Items, itemChangeValue))
	b.Set("lapses", jsondoc.ArrayOf(m.Lapses, func(l Lapse) jsondoc.Value {
		var b jsondoc.Builder
		b.String("item", string(l.Item))
		b.String("on", string(l.On))
		b.String("reason", string(l.Reason))
		return b.Value()
	}))
	b.Set("gotWorse", boolean(m.GotWorse))
	return b.Value()
}

func (s Side) value() jsondoc.Value {
	var b jsondoc.Builder
	b.Set("catalog", s.Catalog.value())
	b.String("assessedOn", string(s.AssessedOn))
	b.String("target", s.Target)
	return b.Value()
}

// migrationValue reads the report of a migration back, so that it stands in a comparison as it stands alone.
func migrationValue(m assess.Migration) jsondoc.Value {
	v, _ := jsondoc.Parse(m.JSON())
	return v
}

func levelChangeValue(l LevelChange) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", l.ID)
	b.String("before", l.Before.String())
	b.String("after", l.After.String())
	b.String("assuranceBefore", l.Assurance[0].String())
	b.String("assuranceAfter", l.Assurance[1].String())
	b.String("trend", l.Trend.String())
	return b.Value()
}

func itemChangeValue(i ItemChange) jsondoc.Value {
	var b jsondoc.Builder
	b.String("item", string(i.Item))
	b.String("before", stateName(i.Before))
	b.String("after", stateName(i.After))
	b.String("trend", i.Trend.String())
	b.Set("reasons", jsondoc.ArrayOf(i.Reasons, reasonValue))
	return b.Value()
}
