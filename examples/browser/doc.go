// Package browser drives a real, headless Chromium and serves files to it, for the end-to-end tests and the benchmark of
// the widget.
//
// A [Browser] is one process with a profile of its own; a [Page] is a tab that shares no cache, cookie or storage with
// any other, records every network request, console error and violation of the content security policy, and can be put on a
// slow line, on a slow processor, offline, or without scripts. [Serve] hands out a folder on 127.0.0.1.
//
//	files, err := browser.Serve("site", browser.Options{CSP: "default-src 'self'", Brotli: true})
//	chromium, err := browser.Start(ctx)
//	page, err := chromium.NewPage(390, 844, true)
//	err = page.Open(files.URL + "/")
//	title, err := browser.Eval[string](page, "document.title")
//
// # What it is not for
//
// It is no test framework: it asserts nothing. What it does not wrap can be done with chromedp on [Page.Context].
// Chromium is found, never downloaded: where there is none, [Find] fails with the command that installs it.
package browser
