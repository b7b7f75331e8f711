// Package vectors reads the shared vectors of testdata/vectors and runs them through the Go packages.
//
// A vector is a document with the result or the problems that every implementation must come to; testdata/README.md
// describes the files. The tests of other hosts, such as the browser build, load the same vectors and compare bytes.
//
//	all, err := vectors.Load("../../testdata/vectors")
//	for _, v := range all {
//		result, problems := vectors.Run(v)
//	}
//
// It is for tests only and imports what the engine must not.
package vectors
