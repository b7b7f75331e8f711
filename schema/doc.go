// Package schema holds the JSON Schemas (draft 2020-12) of Hoshitori's files and says, in Japanese and English and with
// line and column, where a document does not fit them.
//
//	problems := schema.Validate(data)
//	for _, p := range problems {
//		fmt.Println(p.Text(lang.JA)) // 5:28: 「done」は使えない値です。… [schema/enum]
//	}
//
// Most callers need [Validate], which finds out by itself what kind of file it reads, and [Document], which returns the
// text of a schema. The same texts are files in this folder, for editors and for programs in other languages.
//
// # What it is not for
//
// A schema speaks of the shape of a file. Whether an item exists, a state is allowed or a sum is right is the work of
// the packages catalog, assess and score/verify. Programs that read a file anyway need no schema: [catalog.Parse],
// [catalog.ParseGuide], [catalog.ParseChanges], [catalog.ParseCrosswalk], [catalog.ParseExtension], [assess.Parse] and
// [score.Parse] refuse the same shapes. The schemas are stricter in a few places, where a reader can still make sense of
// what no writer should write:
//
//   - answers that are not applicable or compensated have a reason, and "format" is not empty;
//   - counts in a result are not negative, numbers of points have at most 18 digits, values of a reason are strings, a
//     finding is one of the verdicts, a cited answer has a state, and an item that is named is not empty;
//   - a change of an extension sets only members that [catalog.Compile] takes.
//
// What fits a schema can therefore always be read; a fuzz test holds the package to that. Reports of migrations,
// inferences and comparisons are for other programs: no package reads them back, and their schemas ask for every member
// that is always written.
//
// The package validates against its own schemas only. It reads no files, asks no network and follows no reference out of
// the embedded texts.
//
// # Compatibility
//
// The schemas of "/1" formats accept in later releases what they accept today. [problem.Kind] codes are "schema/" and
// the name of the keyword that failed, and stay as they are; codes that begin with "json/" are of the JSON text itself.
package schema
