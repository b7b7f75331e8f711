package jsondoc

import (
	"strconv"
	"unicode/utf8"

	"github.com/hoshitori/hoshitori/internal/order"
)

// AppendCanonical appends v in the form of RFC 8785: members in the order of the UTF-16 code units of their names, no
// white space, shortest numbers.
func AppendCanonical(dst []byte, v Value) []byte {
	switch v.Type {
	case Null, Absent:
		return append(dst, "null"...)
	case Bool:
		return strconv.AppendBool(dst, v.Bool)
	case Number:
		return append(dst, v.Text...)
	case String:
		return appendString(dst, v.Text)
	case Array:
		dst = append(dst, '[')
		for i, e := range v.Elements {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = AppendCanonical(dst, e)
		}
		return append(dst, ']')
	}
	members := v.Members
	for i := 1; i < len(members); i++ {
		if compareUTF16(members[i-1].Name, members[i].Name) > 0 {
			members = append([]Member(nil), members...) // the value is the caller's
			order.Stable(members, func(a, b *Member) bool { return compareUTF16(a.Name, b.Name) < 0 })
			break
		}
	}
	dst = append(dst, '{')
	for i, m := range members {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(appendString(dst, m.Name), ':')
		dst = AppendCanonical(dst, m.Value)
	}
	return append(dst, '}')
}

func appendString(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			dst = append(dst, '\\', c)
		case c >= 0x20:
			dst = append(dst, c)
		case c == '\b':
			dst = append(dst, '\\', 'b')
		case c == '\f':
			dst = append(dst, '\\', 'f')
		case c == '\n':
			dst = append(dst, '\\', 'n')
		case c == '\r':
			dst = append(dst, '\\', 'r')
		case c == '\t':
			dst = append(dst, '\\', 't')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(dst, '"')
}

// compareUTF16 orders names as RFC 8785 §3.2.3 asks. It differs from the order of UTF-8 bytes only where a character
// beyond the basic plane meets one of U+E000–U+FFFF.
func compareUTF16(a, b string) int {
	for a != "" && b != "" {
		ra, na := utf8.DecodeRuneInString(a)
		rb, nb := utf8.DecodeRuneInString(b)
		if ra != rb {
			ua, ub := firstUnit(ra), firstUnit(rb)
			if ua != ub {
				return int(ua - ub)
			}
			return int(ra - rb)
		}
		a, b = a[na:], b[nb:]
	}
	return len(a) - len(b)
}

func firstUnit(r rune) rune {
	if r >= 0x10000 {
		return 0xD800 + (r-0x10000)>>10
	}
	return r
}

// fidelity says how well a number survives being read as a double, which is what readers elsewhere do.
type fidelity uint8

const (
	exact   fidelity = iota // the same decimal number
	rounded                 // the nearest double is another number
	beyond                  // no double is near
)

// canonicalNumber writes a JSON number as ECMAScript would (RFC 8785 §3.2.2.3).
func canonicalNumber(text string) (canonical string, f fidelity) {
	if len(text) <= 15 && isPlainInteger(text) {
		if text == "-0" {
			return "0", exact
		}
		return text, exact
	}
	double, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return "0", beyond
	}
	canonical = formatDouble(double)
	switch {
	case sameDecimal(text, canonical):
		return canonical, exact
	case double == 0:
		return canonical, beyond // too small for any digit to survive
	}
	return canonical, rounded
}

func isPlainInteger(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; (c < '0' || c > '9') && !(i == 0 && c == '-') {
			return false
		}
	}
	return true
}

// formatDouble is Number::toString of ECMA-262 for a finite double.
func formatDouble(f float64) string {
	if f == 0 {
		return "0"
	}
	short := strconv.FormatFloat(f, 'e', -1, 64)
	d := decimalOf(short)
	out := make([]byte, 0, 32)
	if d.negative {
		out = append(out, '-')
	}
	k, n := len(d.digits), d.point // value = 0.digits × 10^n
	switch {
	case k <= n && n <= 21:
		out = append(out, d.digits...)
		for ; k < n; k++ {
			out = append(out, '0')
		}
	case 0 < n && n <= 21:
		out = append(append(append(out, d.digits[:n]...), '.'), d.digits[n:]...)
	case -6 < n && n <= 0:
		out = append(out, "0."...)
		for ; n < 0; n++ {
			out = append(out, '0')
		}
		out = append(out, d.digits...)
	default:
		out = append(out, d.digits[0])
		if k > 1 {
			out = append(append(out, '.'), d.digits[1:]...)
		}
		out = append(out, 'e')
		if n-1 >= 0 {
			out = append(out, '+')
		}
		out = strconv.AppendInt(out, int64(n-1), 10)
	}
	return string(out)
}

// decimal is ±0.digits × 10^point, digits without zeros at either end. Zero has no digits.
type decimal struct {
	negative bool
	digits   string
	point    int
}

func sameDecimal(a, b string) bool {
	da, db := decimalOf(a), decimalOf(b)
	if da.digits == "" || db.digits == "" {
		return da.digits == db.digits
	}
	return da == db
}

// decimalOf takes a number in JSON syntax apart.
func decimalOf(text string) (d decimal) {
	if text[0] == '-' {
		d.negative = true
		text = text[1:]
	}
	mantissa, exponent := text, 0
	for i := range text {
		if text[i] == 'e' || text[i] == 'E' {
			mantissa = text[:i]
			exponent, _ = strconv.Atoi(text[i+1:]) // saturates: such a number is no double, and never gets here
			break
		}
	}
	digits := make([]byte, 0, len(mantissa))
	point := len(mantissa)
	for i := range len(mantissa) {
		if mantissa[i] == '.' {
			point = i
		} else {
			digits = append(digits, mantissa[i])
		}
	}
	lead := 0
	for lead < len(digits) && digits[lead] == '0' {
		lead++
	}
	end := len(digits)
	for end > lead && digits[end-1] == '0' {
		end--
	}
	d.digits = string(digits[lead:end])
	d.point = point - lead + exponent
	return d
}
