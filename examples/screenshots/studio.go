package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/examples/browser"
	"github.com/hoshitori/hoshitori/examples/demo"
)

// studio is the demo site on a server, and a browser to look at it.
type studio struct {
	dir      string
	server   *browser.Server
	chromium *browser.Browser
}

// openStudio builds the site, which takes a moment. Close what it returns.
func openStudio(ctx context.Context) (*studio, error) {
	dir, err := os.MkdirTemp("", "hoshitori-screenshots-")
	if err != nil {
		return nil, err
	}
	s := &studio{dir: dir}
	if err := s.open(ctx); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *studio) open(ctx context.Context) (err error) {
	if err := demo.Build(s.dir); err != nil {
		return err
	}
	if err := writeStage(s.dir); err != nil {
		return err
	}
	if s.server, err = browser.Serve(s.dir, browser.Options{CSP: demo.Policy}); err != nil {
		return err
	}
	s.chromium, err = browser.Start(ctx)
	return err
}

func (s *studio) close() {
	if s.chromium != nil {
		s.chromium.Close()
	}
	if s.server != nil {
		s.server.Close()
	}
	os.RemoveAll(s.dir)
}

// take writes a picture into dir and returns its size in bytes.
func (s *studio) take(p picture, dir string) (size int, err error) {
	page, err := s.chromium.NewPage(p.device.width, p.device.height, p.device.mobile)
	if err != nil {
		return 0, err
	}
	defer page.Close()
	if err := prepare(page, p); err != nil {
		return 0, err
	}
	if err := s.bring(page, p); err != nil {
		return 0, err
	}
	shot, err := chromedp.Run(page.Context(), chromedp.CaptureScreenshot())
	if err != nil {
		return 0, err
	}
	if all := page.Errors(); len(all) > 0 {
		return 0, fmt.Errorf("the page reports errors: %q", all)
	}
	data, err := reduced(shot, p.colours())
	if err != nil {
		return 0, err
	}
	return len(data), os.WriteFile(filepath.Join(dir, p.file()), data, 0o644)
}

// prepare makes the window what the device has.
func prepare(page *browser.Page, p picture) error {
	options := []chromedp.EmulateViewportOption{chromedp.EmulateScale(p.device.scale)}
	if p.device.mobile {
		options = append(options, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait)
	}
	if err := page.Do(chromedp.EmulateViewport(int64(p.device.width), int64(p.device.height), options...)); err != nil {
		return err
	}
	scheme := "light"
	if p.dark {
		scheme = "dark"
	}
	_, err := chromedp.Call(page.Context(), emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}},
	})
	if err != nil {
		return err
	}
	return page.RunFirst(`addEventListener('hoshitori-ready', () => window.checkReady = true)`)
}

// steps are the words in which a view says what to do.
const steps = `
	const check = document.querySelector('hoshitori-check'), root = check.shadowRoot;
	const press = (action) => root.querySelector('[data-action="' + action + '"]').click();
	const choose = (item, state) => root.querySelector('input[name="' + item + '"][value="' + state + '"]').click();
	const top = async (element, space = 12) => { // repeated, because what comes into view may be laid out only then
		for (let i = 0; i < 5; i++) {
			scrollTo(0, scrollY + element.getBoundingClientRect().top - space);
			await new Promise(requestAnimationFrame);
		}
	};
`

// bring opens the page and does what the view says.
func (s *studio) bring(page *browser.Page, p picture) error {
	if err := page.Open(s.server.URL + "/" + p.page); err != nil {
		return err
	}
	if err := page.Wait("window.checkReady"); err != nil {
		return err
	}
	values := fmt.Sprintf("const first = %s, all = %s;\n", answers(6), answers(27))
	_, err := browser.Eval[bool](page, "(async () => {"+steps+values+p.view.do+"; document.activeElement.blur(); return true })()")
	return err
}

// answers is an assessment with the first n answers of a firm that has much in order, but not everything.
func answers(n int) []byte {
	c := sa2v31.Catalog()
	d := assess.New(c.Ref())
	for i, item := range c.Items()[:n] {
		d.Set(assess.Answer{Item: item.ID, State: state(i)})
	}
	return d.JSON()
}

// state gives 18 met, 2 partial, 3 unmet, 2 unknown, and the two conditions met. Among the first six is one of each but unmet.
func state(i int) catalog.State {
	switch i {
	case 2, 9:
		return catalog.Partial
	case 4, 16:
		return catalog.Unknown
	case 7, 12, 20:
		return catalog.Unmet
	}
	return catalog.Met
}
