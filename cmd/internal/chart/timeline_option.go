// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// option returns the option JSON of a timeline, as option does of bars. The axes
// are the picture's own units: a value stands where the layout has put it.
func (t *timeline) option(r ruler, c Chart) (data []byte, lines []string, err error) {
	words := &tokens{ruler: r}
	points := charts.NewScatter()
	points.SetGlobalOptions(charts.WithAnimation(false), charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}), charts.WithGridOpts(opts.Grid{}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value"}), charts.WithYAxisOpts(opts.YAxis{Type: "value"}))
	points.Accept(&timelineVisitor{timeline: t, chart: c, words: words})
	points.Validate()
	if data, err = json.Marshal(points.JSON()); err != nil {
		return nil, nil, fmt.Errorf("chart %q: writing the option: %w", c.ID, err)
	}
	return data, words.lines, nil
}

// A timelineVisitor writes grid, axes and series, for which go-echarts has fields
// of other types than ECharts reads.
type timelineVisitor struct {
	charts.BaseConfigurationVisitor
	timeline *timeline
	chart    Chart
	words    *tokens
}

func (v *timelineVisitor) Visit(option map[string]any) {
	for _, name := range []string{"title", "tooltip", "toolbox", "color", "legend"} {
		delete(option, name)
	}
}

func (v *timelineVisitor) VisitGrid([]opts.Grid) any {
	return map[string]any{"left": 0, "top": 0, "width": v.timeline.width, "height": v.timeline.height, "outerBoundsMode": "none"}
}

func (v *timelineVisitor) VisitXAxis([]opts.XAxis) any {
	return []any{map[string]any{"type": "value", "show": false, "min": 0, "max": v.timeline.width}}
}

func (v *timelineVisitor) VisitYAxis([]opts.YAxis) any {
	return []any{map[string]any{"type": "value", "show": false, "min": 0, "max": v.timeline.height, "inverse": true}}
}

// VisitSeriesOpt returns the lines, then the series of the chart, the keys of
// the legend, and last the texts, which are labels of points that are not seen.
func (v *timelineVisitor) VisitSeriesOpt(charts.MultiSeries) any {
	type object = map[string]any
	var all []object
	series := func(kind string, fields object) {
		s := object{"type": kind, "silent": true, "clip": false, "emphasis": object{"disabled": true}}
		if fields["label"] == nil {
			fields["label"] = object{"show": false, "formatter": "fmt:name"}
		}
		for key, value := range fields {
			s[key] = value
		}
		all = append(all, s)
	}
	for _, line := range v.timeline.lines {
		var data [][2]float64
		for _, p := range line {
			data = append(data, [2]float64{p.x, p.y})
		}
		series("line", object{"showSymbol": false, "symbol": "none", "data": data,
			"lineStyle": object{"color": colourAxis, "width": 2}})
	}
	mark := func(f Fill, data []any) {
		l := looks[f]
		style := object{"color": l.ground, "borderColor": l.edge, "borderWidth": 2, "opacity": 1}
		symbol, radius := "circle", dotRadius
		if f == Goal {
			symbol, radius = "diamond", goalRadius
		}
		series("scatter", object{"z": 3, "symbol": symbol, "symbolSize": 2 * radius, "itemStyle": style, "data": data})
	}
	for j, s := range v.chart.Series {
		data := make([]any, len(s.Values))
		for i := range data {
			data[i] = "-"
		}
		for _, p := range v.timeline.points {
			if p.series == j {
				data[p.category] = [2]float64{p.x, p.y}
			}
		}
		mark(s.Fill, data)
	}
	for _, k := range v.timeline.keys {
		mark(v.chart.Series[k.series].Fill, []any{[2]float64{k.x, k.y}})
	}
	var data []object
	for _, t := range v.timeline.texts {
		align := "left"
		if t.middle {
			align = "center"
		}
		data = append(data, object{"name": v.words.of(t.words), "value": [2]float64{t.x, t.y},
			"label": object{"align": align, "color": t.colour, "fontWeight": string(t.weight)}})
	}
	series("scatter", object{"symbol": "rect", "symbolSize": 0, "itemStyle": object{"color": colourUnpainted, "opacity": 1}, "data": data,
		"label": object{"show": true, "formatter": "fmt:name", "position": [2]int{0, 0}, "verticalAlign": "top", "fontSize": typeSize, "lineHeight": lineHeight}})
	return all
}

// check proves that the picture is the chart, as picture.check does of bars:
// a mark for each value that is known, where the scale of its panel has it.
func (t *timeline) check(c Chart, p *picture) error {
	if p.width != t.width || p.height != t.height {
		return fmt.Errorf("drawn %v by %v, want %v by %v", p.width, p.height, t.width, t.height)
	}
	type place struct{ series, category int }
	want := make(map[place]point)
	for _, at := range t.points {
		want[place{at.series, at.category}] = at
	}
	known := 0
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v.Known {
				known++
			}
		}
	}
	if known != len(want) {
		return fmt.Errorf("%d places for %d known values", len(want), known)
	}
	written := make(map[string]int)
	for _, text := range t.texts {
		count(written, text.words, 1)
	}
	for _, s := range p.shapes {
		if s.kind == writing {
			count(written, s.text, -1)
		}
		at := place{s.series - len(t.lines), s.category}
		if s.kind != dot && s.kind != diamond || at.series < 0 || at.series >= len(c.Series) {
			continue
		}
		w, ok := want[at]
		delete(want, at)
		if f := c.Series[at.series].Fill; !ok || math.Abs(s.x-w.x) > 0.01 || math.Abs(s.y-w.y) > 0.01 || s.fill != looks[f].ground || (s.kind == diamond) != (f == Goal) {
			return fmt.Errorf("%q of %q is drawn at %.1f, %.1f, want %v", c.Series[at.series].Name, c.Categories[at.category], s.x, s.y, w)
		}
	}
	if len(want) > 0 {
		return fmt.Errorf("%d known values are not drawn", len(want))
	}
	return compareWords(written)
}
