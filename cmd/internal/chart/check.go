// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// check proves that the picture is the chart: a bar for each known value, as
// long as the value says, none for an unknown one, and every word written.
// ECharts reports nothing when it leaves something out.
func (p *picture) check(c Chart, l layout) error {
	if p.width != l.width || p.height != l.height {
		return fmt.Errorf("drawn %v by %v, want %v by %v", p.width, p.height, l.width, l.height)
	}
	if err := p.checkMarks(c, l); err != nil {
		return err
	}
	return p.checkWords(c, l)
}

// tolerance covers the half pixels by which zrender sharpens edges, on both
// sides of a bar with an outline.
const tolerance = 1.6

func (p *picture) checkMarks(c Chart, l layout) error {
	type place struct{ series, category int }
	drawn := make(map[place]shape)
	for _, s := range p.shapes {
		at := place{s.series - l.before(), s.category}
		if s.kind != rectangle || at.series < 0 || at.series >= len(c.Series) {
			continue
		}
		if _, twice := drawn[at]; twice {
			return fmt.Errorf("series %d, category %d is drawn twice", at.series, at.category)
		}
		drawn[at] = s
	}
	for i := range c.Categories {
		if err := p.checkRange(c, l, i); err != nil {
			return err
		}
		from := l.left
		for j, series := range c.Series {
			v := series.Values[i]
			s, ok := drawn[place{j, i}]
			delete(drawn, place{j, i})
			if ok != v.Known {
				return fmt.Errorf("%q of %q: drawn %t, known %t", series.Name, c.Categories[i], ok, v.Known)
			}
			length := l.drawn(c, j, i) / l.most * l.span
			top := l.top + l.band*float64(i)
			if ok && (math.Abs(s.x-from) > tolerance || math.Abs(s.dx-length) > tolerance || s.y < top || s.y+s.dy > top+l.band ||
				s.fill != looks[series.Fill].ground) {
				return fmt.Errorf("%q of %q is drawn at %.1f, %.1f long, want at %.1f, %.1f long", series.Name, c.Categories[i], s.x, s.dx, from, length)
			}
			from += length
		}
	}
	if len(drawn) > 0 {
		return fmt.Errorf("%d bars that are no values", len(drawn))
	}
	return nil
}

// checkRange proves that the outline of a range goes from its low end to its high
// end.
func (p *picture) checkRange(c Chart, l layout, category int) error {
	rest := l.rows[category].rest
	if rest == 0 {
		return nil
	}
	from, length := l.left+(l.rows[category].sum-rest)/l.most*l.span, rest/l.most*l.span
	for _, s := range p.shapes {
		if s.kind == rectangle && s.series == l.before()+len(c.Series) && s.category == category && s.stroke == colourSolid &&
			math.Abs(s.x-from) <= tolerance && math.Abs(s.dx-length) <= tolerance {
			return nil
		}
	}
	return fmt.Errorf("the range of %q is not drawn at %.1f, %.1f long", c.Categories[category], from, length)
}

// checkWords compares the lines of text, whatever their order.
func (p *picture) checkWords(c Chart, l layout) error {
	written := make(map[string]int)
	want := func(text string) { count(written, text, 1) }
	for i, row := range l.rows {
		want(row.name)
		want(row.end)
		for j, s := range c.Series {
			if row.inside[j] {
				want(s.Values[i].Label)
			}
		}
	}
	for _, key := range l.keys {
		want(key)
	}
	for _, s := range p.shapes {
		if s.kind == writing {
			count(written, s.text, -1)
		}
	}
	return compareWords(written)
}

// count adds n to how often each line of text is to be written.
func count(lines map[string]int, text string, n int) {
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines[line] += n
		}
	}
}

// compareWords reports a line that is written too seldom or too often.
func compareWords(lines map[string]int) error {
	for _, line := range slices.Sorted(maps.Keys(lines)) {
		if n := lines[line]; n > 0 {
			return fmt.Errorf("%q is not written", line)
		} else if n < 0 {
			return fmt.Errorf("%q is written but not the chart's", line)
		}
	}
	return nil
}
