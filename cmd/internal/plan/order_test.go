// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
)

// TestOrderOfDepartments: those with a place of their own stand first, the others
// by name, in which 2 is before 10 and V before IX.
func TestOrderOfDepartments(t *testing.T) {
	fsys := make(fstest.MapFS)
	for name, text := range base {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	delete(fsys, "data/piani/2022/settori/biblioteca.toml")
	want := []string{"Zoo", "Avvocatura", "X Settore", "XI Settore", "I servizi di tutti", "Servizio 2 Verde", "Servizio 10 Musei", "Settore II", "Settore V Anagrafe", "Settore IX Scuola", "Settore XIX"}
	for i, name := range want {
		order := ""
		if i < 2 {
			order = fmt.Sprintf("ordine = %d\n", i+1)
		}
		// The names of the files are in the opposite order.
		fsys[fmt.Sprintf("data/piani/2022/settori/s%02d.toml", 99-i)] = &fstest.MapFile{Data: []byte("nome = \"" + name + "\"\n" + order)}
	}
	var report diag.List
	pub := Load(fsys, &report)
	if report.HasErrors() {
		t.Fatal(lines(&report, false))
	}
	var got []string
	for _, d := range pub.Editions[0].Departments {
		got = append(got, d.Name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("settori (-want +got):\n%s", diff)
	}
}
