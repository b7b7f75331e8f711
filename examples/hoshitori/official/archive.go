package official

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// inspect goes through the whole file before excelize does. Excelize keeps all of a file in memory, lays out rows and cells
// up to the last one that is named, and passes over parts that end early or whose check sum is wrong; what this function
// lets through is small and whole.
func inspect(data []byte) problem.List {
	if len(data) > maxFile {
		return tooLarge(lang.Text{JA: "ファイルの大きさ", EN: "size of the file"}, maxFile)
	}
	if kind, ok := notZip(data); ok {
		return kind
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return damaged(err)
	}
	if problems := inspectParts(archive.File); problems != nil {
		return problems
	}
	i := &inspection{}
	for _, part := range archive.File {
		if problems := i.part(part); problems != nil {
			return problems
		}
	}
	return nil
}

// inspectParts judges the parts by the table of contents.
func inspectParts(parts []*zip.File) problem.List {
	if len(parts) > maxParts {
		return tooLarge(lang.Text{JA: "中のファイルの数", EN: "number of files inside"}, maxParts)
	}
	names := map[string]bool{}
	room := uint64(maxUnpacked)
	for _, part := range parts {
		if part.UncompressedSize64 > room {
			return tooLarge(lang.Text{JA: "展開した大きさ", EN: "unpacked size"}, maxUnpacked)
		}
		room -= part.UncompressedSize64
		names[strings.ToLower(part.Name)] = true
	}
	switch {
	case names["xl/workbook.xml"]:
		return nil
	case names["xl/workbook.bin"]:
		return wrongType(lang.Text{JA: "バイナリー形式のブック（.xlsb）", EN: "a binary workbook (.xlsb)"})
	case names["mimetype"] && names["content.xml"]:
		return wrongType(lang.Text{JA: "OpenDocumentの文書（.odsなど）", EN: "an OpenDocument file (such as .ods)"})
	case names["word/document.xml"]:
		return wrongType(lang.Text{JA: "Wordの文書", EN: "a Word document"})
	}
	return wrongType(lang.Text{JA: "ZIPファイル", EN: "a ZIP archive"})
}

// notZip tells what a file is that is no ZIP archive.
func notZip(data []byte) (problems problem.List, ok bool) {
	text := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xef\xbb\xbf")), " \t\r\n"))
	switch {
	case len(data) == 0:
		return wrongType(lang.Text{JA: "空のファイル", EN: "an empty file"}), true
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return nil, false
	// The container of .xls, and of an .xlsx that has a password.
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		if bytes.Contains(data, utf16le("EncryptedPackage")) {
			return list(EncryptedKind), true
		}
		return wrongType(lang.Text{JA: "古い形式の文書（.xlsなど）", EN: "a document in an old format (such as .xls)"}), true
	case bytes.HasPrefix(text, []byte("%pdf")):
		return wrongType(lang.Text{JA: "PDF", EN: "a PDF"}), true
	case bytes.HasPrefix(text, []byte("<!doctype html")), bytes.HasPrefix(text, []byte("<html")):
		return wrongType(lang.Text{JA: "ウェブページ（HTML）", EN: "a web page (HTML)"}), true
	case bytes.HasPrefix(text, []byte("<")):
		return wrongType(lang.Text{JA: "XMLファイル", EN: "an XML file"}), true
	case !bytes.ContainsRune(data[:min(len(data), 1024)], 0):
		return wrongType(lang.Text{JA: "文字だけのファイル（.csvなど）", EN: "a text file (such as .csv)"}), true
	}
	return wrongType(lang.Text{JA: "別の種類のファイル", EN: "a file of another kind"}), true
}

func utf16le(s string) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}

// inspection counts over all parts.
type inspection struct{ elements int }

// part reads one part to its end, so that its check sum is verified, and measures it if it is XML.
func (i *inspection) part(part *zip.File) problem.List {
	r, err := part.Open()
	if err != nil {
		return damaged(err)
	}
	defer r.Close()
	problems := i.xml(r, isXML(part.Name))
	if problems != nil {
		return problems
	}
	if _, err := io.Copy(io.Discard, r); err != nil {
		return damaged(err)
	}
	return nil
}

func isXML(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".xml", ".rels", ".vml":
		return true
	}
	return false
}

var errCharset = errors.New("the text is not UTF-8")

// xml measures a part. A part that need not be XML is measured as far as it is, because any part can be named as a sheet.
func (i *inspection) xml(r io.Reader, must bool) problem.List {
	tokens := xml.NewDecoder(r)
	tokens.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errCharset }
	var s *sheetShape
	for {
		token, err := tokens.Token()
		if err == io.EOF || err != nil && !must && !errors.Is(err, errCharset) {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if i.elements++; i.elements > maxElements {
			return tooLarge(lang.Text{JA: "要素の数", EN: "number of elements"}, maxElements)
		}
		if s == nil {
			s = &sheetShape{sheet: start.Name.Local == "worksheet"}
		}
		if problems := s.add(start); problems != nil {
			return problems
		}
	}
}

// sheetShape is where the elements of a part stand, if it is a sheet.
type sheetShape struct {
	sheet       bool
	row, column int
	merged      int
}

var errOrder = errors.New("rows or cells are out of order")

// add follows rows and cells. A row or cell without a place comes after the one before it. Those out of order would be read
// as others; no program writes them so.
func (s *sheetShape) add(start xml.StartElement) problem.List {
	if !s.sheet {
		return nil
	}
	switch start.Name.Local {
	case "row":
		row, err := s.rowOf(start)
		if err != nil || row <= s.row {
			return damaged(errOrder)
		}
		s.row, s.column = row, 0
		if row > maxRows {
			return tooLarge(lang.Text{JA: "行の数", EN: "number of rows"}, maxRows)
		}
	case "c":
		column, row, err := s.cellOf(start)
		if err != nil || column <= s.column || row != s.row {
			return damaged(errOrder)
		}
		s.column = column
		if column > maxColumns {
			return tooLarge(lang.Text{JA: "列の数", EN: "number of columns"}, maxColumns)
		}
	case "mergeCell":
		if s.merged++; s.merged > maxMerged {
			return tooLarge(lang.Text{JA: "結合したセルの数", EN: "number of merged ranges"}, maxMerged)
		}
	}
	return nil
}

func (s *sheetShape) rowOf(start xml.StartElement) (int, error) {
	at, ok := placeOf(start)
	if !ok {
		return s.row + 1, nil
	}
	return strconv.Atoi(strings.TrimSpace(at))
}

func (s *sheetShape) cellOf(start xml.StartElement) (column, row int, err error) {
	at, ok := placeOf(start)
	if !ok {
		return s.column + 1, s.row, nil
	}
	return excelize.CellNameToCoordinates(at)
}

// placeOf returns the place that a row or a cell states for itself.
func placeOf(start xml.StartElement) (at string, ok bool) {
	for _, a := range start.Attr {
		if a.Name.Local == "r" && a.Value != "" {
			at, ok = a.Value, true
		}
	}
	return at, ok
}
