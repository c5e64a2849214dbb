// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// attributes are those of one element. The first fault stays in err; an
// attribute that nothing asked for is one.
type attributes struct {
	values map[string]string
	order  []string
	err    error
}

func readAttributes(t xml.StartElement) (*attributes, error) {
	a := &attributes{values: make(map[string]string, len(t.Attr))}
	for _, attr := range t.Attr {
		name := attr.Name.Local
		switch {
		case attr.Name.Space == "" && name == "xmlns", attr.Name.Space == "xmlns", name == "space" && attr.Name.Space == "http://www.w3.org/XML/1998/namespace":
			continue
		case attr.Name.Space != "":
			return nil, fmt.Errorf("attribute %s of another language", name)
		}
		if _, twice := a.values[name]; twice {
			return nil, fmt.Errorf("attribute %s twice", name)
		}
		a.values[name] = attr.Value
		a.order = append(a.order, name)
	}
	return a, nil
}

func (a *attributes) fail(name, format string, args ...any) {
	if a.err == nil {
		a.err = fmt.Errorf("attribute %s "+format, append([]any{name}, args...)...)
	}
}

// take returns an attribute and strikes it off.
func (a *attributes) take(name string) (string, bool) {
	v, ok := a.values[name]
	delete(a.values, name)
	return v, ok
}

func (a *attributes) drop(names ...string) {
	for _, name := range names {
		delete(a.values, name)
	}
}

// is demands a value of an attribute that says nothing new.
func (a *attributes) is(name, want string) {
	if got, _ := a.take(name); got != want {
		a.fail(name, "is %q, want %q", got, want)
	}
}

func (a *attributes) number(name string, absent float64) float64 {
	v, ok := a.take(name)
	if !ok {
		return absent
	}
	f, err := plainNumber(v)
	if err != nil {
		a.fail(name, "is %q, not a number", v)
	}
	return f
}

// numbers reads n numbers apart by spaces; the result always has n.
func (a *attributes) numbers(name string, n int) []float64 {
	v, _ := a.take(name)
	fields := strings.Fields(v)
	out := make([]float64, n)
	if len(fields) != n {
		a.fail(name, "is %q, want %d numbers", v, n)
		return out
	}
	for i, field := range fields {
		f, err := plainNumber(field)
		if err != nil {
			a.fail(name, "is %q, want %d numbers", v, n)
		}
		out[i] = f
	}
	return out
}

// plainNumber reads a decimal number: no exponent, no infinity, nothing that
// lies far from any chart.
func plainNumber(s string) (float64, error) {
	if strings.Trim(s, "-0123456789.") != "" {
		return 0, strconv.ErrSyntax
	}
	f, err := strconv.ParseFloat(s, 64)
	if err == nil && math.Abs(f) > 1e6 {
		err = strconv.ErrRange
	}
	return f, err
}

// index reads one of ECharts' indexes, -1 when there is none.
func (a *attributes) index(name string) int {
	v, ok := a.take(name)
	if !ok {
		return -1
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 0 {
		a.fail(name, "is %q, not an index", v)
	}
	return n
}

// paint reads what paths and texts share.
func (a *attributes) paint() shape {
	s := shape{strokeWidth: a.number("stroke-width", 1), scale: 1}
	s.fill, s.stroke = a.colour("fill"), a.colour("stroke")
	s.series, s.category = a.index("ecmeta_series_index"), a.index("ecmeta_data_index")
	if kind, ok := a.take("ecmeta_ssr_type"); ok && kind == "legend" {
		s.series, s.category = -1, -1
	} else if ok && kind != "chart" {
		a.fail("ecmeta_ssr_type", "is %q", kind)
	}
	if (s.series < 0) != (s.category < 0) {
		a.fail("ecmeta_data_index", "has no series, or the series no data")
	}
	if v, ok := a.take("transform"); ok && strings.HasPrefix(v, "matrix(") {
		a.values["matrix"] = strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(v, "matrix("), ")"), ",", " ")
		m := a.numbers("matrix", 6)
		if m[1] != 0 || m[2] != 0 || m[0] != m[3] || m[0] < 0 {
			a.fail("transform", "is %q, more than a size and a place", v)
		}
		s.scale, s.x, s.y = m[0], m[4], m[5]
		s.strokeWidth *= s.scale
	} else if ok {
		inside, isMove := strings.CutPrefix(v, "translate(")
		inside, closed := strings.CutSuffix(inside, ")")
		a.values["move"] = inside
		if move := a.numbers("move", 2); isMove && closed {
			s.x, s.y = move[0], move[1]
		} else {
			a.fail("transform", "is %q, want a translation", v)
		}
	}
	if v, ok := a.take("stroke-dasharray"); ok {
		a.values["dash"] = strings.ReplaceAll(v, ",", " ")
		s.dash = append(a.numbers("dash", 2), a.number("stroke-dashoffset", 0))
	}
	a.drop("pointer-events", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "ecmeta_silent")
	return s
}

