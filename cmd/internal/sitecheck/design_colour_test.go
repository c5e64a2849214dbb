// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A colour is red, green and blue from 0 to 255 and how much of it covers what
// is below, from 0 to 1.
type colour struct{ r, g, b, a float64 }

var (
	white       = colour{255, 255, 255, 1}
	black       = colour{0, 0, 0, 1}
	transparent = colour{}
)

// parseColour reads the forms of CSS that a style sheet of ours uses:
// #rgb, #rrggbb, rgb(), hsl() and a few names. False is no colour.
func parseColour(s string) (colour, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "transparent":
		return transparent, true
	case "white":
		return white, true
	case "black":
		return black, true
	}
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		return parseHex(hex)
	}
	name, rest, found := strings.Cut(s, "(")
	if !found || !strings.HasSuffix(rest, ")") {
		return colour{}, false
	}
	values := strings.FieldsFunc(strings.TrimSuffix(rest, ")"), func(r rune) bool { return strings.ContainsRune(" ,/", r) })
	if len(values) != 3 && len(values) != 4 {
		return colour{}, false
	}
	var v [4]float64
	v[3] = 1
	for i, text := range values {
		number, percent := strings.CutSuffix(text, "%")
		f, err := strconv.ParseFloat(strings.TrimSuffix(number, "deg"), 64)
		if err != nil {
			return colour{}, false
		}
		switch {
		case percent && i == 3, percent && strings.HasPrefix(name, "hsl"):
			f /= 100
		case percent:
			f = f * 255 / 100
		}
		v[i] = f
	}
	switch name {
	case "rgb", "rgba":
		return colour{v[0], v[1], v[2], v[3]}, true
	case "hsl", "hsla":
		return fromHSL(v[0], v[1], v[2], v[3]), true
	}
	return colour{}, false
}

func parseHex(hex string) (colour, bool) {
	if len(hex) == 3 || len(hex) == 4 {
		var long strings.Builder
		for _, r := range hex {
			long.WriteString(strings.Repeat(string(r), 2))
		}
		hex = long.String()
	}
	if len(hex) == 6 {
		hex += "ff"
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 8 {
		return colour{}, false
	}
	return colour{float64(n >> 24), float64(n >> 16 & 255), float64(n >> 8 & 255), float64(n&255) / 255}, true
}

func fromHSL(h, s, l, a float64) colour {
	part := func(n float64) float64 {
		k := math.Mod(n+h/30, 12)
		return 255 * (l - s*math.Min(l, 1-l)*math.Max(-1, math.Min(math.Min(k-3, 9-k), 1)))
	}
	return colour{part(0), part(8), part(4), a}
}

// over returns c laid over below.
func (c colour) over(below colour) colour {
	a := c.a + below.a*(1-c.a)
	if a == 0 {
		return transparent
	}
	mix := func(x, y float64) float64 { return (x*c.a + y*below.a*(1-c.a)) / a }
	return colour{mix(c.r, below.r), mix(c.g, below.g), mix(c.b, below.b), a}
}

// String returns the form #rrggbb.
func (c colour) String() string {
	return fmt.Sprintf("#%02x%02x%02x", int(math.Round(c.r)), int(math.Round(c.g)), int(math.Round(c.b)))
}

// luminance is the relative luminance of WCAG 2.1.
func (c colour) luminance() float64 {
	part := func(v float64) float64 {
		v /= 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.r) + 0.7152*part(c.g) + 0.0722*part(c.b)
}

// contrast is the contrast ratio of WCAG 2.1, from 1 to 21, of two opaque colours.
func contrast(a, b colour) float64 {
	light, dark := a.luminance(), b.luminance()
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}
