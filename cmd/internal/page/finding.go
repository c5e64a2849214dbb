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
	var counted []datum
	outside, with, only := false, 0, "" // settori that have projects, and the last of them
	for _, r := range e.Account().Rows {
		switch {
		case r.Rest():
			outside = r.Outside
		case r.InPlan.Known():
			counted = append(counted, datum{r.Department.Name, r.InPlan})
			if r.InPlan.Number > 0 {
				with++
				only = r.Name
			}
		}
	}
	total, in, rest := e.ProjectsInPlan, e.Counted(), e.Uncounted()
	where := "in " + departmentsInWords(with)
	if with == 1 {
		where = "nel settore «" + only + "»"
	}
	s := ""
	switch {
	case len(counted) == 0:
		return "La fonte non dice come i progetti del piano si dividono tra i settori."
	case in.Precision != plan.Exact:
		s = "La fonte dà un numero di progetti per " + departmentsInWords(len(counted)) + "."
	case with == 0:
		s = "Nei settori contati non ci sono progetti del piano."
	case rest.IsMissing() && in.Number == 1:
		s = "La fonte conta 1 progetto " + where + "."
	case rest.IsMissing():
		s = "I progetti contati sono " + italian.Digits(in.Number) + ", " + where + "."
	case total.Number == 1 && rest.Number == 0:
		s = "L’unico progetto del piano è " + where + "."
	case rest.Number == 0:
		s = italian.Capital(italian.The(total.Number)) + " progetti del piano sono " + where + "."
	default:
		s = italian.Capital(italian.OfThe(total.Number)) + " progetti del piano, " + italian.Count(in.Number, "è ", "sono ") + where
		switch {
		case outside:
			s += " e " + italian.Digits(rest.Number) + map[bool]string{true: " fuori dai settori.", false: " di più settori o di nessuno."}[e.Loose() == plan.Outside]
		case rest.Number == 1:
			s += "; per l’altro la fonte non dà un numero settore per settore."
		default:
			s += "; per gli altri " + italian.Digits(rest.Number) + " la fonte non dà un numero settore per settore."
		}
	}
	if with < 2 {
		return s
	}
	return strings.TrimSpace(s + " " + largest(counted, e))
}

// departmentsInWords is a number of settori where one is in letters: "un settore", "3 settori".
func departmentsInWords(departments int) string {
	if departments == 1 {
		return "un settore"
	}
	return italian.Digits(departments) + " settori"
}

// largest names the one or two settori with most projects, when they are so
// whatever the counts really are; with more of them level, or only one to
// compare, there is nothing to say. Where what is not counted could be a settore
// as large, it speaks only of the counted ones.
func largest(counted []datum, e *plan.Edition) string {
	top := leading(counted)
	if len(counted) < 2 || len(top) == 0 || len(top) > 2 || top[0].value.Number == 0 {
		return ""
	}
	among := "Tra i settori contati, "
	if e.Complete && len(counted) == len(e.Departments) || top[0].value.Above(e.Uncounted()) {
		among = ""
	}
	value := top[0].value.String()
	switch {
	case len(top) == 2 && among == "":
		return "I settori con più progetti sono " + names(top) + ": " + value + " ciascuno."
	case len(top) == 2:
		return among + "quelli con più progetti sono " + names(top) + ": " + value + " ciascuno."
	case among == "":
		return "Il settore con più progetti è " + names(top) + ": " + value + "."
	}
	return among + "quello con più progetti è " + names(top) + ": " + value + "."
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
	switch len(missing) {
	case 0:
	case 1:
		notes = append([]string{"Di un settore la fonte non dice quanti progetti ha: " + missing[0] + "."}, notes...)
	default:
		notes = append([]string{"Di " + italian.Digits(len(missing)) + " settori la fonte non dice quanti progetti hanno: " + italian.List(missing) + "."}, notes...)
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
		{count[plan.Suspended], "sospeso", "sospesi"},
	})
	switch known {
	case 0:
		return ""
	case 1:
		return "L’unico progetto di cui si conosce l’avanzamento è " + states.alone + "."
	}
	if states.all != "" {
		return italian.Capital(italian.The(known)) + " progetti di cui si conosce l’avanzamento sono tutti " + states.all + "."
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
type enumeration struct{ text, alone, all string } // all: of several things in one state

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
	if out.text = italian.List(words); len(words) == 1 {
		_, out.all, _ = strings.Cut(out.text, " sono ")
	}
	return out
}