// colour reads a colour of the theme.
func (a *attributes) colour(name string) string {
	v, ok := a.take(name)
	if !ok {
		return colourUnpainted
	}
	switch v {
	case colourHatch, colourDot, colourInk, colourMuted, colourAxis, colourTrack, colourBox, colourUnpainted:
		return v
	}
	if slices.ContainsFunc(looks, func(l look) bool { return l.ground == v }) {
		return v
	}
	a.fail(name, "is %q, which is no colour of charts", v)
	return colourUnpainted
}

// The paths of symbols, of the size that their transformation gives them.
const (
	dotPath     = "M1 0A1 1 0 1 1 1 -0.1A1 1 0 0 1 1 0"
	diamondPath = "M0 -1L1 0L0 1L-1 0Z"
	unseenPath  = "M-1 -1l2 0l0 2l-2 0Z" // that of a text
)

// path reads one of the forms charts have: a symbol; M x y l w 0 l 0 h l -w 0 Z,
// a rectangle (whose sides zrender rounds one by one); M x y L x y, a line, with
// more points a broken one.
func (a *attributes) path(s *shape) {
	d, _ := a.take("d")
	switch {
	case d == dotPath && s.scale > 0:
		s.kind, s.dx = dot, s.scale
		return
	case d == diamondPath && s.scale > 0:
		s.kind, s.dx = diamond, s.scale
		return
	case d == unseenPath && s.scale == 0 && s.fill == colourUnpainted:
		s.kind = rectangle
		return
	case s.scale != 1:
		a.fail("d", "is %q, no symbol that charts have", d)
		return
	}
	spaced := strings.NewReplacer("M", " M ", "L", " L ", "l", " l ", "Z", " Z ").Replace(d)
	fields := strings.Fields(spaced)
	letters, numbers := "", []float64(nil)
	for _, field := range fields {
		if strings.Trim(field, "MLlZ") == "" {
			letters += field
			continue
		}
		f, err := plainNumber(field)
		if err != nil {
			a.fail("d", "is %q", d)
			return
		}
		letters += "n"
		numbers = append(numbers, f)
	}
	switch n := numbers; {
	case letters == "MnnlnnlnnlnnZ" && n[3] == 0 && n[4] == 0 && math.Abs(n[6]+n[2]) < 0.15 && n[7] == 0 && n[5] >= 0:
		s.kind, s.dx, s.dy = rectangle, n[2], n[5]
	case letters == "MnnLnn":
		s.kind, s.dx, s.dy = straight, n[2]-n[0], n[3]-n[1]
	case s.fill == colourUnpainted && strings.ReplaceAll(letters, "Lnn", "") == "Mnn" && s.x == 0 && s.y == 0:
		s.kind, s.points = polyline, n
		return
	default:
		a.fail("d", "is %q, neither a rectangle nor a line", d)
		return
	}
	s.x, s.y = s.x+numbers[0], s.y+numbers[1]
	if s.dx < 0 {
		s.x, s.dx = s.x+s.dx, -s.dx
	}
}

func (a *attributes) writing(s *shape) {
	s.kind = writing
	a.is("dominant-baseline", "central")
	s.x, s.y = s.x+a.number("x", 0), s.y+a.number("y", 0)
	s.anchor, _ = a.take("text-anchor")
	if s.anchor != "start" && s.anchor != "middle" && s.anchor != "end" {
		a.fail("text-anchor", "is %q", s.anchor)
	}
	style, _ := a.take("style")
	for _, declaration := range strings.Split(strings.TrimSuffix(style, ";"), ";") {
		property, value, _ := strings.Cut(declaration, ":")
		switch property {
		case "font-size":
			size, err := plainNumber(strings.TrimSuffix(value, "px"))
			if err != nil || size <= 0 {
				a.fail("style", "has the type size %q", value)
			}
			s.size = size
		case "font-weight":
			s.weight = weight(value)
			if s.weight != regular && s.weight != bold {
				a.fail("style", "has the weight %q", value)
			}
		case "font-family":
			// The page's is inherited.
		default:
			a.fail("style", "has %q", property)
		}
	}
	if s.size == 0 || s.weight == "" {
		a.fail("style", "is %q, without size or weight", style)
	}
}

// close reports an attribute that is not on the list.
func (a *attributes) close() error {
	for _, name := range a.order {
		if _, left := a.values[name]; left {
			a.fail(name, "is not one that charts have")
		}
	}
	return a.err
}
