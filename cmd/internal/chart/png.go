// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"context"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Caption is what a picture says that leaves its page. Each may be empty.
type Caption struct {
	Title   string // the finding, or the chart's title
	Text    string // what it is about
	Source  string // "Fonte: …"
	Licence string // "Comune di …, CC BY 4.0"
}

// Of a picture for a newspaper, in pixels.
const (
	pngWidth  = 1600
	pngMargin = 80
	// A unit of a chart is 2.25 pixels, 144 of their 64ths.
	pngUnit = 144
)

// PNG draws c, wide, on a light ground, 1,600 pixels wide, with its caption: the
// same picture as Draw, of whose SVG it is made.
func (d *Drawer) PNG(ctx context.Context, c Chart, caption Caption) ([]byte, error) {
	svg, err := d.Draw(ctx, c)
	if err != nil {
		return nil, err
	}
	return d.cache.remembered("png", []string{d.recipe, string(svg.Wide), caption.Title, caption.Text, caption.Source, caption.Licence}, func() ([]byte, error) {
		data, err := paintChart(d.ruler, svg.Wide, caption)
		if err != nil {
			return nil, fmt.Errorf("chart %q, PNG: %w", c.ID, err)
		}
		return data, nil
	})
}

// A block is text of one style, one line under the other.
type block struct {
	lines  []string
	weight weight
	size   int // pixels
	colour string
}

func (r ruler) block(words string, w weight, size, width int, colour string) block {
	b := block{weight: w, size: size, colour: colour}
	if words = clean(words); words != "" {
		b.lines = r.wrap(words, w, float64(size)*slack, float64(width))
	}
	return b
}

func (b block) height() int { return len(b.lines) * b.size * 13 / 10 }

func (c *canvas) block(b block, x, y int) error {
	for i, line := range b.lines {
		if err := c.write(line, b.weight, b.size*64, x*64, (y+i*b.size*13/10+b.size)*64, colourOf(b.colour)); err != nil {
			return err
		}
	}
	return nil
}

func paintChart(r ruler, svg []byte, caption Caption) ([]byte, error) {
	var drawing svgDrawing
	if err := xml.Unmarshal(svg, &drawing); err != nil {
		return nil, fmt.Errorf("reading the drawing: %w", err)
	}
	size := strings.Fields(drawing.ViewBox)
	if len(size) != 4 {
		return nil, fmt.Errorf("reading the drawing: its size is %q", drawing.ViewBox)
	}
	height, err := strconv.ParseFloat(size[3], 64)
	if err != nil {
		return nil, fmt.Errorf("reading the drawing: its height is %q", size[3])
	}
	room := pngWidth - 2*pngMargin
	title := r.block(caption.Title, bold, 50, room, colourInk)
	text := r.block(caption.Text, regular, 34, room, colourMuted)
	source := r.block(caption.Source, regular, 28, room, colourMuted)
	licence := r.block(caption.Licence, regular, 28, room, colourMuted)
	top := pngMargin + title.height() + text.height() + 48
	foot := top + int(math.Ceil(float64(height*pngUnit)))/64 + 56
	c, err := newCanvas(pngWidth, foot+24+source.height()+licence.height()+pngMargin/2, colourOf(colourBox))
	if err != nil {
		return nil, err
	}
	c.fill(plain(colourOf(colourTrack)), rectangleOf(pngMargin*64, foot*64, room*64, 3*64))
	y := pngMargin - 12
	for i, b := range []block{title, text, source, licence} {
		if i == 2 {
			y = foot + 20
		}
		if err := c.block(b, pngMargin, y); err != nil {
			return nil, err
		}
		y += b.height()
	}
	for _, e := range drawing.Elements {
		if err := c.element(e, pngMargin*64, top*64); err != nil {
			return nil, fmt.Errorf("<%s>: %w", e.XMLName.Local, err)
		}
	}
	return c.encode()
}

// An svgDrawing is what encode writes.
type svgDrawing struct {
	ViewBox  string       `xml:"viewBox,attr"`
	Elements []svgElement `xml:",any"`
}

type svgElement struct {
	XMLName     xml.Name
	X           float64  `xml:"x,attr"`
	Y           float64  `xml:"y,attr"`
	Width       float64  `xml:"width,attr"`
	Height      float64  `xml:"height,attr"`
	CX          float64  `xml:"cx,attr"`
	CY          float64  `xml:"cy,attr"`
	R           float64  `xml:"r,attr"`
	D           string   `xml:"d,attr"`
	Fill        string   `xml:"fill,attr"`
	Stroke      string   `xml:"stroke,attr"`
	StrokeWidth *float64 `xml:"stroke-width,attr"`
	Dash        string   `xml:"stroke-dasharray,attr"`
	DashOffset  float64  `xml:"stroke-dashoffset,attr"`
	Anchor      string   `xml:"text-anchor,attr"`
	Weight      weight   `xml:"font-weight,attr"`
	Text        string   `xml:",chardata"`
}

// inPixels turns units of a chart into 64ths of a pixel. The conversions keep a
// compiler from joining a product with what is added to it.
func inPixels(v float64) int { return int(math.Round(float64(v * pngUnit))) }

