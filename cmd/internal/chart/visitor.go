// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// A visitor adds what go-echarts has no fields for, or fields of another type
// than ECharts reads, and takes out the components that the bundle has not.
type visitor struct {
	charts.BaseConfigurationVisitor
	chart  Chart
	layout layout
	keys   []string // tokens of the legend
}

func (v *visitor) Visit(option map[string]any) {
	for _, name := range []string{"title", "tooltip", "toolbox", "color"} {
		delete(option, name)
	}
}

func (v *visitor) VisitLegendOpt(legend opts.Legend) any {
	orient := "horizontal"
	gap := keySpace
	if v.layout.stacked {
		orient, gap = "vertical", 4
	}
	data := make([]any, len(v.keys))
	for i, key := range v.keys {
		data[i] = key
		if v.chart.Max > 0 {
			data[i] = map[string]any{"name": key, "itemStyle": map[string]any{"color": colourTarget}}
		}
	}
	return map[string]any{
		"show": legend.Show, "data": data, "selectedMode": false, "left": 0, "top": 0, "padding": 0, "orient": orient, "itemGap": gap,
		"backgroundColor": colourUnpainted, "borderColor": colourUnpainted,
		"icon": "rect", "itemWidth": v.layout.keyWidth, "itemHeight": 14, "itemStyle": map[string]any{"borderWidth": 1},
		"textStyle": map[string]any{"fontSize": typeSize, "fontWeight": regular, "lineHeight": lineHeight, "color": colourInk},
	}
}

func (v *visitor) VisitGrid([]opts.Grid) any {
	l := v.layout
	return map[string]any{
		"left": l.left, "top": l.top, "width": l.span, "height": l.band * float64(len(l.rows)),
		"outerBoundsMode": "none",
	}
}

// VisitXAxis shows nothing of the value axis, whose numbers the bars carry,
// but the goal: its only split line, dashed so that it crosses the bars and
// nothing else.
func (v *visitor) VisitXAxis(axes []opts.XAxis) any {
	l := v.layout
	dash := float64(barHeight + 2*targetOver)
	hidden := map[string]any{"show": false}
	return []any{struct {
		opts.XAxis
		Interval  float64        `json:"interval,omitempty"`
		Z         int            `json:"z"` // over the bars
		AxisLine  map[string]any `json:"axisLine"`
		AxisTick  map[string]any `json:"axisTick"`
		AxisLabel map[string]any `json:"axisLabel"`
		SplitLine map[string]any `json:"splitLine"`
	}{
		XAxis: axes[0], Interval: v.chart.Max, Z: 5, AxisLine: hidden, AxisTick: hidden, AxisLabel: hidden,
		SplitLine: map[string]any{
			"show": v.chart.Max > 0, "showMinLine": false, "showMaxLine": v.chart.Max == l.most,
			"lineStyle": map[string]any{"color": colourTarget, "width": targetWidth,
				"type": []float64{dash, l.band - dash}, "dashOffset": l.band - l.barTop() + targetOver},
		},
	}}
}

func (v *visitor) VisitYAxis(axes []opts.YAxis) any {
	return []any{struct {
		opts.YAxis
		Z         int            `json:"z"` // over the bars
		AxisTick  map[string]any `json:"axisTick"`
		AxisLine  map[string]any `json:"axisLine"`
		AxisLabel map[string]any `json:"axisLabel"`
	}{
		YAxis: axes[0], Z: 5,
		AxisTick: map[string]any{"show": false},
		AxisLine: map[string]any{"show": !v.layout.narrow, "lineStyle": map[string]any{"color": colourAxis, "width": 1}},
		AxisLabel: map[string]any{
			"show": !v.layout.narrow, "interval": 0, "align": "left", "margin": v.layout.left,
			"color": colourInk, "fontSize": typeSize, "fontWeight": regular, "lineHeight": lineHeight,
		},
	}}
}

// A drawnLabel has what opts.Label lacks.
type drawnLabel struct {
	*opts.Label
	Distance *int  `json:"distance,omitempty"`
	Padding  []int `json:"padding,omitempty"`
	Position any   `json:"position,omitempty"`
}

// A drawnBar is one value.
type drawnBar struct {
	opts.BarData
	Label drawnLabel `json:"label"`
}

// VisitSeriesOpt turns the strings of go-echarts into numbers and adds the
// distance and padding of labels.
func (v *visitor) VisitSeriesOpt(all charts.MultiSeries) any {
	type series struct {
		charts.SingleSeries
		Data   []drawnBar `json:"data"`
		Label  drawnLabel `json:"label"`
		Clip   bool       `json:"clip"`
		Silent bool       `json:"silent"`
		// Nobody points at a drawing: the other states need not be made.
		Emphasis map[string]bool `json:"emphasis"`
		// A thin bar keeps its true length, zero included.
		BarMinHeight int     `json:"barMinHeight"`
		BarWidth     float64 `json:"barWidth"`
	}
	out := make([]series, len(all))
	for i, s := range all {
		thickness, _ := strconv.ParseFloat(s.BarWidth, 64) // written by option
		distance := valueGap
		label := drawnLabel{Label: s.Label, Distance: &distance, Position: s.Label.Position}
		switch s.Label.Position {
		case "over":
			text := v.layout.above
			if s.Stack == stackAbove {
				text = v.layout.between
			}
			label.Position = []float64{0, text}
		case "inside":
			label.Padding = []int{-1, 5} // a box a little lower than the bar
		}
		out[i] = series{SingleSeries: s, Data: v.bars(s), Label: label, Silent: true, Emphasis: map[string]bool{"disabled": true}, BarWidth: thickness}
	}
	return out
}

// bars adds to a value that has no bar in a narrow chart, where nothing marks
// the start of the bars, that its words start there.
func (v *visitor) bars(s charts.SingleSeries) []drawnBar {
	data, _ := s.Data.([]opts.BarData) // as Bar.AddSeries takes it
	out := make([]drawnBar, len(data))
	start := 0
	for i, bar := range data {
		out[i] = drawnBar{BarData: bar, Label: drawnLabel{Label: bar.Label}}
		if v.layout.narrow && s.Label.Position == "right" && v.layout.rows[i].sum == 0 {
			out[i].Label.Distance = &start
		}
	}
	return out
}
