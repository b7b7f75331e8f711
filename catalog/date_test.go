package catalog_test

import (
	"math/rand"
	"strconv"
	"testing"
	"time"

	"github.com/hoshitori/hoshitori/catalog"
)

func TestDateAfter(t *testing.T) {
	names := map[string]bool{}
	for _, test := range []struct {
		name, reason   string
		date, duration string
		want           catalog.Date
	}{
		{"a year", "the same day of the next year", "2026-11-22", "P1Y", "2027-11-22"},
		{"twelve months", "twelve months are a year", "2026-11-22", "P12M", "2027-11-22"},
		{"a year from a leap day", "the last day that February has", "2024-02-29", "P1Y", "2025-02-28"},
		{"four years from a leap day", "the next leap day", "2024-02-29", "P4Y", "2028-02-29"},
		{"a year into a leap year", "not the last day of February, but the same day", "2023-02-28", "P1Y", "2024-02-28"},
		{"a century without a leap day", "2100 is no leap year", "2096-02-29", "P4Y", "2100-02-28"},
		{"a century with a leap day", "2000 was one", "1996-02-29", "P4Y", "2000-02-29"},
		{"a month from the 31st", "April has 30 days", "2026-03-31", "P1M", "2026-04-30"},
		{"a month from the end of January", "February has 28", "2026-01-31", "P1M", "2026-02-28"},
		{"a month in a leap year", "or 29", "2028-01-31", "P1M", "2028-02-29"},
		{"a month from the 30th", "stays the 30th, which is not the end of March", "2026-04-30", "P1M", "2026-05-30"},
		{"a month over the new year", "December is followed by January", "2026-12-31", "P1M", "2027-01-31"},
		{"eleven months", "the month before, a year later", "2026-02-15", "P11M", "2027-01-15"},
		{"thirteen months", "a year and a month", "2026-12-01", "P13M", "2028-01-01"},
		{"a week", "seven days", "2026-11-22", "P1W", "2026-11-29"},
		{"two weeks over the new year", "days are counted on", "2026-12-25", "P2W", "2027-01-08"},
		{"fourteen days", "two weeks", "2026-12-25", "P14D", "2027-01-08"},
		{"a day over a leap day", "the 29th comes after the 28th", "2028-02-28", "P1D", "2028-02-29"},
		{"two days over a leap day", "then March", "2028-02-28", "P2D", "2028-03-01"},
		{"a day without a leap day", "March comes after the 28th", "2026-02-28", "P1D", "2026-03-01"},
		{"365 days over a leap day", "a day less than a year", "2027-03-01", "P365D", "2028-02-29"},
		{"a year and a day", "the years first, cut to the month, then the days", "2024-02-29", "P1Y1D", "2025-03-01"},
		{"a month and a day", "the months first, cut to the month, then the days", "2026-01-31", "P1M1D", "2026-03-01"},
		{"all units", "in the order of the duration", "2026-01-01", "P1Y1M1W1D", "2027-02-09"},
		{"nothing", "no time later is the same day", "2026-11-22", "P0D", "2026-11-22"},
		{"leading zeros", "a zero in front counts nothing", "2026-11-22", "P01Y", "2027-11-22"},
		{"the last day", "the last one that can be written", "9999-12-30", "P1D", "9999-12-31"},
		{"after the last day", "a year of five digits is no date of ours", "9999-12-31", "P1D", ""},
		{"years after the last day", "the same by years", "9999-01-01", "P1Y", ""},
		{"months after the last day", "the same by months", "9999-12-01", "P1M", ""},
		{"ages", "nor is what cannot be counted", "2026-11-22", "P999999999Y", ""},
		{"ages in days", "nor is what would take long to count", "2026-11-22", "P999999999D", ""},
		{"a number that overflows", "nothing is computed with it", "2026-11-22", "P99999999999999999999Y", ""},
		{"no date", "nothing is known to be due", "", "P1Y", ""},
		{"no duration", "nothing is due again", "2026-11-22", "", ""},
		{"no such day", "a date that does not exist", "2026-02-29", "P1Y", ""},
		{"no such month", "a date that does not exist", "2026-13-01", "P1Y", ""},
		{"the day zero", "a date that does not exist", "2026-11-00", "P1Y", ""},
		{"the year zero", "a date that does not exist", "0000-01-01", "P1Y", ""},
		{"signs in a date", "a sign is no digit", "2026-+1-01", "P1Y", ""},
		{"a sign before the year", "a sign is no digit", "+026-01-01", "P1Y", ""},
		{"slashes", "another way to write a date", "2026/11/22", "P1Y", ""},
		{"a short date", "another way to write a date", "2026-1-1", "P1Y", ""},
		{"hours", "a recurrence has no hours", "2026-11-22", "PT1H", ""},
		{"no unit", "a number alone says nothing", "2026-11-22", "P1", ""},
		{"a negative duration", "nothing is due before", "2026-11-22", "P-1Y", ""},
		{"a fraction", "no half days", "2026-11-22", "P0.5D", ""},
	} {
		if test.reason == "" || names[test.name] {
			t.Errorf("%s: no reason, or a name used twice", test.name)
		}
		names[test.name] = true
		if got := catalog.Date(test.date).After(test.duration); got != test.want {
			t.Errorf("%s: %s after %q gives %q, want %q: %s", test.name, test.duration, test.date, got, test.want, test.reason)
		}
	}
}

// Days and weeks are those of the calendar of the standard library, years and months are those of it up to the end of the
// month.
func TestDateAfterAgreesWithTime(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 5000 {
		day := time.Date(1900+r.Intn(400), time.Month(1+r.Intn(12)), 1+r.Intn(31), 0, 0, 0, 0, time.UTC)
		d := catalog.Date(day.Format(time.DateOnly))
		n := r.Intn(1000)
		if got, want := d.After("P"+strconv.Itoa(n)+"D"), day.AddDate(0, 0, n).Format(time.DateOnly); string(got) != want {
			t.Errorf("%s and %d days: %s, want %s", d, n, got, want)
		}
		if got, want := d.After("P"+strconv.Itoa(n)+"W"), day.AddDate(0, 0, 7*n).Format(time.DateOnly); string(got) != want {
			t.Errorf("%s and %d weeks: %s, want %s", d, n, got, want)
		}
		first := time.Date(day.Year(), day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1)
		want := first.AddDate(0, 0, min(day.Day(), last.Day())-1).Format(time.DateOnly)
		if got := d.After("P" + strconv.Itoa(n) + "M"); string(got) != want {
			t.Errorf("%s and %d months: %s, want %s", d, n, got, want)
		}
		if got, want := d.After("P"+strconv.Itoa(n)+"Y"), d.After("P"+strconv.Itoa(12*n)+"M"); got != want {
			t.Errorf("%s and %d years: %s, by months %s", d, n, got, want)
		}
	}
}
