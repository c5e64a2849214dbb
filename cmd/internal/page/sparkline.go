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
	Line    string // the path that joins ring and discs
	Start   *Spot
	Results []Spot
	Targets []Spot
	Moments []Tick
}

// A Spot is a place in the drawing, in units of its view box.
type Spot struct{ X, Y string }

// A Tick is a moment below the drawing.
type Tick struct{ X, Text, Anchor string }

// The view box, and what of it points may take.
const (
	sparkWidth, sparkHeight = 240, 64
	sparkSide, sparkTop     = 10, 8
	sparkBottom             = 40
)

// sparkline draws the numbers of i; nil where fewer than two moments have one.
func sparkline(i *plan.Indicator) *Sparkline {
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
		x := sparkSide + float64(sparkWidth-2*sparkSide)*float64(n)/float64(len(moments)-1)
		y := float64(sparkTop+sparkBottom) / 2
		if high > low {
			y = sparkTop + float64(sparkBottom-sparkTop)*(high-v.Value)/(high-low)
		}
		return Spot{oneDecimal(x), oneDecimal(y)}
	}
	s := &Sparkline{}
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
			x = strconv.Itoa(sparkWidth)
		}
		s.Moments = append(s.Moments, Tick{x, v.When(), anchor})
	}
	return s
}

// momentsOf returns one value of each year or part of a year, in order of time.
func momentsOf(all []plan.YearValue) []plan.YearValue {
	out := slices.Clone(all)
	slices.SortStableFunc(out, plan.YearValue.Compare)
	return slices.CompactFunc(out, func(a, b plan.YearValue) bool { return cmp.Compare(a.Year, b.Year) == 0 && a.Period == b.Period })
}

func oneDecimal(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }
