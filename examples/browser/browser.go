package browser

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// Browser is a running Chromium. Close it when done.
type Browser struct {
	ctx     context.Context
	release context.CancelFunc
	version string
}

// Start starts a headless Chromium in a new, empty profile, which [Browser.Close] removes again. The browser also ends when
// ctx does.
func Start(ctx context.Context) (*Browser, error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	ctx, release := chromedp.NewExecAllocator(ctx, flags(path)...)
	ctx, _ = chromedp.NewContext(ctx) // released with the allocator
	b := &Browser{ctx: ctx, release: release}
	if err := chromedp.Do(ctx); err != nil { // the first call starts the process
		release()
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	version, err := chromedp.CallBrowser(ctx, browser.GetVersion, cdp.Empty{})
	if err != nil {
		release()
		return nil, fmt.Errorf("asking %s for its version: %w", path, err)
	}
	b.version = version.Product
	return b, nil
}

// flags keep the browser from talking to anybody but the pages under test, and let it run as root in a container. Without
// a user-data-dir among them chromedp makes a new one and removes it at the end.
func flags(path string) []chromedp.ExecAllocatorOption {
	on := []string{
		"disable-gpu", "disable-quic", "disable-background-networking", "disable-component-update", "disable-sync",
		"disable-extensions", "disable-default-apps", "disable-dev-shm-usage", "disable-breakpad",
		// A page that is not in front must run like one that is.
		"disable-background-timer-throttling", "disable-backgrounding-occluded-windows", "disable-renderer-backgrounding",
		"metrics-recording-only", "hide-scrollbars", "mute-audio",
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.Headless,
		chromedp.NoSandbox,
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("lang", "ja"),
	}
	for _, name := range on {
		options = append(options, chromedp.Flag(name, true))
	}
	return options
}

// Version returns name and version of the browser, such as "Chrome/156.0.8078.73".
func (b *Browser) Version() string { return b.version }

// Close ends the browser and removes its profile.
func (b *Browser) Close() error {
	defer b.release()
	ctx, cancel := context.WithTimeout(b.ctx, 10*time.Second)
	defer cancel()
	return chromedp.Cancel(ctx)
}
