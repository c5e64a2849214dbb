// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"

	"vetro/cmd/internal/diag"
)

// corrections reads the [[rettifica]], newest first; of the same day, the one
// written last is the newest.
func (r *reading) corrections(t *table) {
	e := r.edition
	for _, s := range t.tables("rettifica") {
		c := &Correction{Date: s.date("data"), What: s.prose("cosa"), Why: s.prose("perche"), Project: s.slug("progetto")}
		inOrder(s, "data", c.Date, "della pubblicazione", e.Published)
		r.named = append(r.named, naming{s, "progetto", &c.Project})
		e.Corrections = append(e.Corrections, c)
	}
	slices.Reverse(e.Corrections)
	slices.SortStableFunc(e.Corrections, func(a, b *Correction) int { return b.Date.Compare(a.Date) })
}

// A naming is the id of a project, and the correction, document or group that
// names it.
type naming struct {
	table *table
	key   string
	id    *string
}

// checkCorrections reports corrections and documents of projects that are not
// there, and gives each the id that its project has now.
func (r *reading) checkCorrections() {
	for _, n := range r.named {
		id := r.edition.Renamed(RenamedProject, *n.id)
		if id == "" {
			continue
		}
		*n.id = id
		if _, ok := r.projects[id]; ok || r.partial || !canBeName(id) {
			continue
		}
		fault(n.table, n.table.at(n.key), "unknown-project", fmt.Sprintf("in questa edizione non c'è il progetto %s", diag.Quote(id)),
			r.otherProject(id, "scrivi l'id di un progetto dell'edizione, oppure togli la riga se riguarda tutto il piano"))
	}
}

// otherProject suggests a project of the edition in the place of id.
func (r *reading) otherProject(id, otherwise string) string {
	var ids []string
	for _, p := range r.edition.AllProjects() {
		ids = append(ids, p.ID)
	}
	if hint := diag.DidYouMean(id, ids); hint != "" {
		return hint
	}
	return otherwise
}
