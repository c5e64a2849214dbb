// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/diag"
)

// TestTooLarge holds that a plan beyond the limits is refused before its pages
// are made, with one error.
func TestTooLarge(t *testing.T) {
	departments, projects := maxDepartments, maxProjects
	t.Cleanup(func() { maxDepartments, maxProjects = departments, projects })
	maxDepartments, maxProjects = 500, 5_000
	for _, c := range []struct{ departments, projects, faults int }{{maxDepartments, 0, 0}, {maxDepartments + 1, 0, 1}, {10, maxItems, 0}, {1, maxItems + 1, 1}, {11, maxItems, 1}} {
		data := fstest.MapFS{"data/piani/2022/piano.toml": {Data: []byte("titolo = \"P\"\nstato = \"bozza\"\n")}}
		for d := range c.departments {
			var b strings.Builder
			fmt.Fprintf(&b, "nome = \"Settore %d\"\n", d)
			for p := range c.projects {
				fmt.Fprintf(&b, "[[progetto]]\nid = \"p-%d-%d\"\ntitolo = \"P %d %d\"\n", d, p, d, p)
			}
			data[fmt.Sprintf("data/piani/2022/settori/s-%d.toml", d)] = &fstest.MapFile{Data: []byte(b.String())}
		}
		report := new(diag.List)
		Load(data, report)
		n := 0
		for _, d := range report.Sorted() {
			if d.Code == "list-too-long" {
				n++
			}
		}
		if n != c.faults {
			t.Errorf("%d settori of %d projects: %d lists are too long, want %d", c.departments, c.projects, n, c.faults)
		}
	}
}
