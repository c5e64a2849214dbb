// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"image"
	"image/png"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/diag"
)

// noise returns a PNG that no compression makes small.
func noise(width, height int) []byte {
	img, r := image.NewGray(image.Rect(0, 0, width, height)), rand.New(rand.NewPCG(1, 2))
	for i := range img.Pix {
		img.Pix[i] = byte(r.Uint32())
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func blankPicture(width, height int) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// A picture is weighed and measured, and the page keeps room for it.
func TestHeavyImage(t *testing.T) {
	tests := []struct {
		name    string
		picture []byte
		heavy   string
	}{
		{"small", blankPicture(4, 3), ""},
		{"as large as may be", blankPicture(maxImageSide, 100), ""},
		{"too wide", blankPicture(maxImageSide+1, 100), "il lato più lungo supera 2.000"},
		{"too tall", blankPicture(100, maxImageSide+1), "100 × 2001 punti"},
		{"too heavy", noise(800, 800), "pesa 641 kB: ne bastano 500"},
	}
	for _, tt := range tests {
		fsys := fstest.MapFS{
			"content/2022/pagina.md":         {Data: []byte(head + "![La sede](/immagini/Foto%20Sede.png)\n")},
			"content/immagini/Foto Sede.png": {Data: tt.picture},
		}
		report := new(diag.List)
		pages := Load(fsys, testPublication(), testKnown(), report)
		said := slices.IndexFunc(report.Sorted(), func(d diag.Diagnostic) bool {
			return d.Code == "heavy-image" && d.Severity == diag.Warning && tt.heavy != "" && strings.Contains(d.Message, tt.heavy)
		})
		if (said < 0) != (tt.heavy == "") || report.HasErrors() {
			t.Errorf("%s: %s", tt.name, written(t, report))
		}
		html, err := pages[0].HTML(testResolver())
		if err != nil || !strings.Contains(string(html), ` width="`) || !strings.Contains(string(html), ` height="`) {
			t.Errorf("%s: %v %s", tt.name, err, html)
		}
	}
}
