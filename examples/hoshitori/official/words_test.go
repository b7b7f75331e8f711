package official

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/problem"
)

// TestCells reads cells as people write them.
func TestCells(t *testing.T) {
	tests := []struct {
		reason, cell string
		read         func(string) string
		want         string
	}{
		{"the plain form", "1-2-3-4", criterionNumber, "1-2-3-4"},
		{"full width, spaces and a prefix", " Ｎｏ．１－２－３－４\n", criterionNumber, "1-2-3-4"},
		{"the sign for number", "№1-2-3-4", criterionNumber, "1-2-3-4"},
		{"numbers of two digits", "4-10-2-11", criterionNumber, "4-10-2-11"},
		{"a dash and a minus sign", "1–2−3‐4", criterionNumber, "1-2-3-4"},
		{"invisible characters", "\ufeff1-2-3\u200b-4", criterionNumber, "1-2-3-4"},
		{"a requirement is no criterion", "1-2-3", criterionNumber, ""},
		{"a number with a note is not taken for the number", "1-2-3-4※", criterionNumber, ""},
		{"five numbers are too many", "1-2-3-4-5", criterionNumber, ""},
		{"a day is no criterion", "2026-03-27", criterionNumber, ""},
		{"nothing", "", criterionNumber, ""},
		{"a requirement with its title", "1-2-3 守秘義務のルール", requirementNumber, "1-2-3"},
		{"a criterion is no requirement", "1-2-3-4", requirementNumber, ""},
		{"a star", "★3", level, "3"},
		{"a star in full width", "★ ３", level, "3"},
		{"a word", "レベル4", level, "4"},
		{"several levels are none", "★3・★4", level, "3・★4"},
		{"both", "統治(GV)", csfFunction, "GV"},
		{"both in the other order", "GV：統治", csfFunction, "GV"},
		{"lower case in full width", "ｒｃ", csfFunction, "RC"},
		{"the name", "検知", csfFunction, "DE"},
		{"two functions", "統治(GV) 識別(ID)", csfFunction, ""},
		{"code and name of different functions", "統治(ID)", csfFunction, ""},
		{"no function", "()", csfFunction, ""},
	}
	for _, test := range tests {
		if got := test.read(test.cell); got != test.want {
			t.Errorf("%s: %q is read as %q, want %q", test.reason, test.cell, got, test.want)
		}
	}
}

func TestSays(t *testing.T) {
	tests := []struct {
		reason, cell, title string
		want                bool
	}{
		{"alone", "守秘義務のルール", "守秘義務のルール", true},
		{"behind its number", "1-2-3 守秘義務のルール", "守秘義務のルール", true},
		{"behind the name of its rank", "大分類１：ガバナンスの整備", "ガバナンスの整備", true},
		{"broken", "守秘義務\nの ルール", "守秘義務のルール", true},
		{"brackets in another width", "方針（案）", "方針(案)", true},
		{"a title that begins with a number", "24時間の監視", "24時間の監視", true},
		{"one character more", "守秘義務のルールズ", "守秘義務のルール", false},
		{"a long vowel mark more", "ユーザーID", "ユーザID", false},
		{"nothing says nothing", "1-2-3", "", false},
	}
	for _, test := range tests {
		if got := says(test.cell, test.title); got != test.want {
			t.Errorf("%s: %q says %q: %v", test.reason, test.cell, test.title, got)
		}
	}
}

func TestFigures(t *testing.T) {
	tests := []struct {
		reason, text        string
		numbers, references []string
	}{
		{"figures and decimals", "CVSSの基本値7.0以上は14日以内", []string{"14", "7.0"}, nil},
		{"full width", "年１回、７．０以上", []string{"1", "7.0"}, nil},
		{"references to both", "No.4-1-5及びNo.3-1-1-4", nil, []string{"3-1-1-4", "4-1-5"}},
		{"references in full width", "Ｎｏ．３－１－１－４", nil, []string{"3-1-1-4"}},
		{"the edition of a standard", "CVSS v3.1、v4", nil, nil},
		{"numbers of entries", "①8文字②10文字⑴6文字", []string{"10", "6", "8"}, nil},
		{"each once", "8文字、8文字", []string{"8"}, nil},
		{"none", "すべてのID", nil, nil},
	}
	for _, test := range tests {
		numbers, references := figures(test.text)
		if got := without(numbers, nil); !slices.Equal(got, test.numbers) {
			t.Errorf("%s: the figures are %q, want %q", test.reason, got, test.numbers)
		}
		if got := without(references, nil); !slices.Equal(got, test.references) {
			t.Errorf("%s: the references are %q, want %q", test.reason, got, test.references)
		}
	}
}

func TestLongestRising(t *testing.T) {
	tests := []struct {
		reason  string
		numbers []int
		out     int // how many are out of order
	}{
		{"nothing", nil, 0},
		{"in order", []int{1, 2, 5, 9}, 0},
		{"two exchanged", []int{1, 3, 2, 4}, 1},
		{"the last one first", []int{9, 1, 2, 3}, 1},
		{"backwards", []int{4, 3, 2, 1}, 3},
	}
	for _, test := range tests {
		marked := longestRising(test.numbers)
		if out := len(slices.DeleteFunc(marked, func(in bool) bool { return in })); out != test.out {
			t.Errorf("%s: %d are out of order, want %d", test.reason, out, test.out)
		}
	}
}

// TestEveryKindSpeaks holds every problem to a message and a hint in both languages, and to a code of its own.
func TestEveryKindSpeaks(t *testing.T) {
	kinds := []*problem.Kind{TypeKind, EncryptedKind, TooLargeKind, DamagedKind, CatalogKind, SheetKind, ColumnKind, SheetNameKind,
		MovedKind, MissingKind, ExtraKind, DuplicateKind, OrderKind, NumberKind, NoTextKind, SharedTextKind, LevelKind, FunctionKind,
		UnderKind, MissingRequirementKind, ExtraRequirementKind, DuplicateRequirementKind, CircleKind, TitleKind, TitleNumberKind,
		FiguresKind, ReferencesKind, NotWrittenKind, WordingKind}
	source, err := os.ReadFile("kinds.go")
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(source, []byte("Kind = ")); n != len(kinds) {
		t.Errorf("%d of %d kinds are looked at", len(kinds), n)
	}
	codes := map[string]bool{}
	for _, k := range kinds {
		if k.Message.JA == "" || k.Message.EN == "" || k.Hint.JA == "" || k.Hint.EN == "" || codes[k.Code] {
			t.Errorf("%s lacks a text, or is there twice", k.Code)
		}
		codes[k.Code] = true
	}
}
