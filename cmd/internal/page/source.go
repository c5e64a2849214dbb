// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// A SourceItem is a document that figures come from.
type SourceItem struct {
	ID      string
	Title   string
	Href    string
	Details template.HTML
	Note    string
}

// sourceItems lists the documents quoted by e, in the order of fonti.toml.
func (p page) sourceItems(e *plan.Edition) []SourceItem {
	var out []SourceItem
	for _, s := range quoted(p.b.in.Publication, e) {
		var details []string
		for _, detail := range []string{s.Kind, s.Publisher, s.DateText} {
			if detail != "" {
				details = append(details, template.HTMLEscapeString(detail))
			}
		}
		if d := dateOf(s.Date); d.ISO != "" {
			if s.DateText != "" {
				details = details[:len(details)-1]
			}
			details = append(details, string(timeOf(d.ISO)))
		}
		out = append(out, SourceItem{
			ID: "fonte-" + s.ID, Title: s.Title, Href: outside(s.URL),
			Details: template.HTML(strings.Join(details, ", ")), Note: strings.TrimSuffix(s.Note, "."),
		})
	}
	return out
}

// quoted returns the sources that something of e comes from.
func quoted(pub *plan.Publication, e *plan.Edition) []*plan.Source {
	used := map[*plan.Source]bool{}
	use := func(s *plan.Source) { used[s] = true }
	staff := func(all []*plan.StaffProfile) {
		for _, s := range all {
			use(s.Source)
		}
	}
	use(e.Source)
	for _, d := range e.Departments {
		use(d.Source)
		staff(d.Staff)
	}
	for _, project := range e.AllProjects() {
		use(project.Source)
		staff(project.Staff)
		for _, i := range project.Indicators {
			use(i.Source)
		}
	}
	for _, f := range e.Figures() {
		use(f.Source)
	}
	var out []*plan.Source
	for _, s := range pub.Sources {
		if used[s] {
			out = append(out, s)
		}
	}
	return out
}

// citation is how to cite a page: who, what, edition, date, address.
func (p page) citation(title, address string) string {
	e := p.edition
	var parts []string
	if p.confirmed() || p.b.muni.Fictional {
		parts = append(parts, p.b.muni.Name)
	}
	parts = append(parts, "«"+title+"»")
	if title != e.Title {
		parts = append(parts, e.Title)
	}
	parts = append(parts, "edizione "+e.ID)
	if !p.confirmed() && !p.b.muni.Fictional {
		parts = append(parts, "ricostruzione non ufficiale")
	}
	if d := dateOf(e.Updated); d.Text != "" {
		parts = append(parts, "aggiornamento"+italian.OfDay(d.Text))
	}
	if absolute := p.absolute(address); absolute != "" {
		parts = append(parts, absolute)
	}
	return strings.Join(parts, ", ")
}
