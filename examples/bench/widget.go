package main

import (
	"fmt"
	"html/template"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/render"
)

// The widget as its documentation says: the two lines alone, or with the form pasted between the tags. Both pages are
// in the folder of the widget's files, which the lines name without a path.
var (
	twoLines = variant{name: "widget, two lines", page: "/widget/", ready: "hoshitori-ready", write: writeTwoLines}
	pasted   = variant{name: "widget, form pasted", page: "/widget/pasted.html", ready: "hoshitori-ready", write: writePasted}
)

func writeTwoLines(s *site) error {
	script, err := s.widgetScript()
	if err != nil {
		return err
	}
	return s.addPage("/widget/index.html", "", embed(script, nil))
}

func writePasted(s *site) error {
	script, err := s.widgetScript()
	if err != nil {
		return err
	}
	form := render.FormFragment(sa2v31.Catalog(), render.Options{Lang: lang.JA})
	return s.addPage("/widget/pasted.html", "", embed(script, form))
}

// embed returns the two lines. The script comes from our own build command, the form from our own renderer.
func embed(script string, form []byte) template.HTML {
	return template.HTML(script + "\n" + `<hoshitori-check catalog="sa2@3.1" lang="ja">` + string(form) + `</hoshitori-check>`)
}

// widgetScript returns the line with the widget's script, under the name that may be cached for ever as the files of the others
// may, and builds the widget when that has not happened yet.
func (s *site) widgetScript() (line string, err error) {
	if s.widget != "" {
		return s.widget, nil
	}
	printed, err := buildWidget(filepath.Join(s.dir, "widget"))
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(printed) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "<script") && strings.Contains(line, `src="hoshitori-check.`) {
			s.widget = line
			return line, nil
		}
	}
	return "", fmt.Errorf("the widget's build printed no line with a script:\n%s", printed)
}

// buildWidget builds the widget into dir and returns what the build command prints: the two lines.
func buildWidget(dir string, flags ...string) (printed string, err error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	return output(root, "go", append([]string{"run", "./wasm/build", "-o", dir}, flags...)...)
}

// moduleRoot is the folder of the module that is measured.
func moduleRoot() (dir string, err error) {
	dir, err = output("", "go", "list", "-m", "-f", "{{.Dir}}", "github.com/hoshitori/hoshitori")
	return strings.TrimSpace(dir), err
}

func output(dir, name string, args ...string) (string, error) {
	command := exec.Command(name, args...)
	command.Dir = dir
	var complaints strings.Builder
	command.Stderr = &complaints
	out, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("%v: %w\n%s", command, err, complaints.String())
	}
	return string(out), nil
}
