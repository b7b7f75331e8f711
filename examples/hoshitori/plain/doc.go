// Package plain writes catalogues, results and proofs as plain text for a terminal, in Japanese or English.
//
// The sentences about a result are those of package render; this package only lays them out.
//
//	p := &terminal.Page{Width: 76}
//	plain.Summary(p, view)
//	os.Stdout.WriteString(p.String())
//
// # Compatibility
//
// The text is for people and may change in any release. Programs read the JSON.
package plain
