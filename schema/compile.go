package schema

import (
	"errors"
	"io"
	"strings"
	"sync"

	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// compiled is a schema in the two forms that validating needs: to check by, and to quote from.
type compiled struct {
	schema *jsonschema.Schema
	text   jsondoc.Value
}

// compilers compile each schema once, when it is first needed. Compiling is not safe for concurrent use, validating is.
var compilers = func() (out [len(known)]func() compiled) {
	for _, k := range Kinds() {
		out[k] = sync.OnceValue(func() compiled { return compile(k) })
	}
	return out
}()

func compile(k Kind) compiled {
	text, problems := jsondoc.Parse(Document(k))
	if err := problems.Err(); err != nil {
		panic("schema of the " + k.String() + ": " + err.Error()) // it is part of the program; a test compiles it
	}
	id := text.Get("$id").Text
	c := newCompiler()
	if err := c.AddResource(id, strings.NewReader(known[k].text)); err != nil {
		panic("schema of the " + k.String() + ": " + err.Error())
	}
	return compiled{schema: c.MustCompile(id), text: text}
}

// newCompiler returns a compiler that loads nothing: by default it would open files.
func newCompiler() *jsonschema.Compiler {
	c := jsonschema.NewCompiler()
	c.LoadURL = func(string) (io.ReadCloser, error) { return nil, errOutside }
	return c
}

var errOutside = errors.New("a schema refers to something that is not embedded")
