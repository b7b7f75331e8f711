package browser

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience bounds every single step, so that a page that hangs fails its test instead of stopping it.
const patience = 60 * time.Second

// Page is a tab. Its methods must not be called by several goroutines at a time.
type Page struct {
	ctx     context.Context
	close   context.CancelFunc
	record  *record
	line    Network // as emulated at present
	offline bool
}

// NewPage opens an empty tab with a viewport of that many CSS pixels. A mobile page has touch, and the layout of a
// phone. The tab shares no cache, cookie or storage with other pages.
func (b *Browser) NewPage(width, height int, mobile bool) (*Page, error) {
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	p := &Page{ctx: ctx, close: cancel, record: newRecord()}
	if err := p.prepare(width, height, mobile); err != nil {
		cancel()
		return nil, fmt.Errorf("opening a page: %w", err)
	}
	return p, nil
}

func (p *Page) prepare(width, height int, mobile bool) error {
	var options []chromedp.EmulateViewportOption
	if mobile {
		options = append(options, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait)
	}
	if err := chromedp.Do(p.ctx, chromedp.EmulateViewport(int64(width), int64(height), options...)); err != nil {
		return err
	}
	if err := chromedp.Listen(p.ctx, p.record.note); err != nil {
		return err
	}
	_, err := chromedp.Call(p.ctx, audits.Enable, cdp.Empty{}) // reports violations of the policy
	return err
}

// Context returns the page's context for chromedp, for whatever this package does not wrap.
func (p *Page) Context() context.Context { return p.ctx }

// Close closes the tab and forgets its cache and storage.
func (p *Page) Close() { p.close() }

// Do runs steps of chromedp on the page, one after the other.
func (p *Page) Do(steps ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, steps...)
}

// Open loads an address and waits for the load event.
func (p *Page) Open(url string) error {
	if err := p.Do(chromedp.Navigate(url)); err != nil {
		return fmt.Errorf("opening %s: %w", url, err)
	}
	return nil
}

// Reload loads the present address again and waits for the load event.
func (p *Page) Reload() error { return p.Do(chromedp.Reload()) }

// RunFirst has every document that is loaded from now on run a script before any of its own.
func (p *Page) RunFirst(script string) error {
	_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	return err
}

// Eval returns the value of a JavaScript expression; of a promise, what it resolves to. It works under every content
// security policy, and where [Page.Scripts] has switched the page's own scripts off.
func Eval[T any](p *Page, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		return value, fmt.Errorf("evaluating %s: %w", abridged(expression), err)
	}
	return value, nil
}

// Wait waits until a JavaScript expression is truthy.
func (p *Page) Wait(expression string) error {
	deadline := time.Now().Add(patience)
	for {
		done, err := Eval[bool](p, "Boolean("+expression+")")
		if err != nil || done {
			return err
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("waited %v in vain for %s", patience, abridged(expression))
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Click scrolls the element that a JavaScript expression names into view, waits until it stands still, because what comes
// into view may be laid out only then, and clicks its middle with the mouse. An expression reaches also into shadow roots:
// "document.querySelector('hoshitori-check').shadowRoot.querySelector('button')".
func (p *Page) Click(element string) error {
	middle, err := Eval[struct{ X, Y float64 }](p, `(async element => {
		element.scrollIntoView({block: "center", behavior: "instant"});
		let box = element.getBoundingClientRect();
		for (let still = 0, frames = 0; still < 4 && frames < 60; frames++) {
			const before = box.y;
			await new Promise(requestAnimationFrame);
			box = element.getBoundingClientRect();
			still = box.y === before ? still + 1 : 0;
		}
		if (!box.width || !box.height) throw new Error("the element has no size and cannot be clicked");
		return {X: box.x + box.width / 2, Y: box.y + box.height / 2};
	})(`+element+`)`)
	if err != nil {
		return err
	}
	return p.Do(chromedp.MouseClickXY(middle.X, middle.Y))
}

// Press types keys one after the other into what has the focus; package kb of chromedp names those that are no characters.
func (p *Page) Press(keys string) error { return p.Do(chromedp.KeyEvent(keys)) }

// Screenshot writes a picture of the whole page, beyond the viewport too, to a PNG file.
func (p *Page) Screenshot(file string) error {
	return p.save(file, chromedp.FullScreenshot(100))
}

// Print writes the page to a PDF file as it would be printed on A4, with backgrounds.
func (p *Page) Print(file string) error {
	return p.save(file, chromedp.PrintToPDF(
		chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPrintBackground(), chromedp.PDFPreferCSSPageSize()))
}

func (p *Page) save(file string, take chromedp.Action[[]byte]) error {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	data, err := chromedp.Run(ctx, take)
	if err != nil {
		return fmt.Errorf("making %s: %w", file, err)
	}
	return os.WriteFile(file, data, 0o644)
}

func abridged(expression string) string {
	const most = 120
	runes := []rune(expression)
	if len(runes) <= most {
		return expression
	}
	return string(runes[:most]) + "…"
}
