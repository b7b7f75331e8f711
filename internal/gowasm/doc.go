// Package gowasm compiles a Go program for the browser and makes the WebAssembly module smaller than the Go linker does.
//
//	module, err := gowasm.Build(dir, "./wasm/engine") // what the linker wrote
//	small, err := gowasm.Compact(module)              // the same program, about a quarter less to download
//
// Compact joins the pieces of memory that the linker cuts at every few zeros, empties the tables that only stack traces read, carries
// only what cannot be computed of the other tables about functions, and writes what stands around a call the same way in all
// functions, so that a packer finds it again. The program does what it did before, and one that panics still says why, but not
// in which line.
//
// [Functions] says what a module is made of, function by function, for those who want to know what the size is spent on.
//
// The package knows the tables of the Go releases that it names, and leaves those of any other release as they are. It is no
// general tool for WebAssembly.
package gowasm
