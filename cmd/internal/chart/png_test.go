// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var caption = Caption{
	Title:  "Da 41 a 22 giorni in tre anni: perché l’attesa è quasi dimezzata",
	Text:   "Giorni medi per rilasciare un permesso edilizio",
	Source: "Fonte: Piano organizzativo del lavoro agile 2023", Licence: "Comune di Esempio, CC BY 4.0",
}

var card = Card{Above: "Comune di Esempio · Piano 2023", Title: "Un registro per ogni albero della città",
	Figures: []Figure{{"7,4 → 4,1", "avvisi sbagliati ogni 100, l’obiettivo è 3"}, {"fino a 123", "dipendenti possono lavorare da casa"}}}

// pixels is the checksum of what a PNG shows: the same on every machine, while
// its compression may change with Go.
func pixels(t *testing.T, data []byte) string {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	h, box := sha256.New(), img.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			h.Write([]byte{byte(r >> 8), byte(g >> 8), byte(b >> 8)})
		}
	}
	return fmt.Sprintf("%dx%d %x", box.Dx(), box.Dy(), h.Sum(nil)[:12])
}

// Set PNG_FOLDER to look at the pictures. To run this for other machines:
// GOARCH=386, or any that can be emulated.
func TestPNGsAreTheGoldenOnes(t *testing.T) {
	var sums strings.Builder
	keep := func(name string, data []byte, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		fmt.Fprintf(&sums, "%s %s\n", name, pixels(t, data))
		if folder := os.Getenv("PNG_FOLDER"); folder != "" {
			if err := os.WriteFile(filepath.Join(folder, name+".png"), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range append(goldens(), many(37)) {
		svg, err := os.ReadFile("testdata/" + c.ID + "-w.svg")
		if err != nil {
			t.Fatal(err)
		}
		data, err := paintChart(mustRuler(t), svg, caption)
		keep(c.ID, data, err)
	}
	data, err := card.PNG()
	keep("card", data, err)
	data, err = Card{Title: strings.Repeat("Un titolo che non finisce mai ", 20), Figures: card.Figures[:1]}.PNG()
	keep("card-long", data, err)
	data, err = Card{}.PNG()
	keep("card-empty", data, err)
	golden(t, "png.txt", []byte(sums.String()))
}

// A drawing in a PNG is that of the page, and is kept.
func TestPNGComesFromTheCache(t *testing.T) {
	skipUnderRace(t)
	c, kept := goldens()[2], memory{}
	want, err := newDrawer(t, Options{Cache: kept.cache()}).PNG(t.Context(), c, caption)
	if err != nil {
		t.Fatal(err)
	}
	d := newDrawer(t, Options{Cache: kept.cache(), Engine: noEngine})
	for key, data := range kept {
		if strings.HasPrefix(key, "png-") {
			kept[key] = append(bytes.Clone(data), 'x')
		}
	}
	got, err := d.PNG(t.Context(), c, caption)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("of a spoiled cache: %d bytes, %v; want %d", len(got), err, len(want))
	}
	other := caption
	other.Licence += "."
	if got, err := d.PNG(t.Context(), c, other); err != nil || bytes.Equal(got, want) {
		t.Errorf("another licence: the same picture (%v)", err)
	}
}

// What stands under a goal, on a mark or in a pattern has the colour that the
// SVG says.
func TestPNGHasTheColoursOfTheDrawing(t *testing.T) {
	svg := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 100">` +
		`<rect x="0" y="0" width="100" height="50" fill="#00473b"/>` +
		`<rect x="200" y="0" width="100" height="50" fill="url(#a-h)" stroke="#995c00"/>` +
		`<circle cx="400" cy="25" r="20" fill="#003366" stroke="#ffffff" stroke-width="2"/></svg>`)
	data, err := paintChart(mustRuler(t), svg, Caption{})
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	top := pngMargin + 48
	at := func(x, y int) string {
		r, g, b, _ := img.At(pngMargin+x*9/4, top+y*9/4).RGBA()
		return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	}
	for place, want := range map[image.Point]string{{X: 50, Y: 25}: colourDone, {X: 150, Y: 25}: colourBox, {X: 400, Y: 25}: colourSolid, {X: 400, Y: 4}: colourBox} {
		if got := at(place.X, place.Y); got != want {
			t.Errorf("at %v the picture is %s, want %s", place, got, want)
		}
	}
	seen := map[string]bool{}
	for x := 210; x < 290; x++ {
		seen[at(x, 25)] = true
	}
	if !seen[colourHatched] || !seen[colourHatch] {
		t.Errorf("the hatching has the colours %v", seen)
	}
	if _, err := paintChart(mustRuler(t), []byte(`<svg viewBox="0 0 640 9"><image/></svg>`), Caption{}); err == nil {
		t.Error("an element that charts do not have was painted")
	}
}

func BenchmarkPNG(b *testing.B) {
	svg, err := os.ReadFile("testdata/avanzamento-w.svg")
	if err != nil {
		b.Fatal(err)
	}
	r := mustRuler(b)
	for b.Loop() {
		data, err := paintChart(r, svg, caption)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(data)), "bytes")
	}
}
