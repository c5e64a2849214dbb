// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"strings"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// A redirectView is the data of rinomina.html: what stands at an address that
// something has left. It is a page, since a static host may offer nothing
// better; browsers go on by themselves, and whoever turned that off finds a
// link.
type redirectView struct {
	Layout
	Target Link
}

// redirectTemplate is the template of pages that only lead elsewhere.
const redirectTemplate = "rinomina"

// addRedirects adds a page at each old address of e that nothing else stands at.
func (b *Builder) addRedirects(e *plan.Edition, add adder) {
	lead := func(from, to, title string) {
		if from == to || b.addresses[from] || !b.addresses[to] {
			return
		}
		add(from, redirectTemplate, e, func(p page) (any, error) { return p.redirectPage(to, title), nil })
	}
	for _, r := range e.Renames {
		switch r.Kind {
		case plan.RenamedProject:
			title := r.To
			for _, project := range e.AllProjects() {
				if project.ID == r.To {
					title = project.Title
				}
			}
			lead(route.Project.At(e.ID, r.From), route.Project.At(e.ID, r.To), title)
			lead(route.Chart.At(e.ID, staffChartPrefix+r.From), route.Chart.At(e.ID, staffChartPrefix+r.To), title)
		case plan.RenamedDepartment:
			title := r.To
			for _, d := range e.Departments {
				if d.ID == r.To {
					title = d.Name
				}
			}
			lead(route.Department.At(e.ID, r.From), route.Department.At(e.ID, r.To), title)
		case plan.RenamedPage:
			title := r.To
			for _, n := range b.narrative {
				if n.Address() == route.EditionPage.At(e.ID, r.To) {
					title = n.Title
				}
			}
			lead(route.EditionPage.At(e.ID, r.From), route.EditionPage.At(e.ID, r.To), title)
		}
	}
}

func (p page) redirectPage(to, title string) *redirectView {
	heading := "Questa pagina ha cambiato indirizzo"
	v := &redirectView{
		Layout: p.layout(heading, "Il nuovo indirizzo porta a «"+title+"».",
			"Il contenuto di questa pagina si trova ora a un altro indirizzo.", step{heading, p.address}),
		Target: Link{Label: "Vai a «" + title + "»", Href: p.link(to)},
	}
	// Whoever indexes or cites the old page is told the new one.
	v.Canonical, v.CiteAs = p.absolute(to), p.citation(title, to)
	v.LinkedData = nil // what is worth describing is there
	v.Refresh = v.Target.Href
	return v
}

// redirects reports whether a page only leads elsewhere.
func (j job) redirects() bool { return strings.HasPrefix(j.template, redirectTemplate) }
