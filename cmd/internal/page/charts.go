// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"slices"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// Ids of the charts that are about a whole edition. A project with two or
// more staff profiles has a chart of its own, staffChartPrefix and its id, for the
// texts that ask for it.
const (
	projectsChart    = "progetti-per-settore"
	employeesChart   = "dipendenti-per-settore"
	progressChart    = "avanzamento"
	indicatorsChart  = "indicatori"
	staffChartPrefix = "personale-"
)

// Charts returns the charts the data of e allow, in the order they are shown.
// A chart without one known value is left out: there would be nothing to see.
func Charts(e *plan.Edition) []chart.Chart {
	all := []chart.Chart{
		projectsByDepartment(e),
		employeesByDepartment(e),
		progressByDepartment(e),
		indicatorsByDepartment(e),
	}
	for _, p := range e.AllProjects() {
		if len(p.Staff) > 1 {
			all = append(all, staffOf(p))
		}
	}
	return slices.DeleteFunc(all, func(c chart.Chart) bool { return !drawable(c) })
}

func drawable(c chart.Chart) bool {
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v.Known {
				return true
			}
		}
	}
	return false
}

// valueOf draws a quantity by its number and labels it with all it says.
func valueOf(q plan.Quantity) chart.Value {
	if !q.Known() {
		return chart.Value{Label: q.String()}
	}
	return chart.Value{Number: q.Value(), Known: true, Label: q.String()}
}

// rangeOf is valueOf with the high end of what may be more, where a bar has room
// for it.
func rangeOf(q plan.Quantity) chart.Value {
	v := valueOf(q)
	if high := q.High(); v.Known && high > v.Number {
		v.High = high
	}
	return v
}

func countValue(n int) chart.Value {
	return chart.Value{Number: float64(n), Known: true, Label: italian.Digits(n)}
}

func sourceTitle(s *plan.Source) string {
	if s == nil {
		return ""
	}
	return s.Title
}

// projectsByDepartment is «Il conto dei N» as a picture: the same rows, the
// largest first, the gaps set off from what is described. What is left to describe is what the
// account says, and where it says nothing there is no mark. Only counted
// projects are drawn: a described project of a settore without a count may be
// one of the rest, and would be drawn twice; for the same reason the transversal
// projects, which may be in any row, have none.
func projectsByDepartment(e *plan.Edition) chart.Chart {
	c := chart.Chart{
		ID: projectsChart, Title: "Progetti per settore", Unit: "progetti", Category: "Settore",
		Kind: chart.Bars, Source: sourceTitle(e.Source),
		Finding: projectsFinding(e), Note: uncountedNote(e),
	}
	described := chart.Series{Name: describedSeries, Fill: chart.Solid}
	toDescribe := chart.Series{Name: toDescribeSeries, Fill: chart.Hatched}
	unplaced := chart.Series{Name: plan.NotCounted, Fill: chart.Dotted}
	rows := slices.DeleteFunc(slices.Clone(e.Account().Rows), func(r plan.AccountRow) bool { return r.Transversal })
	slices.SortStableFunc(rows, func(a, b plan.AccountRow) int { return cmp.Compare(rank(b), rank(a)) })
	for _, r := range rows {
		c.Categories = append(c.Categories, r.Name)
		d, t, u := accountValues(r)
		described.Values = append(described.Values, d)
		toDescribe.Values = append(toDescribe.Values, t)
		unplaced.Values = append(unplaced.Values, u)
	}
	for _, s := range []chart.Series{described, toDescribe, unplaced} {
		if slices.ContainsFunc(s.Values, func(v chart.Value) bool { return v.Known && v.Number > 0 }) {
			c.Series = append(c.Series, s)
		}
	}
	return c
}

// rank is where a row of the account stands among the bars: the largest first,
// then what has no count, then what belongs to no settore.
func rank(r plan.AccountRow) int {
	switch {
	case r.Rest():
		return -2
	case !r.InPlan.Known():
		return -1
	}
	return r.InPlan.Number
}

// Names of the series of «Il conto dei N»; the third is plan.NotCounted.
const (
	describedSeries  = "Descritti"
	toDescribeSeries = "Da descrivere"
)

// accountValues are the values of a row of the account as it is drawn: what is
// described, what is left to describe, what has no settore.
func accountValues(r plan.AccountRow) (d, t, u chart.Value) {
	elsewhere := chart.Value{Label: "–"}
	d, t, u = valueOf(r.Described), valueOf(r.ToDescribe), elsewhere
	switch {
	case r.InPlan.Known() && r.Rest() && !settled(r):
		d, t, u = elsewhere, elsewhere, valueOf(r.InPlan)
	case !r.InPlan.Known():
		if d, u = elsewhere, t; r.ToDescribe == plan.Count(0) {
			u = elsewhere // all are described
		}
		if n := r.Described.Number; n > 0 {
			d = chart.Value{Label: italian.Count(n, "descritto", "descritti")}
		}
	}
	return d, t, u
}

