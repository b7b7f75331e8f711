// Package glossary holds the words that the built-in catalogues use and a shop owner may not know, each with a plain
// explanation in Japanese and English, and writes into every catalogue those which its own texts use.
//
//	filled, err := glossary.Fill(file) // the catalogue file with its "terms"
//
// The lists are files that authors edit:
//
//   - terms.json: the glossary, sorted by id;
//   - plain.txt: katakana and Latin words that everybody knows, so that they need no explanation;
//   - hard.txt: words in Chinese characters that need one wherever they occur.
//
// After a change of texts or of the glossary, go generate brings the catalogues up to date. The tests name every word
// that nothing explains and every entry that nothing uses.
//
// The package is for authors: programs find the terms of a catalogue in the catalogue.
package glossary

//go:generate go run ./fill ../..
