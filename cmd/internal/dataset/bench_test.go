// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"fmt"
	"strings"
	"testing"

	"vetro/cmd/internal/plan"
)

func BenchmarkFiles(b *testing.B) {
	shipped, s := sets(b)["shipped 2022"], large(10_000)
	for _, bench := range []struct {
		name string
		run  func() error
	}{
		{"Shipped", func() error { _, err := made(shipped); return err }},
		{"Tables", func() error { Tables(s.Edition); return nil }},
		{"Workbook", func() error { _, err := Workbook(s, Tables(s.Edition)); return err }},
		{"Files", func() error { _, err := made(s); return err }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := bench.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// large is an edition of n projects in a hundred settori.
func large(n int) Set {
	source := &plan.Source{ID: "piano", Title: "Il piano"}
	e := &plan.Edition{ID: "2022", Title: "Piano", State: plan.Approved, ProjectsInPlan: plan.Count(n), Source: source}
	for i := range 100 {
		d := &plan.Department{ID: fmt.Sprint("settore-", i), Name: fmt.Sprint("Settore ", i), NameSource: true, Projects: plan.Count(n / 100), Source: source}
		for j := range n / 100 {
			d.Described = append(d.Described, &plan.Project{
				ID: fmt.Sprint("progetto-", i, "-", j), Title: "Un progetto", Summary: strings.Repeat("Una frase. ", 10), Department: d, Source: source,
				Activities: []string{"Una", "Due", "Tre"}, Goals: []string{"Primo", "Secondo"}, Progress: plan.Ongoing,
				Staff:      []*plan.StaffProfile{{Profile: "Istruttori", Employees: plan.Count(4), Source: source}},
				Indicators: []*plan.Indicator{{Name: "Giorni", Unit: "giorni", Targets: []plan.YearValue{{Year: 2022, Value: 10.5}, {Year: 2023, Value: 9}}, Source: source}},
			})
		}
		e.Departments = append(e.Departments, d)
	}
	return Set{Publication: &plan.Publication{Municipality: &plan.Municipality{Name: "Ente"}, Sources: []*plan.Source{source}}, Edition: e}
}
