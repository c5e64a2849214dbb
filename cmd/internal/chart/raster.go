// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A canvas is painted with whole numbers only, in 64ths of a pixel, so that
// every machine makes the same bytes of the same picture; golang.org/x/image/vector
// adds floating-point numbers, which some machines round in another way.
type canvas struct {
	width, height int
	pixels        []uint8          // indexes of colours, row after row
	colours       []uint32         // 0xrrggbb
	index         map[uint32]uint8 // of each colour
	spilt         bool             // there were more than 256
	cover         []int32          // of the row being filled, by pixel: 0 to 4·64
	fonts         map[weight]*sfnt.Font
	buffer        sfnt.Buffer
}

// A corner is a point of an outline, in 64ths of a pixel, y downwards.
type corner struct{ x, y int }

// A paint gives the colour of a pixel.
type paint func(x, y int) uint32

func plain(colour uint32) paint { return func(int, int) uint32 { return colour } }

func newCanvas(width, height int, ground uint32) (*canvas, error) {
	all, err := fonts()
	if err != nil {
		return nil, err
	}
	c := &canvas{width: width, height: height, pixels: make([]uint8, width*height), index: make(map[uint32]uint8), cover: make([]int32, width+1), fonts: all}
	c.indexOf(ground) // the first, 0
	return c, nil
}

// indexOf returns the index of a colour, which it gets if it has none.
func (c *canvas) indexOf(colour uint32) uint8 {
	n, ok := c.index[colour]
	if !ok {
		if c.spilt = c.spilt || len(c.colours) == 256; c.spilt {
			return 0
		}
		n = uint8(len(c.colours))
		c.index[colour], c.colours = n, append(c.colours, colour)
	}
	return n
}

// lines is how many lines a pixel is cut into; along a line coverage is exact.
const lines = 4

// fill paints what outlines go round, in either direction; the last corner of
// each is joined to its first.
func (c *canvas) fill(with paint, outlines ...[]corner) {
	type edge struct{ x0, y0, x1, y1, way int }
	var edges []edge
	top, bottom := c.height*64, 0
	for _, outline := range outlines {
		for i, a := range outline {
			b, way := outline[(i+1)%len(outline)], 1
			if a.y > b.y {
				a, b, way = b, a, -1
			}
			if a.y < b.y {
				edges = append(edges, edge{a.x, a.y, b.x, b.y, way})
				top, bottom = min(top, a.y), max(bottom, b.y)
			}
		}
	}
	type crossing struct{ x, way int }
	var crossings []crossing
	last, whole := c.colours[0], uint8(0) // the colour last painted, and its index
	for row := max(0, top/64); row <= min(c.height-1, bottom/64); row++ {
		from, to := c.width, 0
		for line := range lines {
			y := row*64 + (2*line+1)*64/(2*lines)
			crossings = crossings[:0]
			for _, e := range edges {
				if e.y0 <= y && y < e.y1 {
					crossings = append(crossings, crossing{e.x0 + int(int64(e.x1-e.x0)*int64(y-e.y0)/int64(e.y1-e.y0)), e.way})
				}
			}
			slices.SortFunc(crossings, func(a, b crossing) int { return a.x - b.x })
			winding := 0
			for i, at := range crossings {
				if winding != 0 {
					first, last := c.span(crossings[i-1].x, at.x)
					from, to = min(from, first), max(to, last)
				}
				winding += at.way
			}
		}
		for x := from; x < to; x++ {
			if share := c.cover[x]; share > 0 {
				at := &c.pixels[row*c.width+x]
				if colour := with(x, row); share < lines*64 {
					*at = c.indexOf(mix(c.colours[*at], colour, share))
				} else {
					if colour != last {
						last, whole = colour, c.indexOf(colour)
					}
					*at = whole
				}
			}
			c.cover[x] = 0
		}
	}
}

// span adds what lies between two places of a line to the cover, and returns the
// pixels that it touches.
func (c *canvas) span(a, b int) (first, last int) {
	a, b = max(a, 0), min(b, c.width*64)
	if a >= b {
		return c.width, 0
	}
	first, last = a/64, (b+63)/64
	for x := first; x < last; x++ {
		c.cover[x] += int32(min(b, (x+1)*64) - max(a, x*64))
	}
	return first, last
}

// mix lays a colour over another. Its share is taken in sixteenths: a picture
// then has few colours, and a small file.
func mix(under, over uint32, share int32) uint32 {
	n := uint32(share+8) / 16
	var out uint32
	for shift := 0; shift < 24; shift += 8 {
		a, b := under>>shift&0xff, over>>shift&0xff
		out |= ((a*(16-n) + b*n + 8) / 16) << shift
	}
	return out
}

// write sets a line of text whose base line starts at x, y; size is in 64ths of
// a pixel.
func (c *canvas) write(words string, w weight, size, x, y int, colour uint32) error {
	for _, char := range words {
		outlines, advance, err := c.glyph(char, w, size, x, y)
		if err != nil {
			return fmt.Errorf("drawing %q: %w", char, err)
		}
		c.fill(plain(colour), outlines...)
		x += advance
	}
	return nil
}

