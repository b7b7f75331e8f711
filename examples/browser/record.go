package browser

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// Request is a network request that a page made. Addresses that need no network (data:, blob:, about:) are not
// recorded. Of a worker only its script is, without its response; what a worker asks for itself is seen in
// [Server.Asked].
type Request struct {
	URL      string
	Method   string
	Type     string // what the browser asked for it as: "Document", "Script", "Fetch" …
	Status   int    // of the response, 0 without one
	Encoding string // of the response: "br", "gzip" or ""
	Received int    // bytes on the wire, headers included; 0 from the cache
	Cached   bool   // answered from the cache without asking the server
	Failure  string // why it failed, "" if it did not

	running bool
}

// Violation is something that the content security policy forbade.
type Violation struct {
	Directive string // the directive that forbade it
	Blocked   string // the address, "" for inline code and eval
	Kind      string // "kInlineViolation", "kEvalViolation", "kURLViolation" …
}

func (v Violation) String() string { return fmt.Sprintf("%s: %s %s", v.Directive, v.Kind, v.Blocked) }

// record is what has happened on a page.
type record struct {
	mu         sync.Mutex
	requests   []*Request
	byID       map[network.RequestID]*Request
	errors     []string
	violations []Violation
	quietSince time.Time // when the last request ended or began
}

func newRecord() *record {
	return &record{byID: map[network.RequestID]*Request{}, quietSince: time.Now()}
}

// note files an event. It is called in the order of the events, by one goroutine.
func (r *record) note(event any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		r.began(e)
	case *network.EventRequestServedFromCache:
		if request := r.byID[e.RequestID]; request != nil {
			request.Cached = true
		}
	case *network.EventResponseReceived:
		r.responded(e)
	case *network.EventLoadingFinished:
		r.ended(e.RequestID, int(e.EncodedDataLength), "")
	case *network.EventLoadingFailed:
		r.ended(e.RequestID, 0, failure(e))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			r.errors = append(r.errors, consoleText(e.Args))
		}
	case *runtime.EventExceptionThrown:
		r.errors = append(r.errors, exceptionText(e.ExceptionDetails))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			r.errors = append(r.errors, strings.TrimSpace(e.Entry.Text+" "+e.Entry.URL))
		}
	case *audits.EventIssueAdded:
		if e.Issue.Details != nil && e.Issue.Details.ContentSecurityPolicyIssueDetails != nil {
			r.violated(e.Issue.Details.ContentSecurityPolicyIssueDetails)
		}
	}
}

func (r *record) began(e *network.EventRequestWillBeSent) {
	if local(e.Request.URL) {
		return
	}
	if before := r.byID[e.RequestID]; before != nil && e.RedirectResponse != nil {
		before.Status, before.running = int(e.RedirectResponse.Status), false
	}
	request := &Request{URL: e.Request.URL, Method: e.Request.Method, Type: string(e.Type)}
	request.running = e.LoaderID != "" // of a worker's own script the page learns only that it was asked for
	r.requests = append(r.requests, request)
	r.byID[e.RequestID] = request
	r.quietSince = time.Now()
}

func (r *record) responded(e *network.EventResponseReceived) {
	request := r.byID[e.RequestID]
	if request == nil {
		return
	}
	request.Status = int(e.Response.Status)
	request.Cached = request.Cached || e.Response.FromDiskCache
	request.Encoding = header(e.Response.Headers, "Content-Encoding")
}

func (r *record) ended(id network.RequestID, received int, failure string) {
	request := r.byID[id]
	if request == nil {
		return
	}
	request.Received, request.Failure, request.running = received, failure, false
	if request.Cached {
		request.Received = 0
	}
	r.quietSince = time.Now()
}

func (r *record) violated(d *audits.ContentSecurityPolicyIssueDetails) {
	r.violations = append(r.violations, Violation{
		Directive: d.ViolatedDirective, Blocked: d.BlockedURL, Kind: string(d.ContentSecurityPolicyViolationType)})
}

func (r *record) quietFor() time.Duration {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, request := range r.requests {
		if request.running {
			return 0
		}
	}
	return time.Since(r.quietSince)
}

func local(url string) bool {
	for _, scheme := range []string{"data:", "blob:", "about:"} {
		if strings.HasPrefix(url, scheme) {
			return true
		}
	}
	return false
}

func header(headers network.Headers, name string) string {
	for key, value := range headers {
		if strings.EqualFold(key, name) {
			return fmt.Sprint(value)
		}
	}
	return ""
}

func failure(e *network.EventLoadingFailed) string {
	if e.BlockedReason != "" {
		return string(e.BlockedReason)
	}
	return e.ErrorText
}

func consoleText(args []*runtime.RemoteObject) string {
	var words []string
	for _, arg := range args {
		words = append(words, consoleWord(arg))
	}
	return strings.Join(words, " ")
}

func consoleWord(arg *runtime.RemoteObject) string {
	var text string
	switch {
	case json.Unmarshal(arg.Value, &text) == nil: // a string
		return text
	case arg.Description != "":
		return arg.Description
	}
	return string(arg.Value)
}

func exceptionText(details *runtime.ExceptionDetails) string {
	if details.Exception != nil && details.Exception.Description != "" {
		return details.Text + " " + details.Exception.Description
	}
	return details.Text
}

// Requests returns every network request since the page was opened or the record was last cleared, in the order in which
// they began.
func (p *Page) Requests() []Request {
	p.record.mu.Lock()
	defer p.record.mu.Unlock()
	var requests []Request
	for _, request := range p.record.requests {
		requests = append(requests, *request)
	}
	return requests
}

// Errors returns what the page reported as errors: console.error, exceptions that nobody caught, and the browser's
// own complaints, such as a file that could not be loaded.
func (p *Page) Errors() []string {
	p.record.mu.Lock()
	defer p.record.mu.Unlock()
	return append([]string(nil), p.record.errors...)
}

// Violations returns what the content security policy forbade.
func (p *Page) Violations() []Violation {
	p.record.mu.Lock()
	defer p.record.mu.Unlock()
	return append([]Violation(nil), p.record.violations...)
}

// ClearRecord forgets the requests, errors and violations so far.
func (p *Page) ClearRecord() {
	p.record.mu.Lock()
	defer p.record.mu.Unlock()
	p.record.requests, p.record.errors, p.record.violations = nil, nil, nil
	clear(p.record.byID)
}

// WaitQuiet waits until no request has been under way for that long.
func (p *Page) WaitQuiet(quiet time.Duration) error {
	deadline := time.Now().Add(patience)
	for p.record.quietFor() < quiet {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("the network was still busy after %v", patience)
		}
		time.Sleep(10 * time.Millisecond)
	}
	return nil
}
