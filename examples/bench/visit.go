package main

import (
	_ "embed" // for the probe
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/hoshitori/hoshitori/examples/browser"
)

// width and height are the viewport, of a phone.
const width, height = 390, 844

// settle is how long a page must be without network traffic before it counts as loaded.
const settle = 500 * time.Millisecond

// sample is what one turn measures of one variant. Times are in milliseconds; a time that was not measured is 0.
type sample struct {
	Cold      load
	Warm      load
	Near      load    // warm, without the slow line: what the page itself takes
	Click     float64 // from a click to the last change it makes, processor four times slower
	Start     memory  // of the cold visit, once the page has come to rest
	Answered  memory  // of the same visit, with all questions answered
	Answers   float64 // how many these are
	Resources []resource
}

// memory is what a page holds, in bytes.
type memory struct {
	Heap float64 // of JavaScript, after a collection
	Wasm float64 // linear memory, 0 for pages without WebAssembly
}

// load is one visit to a page.
type load struct {
	FirstQuestion float64 // until the first question is painted
	FirstAnswer   float64 // until an answer is taken, and kept
	Ready         float64 // until answers count
	Wire          float64 // bytes received, headers included
}

// resource is a file that a page loads.
type resource struct {
	Path string `json:"path"`
	browser.Sizes
}

