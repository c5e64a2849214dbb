// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"testing"
)

// BenchmarkAccount doubles the settori of a plan, each with a project that it
// shares with the next: the time should double too.
func BenchmarkAccount(b *testing.B) {
	for _, n := range []int{1_250, 2_500, 5_000} {
		e := &Edition{ProjectsInPlan: Count(2 * n)}
		for i := range n {
			e.Departments = append(e.Departments, &Department{
				ID: fmt.Sprint(i), Projects: Count(2),
				Described: []*Project{{With: []string{fmt.Sprint((i + 1) % n)}}},
			})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				e.Account()
			}
		})
	}
}
