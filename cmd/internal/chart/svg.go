// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// A frame is what the re-serialiser adds to a picture.
type frame struct {
	id            string // prefix of every id, unique on a page
	class         string
	title, desc   string
	first, series int // the chart's series among those drawn
}

// raise is how far below its middle a line of text has its base line, in ems:
// half the height of Titillium's capitals. Said in numbers, because not every
// program that opens an SVG knows dominant-baseline.
const raise = 0.345

// encode writes a picture as an SVG that can be inlined: nothing but shapes,
// text, the theme's colours and its own ids.
func encode(p *picture, f frame) []byte {
	var b bytes.Buffer
	w := func(parts ...string) {
		for _, part := range parts {
			b.WriteString(part)
		}
	}
	w(`<svg xmlns="http://www.w3.org/2000/svg" class="chart `, f.class, `" viewBox="0 0 `, decimal(p.width), ` `, decimal(p.height),
		`" font-size="`, strconv.Itoa(typeSize), `" role="img" aria-labelledby="`, f.id, `-t" aria-describedby="`, f.id, `-d">`,
		`<title id="`, f.id, `-t">`, escaped(f.title), `</title><desc id="`, f.id, `-d">`, escaped(f.desc), `</desc>`)
	w(patterns(p, f.id)...)
	for _, s := range p.shapes {
		if s.stroke == colourUnpainted || s.strokeWidth == 0 {
			s.stroke, s.strokeWidth = colourUnpainted, 0
		}
		mark := f.isMark(s)
		if s.fill == colourUnpainted && s.stroke == colourUnpainted ||
			s.kind == rectangle && s.dx == 0 && !mark || s.kind == writing && strings.TrimSpace(s.text) == "" {
			continue
		}
		switch s.kind {
		case rectangle:
			class, fill := f.rectangleClass(s)
			w(`<rect class="`, class, `" x="`, decimal(s.x), `" y="`, decimal(s.y), `" width="`, decimal(s.dx), `" height="`, decimal(s.dy), `" fill="`, fill, `"`)
			w(stroke(s)...)
			if mark {
				w(` data-s="`, strconv.Itoa(s.series-f.first), `" data-c="`, strconv.Itoa(s.category), `"`)
			}
			w(`/>`)
		case dot, diamond:
			class := "c-start"
			if s.fill == colourSolid {
				class = "c-result"
			}
			if s.kind == dot {
				w(`<circle class="`, class, `" cx="`, decimal(s.x), `" cy="`, decimal(s.y), `" r="`, decimal(s.dx), `" fill="`, s.fill, `"`)
			} else {
				r := decimal(s.dx)
				w(`<path class="c-goal" d="M`, decimal(s.x), ` `, decimal(s.y-s.dx), `l`, r, ` `, r, `l-`, r, ` `, r, `l-`, r, ` -`, r, `z" fill="none"`)
			}
			w(stroke(s)...)
			if mark {
				w(` data-s="`, strconv.Itoa(s.series-f.first), `" data-c="`, strconv.Itoa(s.category), `"`)
			}
			w(`/>`)
		case polyline:
			w(`<path class="c-line" d="M`)
			for i, at := range s.points {
				w([]string{"", " "}[i%2], map[bool]string{true: "L"}[i > 0 && i%2 == 0], decimal(at))
			}
			w(`" fill="none"`)
			w(stroke(s)...)
			w(`/>`)
		case straight:
			class := "c-axis"
			if s.dx != 0 && s.stroke == colourAxis {
				class = "c-line"
			}
			if s.stroke == colourTarget {
				class = "c-target"
			}
			w(`<path class="`, class, `" d="M`, decimal(s.x), ` `, decimal(s.y), `l`, decimal(s.dx), ` `, decimal(s.dy), `" fill="none"`)
			w(stroke(s)...)
			w(`/>`)
		case writing:
			w(`<text class="`, textClass(s.fill), `" x="`, decimal(s.x), `" y="`, decimal(s.y+raise*s.size), `"`)
			if s.anchor != "start" {
				w(` text-anchor="`, s.anchor, `"`)
			}
			if s.size != typeSize {
				w(` font-size="`, decimal(s.size), `"`)
			}
			if s.weight != regular {
				w(` font-weight="`, string(s.weight), `"`)
			}
			w(` fill="`, s.fill, `">`, escaped(strings.TrimSpace(s.text)), `</text>`)
		}
	}
	w(`</svg>`)
	return b.Bytes()
}

// isMark says whether s is a value of the chart.
func (f frame) isMark(s shape) bool {
	return (s.kind == rectangle || s.kind == dot || s.kind == diamond) && s.series >= f.first && s.series < f.first+f.series
}

// rectangleClass returns a rectangle's class and paint.
func (f frame) rectangleClass(s shape) (class, fill string) {
	switch s.fill {
	case colourHatched:
		return "c-hatched", "url(#" + f.id + "-h)"
	case colourDotted:
		return "c-dotted", "url(#" + f.id + "-p)"
	case colourTrack:
		return "c-track", s.fill
	case colourTarget:
		return "c-target", s.fill
	}
	for _, l := range looks {
		if l.ground == s.fill && l.ground != colourBox {
			return l.class, s.fill
		}
	}
	if s.stroke == colourSolid {
		return "c-range", s.fill
	}
	return "c-box", s.fill
}

func textClass(fill string) string {
	switch fill {
	case colourMuted:
		return "c-muted"
	case colourBox:
		return "c-on-solid"
	}
	return "c-ink"
}

func stroke(s shape) []string {
	if s.stroke == colourUnpainted {
		return nil
	}
	parts := []string{` stroke="`, s.stroke, `"`}
	if s.strokeWidth != 1 {
		parts = append(parts, ` stroke-width="`, decimal(s.strokeWidth), `"`)
	}
	if len(s.dash) == 3 {
		parts = append(parts, ` stroke-dasharray="`, decimal(s.dash[0]), ` `, decimal(s.dash[1]), `" stroke-dashoffset="`, decimal(s.dash[2]), `"`)
	}
	return parts
}

// patterns returns the definitions of those that the picture uses. Lines at 45
// degrees and dots stay apart in grey, in print and on a small screen.
func patterns(p *picture, id string) []string {
	hatched, dotted := false, false
	for _, s := range p.shapes {
		hatched = hatched || s.kind == rectangle && s.fill == colourHatched
		dotted = dotted || s.kind == rectangle && s.fill == colourDotted
	}
	var out []string
	if hatched {
		out = append(out, `<pattern id="`, id, `-h" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`,
			`<rect class="c-hatched-ground" width="7" height="7" fill="`, colourHatched, `"/>`,
			`<rect class="c-hatched-line" width="2" height="7" fill="`, colourHatch, `"/></pattern>`)
	}
	if dotted {
		out = append(out, `<pattern id="`, id, `-p" width="6" height="6" patternUnits="userSpaceOnUse">`,
			`<rect class="c-dotted-ground" width="6" height="6" fill="#ffffff"/>`,
			`<circle class="c-dotted-dot" cx="3" cy="3" r="1.25" fill="`, colourDot, `"/></pattern>`)
	}
	if out != nil {
		out = append(append([]string{`<defs>`}, out...), `</defs>`)
	}
	return out
}

// decimal writes a coordinate to the hundredth.
func decimal(f float64) string {
	f = math.Round(f*100) / 100
	if f == 0 {
		return "0" // never -0
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// escaped is text between tags, in HTML and in XML.
func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
