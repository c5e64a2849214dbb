// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"slices"
	"strings"
)

// A Figure is a named number of an edition that prose, charts and tables may
// quote, for example "progetti.nel_piano".
type Figure struct {
	Name    string // stable, Italian, dotted
	Meaning string // one Italian sentence, without full stop
	Unit    string // "progetti", "dipendenti", "settori"
	Value   Quantity
	Source  *Source   // nil when it rests on several
	Sources []*Source // the documents it rests on, without repeats
	// Computed is true for a sum or difference of ours; false for a number as
	// the source gives it.
	Computed bool
}

// A FigureMeaning explains a figure, or a family of figures whose name has the
// part <id>.
type FigureMeaning struct {
	Name    string // "settore.<id>.progetti"
	Meaning string // names in angle brackets stand for those of the data
	Unit    string
}

// Every figure there is, in the order in which Figures lists them.
const (
	figInPlan = iota
	figDescribed
	figToDescribe
	figCounted
	figUncounted
	figTransversal
	figNotStarted
	figOngoing
	figCompleted
	figSuspended
	figProgressUnknown
	figDepartments
	figDepartmentsCounted
	figDepartmentsUncounted
	figEmployees
	figWorkforce
	figShare
	figDepartmentInPlan
	figDepartmentDescribed
	figDepartmentToDescribe
	figDepartmentEmployees
	figDepartmentInDescribed
	figDepartmentWorkforce
	figDepartmentShare
	figDepartmentProfile
	figProjectEmployees
	figProjectDays
	figProjectProfile
)

var figures = [...]FigureMeaning{
	figInPlan:                {"progetti.nel_piano", "progetti che il piano conta in tutto", "progetti"},
	figDescribed:             {"progetti.descritti", "progetti descritti uno per uno in queste pagine", "progetti"},
	figToDescribe:            {"progetti.da_descrivere", "progetti del piano non ancora descritti in queste pagine", "progetti"},
	figCounted:               {"progetti.contati", "progetti che la fonte conta settore per settore", "progetti"},
	figUncounted:             {"progetti.non_contati", "progetti del piano per i quali la fonte non dà un numero settore per settore", "progetti"},
	figTransversal:           {"progetti.trasversali", "progetti descritti che non appartengono a un solo settore", "progetti"},
	figNotStarted:            {"progetti.da_avviare", "progetti descritti che la fonte dice da avviare", "progetti"},
	figOngoing:               {"progetti.in_corso", "progetti descritti che la fonte dice in corso", "progetti"},
	figCompleted:             {"progetti.conclusi", "progetti descritti che la fonte dice conclusi", "progetti"},
	figSuspended:             {"progetti.sospesi", "progetti descritti che la fonte dice sospesi", "progetti"},
	figProgressUnknown:       {"progetti.avanzamento_non_detto", "progetti descritti dei quali la fonte non dice a che punto sono", "progetti"},
	figDepartments:           {"settori.nominati", "settori elencati in queste pagine", "settori"},
	figDepartmentsCounted:    {"settori.contati", "settori dei quali la fonte dice quanti progetti hanno", "settori"},
	figDepartmentsUncounted:  {"settori.non_contati", "settori dei quali la fonte non dice quanti progetti hanno", "settori"},
	figEmployees:             {"dipendenti.nel_piano", "dipendenti che il piano può coinvolgere in tutto", "dipendenti"},
	figWorkforce:             {"dipendenti.dotazione", "dipendenti che l’ente ha in tutto", "dipendenti"},
	figShare:                 {"dipendenti.quota", "dipendenti che il piano può coinvolgere, su cento dell’ente", "per cento"},
	figDepartmentWorkforce:   {"settore.<id>.dotazione", "dipendenti che il settore «<settore>» ha in tutto", "dipendenti"},
	figDepartmentShare:       {"settore.<id>.quota", "dipendenti che il piano può coinvolgere, su cento del settore «<settore>»", "per cento"},
	figDepartmentInPlan:      {"settore.<id>.progetti", "progetti che il piano conta nel settore «<settore>»", "progetti"},
	figDepartmentDescribed:   {"settore.<id>.descritti", "progetti descritti del settore «<settore>»", "progetti"},
	figDepartmentToDescribe:  {"settore.<id>.da_descrivere", "progetti non ancora descritti del settore «<settore>»", "progetti"},
	figDepartmentEmployees:   {"settore.<id>.dipendenti", "dipendenti che il lavoro agile può coinvolgere in tutto il settore «<settore>»", "dipendenti"},
	figDepartmentInDescribed: {"settore.<id>.dipendenti_descritti", "dipendenti che i progetti descritti del settore «<settore>» possono coinvolgere", "dipendenti"},
	figDepartmentProfile:     {"settore.<id>.personale.<profilo>", "dipendenti del settore «<settore>», profilo «<profilo>»", "dipendenti"},
	figProjectEmployees:      {"progetto.<id>.dipendenti", "dipendenti che il progetto «<progetto>» può coinvolgere", "dipendenti"},
	figProjectDays:           {"progetto.<id>.giornate_al_mese", "giornate di lavoro agile al mese nel progetto «<progetto>»", "giornate"},
	figProjectProfile:        {"progetto.<id>.personale.<profilo>", "dipendenti del progetto «<progetto>», profilo «<profilo>»", "dipendenti"},
}

// FigureMeanings returns every figure and family of figures with its meaning,
// for the manual.
func FigureMeanings() []FigureMeaning { return slices.Clone(figures[:]) }

