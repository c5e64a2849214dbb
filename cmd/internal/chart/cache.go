// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // for the sources that make a picture
	"fmt"
	"strings"
)

// A Cache keeps bytes between runs. The zero value keeps nothing. What it
// returns is checked: it may be lost, cut short or changed, and no byte of a
// drawing depends on it.
type Cache struct {
	Get func(key string) ([]byte, bool)
	Put func(key string, data []byte)
}

// The sources of what happens to a drawing after the option is made: when one
// changes, what was kept is not used, without a version number to forget.
var (
	//go:embed picture.go
	sourcePicture string
	//go:embed attributes.go
	sourceAttributes string
	//go:embed svg.go
	sourceSVG string
	//go:embed check.go
	sourceCheck string
	//go:embed timeline_option.go
	sourceTimeline string
	//go:embed theme.go
	sourceTheme string
	//go:embed raster.go
	sourceRaster string
	//go:embed png.go
	sourcePNG string
	//go:embed card.go
	sourceCard string
	//go:embed token.go
	sourceToken string
)

// recipe stands for all that makes a picture of an option.
func recipe() string {
	return sum(strings.Join([]string{engineVersion, sum(scriptBefore), bundleSum, sum(scriptAfter),
		sourcePicture, sourceAttributes, sourceSVG, sourceCheck, sourceTimeline, sourceTheme, sourceToken}, "\x00"))
}

// key names a picture by all that goes into it.
func (d *Drawer) key(option []byte, lines []string, l drawing, f frame) string {
	h := sha256.New()
	for _, part := range []string{d.recipe, f.id, f.title, f.desc, decimal(l.width), decimal(l.height), strings.Join(lines, "\n"), string(option)} {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return fmt.Sprintf("chart-%x", h.Sum(nil))
}

// remembered returns what was kept under all of parts, or makes and keeps it.
func (c Cache) remembered(kind string, parts []string, make func() ([]byte, error)) ([]byte, error) {
	h := sha256.New()
	for _, part := range append(parts, sourceRaster, sourcePNG) {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	key := fmt.Sprintf("%s-%x", kind, h.Sum(nil))
	if c.Get != nil {
		data, ok := c.Get(key)
		if head, body, found := bytes.Cut(data, []byte("\n")); ok && found && string(head) == sum(key+string(body)) {
			return body, nil
		}
	}
	data, err := make()
	if err == nil && c.Put != nil {
		c.Put(key, append([]byte(sum(key+string(data))+"\n"), data...))
	}
	return data, err
}

// A kept picture is a line with its checksum, then the SVG.
func (c Cache) picture(key string) ([]byte, bool) {
	if c.Get == nil {
		return nil, false
	}
	data, ok := c.Get(key)
	if !ok {
		return nil, false
	}
	head, svg, ok := bytes.Cut(data, []byte("\n"))
	if !ok || string(head) != sum(key+string(svg)) || !bytes.HasPrefix(svg, []byte("<svg ")) {
		return nil, false
	}
	return svg, true
}

func (c Cache) keepPicture(key string, svg []byte) {
	if c.Put != nil {
		c.Put(key, append([]byte(sum(key+string(svg))+"\n"), svg...))
	}
}
