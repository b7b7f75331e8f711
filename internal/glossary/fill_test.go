package glossary

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
)

// The terms of every built-in catalogue are those that its texts use today.
func TestCataloguesAreFilled(t *testing.T) {
	names, err := filepath.Glob("../../catalog/*/catalog.json")
	if err != nil || len(names) < 3 {
		t.Fatalf("built-in catalogues: %v %v", names, err)
	}
	for _, name := range names {
		old, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		filled, err := Fill(old)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if !bytes.Equal(old, filled) {
			t.Errorf("%s: the terms are not those that the texts use; run go generate ./internal/glossary", name)
		}
	}
}

// file is a catalogue of one question, with terms between "facts" and "choices".
func file(t *testing.T, text, terms string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/catalog.json")
	if err != nil {
		t.Fatal(err)
	}
	replaced := strings.NewReplacer("TEXT", text, "  \"choices\"", terms+"  \"choices\"").Replace(string(data))
	return []byte(replaced)
}

const outdated = "  \"terms\": [\n    {\"id\": \"old\", \"term\": {\"ja\": \"古い\", \"en\": \"old\"}, \"meaning\": {\"ja\": \"古い。\", \"en\": \"Old.\"}}\n  ],\n"

func TestFill(t *testing.T) {
	for _, test := range []struct {
		reason, text, terms string
		want                []string
	}{
		{"no word needs an explanation", "窓を閉めましたか。", "", nil},
		{"terms that are not used any more go", "窓を閉めましたか。", outdated, nil},
		{"new terms take the place of old ones", "ルータはありますか。", outdated, []string{"router"}},
		{"what a meaning uses is explained too", "管理対象情報はありますか。", "", []string{"important-information", "information-to-be-managed"}},
		{"the longest word wins", "暗号化していますか。", "", []string{"encryption"}},
	} {
		got, err := Fill(file(t, test.text, test.terms))
		if err != nil {
			t.Errorf("%s: %v", test.reason, err)
			continue
		}
		s, problems := catalog.Parse(got)
		if !problems.OK() {
			t.Errorf("%s: %v", test.reason, problems)
			continue
		}
		var ids []string
		for _, term := range s.Terms {
			ids = append(ids, term.ID)
		}
		if diff := cmp.Diff(test.want, ids); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
		if bare := string(file(t, test.text, "")); strings.Replace(string(got), string(member(s.Terms)), "", 1) != bare {
			t.Errorf("%s: something else changed:\n%s", test.reason, got)
		}
		if again, err := Fill(got); err != nil || !bytes.Equal(again, got) {
			t.Errorf("%s: the second time changes something (%v)", test.reason, err)
		}
	}
}

func TestFillRefuses(t *testing.T) {
	good := string(file(t, "窓を閉めましたか。", ""))
	for _, test := range []struct{ reason, file, want string }{
		{"no JSON", "{", "json/syntax"},
		{"a catalogue with an error", strings.Replace(good, `"id": "1",`, `"id": "1", "level": "no",`, 1), "/"},
		{"everything in one line", strings.ReplaceAll(good, "\n", " "), errLayout.Error()},
		{"terms elsewhere", strings.Replace(good, `  "title"`, outdated+`  "title"`, 1), errLayout.Error()},
	} {
		got, err := Fill([]byte(test.file))
		if err == nil || got != nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got error %v", test.reason, err)
		}
	}
}
