package main

import (
	_ "embed" // for the script that starts the survey
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"os"
	"os/exec"
	"path/filepath"
)

// surveyVersion is the version of survey-js-ui, and of survey-core, which it wants at the same version: the current one of
// survey-js-ui when the table in wasm/README.md was made.
const surveyVersion = "2.5.38"

// surveyJS is the peer. It is given what makes it fast: minified files that are fetched at the same time and may be
// cached for ever, the style sheet without fonts, no language pack.
var surveyJS = variant{name: "SurveyJS", page: "/surveyjs/", ready: "bench-ready", write: writeSurveyJS}

//go:embed surveyjs.js
var surveyScript []byte

var surveyHead = template.Must(template.New("surveyjs").Parse(`<link rel="stylesheet" href="{{.Style}}">
{{range .Scripts}}<script src="{{.}}" defer></script>
{{end}}`))

func writeSurveyJS(s *site) error {
	packages, err := installSurveyJS()
	if err != nil {
		return err
	}
	style, err := s.addFrom(packages, "survey-core/survey-core.fontless.min.css")
	if err != nil {
		return err
	}
	var scripts []string
	for _, file := range []string{"survey-core/survey.core.min.js", "survey-js-ui/survey-js-ui.min.js"} {
		script, err := s.addFrom(packages, file)
		if err != nil {
			return err
		}
		scripts = append(scripts, script)
	}
	survey, err := surveyModel(s.questions)
	if err != nil {
		return err
	}
	start, err := s.addHashed("/surveyjs/start.js", append([]byte("const model = "+string(survey)+";\n"), surveyScript...))
	if err != nil {
		return err
	}
	head, err := fill(surveyHead, map[string]any{"Style": style, "Scripts": append(scripts, start)})
	if err != nil {
		return err
	}
	return s.addPage("/surveyjs/index.html", head, `<div id="survey"></div><p>合計 <output>0</output> 点</p>`)
}

func (s *site) addFrom(packages, file string) (address string, err error) {
	content, err := os.ReadFile(filepath.Join(packages, filepath.FromSlash(file)))
	if err != nil {
		return "", err
	}
	return s.addHashed("/surveyjs/"+filepath.Base(file), content)
}

// surveyModel is the questions in SurveyJS's own format.
func surveyModel(questions []question) ([]byte, error) {
	type choice struct {
		Value  string `json:"value"`
		Text   string `json:"text"`
		Points int64  `json:"points"`
	}
	type element struct {
		Type    string   `json:"type"`
		Name    string   `json:"name"`
		Title   string   `json:"title"`
		Choices []choice `json:"choices"`
	}
	var elements []element
	for _, q := range questions {
		e := element{Type: "radiogroup", Name: "q" + q.ID, Title: q.Text}
		for _, a := range q.Answers {
			e.Choices = append(e.Choices, choice{a.Code, a.Label, a.Points})
		}
		elements = append(elements, e)
	}
	return json.Marshal(map[string]any{"elements": elements, "completeText": "終わる"})
}

// installSurveyJS returns the folder of the packages, which it fills from the npm registry when it is not there.
func installSurveyJS() (packages string, err error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	home := filepath.Join(cache, "hoshitori-bench")
	dir := filepath.Join(home, "surveyjs-"+surveyVersion)
	packages = filepath.Join(dir, "node_modules")
	if _, err := os.Stat(packages); err == nil {
		return packages, nil
	}
	if err := os.MkdirAll(home, 0o755); err != nil {
		return "", err
	}
	fresh, err := os.MkdirTemp(home, "new-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(fresh)
	if err := npmInstall(fresh); err != nil {
		return "", err
	}
	// Renamed at the end, so that an interrupted installation is never taken for a whole one.
	if err := os.Rename(fresh, dir); err != nil {
		if _, other := os.Stat(packages); other != nil {
			return "", err
		}
	}
	return packages, nil
}

func npmInstall(dir string) error {
	command := exec.Command("npm", "install", "--prefix", dir, "--ignore-scripts", "--no-audit", "--no-fund",
		"survey-core@"+surveyVersion, "survey-js-ui@"+surveyVersion)
	output, err := command.CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		return errors.New("npm is missing, which fetches SurveyJS for the comparison: run `apt-get install -y npm`")
	}
	if err != nil {
		return fmt.Errorf("%v: %w\n%s", command, err, output)
	}
	return nil
}
