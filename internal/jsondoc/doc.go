// Package jsondoc reads and writes the JSON of Hoshitori's file formats.
//
// It exists because encoding/json costs the browser build 227 kB compressed and gives neither positions nor duplicate
// keys nor canonical output. It reads RFC 8259 text into a tree of [Value] with the place of every value, refuses what
// would be lost or read differently elsewhere (duplicate keys, lone surrogates, numbers that a double cannot carry), and
// writes RFC 8785 (JSON Canonicalization Scheme).
//
// It is not a general JSON package: numbers are kept as canonical text and there is no reflection.
package jsondoc
