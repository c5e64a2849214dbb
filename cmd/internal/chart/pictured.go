// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"fmt"
	"math"
)

// maxRows is how many rows a picture has at most: more are no longer seen, only
// read, and that is what the table is for.
const maxRows = 30

// Pictured returns the chart as it is drawn: of more than 30 rows the first 29,
// then one that says how many others there are and, if it can be said of all of
// them alike, what they come to. That row has no mark, since a bar of a sum
// stands for another thing than its neighbours. Table has every row.
func (c Chart) Pictured() Chart {
	if c.Kind == Lines || len(c.Categories) <= maxRows {
		return c
	}
	kept := maxRows - 1
	others := fmt.Sprintf("Altri %s", grouped(float64(len(c.Categories)-kept)))
	series := make([]Series, len(c.Series))
	for i, s := range c.Series {
		words := "–"
		switch {
		case len(c.Series) == 1:
			words = together(s.Values[kept:])
		case i == 0:
			words = inTable
		}
		s.Values = append(s.Values[:kept:kept], Value{Label: words})
		series[i] = s
	}
	c.Categories, c.Series = append(c.Categories[:kept:kept], others), series
	return c
}

const inTable = "nella tabella"

// together says what values come to: their sum when each is a plain count, their
// words when all have the same, else where they are.
func together(values []Value) string {
	sum, counts, same := 0.0, true, true
	for _, v := range values {
		sum += v.Number
		counts = counts && v.Known && v.High == 0 && v.Label == grouped(v.Number)
		same = same && !v.Known && v.Label == values[0].Label
	}
	switch {
	case counts:
		return "insieme " + grouped(sum)
	case same && says(values[0].Label):
		return values[0].Label
	}
	return inTable
}

// Worth says whether a picture shows more than a table with bars inside would:
// more than three values are known, and in some series they differ by more than
// a tenth and by more than one.
func (c Chart) Worth() bool {
	known, differ := 0, false
	for _, s := range c.Series {
		low, high, whole := math.Inf(1), 0.0, true
		for _, v := range s.Values {
			if v.Known {
				known++
				low, high = min(low, v.Number), max(high, v.Number)
				whole = whole && v.Number == math.Trunc(v.Number)
			}
		}
		if spread := high - low; spread > high/10 && (spread > 1 || !whole) {
			differ = true
		}
	}
	return known > 3 && differ
}
