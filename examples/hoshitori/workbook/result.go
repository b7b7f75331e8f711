package workbook

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/render"
)

// result writes the sheet that says where one stands.
func (b *book) result() {
	s := b.sheet(wordResultSheet, 20, 80, 50, 20)
	s.add(s.styles.title, text(b.title()))
	s.say(wordSubject, b.v.Subject)
	s.say(wordOn, string(b.v.AssessedOn))
	s.say(wordMade, string(b.v.Today))
	s.say(wordCheck, b.v.Edition)
	s.say(wordFirst, b.v.Notices...)
	if b.v.Score != nil {
		s.score(*b.v.Score)
	}
	for _, l := range b.v.Levels {
		s.list(l.Title, l.Verdict, l.Remaining, l.Assurance, l.Basis)
	}
	s.say(wordProgress, b.v.Progress)
	s.say(wordReservation, b.v.Disclaimer, b.v.CheckAfter)
	for i, d := range b.v.Sources {
		s.line(wordSource.In(b.v.Lang)+" "+strconv.Itoa(i+1), texts(d.Title, d.URL, d.Read)...)
	}
	s.say(wordDigest, b.v.Digest)
	s.paper()
}

// score writes the score in words and in numbers.
func (s *sheet) score(v render.ScoreView) {
	s.say(wordScore, append([]string{v.Headline}, v.Details...)...)
	s.count(wordScoreNow, v.Score)
	s.count(wordScoreMost, v.Max)
	// Before the first answer the range is the whole scale, and says nothing about the firm.
	if answered := s.v.Completeness.Unanswered < s.v.Completeness.Total; answered && !v.Settled {
		s.count(wordScoreLow, v.Low)
		s.count(wordScoreHigh, v.High)
	}
	s.say(wordBand, v.Band, v.Advice, v.BandDetails)
}

func (s *sheet) count(name lang.Text, n int64) { s.line(name.In(s.v.Lang), number(n)) }

func (s *sheet) say(name lang.Text, lines ...string) { s.list(name.In(s.v.Lang), lines...) }

// list writes those lines that say something, below one another, with their name beside the first.
func (s *sheet) list(name string, lines ...string) {
	for _, line := range lines {
		if line == "" {
			continue
		}
		s.line(name, text(line))
		name = ""
	}
}

// line writes a name and what belongs to it.
func (s *sheet) line(name string, cells ...cell) {
	s.add(s.styles.text, append(texts(""), cells...)...)
	s.put(1, s.styles.label, text(name))
}
