// SPDX-License-Identifier: EUPL-1.2

package site

import (
	"strings"

	"vetro/cmd/internal/plan"
)

// Findings are the sentences that say what a chart shows. They are computed
// from the values the chart draws, so they cannot disagree with it.

// projectsFinding says how the projects of the plan divide among the settori.
func projectsFinding(e *plan.Edition) string {
	var counted []plan.AccountRow
	rest := 0
	for _, r := range e.Account().Rows {
		switch {
		case !r.InPlan.Known():
		case r.Rest():
			rest = r.InPlan.Number
		default:
			counted = append(counted, r)
		}
	}
	total, in := e.ProjectsInPlan, e.Counted()
	if len(counted) == 0 {
		return "La fonte non dice come i progetti del piano si dividono tra i settori."
	}
	s := ""
	switch {
	case in.Precision != plan.Exact:
		s = "La fonte dice quanti sono i progetti in " + departmentsInWords(len(counted)) + "."
	case total.Precision != plan.Exact:
		s = "I progetti contati sono " + digits(in.Number) + ", in " + departmentsInWords(len(counted)) + "."
	case total.Number == 1 && in.Number == 1:
		s = "L’unico progetto del piano è in un settore."
	case rest == 0:
		s = upperFirst(the(total.Number)) + " progetti del piano sono in " + departmentsInWords(len(counted)) + "."
	default:
		s = upperFirst(ofThe(total.Number)) + " progetti del piano, " + inDepartments(in.Number, len(counted))
		switch {
		case everyCounted(e):
			s += " e " + digits(rest) + " fuori dai settori."
		case rest == 1:
			s += "; dell’altro la fonte non dice il settore."
		default:
			s += "; degli altri " + digits(rest) + " la fonte non dice il settore."
		}
	}
	return strings.TrimSpace(s + " " + largest(counted, everyCounted(e)))
}

// departmentsInWords is a number of settori where one is in letters: "un settore", "3 settori".
func departmentsInWords(departments int) string {
	if departments == 1 {
		return "un settore"
	}
	return digits(departments) + " settori"
}

// inDepartments says "16 sono in 3 settori", "1 è in un settore".
func inDepartments(projects, departments int) string {
	s := digits(projects) + " sono "
	if projects == 1 {
		s = "1 è "
	}
	return s + "in " + departmentsInWords(departments)
}

func everyCounted(e *plan.Edition) bool {
	for _, d := range e.Departments {
		if !d.Projects.Known() {
			return false
		}
	}
	return true
}

// largest names the one or two settori with most projects; with more of them
// level, or only one to compare, there is nothing to say. Where some settori
// have no count, it speaks only of those that have.
func largest(rows []plan.AccountRow, all bool) string {
	top, names := 0, []string(nil)
	for _, r := range rows {
		switch {
		case r.InPlan.Number > top:
			top, names = r.InPlan.Number, []string{"«" + rowName(r) + "»"}
		case r.InPlan.Number == top:
			names = append(names, "«"+rowName(r)+"»")
		}
	}
	switch {
	case len(rows) < 2 || top == 0 || len(names) > 2:
		return ""
	case len(names) == 1 && !all:
		return "Tra i settori contati, quello con più progetti è " + names[0] + ": " + digits(top) + "."
	case len(names) == 1:
		return "Il settore con più progetti è " + names[0] + ": " + digits(top) + "."
	case !all:
		return "Tra i settori contati, quelli con più progetti sono " + listed(names) + ": " + digits(top) + " ciascuno."
	}
	return "I settori con più progetti sono " + listed(names) + ": " + digits(top) + " ciascuno."
}

// uncountedNote names the settori whose projects nobody has counted.
func uncountedNote(e *plan.Edition) string {
	var names []string
	for _, d := range e.Departments {
		if !d.Projects.Known() {
			names = append(names, "«"+d.Name+"»")
		}
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return "La fonte nomina un altro settore senza dire quanti progetti ha: " + names[0] + "."
	}
	return "La fonte nomina altri " + digits(len(names)) + " settori senza dire quanti progetti hanno: " + listed(names) + "."
}

