package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// authoringGuides are the guides for authors of catalogues.
var authoringGuides = []string{"authoring.md", "authoring.ja.md"}

// warnings are what the guides say that lint finds in a file, by its name.
var authoringWarnings = map[string][]string{"tiny.json": {"lint/no-guidance"}}

// A guide shows whole files under their names, commands, and one change to a file that is there already.
var (
	shownFile    = regexp.MustCompile("(?ms)^`([^`\n]+\\.json)`[：:]\n\n```json\n(.*?)^```$")
	shownCommand = regexp.MustCompile("(?ms)^```sh\n(.*?)^```$")
	shownText    = regexp.MustCompile("(?ms)^```text\n(.*?)^```$")
	shownEdit    = regexp.MustCompile("`(\"status\": \"superseded\"[^`\n]+)`")
)

// step is what a reader of a guide does: save a file, type a line, or change the status of tiny.json.
type step struct {
	at         int
	file, text string
	line       string
	status     string
}

func authoringSteps(t *testing.T, guide string) []step {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", guide))
	if err != nil {
		t.Fatal(err)
	}
	var steps []step
	for _, m := range shownFile.FindAllSubmatchIndex(page, -1) {
		steps = append(steps, step{at: m[0], file: string(page[m[2]:m[3]]), text: string(page[m[4]:m[5]])})
	}
	for _, m := range shownCommand.FindAllSubmatchIndex(page, -1) {
		for line := range strings.Lines(string(page[m[2]:m[3]])) {
			steps = append(steps, step{at: m[0], line: strings.TrimSpace(line)})
		}
	}
	for _, m := range shownEdit.FindAllSubmatchIndex(page, -1) {
		steps = append(steps, step{at: m[0], status: string(page[m[2]:m[3]])})
	}
	slices.SortStableFunc(steps, func(a, b step) int { return a.at - b.at })
	for i := range steps {
		steps[i].at = 0
	}
	return steps
}

// hoshitoriArguments returns the arguments of a line that calls the command, up to where the shell takes over.
func hoshitoriArguments(line string) ([]string, bool) {
	rest, ok := strings.CutPrefix(line, "go run ./examples/hoshitori ")
	rest, _, _ = strings.Cut(rest, " | ")
	rest, _, _ = strings.Cut(rest, " > ")
	return strings.Fields(rest), ok
}

func TestAuthoringGuidesAgree(t *testing.T) {
	en, ja := authoringSteps(t, authoringGuides[0]), authoringSteps(t, authoringGuides[1])
	if diff := cmp.Diff(en, ja, cmp.AllowUnexported(step{})); diff != "" {
		t.Errorf("the guides tell their readers to do different things (-en +ja):\n%s", diff)
	}
	files := 0
	for _, s := range en {
		if s.file == "" {
			continue
		}
		files++
		if !json.Valid([]byte(s.text)) {
			t.Errorf("%s is not JSON", s.file)
		}
	}
	if files < 7 {
		t.Errorf("only %d files were found", files)
	}
}

// Every command and flag of the guides is there.
func TestAuthoringCommandLines(t *testing.T) {
	for _, guide := range authoringGuides {
		count := 0
		for _, s := range authoringSteps(t, guide) {
			arguments, ok := hoshitoriArguments(s.line)
			if !ok {
				continue
			}
			count++
			l, problems := parseLine(arguments)
			if !problems.OK() || len(l.arguments) == 0 {
				t.Errorf("%s: %s: %v", guide, s.line, problems)
				continue
			}
			c, found := findCommand(l.arguments[0])
			if !found {
				t.Errorf("%s: %s: no such command", guide, s.line)
				continue
			}
			if problems := c.fits(l); !problems.OK() {
				t.Errorf("%s: %s: %v", guide, s.line, problems)
			}
		}
		if count < 20 {
			t.Errorf("%s: only %d commands were found", guide, count)
		}
	}
}

// authoringFolder makes the folders that the guides speak of, and goes to the one of the repository.
func authoringFolder(t *testing.T) {
	t.Helper()
	root := t.TempDir()
	example := filepath.Join(root, "repository", "examples", "association")
	for _, folder := range []string{example, filepath.Join(root, "public")} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	copyTo(t, filepath.Join("..", "association", "food.json"), example)
	t.Chdir(filepath.Join(root, "repository"))
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func saveFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// copyTo copies as cp does: to a name, or into a folder.
func copyTo(t *testing.T, from, to string) {
	t.Helper()
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		to = filepath.Join(to, filepath.Base(from))
	}
	saveFile(t, to, readFile(t, from))
}

