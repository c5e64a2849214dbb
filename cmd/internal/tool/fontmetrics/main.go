// SPDX-License-Identifier: EUPL-1.2

// Fontmetrics writes how wide each character of the site's font is, so that
// the generator can lay text out without a browser. It is run by go generate,
// at development time only.
//
// The result maps a weight to a map from character to advance width in
// thousandths of the type size.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// weights are those that charts are set in.
var weights = []string{"400", "700"}

func main() {
	fonts := flag.String("fonts", "", "`folder` of the package's WOFF files")
	family := flag.String("family", "titillium-web-latin", "how the file names start")
	out := flag.String("o", "", "`file` to write")
	flag.Parse()
	if err := run(*fonts, *family, *out); err != nil {
		fmt.Fprintln(os.Stderr, "fontmetrics:", err)
		os.Exit(1)
	}
}

func run(fonts, family, out string) error {
	if fonts == "" || out == "" {
		return errors.New("-fonts and -o are both needed")
	}
	data, err := metrics(fonts, family)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, data, 0o644); err != nil {
		return fmt.Errorf("writing the metrics: %w", err)
	}
	return nil
}

// metrics returns the JSON text: sorted keys, so the same fonts give the same bytes.
func metrics(fonts, family string) ([]byte, error) {
	all := make(map[string]map[string]int)
	for _, weight := range weights {
		path := filepath.Join(fonts, family+"-"+weight+"-normal.woff")
		woff, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("reading a font: %w", err)
		}
		raw, err := unwrap(woff)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if all[weight], err = advances(raw); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	data, err := json.Marshal(all)
	if err != nil {
		return nil, fmt.Errorf("writing the metrics: %w", err)
	}
	return append(data, '\n'), nil
}

// advances measures every printable character below U+2200 that the font has.
func advances(raw []byte) (map[string]int, error) {
	f, err := sfnt.Parse(raw)
	if err != nil {
		return nil, err
	}
	var buf sfnt.Buffer
	const em = fixed.Int26_6(1000 << 6)
	widths := make(map[string]int)
	for r := rune(' '); r < 0x2200; r++ {
		glyph, err := f.GlyphIndex(&buf, r)
		if err != nil {
			return nil, err
		}
		if glyph == 0 || r >= 0x7f && r < 0xa0 {
			continue
		}
		width, err := f.GlyphAdvance(&buf, glyph, em, font.HintingNone)
		if err != nil {
			return nil, err
		}
		widths[string(r)] = width.Round()
	}
	return widths, nil
}
