// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"strings"

	"vetro/cmd/internal/plan"
)

// newlines ends the lines of s in one way, whatever machine it was written on.
func newlines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// A row is filled value by value, in the order of the columns.
type row []Value

// row is an empty row of t, with room for its values.
func (t Table) row() row { return make(row, 0, len(t.Columns)) }

func (r row) text(s string) row {
	if s = newlines(s); s == "" {
		return append(r, nil)
	}
	return append(r, s)
}

func (r row) list(items []string) row {
	var kept []string
	for _, s := range items {
		if s != "" {
			kept = append(kept, newlines(s))
		}
	}
	if kept == nil {
		return append(r, nil)
	}
	return append(r, kept)
}

func (r row) flag(b bool) row       { return append(r, b) }
func (r row) number(n int) row      { return append(r, n) }
func (r row) decimal(v float64) row { return append(r, v) }
func (r row) empty(columns int) row { return append(r, make(row, columns)...) }

// quantity fills the columns of something counted, measure those of something
// that may have decimals.
func (r row) quantity(q plan.Quantity) row {
	return r.ends(q, func(n int, _ float64) row { return row{}.number(n) })
}

func (r row) measure(q plan.Quantity) row {
	return r.ends(q, func(_ int, v float64) row { return row{}.decimal(v) })
}

func (r row) ends(q plan.Quantity, cell func(int, float64) row) row {
	low, high := row{nil}, row{nil}
	if q.Known() {
		low = cell(q.Number, q.Value())
	}
	if q.Precision == plan.Between {
		high = cell(q.To, q.High())
	}
	if q.IsMissing() {
		return r.empty(len(quantityColumns))
	}
	return append(append(r, low...), high...).text(q.Precision.String()).text(q.String())
}

// value fills the columns of the value of an indicator.
func (r row) value(v plan.YearValue) row {
	low, high := row{nil}, row{nil}
	if v.Kind == plan.Numeric || v.Kind == plan.NumericRange {
		low = row{v.Value}
	}
	if v.Kind == plan.NumericRange {
		high = row{v.To}
	}
	return append(append(r, low...), high...).text(v.String())
}

// source fills two columns.
func (r row) source(s *plan.Source) row {
	if s == nil {
		return r.empty(2)
	}
	return r.text(s.ID).text(s.Title)
}

// department and project fill two columns each.
func (r row) department(d *plan.Department) row {
	if d == nil {
		return r.empty(2)
	}
	return r.text(d.ID).text(d.Name)
}

func (r row) project(p *plan.Project) row {
	if p == nil {
		return r.empty(2)
	}
	return r.text(p.ID).text(p.Title)
}

// gaps collects the keys that the source leaves out.
type gaps []string

func (g *gaps) add(missing bool, keys ...string) {
	if missing {
		*g = append(*g, keys...)
	}
}
