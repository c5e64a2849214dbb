// SPDX-License-Identifier: EUPL-1.2

package plan

import "testing"

func TestShare(t *testing.T) {
	for _, test := range []struct {
		part, all Quantity
		want      string
	}{
		{Count(18), Count(30), "60"},
		{Count(7), Count(30), "circa 23,3"},
		{Count(1), Count(8), "12,5"},
		{Count(0), Count(8), "0"},
		{Count(8), Count(8), "100"},
		{Count(1), Count(100000), NotSaid}, // not none
		{Count(9), Count(8), NotSaid},
		{of(UpTo, 7), Count(30), NotSaid},
		{Count(7), of(About, 30), NotSaid},
		{of(FewerThan, 0), Count(30), NotSaid},
		{Count(7), Count(0), NotSaid},
		{Quantity{}, Count(30), NotSaid},
	} {
		if got := Share(test.part, test.all).String(); got != test.want {
			t.Errorf("%v of %v is %q, want %q", test.part, test.all, got, test.want)
		}
	}
}

// TestFewWomenOrMen: no number of a group, nor one less another, tells of a few.
func TestFewWomenOrMen(t *testing.T) {
	small := of(FewerThan, 0)
	for _, test := range []struct {
		name   string
		s      StaffProfile
		shown  bool // women and men
		worked bool // full-time equivalents
	}{
		{"enough of each", StaffProfile{Employees: Count(12), Women: Count(7), Men: Count(5), FullTime: Count(9)}, true, true},
		{"none of one", StaffProfile{Employees: Count(12), Women: Count(12), Men: Count(0)}, true, false},
		{"few men", StaffProfile{Employees: Count(12), Women: Count(10), Men: small}, false, false},
		{"few are left", StaffProfile{Employees: Count(12), Women: Count(11)}, false, false},
		{"a small group", StaffProfile{Employees: small, Women: Count(3), FullTime: Count(1)}, false, false},
		{"not even two full-time", StaffProfile{FullTime: Quantity{Number: 15, Decimals: 1, Precision: Exact}}, false, false},
		{"about so many", StaffProfile{Employees: of(About, 12), Women: Count(11), FullTime: Count(10)}, true, true},
	} {
		s := test.s
		s.hideFew(3)
		if shown := !s.Women.IsMissing(); shown != test.shown || shown && s.Women != test.s.Women {
			t.Errorf("%s: women %v, men %v", test.name, s.Women, s.Men)
		}
		if worked := !s.FullTime.IsMissing(); worked != test.worked {
			t.Errorf("%s: full time %v", test.name, s.FullTime)
		}
	}
	if got := hideRest(Count(20), Count(18), 3); got != of(AtLeast, 18) {
		t.Errorf("two who are not in the plan are told: %v", got)
	}
	if got := hideRest(Count(21), Count(18), 3); got != Count(21) {
		t.Errorf("three who are not in the plan are hidden: %v", got)
	}
}
