package main

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
)

// reduced writes a PNG file anew with a palette of at most that many colours. With 16 it becomes a quarter as large.
func reduced(shot []byte, colours int) ([]byte, error) {
	full, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		return nil, err
	}
	small := image.NewPaletted(full.Bounds(), paletteOf(full, colours))
	draw.Draw(small, small.Bounds(), full, full.Bounds().Min, draw.Src) // without dithering: areas stay plain
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err = encoder.Encode(&out, small)
	return out.Bytes(), err
}

// paletteOf chooses at most n colours: one after the other that which the most dots would gain from, counting how far they are
// from what was chosen before. So large areas keep their exact colour, and a small mark of its own colour is not lost.
func paletteOf(picture image.Image, n int) color.Palette {
	count := map[color.RGBA]int{}
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			count[color.RGBAModel.Convert(picture.At(x, y)).(color.RGBA)]++
		}
	}
	left := make([]shade, 0, len(count))
	for c, dots := range count {
		left = append(left, shade{c, dots, 3 * 255 * 255})
	}
	slices.SortFunc(left, shade.compare) // a map has no order, and equal pictures should become equal files
	var chosen color.Palette
	for len(chosen) < n && len(left) > 0 {
		best := slices.MaxFunc(left, func(a, b shade) int { return cmp.Compare(a.gain(), b.gain()) })
		if best.distance == 0 {
			break
		}
		chosen = append(chosen, best.colour)
		for i := range left {
			left[i].distance = min(left[i].distance, distance(left[i].colour, best.colour))
		}
	}
	return chosen
}

// shade is a colour of a picture.
type shade struct {
	colour   color.RGBA
	dots     int
	distance int // squared, to the nearest colour that was chosen
}

func (s shade) gain() int { return s.dots * s.distance }

func (s shade) compare(t shade) int {
	return cmp.Or(cmp.Compare(s.colour.R, t.colour.R), cmp.Compare(s.colour.G, t.colour.G), cmp.Compare(s.colour.B, t.colour.B),
		cmp.Compare(s.colour.A, t.colour.A))
}

func distance(a, b color.RGBA) int {
	r, g, bl := int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B)
	return r*r + g*g + bl*bl
}
