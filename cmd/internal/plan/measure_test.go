// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func profiles(qs ...Quantity) []*StaffProfile {
	var all []*StaffProfile
	for _, q := range qs {
		all = append(all, &StaffProfile{Employees: q})
	}
	return all
}

func TestDepartmentStaffing(t *testing.T) {
	with := func(qs ...Quantity) *Project { return &Project{Staff: profiles(qs...)} }
	for _, test := range []struct {
		name      string
		d         Department
		want      string
		described string
	}{
		{"nothing said", Department{}, NotSaid, NotSaid},
		{"nothing said of its projects", Department{Described: []*Project{with(), with()}}, NotSaid, NotSaid},
		{"of the whole", Department{Staff: profiles(Count(2))}, "2", NotSaid},
		{"of the whole, in parts", Department{Staff: profiles(Count(120), of(FewerThan, 0))}, "più di 120", NotSaid},
		{"of the whole, one part without a number", Department{Staff: profiles(Count(3), Quantity{})}, "almeno 3", NotSaid},
		{"of the whole, no sum", Department{Staff: profiles(of(UpTo, 3), Quantity{})}, "fino a 3 e altri che la fonte non conta", NotSaid},
		{"of the whole, whatever its projects have", Department{Staff: profiles(of(UpToAbout, 40)), Described: []*Project{with(Count(28))}}, "fino a circa 40", "28"},
		{"all projects described", Department{Projects: Count(2), Described: []*Project{with(of(UpTo, 12), of(UpTo, 89)), with(of(UpTo, 22))}}, "fino a 123", "fino a 123"},
		{"a project of nobody knows how many", Department{Described: []*Project{with(of(UpTo, 123))}}, NotSaid, "fino a 123"},
		{"one of five", Department{Projects: Count(5), Described: []*Project{with(Count(12))}}, "almeno 12", "12"},
		{"one of five, and a small group", Department{Projects: Count(5), Described: []*Project{with(Count(12), of(FewerThan, 0))}}, "più di 12", "più di 12"},
		{"one of five, about", Department{Projects: Count(5), Described: []*Project{with(of(About, 12))}}, NotSaid, "circa 12"},
		{"all described, one says nothing", Department{Projects: Count(2), Described: []*Project{with(Count(3)), with()}}, "almeno 3", "almeno 3"},
		{"as many as the plan may have", Department{Projects: of(AtLeast, 1), Described: []*Project{with(Count(3))}}, "almeno 3", "3"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.d.Staffing().String(); got != test.want {
				t.Errorf("Staffing() = %q, want %q", got, test.want)
			}
			if got := test.d.DescribedStaffing().String(); got != test.described {
				t.Errorf("DescribedStaffing() = %q, want %q", got, test.described)
			}
		})
	}
}

// TestSamePeople: people who take part in two projects are counted once, in the
// settore of both; a project of two settori is counted once in the plan.
func TestSamePeople(t *testing.T) {
	d := &Department{ID: "a", Projects: Count(2), Described: []*Project{
		{ID: "uno", Staff: []*StaffProfile{{Profile: "Tecnici", Employees: Count(9)}}},
		{ID: "due", With: []string{"b"}, Staff: []*StaffProfile{{Profile: "Tecnici", Employees: Count(9), SameAs: "uno"}, {Profile: "Altri", Employees: Count(4), SameAs: "tre"}}},
	}}
	if got := d.Staffing(); got != Count(13) {
		t.Errorf("the settore has %v, want 13", got)
	}
	e := &Edition{ProjectsInPlan: Count(4), Departments: []*Department{d, {ID: "b", Projects: Count(3)}}}
	if got := e.Counted(); got != Range(4, 5) {
		t.Errorf("counted by settore: %v, want tra 4 e 5", got)
	}
	// b counts no more than what is its own: the shared project is not there again.
	e.Departments[1].Described = []*Project{{ID: "b1"}, {ID: "b2"}, {ID: "b3"}}
	if got := e.Counted(); got != Count(5) {
		t.Errorf("counted by settore: %v, want 5", got)
	}
	if shared := e.Shared(e.Departments[1]); len(shared) != 1 || shared[0].ID != "due" || len(e.SharedWith(shared[0])) != 1 {
		t.Errorf("b shares %v", shared)
	}
}

func TestProgressCounts(t *testing.T) {
	e := &Edition{
		Departments: []*Department{{Described: []*Project{{Progress: Ongoing}, {Progress: Completed}, {Progress: Ongoing}}}},
		Transversal: []*Project{{}},
	}
	want := []ProgressCount{{NotStarted, 0}, {Ongoing, 2}, {Completed, 1}, {Suspended, 0}, {ProgressUnknown, 1}}
	if diff := cmp.Diff(want, e.ProgressCounts()); diff != "" {
		t.Errorf("ProgressCounts (-want +got):\n%s", diff)
	}
}

func TestIndicator(t *testing.T) {
	values := func(vs ...float64) (all []YearValue) {
		for i, v := range vs {
			all = append(all, YearValue{Year: 2022 + i, Value: v})
		}
		return all
	}
	for _, test := range []struct {
		name   string
		i      Indicator
		share  float64
		ok     bool
		met    bool
		judged bool
	}{
		{"halfway", Indicator{Operator: OperatorAtLeast, Baseline: &YearValue{Year: 2021, Value: 10}, Targets: values(15, 20), Results: values(12, 15)}, 0.5, true, false, true},
		{"downwards", Indicator{Operator: OperatorAtMost, Baseline: &YearValue{Year: 2021, Value: 30}, Targets: values(20), Results: values(15)}, 1.5, true, true, true},
		{"back", Indicator{Operator: OperatorAtLeast, Baseline: &YearValue{Year: 2021, Value: 10}, Targets: values(20), Results: values(5)}, -0.5, true, false, true},
		{"exactly", Indicator{Operator: OperatorEqual, Baseline: &YearValue{Year: 2021, Value: 0}, Targets: values(4), Results: values(4)}, 1, true, true, true},
		{"nothing to cover", Indicator{Operator: OperatorAtLeast, Baseline: &YearValue{Year: 2021, Value: 9}, Targets: values(9), Results: values(9)}, 0, false, true, true},
		{"no baseline", Indicator{Operator: OperatorAtLeast, Targets: values(9), Results: values(10)}, 0, false, true, true},
		{"no operator", Indicator{Baseline: &YearValue{Year: 2021, Value: 0}, Targets: values(10), Results: values(5)}, 0.5, true, false, false},
		{"no target", Indicator{Operator: OperatorAtLeast, Baseline: &YearValue{Year: 2021, Value: 0}, Results: values(5)}, 0, false, false, false},
		{"no result", Indicator{Operator: OperatorAtLeast, Baseline: &YearValue{Year: 2021, Value: 0}, Targets: values(5)}, 0, false, false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if share, ok := test.i.TowardTarget(); share != test.share || ok != test.ok {
				t.Errorf("TowardTarget() = %v, %v, want %v, %v", share, ok, test.share, test.ok)
			}
			if met, judged := test.i.Met(); met != test.met || judged != test.judged {
				t.Errorf("Met() = %v, %v, want %v, %v", met, judged, test.met, test.judged)
			}
		})
	}
}
