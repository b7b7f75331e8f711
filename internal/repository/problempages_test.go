package repository_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/lint"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// inWords are the codes that no file can give. Their pages explain the examples in words.
var inWords = map[string]string{
	"lint/threshold-better": "reading refuses a threshold without \"better\" (format/missing), so only a source that is built in Go can lack it",
}

// pagesDir holds a page for each code of a file that an author writes.
var pagesDir = filepath.Join(root, "docs", "problems")

// pagedKinds are the kinds of problem that have a page of their own.
func pagedKinds() []*problem.Kind { return append(catalog.Kinds(), lint.Kinds()...) }

func pageOf(k *problem.Kind) string { return filepath.Join(pagesDir, filepath.FromSlash(k.Code)+".md") }

func TestEveryProblemHasAPage(t *testing.T) {
	expected := map[string]bool{}
	for _, k := range pagedKinds() {
		expected[pageOf(k)] = true
		if _, err := os.Stat(pageOf(k)); err != nil {
			t.Errorf("%s has no page", k.Code)
		}
	}
	all, err := filepath.Glob(filepath.Join(pagesDir, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		if !expected[name] {
			t.Errorf("%s explains no code", name)
		}
	}
}

// Every base is right as it stands, so that what an example reports is the example's doing.
func TestProblemBasesAreRight(t *testing.T) {
	b := loadBases(t)
	for name, data := range b.files {
		for _, p := range b.lint(t, name, data) {
			t.Errorf("%s: %v", name, p)
		}
	}
}

func TestProblemPages(t *testing.T) {
	b := loadBases(t)
	for _, k := range pagedKinds() {
		data, err := os.ReadFile(pageOf(k))
		if err != nil {
			continue // the test above says so
		}
		t.Run(k.Code, func(t *testing.T) {
			page := readPage(t, k, string(data))
			checkLinks(t, page["## 関連 / Related"], filepath.Dir(pageOf(k)))
			for _, heading := range []string{"## 理由 / Why", "## 例外 / Exceptions"} {
				checkBothLanguages(t, heading, page[heading])
			}
			bad, good := examplesIn(t, page["## 悪い例 / Bad"]), examplesIn(t, page["## 良い例 / Good"])
			if inWords[k.Code] != "" {
				checkBothLanguages(t, "Bad", page["## 悪い例 / Bad"])
				checkBothLanguages(t, "Good", page["## 良い例 / Good"])
				if len(bad)+len(good) > 0 {
					t.Error("an example that can be tried: take the code out of inWords")
				}
				return
			}
			if len(bad) == 0 || len(good) == 0 {
				t.Error("no bad or no good example")
			}
			for _, e := range bad {
				b.checkBad(t, k, e)
			}
			for _, e := range good {
				b.checkGood(t, k, e)
			}
		})
	}
}

// sections are the headings of a page, in order.
var sections = []string{"## 悪い例 / Bad", "## 良い例 / Good", "## 理由 / Why", "## 例外 / Exceptions", "## 関連 / Related"}

// readPage checks the head of a page and returns its sections by heading.
func readPage(t *testing.T, k *problem.Kind, text string) map[string]string {
	t.Helper()
	severity := "エラー / error"
	if k.Severity == problem.Warning {
		severity = "注意 / warning"
	}
	head := "# `" + k.Code + "`\n\n" + severity + "\n\n> " + k.Message.JA + k.Hint.JA + "\n>\n> " + k.Message.EN + " " + k.Hint.EN + "\n"
	rest, ok := strings.CutPrefix(text, head)
	if !ok {
		t.Errorf("the page has to begin with:\n%s", head)
	}
	var headings []string
	page := map[string]string{}
	for _, part := range strings.Split("\n"+rest, "\n## ")[1:] {
		heading, body, _ := strings.Cut(part, "\n")
		headings = append(headings, "## "+heading)
		page["## "+heading] = strings.TrimSpace(body)
	}
	if strings.Join(headings, "\n") != strings.Join(sections, "\n") {
		t.Errorf("the sections are %q, not %q", headings, sections)
	}
	for heading, body := range page {
		if body == "" {
			t.Errorf("%s is empty", heading)
		}
	}
	return page
}

func hasJapanese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) })
}

