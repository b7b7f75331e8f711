// Command screenshots takes the pictures of the widget that the READMEs show.
//
//	go run ./examples/screenshots -o docs/images
//
// It builds the demo site, serves it under the demo's content security policy, opens its pages in Chromium as a phone (390
// pixels wide, two dots a pixel) and as a desktop (1200 pixels), answers the questions, and writes what one sees in the
// window as PNG files of few colours. Light and dark are what the visitor's system asks for; the page follows, and
// the widget with theme="auto" too. The bank and the vendor on the pages do not exist.
//
// The pictures are written anew each time. They are never compared: fonts differ from machine to machine.
package main
