// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// option returns the option JSON that draws c as l says, and the lines of text
// that its tokens stand for.
//
// Only JSON is taken from go-echarts, never its own pages: those leave a
// "</script>" of the data alone and turn a string that carries its function
// marker into live JavaScript. No string of the data is in the option at all.
func option(r ruler, c Chart, l layout) (data []byte, lines []string, err error) {
	texts := &tokens{ruler: r}
	keys := make([]string, len(l.keys))
	for i, key := range l.keys {
		keys[i] = texts.of(key)
	}
	bar := charts.NewBar()
	bar.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(len(l.keys) > 0)}),
		charts.WithGridOpts(opts.Grid{}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Position: "top", Min: 0, Max: l.most}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true)}),
	)
	names := make([]string, len(l.rows))
	for i, row := range l.rows {
		names[i] = texts.of(row.name)
	}
	bar.SetXAxis(names).XYReversal()
	for _, s := range seriesOf(c, l, keys, texts) {
		bar.AddSeries(s.name, s.data,
			charts.WithBarChartOpts(opts.BarChart{Stack: s.stack, BarWidth: number(s.thickness), BarGap: "0%"}),
			charts.WithItemStyleOpts(s.style),
			charts.WithLabelOpts(opts.Label{Formatter: "fmt:name", FontSize: typeSize, FontWeight: string(s.weight),
				LineHeight: lineHeight, Color: colourInk, Position: s.position, Align: s.align, VerticalAlign: s.verticalAlign}),
		)
	}
	bar.Accept(&visitor{chart: c, layout: l, keys: keys})
	bar.Validate()
	if data, err = json.Marshal(bar.JSON()); err != nil {
		return nil, nil, fmt.Errorf("chart %q: writing the option: %w", c.ID, err)
	}
	return data, texts.lines, nil
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// A drawn is a series as ECharts sees it: one of the chart's, or one that only
// carries text.
type drawn struct {
	name          string
	data          []opts.BarData
	stack         string
	thickness     float64
	style         opts.ItemStyle
	weight        weight
	position      string
	align         string
	verticalAlign string
}

// Bars of one stack lie end to end; stacks of one category lie one under the
// other, in the order of their first series.
const (
	stackNames  = "names"
	stackAbove  = "above"
	stackValues = "values"
)

// before returns how many series of the option come before those of the chart.
func (l layout) before() int {
	switch {
	case l.narrow && l.between > 0:
		return 2
	case l.narrow:
		return 1
	}
	return 0
}

// seriesOf returns the series to draw: the names over their bars when narrow,
// the chart's own, and what stands at the end of the bars. keys are the tokens
// of the legend.
func seriesOf(c Chart, l layout, keys []string, texts *tokens) []drawn {
	var all []drawn
	if l.narrow {
		names := carrier(stackNames, l.above+l.gap, regular)
		for _, row := range l.rows {
			names.data = append(names.data, carried(texts.of(row.name), colourInk, 0))
		}
		all = append(all, over(names))
	}
	if l.narrow && l.between > 0 {
		values := carrier(stackAbove, l.between+l.gap, bold)
		for _, row := range l.rows {
			values.data = append(values.data, carried(texts.of(row.end), row.colour(), 0))
		}
		all = append(all, over(values))
	}
	for j, s := range c.Series {
		d := drawn{stack: stackValues, thickness: barHeight, weight: bold, position: "inside",
			style: opts.ItemStyle{Color: looks[s.Fill].ground}}
		if len(c.Series) > 1 {
			d.name = keys[j]
		}
		if edge := looks[s.Fill].edge; edge != colourUnpainted {
			d.style.BorderColor, d.style.BorderWidth = edge, 1
		}
		for i, v := range s.Values {
			d.data = append(d.data, mark(s.Fill, v, l.drawn(c, j, i), l.rows[i].inside[j], texts))
		}
		all = append(all, d)
	}
	ends := carrier(stackValues, barHeight, bold)
	ends.position = "right"
	if c.Max > 0 {
		ends.style = opts.ItemStyle{Color: colourTrack}
		if len(l.keys) > 0 {
			ends.name = keys[0]
		}
	}
	for _, row := range l.rows {
		rest, text := row.rest, row.end
		if c.Max > 0 {
			rest = l.most - row.sum
		}
		if l.between > 0 {
			text = ""
		}
		end := carried(texts.of(text), row.colour(), rest)
		switch {
		case row.muted:
			end.ItemStyle = &opts.ItemStyle{Color: colourUnpainted}
		case row.rest > 0:
			end.ItemStyle = &opts.ItemStyle{Color: colourBox, BorderColor: colourSolid, BorderWidth: 1}
		}
		ends.data = append(ends.data, end)
	}
	return append(all, ends)
}

func (r row) colour() string {
	if r.muted {
		return colourMuted
	}
	return colourInk
}

// carrier is a series without colour, there for its labels.
func carrier(stack string, thickness float64, w weight) drawn {
	return drawn{stack: stack, thickness: thickness, weight: w, style: opts.ItemStyle{Color: colourUnpainted}}
}

// over sets the labels of d from where bars start, on the bar below.
func over(d drawn) drawn {
	d.position, d.align, d.verticalAlign = "over", "left", "bottom"
	return d
}

func carried(text, colour string, value float64) opts.BarData {
	label := &opts.Label{Show: opts.Bool(text != "")}
	if colour != colourInk {
		label.Color, label.FontWeight = colour, string(regular)
	}
	return opts.BarData{Name: text, Value: value, Label: label}
}

// mark is one value. ECharts draws nothing for "-".
func mark(f Fill, v Value, drawn float64, inside bool, texts *tokens) opts.BarData {
	label := &opts.Label{Show: opts.Bool(inside)}
	if !v.Known {
		return opts.BarData{Value: "-", Label: label}
	}
	if inside {
		label.Color = looks[f].text
	}
	if inside && looks[f].boxed {
		label.BackgroundColor = colourBox
	}
	return opts.BarData{Name: texts.of(v.Label), Value: drawn, Label: label}
}
