// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"math"
	"strconv"
	"strings"

	"vetro/cmd/internal/plan"
)

// indicatorState says how an indicator stands to its last target.
type indicatorState int

const (
	noTarget indicatorState = iota
	noResult
	targetAhead
	targetMet
)

// stateOf compares the last result with the last target. Where nobody says how,
// it is as if there were none.
func stateOf(i *plan.Indicator) indicatorState {
	if _, ok := i.Target(); !ok {
		return noTarget
	}
	if _, ok := i.FinalResult(); !ok {
		return noResult
	}
	switch met, known := i.Met(); {
	case met:
		return targetMet
	case known:
		return targetAhead
	}
	return noTarget
}

// covered is the part of the way from the start to the target that the last
// result has covered, in percent from 0 to 100. It is known only where all
// three values are.
func covered(i *plan.Indicator) (int, bool) {
	share, ok := i.TowardTarget()
	return int(math.Floor(100*min(max(share, 0), 1) + 1e-9)), ok // 29 of 100 is 29 %, whatever binary fractions say
}

// An IndicatorTable is the indicators of a project.
type IndicatorTable struct {
	Caption string
	Rows    []IndicatorRow
	Source  *Link // of every row, nil where they differ
}

// An IndicatorRow is one indicator.
type IndicatorRow struct {
	Name     string
	Details  string // dimension and unit
	Baseline Value
	Results  []Value
	Targets  []Value
	Progress []Value
	Bar      []Segment
	Source   *Link
}

func (p page) indicators(project *plan.Project) *IndicatorTable {
	if len(project.Indicators) == 0 {
		return nil
	}
	var sources []*plan.Source
	t := &IndicatorTable{Caption: "Indicatori del progetto «" + project.Title + "»"}
	for _, i := range project.Indicators {
		row := IndicatorRow{
			Name:     i.Name,
			Details:  detailsOf(i.Dimension, i.Unit),
			Baseline: notSaid(),
			Results:  []Value{notSaid()},
			Targets:  []Value{notSaid()},
			Source:   p.briefSource(i.Source),
		}
		if i.Baseline != nil {
			row.Baseline = measured(*i.Baseline, i.Unit, "")
		} else if i.NoBaseline != "" {
			row.Baseline = gap(i.NoBaseline)
		}
		if len(i.Results) > 0 {
			row.Results = nil
		}
		for _, v := range i.Results {
			row.Results = append(row.Results, measured(v, i.Unit, ""))
		}
		if len(i.Targets) > 0 {
			row.Targets = nil
		}
		for _, v := range i.Targets {
			row.Targets = append(row.Targets, measured(v, i.Unit, i.Asks(v)))
		}
		percent, known := 0, false
		if row.Progress, percent, known = progressOf(i); known {
			row.Bar = progressBar(percent)
		}
		t.Rows = append(t.Rows, row)
		sources = append(sources, i.Source)
	}
	t.Source = p.sharedSource(sources)
	return t
}

// progressOf says how far i has come: for each year with a target and a result
// whether that was met, then how it stands to the last target, and in percent
// where that is known.
func progressOf(i *plan.Indicator) (said []Value, percent int, known bool) {
	last, _ := i.Target()
	for _, target := range i.Targets {
		for _, result := range i.Results {
			met, judged := i.Satisfies(result, target)
			if !judged || target == last || target.When() != result.When() {
				continue
			}
			word := "non raggiunto"
			if met {
				word = "raggiunto"
			}
			said = append(said, text("Nel "+target.When()+" obiettivo "+word))
		}
	}
	of, toward := "", ""
	if len(i.Targets) > 1 {
		of, toward = " del "+last.When(), " verso il "+last.When()
	}
	percent, known = covered(i)
	final := gap("Non si può calcolare")
	switch state := stateOf(i); {
	case state == targetMet:
		final, percent, known = text(metInTheEnd(i, of)), 100, true
	case known:
		final = text(strconv.Itoa(percent) + "\u00a0% del percorso" + toward)
	case state == targetAhead && over(i):
		final, percent = text("Obiettivo"+of+" non raggiunto"), 0
	case state == targetAhead:
		final, percent = text("Obiettivo"+of+" non ancora raggiunto"), 0
	}
	return append(said, final), percent, known
}

// metInTheEnd says that the last target is met: before its time a value may still
// be lost again, but a day that came in time stays.
func metInTheEnd(i *plan.Indicator, of string) string {
	if over(i) {
		return "Obiettivo" + of + " raggiunto"
	}
	last, _ := i.Target()
	return "Già al livello dell’obiettivo del " + last.When()
}

// over reports whether the result that is held against the last target is the last
// word on it: it is of the same time, or a day, which comes only once.
func over(i *plan.Indicator) bool {
	last, _ := i.Target()
	result, _ := i.FinalResult()
	return result.Kind == plan.Day || last.Compare(result) <= 0
}

// measured prints a value with its year; % does not part from it.
func measured(v plan.YearValue, unit, before string) Value {
	s := template.HTML(template.HTMLEscapeString(before)) + marked(v)
	if unit == "%" && (v.Kind == plan.Numeric || v.Kind == plan.NumericRange) {
		s += "\u00a0%"
	}
	if v.Kind == plan.Day && v.Period == "" && v.Date().Year == v.Year { // the day says the year
		return Value{HTML: s}
	}
	return Value{HTML: s, After: "(" + v.When() + ")"}
}

// marked is a value with what of it machines read.
func marked(v plan.YearValue) template.HTML {
	switch low, high, _ := strings.Cut(strings.TrimPrefix(v.String(), "tra "), " e "); v.Kind {
	case plan.YesNo:
		return template.HTML(v.String())
	case plan.Day:
		return template.HTML(`<time datetime="` + v.Date().String() + `">` + v.String() + `</time>`)
	case plan.NumericRange:
		return "tra " + amount(v.Value, low) + " e " + amount(v.To, high)
	}
	return amount(v.Value, v.String())
}

func detailsOf(dimension, unit string) string {
	switch {
	case unit == "":
		return dimension
	case dimension == "":
		return "in " + unit
	}
	return dimension + ", in " + unit
}
