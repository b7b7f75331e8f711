package interview

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
)

// talk is an interview that a test takes part in.
type talk struct {
	t         *testing.T
	keys      *io.PipeWriter
	interrupt chan struct{}
	done      chan struct{}
	mu        sync.Mutex
	shown     bytes.Buffer
	read      int // how much of shown has been waited for
	saved     map[string]string
	refuse    bool // whether saving fails
}

var refusedKind = &problem.Kind{Code: "test/refused", Message: lang.Text{JA: "満杯です。", EN: "It is full."}}

func begin(t *testing.T, file string) *talk {
	in, keys := io.Pipe()
	talk := &talk{t: t, keys: keys, interrupt: make(chan struct{}), done: make(chan struct{}), saved: map[string]string{}}
	c := sa2v31.Catalog()
	go func() {
		defer close(talk.done)
		Run(Settings{In: in, Out: talk, Interrupt: talk.interrupt, Lang: lang.EN, Today: "2026-11-21", Width: 76,
			Catalog: c, Document: assess.New(c.Ref()), File: file, Suggested: "suggested.json",
			Exists: func(name string) bool { talk.mu.Lock(); defer talk.mu.Unlock(); return talk.saved[name] != "" },
			Save:   talk.save})
	}()
	return talk
}

func (k *talk) save(name string, data []byte) problem.List {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.refuse {
		return problem.List{{Kind: refusedKind, File: name}}
	}
	k.saved[name] = string(data)
	return nil
}

func (k *talk) Write(p []byte) (int, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.shown.Write(p)
}

// expect waits until a text is shown, after what was waited for before.
func (k *talk) expect(text string) {
	k.t.Helper()
	for range 1000 {
		k.mu.Lock()
		shown := k.shown.String()[k.read:]
		if at := strings.Index(shown, text); at >= 0 {
			k.read += at + len(text)
			k.mu.Unlock()
			return
		}
		k.mu.Unlock()
		time.Sleep(5 * time.Millisecond)
	}
	k.t.Fatalf("%q is not shown, but:\n%s", text, k.shown.String()[k.read:])
}

func (k *talk) press(line string) { _, _ = io.WriteString(k.keys, line+"\n") }

func (k *talk) end() {
	k.t.Helper()
	select {
	case <-k.done:
	case <-time.After(5 * time.Second):
		k.t.Fatal("the interview goes on")
	}
}

func TestInterruptOffersToSave(t *testing.T) {
	k := begin(t, "")
	k.expect("> ")
	k.press("2")
	k.expect("Question 2")
	k.expect("> ")
	k.interrupt <- struct{}{}
	k.expect("Interrupted.")
	k.expect("> ")
	k.press("")
	k.expect("Saved to suggested.json.")
	k.expect("check --resume suggested.json")
	k.end()
	if !strings.Contains(k.saved["suggested.json"], `"state":"partial"`) {
		t.Errorf("saved: %q", k.saved)
	}
}

func TestSecondInterruptLosesNothing(t *testing.T) {
	k := begin(t, "")
	k.expect("> ")
	k.press("4")
	k.expect("Question 2")
	k.expect("> ")
	k.interrupt <- struct{}{}
	k.expect("> ")
	k.interrupt <- struct{}{}
	k.expect(`{"answers":[{"answeredOn":"2026-11-21","item":"1","state":"unknown"}]`)
	k.end()
	if len(k.saved) != 0 {
		t.Errorf("nobody agreed to saving: %q", k.saved)
	}
}

func TestInterruptAfterSavingSaysHowToContinue(t *testing.T) {
	k := begin(t, "agreed.json")
	k.expect("Each answer is saved to agreed.json.")
	k.expect("> ")
	k.press("1")
	k.expect("Question 2")
	k.expect("> ")
	k.interrupt <- struct{}{}
	k.expect("check --resume agreed.json")
	k.end()
	if !strings.Contains(k.saved["agreed.json"], `"state":"met"`) {
		t.Errorf("saved: %q", k.saved)
	}
}

func TestSavingThatFailsIsSaid(t *testing.T) {
	k := begin(t, "agreed.json")
	k.expect("> ")
	k.refuse = true
	k.press("1")
	k.expect("! agreed.json: It is full. [test/refused]")
	k.expect("Saving after each answer has stopped.")
	k.expect("> ")
	k.press("q")
	k.expect("Enter = agreed.json")
	k.expect("> ")
	k.keys.Close()
	k.expect(`{"answers":[`)
	k.end()
}
