// SPDX-License-Identifier: EUPL-1.2

package static

import (
	_ "embed" // for the sprite
	"encoding/xml"
	"fmt"
	"sync"
)

// sprite is the icon set of Bootstrap Italia, one <symbol> an icon. Pages
// carry the icons they use inline, because an external <use> is blocked when
// a page is opened from a disk; the sprite itself is not published.
//
//go:embed vendor/bootstrap-italia/sprites.svg
var sprite []byte

// A symbol is one icon of the sprite.
type symbol struct {
	ID      string `xml:"id,attr"`
	ViewBox string `xml:"viewBox,attr"`
	Markup  string `xml:",innerxml"`
}

var symbols = sync.OnceValues(func() (map[string]symbol, error) {
	var set struct {
		Symbols []symbol `xml:"symbol"`
	}
	if err := xml.Unmarshal(sprite, &set); err != nil {
		return nil, fmt.Errorf("reading the icons: %w", err)
	}
	byID := make(map[string]symbol, len(set.Symbols))
	for _, s := range set.Symbols {
		byID[s.ID] = s
	}
	return byID, nil
})

// Icon returns the view box and the inner SVG markup of the icon with that
// name, which is its id in the sprite: "it-burger". An unknown name is an
// error: names are written in templates, never in data.
func Icon(name string) (viewBox, markup string, err error) {
	all, err := symbols()
	if err != nil {
		return "", "", err
	}
	s, ok := all[name]
	if !ok {
		return "", "", fmt.Errorf("no icon %q in the sprite of Bootstrap Italia", name)
	}
	return s.ViewBox, s.Markup, nil
}
