// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A KeyFigure is a number of the strip below the hero.
type KeyFigure struct {
	Name  string // of the figure in the open data
	Value template.HTML
	Label string
	Link  *Link // what the number is of, after the label
	Note  string
}

// maxKeyFigures is how many the strip has.
const maxKeyFigures = 4

// keyFigures are numbers that say different things: of the plan, of its people, of
// its results; where there are no results, of the largest groups of people.
func (p page) keyFigures(e *plan.Edition) []KeyFigure {
	var out []KeyFigure
	if q := e.ProjectsInPlan; !q.IsMissing() {
		label := q.Noun("progetto nel piano", "progetti nel piano")
		if q.Precision == plan.InWords && italian.Collective(q.Text) {
			label = "di progetti nel piano"
		}
		k := KeyFigure{Name: "progetti.nel_piano", Value: figure(q), Label: label}
		if e.Complete && len(e.Departments) > 1 {
			k.Note = "il piano riguarda " + italian.Digits(len(e.Departments)) + " settori"
		}
		out = append(out, k)
	}
	if q := e.Employees; !q.IsMissing() {
		label := q.Noun("dipendente", "dipendenti")
		if q.Precision == plan.InWords && italian.Collective(q.Text) {
			label = "di dipendenti"
		}
		out = append(out, KeyFigure{Name: "dipendenti.nel_piano", Value: figure(q), Label: label + " che il piano può coinvolgere", Note: ofWorkforce(e)})
	}
	if s := standingsOf(e.AllProjects()); s.met+s.missed > 0 {
		has := " hanno"
		if s.met == 1 || s.met+s.missed == 1 {
			has = " ha"
		}
		k := KeyFigure{
			Name: metFigure, Value: number(s.met) + template.HTML(" su "+italian.Digits(s.met+s.missed)),
			Label: italian.Plural(s.met+s.missed, "indicatore", "indicatori") + has + " raggiunto l’obiettivo dell’anno",
		}
		if s.final > 0 {
			k.Note = italian.Count(s.final, "è", "sono") + " già al traguardo finale"
		}
		out = append(out, k)
	}
	if n := countProgress(e)[plan.Completed]; n > 0 {
		k := KeyFigure{Name: "progetti.conclusi", Value: number(n), Label: italian.Plural(n, "progetto concluso", "progetti conclusi")}
		if n := countProgress(e)[plan.Ongoing]; n > 0 {
			k.Note = italian.Digits(n) + " in corso"
		}
		out = append(out, k)
	}
	return append(out, p.largestGroups(e, maxKeyFigures-len(out))...)
}

// metFigure is what the proof calls the indicators that meet the target of their
// year: the open data have each of them, not how many they are.
const metFigure = "indicatori.centrati"

// largestGroups are the projects, and the settori that say how many they are as a
// whole, with most people: at most n.
func (p page) largestGroups(e *plan.Edition, n int) []KeyFigure {
	type large struct {
		figure KeyFigure
		people int
	}
	var all []large
	add := func(name, what, title, address string, q plan.Quantity) {
		if !q.Known() || q.Number < 2 {
			return
		}
		all = append(all, large{KeyFigure{
			Name: name, Value: figure(q), Label: "dipendenti nel " + what, Link: &Link{Label: title, Href: p.link(address)},
		}, q.Number})
	}
	for _, project := range e.AllProjects() {
		if !slices.ContainsFunc(project.Staff, func(s *plan.StaffProfile) bool { return s.SameAs == "" }) {
			continue // the people of another
		}
		add("progetto."+project.ID+".dipendenti", "progetto", project.Title, route.Project.At(e.ID, project.ID), project.Staffing())
	}
	for _, d := range e.Departments {
		if len(d.Staff) > 0 {
			add("settore."+d.ID+".dipendenti", "settore", d.Name, route.Department.At(e.ID, d.ID), d.Staffing())
		}
	}
	slices.SortStableFunc(all, func(a, b large) int { return cmp.Compare(b.people, a.people) })
	var out []KeyFigure
	for _, l := range all[:min(max(n, 0), len(all))] {
		out = append(out, l.figure)
	}
	return out
}

// ofWorkforce says that the number is our sum, where it is, how many work for the
// ente, and how many of a hundred the plan
// may involve, as far as that is known.
func ofWorkforce(e *plan.Edition) string {
	s := ""
	if e.EmployeesSummed {
		s = "è la somma dei progetti"
	}
	if e.Workforce.IsMissing() {
		return s
	}
	if s != "" {
		s += "; "
	}
	s += "l’ente ne ha in tutto " + e.Workforce.String()
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
