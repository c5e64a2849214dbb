// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A progressState is a state of progress as the site names it.
type progressState struct {
	kind      route.Kind // of its list
	progress  plan.Progress
	one, many string
}

// unstated is the key of a project whose progress nobody has stated.
const unstated = "non-detto"

// progressStates are the states of e in the order they are shown. That of what is
// suspended is there only when something is.
func progressStates(e *plan.Edition) []progressState {
	all := []progressState{
		{route.Completed, plan.Completed, "concluso", "conclusi"},
		{route.Ongoing, plan.Ongoing, "in corso", "in corso"},
		{route.NotStarted, plan.NotStarted, "da avviare", "da avviare"},
	}
	if countProgress(e)[plan.Suspended] > 0 {
		all = append(all, progressState{route.Suspended, plan.Suspended, "sospeso", "sospesi"})
	}
	return all
}

// id is the key of the filter: the last part of the address.
func (s progressState) id() string { return s.kind.Name() }

func countProgress(e *plan.Edition) map[plan.Progress]int {
	count := map[plan.Progress]int{}
	for _, p := range e.AllProjects() {
		count[p.Progress]++
	}
	return count
}

// statesProgress reports whether any project says how far it has come: only
// then is there a list for each state.
func statesProgress(e *plan.Edition) bool {
	return countProgress(e)[plan.ProgressUnknown] < len(e.AllProjects())
}

// A StateLink leads to the projects of one state, or to all.
type StateLink struct {
	Label   string
	Href    string
	Current bool
}

// stateLinks leads to the lists by progress, with how many projects each has.
func (p page) stateLinks() []StateLink {
	e := p.edition
	if !statesProgress(e) {
		return nil
	}
	count := countProgress(e)
	link := func(label, address string) StateLink {
		return StateLink{label, p.link(address), p.address == address}
	}
	out := []StateLink{link("Tutti i progetti: "+italian.Digits(len(e.AllProjects())), route.Projects.At(e.ID))}
	for _, s := range progressStates(e) {
		n := count[s.progress]
		out = append(out, link(italian.Capital(italian.Plural(n, s.one, s.many))+": "+italian.Digits(n), s.kind.At(e.ID)))
	}
	return out
}

// A progressView is the data of avanzamento.html: the projects in one state.
type progressView struct {
	Layout
	States   []StateLink
	Projects []ProjectRow
	Groups   []ProjectGroup // of a plan too long for one list
	Back     Link
}

func (p page) progressPage(s progressState) *progressView {
	e := p.edition
	heading := "Progetti " + s.many
	v := &progressView{
		Layout: p.layout(heading, progressLead(e, s), "I progetti "+s.many+" del piano per il lavoro agile, con il settore e le persone di ciascuno.",
			step{"Progetti", route.Projects.At(e.ID)}, step{italian.Capital(s.many), s.kind.At(e.ID)}),
		States: p.stateLinks(),
		Back:   Link{Label: "Torna a tutti i progetti", Href: p.link(route.Projects.At(e.ID))},
	}
	var found []*plan.Project
	for _, project := range e.AllProjects() {
		if project.Progress == s.progress {
			found = append(found, project)
		}
	}
	if len(found) > maxList {
		v.Groups = p.progressGroups(found)
		return v
	}
	v.Projects = p.projectRows(found)
	for i, project := range found {
		v.Projects[i].Progress = nil // the page is about it
		v.Projects[i].Place = e.Place(project)
	}
	return v
}

// progressGroups counts found by settore.
func (p page) progressGroups(found []*plan.Project) []ProjectGroup {
	e := p.edition
	count := map[*plan.Department]int{}
	for _, project := range found {
		count[project.Department]++
	}
	var out []ProjectGroup
	for _, d := range append(e.Departments[:len(e.Departments):len(e.Departments)], nil) {
		if count[d] == 0 {
			continue
		}
		g := ProjectGroup{Name: e.Loose(), Href: p.link(route.Projects.At(e.ID)), Count: number(count[d])}
		if d != nil {
			g.Name, g.Href = d.Name, p.link(route.Department.At(e.ID, d.ID))
		}
		out = append(out, g)
	}
	return out
}

// progressLead counts the projects in one state.
func progressLead(e *plan.Edition, s progressState) string {
	count := countProgress(e)
	total, n, unknown := len(e.AllProjects()), count[s.progress], count[plan.ProgressUnknown]
	is, are, not := "è ", "sono ", "non è "
	if unknown > 0 { // of some nobody knows
		is, are, not = "risulta ", "risultano ", "non risulta "
	}
	lead := ""
	switch {
	case total == 1 && n == 1:
		lead = "L’unico progetto descritto " + is + s.one + "."
	case total == 1:
		lead = "L’unico progetto descritto " + not + s.one + "."
	case n == 0:
		lead = "Nessuno " + italian.OfThe(total) + " progetti descritti " + is + s.one + "."
	case n == 1:
		lead = italian.Capital(italian.OfThe(total)) + " progetti descritti, 1 " + is + s.one + "."
	case n == total:
		lead = italian.Capital(italian.The(total)) + " progetti descritti sono tutti " + s.many + "."
	default:
		lead = italian.Capital(italian.OfThe(total)) + " progetti descritti, " + italian.Digits(n) + " " + are + s.many + "."
	}
	switch {
	case unknown == 1:
		lead += " Di 1 la fonte non dice a che punto è."
	case unknown > 1:
		lead += " Di " + italian.Digits(unknown) + " la fonte non dice a che punto sono."
	}
	return lead
}
