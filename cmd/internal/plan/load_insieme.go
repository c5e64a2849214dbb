// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
)

// A sharing is a project of several settori, and where it says so.
type sharing struct {
	table   *table
	project *Project
}

// checkSharing reports settori that are not there among those that share a
// project, and people who are the same as each other and counted nowhere.
func (r *reading) checkSharing() {
	for _, s := range r.shared {
		for i, id := range s.project.With {
			own := s.project.Department != nil && s.project.Department.ID == id
			switch {
			case own:
				fault(s.table, s.table.itemAt("insieme_a", i), "contradiction", fmt.Sprintf("%s è già il settore del progetto", diag.Quote(id)), "togli questo id: qui vanno gli altri settori")
			case !slices.Contains(r.settori, id) && !r.partial && canBeName(id):
				hint := diag.DidYouMean(id, r.settori)
				if hint == "" {
					hint = "scrivi l'id di un settore, che è il nome del suo file senza .toml"
				}
				fault(s.table, s.table.itemAt("insieme_a", i), "unknown-department", fmt.Sprintf("in questa edizione non c'è il settore %s", diag.Quote(id)), hint)
			}
		}
	}
	counted := make(map[string]bool) // projects in which somebody is counted
	for _, p := range r.edition.AllProjects() {
		counted[p.ID] = slices.ContainsFunc(p.Staff, func(s *StaffProfile) bool { return s.SameAs == "" })
	}
	for _, n := range r.named {
		if _, there := r.projects[*n.id]; n.key == "stesse_persone" && there && !counted[*n.id] {
			fault(n.table, n.table.at(n.key), "contradiction", fmt.Sprintf("nel progetto %s queste persone non sono contate", diag.Quote(*n.id)),
				"scrivi l'id del progetto che le conta, oppure togli la riga")
		}
	}
}

// What the projects of no single settore are called.
const (
	Outside       = "Fuori dai settori"
	OfSeveral     = "Di più settori"
	OutsideOrMore = "Di più settori o di nessuno"
	// NotCounted are those that the source does not count settore by settore: they
	// may well be of one that it speaks of.
	NotCounted = "Non contati per settore"
)

// Several reports whether p has no settore of its own, but some that share it.
func (p *Project) Several() bool { return p.Department == nil && len(p.With) > 0 }

// Loose names the projects of e that have no settore of their own.
func (e *Edition) Loose() string {
	several := 0
	for _, p := range e.Transversal {
		if p.Several() {
			several++
		}
	}
	switch several {
	case 0:
		return Outside
	case len(e.Transversal):
		return OfSeveral
	}
	return OutsideOrMore
}

// Place names the settore of p, or those that share it.
func (e *Edition) Place(p *Project) string {
	if p.Department != nil {
		return p.Department.Name
	}
	var names []string
	for _, d := range e.SharedWith(p) {
		names = append(names, d.Name)
	}
	if len(names) == 0 {
		return Outside
	}
	return strings.Join(names, " · ")
}

// SharedWith returns the settori that share p besides its own, in their order.
func (e *Edition) SharedWith(p *Project) []*Department {
	var out []*Department
	for _, d := range e.Departments {
		if slices.Contains(p.With, d.ID) {
			out = append(out, d)
		}
	}
	return out
}

// Shared returns the projects of others that d shares: they are counted there.
func (e *Edition) Shared(d *Department) []*Project { return e.shared()[d.ID] }

// shared returns the projects of others that each settore shares, by its id. Who
// asks of every settore asks once.
func (e *Edition) shared() map[string][]*Project {
	out := map[string][]*Project{}
	for _, p := range e.AllProjects() {
		for i, id := range p.With {
			if !slices.Contains(p.With[:i], id) {
				out[id] = append(out[id], p)
			}
		}
	}
	return out
}

// countedTwice returns how many times a project may have been counted again,
// since each of the settori that share it may have it in its count. One whose
// own described projects are all that it counts has not.
func (e *Edition) countedTwice() int {
	n, shared := 0, e.shared()
	for _, d := range e.Departments {
		if d.Projects.Precision != Exact || d.Projects.Number > len(d.Described) {
			n += len(shared[d.ID])
		}
	}
	return n
}
