package jsondoc_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// laws are what holds for every text: what is accepted is JSON to everybody, means the same, and is written in one form.
func laws(t *testing.T, data []byte) {
	t.Helper()
	v, problems := jsondoc.Parse(data)
	body := bytes.TrimPrefix(data, []byte("\ufeff"))
	if !problems.OK() {
		for _, p := range problems {
			if p.Position.Line < 1 || p.Position.Column < 1 {
				t.Fatalf("%s has no place", p.Kind.Code)
			}
		}
		return
	}
	if !json.Valid(body) {
		t.Fatalf("accepted what is not JSON: %q", data)
	}
	text := jsondoc.AppendCanonical(nil, v)
	again, problems := jsondoc.Parse(text)
	if problems != nil {
		t.Fatalf("its own canonical text is refused: %v\n%s", problems, text)
	}
	if twice := jsondoc.AppendCanonical(nil, again); !bytes.Equal(text, twice) {
		t.Fatalf("canonical text is not stable:\n%s\n%s", text, twice)
	}
	if !json.Valid(text) {
		t.Fatalf("canonical text is not JSON: %q", text)
	}
	var before, after any
	if json.Unmarshal(body, &before) != nil || json.Unmarshal(text, &after) != nil {
		t.Fatalf("encoding/json refuses %q or %q", body, text)
	}
	if !reflect.DeepEqual(before, after) {
		t.Fatalf("the meaning changed:\n%q\n%q", data, text)
	}
}

// document makes a random JSON text, with white space and escapes of every kind.
func document(r *rand.Rand, depth int) string {
	space := func() string { return []string{"", "", "", " ", "\n", "\t", "\r\n"}[r.IntN(7)] }
	kind := r.IntN(8)
	if depth > 4 && kind > 5 {
		kind = r.IntN(6)
	}
	out := ""
	switch kind {
	case 0:
		out = []string{"null", "true", "false"}[r.IntN(3)]
	case 1:
		out = strconv.Itoa(r.IntN(2_000_000) - 1_000_000)
	case 2:
		out = strconv.FormatFloat(r.NormFloat64(), "eEfgG"[r.IntN(5)], -1, 64)
	case 3:
		out = strconv.FormatFloat(r.ExpFloat64()*1e30, 'e', -1, 64)
	case 4, 5:
		out = randomString(r)
	case 6:
		var parts []string
		for range r.IntN(5) {
			parts = append(parts, document(r, depth+1))
		}
		out = "[" + space() + strings.Join(parts, ",") + "]"
	case 7:
		var parts []string
		for i := range r.IntN(24) {
			name := randomString(r)
			parts = append(parts, space()+name[:len(name)-1]+strconv.Itoa(i)+`"`+space()+":"+document(r, depth+1))
		}
		out = "{" + strings.Join(parts, ",") + space() + "}"
	}
	return space() + out + space()
}

func randomString(r *rand.Rand) string {
	var b strings.Builder
	b.WriteByte('"')
	for range r.IntN(6) {
		switch r.IntN(6) {
		case 0:
			b.WriteString([]string{`\n`, `\"`, `\\`, `\/`, `\u0000`, `\u001F`, `\ud83D\uDE00`, `\u3042`}[r.IntN(8)])
		case 1:
			b.WriteString([]string{"全", "ｶﾞ", "😀", "か\u3099", "\u2028", "\ufffd", "\x7f", "𠮷"}[r.IntN(8)])
		default:
			b.WriteByte("abcXYZ/~{}[]:, 09'"[r.IntN(18)])
		}
	}
	b.WriteByte('"')
	return b.String()
}

// encoding/json is the oracle: the same documents are accepted, with the same meaning.
func TestAgreesWithEncodingJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 20261121))
	for range 3000 {
		text := document(r, 0)
		if !json.Valid([]byte(text)) {
			t.Fatalf("the generator is wrong: %q", text)
		}
		if _, problems := jsondoc.Parse([]byte(text)); !problems.OK() {
			t.Fatalf("refused: %v\n%q", problems, text)
		}
		laws(t, []byte(text))
	}
}

// Texts with one byte changed, taken out or put in: what is no longer JSON is refused.
func TestDamagedDocuments(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 20261121))
	for range 3000 {
		text := []byte(document(r, 0))
		at := r.IntN(len(text))
		switch r.IntN(3) {
		case 0:
			text[at] = byte(r.IntN(256))
		case 1:
			text = append(text[:at:at], text[at+1:]...)
		case 2:
			text = append(text[:at:at], append([]byte{`{}[]",:0\e`[r.IntN(10)]}, text[at:]...)...)
		}
		laws(t, text)
	}
}

// seeds are the built-in catalogues and the inputs of the shared vectors, good and bad.
func seeds(t testing.TB) [][]byte {
	t.Helper()
	var all [][]byte
	for _, pattern := range []string{"../../catalog/*/catalog.json", "../../testdata/vectors/*/*.json"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no file like %s: %v", pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, data)
		}
	}
	return all
}

func FuzzParse(f *testing.F) {
	for _, data := range seeds(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { laws(t, data) })
}
