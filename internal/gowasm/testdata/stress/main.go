// Command stress does what the runtime needs its tables of functions for: it collects garbage while stacks are deep, lets stacks
// grow and move, starts goroutines, and recovers from every kind of panic. It prints what came of it.
package main

import (
	"errors"
	"runtime"
	"sort"
	"strings"
)

type node struct {
	left, right *node
	name        string
}

func tree(depth int, name string) *node {
	if depth == 0 {
		return &node{name: name}
	}
	return &node{tree(depth-1, name+"l"), tree(depth-1, name+"r"), name}
}

func (n *node) count() int {
	if n == nil {
		return 0
	}
	return 1 + n.left.count() + n.right.count()
}

// deep holds a pointer in every frame while the stack grows and garbage is collected.
func deep(n int, held *[64]int) int {
	var own [64]int
	own[n%64] = n
	if n == 0 {
		runtime.GC()
		return held[1]
	}
	return deep(n-1, &own) + own[n%64] - own[(n+1)%64]
}

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

//go:noinline
func shapeOf(s *square) shape { return s }

// caught returns why f panicked.
func caught(f func()) (why string) {
	defer func() {
		switch failure := recover().(type) {
		case nil:
			why = "nothing"
		case error:
			why = failure.Error()
		case string:
			why = failure
		}
	}()
	f()
	return
}

func main() {
	println(deep(20000, new([64]int)))
	root := tree(12, "")
	garbage := 0
	for i := range 200 {
		garbage += len(strings.Repeat("x", 10000+i))
		if i%50 == 0 {
			runtime.GC()
		}
	}
	println(root.count(), garbage)

	results := make(chan int)
	for i := range 100 {
		go func() { results <- deep(200+i, new([64]int)) }()
	}
	sum := 0
	for range 100 {
		sum += <-results
	}
	println(sum)

	words := map[string]int{}
	for i := range 5000 {
		words[strings.Repeat("a", i%7)+string(rune('a'+i%26))]++
	}
	keys := make([]string, 0, len(words))
	for k := range words {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	println(len(keys), keys[0], words[keys[0]])

	var none *square
	var nothing shape
	var list []int
	println(caught(func() { panic("on purpose") }))
	println(caught(func() { panic(errors.New("an error")) }))
	println(caught(func() { println(shapeOf(none).area()) }))
	println(caught(func() { println(nothing.area()) }))
	println(caught(func() { println(list[len(words)]) }))
	println(caught(func() { words = nil; words["a"] = 1 }))
	println(caught(func() { defer func() { panic("again") }(); panic("once") }))
	println(caught(func() {}))
}
