package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa1v31"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/examples/association"
	"github.com/hoshitori/hoshitori/examples/demo"
	"github.com/hoshitori/hoshitori/render"
)

// pageWith is a page of the tests with something else in the place of the check.
func pageWith(t *testing.T, body string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(folder, "two-lines.html"))
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(page), "<hoshitori-check")
	_, after, ok := strings.Cut(rest, "</hoshitori-check>")
	if !ok {
		t.Fatalf("the page has no check: %s", page)
	}
	return before + body + after
}

// writePage adds such a page to the site.
func writePage(t *testing.T, name, body string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(pageWith(t, body)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// hostPage serves such a page and nothing else. It takes the loader from the first of the hosts that its policy names in the
// place of 'self'.
func hostPage(t *testing.T, body string, hosts ...string) string {
	t.Helper()
	page, policy := strings.Replace(pageWith(t, body), `src="hoshitori.js"`, `src="`+hosts[0]+`/hoshitori.js"`, 1), demo.Policy
	for _, directive := range []string{"script-src ", "connect-src ", "style-src "} {
		policy = strings.Replace(policy, directive+"'self'", directive+strings.Join(hosts, " "), 1)
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(page))
	}))
	t.Cleanup(s.Close)
	return s.URL + "/"
}

// otherHost serves the site, for the pages of others too while it says so.
func otherHost(t *testing.T, says bool) (url string, saying *atomic.Bool) {
	t.Helper()
	saying = new(atomic.Bool)
	saying.Store(says)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if saying.Load() {
			w.Header().Set("Access-Control-Allow-Origin", "*")
		}
		site.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL, saying
}

// All files can lie on another host that the policy names in the place of 'self' and that lets the page in: the check is
// ready, nothing is forbidden, and the page's own host is asked for the page alone.
func TestOtherHost(t *testing.T) {
	other, _ := otherHost(t, true)
	fragment := render.FormFragment(sa1v40.Catalog(), render.Options{Lang: lang.EN, Assets: other + "/"})
	own := hostPage(t, `<hoshitori-check catalog="sa1@4.0" lang="en">`+string(fragment)+`</hoshitori-check>`, other)
	v := newVisit(t, phone)
	v.must(v.page.RunFirst(watcher))
	v.must(v.page.Open(own))
	v.ready()
	v.answer("1", "met")
	v.press("show")
	v.shows("Result of the check")
	v.must(v.page.WaitQuiet(300 * time.Millisecond))
	asked := map[string]bool{}
	for _, r := range v.page.Requests() {
		if r.Status != http.StatusOK || r.URL != own && !strings.HasPrefix(r.URL, other+"/") {
			t.Errorf("request to %s: %d %s", r.URL, r.Status, r.Failure)
		}
		asked[filepath.Ext(r.URL)] = true
	}
	if !asked[".js"] || !asked[".wasm"] || !asked[".json"] || !asked[".css"] {
		t.Errorf("asked for %v: the test shows nothing", asked)
	}
}

// A page's own catalogue can lie on another host. Where that host does not let the page in, the visitor is told, and can try
// again.
func TestCatalogOnAnotherHost(t *testing.T) {
	const retry = shadow + `?.querySelector('[role=alert] button')`
	c, err := association.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	for name, says := range map[string]bool{"lets the page in": true, "does not": false} {
		t.Run(name, func(t *testing.T) {
			other, _ := otherHost(t, true)
			third, saying := otherHost(t, says)
			v := newVisit(t, phone)
			v.must(v.page.RunFirst(watcher))
			v.must(v.page.Open(hostPage(t, `<hoshitori-check src="`+third+`/food-catalog.json" lang="ja"></hoshitori-check>`, other, third)))
			if says {
				v.ready()
				v.shows(c.Title().JA)
				return
			}
			v.must(v.page.Wait(retry))
			if got := v.text(shadow + `.querySelector('[role=alert]').innerText`); !strings.Contains(got, "読み込めませんでした。") {
				t.Errorf("the visitor reads %q", got)
			}
			if got := v.text(`JSON.stringify(events.map((e) => e.name))`); got != `["error"]` {
				t.Errorf("events: %s", got)
			}
			if got := v.page.Violations(); len(got) != 0 {
				t.Errorf("the policy forbade: %v", got)
			}
			v.page.ClearRecord() // the browser has told what it was not given, as it should
			saying.Store(true)
			v.pressThere(retry)
			v.must(v.page.Wait(`events.some((e) => e.name === 'ready')`))
			v.shows(c.Title().JA)
		})
	}
}

// Once its files are there the check asks nobody for anything, whatever the visitor does.
func TestNoRequestWhateverIsPressed(t *testing.T) {
	v := open(t, desktop, "english.html")
	dir := t.TempDir()
	v.must(download(v, dir))
	v.page.ClearRecord()
	before := len(site.Asked())
	v.unfold()
	v.pressThere(keepBox)
	v.openFile(sixAnswers(catalog.Met, catalog.Unmet))
	v.answer("1", "partial")
	v.press("show")
	v.unfold()
	v.chooseEarlier(allMet(sa1v31.Catalog()))
	v.must(v.page.Wait(shadow + `.querySelector('.h-compared')`))
	v.unfold()
	v.press("agree")
	v.press("save")
	waitForFile(t, filepath.Join(dir, "hoshitori-sa1-4.0.json"))
	v.text(`(() => { window.print = () => { window.printing = true }; return '' })()`)
	v.press("print")
	v.must(v.page.Wait(`window.printing`))
	v.text(`(() => { dispatchEvent(new Event('afterprint')); return '' })()`)
	if got := v.events("complete"); !strings.Contains(got[len(got)-1], `"assessment"`) {
		t.Errorf("events complete: %v: nothing was handed over, and the test shows nothing", got)
	}
	v.press("reset")
	v.press("reset")
	v.text(`(() => { const check = ` + element + `; check.state = check.state; check.validate(); check.reset(); return '' })()`)
	v.must(v.page.WaitQuiet(300 * time.Millisecond))
	for _, r := range v.page.Requests() {
		t.Errorf("request after loading: %s", r.URL)
	}
	if asked := site.Asked()[before:]; len(asked) != 0 {
		t.Errorf("the site was asked for %q", asked)
	}
}
