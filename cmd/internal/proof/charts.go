// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/plan"
)

// charts compares every chart of a page with what was drawn, and that with what
// was proved: picture, table and finding.
func (p *comparison) charts(root *html.Node, v *evidence) {
	for n := range descend(root, "figure") {
		id, ok := strings.CutPrefix(attribute(n, "id"), "grafico_")
		if !ok || p.err != nil {
			continue
		}
		c, ok := v.charts[id]
		if !ok {
			p.err = fmt.Errorf("%s: the chart %q is not one of the edition", p.page, id)
			return
		}
		pictures := 0
		for svg := range descend(n, "svg") {
			pictures++
			if err := sameMarks(c, placesIn(svg)); err != nil {
				p.err = fmt.Errorf("%s: the picture of the chart %q: %w", p.page, id, err)
				return
			}
		}
		paper := classed(n, "grafico-carta") != nil
		if want := map[bool]int{false: 2, true: 1}[paper]; pictures != want {
			p.err = fmt.Errorf("%s: the chart %q has %d pictures, want %d", p.page, id, pictures, want)
			return
		}
		if err := provePage(c, n); err != nil {
			p.err = fmt.Errorf("%s: the chart %q: %w", p.page, id, err)
		}
	}
}

// placesIn counts the marks of a picture by their place.
func placesIn(svg *html.Node) map[string]int {
	out := map[string]int{}
	for n := range svg.Descendants() {
		if s := attribute(n, "data-s"); s != "" {
			out[s+" "+attribute(n, "data-c")]++
		}
	}
	return out
}

// staffCharts begins the id of the chart of a project's people.
const staffCharts = "personale-"

// proveChart compares the values of a chart with the open data.
func (v *evidence) proveChart(p *comparison, c chart.Chart) {
	switch {
	case c.ID == "progetti-per-settore":
		v.proveProjectsChart(p, c)
	case c.ID == "dipendenti-per-settore":
		v.proveEmployeesChart(p, c)
	case c.ID == "avanzamento":
		v.proveTallies(p, c, "progetti", v.progressTallies())
	case c.ID == "indicatori":
		v.proveTallies(p, c, "indicatori", v.indicatorTallies())
	default:
		rows := v.rows["personale progetto "+strings.TrimPrefix(c.ID, staffCharts)]
		p.count("personale", len(c.Categories), len(rows))
		for i, r := range rows {
			if p.err == nil {
				p.same(r, "profilo", c.Categories[i], r.text("profilo"))
				p.drawn(r, "dipendenti", c.Series[0].Values[i])
			}
		}
	}
}

// numberOf writes the number of v as the open data do.
func numberOf(v chart.Value) string {
	if !v.Known {
		return ""
	}
	return strconv.FormatFloat(v.Number, 'f', -1, 64)
}

// drawn compares a value of a chart with the quantity called name of r.
func (p *comparison) drawn(r record, name string, v chart.Value) {
	p.same(r, name+"_testo", v.Label, r.words(name, plan.NotSaid))
	p.same(r, name+"_numero", numberOf(v), r.text(name+"_numero"))
}

// drawnAccount are the values that a row of conto is drawn with: what is
// described, what is left to describe, what has no settore.
func drawnAccount(r record) (described, toDescribe, unplaced chart.Value) {
	elsewhere := chart.Value{Label: "–"}
	value := func(name string) chart.Value {
		v := chart.Value{Label: r.words(name, plan.NotSaid)}
		if n, err := strconv.ParseFloat(r.text(name+"_numero"), 64); err == nil {
			v.Known, v.Number = true, n
		}
		return v
	}
	inPlan, left := value("nel_piano"), value("da_descrivere")
	switch {
	case inPlan.Known && r.text("tipo") != "settore" && !left.Known:
		return elsewhere, elsewhere, inPlan
	case inPlan.Known:
		return value("descritti"), left, elsewhere
	}
	if unplaced = left; left.Known && left.Number == 0 {
		unplaced = elsewhere // all are described
	}
	switch n := r.text("descritti_numero"); n {
	case "", "0":
		return elsewhere, left, unplaced
	case "1":
		return chart.Value{Label: "1 descritto"}, left, unplaced
	default:
		return chart.Value{Label: value("descritti").Label + " descritti"}, left, unplaced
	}
}

