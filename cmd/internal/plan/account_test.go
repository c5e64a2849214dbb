// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// edition makes an edition from the counts and described projects of its
// settori.
func edition(inPlan Quantity, transversal int, settori ...[2]any) *Edition {
	e := &Edition{ID: "2022", ProjectsInPlan: inPlan, Source: &Source{ID: "atto"}}
	for i, s := range settori {
		d := &Department{ID: fmt.Sprint("s", i), Projects: s[0].(Quantity), Source: e.Source}
		for range s[1].(int) {
			d.Described = append(d.Described, &Project{Department: d, Source: e.Source})
		}
		e.Departments = append(e.Departments, d)
	}
	for range transversal {
		e.Transversal = append(e.Transversal, &Project{Source: e.Source})
	}
	return e
}

// complete is an edition of which no settore is missing.
func complete(inPlan Quantity, transversal int, settori ...[2]any) *Edition {
	e := edition(inPlan, transversal, settori...)
	e.Complete = true
	return e
}

func TestAccount(t *testing.T) {
	missing := Quantity{}
	for _, test := range []struct {
		name string
		e    *Edition
		want []string // settore or rest: in the plan, described, to describe
	}{
		{
			"some settori without a count",
			edition(Count(37), 1, [2]any{Count(9), 0}, [2]any{Count(5), 0}, [2]any{Count(2), 0}, [2]any{missing, 1}),
			[]string{"s0: 9, 0, 9", "s1: 5, 0, 5", "s2: 2, 0, 2", "s3: " + NotSaid + ", 1, " + NotSaid,
				"rest: 21, " + NotSaid + ", " + NotSaid, "transversal: " + NotSaid + ", 1, " + NotSaid, "total: 37, 2, 35"},
		},
		{
			"a count in words is no number",
			edition(Count(9), 0, [2]any{Count(2), 0}, [2]any{Quantity{Precision: InWords, Text: "molti"}, 0}),
			[]string{"s0: 2, 0, 2", "s1: molti, 0, molti", "rest: 7, 0, " + NotSaid, "total: 9, 0, 9"},
		},
		{
			"all settori counted, and perhaps there are others",
			edition(Count(10), 1, [2]any{Count(4), 4}, [2]any{Count(3), 1}),
			[]string{"s0: 4, 4, 0", "s1: 3, 1, 2", "rest: 3, " + NotSaid + ", " + NotSaid, "transversal: " + NotSaid + ", 1, " + NotSaid, "total: 10, 6, 4"},
		},
		{
			"all settori counted, and nothing left",
			edition(Count(7), 1, [2]any{Count(4), 3}, [2]any{Count(3), 3}),
			[]string{"s0: 4, 3, 0", "s1: 3, 3, 0", "transversal: " + NotSaid + ", 1, " + NotSaid, "total: 7, 7, 0"},
		},
		{
			"all settori counted, some outside",
			complete(Count(10), 1, [2]any{Count(4), 4}, [2]any{Count(3), 1}),
			[]string{"s0: 4, 4, 0", "s1: 3, 1, 2", "outside: 3, 1, 2", "total: 10, 6, 4"},
		},
		{
			"all settori counted, none outside",
			complete(Count(7), 0, [2]any{Count(4), 4}, [2]any{Count(3), 3}),
			[]string{"s0: 4, 4, 0", "s1: 3, 3, 0", "total: 7, 7, 0"},
		},
		{
			"all settori counted, a transversal one that cannot be among them",
			complete(Count(7), 1, [2]any{Count(4), 3}, [2]any{Count(3), 3}),
			[]string{"s0: 4, 3, 0", "s1: 3, 3, 0", "outside: 0, 1, " + NotSaid, "total: 7, 7, 0"},
		},
		{
			"no settore counted",
			edition(Count(7), 0, [2]any{missing, 3}),
			[]string{"s0: " + NotSaid + ", 3, " + NotSaid, "rest: 7, " + NotSaid + ", " + NotSaid, "total: 7, 3, 4"},
		},
		{
			"no settori",
			edition(Count(7), 2),
			[]string{"rest: 7, 2, 5", "total: 7, 2, 5"},
		},
		{
			"the plan is not counted",
			complete(missing, 0, [2]any{Count(4), 1}),
			[]string{"s0: 4, 1, 3", "outside: " + NotSaid + ", 0, " + NotSaid, "total: " + NotSaid + ", 1, " + NotSaid},
		},
		{
			"nothing is taken from what is only about",
			complete(Count(37), 0, [2]any{of(About, 4), 1}, [2]any{of(UpTo, 3), 1}),
			[]string{"s0: circa 4, 1, " + NotSaid, "s1: fino a 3, 1, fino a 2",
				"outside: " + NotSaid + ", 0, " + NotSaid, "total: 37, 2, 35"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, accountLines(test.e.Account())); diff != "" {
				t.Errorf("account (-want +got):\n%s", diff)
			}
		})
	}
}

