// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"bytes"
	"testing"

	"vetro/cmd/internal/diag"
)

// What people read has the apostrophe of print, of one text and of a list; what
// the rules point at is as somebody typed it.
func TestApostrophesOfPrint(t *testing.T) {
	fsys := shipped(t)
	const name = "data/piani/2022/settori/segreteria-generale.toml"
	fsys[name].Data = append([]byte("attivita = [\"Dire l'ora\", \"Un po' di tutto\"]\n"), bytes.Replace(fsys[name].Data, []byte("nota ="), []byte("nota = \"Quella dell'8.\" #"), 1)...)
	var report diag.List
	pub := Load(fsys, &report)
	for _, d := range pub.Editions[0].Departments {
		if d.ID != "segreteria-generale" {
			continue
		}
		if d.Note != "Quella dell’8." || len(d.Activities) != 2 || d.Activities[0] != "Dire l’ora" || d.Activities[1] != "Un po' di tutto" {
			t.Errorf("nota %q, attivita %q", d.Note, d.Activities)
		}
	}
	typed := false
	for _, p := range pub.Passages {
		typed = typed || p.Text == "Quella dell'8."
	}
	if !typed {
		t.Error("the rules do not read the text as it is typed")
	}
}
