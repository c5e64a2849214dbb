// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"cmp"
	"slices"

	"vetro/cmd/internal/change"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// maxHighlights is how many projects the home page tells of.
const maxHighlights = 3

// A Highlight is a project in a line, with one figure as it was and as it is.
type Highlight struct {
	ID      string
	Title   string
	Href    string
	Place   string // its settore
	Summary string // said instead of the figure, where there is none
	Measure *Measure
}

// highlights chooses the projects that the home page tells of: those that the
// plan features, or else one that has reached its target, one that is new and
// the one with most people, of different settori.
func (p page) highlights() []Highlight {
	e := p.edition
	var out []Highlight
	for _, project := range chosen(e, p.added()) {
		h := Highlight{ID: "progetto-" + project.ID, Title: project.Title, Href: p.link(route.Project.At(e.ID, project.ID)), Place: e.Place(project)}
		if i := tellingIndicator(project); i != nil {
			h.Measure = measureOf(i, smallCanvas)
		} else {
			h.Summary = project.Summary
		}
		out = append(out, h)
	}
	return out
}

// added are the projects that were not in the edition before.
func (p page) added() map[*plan.Project]bool {
	out := map[*plan.Project]bool{}
	list, _ := p.b.compared(p.edition)
	for _, c := range list.Changes {
		if c.Kind == change.ProjectAdded {
			out[c.Project] = true
		}
	}
	return out
}

// chosen returns the projects to tell of; added are the new ones.
func chosen(e *plan.Edition, added map[*plan.Project]bool) []*plan.Project {
	var featured, telling []*plan.Project
	for _, d := range e.Departments {
		if best := ranked(d.Described); d.Featured && len(best) > 0 {
			featured = append(featured, best[0])
		}
	}
	for _, project := range e.AllProjects() {
		if project.Featured && !slices.Contains(featured, project) {
			featured = append(featured, project)
		}
		if tellingIndicator(project) != nil {
			telling = append(telling, project)
		}
	}
	if len(featured) > 0 {
		return featured[:min(len(featured), maxHighlights+1)]
	}
	var out []*plan.Project
	pick := func(is func(*plan.Project) bool) {
		for _, project := range ranked(telling) {
			elsewhere := !slices.ContainsFunc(out, func(o *plan.Project) bool {
				return o == project || o.Department == project.Department && o.Department != nil
			})
			if len(out) < maxHighlights && elsewhere && is(project) {
				out = append(out, project)
				return
			}
		}
	}
	pick(func(project *plan.Project) bool { met, _ := tellingIndicator(project).Met(); return met })
	pick(func(project *plan.Project) bool { return added[project] })
	for range maxHighlights {
		pick(func(*plan.Project) bool { return true })
	}
	return out
}

// ranked sorts projects: those with a figure to tell first, of these the ones with
// most people.
func ranked(projects []*plan.Project) []*plan.Project {
	rank := func(project *plan.Project) int {
		n := 0
		if q := project.Staffing(); q.Known() {
			n = q.Number
		}
		if tellingIndicator(project) != nil {
			n += 1_000_000
		}
		return n
	}
	out := slices.Clone(projects)
	slices.SortStableFunc(out, func(a, b *plan.Project) int { return cmp.Compare(rank(b), rank(a)) })
	return out
}

// tellingIndicator is the first indicator of a project that has a first and a last
// value and a way that is good; nil where there is none.
func tellingIndicator(project *plan.Project) *plan.Indicator {
	for _, i := range project.Indicators {
		last, ok := i.Result()
		if ok && i.Baseline != nil && i.Baseline.Measured() && last.Measured() && i.Operator != plan.OperatorUnknown && len(i.Targets) > 0 {
			return i
		}
	}
	return nil
}