// checkBothLanguages wants Japanese paragraphs first and then as many in English.
func checkBothLanguages(t *testing.T, heading, body string) {
	t.Helper()
	paragraphs := strings.Split(body, "\n\n")
	half := len(paragraphs) / 2
	if len(paragraphs) == 0 || len(paragraphs)%2 != 0 {
		t.Errorf("%s: not as many paragraphs in Japanese as in English", heading)
		return
	}
	for i, p := range paragraphs {
		japanese := strings.Contains(strings.ReplaceAll(p, "`", ""), "。") && hasJapanese(p)
		if p == "" || japanese != (i < half) {
			t.Errorf("%s: Japanese first, then English: %q", heading, p)
		}
	}
}

var link = regexp.MustCompile(`\[([^\]]+)\]\(([^)]+)\)`)

// checkLinks wants at least one link, and that each leads to a file; a link named by a code leads to the page of it.
func checkLinks(t *testing.T, body, dir string) {
	t.Helper()
	links := link.FindAllStringSubmatch(body, -1)
	if len(links) == 0 {
		t.Error("no related link")
	}
	for _, l := range links {
		file, anchor, _ := strings.Cut(l[2], "#")
		target := filepath.Join(dir, filepath.FromSlash(file))
		text, err := os.ReadFile(target)
		if err != nil || anchor != "" && !slices.Contains(anchors(string(text)), anchor) {
			t.Errorf("%s leads nowhere", l[2])
		}
		if code := strings.Trim(l[1], "`"); code != l[1] && target != filepath.Join(pagesDir, filepath.FromSlash(code)+".md") {
			t.Errorf("%s leads to another page: %s", l[1], l[2])
		}
	}
}

// example is a fragment of a page with the place where it goes.
type example struct {
	base     string
	at       string // JSON Pointer to the value that it replaces, or "start" for the first character of the file
	found    string // JSON Pointer that the problem names; with * at the end: that it begins with
	repeat   int    // stands that many times in an array, 0: once and without one
	fragment string
}

var (
	placeOf = regexp.MustCompile(`<!-- base: (\S+) at: (\S+)(?: found: (\S+))?(?: repeat: (\d+))? -->`)
	codeOf  = regexp.MustCompile("(?s)^\n```(json|text)\n(.*?)\n```")
	byteOf  = regexp.MustCompile(`\\x[0-9A-F]{2}`)
)

// examplesIn returns the examples of a section. A block of "json" is taken as it is; in a block of "text" \xEF stands for
// one byte, and "" in a place for the whole file.
func examplesIn(t *testing.T, body string) []example {
	t.Helper()
	var out []example
	for _, place := range placeOf.FindAllStringSubmatchIndex(body, -1) {
		group := func(i int) string {
			if place[2*i] < 0 {
				return ""
			}
			return body[place[2*i]:place[2*i+1]]
		}
		code := codeOf.FindStringSubmatch(body[place[1]:])
		if code == nil {
			t.Errorf("no fragment right below %s", body[place[0]:place[1]])
			continue
		}
		e := example{base: group(1), at: strings.Trim(group(2), `"`), found: group(3), fragment: code[2]}
		if e.found == "" {
			e.found = e.at
		}
		e.found = strings.Trim(e.found, `"`)
		e.repeat, _ = strconv.Atoi(group(4))
		if code[1] == "text" {
			e.fragment = byteOf.ReplaceAllStringFunc(e.fragment, func(s string) string {
				n, _ := strconv.ParseUint(s[2:], 16, 8)
				return string([]byte{byte(n)})
			})
		}
		out = append(out, e)
	}
	if n := strings.Count(body, "```"); n != 2*len(out) {
		t.Errorf("%d marks of code for %d examples that can be tried", n, len(out))
	}
	return out
}

