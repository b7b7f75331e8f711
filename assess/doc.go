// Package assess holds an organisation's answers to a catalogue: who answered what, with which reason and evidence, what
// an expert found, and what management declared.
//
// An assessment passes through two phases, and each is a type. [Parse] reads a file into a [Document], which may be
// edited and may be wrong. [Check] checks it against its catalogue into a [Checked] assessment, which cannot be built in
// any other way, and which alone can be scored.
//
//	d := assess.New(catalog.Ref{ID: "sa2", Version: "3.1"})
//	d.Set(assess.Answer{Item: "1", State: catalog.Met})
//	a, problems := assess.Check(d, sa2v31.Catalog())
//
// [Document.JSON] writes canonical JSON (RFC 8785): a document that is read and written and read again is the same.
//
// # What it is not for
//
// The package does not judge: points, verdicts and gaps are the work of package score. It does no input or output and
// knows no clock; dates come from the caller.
//
// # Compatibility
//
// A release of version 1 reads every "hoshitori/assessment/1" file that this or an earlier release could read. What it does
// not know, it refuses by name instead of dropping it; data of others belongs into "ext", which is kept and written back.
package assess
