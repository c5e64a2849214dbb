// SPDX-License-Identifier: EUPL-1.2

package site

import "vetro/cmd/internal/plan"

// editionGaps lists what the source leaves open about the plan as a whole.
func editionGaps(e *plan.Edition) []string {
	var out []string
	if !e.ProjectsInPlan.Known() {
		out = append(out, "quanti progetti ha il piano")
	}
	if n := undescribed(e); n == 1 {
		out = append(out, "il titolo di 1 progetto su "+digits(e.ProjectsInPlan.Number))
	} else if n > 1 {
		out = append(out, "i titoli di "+digits(n)+" progetti su "+digits(e.ProjectsInPlan.Number))
	}
	var names []string
	for _, d := range e.Departments {
		if !d.Projects.Known() {
			names = append(names, "«"+d.Name+"»")
		}
	}
	if len(names) == 1 {
		out = append(out, "quanti progetti ha il settore "+names[0])
	} else if len(names) > 1 {
		out = append(out, "quanti progetti hanno "+listed(names))
	}
	switch e.Employees.Precision {
	case plan.Missing:
		out = append(out, "quanti dipendenti può coinvolgere il piano")
	case plan.InWords:
		out = append(out, "il numero dei dipendenti: parla di «"+e.Employees.Text+"»")
	}
	if e.Act.Kind == plan.ActToVerify || e.Act.Kind == 0 {
		out = append(out, "con certezza il tipo di atto che approva il piano")
	}
	if e.Act.Number == "" {
		out = append(out, "il numero dell’atto")
	}
	if e.Act.Date.IsZero() {
		if e.Act.DateText != "" {
			out = append(out, "l’anno dell’atto: indica solo «"+e.Act.DateText+"»")
		} else {
			out = append(out, "la data dell’atto")
		}
	}
	return out
}

// undescribed is how many projects of the plan are not described, where the
// plan says how many they are.
func undescribed(e *plan.Edition) int {
	return e.Account().Total.ToDescribe.Number
}

// toDescribe is how many projects of a settore are counted and not described;
// Missing where the settore has no count.
func toDescribe(e *plan.Edition, d *plan.Department) plan.Quantity {
	for _, r := range e.Account().Rows {
		if r.Department == d {
			return r.ToDescribe
		}
	}
	return plan.Quantity{}
}

// departmentGaps lists what the source leaves open about a settore.
func departmentGaps(d *plan.Department) []string {
	var out []string
	if !d.Projects.Known() {
		out = append(out, "quanti progetti del piano riguardano questo settore")
	}
	if d.Staffing().IsMissing() {
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
	add(len(p.Indicators) == 0, "gli indicatori che ne misurano i risultati")
	add(p.Contribution == "", "il contributo ai risultati del Comune")
	return out
}
