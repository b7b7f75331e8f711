// Package repository holds the tests that keep the house in order: who imports whom, what the browser build may link,
// which folders there are, that every exported name is documented, and that generated documents are not stale.
//
// They are ordinary tests, so that a change that breaks a rule fails on the author's machine and not only elsewhere. The
// package has no code of its own.
package repository
