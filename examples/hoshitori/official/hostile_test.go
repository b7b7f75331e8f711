package official_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/examples/hoshitori/official"
	"github.com/hoshitori/hoshitori/examples/hoshitori/official/officialtest"
)

// few is a workbook with the first criteria only, which is read fast.
func few(t testing.TB, edit func(*excelize.File)) []byte {
	t.Helper()
	return write(t, officialtest.Known(), officialtest.Lines(scs())[:12], edit)
}

// repack writes a workbook anew with its parts changed, and with parts added.
func repack(t testing.TB, data []byte, edit func(name, content string) string, added ...string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	put := func(name, content string) {
		w, err := out.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
	}
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		put(part.Name, edit(part.Name, string(content)))
	}
	for i := 0; i < len(added); i += 2 {
		put(added[i], added[i+1])
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	sheetPart   = "xl/worksheets/sheet1.xml"
	stringsPart = "xl/sharedStrings.xml"
)

// in returns an edit of one part, which must change it.
func in(part, old, replacement string) func(name, content string) string {
	return func(name, content string) string {
		if name != part {
			return content
		}
		if !strings.Contains(content, old) {
			panic(part + " has no " + old)
		}
		return strings.Replace(content, old, replacement, 1)
	}
}

func same(_, content string) string { return content }

