// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"math"
	"runtime/debug"
	"testing"

	"vetro/cmd/internal/plan"
)

// TestLimitGarbage: the limit grows with the plan, and does not move one that was
// set by somebody.
func TestLimitGarbage(t *testing.T) {
	t.Cleanup(func(before int64) func() { return func() { debug.SetMemoryLimit(before) } }(debug.SetMemoryLimit(-1)))
	for _, test := range []struct{ before, projects, want int64 }{
		{math.MaxInt64, 1, 512_000_000},
		{math.MaxInt64, 20_000, 1_024_000_000},
		{64 << 20, 20_000, 64 << 20},
	} {
		debug.SetMemoryLimit(test.before)
		limitGarbage(&plan.Publication{Editions: []*plan.Edition{{Transversal: make([]*plan.Project, test.projects)}}})
		if got := debug.SetMemoryLimit(-1); got != test.want {
			t.Errorf("%d projects, limit %d: the limit is %d, want %d", test.projects, test.before, got, test.want)
		}
	}
}
