package lint

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// figuresOf writes the figures of a text, those that the other language must say first, then all numbers.
func figuresOf(stated []figure, known map[string]bool) string {
	var out []string
	for i := range stated {
		if !stated[i].isSmall() {
			out = append(out, stated[i].text)
		}
	}
	return strings.Join(out, " ") + " | " + strings.Join(slices.Sorted(maps.Keys(known)), " ")
}

func TestJapaneseFigures(t *testing.T) {
	for _, test := range []struct{ text, want, reason string }{
		{"14日以内", "14 | 14", "digits"},
		{"１４日", "14 | 14", "full-width digits"},
		{"７．０以上", "7.0 | 7", "a fraction of nothing is none"},
		{"7.5と07", "7.5 07 | 7 7.5", "zeros before a number are nothing"},
		{"1,000円と1,00円", "1,000 | 0 1 1000", "commas stand between thousands"},
		{"3千万円", "3 | 3 3000 30000000", "powers multiply"},
		{"2割", "2 | 2 20", "a tenth is ten percent"},
		{"1回", " | 1", "languages differ in saying one"},
		{"3つ", " | 3", "counts what is named"},
		{"「1234」と56", "56 | 1234 56", "an example is none to repeat"},
		{"令和8年", "8 | 2026", "a year of an era"},
		{"平成30年", "30 | 2018", "an earlier era"},
		{"二十四時間", " | 24", "kanji"},
		{"二〇二六年", " | 2026", "kanji, digit by digit"},
		{"三千万円", " | 3000 30000000", "kanji with powers"},
		{"百", " | 100", "a hundred"},
		{"両方", " | 2", "both"},
		{"", " | ", "nothing"},
	} {
		if got := figuresOf(japaneseFigures(test.text)); got != test.want {
			t.Errorf("%q has %q, want %q: %s", test.text, got, test.want, test.reason)
		}
	}
}

func TestEnglishFigures(t *testing.T) {
	for _, test := range []struct{ text, want, reason string }{
		{"within 14 days", "14 | 14", "digits"},
		{"a score of 7.0.", "7.0 | 7", "a full stop is no point"},
		{"30 million yen", "30 | 30 30000000", "powers multiply"},
		{"twenty-four hours", " | 20 24 4", "words"},
		{"the Sixth of March", " | 3 6", "ordinals and months"},
		{"a \"1234\" and 56", "56 | 1234 56", "an example is none to repeat"},
		{"both", " | 2", "both"},
		{"1\" and 2", "2 | 1 2", "a lone mark quotes nothing"},
	} {
		if got := figuresOf(englishFigures(test.text)); got != test.want {
			t.Errorf("%q has %q, want %q: %s", test.text, got, test.want, test.reason)
		}
	}
}

func TestLimitUnit(t *testing.T) {
	for _, test := range []struct{ text, want, reason string }{
		{"14日以内", "14日", "days"},
		{"8文字以上", "8文字", "characters"},
		{"10回失敗", "10回", "times"},
		{"6桁", "6桁", "digits"},
		{"7.0以上", "7.0", "a fraction needs no unit"},
		{"6か月", "6か月", "months"},
		{"5年以上", "5年", "years"},
		{"3つの条件", "", "counts what is named"},
		{"4月14日", "", "a day of the calendar"},
		{"2026年", "", "a year of the calendar"},
		{"TLS1.2", "", "a part of a name"},
		{"第2回", "", "an ordinal"},
		{"2回目", "", "an ordinal, too"},
		{"3-1-2", "", "a number of the source"},
		{"5.10版", "", "an edition"},
		{"1.2.3", "", "a version"},
	} {
		got := ""
		text := folded(test.text)
		for _, f := range figuresIn(text, nil) {
			if unit, ok := limitUnit(text, &f); ok {
				got += f.text + unit
			}
		}
		if got != test.want {
			t.Errorf("%q has the limit %q, want %q: %s", test.text, got, test.want, test.reason)
		}
	}
}

func TestAbbreviationsIn(t *testing.T) {
	for text, want := range map[string]string{
		"OSとWPA2": "OS WPA2", "IoT機器": "IoT", "PowerPoint": "", "https://EXAMPLE.jp/ABC を見る": "", "第II章": "", "Aさん": "", "MFA（確認）": "MFA",
	} {
		var got []string
		for _, a := range abbreviationsIn(text) {
			got = append(got, a.word)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q has %v, want %q", text, got, want)
		}
	}
}
