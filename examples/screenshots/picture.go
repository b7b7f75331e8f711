package main

import "github.com/hoshitori/hoshitori/catalog/lang"

// device is what the visitor holds.
type device struct {
	name          string
	width, height int
	scale         float64 // dots a pixel
	mobile        bool
}

var (
	phone   = device{name: "phone", width: 390, height: 780, scale: 2, mobile: true}
	desktop = device{name: "desktop", width: 1200, height: 800, scale: 1}
)

// view is what the picture shows.
type view struct {
	name string
	do   string // JavaScript that brings the page there from the moment the engine is ready
}

var (
	// form shows questions, the first ones answered, and the range so far.
	form = view{"form", `check.assessment = first;
		await top(root.querySelector(innerWidth < 600 ? '[data-item="2"]' : '.h-title'))`}
	// result shows where one stands, with all questions answered: on a phone without what comes before.
	result = view{"result", `check.assessment = all; press('show');
		await top(root.querySelector(innerWidth < 600 ? '.h-heading' : '.h-result'))`}
	// start shows a page as it is when one has come to it.
	start = view{"start", `scrollTo(0, 0)`}
	// requirement shows a requirement with two answers.
	requirement = view{"requirement", `choose('1-2-1-1', 'met'); choose('1-2-1-2', 'unknown'); await top(root.querySelector('.h-requirement'), 2)`}
)

// picture is one file.
type picture struct {
	device device
	page   string // of the site
	view   view
	dark   bool
	lang   lang.Lang
}

// file names what the picture shows.
func (p picture) file() string {
	name := p.device.name
	if site := siteOf[p.page]; site != "" {
		name += "-" + site
	}
	theme := "light"
	if p.dark {
		theme = "dark"
	}
	return name + "-" + p.view.name + "-" + theme + "-" + p.lang.String() + ".png"
}

// colours is how many the file keeps. A page of text has few, and the grey steps at the edges of letters; the demo's pages have
// a picture or two.
func (p picture) colours() int {
	if siteOf[p.page] != "" {
		return 64
	}
	return 16
}

// siteOf names the pages of the demo. Our own page is the usual one and goes without a name.
var siteOf = map[string]string{"index.html": "bank", "scs.html": "scs", "vendor.html": "vendor"}

// pictures lists what is taken: our own page in every way, and three pages of the demo as they are.
func pictures() []picture {
	var all []picture
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		for _, d := range []device{phone, desktop} {
			for _, v := range []view{form, result} {
				for _, dark := range []bool{false, true} {
					all = append(all, picture{d, stagePage(l), v, dark, l})
				}
			}
		}
	}
	return append(all,
		picture{device: desktop, page: "index.html", view: start, lang: lang.JA},
		picture{device: phone, page: "scs.html", view: requirement, lang: lang.JA},
		picture{device: desktop, page: "vendor.html", view: start, dark: true, lang: lang.JA})
}