// archive returns an archive of the named parts.
func archive(t testing.TB, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := out.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// lying adds a part whose size is not what the table of contents says.
func lying(t testing.TB, claimed uint64, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	if _, err := out.Create("xl/workbook.xml"); err != nil {
		t.Fatal(err)
	}
	w, err := out.CreateRaw(&zip.FileHeader{Name: stringsPart, Method: zip.Store, CompressedSize64: uint64(len(content)), UncompressedSize64: claimed})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encrypted(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: "hoshi"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// slow is how long no file may take, on a slow machine under load.
const slow = 20 * time.Second

// TestHostileFiles reads files that are no workbook, or one made to harm. Each has its own clear problem, in little time.
func TestHostileFiles(t *testing.T) {
	workbook := few(t, nil)
	const rowEnd = "</row>"
	tests := []struct {
		name, reason string
		data         []byte
		want         string // "" if it is read
	}{
		{"empty", "there is nothing", nil, "io/workbook-type"},
		{"text", "a .csv with another name", []byte("番号,文\n1-1-1-1,試験\n"), "io/workbook-type"},
		{"web page", "a server's error page is often saved under the name of the file", []byte("\xef\xbb\xbf \n<!DOCTYPE html><html></html>"), "io/workbook-type"},
		{"xml", "a workbook in the old XML format", []byte(`<?xml version="1.0"?><Workbook/>`), "io/workbook-type"},
		{"pdf", "the criteria are published as PDF too", []byte("%PDF-1.7\n"), "io/workbook-type"},
		{"picture", "no text at all", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "io/workbook-type"},
		{"old format", "a container without a package is .xls", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), "io/workbook-type"},
		{"password", "nothing can be read without it", encrypted(t), "io/workbook-encrypted"},
		{"zip", "any archive", archive(t, "a.txt"), "io/workbook-type"},
		{"xlsb", "the binary format is another one", archive(t, "xl/workbook.bin"), "io/workbook-type"},
		{"ods", "the format of LibreOffice is another one", archive(t, "mimetype", "content.xml"), "io/workbook-type"},
		{"docx", "a Word document", archive(t, "word/document.xml"), "io/workbook-type"},
		{"empty parts", "the parts are there, without content", archive(t, "xl/workbook.xml", sheetPart), "io/workbook-damaged"},
		{"cut off", "a download that broke off", workbook[:len(workbook)/2], "io/workbook-damaged"},
		{"cut short", "the last byte is missing", workbook[:len(workbook)-1], "io/workbook-damaged"},
		{"signature only", "no archive behind it", []byte("PK\x03\x04"), "io/workbook-damaged"},
		{"large file", "no official workbook has 16 MB", append([]byte("PK\x03\x04"), make([]byte, 16<<20)...), "io/workbook-too-large"},
		{"zip bomb", "100 MB of blanks in 100 kB", repack(t, workbook, in(stringsPart, "<si>", strings.Repeat(" ", 100<<20)+"<si>")), "io/workbook-too-large"},
		{"bombs in many parts", "each is small enough, all together are not",
			repack(t, workbook, same, "a.xml", "<a>"+strings.Repeat(" ", 30<<20)+"</a>", "b.xml", "<a>"+strings.Repeat(" ", 40<<20)+"</a>"), "io/workbook-too-large"},
		{"part that lies downwards", "what is longer than it says would grow without limit", lying(t, 3, "<sst></sst>"), "io/workbook-damaged"},
		{"part that lies upwards", "room for a size that is not there would be made in vain", lying(t, 1<<20, "<sst></sst>"), "io/workbook-damaged"},
		{"part of negative size", "as a signed number this size is negative", lying(t, 1<<63+5, "<sst></sst>"), "io/workbook-too-large"},
		{"many parts", "a table of contents can be a bomb as well", archive(t, append([]string{"xl/workbook.xml"}, numbered("xl/a%d.xml", 3000)...)...), "io/workbook-too-large"},
		{"many strings", "every empty string costs memory", repack(t, workbook, in(stringsPart, "<si>", strings.Repeat("<si/>", 500_000)+"<si>")), "io/workbook-too-large"},
		{"large dimension", "what the sheet says of its own size binds nobody",
			repack(t, workbook, in(sheetPart, "<sheetData>", `<dimension ref="A1:XFD1048576"/><sheetData>`)), ""},
		{"last row", "a row at 1,048,576 makes a million rows before it", repack(t, workbook, in(sheetPart, "</sheetData>", `<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>`)), "io/workbook-too-large"},
		{"last column", "a cell in XFD makes 16,384 cells", repack(t, workbook, in(sheetPart, rowEnd, `<c r="XFD2"><v>1</v></c>`+rowEnd)), "io/workbook-too-large"},
		{"row beyond the format", "there is no such row", repack(t, workbook, in(sheetPart, "</sheetData>", `<row r="99999999999999999999"/></sheetData>`)), "io/workbook-damaged"},
		{"row twice", "one of the two would be lost", repack(t, workbook, in(sheetPart, "</sheetData>", `<row r="2"/></sheetData>`)), "io/workbook-damaged"},
		{"cell of another row", "it would be read in the wrong row", repack(t, workbook, in(sheetPart, rowEnd, `<c r="R9"><v>1</v></c>`+rowEnd)), "io/workbook-damaged"},
		{"cells out of order", "they would be read in the wrong columns", repack(t, workbook, in(sheetPart, rowEnd, `<c r="B2"><v>1</v></c>`+rowEnd)), "io/workbook-damaged"},
		{"many merged ranges", "overlaps are looked for in every pair", repack(t, workbook, in(sheetPart, "<mergeCells ", mergedRanges(10_000)+"<mergeCells ")), "io/workbook-too-large"},
		{"merged whole columns", "a range ends where the cells end", repack(t, workbook, in(sheetPart, "<mergeCell ", `<mergeCell ref="T1:XFD1048576"/><mergeCell `)), ""},
		{"longest cell", "32,767 characters are what Excel allows", few(t, func(f *excelize.File) { set(f, "O3", strings.Repeat("長", 32_767)) }), ""},
		{"longer cell", "no spreadsheet program wrote that",
			repack(t, few(t, func(f *excelize.File) { set(f, "O3", "印") }), in(stringsPart, "印", strings.Repeat("長", 32_768))), "io/workbook-too-large"},
		{"one text in many cells", "a text stored once can stand in a hundred thousand cells", repack(t, few(t, func(f *excelize.File) { set(f, "O3", strings.Repeat("長", 32_000)) }),
			in(sheetPart, "</sheetData>", copies(t, workbook)+"</sheetData>")), "io/workbook-too-large"},
		{"many sheets", "no official workbook has 101 sheets", few(t, func(f *excelize.File) {
			for _, name := range numbered("S%d", 100) {
				if _, err := f.NewSheet(name); err != nil {
					panic(err)
				}
			}
		}), "io/workbook-too-large"},
		{"entities", "a text that grows tenfold ten times is refused, not unfolded", repack(t, workbook, in(stringsPart, "<sst ", entities+"<sst ")), ""},
		{"entity used", "own entities are not part of the format", repack(t, workbook, func(name, content string) string {
			return in(stringsPart, "<t>", "<t>&lol;")(name, in(stringsPart, "<sst ", entities+"<sst ")(name, content))
		}), "io/workbook-damaged"},
		{"deep nesting", "a hundred thousand levels of something unknown are passed over", repack(t, workbook, in(sheetPart, "<sheetData>", strings.Repeat("<a>", 100_000)+strings.Repeat("</a>", 100_000)+"<sheetData>")), ""},
		{"other character set", "it would be read as other characters", repack(t, workbook, in(sheetPart, `encoding="UTF-8"`, `encoding="Shift_JIS"`)), "io/workbook-damaged"},
		{"xml that breaks off", "the rows after it would be missing in silence", repack(t, workbook, func(name, content string) string {
			if name == sheetPart {
				return content[:len(content)*2/3]
			}
			return content
		}), "io/workbook-damaged"},
		{"no sheet behind the name", "the table of contents names a part that is not there", repack(t, workbook, func(name, content string) string {
			return strings.ReplaceAll(content, "worksheets/sheet1.xml", "worksheets/sheet9.xml")
		}), "io/workbook-damaged"},
		{"macros", "a macro is never looked at", repack(t, workbook, same, "xl/vbaProject.bin", "\xd0\xcf\x11\xe0macro"), ""},
		{"pictures", "a picture is no XML and need not be", repack(t, workbook, same, "xl/media/image1.png", "\x89PNG<a"), ""},
	}
	seen := map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || seen[test.name] {
			t.Fatalf("%q has no reason or no name of its own", test.name)
		}
		seen[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			begin := time.Now()
			book, problems := official.Read(test.data, scs())
			if took := time.Since(begin); took > slow {
				t.Errorf("it took %s", took)
			}
			if test.want == "" {
				if book == nil {
					t.Fatalf("%s: %v", test.reason, problems)
				}
				return
			}
			if len(problems) != 1 || problems[0].Kind.Code != test.want || book != nil {
				t.Errorf("%s: want %s, got %v", test.reason, test.want, problems)
			}
		})
	}
}

