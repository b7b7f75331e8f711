package render

import (
	"math"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
)

const svgNamespace = "http://www.w3.org/2000/svg"

// BarsSVG returns the bar chart as a stand-alone SVG file: points by section with what open answers can still change,
// or, in a catalogue without points, the answers by section.
func BarsSVG(v View) []byte { return v.svgFile(v.Bars()) }

// RadarSVG returns the radar chart as a stand-alone SVG file, nil where there are no points or fewer than three sections.
func RadarSVG(v View) []byte {
	n := v.Radar()
	if n == nil {
		return nil
	}
	return v.svgFile(n)
}

// svgFile returns a chart as a file of its own, which says of which edition it speaks and what must be known about that.
func (v *View) svgFile(n *markup.Node) []byte {
	frame := &n.Attrs[1] // the viewBox; see svg
	height, _ := strconv.Atoi(frame.Value[strings.LastIndexByte(frame.Value, ' ')+1:])
	caption := markup.E("g", markup.A("font-size", "11"))
	for _, text := range append([]string{v.Title}, v.Notices...) {
		height += 16
		caption.Add(textAt(2, float64(height), "start", oneLine(text, 80)))
	}
	frame.Value = "0 0 " + strconv.Itoa(chartWidth) + " " + strconv.Itoa(height+8)
	n.Add(caption)
	out := string(markup.AppendHTML([]byte("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), n))
	for _, c := range []string{"\uFFFE", "\uFFFF"} { // a browser shows a page that holds them, but refuses an XML file
		out = strings.ReplaceAll(out, c, "\uFFFD")
	}
	return []byte(out + "\n")
}

// oneLine cuts a text to that many half-width columns. SVG wraps nothing by itself; the report has the whole text.
func oneLine(text string, columns int) string {
	width := 0
	for i, r := range text {
		width++
		if r > 0x2E80 {
			width++
		}
		if width > columns {
			return text[:i] + "…"
		}
	}
	return text
}

// svg returns the frame of a chart: scalable, with a title and a description for those who do not see it.
func svg(width, height int, class, title, description string, parts ...markup.Part) *markup.Node {
	all := []markup.Part{
		markup.A("xmlns", svgNamespace), markup.A("viewBox", "0 0 "+strconv.Itoa(width)+" "+strconv.Itoa(height)),
		markup.A("role", "img"), markup.A("aria-label", title+" "+description), markup.Class(class),
		markup.A("font-family", "sans-serif"), markup.A("font-size", "15"), markup.A("fill", "currentColor"),
		markup.E("title", markup.T(title)), markup.E("desc", markup.T(description)),
	}
	return markup.E("svg", append(all, parts...)...)
}

// chapters returns the sections at the top: a chart of the others as well would count everything twice.
func (v *View) chapters() []SectionView {
	var out []SectionView
	for _, s := range v.Sections {
		if s.Parent == "" {
			out = append(out, s)
		}
	}
	return out
}

func coordinate(f float64) string { return strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64) }

func rect(x, y, w, h float64, attrs ...markup.Part) *markup.Node {
	parts := []markup.Part{markup.A("x", coordinate(x)), markup.A("y", coordinate(y)), markup.A("width", coordinate(max(0, w))), markup.A("height", coordinate(h))}
	return markup.E("rect", append(parts, attrs...)...)
}

func textAt(x, y float64, anchor, text string) *markup.Node {
	return markup.E("text", markup.A("x", coordinate(x)), markup.A("y", coordinate(y)), markup.A("text-anchor", anchor), markup.T(text))
}

// dots returns a pattern of dots, which stays different from lines.
func dots(id string) *markup.Node {
	return markup.E("defs", markup.E("pattern", markup.A("id", id), markup.A("width", "7"), markup.A("height", "7"), markup.A("patternUnits", "userSpaceOnUse"),
		markup.E("circle", markup.A("cx", "2"), markup.A("cy", "2"), markup.A("r", "1.3"), markup.A("fill", "currentColor"))))
}

// hatch returns a pattern of slanted lines, which stays different from solid and from empty without any colour.
func hatch(id string) *markup.Node {
	return markup.E("defs", markup.E("pattern", markup.A("id", id), markup.A("width", "6"), markup.A("height", "6"),
		markup.A("patternUnits", "userSpaceOnUse"), markup.A("patternTransform", "rotate(45)"),
		markup.E("rect", markup.A("width", "2"), markup.A("height", "6"), markup.A("fill", "currentColor"))))
}

// Bars returns the bar chart as a tree of elements, nil where the catalogue has no sections and no points.
func (v *View) Bars() *markup.Node {
	if v.Score != nil {
		return v.pointBars()
	}
	return v.countBars()
}

// reading is the points of one section in words.
func (v *View) reading(p PointsView) string {
	if p.Low == p.High && p.Score == p.Low {
		return fill(v.Lang, wordPointsOf, "score", points(p.Score), "max", points(p.Max))
	}
	return fill(v.Lang, wordPointRange, "score", points(p.Score), "low", points(p.Low), "high", points(p.High), "max", points(p.Max))
}

const (
	chartWidth = 460
	barHeight  = 22
	rowHeight  = 62
)

func (v *View) pointBars() *markup.Node {
	type row struct {
		title string
		p     PointsView
	}
	rows := []row{{wordWhole.In(v.Lang), PointsView{v.Score.Score, v.Score.Low, v.Score.High, v.Score.Max}}}
	for _, s := range v.chapters() {
		if s.Points != nil {
			rows = append(rows, row{s.Title, *s.Points})
		}
	}
	title, description := wordChart.In(v.Lang), ""
	parts := []markup.Part{hatch("hoshitori-bars-hatch")}
	for i, r := range rows {
		y := float64(i*rowHeight) + 22
		text := v.reading(r.p)
		description += fill(v.Lang, wordChartAlt, "title", r.title, "now", text) + either(v.Lang, "。", ". ")
		scale := func(n int64) float64 { return float64(max(0, n)) / float64(max(1, r.p.Max)) * (chartWidth - 4) }
		parts = append(parts,
			textAt(2, y, "start", r.title), textAt(chartWidth-2, y, "end", text),
			rect(2, y+8, scale(r.p.Low), barHeight),
			rect(2+scale(r.p.Low), y+8, scale(r.p.High)-scale(r.p.Low), barHeight, markup.A("fill", "url(#hoshitori-bars-hatch)")),
			rect(2, y+8, chartWidth-4, barHeight, markup.A("fill", "none"), markup.A("stroke", "currentColor"), markup.A("stroke-width", "1.5")))
	}
	height := len(rows)*rowHeight + 26
	parts = append(parts, markup.E("g", markup.A("font-size", "13"), textAt(2, float64(height-8), "start", wordChartRange.In(v.Lang))))
	return svg(chartWidth, height, "h-bars", title, description, parts...)
}

// countColumns are the parts of a count bar: their names, and paint that differs without any colour.
var countColumns = [5]struct {
	name        lang.Text
	paint, dash string
}{
	{lang.Text{JA: "できている", EN: "met"}, "currentColor", "none"},
	{lang.Text{JA: "一部", EN: "partial"}, "url(#hoshitori-counts-hatch)", "none"},
	{lang.Text{JA: "できていない", EN: "unmet"}, "none", "none"},
	{lang.Text{JA: "未定", EN: "open"}, "url(#hoshitori-counts-dots)", "none"},
	{lang.Text{JA: "対象外など", EN: "other"}, "none", "2 4"},
}

func (v *View) countBars() *markup.Node {
	type row struct {
		title  string
		counts [len(countColumns)]int
		total  int
	}
	all := row{title: wordWhole.In(v.Lang), total: len(v.Items)}
	for _, item := range v.Items {
		all.counts[countColumn(item.StateCode)]++
	}
	rows := []row{all}
	for _, s := range v.chapters() {
		n := s.Counts
		rows = append(rows, row{s.Title, [...]int{n.Met, n.Partial, n.Unmet, n.Unknown + n.Unanswered, n.NotApplicable + n.Compensated}, n.Total})
	}
	title, description := wordCountChart.In(v.Lang), ""
	parts := []markup.Part{hatch("hoshitori-counts-hatch"), dots("hoshitori-counts-dots")}
	const height = rowHeight + 20
	for i, r := range rows {
		y := float64(i*height) + 22
		text := ""
		x := 2.0
		for k, n := range r.counts {
			if n == 0 {
				continue
			}
			if text != "" {
				text += either(v.Lang, "、", ", ")
			}
			column := countColumns[k]
			text += column.name.In(v.Lang) + " " + count(n)
			width := float64(n) / float64(max(1, r.total)) * (chartWidth - 4)
			parts = append(parts, rect(x, y+8, width, barHeight, markup.A("fill", column.paint), markup.A("stroke", "currentColor"),
				markup.A("stroke-width", "1.5"), markup.A("stroke-dasharray", column.dash)))
			x += width
		}
		description += fill(v.Lang, wordChartAlt, "title", r.title, "now", text) + either(v.Lang, "。", ". ")
		parts = append(parts, textAt(2, y, "start", r.title), markup.E("g", markup.A("font-size", "13"), textAt(2, y+46, "start", text)))
	}
	bottom := len(rows)*height + 24
	parts = append(parts, markup.E("g", markup.A("font-size", "12"), textAt(2, float64(bottom-8), "start", wordCountKey.In(v.Lang))))
	return svg(chartWidth, bottom, "h-bars", title, description, parts...)
}

func countColumn(state string) int {
	switch state {
	case "met":
		return 0
	case "partial":
		return 1
	case "unmet":
		return 2
	case "not_applicable", "compensated":
		return 4
	}
	return 3
}

// Radar returns the radar chart as a tree of elements, nil where there are no points or fewer than three sections.
func (v *View) Radar() *markup.Node {
	var axes []SectionView
	for _, s := range v.chapters() {
		if s.Points != nil {
			axes = append(axes, s)
		}
	}
	if v.Score == nil || len(axes) < 3 {
		return nil
	}
	const size, cx, cy, radius = 300, chartWidth / 2, 165.0, 112.0
	at := func(i int, share float64) (x, y float64) {
		angle := 2*math.Pi*float64(i)/float64(len(axes)) - math.Pi/2
		return cx + radius*share*math.Cos(angle), cy + radius*share*math.Sin(angle)
	}
	polygon := func(share func(i int) float64, attrs ...markup.Part) *markup.Node {
		path := ""
		for i := range axes {
			x, y := at(i, share(i))
			if i > 0 {
				path += " "
			}
			path += coordinate(x) + "," + coordinate(y)
		}
		return markup.E("polygon", append([]markup.Part{markup.A("points", path), markup.A("stroke", "currentColor")}, attrs...)...)
	}
	var parts []markup.Part
	for ring := 1; ring <= 4; ring++ {
		share := float64(ring) / 4
		parts = append(parts, polygon(func(int) float64 { return share }, markup.A("fill", "none"), markup.A("stroke-width", "0.6"), markup.A("stroke-opacity", "0.6")))
	}
	description := ""
	for i, s := range axes {
		x, y := at(i, 1)
		parts = append(parts, markup.E("line", markup.A("x1", coordinate(cx)), markup.A("y1", coordinate(cy)), markup.A("x2", coordinate(x)), markup.A("y2", coordinate(y)),
			markup.A("stroke", "currentColor"), markup.A("stroke-width", "0.6")))
		lx, ly := at(i, 1.1)
		if math.Abs(lx-cx) > 10 {
			ly += 26 // beside the middle the text stands below its corner, inside the picture
		}
		text := v.reading(*s.Points)
		parts = append(parts, textAt(lx, ly-14, "middle", s.Title), textAt(lx, ly+4, "middle", text))
		description += fill(v.Lang, wordChartAlt, "title", s.Title, "now", text) + either(v.Lang, "。", ". ")
	}
	share := func(n int64, i int) float64 { return float64(max(0, n)) / float64(max(1, axes[i].Points.Max)) }
	parts = append(parts,
		polygon(func(i int) float64 { return share(axes[i].Points.High, i) }, markup.A("fill", "none"), markup.A("stroke-width", "2"), markup.A("stroke-dasharray", "6 5")),
		polygon(func(i int) float64 { return share(axes[i].Points.Low, i) }, markup.A("fill", "currentColor"), markup.A("fill-opacity", "0.25"), markup.A("stroke-width", "2.5")),
		markup.E("g", markup.A("font-size", "13"), textAt(cx, size-6, "middle", wordRadarRange.In(v.Lang))))
	return svg(chartWidth, size, "h-radar", wordChart.In(v.Lang), description, parts...)
}
