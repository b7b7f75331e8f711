// Package digest computes the digests of catalogues and assessments with the standard library.
//
// It is a package of its own because the browser build must not link crypto/sha256 (119 kB compressed): there the
// browser's own implementation is handed in instead.
//
//	c, problems := catalog.Load(data, digest.SHA256)
package digest

import (
	"crypto/sha256"
	"encoding/hex"
)

// SHA256 returns the SHA-256 of data as "sha256:" and 64 hexadecimal digits. It is a catalog.Hash.
func SHA256(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}