const entities = `<!DOCTYPE sst [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>`

func numbered(format string, n int) (out []string) {
	for i := range n {
		out = append(out, fmt.Sprintf(format, i))
	}
	return out
}

func mergedRanges(n int) string {
	var b strings.Builder
	b.WriteString("<mergeCells>")
	for i := range n {
		fmt.Fprintf(&b, `<mergeCell ref="A%d:A%d"/>`, 2*i+1, 2*i+2)
	}
	b.WriteString("</mergeCells>")
	return b.String()
}

// copies are rows whose cells all have the last of the shared strings.
func copies(t testing.TB, workbook []byte) string {
	t.Helper()
	last := 0
	repack(t, workbook, func(name, content string) string {
		if name == stringsPart {
			last = strings.Count(content, "<si>")
		}
		return content
	})
	var b strings.Builder
	for row := 100; row < 1100; row++ {
		fmt.Fprintf(&b, `<row r="%d">`, row)
		for column := 1; column <= 90; column++ {
			fmt.Fprintf(&b, `<c r="%s" t="s"><v>%d</v></c>`, officialtest.Cell(column, row), last)
		}
		b.WriteString("</row>")
	}
	return b.String()
}

// TestFormulaIsNotEvaluated has a formula whose result is not the value that was saved with it.
func TestFormulaIsNotEvaluated(t *testing.T) {
	data := write(t, officialtest.Known(), officialtest.Lines(scs()), func(f *excelize.File) {
		if err := f.SetCellFormula(officialtest.Sheet, "K3", `"★"&(1+3)`); err != nil {
			t.Fatal(err)
		}
	})
	data = repack(t, data, func(name, content string) string {
		if name != sheetPart {
			return content
		}
		before, after, _ := strings.Cut(content, `<c r="K3"`)
		_, after, _ = strings.Cut(after, "</c>")
		return before + `<c r="K3" t="str"><f>"★"&amp;(1+3)</f><v>★3</v></c>` + after
	})
	_, got := compare(t, data, scs())
	if diff := cmp.Diff([]string{"official/level K3"}, got); diff != "" {
		t.Errorf("the saved value was not used (-want +got):\n%s", diff)
	}
}

// TestReadingsAreNoText has the readings (furigana) that Japanese Excel keeps beside what was typed.
func TestReadingsAreNoText(t *testing.T) {
	data := repack(t, write(t, officialtest.Known(), officialtest.Lines(scs()), nil), func(name, content string) string {
		if name != stringsPart {
			return content
		}
		return strings.ReplaceAll(content, "</si>", `<rPh sb="0" eb="1"><t>ヨミ99</t></rPh><phoneticPr fontId="1"/></si>`)
	})
	_, got := compare(t, data, scs())
	if len(got) != 0 {
		t.Errorf("readings were taken for text: %q", got)
	}
}

