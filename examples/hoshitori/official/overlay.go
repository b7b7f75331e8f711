package official

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// The marks of a catalogue that has the official wording.
const (
	documentID = "official-workbook"
	factKey    = "wording.official"
)

var (
	wordMark     = lang.Text{JA: "（公式ブックの文言入り）", EN: " (with the wording of the official workbook)"}
	wordDocument = lang.Text{JA: "公式ブック（利用者の手元のファイル）のシート「{sheet}」"}
	wordLicense  = lang.Text{JA: "発行者の利用条件による / under the publisher's terms"}
	wordFact     = lang.Text{
		JA: "項目の日本語の文は、利用者の手元にある公式ブック（{digest}）から写したものです。文言は発行者のもので、その利用条件に従います。ほかの文は、元のカタログのままです。",
		EN: "The Japanese item texts were copied from the user's own copy of the official workbook ({digest}). They are the publisher's, under the publisher's terms. All other texts are those of the catalogue."}
)

// Overlay returns the catalogue with the official wording as the Japanese text of its items, and its file. Ids, the English
// texts and everything else stay; the title, a source document, its place at each item and a fact say where the wording is
// from. It keeps its name, so that answers to the one are answers to the other. Nothing is returned unless each criterion of
// the catalogue is in the workbook exactly once, with a text of its own, and no other is.
func (b *Book) Overlay() (*catalog.Checked, []byte, problem.List) {
	if n := b.unfit(); n > 0 {
		return nil, nil, list(NotWrittenKind, lang.Value("count", strconv.Itoa(n)))
	}
	s, problems := catalog.Parse(b.scheme.JSON())
	if !problems.OK() {
		return nil, nil, problems
	}
	for i := range s.Items {
		item := &s.Items[i]
		item.Text.JA = verbatim(b.cell(b.rows[b.found[item.Number]], b.columns.text))
		item.Clause.Document = documentID
		item.Clause.Confidence = catalog.ConfidenceUnstated // the fact says what can be known about the file
	}
	b.mark(s)
	k, problems := catalog.Load(s.JSON(), digest.SHA256)
	if k == nil {
		return nil, nil, problems
	}
	return k, k.JSON(), problems
}

// unfit counts the criteria that do not correspond one to one, or have no text of their own.
func (b *Book) unfit() (n int) {
	for _, number := range b.scheme.order {
		at, ok := b.found[number]
		if !ok || b.columns.text == absent || verbatim(b.cell(b.rows[at], b.columns.text)) == "" ||
			b.sheet.borrowed(b.rows[at].row, b.columns.text) {
			n++
		}
	}
	for _, r := range b.rows {
		held := squeeze(b.cell(r, b.columns.number)) != "" || squeeze(b.cell(r, b.columns.text)) != ""
		if held && !b.isFirst(r) {
			n++
		}
	}
	return n
}

// mark says in the catalogue where its wording is from.
func (b *Book) mark(s *catalog.Source) {
	if !strings.HasSuffix(s.Title.JA, wordMark.JA) {
		s.Title.JA += wordMark.JA
		s.Title.EN += wordMark.EN
	}
	s.Documents = slices.DeleteFunc(s.Documents, func(d catalog.Document) bool { return d.ID == documentID })
	s.Documents = append(s.Documents, catalog.Document{ID: documentID,
		Title:   wordDocument.Fill([]lang.Arg{lang.Value("sheet", b.sheet.name)}).JA,
		SHA256:  strings.TrimPrefix(b.digest, "sha256:"),
		License: wordLicense.JA})
	// Whether the file is what the publisher published, only its reader can know.
	s.Facts = slices.DeleteFunc(s.Facts, func(f catalog.Fact) bool { return f.Key == factKey })
	s.Facts = append(s.Facts, catalog.Fact{Key: factKey, Value: wordFact.Fill([]lang.Arg{lang.Value("digest", b.digest)}),
		Confidence: catalog.Unverified, Document: documentID})
}

// verbatim returns a text as the workbook has it, with line feeds as its line ends and without what cannot be seen around
// it and in it.
func verbatim(cell string) string {
	cell = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(cell)
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, cell))
}
