package main

import (
	"os"
	"time"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
)

func main() {
	// This is the one place that asks for the time, the terminal and the environment.
	h := host{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		env:   os.Getenv,
		today: catalog.Date(time.Now().Format(time.DateOnly)),
		width: terminal.PageWidth(os.Stdout, os.Getenv),
		color: terminal.Colored(os.Stdout, os.Getenv),
		echo:  !terminal.IsTerminal(os.Stdin),
	}
	os.Exit(h.run(os.Args[1:]))
}
