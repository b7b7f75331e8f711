package score

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// JSON returns the inference in canonical form (RFC 8785).
func (inf *Inference) JSON() []byte { return jsondoc.AppendCanonical(nil, inf.value()) }

func (inf *Inference) value() jsondoc.Value {
	var b jsondoc.Builder
	b.String("format", InferenceFormat)
	b.Set("to", refValue(inf.To))
	b.String("target", inf.Target)
	b.Set("from", jsondoc.ArrayOf(inf.From, refValue))
	var counts jsondoc.Builder
	given := 0
	for _, item := range inf.Items {
		if item.Given {
			given++
		}
	}
	counts.Int("total", int64(len(inf.Items)))
	counts.Int("given", int64(given))
	counts.Int("met", int64(inf.Count(OutcomeMet)))
	counts.Int("unmet", int64(inf.Count(OutcomeUnmet)))
	counts.Int("open", int64(inf.Count(OutcomeOpen)))
	b.Set("counts", counts.Value())
	b.Set("items", jsondoc.ArrayOf(inf.Items, inferredValue))
	b.Set("questions", jsondoc.ArrayOf(inf.Questions, func(q NextQuestion) jsondoc.Value {
		var b jsondoc.Builder
		b.Set("catalog", refValue(q.Catalog))
		b.String("item", string(q.Item))
		b.Int("ifMet", int64(q.IfMet))
		b.Int("ifUnmet", int64(q.IfUnmet))
		return b.Value()
	}))
	b.Set("disputes", jsondoc.ArrayOf(inf.Disputes, func(d Dispute) jsondoc.Value {
		var b jsondoc.Builder
		b.String("item", string(d.Item))
		b.Set("given", boolean(d.Given))
		b.Set("path", jsondoc.ArrayOf(d.Path, stepValue))
		return b.Value()
	}))
	b.Set("untouched", jsondoc.ArrayOf(inf.Untouched, itemValue))
	return b.Value()
}

func boolean(is bool) jsondoc.Value { return jsondoc.Value{Type: jsondoc.Bool, Bool: is} }

func refValue(r catalog.Ref) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", string(r.ID))
	b.String("version", string(r.Version))
	return b.Value()
}

func inferredValue(i Inferred) jsondoc.Value {
	var b jsondoc.Builder
	b.String("item", string(i.Item))
	b.String("verdict", i.Verdict.String())
	b.Set("given", boolean(i.Given))
	b.String("state", stateName(i.State))
	b.OptString("confidence", i.Confidence.String())
	b.Set("disputed", boolean(i.Disputed))
	b.Set("path", jsondoc.ArrayOf(i.Path, stepValue))
	return b.Value()
}

func stepValue(s Step) jsondoc.Value {
	var b jsondoc.Builder
	b.String("by", s.By)
	b.Set("record", boolean(s.Record))
	b.String("relation", s.Relation.String())
	b.Set("reversed", boolean(s.Reversed))
	b.Set("premises", jsondoc.ArrayOf(s.Premises, knownValue))
	b.Set("conclusion", knownValue(s.Conclusion))
	b.Set("rationale", jsondoc.Texts(s.Rationale))
	return b.Value()
}

func knownValue(k Known) jsondoc.Value {
	var b jsondoc.Builder
	b.Set("catalog", refValue(k.Catalog))
	b.String("item", string(k.Item))
	b.Set("met", boolean(k.Met))
	b.String("state", stateName(k.State))
	b.Set("given", boolean(k.Given))
	return b.Value()
}
