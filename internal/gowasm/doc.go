// Package gowasm compiles a Go program for the browser and makes the WebAssembly module smaller than the Go linker does.
//
//	module, err := gowasm.Build(dir, "./wasm/engine") // what the linker wrote
//	small, err := gowasm.Compact(module)              // the same program, about a fifth less to download
//
// Compact rewrites data only; no instruction changes. It joins the pieces of memory that the linker cuts at every few zeros, empties
// the tables that only stack traces read, and lets the runtime look for a function from a few places only: a program that panics
// still says why, but not in which line.
//
// [Functions] says what a module is made of, function by function, for those who want to know what the size is spent on.
//
// The package knows the tables of the Go releases that it names, and leaves those of any other release as they are. It is no
// general tool for WebAssembly.
package gowasm