// employeesByDepartment sorts what is known from the largest, and lists what
// is not after it.
func employeesByDepartment(e *plan.Edition) chart.Chart {
	c := chart.Chart{
		ID: employeesChart, Title: "Dipendenti per settore", Unit: "dipendenti", Category: "Settore",
		Kind: chart.Bars, Source: sourceTitle(e.Source), Finding: employeesFinding(e), Note: describedNote(e),
	}
	s := chart.Series{Name: "Dipendenti"}
	for _, d := range byEmployees(e) {
		c.Categories = append(c.Categories, d.Name)
		s.Values = append(s.Values, rangeOf(d.Staffing()))
	}
	c.Series = []chart.Series{s}
	return c
}

func byEmployees(e *plan.Edition) []*plan.Department {
	number := make(map[*plan.Department]int, len(e.Departments))
	for _, d := range e.Departments {
		number[d] = -1
		if q := d.Staffing(); q.Known() {
			number[d] = q.Number
		}
	}
	out := slices.Clone(e.Departments)
	slices.SortStableFunc(out, func(a, b *plan.Department) int { return cmp.Compare(number[b], number[a]) })
	return out
}

// staffOf is the people of one project by profile.
func staffOf(p *plan.Project) chart.Chart {
	c := chart.Chart{
		ID: staffChartPrefix + p.ID, Title: p.Title + ": dipendenti per profilo", Unit: "dipendenti", Category: "Profilo",
		Kind: chart.Bars, Source: sourceTitle(p.Source), Finding: staffFinding(p),
	}
	s := chart.Series{Name: "Dipendenti"}
	for _, profile := range p.Staff {
		c.Categories = append(c.Categories, profile.Profile)
		s.Values = append(s.Values, rangeOf(profile.Employees))
	}
	c.Series = []chart.Series{s}
	return c
}

// A group is the described projects of a settore, or those of none.
type group struct {
	name     string
	projects []*plan.Project
}

func groups(e *plan.Edition) []group {
	var out []group
	for _, d := range e.Departments {
		if len(d.Described) > 0 {
			out = append(out, group{d.Name, d.Described})
		}
	}
	if len(e.Transversal) > 0 {
		out = append(out, group{e.Loose(), e.Transversal})
	}
	return out
}

// progressByDepartment counts the described projects by how far they have come.
func progressByDepartment(e *plan.Edition) chart.Chart {
	c := chart.Chart{
		ID: progressChart, Title: "Avanzamento dei progetti", Unit: "progetti", Category: "Settore",
		Kind: chart.Shares, Source: sourceTitle(e.Source), Finding: progressFinding(e),
	}
	states := []plan.Progress{plan.Completed, plan.Ongoing, plan.NotStarted}
	c.Series = []chart.Series{
		{Name: "Conclusi", Letter: "C", Fill: chart.Done},
		{Name: "In corso", Letter: "I", Fill: chart.Ongoing},
		{Name: "Da avviare", Letter: "D", Fill: chart.ToStart},
	}
	if countProgress(e)[plan.Suspended] > 0 {
		states = append(states, plan.Suspended)
		c.Series = append(c.Series, chart.Series{Name: "Sospesi", Letter: "S", Fill: chart.Suspended})
	}
	unknown := 0
	for _, g := range groups(e) {
		count := map[plan.Progress]int{}
		for _, p := range g.projects {
			count[p.Progress]++
		}
		unknown += count[plan.ProgressUnknown]
		if count[plan.ProgressUnknown] == len(g.projects) {
			continue
		}
		c.Categories = append(c.Categories, g.name)
		for i, state := range states {
			c.Series[i].Values = append(c.Series[i].Values, countValue(count[state]))
		}
	}
	if unknown > 0 {
		c.Note = "Non compare nel grafico l’avanzamento di " + italian.Count(unknown, "progetto", "progetti") + ": la fonte non lo dice."
	}
	return c
}

// A standing is how the indicators of a group of projects stand.
type standing struct {
	name string
	standings
}

// indicatorsByDepartment counts the indicators by how their last result stands
// to the target of its year.
func indicatorsByDepartment(e *plan.Edition) chart.Chart {
	c := chart.Chart{
		ID: indicatorsChart, Title: "Indicatori e obiettivi", Unit: "indicatori", Category: "Settore",
		Kind: chart.Shares, Source: sourceTitle(e.Source), Finding: indicatorsFinding(e),
	}
	c.Series = []chart.Series{
		{Name: "Obiettivo dell’anno centrato", Letter: "C", Fill: chart.Done},
		{Name: "Obiettivo dell’anno non centrato", Letter: "N", Fill: chart.Ongoing},
		{Name: "Senza confronto", Fill: chart.Hatched},
	}
	open := 0
	var rows []standing
	for _, g := range groups(e) {
		if s := standingsOf(g.projects); s.wanted > 0 {
			rows = append(rows, standing{g.name, s})
			open += s.open()
		}
	}
	// Those with most targets met of a hundred first: who is ahead.
	slices.SortStableFunc(rows, func(a, b standing) int { return cmp.Compare(b.met*a.wanted, a.met*b.wanted) })
	for _, s := range rows {
		c.Categories = append(c.Categories, s.name)
		for i, n := range []int{s.met, s.missed, s.open()} {
			c.Series[i].Values = append(c.Series[i].Values, countValue(n))
		}
	}
	if open > 0 {
		c.Note = "«Senza confronto»: manca un risultato, oppure un obiettivo per lo stesso anno."
	}
	return c
}
