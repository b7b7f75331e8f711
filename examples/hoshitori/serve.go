package main

import (
	"errors"
	"io"
	"net"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/demo"
)

// demoAddress is reachable from this computer only.
const demoAddress = "127.0.0.1:8080"

var (
	wordBuilding = lang.Text{JA: "部品を組み立てています…", EN: "Building the widget…"}
	wordServing  = lang.Text{JA: "{url} をブラウザーで開いてください。止めるには Ctrl-C を押します。", EN: "Open {url} in a browser. Press Ctrl-C to stop."}
)

// runServe serves the demo site until the user stops it.
func runServe(c *call) problem.List {
	address := demoAddress
	if c.has("addr") {
		address = c.value("addr")
	}
	_, _ = io.WriteString(c.stderr, wordBuilding.In(c.lang)+"\n")
	err := demo.Serve(address, func(url string) {
		text := wordServing.Fill([]lang.Arg{lang.Value("url", url)})
		_, _ = io.WriteString(c.stdout, text.In(c.lang)+"\n")
	})
	if failed := (*net.OpError)(nil); errors.As(err, &failed) {
		return fail(listenKind, "address", address, "cause", failed.Err.Error())
	}
	return fail(buildKind, "cause", err.Error())
}
