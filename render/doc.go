// Package render shows catalogues and results to people: a form that works on paper and without scripts, a report that
// prints on A4 and opens offline, charts that can be read in black and white, Markdown and CSV.
//
//	v := render.NewView(a, r, render.Options{Lang: lang.JA, Today: "2026-11-21"})
//	os.WriteFile("report.html", render.ReportHTML(v), 0o644)
//
// There is one model, [View], which holds every sentence and number in the reader's language; all writers show the same
// view, so no two outputs can disagree. Nothing that comes from a document becomes markup, and no CSV cell becomes a
// formula.
//
// # What it is not for
//
// Nothing is computed here: numbers come from package score as they are. The package does no input or output, and the
// date of today comes from the caller.
//
// # Compatibility
//
// The fields of View and the columns of the CSV are only added to within version 1. HTML, Markdown and SVG are for
// people and may change in any release.
package render
