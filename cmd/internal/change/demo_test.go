// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/starter"
)

var update = flag.Bool("update", false, "write what the tests got over what they want")

// demo returns the demo's editions of 2023 and of 2024.
func demo(t testing.TB) (a, b *plan.Edition) {
	t.Helper()
	var report diag.List
	pub := plan.Load(starter.Demo(), &report)
	for _, d := range report.Sorted() {
		if d.Severity != diag.Incomplete {
			t.Errorf("%s", d)
		}
	}
	if t.Failed() || len(pub.Editions) != 2 {
		t.Fatalf("%d editions, want two without errors or warnings", len(pub.Editions))
	}
	return pub.Editions[1], pub.Editions[0]
}

// printed is a list as a person reads it.
func printed(l List) string {
	var b strings.Builder
	for _, g := range l.ByDepartment() {
		fmt.Fprintf(&b, "%s\n", g.Title)
		for _, c := range g.Changes {
			fmt.Fprintf(&b, "- %s\n", c.Sentence)
		}
		b.WriteString("\n")
	}
	return b.String() + l.Summary() + "\n"
}

// TestDemo: every difference between the two editions of the demo, in words.
func TestDemo(t *testing.T) {
	a, b := demo(t)
	const golden = "testdata/demo.txt"
	got := printed(Between(a, b))
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the differences of the demo (-want +got):\n%s", diff)
	}
}

// TestDemoHasEverything: the demo shows each thing that can happen between two
// editions that it is meant to show, and its people add up.
func TestDemoHasEverything(t *testing.T) {
	a, b := demo(t)
	l := Between(a, b)
	if diff := cmp.Diff(factsOf(b), apply(factsOf(a), l.Changes)); diff != "" {
		t.Errorf("the changes applied (-want +got):\n%s", diff)
	}
	for kind, least := range map[Kind]int{
		ProjectAdded: 2, ProjectGone: 1, ProjectCompleted: 1, ProjectRetitled: 2, ProjectRenamed: 1, ProjectMoved: 1,
		DepartmentAdded: 1, DepartmentMerged: 1, DepartmentRetitled: 1, CountChanged: 3, StaffChanged: 5, ProfileAdded: 1,
		TargetReached: 2, ResultChanged: 3, TargetChanged: 3, TextChanged: 2, ListChanged: 2, ActChanged: 1,
	} {
		n := len(slices.DeleteFunc(slices.Clone(l.Changes), func(c Change) bool { return c.Kind != kind }))
		if n < least {
			t.Errorf("%d changes are %s, want %d or more", n, kind, least)
		}
	}
	if len(b.Corrections) == 0 || len(b.Renames) == 0 {
		t.Error("the edition of 2024 has no correction or no rename")
	}
	sum := 0
	for _, p := range b.AllProjects() {
		for _, s := range p.Staff {
			sum += s.Employees.Number
		}
	}
	if total := b.Employees.Number; sum < total*95/100 || sum > total*105/100 {
		t.Errorf("the groups sum to %d, the plan says %v", sum, b.Employees)
	}
	if !whole(b) || !placed(b) {
		t.Errorf("%d projects described, %v in the plan, %v not in a settore", len(b.AllProjects()), b.ProjectsInPlan, b.Uncounted())
	}
}
