// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"strings"

	"vetro/cmd/internal/plan"
)

// figure returns how much a named figure is in the world; what it counts of the
// pages themselves is asked of the plan. It is false for a name it does not know.
func (c *checker) figure(name string) (int, bool) {
	all := c.e.AllProjects()
	in := func(p plan.Progress) int {
		n := 0
		for _, project := range all {
			if project.Progress == p {
				n++
			}
		}
		return n
	}
	switch name {
	case "progetti.nel_piano":
		return len(c.w.Projects), true
	case "progetti.descritti":
		return len(all), true
	case "progetti.da_descrivere":
		return len(c.w.Projects) - len(all), true
	case "progetti.contati":
		n, _ := c.sumCounted()
		return n, true
	case "progetti.non_contati":
		return c.left(), true
	case "progetti.trasversali":
		return len(c.e.Transversal), true
	case "progetti.da_avviare":
		return in(plan.NotStarted), true
	case "progetti.in_corso":
		return in(plan.Ongoing), true
	case "progetti.sospesi":
		return in(plan.Suspended), true
	case "progetti.conclusi":
		return in(plan.Completed), true
	case "progetti.avanzamento_non_detto":
		return in(plan.ProgressUnknown), true
	case "settori.nominati":
		return len(c.e.Departments), true
	case "settori.contati":
		return c.those(func(d *plan.Department) bool { return d.Projects.Known() }), true
	case "settori.non_contati":
		return c.those(func(d *plan.Department) bool { return !d.Projects.Known() }), true
	case "dipendenti.nel_piano":
		return people(c.w.Projects...), true
	}
	parts := strings.Split(name, ".")
	switch parts[0] {
	case "totale":
		return map[string]int{"progetti": len(c.w.Projects), "descritti": len(all), "da_descrivere": len(c.w.Projects) - len(all)}[parts[1]], true
	case "resto":
		among := 0
		for _, p := range all {
			if c.isLeft(p.Title) {
				among++
			}
		}
		return map[string]int{"progetti": c.left(), "descritti": among, "da_descrivere": c.left() - among}[parts[1]], true
	case "fuori":
		switch described := len(c.e.Transversal); parts[1] {
		case "progetti":
			return c.outside(), true
		case "descritti":
			return described, true
		case "da_descrivere":
			return c.outside() - described, true
		}
		return c.inState(c.e.Transversal, parts[1])
	case "settore":
		return c.departmentFigure(parts[1], parts[2:])
	case "progetto":
		p := c.describedProject(parts[1])
		if p == nil {
			return 0, false
		}
		if parts[2] == "dipendenti" {
			return people(c.real(p)), true
		}
		if parts[2] == "personale" {
			return size(c.real(p).Staff, parts[3]), true
		}
	}
	return 0, false
}

func (c *checker) departmentFigure(id string, of []string) (int, bool) {
	d := c.written(id)
	if d == nil {
		return 0, false
	}
	switch of[0] {
	case "progetti":
		return c.w.count(id), true
	case "descritti":
		return len(d.Described), true
	case "dotazione":
		return c.w.workforce(id), true
	case "da_descrivere":
		return c.undescribed(d), true
	case "dipendenti":
		return c.people(id), true
	case "dipendenti_descritti":
		return people(c.realAll(d.Described)...), true
	case "personale":
		return size(c.w.profiles(id), of[1]), true
	}
	return c.inState(d.Described, of[0])
}

// inState is how many described projects are in a state, or how many of their
// indicators stand in a way.
func (c *checker) inState(projects []*plan.Project, state string) (int, bool) {
	j := c.judge(projects)
	switch state {
	case "centrati":
		return j.met, true
	case "mancati":
		return j.missed, true
	case "senza_confronto":
		return j.wanted - j.met - j.missed, true
	}
	word, ok := map[string]string{"conclusi": "concluso", "in_corso": "in corso", "da_avviare": "da avviare", "sospesi": "sospeso"}[state]
	n := 0
	for _, p := range projects {
		if p.Progress != plan.ProgressUnknown && c.real(p).Progress == word {
			n++
		}
	}
	return n, ok
}

// undescribed is how many projects of those that a settore counts are described
// nowhere.
func (c *checker) undescribed(d *plan.Department) int {
	if c.e.ProjectsInPlan == plan.Count(len(c.e.AllProjects())) { // also those of which nobody says that they are of d
		return 0
	}
	n := c.w.count(d.ID) - len(d.Described)
	for _, p := range c.w.Projects {
		if p.Both && p.With == d.ID && c.describedProject(p.ID) != nil {
			n--
		}
	}
	return n
}

// size is how many people of a profile, by its id, some groups have.
func size(groups []*group, id string) int {
	n := 0
	for _, g := range groups {
		if plan.ProfileID(g.Profile) == id {
			n += g.People
		}
	}
	return n
}

// figures holds every figure of the plan against the world.
func (c *checker) figures() {
	for _, f := range c.e.Figures() {
		c.quantity(f.Name, f.Value)
	}
}

// quantity holds one figure against the world.
func (c *checker) quantity(name string, q plan.Quantity) {
	if q.IsMissing() || strings.HasSuffix(name, ".giornate_al_mese") {
		return
	}
	if c.share(name, q.String()) {
		return
	}
	n, ok := c.figure(name)
	switch {
	case !ok:
		c.fault("unknown figure: %s", name)
	case !holds(q.String(), n):
		c.fault("false: %s is %d, not %q", name, n, q)
	}
}

// share holds how many of a hundred of a settore take part; it is false for a
// figure that is no such thing.
func (c *checker) share(name, text string) bool {
	id, is := strings.CutSuffix(strings.TrimPrefix(name, "settore."), ".quota")
	if is {
		n := 100 * float64(c.people(id)) / float64(c.w.workforce(id))
		if low, high, ok := bounds(text); !ok || n < low || n > high {
			c.fault("false: %s is %v, not %q", name, n, text)
		}
	}
	return is
}
