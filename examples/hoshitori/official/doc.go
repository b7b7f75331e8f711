// Package official reads the official workbook of the SCS scheme (.xlsx, sheet "★3・★4要求事項・評価基準"), lists every
// difference between it and a catalogue, and lays its wording over the catalogue.
//
//	book, problems := official.Read(data, scs)
//	if book != nil {
//		differences := book.Compare()
//		own, file, refusal := book.Overlay()
//	}
//
// The catalogue is Hoshitori's own work: numbers, levels and titles are the publisher's, the sentences are not. Whoever has
// the publisher's workbook need not take our word for the one, and need not do without the other.
//
// # What is compared
//
//  1. Criteria and requirements: missing, extra, twice, out of order, under another number.
//  2. The level of each criterion and the circles of each requirement.
//  3. The official short titles of requirements, groups and categories, character by character.
//  4. The function of NIST CSF 2.0.
//  5. Every figure and every cross-reference of the official text stands in the Japanese text of the item, in what counts
//     as done, in its options or in its references.
//
// That the sentences mean the same, no program can tell.
//
// # Where things stand in the workbook
//
// The layout that is known: headings in row 2, criteria from row 3 on, circles in G and H, level in K, number in L, text in
// M, function in N. A column is found by what it holds, not by its letter, so that an inserted column does no harm: it is
// the one that agrees with the catalogue in more than half of the rows. Widths of characters, spaces, line breaks, kinds
// of hyphens and circles, and "No." before a number make no difference. What is merged holds the value of its first cell.
//
// # Hostile files
//
// Before anything is interpreted, the whole file is gone through under limits: size, unpacked size, number of parts, of
// elements, rows, columns and merged ranges, and check sums; then sheets and lengths of cells. Nothing is evaluated: of a
// formula the value counts that was saved with it, and macros and links are never looked at.
//
// # Compatibility
//
// The codes of problems keep their meaning within a major version. The position of a problem is row and column of the cell,
// its pointer the place in the catalogue file. What is tolerated may grow.
package official
