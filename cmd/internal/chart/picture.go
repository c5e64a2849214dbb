// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A picture is what ECharts drew, reduced to what charts are made of:
// rectangles, lines, dots, diamonds and lines of text, in drawing order.
//
// It is read through an allow-list of elements, attributes, forms and colours.
// Whatever is not on it is an error, never passed on: ECharts writes colours
// and font names unescaped, and another release may draw in another way.
type picture struct {
	width, height float64
	shapes        []shape
}

type shapeKind int

const (
	rectangle shapeKind = iota
	straight
	writing
	dot
	diamond
	polyline
)

// A shape is one of these. x, y, dx, dy are the corner and size of a rectangle,
// or the start and extent of a straight line; x, y the centre line of a text; x, y,
// dx the centre and radius of a dot or diamond. A broken line has its points.
type shape struct {
	kind         shapeKind
	x, y, dx, dy float64
	fill, stroke string
	strokeWidth  float64
	scale        float64
	points       []float64 // x, y, x, y …
	dash         []float64 // on, off, offset; nil for a line without gaps
	series       int       // -1 when it is no bar
	category     int
	text         string
	anchor       string
	size         float64
	weight       weight
}

// readPicture reads ECharts' SVG.
func readPicture(svg []byte) (*picture, error) {
	d := xml.NewDecoder(bytes.NewReader(svg))
	p := &picture{}
	var open []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("reading the drawing: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Space != "http://www.w3.org/2000/svg" {
				return nil, fmt.Errorf("reading the drawing: element <%s> of another language", t.Name.Local)
			}
			if err := p.element(t, open); err != nil {
				return nil, fmt.Errorf("reading the drawing: <%s>: %w", t.Name.Local, err)
			}
			open = append(open, t.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] == "text" {
				last := &p.shapes[len(p.shapes)-1]
				last.text += string(t)
			} else if len(bytes.TrimSpace(t)) > 0 {
				return nil, fmt.Errorf("reading the drawing: text %q outside a text element", t)
			}
		default:
			return nil, fmt.Errorf("reading the drawing: a %T", t)
		}
	}
	if p.width == 0 {
		return nil, fmt.Errorf("reading the drawing: it is empty")
	}
	return p, nil
}

// places are where elements stand. A line is in a group that is clipped to the
// whole picture, by what defs has: nothing is lost without it.
var places = []string{"svg", "svg rect", "svg path", "svg text", "svg g", "svg g path", "svg defs", "svg defs clipPath", "svg defs clipPath path"}

func (p *picture) element(t xml.StartElement, open []string) error {
	name := t.Name.Local
	if place := strings.Join(append(open, name), " "); !slices.Contains(places, place) || name == "svg" && p.width != 0 {
		return fmt.Errorf("not expected inside %v", open)
	} else if strings.HasPrefix(place, "svg defs") {
		return nil
	}
	a, err := readAttributes(t)
	if err != nil {
		return err
	}
	switch name {
	case "svg":
		box := a.numbers("viewBox", 4)
		if a.err == nil && (box[0] != 0 || box[1] != 0 || box[2] <= 0 || box[3] <= 0 || box[2] != a.number("width", 0) || box[3] != a.number("height", 0)) {
			a.fail("viewBox", "is not the size")
		}
		a.drop("version", "baseProfile")
		p.width, p.height = box[2], box[3]
	case "g":
		a.drop("clip-path")
	case "rect":
		// ECharts' background.
		a.is("fill", colourUnpainted)
		a.drop("x", "y", "width", "height")
	case "path":
		s := a.paint()
		a.path(&s)
		p.shapes = append(p.shapes, s)
	case "text":
		s := a.paint()
		a.writing(&s)
		p.shapes = append(p.shapes, s)
	default:
		return fmt.Errorf("an element that charts do not have")
	}
	return a.close()
}
