// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"math"
	"strconv"
	"strings"

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
			for _, o := range []plan.Operator{plan.OperatorEqual, plan.OperatorAtMost, plan.OperatorAtLeast, plan.OperatorBy} {
				if o.String() == r.text("operatore") {
					i.Operator = o
				}
			}
			out = append(out, writtenIndicator{Indicator: i})
		}
		last := &out[len(out)-1]
		last.rows = append(last.rows, r)
		y := r.yearValue()
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

// yearValue makes of the columns of a row the value that they say. Of its digits
// only the text tells.
func (r record) yearValue() plan.YearValue {
	v := plan.YearValue{Period: r.text("periodo")}
	v.Year, _ = r.value("anno").(int)
	number, isNumber := r.value("valore").(float64)
	v.Value = number
	text := r.text("valore_testo")
	day, isDay := readDay(text)
	switch to, isRange := r.value("valore_massimo").(float64); {
	case isRange:
		v.Kind, v.To = plan.NumericRange, to
	case isNumber:
	case text == "sì", text == "no":
		v.Kind = plan.YesNo
		if text == "sì" {
			v.Value = 1
		}
	case isDay:
		v.Kind = plan.Day
		v.Value, _ = strconv.ParseFloat(strings.ReplaceAll(day, "-", ""), 64)
	}
	return v
}

// words are those of the value of a row on a page.
func (i writtenIndicator) words(r record) string {
	v, text := r.yearValue(), r.text("valore_testo")
	before := ""
	if r.text("tipo") == "obiettivo" && v.Kind != plan.NumericRange {
		switch r.text("operatore") {
		case "al massimo", "almeno":
			before = r.text("operatore") + " "
		case "entro":
			before = "entro "
			if v.Kind == plan.Day {
				before = "entro il "
				if strings.HasPrefix(text, "8 ") || strings.HasPrefix(text, "11 ") {
					before = "entro l’"
				}
			}
		}
	}
	if i.Unit == "%" && v.Kind != plan.YesNo && v.Kind != plan.Day {
		text += " %"
	}
	number := text
	if v.Kind == plan.Numeric {
		number = strings.TrimSuffix(text, " %")
		if n, ok := readNumber(number); !ok || n != v.Value {
			text = r.text("valore") // neither does the text say the number
		}
	}
	when := strconv.Itoa(v.Year)
	if v.Period != "" {
		when = v.Period + " " + when
	}
	if v.Kind == plan.Day && strings.HasSuffix(text, " "+when) { // the day says the year
		return before + text
	}
	return before + text + " (" + when + ")"
}

// way returns the way from the first value to the last target, and the part of
// it that is done; known is false where there is no way to go.
func (i writtenIndicator) way() (done, whole float64, known bool) {
	result, measured := i.last()
	if i.Baseline == nil || len(i.Targets) == 0 || !measured {
		return 0, 0, false
	}
	from, target := *i.Baseline, i.Targets[len(i.Targets)-1]
	if from.Kind+result.Kind+target.Kind != 0 || !asLong(from, target) {
		return 0, 0, false // no numbers, or not of as long a time
	}
	done, whole = result.Value-from.Value, target.Value-from.Value
	return done, whole, whole != 0
}

// last returns the last result that can be held against the last target.
func (i writtenIndicator) last() (result plan.YearValue, ok bool) {
	for _, r := range i.Results {
		if len(i.Targets) > 0 && asLong(r, i.Targets[len(i.Targets)-1]) {
			result, ok = r, true
		}
	}
	return result, ok
}

// asLong reports whether two values are of as long a time, where that counts: a
// yes or no and a day are what they are at any time.
func asLong(a, b plan.YearValue) bool {
	unit := func(v plan.YearValue) string { return v.Period[strings.LastIndex(v.Period, " ")+1:] }
	return a.Kind == plan.YesNo || a.Kind == plan.Day || unit(a) == unit(b)
}

// state compares the last result with the last target. Where nobody says how, it
// is as if there were none, unless they are the same.
func (i writtenIndicator) state() indicatorState {
	switch {
	case len(i.Targets) == 0:
		return noTarget
	}
	result, measured := i.last()
	if !measured {
		return noResult
	}
	met, judged := i.meets(result, i.Targets[len(i.Targets)-1])
	if !judged {
		return noTarget
	}
	if met {
		return targetMet
	}
	return targetAhead
}

// meets compares a result with a target of as long a time.
func (i writtenIndicator) meets(result, target plan.YearValue) (met, judged bool) {
	end := func(v plan.YearValue) float64 {
		if v.Kind == plan.NumericRange {
			return v.To
		}
		return v.Value
	}
	low, high := result.Value, end(result)
	within, beyond := low >= target.Value && high <= end(target), high < target.Value || low > end(target)
	switch {
	case !asLong(result, target):
		return false, false
	case target.Kind == plan.NumericRange, target.Kind == plan.YesNo, i.Operator == plan.OperatorEqual:
		return within, within || beyond
	case i.Operator == plan.OperatorAtMost || i.Operator == plan.OperatorBy:
		return high <= target.Value, high <= target.Value || low > target.Value
	case i.Operator == plan.OperatorAtLeast:
		return low >= target.Value, low >= target.Value || high < target.Value
	}
	return within, within
}

// onTime compares the last result with the target of its year or part of a year.
func (i writtenIndicator) onTime() (met, known bool) {
	for _, t := range i.Targets {
		if last := len(i.Results) - 1; last >= 0 && t.Year == i.Results[last].Year && t.Period == i.Results[last].Period {
			return i.meets(i.Results[last], t)
		}
	}
	return false, false
}

// progress says how far i has come, as pages do: of each year that has a target
// before the last and a result, then of the last target.
func (i writtenIndicator) progress() string {
	said := ""
	when := func(v plan.YearValue) string { return strings.TrimSpace(v.Period + " " + strconv.Itoa(v.Year)) }
	last, of, toward := len(i.Targets)-1, "", ""
	for n, target := range i.Targets {
		for _, result := range i.Results {
			met, judged := i.meets(result, target)
			switch {
			case n == last || !judged || when(result) != when(target):
			case met:
				said += "Nel " + when(target) + " obiettivo raggiunto "
			default:
				said += "Nel " + when(target) + " obiettivo non raggiunto "
			}
		}
	}
	if last > 0 {
		of, toward = " del "+when(i.Targets[last]), " verso il "+when(i.Targets[last])
	}
	done, whole, known := i.way()
	final, _ := i.last()
	over := final.Kind == plan.Day || last >= 0 && i.Targets[last].Compare(final) <= 0
	switch state := i.state(); {
	case state == targetMet && !over:
		return said + "Già al livello dell’obiettivo del " + when(i.Targets[last])
	case state == targetMet:
		return said + "Obiettivo" + of + " raggiunto"
	case known:
		// A result of 29 on a way of 100 is 29 %, whatever binary fractions say.
		percent := math.Floor(100*done/whole + 1e-9)
		return said + strconv.Itoa(int(min(max(percent, 0), 100))) + " % del percorso" + toward
	case state == targetAhead && over:
		return said + "Obiettivo" + of + " non raggiunto"
	case state == targetAhead:
		return said + "Obiettivo" + of + " non ancora raggiunto"
	}
	return said + "Non si può calcolare"
}
