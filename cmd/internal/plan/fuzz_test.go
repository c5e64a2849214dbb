// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"path/filepath"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
)

// FuzzLoad: whatever the files hold, Load returns, says why where it says
// anything, and without errors keeps the promises of Publication.
func FuzzLoad(f *testing.F) {
	const planFile, departmentFile = "data/piani/2022/piano.toml", "data/piani/2022/settori/biblioteca.toml"
	f.Add(base[planFile], base[departmentFile])
	cases, _ := filepath.Glob("testdata/diag/*.txtar")
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		fsys, _ := project(archive)
		plan, department := fsys[planFile], fsys[departmentFile]
		if plan != nil && department != nil {
			f.Add(string(plan.Data), string(department.Data))
		}
	}
	f.Fuzz(func(t *testing.T, plan, department string) {
		fsys := fstest.MapFS{
			"data/ente.toml":  {Data: []byte(base["data/ente.toml"])},
			"data/fonti.toml": {Data: []byte(base["data/fonti.toml"])},
			planFile:          {Data: []byte(plan)},
			departmentFile:    {Data: []byte(department)},
		}
		var report diag.List
		pub := Load(fsys, &report)
		for _, d := range report.Sorted() {
			if _, ok := diag.Lookup(d.Code); !ok || d.Message == "" || d.Pos.Filename == "" {
				t.Errorf("diagnostic without a code of the list, a message or a place: %+v", d)
			}
		}
		if report.HasErrors() {
			return
		}
		e := pub.Editions[0]
		seen := make(map[string]bool)
		for _, fig := range e.Figures() {
			if seen[fig.Name] || len(fig.Sources) == 0 {
				t.Errorf("figure %s: repeated %v, sources %v", fig.Name, seen[fig.Name], fig.Sources)
			}
			seen[fig.Name] = true
		}
		if a := e.Account(); a.Total.InPlan.Precision == Exact && e.Counted().Precision == Exact {
			sum := 0
			for _, r := range a.Rows {
				sum += r.InPlan.Number
			}
			if sum != a.Total.InPlan.Number {
				t.Errorf("the account sums to %d, want %d", sum, a.Total.InPlan.Number)
			}
		}
	})
}
