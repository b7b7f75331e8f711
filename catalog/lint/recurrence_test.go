package lint

import "testing"

func TestRecurrencesIn(t *testing.T) {
	year, month := period{months: 12}, period{months: 1}
	for _, test := range []struct {
		text   string
		want   period
		reason string
	}{
		{"年1回以上点検しています", year, "once a year"},
		{"年１回", year, "full-width digits"},
		{"年に一回", year, "kanji"},
		{"1年に1回", year, "a counted year"},
		{"3年に1回", period{months: 36}, "every third year"},
		{"２年ごとに", period{months: 24}, "every second year"},
		{"年2回", period{months: 6}, "twice a year"},
		{"年4回", period{months: 3}, "four times a year"},
		{"半年に1回", period{months: 6}, "once in half a year"},
		{"半年ごとに", period{months: 6}, "every half year"},
		{"四半期ごとに", period{months: 3}, "every quarter"},
		{"四半期に1回", period{months: 3}, "once a quarter"},
		{"月1回", month, "once a month"},
		{"3か月に1回", period{months: 3}, "every third month"},
		{"3ヶ月ごと", period{months: 3}, "another spelling"},
		{"毎月見直します", month, "every month"},
		{"月次（毎月）で", month, "a monthly check"},
		{"週1回", period{days: 7}, "once a week"},
		{"2週間に1回", period{days: 14}, "every second week"},
		{"14日ごと", period{days: 14}, "every 14 days"},
		{"毎日確かめます", period{days: 1}, "every day"},
		{"毎月の給与", period{}, "it describes the pay"},
		{"過去1年に1回でもあった", period{}, "even once"},
		{"年1回も", period{}, "not even once"},
		{"年1回しか", period{}, "only once"},
		{"1年に1回限り", period{}, "once for all"},
		{"2026年1回目", period{}, "a year of the calendar"},
		{"2026年に1回", period{}, "a year of the calendar, too"},
		{"1日10回失敗", period{}, "a limit, no recurrence"},
		{"10回失敗", period{}, "no span"},
		{"14日以内に", period{}, "a limit of time"},
		{"部署ごとに", period{}, "no span before it"},
		{"6か月保管", period{}, "how long, not how often"},
		{"", period{}, "nothing"},
	} {
		found := recurrencesIn(folded(test.text))
		if test.want == (period{}) {
			if len(found) > 0 {
				t.Errorf("%q: found %v: %s", test.text, found, test.reason)
			}
		} else if len(found) == 0 || found[0].period != test.want {
			t.Errorf("%q: found %v, want %v: %s", test.text, found, test.want, test.reason)
		}
	}
}

func TestPeriodOf(t *testing.T) {
	for duration, want := range map[string]period{
		"P1Y": {months: 12}, "P12M": {months: 12}, "P1Y6M": {months: 18}, "P2W": {days: 14}, "P14D": {days: 14}, "P1M1D": {1, 1},
		"": {}, "P": {}, "1": {}, "P99999999999999999999999Y": {months: 12_000_000},
	} {
		if got := periodOf(duration); got != want {
			t.Errorf("%q is %v, want %v", duration, got, want)
		}
	}
}
