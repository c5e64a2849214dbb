// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"

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
		atLeast += max(d.certain(), d.Projects.least())
	}
	atLeast -= e.countedTwice()
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

// certain returns how many described projects are of no other settore: one whose
// name the source does not give may be one that is counted already.
func (d *Department) certain() int {
	if !d.NameSource {
		return 0
	}
	return len(d.Described)
}

// checkPeople reports a number of people that its parts contradict. The site
// shows the number all the same, as the source has it.
func (l *loader) checkPeople(t *table, e *Edition) {
	t.checkWorkforce(e.Workforce, e.Employees)
	for _, d := range e.Departments {
		l.tables[d].checkWorkforce(d.Workforce, d.Staffing())
	}
	var parts []Quantity
	for _, d := range e.Departments {
		groups, _ := d.groups()
		inDescribed := floor(groups)
		if most, ok := Total(staff(d.Staff)...).most(); ok && len(d.Staff) > 0 && inDescribed.least() > most {
			s := l.tables[d]
			doubt(s, s.at("personale"), "contradiction",
				fmt.Sprintf("nel settore i dipendenti sono %s, ma nei suoi progetti descritti sono %s", Total(staff(d.Staff)...), inDescribed),
				"correggi i numeri: [[personale]] del settore conta tutte le persone, comprese quelle dei progetti")
		}
		whole := floor(staff(d.Staff))
		if d.NameSource && inDescribed.least() > whole.least() {
			whole = inDescribed
		}
		if len(d.Staff) == 0 && whole != (Quantity{}) { // people counted in another settore are not more people
			own, _ := groupsBut(d.Described, func(s *StaffProfile) bool { return s.SameAs != "" })
			whole = floor(own)
		}
		if len(d.Staff) > 0 {
			whole = d.butShared(whole)
		}
		parts = append(parts, whole)
	}
	for _, p := range e.Transversal {
		var own []Quantity
		for _, s := range p.Staff {
			if s.SameAs == "" {
				own = append(own, s.Employees)
			}
		}
		parts = append(parts, floor(own))
	}
	if most, ok := e.mostPeople(); ok && e.Employees.least() > most {
		doubt(t, t.at("dipendenti"), "contradiction",
			fmt.Sprintf("in tutto il piano i dipendenti sono %s, ma i progetti, tutti descritti, ne hanno al massimo %d", e.Employees, most),
			"correggi il numero del piano o quelli dei progetti")
	}
	sum := floor(parts)
	if most, ok := e.Employees.most(); ok && sum.least() > most {
		doubt(t, t.at("dipendenti"), "contradiction",
			fmt.Sprintf("in tutto il piano i dipendenti sono %s, ma nei settori e nei progetti sono %s", e.Employees, sum),
			"correggi il numero del piano o quelli dei settori e dei progetti")
	}
}

// butShared returns all, the people of d, without those who are counted in a
// project of another settore too.
func (d *Department) butShared(all Quantity) Quantity {
	least := all.least()
	for _, p := range d.Described {
		for _, s := range p.Staff {
			if s.SameAs == "" || slices.ContainsFunc(d.Described, func(own *Project) bool { return own.ID == s.SameAs }) {
				continue
			}
			most, ok := s.Employees.most()
			if all = (Quantity{Number: max(0, least-most), Precision: AtLeast}); !ok {
				return Quantity{}
			}
			least = all.Number
		}
	}
	return all
}

// mostPeople returns how many people the plan has at most; false unless every
// project is described and each of its groups has a limit.
func (e *Edition) mostPeople() (most int, ok bool) {
	projects := e.AllProjects()
	if e.ProjectsInPlan != Count(len(projects)) {
		return 0, false
	}
	for _, p := range projects {
		for _, q := range staff(p.Staff) {
			n, limited := q.most()
			if q.Precision == FewerThan || !limited { // what a hidden group is at most is no number to publish
				return 0, false
			}
			most += n
		}
		if len(p.Staff) == 0 {
			return 0, false
		}
	}
	return most, true
}

// counts points at the count of each settore.
func (l *loader) counts(e *Edition) []diag.Related {
	var related []diag.Related
	for _, d := range e.Departments {
		if n := max(d.certain(), d.Projects.least()); n > 0 {
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

// checkGroup reports more women and men than there are people, or fewer, and more
// people at full time: who works less is less than one.
func (t *table) checkGroup(s *StaffProfile) {
	if most, ok := s.Employees.most(); ok && s.Employees.Known() && float64(most) < s.FullTime.sure() {
		fault(t, t.at("equivalenti"), "contradiction", fmt.Sprintf("i dipendenti sono %s: a tempo pieno non possono essere %s", s.Employees, s.FullTime),
			"correggi i numeri: chi lavora metà del tempo conta 0.5")
	}
	sum, ok := Sum(s.Women, s.Men)
	all := s.Employees
	if s.Women.IsMissing() && s.Men.IsMissing() || !ok {
		return
	}
	most, bounded := all.most()
	short, full := sum.most()
	both := !s.Women.IsMissing() && !s.Men.IsMissing()
	if all.Known() && (bounded && sum.least() > most || both && full && short < all.least()) {
		fault(t, t.at("dipendenti"), "contradiction", fmt.Sprintf("i dipendenti sono %s, ma le donne e gli uomini sono %s", all, sum), "correggi i numeri")
	}
}

// checkWorkforce reports more people in the plan than there are.
func (t *table) checkWorkforce(all, inPlan Quantity) {
	if most, ok := all.most(); ok && inPlan.least() > most {
		fault(t, t.at("dotazione"), "contradiction", fmt.Sprintf("i dipendenti sono in tutto %s, ma quelli che il piano coinvolge sono %s", all, inPlan),
			"correggi i numeri: dotazione conta tutti, anche chi non è nel piano")
	}
}
