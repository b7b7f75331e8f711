// Package catalog holds requirement catalogues: what a scheme asks, in which edition, by which source, and how its
// answers count.
//
// A catalogue passes through two phases, and each is a type. [Parse] reads a file into a [Source], which may be edited
// and may be wrong. [Check] turns a Source into a [Checked] catalogue, which cannot be built in any other way, and which
// alone is accepted by the packages assess, score and render. [Load] does both.
//
//	c, problems := catalog.Load(data, digest.SHA256)
//	if !problems.OK() {
//		return problems.Err()
//	}
//	fmt.Println(c.Ref(), c.Status()) // sa2@3.1 superseded
//
// Most users need neither: the built-in catalogues are packages of their own, such as sa2v31 for sa2@3.1, so that a
// program links those which it uses and no other; package builtin links them all.
//
// A [Guide] is a list that nobody answers, such as warning signs or contacts; package guides holds the built-in ones.
//
// # What it is not for
//
// The package does no input or output and knows no clock; a catalogue says until when it was meant to be current
// ([Checked.StaleAfter]) and the caller, who knows the date, compares. It carries no official wording: the sentences of
// the built-in catalogues are Hoshitori's own, the numbers, dates and names are the source's.
//
// # Compatibility
//
// A release of version 1 reads every "hoshitori/catalog/1" file that this or an earlier release could read. What it does
// not know, such as a field of a later release, it refuses by name instead of guessing. Fields are added only where a
// reader that does not know them would reach the same verdicts.
package catalog
