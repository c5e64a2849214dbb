// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"math"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

// smallIndicators reports an indicator that counts people and has so small a
// value that it points at them. Groups of staff are hidden when they are read
// (see plan.Quantity); the values of an indicator are measures and stay.
func (c *personalCheck) smallIndicators() {
	least := float64(c.Publication.Municipality.AnonymityThreshold)
	for _, e := range c.Publication.Editions {
		for _, p := range e.AllProjects() {
			for _, i := range p.Indicators {
				v, ok := smallest(i, least)
				if !ok || !countsPeople(i.Unit) {
					continue
				}
				d := diag.Diagnostic{Pos: p.Pos, Severity: diag.Warning, Code: "small-indicator"}
				d.Message = fmt.Sprintf("un indicatore del progetto conta le persone e nel %s ne ha meno di %d", v.When(), int(least))
				d.Hint = "se quelle persone si possono riconoscere, misura in un altro modo: per esempio in percentuale, o su più anni insieme"
				c.report.Add(d)
			}
		}
	}
}

// countsPeople reports whether the first word of a unit names employees or
// people.
func countsPeople(unit string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(unit), " ")
	return headCountsPeople(first) && !strings.Contains(unit, "%")
}

// smallest returns the first value of i that is a whole number above zero and
// below least.
func smallest(i *plan.Indicator, least float64) (plan.YearValue, bool) {
	values := append([]plan.YearValue(nil), i.Results...)
	if i.Baseline != nil {
		values = append(values, *i.Baseline)
	}
	for _, v := range values {
		if v.Measured() && v.Value > 0 && v.Value < least && v.Value == math.Trunc(v.Value) {
			return v, true
		}
	}
	return plan.YearValue{}, false
}
