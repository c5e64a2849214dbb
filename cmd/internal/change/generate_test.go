// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"fmt"
	"math/rand/v2"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// pool are the sources of generated editions.
var pool = []*plan.Source{{ID: "f0", Title: "Fonte zero"}, {ID: "f1", Title: "Fonte uno"}, {ID: "f2", Title: "Fonte due"}}

// A generator makes editions from few names, so that two of them have much in
// common.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 1))} }

func pick[T any](g generator, from ...T) T { return from[g.IntN(len(from))] }

func (g generator) chance(percent int) bool { return g.IntN(100) < percent }

func (g generator) text() string {
	return pick(g, "", "Una frase.", "una frase.", "Una  frase.", "Un’altra «frase», più lunga della prima e anche della seconda, per provare.", "Una terza")
}

func (g generator) texts() []string {
	var out []string
	for range g.IntN(4) {
		out = append(out, pick(g, "uno", "Uno", "due", "due ", "tre", "quattro"))
	}
	return out
}

func (g generator) source() *plan.Source { return pick(g, pool...) }

func (g generator) quantity() plan.Quantity {
	switch p := plan.Precision(g.IntN(int(plan.FewerThan) + 1)); p {
	case plan.Missing:
		return plan.Quantity{}
	case plan.InWords:
		return plan.Quantity{Precision: p, Text: pick(g, "diverse decine", "molti")}
	default:
		return plan.Quantity{Precision: p, Number: 1 + g.IntN(4)}
	}
}

func (g generator) staff() []*plan.StaffProfile {
	var out []*plan.StaffProfile
	for _, name := range []string{"Coordinatori", "Insegnanti di sezione", "Tecnici"} {
		if g.chance(60) {
			if g.chance(20) {
				name = fold(name)
			}
			out = append(out, &plan.StaffProfile{Profile: name, Employees: g.quantity(), Source: g.source()})
		}
	}
	return out
}

func (g generator) years() []plan.YearValue {
	var out []plan.YearValue
	for year := 2021; year < 2025; year++ {
		if g.chance(50) {
			out = append(out, plan.YearValue{Year: year, Value: float64(g.IntN(5))/2 - 0.5})
		}
	}
	return out
}

func (g generator) indicators() []*plan.Indicator {
	var out []*plan.Indicator
	for _, name := range []string{"Tempo medio", "Pratiche chiuse", "Errori"} {
		if !g.chance(60) {
			continue
		}
		i := &plan.Indicator{
			Name: pick(g, name, name, fold(name)), Dimension: pick(g, "", "efficacia", "qualità"), Unit: pick(g, "", "%", "giorni"),
			Operator: plan.Operator(g.IntN(4)), Targets: g.years(), Results: g.years(), Source: g.source(),
		}
		if g.chance(50) {
			i.Baseline = &plan.YearValue{Year: 2020 + g.IntN(2), Value: float64(g.IntN(3))}
		}
		out = append(out, i)
	}
	return out
}

func (g generator) project(id int, d *plan.Department) *plan.Project {
	return &plan.Project{
		ID: fmt.Sprintf("p%d", id), Title: pick(g, fmt.Sprintf("Progetto %d", id), fmt.Sprintf("progetto  %d", id), fmt.Sprintf("Altro %d", id)),
		Summary: g.text(), Service: g.text(), Activities: g.texts(), Goals: g.texts(), DaysPerMonth: g.quantity(),
		Conditions:   plan.Conditions{Organisational: g.texts(), Technological: g.texts(), Training: g.texts(), Safety: g.texts()},
		Contribution: g.text(), Staff: g.staff(), Indicators: g.indicators(),
		Start: pick(g, "", "2022", "2022-03"), End: pick(g, "", "2023", "2023-06-01"), Progress: plan.Progress(g.IntN(4)),
		Note: g.text(), Source: g.source(), Department: d,
	}
}

// edition returns an edition of the year id.
func (g generator) edition(id string) *plan.Edition {
	e := &plan.Edition{
		ID: id, Title: pick(g, "Piano", "Il piano"), Summary: g.text(), State: plan.State(1 + g.IntN(2)),
		Employees: g.quantity(), EmployeesHidden: g.chance(20), Source: g.source(), Note: g.text(),
		InForceUntil: pick(g, tomldoc.Date{}, tomldoc.Date{Year: 2024, Month: 12, Day: 31}, tomldoc.Date{Year: 2025, Month: 8, Day: 1}),
		Frequency:    plan.Frequency(g.IntN(5)),
		Act: plan.Act{
			Kind: plan.ActKind(g.IntN(4)), Body: pick(g, "", "Giunta comunale"), Number: pick(g, "", "12"),
			Date:     pick(g, tomldoc.Date{}, tomldoc.Date{Year: 2022, Month: 3, Day: 1}),
			DateText: pick(g, "", "5 ottobre"), Note: g.text(), Confirmed: g.chance(50),
		},
	}
	for i := range 5 {
		if !g.chance(60) {
			continue
		}
		d := &plan.Department{
			ID: fmt.Sprintf("s%d", i), Name: pick(g, fmt.Sprintf("Settore %d", i), fmt.Sprintf("SETTORE %d", i), fmt.Sprintf("Nuovo nome %d", i)),
			NameSource: g.chance(50), Projects: g.quantity(), Offices: g.texts(), Activities: g.texts(), Staff: g.staff(),
			Note: g.text(), Source: g.source(),
		}
		for old := range 5 {
			if g.chance(15) {
				d.From = append(d.From, fmt.Sprintf("s%d", old))
			}
		}
		e.Departments = append(e.Departments, d)
	}
	for i := range 8 {
		if !g.chance(60) {
			continue
		}
		var d *plan.Department
		if len(e.Departments) > 0 && g.chance(80) {
			d = pick(g, e.Departments...)
		}
		p := g.project(i, d)
		if d == nil {
			e.Transversal = append(e.Transversal, p)
		} else {
			d.Described = append(d.Described, p)
		}
	}
	e.ProjectsInPlan = pick(g, g.quantity(), plan.Count(len(e.AllProjects())))
	for i := range 7 {
		if g.chance(25) {
			e.Renames = append(e.Renames, &plan.Rename{Kind: plan.RenamedProject, From: fmt.Sprintf("p%d", i), To: fmt.Sprintf("p%d", i+1+g.IntN(7-i))})
		}
	}
	for i := range 4 {
		if g.chance(25) {
			e.Renames = append(e.Renames, &plan.Rename{Kind: plan.RenamedDepartment, From: fmt.Sprintf("s%d", i), To: fmt.Sprintf("s%d", i+1+g.IntN(4-i))})
		}
	}
	return e
}
