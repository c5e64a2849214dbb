// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"vetro/cmd/internal/plan"
)

// facts is all that a comparison covers of an edition, one fact a key. It is made
// without the code under test: what it holds is what apply must be able to
// rebuild from one edition and the changes alone.
type facts map[string]string

func (f facts) set(value string, path ...string) {
	key := strings.Join(path, "/")
	if value == "" {
		delete(f, key)
		return
	}
	f[key] = value
}

func (f facts) setList(list []string, path ...string) {
	unique := map[string]bool{}
	for _, s := range list {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			unique[s] = true
		}
	}
	f.set(strings.Join(slices.Sorted(maps.Keys(unique)), "\n"), path...)
}

func (f facts) setQuantity(q plan.Quantity, path ...string) {
	if q.Precision == plan.Missing {
		f.set("", path...)
		return
	}
	f.set(fmt.Sprintf("%d %d %s", q.Precision, q.Number, q.Text), path...)
}

// below returns the facts of prefix, without it.
func (f facts) cut(prefix string) facts {
	out := facts{}
	for k, v := range f {
		if rest, ok := strings.CutPrefix(k, prefix); ok {
			out[rest] = v
			delete(f, k)
		}
	}
	return out
}

func (f facts) paste(prefix string, g facts) {
	for k, v := range g {
		f[prefix+k] = v
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func factsOf(e *plan.Edition) facts {
	f := facts{}
	f.set(squeeze(e.Title), "piano", "titolo")
	f.set(squeeze(e.Summary), "piano", "sintesi")
	f.set(e.State.String(), "piano", "stato")
	f.setQuantity(e.ProjectsInPlan, "piano", "progetti_nel_piano")
	f.setQuantity(e.Employees, "piano", "dipendenti")
	f.setQuantity(e.Workforce, "piano", "dotazione")
	f.set(e.Source.ID, "piano", "fonte")
	f.set(squeeze(e.Note), "piano", "nota")
	f.set(day(e.InForceUntil), "piano", "in_vigore_fino")
	f.set(e.Frequency.String(), "piano", "frequenza")
	f.setAct(&e.Act)
	f.set(strconv.FormatBool(e.Act.Confirmed), "piano", "atto", "confermato")
	f.set(squeeze(e.Act.Note), "piano", "atto", "nota")
	for _, d := range e.Departments {
		f.paste("settore/"+d.ID+"/", departmentFacts(d))
	}
	for _, p := range e.AllProjects() {
		f.paste("progetto/"+p.ID+"/", projectFacts(p))
	}
	return f
}

func (f facts) setAct(a *plan.Act) {
	f.set(fmt.Sprintf("%v|%s|%s|%v|%s", a.Kind, squeeze(a.Body), squeeze(a.Number), a.Date, squeeze(a.DateText)), "piano", "atto")
}

func departmentFacts(d *plan.Department) facts {
	f := facts{"id": d.ID, "nome": squeeze(d.Name), "fonte": d.Source.ID, "nome_fonte": map[bool]string{true: "della fonte", false: "nostro"}[d.NameSource]}
	f.setQuantity(d.Projects, "progetti_nel_piano")
	f.setList(d.Offices, "uffici")
	f.setList(d.Activities, "attivita")
	f.set(squeeze(d.Note), "nota")
	f.setQuantity(d.Workforce, "dotazione")
	f.setStaff(d.Staff)
	return f
}

func (f facts) setStaff(staff []*plan.StaffProfile) {
	for _, s := range staff {
		f.setProfile(squeeze(s.Profile), s.Employees, s.Source.ID)
	}
}

func (f facts) setProfile(name string, q plan.Quantity, source string) {
	key := strings.ToLower(name)
	f.set(name, "personale", key, "profilo")
	f.set(source, "personale", key, "fonte")
	f.setQuantity(q, "personale", key, "dipendenti")
}

func projectFacts(p *plan.Project) facts {
	f := facts{"id": p.ID, "titolo": squeeze(p.Title), "fonte": p.Source.ID}
	if p.Department != nil {
		f["settore"] = p.Department.ID
	}
	f.set(squeeze(p.Summary), "sintesi")
	f.set(squeeze(p.Service), "servizio")
	f.setList(p.Activities, "attivita")
	f.setList(p.Goals, "obiettivi")
	f.setQuantity(p.DaysPerMonth, "giornate_al_mese")
	f.setList(p.Conditions.Organisational, "condizioni", "organizzative")
	f.setList(p.Conditions.Technological, "condizioni", "tecnologiche")
	f.setList(p.Conditions.Training, "condizioni", "formative")
	f.setList(p.Conditions.Safety, "condizioni", "sicurezza")
	f.set(squeeze(p.Contribution), "contributo")
	f.set(squeeze(p.NoIndicators), "senza_indicatori")
	f.setList(p.With, "insieme_a")
	for _, s := range p.Staff {
		key := strings.ToLower(squeeze(s.Profile))
		f.set(s.SameAs, "personale", key, "stesse_persone")
		f.setQuantity(s.Women, "personale", key, "donne")
		f.setQuantity(s.Men, "personale", key, "uomini")
		f.setQuantity(s.FullTime, "personale", key, "equivalenti")
	}
	f.set(squeeze(p.Responsible), "responsabile")
	f.setQuantity(p.Cost, "costo")
	f.setQuantity(p.Funding, "finanziamento")
	f.set(squeeze(p.FundedBy), "fonte_finanziamento")
	f.setList(pagesOf(p), "collegamenti")
	f.set(p.Start, "inizio")
	f.set(p.End, "fine")
	f.set(p.Progress.String(), "avanzamento")
	f.set(squeeze(p.Note), "nota")
	f.setStaff(p.Staff)
	for _, i := range p.Indicators {
		f.setIndicator(i)
	}
	return f
}

func (f facts) setIndicator(i *plan.Indicator) {
	at := func(path ...string) []string {
		return append([]string{"indicatori", strings.ToLower(squeeze(i.Name))}, path...)
	}
	f.set(squeeze(i.Name), at("nome")...)
	f.set(squeeze(i.Dimension), at("dimensione")...)
	f.set(squeeze(i.Unit), at("unita")...)
	f.set(i.Operator.String(), at("operatore")...)
	f.set(i.Source.ID, at("fonte")...)
	if i.Baseline != nil {
		f.set(i.Baseline.String()+" "+i.Baseline.When(), at("base")...)
	}
	f.set(squeeze(i.NoBaseline), at("senza_base")...)
	for _, v := range i.Targets {
		f.set(v.String(), at("obiettivi", v.When())...)
	}
	for _, v := range i.Results {
		f.set(v.String(), at("risultati", v.When())...)
	}
}

// apply carries out changes on the facts of the edition From. It reads nothing of
// the other edition but what the changes hold.
func apply(from facts, changes []Change) facts {
	f := maps.Clone(from)
	// What took the place of a source does so wherever it stands.
	replace := map[string]string{}
	for _, c := range changes {
		if c.Kind == SourceChanged && c.Subject.Scope == Plan && len(c.Path) == 2 {
			replace[c.Path[1]] = c.After.ID
		}
	}
	for k, v := range f {
		if is, ok := replace[v]; ok && (k == "fonte" || strings.HasSuffix(k, "/fonte")) {
			f[k] = is
		}
	}
	// Then what goes and what has another id, then all the rest.
	for _, c := range changes {
		switch c.Kind {
		case ProjectGone, ProjectUndescribed:
			f.cut("progetto/" + c.Subject.OldID + "/")
		case DepartmentGone, DepartmentUnmentioned:
			f.cut("settore/" + c.Subject.OldID + "/")
		}
		for _, id := range c.Ended {
			f.cut("settore/" + id + "/")
		}
	}
	cuts, now := map[string]facts{}, map[string]string{}
	for _, c := range changes {
		switch c.Kind {
		case ProjectRenamed, DepartmentRenamed:
			scope := c.Subject.Scope.String() + "/"
			cut := f.cut(scope + c.Before.ID + "/")
			cut["id"] = c.After.ID
			cuts[scope+c.After.ID+"/"] = cut
			if c.Kind == DepartmentRenamed {
				now[c.Before.ID] = c.After.ID
			}
		}
		for _, id := range c.Ended {
			now[id] = c.Subject.ID
		}
	}
	for prefix, cut := range cuts {
		f.paste(prefix, cut)
	}
	for k, v := range f {
		if is, ok := now[v]; ok && strings.HasPrefix(k, "progetto/") && strings.Count(k, "/") == 2 && strings.HasSuffix(k, "/settore") {
			f[k] = is
		}
	}
	for _, c := range changes {
		f.carryOut(c)
	}
	return f
}

// carryOut does one change that is neither of sources nor of ids.
func (f facts) carryOut(c Change) {
	prefix := c.Subject.Scope.String() + "/" + c.Subject.ID + "/"
	if c.Subject.Scope == Plan {
		prefix = "piano/"
	}
	part := f.cut(prefix)
	defer func() { f.paste(prefix, part) }()
	path := slices.Clone(c.Path)
	if len(path) > 1 && (path[0] == "personale" || path[0] == "indicatori") {
		path[1] = strings.ToLower(path[1])
	}
	switch c.Kind {
	case ProjectAdded, ProjectDescribed:
		part = projectFacts(c.Project)
	case DepartmentAdded, DepartmentMentioned, DepartmentMerged, DepartmentSplit:
		if c.Department != nil {
			part = departmentFacts(c.Department)
		}
	case ProjectMoved:
		part.set(c.After.ID, path...)
	case CountChanged, StaffChanged, DaysChanged:
		part.setQuantity(c.After.Quantity, path...)
	case ProfileAdded:
		part.setProfile(c.Path[1], c.After.Quantity, c.After.ID)
	case ProfileGone, IndicatorGone:
		part.cut(strings.Join(path, "/") + "/")
	case IndicatorAdded:
		part.setIndicator(c.Indicator)
	case ListChanged:
		part.setList(c.After.Items, path...)
	case ActChanged:
		if len(path) == 1 {
			g := facts{}
			g.setAct(c.After.Act)
			part["atto"] = g["piano/atto"]
		} else {
			part.set(map[string]string{"sì": "true", "no": "false"}[c.After.Text], path...)
		}
	case SourceChanged:
		if c.Subject.Scope != Plan || len(path) == 1 {
			part.set(c.After.ID, path...)
		}
	case BaselineChanged:
		part.set("", path...)
		if v := c.After.Measure; v != nil {
			part.set(v.String()+" "+v.When(), path...)
		}
	case TargetChanged, ResultChanged:
		part.set("", path...)
		if v := c.After.Measure; v != nil {
			part.set(v.String(), path...)
		}
	case ProjectRetitled, DepartmentRetitled, TextChanged, IndicatorChanged, PeriodChanged, ProgressChanged, ProjectCompleted,
		StateChanged, ValidityChanged, FrequencyChanged:
		part.set(c.After.Text, path...)
	case ProjectGone, ProjectUndescribed, ProjectRenamed, DepartmentGone, DepartmentUnmentioned, DepartmentRenamed:
	default:
		if !c.Computed {
			panic("apply does not know " + c.Kind)
		}
	}
}
