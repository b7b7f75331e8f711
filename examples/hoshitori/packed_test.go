package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

// packFiles is the program that packs files in the scripts: it puts a .zst beside each.
func packFiles() {
	for _, name := range os.Args[1:] {
		data, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(name+".zst", zstdOf(data), 0o666)
		}
		if err != nil {
			panic(err)
		}
	}
}

func zstdOf(data []byte) []byte {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err) // it has no settings that could be wrong
	}
	defer w.Close()
	return w.EncodeAll(data, nil)
}

func gzipOf(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// answersToNothing is one line of a file of assessments.
const answersToNothing = `{"format":"hoshitori/assessment/1","catalog":{"id":"sa2","version":"3.1"},"answers":[]}` + "\n"

// validateFile writes a file and validates it.
func validateFile(t *testing.T, name string, data []byte) (code int, stdout, stderr string) {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return runWith(nil, "validate", "--lang", "en", name)
}

// TestTornPackedFiles cuts packed files at every place. None passes for a whole one, and nothing else is said of it.
func TestTornPackedFiles(t *testing.T) {
	for end, whole := range map[string][]byte{".gz": gzipOf([]byte(answersToNothing)), ".zst": zstdOf([]byte(answersToNothing))} {
		for _, plain := range []string{"a.json", "a.ndjson"} {
			if code, _, stderr := validateFile(t, plain+end, whole); code != exitDone {
				t.Fatalf("the whole file ends with %d: %s", code, stderr)
			}
			for n := range whole {
				code, stdout, stderr := validateFile(t, plain+end, whole[:n])
				if code != exitIO || stdout != "" || !strings.Contains(stderr, "["+packedCode(end)+"]") || strings.Count(stderr, "\n") != 1 {
					t.Errorf("%s of %d bytes ends with %d: %s%s", plain+end, n, code, stdout, stderr)
				}
				if why := "it ends too early"; n > 4 && !strings.Contains(stderr, why) {
					t.Errorf("%s of %d bytes: %q does not say that %s", plain+end, n, stderr, why)
				}
			}
		}
	}
}

func packedCode(end string) string {
	return map[string]string{".gz": "io/gzip", ".zst": "io/zstd"}[end]
}

// TestDamagedPackedFiles changes every byte of a packed file. It is refused, or still holds what it held.
func TestDamagedPackedFiles(t *testing.T) {
	whole := zstdOf([]byte(strings.Repeat(answersToNothing, 3)))
	for i := range whole {
		for _, change := range []byte{0x01, 0x80, 0xff} {
			damaged := bytes.Clone(whole)
			damaged[i] ^= change
			code, stdout, stderr := validateFile(t, "a.ndjson.zst", damaged)
			if code == exitDone && !strings.Contains(stdout, "no problem in 3 of 3 documents") || code != exitDone && !strings.Contains(stderr, "[io/zstd]") {
				t.Errorf("byte %d changed by %#x: %d %s%s", i, change, code, stdout, stderr)
			}
		}
	}
}

func TestPackedFilesRefused(t *testing.T) {
	const magic = "\x28\xb5\x2f\xfd"
	tests := []struct{ name, content, want, reason string }{
		{"nothing", "", "the file is empty", "a file that did not arrive"},
		{"other format", string(gzipOf([]byte(answersToNothing))), "it is of another format", "a wrong name"},
		{"more behind", string(zstdOf([]byte(answersToNothing))) + "{}{}", "it is of another format", "what follows is not packed"},
		{"wide window", magic + "\x00\x90\x01\x00\x00", "more than 128 MB of memory", "it asks for 256 MB"},
		{"wide content", magic + "\xe0" + "\x00\x00\x00\x00\x01\x00\x00\x00" + "\x01\x00\x00", "more than 128 MB of memory", "one piece of 4 GB"},
		{"dictionary", magic + "\x01\x50\x07\x01\x00\x00", "it needs a dictionary", "nobody knows which"},
		{"reserved bit", magic + "\x08\x50\x01\x00\x00", "its content is damaged", "no version of the format has it"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, stdout, stderr := validateFile(t, "a.json.zst", []byte(test.content))
			if code != exitIO || stdout != "" || !strings.Contains(stderr, test.want) || !strings.Contains(stderr, "[io/zstd]") {
				t.Errorf("it ends with %d: %s%s, want %q: %s", code, stdout, stderr, test.want, test.reason)
			}
		})
	}
}

// TestLargePackedFiles unpacks what is small only while it is packed.
func TestLargePackedFiles(t *testing.T) {
	blank := bytes.Repeat([]byte(" "), maxDocument+1)
	tests := []struct {
		name, file string
		content    []byte
		code       int
		want       string
		reason     string
	}{
		{"one document", "a.json.zst", blank, exitIO, "[io/too-large]", "one document has a limit"},
		{"one line", "a.ndjson.zst", blank, exitIO, "[io/too-large]", "a line is a document"},
		{"many lines", "a.ndjson.zst", bytes.Repeat(append(bytes.Repeat([]byte(" "), 1<<20), answersToNothing...), 80), exitDone, "no problem in 80 of 80", "all of them together have none"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, stdout, stderr := validateFile(t, test.file, zstdOf(test.content))
			if code != test.code || !strings.Contains(stdout+stderr, test.want) {
				t.Errorf("it ends with %d: %s%s, want %q: %s", code, stdout, stderr, test.want, test.reason)
			}
		})
	}
}

func TestDamageSpeaks(t *testing.T) {
	for _, err := range []error{zstd.ErrCRCMismatch, gzip.ErrChecksum, gzip.ErrHeader, zstd.ErrBlockTooSmall, zstd.ErrWindowSizeExceeded} {
		if ja := damage(err, lang.JA); ja == "" || strings.Contains(ja, err.Error()) {
			t.Errorf("of %v it says %q in Japanese", err, ja)
		}
	}
}

// TestResumePacked continues with answers that were packed. They must not be saved, unpacked, under the name of a packed file.
func TestResumePacked(t *testing.T) {
	for end, pack := range map[string]func([]byte) []byte{".gz": gzipOf, ".zst": zstdOf} {
		name := filepath.Join(t.TempDir(), "answers.json"+end)
		if err := os.WriteFile(name, pack([]byte(answersToNothing)), 0o666); err != nil {
			t.Fatal(err)
		}
		l, problems := parseLine([]string{"--resume", name})
		c := &call{host: host{today: "2026-11-21"}, line: l, lang: lang.EN}
		problems = append(problems, c.learn(nil)...)
		s, more := c.interview()
		if problems = append(problems, more...); len(problems) > 0 {
			t.Fatal(problems)
		}
		if s.File != "" || s.Suggested == name {
			t.Errorf("the answers of %s would be saved as %q, %q", end, s.File, s.Suggested)
		}
	}
}
