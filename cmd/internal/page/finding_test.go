// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"testing"

	"vetro/cmd/internal/plan"
)

// edition makes a plan of settori with these counts; -1 is a settore without one.
func edition(inPlan plan.Quantity, counts ...int) *plan.Edition {
	e := &plan.Edition{ID: "2022", ProjectsInPlan: inPlan}
	for i, n := range counts {
		name := string(rune('A' + i))
		d := &plan.Department{ID: "s" + name, Name: name, NameSource: true}
		if n >= 0 {
			d.Projects = plan.Count(n)
		}
		e.Departments = append(e.Departments, d)
	}
	return e
}

// complete makes one of which no settore is missing.
func complete(inPlan plan.Quantity, counts ...int) *plan.Edition {
	e := edition(inPlan, counts...)
	e.Complete = true
	return e
}

func upTo(n int) plan.Quantity { return plan.Quantity{Number: n, Precision: plan.UpTo} }

// words makes a quantity the source puts in words.
func words(s string) plan.Quantity { return plan.Quantity{Precision: plan.InWords, Text: s} }

// counts makes a plan of settori with these counts.
func counts(inPlan plan.Quantity, counts ...plan.Quantity) *plan.Edition {
	e := edition(inPlan, make([]int, len(counts))...)
	for i, q := range counts {
		e.Departments[i].Projects = q
	}
	return e
}

