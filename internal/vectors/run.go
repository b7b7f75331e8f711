package vectors

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/score"
)

// Run takes a vector through the engine. The result is nil if the catalogue or the document was refused; problems is nil
// if there was nothing to say. A catalogue that is refused ends the run, so its problems stand alone.
//
// It panics if the vector names a built-in catalogue that does not exist.
func Run(v Vector) (result, problems []byte) {
	c, found := v.catalogue()
	if c == nil {
		return nil, problemsJSON(found)
	}
	a, more := assess.Load(v.Assessment, c)
	found = append(found, more...)
	if a != nil {
		r := score.Evaluate(a, score.Options{})
		result = r.JSON()
	}
	return result, problemsJSON(found)
}

func (v Vector) catalogue() (*catalog.Checked, problem.List) {
	if v.Catalog == OwnCatalog {
		return catalog.Load(v.CatalogFile, digest.SHA256)
	}
	ref, _ := catalog.ParseRef(v.Catalog)
	c, ok := builtin.Find(ref)
	if !ok {
		panic("vector " + v.Name + ": no built-in catalogue " + v.Catalog)
	}
	return c, nil
}

// problemsJSON writes what another implementation can be compared on: codes and places, no sentences.
func problemsJSON(list problem.List) []byte {
	if len(list) == 0 {
		return nil
	}
	var all jsondoc.Builder
	all.Set("problems", jsondoc.ArrayOf(list, func(p problem.Problem) jsondoc.Value {
		var b jsondoc.Builder
		b.String("code", p.Kind.Code)
		b.String("severity", p.Kind.Severity.String())
		b.Int("line", int64(p.Position.Line))
		b.Int("column", int64(p.Position.Column))
		b.String("pointer", p.Pointer)
		return b.Value()
	}))
	return jsondoc.AppendCanonical(nil, all.Value())
}
