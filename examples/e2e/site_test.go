package e2e

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/examples/browser"
	"github.com/hoshitori/hoshitori/examples/demo"
	"github.com/hoshitori/hoshitori/render"
)

var (
	chromium *browser.Browser
	site     *browser.Server // the demo site and the pages below, under the demo's policy
	noWasm   *browser.Server // the same under a policy that forbids WebAssembly
	folder   string
)

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	var err error
	if folder, err = os.MkdirTemp("", "hoshitori-e2e"); err != nil {
		return 1, err
	}
	defer os.RemoveAll(folder)
	if err := demo.Build(folder); err != nil {
		return 1, err
	}
	if err := writePages(folder); err != nil {
		return 1, err
	}
	if site, err = browser.Serve(folder, browser.Options{CSP: demo.Policy, Gzip: true}); err != nil {
		return 1, err
	}
	defer site.Close()
	if noWasm, err = browser.Serve(folder, browser.Options{CSP: strings.Replace(demo.Policy, " 'wasm-unsafe-eval'", "", 1)}); err != nil {
		return 1, err
	}
	defer noWasm.Close()
	if chromium, err = browser.Start(context.Background()); err != nil {
		return 1, err
	}
	defer chromium.Close()
	return m.Run(), nil
}

// watcher notes the events of the widget for the tests. The browser runs it before the page's own
// scripts, because the policy forbids inline scripts.
const watcher = `window.events = [];
for (const name of ['ready', 'change', 'complete', 'error'])
  addEventListener('hoshitori-' + name, (e) => events.push({ name, detail: e.detail }));
`

// writePages writes one small page for each way to put the widget on a page.
func writePages(dir string) error {
	loader, err := loaderTag(dir)
	if err != nil {
		return err
	}
	c := sa2v31.Catalog()
	fragment := string(render.FormFragment(c, render.Options{Lang: lang.JA}))
	pages := map[string]string{
		"two-lines.html": `<hoshitori-check catalog="sa2@3.1" lang="ja"></hoshitori-check>`,
		"one.html":       `<hoshitori-check catalog="sa2@3.1" layout="one" lang="ja"></hoshitori-check>`,
		"one-scs.html":   `<hoshitori-check catalog="scs@2026-03-27" target="3" layout="one" lang="ja"></hoshitori-check>`,
		"all-scs.html":   `<hoshitori-check catalog="scs@2026-03-27" target="3" layout="all" lang="ja"></hoshitori-check>`,
		"sa1.html":       `<hoshitori-check catalog="sa1@4.0" lang="ja"></hoshitori-check>`,
		"fragment.html":  `<hoshitori-check catalog="sa2@3.1" lang="ja">` + fragment + `</hoshitori-check>`,
		"english.html":   `<hoshitori-check catalog="sa1@4.0" lang="en" storage="local"></hoshitori-check>`,
		"always.html":    `<hoshitori-check catalog="sa1@4.0" lang="ja" share="always"></hoshitori-check>`,
		"never.html":     `<hoshitori-check catalog="sa1@4.0" lang="ja" share="never"></hoshitori-check>`,
		"external.html":  `<hoshitori-check src="hostile.json" lang="ja"></hoshitori-check>`,
		"broken.html":    `<hoshitori-check src="broken.json" lang="ja"></hoshitori-check>`,
		"unnamed.html":   `<hoshitori-check lang="ja"></hoshitori-check>`,
		"unknown.html":   `<hoshitori-check catalog="sa9@1" lang="ja"></hoshitori-check>`,
		"stars.html":     `<hoshitori-check catalog="scs@2026-03-27" target="3" lang="ja" storage="local"></hoshitori-check>`,
		"levels.html":    `<hoshitori-check catalog="scs@2026-03-27" lang="ja"></hoshitori-check>`,
		"two.html":       `<hoshitori-check catalog="sa1@3.1" lang="ja"></hoshitori-check><hoshitori-check catalog="sa2@3.1" lang="ja"></hoshitori-check>`,
	}
	for _, c := range builtin.All() {
		for _, l := range []lang.Lang{lang.JA, lang.EN} {
			pages[catalogPage(c, l)] = `<hoshitori-check catalog="` + c.Ref().String() + `" lang="` + l.String() + `"></hoshitori-check>`
		}
	}
	maps.Copy(pages, accessPages())
	for name, body := range pages {
		page := `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
			`<title>widget</title><link rel="icon" href="data:,">` + loader + `</head><body><h1>page</h1>` + body + `</body></html>`
		if err := os.WriteFile(filepath.Join(dir, name), []byte(page), 0o644); err != nil {
			return err
		}
	}
	files := map[string][]byte{"hostile.json": hostileCatalog(), "broken.json": []byte(`{"format": "hoshitori/catalog/1", "id": "x"}`)}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// catalogPage is the page with the widget for a built-in catalogue.
func catalogPage(c *catalog.Checked, l lang.Lang) string {
	return fileStem(c) + "." + l.String() + ".html"
}

// fileStem is what the names of a catalogue's files begin with.
func fileStem(c *catalog.Checked) string { return string(c.Ref().ID) + "-" + string(c.Ref().Version) }

// loaderTag takes the line with the integrity hash from the demo page.
func loaderTag(dir string) (string, error) {
	page, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		return "", err
	}
	_, rest, ok := strings.Cut(string(page), `<script type="module"`)
	attributes, _, ok2 := strings.Cut(rest, "</script>")
	if !ok || !ok2 {
		return "", fmt.Errorf("the demo page has no loader line")
	}
	return `<script type="module"` + attributes + `</script>`, nil
}

// hostileCatalog is a valid catalogue of somebody else whose texts try to be markup.
func hostileCatalog() []byte {
	attack := `"><img src=x onerror="window.attacked=1"><script>window.attacked=1</script>`
	text := func(s string) catalog.Text { return catalog.Text{JA: s + attack, EN: s + attack} }
	choice := func(s catalog.State) catalog.Choice {
		return catalog.Choice{State: s, Label: text(s.String()), Advice: text("advice")}
	}
	item := func(id string) catalog.Item {
		return catalog.Item{ID: catalog.ItemID(id), Number: id + attack, Kind: catalog.Criterion, Level: "1", Text: text("question"), Why: text("why"),
			Section: "s", DoneWhen: []catalog.Text{text("done")}, FirstStep: text("step"), Clause: catalog.Clause{Document: "d", Clause: attack}}
	}
	s := catalog.Source{ID: "hostile", Version: "1", Status: catalog.Final, Title: text("title"), Publisher: attack,
		Documents: []catalog.Document{{ID: "d", Title: attack, URL: "https://example.com/" + attack}},
		Facts:     []catalog.Fact{{Key: "k", Value: text("https://example.com/"), Confidence: catalog.OneSource, Document: "d"}},
		Choices:   []catalog.Choice{choice(catalog.Met), choice(catalog.Partial), choice(catalog.Unmet), choice(catalog.Unknown), choice(catalog.NotApplicable)},
		Levels:    []catalog.Level{{ID: "1", Title: text("level"), Rules: []catalog.Rule{catalog.AllMet}, Needs: []catalog.Need{catalog.NeedDeclaration}}},
		Sections:  []catalog.Section{{ID: "s", Title: text("section")}},
		Items:     []catalog.Item{item("a"), item("b")}}
	return s.JSON()
}
