//go:build js && wasm

// Command element makes one element with honnef's dom package and does nothing else: what any engine would weigh at least.
package main

import "honnef.co/go/js/dom/v2"

func main() {
	p := dom.GetWindow().Document().CreateElement("p")
	p.SetTextContent("Hoshitori")
	dom.GetWindow().Document().QuerySelector("body").AppendChild(p)
}
