// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"vetro/cmd/internal/plan"
)

// project compares p with what it was, or tells that it was not there.
func (c *comparison) project(p *plan.Project) {
	old := c.links.oldProject[p.ID]
	s := projectSubject(p)
	if old == nil {
		c.begin(s)
		c.newProject(p)
		return
	}
	s.OldID = old.ID
	c.begin(s)
	c.titles(old, p)
	c.moved(old, p)
	c.progress(old.Progress, p.Progress)
	c.texts(old, p)
	c.quantity(DaysChanged, []string{"giornate_al_mese"}, s.in(), "le giornate agili al mese", old.DaysPerMonth, p.DaysPerMonth)
	c.quantity(CountChanged, []string{"costo"}, s.in(), "il costo in euro", old.Cost, p.Cost)
	c.quantity(CountChanged, []string{"finanziamento"}, s.in(), "il finanziamento in euro", old.Funding, p.Funding)
	c.period("inizio", "inizia", old.Start, p.Start)
	c.period("fine", "finisce", old.End, p.End)
	c.staff(old.Staff, p.Staff)
	c.indicators(old, p)
	c.ownSource(old.Source, p.Source, []string{"fonte"}, "per "+s.name())
	c.computed("progetto." + p.ID)
}

func projectSubject(p *plan.Project) Subject {
	s := Subject{Scope: Project, ID: p.ID, Title: clean(p.Title)}
	if p.Department != nil {
		s.Department, s.DepartmentName = p.Department.ID, clean(p.Department.Name)
	} else if p.Several() {
		s.DepartmentName = plan.OfSeveral
	}
	return s
}

func projectValue(p *plan.Project) Value { return Value{Text: clean(p.Title), ID: p.ID} }

// whole reports whether e describes all the projects that it counts: one that
// it does not describe is then not in the plan.
func whole(e *plan.Edition) bool { return e.ProjectsInPlan == plan.Count(len(e.AllProjects())) }

func (c *comparison) newProject(p *plan.Project) {
	kind, s := ProjectAdded, "C’è un nuovo progetto"
	if !whole(c.a) {
		kind, s = ProjectDescribed, "È descritto per la prima volta un progetto"
	}
	if p.Department == nil {
		s += " che non appartiene a un solo settore: " + quote(p.Title) + "."
	} else {
		s += " nel settore " + quote(p.Department.Name) + ": " + quote(p.Title) + "."
	}
	c.add(kind, nil, Value{}, projectValue(p), s).Project = p
}

// goneProject tells that p is no longer there, if so.
func (c *comparison) goneProject(p *plan.Project) {
	if c.links.newProject[p.ID] != nil {
		return
	}
	subject := projectSubject(p)
	subject.OldID = p.ID
	if d := c.links.expected(p.Department); d != nil {
		subject.Department, subject.DepartmentName = d.ID, clean(d.Name)
	}
	c.begin(subject)
	kind, s := ProjectGone, " non è più nel piano"
	if !whole(c.b) {
		kind, s = ProjectUndescribed, " non è più descritto"
	}
	if p.Progress == plan.Completed {
		s += ": nell’edizione " + c.a.ID + " era concluso"
	}
	c.add(kind, nil, projectValue(p), Value{}, upperFirst(subject.name())+s+".").Project = p
}

// titles compares title and id.
func (c *comparison) titles(old, p *plan.Project) {
	before, after := clean(old.Title), clean(p.Title)
	if before != after {
		s := "Il progetto " + quote(before) + " ora si chiama " + quote(after) + "."
		if fold(before) == fold(after) {
			s = "Il titolo del progetto è ora scritto così: " + quote(after) + "."
		}
		c.add(ProjectRetitled, []string{"titolo"}, textValue(before), textValue(after), s)
	}
	if old.ID != p.ID {
		c.add(ProjectRenamed, []string{"id"}, Value{Text: old.ID, ID: old.ID}, Value{Text: p.ID, ID: p.ID},
			"Il progetto "+quote(after)+" ha un nuovo indirizzo: finiva con "+quote(old.ID)+", ora finisce con "+quote(p.ID)+".")
	}
}

