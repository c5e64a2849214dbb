// SPDX-License-Identifier: EUPL-1.2

package site

import (
	"html/template"

	"vetro/cmd/internal/plan"
)

// A KeyFigure is a number of the strip below the hero.
type KeyFigure struct {
	Value template.HTML
	Label string
	Note  string
}

func (p page) keyFigures(e *plan.Edition) []KeyFigure {
	described := len(e.AllProjects())
	counted := figureOf(e, "settori.contati")
	out := []KeyFigure{{Value: figure(e.ProjectsInPlan), Label: noun(e.ProjectsInPlan, "progetto nel piano", "progetti nel piano")}}
	out = append(out, KeyFigure{
		Value: number(described), Label: plural(described, "progetto descritto", "progetti descritti"),
	})
	people := noun(e.Employees, "dipendente", "dipendenti")
	if e.Employees.Precision == plan.InWords && collective(e.Employees.Text) {
		people = "di dipendenti"
	}
	out = append(out, KeyFigure{Value: figure(e.Employees), Label: people})
	departments := KeyFigure{Value: number(len(e.Departments)), Label: plural(len(e.Departments), "settore nominato", "settori nominati")}
	if counted.Known() && counted.Number < len(e.Departments) {
		switch counted.Number {
		case 0:
			departments.Note = "di nessuno la fonte conta i progetti"
		case 1:
			departments.Note = "di 1 la fonte conta i progetti"
		default:
			departments.Note = "di " + digits(counted.Number) + " la fonte conta i progetti"
		}
	}
	return append(out, departments)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func noun(q plan.Quantity, one, many string) string {
	if q.Known() && q.Number == 1 {
		return one
	}
	return many
}

// tension notes that a part with a number stands beside a total in words. The
// site shows both and does not choose.
func tension(e *plan.Edition) string {
	if e.Employees.Precision != plan.InWords {
		return ""
	}
	var top *plan.Project
	var most plan.Quantity
	for _, p := range e.AllProjects() {
		q := p.Staffing()
		if q.Known() && (top == nil || q.Number > most.Number) {
			top, most = p, q
		}
	}
	if top == nil {
		return ""
	}
	return "Per tutto il piano la fonte parla di «" + e.Employees.Text + "», ma il solo progetto «" + top.Title +
		"» " + involves(most) + ". La fonte non spiega come stanno insieme i due dati: qui ci sono entrambi."
}
