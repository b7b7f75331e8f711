// Package lint says about a catalogue what a careful editor would say: what can be used, and yet is not what its author
// meant, or leaves a reader alone.
//
// [catalog.Check] finds what makes a catalogue unusable and refuses it. [Source] comes after that, for authors: it reads
// the sentences, compares the two languages with each other, and the figures, levels and dates with what they are for.
//
//	s, problems := catalog.Parse(data)
//	if problems.OK() {
//		problems = append(problems, lint.Source(s)...)
//	}
//
// # What it is not for
//
// Most of what it finds are warnings, and a good catalogue may have some, for example where no source states a day. It
// does not know whether a sentence is true, and it does not replace somebody who reads the source.
//
// # Compatibility
//
// A release may add rules, so a catalogue that was silent may have warnings with the next one. The codes keep their
// meaning.
package lint