// missing names what was not measured.
func (s sample) missing() []string {
	var names []string
	for name, value := range map[string]float64{
		"first question, cold": s.Cold.FirstQuestion, "ready, cold": s.Cold.Ready, "bytes, cold": s.Cold.Wire,
		"first question, warm": s.Warm.FirstQuestion, "ready, warm": s.Warm.Ready, "bytes, warm": s.Warm.Wire,
		"first answer, cold": s.Cold.FirstAnswer, "first answer, warm": s.Warm.FirstAnswer, "answers": s.Answers,
		"first question, near": s.Near.FirstQuestion, "ready, near": s.Near.Ready,
		"click": s.Click, "heap": s.Start.Heap, "heap, all answered": s.Answered.Heap, "resources": float64(len(s.Resources)),
	} {
		if value <= 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

//go:embed probe.js
var probe string

// setting says how the visits are made.
type setting struct {
	line     browser.Network
	slowdown float64 // of the processor, during the clicks
	clicks   int
	colds    int // visits without cache in a turn: a frame more or less would hide what differs
}

var (
	published = setting{line: browser.Slow4G, slowdown: 4, clicks: 8, colds: 5} // a phone against a desktop machine
	quick     = setting{slowdown: 1, clicks: 2, colds: 1}                       // measures everything, but nothing worth publishing
)

func (s setting) String() string {
	line := "no slow line"
	if s.line.Down > 0 {
		line = fmt.Sprintf("%g kbit/s down, %g kbit/s up, %v", s.line.Down, s.line.Up, s.line.Latency)
	}
	return fmt.Sprintf("%s; brotli; %d × %d px; cold: the median of %d visits a run; clicks with CPU ÷ %g", line, width, height, s.colds, s.slowdown)
}

// visitor measures pages of one server in one browser.
type visitor struct {
	browser *browser.Browser
	server  *browser.Server
	first   string // text of the first question
	setting setting
}

// visit measures a variant: cold, then with the cache of the cold visit, without and with the slow line, then clicks; and cold
// a few times more.
func (v *visitor) visit(what variant) (s sample, err error) {
	err = v.onNewPage(what, func(page *browser.Page) (err error) {
		s, err = v.measure(page, what)
		return err
	})
	colds := []load{s.Cold}
	for err == nil && len(colds) < v.setting.colds {
		err = v.onNewPage(what, func(page *browser.Page) error {
			l, err := v.load(page, what)
			colds = append(colds, l)
			return err
		})
	}
	if err != nil {
		return s, fmt.Errorf("%s: %w", what.name, err)
	}
	s.Cold = middle(colds)
	return s, nil
}

// onNewPage lets f use a page without cache, on which nothing may go wrong.
func (v *visitor) onNewPage(what variant, f func(*browser.Page) error) error {
	page, err := v.browser.NewPage(width, height, true)
	if err != nil {
		return err
	}
	defer page.Close()
	if err := v.prepare(page, what); err != nil {
		return err
	}
	if err := f(page); err != nil {
		return err
	}
	return faults(page)
}

// middle returns the median of each figure.
func middle(loads []load) load {
	of := func(figure func(load) float64) float64 {
		var values []float64
		for _, l := range loads {
			values = append(values, figure(l))
		}
		return spreadOf(values).Median
	}
	return load{
		FirstQuestion: of(func(l load) float64 { return l.FirstQuestion }),
		FirstAnswer:   of(func(l load) float64 { return l.FirstAnswer }),
		Ready:         of(func(l load) float64 { return l.Ready }),
		Wire:          of(func(l load) float64 { return l.Wire }),
	}
}

func (v *visitor) measure(page *browser.Page, what variant) (s sample, err error) {
	if s.Cold, err = v.load(page, what); err != nil {
		return s, err
	}
	if s.Resources, err = v.resources(page); err != nil {
		return s, err
	}
	if s.Start, err = held(page); err != nil {
		return s, err
	}
	if s.Answers, err = browser.Eval[float64](page, "bench.answerAll()"); err != nil {
		return s, err
	}
	if s.Answered, err = held(page); err != nil {
		return s, err
	}
	if s.Near, err = v.near(page, what); err != nil {
		return s, err
	}
	if s.Warm, err = v.load(page, what); err != nil {
		return s, err
	}
	s.Click, err = v.clicks(page)
	return s, err
}

// near is a load without the slow line.
func (v *visitor) near(page *browser.Page, what variant) (load, error) {
	if err := page.Throttle(browser.Network{}); err != nil {
		return load{}, err
	}
	l, err := v.load(page, what)
	return l, errors.Join(err, page.Throttle(v.setting.line))
}

func (v *visitor) prepare(page *browser.Page, what variant) error {
	first, err := json.Marshal(strings.Join(strings.Fields(v.first), ""))
	if err != nil {
		return err
	}
	if err := page.RunFirst(fmt.Sprintf("const bench = {first: %s, readyEvent: %q};\n%s", first, what.ready, probe)); err != nil {
		return err
	}
	return page.Throttle(v.setting.line)
}

// load opens the page and waits until it is painted, ready, and without network traffic.
func (v *visitor) load(page *browser.Page, what variant) (l load, err error) {
	if err := page.Open("about:blank"); err != nil {
		return l, err
	}
	page.ClearRecord()
	if err := page.Open(v.server.URL + what.page); err != nil {
		return l, err
	}
	if err := page.Wait("bench.painted && bench.answered && bench.ready"); err != nil {
		return l, fmt.Errorf("%w\n%s", err, strings.Join(page.Errors(), "\n"))
	}
	if err := page.WaitQuiet(settle); err != nil {
		return l, err
	}
	if l.FirstQuestion, err = browser.Eval[float64](page, "bench.painted"); err != nil {
		return l, err
	}
	if l.Ready, err = browser.Eval[float64](page, "bench.ready"); err != nil {
		return l, err
	}
	if l.FirstAnswer, err = browser.Eval[float64](page, "bench.firstAnswer()"); err != nil {
		return l, err
	}
	for _, request := range page.Requests() {
		l.Wire += float64(request.Received)
	}
	return l, nil
}

// resources returns what the page has loaded, the page itself first.
func (v *visitor) resources(page *browser.Page) ([]resource, error) {
	var all []resource
	for _, request := range page.Requests() {
		address, err := url.Parse(request.URL)
		if err != nil {
			return nil, err
		}
		if !strings.HasPrefix(request.URL, v.server.URL+"/") {
			return nil, fmt.Errorf("the page loads %s, which is not on the server that is measured", request.URL)
		}
		sizes, err := v.server.Sizes(address.Path)
		if err != nil {
			return nil, err
		}
		all = append(all, resource{address.Path, sizes})
	}
	return all, nil
}

// held returns what the page holds when garbage is gone.
func held(page *browser.Page) (m memory, err error) {
	if _, err := chromedp.Call(page.Context(), heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
		return m, err
	}
	usage, err := chromedp.Call(page.Context(), runtime.GetHeapUsage, cdp.Empty{})
	if err != nil {
		return m, err
	}
	m.Heap = usage.UsedSize
	m.Wasm, err = browser.Eval[float64](page, "bench.wasmMemory()")
	return m, err
}

// clicks answers questions with the mouse and returns the median time that one takes.
func (v *visitor) clicks(page *browser.Page) (float64, error) {
	if err := page.SlowCPU(v.setting.slowdown); err != nil {
		return 0, err
	}
	var times []float64
	for range v.setting.clicks {
		if err := page.Click("bench.next()"); err != nil {
			return 0, err
		}
		ms, err := browser.Eval[float64](page, "bench.settled()")
		if err != nil {
			return 0, err
		}
		times = append(times, ms)
	}
	return spreadOf(times).Median, nil
}

// faults turns errors of a page into one: a page that is broken is not measured.
func faults(page *browser.Page) error {
	if all := page.Errors(); len(all) > 0 {
		return fmt.Errorf("the page reports errors:\n%s", strings.Join(all, "\n"))
	}
	return nil
}
