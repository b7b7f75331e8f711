package glossary

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

// The longest sentence that a result may show without being asked for more: characters in Japanese, words in English.
const (
	mostCharacters = 40
	mostWords      = 25
)

// What a result shows at first is read by somebody with a minute and a telephone: short sentences, and no word that the
// same result does not explain. It holds for every built-in catalogue, however much of it is answered.
func TestFirstScreenIsPlain(t *testing.T) {
	plain := list(t, "plain.txt")
	seen := 0
	for _, c := range builtin.All() {
		for name, d := range answered(c) {
			for _, l := range []lang.Lang{lang.JA, lang.EN} {
				for _, today := range []catalog.Date{"2026-11-21", "2099-01-01"} { // on the second all of them are stale
					a, problems := assess.Check(d, c)
					if !problems.OK() {
						t.Fatal(problems)
					}
					v := render.NewView(a, score.Evaluate(a, score.Options{}), render.Options{Lang: l, Today: today})
					explained := slices.Clone(plain)
					for _, term := range v.Terms {
						explained = append(explained, term.Term)
					}
					for _, s := range spoken(render.Result(v)) {
						seen++
						where := c.Ref().String() + ", " + name
						if l == lang.EN {
							shortEnglish(t, where, s)
							continue
						}
						shortJapanese(t, where, s)
						for _, word := range unexplained(t, withoutNames(s), explained) {
							t.Errorf("%s: neither the result nor plain.txt explains %s: %s", where, word, s)
						}
					}
				}
			}
		}
	}
	if seen < 1000 {
		t.Errorf("only %d sentences were read", seen)
	}
}

// answered returns assessments of a catalogue: of nothing, of everything, of nothing in place, and of some of each, for
// every level that one can aim at.
func answered(c *catalog.Checked) map[string]*assess.Document {
	out := map[string]*assess.Document{}
	states := []catalog.State{catalog.Met, catalog.Unknown, catalog.Partial, catalog.Unmet, catalog.Met}
	for _, target := range append([]catalog.Level{{}}, c.Levels()...) {
		add := func(name string, state func(i int) catalog.State) {
			d := assess.New(c.Ref())
			d.Target = target.ID
			for i, item := range c.Items() {
				if s := state(i); c.Allows(item, s) {
					d.Set(assess.Answer{Item: item.ID, State: s})
				}
			}
			out[strings.TrimSpace(name+" "+target.ID)] = d
		}
		add("nothing answered", func(int) catalog.State { return catalog.Unanswered })
		add("all met", func(int) catalog.State { return catalog.Met })
		add("all unmet", func(int) catalog.State { return catalog.Unmet })
		for shift := range states {
			add("mixed "+strconv.Itoa(shift), func(i int) catalog.State { return states[(i+shift)%len(states)] })
		}
		// Three gaps at a time, so that every question stands among the first three once.
		for gap := range (len(c.Items()) + 2) / 3 {
			add("gaps "+strconv.Itoa(gap), func(i int) catalog.State {
				if i/3 == gap {
					return catalog.Unmet
				}
				return catalog.Met
			})
		}
	}
	return out
}

// spoken returns the sentences that one sees without unfolding anything. Charts and tables are no sentences.
func spoken(n *markup.Node) []string {
	var out []string
	text := ""
	flush := func() {
		for _, s := range strings.SplitAfter(text, "。") {
			if s = strings.TrimSpace(s); s != "" {
				out = append(out, s)
			}
		}
		text = ""
	}
	var walk func(n *markup.Node)
	walk = func(n *markup.Node) {
		switch n.Tag {
		case "":
			text += n.Text
			return
		case "svg", "table":
			return
		}
		inline := slices.Contains([]string{"strong", "span", "a", "small"}, n.Tag)
		if !inline { // b too: numbers and answers stand in a box of their own
			flush()
		}
		for _, c := range n.Children {
			if n.Tag != "details" || c.Tag == "summary" {
				walk(c)
			}
		}
		if !inline {
			flush()
		}
	}
	walk(n)
	flush()
	return out
}

func TestSpoken(t *testing.T) {
	n := markup.E("div", markup.E("p", markup.P("b", "", "7"), markup.T(" 一。二"), markup.P("strong", "", "三")),
		markup.E("details", markup.P("summary", "", "四"), markup.P("p", "", "五")), markup.E("svg", markup.P("text", "", "六")), markup.P("p", "", "七。"))
	if got := spoken(n); !slices.Equal(got, []string{"7", "一。", "二三", "四", "七。"}) {
		t.Errorf("got %q", got)
	}
}

func shortJapanese(t *testing.T, where, sentence string) {
	t.Helper()
	if n := utf8.RuneCountInString(sentence); n > mostCharacters {
		t.Errorf("%s: %d characters, want at most %d: %s", where, n, mostCharacters, sentence)
	}
}

func shortEnglish(t *testing.T, where, text string) {
	t.Helper()
	for _, sentence := range strings.SplitAfter(text, ". ") {
		if n := len(strings.Fields(sentence)); n > mostWords {
			t.Errorf("%s: %d words, want at most %d: %s", where, n, mostWords, sentence)
		}
	}
}

// What the program itself says is as plain as what the catalogues say: the phrases of results and of the widget.
func TestFixedPhrasesArePlain(t *testing.T) {
	explained := slices.Concat(list(t, "plain.txt"), japaneseTerms())
	placeholder := regexp.MustCompile(`\{[a-z]+\}`)
	for _, where := range []struct {
		files  string
		phrase int // how many there are at least
	}{{"../../render/*.go", 100}, {"../../wasm/engine/*.go", 30}} {
		seen := 0
		files, err := filepath.Glob(where.files)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") || filepath.Base(file) == "csv.go" { // columns are names for programs
				continue
			}
			for _, phrase := range japanese(t, file) {
				seen++
				phrase = placeholder.ReplaceAllString(strings.Replace(phrase, "Hoshitori（星取り）", "", 1), "")
				for _, s := range strings.SplitAfter(phrase, "。") {
					if !strings.Contains(s, "（　") { // blanks to write into, on paper
						shortJapanese(t, file, s)
					}
				}
				for _, word := range unexplained(t, withoutNames(phrase), explained) {
					t.Errorf("%s: neither terms.json nor plain.txt has %s: %s", file, word, phrase)
				}
			}
		}
		if seen < where.phrase {
			t.Errorf("%s: only %d phrases were read", where.files, seen)
		}
	}
}

// japanese returns the Japanese of all texts that a file writes down in two languages.
func japanese(t *testing.T, file string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(f, func(n ast.Node) bool {
		pair, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		name, named := pair.Key.(*ast.Ident)
		text, written := pair.Value.(*ast.BasicLit)
		if named && written && name.Name == "JA" {
			s, err := strconv.Unquote(text.Value)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, s)
		}
		return true
	})
	return out
}
