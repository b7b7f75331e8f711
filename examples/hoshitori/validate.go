package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
	"github.com/hoshitori/hoshitori/schema"
	"github.com/hoshitori/hoshitori/score"
	"github.com/hoshitori/hoshitori/score/verify"
)

var (
	wordFine  = lang.Text{JA: "{file}: 問題ありません（{format}、{catalog}）", EN: "{file}: no problem ({format}, {catalog})"}
	wordLines = lang.Text{JA: "{file}: {total}件のうち{fine}件に問題はありません", EN: "{file}: no problem in {fine} of {total} documents"}
)

// runValidate checks shape and meaning of files. It goes through all of them, whatever it finds in one.
func runValidate(c *call) problem.List {
	var all problem.List
	for _, name := range c.arguments {
		if _, plain, _ := packingOf(name); strings.HasSuffix(plain, ".ndjson") {
			all = append(all, c.validateLines(name)...)
			continue
		}
		all = append(all, c.validateFile(name)...)
	}
	if c.json {
		c.output.Reset()
		c.output.Write(problemsJSON(all))
	}
	return all
}

func (c *call) validateFile(name string) problem.List {
	data, problems := c.read(name)
	if !problems.OK() {
		return problems
	}
	about, format, problems := c.validate(data)
	if problems.OK() {
		c.say(wordFine, "file", name, "format", format, "catalog", about)
	}
	return problems.InFile(name)
}

// validate checks one document: first its shape, then what it means. If it is good, about says which catalogues it speaks
// of.
func (c *call) validate(data []byte) (about, format string, problems problem.List) {
	shape := schema.Validate(data)
	document, _ := jsondoc.Parse(data)
	if at := document.At("/format"); at != nil {
		format = at.Text
	}
	kind, known := schema.KindOf(format)
	switch {
	case kind == schema.Assessment:
		problems = c.validateAnswers(data, shape)
	case !known || !shape.OK():
		// What a file means cannot be told from one that is not whole.
		return "", format, shape
	default:
		problems = beyond(shape, c.meaning(kind, source{data: data, format: format}, document))
	}
	if problems.OK() {
		about = aboutOf(kind, document)
	}
	return about, format, problems
}

// meaning says what is wrong with what a file of good shape means. Reports of migrations, inferences and comparisons do
// not hold the answers that they rest on, so nothing more can be said about them.
func (c *call) meaning(kind schema.Kind, s source, document jsondoc.Value) (problems problem.List) {
	switch kind {
	case schema.Catalog:
		_, problems = catalog.Load(s.data, digest.SHA256)
	case schema.Guide:
		_, problems = catalog.LoadGuide(s.data)
	case schema.Changes:
		_, problems = c.changesOf(s)
	case schema.Crosswalk:
		_, problems = c.crosswalkOf(s)
	case schema.Extension:
		_, _, problems = c.compile(s)
	case schema.Result:
		problems = c.validateResult(s.data, document)
	}
	return problems
}

// abouts are the places where the kinds of file name the catalogues that they speak of.
var abouts = map[schema.Kind][]string{
	schema.Catalog:    {""},
	schema.Assessment: {"/catalog"},
	schema.Result:     {"/catalog"},
	schema.Guide:      {""},
	schema.Changes:    {"/from", "/to"},
	schema.Crosswalk:  {"/from", "/to"},
	schema.Extension:  {""},
	schema.Migration:  {"/from", "/to"},
	schema.Inference:  {"/to"},
	schema.Comparison: {"/before/catalog", "/after/catalog"},
}

// aboutOf names the catalogues that a good file speaks of.
func aboutOf(kind schema.Kind, document jsondoc.Value) string {
	var names []string
	for _, pointer := range abouts[kind] {
		at := document.At(pointer)
		ref := catalog.Ref{ID: catalog.ID(at.Get("id").Text), Version: catalog.Version(at.Get("version").Text)}
		names = append(names, ref.String())
	}
	return strings.Join(names, " → ")
}

