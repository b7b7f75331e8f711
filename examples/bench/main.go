package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/hoshitori/hoshitori/examples/browser"
)

func main() {
	var o options
	flag.IntVar(&o.runs, "runs", 5, "how often each page is visited")
	flag.BoolVar(&o.json, "json", false, "print JSON instead of Markdown")
	flag.BoolVar(&o.quick, "quick", false, "no slow line and processor, fewer clicks: shows that everything can be measured")
	flag.BoolVar(&o.catalogs, "catalogs", false, "print what each built-in catalogue adds to the widget instead; needs no browser")
	flag.BoolVar(&o.engine, "engine", false, "print what the engine's size is made of instead; needs no browser")
	flag.StringVar(&o.earlier, "earlier", "", "measure our own earlier widget too: a commit, or a folder that holds a build")
	flag.Parse()
	if flag.NArg() > 0 || o.runs < 1 || (o.catalogs || o.engine) && (o.catalogs == o.engine || o.json || o.quick || o.earlier != "") {
		flag.Usage()
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := o.measure(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options are what the command line says.
type options struct {
	runs     int
	json     bool
	quick    bool
	catalogs bool
	engine   bool
	earlier  string
}

func (o options) measure(ctx context.Context) error {
	switch {
	case o.catalogs:
		return runCatalogs(os.Stdout, os.Stderr)
	case o.engine:
		return runEngine(os.Stdout, os.Stderr)
	}
	return run(ctx, o, variants(o.earlier), os.Stdout, os.Stderr)
}

func (o options) String() string {
	command := "go run ./examples/bench -runs " + strconv.Itoa(o.runs)
	if o.quick {
		command += " -quick"
	}
	if o.earlier != "" {
		command += " -earlier " + o.earlier
	}
	return command
}

// run measures the variants and writes the report. What it does meanwhile goes to progress.
func run(ctx context.Context, o options, all []variant, out, progress io.Writer) error {
	dir, err := os.MkdirTemp("", "hoshitori-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Fprintln(progress, "building the pages")
	pages, err := newSite(dir, all)
	if err != nil {
		return err
	}
	server, err := browser.Serve(dir, browser.Options{Brotli: true, Gzip: true})
	if err != nil {
		return err
	}
	defer server.Close()
	chromium, err := browser.Start(ctx)
	if err != nil {
		return err
	}
	defer chromium.Close()

	v := &visitor{browser: chromium, server: server, first: pages.questions[0].Text, setting: o.setting()}
	samples, err := v.visitInTurns(all, o.runs, progress)
	if err != nil {
		return err
	}
	with, err := o.versions(chromium)
	if err != nil {
		return err
	}
	r := report{Command: o.String(), Date: time.Now().Format(time.DateOnly), Conditions: v.setting.String(),
		Versions: with, Runs: o.runs}
	for i, what := range all {
		r.Variants = append(r.Variants, summarise(what.name, samples[i]))
	}
	if o.json {
		encoder := json.NewEncoder(out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(r)
	}
	return writeMarkdown(out, r)
}

func (o options) setting() setting {
	if o.quick {
		return quick
	}
	return published
}

// visitInTurns visits one variant after the other, so that whatever else the machine does falls on all of them. Every
// turn begins with another one. The samples are in the order of the variants.
func (v *visitor) visitInTurns(all []variant, runs int, progress io.Writer) ([][]sample, error) {
	samples := make([][]sample, len(all))
	for turn := range runs {
		for n := range all {
			i := (turn + n) % len(all)
			fmt.Fprintf(progress, "run %d of %d: %s\n", turn+1, runs, all[i].name)
			s, err := v.visit(all[i])
			if err != nil {
				return nil, err
			}
			if names := s.missing(); len(names) > 0 {
				return nil, errors.New(all[i].name + ": not measured: " + strings.Join(names, ", "))
			}
			samples[i] = append(samples[i], s)
		}
	}
	return samples, nil
}

func (o options) versions(chromium *browser.Browser) ([]version, error) {
	product, number, _ := strings.Cut(chromium.Version(), "/")
	all := []version{
		{"Go", strings.TrimPrefix(runtime.Version(), "go")},
		{product, number},
		{"survey-core and survey-js-ui", surveyVersion},
		{"processors", strconv.Itoa(runtime.NumCPU())},
	}
	if o.earlier == "" {
		return all, nil
	}
	built, err := earlierVersion(o.earlier)
	return append(all, built), err
}