// measure returns how wide a line of text is, in 64ths of a pixel.
func (c *canvas) measure(words string, w weight, size int) (int, error) {
	width := 0
	for _, char := range words {
		_, advance, err := c.glyph(char, w, size, 0, 0)
		if err != nil {
			return 0, fmt.Errorf("measuring %q: %w", char, err)
		}
		width += advance
	}
	return width, nil
}

// glyph returns the outlines of a character at x, y, its curves cut into lines,
// and its advance.
func (c *canvas) glyph(char rune, w weight, size, x, y int) (outlines [][]corner, advance int, err error) {
	f := c.fonts[w]
	index, err := f.GlyphIndex(&c.buffer, char)
	if err != nil {
		return nil, 0, err
	}
	if index == 0 {
		outlines, advance = lacking(char, size, x, y)
		return outlines, advance, nil
	}
	width, err := f.GlyphAdvance(&c.buffer, index, fixed.Int26_6(size), font.HintingNone)
	if err != nil {
		return nil, 0, err
	}
	segments, err := f.LoadGlyph(&c.buffer, index, fixed.Int26_6(size), nil)
	if err != nil {
		return nil, 0, err
	}
	place := func(p fixed.Point26_6) corner { return corner{x + int(p.X), y + int(p.Y)} }
	for _, s := range segments {
		if s.Op == sfnt.SegmentOpMoveTo {
			outlines = append(outlines, []corner{place(s.Args[0])})
			continue
		}
		last := &outlines[len(outlines)-1]
		from := (*last)[len(*last)-1]
		switch s.Op {
		case sfnt.SegmentOpLineTo:
			*last = append(*last, place(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			*last = append(*last, curve(from, place(s.Args[0]), place(s.Args[1]))...)
		default:
			return nil, 0, fmt.Errorf("an outline that the font does not have")
		}
	}
	return outlines, int(width), nil
}

// lacking draws what the font has not: an arrow, and for all else an empty box.
func lacking(char rune, size, x, y int) (outlines [][]corner, advance int) {
	at := func(px, py int) corner { return corner{x + px*size/100, y - py*size/100} }
	if char == '→' {
		return [][]corner{{at(8, 36), at(56, 36), at(40, 52), at(50, 58), at(80, 31), at(50, 4), at(40, 10), at(56, 26), at(8, 26)}}, 88 * size / 100
	}
	return [][]corner{{at(8, 0), at(48, 0), at(48, 66), at(8, 66)}, {at(13, 5), at(13, 61), at(43, 61), at(43, 5)}}, unknownWidth * size / 1000
}

// curve returns the corners of a quadratic curve after its first.
func curve(a, b, c corner) []corner {
	const n = 5
	out := make([]corner, n)
	for i := range out {
		t := i + 1
		at := func(a, b, c int) int { return (a*(n-t)*(n-t) + 2*b*t*(n-t) + c*t*t) / (n * n) }
		out[i] = corner{at(a.x, b.x, c.x), at(a.y, b.y, c.y)}
	}
	return out
}

func rectangleOf(x, y, width, height int) []corner {
	return []corner{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}
}

// circle returns the outline of a circle: eight curves, whose inner corners are
// at tan 22.5° and whose ends are at sin 45°, in 65,536ths.
func circle(x, y, radius int) []corner {
	t, s := radius*27146/65536, radius*46341/65536
	r := radius
	ring := []corner{{r, 0}, {r, t}, {s, s}, {t, r}, {0, r}, {-t, r}, {-s, s}, {-r, t}, {-r, 0}, {-r, -t}, {-s, -s}, {-t, -r}, {0, -r}, {t, -r}, {s, -s}, {r, -t}}
	for i := range ring {
		ring[i].x, ring[i].y = ring[i].x+x, ring[i].y+y
	}
	var out []corner
	for i := 0; i < len(ring); i += 2 {
		out = append(out, curve(ring[i], ring[i+1], ring[(i+2)%len(ring)])...)
	}
	return out
}

// encode returns the picture as PNG. What charts and cards are made of comes to
// fewer colours than a palette holds, in sixteen steps from one to the other.
func (c *canvas) encode() ([]byte, error) {
	if c.spilt {
		return nil, errors.New("a picture of more than 256 colours")
	}
	picture := &image.Paletted{Pix: c.pixels, Stride: c.width, Rect: image.Rect(0, 0, c.width, c.height)}
	for _, colour := range c.colours {
		picture.Palette = append(picture.Palette, color.RGBA{uint8(colour >> 16), uint8(colour >> 8), uint8(colour), 255})
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, picture); err != nil {
		return nil, fmt.Errorf("writing the PNG: %w", err)
	}
	return b.Bytes(), nil
}