func TestProjectsFinding(t *testing.T) {
	for _, test := range []struct {
		name string
		e    *plan.Edition
		want string
	}{
		{"nothing counted", edition(plan.Count(37), -1, -1), "La fonte non dice come i progetti del piano si dividono tra i settori."},
		{"some counted", edition(plan.Count(37), 9, 5, 2, -1), "Dei 37 progetti del piano, 16 sono in 3 settori; per gli altri 21 la fonte non dà un numero settore per settore. Tra i settori contati, quello con più progetti è «A»: 9."},
		{"one left", edition(plan.Count(8), 7, -1), "Degli 8 progetti del piano, 7 sono nel settore «A»; per l’altro la fonte non dà un numero settore per settore."},
		{"all counted", edition(plan.Count(11), 5, 5, 1), "Gli 11 progetti del piano sono in 3 settori. I settori con più progetti sono «A» e «B»: 5 ciascuno."},
		{"all level", edition(plan.Count(6), 2, 2, 2), "I 6 progetti del piano sono in 3 settori."},
		{"perhaps outside", edition(plan.Count(4), 2, 1), "Dei 4 progetti del piano, 3 sono in 2 settori; per l’altro la fonte non dà un numero settore per settore. Il settore con più progetti è «A»: 2."},
		{"outside", complete(plan.Count(4), 2, 1), "Dei 4 progetti del piano, 3 sono in 2 settori e 1 fuori dai settori. Il settore con più progetti è «A»: 2."},
		{"one project", edition(plan.Count(1), 1), "L’unico progetto del piano è nel settore «A»."},
		{"no total", edition(plan.Quantity{}, 3, -1), "I progetti contati sono 3, nel settore «A»."},
		{"up to", counts(plan.Count(37), upTo(12), plan.Count(5)), "La fonte dà un numero di progetti per 2 settori."},
		{"up to, level", counts(plan.Count(37), upTo(12), upTo(12), plan.Count(1)), "La fonte dà un numero di progetti per 3 settori."},
		{"one number, not one quantity", counts(plan.Count(37), upTo(5), plan.Count(5)), "La fonte dà un numero di progetti per 2 settori."},
		{"words", counts(plan.Count(37), words("molti"), plan.Count(5)), "Dei 37 progetti del piano, 5 sono nel settore «B»; per gli altri 32 la fonte non dà un numero settore per settore."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := projectsFinding(test.e); got != test.want {
				t.Errorf("projectsFinding = %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestEmployeesFinding(t *testing.T) {
	with := func(people ...plan.Quantity) *plan.Edition {
		e := edition(plan.Quantity{}, make([]int, len(people))...)
		for i, q := range people {
			if !q.IsMissing() {
				e.Departments[i].Staff = []*plan.StaffProfile{{Profile: "P", Employees: q}}
			}
		}
		return e
	}
	upTo := upTo(123)
	for _, test := range []struct {
		name string
		e    *plan.Edition
		want string
	}{
		{"none", with(plan.Quantity{}), ""},
		{"only one", with(upTo, plan.Quantity{}), "«A» può coinvolgere fino a 123 dipendenti. Di un settore su 2 la fonte non dice quanti sono."},
		{"three of five", with(plan.Count(2), upTo, plan.Count(40), plan.Quantity{}, plan.Quantity{}),
			"«B» può coinvolgere fino a 123 dipendenti, «C» coinvolge 40 dipendenti e «A» coinvolge 2 dipendenti. Di 2 settori su 5 la fonte non dice quanti sono."},
		{"two level", with(plan.Count(4), plan.Count(4)), "Tra i settori con un numero, quelli che coinvolgono più persone sono «A» e «B»: 4 dipendenti ciascuno."},
		{"three level", with(plan.Count(1), plan.Count(1), plan.Count(1)), "Tra i settori con un numero, quelli che coinvolgono più persone sono «A», «B» e «C»: 1 dipendente ciascuno."},
		{"one number, not one quantity", with(upTo, plan.Count(123)), "«A» può coinvolgere fino a 123 dipendenti e «B» coinvolge 123 dipendenti."},
		{"a group that is hidden counts for somebody", with(plan.Count(18), plan.Quantity{Number: 120, Precision: plan.MoreThan}),
			"Tra i settori con un numero, quello che coinvolge più persone è «B»: più di 120 dipendenti."},
		{"at least so many is no upper end", with(plan.Count(18), plan.Quantity{Number: 12, Precision: plan.AtLeast}),
			"«A» coinvolge 18 dipendenti e «B» coinvolge almeno 12 dipendenti."},
		{"words are not missing", with(plan.Count(4), words("una ventina"), plan.Quantity{}),
			"«A» coinvolge 4 dipendenti. Per «B» la fonte dice «una ventina». Di un settore su 3 la fonte non dice quanti sono."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := employeesFinding(test.e); got != test.want {
				t.Errorf("employeesFinding = %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestStaffFinding(t *testing.T) {
	project := func(people ...plan.Quantity) *plan.Project {
		p := &plan.Project{Title: "T"}
		for i, q := range people {
			p.Staff = append(p.Staff, &plan.StaffProfile{Profile: string(rune('A' + i)), Employees: q})
		}
		return p
	}
	for _, test := range []struct {
		name string
		p    *plan.Project
		want string
	}{
		{"up to", project(upTo(12), upTo(89), upTo(22)), "Il progetto può coinvolgere fino a 123 dipendenti: «A» fino a 12, «B» fino a 89 e «C» fino a 22."},
		{"exact", project(plan.Count(1), plan.Count(3)), "Il progetto coinvolge 4 dipendenti: il profilo più numeroso è «B», 3."},
		{"level", project(plan.Count(3), plan.Count(3)), "Il progetto coinvolge 6 dipendenti: i due profili hanno 3 dipendenti ciascuno."},
		{"eight level", project(plan.Count(1), plan.Count(1), plan.Count(1), plan.Count(1), plan.Count(1), plan.Count(1), plan.Count(1), plan.Count(1)),
			"Il progetto coinvolge 8 dipendenti: gli otto profili hanno 1 dipendente ciascuno."},
		{"level, up to", project(upTo(12), upTo(12)), "Il progetto può coinvolgere fino a 24 dipendenti: «A» fino a 12 e «B» fino a 12."},
		{"some level", project(upTo(12), upTo(12), upTo(3)), "Il progetto può coinvolgere fino a 27 dipendenti: «A» fino a 12, «B» fino a 12 e «C» fino a 3."},
		{"one number, not one quantity", project(upTo(12), plan.Count(12)), "Il progetto può coinvolgere fino a 24 dipendenti: «A» fino a 12 e «B» 12."},
		{"words", project(plan.Count(4), words("molti")), "Il progetto coinvolge almeno 4 dipendenti: «A» 4 e «B» molti."},
		{"words and two numbers", project(plan.Count(4), plan.Count(2), words("molti")), "Il progetto coinvolge almeno 6 dipendenti: «A» 4, «B» 2 e «C» molti."},
		{"not to be added", project(upTo(5), plan.Quantity{}), "Il progetto coinvolge dipendenti in questa misura: fino a 5 e altri che la fonte non conta."},
		{"unknown", project(plan.Quantity{}, plan.Quantity{}), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := staffFinding(test.p); got != test.want {
				t.Errorf("staffFinding = %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestProgressFinding(t *testing.T) {
	with := func(states ...plan.Progress) *plan.Edition {
		e := edition(plan.Quantity{})
		for _, s := range states {
			e.Transversal = append(e.Transversal, &plan.Project{Progress: s})
		}
		return e
	}
	for _, test := range []struct {
		name string
		e    *plan.Edition
		want string
	}{
		{"none", with(plan.ProgressUnknown), ""},
		{"one", with(plan.Completed, plan.ProgressUnknown), "L’unico progetto di cui si conosce l’avanzamento è concluso."},
		{"many", with(plan.Completed, plan.Completed, plan.Ongoing, plan.Ongoing, plan.NotStarted),
			"Dei 5 progetti di cui si conosce l’avanzamento, 2 sono conclusi, 2 in corso e 1 è da avviare."},
		{"one each", with(plan.Completed, plan.Ongoing, plan.NotStarted),
			"Dei 3 progetti di cui si conosce l’avanzamento, 1 è concluso, 1 in corso e 1 da avviare."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := progressFinding(test.e); got != test.want {
				t.Errorf("progressFinding = %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestIndicatorsFinding(t *testing.T) {
	at := func(results ...float64) *plan.Edition {
		p := &plan.Project{}
		for _, r := range results {
			i := &plan.Indicator{Operator: plan.OperatorAtLeast, Baseline: &plan.YearValue{Year: 2023}, Targets: []plan.YearValue{{Year: 2024, Value: 10}, {Year: 2026, Value: 20}}}
			switch {
			case r >= 0:
				i.Results = []plan.YearValue{{Year: 2024, Value: r}}
			case r == -2: // in a year without a target
				i.Results = []plan.YearValue{{Year: 2025, Value: 1}}
			}
			p.Indicators = append(p.Indicators, i)
		}
		e := edition(plan.Quantity{})
		e.Transversal = []*plan.Project{p}
		return e
	}
	for _, test := range []struct {
		name string
		e    *plan.Edition
		want string
	}{
		{"none", at(), ""},
		{"one met", at(12), "L’unico indicatore ha centrato l’obiettivo dell’anno."},
		{"one met, and the last", at(30), "L’unico indicatore ha centrato l’obiettivo dell’anno ed è già al traguardo finale."},
		{"one missed", at(2), "L’unico indicatore non ha centrato l’obiettivo dell’anno."},
		{"one without", at(-1), "L’unico indicatore non ha un risultato nella fonte."},
		{"one of another year", at(-2), "L’unico indicatore ha un risultato che non si può confrontare con un obiettivo dell’anno."},
		{"mixed", at(10, 30, 5, -1), "Dei 4 indicatori, 3 hanno un risultato: 2 hanno centrato l’obiettivo dell’anno, 1 no. 1 è già al traguardo finale."},
		{"none met", at(1, 2, -1, -1), "Dei 4 indicatori, 2 hanno un risultato: 2 non hanno centrato l’obiettivo dell’anno."},
		{"no results", at(-1, -1), "Dei 2 indicatori la fonte non dà ancora un risultato."},
		{"not all of that year", at(12, 1, -2, -2), "I 4 indicatori hanno tutti un risultato: 1 ha centrato l’obiettivo dell’anno, 1 no e per 2 non si può dire."},
		{"none of that year", at(-2, -2), "I 2 indicatori hanno tutti un risultato: per 2 non si può dire se è centrato l’obiettivo dell’anno."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := indicatorsFinding(test.e); got != test.want {
				t.Errorf("indicatorsFinding = %q\nwant %q", got, test.want)
			}
		})
	}
}
