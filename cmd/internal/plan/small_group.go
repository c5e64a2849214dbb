// SPDX-License-Identifier: EUPL-1.2

package plan

// A group of one or two people is easy to recognise: everybody in the building
// knows who they are. D.Lgs. 33/2013, art. 7-bis c. 3, lets an ente publish more
// than it must only once people cannot be recognised. So the number of a group
// below the threshold of ente.toml is left behind when the file is read, unless
// the file says why it may be published, and nothing that is published gives it
// back by subtraction.

// protected returns what of a group of q people may be published: q itself, or
// that they are fewer than threshold. Nobody is recognised in a group of none,
// and "almeno 2" does not say that there are two.
func (q Quantity) protected(threshold int) Quantity {
	switch q.Precision {
	case Exact, UpTo, About, UpToAbout, Between:
		if n := q.high(); n > 0 && n < threshold {
			return Quantity{Number: threshold, Precision: FewerThan}
		}
	}
	return q
}

// hideFew leaves out how many women and men a group has where one of the two, or
// those who are left, are so few that they could be recognised; and the full-time
// equivalents that would tell how many are in a small group.
func (s *StaffProfile) hideFew(threshold int) {
	few := func(q Quantity) bool { return q.Precision == FewerThan }
	left := func(part Quantity) bool {
		n := s.Employees.Number - part.Number
		return s.Employees.Precision == Exact && part.Precision == Exact && n > 0 && n < threshold
	}
	if few(s.Employees) || few(s.Women) || few(s.Men) || left(s.Women) || left(s.Men) {
		s.Women, s.Men = Quantity{}, Quantity{}
	}
	if few(s.Employees) || s.Employees.IsMissing() && s.FullTime.Known() && s.FullTime.High() < float64(threshold) {
		s.FullTime = Quantity{}
	}
}

// hideRest leaves out how many people there are in all, where those who are not
// in the plan are so few that they could be recognised.
func hideRest(all, inPlan Quantity, threshold int) Quantity {
	if n := all.Number - inPlan.Number; all.Precision == Exact && inPlan.Precision == Exact && n > 0 && n < threshold {
		return Quantity{Number: inPlan.Number, Precision: AtLeast}
	}
	return all
}

// protect keeps the totals of the edition from giving back the small groups in
// them: the source's own total, and the groups of a settore, which somebody may
// read as the total of its projects.
func (r *reading) protect() {
	e := r.edition
	var all, once parts
	for _, d := range e.Departments {
		var ofProjects, ofProjectsOnce parts
		for _, p := range d.Described {
			ofProjects = append(ofProjects, staff(p.Staff)...)
			ofProjectsOnce = append(ofProjectsOnce, countedHere(p.Staff)...)
		}
		for _, s := range d.Staff {
			if s.Employees.Known() {
				s.Employees, _ = shieldAll(s.Employees, ofProjects, ofProjectsOnce)
			}
		}
		all = append(append(all, staff(d.Staff)...), ofProjects...)
		once = append(append(once, staff(d.Staff)...), ofProjectsOnce...)
	}
	for _, p := range e.Transversal {
		all = append(all, staff(p.Staff)...)
		once = append(once, countedHere(p.Staff)...)
	}
	e.Employees, e.EmployeesHidden = shieldAll(e.Employees, all, once)
	e.settle()
	e.Workforce = hideRest(e.Workforce, e.Employees, r.threshold)
	for _, d := range e.Departments {
		d.Workforce = hideRest(d.Workforce, d.Staffing(), r.threshold)
	}
}

// parts are the groups of a total.
type parts = []Quantity

// countedHere returns the groups that no other project counts: who reads that two
// groups are the same people subtracts them once.
func countedHere(profiles []*StaffProfile) (groups parts) {
	for _, s := range profiles {
		if s.SameAs == "" {
			groups = append(groups, s.Employees)
		}
	}
	return groups
}

// shieldAll is shield beside each of several ways to take a total apart.
func shieldAll(total Quantity, ways ...parts) (Quantity, bool) {
	for _, groups := range ways {
		if q, hidden := shield(total, groups); hidden {
			return q, true
		}
	}
	return total, false
}

// shield returns what of a total may be published beside its parts, and whether
// that is less than the total. A total that tells the small parts, or narrows
// down what they can be, gives way to what follows from it and tells nothing:
// it is at least what the parts are for certain, or at most more than they can be.
func shield(total Quantity, parts []Quantity) (Quantity, bool) {
	s := spanOf(parts)
	if !s.toldBy(total) {
		return total, false
	}
	beyond := max(s.highs+s.room, total.high()) + 1
	switch total.Precision {
	case Exact, AtLeast:
		return Quantity{Number: s.least + s.small, Precision: AtLeast}, true
	case About, UpToAbout:
		return Quantity{Number: beyond, Precision: UpToAbout}, true
	case FewerThan: // the parts may be the same people twice
		return Quantity{Number: total.Number, Precision: UpTo}, true
	}
	return Quantity{Number: beyond, Precision: UpTo}, true
}

// A span is what is published of the parts of a total.
type span struct {
	small, room int  // the small groups have together from small to room people
	numbers     int  // sum of the numbers of the other parts, however firm
	highs       int  // the same with the upper end of what is a range
	least, most int  // between these is the true sum of the others
	bounded     bool // whether most is a limit
}

func spanOf(parts []Quantity) span {
	s := span{bounded: true}
	for _, q := range parts {
		if q.Precision == FewerThan {
			s.small++
			s.room += q.Number - 1
			continue
		}
		if !q.Known() {
			continue // as if it were nobody: so it cannot hide what a total tells
		}
		s.numbers += q.Number
		s.highs += q.high()
		s.least += q.least()
		most, ok := q.most()
		s.most += most
		s.bounded = s.bounded && ok
	}
	return s
}

// toldBy reports whether a total beside these parts tells more of a small group
// than that it is small. What cannot be true, or leaves room for people of whom
// nobody speaks, tells nothing.
func (s span) toldBy(total Quantity) bool {
	if total.Precision == FewerThan {
		// The total is the small group here.
		return between(2, s.least+s.small, total.Number-1) || s.bounded && between(1, s.most+s.room, total.Number-2)
	}
	if s.small == 0 || !total.Known() {
		return false
	}
	// Whoever subtracts number from number, whatever stands before them.
	for _, n := range []int{total.Number, total.high()} {
		if between(s.small, n-s.numbers, s.room) || between(s.small, n-s.highs, s.room) {
			return true
		}
	}
	// Whoever minds what "fino a" and "almeno" mean. What a total is at least
	// tells no more than the subtraction.
	most, ok := total.most()
	return ok && between(s.small, most-s.least, s.room-1)
}

func between(low, n, high int) bool { return low <= n && n <= high }
