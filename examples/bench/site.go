package main

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // for the page shell
	"encoding/hex"
	"html/template"
	"os"
	"path/filepath"
	"strings"
)

// site is the folder that is served, with a page for each variant.
type site struct {
	dir       string
	questions []question
	widget    string // the line with the widget's script, "" before it is built
}

// variant is one way of putting the questions on a page.
type variant struct {
	name  string
	page  string // path of its page on the server
	ready string // event by which the page says that answers count
	write func(s *site) error
}

// variants lists what is compared. The first two are what the others are set against. Our widget as it was comes before what
// it is now; from says where it is, and is "" if it is not compared.
func variants(from string) []variant {
	all := []variant{floor, surveyJS}
	if from != "" {
		all = append(all, earlier(from))
	}
	return append(all, twoLines, pasted)
}

const (
	floorIndex    = 0
	surveyJSIndex = 1
)

//go:embed shell.html
var shellSource string

var shell = template.Must(template.New("shell").Parse(shellSource))

// newSite writes the pages of the variants below dir.
func newSite(dir string, all []variant) (*site, error) {
	s := &site{dir: dir, questions: questions()}
	for _, v := range all {
		if err := v.write(s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// addPage writes a page with the shell around what the variant puts into head and body.
func (s *site) addPage(path string, head, body template.HTML) error {
	var page bytes.Buffer
	if err := shell.Execute(&page, map[string]any{"Head": head, "Body": body}); err != nil {
		return err
	}
	return s.add(path, page.Bytes())
}

// addHashed writes a file under a name that holds a hash of its content, so that it may be cached for ever, and returns its
// address.
func (s *site) addHashed(path string, content []byte) (address string, err error) {
	sum := sha256.Sum256(content)
	extension := filepath.Ext(path)
	address = strings.TrimSuffix(path, extension) + "." + hex.EncodeToString(sum[:4]) + extension
	return address, s.add(address, content)
}

func (s *site) add(path string, content []byte) error {
	file := filepath.Join(s.dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, content, 0o644)
}

// fill executes a template of a variant.
func fill(t *template.Template, data any) (template.HTML, error) {
	var out bytes.Buffer
	err := t.Execute(&out, data)
	return template.HTML(out.String()), err
}
