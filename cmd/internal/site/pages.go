// SPDX-License-Identifier: EUPL-1.2

package site

import "vetro/cmd/internal/plan"

// jobs lists every page of the site and fills in b.addresses, which links in
// prose are resolved against.
func (b *builder) jobs() []job {
	var out []job
	add := func(address, template string, e *plan.Edition, view func(page) (any, error)) page {
		p := page{b: b, file: fileOf(address), address: address, edition: e}
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
	add(glossaryAddress, "glossario", current, func(p page) (any, error) { return p.glossaryPage() })
	add(legalAddress, "note-legali", current, func(p page) (any, error) { return p.legalPage() })
	add(verifyAddress, "verifica", current, func(p page) (any, error) { return p.verifyPage() })
	add(mapAddress, "mappa", current, func(p page) (any, error) { return p.mapPage() })
	add("/"+notFoundFile, "404", current, func(p page) (any, error) { return p.notFoundPage() })
	return out
}

type adder func(address, template string, e *plan.Edition, view func(page) (any, error)) page

// addHome puts the newest approved edition on the home page. Its links are its
// own; its canonical address is the edition's.
func (b *builder) addHome(current *plan.Edition, add adder) {
	if current == nil || current.State != plan.Approved {
		add(homeAddress, "attesa", current, func(p page) (any, error) { return p.waitingPage() })
		return
	}
	add(homeAddress, "edizione", current, func(p page) (any, error) {
		p.address = editionAddress(current)
		return p.editionPage()
	})
}

func (b *builder) addEdition(e *plan.Edition, add adder) {
	add(editionAddress(e), "edizione", e, func(p page) (any, error) { return p.editionPage() })
	add(departmentsAddress(e), "settori", e, func(p page) (any, error) { return p.departmentsPage() })
	for i, d := range e.Departments {
		previous, next := neighbours(e.Departments, i)
		add(departmentAddress(e, d), "settore", e, func(p page) (any, error) { return p.departmentPage(d, previous, next) })
	}
	add(projectsAddress(e), "progetti", e, func(p page) (any, error) { return p.projectsPage() })
	if statesProgress(e) {
		for _, s := range progressStates() {
			add(progressAddress(e, s), "avanzamento", e, func(p page) (any, error) { return p.progressPage(s) })
		}
	}
	projects := e.AllProjects()
	for i, project := range projects {
		previous, next := neighbours(projects, i)
		add(projectAddress(e, project), "progetto", e, func(p page) (any, error) { return p.projectPage(project, previous, next) })
	}
	add(dataAddress(e), "dati", e, func(p page) (any, error) { return p.dataPage() })
	add(dictionaryAddress(e), "dizionario", e, func(p page) (any, error) { return p.dictionaryPage() })
	add(changesAddress(e), "cosa-cambia", e, func(p page) (any, error) { return p.changesPage() })
	add(printAddress(e), "stampa", e, func(p page) (any, error) { return p.printPage() })
	charts := b.charts[e]
	if len(charts) == 0 {
		return
	}
	add(chartsAddress(e), "grafici", e, func(p page) (any, error) { return p.chartsPage() })
	for i, c := range charts {
		previous, next := neighbours(charts, i)
		add(chartAddress(e, c.Chart), "grafico", e, func(p page) (any, error) { return p.chartPage(c, previous, next) })
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