// element paints an element at left, top.
func (c *canvas) element(e svgElement, left, top int) error {
	stroke := 0
	if e.Stroke != "" {
		stroke = pngUnit
		if e.StrokeWidth != nil {
			stroke = inPixels(*e.StrokeWidth)
		}
	}
	x, y := left+inPixels(e.X), top+inPixels(e.Y)
	switch e.XMLName.Local {
	case "title", "desc", "defs":
		return nil
	case "rect":
		width, height := inPixels(e.Width), inPixels(e.Height)
		if width == 0 {
			width = 2 * 64 // a zero, which SVG leaves to its outline
		}
		if half := stroke / 2; stroke > 0 {
			c.fill(plain(colourOf(e.Stroke)), rectangleOf(x-half, y-half, width+stroke, height+stroke))
			x, y, width, height = x+half, y+half, width-stroke, height-stroke
		}
		if width > 0 && height > 0 {
			c.fill(paintOf(e.Fill), rectangleOf(x, y, width, height))
		}
	case "circle":
		x, y, radius := left+inPixels(e.CX), top+inPixels(e.CY), inPixels(e.R)
		c.fill(plain(colourOf(e.Stroke)), circle(x, y, radius+stroke/2))
		c.fill(paintOf(e.Fill), circle(x, y, radius-stroke/2))
	case "path":
		return c.line(e, stroke, left, top)
	case "text":
		w := regular
		if e.Weight != "" {
			w = e.Weight
		}
		size := typeSize * pngUnit
		width, err := c.measure(e.Text, w, size)
		if err != nil {
			return err
		}
		switch e.Anchor {
		case "middle":
			x -= width / 2
		case "end":
			x -= width
		}
		return c.write(e.Text, w, size, x, y, colourOf(e.Fill))
	default:
		return fmt.Errorf("not an element of charts")
	}
	return nil
}

// line paints a path that encode writes: M x y l dx dy, with gaps or without; a
// broken line M x y L x y …; a diamond M x y l r r l-r r l-r-r z.
func (c *canvas) line(e svgElement, stroke, left, top int) error {
	fields := strings.Fields(strings.NewReplacer("M", "", "L", " ", "l", " ", "z", "").Replace(e.D))
	n := make([]int, len(fields))
	for i, field := range fields {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return fmt.Errorf("the path %q", e.D)
		}
		n[i] = inPixels(v)
	}
	with := plain(colourOf(e.Stroke))
	switch {
	case strings.HasSuffix(e.D, "z") && len(n) == 8:
		x, y, r := left+n[0], top+n[1]+n[2], n[2]
		edge := stroke * 46341 / 65536 // half the stroke, aslant
		ring := func(r int) []corner { return []corner{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}} }
		inner := ring(r - edge)
		inner[1], inner[3] = inner[3], inner[1] // the other way round: a hole
		c.fill(with, ring(r+edge), inner)
	case strings.Contains(e.D, "L") && len(n)%2 == 0:
		for i := 2; i < len(n); i += 2 {
			c.fill(with, thick(corner{left + n[i-2], top + n[i-1]}, corner{left + n[i], top + n[i+1]}, stroke))
		}
	case len(n) == 4 && e.Dash == "":
		a := corner{left + n[0], top + n[1]}
		c.fill(with, thick(a, corner{a.x + n[2], a.y + n[3]}, stroke))
	case len(n) == 4 && n[2] == 0:
		dash := strings.Fields(e.Dash)
		on, err := strconv.ParseFloat(dash[0], 64)
		off, err2 := strconv.ParseFloat(dash[len(dash)-1], 64)
		if err != nil || err2 != nil || on+off <= 0 {
			return fmt.Errorf("the dashes %q", e.Dash)
		}
		x, from, to, period := left+n[0], top+n[1], top+n[1]+n[3], inPixels(on+off)
		if from > to {
			return fmt.Errorf("the path %q goes upwards", e.D)
		}
		for at := from - inPixels(e.DashOffset); at < to; at += period {
			if a, b := max(at, from), min(at+inPixels(on), to); a < b {
				c.fill(with, rectangleOf(x-stroke/2, a, stroke, b-a))
			}
		}
	default:
		return fmt.Errorf("the path %q", e.D)
	}
	return nil
}

// thick returns the outline of a line from a to b.
func thick(a, b corner, stroke int) []corner {
	dx, dy := b.x-a.x, b.y-a.y
	square := int64(dx)*int64(dx) + int64(dy)*int64(dy)
	length := int(math.Sqrt(float64(square))) // exact on every machine
	if length == 0 {
		return nil
	}
	nx, ny := -dy*stroke/(2*length), dx*stroke/(2*length)
	return []corner{{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}}
}

func colourOf(hex string) uint32 {
	n, _ := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32) // of the theme, as encode writes it
	return uint32(n)
}

// paintOf is a colour or one of the two patterns, which patterns draws as SVG:
// stripes aslant, 2 wide every 7, and dots of radius 1.25 every 6.
func paintOf(fill string) paint {
	switch {
	case strings.HasSuffix(fill, "-h)"):
		return pattern(colourHatched, colourHatch, func(x, y int) bool { return (x+y)%99 < 28 })
	case strings.HasSuffix(fill, "-p)"):
		return pattern(colourBox, colourDot, func(x, y int) bool {
			dx, dy := x%54-27, y%54-27
			return dx*dx+dy*dy < 11*11
		})
	}
	return plain(colourOf(fill))
}

// pattern mixes two colours by how many of the quarters of a pixel, each way, are
// marked.
func pattern(ground, mark string, marked func(x, y int) bool) paint {
	return func(x, y int) uint32 {
		share := int32(0)
		for i := range 16 {
			if marked(4*x+i%4, 4*y+i/4) {
				share += 16
			}
		}
		return mix(colourOf(ground), colourOf(mark), share)
	}
}
