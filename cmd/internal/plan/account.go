// SPDX-License-Identifier: EUPL-1.2

package plan

import "slices"

// An Account is "Il conto dei N": what the plan counts and what is described,
// settore by settore. When the plan's count and those of the settori that have
// one are all exact, the known numbers of its InPlan column sum to Total.InPlan;
// otherwise the rest is Missing and they need not. Its Described column always
// sums to Total.Described.
type Account struct {
	Rows  []AccountRow // settori in their order, then the rest and the transversal projects, if there are any
	Total AccountRow   // Department is nil
}

// An AccountRow is a settore or, when Department is nil, the rest of the plan
// or the transversal projects.
type AccountRow struct {
	Department *Department
	InPlan     Quantity // Missing where the source gives no count

	// Described is exact, since we describe them, except in the rest while it is
	// not Outside: what is described in settori without a count, and the
	// transversal projects, may or may not be among its projects. Then it is
	// Missing, and the transversal projects have a row of their own.
	Described Quantity

	// ToDescribe is what of InPlan is left after Described, as far as that can
	// be told. In the rest it stays Missing while it is not Outside.
	ToDescribe Quantity

	// Name is that of the settore, or what the others are called.
	Name string

	// Transversal is true for the row of the transversal projects.
	Transversal bool

	// Outside is true for the rest when every settore is counted and the ente
	// says that there are no others: its projects can only be outside the settori.
	Outside bool

	Source *Source
}

// Rest reports whether r is the part of the plan that the source does not count
// settore by settore.
func (r AccountRow) Rest() bool { return r.Department == nil && !r.Transversal }

// Account returns the account of e.
//
// The rest is computed inside the plan, whose count is known; described
// projects are never taken from it unless every settore is there and counted.
func (e *Edition) Account() Account {
	var a Account
	all, shared := true, e.shared()
	complete := e.described()
	unplaced := len(e.Transversal) // described, and perhaps among the rest
	for _, d := range e.Departments {
		a.Rows = append(a.Rows, accountOf(d, len(shared[d.ID]), complete))
		if !d.Projects.Known() {
			all = false
			unplaced += len(d.Described)
		}
	}
	settled := all && (e.Complete || len(e.Departments) == 0)
	rest := AccountRow{
		InPlan:    e.Uncounted(),
		Described: Count(len(e.Transversal)),
		Outside:   settled && len(e.Departments) > 0,
		Source:    e.Source,
	}
	if rest.Name = NotCounted; rest.Outside {
		rest.Name = e.Loose()
	}
	switch {
	case settled:
		rest.ToDescribe = rest.InPlan.less(len(e.Transversal))
	case unplaced > 0:
		rest.Described = Quantity{}
	}
	if rest.InPlan != Count(0) || !all || settled && len(e.Transversal) > 0 {
		a.Rows = append(a.Rows, rest)
	}
	if !settled && len(e.Transversal) > 0 {
		a.Rows = append(a.Rows, AccountRow{Name: e.Loose(), Transversal: true, Described: Count(len(e.Transversal)), Source: e.Source})
	}
	described := len(e.AllProjects())
	a.Total = AccountRow{
		InPlan:     e.ProjectsInPlan,
		Described:  Count(described),
		ToDescribe: e.ProjectsInPlan.less(described),
		Source:     e.Source,
	}
	return a
}

// Counted returns how many projects the source counts settore by settore: 0
// when it counts none. Of projects that settori share nobody knows whether each
// has them in its count.
func (e *Edition) Counted() Quantity {
	counts := []Quantity{Count(0)}
	for _, d := range e.Departments {
		if d.Projects.Known() {
			counts = append(counts, d.Projects)
		}
	}
	return Total(counts...).orLess(e.countedTwice())
}

// Uncounted returns how many projects of the plan the source does not count
// settore by settore; Missing unless the plan and all counts are exact.
func (e *Edition) Uncounted() Quantity {
	counted := e.Counted()
	if counted.Precision != Exact || e.ProjectsInPlan.Precision != Exact {
		return Quantity{}
	}
	return e.ProjectsInPlan.less(counted.Number)
}

// AccountOf returns the row of d. Of the projects of others that d shares nobody
// knows whether its count has them: they may be of those that are left to
// describe, and are described.
func (e *Edition) AccountOf(d *Department) AccountRow {
	return accountOf(d, len(e.Shared(d)), e.described())
}

// accountOf returns the row of d, which shares as many projects of others, in a
// plan that is described whole or not.
func accountOf(d *Department, shared int, complete bool) AccountRow {
	described := len(d.Described)
	left := d.Projects.less(described).orLess(shared)
	if complete && !left.IsMissing() { // nothing of the plan is left
		left = Count(0)
	}
	return AccountRow{
		Department: d,
		Name:       d.Name,
		InPlan:     d.Projects,
		Described:  Count(described),
		ToDescribe: left,
		Source:     d.Source,
	}
}

// orLess returns what is known of q when up to n of it may not be there.
func (q Quantity) orLess(n int) Quantity {
	if n == 0 || q == Count(0) {
		return q
	}
	low := max(0, q.Number-n)
	switch {
	case (q.Precision == Exact || q.Precision == Between) && low == 0:
		return Quantity{Number: q.high(), Precision: UpTo}
	case q.Precision == Exact || q.Precision == Between:
		return Range(low, q.high())
	case q.Precision == AtLeast && low > 0:
		return Quantity{Number: low, Precision: AtLeast}
	case q.Precision == AtLeast || q.Precision == About || q.Precision == InWords:
		return Quantity{}
	}
	return q
}

// AllProjects returns the described projects: those of the settori, in their
// order, then the transversal ones.
func (e *Edition) AllProjects() []*Project {
	var all []*Project
	for _, d := range e.Departments {
		all = append(all, d.Described...)
	}
	return append(all, e.Transversal...)
}

// everyCounted reports whether the source counts the projects of every settore.
func (e *Edition) everyCounted() bool {
	return !slices.ContainsFunc(e.Departments, func(d *Department) bool { return !d.Projects.Known() })
}
