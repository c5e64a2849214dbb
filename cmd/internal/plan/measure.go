// SPDX-License-Identifier: EUPL-1.2

package plan

import "slices"

// Staffing returns how many employees p may involve: the sum of its profiles.
// Missing when the source names none.
func (p *Project) Staffing() Quantity { return Total(staff(p.Staff)...) }

// Staffing returns how many employees d may involve: what the source says of
// the whole settore. Where it says nothing of the whole, that is the sum of the
// projects, if all of them are described and each says who takes part; else it
// is at least those that are certain in the described ones, or Missing: a
// project is no settore, and "fino a 12" in one of five is no limit for the five.
// Of the people of a project that settori share nobody says whose they are.
func (d *Department) Staffing() Quantity {
	if len(d.Staff) > 0 {
		return Total(staff(d.Staff)...)
	}
	groups, all := d.groups()
	if all && len(groups) > 0 && (d.Whole || d.Projects == Count(len(d.Described))) && !d.Sharing {
		return Total(groups...)
	}
	if d.Sharing {
		groups, _ = groupsOf(slices.DeleteFunc(slices.Clone(d.Described), func(p *Project) bool { return len(p.With) > 0 }))
	}
	return floor(groups)
}

// settle says of the settori what only the whole plan tells, and adds up its people
// where the source does not: all projects are described, and each says who takes part.
func (e *Edition) settle() {
	all, sharing := e.AllProjects(), map[string]bool{}
	for _, p := range all {
		for _, id := range p.With {
			sharing[id] = true
			if p.Department != nil {
				sharing[p.Department.ID] = true
			}
		}
	}
	for _, d := range e.Departments {
		d.Whole, d.Sharing = e.described(), sharing[d.ID]
	}
	if !e.Employees.IsMissing() || !e.described() {
		return
	}
	if groups, each := groupsOf(all); each && len(groups) > 0 {
		if sum := Total(groups...); sum.Known() {
			e.Employees, e.EmployeesSummed = sum, true
		}
	}
}

// described reports whether all projects of the plan are described.
func (e *Edition) described() bool {
	n := len(e.Transversal)
	for _, d := range e.Departments {
		n += len(d.Described)
	}
	return e.ProjectsInPlan == Count(n)
}

// Share returns how many of a hundred in all are part, with one decimal where it
// takes one: Missing unless both are exact, so that it is no firmer than they
// are; "circa" where it is rounded.
func Share(part, all Quantity) Quantity {
	if part.Precision != Exact || all.Precision != Exact || all.Number == 0 || part.Number > all.Number {
		return Quantity{}
	}
	tenths := (1000*part.Number + all.Number/2) / all.Number
	q := Quantity{Number: tenths, Decimals: 1, Precision: Exact}
	if 1000*part.Number%all.Number != 0 {
		q.Precision = About
	}
	if tenths%10 == 0 {
		q.Number, q.Decimals = tenths/10, 0
	}
	if q.Number == 0 && part.Number > 0 { // less than one in two thousand is not none
		return Quantity{}
	}
	return q
}

// DescribedStaffing returns how many employees the described projects of d may
// involve; Missing when the source names none.
func (d *Department) DescribedStaffing() Quantity {
	groups, all := d.groups()
	if !all && len(groups) > 0 {
		groups = append(groups, Quantity{})
	}
	return Total(groups...)
}

// groups returns the groups of the described projects, and whether every one
// of these has some. People who take part in two of them are one group.
func (d *Department) groups() (groups []Quantity, all bool) { return groupsOf(d.Described) }

// groupsOf is groups of any projects.
func groupsOf(projects []*Project) (groups []Quantity, all bool) {
	among := make(map[string]bool, len(projects))
	for _, p := range projects {
		among[p.ID] = true
	}
	return groupsBut(projects, func(s *StaffProfile) bool { return s.SameAs != "" && among[s.SameAs] })
}

