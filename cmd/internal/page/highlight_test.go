// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"testing"

	"vetro/cmd/internal/plan"
)

// The settori and projects that the plan features are told of, and no others.
func TestChosenFeatured(t *testing.T) {
	edition := func() (*plan.Edition, *plan.Project, *plan.Project) {
		a, b := &plan.Department{ID: "a", Name: "A"}, &plan.Department{ID: "b", Name: "B"}
		one, two := &plan.Project{ID: "uno", Department: a}, &plan.Project{ID: "due", Department: b}
		a.Described, b.Described = []*plan.Project{one}, []*plan.Project{two}
		return &plan.Edition{ID: "2024", Departments: []*plan.Department{a, b}}, one, two
	}
	e, _, two := edition()
	e.Departments[1].Featured = true
	if got := chosen(e, nil); len(got) != 1 || got[0] != two {
		t.Errorf("with a settore featured %d are chosen, want its project alone", len(got))
	}
	e, one, _ := edition()
	one.Featured = true
	if got := chosen(e, nil); len(got) != 1 || got[0] != one {
		t.Errorf("with a project featured %d are chosen, want it alone", len(got))
	}
}
