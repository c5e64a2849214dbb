// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/diag"
)

// in_evidenza is read of a settore and of a project, each for itself.
func TestFeatured(t *testing.T) {
	for of, want := range map[string][2]bool{"": {}, "settore": {true, false}, "progetto": {false, true}} {
		fsys := make(fstest.MapFS)
		for name, text := range base {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		const name = "data/piani/2022/settori/biblioteca.toml"
		text := base[name]
		if of == "settore" {
			text += "in_evidenza = true\n"
		}
		text += "[[progetto]]\nid = \"a\"\ntitolo = \"A\"\n"
		if of == "progetto" {
			text += "in_evidenza = true\n"
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		var report diag.List
		d := Load(fsys, &report).Editions[0].Departments[0]
		if got := [2]bool{d.Featured, d.Described[0].Featured}; got != want || faults(&report) > 0 {
			t.Errorf("%q: settore and project featured %v, want %v: %v", of, got, want, report.Sorted())
		}
	}
}
