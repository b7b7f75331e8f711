package browser

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
)

// Sizes are the bytes of one file's body in each encoding. What is compressed already has the same size in all three.
type Sizes struct {
	Raw    int `json:"raw"`
	Gzip   int `json:"gzip"`   // level 9
	Brotli int `json:"brotli"` // level 11
}

// Add returns the sums.
func (s Sizes) Add(t Sizes) Sizes {
	return Sizes{Raw: s.Raw + t.Raw, Gzip: s.Gzip + t.Gzip, Brotli: s.Brotli + t.Brotli}
}

// assets keeps the files that were read, with their compressed forms, until they change on disk.
type assets struct {
	files fs.FS
	mu    sync.Mutex
	known map[string]*asset
}

func newAssets(files fs.FS) *assets { return &assets{files: files, known: map[string]*asset{}} }

// get returns a file as it is now.
func (s *assets) get(name string) (*asset, error) {
	info, err := fs.Stat(s.files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file", name)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if a := s.known[name]; a != nil && a.modified.Equal(info.ModTime()) && int64(len(a.raw)) == info.Size() {
		return a, nil
	}
	raw, err := fs.ReadFile(s.files, name)
	if err != nil {
		return nil, err
	}
	a := newAsset(name, raw, info.ModTime())
	s.known[name] = a
	return a, nil
}

// asset is the content of one file.
type asset struct {
	raw          []byte
	hash         string // SHA-256 in hexadecimal digits
	modified     time.Time
	compressible bool
	brotli, gzip func() []byte // made once, when first wanted
}

func newAsset(name string, raw []byte, modified time.Time) *asset {
	sum := sha256.Sum256(raw)
	return &asset{
		raw: raw, hash: hex.EncodeToString(sum[:]), modified: modified, compressible: compressible(name),
		brotli: sync.OnceValue(func() []byte { return compressBrotli(raw) }),
		gzip:   sync.OnceValue(func() []byte { return compressGzip(raw) }),
	}
}

func (a *asset) sizes() Sizes {
	if !a.compressible {
		return Sizes{Raw: len(a.raw), Gzip: len(a.raw), Brotli: len(a.raw)}
	}
	return Sizes{Raw: len(a.raw), Gzip: len(a.gzip()), Brotli: len(a.brotli())}
}

func compressible(name string) bool {
	switch path.Ext(name) {
	case ".gz", ".pdf", ".png", ".woff2":
		return false
	}
	return true
}

func compressBrotli(raw []byte) []byte {
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	w.Write(raw) // a bytes.Buffer takes everything
	w.Close()
	return out.Bytes()
}

func compressGzip(raw []byte) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		panic(err) // the level is a constant of the same package
	}
	w.Write(raw) // a bytes.Buffer takes everything
	w.Close()
	return out.Bytes()
}