// moved tells that a project has passed to another settore. Where its settore
// only has another name, or became a part of one other, it has not.
func (c *comparison) moved(old, p *plan.Project) {
	from, to := old.Department, p.Department
	expected := c.links.expected(from)
	if to == expected && (from == nil || expected != nil) {
		return
	}
	var before, after Value
	s := upperFirst(c.subject.name())
	switch {
	case from == nil:
		after = departmentValue(to)
		s += ", che non apparteneva a un solo settore, ora è del settore " + quote(to.Name) + "."
	case to == nil:
		before = departmentValue(from)
		s += " era del settore " + quote(from.Name) + "; ora non appartiene a un solo settore."
	default:
		before, after = departmentValue(from), departmentValue(to)
		s += " passa dal settore " + quote(from.Name) + " al settore " + quote(to.Name) + "."
	}
	c.add(ProjectMoved, []string{"settore"}, before, after, s)
}

func (c *comparison) progress(before, after plan.Progress) {
	if before == after {
		return
	}
	name := upperFirst(c.subject.name())
	kind, s := ProgressChanged, name+" era "+before.String()+", ora è "+after.String()+"."
	switch {
	case after == plan.ProgressUnknown:
		s = "La fonte non dice più a che punto è " + c.subject.name() + ": prima era " + before.String() + "."
	case after == plan.Completed && before == plan.ProgressUnknown:
		kind, s = ProjectCompleted, name+" è concluso; prima la fonte non diceva a che punto era."
	case after == plan.Completed:
		kind, s = ProjectCompleted, name+" si è concluso: prima era "+before.String()+"."
	case before == plan.ProgressUnknown:
		s = "Ora si sa a che punto è " + c.subject.name() + ": è " + after.String() + "."
	case after == plan.Suspended:
		s = name + " è stato sospeso: prima era " + before.String() + "."
	case before == plan.Suspended && after == plan.Ongoing:
		s = name + " riparte: era sospeso, ora è in corso."
	case before == plan.NotStarted && after == plan.Ongoing:
		s = name + " è partito: era da avviare, ora è in corso."
	}
	c.add(kind, []string{"avanzamento"}, progressValue(before), progressValue(after), s)
}

func progressValue(p plan.Progress) Value { return Value{Text: p.String()} }

// texts compares what is written of a project.
func (c *comparison) texts(old, p *plan.Project) {
	c.text("sintesi", "la sintesi", old.Summary, p.Summary)
	c.text("servizio", "il servizio", old.Service, p.Service)
	c.list("attivita", "le attività", old.Activities, p.Activities)
	c.list("obiettivi", "gli obiettivi", old.Goals, p.Goals)
	was, is := old.Conditions, p.Conditions
	c.list("condizioni.organizzative", "le condizioni organizzative", was.Organisational, is.Organisational)
	c.list("condizioni.tecnologiche", "le condizioni tecnologiche", was.Technological, is.Technological)
	c.list("condizioni.formative", "le condizioni formative", was.Training, is.Training)
	c.list("condizioni.sicurezza", "le condizioni di sicurezza", was.Safety, is.Safety)
	c.list("insieme_a", "gli altri settori che lo svolgono", old.With, p.With)
	c.text("responsabile", "il responsabile", old.Responsible, p.Responsible)
	c.text("fonte_finanziamento", "la fonte del finanziamento", old.FundedBy, p.FundedBy)
	c.list("collegamenti", "le pagine da leggere", pagesOf(old), pagesOf(p))
	c.text("senza_indicatori", "il motivo per cui non ci sono indicatori", old.NoIndicators, p.NoIndicators)
	c.text("contributo", "il contributo", old.Contribution, p.Contribution)
	c.text("nota", "la nota", old.Note, p.Note)
}

// period compares when a project begins or ends.
func (c *comparison) period(key, verb, before, after string) {
	var s string
	switch {
	case before == after:
		return
	case before == "":
		s = "Ora si sa quando " + verb + " " + c.subject.name() + ": " + month(after) + "."
	case after == "":
		s = "La fonte non dice più quando " + verb + " " + c.subject.name() + ": prima " + month(before) + "."
	default:
		s = "Cambia quando " + verb + " " + c.subject.name() + ": prima " + month(before) + ", ora " + month(after) + "."
	}
	c.add(PeriodChanged, []string{key}, Value{Text: before}, Value{Text: after}, s)
}

// pagesOf are the pages that speak of p.
func pagesOf(p *plan.Project) []string {
	var out []string
	for _, l := range p.Links {
		out = append(out, l.Title+": "+l.URL)
	}
	return out
}
