// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// listJobs lists every page of the site and fills in b.addresses, which links in
// prose are resolved against.
func (b *Builder) listJobs() []job {
	var out []job
	add := func(address, template string, e *plan.Edition, view func(page) (any, error)) page {
		p := page{b: b, file: route.File(address), address: address, edition: e}
		b.addresses[address] = true
		out = append(out, job{p.file, address, e, template, func() (any, error) { return view(p) }})
		return p
	}
	current := b.current()
	b.addHome(current, add)
	for _, e := range b.shown {
		b.addEdition(e, add)
	}
	for _, n := range b.narrative {
		e := current
		for _, s := range b.shown {
			if s.ID == n.Edition {
				e = s
			}
		}
		add(n.Address(), "narrativa", e, func(p page) (any, error) { return p.narrativePage(n) })
	}
	for _, e := range b.shown {
		b.addRedirects(e, add)
	}
	add(route.Glossary.At(), "glossario", current, func(p page) (any, error) { return p.glossaryPage(), nil })
	add(route.Legal.At(), "note-legali", current, func(p page) (any, error) { return p.legalPage(), nil })
	add(route.Verify.At(), "verifica", current, func(p page) (any, error) { return p.verifyPage(), nil })
	add(route.Map.At(), "mappa", current, func(p page) (any, error) { return p.mapPage(), nil })
	add(route.Search.At(), "cerca", current, func(p page) (any, error) { return p.searchPage(), nil })
	add("/"+route.NotFoundFile, "404", current, func(p page) (any, error) { return p.notFoundPage() })
	return out
}

type adder func(address, template string, e *plan.Edition, view func(page) (any, error)) page

// addHome puts the newest approved edition on the home page. Its links are its
// own; its canonical address is the edition's.
func (b *Builder) addHome(current *plan.Edition, add adder) {
	if current == nil || current.State != plan.Approved {
		add(route.Home.At(), "attesa", current, func(p page) (any, error) { return p.waitingPage(), nil })
		return
	}
	add(route.Home.At(), "edizione", current, func(p page) (any, error) {
		p.address = route.Edition.At(current.ID)
		return p.editionPage(), nil
	})
}

func (b *Builder) addEdition(e *plan.Edition, add adder) {
	add(route.Edition.At(e.ID), "edizione", e, func(p page) (any, error) { return p.editionPage(), nil })
	add(route.Departments.At(e.ID), "settori", e, func(p page) (any, error) { return p.departmentsPage(), nil })
	for i, d := range e.Departments {
		previous, next := neighbours(e.Departments, i)
		add(route.Department.At(e.ID, d.ID), "settore", e, func(p page) (any, error) { return p.departmentPage(d, previous, next), nil })
	}
	add(route.Projects.At(e.ID), "progetti", e, func(p page) (any, error) { return p.projectsPage(), nil })
	if statesProgress(e) {
		for _, s := range progressStates(e) {
			add(s.kind.At(e.ID), "avanzamento", e, func(p page) (any, error) { return p.progressPage(s), nil })
		}
	}
	projects := e.AllProjects()
	for i, project := range projects {
		previous, next := neighbours(projects, i)
		add(route.Project.At(e.ID, project.ID), "progetto", e, func(p page) (any, error) { return p.projectPage(project, previous, next) })
	}
	add(route.Data.At(e.ID), "dati", e, func(p page) (any, error) { return p.dataPage(), nil })
	add(route.Dictionary.At(e.ID), "dizionario", e, func(p page) (any, error) { return p.dictionaryPage(), nil })
	add(route.Changes.At(e.ID), "cosa-cambia", e, func(p page) (any, error) { return p.changesPage(), nil })
	add(route.Print.At(e.ID), "stampa", e, func(p page) (any, error) { return p.printPage() })
	for _, d := range sheets(e) {
		add(route.PrintSheet.At(e.ID, d.ID), "stampa-settore", e, func(p page) (any, error) { return p.printSheet(d) })
	}
	charts := b.charts[e]
	if len(charts) == 0 {
		return
	}
	add(route.Charts.At(e.ID), "grafici", e, func(p page) (any, error) { return p.chartsPage(), nil })
	for i, c := range charts {
		previous, next := neighbours(charts, i)
		add(route.Chart.At(e.ID, c.Chart.ID), "grafico", e, func(p page) (any, error) { return p.chartPage(c, previous, next), nil })
		add(route.Embed.At(e.ID, c.Chart.ID), embedTemplate, e, func(p page) (any, error) { return p.embedPage(c), nil })
	}
}

// neighbours returns the items before and after all[i], nil at the ends.
func neighbours[T any](all []*T, i int) (previous, next *T) {
	if i > 0 {
		previous = all[i-1]
	}
	if i+1 < len(all) {
		next = all[i+1]
	}
	return previous, next
}
