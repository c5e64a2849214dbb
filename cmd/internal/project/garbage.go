// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"math"
	"runtime/debug"

	"vetro/cmd/internal/plan"
)

// room is what the garbage collector lets a project of a plan take before it
// works harder: what is in use of one is some 34 KiB.
const room = 50 << 10

// limitGarbage keeps what lies about in a build below what is in use, where that
// is hundreds of megabytes: the collector alone lets it grow as large again. Who
// has set GOMEMLIMIT knows better.
func limitGarbage(pub *plan.Publication) {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return
	}
	projects := 0
	for _, e := range pub.Editions {
		projects += len(e.AllProjects())
	}
	debug.SetMemoryLimit(int64(max(10_000, projects)) * room)
}
