package order_test

import (
	"cmp"
	"math/rand"
	"slices"
	"testing"

	"github.com/hoshitori/hoshitori/internal/order"
)

type entry struct{ key, place int }

// TestStable compares with the standard library over many lengths and with many equal keys.
func TestStable(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for length := range 200 {
		for _, keys := range []int{1, 2, 5, 1000} {
			got := make([]entry, length)
			for i := range got {
				got[i] = entry{r.Intn(keys), i}
			}
			want := slices.Clone(got)
			order.Stable(got, func(a, b *entry) bool { return a.key < b.key })
			slices.SortStableFunc(want, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
			if !slices.Equal(got, want) {
				t.Fatalf("%d entries of %d keys: %v, want %v", length, keys, got, want)
			}
		}
	}
}

func TestStableLeavesNothingToDo(t *testing.T) {
	order.Stable(nil, func(a, b *string) bool { return *a < *b })
	names := []string{"c", "a", "b"}
	order.Stable(names, func(_, _ *string) bool { return false })
	if !slices.Equal(names, []string{"c", "a", "b"}) {
		t.Errorf("equal elements changed their order: %v", names)
	}
}
