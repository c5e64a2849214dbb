// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"math"
	"strings"
)

// A timeline says where everything of a chart of Lines goes. Each panel has its
// title, which way is good, the points to the scale of their own values, and the
// moments below; panels stand in two columns when the picture is wide.
type timeline struct {
	width, height float64
	keys          []point // the legend; series says of which
	points        []point // the values that are known
	lines         [][]point
	texts         []text
}

// A point is a mark at x, y; series and category are its place in the chart.
type point struct {
	x, y             float64
	series, category int
}

// A text is lines separated by \n. Its place is the middle or the left of its top.
type text struct {
	x, y   float64
	words  string
	weight weight
	colour string
	middle bool
}

const (
	plotHeight  = 96
	panelInset  = 34 // from the edge of a panel to its first moment
	panelGap    = 32 // between columns
	panelSpace  = 26 // between rows
	labelOffset = 9  // between a point and its value
	leastColumn = 36 // of a value; where moments are nearer, not all are written
	dotRadius   = 5.5
	goalRadius  = 8.5
)

// newTimeline lays out a chart that is valid and cleaned.
func newTimeline(r ruler, c Chart, narrow bool) *timeline {
	t := &timeline{width: wideWidth}
	if narrow {
		t.width = narrowWidth
	}
	top := t.layKeys(r, c)
	columns, width := 1, t.width
	if !narrow && len(c.Panels) > 1 {
		columns, width = 2, (t.width-panelGap)/2
	}
	first := 0
	for from := 0; from < len(c.Panels); from += columns {
		row := c.Panels[from:min(from+columns, len(c.Panels))]
		head := 0.0
		for _, p := range row {
			head = max(head, float64(lineHeight*(len(r.title(p, width))+len(r.better(p, width)))))
		}
		bottom := top
		for i, p := range row {
			left := float64(i) * (width + panelGap)
			t.layHead(r, p, left, top, width)
			bottom = max(bottom, t.layPanel(r, c, p, first, left, top+head+4, width))
			first += len(p.Moments)
		}
		top = bottom + panelSpace
	}
	t.height = top - panelSpace + 4
	return t
}

func (r ruler) title(p Panel, width float64) []string {
	if p.Title == "" {
		return nil
	}
	return r.wrap(p.Title, bold, typeSize*slack, width)
}

func (r ruler) better(p Panel, width float64) []string {
	if p.Better == "" {
		return nil
	}
	return r.wrap(p.Better, regular, typeSize*slack, width)
}

func (t *timeline) layHead(r ruler, p Panel, left, top, width float64) {
	title := r.title(p, width)
	t.write(text{x: left, y: top, words: strings.Join(title, "\n"), weight: bold, colour: colourInk})
	t.write(text{x: left, y: top + float64(lineHeight*len(title)), words: strings.Join(r.better(p, width), "\n"), weight: regular, colour: colourMuted})
}

func (t *timeline) write(words text) {
	if words.words != "" {
		t.texts = append(t.texts, words)
	}
}

// layKeys lays the legend and returns where the panels start.
func (t *timeline) layKeys(r ruler, c Chart) float64 {
	x, y := 0.0, 0.0
	for j, s := range c.Series {
		lines := r.wrap(s.Name, regular, typeSize*slack, t.width-2*goalRadius-keyGap)
		width := 2*goalRadius + keyGap + r.widest(lines, regular)
		if x > 0 && x+width > t.width {
			x, y = 0, y+lineHeight+4
		}
		t.keys = append(t.keys, point{x + goalRadius + 1, y + lineHeight/2, j, 0})
		t.write(text{x: x + 2*goalRadius + keyGap, y: y, words: strings.Join(lines, "\n"), weight: regular, colour: colourInk})
		x, y = x+width+keySpace, y+float64(lineHeight*(len(lines)-1))
	}
	return y + lineHeight + 16
}

