// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"slices"
	"strings"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// Addresses returns the permanent addresses that exist whatever the narrative
// says: those of every edition, and the pages that belong to none.
func Addresses(pub *plan.Publication) []string {
	out := []string{route.Home.At(), route.Glossary.At(), route.Legal.At(), route.Verify.At(), route.Map.At(), route.Search.At()}
	for _, e := range pub.Editions {
		out = append(out, route.Edition.At(e.ID), route.Departments.At(e.ID), route.Projects.At(e.ID), route.Data.At(e.ID), route.Dictionary.At(e.ID), route.Changes.At(e.ID), route.Print.At(e.ID))
		for _, d := range e.Departments {
			out = append(out, route.Department.At(e.ID, d.ID))
		}
		for _, d := range sheets(e) {
			out = append(out, route.PrintSheet.At(e.ID, d.ID))
		}
		for _, p := range e.AllProjects() {
			out = append(out, route.Project.At(e.ID, p.ID))
		}
		if statesProgress(e) {
			for _, s := range progressStates(e) {
				out = append(out, s.kind.At(e.ID))
			}
		}
		// The chart of a project's people has a page only where a text asks for it.
		charts := slices.DeleteFunc(Charts(e), func(c chart.Chart) bool { return strings.HasPrefix(c.ID, staffChartPrefix) })
		if len(charts) > 0 {
			out = append(out, route.Charts.At(e.ID))
		}
		for _, c := range charts {
			out = append(out, route.Chart.At(e.ID, c.ID))
		}
	}
	return out
}
