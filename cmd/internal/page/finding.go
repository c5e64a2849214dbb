// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"strings"

	"vetro/cmd/internal/italian"
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
		s = "La fonte dà un numero di progetti per " + departmentsInWords(len(counted)) + "."
	case total.Precision != plan.Exact:
		s = "I progetti contati sono " + italian.Digits(in.Number) + ", in " + departmentsInWords(len(counted)) + "."
	case total.Number == 1 && in.Number == 1:
		s = "L’unico progetto del piano è in un settore."
	case rest == 0:
		s = italian.Capital(italian.The(total.Number)) + " progetti del piano sono in " + departmentsInWords(len(counted)) + "."
	default:
		s = italian.Capital(italian.OfThe(total.Number)) + " progetti del piano, " + inDepartments(in.Number, len(counted))
		switch {
		case everyCounted(e):
			s += " e " + italian.Digits(rest) + " fuori dai settori."
		case rest == 1:
			s += "; per l’altro la fonte non dà un numero settore per settore."
		default:
			s += "; per gli altri " + italian.Digits(rest) + " la fonte non dà un numero settore per settore."
		}
	}
	return strings.TrimSpace(s + " " + largest(counted, everyCounted(e)))
}

// departmentsInWords is a number of settori where one is in letters: "un settore", "3 settori".
func departmentsInWords(departments int) string {
	if departments == 1 {
		return "un settore"
	}
	return italian.Digits(departments) + " settori"
}

// inDepartments says "16 sono in 3 settori", "1 è in un settore".
func inDepartments(projects, departments int) string {
	s := italian.Digits(projects) + " sono "
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
// have no count, it speaks only of those that have; where a count is not exact,
// it speaks of what the source gives and not of what there is.
func largest(rows []plan.AccountRow, all bool) string {
	var data []datum
	for _, r := range rows {
		data = append(data, datum{rowName(r), r.InPlan})
	}
	top, level := highest(data)
	if len(data) < 2 || len(top) > 2 || top[0].value.Number == 0 {
		return ""
	}
	value := top[0].value.String()
	switch {
	case !level:
		return "I dati più alti sono quelli di " + eachWith(top) + "."
	case !firm(data) && len(top) == 1:
		return "Il dato più alto è quello di " + names(top) + ": " + value + "."
	case !firm(data):
		return "I dati più alti sono quelli di " + names(top) + ": " + value + " ciascuno."
	case len(top) == 1 && !all:
		return "Tra i settori contati, quello con più progetti è " + names(top) + ": " + value + "."
	case len(top) == 1:
		return "Il settore con più progetti è " + names(top) + ": " + value + "."
	case !all:
		return "Tra i settori contati, quelli con più progetti sono " + names(top) + ": " + value + " ciascuno."
	}
	return "I settori con più progetti sono " + names(top) + ": " + value + " ciascuno."
}

// uncountedNote names the settori whose projects nobody has counted, and quotes
// the words of those that have only words.
func uncountedNote(e *plan.Edition) string {
	var missing, notes []string
	for _, d := range e.Departments {
		switch d.Projects.Precision {
		case plan.Missing:
			missing = append(missing, "«"+d.Name+"»")
		case plan.InWords:
			notes = append(notes, "Secondo la fonte i progetti di «"+d.Name+"» sono «"+d.Projects.Text+"».")
		}
	}
	other, others := "un altro settore", "altri "+italian.Digits(len(missing))+" settori"
	if len(missing) == len(e.Departments) {
		other, others = "un settore", italian.Digits(len(missing))+" settori"
	}
	switch len(missing) {
	case 0:
	case 1:
		notes = append([]string{"La fonte parla di " + other + " senza dire quanti progetti ha: " + missing[0] + "."}, notes...)
	default:
		notes = append([]string{"La fonte parla di " + others + " senza dire quanti progetti hanno: " + italian.List(missing) + "."}, notes...)
	}
	return strings.Join(notes, " ")
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
	return italian.Capital(italian.OfThe(known)) + " progetti di cui si conosce l’avanzamento, " + states.text + "."
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
		w := italian.Digits(s.n) + " "
		if is != verb {
			w += is + " "
		}
		verb = is
		words = append(words, w+adjective)
	}
	out.text = italian.List(words)
	return out
}
