// Package verify re-checks a result against the assessment and the catalogue that it claims to follow from, without the
// scorer.
//
//	r, problems := score.Parse(data) // from a third party, say
//	if problems.OK() {
//		problems = verify.Result(a, r)
//	}
//
// [Result] works everything out again by definitions instead of by the scorer's shortcuts: it goes through what every item
// can still turn out to be, and takes bounds and verdicts from that. It does no arithmetic on a number that the result
// claims; claims are only compared, so that no number in a hostile file can overflow anything. No member of a result goes
// unchecked, the ids and the order in its trees included.
//
// # What it is not for
//
// The package does not say whether answers are true, or whether the catalogue follows its source. It does not check a
// digest where the catalogue was loaded without a hash, and it takes the target from the result: whoever evaluates may
// choose it.
//
// # Compatibility
//
// The codes of [Kinds] are stable. A result that one release of version 1 finds right stays right in all later ones.
package verify
