// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"regexp"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// editionGaps lists what the source leaves open about the plan as a whole.
func editionGaps(e *plan.Edition) []string {
	var out []string
	switch e.ProjectsInPlan.Precision {
	case plan.Missing:
		out = append(out, "quanti progetti ha il piano")
	case plan.InWords:
		out = append(out, "il numero dei progetti: parla di «"+e.ProjectsInPlan.Text+"»")
	}
	if n := undescribed(e); n == 1 {
		out = append(out, "che cosa prevede 1 progetto su "+italian.Digits(e.ProjectsInPlan.Number))
	} else if n > 1 {
		out = append(out, "che cosa prevedono "+italian.Digits(n)+" progetti su "+italian.Digits(e.ProjectsInPlan.Number))
	}
	var names, worded []string
	for _, d := range e.Departments {
		switch d.Projects.Precision {
		case plan.Missing:
			names = append(names, "«"+d.Name+"»")
		case plan.InWords:
			worded = append(worded, "il numero dei progetti di «"+d.Name+"»: parla di «"+d.Projects.Text+"»")
		}
	}
	if len(names) == 1 {
		out = append(out, "quanti progetti ha il settore "+names[0])
	} else if len(names) > 1 {
		out = append(out, "quanti progetti hanno "+italian.List(names))
	}
	out = append(out, worded...)
	switch q := e.Employees; {
	case e.EmployeesHidden: // the source says it, and it is not shown
	case q.IsMissing():
		out = append(out, "quanti dipendenti può coinvolgere il piano")
	case q.Precision == plan.InWords:
		out = append(out, "il numero dei dipendenti: parla di «"+e.Employees.Text+"»")
	}
	if !kindKnown(e.Act) {
		who := "con certezza chi ha approvato il piano"
		if e.Act.Body != "" {
			who += ": «" + e.Act.Body + "» è da confermare"
		}
		out = append(out, who)
		out = append(out, "con certezza il tipo di atto che approva il piano")
	}
	if e.Act.Number == "" {
		out = append(out, "il numero dell’atto")
	}
	if e.Act.Date.IsZero() {
		if e.Act.DateText != "" {
			out = append(out, missingOfDay(e.Act.DateText)+" dell’atto: indica solo «"+e.Act.DateText+"»")
		} else {
			out = append(out, "la data dell’atto")
		}
	}
	return out
}

// kindKnown reports whether what kind of act a is has been established, and so
// which body can have made it.
func kindKnown(a plan.Act) bool {
	return a.Kind == plan.ActDeliberazione || a.Kind == plan.ActDeterminazione
}

var fourDigits = regexp.MustCompile(`\b[0-9]{4}\b`)

// missingOfDay names what a date in the source's words lacks to be a day.
func missingOfDay(words string) string {
	if fourDigits.MatchString(words) {
		return "il giorno"
	}
	return "l’anno"
}

// undescribed is how many projects of the plan are not described, where the
// plan says exactly how many they are; otherwise 0.
func undescribed(e *plan.Edition) int {
	if left := e.Account().Total.ToDescribe; left.Precision == plan.Exact {
		return left.Number
	}
	return 0
}

// departmentGaps lists what the source leaves open about a settore.
func departmentGaps(d *plan.Department) []string {
	var out []string
	switch d.Projects.Precision {
	case plan.Missing:
		out = append(out, "quanti progetti del piano riguardano questo settore")
	case plan.InWords:
		out = append(out, "il numero dei suoi progetti: parla di «"+d.Projects.Text+"»")
	}
	if d.Staffing().IsMissing() && d.Projects != plan.Count(0) {
		out = append(out, "quanti dipendenti può coinvolgere")
	}
	return out
}

// projectGaps lists what the source leaves open about a project, among what
// the DM 132/2022 asks a plan to say: objectives, enabling conditions,
// contribution to performance, indicators; and what a reader would ask.
func projectGaps(p *plan.Project) []string {
	var out []string
	add := func(missing bool, what string) {
		if missing {
			out = append(out, what)
		}
	}
	add(len(p.Goals) == 0, "gli obiettivi")
	add(len(p.Activities) == 0, "le attività che si fanno a distanza")
	add(len(p.Staff) == 0, "quante persone coinvolge e con quale profilo")
	add(p.Service == "", "il servizio che lo svolge")
	add(p.DaysPerMonth.IsMissing(), "quante giornate al mese si lavora a distanza")
	add(p.Start == "" && p.End == "", "quando comincia e quando finisce")
	add(p.Progress == plan.ProgressUnknown, "a che punto è")
	c := p.Conditions
	none := len(c.Organisational)+len(c.Technological)+len(c.Training)+len(c.Safety) == 0
	add(none, "le condizioni che lo rendono possibile: organizzazione, tecnologie, formazione, sicurezza")
	if !none {
		add(len(c.Organisational) == 0, "le condizioni organizzative")
		add(len(c.Technological) == 0, "le condizioni tecnologiche")
		add(len(c.Training) == 0, "la formazione")
		add(len(c.Safety) == 0, "le misure di sicurezza")
	}
	add(len(p.Indicators) == 0 && p.NoIndicators == "", "gli indicatori che ne misurano i risultati")
	add(p.Contribution == "", "il contributo ai risultati del Comune")
	return out
}
