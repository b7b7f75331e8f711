package jsondoc_test

import (
	"encoding/binary"
	"math"
	"strconv"
	"testing"

	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// canonical parses a text that must be good and writes it.
func canonical(t *testing.T, text string) string {
	t.Helper()
	v, problems := jsondoc.Parse([]byte(text))
	if problems != nil {
		t.Fatalf("%s: %v", text, problems)
	}
	return string(jsondoc.AppendCanonical(nil, v))
}

// The table of RFC 8785, appendix B: a double by its bits and how it is written. NaN and the infinities, which end that
// table, cannot be written in JSON.
func TestNumbersOfRFC8785(t *testing.T) {
	for _, test := range []struct {
		reason, bits, want string
	}{
		{"zero", "0000000000000000", "0"},
		{"minus zero", "8000000000000000", "0"},
		{"smallest positive", "0000000000000001", "5e-324"},
		{"smallest negative", "8000000000000001", "-5e-324"},
		{"greatest positive", "7fefffffffffffff", "1.7976931348623157e+308"},
		{"greatest negative", "ffefffffffffffff", "-1.7976931348623157e+308"},
		{"greatest exact whole number", "4340000000000000", "9007199254740992"},
		{"its negative", "c340000000000000", "-9007199254740992"},
		{"about 2^68", "4430000000000000", "295147905179352830000"},
		{"below 1e23", "44b52d02c7e14af5", "9.999999999999997e+22"},
		{"1e23", "44b52d02c7e14af6", "1e+23"},
		{"above 1e23", "44b52d02c7e14af7", "1.0000000000000001e+23"},
		{"below 1e21", "444b1ae4d6e2ef4e", "999999999999999700000"},
		{"the last before 1e21", "444b1ae4d6e2ef4f", "999999999999999900000"},
		{"the first with an exponent", "444b1ae4d6e2ef50", "1e+21"},
		{"the greatest small one with an exponent", "3eb0c6f7a0b5ed8c", "9.999999999999997e-7"},
		{"the smallest without one", "3eb0c6f7a0b5ed8d", "0.000001"},
		{"thirds", "41b3de4355555553", "333333333.3333332"},
		{"thirds, one up", "41b3de4355555554", "333333333.33333325"},
		{"thirds, two up", "41b3de4355555555", "333333333.3333333"},
		{"thirds, three up", "41b3de4355555556", "333333333.3333334"},
		{"thirds, four up", "41b3de4355555557", "333333333.33333343"},
		{"round to even", "becbf647612f3696", "-0.0000033333333333333333"},
		{"round to even, great", "43143ff3c1cb0959", "1424953923781206.2"},
	} {
		bits, err := strconv.ParseUint(test.bits, 16, 64)
		if err != nil {
			t.Fatal(err)
		}
		// JSON has no bits, so the number goes in as the shortest text that stands for it.
		text := strconv.FormatFloat(math.Float64frombits(bits), 'e', -1, 64)
		if got := canonical(t, text); got != test.want {
			t.Errorf("%s: %s is written %s, want %s", test.reason, text, got, test.want)
		}
		if got := canonical(t, test.want); got != test.want {
			t.Errorf("%s: %s is rewritten as %s", test.reason, test.want, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, test := range []struct {
		reason, text, want string // want "" if the number must be refused
	}{
		{"RFC 8785 §3.2.2: trailing zeros go", "4.50", "4.5"},
		{"a double stands for it, though not exactly", "0.1", "0.1"},
		{"an exponent that is not needed", "1E3", "1000"},
		{"a negative exponent that is not needed", "2e-3", "0.002"},
		{"leading zeros of an exponent", "1e+0000000000000000000002", "100"},
		{"zero in disguise", "0.000e999999999999999999999", "0"},
		{"minus zero with a point", "-0.0", "0"},
		{"minus zero", "-0", "0"},
		{"fifteen digits", "-99999999999999", "-99999999999999"},
		{"sixteen digits that a double carries", "9007199254740992", "9007199254740992"},
		{"the next even one", "9007199254740994", "9007199254740994"},
		{"zeros at both ends", "0.00000000000000000000000000012300000", "1.23e-28"},
		{"2^53+1 is not a double", "9007199254740993", ""},
		{"18 digits that a double rounds", "123456789012345678", ""},
		{"19 digits after the point", "0.1234567890123456789", ""},
		{"pi, as some write it", "3.14159265358979323846", ""},
		{"beyond the doubles", "1e309", ""},
		{"far beyond", "-1e99999999999999999999", ""},
		{"smaller than the smallest double", "1e-400", ""},
		{"a smallest double that is not the shortest", "4.9e-324", ""},
	} {
		v, problems := jsondoc.Parse([]byte(test.text))
		if test.want == "" {
			if len(problems) != 1 || problems[0].Kind != jsondoc.NumberKind {
				t.Errorf("%s: %s gives %v, want %s", test.reason, test.text, problems, jsondoc.NumberKind.Code)
			}
			continue
		}
		if problems != nil || v.Text != test.want {
			t.Errorf("%s: %s gives %s %v, want %s", test.reason, test.text, v.Text, problems, test.want)
		}
	}
}

// Whatever a double prints as is accepted, stays the same number, and is written as short as Go can write it.
func TestEveryDoubleSurvives(t *testing.T) {
	var seed [8]byte
	state := uint64(20261121)
	for range 20000 {
		state = state*6364136223846793005 + 1442695040888963407
		binary.LittleEndian.PutUint64(seed[:], state^state>>29)
		f := math.Float64frombits(binary.LittleEndian.Uint64(seed[:]))
		if math.IsNaN(f) || math.IsInf(f, 0) {
			continue
		}
		text := canonical(t, strconv.FormatFloat(f, 'g', -1, 64))
		back, err := strconv.ParseFloat(text, 64)
		if err != nil || back != f {
			t.Fatalf("%g is written %s", f, text)
		}
		if again := canonical(t, text); again != text {
			t.Fatalf("%s is rewritten as %s", text, again)
		}
	}
}

func TestStrings(t *testing.T) {
	for _, test := range []struct{ reason, text, want string }{
		{"RFC 8785 §3.2.2: the example", `"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"`, `"€$\u000f\nA'B\"\\\\\"/"`},
		{"the five short escapes", `"\u0008\u0009\u000a\u000c\u000d"`, `"\b\t\n\f\r"`},
		{"the other control characters in lower case", `"\u000B\u001F\u0000"`, `"\u000b\u001f\u0000"`},
		{"DEL and C1 are not escaped", `"\u007f\u0080\u009f"`, "\"\u007f\u0080\u009f\""},
		{"nor what HTML or JavaScript would escape", `"<\/script>\u2028\u2029&"`, "\"</script>\u2028\u2029&\""},
		{"nothing is normalised", `"か\u3099が"`, "\"か\u3099が\""},
	} {
		if got := canonical(t, test.text); got != test.want {
			t.Errorf("%s: %s is written %s, want %s", test.reason, test.text, got, test.want)
		}
	}
}

func TestSorting(t *testing.T) {
	for _, test := range []struct{ reason, text, want string }{
		{"RFC 8785 §3.2.3: the example",
			`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
			"{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}"},
		{"a prefix comes first", `{"ab":1,"a":2,"":3}`, `{"":3,"a":2,"ab":1}`},
		{"by code unit, not by number or case", `{"10":1,"9":2,"B":3,"a":4}`, `{"10":1,"9":2,"B":3,"a":4}`},
		{"two characters with the same first surrogate", `{"😁":1,"😀":2}`, `{"😀":2,"😁":1}`},
		{"sorted inside of arrays too", `[{"b":1,"a":{"d":1,"c":2}}]`, `[{"a":{"c":2,"d":1},"b":1}]`},
	} {
		if got := canonical(t, test.text); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.reason, got, test.want)
		}
	}
}

// Writing sorts a copy: what was read keeps the order of its text.
func TestWritingLeavesTheValue(t *testing.T) {
	v, _ := jsondoc.Parse([]byte(`{"b":1,"a":2}`))
	jsondoc.AppendCanonical(nil, v)
	if v.Members[0].Name != "b" {
		t.Error("writing reordered the members of the value")
	}
	if got := string(jsondoc.AppendCanonical([]byte("x"), v)); got != `x{"a":2,"b":1}` {
		t.Errorf("got %s, want it appended", got)
	}
}
