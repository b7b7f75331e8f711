package workbook

import (
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/hoshitori/hoshitori/render"
)

// Write returns the report as a workbook, and how many texts had to be cut because they are longer than a cell may be.
func Write(v render.View) (data []byte, cut int, err error) {
	b := &book{file: excelize.NewFile(), v: v}
	defer b.file.Close()
	b.properties()
	b.addStyles()
	// A new file has one sheet already.
	b.try(b.file.SetSheetName(b.file.GetSheetName(0), wordResultSheet.In(v.Lang)))
	b.result()
	b.steps()
	b.answers()
	if b.err != nil {
		return nil, 0, b.err
	}
	buffer, err := b.file.WriteToBuffer()
	if err != nil {
		return nil, 0, err
	}
	return buffer.Bytes(), b.cut, nil
}

// book is a workbook being written. Its first error is kept, and what comes after it does not count.
type book struct {
	file   *excelize.File
	v      render.View
	styles styles
	cut    int
	err    error
}

func (b *book) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// dateless stands in for the day of a view that names none. It is the first day that a packed file can have.
const dateless = "1980-01-01"

// properties says what the workbook is. Its days are those of the view, so that the clock has no part in its bytes.
func (b *book) properties() {
	day := dateless
	for _, d := range []string{string(b.v.AssessedOn), string(b.v.Today)} {
		if _, err := time.Parse(time.DateOnly, d); err == nil {
			day = d
		}
	}
	made := day + "T00:00:00Z"
	b.try(b.file.SetDocProps(&excelize.DocProperties{
		Title: clean(b.title()), Creator: "Hoshitori", LastModifiedBy: "Hoshitori", Language: b.v.Lang.String(),
		Created: made, Modified: made,
	}))
}

func (b *book) title() string { return wordReport.In(b.v.Lang) + wordColon.In(b.v.Lang) + b.v.Title }
