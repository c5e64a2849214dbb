// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"slices"
	"strconv"

	"golang.org/x/net/html"
)

// checkChart holds that a chart to take away has the contrast it has in its
// page.
func (f *designFile) checkChart(data []byte) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		f.flaw("picture", "%v", err)
		return
	}
	for n := range root.Descendants() {
		if n.Data == "svg" && attr(n, "role") == "img" && hasClass(n, "chart") {
			for _, c := range readChart(n).faults() {
				f.flaw(c.code, "%s", c.message)
			}
		}
	}
}

// A shape is a rectangle of a chart as it is painted.
type shape struct {
	x, y, width, height float64
	fill                colour // of a pattern: its ground
	line                colour // of what a pattern has on its ground; a == 0 is none
	stroke              colour // of its outline; a == 0 is none
	series              string // data-s: it is a mark
}

// chartColours are the colours of a drawing and where they are.
type chartColours struct {
	name   string
	shapes []shape // in the order in which they are painted
	lines  []colour
	words  []word
}

// A word is a label of a chart.
type word struct {
	x, y float64
	fill colour
	text string
}

// readChart takes colours and places out of a drawing of ours, which has
// rectangles, lines and words and no transformation.
func readChart(svg *html.Node) *chartColours {
	c := &chartColours{}
	patterns := map[string]shape{}
	for n := range svg.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "title" && c.name == "" {
			c.name = content(n)
		}
		if pattern := within(n, called("pattern")); pattern != nil {
			patterns["url(#"+attr(pattern, "id")+")"] = addToPattern(patterns["url(#"+attr(pattern, "id")+")"], n)
			continue
		}
		fill, painted := parseColour(attr(n, "fill"))
		stroke, outlined := parseColour(attr(n, "stroke"))
		switch n.Data {
		case "rect":
			s := shape{x: number(n, "x"), y: number(n, "y"), width: number(n, "width"), height: number(n, "height"), series: attr(n, "data-s")}
			if pattern, ok := patterns[attr(n, "fill")]; ok {
				s.fill, s.line = pattern.fill, pattern.line
			} else if painted {
				s.fill = fill
			}
			if outlined {
				s.stroke = stroke
			}
			if s.width > 0 && s.height > 0 {
				c.shapes = append(c.shapes, s)
			}
		case "path", "line":
			if outlined && !hasClass(n, "c-track") {
				c.lines = append(c.lines, stroke)
			}
		case "text":
			if text := content(n); text != "" && painted {
				c.words = append(c.words, word{number(n, "x"), number(n, "y"), fill, text})
			}
		}
	}
	return c
}

// addToPattern adds a part of a pattern: first its ground, then what is on it.
func addToPattern(s shape, n *html.Node) shape {
	c, ok := parseColour(attr(n, "fill"))
	switch {
	case !ok:
	case s.fill.a == 0:
		s.fill = c
	default:
		s.line = c
	}
	return s
}

func number(n *html.Node, key string) float64 {
	v, err := strconv.ParseFloat(attr(n, key), 64)
	if err != nil {
		return 0
	}
	return v
}

// A colourFault is a pair of colours too near to each other.
type colourFault struct{ code, message string }

// faults compares words with what they stand on, marks with the ground and
// marks of different series with each other.
func (c *chartColours) faults() []colourFault {
	var out []colourFault
	report := func(code, what string, a, b colour) {
		f := colourFault{code, "nel grafico «" + c.name + "» " + what + " " + a.String() + " su " + b.String() + " ha contrasto " + decimal(contrast(a, b))}
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	for _, w := range c.words {
		ground := white
		for _, s := range c.shapes {
			// A word stands on what is painted at the middle of its first letter.
			if x, y := w.x+1, w.y-5; x >= s.x && x <= s.x+s.width && y >= s.y && y <= s.y+s.height {
				ground = s.fill.over(ground)
			}
		}
		if contrast(w.fill, ground) < textContrast {
			report("contrast-text", "il testo «"+w.text+"»", w.fill, ground)
		}
	}
	var seen []shape // the first mark of each series
	for _, s := range c.shapes {
		if s.series == "" {
			continue
		}
		if !s.visible(white) {
			report("contrast-graphics", "una barra", s.strongest(white), white)
		}
		if s.line.a > 0 && contrast(s.line, s.fill) < graphicContrast {
			report("contrast-graphics", "il tratteggio di una barra", s.line, s.fill)
		}
		if !slices.ContainsFunc(seen, func(other shape) bool { return other.series == s.series }) {
			for _, other := range seen {
				if !s.visible(other.fill) && !other.visible(s.fill) {
					report("contrast-graphics", "una barra accanto a un'altra", s.strongest(other.fill), other.fill)
				}
			}
			seen = append(seen, s)
		}
	}
	for _, line := range c.lines {
		if contrast(line, white) < graphicContrast {
			report("contrast-graphics", "una linea", line, white)
		}
	}
	return out
}

// visible reports whether anything of s stands out on ground.
func (s shape) visible(ground colour) bool {
	return contrast(s.strongest(ground), ground) >= graphicContrast
}

func (s shape) strongest(ground colour) colour {
	best := s.fill
	for _, c := range []colour{s.line, s.stroke} {
		if c.a > 0 && contrast(c, ground) > contrast(best, ground) {
			best = c
		}
	}
	return best
}
