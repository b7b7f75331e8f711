package main

import (
	"context"
	"testing"

	"github.com/hoshitori/hoshitori/examples/browser"
)

// late shows its question in a closed shadow root after 300 ms, is ready after 600 ms, and changes something a moment after
// a click. Its WebAssembly module has one page of memory.
const late = `<x-late></x-late><script>
const module = Uint8Array.of(0,0x61,0x73,0x6d,1,0,0,0, 5,3,1,0,1, 7,5,1,1,0x6d,2,0);
customElements.define("x-late", class extends HTMLElement {
	connectedCallback() {
		const root = this.attachShadow({mode: "closed"});
		setTimeout(() => {
			root.innerHTML = "<p>質問 その1</p><output></output>"
				+ "<label><input type=radio name=a>はい</label><label><input type=radio name=b>いいえ</label>"
				+ "<label><input type=radio name=c>はい</label><label><input type=radio name=d disabled>いいえ</label>";
			root.addEventListener("change", () => setTimeout(() => root.querySelector("output").textContent += "答", 50));
		}, 300);
		setTimeout(async () => {
			await WebAssembly.instantiate(module);
			this.dispatchEvent(new Event("late-ready", {bubbles: true, composed: true}));
		}, 600);
	}
});
</script><p hidden>質問その1</p>`

func TestProbe(t *testing.T) {
	what := variant{name: "late", page: "/late/", ready: "late-ready",
		write: func(s *site) error { return s.addPage("/late/index.html", "", late) }}
	s := visitOnce(t, what, "質問 その1")
	if names := s.missing(); len(names) > 0 {
		t.Errorf("not measured: %q", names)
	}
	// Only lower bounds: they hold on any machine.
	for _, l := range []load{s.Cold, s.Near, s.Warm} {
		if l.FirstQuestion < 300 || l.FirstAnswer < l.FirstQuestion || l.Ready < 600 {
			t.Errorf("found before it was there: %+v", l)
		}
	}
	if s.Click < 50 {
		t.Errorf("the late change was missed: %v ms", s.Click)
	}
	if s.Start.Wasm != 65536 || s.Answered.Wasm != 65536 {
		t.Errorf("WebAssembly memory of %v bytes, then %v", s.Start.Wasm, s.Answered.Wasm)
	}
	if s.Answers != 3 {
		t.Errorf("%v questions were answered, want the three that can be", s.Answers)
	}
}

// visitOnce measures one variant quickly.
func visitOnce(t *testing.T, what variant, first string) sample {
	t.Helper()
	dir := t.TempDir()
	if _, err := newSite(dir, []variant{what}); err != nil {
		t.Fatal(err)
	}
	server, err := browser.Serve(dir, browser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	chromium, err := browser.Start(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer chromium.Close()
	v := &visitor{browser: chromium, server: server, first: first, setting: quick}
	s, err := v.visit(what)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