// figure makes the figure of kind from its value and sources. A computed figure
// is ours, one that is not is the source's.
func figure(kind int, value Quantity, computed bool, sources ...*Source) Figure {
	f := Figure{
		Name: figures[kind].Name, Meaning: figures[kind].Meaning, Unit: figures[kind].Unit,
		Value: value, Computed: computed,
	}
	for _, s := range sources {
		if s != nil && !slices.Contains(f.Sources, s) {
			f.Sources = append(f.Sources, s)
		}
	}
	if len(f.Sources) == 1 {
		f.Source = f.Sources[0]
	}
	return f
}

// of puts names in the place of the parts in angle brackets: pairs of part and
// name.
func (f Figure) of(id string, pairs ...string) Figure {
	f.Name = strings.Replace(f.Name, "<id>", id, 1)
	for i := 0; i < len(pairs); i += 2 {
		f.Meaning = strings.Replace(f.Meaning, pairs[i], pairs[i+1], 1)
		if pairs[i] == "<profilo>" {
			f.Name = strings.Replace(f.Name, pairs[i], ProfileID(pairs[i+1]), 1)
		}
	}
	return f
}

// Figures returns every named figure of e, in a fixed order: the plan, then
// settore by settore and project by project. A figure that the source does not
// give is there, with a Missing value.
func (e *Edition) Figures() []Figure {
	all := e.planFigures()
	for _, d := range e.Departments {
		all = append(all, d.figures(e)...)
	}
	for _, p := range e.AllProjects() {
		all = append(all, p.figures()...)
	}
	return all
}

// Figure returns the figure called name. It runs through the whole list: who
// needs many asks Figures once.
func (e *Edition) Figure(name string) (Figure, bool) {
	for _, f := range e.Figures() {
		if f.Name == name {
			return f, true
		}
	}
	return Figure{}, false
}

func (e *Edition) planFigures() []Figure {
	counted := 0
	countSources := []*Source{e.Source}
	for _, d := range e.Departments {
		if d.Projects.Known() {
			counted++
			countSources = append(countSources, d.Source)
		}
	}
	projects := e.AllProjects()
	described := Count(len(projects))
	progress := e.ProgressCounts()
	fs := []Figure{
		figure(figInPlan, e.ProjectsInPlan, false, e.Source),
		figure(figDescribed, described, true, e.Source),
		figure(figToDescribe, e.ProjectsInPlan.less(described.Number), true, e.Source),
		figure(figCounted, e.Counted(), true, countSources...),
		figure(figUncounted, e.Uncounted(), true, countSources...),
		figure(figTransversal, Count(len(e.Transversal)), true, e.Source),
	}
	for i, c := range progress {
		fs = append(fs, figure(figNotStarted+i, Count(c.Projects), true, e.Source))
	}
	return append(fs,
		figure(figDepartments, Count(len(e.Departments)), true, e.Source),
		figure(figDepartmentsCounted, Count(counted), true, e.Source),
		figure(figDepartmentsUncounted, Count(len(e.Departments)-counted), true, e.Source),
		figure(figEmployees, e.Employees, e.EmployeesHidden || e.EmployeesSummed, e.Source),
		figure(figWorkforce, e.Workforce, false, e.Source),
		figure(figShare, Share(e.Employees, e.Workforce), true, e.Source),
	)
}

func (d *Department) figures(e *Edition) []Figure {
	described := len(d.Described)
	inDescribed := 0
	var sources []*Source
	for _, p := range d.Described {
		inDescribed += len(p.Staff)
		sources = append(sources, staffSources(p.Staff, p.Source)...)
	}
	whole, from := len(d.Staff) > 1, staffSources(d.Staff, d.Source)
	if len(d.Staff) == 0 && inDescribed > 0 {
		whole, from = true, sources // a sum of ours, even of one: the source says it of a project
	}
	fs := []Figure{
		figure(figDepartmentInPlan, d.Projects, false, d.Source),
		figure(figDepartmentDescribed, Count(described), true, d.Source),
		figure(figDepartmentToDescribe, e.AccountOf(d).ToDescribe, true, d.Source),
		figure(figDepartmentEmployees, d.Staffing(), whole, from...),
		figure(figDepartmentInDescribed, d.DescribedStaffing(), true, append(sources, d.Source)...),
	}
	fs = append(fs, figure(figDepartmentWorkforce, d.Workforce, false, d.Source), figure(figDepartmentShare, Share(d.Staffing(), d.Workforce), true, append(from, d.Source)...))
	for _, s := range d.Staff {
		fs = append(fs, figure(figDepartmentProfile, s.Employees, false, s.Source).of("<id>", "<profilo>", s.Profile))
	}
	for i := range fs {
		fs[i] = fs[i].of(d.ID, "<settore>", d.Name)
	}
	return fs
}

func (p *Project) figures() []Figure {
	fs := []Figure{
		figure(figProjectEmployees, p.Staffing(), len(p.Staff) > 1, staffSources(p.Staff, p.Source)...),
		figure(figProjectDays, p.DaysPerMonth, false, p.Source),
	}
	for _, s := range p.Staff {
		fs = append(fs, figure(figProjectProfile, s.Employees, false, s.Source).of("<id>", "<profilo>", s.Profile))
	}
	for i := range fs {
		fs[i] = fs[i].of(p.ID, "<progetto>", p.Title)
	}
	return fs
}

// staffSources returns the sources of the profiles, or of what they belong to
// when there are none.
func staffSources(profiles []*StaffProfile, owner *Source) []*Source {
	if len(profiles) == 0 {
		return []*Source{owner}
	}
	sources := make([]*Source, len(profiles))
	for i, s := range profiles {
		sources[i] = s.Source
	}
	return sources
}
