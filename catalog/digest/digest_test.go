package digest_test

import (
	"fmt"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
)

var _ catalog.Hash = digest.SHA256

// The two short messages of FIPS 180, appendix B, and the empty one.
func TestSHA256(t *testing.T) {
	for message, want := range map[string]string{
		"":    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		"abc": "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq": "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
	} {
		if got := digest.SHA256([]byte(message)); got != want {
			t.Errorf("%q: %s, want %s", message, got, want)
		}
	}
}

func ExampleSHA256() {
	fmt.Println(digest.SHA256([]byte("abc")))
	// Output: sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
}
