package lint

import (
	"strings"
	"unicode"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

// languages compares the two languages of every text.
func (l *linter) languages() {
	for _, t := range everything(l.s) {
		isWord := strings.HasPrefix(t.pointer, "/terms/") && strings.HasSuffix(t.pointer, "/term")
		if !isWord && !isJapanese(t.JA) {
			l.report(LanguageKind, t.pointer+"/ja", languageArg(lang.JA))
		}
		if !isEnglish(t.EN) {
			l.report(LanguageKind, t.pointer+"/en", languageArg(lang.EN))
		}
		if t.JA == "" || t.EN == "" {
			continue // catalog.Check says so
		}
		inJapanese, saidInJapanese := japaneseFigures(t.JA)
		inEnglish, saidInEnglish := englishFigures(t.EN)
		l.compare(t.pointer, lang.EN, inJapanese, saidInEnglish)
		l.compare(t.pointer, lang.JA, inEnglish, saidInJapanese)
	}
}

// compare reports the figures of one language that the other does not say.
func (l *linter) compare(pointer string, other lang.Lang, stated []figure, known map[string]bool) {
	var missing []string
	for _, f := range stated {
		if !f.isSmall() && !f.isIn(known) {
			missing = append(missing, f.text)
		}
	}
	if len(missing) > 0 {
		l.report(FiguresDifferKind, pointer+"/"+other.String(), lang.Value("figures", strings.Join(missing, ", ")), languageArg(other))
	}
}

func isJapaneseLetter(r rune) bool {
	return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han)
}

// isJapanese reports whether a text has kana or kanji, or no words at all. Capitals alone, such as SECURITY ACTION, are a
// name.
func isJapanese(text string) bool {
	return strings.ContainsFunc(text, isJapaneseLetter) || !strings.ContainsFunc(text, unicode.IsLower)
}

// isEnglish reports whether a text has Japanese letters only in names: in 「」, in brackets, or with an explanation in
// brackets behind it.
func isEnglish(text string) bool {
	quoted, bracketed := inside(text, "「", "」"), inside(text, "(", ")")
	end := 0 // of the run of Japanese letters
	for at, r := range text {
		if at < end || !isJapaneseLetter(r) {
			continue
		}
		end = at
		for _, next := range text[at:] {
			if !isJapaneseLetter(next) && !strings.ContainsRune("ー・々", next) {
				break
			}
			end += len(string(next))
		}
		if !quoted(at) && !bracketed(at) && !strings.HasPrefix(text[end:], " (") {
			return false
		}
	}
	return true
}
