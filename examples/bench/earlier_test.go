package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// history is a repository with two commits of a module whose build writes what its source says.
func history(t *testing.T) (dir string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Fatal("this test needs git, as the checkout does")
	}
	t.Setenv("GOWORK", "off")
	dir = t.TempDir()
	do := func(args ...string) {
		t.Helper()
		args = append([]string{"-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"}, args...)
		if _, err := output(dir, "git", args...); err != nil {
			t.Fatal(err)
		}
	}
	do("init", "--quiet")
	for _, content := range []string{"first", "second"} {
		source := `package main
import ("os"; "path/filepath")
func main() { if err := os.MkdirAll(os.Args[2], 0o755); err != nil { panic(err) }
	if err := os.WriteFile(filepath.Join(os.Args[2], "hoshitori.js"), []byte("` + content + `"), 0o644); err != nil { panic(err) } }`
		for name, text := range map[string]string{"go.mod": "module example.com/widget\n\ngo 1.26\n", "wasm/build/main.go": source} {
			file := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		do("add", ".")
		do("commit", "--quiet", "--message", content)
	}
	return dir
}

func TestBuildCommit(t *testing.T) {
	root := history(t)
	draft := filepath.Join(root, "draft.txt")
	if err := os.WriteFile(draft, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ commit, want, failure, reason string }{
		{"HEAD~1", "first", "", "the commit that was asked for"},
		{"HEAD", "second", "", "any commit"},
		{"HEAD~7", "", "neither a commit", "what is not there is said"},
		{"--help", "", "neither a commit", "nothing is taken for an option"},
	}
	for _, test := range tests {
		dir := filepath.Join(t.TempDir(), "widget")
		err := buildCommit(root, test.commit, dir)
		if test.failure != "" {
			if err == nil || !strings.Contains(err.Error(), test.failure) {
				t.Errorf("%s: got %v, want an error with %q: %s", test.commit, err, test.failure, test.reason)
			}
			continue
		}
		got, _ := os.ReadFile(filepath.Join(dir, loaderFile))
		if err != nil || string(got) != test.want {
			t.Errorf("%s: got %q, %v, want %q: %s", test.commit, got, err, test.want, test.reason)
		}
	}
	trees, err := output(root, "git", "worktree", "list")
	if err != nil || strings.Count(trees, "\n") != 1 {
		t.Errorf("work trees are left behind: %v\n%s", err, trees)
	}
	if _, err := os.Stat(draft); err != nil {
		t.Error("a file that was not committed is gone")
	}
}

func TestEarlierFromAFolder(t *testing.T) {
	built := t.TempDir()
	if err := os.WriteFile(filepath.Join(built, loaderFile), []byte("0"), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := newSite(dir, []variant{earlier(built)}); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(dir, "earlier", "index.html"))
	// The hash is that of openssl dgst -sha384 -binary | base64.
	const want = `integrity="sha384-X5FVDtsD8LuJF9pX8PiBiXb12pcTB7fuSIa7lRxIkaHxb4QNro9lWqXfcYiE68Fb"`
	if err != nil || !strings.Contains(string(page), want) {
		t.Errorf("%v: no %s in\n%s", err, want, page)
	}
	if _, err := os.Stat(filepath.Join(dir, "earlier", loaderFile)); err != nil {
		t.Error(err)
	}
	if v, err := earlierVersion(built); err != nil || v.Version != "from a folder" {
		t.Errorf("the table calls it %v, %v", v, err)
	}
}
