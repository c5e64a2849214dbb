// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"strconv"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

const (
	// maxList is how many projects one page lists; a longer plan is listed
	// settore by settore only. A page of 500 rows opens in an instant on an old
	// phone, one of thousands does not.
	maxList = 500
	// minFilter is how many projects make the form to search them worth its
	// place: fewer are seen at a glance.
	minFilter = 8
)

// A projectsView is the data of progetti.html.
type projectsView struct {
	Layout
	Account   *AccountTable
	ListNotes []string
	States    []StateLink
	Filter    *Filter
	Jumps     []Link
	Groups    []ProjectGroup
	Print     Link
}

// A Filter is the form that narrows the list by script.
type Filter struct {
	Departments []Option
	Progress    []Option // empty when no project states its progress
}

// An Option is a choice of a <select>.
type Option struct{ Value, Label string }

// A ProjectGroup is the projects of a settore, or those of none.
type ProjectGroup struct {
	ID       string
	Name     string
	Href     string
	Count    template.HTML
	Projects []ProjectRow
	Gap      string
}

// A ProjectRow is a project in a list.
type ProjectRow struct {
	Title    string
	Href     string
	Progress *Badge
	Place    string // the settore, where the list does not say it
	Details  template.HTML
	Summary  string
	Keys     *RowKeys // what the script filters and sorts by, nil where there is no form
}

// RowKeys are the values of a row that the script compares.
type RowKeys struct {
	Department     string
	DepartmentName string
	Progress       string
	Employees      string // digits, "" while unknown
}

// noDepartment is the key of what belongs to no settore: no slug is a hyphen.
const noDepartment = "-"

func (p page) projectsPage() *projectsView {
	e := p.edition
	described := len(e.AllProjects())
	lead := "Che cosa si può fare anche fuori dall’ufficio, progetto per progetto."
	if described == 0 {
		lead = "La fonte non descrive ancora nessun progetto: qui c’è il conto di quelli che si sanno."
	}
	v := &projectsView{
		Layout:  p.layout("Progetti", lead, "I progetti del piano per il lavoro agile, settore per settore, e quanti ne restano da descrivere.", step{"Progetti", route.Projects.At(e.ID)}),
		Account: p.account(e),
		States:  p.stateLinks(),
		Print:   p.printLink(),
	}
	short := described > maxList
	switch {
	case short:
		v.ListNotes = append(v.ListNotes, italian.Capital(italian.The(described))+" progetti descritti sono troppi per una pagina sola: si leggono settore per settore.")
	case described == 1:
		v.ListNotes = append(v.ListNotes, "La fonte descrive 1 progetto.")
	case described > 1 && undescribed(e) > 0:
		v.ListNotes = append(v.ListNotes, "La fonte descrive "+italian.Digits(described)+" progetti.")
	case described == 0:
		v.ListNotes = append(v.ListNotes, "La fonte non descrive ancora nessun progetto.")
	}
	rows := p.projectRows
	switch {
	case short:
		rows = func([]*plan.Project) []ProjectRow { return nil }
	case described >= minFilter:
		rows, v.Filter = p.keyedRows, filterOf(e)
	}
	if !short || len(e.Departments) == 0 { // else the account leads to each settore
		v.Groups = p.projectGroups(rows)
	}
	if len(v.Groups) > 3 {
		for _, g := range v.Groups {
			v.Jumps = append(v.Jumps, Link{Label: g.Name, Href: "#" + g.ID})
		}
	}
	return v
}

// projectGroups divides the described projects by settore; rows makes the list
// of each.
func (p page) projectGroups(rows func([]*plan.Project) []ProjectRow) []ProjectGroup {
	e := p.edition
	var out []ProjectGroup
	for _, d := range e.Departments {
		g := ProjectGroup{
			ID: "settore-" + d.ID, Name: d.Name, Href: p.link(route.Department.At(e.ID, d.ID)), Count: projectsCount(d),
			Projects: rows(d.Described), Gap: strings.Join(untitled(e, d), " "),
		}
		switch {
		case d.Projects.Precision == plan.InWords && len(d.Described) == 0:
			g.Gap = "La fonte non dice il numero esatto dei progetti di questo settore, né come si chiamano."
		case !d.Projects.Known() && len(d.Described) == 0:
			g.Count, g.Gap = "", "La fonte non dice quanti sono i progetti di questo settore, né come si chiamano."
		case d.Projects.Precision == plan.InWords:
			g.Gap = "La fonte non dice il numero esatto dei progetti di questo settore."
		case e.AccountOf(d).ToDescribe.IsMissing() && d.Projects.Known():
			g.Gap = "La fonte non dice se il settore ha altri progetti."
		case !d.Projects.Known() && d.Whole:
			g.Count = ""
		case !d.Projects.Known():
			g.Count, g.Gap = "", "La fonte non dice se il settore ha altri progetti."
		case len(d.Described) == 0 && g.Gap != "":
			g.Count = ""
		}
		out = append(out, g)
	}
	if n := len(e.Transversal); n > 0 {
		g := ProjectGroup{ID: "trasversali", Name: e.Loose(), Count: number(n) + template.HTML(" "+italian.Plural(n, "progetto", "progetti"))}
		if g.Projects = rows(e.Transversal); g.Projects == nil && len(e.Departments) == 0 {
			g.Projects = p.projectRows(e.Transversal) // no settore has a page to list them on
		}
		out = append(out, g)
	}
	return out
}

// projectRows makes a plain list.
func (p page) projectRows(projects []*plan.Project) []ProjectRow {
	var out []ProjectRow
	for _, project := range projects {
		out = append(out, ProjectRow{
			Title: project.Title, Href: p.link(route.Project.At(p.edition.ID, project.ID)),
			Progress: progressBadge(project.Progress),
			Details:  quantityMarkup(project.Staffing(), "dipendente", "dipendenti"),
			Summary:  project.Summary,
		})
	}
	return out
}

// keyedRows is projectRows with what the script compares.
func (p page) keyedRows(projects []*plan.Project) []ProjectRow {
	out := p.projectRows(projects)
	for i, project := range projects {
		keys := &RowKeys{Department: noDepartment, DepartmentName: p.edition.Loose(), Progress: unstated}
		if d := project.Department; d != nil {
			keys.Department, keys.DepartmentName = d.ID, d.Name
		}
		for _, s := range progressStates(p.edition) {
			if s.progress == project.Progress {
				keys.Progress = s.id()
			}
		}
		if q := project.Staffing(); q.Known() {
			keys.Employees = strconv.Itoa(q.Number)
		}
		out[i].Keys = keys
	}
	return out
}

// filterOf offers the choices that some project answers to.
func filterOf(e *plan.Edition) *Filter {
	f := new(Filter)
	for _, d := range e.Departments {
		if len(d.Described) > 0 {
			f.Departments = append(f.Departments, Option{d.ID, d.Name})
		}
	}
	if len(e.Transversal) > 0 {
		f.Departments = append(f.Departments, Option{noDepartment, e.Loose()})
	}
	count := countProgress(e)
	if !statesProgress(e) {
		return f
	}
	for _, s := range progressStates(e) {
		if count[s.progress] > 0 {
			f.Progress = append(f.Progress, Option{s.id(), italian.Capital(s.many)})
		}
	}
	if count[plan.ProgressUnknown] > 0 {
		f.Progress = append(f.Progress, Option{unstated, "Non detto dalla fonte"})
	}
	return f
}
