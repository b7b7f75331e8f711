package catalog

import (
	"math/big"
	"math/rand"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestDays(t *testing.T) {
	for _, test := range []struct {
		duration, reason string
		want             int
	}{
		{"", "no recurrence", 0},
		{"P1D", "a day", 1},
		{"P1W", "seven days", 7},
		{"P52W", "a day short of a year", 364},
		{"P1M", "a month counts 30 days", 30},
		{"P3M", "a quarter", 90},
		{"P11M", "a month short of a year", 330},
		{"P12M", "twelve months are a year", 365},
		{"P1Y", "a year", 365},
		{"P13M", "a year and a month", 395},
		{"P1Y1M", "the same", 395},
		{"P24M", "two years", 730},
		{"P2Y", "the same", 730},
		{"P1Y6M", "a year and a half", 545},
		{"P18M", "the same", 545},
		{"P1Y2M3W4D", "all units", 365 + 60 + 21 + 4},
		{"P0D", "no time at all counts like none", 0},
		{"1M", "not a duration", 0},
		{"P6M1Y", "not a duration: years come first", 0},
		{"PT1H", "not a duration: no hours", 0},
		{"P", "not a duration: nothing in it", 0},
	} {
		if got := days(test.duration); got != test.want {
			t.Errorf("%q counts %d days, want %d: %s", test.duration, got, test.want, test.reason)
		}
	}
	if days("P999999999999999999999999999Y") <= days("P100Y") {
		t.Error("a duration that nobody can count is not longer than a life")
	}
}

func TestCompareDecimals(t *testing.T) {
	for _, test := range []struct {
		a, b, reason string
		want         int
	}{
		{"7", "7", "the same", 0},
		{"7", "7.0", "the same number", 0},
		{"7.50", "7.5", "zeros behind say nothing", 0},
		{"007", "7", "nor do zeros in front", 0},
		{"0", "0.0", "nothing is nothing", 0},
		{"0.5", "00.50", "the same half", 0},
		{"9", "10", "by number, not by letter", -1},
		{"10", "9", "by number, not by letter", 1},
		{"7.1", "7", "a fraction more", 1},
		{"7.9", "7.10", "not the numbers of an edition", 1},
		{"0.05", "0.1", "zeros behind the point count", -1},
		{"99999999999999999999", "100000000000000000000", "larger than any machine word", -1},
	} {
		if got := compareDecimals(test.a, test.b); got != test.want {
			t.Errorf("%s and %s: %d, want %d: %s", test.a, test.b, got, test.want, test.reason)
		}
	}
	r := rand.New(rand.NewSource(2))
	decimal := func() string {
		s := strconv.Itoa(r.Intn(30))
		if r.Intn(2) == 0 {
			s += "." + strings.Repeat("0", r.Intn(2)) + strconv.Itoa(r.Intn(100))
		}
		return strings.Repeat("0", r.Intn(3)) + s
	}
	for range 5000 {
		a, b := decimal(), decimal()
		x, _ := new(big.Rat).SetString(a)
		y, _ := new(big.Rat).SetString(b)
		if got, want := compareDecimals(a, b), x.Cmp(y); got != want {
			t.Errorf("%s and %s: %d, want %d", a, b, got, want)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, test := range []struct{ text, reason, want string }{
		{"", "nothing is said", ""},
		{"No figure.", "none", ""},
		{"within 14 days, 3 copies", "in their order", "14 3"},
		{"7.5 hours", "a point between digits belongs to the number", "7.5"},
		{"in 2026.", "a full stop does not", "2026"},
		{"14日以内に3つ", "beside other letters", "14 3"},
	} {
		if got := strings.Join(figures(test.text), " "); got != test.want {
			t.Errorf("%q says %q, want %q: %s", test.text, got, test.want, test.reason)
		}
	}
}

func same(s string) Text { return Text{JA: s, EN: s} }

// asked is an item that has everything by which items can be compared.
func asked() Item {
	return Item{ID: "i", Kind: Criterion, Level: "1", Text: same("Do you?"), DoneWhen: []Text{same("It is on."), same("It is written down.")},
		Options: []Option{{ID: "a", Text: same("A")}, {ID: "b", Text: same("B")}},
		Choices: []Choice{{State: Met}, {State: Unmet}, {State: NotApplicable}}, Recurs: "P1Y",
		Thresholds: []Threshold{{ID: "days", Value: "14", Unit: "days", Better: LowerIsStricter}, {ID: "length", Value: "10", Unit: "characters", Better: HigherIsStricter}}}
}

// strictnessCases are ways in which an item changes, with what a program sees of them.
var strictnessCases = []struct {
	name, reason     string
	change           func(*Item)
	stricter, weaker string
}{
	{"nothing", "the same asks the same", func(*Item) {}, "", ""},
	{"words", "a program does not read", func(i *Item) { i.Text = same("Would you?") }, "", ""},
	{"help", "what helps to answer asks nothing", func(i *Item) {
		i.Why, i.Evidence, i.Notes = same("Harm"), []Text{same("A photo")}, []Text{same("Note")}
	}, "", ""},
	{"one sentence more", "one thing more has to be true", func(i *Item) { i.DoneWhen = append(i.DoneWhen, same("Each year.")) }, "doneWhen", ""},
	{"one sentence less", "one thing less has to be true", func(i *Item) { i.DoneWhen = i.DoneWhen[:1] }, "", "doneWhen"},
	{"another sentence", "what is written anew can be either", func(i *Item) { i.DoneWhen[0] = same("It runs.") }, "doneWhen", "doneWhen"},
	{"another English sentence", "both languages count", func(i *Item) { i.DoneWhen[0].EN = "It runs." }, "doneWhen", "doneWhen"},
	{"other order", "all have to be true, in any order", func(i *Item) { slices.Reverse(i.DoneWhen) }, "", ""},
	{"one option less", "one way less to answer met", func(i *Item) { i.Options = i.Options[:1] }, "options", ""},
	{"one option more", "one way more to answer met", func(i *Item) { i.Options = append(i.Options, Option{ID: "c", Text: same("C")}) }, "", "options"},
	{"another option", "one way less and one more", func(i *Item) { i.Options[1].ID = "c" }, "options", "options"},
	{"no options", "nothing says any more which ways there are", func(i *Item) { i.Options = nil }, "", "options"},
	{"no longer not applicable", "nobody gets around it", func(i *Item) { i.Choices = i.Choices[:2] }, "choices", ""},
	{"compensated as well", "one way more around it", func(i *Item) { i.Choices = append(i.Choices, Choice{State: Compensated}) }, "", "choices"},
	{"all choices", "whatever the catalogue knows", func(i *Item) { i.Choices = nil }, "", "choices"},
	{"one instead of the other", "either", func(i *Item) { i.Choices[2].State = Compensated }, "choices", "choices"},
	{"partial as well", "partial is not met", func(i *Item) { i.Choices = append(i.Choices, Choice{State: Partial}) }, "", ""},
	{"twice a year", "more often", func(i *Item) { i.Recurs = "P6M" }, "recurs", ""},
	{"every other year", "less often", func(i *Item) { i.Recurs = "P2Y" }, "", "recurs"},
	{"twelve months", "a year is twelve months", func(i *Item) { i.Recurs = "P12M" }, "", ""},
	{"once", "never again is less often", func(i *Item) { i.Recurs = "" }, "", "recurs"},
	{"fewer days", "lower is stricter", func(i *Item) { i.Thresholds[0].Value = "7" }, "thresholds", ""},
	{"more days", "lower is stricter", func(i *Item) { i.Thresholds[0].Value = "30" }, "", "thresholds"},
	{"as many days", "14.0 is 14", func(i *Item) { i.Thresholds[0].Value = "14.0" }, "", ""},
	{"longer", "higher is stricter", func(i *Item) { i.Thresholds[1].Value = "12" }, "thresholds", ""},
	{"shorter", "higher is stricter", func(i *Item) { i.Thresholds[1].Value = "8" }, "", "thresholds"},
	{"one stricter, one laxer", "both", func(i *Item) { i.Thresholds[0].Value, i.Thresholds[1].Value = "7", "8" }, "thresholds", "thresholds"},
	{"another unit", "14 weeks and 14 days cannot be compared", func(i *Item) { i.Thresholds[0].Unit = "weeks" }, "thresholds", "thresholds"},
	{"the other way round", "what is stricter has changed", func(i *Item) { i.Thresholds[0].Better = HigherIsStricter }, "thresholds", "thresholds"},
	{"not a number", "what is no number cannot be compared", func(i *Item) { i.Thresholds[0].Value = "a few" }, "thresholds", "thresholds"},
	{"a negative number", "a threshold has no sign", func(i *Item) { i.Thresholds[0].Value = "-5" }, "thresholds", "thresholds"},
	{"no figure", "a limit less", func(i *Item) { i.Thresholds = i.Thresholds[:1] }, "", "thresholds"},
	{"one figure more", "a limit more", func(i *Item) {
		i.Thresholds = append(i.Thresholds, Threshold{ID: "copies", Value: "3", Better: HigherIsStricter})
	}, "thresholds", ""},
	{"other order of figures", "they have names", func(i *Item) { slices.Reverse(i.Thresholds) }, "", ""},
	{"kind", "a question and a criterion are different things", func(i *Item) { i.Kind = Question }, "kind", "kind"},
	{"level", "the place of an item is not what it asks", func(i *Item) { i.Level = "2" }, "", ""},
}

func TestStrictness(t *testing.T) {
	names := map[string]bool{}
	for _, test := range strictnessCases {
		if test.reason == "" || names[test.name] {
			t.Errorf("%s: no reason, or a name used twice", test.name)
		}
		names[test.name] = true
		before, after := asked(), asked()
		test.change(&after)
		stricter, weaker := strictness(&before, &after)
		if strings.Join(stricter, " ") != test.stricter || strings.Join(weaker, " ") != test.weaker {
			t.Errorf("%s: stricter %v, weaker %v, want %q and %q: %s", test.name, stricter, weaker, test.stricter, test.weaker, test.reason)
		}
		// Read backwards, what asks more asks less.
		weaker, stricter = strictness(&after, &before)
		if strings.Join(stricter, " ") != test.stricter || strings.Join(weaker, " ") != test.weaker {
			if !slices.Contains(oneWay, test.name) {
				t.Errorf("%s backwards: stricter %v, weaker %v, want %q and %q", test.name, weaker, stricter, test.weaker, test.stricter)
			}
		}
	}
}

// oneWay are the cases that do not look the same backwards.
var oneWay = []string{
	"no options", // who begins to list the ways opens none that was closed
}

// TestStrictnessOfTwoChanges checks that a change in one member does not hide one in another.
func TestStrictnessOfTwoChanges(t *testing.T) {
	union := func(a, b string) []string {
		out := strings.Fields(a + " " + b)
		slices.Sort(out)
		return slices.Compact(out)
	}
	touched := func(change func(*Item)) []string {
		before, after := asked(), asked()
		change(&after)
		return asksOtherwise(&before, &after)
	}
	for _, one := range strictnessCases {
		for _, two := range strictnessCases {
			members := touched(two.change)
			if slices.ContainsFunc(touched(one.change), func(m string) bool { return slices.Contains(members, m) }) {
				continue // two changes of one member may undo each other
			}
			before, after := asked(), asked()
			one.change(&after)
			two.change(&after)
			stricter, weaker := strictness(&before, &after)
			slices.Sort(stricter)
			slices.Sort(weaker)
			if !slices.Equal(stricter, union(one.stricter, two.stricter)) || !slices.Equal(weaker, union(one.weaker, two.weaker)) {
				t.Errorf("%s and %s: stricter %v, weaker %v", one.name, two.name, stricter, weaker)
			}
		}
	}
}
