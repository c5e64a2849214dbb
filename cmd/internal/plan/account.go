// SPDX-License-Identifier: EUPL-1.2

package plan

// An Account is "Il conto dei N": what the plan counts and what is described,
// settore by settore. The known numbers of its InPlan column always sum to
// Total.InPlan when that is exact.
type Account struct {
	Rows  []AccountRow // settori in their order, then the rest if there is one
	Total AccountRow   // Department is nil
}

// An AccountRow is a settore, or the rest of the plan when Department is nil.
type AccountRow struct {
	Department *Department
	InPlan     Quantity // Missing where the source gives the settore no count
	Described  Quantity // always exact: we describe them

	// ToDescribe is Missing where no whole is known. In the rest it stays
	// Missing while some settore has no count: what is described there may or
	// may not be among the projects of the rest.
	ToDescribe Quantity

	// Outside is true for the rest when every settore is counted: its projects
	// can only be outside the settori.
	Outside bool

	Source *Source
}

// Rest reports whether r is the part of the plan that the source attributes to
// no settore.
func (r AccountRow) Rest() bool { return r.Department == nil }

// Account returns the account of e.
//
// The rest is computed inside the plan, whose count is known; described
// projects are never taken from it unless every settore is counted.
func (e *Edition) Account() Account {
	var a Account
	all := true
	for _, d := range e.Departments {
		described := len(d.Described)
		a.Rows = append(a.Rows, AccountRow{
			Department: d,
			InPlan:     d.Projects,
			Described:  Count(described),
			ToDescribe: d.Projects.less(described),
			Source:     d.Source,
		})
		all = all && d.Projects.Known()
	}
	rest := AccountRow{
		InPlan:    e.Uncounted(),
		Described: Count(len(e.Transversal)),
		Outside:   all && len(e.Departments) > 0,
		Source:    e.Source,
	}
	if all {
		rest.ToDescribe = rest.InPlan.less(len(e.Transversal))
	}
	if rest.InPlan != Count(0) || len(e.Transversal) > 0 || !all {
		a.Rows = append(a.Rows, rest)
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
// when it counts none.
func (e *Edition) Counted() Quantity {
	counts := []Quantity{Count(0)}
	for _, d := range e.Departments {
		if d.Projects.Known() {
			counts = append(counts, d.Projects)
		}
	}
	return Total(counts...)
}

// Uncounted returns how many projects of the plan the source gives to no
// settore; Missing unless the plan and all counts are exact.
func (e *Edition) Uncounted() Quantity {
	counted := e.Counted()
	if counted.Precision != Exact {
		return Quantity{}
	}
	return e.ProjectsInPlan.less(counted.Number)
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
