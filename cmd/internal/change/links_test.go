// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/plan"
)

// small returns an edition of settori that have one project each, of the same
// id.
func small(id string, settori ...string) *plan.Edition {
	e := &plan.Edition{ID: id, Title: "Piano", State: plan.Approved, Source: pool[0], ProjectsInPlan: plan.Count(len(settori))}
	for _, name := range settori {
		d := &plan.Department{ID: name, Name: name, NameSource: true, Projects: plan.Count(1), Source: pool[0]}
		d.Described = []*plan.Project{{ID: name, Title: name, Source: pool[0], Department: d}}
		e.Departments = append(e.Departments, d)
	}
	return e
}

func kindsOf(l List) []string {
	var out []string
	for _, c := range told(l) {
		out = append(out, fmt.Sprintf("%s %s←%s", c.Kind, c.Subject.ID, c.Subject.OldID))
	}
	return out
}

// TestAcross: what was renamed more than once on the way is still the same.
func TestAcross(t *testing.T) {
	a, mid, b := small("2021", "a", "x"), small("2022", "b", "x"), small("2023", "c", "x")
	mid.Renames = []*plan.Rename{{Kind: plan.RenamedProject, From: "a", To: "b"}}
	mid.Departments[0].From = []string{"a"}
	b.Renames = []*plan.Rename{{Kind: plan.RenamedProject, From: "b", To: "c"}, {Kind: plan.RenamedDepartment, From: "b", To: "c"}}
	want := []string{"department-retitled c←a", "department-renamed c←a", "project-retitled c←a", "project-renamed c←a"}
	if diff := cmp.Diff(want, kindsOf(Between(a, b, mid))); diff != "" {
		t.Errorf("across 2022 (-want +got):\n%s", diff)
	}
	// From the newer to the older one it is the same, the other way round.
	want = []string{"department-retitled a←c", "department-renamed a←c", "project-retitled a←c", "project-renamed a←c"}
	if diff := cmp.Diff(want, kindsOf(Between(b, a, b, mid, a))); diff != "" {
		t.Errorf("back (-want +got):\n%s", diff)
	}
	// Without the edition in between nobody can know.
	want = []string{"department-added c←", "project-added c←", "department-gone a←a", "project-gone a←a"}
	if diff := cmp.Diff(want, kindsOf(Between(a, b))); diff != "" {
		t.Errorf("without 2022 (-want +got):\n%s", diff)
	}
	// One that was away for an edition is the same again.
	if l := Between(small("2021", "a", "x"), small("2023", "a", "x"), small("2022", "x")); !l.Empty() {
		t.Errorf("away for an edition:\n%s", sentences(l))
	}
}

// TestMerged: the projects of settori that became one have not moved, and one
// that goes elsewhere has.
func TestMerged(t *testing.T) {
	a, b := small("2022", "a", "b", "c"), small("2023", "ab", "c")
	ab, c := b.Departments[0], b.Departments[1]
	ab.From = []string{"a", "b"}
	ab.Described = []*plan.Project{{ID: "a", Title: "a", Source: pool[0], Department: ab}}
	c.Described = append(c.Described, &plan.Project{ID: "b", Title: "b", Source: pool[0], Department: c})
	b.ProjectsInPlan, ab.Projects, c.Projects = plan.Count(3), plan.Count(1), plan.Count(2)
	want := []string{"department-merged ab←", "count-changed c←c", "project-moved b←b"}
	l := Between(a, b)
	if diff := cmp.Diff(want, kindsOf(l)); diff != "" {
		t.Errorf("merged (-want +got):\n%s", diff)
	}
	for _, c := range l.Changes {
		if c.Kind == DepartmentMerged && !cmp.Equal(c.Ended, []string{"a", "b"}) {
			t.Errorf("ended = %v, want a and b", c.Ended)
		}
	}
	// Back: one becomes two.
	want = []string{"department-split a←", "project-moved a←a", "department-split b←", "project-moved b←b", "count-changed c←c", "department-gone ab←ab"}
	if diff := cmp.Diff(want, kindsOf(Between(b, a))); diff != "" {
		t.Errorf("back (-want +got):\n%s", diff)
	}
}

// TestRenameIgnored: what kept its id is itself, whatever a rename says, and
// nothing is two things.
func TestRenameIgnored(t *testing.T) {
	a, b := small("2022", "a", "b"), small("2023", "a", "b")
	b.Renames = []*plan.Rename{{Kind: plan.RenamedProject, From: "a", To: "b"}, {Kind: plan.RenamedDepartment, From: "b", To: "a"}}
	if l := Between(a, b); !l.Empty() {
		t.Errorf("the same ids:\n%s", sentences(l))
	}
	a, b = small("2022", "a", "b"), small("2023", "c")
	b.Renames = []*plan.Rename{{Kind: plan.RenamedProject, From: "a", To: "c"}, {Kind: plan.RenamedProject, From: "b", To: "c"}}
	want := []string{"count-changed 2023←2022", "department-added c←", "project-retitled c←a", "project-renamed c←a", "project-moved c←a",
		"department-gone a←a", "department-gone b←b", "project-gone b←b"}
	if diff := cmp.Diff(want, kindsOf(Between(a, b))); diff != "" {
		t.Errorf("two with one new id (-want +got):\n%s", diff)
	}
}

// BenchmarkBetween shows that the time grows with the number of projects and no
// faster: compare the two.
func BenchmarkBetween(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			before, after := large("2022", n, 1), large("2023", n, 2)
			b.ReportAllocs()
			for b.Loop() {
				if l := Between(before, after); len(l.Changes) < n {
					b.Fatalf("%d changes, want more than %d", len(l.Changes), n)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/project")
		})
	}
}

// large is an edition of n projects, a hundred a settore.
func large(id string, n int, seed uint64) *plan.Edition {
	g := newGenerator(seed)
	e := &plan.Edition{ID: id, Title: "Piano", Source: pool[0], ProjectsInPlan: plan.Count(n)}
	for i := range n {
		if i%100 == 0 {
			name := fmt.Sprintf("settore-%d", i/100)
			e.Departments = append(e.Departments, &plan.Department{ID: name, Name: name, Projects: plan.Count(100), Source: pool[0]})
		}
		d := e.Departments[len(e.Departments)-1]
		d.Described = append(d.Described, g.project(i, d))
	}
	return e
}
