// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"

	"vetro/cmd/internal/diag"
)

// checkCounts reports counts that contradict each other. Only what is certain
// is compared: "circa 5" contradicts nothing.
func (l *loader) checkCounts(t *table, e *Edition) {
	atLeast := 0 // projects that the settori have for certain
	for _, d := range e.Departments {
		described := len(d.Described)
		if most, ok := d.Projects.most(); ok && described > most {
			s := l.tables[d]
			fault(s, s.at("progetti_nel_piano"), "described-exceeds-counted",
				fmt.Sprintf("il piano conta qui %s, ma ne sono descritti %d", projects(d.Projects), described),
				"correggi il numero, oppure sposta i progetti che non sono di questo settore")
		}
		atLeast += max(described, d.Projects.least())
	}
	most, ok := e.ProjectsInPlan.most()
	if !ok {
		return
	}
	if atLeast > most {
		d := t.at("progetti_nel_piano")
		d.Related = l.counts(e)
		fault(t, d, "departments-exceed-plan",
			fmt.Sprintf("il piano conta %s, ma i settori ne hanno in tutto %d", projects(e.ProjectsInPlan), atLeast),
			"controlla il numero del piano e quelli dei settori")
		return
	}
	if described := len(e.AllProjects()); described > most {
		fault(t, t.at("progetti_nel_piano"), "described-exceeds-plan",
			fmt.Sprintf("il piano conta %s, ma ne sono descritti %d", projects(e.ProjectsInPlan), described),
			"correggi il numero, oppure togli i progetti che non fanno parte del piano")
		return
	}
	for _, row := range e.Account().Rows {
		if row.Rest() && row.Outside && row.InPlan.Known() && row.ToDescribe.IsMissing() {
			doubt(t, t.at("progetti_nel_piano"), "contradiction",
				fmt.Sprintf("fuori dai settori il piano ha %s, ma quelli descritti sono %s", projects(row.InPlan), row.Described),
				"controlla se i progetti trasversali sono già contati in un settore")
		}
	}
}

// counts points at the count of each settore.
func (l *loader) counts(e *Edition) []diag.Related {
	var related []diag.Related
	for _, d := range e.Departments {
		if n := max(len(d.Described), d.Projects.least()); n > 0 {
			s := l.tables[d]
			related = append(related, diag.Related{
				Pos:     s.at("progetti_nel_piano").Pos,
				Message: fmt.Sprintf("%s: %s", d.Name, projects(Count(n))),
			})
		}
	}
	return related
}

// projects returns q with its noun.
func projects(q Quantity) string {
	if q == Count(1) {
		return "1 progetto"
	}
	return q.String() + " progetti"
}
