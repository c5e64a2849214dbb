// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"strconv"

	"vetro/cmd/internal/plan"
)

// Tables returns the tables of e, in the order in which they are published:
// progetti, settori, conto, personale, attivita, indicatori, cifre. The rows
// stand in the order of the pages.
func Tables(e *plan.Edition) []Table {
	all := []Table{projects(e), departments(e), account(e), staff(e), activities(e), indicators(e), figures(e)}
	for i := range all {
		all[i].separate()
	}
	return all
}

func projects(e *plan.Edition) Table {
	t := projectTable()
	for _, p := range e.AllProjects() {
		progress := ""
		if p.Progress != plan.ProgressUnknown {
			progress = p.Progress.String()
		}
		c := p.Conditions
		t.Rows = append(t.Rows, t.row().text(p.ID).text(p.Title).department(p.Department).flag(p.Department == nil).
			text(p.Summary).list(p.With).text(p.Service).list(p.Goals).
			measure(p.DaysPerMonth).text(p.Responsible).measure(p.Cost).measure(p.Funding).text(p.FundedBy).list(projectLinks(p)).
			quantity(p.Staffing()).
			list(c.Organisational).list(c.Technological).list(c.Training).list(c.Safety).
			text(p.NoIndicators).text(p.Contribution).text(p.Start).text(p.End).text(progress).text(p.Note).
			source(p.Source).list(projectGaps(p)))
	}
	return t
}

// projectLinks is the pages that speak of p, one text each.
func projectLinks(p *plan.Project) []string {
	var out []string
	for _, l := range p.Links {
		out = append(out, l.Title+": "+l.URL)
	}
	return out
}

// projectGaps lists what the page of a project says that the source leaves out:
// what DM 132/2022 asks of it, and what a reader would ask.
func projectGaps(p *plan.Project) []string {
	var g gaps
	g.add(len(p.Goals) == 0, "obiettivi")
	g.add(len(p.Activities) == 0, "attivita")
	g.add(len(p.Staff) == 0, "personale")
	g.add(p.Service == "", "servizio")
	g.add(p.DaysPerMonth.IsMissing(), "giornate_al_mese")
	g.add(p.Start == "" && p.End == "", "inizio", "fine")
	g.add(p.Progress == plan.ProgressUnknown, "avanzamento")
	c := p.Conditions
	g.add(len(c.Organisational) == 0, "condizioni_organizzative")
	g.add(len(c.Technological) == 0, "condizioni_tecnologiche")
	g.add(len(c.Training) == 0, "condizioni_formative")
	g.add(len(c.Safety) == 0, "condizioni_sicurezza")
	g.add(len(p.Indicators) == 0 && p.NoIndicators == "", "indicatori")
	g.add(p.Contribution == "", "contributo")
	return g
}

func departments(e *plan.Edition) Table {
	t := departmentTable()
	left := make(map[*plan.Department]plan.Quantity)
	for _, r := range e.Account().Rows {
		if r.Department != nil {
			left[r.Department] = r.ToDescribe
		}
	}
	for _, d := range e.Departments {
		var g gaps
		g.add(d.Projects.IsMissing(), "progetti_nel_piano")
		g.add(d.Staffing().IsMissing() && d.Projects != plan.Count(0), "dipendenti")
		t.Rows = append(t.Rows, t.row().text(d.ID).text(d.Name).flag(d.NameSource).
			quantity(d.Projects).number(len(d.Described)).quantity(left[d]).quantity(d.Staffing()).quantity(d.Workforce).measure(plan.Share(d.Staffing(), d.Workforce)).quantity(d.DescribedStaffing()).
			list(d.Offices).list(d.From).text(d.Note).source(d.Source).list(g))
	}
	return t
}

func account(e *plan.Edition) Table {
	t := accountTable()
	a := e.Account()
	add := func(r plan.AccountRow, id, kind, name string) {
		var g gaps
		g.add(r.InPlan.IsMissing(), "nel_piano")
		g.add(r.Described.IsMissing(), "descritti")
		g.add(r.ToDescribe.IsMissing(), "da_descrivere")
		line := t.row().text(id).text(kind)
		if r.Department != nil {
			line = line.text(r.Department.ID)
		} else {
			line = line.empty(1)
		}
		t.Rows = append(t.Rows, line.text(name).quantity(r.InPlan).quantity(r.Described).quantity(r.ToDescribe).source(r.Source).list(g))
	}
	for _, r := range a.Rows {
		switch {
		case r.Department != nil:
			add(r, "settore."+r.Department.ID, rowDepartment, r.Name)
		case r.Transversal:
			add(r, rowTransversal, rowTransversal, r.Name)
		case r.Outside:
			add(r, "resto", rowOutside, r.Name)
		default:
			add(r, "resto", rowRest, r.Name)
		}
	}
	add(a.Total, rowTotal, rowTotal, "Totale")
	return t
}

