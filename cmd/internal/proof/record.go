// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A record is a row of the open data.
type record struct {
	table *dataset.Table
	row   []dataset.Value
}

// value returns the value in a column, nil when there is none.
func (r record) value(column string) dataset.Value {
	if i := r.table.Column(column); i >= 0 {
		return r.row[i]
	}
	return nil
}

func (r record) text(column string) string { return r.table.Written(r.value(column)) }

func (r record) list(column string) []string {
	items, _ := r.value(column).([]string)
	return items
}

// key names the row among those of its table.
func (r record) key() string { return cmp.Or(r.text(r.table.Primary), "–") }

// words is how a quantity reads, missing when there is none.
func (r record) words(name, missing string) string {
	column := strings.TrimPrefix(name+"_testo", "_") // that of cifre has no name
	return cmp.Or(r.text(column), missing)
}

// quantity makes of its columns the quantity called name.
func (r record) quantity(name string) plan.Quantity {
	text, word := r.text(name+"_testo"), r.text(name+"_precisione")
	q := plan.Quantity{Precision: plan.InWords, Text: text}
	switch {
	case text == "":
		return plan.Quantity{}
	case word == "":
		return q
	}
	q.Text = ""
	for q.Precision = plan.Exact; q.Precision < plan.FewerThan && q.Precision.String() != word; {
		q.Precision++
	}
	// That of a small group is in its words only.
	low, high, _ := strings.Cut(strings.ReplaceAll(strings.TrimPrefix(text, word+" "), ".", ""), " e ")
	_, decimals, _ := strings.Cut(low, ",")
	q.Decimals = len(decimals)
	q.Number, _ = strconv.Atoi(strings.Replace(low, ",", "", 1))
	q.To, _ = strconv.Atoi(strings.Replace(high, ",", "", 1))
	return q
}

// The evidence is the open data of an edition, by what they are about.
type evidence struct {
	edition Edition
	charts  map[string]chart.Chart
	tables  map[string]*dataset.Table
	rows    map[string][]record // by table and, after a space, what they belong to
	shared  map[string][]record // of progetti, by each settore of insieme_a
	files   map[string]record   // of progetti and settori, by the file of their page

	once sync.Once
	sum  string // see whole
}

func evidenceOf(e Edition) *evidence {
	v := &evidence{edition: e, charts: map[string]chart.Chart{}, tables: map[string]*dataset.Table{}, rows: map[string][]record{}, shared: map[string][]record{}, files: map[string]record{}}
	for _, c := range e.Charts {
		v.charts[c.ID] = c.Chart
	}
	for _, t := range append(slices.Clone(e.Tables), e.Dictionary) {
		v.tables[t.Name] = &t
		for _, row := range t.Rows {
			r := record{&t, row}
			v.rows[t.Name] = append(v.rows[t.Name], r)
			at := t.Name + " " + belongs(r)
			v.rows[at] = append(v.rows[at], r)
			switch t.Name {
			case "progetti":
				v.files[route.Project.File(e.ID, r.key())] = r
				for _, id := range r.list("insieme_a") {
					v.shared[id] = append(v.shared[id], r)
				}
			case "settori":
				v.files[route.Department.File(e.ID, r.key())] = r
			}
		}
	}
	return v
}

// belongs names what a row is about: "progetto x", "settore y"; for a project
// the settore it stands in, for a field its table.
func belongs(r record) string {
	switch department := r.text("settore"); {
	case r.table.Name == "dizionario":
		return r.text("tabella")
	case r.text("progetto") != "":
		return "progetto " + r.text("progetto")
	case department != "":
		return "settore " + department
	}
	return "nessuno"
}