// TestRichText has the pieces that a cell is in where part of it is bold.
func TestRichText(t *testing.T) {
	data := write(t, officialtest.Known(), officialtest.Lines(scs()), func(f *excelize.File) {
		if err := f.SetCellRichText(officialtest.Sheet, "E3", []excelize.RichTextRun{{Text: "社内", Font: &excelize.Font{Bold: true}}, {Text: "ルール"}}); err != nil {
			t.Fatal(err)
		}
	})
	_, got := compare(t, data, scs())
	if len(got) != 0 {
		t.Errorf("the pieces were not put together: %q", got)
	}
}

// TestRandomCorruption damages a workbook at random, as an archive and inside its parts. Whatever comes of it, there is a
// book or a problem, and never a panic.
func TestRandomCorruption(t *testing.T) {
	workbook := few(t, nil)
	for seed := range int64(400) {
		r := rand.New(rand.NewSource(seed))
		data := bytes.Clone(workbook)
		if seed%2 == 0 {
			for range 1 + r.Intn(8) {
				data[r.Intn(len(data))] ^= 1 << r.Intn(8)
			}
		} else {
			data = repack(t, workbook, func(name, content string) string { return corrupt(r, content) })
		}
		checkAny(t, data)
	}
}

// corrupt changes a few places of a part, rather the marks than the text between them.
func corrupt(r *rand.Rand, content string) string {
	b := []byte(content)
	for range r.Intn(3) {
		i := r.Intn(len(b))
		switch r.Intn(4) {
		case 0:
			b[i] ^= 1 << r.Intn(8)
		case 1:
			b = append(b[:i], b[min(len(b), i+r.Intn(40)):]...)
		case 2:
			j := min(len(b), i+r.Intn(200))
			b = append(b[:j:j], b[i:]...)
		case 3:
			b[i] = "0123456789ABZ:<>/\""[r.Intn(18)]
		}
	}
	return string(b)
}

// checkAny holds a file of any content to what every file is held to.
func checkAny(t testing.TB, data []byte) {
	t.Helper()
	book, problems := official.Read(data, scs())
	for _, p := range problems {
		unreadable := !strings.HasPrefix(p.Kind.Code, "official/") || p.Kind == official.SheetKind
		if unreadable == (book != nil) {
			t.Fatalf("there is a book: %v, with the problem %v", book != nil, p)
		}
	}
	if book == nil {
		if problems.OK() {
			t.Fatal("there is neither a book nor a problem")
		}
		return
	}
	for _, p := range book.Compare() {
		if p.Position.Line < 1 || p.Position.Column < 1 || strings.Contains(p.Message().JA+p.Message().EN, "{") && !bytes.Contains(data, []byte("{")) {
			t.Fatalf("a difference has no place or an argument too few: %v", p)
		}
	}
	book.Counts()
	if k, file, problems := book.Overlay(); (k == nil) != (file == nil) || (k == nil) == problems.OK() {
		t.Fatalf("neither a catalogue nor a reason: %v", problems)
	}
}

// FuzzRead reads any file.
func FuzzRead(f *testing.F) {
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("1-1-1-1,★4"))
	f.Add(archive(f, "xl/workbook.xml"))
	f.Add(few(f, nil))
	f.Fuzz(func(t *testing.T, data []byte) { checkAny(t, data) })
}

// FuzzSheet reads a workbook whose sheet and texts are any.
func FuzzSheet(f *testing.F) {
	workbook := few(f, nil)
	const head = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	f.Add(head+`<row r="3"><c r="L3" t="inlineStr"><is><t>1-1-1-1</t></is></c></row></sheetData></worksheet>`, "<sst/>")
	f.Add(head+`<row><c t="s"><v>0</v></c><c><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells></worksheet>`, "<sst><si><t>No.1-1-1-1</t></si></sst>")
	f.Add(head+`</sheetData></worksheet>`, "")
	f.Fuzz(func(t *testing.T, sheet, texts string) {
		checkAny(t, repack(t, workbook, func(name, content string) string {
			switch name {
			case sheetPart:
				return sheet
			case stringsPart:
				return texts
			}
			return content
		}))
	})
}
