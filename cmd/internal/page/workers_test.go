// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"testing"

	"vetro/cmd/internal/plan"
)

// TestOneDotForEachPerson: people who are counted in another project have no
// second dot, since the page says that each is a person.
func TestOneDotForEachPerson(t *testing.T) {
	groups := groupsOf([]*plan.StaffProfile{
		{Profile: "Ufficiali", Employees: plan.Count(4)},
		{Profile: "Ufficiali", Employees: plan.Count(4), SameAs: "altro"},
	})
	if len(groups) != 2 || groups[0].Dots == nil || groups[1].Dots != nil || groups[1].Text == "" {
		t.Errorf("of the same 4 people twice there are %+v, want 4 dots once and both in words", groups)
	}
}
