package browser

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
)

// PathVariable names the environment variable that says where Chromium is.
const PathVariable = "HOSHITORI_CHROMIUM"

// NotFoundError says that there is no Chromium, and how to get one.
type NotFoundError struct {
	Path    string // what [PathVariable] said, "" if it was not set
	Install string // the command that installs Chromium on this system, "" if none is known
}

func (e *NotFoundError) Error() string {
	if e.Path != "" {
		return fmt.Sprintf("%s=%s is not a program that can be started: correct it, or unset it to search PATH", PathVariable, e.Path)
	}
	if e.Install == "" {
		return fmt.Sprintf("no Chromium or Chrome in PATH: install one, or set %s to where it is", PathVariable)
	}
	return fmt.Sprintf("no Chromium or Chrome in PATH: run `%s`, or set %s to where it is", e.Install, PathVariable)
}

// Find returns the path of Chromium: what [PathVariable] says, else the first of chromium, chromium-browser,
// google-chrome and google-chrome-stable in PATH. It fails with a [*NotFoundError].
func Find() (path string, err error) {
	if named := os.Getenv(PathVariable); named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", &NotFoundError{Path: named}
		}
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", &NotFoundError{Install: installCommand(runtime.GOOS, os.Getuid())}
}

func installCommand(system string, user int) string {
	switch {
	case system == "darwin":
		return "brew install --cask chromium"
	case system == "linux" && user == 0:
		return "apt-get update && apt-get install -y chromium fonts-noto-cjk"
	case system == "linux":
		return "sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk"
	}
	return ""
}
