// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"path"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

// elements reports, once a file, which of the elements that the plan of smart
// working must have are missing from the projects described in it, and which
// indicators cannot be measured as they are written.
func (j *judge) elements(e *plan.Edition) {
	j.described(planFile(e.ID), e.Transversal)
	for _, d := range e.Departments {
		j.described(path.Join("data/piani", e.ID, "settori", d.ID+".toml"), d.Described)
	}
}

// A tally counts what is missing, in a fixed order.
type tally struct {
	names []string
	count []int
	first int // index of the first project that lacks something
	total int // projects or indicators that lack something
}

func newTally(names ...string) *tally {
	return &tally{names: names, count: make([]int, len(names)), first: -1}
}

// note counts what is missing from project i, one flag a name.
func (t *tally) note(i int, missing ...bool) {
	lacks := false
	for k, m := range missing {
		if m {
			t.count[k]++
			lacks = true
		}
	}
	if lacks {
		t.total++
		if t.first < 0 {
			t.first = i
		}
	}
}

// list says what is missing and, when there is more than one to miss it, from
// how many.
func (t *tally) list() string {
	var parts []string
	for k, name := range t.names {
		switch {
		case t.count[k] == 0:
		case t.total == 1:
			parts = append(parts, name)
		default:
			parts = append(parts, fmt.Sprintf("%s (%d)", name, t.count[k]))
		}
	}
	return strings.Join(parts, ", ")
}

func (j *judge) described(name string, projects []*plan.Project) {
	parts := newTally("condizioni", "obiettivi", "contributo", "indicatori")
	measures := newTally("unità di misura", "valore di partenza o obiettivo con il suo anno", "operatore")
	for i, p := range projects {
		c := p.Conditions
		parts.note(i,
			len(c.Organisational)+len(c.Technological)+len(c.Training)+len(c.Safety) == 0,
			len(p.Goals) == 0, p.Contribution == "", len(p.Indicators) == 0 && p.NoIndicators == "")
		for _, n := range p.Indicators {
			kind, _ := n.Kind()
			measures.note(i, n.Unit == "" && kind == plan.Numeric, n.Baseline == nil && n.NoBaseline == "" && len(n.Targets) == 0, n.Operator == plan.OperatorUnknown && len(n.Targets) > 0)
		}
	}
	if parts.total > 0 {
		who := "al progetto " + diag.Quote(projects[parts.first].Title)
		if parts.total > 1 {
			who = fmt.Sprintf("a %d progetti dei %d descritti qui", parts.total, len(projects))
		}
		j.add(j.project(name, parts.first), "project-incomplete", who+" mancano elementi del piano: "+parts.list(),
			"aggiungili quando si sanno; l'elenco progetto per progetto è in vetro check --completeness")
	}
	if measures.total > 0 {
		who := "a un indicatore del progetto " + diag.Quote(projects[measures.first].Title) + " manca"
		if measures.total > 1 {
			who = fmt.Sprintf("a %d indicatori mancano dati", measures.total)
		}
		j.add(j.project(name, measures.first), "indicator-incomplete", who+": "+measures.list(),
			"un indicatore si capisce se dice che cosa conta, da dove parte e dove deve arrivare: unita, base, operatore, obiettivi")
	}
}

// project covers the i-th project of the file called name.
func (j *judge) project(name string, i int) diag.Diagnostic {
	return j.Publication.At(name, fmt.Sprintf("progetto.%d", i))
}
