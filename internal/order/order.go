// Package order sorts slices with one copy of the sorting code.
//
// The generic functions of package slices are compiled once for every type they sort; in the browser build that made
// five copies, 20 kB compressed. Here all types share the one in package sort.
package order

import "sort"

// Stable sorts s so that before holds for no element and one in front of it. Equal elements keep their order.
func Stable[T any](s []T, before func(a, b *T) bool) {
	sort.Stable(&sorter[T]{s, before})
}

type sorter[T any] struct {
	s      []T
	before func(a, b *T) bool
}

func (o *sorter[T]) Len() int           { return len(o.s) }
func (o *sorter[T]) Less(i, j int) bool { return o.before(&o.s[i], &o.s[j]) }
func (o *sorter[T]) Swap(i, j int)      { o.s[i], o.s[j] = o.s[j], o.s[i] }
