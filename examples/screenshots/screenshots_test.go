package main

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/hoshitori/hoshitori/catalog/lang"
)

const (
	root   = "../../"
	images = root + "docs/images"
)

// What is in the folder is what the command writes, no more and no less.
func TestListAndFolderAgree(t *testing.T) {
	var want, got []string
	for _, p := range pictures() {
		want = append(want, p.file())
	}
	entries, err := os.ReadDir(images)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		got = append(got, e.Name())
	}
	slices.Sort(want)
	if n := len(slices.Compact(slices.Clone(want))); n != len(want) {
		t.Errorf("%d names for %d pictures", n, len(want))
	}
	if !slices.Equal(got, want) {
		t.Errorf("the folder holds\n%q\nwant\n%q\n; run `make screenshots`", got, want)
	}
}

// The pictures come with every clone, so they stay small.
func TestPicturesAreSmall(t *testing.T) {
	const most = 900_000
	sum := 0
	for _, p := range pictures() {
		data, err := os.ReadFile(filepath.Join(images, p.file()))
		if err != nil {
			t.Fatal(err)
		}
		sum += len(data)
		config, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", p.file(), err)
		}
		check(t, p, config)
	}
	if sum > most {
		t.Errorf("%d bytes, more than %d", sum, most)
	}
}

// check fails unless a picture is as large as the window and has a palette.
func check(t *testing.T, p picture, config image.Config) {
	t.Helper()
	width, height := int(float64(p.device.width)*p.device.scale), int(float64(p.device.height)*p.device.scale)
	if config.Width != width || config.Height != height {
		t.Errorf("%s: %d × %d dots, want %d × %d", p.file(), config.Width, config.Height, width, height)
	}
	if colours, ok := config.ColorModel.(color.Palette); !ok || len(colours) > p.colours() {
		t.Errorf("%s has no palette of at most %d colours", p.file(), p.colours())
	}
}

var named = regexp.MustCompile(`docs/images/[^\s)"'#]+`)

func TestPicturesOfTheReadmesExist(t *testing.T) {
	for _, readme := range []string{"README.md", "README.ja.md"} {
		text, err := os.ReadFile(root + readme)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range named.FindAllString(string(text), -1) {
			if _, err := os.Stat(root + file); err != nil {
				t.Errorf("%s shows %s, which is not there", readme, file)
			}
		}
	}
}

// The command still finds its way through the widget. What the picture looks like is for people to judge.
func TestTake(t *testing.T) {
	s, err := openStudio(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	dir := t.TempDir()
	for _, p := range []picture{
		{desktop, stagePage(lang.EN), result, true, lang.EN},
		{phone, "scs.html", requirement, false, lang.JA},
	} {
		if _, err := s.take(p, dir); err != nil {
			t.Fatalf("%s: %v", p.file(), err)
		}
		data, err := os.ReadFile(filepath.Join(dir, p.file()))
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		check(t, p, image.Config{Width: got.Bounds().Dx(), Height: got.Bounds().Dy(), ColorModel: got.ColorModel()})
		r, g, b, _ := got.At(2, got.Bounds().Dy()/2).RGBA() // beside the widget
		if light := (r + g + b) / 3 / 257; light > 100 == p.dark {
			t.Errorf("%s: the page's brightness is %d of 255", p.file(), light)
		}
	}
}

func TestPalette(t *testing.T) {
	white, black, red, pink := color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}, color.RGBA{200, 0, 0, 255}, color.RGBA{255, 250, 250, 255}
	picture := image.NewRGBA(image.Rect(0, 0, 10, 10))
	for i := range 100 {
		picture.SetRGBA(i%10, i/10, white)
	}
	for i := range 20 {
		picture.SetRGBA(i%10, i/10, black)
	}
	picture.SetRGBA(5, 5, red)
	for i := range 5 {
		picture.SetRGBA(i, 8, pink)
	}
	tests := []struct {
		n      int
		want   color.Palette
		reason string
	}{
		{2, color.Palette{white, black}, "the large areas first"},
		{3, color.Palette{white, black, red}, "a small mark that stands out counts more than a shade of white"},
		{16, color.Palette{white, black, red, pink}, "no more than there are"},
	}
	for _, test := range tests {
		if got := paletteOf(picture, test.n); !slices.Equal(got, test.want) {
			t.Errorf("%d colours: got %v, want %v: %s", test.n, got, test.want, test.reason)
		}
	}
}
