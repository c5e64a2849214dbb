// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
)

// departments compares the settori and, in each, its projects.
func (c *comparison) departments() {
	for _, d := range c.b.Departments {
		old := c.links.oldSettore[d.ID]
		subject := departmentSubject(d)
		if old != nil {
			subject.OldID = old.ID
		}
		c.begin(subject)
		c.origin(d, old)
		if old != nil {
			c.department(old, d)
		}
		for _, p := range d.Described {
			c.project(p)
		}
		for _, from := range c.a.Departments {
			if c.links.expected(from) == d {
				for _, p := range from.Described {
					c.goneProject(p)
				}
			}
		}
	}
	for _, d := range c.a.Departments {
		if c.links.expected(d) != nil {
			continue
		}
		c.begin(departmentSubject(d))
		c.subject.OldID = d.ID
		c.goneDepartment(d)
		for _, p := range d.Described {
			c.goneProject(p)
		}
	}
}

func departmentSubject(d *plan.Department) Subject {
	return Subject{Scope: Department, ID: d.ID, Title: clean(d.Name), Department: d.ID, DepartmentName: clean(d.Name)}
}

func departmentValue(d *plan.Department) Value { return Value{Text: clean(d.Name), ID: d.ID} }

// origin tells where d comes from, if not only from old, which goes on as d.
func (c *comparison) origin(d, old *plan.Department) {
	others := slices.DeleteFunc(slices.Clone(c.links.origins[d.ID]), func(o *plan.Department) bool { return o == old })
	name := "il settore " + quote(d.Name)
	var from Value
	var names, ended []string
	ends := true // each of others
	for _, o := range others {
		from.Items = append(from.Items, o.ID)
		names = append(names, o.Name)
		if c.links.ended(o) {
			ended = append(ended, o.ID)
		} else {
			ends = false
		}
	}
	from.Text = listed(names)
	var ch *Change
	switch {
	case old == nil && len(others) == 0:
		kind, s := DepartmentAdded, "Nel piano entra "+name+"."
		if !placed(c.a) || !counts(d) {
			kind, s = DepartmentMentioned, "La fonte ora parla anche del settore "+quote(d.Name)+"."
		}
		ch = c.add(kind, nil, Value{}, departmentValue(d), s)
	case len(others) == 0:
		return
	case old == nil && len(others) == 1:
		ch = c.add(DepartmentSplit, []string{"nasce_da"}, from, departmentValue(d),
			"Dal settore "+quote(names[0])+" nasce "+name+".")
	case ends && old == nil:
		ch = c.add(DepartmentMerged, []string{"nasce_da"}, from, departmentValue(d),
			"I settori "+quoted(names)+" si uniscono: nasce "+name+".")
	case ends:
		ch = c.add(DepartmentMerged, []string{"nasce_da"}, from, departmentValue(d),
			choose(len(names), "Il settore "+quoted(names)+" entra", "I settori "+quoted(names)+" entrano")+" nel settore "+quote(d.Name)+".")
	default:
		var parts []string
		for i, o := range others {
			s := "dal settore " + quote(o.Name)
			if c.links.ended(o) {
				s += ", che non c’è più"
				if i < len(others)-1 {
					s += ","
				}
			}
			parts = append(parts, s)
		}
		verb := " nasce "
		if old != nil {
			verb = " riceve una parte "
		}
		ch = c.add(DepartmentMerged, []string{"nasce_da"}, from, departmentValue(d), upperFirst(name)+verb+strings.Join(parts, " e ")+".")
	}
	ch.Ended = ended
	if old == nil {
		ch.Department = d
	}
}

// counts reports whether d is known to have a project: one without any is in the
// plan in name alone.
func counts(d *plan.Department) bool {
	return len(d.Described) > 0 || d.Projects.Known() && d.Projects.Number > 0 && d.Projects.Precision != plan.UpTo && d.Projects.Precision != plan.UpToAbout
}

// goneDepartment tells that d is no longer there, by itself.
func (c *comparison) goneDepartment(d *plan.Department) {
	name := quote(d.Name)
	var ch *Change
	switch next := c.links.successors[d.ID]; {
	case len(next) > 0:
		var names, ids []string
		for _, n := range next {
			names, ids = append(names, n.Name), append(ids, n.ID)
		}
		ch = c.add(DepartmentGone, nil, departmentValue(d), Value{Text: listed(names), Items: ids},
			"Il settore "+name+" si divide: al suo posto ci sono i settori "+quoted(names)+".")
	case placed(c.b) && counts(d):
		ch = c.add(DepartmentGone, nil, departmentValue(d), Value{}, "Il settore "+name+" non è più nel piano.")
	default:
		ch = c.add(DepartmentUnmentioned, nil, departmentValue(d), Value{}, "La fonte non parla più del settore "+name+".")
	}
	ch.Department = d
}

// placed reports whether e says to which settore each project of the plan
// belongs: a settore that it does not name then has none.
func placed(e *plan.Edition) bool { return e.Uncounted() == plan.Count(0) }

// department compares two editions of a settore.
func (c *comparison) department(old, d *plan.Department) {
	in := c.subject.in()
	before, after := clean(old.Name), clean(d.Name)
	if before != after {
		s := "Il settore " + quote(before) + " ora si chiama " + quote(after) + "."
		if fold(before) == fold(after) {
			s = "Il nome del settore è ora scritto così: " + quote(after) + "."
		}
		c.add(DepartmentRetitled, []string{"nome"}, textValue(before), textValue(after), s)
	}
	if old.ID != d.ID {
		c.add(DepartmentRenamed, []string{"id"}, Value{Text: old.ID, ID: old.ID}, Value{Text: d.ID, ID: d.ID},
			"Il settore "+quote(after)+" ha un nuovo indirizzo: finiva con "+quote(old.ID)+", ora finisce con "+quote(d.ID)+".")
	}
	if old.NameSource != d.NameSource {
		yes := map[bool]string{true: "della fonte", false: "nostro"}
		s := "Il nome " + c.subject.of() + " ora è una nostra descrizione; prima era quello della fonte."
		if d.NameSource {
			s = "Il nome " + c.subject.of() + " ora è quello della fonte; prima era una nostra descrizione."
		}
		c.add(TextChanged, []string{"nome_fonte"}, textValue(yes[old.NameSource]), textValue(yes[d.NameSource]), s)
	}
	c.quantity(CountChanged, []string{"progetti_nel_piano"}, in, "i progetti nel piano", old.Projects, d.Projects)
	c.quantity(StaffChanged, []string{"dotazione"}, in, "i dipendenti in tutto", old.Workforce, d.Workforce)
	c.list("uffici", "gli uffici", old.Offices, d.Offices)
	c.list("attivita", "le attività", old.Activities, d.Activities)
	c.staff(old.Staff, d.Staff)
	c.text("nota", "la nota", old.Note, d.Note)
	c.ownSource(old.Source, d.Source, []string{"fonte"}, "per "+c.subject.name())
	c.computed("settore." + d.ID)
}
