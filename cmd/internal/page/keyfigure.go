// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"strings"

	"vetro/cmd/internal/italian"
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
	inPlan := e.ProjectsInPlan.Noun("progetto nel piano", "progetti nel piano")
	if e.ProjectsInPlan.Precision == plan.InWords && italian.Collective(e.ProjectsInPlan.Text) {
		inPlan = "di progetti nel piano"
	}
	out := []KeyFigure{{Value: figure(e.ProjectsInPlan), Label: inPlan}}
	out = append(out, KeyFigure{
		Value: number(described), Label: italian.Plural(described, "progetto descritto", "progetti descritti"),
	})
	people := e.Employees.Noun("dipendente", "dipendenti")
	if e.Employees.Precision == plan.InWords && italian.Collective(e.Employees.Text) {
		people = "di dipendenti"
	}
	people += " che il piano può coinvolgere"
	out = append(out, KeyFigure{Value: figure(e.Employees), Label: people, Note: ofWorkforce(e)})
	departments := KeyFigure{Value: number(len(e.Departments)), Label: italian.Plural(len(e.Departments), "settore in queste pagine", "settori in queste pagine")}
	if counted.Known() && counted.Number < len(e.Departments) {
		switch counted.Number {
		case 0:
			departments.Note = "di nessuno la fonte conta i progetti"
		case 1:
			departments.Note = "di 1 la fonte conta i progetti"
		default:
			departments.Note = "di " + italian.Digits(counted.Number) + " la fonte conta i progetti"
		}
	}
	return append(out, departments)
}

// ofWorkforce says how many work for the ente, and how many of a hundred the plan
// may involve, as far as that is known.
func ofWorkforce(e *plan.Edition) string {
	if e.Workforce.IsMissing() {
		return ""
	}
	s := "l’ente ne ha in tutto " + e.Workforce.String()
	if q := plan.Share(e.Employees, e.Workforce); !q.IsMissing() {
		s += ": " + q.String() + " su cento"
	}
	return s
}

// below returns the number that nobody who writes these words means to reach:
// "diverse decine" are fewer than a hundred. It is false for words that set no
// such limit, such as "molti" or "più di un centinaio".
func below(words string) (int, bool) {
	switch strings.ToLower(strings.TrimSpace(words)) {
	case "decine", "diverse decine", "alcune decine", "varie decine", "poche decine", "qualche decina":
		return 100, true
	case "centinaia", "diverse centinaia", "alcune centinaia", "varie centinaia", "poche centinaia", "qualche centinaio":
		return 1000, true
	}
	return 0, false
}

// tension notes that a part with a number goes beyond the total in words. The
// site shows both and does not choose.
func tension(e *plan.Edition) string {
	limit, ok := below(e.Employees.Text)
	if !ok || e.Employees.Precision != plan.InWords {
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
	if top == nil || most.Number < limit {
		return ""
	}
	return "Per tutto il piano la fonte parla di «" + e.Employees.Text + "», ma il solo progetto «" + top.Title +
		"» " + involves(most) + ". La fonte non spiega come stanno insieme i due dati: qui ci sono entrambi."
}