// groupsBut is groupsOf without those who are counted elsewhere.
func groupsBut(projects []*Project, elsewhere func(*StaffProfile) bool) (groups []Quantity, all bool) {
	all = true
	for _, p := range projects {
		for _, s := range p.Staff {
			if !elsewhere(s) {
				groups = append(groups, s.Employees)
			}
		}
		all = all && len(p.Staff) > 0
	}
	return groups, all
}

func staff(profiles []*StaffProfile) []Quantity {
	qs := make([]Quantity, len(profiles))
	for i, s := range profiles {
		qs[i] = s.Employees
	}
	return qs
}

// A ProgressCount is how many described projects are in a state of progress.
type ProgressCount struct {
	Progress Progress
	Projects int
}

// ProgressCounts counts the described projects by progress, from not started to
// completed, then those suspended and those of which the source does not say. All
// five are present.
func (e *Edition) ProgressCounts() []ProgressCount {
	counts := []ProgressCount{{Progress: NotStarted}, {Progress: Ongoing}, {Progress: Completed}, {Progress: Suspended}, {Progress: ProgressUnknown}}
	for _, p := range e.AllProjects() {
		for i := range counts {
			if counts[i].Progress == p.Progress {
				counts[i].Projects++
			}
		}
	}
	return counts
}

// Target returns the value wanted in the end: the target of the last year.
func (i *Indicator) Target() (YearValue, bool) { return last(i.Targets) }

// Result returns the last value measured.
func (i *Indicator) Result() (YearValue, bool) { return last(i.Results) }

// FinalResult returns the last value that can be compared with the last target.
func (i *Indicator) FinalResult() (YearValue, bool) {
	target, _ := i.Target()
	return last(slices.DeleteFunc(slices.Clone(i.Results), func(v YearValue) bool { return !v.comparable(target) }))
}

func last(values []YearValue) (YearValue, bool) {
	if len(values) == 0 {
		return YearValue{}, false
	}
	return values[len(values)-1], true
}

// TowardTarget returns how much of the way from baseline to target the last
// result has covered: 0 at the baseline, 1 at the target, below 0 or above 1
// outside. It is false unless all three are known, and when target and baseline
// are equal: a value to be kept has no way to cover, only Met can tell.
func (i *Indicator) TowardTarget() (share float64, ok bool) {
	target, okTarget := i.Target()
	result, okResult := i.FinalResult()
	if i.Baseline == nil || !okTarget || !okResult || target.Value == i.Baseline.Value || !i.Baseline.comparable(target) ||
		!i.Baseline.Measured() || !target.Measured() || !result.Measured() {
		return 0, false
	}
	return (result.Value - i.Baseline.Value) / (target.Value - i.Baseline.Value), true
}

// OnTime reports whether the last result satisfies the target of its own year or
// part of a year: what a plan wants by 2028 is not missed in 2026. It is not
// known where there is no result, no such target, or nobody says how they compare.
func (i *Indicator) OnTime() (met, known bool) {
	result, ok := i.Result()
	if !ok {
		return false, false
	}
	target, ok := i.TargetOf(result)
	if !ok {
		return false, false
	}
	return i.Satisfies(result, target)
}

// Met reports whether the last result satisfies the target of the last year, the
// final one; known is false when
// result, target or operator is not.
func (i *Indicator) Met() (met, known bool) {
	target, okTarget := i.Target()
	result, okResult := i.FinalResult()
	if !okTarget || !okResult {
		return false, false
	}
	return i.Satisfies(result, target)
}

// Differs reports whether q and other are certainly not one number: "fino a 20" and
// 12 may be.
func (q Quantity) Differs(other Quantity) bool { return q.more(other) || other.more(q) }

// more reports whether the sum q is certainly more than other. Nothing is certain
// of a number that is only about so much, or in words.
func (q Quantity) more(other Quantity) bool {
	from := q.Precision == Exact || q.Precision == AtLeast || q.Precision == Between
	_, to := other.most()
	return from && to && q.Value() > other.High()
}
