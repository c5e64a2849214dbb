// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"math"
	"strconv"
	"vetro/cmd/internal/plan"
)

// A writtenIndicator is an indicator as the open data have it, with its rows.
type writtenIndicator struct {
	*plan.Indicator
	rows []record
}

// indicatorsOf puts the rows of a project's indicators together again.
func indicatorsOf(rows []record) []writtenIndicator {
	var out []writtenIndicator
	for _, r := range rows {
		if n, _ := r.value("posizione").(int); n > len(out) {
			i := &plan.Indicator{Name: r.text("indicatore"), Dimension: r.text("dimensione"), Unit: r.text("unita")}
			for _, o := range []plan.Operator{plan.OperatorEqual, plan.OperatorAtMost, plan.OperatorAtLeast} {
				if o.String() == r.text("operatore") {
					i.Operator = o
				}
			}
			out = append(out, writtenIndicator{Indicator: i})
		}
		last := &out[len(out)-1]
		last.rows = append(last.rows, r)
		year, _ := r.value("anno").(int)
		value, _ := r.value("valore").(float64)
		y := plan.YearValue{Year: year, Value: value}
		switch r.text("tipo") {
		case "base":
			last.Baseline = &y
		case "obiettivo":
			last.Targets = append(last.Targets, y)
		case "risultato":
			last.Results = append(last.Results, y)
		}
	}
	return out
}

// details says the dimension and the unit of i.
func (i writtenIndicator) details() string {
	unit := ""
	if i.Unit != "" {
		unit = "in " + i.Unit
	}
	if unit != "" && i.Dimension != "" {
		return i.Dimension + ", " + unit
	}
	return i.Dimension + unit
}

// An indicatorState says how an indicator stands to its last target.
type indicatorState int

const (
	noTarget indicatorState = iota
	noResult
	targetAhead
	targetMet
)

// way returns the way from the first value to the last target, and the part of
// it that is done; known is false where there is no way to go.
func (i writtenIndicator) way() (done, whole float64, known bool) {
	if i.Baseline == nil || len(i.Targets) == 0 || len(i.Results) == 0 {
		return 0, 0, false
	}
	from := i.Baseline.Value
	done, whole = i.Results[len(i.Results)-1].Value-from, i.Targets[len(i.Targets)-1].Value-from
	return done, whole, whole != 0
}

// state compares the last result with the last target. Without an operator, the
// target is a floor or a ceiling according to which side the start was on.
func (i writtenIndicator) state() indicatorState {
	switch {
	case len(i.Targets) == 0:
		return noTarget
	case len(i.Results) == 0:
		return noResult
	}
	result, target := i.Results[len(i.Results)-1].Value, i.Targets[len(i.Targets)-1].Value
	met := false
	switch i.Operator {
	case plan.OperatorEqual:
		met = result == target
	case plan.OperatorAtMost:
		met = result <= target
	case plan.OperatorAtLeast:
		met = result >= target
	default:
		done, whole, known := i.way()
		met = known && (whole > 0 && done >= whole || whole < 0 && done <= whole)
	}
	if met {
		return targetMet
	}
	return targetAhead
}

// progress says how far i has come, as pages do.
func (i writtenIndicator) progress() string {
	done, whole, known := i.way()
	switch state := i.state(); {
	case state == targetMet:
		return "Obiettivo raggiunto"
	case known:
		// A result of 29 on a way of 100 is 29 %, whatever binary fractions say.
		percent := math.Floor(100*done/whole + 1e-9)
		return strconv.Itoa(int(min(max(percent, 0), 100))) + " % del percorso"
	case state == targetAhead:
		return "Obiettivo non ancora raggiunto"
	case state == noResult:
		return "In attesa di risultati"
	}
	return "Non si può calcolare"
}