func staff(e *plan.Edition) Table {
	t := staffTable()
	add := func(prefix string, d *plan.Department, p *plan.Project, profiles []*plan.StaffProfile) {
		for _, s := range profiles {
			var g gaps
			g.add(s.Employees.IsMissing(), "dipendenti")
			t.Rows = append(t.Rows, t.row().text(prefix+".personale."+plan.ProfileID(s.Profile)).department(d).project(p).
				text(s.Profile).quantity(s.Employees).quantity(s.Women).quantity(s.Men).measure(s.FullTime).text(s.SameAs).source(s.Source).list(g))
		}
	}
	for _, d := range e.Departments {
		add("settore."+d.ID, d, nil, d.Staff)
		for _, p := range d.Described {
			add("progetto."+p.ID, d, p, p.Staff)
		}
	}
	for _, p := range e.Transversal {
		add("progetto."+p.ID, nil, p, p.Staff)
	}
	return t
}

func activities(e *plan.Edition) Table {
	t := activityTable()
	add := func(prefix string, d *plan.Department, p *plan.Project, list []string, s *plan.Source) {
		for i, a := range list {
			t.Rows = append(t.Rows, t.row().text(prefix+".attivita."+strconv.Itoa(i+1)).department(d).project(p).number(i+1).text(a).source(s))
		}
	}
	for _, d := range e.Departments {
		add("settore."+d.ID, d, nil, d.Activities, d.Source)
		for _, p := range d.Described {
			add("progetto."+p.ID, d, p, p.Activities, p.Source)
		}
	}
	for _, p := range e.Transversal {
		add("progetto."+p.ID, nil, p, p.Activities, p.Source)
	}
	return t
}

func indicators(e *plan.Edition) Table {
	t := indicatorTable()
	for _, p := range e.AllProjects() {
		for n, i := range p.Indicators {
			id := "progetto." + p.ID + ".indicatore." + strconv.Itoa(n+1)
			var g gaps
			g.add(i.Dimension == "", "dimensione")
			kind, _ := i.Kind()
			g.add(i.Unit == "" && kind == plan.Numeric, "unita")
			g.add(i.Operator == plan.OperatorUnknown, "operatore")
			g.add(i.Baseline == nil && i.NoBaseline == "", "base")
			g.add(len(i.Targets) == 0, "obiettivi")
			g.add(len(i.Results) == 0, "risultati")
			start := func(id string) row {
				return t.row().text(id).department(p.Department).project(p).number(n + 1).text(i.Name).text(i.Dimension).text(i.Unit).text(i.Operator.String()).text(i.NoBaseline)
			}
			before := len(t.Rows)
			add := func(kind string, v plan.YearValue) {
				outcome := ""
				if kind == valueResult {
					outcome = outcomeOf(i, v)
				}
				t.Rows = append(t.Rows, start(id+"."+kind+"."+v.TimeID()).
					text(kind).number(v.Year).text(v.Period).value(v).text(outcome).source(i.Source).list(g))
			}
			if i.Baseline != nil {
				add(valueBase, *i.Baseline)
			}
			for _, v := range i.Targets {
				add(valueTarget, v)
			}
			for _, v := range i.Results {
				add(valueResult, v)
			}
			if len(t.Rows) == before {
				t.Rows = append(t.Rows, start(id).empty(7).source(i.Source).list(g))
			}
		}
	}
	return t
}

// outcomeOf judges a result by the target of its own time; "" where it cannot.
func outcomeOf(i *plan.Indicator, result plan.YearValue) string {
	target, ok := i.TargetOf(result)
	if !ok {
		return ""
	}
	switch met, known := i.Satisfies(result, target); {
	case met:
		return outcomeMet
	case known:
		return outcomeMissed
	}
	return ""
}

func figures(e *plan.Edition) Table {
	t := figureTable()
	for _, f := range e.Figures() {
		var ids, titles []string
		for _, s := range f.Sources {
			ids, titles = append(ids, s.ID), append(titles, s.Title)
		}
		var g gaps
		g.add(f.Value.IsMissing(), "numero")
		t.Rows = append(t.Rows, t.row().text(f.Name).text(f.Meaning).text(f.Unit).measure(f.Value).flag(f.Computed).list(ids).list(titles).list(g))
	}
	return t
}
