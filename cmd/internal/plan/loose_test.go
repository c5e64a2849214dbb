// SPDX-License-Identifier: EUPL-1.2

package plan

import "testing"

// A project of the plan's file that settori share is theirs, and not outside of
// them.
func TestLoose(t *testing.T) {
	shared := &Project{ID: "uno", With: []string{"a", "b"}}
	common := &Project{ID: "due"}
	own := &Department{ID: "a", Name: "Sport"}
	for _, tt := range []struct {
		all   []*Project
		loose string
		place string
	}{
		{[]*Project{common}, "Fuori dai settori", "Fuori dai settori"},
		{[]*Project{shared}, "Di più settori", "Sport · Musei"},
		{[]*Project{shared, common}, "Di più settori o di nessuno", "Sport · Musei"},
	} {
		e := &Edition{Complete: true, Transversal: tt.all, ProjectsInPlan: Count(9), Departments: []*Department{own, {ID: "b", Name: "Musei"}}}
		if got := e.Loose(); got != tt.loose {
			t.Errorf("Loose() = %q, want %q", got, tt.loose)
		}
		if got := e.Place(tt.all[0]); got != tt.place {
			t.Errorf("Place() = %q, want %q", got, tt.place)
		}
		var names []string
		for _, r := range e.Account().Rows {
			names = append(names, r.Name)
		}
		if names[len(names)-1] != tt.loose {
			t.Errorf("the account has the rows %q, want the last to be %q", names, tt.loose)
		}
	}
	if got := (&Edition{}).Place(&Project{Department: own}); got != "Sport" {
		t.Errorf("Place() of its own = %q", got)
	}
}