// employeesFinding compares what is known and says how much is not.
func employeesFinding(e *plan.Edition) string {
	var known []*plan.Department
	for _, d := range byEmployees(e) {
		if d.Staffing().Known() {
			known = append(known, d)
		}
	}
	if len(known) == 0 {
		return ""
	}
	first := known[0].Staffing()
	value := quantityOf(first, "dipendente", "dipendenti")
	var b strings.Builder
	switch {
	case len(known) == 1:
		b.WriteString("L’unico dato noto è quello di «" + known[0].Name + "»: " + value + ".")
	case known[1].Staffing().Number == first.Number:
		level := 0
		for _, d := range known {
			if d.Staffing().Number == first.Number {
				level++
			}
		}
		if level == 2 {
			b.WriteString("I dati più alti sono quelli di «" + known[0].Name + "» e «" + known[1].Name + "»: " + value + " ciascuno.")
		} else {
			b.WriteString("In " + digits(level) + " settori il dato è lo stesso, il più alto: " + value + ".")
		}
	default:
		b.WriteString("Il dato più alto è quello di «" + known[0].Name + "»: " + value + ".")
	}
	switch missing := len(e.Departments) - len(known); {
	case missing == 1:
		b.WriteString(" Di un settore su " + digits(len(e.Departments)) + " la fonte non dice quanti sono.")
	case missing > 1:
		b.WriteString(" Di " + digits(missing) + " settori su " + digits(len(e.Departments)) + " la fonte non dice quanti sono.")
	}
	return b.String()
}

// staffFinding adds up the profiles where they can be added, and names the
// largest.
func staffFinding(p *plan.Project) string {
	var all []plan.Quantity
	var top *plan.StaffProfile
	level := 0
	for _, s := range p.Staff {
		all = append(all, s.Employees)
		switch {
		case !s.Employees.Known():
		case top == nil || s.Employees.Number > top.Employees.Number:
			top, level = s, 1
		case s.Employees.Number == top.Employees.Number:
			level++
		}
	}
	if top == nil {
		return ""
	}
	largest := "il profilo più numeroso è «" + top.Profile + "», " + top.Employees.String()
	if level > 1 {
		largest = "i profili più numerosi sono " + digits(level) + ", con " + top.Employees.String() + " ciascuno"
	}
	sum, ok := plan.Sum(all...)
	if !ok || !sum.Known() {
		return "Tra i dati noti " + largest + "."
	}
	return "Il progetto " + involves(sum) + ": " + largest + "."
}

// progressFinding counts the described projects by state.
func progressFinding(e *plan.Edition) string {
	count := map[plan.Progress]int{}
	known := 0
	for _, p := range e.AllProjects() {
		count[p.Progress]++
		if p.Progress != plan.ProgressUnknown {
			known++
		}
	}
	states := enumerated([]state{
		{count[plan.Completed], "concluso", "conclusi"},
		{count[plan.Ongoing], "in corso", "in corso"},
		{count[plan.NotStarted], "da avviare", "da avviare"},
	})
	switch known {
	case 0:
		return ""
	case 1:
		return "L’unico progetto di cui si conosce l’avanzamento è " + states.alone + "."
	}
	return upperFirst(ofThe(known)) + " progetti di cui si conosce l’avanzamento, " + states.text + "."
}

// A state is how many things are in it and what one and many are called.
type state struct {
	n         int
	one, many string
}

// enumeration is several states in words: "12 sono conclusi, 20 in corso e 1
// è da avviare"; alone is the adjective when there is one thing in all.
type enumeration struct{ text, alone string }

func enumerated(states []state) enumeration {
	var out enumeration
	var words []string
	verb := ""
	for _, s := range states {
		if s.n == 0 {
			continue
		}
		is, adjective := "sono", s.many
		if s.n == 1 {
			is, adjective = "è", s.one
		}
		out.alone = s.one
		w := digits(s.n) + " "
		if is != verb {
			w += is + " "
		}
		verb = is
		words = append(words, w+adjective)
	}
	out.text = listed(words)
	return out
}