// Whoever does what the guides say, step by step, gets there, and lint finds nothing that the guides do not speak of.
func TestAuthoringStepByStep(t *testing.T) {
	steps := authoringSteps(t, authoringGuides[0])
	authoringFolder(t)
	var files []string
	for _, s := range steps {
		switch {
		case s.file != "":
			saveFile(t, filepath.Join("..", "own", s.file), []byte(s.text))
			files = append(files, s.file)
		case s.status != "":
			name := filepath.Join("..", "own", "tiny.json")
			saveFile(t, name, bytes.Replace(readFile(t, name), []byte(`"status": "draft"`), []byte(s.status), 1))
		default:
			typeLine(t, s.line)
		}
	}
	t.Run("lint", func(t *testing.T) { lintAuthoringFiles(t, files) })
	t.Run("migrate", func(t *testing.T) {
		if got := string(readFile(t, "../own/answers-2.json")); !strings.Contains(got, `"item":"restore","state":"unmet"`) {
			t.Errorf("the answer that should be carried over is not in %s", got)
		}
	})
	t.Run("infer", func(t *testing.T) {
		for _, c := range []struct{ answers, to, want string }{
			{"sa1-answers.json", "tiny@2", "restore open, apart met"},
			{"answers-2.json", "sa1@4.0", "1 open, 2 open, 3 open, 4 open, 5 open, 6 unmet, commit open"},
		} {
			if got := inferred(t, c.answers, c.to); got != c.want {
				t.Errorf("%s decides of %s: %s, want %s", c.answers, c.to, got, c.want)
			}
		}
	})
}

// typeLine does what a line of a guide does, without the programs that are not ours.
func typeLine(t *testing.T, line string) {
	t.Helper()
	words := strings.Fields(line)
	arguments, ours := hoshitoriArguments(line)
	switch {
	case ours:
		code, stdout, stderr := runWith([]byte("2\nn\n"), arguments...) // "not done" in check, and no report
		if code != exitDone {
			t.Errorf("%s ends with %d: %s", line, code, stderr)
		}
		pass(t, line, []byte(stdout))
	case words[0] == "mkdir" && words[1] == "-p":
		if err := os.MkdirAll(words[2], 0o755); err != nil {
			t.Fatal(err)
		}
	case words[0] == "cp":
		copyTo(t, words[1], words[2])
	case words[0] == "openssl":
		for _, name := range words[3:] {
			readFile(t, name)
		}
	case line == "go run ./wasm/build -o ../public": // its own tests run it
	default:
		t.Errorf("%s: no step of the guides that is known here", line)
	}
}

// pass hands the output of a command on as the line says.
func pass(t *testing.T, line string, output []byte) {
	t.Helper()
	if strings.Contains(line, ` | tr -d '\n'`) {
		output = bytes.ReplaceAll(output, []byte("\n"), nil)
	}
	if _, name, ok := strings.Cut(line, " > "); ok {
		saveFile(t, name, output)
	}
	if _, name, ok := strings.Cut(line, " | cmp - "); ok && !bytes.Equal(output, readFile(t, name)) {
		t.Errorf("%s: the result differs", line)
	}
}

func lintAuthoringFiles(t *testing.T, files []string) {
	known := []string{"--catalog", "../own/tiny.json", "--catalog", "../own/tiny-2.json"}
	for _, name := range files {
		data := readFile(t, "../own/"+name)
		var head struct{ Format string }
		if err := json.Unmarshal(data, &head); err != nil {
			t.Fatal(err)
		}
		command := "lint"
		switch head.Format {
		case "":
			continue // a file that commands do not read
		case "hoshitori/assessment/1":
			command = "validate"
		}
		code, stdout, _ := runWith(nil, append([]string{command, "../own/" + name, "--json"}, known...)...)
		var found struct {
			Problems []struct{ Code string }
		}
		if command == "lint" {
			if err := json.Unmarshal([]byte(stdout), &found); err != nil {
				t.Fatal(err)
			}
		}
		var codes []string
		for _, p := range found.Problems {
			codes = append(codes, p.Code)
		}
		if code != exitDone || !slices.Equal(codes, authoringWarnings[name]) {
			t.Errorf("%s of %s ends with %d and says %v, want %v", command, name, code, codes, authoringWarnings[name])
		}
	}
}

// inferred returns what a file of answers decides in another catalogue, by item.
func inferred(t *testing.T, answers, to string) string {
	t.Helper()
	code, stdout, stderr := runWith(nil, "infer", "../own/"+answers, "--to", to, "--json",
		"--catalog", "../own/tiny-sa1.json", "--catalog", "../own/tiny-2.json")
	if code != exitDone {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	var found struct {
		Items []struct{ Item, Verdict string }
	}
	if err := json.Unmarshal([]byte(stdout), &found); err != nil {
		t.Fatal(err)
	}
	var verdicts []string
	for _, i := range found.Items {
		verdicts = append(verdicts, i.Item+" "+i.Verdict)
	}
	return strings.Join(verdicts, ", ")
}

// The mistake that the guides make on purpose shows as they say.
func TestAuthoringMistake(t *testing.T) {
	steps := authoringSteps(t, authoringGuides[0])
	tiny := steps[slices.IndexFunc(steps, func(s step) bool { return s.file == "tiny.json" })].text
	page := string(readFile(t, filepath.Join("..", "..", "docs", authoringGuides[0])))
	code, _, stderr := runWith([]byte(strings.Replace(tiny, `"level": "1"`, `"level": "2"`, 1)), "lint", "-")
	if code != exitInvalid || strings.Count(stderr, "[catalog/") != 2 {
		t.Errorf("exit code %d, want two errors in\n%s", code, stderr)
	}
	for _, want := range []string{"-:30:", "-:36:16: ", "[catalog/no-such-id]\n" + shownText.FindStringSubmatch(page)[1]} {
		if !strings.Contains(stderr, want) {
			t.Errorf("lint does not show %q but\n%s", want, stderr)
		}
	}
}
