package catalog

import (
	"strconv"

	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// After returns the day that lies a duration such as "P1Y" or "P14D" after d, "" if either is empty or malformed. A day
// that a month does not have becomes the last one that it has: a year after 2024-02-29 is 2025-02-28.
func (d Date) After(duration string) Date {
	year, month, day, ok := d.parts()
	if !ok || !isDuration(duration) || len(duration) > 12 {
		return ""
	}
	n, more := 0, 0
	for i := 1; i < len(duration); i++ {
		switch c := duration[i]; c {
		case 'Y':
			year, n = year+n, 0
		case 'M':
			month, n = month+n, 0
		case 'W':
			more, n = more+7*n, 0
		case 'D':
			more, n = more+n, 0
		default:
			n = 10*n + int(c-'0')
		}
	}
	year, month = year+(month-1)/12, (month-1)%12+1
	if year > 9999 || more > 3_652_059 {
		return ""
	}
	day = min(day, jsondoc.DaysIn(year, month))
	for day += more; day > jsondoc.DaysIn(year, month); {
		day -= jsondoc.DaysIn(year, month)
		if month++; month > 12 {
			year, month = year+1, 1
		}
	}
	if year > 9999 {
		return ""
	}
	return Date(digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2))
}

func (d Date) parts() (year, month, day int, ok bool) {
	if !jsondoc.IsDate(string(d)) {
		return 0, 0, 0, false
	}
	year, _ = strconv.Atoi(string(d[:4]))
	month, _ = strconv.Atoi(string(d[5:7]))
	day, _ = strconv.Atoi(string(d[8:]))
	return year, month, day, true
}

func digits(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}
