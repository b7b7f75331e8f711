// Package e2e holds the end-to-end tests of the widget: a real Chromium opens the demo site and other pages with the
// widget in them and does what visitors do.
package e2e
