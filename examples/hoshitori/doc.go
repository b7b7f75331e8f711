// Hoshitori checks a small firm against security schemes: SECURITY ACTION ★ and ★★.
//
// # What leaves the machine
//
// Nothing. The command opens no network connection and keeps no record of its own. It reads the files that it is told
// to read, and writes a file only where it was told to or was answered that it may. The one exception is "serve", which
// listens on this computer alone unless --addr says otherwise; what visitors of that page answer stays in their browser.
//
// # Usage
//
//	hoshitori check [ID@VERSION] [--resume F] [-o F]   answer the questions in the terminal (default sa2@3.1)
//	hoshitori catalogs                                 the catalogues that are known
//	hoshitori show ID@VERSION|FILE                     one catalogue whole
//	hoshitori new ID@VERSION [--target L]              an empty assessment file on standard output
//	hoshitori form ID@VERSION [--fragment] [-o F]      the static HTML form, or the fragment for the widget's tags
//	hoshitori validate FILE…                           shape and meaning of any of our files
//	hoshitori score FILE                               score with its range, band, and the verdict on the star
//	hoshitori explain FILE [--item I]                  the proof: from the band down to the answer and its source
//	hoshitori gaps FILE                                what to do next, the most useful first
//	hoshitori report FILE -o OUT.{html,md,csv,xlsx,svg}
//	                                                   a report
//	hoshitori migrate FILE --to VERSION [--report R] [-o F]
//	                                                   the answers as answers to another edition, and a verdict on each item
//	hoshitori infer FILE… --to ID@VERSION [--target L] [--into F] [-o F]
//	                                                   what the answers decide in another scheme, and what to ask next
//	hoshitori compare A B [--at DATE] [--target L] [--gate]
//	                                                   what got better or worse from A to B, and what has lapsed
//	hoshitori lint FILE…                               everything that is wrong with the files of a catalogue's author
//	hoshitori compile EXTENSION [-o F] [--crosswalk F] the whole catalogue of an extension and its base
//	hoshitori diff A B [--record F]                    the computed difference between two editions
//	hoshitori official WORKBOOK.xlsx [ID@VERSION] [-o F]
//	                                                   compare the official workbook of SCS with the catalogue; -o writes
//	                                                   the catalogue with the official wording
//	hoshitori serve [--addr 127.0.0.1:8080]            the demo site with the widget; needs the Go command
//
// Flags may stand before or after arguments. Every command takes
//
//	--json         results and problems as JSON on standard output
//	--lang ja|en   language (default: LC_ALL, LC_MESSAGES or LANG, else Japanese)
//	--catalog F    make a catalogue, extension, change record or crosswalk file known; may be given several times
//	--help         how the command is used
//
// A FILE named "-" is standard input. A name that ends in .gz or .zst is unpacked; "validate" reads .ndjson line by
// line. A catalogue given by --catalog takes the place of a built-in one of the same name, with a warning if it differs.
//
// # Output
//
// With --json, show prints the catalogue file, score the result file and new the assessment file, each in canonical form
// (RFC 8785) and followed by a line feed. Problems are lines on standard error, with file, line, column, what is wrong,
// what to do and a code; with --json they are {"problems": […]} on standard output, and warnings beside a result stay on
// standard error. An output file is written whole or not at all: a file of that name stays as it was until the new one is
// complete.
//
// # Exit codes
//
//	0   done
//	1   the input is invalid
//	2   the command line is wrong, or names something that does not exist
//	4   something got worse (compare --gate)
//	5   something could not be read or written
//
// # Limits
//
// One document may have 64 MB. The window of a .zst file may have 128 MB, as for the zstd program itself. A cell of
// an .xlsx file has room for 32,767 characters; a longer text is cut there, with a mark and a warning.
package main
