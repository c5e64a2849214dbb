// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"fmt"
	"reflect"
	"testing/fstest"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// hostileInput is a publication whose every text is s, found by reflection so
// that a field added later is filled too; only what must be a slug is left.
func hostileInput(s string) Input {
	source := &plan.Source{ID: "fonte"}
	profile := func() *plan.StaffProfile {
		return &plan.StaffProfile{Employees: plan.Quantity{Precision: plan.UpTo, Number: 3}, Source: source}
	}
	indicator := &plan.Indicator{
		Baseline: &plan.YearValue{Year: 2021, Value: 1}, Targets: []plan.YearValue{{Year: 2023, Value: 3}},
		Results: []plan.YearValue{{Year: 2022, Value: 2}}, Source: source,
	}
	project := func(id string) *plan.Project {
		return &plan.Project{
			ID: id, Source: source, Activities: []string{""}, Goals: []string{""}, Progress: plan.Ongoing,
			Staff: []*plan.StaffProfile{profile(), profile()}, Indicators: []*plan.Indicator{indicator},
			Conditions:   plan.Conditions{Organisational: []string{""}, Technological: []string{""}, Training: []string{""}, Safety: []string{""}},
			DaysPerMonth: plan.Quantity{Precision: plan.InWords},
		}
	}
	department := &plan.Department{
		ID: "settore", Projects: plan.Count(4), Offices: []string{""}, Activities: []string{""},
		Staff: []*plan.StaffProfile{profile()}, Source: source, Described: []*plan.Project{project("uno"), project("due")},
	}
	e := &plan.Edition{
		ID: "2022", State: plan.Approved, ProjectsInPlan: plan.Count(9), Employees: plan.Quantity{Precision: plan.InWords},
		Source: source, Transversal: []*plan.Project{project("tre")}, Departments: []*plan.Department{department},
		Attachments: []*plan.Attachment{{File: "atto.pdf"}},
		Corrections: []*plan.Correction{{Date: tomldoc.Date{Year: 2023, Month: 1, Day: 2}, Project: "uno"}, {Date: tomldoc.Date{Year: 2023, Month: 1, Day: 2}}},
		Renames:     []*plan.Rename{{Kind: plan.RenamedProject, From: "zero", To: "uno"}},
	}
	pub := &plan.Publication{
		Municipality: &plan.Municipality{Placement: []string{""}}, Sources: []*plan.Source{source},
		Glossary: []*plan.Term{{ID: "voce", Forms: []string{""}}}, Editions: []*plan.Edition{e},
	}
	fill(reflect.ValueOf(pub), s, map[uintptr]bool{})
	// Addresses get the schemes that run code.
	m := pub.Municipality
	m.BaseURL = ""
	m.Links.Site, m.Links.Transparency, m.Links.Corrections = "javascript:alert(1)", "data:text/html,x", " javascript:alert(1)"
	m.Contacts.Phone = `+39 0"><script>`
	e.Act.File = ""
	source.URL, e.Act.URL = "javascript:alert(1)", "vbscript:x"
	for _, p := range e.AllProjects() {
		p.Department = nil
	}
	for _, p := range department.Described {
		p.Department = department
	}
	content := fstest.MapFS{"2022/allegati/atto.pdf": {Data: []byte("%PDF-1.4")}}
	return Input{Publication: pub, Draw: draw, Version: s, Content: content}
}

// fill sets every empty string reachable from v to s.
func fill(v reflect.Value, s string, seen map[uintptr]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Pointer()] {
			seen[v.Pointer()] = true
			fill(v.Elem(), s, seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), s, seen)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), s, seen)
		}
	case reflect.String:
		if v.String() == "" {
			v.SetString(s)
		}
	}
}

// bigInput is a plan of n fully described projects in ten settori.
func bigInput(n int) Input {
	source := &plan.Source{ID: "piano", Title: "Piano", Kind: "atto"}
	e := &plan.Edition{ID: "2022", Title: "Piano per il Lavoro Agile", State: plan.Approved, ProjectsInPlan: plan.Count(n), Source: source}
	for i := range 10 {
		e.Departments = append(e.Departments, &plan.Department{
			ID: fmt.Sprintf("settore-%d", i), Name: fmt.Sprintf("Settore %d", i), NameSource: true, Source: source,
		})
	}
	for i := range n {
		d := e.Departments[i%10]
		d.Described = append(d.Described, &plan.Project{
			ID: fmt.Sprintf("progetto-%d", i), Title: fmt.Sprintf("Progetto %d", i), Department: d, Source: source,
			Summary: "Un progetto di prova.", Goals: []string{"Provare"}, Activities: []string{"Prova"}, Progress: plan.Ongoing,
			Staff: []*plan.StaffProfile{{Profile: "Impiegati", Employees: plan.Count(3), Source: source}},
		})
		d.Projects = plan.Count(len(d.Described))
	}
	return Input{
		Publication: &plan.Publication{
			Municipality: &plan.Municipality{Name: "Comune di Prova"}, Sources: []*plan.Source{source}, Editions: []*plan.Edition{e},
		},
		Draw: draw, Version: "prova",
	}
}
