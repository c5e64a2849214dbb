// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"math"
	"strings"
)

const (
	sparkWidth, sparkHeight = 120, 36
	sparkInset              = 7 // room for a goal at the edge
)

// Spark draws a panel of a chart of Lines small enough to stand beside its
// numbers in a table: points and line without words, hidden from those who listen,
// to whom the numbers are told. It needs no engine, so that a site of thousands of
// projects can have one for each indicator. The chart must be valid; ECharts draws
// the large picture.
func (c Chart) Spark(panel int) []byte {
	first := 0
	for _, p := range c.Panels[:panel] {
		first += len(p.Moments)
	}
	moments := c.Panels[panel].Moments
	low, high := c.bounds(first, len(moments))
	begin, end := moments[0].At, moments[len(moments)-1].At
	place := func(category int, v float64) (x, y float64) {
		x, y = sparkWidth/2, sparkHeight/2
		if end > begin {
			x = sparkInset + (sparkWidth-2*sparkInset)*(moments[category-first].At-begin)/(end-begin)
		}
		if high > low {
			y = sparkInset + (sparkHeight-2*sparkInset)*(high-v)/(high-low)
		}
		return math.Round(x*10) / 10, math.Round(y*10) / 10
	}
	p := picture{width: sparkWidth, height: sparkHeight}
	line := shape{kind: polyline, fill: colourUnpainted, stroke: colourAxis, strokeWidth: 1.5, series: -1}
	var marks []shape
	for i := range moments {
		for _, s := range c.Series {
			v, l := s.Values[first+i], looks[s.Fill]
			if !v.Known {
				continue
			}
			x, y := place(first+i, v.Number)
			mark := shape{kind: dot, x: x, y: y, dx: 3.5, fill: l.ground, stroke: l.edge, strokeWidth: 1.5, series: -1}
			if s.Fill == Goal {
				mark.kind, mark.dx = diamond, 5
			} else {
				line.points = append(line.points, x, y)
			}
			marks = append(marks, mark)
		}
	}
	if len(line.points) > 2 {
		p.shapes = append(p.shapes, line)
	}
	p.shapes = append(p.shapes, marks...)
	drawn := string(encode(&p, frame{id: "s", class: "chart-spark"}))
	// What an image says of itself gives way to the table around it.
	head, rest, _ := strings.Cut(drawn, ` font-size=`)
	_, body, _ := strings.Cut(rest, `</desc>`)
	return []byte(head + ` width="120" height="36" aria-hidden="true">` + body)
}
