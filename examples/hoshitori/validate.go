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
	ref, format, problems := c.validate(data)
	if problems.OK() {
		c.say(wordFine, "file", name, "format", format, "catalog", ref.String())
	}
	return problems.InFile(name)
}

// validate checks one document: first its shape, then what it means.
func (c *call) validate(data []byte) (ref catalog.Ref, format string, problems problem.List) {
	shape := schema.Validate(data)
	document, _ := jsondoc.Parse(data)
	if at := document.At("/format"); at != nil {
		format = at.Text
	}
	kind, known := schema.KindOf(format)
	switch {
	case kind == schema.Assessment:
		d, _ := assess.Parse(data)
		return d.Catalog.Ref(), format, c.validateAnswers(d, data, shape)
	case !known || !shape.OK():
		// What a catalogue or a result means cannot be told from one that is not whole.
		return ref, format, shape
	case kind == schema.Catalog:
		s, _ := catalog.Parse(data)
		_, meaning := catalog.Check(s, digest.SHA256)
		return s.Ref(), format, append(shape, meaning...)
	case kind == schema.Guide:
		g, meaning := catalog.LoadGuide(data)
		if g == nil {
			return ref, format, beyond(shape, meaning)
		}
		return g.Ref(), format, append(shape, meaning...)
	}
	r, meaning := score.Parse(data)
	ref = catalog.Ref{ID: r.Catalog.ID, Version: r.Catalog.Version}
	problems = beyond(shape, meaning)
	if problems.OK() {
		problems = append(problems, c.validateClaims(ref, r, document, data)...)
	}
	return ref, format, problems
}

// validateClaims checks whether what a result claims follows from the answers that it cites.
func (c *call) validateClaims(ref catalog.Ref, r score.Result, document jsondoc.Value, data []byte) problem.List {
	k, ok := c.known.find(ref)
	if !ok {
		return placed(fail(unknownCatalogKind, "catalog", ref.String(), "allowed", c.known.names()), data, "/catalog")
	}
	return located(verify.Alone(k, r), document)
}

// validateAnswers adds to the problems of an assessment's shape those of its meaning, so that its author sees all of them
// at once.
func (c *call) validateAnswers(d *assess.Document, data []byte, shape problem.List) problem.List {
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
		if !covered(shape, m.Pointer) {
			all = append(all, m)
		}
	}
	all.Sort()
	return all
}

func covered(problems problem.List, pointer string) bool {
	for _, p := range problems {
		if p.Pointer == pointer || p.Pointer != "" && strings.HasPrefix(pointer, p.Pointer+"/") {
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
	args := make([]lang.Arg, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args = append(args, lang.Value(pairs[i], pairs[i+1]))
	}
	c.output.WriteString(terminal.Clean(t.Fill(args).In(c.lang)) + "\n")
}
