package main

import (
	"path/filepath"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/official"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// officialEdition is the edition that the official workbook is about.
const officialEdition = "scs@2026-03-27"

var catalogFileKind = &problem.Kind{Code: "usage/catalog-file",
	Message: lang.Text{JA: "official の -o はカタログのファイルです。「{file}」はカタログの名前ではありません。", EN: "The -o of official is a catalogue file; \"{file}\" is no name for one."},
	Hint:    lang.Text{JA: ".json で終わる名前にしてください。", EN: "Let the name end in .json."}}

var (
	wordCompared   = lang.Text{JA: "公式ブックと{catalog}の照合", EN: "The official workbook and {catalog}, compared"}
	wordSheetRead  = lang.Text{JA: "読んだシート：{sheet}", EN: "Sheet that was read: {sheet}"}
	wordBookDigest = lang.Text{JA: "ブックの指紋：{digest}", EN: "Digest of the workbook: {digest}"}
	wordInBook     = lang.Text{JA: "ブックにある評価基準：{criteria}（カタログ：{items}）", EN: "Criteria in the workbook: {criteria} (in the catalogue: {items})"}
	wordBookLevel  = lang.Text{JA: "★{level}まで：要求事項{requirements}、評価基準{criteria}", EN: "Up to ★{level}: {requirements} requirements, {criteria} criteria"}
	wordNoneDiffer = lang.Text{JA: "違いはありません。文の意味までは、比べていません。", EN: "There is no difference. Whether the sentences mean the same was not compared."}
	wordDiffer     = lang.Text{JA: "{count}件の違いがあります。一件ずつ、標準エラーに書きました。", EN: "There are {count} differences, each on standard error."}
	wordOverlaid   = lang.Text{JA: "公式の文言を入れたカタログを {file} に書きました。使うときは、--catalog {file} と付けてください。", EN: "The catalogue with the official wording is in {file}. To use it, add --catalog {file}."}
)

// runOfficial compares the official workbook with a catalogue and, with -o, writes the catalogue with its wording.
func runOfficial(c *call) problem.List {
	name, out := c.arguments[0], c.value("o")
	if out != "" && !strings.EqualFold(filepath.Ext(out), ".json") {
		return fail(catalogFileKind, "file", out)
	}
	k, problems := c.officialCatalog()
	if k == nil {
		return problems
	}
	data, problems := c.read(name)
	if !problems.OK() {
		return problems
	}
	book, problems := official.Read(data, k)
	if book == nil {
		return problems.InFile(name)
	}
	problems = append(problems, book.Compare()...).InFile(name)
	c.reportOfficial(book, k, problems)
	if out != "" {
		problems = append(problems, c.writeWording(book, out)...)
	}
	return problems
}

// officialCatalog returns the catalogue to compare with.
func (c *call) officialCatalog() (*catalog.Checked, problem.List) {
	if len(c.arguments) > 1 {
		return c.catalogNamed(c.arguments[1])
	}
	return c.catalogNamed(officialEdition)
}

// writeWording writes the catalogue with the wording of the workbook. Whoever gets it is told whose wording it is.
func (c *call) writeWording(book *official.Book, out string) problem.List {
	_, data, problems := book.Overlay()
	if !problems.OK() {
		return problems.InFile(out)
	}
	if failed := c.write(out, append(data, '\n')); failed != nil {
		return failed
	}
	if !c.json {
		c.say(wordOverlaid, "file", out)
	}
	return append(problems.InFile(out), failIn(out, official.WordingKind)...)
}

// reportOfficial says what was compared and how it ended. What differs is among the problems.
func (c *call) reportOfficial(book *official.Book, k *catalog.Checked, problems problem.List) {
	if c.json {
		c.output.Write(jsonLine(officialValue(book, k, problems)))
		return
	}
	c.say(wordCompared, "catalog", k.Ref().String())
	c.say(wordSheetRead, "sheet", book.Sheet())
	c.say(wordBookDigest, "digest", book.Digest())
	c.say(wordInBook, "criteria", strconv.Itoa(book.Criteria()), "items", strconv.Itoa(len(k.Items())))
	for _, n := range book.Counts() {
		c.say(wordBookLevel, "level", n.Level, "requirements", strconv.Itoa(n.Requirements), "criteria", strconv.Itoa(n.Criteria))
	}
	if n := differences(problems); n > 0 {
		c.say(wordDiffer, "count", strconv.Itoa(n))
	} else {
		c.say(wordNoneDiffer)
	}
}

// differences counts the problems that say how the workbook differs; warnings only say how it was read.
func differences(problems problem.List) (n int) {
	for _, p := range problems {
		if p.Kind.Severity == problem.Error {
			n++
		}
	}
	return n
}

func officialValue(book *official.Book, k *catalog.Checked, problems problem.List) jsondoc.Value {
	var of, workbook, b jsondoc.Builder
	of.String("id", string(k.Ref().ID))
	of.String("version", string(k.Ref().Version))
	of.String("digest", k.Digest())
	workbook.String("sheet", book.Sheet())
	workbook.String("digest", book.Digest())
	workbook.Set("levels", jsondoc.ArrayOf(book.Counts(), func(n official.Count) jsondoc.Value {
		var l jsondoc.Builder
		l.String("id", n.Level)
		l.Int("requirements", int64(n.Requirements))
		l.Int("items", int64(n.Criteria))
		return l.Value()
	}))
	b.Set("catalog", of.Value())
	b.Set("workbook", workbook.Value())
	b.Set("problems", jsondoc.Problems(problems))
	return b.Value()
}
