// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"embed"
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// fontFiles are the site's letters, as the package @fontsource/titillium-web has
// them; their licence is static/licenze/titillium-web.txt. Browsers are sent the
// same outlines in another format, which Go has no reader of.
//
//go:embed fonts/*.woff
var fontFiles embed.FS

// fonts are the two that charts are set in.
var fonts = sync.OnceValues(func() (map[weight]*sfnt.Font, error) {
	all := make(map[weight]*sfnt.Font)
	for _, w := range []weight{regular, bold} {
		woff, err := fontFiles.ReadFile("fonts/titillium-web-latin-" + string(w) + "-normal.woff")
		if err != nil {
			return nil, fmt.Errorf("reading a font: %w", err)
		}
		raw, err := unwrap(woff)
		if err != nil {
			return nil, fmt.Errorf("reading the font of weight %s: %w", w, err)
		}
		if all[w], err = sfnt.Parse(raw); err != nil {
			return nil, fmt.Errorf("reading the font of weight %s: %w", w, err)
		}
	}
	return all, nil
})

// newRuler measures every printable character below U+2200 that the fonts have.
var newRuler = sync.OnceValues(func() (ruler, error) {
	all, err := fonts()
	if err != nil {
		return nil, err
	}
	r := make(ruler)
	var buf sfnt.Buffer
	const em = fixed.Int26_6(1000 << 6)
	for w, f := range all {
		r[w] = make(map[rune]int)
		for c := rune(' '); c < 0x2200; c++ {
			glyph, err := f.GlyphIndex(&buf, c)
			if err != nil {
				return nil, fmt.Errorf("measuring %q: %w", c, err)
			}
			if glyph == 0 || c >= 0x7f && c < 0xa0 {
				continue
			}
			width, err := f.GlyphAdvance(&buf, glyph, em, font.HintingNone)
			if err != nil {
				return nil, fmt.Errorf("measuring %q: %w", c, err)
			}
			r[w][c] = width.Round()
		}
	}
	return r, nil
})