func accountLines(a Account) []string {
	var lines []string
	line := func(name string, r AccountRow) {
		lines = append(lines, fmt.Sprintf("%s: %s, %s, %s", name, r.InPlan, r.Described, r.ToDescribe))
	}
	for _, r := range a.Rows {
		switch {
		case r.Transversal:
			line("transversal", r)
		case !r.Rest():
			line(r.Department.ID, r)
		case r.Outside:
			line("outside", r)
		default:
			line("rest", r)
		}
	}
	line("total", a.Total)
	return lines
}

// TestAccountSums: with exact counts, the known numbers of the column always
// sum to the plan, and what is described sums to what is described.
func TestAccountSums(t *testing.T) {
	counts := []Quantity{{}, Count(0), Count(2), Count(5)}
	for plan := 10; plan <= 12; plan++ {
		for transversal := range 3 {
			for _, a := range counts {
				for _, b := range counts {
					e := edition(Count(plan), transversal, [2]any{a, 1}, [2]any{b, 2})
					inPlan, described := 0, 0
					for _, r := range e.Account().Rows {
						inPlan += r.InPlan.Number
						described += r.Described.Number
					}
					if inPlan != plan || described != len(e.AllProjects()) {
						t.Errorf("plan %d, settori %v and %v, %d transversal: rows sum to %d and %d, want %d and %d",
							plan, a, b, transversal, inPlan, described, plan, len(e.AllProjects()))
					}
				}
			}
		}
	}
}

// TestLess: what is left of a whole, checked against every true count that the
// whole allows.
func TestLess(t *testing.T) {
	words := Quantity{Precision: InWords, Text: "molti"}
	for _, test := range []struct {
		whole Quantity
		n     int
		want  Quantity
	}{
		{Count(5), 0, Count(5)}, {Count(5), 2, Count(3)}, {Count(5), 5, Count(0)}, {Count(5), 6, Quantity{}},
		{of(UpTo, 5), 0, of(UpTo, 5)}, {of(UpTo, 5), 2, of(UpTo, 3)}, {of(UpTo, 5), 5, Count(0)}, {of(UpTo, 5), 6, Quantity{}},
		{of(AtLeast, 5), 0, of(AtLeast, 5)}, {of(AtLeast, 5), 2, of(AtLeast, 3)}, {of(AtLeast, 5), 5, Quantity{}}, {of(AtLeast, 1), 2, Quantity{}},
		{of(About, 5), 0, of(About, 5)}, {of(About, 5), 2, Quantity{}}, {of(About, 2), 3, Quantity{}},
		{of(UpToAbout, 5), 0, of(UpToAbout, 5)}, {of(UpToAbout, 5), 2, Quantity{}},
		{words, 0, words}, {words, 1, Quantity{}},
		{Quantity{}, 0, Quantity{}}, {Quantity{}, 1, Quantity{}},
	} {
		got := test.whole.less(test.n)
		if got != test.want {
			t.Errorf("%s less %d = %s, want %s", test.whole, test.n, got, test.want)
		}
		for real := test.n; real < 12; real++ {
			if allows(test.whole, real) && !allows(got, real-test.n) {
				t.Errorf("%s less %d = %s, but the whole may be %d", test.whole, test.n, got, real)
			}
		}
	}
}

// allows reports whether a true count of n agrees with q.
func allows(q Quantity, n int) bool {
	switch q.Precision {
	case Exact:
		return n == q.Number
	case UpTo:
		return n <= q.Number
	case AtLeast:
		return n >= q.Number
	}
	return true
}

func TestActFirm(t *testing.T) {
	for _, test := range []struct {
		act  Act
		want bool
	}{
		{Act{Kind: ActDeliberazione, Confirmed: true}, true},
		{Act{Kind: ActDeterminazione, Confirmed: true}, true},
		{Act{Kind: ActDeliberazione}, false},
		{Act{Kind: ActToVerify, Confirmed: true}, false},
		{Act{Confirmed: true}, false},
	} {
		if got := test.act.Firm(); got != test.want {
			t.Errorf("%+v is firm: %v, want %v", test.act, got, test.want)
		}
	}
}
