// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"vetro/cmd/internal/plan"
)

// A Sparkline is an indicator over time, drawn in the page itself: a ring for
// what was measured before, discs for the results, diamonds for the targets. It
// is for the eye only: what it shows stands beside it in words.
type Sparkline struct {
	Width, Height int
	Line          string // the path that joins ring and discs
	Start         *Spot
	Results       []Spot
	Targets       []Spot
	Moments       []Tick
	Values        []Mark // written beside the points of a large one
}

// Low is the line that the moments are written on.
func (s *Sparkline) Low() int { return s.Height - 3 }

// A Mark is a text beside a point.
type Mark struct{ X, Y, Text, Anchor string }

// A Spot is a place in the drawing, in units of its view box.
type Spot struct{ X, Y string }

// A Tick is a moment below the drawing.
type Tick struct{ X, Text, Anchor string }

// A canvas is a view box, and what of it points may take.
type canvas struct {
	width, height     int
	side, top, bottom float64
	written           bool // there is room for the values
}

var (
	smallCanvas = canvas{240, 64, 10, 8, 40, false}
	largeCanvas = canvas{320, 140, 24, 28, 90, true}
)

// sparkline draws the numbers of i; nil where fewer than two moments have one.
func (c canvas) sparkline(i *plan.Indicator) *Sparkline {
	measured := func(all []plan.YearValue) []plan.YearValue {
		return slices.DeleteFunc(slices.Clone(all), func(v plan.YearValue) bool { return !v.Measured() })
	}
	results, targets := measured(i.Results), measured(i.Targets)
	var start []plan.YearValue
	if i.Baseline != nil {
		start = measured([]plan.YearValue{*i.Baseline})
	}
	all := slices.Concat(start, results, targets)
	moments := momentsOf(all)
	if len(moments) < 2 || len(results) == 0 {
		return nil
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range all {
		low, high = min(low, v.Value), max(high, v.Value)
	}
	at := func(v plan.YearValue) Spot {
		n, _ := slices.BinarySearchFunc(moments, v, plan.YearValue.Compare)
		x := c.side + (float64(c.width)-2*c.side)*float64(n)/float64(len(moments)-1)
		y := (c.top + c.bottom) / 2
		if high > low {
			y = c.top + (c.bottom-c.top)*(high-v.Value)/(high-low)
		}
		return Spot{oneDecimal(x), oneDecimal(y)}
	}
	s := &Sparkline{Width: c.width, Height: c.height}
	var line []string
	for n, v := range slices.Concat(start, results) {
		p := at(v)
		if line = append(line, p.X+" "+p.Y); n < len(start) {
			s.Start = &p
		} else {
			s.Results = append(s.Results, p)
		}
	}
	if len(line) > 1 {
		s.Line = "M" + strings.Join(line, "L")
	}
	for _, v := range targets {
		s.Targets = append(s.Targets, at(v))
	}
	for n, v := range moments {
		anchor := "middle"
		switch {
		case c.written && v.Period == "":
			if n > 0 && n < len(moments)-1 && len(moments) > 7 {
				continue
			}
		case n == 0:
			anchor = "start"
		case n == len(moments)-1:
			anchor = "end"
		case len(moments) > 5 || v.Period != "":
			continue // there is no room for all
		}
		x := at(v).X
		switch anchor {
		case "start":
			x = "0"
		case "end":
			x = strconv.Itoa(c.width)
		}
		s.Moments = append(s.Moments, Tick{x, v.When(), anchor})
	}
	if c.written {
		s.Values = c.values(slices.Concat(start, results), targets, moments, at)
	}
	return s
}

// values are written over what was measured, or under it where its target stands
// above; and over the last target, unless there is a result for it.
func (c canvas) values(measured, targets, moments []plan.YearValue, at func(plan.YearValue) Spot) []Mark {
	same := func(a, b plan.YearValue) bool { return a.Compare(b) == 0 }
	var out []Mark
	write := func(v plan.YearValue, under bool) {
		spot, anchor := at(v), "middle"
		y, _ := strconv.ParseFloat(spot.Y, 64)
		if y -= 12; under {
			y += 36
		}
		ends, wide := same(v, moments[0]) || same(v, moments[len(moments)-1]), len(v.String()) > 5
		switch {
		case !ends && len(moments) > 6:
			return // there is no room for all
		case same(v, moments[0]) && wide:
			spot.X, anchor = "0", "start"
		case ends && wide:
			spot.X, anchor = strconv.Itoa(c.width), "end"
		}
		out = append(out, Mark{spot.X, oneDecimal(y), v.String(), anchor})
	}
	for _, v := range measured {
		write(v, slices.ContainsFunc(targets, func(t plan.YearValue) bool { return same(t, v) && t.Value > v.Value }))
	}
	if n := len(targets); n > 0 && !slices.ContainsFunc(measured, func(v plan.YearValue) bool { return same(v, targets[n-1]) }) {
		write(targets[n-1], false)
	}
	return out
}

// momentsOf returns one value of each year or part of a year, in order of time.
func momentsOf(all []plan.YearValue) []plan.YearValue {
	out := slices.Clone(all)
	slices.SortStableFunc(out, plan.YearValue.Compare)
	return slices.CompactFunc(out, func(a, b plan.YearValue) bool { return cmp.Compare(a.Year, b.Year) == 0 && a.Period == b.Period })
}

func oneDecimal(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }
