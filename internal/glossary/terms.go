package glossary

import (
	_ "embed" // for the list of terms
	"strconv"
	"sync"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

//go:embed terms.json
var termsFile []byte

var load = sync.OnceValue(func() []catalog.Term {
	value, problems := jsondoc.Parse(termsFile)
	r := &jsondoc.Reader{}
	r.Add(problems...)
	var terms []catalog.Term
	for i := range value.Elements {
		f := r.Open(&value.Elements[i], "/"+strconv.Itoa(i))
		f.Require("id", "term", "meaning")
		terms = append(terms, catalog.Term{ID: f.String("id"), Term: f.Text("term"), Meaning: f.Text("meaning")})
		f.Close()
	}
	if found := r.Problems(); !found.OK() {
		panic("glossary: " + found.Err().Error()) // the file is part of the program; a test reads it
	}
	return terms
})

// Terms returns the whole glossary, in the order of the ids. The slice is shared and must not be written to.
func Terms() []catalog.Term { return load() }
