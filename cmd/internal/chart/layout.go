// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"math"
	"strings"
)

// A layout says where everything goes, so that no text is cut off or meets
// another. ECharts is told, not asked: its own layout hides, shortens or
// overlaps what does not fit.
//
// Wide: names in a column on the left, bars from a common line, values at
// their ends. Narrow: the name above its bar, which so has the full width.
// Against a maximum, values stand beyond the track when wide and above it when
// narrow, because at the bar's end they would cover the goal.
type layout struct {
	narrow        bool
	width, height float64
	left, top     float64 // where the bars start
	span          float64 // length of a bar of value most
	most          float64 // the end of the value axis
	band          float64 // height of a row
	above         float64 // of a row, what the name takes over its bar; narrow only
	between       float64 // of a row, what the value takes over its bar; narrow against a maximum only
	gap           float64 // below either
	keys          []string
	keyWidth      float64
	stacked       bool // keys one under the other
	rows          []row
}

// A row is one category.
type row struct {
	name   string  // lines separated by \n
	end    string  // what stands at the end of the bar, likewise
	muted  bool    // nothing in this row is known
	inside []bool  // by series: the value stands inside its mark
	sum    float64 // of the values as drawn; of a range, its high end
	rest   float64 // of it, what goes from the low end of a range to its high end
	total  float64 // of the values as counted
}

const (
	nameGap  = 14 // between a name and the line bars start from
	valueGap = 8  // between a bar and its value
	keyGap   = 5  // between a key and its text; ECharts' own
	keySpace = 22

	targetWidth = 3
	targetOver  = 4 // how far the goal's line goes over and under a bar
)

// newLayout lays out a chart that is valid and cleaned.
func newLayout(r ruler, c Chart, narrow bool) layout {
	l := layout{narrow: narrow, width: wideWidth}
	if narrow {
		l.width = narrowWidth
	}
	l.rows = make([]row, len(c.Categories))
	for i := range l.rows {
		row := &l.rows[i]
		row.inside = make([]bool, len(c.Series))
		for _, s := range c.Series {
			row.total += s.Values[i].Number
			row.rest += max(0, s.Values[i].High-s.Values[i].Number)
		}
		row.sum = row.total + row.rest
		if c.Kind == Shares {
			row.sum = min(row.total, 1)
		}
		l.most = max(l.most, row.sum)
	}
	l.most = max(l.most, c.Max)
	if l.most == 0 {
		l.most = 1
	}
	nameLines := l.layNames(r, c)
	endLines := l.layEnds(r, c)
	l.layKeys(r, c)
	switch {
	case narrow && c.Max > 0:
		l.above, l.between, l.gap = float64(nameLines*lineHeight), float64(endLines*lineHeight), 2
		l.band = l.above + l.between + 2*l.gap + barHeight + 18
	case narrow:
		overhang := max(0, float64(endLines*lineHeight-barHeight)/2)
		l.above, l.gap = float64(nameLines*lineHeight), 3+overhang
		l.band = l.above + l.gap + barHeight + 16 + 2*overhang
	default:
		l.band = max(38, float64(max(nameLines, endLines)*lineHeight+12))
	}
	if narrow {
		// Every row has room for the longest name; the first need not.
		l.top -= float64((nameLines - 1 - strings.Count(l.rows[0].name, "\n")) * lineHeight)
	}
	l.height = l.top + l.band*float64(len(l.rows)) + 2
	return l
}

// drawn returns the value of a series in a row as the axis has it.
func (l layout) drawn(c Chart, series, category int) float64 {
	n := c.Series[series].Values[category].Number
	if c.Kind == Shares && n > 0 {
		return n / l.rows[category].total
	}
	return n
}

// barTop is where the bar of a row starts, from the top of the row.
func (l layout) barTop() float64 {
	return (l.band-l.group())/2 + l.group() - barHeight
}

// group is the height of a row's name, value and bar, which ECharts centres.
func (l layout) group() float64 {
	height := float64(barHeight)
	if l.above > 0 {
		height += l.above + l.gap
	}
	if l.between > 0 {
		height += l.between + l.gap
	}
	return height
}

// layNames wraps the names and returns the most lines one has.
func (l *layout) layNames(r ruler, c Chart) int {
	limit := l.width * 0.44
	if l.narrow {
		limit = l.width
	}
	most, widest := 1, 0.0
	for i, name := range c.Categories {
		lines := r.wrap(name, regular, typeSize*slack, limit)
		most = max(most, len(lines))
		widest = max(widest, r.widest(lines, regular))
		l.rows[i].name = strings.Join(lines, "\n")
	}
	if !l.narrow {
		l.left = math.Ceil(widest) + nameGap
	}
	return most
}

// layKeys makes room for the legend: what each series of several is, or what
// the goal is called.
func (l *layout) layKeys(r ruler, c Chart) {
	var names []string
	l.keyWidth = 20
	switch {
	case len(c.Series) > 1:
		for _, s := range c.Series {
			names = append(names, s.Name)
		}
	case c.Max > 0 && c.MaxLabel != "":
		names, l.keyWidth = []string{c.MaxLabel}, targetWidth
	default:
		return
	}
	total, lines := 0.0, 0
	for _, name := range names {
		key := r.wrap(name, regular, typeSize*slack, l.width-l.keyWidth-keyGap)
		lines += len(key)
		total += l.keyWidth + keyGap + r.widest(key, regular) + keySpace
		l.keys = append(l.keys, strings.Join(key, "\n"))
	}
	l.stacked = total-keySpace > l.width
	if l.stacked {
		l.top = float64(lines*lineHeight+4*(len(l.keys)-1)) + 18
		return
	}
	l.top = lineHeight + 18
}