// validateResult checks whether what a result claims follows from the answers that it cites.
func (c *call) validateResult(data []byte, document jsondoc.Value) problem.List {
	r, problems := score.Parse(data)
	if !problems.OK() {
		return problems
	}
	ref := catalog.Ref{ID: r.Catalog.ID, Version: r.Catalog.Version}
	k, ok := c.known.find(ref)
	if !ok {
		return placed(fail(unknownCatalogKind, "catalog", ref.String(), "allowed", c.known.names()), data, "/catalog")
	}
	return located(verify.Alone(k, r), document)
}

// validateAnswers adds to the problems of an assessment's shape those of its meaning, so that its author sees all of them
// at once.
func (c *call) validateAnswers(data []byte, shape problem.List) problem.List {
	d, _ := assess.Parse(data)
	ref := d.Catalog.Ref()
	if ref.ID == "" || ref.Version == "" {
		return shape
	}
	k, ok := c.known.find(ref)
	if !ok {
		unknown := fail(unknownCatalogKind, "catalog", ref.String(), "allowed", c.known.names())
		return beyond(shape, placed(unknown, data, "/catalog"))
	}
	_, meaning := assess.Check(d, k)
	return beyond(shape, meaning)
}

// beyond adds to a list the problems of another that are about other values. What does not fit its shape means nothing,
// so a second problem with the same value, or with a part of it, would only repeat the first.
func beyond(shape, meaning problem.List) problem.List {
	all := shape
	for _, m := range meaning {
		if !covered(shape, m) {
			all = append(all, m)
		}
	}
	all.Sort()
	return all
}

// covered reports whether the list says enough about the value of a problem. A warning covers only itself: the value may
// be wrong all the same.
func covered(problems problem.List, m problem.Problem) bool {
	for _, p := range problems {
		same := p.Pointer == m.Pointer || p.Pointer != "" && strings.HasPrefix(m.Pointer, p.Pointer+"/")
		if same && (p.Kind.Severity == problem.Error || p.Kind == m.Kind) {
			return true
		}
	}
	return false
}

// validateLines checks a file that holds one document to a line. It keeps no more than one line in memory.
func (c *call) validateLines(name string) problem.List {
	in, problems := c.open(name)
	if !problems.OK() {
		return problems
	}
	defer in.Close()
	var found jsondoc.Reader
	lines := bufio.NewReaderSize(in, 1<<16)
	total, fine := 0, 0
	for number := 1; ; number++ {
		data, err := readLine(lines)
		if errors.Is(err, errLongLine) {
			return append(found.Problems(), atLine(tooLarge(name), number)...).InFile(name)
		}
		if err != nil && err != io.EOF {
			return append(found.Problems().InFile(name), atLine(c.unreadable(name, err), number)...)
		}
		if len(bytes.TrimSpace(data)) > 0 {
			total++
			_, _, problems := c.validate(data)
			if problems.OK() {
				fine++
			}
			found.Add(atLine(problems, number)...)
		}
		if err == io.EOF {
			break
		}
	}
	c.say(wordLines, "file", name, "total", strconv.Itoa(total), "fine", strconv.Itoa(fine))
	return found.Problems().InFile(name)
}

// atLine moves problems from a line on its own to its place in the file.
func atLine(problems problem.List, number int) problem.List {
	for i := range problems {
		problems[i].Position.Line = number
		problems[i].Position.Column = max(problems[i].Position.Column, 1)
	}
	return problems
}

var errLongLine = errors.New("the line is too long")

// readLine returns the next line, without growing beyond what one document may have.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > maxDocument {
			return nil, errLongLine
		}
		if err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

// say adds a line to the output.
func (c *call) say(t lang.Text, pairs ...string) {
	c.output.WriteString(c.sentence(t, pairs))
}

// remark adds a line to what is said on standard error, after the problems.
func (c *call) remark(t lang.Text, pairs ...string) { c.remarks += c.sentence(t, pairs) }

func (c *call) sentence(t lang.Text, pairs []string) string {
	args := make([]lang.Arg, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args = append(args, lang.Value(pairs[i], pairs[i+1]))
	}
	return terminal.Clean(t.Fill(args).In(c.lang)) + "\n"
}
