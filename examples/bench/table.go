package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/hoshitori/hoshitori/examples/browser"
)

// metric is a row of the table.
type metric struct {
	title   string
	of      func(result) spread
	show    func(spread) string
	related bool // followed by the ratios to the peer and to the floor
}

var metrics = []metric{
	{"first question, cold", func(r result) spread { return r.Cold.FirstQuestion }, milliseconds, true},
	{"first answer taken, cold", func(r result) spread { return r.Cold.FirstAnswer }, milliseconds, true},
	{"ready, cold", func(r result) spread { return r.Cold.Ready }, milliseconds, true},
	{"first question, warm", func(r result) spread { return r.Warm.FirstQuestion }, milliseconds, true},
	{"first answer taken, warm", func(r result) spread { return r.Warm.FirstAnswer }, milliseconds, false},
	{"ready, warm", func(r result) spread { return r.Warm.Ready }, milliseconds, true},
	{"first question, warm, without the slow line", func(r result) spread { return r.Near.FirstQuestion }, milliseconds, false},
	{"ready, warm, without the slow line", func(r result) spread { return r.Near.Ready }, milliseconds, true},
	{"click to last change", func(r result) spread { return r.Click }, milliseconds, true},
	{"bytes on the wire, cold", func(r result) spread { return r.Cold.Wire }, kilobytes, true},
	{"bytes on the wire, warm", func(r result) spread { return r.Warm.Wire }, kilobytes, false},
	{"JavaScript heap after the start", func(r result) spread { return r.Start.Heap }, kilobytes, false},
	{"JavaScript heap, all answered", func(r result) spread { return r.Answered.Heap }, kilobytes, false},
	{"WebAssembly memory after the start", func(r result) spread { return r.Start.Wasm }, kilobytes, false},
	{"WebAssembly memory, all answered", func(r result) spread { return r.Answered.Wasm }, kilobytes, false},
}

// writeMarkdown writes the tables as they stand in wasm/README.md.
func writeMarkdown(w io.Writer, r report) error {
	var out strings.Builder
	header(&out, r)
	comparison(&out, r)
	sizes(&out, r)
	_, err := io.WriteString(w, out.String())
	return err
}

func header(out *strings.Builder, r report) {
	fmt.Fprintf(out, "`%s`, %s, with %s.\nConditions: %s. Median of %d runs (least–greatest).\n\n",
		r.Command, r.Date, named(r.Versions), r.Conditions, r.Runs)
}

// named lists what was measured with.
func named(versions []version) string {
	var names []string
	for _, v := range versions {
		names = append(names, v.Name+" "+v.Version)
	}
	return strings.Join(names, ", ")
}

func comparison(out *strings.Builder, r report) {
	var names, rule []string
	for _, v := range r.Variants {
		names, rule = append(names, v.Name), append(rule, "---:")
	}
	row(out, "", names)
	row(out, "---", rule)
	peer, floor := r.Variants[surveyJSIndex], r.Variants[floorIndex]
	for _, m := range metrics {
		var values, toPeer, toFloor []string
		for _, v := range r.Variants {
			values = append(values, m.show(m.of(v)))
			toPeer = append(toPeer, ratio(m.of(peer).Median, m.of(v).Median))
			toFloor = append(toFloor, ratio(m.of(v).Median, m.of(floor).Median))
		}
		row(out, "**"+m.title+"**", values)
		if m.related {
			row(out, peer.Name+" ÷ this", toPeer)
			row(out, "this ÷ "+floor.Name, toFloor)
		}
	}
	out.WriteString("\n")
}

// sizes lists the files, so that a host that compresses less can tell what it would send.
func sizes(out *strings.Builder, r report) {
	row(out, "file", []string{"brotli", "gzip", "raw"})
	row(out, "---", []string{"---:", "---:", "---:"})
	for _, v := range r.Variants {
		var sum browser.Sizes
		for _, file := range v.Resources {
			sum = sum.Add(file.Sizes)
		}
		row(out, "**"+v.Name+"**", encodings(sum))
		for _, file := range v.Resources {
			row(out, "`"+file.Path+"`", encodings(file.Sizes))
		}
	}
}

func encodings(s browser.Sizes) []string {
	return []string{kB(float64(s.Brotli)), kB(float64(s.Gzip)), kB(float64(s.Raw))}
}

func row(out *strings.Builder, first string, cells []string) {
	fmt.Fprintf(out, "| %s | %s |\n", first, strings.Join(cells, " | "))
}

func milliseconds(s spread) string {
	if s.Median < 10 {
		return fmt.Sprintf("%.1f ms (%.1f–%.1f)", s.Median, s.Min, s.Max)
	}
	return fmt.Sprintf("%.0f ms (%.0f–%.0f)", s.Median, s.Min, s.Max)
}

// kilobytes leaves the range out where it rounds to nothing, as of files, which are the same in every run.
func kilobytes(s spread) string {
	if s.Median == 0 {
		return "–"
	}
	low, high := kB(s.Min), kB(s.Max)
	if low == high {
		return kB(s.Median)
	}
	return fmt.Sprintf("%s (%s–%s)", kB(s.Median), strings.TrimSuffix(low, " kB"), strings.TrimSuffix(high, " kB"))
}

func kB(bytes float64) string {
	if bytes < 10_000 {
		return fmt.Sprintf("%.1f kB", bytes/1000)
	}
	return fmt.Sprintf("%.0f kB", bytes/1000)
}

func ratio(a, b float64) string {
	if b == 0 {
		return "–"
	}
	if q := a / b; q < 10 {
		return fmt.Sprintf("%.2f ×", q)
	}
	return fmt.Sprintf("%.0f ×", a/b)
}