// layPanel lays points, values and moments, whose first is the category first,
// and returns where the panel ends.
func (t *timeline) layPanel(r ruler, c Chart, p Panel, first int, left, top, width float64) float64 {
	xs, column := p.places(left, width)
	low, high := c.bounds(first, len(p.Moments))
	marks := make([]struct{ over, under []string }, len(p.Moments)) // the values, by where they are written
	step := int(math.Ceil(leastColumn / column))
	overLines, underLines := 0, 0
	for i := range p.Moments {
		if (len(p.Moments)-1-i)%step != 0 {
			continue
		}
		values := c.sorted(first + i)
		for n, v := range values {
			lines := r.wrap(v.Label, bold, typeSize*slack, min(column*float64(step)-4, 2*panelInset))
			if under := n > 0 && n == len(values)-1; under {
				marks[i].under = lines
			} else {
				marks[i].over = append(marks[i].over, lines...)
			}
		}
		overLines, underLines = max(overLines, len(marks[i].over)), max(underLines, len(marks[i].under))
	}
	plotTop := top + float64(overLines*lineHeight) + labelOffset
	yOf := func(v float64) float64 {
		if high == low {
			return plotTop + plotHeight/2
		}
		return math.Round((plotTop+plotHeight*(high-v)/(high-low))*10) / 10
	}
	var line []point
	for i := range p.Moments {
		topmost, lowest := math.Inf(1), 0.0
		for j, s := range c.Series {
			v := s.Values[first+i]
			if !v.Known {
				continue
			}
			at := point{xs[i], yOf(v.Number), j, first + i}
			t.points = append(t.points, at)
			topmost, lowest = min(topmost, at.y), max(lowest, at.y)
			if s.Fill != Goal {
				line = append(line, at)
			}
		}
		if step > 1 {
			// Wider than the way to the next moment: beside the points of all.
			topmost, lowest = plotTop, plotTop+plotHeight
		}
		over, under := marks[i].over, marks[i].under
		t.write(text{xs[i], topmost - labelOffset - float64(len(over)*lineHeight), strings.Join(over, "\n"), bold, colourInk, true})
		t.write(text{xs[i], lowest + labelOffset, strings.Join(under, "\n"), bold, colourInk, true})
	}
	if len(line) > 1 {
		t.lines = append(t.lines, line)
	}
	bottom := plotTop + plotHeight + labelOffset + float64(underLines*lineHeight) + 4
	most := 1
	for i, m := range p.Moments {
		if (len(p.Moments)-1-i)%step == 0 {
			lines := r.wrap(m.Label, regular, typeSize*slack, min(column*float64(step)-4, 2*panelInset))
			most = max(most, len(lines))
			t.write(text{xs[i], bottom, strings.Join(lines, "\n"), regular, colourMuted, true})
		}
	}
	return bottom + float64(most*lineHeight)
}

// places returns where the moments stand, to scale unless two would be too near,
// and how near two are.
func (p Panel) places(left, width float64) (xs []float64, column float64) {
	n := len(p.Moments)
	from, room := left+panelInset, width-2*panelInset
	xs = make([]float64, n)
	if n == 1 {
		return []float64{from + room/2}, room
	}
	begin, end := p.Moments[0].At, p.Moments[n-1].At
	least := end - begin
	for i := 1; i < n; i++ {
		least = min(least, p.Moments[i].At-p.Moments[i-1].At)
	}
	column = room * least / (end - begin)
	even := column < leastColumn
	if even {
		column = room / float64(n-1)
	}
	for i, m := range p.Moments {
		share := (m.At - begin) / (end - begin)
		if even {
			share = float64(i) / float64(n-1)
		}
		xs[i] = math.Round((from+float64(room*share))*10) / 10 // no machine joins the two
	}
	return xs, column
}

// bounds returns the least and the largest known value of some categories.
func (c Chart) bounds(first, count int) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, s := range c.Series {
		for _, v := range s.Values[first : first+count] {
			if v.Known {
				low, high = min(low, v.Number), max(high, v.Number)
			}
		}
	}
	return low, high
}

// sorted returns the known values of a category, the highest first.
func (c Chart) sorted(category int) []Value {
	var out []Value
	for _, s := range c.Series {
		if v := s.Values[category]; v.Known {
			at := len(out)
			for at > 0 && out[at-1].Number < v.Number {
				at--
			}
			out = append(out[:at], append([]Value{v}, out[at:]...)...)
		}
	}
	return out
}
