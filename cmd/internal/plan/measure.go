// SPDX-License-Identifier: EUPL-1.2

package plan

// Staffing returns how many employees p may involve: the sum of its profiles.
// Missing when the source names none.
func (p *Project) Staffing() Quantity { return Total(staff(p.Staff)...) }

// Staffing returns how many employees the projects of d may involve: the
// profiles of the settore and of its described projects. Missing when the
// source names none.
//
// A described project without profiles is covered by those of the settore; if
// the settore has none either, it counts as a missing part, so that a sum never
// looks complete when it is not.
func (d *Department) Staffing() Quantity {
	parts := staff(d.Staff)
	for _, p := range d.Described {
		switch {
		case len(p.Staff) > 0:
			parts = append(parts, staff(p.Staff)...)
		case len(d.Staff) == 0:
			parts = append(parts, Quantity{})
		}
	}
	return Total(parts...)
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
// completed, then those of which the source does not say. All four are present.
func (e *Edition) ProgressCounts() []ProgressCount {
	counts := []ProgressCount{{Progress: NotStarted}, {Progress: Ongoing}, {Progress: Completed}, {Progress: ProgressUnknown}}
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
	result, okResult := i.Result()
	if i.Baseline == nil || !okTarget || !okResult || target.Value == i.Baseline.Value ||
		result.Period != target.Period || !i.Baseline.Measured() || !target.Measured() || !result.Measured() {
		return 0, false
	}
	return (result.Value - i.Baseline.Value) / (target.Value - i.Baseline.Value), true
}

// Met reports whether the last result satisfies the target; known is false when
// result, target or operator is not.
func (i *Indicator) Met() (met, known bool) {
	target, okTarget := i.Target()
	result, okResult := i.Result()
	if !okTarget || !okResult {
		return false, false
	}
	return i.Satisfies(result, target)
}
