package main

import (
	"bufio"
	"compress/gzip"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/klauspost/compress/zstd"
)

// packing is a way to pack files.
type packing struct {
	end    string // of the name
	kind   *problem.Kind
	unpack func(io.Reader) (io.ReadCloser, error)
}

var packings = []packing{
	{".gz", gzipKind, func(r io.Reader) (io.ReadCloser, error) { return gzip.NewReader(r) }},
	{".zst", zstdKind, unzstd},
}

// packingOf tells from its name how a file is packed, and how it is called without that.
func packingOf(name string) (p packing, plain string, packed bool) {
	for _, p := range packings {
		if plain, packed := strings.CutSuffix(name, p.end); packed {
			return p, plain, true
		}
	}
	return packing{}, name, false
}

// maxWindow is how far back a file packed by Zstandard may refer, which is what decides how much memory unpacking takes: as
// far as the zstd program allows without being told to.
const maxWindow = 128 << 20

// unzstd unpacks one part after the other. It keeps at most about two windows in memory, however large the whole is.
func unzstd(r io.Reader) (io.ReadCloser, error) {
	in := bufio.NewReader(r)
	// To the decoder an empty file is one without content; it is a file that did not arrive.
	if _, err := in.Peek(1); err != nil {
		return nil, err
	}
	d, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(maxWindow))
	if err != nil {
		return nil, err
	}
	return d.IOReadCloser(), nil
}

// damage says what keeps a packed file from being unpacked.
func damage(err error, l lang.Lang) string {
	switch {
	case errors.Is(err, io.EOF):
		return lang.Text{JA: "空のファイル", EN: "the file is empty"}.In(l)
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, zstd.ErrMagicMismatch):
		return lang.Text{JA: "形式が違う", EN: "it is of another format"}.In(l)
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, zstd.ErrCRCMismatch):
		return lang.Text{JA: "検査の値が合わない", EN: "the checksum is wrong"}.In(l)
	case errors.Is(err, zstd.ErrUnknownDictionary):
		return lang.Text{JA: "別の辞書が要る", EN: "it needs a dictionary"}.In(l)
	case errors.Is(err, zstd.ErrDecoderSizeExceeded), errors.Is(err, zstd.ErrWindowSizeExceeded):
		limit := []lang.Arg{lang.Value("limit", strconv.Itoa(maxWindow>>20))}
		return lang.Text{JA: "壊れているか、展開に{limit}MBを超えるメモリーが要る", EN: "it is damaged, or needs more than {limit} MB of memory"}.Fill(limit).In(l)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return cause(err, l)
	}
	return lang.Text{JA: "中身が壊れている", EN: "its content is damaged"}.In(l)
}