// proveProjectsChart compares the picture of «Il conto dei N» with conto.
func (v *evidence) proveProjectsChart(p *comparison, c chart.Chart) {
	values := map[string][]chart.Value{}
	for _, s := range c.Series {
		values[s.Name] = s.Values
	}
	rows := slices.DeleteFunc(slices.Clone(v.rows["conto"]), func(r record) bool { return r.text("tipo") == "trasversali" || r.text("tipo") == "totale" })
	rank := func(r record) int {
		n, counted := r.value("nel_piano_numero").(int)
		switch {
		case r.text("tipo") != "settore":
			return -2
		case !counted:
			return -1
		}
		return n
	}
	slices.SortStableFunc(rows, func(a, b record) int { return cmp.Compare(rank(b), rank(a)) })
	for at, r := range rows {
		p.same(r, "voce", item(c.Categories, at), r.text("voce"))
		described, toDescribe, unplaced := drawnAccount(r)
		for _, want := range []struct {
			series, column string
			value          chart.Value
		}{{"Descritti", "descritti", described}, {"Da descrivere", "da_descrivere", toDescribe}, {"Non contati per settore", "nel_piano", unplaced}} {
			drawn, there := values[want.series]
			if !there && want.value.Number == 0 || p.err != nil {
				continue // nothing of it is drawn
			}
			got := chart.Value{}
			if at < len(drawn) {
				got = drawn[at]
			}
			p.same(r, want.column+"_testo", got.Label, want.value.Label)
			p.same(r, want.column+"_numero", numberOf(got), numberOf(want.value))
		}
	}
	p.count("conto", len(c.Categories), len(rows))
}

// proveEmployeesChart compares the people of each settore with settori.
func (v *evidence) proveEmployeesChart(p *comparison, c chart.Chart) {
	number := func(r record) int {
		if n, ok := r.value("dipendenti_numero").(int); ok {
			return n
		}
		return -1
	}
	rows := slices.Clone(v.rows["settori"])
	slices.SortStableFunc(rows, func(a, b record) int { return cmp.Compare(number(b), number(a)) })
	p.count("settori", len(c.Categories), len(rows))
	for i, r := range rows {
		if p.err == nil {
			p.same(r, "nome", c.Categories[i], r.text("nome"))
			p.drawn(r, "dipendenti", c.Series[0].Values[i])
		}
	}
}

// A tally is how many rows of a settore are in each of the states that a chart
// draws, in the order of its series.
type tally struct {
	name  string
	count []int
}

// proveTallies compares a chart of counts with what the rows of table add up to.
func (v *evidence) proveTallies(p *comparison, c chart.Chart, table string, want []tally) {
	p.count(table, len(c.Categories), len(want))
	for i, t := range want {
		for j, n := range t.count {
			if p.err != nil {
				return
			}
			if got := c.Series[j].Values[i]; c.Categories[i] != t.name || !got.Known || got.Number != float64(n) || !readCount(got.Label, n) {
				p.err = &disagreement{p.page, table, t.name, c.Series[j].Name, c.Categories[i] + ": " + got.Label, strconv.Itoa(n)}
			}
		}
	}
}

// tallies counts what state says of the projects of each settore, and of those
// of none; a project may count more than once. Where nothing counts, there is no tally.
func (v *evidence) tallies(states int, state func(project record) []int) []tally {
	var out []tally
	add := func(name, at string) {
		t, any := tally{name, make([]int, states)}, false
		for _, r := range v.rows["progetti "+at] {
			for _, i := range state(r) {
				if i >= 0 {
					t.count[i]++
					any = true
				}
			}
		}
		if any {
			out = append(out, t)
		}
	}
	for _, d := range v.rows["settori"] {
		add(d.text("nome"), "settore "+d.key())
	}
	add(v.loose(), "nessuno")
	return out
}

// anySuspended reports whether a project is suspended.
func (v *evidence) anySuspended() bool {
	return slices.ContainsFunc(v.rows["progetti"], func(r record) bool { return r.text("avanzamento") == plan.Suspended.String() })
}

func (v *evidence) progressTallies() []tally {
	words := []string{plan.Completed.String(), plan.Ongoing.String(), plan.NotStarted.String()}
	if v.anySuspended() {
		words = append(words, plan.Suspended.String())
	}
	return v.tallies(len(words), func(r record) []int { return []int{slices.Index(words, r.text("avanzamento"))} })
}

func (v *evidence) indicatorTallies() []tally {
	const met, missed, open = 0, 1, 2
	out := v.tallies(open+1, func(r record) []int {
		var out []int
		for _, i := range indicatorsOf(v.rows["indicatori progetto "+r.key()]) {
			state := open
			if len(i.Targets) == 0 {
				state = -1
			} else if ok, known := i.onTime(); known {
				state = map[bool]int{true: met, false: missed}[ok]
			}
			out = append(out, state)
		}
		return out
	})
	whole := func(t tally) int { return t.count[met] + t.count[missed] + t.count[open] }
	slices.SortStableFunc(out, func(a, b tally) int { return cmp.Compare(b.count[met]*whole(a), a.count[met]*whole(b)) })
	return out
}