// bases are the whole files into which the fragments go.
type bases struct {
	files    map[string][]byte
	catalogs map[catalog.Ref]*catalog.Checked
	guides   map[catalog.Ref]*catalog.Guide
}

func loadBases(t *testing.T) bases {
	t.Helper()
	b := bases{map[string][]byte{}, map[catalog.Ref]*catalog.Checked{}, map[catalog.Ref]*catalog.Guide{}}
	names, err := filepath.Glob(filepath.Join(root, "testdata", "problems", "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatal("no bases", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b.files[strings.TrimSuffix(filepath.Base(name), ".json")] = data
		switch formatOf(data) {
		case catalog.Format:
			c, problems := catalog.Load(data, digest.SHA256)
			if c == nil {
				t.Fatalf("%s: %v", name, problems)
			}
			b.catalogs[c.Ref()] = c
		case catalog.GuideFormat:
			g, problems := catalog.LoadGuide(data)
			if g == nil {
				t.Fatalf("%s: %v", name, problems)
			}
			b.guides[g.Ref()] = g
		}
	}
	return b
}

func formatOf(data []byte) string {
	document, _ := jsondoc.Parse(data)
	if format := document.Get("format"); format != nil {
		return format.Text
	}
	return ""
}

// catalog returns the catalogue of that name; where there is none, the one that the base itself names, as a program would
// that passes the wrong catalogue.
func (b bases) catalog(wanted, usual catalog.Ref) *catalog.Checked {
	if c := b.catalogs[wanted]; c != nil {
		return c
	}
	return b.catalogs[usual]
}

// lint checks a file that was made of a base, in the way of the command lint.
func (b bases) lint(t *testing.T, base string, data []byte) problem.List {
	t.Helper()
	original := b.files[base]
	switch format := formatOf(original); format {
	case catalog.Format:
		return lintCatalog(data)
	case catalog.ExtensionFormat:
		usual, _ := catalog.ParseExtension(original)
		return b.lintExtension(data, usual)
	case catalog.ChangesFormat:
		usual, _ := catalog.ParseChanges(original)
		s, problems := catalog.ParseChanges(data)
		if !problems.OK() {
			return problems
		}
		_, more := catalog.CheckChanges(s, b.catalog(s.From.Ref(), usual.From.Ref()), b.catalog(s.To.Ref(), usual.To.Ref()))
		return append(problems, more...)
	case catalog.CrosswalkFormat:
		usual, _ := catalog.ParseCrosswalk(original)
		return b.lintCrosswalk(data, usual)
	case catalog.GuideFormat:
		_, problems := catalog.LoadGuide(data)
		return problems
	default:
		t.Fatalf("there is no base %q of the format %q", base, format)
		return nil
	}
}

func lintCatalog(data []byte) problem.List {
	c, problems := catalog.Load(data, digest.SHA256)
	if c == nil {
		return problems
	}
	s, _ := catalog.Parse(data)
	return append(problems, lint.Source(s)...)
}

func (b bases) lintExtension(data []byte, usual *catalog.Extension) problem.List {
	e, problems := catalog.ParseExtension(data)
	if !problems.OK() {
		return problems
	}
	base := b.catalog(e.Base.Ref(), usual.Base.Ref())
	made, links, more := catalog.Compile(e, base, digest.SHA256, lint.Source)
	problems = append(problems, more...)
	if made == nil {
		return problems
	}
	_, more = catalog.CheckCrosswalk(links, made, base)
	return append(problems, more...)
}

func (b bases) lintCrosswalk(data []byte, usual *catalog.CrosswalkSource) problem.List {
	s, problems := catalog.ParseCrosswalk(data)
	if !problems.OK() {
		return problems
	}
	from := b.catalog(s.From.Ref(), usual.From.Ref())
	guide := b.guides[s.To.Ref()]
	if guide == nil && b.catalogs[s.To.Ref()] == nil {
		guide = b.guides[usual.To.Ref()]
	}
	var more problem.List
	if guide != nil {
		_, more = catalog.CheckCrosswalkToGuide(s, from, guide)
	} else {
		_, more = catalog.CheckCrosswalk(s, from, b.catalog(s.To.Ref(), usual.To.Ref()))
	}
	return append(problems, more...)
}

// made is a base with a fragment in it.
type made struct {
	data        []byte
	first, last int // the lines of the fragment
}

func (b bases) make(t *testing.T, e example) made {
	t.Helper()
	base := b.files[e.base]
	if base == nil {
		t.Fatalf("there is no base %q", e.base)
	}
	from, to := spanOf(t, base, e.at)
	fragment := e.fragment
	if e.repeat > 0 {
		fragment = "[" + strings.Repeat(fragment+", ", e.repeat-1) + fragment + "]"
	}
	m := made{data: []byte(string(base[:from]) + fragment + string(base[to:]))}
	m.first = 1 + bytes.Count(base[:from], []byte("\n"))
	m.last = m.first + strings.Count(fragment, "\n")
	return m
}

// spanOf returns where the value that a pointer leads to stands in a text.
func spanOf(t *testing.T, text []byte, pointer string) (from, to int) {
	t.Helper()
	if pointer == "start" {
		return 0, 1
	}
	document, _ := jsondoc.Parse(text)
	value := document.At(pointer)
	if value == nil {
		t.Fatalf("nothing stands at %q", pointer)
	}
	lines := bytes.SplitAfter(text, []byte("\n"))
	for _, line := range lines[:value.Position.Line-1] {
		from += len(line)
	}
	from += len(string([]rune(string(lines[value.Position.Line-1]))[:value.Position.Column-1]))
	decoder := json.NewDecoder(bytes.NewReader(text[from:]))
	var raw json.RawMessage
	if err := decoder.Decode(&raw); err != nil {
		t.Fatal(err)
	}
	return from, from + int(decoder.InputOffset())
}

// checkBad wants the problem where the page says, in the lines of the fragment or at the value that the pointer leads to.
func (b bases) checkBad(t *testing.T, k *problem.Kind, e example) {
	t.Helper()
	m := b.make(t, e)
	problems := b.lint(t, e.base, m.data)
	for _, p := range problems {
		if p.Kind == k && e.names(p.Pointer) && m.holds(p) {
			return
		}
	}
	t.Errorf("%s at %s, lines %d to %d, is not reported, but:\n%s", k.Code, e.found, m.first, m.last, reported(problems))
}

func (e *example) names(pointer string) bool {
	if prefix, ok := strings.CutSuffix(e.found, "*"); ok {
		return strings.HasPrefix(pointer, prefix)
	}
	return pointer == e.found || e.at == "start" && e.found == "start" && pointer == ""
}

// holds reports whether the problem stands in the fragment or where its pointer leads to. How many problems there were more
// stands nowhere.
func (m made) holds(p problem.Problem) bool {
	if m.first <= p.Position.Line && p.Position.Line <= m.last || p.Kind == jsondoc.MoreKind || p.Kind == jsondoc.MoreWarningsKind {
		return true
	}
	document, _ := jsondoc.Parse(m.data)
	pointer := p.Pointer
	for pointer != "" && document.At(pointer) == nil {
		pointer = pointer[:strings.LastIndex(pointer, "/")]
	}
	v := document.At(pointer)
	return v != nil && v.Position == p.Position
}

// checkGood wants no error, and nothing of that kind.
func (b bases) checkGood(t *testing.T, k *problem.Kind, e example) {
	t.Helper()
	problems := b.lint(t, e.base, b.make(t, e).data)
	for _, p := range problems {
		if p.Kind == k || p.Kind.Severity == problem.Error {
			t.Errorf("the good example at %s of %s is not good:\n%s", e.at, e.base, reported(problems))
			return
		}
	}
}

func reported(problems problem.List) string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, strconv.Itoa(p.Position.Line)+":"+strconv.Itoa(p.Position.Column)+" "+p.Kind.Code+" "+p.Pointer)
	}
	return strings.Join(lines, "\n")
}
